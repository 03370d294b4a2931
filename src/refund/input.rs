//! What a judgement starts from.

use serde::{Deserialize, Serialize};

use crate::pack::{Own, Platform, Script, Service};
use crate::text::moment::Moment;
use crate::words::Locale;

/// One refund as a page, a file or a caller shows it. What is missing stays missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundInput {
    /// Where the shop is.
    pub platform: Platform,
    /// The reason as the page shows it; empty when none is chosen or readable.
    pub reason: String,
    /// The buyer's explanation on the application.
    pub note: Option<String>,
    /// The buyer's own lines of the chat.
    pub chat: Option<String>,
    /// What the buyer applied for.
    pub service: Option<Service>,
    /// The status as the page shows it.
    pub status: Option<String>,
    /// The state of the parcel as the page shows it.
    pub shipping: Option<String>,
    /// The category of the goods.
    pub category: Option<String>,
    /// The amount as the page shows it.
    pub amount: Option<String>,
    /// When the order was paid.
    pub paid_at: Option<Moment>,
    /// When the parcel was signed for.
    pub signed_at: Option<Moment>,
    /// When the buyer applied.
    pub filed_at: Option<Moment>,
    /// The deadline the page shows.
    pub deadline_at: Option<Moment>,
    /// The present; without it nothing is close and nothing is over.
    pub now: Option<Moment>,
    /// The buyer has been asked for another reason already.
    pub asked: bool,
}

impl RefundInput {
    /// A refund of which nothing is known but platform and reason.
    #[must_use]
    pub fn new(platform: Platform, reason: &str) -> Self {
        Self {
            platform,
            reason: reason.to_owned(),
            note: None,
            chat: None,
            service: None,
            status: None,
            shipping: None,
            category: None,
            amount: None,
            paid_at: None,
            signed_at: None,
            filed_at: None,
            deadline_at: None,
            now: None,
            asked: false,
        }
    }
}

/// How a message sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Friendly and apologetic where it is due.
    #[default]
    Warm,
    /// Polite and to the point.
    Plain,
    /// As short as is still polite.
    Brief,
}

impl Tone {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Warm, Self::Plain, Self::Brief];
}

/// What the agent has set. Unknown keys are passed over, so that other rooms can keep theirs in the same object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct JudgeSettings {
    /// Language of titles and why lines.
    pub locale: Locale,
    /// A deadline is close when this many hours or fewer are left.
    pub close_hours: u32,
    /// How messages sound.
    pub tone: Tone,
    /// Script of messages; by default that of the buyer's words, then of the page.
    pub script: Option<Script>,
    /// The shop's own rules, reasons and spellings, by platform id.
    pub packs: Own,
}

impl Default for JudgeSettings {
    fn default() -> Self {
        Self { locale: Locale::default(), close_hours: 4, tone: Tone::default(), script: None, packs: Own::new() }
    }
}
