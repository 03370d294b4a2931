//! What comes out: issues, what looks malicious, drafts, and until when a reply is possible.

use serde::Serialize;

use super::input::Fault;
use crate::issue::IssueFound;
use crate::lint::Finding;

/// What is to be known and said about one review.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// What the buyer complains about, most important first.
    pub issues: Vec<IssueFound>,
    /// What in the text itself speaks for a malicious review.
    pub malicious: Option<Malicious>,
    /// At least three that differ in substance, best first.
    pub drafts: Vec<Draft>,
    /// Until when the platform takes a reply, RFC 3339; `None` where the rule or the review's time is not known.
    pub reply_by: Option<String>,
    /// The fault the drafts go by.
    pub fault: Fault,
    /// Danger to people or animals: the drafts follow their own rule.
    pub safety: bool,
    /// What the agent should know before replying, in the agent's language.
    pub notes: Vec<Note>,
}

/// One reply, ready to be looked over and put into the box by the agent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Draft {
    /// The reply.
    pub text: String,
    /// What it does: `resolve verify explain brief`, `safety safety_evidence safety_brief`, `calm ask thanks`.
    pub variant: &'static str,
    /// By our own rubric, 0 to 20, in halves.
    pub score: f32,
    /// What the filter has to say about it; nothing in it blocks.
    pub findings: Vec<Finding>,
}

/// The classes of the trade, and extortion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Malice {
    /// The words contradict themselves or the facts.
    FalseClaim,
    /// Praises or links another shop, asks to buy elsewhere.
    Competitor,
    /// Insults and nothing else.
    Abuse,
    /// Asks for money or goods for the review.
    Extortion,
}

/// Positive evidence in the text; never stars or anger alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Malicious {
    /// Which class.
    pub class: Malice,
    /// The buyer's words that speak for it.
    pub evidence: Vec<String>,
}

/// Something to know before replying.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// `safety malicious look_at_pictures leave_alone other_shop once window_unknown closed_by_added window window_over`.
    pub kind: &'static str,
    /// In the agent's language.
    pub text: String,
}
