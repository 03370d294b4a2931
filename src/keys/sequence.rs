//! Key sequences as text: reading, normal form, writing.

use std::fmt;

use thiserror::Error;

/// One or two strokes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sequence(Vec<String>);

/// Why a text is no key sequence.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoSequence {
    /// Nothing there, or more than two strokes.
    #[error("found {found} strokes, expected one or two")]
    Length {
        /// How many strokes there were.
        found: usize,
    },
    /// A stroke that no key press has for a name.
    #[error("`{0}` names no key")]
    Stroke(String),
}

const MODIFIERS: [&str; 4] = ["Ctrl", "Alt", "Meta", "Shift"];
const NAMED: &[&str] = &[
    "Escape",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Insert",
    "Delete",
    "Space",
    "Enter",
    "Tab",
    "Backspace",
    "F1",
    "F2",
    "F3",
    "F4",
    "F5",
    "F6",
    "F7",
    "F8",
    "F9",
    "F10",
    "F11",
    "F12",
];

impl Sequence {
    /// Reads `j`, `g g`, `Ctrl+k`, `Alt+Shift+F6`. Modifiers come in any order, full-width signs count as their half-width ones.
    ///
    /// # Errors
    /// When the text is not one or two strokes, or a stroke names no key.
    pub fn parse(text: &str) -> Result<Self, NoSequence> {
        let strokes = text.split_whitespace().map(stroke).collect::<Result<Vec<_>, _>>()?;
        match strokes.len() {
            1 | 2 => Ok(Self(strokes)),
            found => Err(NoSequence::Length { found }),
        }
    }

    /// The strokes, first to last.
    #[must_use]
    pub fn strokes(&self) -> &[String] {
        &self.0
    }

    /// Would a press of the one stand in the way of the other? True where they are the same or one begins the other.
    #[must_use]
    pub fn clashes(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(one, two)| one == two)
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.join(" "))
    }
}

fn stroke(text: &str) -> Result<String, NoSequence> {
    let wrong = || NoSequence::Stroke(text.to_owned());
    // The last part is the key; `+` itself may be one (`Ctrl++`).
    let (modifiers, key) = match text.strip_suffix('+') {
        Some(rest) => (rest.strip_suffix('+').unwrap_or(rest), "+"),
        None => text.rsplit_once('+').unwrap_or(("", text)),
    };
    let mut held = [false; MODIFIERS.len()];
    for name in modifiers.split('+').filter(|it| !it.is_empty()) {
        let slot = MODIFIERS.iter().position(|it| *it == name).ok_or_else(wrong)?;
        if let Some(flag) = held.get_mut(slot) {
            *flag = true;
        }
    }
    let mut letters = key.chars();
    let key = match (letters.next(), letters.next()) {
        (Some(letter), None) => half_width(letter).filter(char::is_ascii_graphic).ok_or_else(wrong)?.to_string(),
        _ if NAMED.contains(&key) => key.to_owned(),
        _ => return Err(wrong()),
    };
    // A sign already says whether Shift was held.
    if key.len() == 1 && held.last() == Some(&true) {
        return Err(wrong());
    }
    let names = MODIFIERS.iter().zip(held).filter(|(_, held)| *held).map(|(name, _)| *name);
    Ok(names.chain([key.as_str()]).collect::<Vec<_>>().join("+"))
}

fn half_width(letter: char) -> Option<char> {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => u32::from(letter).checked_sub(0xfee0).and_then(char::from_u32),
        _ => Some(letter),
    }
}
