//! Which keys may be chosen: none the browser or the page needs, none twice, none so short that a slip changes something.

use thiserror::Error;

use super::sequence::NoSequence;
use super::{Command, Guard, Sequence};
use crate::words::{Locale, text};

/// Why a sequence cannot lead to a command.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// The text is no sequence.
    #[error(transparent)]
    NoSequence(#[from] NoSequence),
    /// Another command has it, or one begins the other.
    #[error("`{keys}` already belongs to `{command}`")]
    Taken {
        /// The sequence it clashes with.
        keys: String,
        /// Whose it is.
        command: &'static str,
    },
    /// The browser or the page does something with it that agents rely on.
    #[error("`{0}` belongs to the browser")]
    Reserved(String),
    /// Chinese and Japanese input methods switch something with it.
    #[error("`{0}` belongs to the input method")]
    InputMethod(String),
    /// A command that changes something needs two strokes.
    #[error("`{0}` is one stroke, two are needed here")]
    TooShort(String),
    /// No command has this id.
    #[error("there is no command `{0}`")]
    UnknownCommand(String),
}

impl Problem {
    /// The problem in the agent's language.
    #[must_use]
    pub fn text(&self, locale: Locale) -> String {
        match self {
            Self::NoSequence(_) => text(locale, "keys_problem_no_key", &[]),
            Self::Taken { keys, command } => {
                let title = super::COMMANDS.iter().find(|it| it.id == *command).map_or("", |it| it.title);
                text(locale, "keys_problem_taken", &[keys, &text(locale, title, &[])])
            }
            Self::Reserved(keys) => text(locale, "keys_problem_reserved", &[keys]),
            Self::InputMethod(keys) => text(locale, "keys_problem_input_method", &[keys]),
            Self::TooShort(keys) => text(locale, "keys_problem_too_short", &[keys]),
            Self::UnknownCommand(id) => text(locale, "keys_problem_unknown", &[id]),
        }
    }
}

// Keys that confirm, submit, scroll, leave or move the focus; `/` and `'` open Firefox's quick find.
const RESERVED: &[&str] = &[
    "Enter",
    "Tab",
    "Space",
    "Backspace",
    "Delete",
    "Insert",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "F1",
    "F3",
    "F5",
    "F6",
    "F7",
    "F10",
    "F11",
    "F12",
    "/",
    "'",
];

// Chromium's and Firefox's own chords: every letter and digit, zooming, Firefox's way back and forward, closing the tab. Ctrl stands for Meta on a
// Mac as well.
const RESERVED_WITH_CTRL: &[&str] = &["+", "-", "=", "[", "]", "F4"];
const RESERVED_WITH_ALT: &[&str] = &[
    "b",
    "d",
    "e",
    "f",
    "h",
    "s",
    "t",
    "v",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "F4",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
];

/// Is the stroke one that the browser or every page needs?
fn reserved(stroke: &str) -> bool {
    let (modifiers, key) = match stroke.strip_suffix("++") {
        Some(modifiers) => (modifiers, "+"),
        None => stroke.rsplit_once('+').unwrap_or(("", stroke)),
    };
    let has = |name: &str| modifiers.split('+').any(|it| it == name);
    match key {
        "Escape" => !modifiers.is_empty(),
        _ if has("Ctrl") || has("Meta") => {
            let sign = key.len() == 1 && key.chars().all(|it| it.is_ascii_alphanumeric());
            sign || RESERVED.contains(&key) || RESERVED_WITH_CTRL.contains(&key)
        }
        _ if has("Alt") => RESERVED_WITH_ALT.contains(&key) || RESERVED.contains(&key),
        _ => RESERVED.contains(&key),
    }
}

// What input methods take in every program: Microsoft Pinyin and Sogou have Ctrl+. for the punctuation, Ctrl+, and Ctrl+; for what they offer,
// Bopomofo those and Ctrl+' for signs, Rime Ctrl+` and F4 for its menu, Japanese ones Alt+`. Space and Shift alone are refused anyway.
const INPUT_METHOD: &[&str] = &["Ctrl+.", "Ctrl+,", "Ctrl+;", "Ctrl+`", "Ctrl+'", "Ctrl+\\", "Alt+`", "F4"];

/// Reads `keys` for `command`, given what is bound already.
///
/// # Errors
/// When the keys cannot be used; the error says why.
pub fn check(command: &Command, keys: &str, bound: &[(&Command, Sequence)]) -> Result<Sequence, Problem> {
    let sequence = Sequence::parse(keys)?;
    if let Some(stroke) = sequence.strokes().iter().find(|stroke| reserved(stroke)) {
        return Err(Problem::Reserved(stroke.clone()));
    }
    if let Some(stroke) = sequence.strokes().iter().find(|stroke| INPUT_METHOD.contains(&stroke.as_str())) {
        return Err(Problem::InputMethod(stroke.clone()));
    }
    if command.guard == Guard::Chord && sequence.strokes().len() < 2 {
        return Err(Problem::TooShort(keys.to_owned()));
    }
    match bound.iter().find(|(_, other)| other.clashes(&sequence)) {
        Some((owner, other)) => Err(Problem::Taken { keys: other.to_string(), command: owner.id }),
        None => Ok(sequence),
    }
}
