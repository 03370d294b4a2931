//! The settings as the program uses them, with their defaults. The document on disk names only what was set.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::keys::Overrides;
use crate::pack::{Answer, BasisKind, Class, Own, OwnPack, OwnReason, Script, Stage};
use crate::refund::Tone;
use crate::teach::Taught;
use crate::words::Locale;

/// All settings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Language and looks.
    pub look: Look,
    /// Where the product works.
    pub sites: Sites,
    /// How refunds and reviews are judged.
    pub judgement: Judgement,
    /// How replies and messages sound.
    pub replies: Replies,
    /// The agent's own texts.
    pub snippets: Snippets,
    /// The keyboard.
    pub keys: Keys,
    /// Pages that the agent has taught.
    pub pages: Pages,
    /// What scores should reach.
    pub targets: Targets,
}

/// Pages that the agent has taught.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pages {
    /// By the name of their list (`Taught::id`).
    pub taught: BTreeMap<String, Taught>,
}

/// Language and looks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Look {
    /// The language; the browser's where none is chosen.
    pub locale: Option<Locale>,
    /// Light, dark, or as the system is.
    pub theme: Theme,
    /// Where the panel stands.
    pub dock: Dock,
}

/// Light, dark, or as the system is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system is.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Where the panel stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Dock {
    /// At which edge.
    pub side: Side,
    /// CSS pixels, 320 to 960.
    pub width: u16,
}

impl Default for Dock {
    fn default() -> Self {
        Self { side: Side::Right, width: 400 }
    }
}

/// An edge of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    #[default]
    Right,
}

/// Where the product works.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sites {
    /// By platform id; on where nothing is said.
    pub platforms: BTreeMap<String, bool>,
    /// By host; as its platform where nothing is said.
    pub hosts: BTreeMap<String, bool>,
}

impl Sites {
    /// Does the product work on `host`, which belongs to `platform`?
    #[must_use]
    pub fn on(&self, host: &str, platform: Option<&str>) -> bool {
        let by_platform = || self.platforms.get(platform?).copied();
        self.hosts.get(host).copied().or_else(by_platform).unwrap_or(true)
    }
}

/// How refunds and reviews are judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Judgement {
    /// A refund's deadline within this many hours is close, 1 to 72.
    pub close_hours: u32,
    /// That of an answer to a review, 1 to 720.
    pub reply_close_hours: u32,
    /// From which level on records are marked on the page.
    pub mark_from: MarkFrom,
    /// Up to so many stars a review is a bad one, 1 to 3.
    pub bad_stars: u8,
    /// What the shop knows better, by platform id.
    pub own: BTreeMap<String, OwnRules>,
}

impl Default for Judgement {
    fn default() -> Self {
        Self { close_hours: 4, reply_close_hours: 4, mark_from: MarkFrom::Watch, bad_stars: 2, own: BTreeMap::new() }
    }
}

/// From which level on records are marked on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkFrom {
    /// All that is not safe.
    #[default]
    Watch,
    /// What counts or may count.
    AtRisk,
}

/// What the shop knows better of one platform, and since when.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OwnRules {
    /// First or final reason.
    pub basis: Option<BasisKind>,
    /// Does changing the reason help the figure?
    pub change_helps: Option<Answer>,
    /// Hours by stage.
    pub deadlines: BTreeMap<Stage, i64>,
    /// Reasons by id.
    pub reasons: BTreeMap<String, ReasonRule>,
    /// Since when this holds, `YYYY-MM-DD`.
    pub since: Option<String>,
    /// Where the shop has it from.
    pub note: Option<String>,
}

/// A reason of the shop's own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReasonRule {
    /// What it says; needed for a reason that no pack has.
    pub class: Option<Class>,
    /// Does it count?
    pub counts: Option<Answer>,
    /// Further spellings.
    pub spellings: Vec<String>,
    /// Since when this holds, `YYYY-MM-DD`.
    pub since: Option<String>,
    /// Where the shop has it from.
    pub note: Option<String>,
}

impl Judgement {
    /// The shop's entries as the packs take them.
    #[must_use]
    pub fn packs(&self) -> Own {
        let reason = |(id, rule): (&String, &ReasonRule)| OwnReason {
            id: id.clone(),
            class: rule.class,
            counts: rule.counts,
            spellings: rule.spellings.clone(),
            since: rule.since.clone(),
            note: rule.note.clone(),
        };
        let pack = |(id, rules): (&String, &OwnRules)| {
            let pack = OwnPack {
                basis: rules.basis,
                change_helps: rules.change_helps,
                deadlines: rules.deadlines.clone(),
                reasons: rules.reasons.iter().map(reason).collect(),
                since: rules.since.clone(),
                note: rules.note.clone(),
            };
            (id.clone(), pack)
        };
        self.own.iter().map(pack).collect()
    }
}

/// How replies and messages sound.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Replies {
    /// The shop's name as buyers know it.
    pub shop: Option<String>,
    /// Warm, plain or brief.
    pub tone: Tone,
    /// The script of messages; that of the buyer's words where none is chosen.
    pub script: Option<Script>,
    /// Are times that copied messages promise kept as reminders?
    pub promises: bool,
}

/// The agent's own texts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Snippets {
    /// By id.
    pub own: BTreeMap<String, Snippet>,
}

/// One text of the agent's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snippet {
    /// What it is called.
    pub title: String,
    /// The text, with slots.
    pub text: String,
    /// What it is for.
    #[serde(default, rename = "use")]
    pub used_for: Use,
    /// Its place in the list.
    #[serde(default)]
    pub order: u32,
}

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// A public answer to a review.
    #[default]
    Reply,
    /// A message to a buyer.
    Message,
}

/// The keyboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Keys {
    /// Chosen sequences by command.
    pub chosen: Overrides,
    /// May keys without Ctrl, Alt or Meta run commands (WCAG 2.1.4)?
    pub bare: bool,
    /// Chosen sequences by host and command; they go before the others there.
    pub sites: BTreeMap<String, Overrides>,
}

impl Default for Keys {
    fn default() -> Self {
        Self { chosen: Overrides::new(), bare: true, sites: BTreeMap::new() }
    }
}

/// What scores should reach.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Targets {
    /// By platform and metric, `taobao.dsr_service`.
    pub scores: BTreeMap<String, Target>,
}

/// What the agent has said of one score. Decimals stay the texts they were typed as.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Target {
    /// Where it should be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// The ratings behind it, where the page shows none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// The orders behind a rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<u64>,
    /// The bad ones among them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bad: Option<u64>,
    /// How the platform cuts the figure: `half_up`, `truncate` or `unknown`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounding: Option<String>,
    /// Ratings a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_day: Option<String>,
}
