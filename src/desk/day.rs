//! The working day as the background keeps it: what was seen in this browser session, what is done or put off, what was promised, what has
//! been counted. The background stores it (`extension/background/day.ts`); nothing of it but hashes, moments and counts outlives the session.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::message::{Deadline, Level};

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A refund.
    #[default]
    Refund,
    /// A review.
    Review,
}

/// A record of a page that was looked at in this browser session; none of the buyer's words.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Seen {
    /// As on the page's card.
    pub key: String,
    /// Refund or review.
    #[serde(default)]
    pub kind: Kind,
    /// The platform's id.
    #[serde(default)]
    pub platform: Option<String>,
    /// How much it hurts.
    pub level: Level,
    /// 0 to 100.
    #[serde(default)]
    pub score: f64,
    /// Every number of it; the first is the one to show.
    #[serde(default)]
    pub ids: Vec<String>,
    /// The reason as chosen; for a review its stars in words.
    #[serde(default)]
    pub reason: String,
    /// The goods' title.
    #[serde(default)]
    pub goods: String,
    /// The amount as shown.
    #[serde(default)]
    pub amount: String,
    /// Until when something must be done.
    #[serde(default)]
    pub due: Option<Deadline>,
}

/// Something that a copied message has promised.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Promised {
    /// The hash of the record's key, by which it is taken off the list.
    pub id: String,
    /// The platform's id.
    #[serde(default)]
    pub platform: Option<String>,
    /// Until when, in ms since 1970 UTC.
    pub at: f64,
    /// The record, where it was seen in this session.
    #[serde(default)]
    pub key: Option<String>,
}

/// What was done today; counts and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Tally {
    /// Records whose card was open.
    pub looked: u32,
    /// Records marked as done.
    pub done: u32,
    /// Messages copied.
    pub copied: u32,
    /// Drafts put into a reply box.
    pub inserted: u32,
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub struct Day {
    /// The records seen, in no order.
    pub rows: Vec<Seen>,
    /// Done, and when.
    pub done: BTreeMap<String, f64>,
    /// Put off, and until when.
    pub snoozed: BTreeMap<String, f64>,
    /// Open promises.
    pub promises: Vec<Promised>,
    /// Today's counts.
    pub tally: Tally,
}

/// A promise is near its time so long before it, in ms; the background tells pages by the same measure (`extension/background/day.ts`).
const NEAR_MS: f64 = 3_600_000.0;

impl Day {
    /// How many promises are near their time or past it.
    #[must_use]
    pub fn promises_near(&self, now: f64) -> usize {
        self.promises.iter().filter(|promise| promise.at - now < NEAR_MS).count()
    }

    /// The moments at which a promise comes near, or is over.
    pub fn promised_moments(&self) -> impl Iterator<Item = f64> + '_ {
        self.promises.iter().flat_map(|promise| [promise.at - NEAR_MS, promise.at])
    }

    /// Where a record stands at `now`.
    #[must_use]
    pub fn standing(&self, key: &str, now: f64) -> Standing {
        if self.done.contains_key(key) {
            return Standing::Done;
        }
        self.snoozed.get(key).filter(|until| **until > now).map_or(Standing::Open, |until| Standing::Snoozed(*until))
    }

    /// The moments at which something put off comes back.
    pub fn returns(&self, now: f64) -> impl Iterator<Item = f64> + '_ {
        self.snoozed.values().copied().filter(move |until| *until > now)
    }
}

/// Whether a record is still to be worked on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// It is.
    Open,
    /// The agent has put it off until then.
    Snoozed(f64),
    /// The agent has marked it as done.
    Done,
}

/// What the agent says of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It is done.
    Done,
    /// It is to be worked on again.
    Open,
    /// In an hour.
    Hour,
    /// In four hours.
    Hours,
    /// Tomorrow at nine.
    Tomorrow,
}

impl Mark {
    /// The ways of putting a record off.
    pub const LATER: [Self; 3] = [Self::Hour, Self::Hours, Self::Tomorrow];

    /// The id in messages.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Open => "open",
            Self::Hour => "hour",
            Self::Hours => "hours",
            Self::Tomorrow => "tomorrow",
        }
    }

    /// The mark that a command sets.
    #[must_use]
    pub fn of_command(id: &str) -> Option<Self> {
        Some(match id {
            "record.done" => Self::Done,
            "record.hour" => Self::Hour,
            "record.hours" => Self::Hours,
            "record.tomorrow" => Self::Tomorrow,
            _ => return None,
        })
    }

    /// The key of the words that say it was set.
    #[must_use]
    pub const fn said(self) -> &'static str {
        match self {
            Self::Done => "panel_said_done",
            Self::Open => "panel_said_open",
            _ => "panel_said_later",
        }
    }
}

/// A question to the background, see `docs/protocol.md`, section 7.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// What is the day like?
    Read,
    /// The agent says something of a record.
    Mark(String, Mark),
    /// A copied message has promised something until then, in ms since 1970 UTC.
    Promise(String, i64),
    /// A promise has been kept; its id.
    Kept(String),
}

impl Ask {
    /// The request.
    #[must_use]
    pub fn request(&self) -> Value {
        match self {
            Self::Read => json!({ "kind": "day.read" }),
            Self::Mark(key, mark) => json!({ "kind": "day.mark", "key": key, "as": mark.id() }),
            Self::Promise(key, at) => json!({ "kind": "day.promise", "key": key, "at": at }),
            Self::Kept(id) => json!({ "kind": "day.kept", "id": id }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_off_comes_back_at_its_time() {
        let day: Day = serde_json::from_value(json!({ "done": { "a": 1 }, "snoozed": { "b": 50, "a": 90 } })).unwrap();
        assert_eq!(day.standing("a", 10.0), Standing::Done, "done goes before put off");
        assert_eq!(day.standing("b", 49.0), Standing::Snoozed(50.0));
        assert_eq!(day.standing("b", 50.0), Standing::Open);
        assert_eq!(day.standing("c", 0.0), Standing::Open);
        assert_eq!(day.returns(60.0).collect::<Vec<_>>(), [90.0]);
    }

    #[test]
    fn a_row_needs_its_key_and_its_level_only() {
        let seen: Seen = serde_json::from_value(json!({ "key": "jd:refund:1", "level": "watch" })).unwrap();
        assert_eq!((seen.kind, seen.due), (Kind::Refund, None));
        assert!(serde_json::from_value::<Seen>(json!({ "key": "a" })).is_err());
    }

    #[test]
    fn every_command_that_marks_is_in_the_table() {
        let marking = crate::keys::COMMANDS.iter().filter(|command| Mark::of_command(command.id).is_some());
        assert_eq!(marking.count(), 4);
    }
}
