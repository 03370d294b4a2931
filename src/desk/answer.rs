//! What the panel is told about a review: what the page says of it, the engine's drafts, what the lint finds.

use serde::Deserialize;

use super::message::{self, Deadline};

/// What a page says of a review.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub struct Review {
    /// `bad`, `middle`, `complaint`, `answered`, `praise` or `plain`.
    pub standing: String,
    /// Stars, where they could be read.
    pub stars: Option<f64>,
    /// The same in words.
    pub stars_text: String,
    /// The buyer's words.
    pub text: String,
    /// What the buyer added later.
    pub added: Option<String>,
    /// When it was written, RFC 3339.
    pub time: Option<String>,
    /// Whether the shop has answered.
    pub answered: Option<bool>,
    /// What the shop has answered.
    pub reply: Option<String>,
    /// Until when it can be answered.
    pub reply_by: Option<Deadline>,
    /// What the reply box takes.
    pub limit: Option<u32>,
    /// Whether it shows pictures.
    pub pictures: bool,
}

/// The engine's drafts for one review.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// Best first.
    pub drafts: Vec<Draft>,
    /// The fault the drafts go by.
    pub fault: String,
    /// What speaks for a malicious review.
    pub malicious: Option<Malicious>,
    /// What to know before answering.
    pub notes: Vec<Note>,
    /// How many characters the platform takes, where that is known.
    pub limit: Option<u32>,
    /// How a malicious review is reported; only where one is suspected.
    pub report: Option<Reporting>,
    /// Until when an answer is possible by the platform's rule, RFC 3339.
    pub reply_by: Option<String>,
}

/// How a malicious review is reported on the platform.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub struct Reporting {
    /// What the platform wants to see.
    pub proof: String,
    /// Where it is reported.
    pub path: String,
    /// `yes` where a review can be reported once only.
    pub once: message::Answer,
}

/// One draft.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Draft {
    /// The text.
    pub text: String,
    /// What it does.
    #[serde(default)]
    pub variant: String,
}

/// Positive evidence of malice in the text.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Malicious {
    /// Which class.
    pub class: String,
    /// The buyer's words that speak for it.
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// Something to know before answering.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Note {
    /// For CSS and tests.
    pub kind: String,
    /// In the agent's language.
    pub text: String,
}

/// What the lint says of a text.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub struct Report {
    /// Whether it must not go out like this.
    pub blocked: bool,
    /// In the order of the text.
    pub findings: Vec<Finding>,
}

/// One place of a text.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// `block` or `warn`.
    pub severity: String,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words there.
    #[serde(default)]
    pub found: String,
    /// One sentence.
    #[serde(default)]
    pub why: String,
    /// What to put there instead.
    #[serde(default)]
    pub fix: Option<String>,
}
