//! The answers to what may wait: drafts, lint, what is stored. Nothing of it is compiled by the browser before somebody asks.

mod ask;

use crate::page::snapshot::Request;

/// Answers a request of `docs/protocol.md`, which stands whole in `text`; `None` for a kind that nobody knows.
///
/// # Errors
/// Where the request has another shape.
pub fn answer(text: &str, request: &Request<'_>) -> Result<Option<String>, serde_json::Error> {
    match request.kind.as_str() {
        "reply" => ask::reply(text, request.clock()).map(Some),
        "lint" => ask::look(text).map(Some),
        settings if settings.starts_with("settings.") => crate::settings::answer::answer(text),
        _ => Ok(None),
    }
}
