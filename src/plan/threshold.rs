//! From where on the agent wants something marked, called bad or called close. Each default is what the product does by itself; whatever is
//! chosen, every record is read, judged and listed.

use serde::Deserialize;

use crate::page::reviews::Stars;
use crate::refund::{Level, Verdict};

const HOUR_MS: i64 = 3_600_000;

/// The thresholds among a page's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Thresholds {
    close_hours: u32,
    reply_close_hours: u32,
    mark_from: MarkFrom,
    bad_stars: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum MarkFrom {
    Watch,
    AtRisk,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { close_hours: 4, reply_close_hours: 4, mark_from: MarkFrom::Watch, bad_stars: 2 }
    }
}

impl Thresholds {
    /// Those of a request; settings that cannot be understood are the default ones.
    #[must_use]
    pub fn of(settings: &serde_json::Value) -> Self {
        Self::deserialize(settings).unwrap_or_default()
    }

    /// Is a refund drawn on the page?
    #[must_use]
    pub fn marks(&self, verdict: &Verdict) -> bool {
        self.reach(verdict.level) || (verdict.pressing && verdict.level != Level::Safe)
    }

    /// Is something of this level drawn on the page?
    #[must_use]
    pub fn reach(&self, level: Level) -> bool {
        level >= if self.mark_from == MarkFrom::AtRisk { Level::AtRisk } else { Level::Watch }
    }

    /// The most stars of a bad review.
    #[must_use]
    pub fn bad_stars(&self) -> Stars {
        Stars::of_tenths(self.bad_stars.saturating_mul(10)).map_or(Stars::BAD, |stars| stars.min(Stars::NEGATIVE))
    }

    /// So many milliseconds before its deadline a refund is pressing.
    #[must_use]
    pub fn close_ms(&self) -> i64 {
        i64::from(self.close_hours).saturating_mul(HOUR_MS)
    }

    /// So many milliseconds before its deadline an answer to a review is.
    #[must_use]
    pub fn reply_close_ms(&self) -> i64 {
        i64::from(self.reply_close_hours).saturating_mul(HOUR_MS)
    }
}

#[cfg(test)]
mod tests;
