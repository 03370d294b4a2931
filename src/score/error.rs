//! What is wrong with a question.

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScoreError {
    /// A value that cannot be, or cannot be together with the others.
    #[error("{field} out of range: {found} (expected {expected})")]
    OutOfRange {
        /// Name of the field.
        field: &'static str,
        /// The value as found.
        found: String,
        /// What would do.
        expected: String,
    },
    /// A text that is no such number.
    #[error("{field} not readable: {found:?} (expected {expected})")]
    NotReadable {
        /// Name of the field.
        field: &'static str,
        /// The text as found.
        found: String,
        /// What would do.
        expected: &'static str,
    },
    /// Digits drawn with a font of the page's own, whose meaning changes with every load.
    #[error("{field} unreadable: its digits are drawn with the page's own font")]
    OwnFont {
        /// Name of the field.
        field: &'static str,
    },
    /// The exact answer would take more digits or more time than there is.
    #[error("{what} too large to be worked out exactly (expected {limit})")]
    TooLarge {
        /// What became too large.
        what: &'static str,
        /// What still can be done.
        limit: &'static str,
    },
}

impl ScoreError {
    /// [`ScoreError::OutOfRange`].
    #[must_use]
    pub fn range(field: &'static str, found: impl ToString, expected: impl Into<String>) -> Self {
        Self::OutOfRange { field, found: found.to_string(), expected: expected.into() }
    }

    /// [`ScoreError::NotReadable`], with the beginning of what was found.
    #[must_use]
    pub fn unread(field: &'static str, found: &str, expected: &'static str) -> Self {
        Self::NotReadable { field, found: found.chars().take(64).collect(), expected }
    }
}
