//! The envelope of a request (docs/protocol.md, section 1).

use serde::Deserialize;
use serde_json::value::RawValue;
use time::UtcOffset;

use super::record::Clock;
use crate::text::moment::{Moment, SHANGHAI};

/// Any request. Which fields matter depends on `kind`.
#[derive(Debug, Deserialize)]
pub struct Request<'a> {
    /// `start`, `read` or `patch`.
    pub kind: String,
    /// Version of the protocol, 1.
    #[serde(default)]
    pub v: Option<u32>,
    /// Address of the page.
    #[serde(default)]
    pub url: Address,
    /// Now, in ms since 1970 UTC.
    #[serde(default)]
    pub now: Option<f64>,
    /// Minutes east of UTC of the machine.
    #[serde(default)]
    pub offset: Option<f64>,
    /// The agent's settings, for `start`, the judgement and the words.
    #[serde(default)]
    pub settings: serde_json::Value,
    /// Language of the interface, for `start`.
    #[serde(default)]
    pub locale: Option<crate::words::Locale>,
    /// Whether the page side hit a cap.
    #[serde(default)]
    pub truncated: bool,
    /// The page's structure.
    #[serde(default, borrow)]
    pub root: Option<&'a RawValue>,
    /// What the last plan said to remember.
    #[serde(default)]
    pub context: Option<String>,
    /// Keys of the refunds whose buyer has been asked for another reason already.
    #[serde(default)]
    pub asked: Vec<String>,
    /// Changed records.
    #[serde(default, borrow)]
    pub records: Vec<Changed<'a>>,
}

/// Address of a page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Address {
    /// Host without port.
    pub host: String,
    /// Path.
    pub path: String,
    /// Query without `?`.
    pub query: String,
    /// What follows `#`, with it.
    pub hash: String,
}

/// All pieces of a record that has changed.
#[derive(Debug, Deserialize)]
pub struct Changed<'a> {
    /// Its key.
    pub key: String,
    /// Its structure.
    #[serde(borrow)]
    pub pieces: Vec<&'a RawValue>,
}

impl Request<'_> {
    /// The clock of the message. The shops' pages show China's time wherever the agent sits.
    #[must_use]
    pub fn clock(&self) -> Clock {
        let now = self.now.filter(|now| now.is_finite() && now.abs() < 1e15);
        #[allow(clippy::cast_possible_truncation, reason = "checked to be far inside the range")]
        let now = now.and_then(|now| Moment::from_unix_ms(now as i64, SHANGHAI));
        Clock { now, zone: self.zone() }
    }

    /// The zone of times on the page.
    #[must_use]
    pub const fn zone(&self) -> UtcOffset {
        SHANGHAI
    }
}
