//! What an answer starts from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::pack::{Platform, Script};
pub use crate::refund::Tone;
use crate::text::moment::Moment;
use crate::words::Locale;

/// Whose the fault is, as the agent sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Goods, packing or service of the shop.
    Ours,
    /// The parcel's way.
    Carrier,
    /// The goods are as described; the buyer expected something else.
    Expectation,
    /// Not known yet: it has to be looked into first.
    Unclear,
}

impl Fault {
    /// All of them, in the order of the packs.
    pub const ALL: [Self; 4] = [Self::Ours, Self::Carrier, Self::Expectation, Self::Unclear];

    /// The id of the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Carrier => "carrier",
            Self::Expectation => "expectation",
            Self::Unclear => "unclear",
        }
    }

    /// The fault of an id; `None` when there is none of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fault| fault.id() == id)
    }
}

/// One review as a page or a caller shows it. What is missing stays missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewInput {
    /// Where the shop is.
    pub platform: Platform,
    /// The buyer's words; empty for a review of pictures or stars alone.
    pub text: String,
    /// The buyer's later words (追评).
    pub added: Option<String>,
    /// 1 to 5, where the page shows them.
    pub stars: Option<u8>,
    /// The title of the goods.
    pub product: Option<String>,
    /// What page or agent know for certain, by name: `size`, `colour`, `signed_at`, `after_sale` …
    pub facts: BTreeMap<String, String>,
    /// Whose fault it is, where the agent has said so.
    pub fault: Option<Fault>,
    /// The shop's own name.
    pub shop: Option<String>,
    /// The shop's last replies, the newest first; fifty are looked at.
    pub previous: Vec<String>,
    /// What the reply box takes, in characters; else the platform's rule.
    pub limit: Option<usize>,
    /// Script of the reply; else that of the buyer's words, then the platform's.
    pub script: Option<Script>,
    /// How the reply sounds.
    pub tone: Tone,
    /// When the review was written.
    pub reviewed_at: Option<Moment>,
    /// When the later words were written.
    pub added_at: Option<Moment>,
    /// The present; without it nothing is close and nothing is over.
    pub now: Option<Moment>,
    /// Language of the notes for the agent.
    pub locale: Locale,
}

impl ReviewInput {
    /// A review of which nothing is known but platform and words.
    #[must_use]
    pub fn new(platform: Platform, text: &str) -> Self {
        Self {
            platform,
            text: text.to_owned(),
            added: None,
            stars: None,
            product: None,
            facts: BTreeMap::new(),
            fault: None,
            shop: None,
            previous: Vec::new(),
            limit: None,
            script: None,
            tone: Tone::default(),
            reviewed_at: None,
            added_at: None,
            now: None,
            locale: Locale::default(),
        }
    }

    /// All the buyer's words, the later ones after the first.
    #[must_use]
    pub fn words(&self) -> String {
        match self.added.as_deref().map(str::trim) {
            Some(added) if !added.is_empty() => format!("{}\n{added}", self.text),
            _ => self.text.clone(),
        }
    }
}
