//! The shape of `packs/platforms/*.toml` and `packs/reasons/*.toml`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::class::Class;
use super::evidence::{Answer, Evidence, Local, Text};
use crate::issue::Issue;

/// What is known of one platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// Name, zone, words and manners.
    pub about: About,
    /// Which reason decides: the first or the final one.
    pub basis: Basis,
    /// Kinds of goods whose lists of counting reasons differ, by id.
    pub categories: BTreeMap<String, Category>,
    /// What the platform adds to a reason's text to say that it counts.
    pub suffixes: Vec<Suffix>,
    /// Whether a class of reasons counts, where the reason itself says nothing else.
    pub classes: BTreeMap<Class, ClassRule>,
    /// The reasons of this platform's lists, sorted by id.
    pub reasons: Vec<Reason>,
    /// Service types that never count; none where that is not known.
    pub services: Option<Services>,
    /// Conditions under which a counting reason does not count.
    pub exemptions: Vec<Exemption>,
    /// The channel for a reason that contradicts the facts.
    pub report: Option<Report>,
    /// How long the seller has, by stage.
    pub deadlines: Vec<DeadlineRule>,
    /// Which entry of the buyer's list fits an issue, as the platform writes it.
    pub fits: BTreeMap<Issue, String>,
}

/// Name, zone, words and manners of a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The platform's name.
    pub name: Local,
    /// The quality figure that refunds touch.
    pub metric: Local,
    /// What the chat with buyers is called.
    pub channel: Local,
    /// How a buyer is addressed there.
    pub greeting: Local,
    /// Minutes east of UTC in which times without a zone are meant.
    pub zone_minutes: i16,
    /// The script messages are written in when the buyer's words do not show one.
    pub script: Script,
    /// Does the platform judge by the buyer's own text too?
    pub reads_text: Answer,
    /// May a seller ask a buyer to correct a reason at all?
    pub may_ask: bool,
    /// Of the entries in this table.
    pub evidence: Evidence,
}

impl About {
    /// The zone in which times without a zone are meant, and in which the platform's days begin.
    #[must_use]
    pub fn zone(&self) -> time::UtcOffset {
        let seconds = i32::from(self.zone_minutes).saturating_mul(60);
        time::UtcOffset::from_whole_seconds(seconds).unwrap_or(crate::text::moment::SHANGHAI)
    }
}

/// The script of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Script {
    /// Simplified Chinese.
    Hans,
    /// Traditional Chinese.
    Hant,
    /// English.
    En,
}

/// Which of a buyer's reasons the figure is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BasisKind {
    /// The first one chosen; later edits change nothing.
    First,
    /// The one that stands at the end.
    Final,
    /// Not known.
    Unknown,
}

/// The first-or-final rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Id of the rule, `taobao/first-reason-2022`.
    pub rule: Text,
    /// First, final or unknown.
    pub kind: BasisKind,
    /// Does changing the reason move this platform's figure today?
    pub change_helps: Answer,
    /// The rule in one sentence.
    pub text: Local,
    /// Of this rule.
    pub evidence: Evidence,
}

/// A kind of goods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Words that a category's name on the page contains.
    pub words: Vec<String>,
}

/// A mark the platform puts behind a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suffix {
    /// What stands in the brackets.
    pub text: String,
    /// Does a reason that carries it count?
    pub counts: Answer,
    /// The class of a reason that is not known otherwise.
    pub class: Class,
    /// Of this entry.
    pub evidence: Evidence,
}

/// Whether a class counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassRule {
    /// Does it count?
    pub counts: Answer,
    /// Of this entry.
    pub evidence: Evidence,
}

/// One reason of a platform's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Id, the same on every platform that has this reason.
    pub id: String,
    /// Cross-platform class.
    pub class: Class,
    /// Does it count? The class decides where nothing is said here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<Answer>,
    /// Where the answer differs by category.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_category: BTreeMap<String, Answer>,
    /// All spellings seen, sorted.
    pub spellings: Vec<String>,
    /// Of this entry.
    pub evidence: Evidence,
}

/// Service types that never count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Services {
    /// Which.
    pub never_count: Vec<Service>,
    /// Of this entry.
    pub evidence: Evidence,
}

/// What the buyer applied for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Service {
    /// Money back, goods stay or never came.
    RefundOnly,
    /// Goods back, money back.
    ReturnRefund,
    /// Another piece instead.
    Exchange,
    /// The missing piece sent.
    Resend,
    /// A repair.
    Repair,
}

impl Service {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::RefundOnly, Self::ReturnRefund, Self::Exchange, Self::Resend, Self::Repair];
}

/// A condition under which a counting reason does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// Id, `pinduoduo/signed-within-18h`.
    pub id: String,
    /// What has to be so.
    pub when: Condition,
    /// The condition in one sentence.
    pub text: Local,
    /// Of this entry.
    pub evidence: Evidence,
}

/// What has to be so for an exemption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// The order leaves the figure's window so many days after the day of payment.
    Window {
        /// Days from the day of payment to the first day outside.
        days: i64,
    },
    /// The parcel was not signed for when the buyer applied.
    Unsigned,
    /// The parcel is unsigned, or was signed this long after the application or later.
    SignedAfter {
        /// Hours after the application.
        hours: i64,
    },
    /// The seller settles it alone: no refusal, no platform intervention, no bad rating; only for signed parcels.
    Smooth {
        /// Words of the category names that are known to be listed.
        category_words: Vec<String>,
    },
}

/// The platform's own channel for a reason that contradicts the facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Id, `douyin/abnormal-after-sale`.
    pub id: String,
    /// Where it is found.
    pub path: Local,
    /// What it is good for and what its limits are, in one or two sentences.
    pub text: Local,
    /// Characters its text field takes.
    pub limit: u32,
    /// Is it meant for malicious buyers only? Then an honest buyer with a late parcel is none.
    pub malice_only: bool,
    /// Does a report that succeeds take the order out of the figure?
    pub helps: Answer,
    /// Of this entry.
    pub evidence: Evidence,
}

/// Where a refund stands, as far as clocks go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The seller has to answer the application; the goods have been shipped.
    Review,
    /// The same before shipping.
    ReviewUnshipped,
}

/// How long the seller has in a stage, counted from the application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeadlineRule {
    /// Id, `douyin/review-48h`.
    pub id: String,
    /// Which stage.
    pub stage: Stage,
    /// Hours.
    pub hours: i64,
    /// Of this entry.
    pub evidence: Evidence,
}

/// Reasons and words that mean the same on every platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommonReasons {
    /// Words inside a stated reason that tell of danger to people.
    #[serde(default)]
    pub danger: Vec<String>,
    /// Whole labels, sorted by id.
    pub reasons: Vec<CommonReason>,
    /// Words inside labels nobody has listed, tried in this order.
    pub words: Vec<CommonWords>,
}

/// A label that means the same everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommonReason {
    /// Id.
    pub id: String,
    /// Class.
    pub class: Class,
    /// Spellings, sorted.
    pub spellings: Vec<String>,
}

/// Words that give a label's meaning away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommonWords {
    /// Id of the reason they point to.
    pub id: String,
    /// Its class.
    pub class: Class,
    /// Any of these inside the label.
    pub any: Vec<String>,
}
