//! What a refund's card is made of.

use serde::Deserialize;

use super::Answer;

/// A text of the buyer.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Words {
    /// `note` or `chat`.
    #[serde(default)]
    pub from: String,
    /// The text.
    pub text: String,
    /// The places that show an issue.
    #[serde(default)]
    pub cues: Vec<CueAt>,
}

/// A place in a text, in code points.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CueAt {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The issue's name.
    #[serde(default)]
    pub label: String,
}

/// An issue by its name.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct IssueLabel {
    /// In the agent's language.
    pub label: String,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Advice {
    /// The contract's advice kind.
    pub kind: String,
    /// What to do.
    pub title: String,
    /// Does it help the metric today?
    #[serde(default)]
    pub helps: Answer,
    /// The same in words.
    #[serde(default)]
    pub helps_text: String,
    /// Why.
    #[serde(default)]
    pub why: String,
    /// A message to the buyer or the platform.
    #[serde(default)]
    pub message: Option<String>,
}

/// The service type.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Service {
    /// In the agent's language.
    pub text: String,
}

/// A deadline.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Deadline {
    /// RFC 3339 with the shop's offset.
    #[serde(default)]
    pub at: String,
    /// Milliseconds since 1970 UTC.
    pub at_ms: f64,
    /// `page` or `rule`.
    #[serde(default)]
    pub source: String,
    /// What happens then.
    #[serde(default)]
    pub text: String,
    /// So many milliseconds before it the agent calls it close.
    #[serde(default = "four_hours")]
    pub close_ms: f64,
}

const fn four_hours() -> f64 {
    14_400_000.0
}

impl Deadline {
    /// Is it close at `now`, or past?
    #[must_use]
    pub fn is_close(&self, now: f64) -> bool {
        self.at_ms - now < self.close_ms
    }
}
