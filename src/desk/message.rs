//! The messages that panel and popup receive, see `docs/protocol.md`. Every field that a later version may leave out has a default, so
//! that one missing field never hides a refund.

mod card;
mod refund;
mod report;

use std::collections::BTreeMap;

use serde::Deserialize;

pub use super::answer::Review;
use super::calculator::figure::Figure;
use crate::words::Locale;
pub use card::*;
pub use refund::*;
pub use report::*;

/// How much a refund hurts, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// It counts already.
    Counted,
    /// It will or may count.
    AtRisk,
    /// Something to look at.
    Watch,
    /// Nothing to do.
    Safe,
}

impl Level {
    /// The levels that carry a mark, worst first.
    pub const MARKED: [Self; 3] = [Self::Counted, Self::AtRisk, Self::Watch];

    /// The id used in messages, word keys and CSS.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::AtRisk => "at_risk",
            Self::Watch => "watch",
            Self::Safe => "safe",
        }
    }
}

/// Yes, no, or nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// No source says.
    #[default]
    #[serde(other)]
    Unknown,
}

impl Answer {
    /// The id used in messages and CSS.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

/// What comes over the panel's port.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FromPage {
    /// The whole desk, at start and after every change.
    Desk(Box<Desk>),
    /// A key was pressed in the page that belongs to the panel.
    Command {
        /// A command id of the key map.
        id: String,
    },
    /// The page side has put a message on the clipboard itself.
    Copied {
        /// The refund.
        key: String,
        /// The advice kind.
        #[serde(default)]
        advice: String,
    },
    /// What became of a text that was to go into the page.
    Inserted {
        /// The review.
        key: String,
        /// `done`, or why not.
        outcome: String,
    },
    /// Something a later version sends.
    #[serde(other)]
    Other,
}

/// Which of the panel's faces is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    /// The list of marked refunds.
    #[default]
    Queue,
    /// One refund.
    Card,
    /// The keys.
    Help,
    /// What a score needs.
    Calculator,
    /// Everything that has a deadline.
    Deadlines,
}

/// All that the panel shows.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub struct Desk {
    /// One card per refund read, in the page's order, safe ones included.
    pub cards: Vec<Card>,
    /// What the reader wants to tell the agent.
    pub notices: Vec<Notice>,
    /// `refunds`, `refund_detail`, `reviews`, `scores` or `unknown`.
    pub page: String,
    /// The platform's id.
    pub platform: Option<String>,
    /// How many records were read in the page.
    pub read: u32,
    /// How many the page says there are.
    pub total: Option<u32>,
    /// The refund in the agent's focus.
    pub focus: Option<String>,
    /// The face the page side wants.
    pub view: Face,
    /// The number of the last message that the page side has heard from this panel.
    pub heard: u32,
    /// The place of the advice that the keys have chosen in the focused card.
    pub advice: Option<usize>,
    /// The scores of the page.
    pub scores: Vec<Figure>,
    /// The score in the agent's focus.
    pub score: Option<String>,
    /// The language that page and panel speak; without it the browser's.
    pub locale: Option<Locale>,
    /// The key map, for dispatch and help.
    pub keymap: KeyMap,
    /// Is reading paused on this site?
    pub paused: bool,
    /// Are the marks in the page switched off?
    pub hidden: bool,
    /// What the agent has typed under reviews while this panel was not there: key and state.
    pub drafts: BTreeMap<String, String>,
    /// The page's address without its query.
    pub address: String,
    /// When the desk was sent, in ms since 1970 UTC.
    pub now: Option<f64>,
    /// Grows with every change of the working day that the page side hears of.
    pub day: u32,
    /// Are promises in copied messages to be kept as reminders?
    pub promises: bool,
    /// Where the panel is docked.
    pub dock: Dock,
    /// How replies sound by the settings.
    pub replies: Voice,
}

/// How replies sound by the settings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Voice {
    /// The tone, where nothing else is chosen for a review.
    pub tone: Option<String>,
    /// The shop's name.
    pub shop: Option<String>,
    /// The script, where it is not to follow the page.
    pub script: Option<String>,
}

/// Where the panel is docked in the page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Dock {
    /// `left` or `right`.
    pub side: String,
    /// The widest it may be in this window, in CSS pixels.
    pub most: i32,
}

impl Default for Dock {
    fn default() -> Self {
        Self { side: "right".to_owned(), most: 960 }
    }
}

/// The part of the key map that the panel needs.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub struct KeyMap {
    /// Stroke to command id or to further strokes, as the engine compiled it.
    pub trie: serde_json::Value,
    /// All commands in the order of the help.
    pub commands: Vec<Command>,
}

/// One command.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Command {
    /// Its id.
    pub id: String,
    /// The group it stands in, in the agent's language.
    #[serde(default)]
    pub group: String,
    /// What it does, in the agent's language.
    pub title: String,
    /// Its key sequences; the strokes of one sequence are separated by spaces.
    #[serde(default)]
    pub keys: Vec<String>,
}

/// A sentence about the reading.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Notice {
    /// Its kind, for CSS and tests.
    pub kind: String,
    /// The sentence.
    pub text: String,
}
