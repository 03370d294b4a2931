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

/// Two strokes of a sequence belong together for so many milliseconds, as on the page side (`extension/content/strokes.ts`).
const CHORD_MS: f64 = 1500.0;

/// The keys pressed so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Walker {
    pressed: Vec<String>,
    last: f64,
}

impl Walker {
    /// Takes one more stroke, pressed at so many ms. One that does not go on with the sequence begins a new one, and so does one that comes
    /// late: half of what changes something must not lie in wait.
    pub fn press(&mut self, stroke: &str, at: f64, keymap: &KeyMap) -> Outcome {
        if at - self.last > CHORD_MS {
            self.pressed.clear();
        }
        self.last = at;
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

/// The name of a key press as the page side writes it (`extension/content/strokes.ts`): `j`, `?`, `Escape`, `Shift+F6`, `Ctrl+k`. `None` for
/// a lone modifier and what an input method is at work on. `held` tells of Ctrl, Alt and Meta.
#[must_use]
pub fn stroke(key: &str, code: &str, held: [bool; 3], shift: bool) -> Option<String> {
    let [ctrl, alt, meta] = held;
    let chord = ctrl || alt || meta;
    let mut signs = key.chars();
    let (Some(sign), None) = (signs.next(), signs.next()) else {
        return name(key, ctrl, alt, meta, shift);
    };
    let sign = half_width(sign);
    // With Alt a Mac types other signs, and other scripts have no Latin letters: there the place on the keyboard counts.
    let place = code.strip_prefix("Key").or_else(|| code.strip_prefix("Digit")).and_then(|rest| rest.chars().next());
    let sign = place.filter(|_| chord || !sign.is_ascii()).unwrap_or(sign);
    // Caps Lock is no Shift.
    let sign = match sign.is_ascii_alphabetic() {
        true if shift && !chord => sign.to_ascii_uppercase(),
        true => sign.to_ascii_lowercase(),
        false => sign,
    };
    let named = name(&sign.to_string(), ctrl, alt, meta, false)?;
    // Shift beside a chord is named, so that it is seen that no key map takes it.
    match named.rsplit_once('+').filter(|_| chord && shift) {
        Some((before, key)) => Some(format!("{before}+Shift+{key}")),
        None => Some(named),
    }
}

/// A full-width sign is the same key.
fn half_width(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => u32::from(sign).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(sign),
        _ => sign,
    }
}

/// The name of what is no single sign, or of a sign that has been made out.
fn name(key: &str, ctrl: bool, alt: bool, meta: bool, shift: bool) -> Option<String> {
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
        assert_eq!(walker.press("j", 0.0, &keymap), run("next"));
        assert_eq!(walker.press("g", 0.0, &keymap), Outcome::Pending);
        assert_eq!(walker.press("g", 0.0, &keymap), run("first"));
        assert_eq!(walker.press("x", 0.0, &keymap), Outcome::Nothing);
        assert_eq!(walker.press("g", 0.0, &keymap), Outcome::Pending);
        assert_eq!(walker.press("j", 0.0, &keymap), run("next"), "a broken sequence begins anew");
        assert_eq!(walker.press("Escape", 0.0, &keymap), run("close"));
    }

    #[test]
    fn the_second_stroke_of_two_does_not_come_late() {
        let (keymap, mut walker) = (keymap(), Walker::default());
        assert_eq!(walker.press("g", 10_000.0, &keymap), Outcome::Pending);
        assert_eq!(walker.press("g", 11_500.0, &keymap), Outcome::Command("first".to_owned()));
        assert_eq!(walker.press("g", 20_000.0, &keymap), Outcome::Pending);
        assert_eq!(walker.press("g", 21_501.0, &keymap), Outcome::Pending, "it is the first of another two");
        assert_eq!(walker.press("g", 21_600.0, &keymap), Outcome::Command("first".to_owned()));
    }

    #[test]
    fn strokes_are_named_as_the_page_hears_them() {
        let plain = |key: &str, code: &str, shift: bool| stroke(key, code, [false; 3], shift);
        for (key, code, shift, wanted) in [
            ("j", "KeyJ", false, Some("j")),
            ("J", "KeyJ", false, Some("j")),
            ("J", "KeyJ", true, Some("J")),
            ("ｊ", "KeyJ", false, Some("j")),
            ("？", "Slash", true, Some("?")),
            ("?", "Slash", true, Some("?")),
            ("о", "KeyJ", false, Some("j")),
            ("F8", "F8", true, Some("Shift+F8")),
            ("Tab", "Tab", true, Some("Shift+Tab")),
            (" ", "Space", false, Some("Space")),
            ("Process", "KeyJ", false, None),
            ("Shift", "ShiftLeft", true, None),
        ] {
            assert_eq!(plain(key, code, shift).as_deref(), wanted, "{key} {code} {shift}");
        }
        let alt = |key: &str, shift: bool| stroke(key, "KeyO", [false, true, false], shift);
        assert_eq!((alt("ø", false).as_deref(), alt("O", true).as_deref()), (Some("Alt+o"), Some("Alt+Shift+o")));
        assert_eq!(stroke("k", "KeyK", [true, false, false], false).as_deref(), Some("Ctrl+k"));
    }
}
