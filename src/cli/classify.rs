//! `radar classify`: what a buyer's text complains about.

use serde_json::{Map, Value};

use crate::issue;

/// Answers one line: `{"text"}` in, issues, primary and quality cause out.
///
/// # Errors
/// A sentence naming the field that is missing or of the wrong kind.
pub fn answer(input: Map<String, Value>) -> Result<Map<String, Value>, String> {
    let text = match input.get("text") {
        Some(Value::String(text)) => text,
        Some(other) => return Err(format!("text: expected a string, found {}", super::kind_of(other))),
        None => return Err("text: missing (expected the buyer's words)".to_owned()),
    };
    match serde_json::to_value(issue::classify(text)) {
        Ok(Value::Object(answer)) => Ok(answer),
        Ok(_) | Err(_) => Err("the classification could not be written as JSON".to_owned()),
    }
}
