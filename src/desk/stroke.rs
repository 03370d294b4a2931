//! From key presses inside the panel to command ids, by the same key map that the page side walks.

use super::message::KeyMap;

/// What a stroke leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A whole sequence: the command.
    Command(String),
    /// The beginning of one.
    Pending,
    /// Nothing of ours.
    Nothing,
}

/// The keys pressed so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Walker {
    pressed: Vec<String>,
}

impl Walker {
    /// Takes one more stroke. A stroke that does not go on with the sequence begins a new one.
    pub fn press(&mut self, stroke: &str, keymap: &KeyMap) -> Outcome {
        self.pressed.push(stroke.to_owned());
        let mut outcome = look_up(&self.pressed, keymap);
        if outcome == Outcome::Nothing && self.pressed.len() > 1 {
            self.pressed = vec![stroke.to_owned()];
            outcome = look_up(&self.pressed, keymap);
        }
        if outcome != Outcome::Pending {
            self.pressed.clear();
        }
        outcome
    }
}

fn look_up(pressed: &[String], keymap: &KeyMap) -> Outcome {
    let mut outcome = Outcome::Nothing;
    for command in &keymap.commands {
        for sequence in &command.keys {
            let strokes: Vec<&str> = sequence.split_whitespace().collect();
            if strokes == pressed {
                return Outcome::Command(command.id.clone());
            }
            if strokes.len() > pressed.len() && strokes.iter().zip(pressed).all(|(wanted, is)| wanted == is) {
                outcome = Outcome::Pending;
            }
        }
    }
    outcome
}

/// The name of a key press as the key map writes it: `j`, `?`, `Escape`, `Shift+Enter`, `Ctrl+k`. Shift is not named where it is already
/// in the sign. `None` for a lone modifier.
#[must_use]
pub fn name(key: &str, ctrl: bool, alt: bool, meta: bool, shift: bool) -> Option<String> {
    if key.is_empty()
        || matches!(
            key,
            "Shift" | "Control" | "Alt" | "Meta" | "AltGraph" | "CapsLock" | "Dead" | "Process" | "Unidentified"
        )
    {
        return None;
    }
    let named = key.chars().count() > 1;
    let key = if key == " " { "Space" } else { key };
    let modifiers = [(ctrl, "Ctrl+"), (alt, "Alt+"), (meta, "Meta+"), (shift && (named || key == "Space"), "Shift+")];
    Some(modifiers.iter().filter(|(held, _)| *held).map(|(_, name)| *name).chain([key]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn keymap() -> KeyMap {
        let command = |id: &str, keys: &[&str]| json!({ "id": id, "title": id, "keys": keys });
        let commands =
            [command("next", &["j", "ArrowDown"]), command("first", &["g g"]), command("close", &["Escape"])];
        serde_json::from_value(json!({ "commands": commands })).unwrap()
    }

    #[test]
    fn sequences_and_single_keys() {
        let (keymap, mut walker) = (keymap(), Walker::default());
        let run = |id: &str| Outcome::Command(id.to_owned());
        assert_eq!(walker.press("j", &keymap), run("next"));
        assert_eq!(walker.press("g", &keymap), Outcome::Pending);
        assert_eq!(walker.press("g", &keymap), run("first"));
        assert_eq!(walker.press("x", &keymap), Outcome::Nothing);
        assert_eq!(walker.press("g", &keymap), Outcome::Pending);
        assert_eq!(walker.press("j", &keymap), run("next"), "a broken sequence begins anew");
        assert_eq!(walker.press("Escape", &keymap), run("close"));
    }

    #[test]
    fn names_of_strokes() {
        let plain = |key: &str| name(key, false, false, false, false);
        assert_eq!(plain("j").as_deref(), Some("j"));
        assert_eq!(name("?", false, false, false, true).as_deref(), Some("?"));
        assert_eq!(name("J", false, false, false, true).as_deref(), Some("J"));
        assert_eq!(name("Tab", false, false, false, true).as_deref(), Some("Shift+Tab"));
        assert_eq!(name("k", true, false, false, false).as_deref(), Some("Ctrl+k"));
        assert_eq!(plain(" ").as_deref(), Some("Space"));
        assert_eq!(plain("Shift"), None);
        assert_eq!(plain("Process"), None, "an input method is composing");
    }
}
