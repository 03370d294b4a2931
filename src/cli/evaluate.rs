//! `radar evaluate`: a snapshot in, the plan out, through the same door as the extension.

use serde_json::{Map, Value};

use crate::engine;

/// Answers one line: a request of `docs/protocol.md` in, the engine's answer out.
///
/// # Errors
/// The engine's own `error` when it refused the request.
pub fn answer(input: Map<String, Value>) -> Result<Map<String, Value>, String> {
    let text = engine::evaluate(&Value::Object(input).to_string());
    match serde_json::from_str(&text) {
        Ok(Value::Object(answer)) => match answer.get("error") {
            Some(Value::String(error)) => Err(error.clone()),
            _ => Ok(answer),
        },
        Ok(other) => Err(format!("the engine answered {} instead of an object", super::kind_of(&other))),
        Err(_) => Err("the engine's answer is no JSON".to_owned()),
    }
}
