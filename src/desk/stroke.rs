//! From key presses inside the panel to command ids, along the same trie that the page side walks.

use serde_json::Value;

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
    /// Takes one more stroke, pressed at so many ms, along the key map's trie. One that does not go on with the sequence begins a new one, and
    /// so does one that comes late: half of what changes something must not lie in wait.
    pub fn press(&mut self, stroke: &str, at: f64, trie: &Value) -> Outcome {
        if at - self.last > CHORD_MS {
            self.pressed.clear();
        }
        self.last = at;
        let reached = self.pressed.iter().try_fold(trie, |node, stroke| node.get(stroke));
        let next = reached.and_then(|node| node.get(stroke)).or_else(|| {
            self.pressed.clear();
            trie.get(stroke)
        });
        match next {
            Some(Value::String(id)) => {
                self.pressed.clear();
                Outcome::Command(id.clone())
            }
            Some(Value::Object(_)) => {
                self.pressed.push(stroke.to_owned());
                Outcome::Pending
            }
            _ => {
                self.pressed.clear();
                Outcome::Nothing
            }
        }
    }
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

    fn trie() -> Value {
        json!({ "j": "next", "ArrowDown": "next", "g": { "g": "first", "j": "last" }, "z": { "p": "pause" }, "Escape": "close" })
    }

    fn run(id: &str) -> Outcome {
        Outcome::Command(id.to_owned())
    }

    #[test]
    fn sequences_and_single_keys() {
        let (trie, mut walker) = (trie(), Walker::default());
        let mut press = |stroke: &str| walker.press(stroke, 0.0, &trie);
        assert_eq!(press("j"), run("next"));
        assert_eq!(press("g"), Outcome::Pending);
        assert_eq!(press("g"), run("first"));
        assert_eq!(press("g"), Outcome::Pending);
        assert_eq!(press("j"), run("last"), "the same key alone is another command");
        assert_eq!(press("x"), Outcome::Nothing);
        assert_eq!(press("z"), Outcome::Pending);
        assert_eq!(press("j"), run("next"), "a broken sequence begins anew");
        assert_eq!(press("z"), Outcome::Pending);
        assert_eq!(press("g"), Outcome::Pending, "and so with the first of two");
        assert_eq!(press("g"), run("first"));
        assert_eq!(press("Escape"), run("close"));
    }

    #[test]
    fn what_is_no_stroke_of_the_map_leads_nowhere() {
        let (trie, mut walker) = (trie(), Walker::default());
        for stroke in ["toString", "__proto__", "", "gg", "J"] {
            assert_eq!(walker.press(stroke, 0.0, &trie), Outcome::Nothing, "{stroke}");
        }
        assert_eq!(walker.press("j", 0.0, &Value::Null), Outcome::Nothing, "before the page side has told its keys");
    }

    #[test]
    fn the_second_stroke_of_two_does_not_come_late() {
        let (trie, mut walker) = (trie(), Walker::default());
        assert_eq!(walker.press("g", 10_000.0, &trie), Outcome::Pending);
        assert_eq!(walker.press("g", 11_500.0, &trie), run("first"));
        assert_eq!(walker.press("g", 20_000.0, &trie), Outcome::Pending);
        assert_eq!(walker.press("g", 21_501.0, &trie), Outcome::Pending, "it is the first of another two");
        assert_eq!(walker.press("g", 21_600.0, &trie), run("first"));
    }

    #[test]
    fn the_compiled_map_is_walked_to_every_command() {
        let map = crate::keys::start(crate::words::Locale::En, &crate::keys::Overrides::new());
        let trie = serde_json::to_value(&map.trie).unwrap();
        for command in &map.commands {
            for sequence in &command.keys {
                let mut walker = Walker::default();
                let reached = sequence.split(' ').map(|stroke| walker.press(stroke, 0.0, &trie)).last();
                assert_eq!(reached, Some(run(command.id)), "{sequence}");
            }
        }
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
