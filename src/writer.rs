//! `evaluate` for what may wait: drafts, lint, what is stored. A wasm of its own, loaded when the first such request comes, so that the
//! marks of a page never wait for it.

mod ask;

use serde::Deserialize;

use crate::page::snapshot::Request;

/// A request that cannot be answered.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("the request is not what docs/protocol.md says: {0}")]
    Request(#[from] serde_json::Error),
    #[error("unknown kind {0:?} (expected reply, lint or settings.…)")]
    Kind(String),
}

/// Answers one request of `docs/protocol.md`.
#[must_use]
pub fn evaluate(request: &str) -> String {
    answered(request).unwrap_or_else(|error| crate::engine::refusal(&error))
}

fn answered(text: &str) -> Result<String, Refused> {
    #[derive(Deserialize)]
    struct Kind {
        kind: String,
    }
    let Kind { kind } = serde_json::from_str(text)?;
    let unknown = || Refused::Kind(kind.chars().take(40).collect());
    match kind.as_str() {
        "reply" => Ok(ask::reply(text, serde_json::from_str::<Request<'_>>(text)?.clock())?),
        "lint" => Ok(ask::look(text)?),
        settings if settings.starts_with("settings.") => crate::settings::answer::answer(text)?.ok_or_else(unknown),
        _ => Err(unknown()),
    }
}
