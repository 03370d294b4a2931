//! `radar evaluate`: a snapshot in, the plan out, through the same door as the extension.

use serde_json::Value;

use super::fields::Fields;
use crate::engine;

/// Answers one line: a request of `docs/protocol.md` in, the engine's answer out, as JSON text.
///
/// # Errors
/// The engine's own `error` when it refused the request.
pub fn answer_into(line: &Fields<'_>, to: &mut Vec<u8>) -> Result<(), String> {
    match serde_json::from_str(&engine::evaluate(line.line)) {
        Ok(Value::Object(answer)) => match answer.get("error") {
            Some(Value::String(error)) => Err(error.clone()),
            _ => serde_json::to_writer(to, &answer).map_err(|error| error.to_string()),
        },
        Ok(_) | Err(_) => Err("the engine's answer is no JSON object".to_owned()),
    }
}
