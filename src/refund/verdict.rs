//! The judgement of one refund.

use serde::{Deserialize, Serialize};

use super::advice::Kind;
use crate::issue::{Classification, Issue};
use crate::pack::{Answer, BasisKind, Class, Confidence, Text};

/// What a refund means for the shop's quality figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Nothing to do.
    Safe,
    /// Something to look at.
    Watch,
    /// It will or may count.
    AtRisk,
    /// It counts already.
    Counted,
}

/// Do the buyer's own words agree with the stated reason?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Match {
    /// They say the same.
    Agrees,
    /// They say something else.
    Contradicts,
    /// They say nothing about it.
    Silent,
}

/// The judgement; serialises to the output of `radar refund`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Verdict {
    /// The stated reason and whether it counts.
    pub reason: ReasonRead,
    /// What the buyer's words complain about; offsets count in note and chat joined by a line break.
    pub cause: Classification,
    /// Words against reason.
    pub r#match: Match,
    /// What it means.
    pub level: Level,
    /// Urgency within all levels, 0 to 100; see [`super::level::score`].
    pub score: u8,
    /// Sentences an agent can repeat to a colleague.
    pub why: Vec<Text>,
    /// What helps, most helpful first; a single `none` when there is nothing to do.
    pub advice: Vec<Advice>,
    /// To be marked at every threshold: danger to people, a close deadline, or no rule to take a level from.
    #[serde(skip)]
    pub pressing: bool,
    /// Until when the seller has to answer.
    pub deadline: Option<Deadline>,
    /// The first day on which the order is out of the figure's window, `YYYY-MM-DD`.
    pub leaves_window: Option<String>,
    /// The buyer's words by origin, with the cues in them.
    #[serde(skip)]
    pub words: Vec<WordsRead>,
}

/// The stated reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReasonRead {
    /// The reason's id, `unknown` for a text nobody has listed, null when it is empty.
    pub id: Option<String>,
    /// As the page shows it.
    pub raw: String,
    /// Does it count as a quality refund, by itself?
    pub counts: Answer,
    /// First or final reason.
    pub basis: BasisKind,
    /// Id of the platform's first-or-final rule.
    pub rule: Option<Text>,
    /// Cross-platform class.
    #[serde(skip)]
    pub class: Option<Class>,
    /// The rule behind `rule`.
    #[serde(skip)]
    pub evidence: Option<RuleShown>,
}

/// A rule as the card shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleShown {
    /// Id.
    pub id: Text,
    /// The rule in one sentence, in the interface's language.
    pub text: Text,
    /// Since when.
    pub since: Text,
    /// Where it is written.
    pub source: Text,
    /// How sure.
    pub confidence: Confidence,
}

/// One piece of advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Advice {
    /// Which.
    pub kind: Kind,
    /// What to do, in a few words.
    pub title: Text,
    /// Does it help today, on this platform?
    pub helps: Answer,
    /// Why, in a sentence.
    pub why: Text,
    /// A text ready to copy, where one is due.
    pub message: Option<String>,
}

/// A deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// RFC 3339.
    pub at: String,
    /// Read from the page, or made from the platform's rule.
    pub source: DeadlineSource,
    /// Seconds left; negative when it is over, absent when the present is not known.
    #[serde(skip)]
    pub seconds_left: Option<i64>,
    /// Close by the agent's own measure.
    #[serde(skip)]
    pub is_close: bool,
    /// Milliseconds since 1970 UTC.
    #[serde(skip)]
    pub at_ms: i64,
}

/// Where a deadline comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineSource {
    /// The page shows it.
    Page,
    /// The platform's rule, counted from the application.
    Rule,
}

/// Where words were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordsFrom {
    /// The explanation on the application.
    Note,
    /// The chat.
    Chat,
}

/// Words of the buyer and what shows in them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordsRead {
    /// Where they were read.
    pub from: WordsFrom,
    /// The words.
    pub text: String,
    /// The cues in the order of the text.
    pub cues: Vec<CueRead>,
}

/// Where a cue of an issue stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CueRead {
    /// What it shows.
    pub issue: Issue,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}
