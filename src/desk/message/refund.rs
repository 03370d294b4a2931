//! A refund as the panel receives it.

use serde::Deserialize;

use super::{Advice, Answer, Deadline, IssueLabel, Level, Review, Service, Words};

/// One refund.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Card {
    /// Unique in the tab.
    pub key: String,
    /// The after-sales number, else the order number.
    #[serde(default)]
    pub id: String,
    /// Both numbers where the page shows them.
    #[serde(default)]
    pub ids: Ids,
    /// How much it hurts.
    pub level: Level,
    /// The level in words.
    #[serde(default)]
    pub level_text: String,
    /// 0 to 100.
    #[serde(default)]
    pub score: f64,
    /// The reason as chosen and what it means.
    #[serde(default)]
    pub reason: Reason,
    /// What only reviews have; `None` for a refund.
    #[serde(default)]
    pub review: Option<Review>,
    /// The buyer's words.
    #[serde(default)]
    pub words: Vec<Words>,
    /// Do words and reason agree, as a sentence?
    #[serde(default)]
    pub match_text: String,
    /// `agrees`, `contradicts` or `silent`.
    #[serde(default, rename = "match")]
    pub matching: String,
    /// What the words complain about.
    #[serde(default)]
    pub issues: Vec<IssueLabel>,
    /// Why this level, one sentence each, the weightiest first.
    #[serde(default)]
    pub why: Vec<String>,
    /// What to do, what helps most first.
    #[serde(default)]
    pub advice: Vec<Advice>,
    /// The service type.
    #[serde(default)]
    pub service: Option<Service>,
    /// The status as shown.
    #[serde(default)]
    pub status: Option<String>,
    /// The parcel's state as shown.
    #[serde(default)]
    pub shipping: Option<String>,
    /// The amount as shown.
    #[serde(default)]
    pub amount: Option<String>,
    /// The time of payment as shown.
    #[serde(default)]
    pub paid: Option<String>,
    /// The goods' title as shown.
    #[serde(default)]
    pub goods: Option<String>,
    /// Until when something must be done.
    #[serde(default)]
    pub deadline: Option<Deadline>,
    /// The date (`YYYY-MM-DD`) on which the refund leaves the metric's window.
    #[serde(default)]
    pub leaves_window: Option<String>,
    /// Fields that were there and could not be read.
    #[serde(default)]
    pub unreadable: Vec<String>,
}

impl Card {
    /// Until when something must be done: the refund's deadline, or that of a review's answer.
    #[must_use]
    pub fn due(&self) -> Option<&Deadline> {
        self.deadline.as_ref().or_else(|| self.review.as_ref()?.reply_by.as_ref())
    }
}

/// The numbers of one record.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Ids {
    /// The order number.
    pub order: Option<String>,
    /// The after-sales number.
    pub refund: Option<String>,
    /// The review's number.
    pub review: Option<String>,
}

/// The reason and its rule.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
pub struct Reason {
    /// As the page shows it; may be empty.
    #[serde(default)]
    pub raw: String,
    /// Does it count?
    #[serde(default)]
    pub counts: Answer,
    /// The same in words.
    #[serde(default)]
    pub counts_text: String,
    /// `first`, `final` or `unknown`: which choice of reason the platform counts.
    #[serde(default)]
    pub basis: String,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<Rule>,
}

/// A dated rule of a platform.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Rule {
    /// What it says.
    pub text: String,
    /// Since when.
    #[serde(default)]
    pub since: Option<String>,
    /// Where it is known from.
    #[serde(default)]
    pub source: Option<String>,
    /// How sure, as an id.
    #[serde(default)]
    pub confidence: String,
    /// How sure, in words.
    #[serde(default)]
    pub confidence_text: String,
}
