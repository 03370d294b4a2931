//! Answering a review: what it complains about, whether it looks malicious, drafts of a reply, and until when one is possible.

mod answer;
mod input;

pub use answer::*;
pub use input::*;

use crate::issue;

/// Answers one review. Never fails, whatever the text.
#[must_use]
pub fn answer(input: &ReviewInput) -> Answer {
    let said = issue::classify(&input.words());
    Answer {
        issues: said.issues,
        malicious: None,
        drafts: Vec::new(),
        reply_by: None,
        fault: input.fault.unwrap_or(Fault::Unclear),
        safety: false,
        notes: Vec::new(),
    }
}
