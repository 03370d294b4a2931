//! `evaluate`: one request in, one answer out, as JSON text. Stateless; whatever comes in, an answer goes out.

/// Answers one request of `docs/protocol.md`.
#[must_use]
pub fn evaluate(_request: &str) -> String {
    String::new()
}
