//! `radar classify`: what a buyer's text complains about.

use super::fields::Fields;
use super::json::Json;
use super::write;
use crate::issue;

/// Answers one line: `{"text"}` in, issues, primary and quality cause out, as JSON text.
///
/// # Errors
/// A sentence naming the field that is missing or of the wrong kind.
pub fn answer_into(mut line: Fields<'_>, to: &mut Vec<u8>) -> Result<(), String> {
    let text = match line.text("text")? {
        Some(text) => text,
        None if line.has("text") => return Err("text: expected a string, found null".to_owned()),
        None => return Err("text: missing (expected the buyer's words)".to_owned()),
    };
    write::classification(&mut Json(to), &issue::classify(&text))
}
