//! `radar refund`: what a refund means for the shop's quality figures, and what helps.

use serde_json::{Map, Value};

use super::arguments::Options;

/// The judgement made ready for many lines.
pub struct Refunds;

impl Refunds {
    /// With the options of the command line.
    #[must_use]
    pub fn new(_options: &Options) -> Self {
        Self
    }

    /// The answer as JSON text, or for people.
    pub fn answer_text(&self, _input: &Map<String, Value>) -> Result<String, String> {
        Ok("{}".to_owned())
    }
}
