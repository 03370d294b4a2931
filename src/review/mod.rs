//! Answering a review: what it complains about, whether it looks malicious, drafts of a reply, and until when one is possible.
//!
//! ```text
//! words ─► issue::classify ─┐
//!          topics, dangers ─┼─► matter ─► draft (frames, packs/replies) ─► rubric, filter ─► drafts, best first
//! title ─► goods ───────────┘        └──► malicious, window, notes
//! ```

mod answer;
mod clause;
mod draft;
mod filter;
pub mod goods;
pub mod grams;
mod input;
pub mod malicious;
pub mod matter;
mod notes;
pub mod pack;
pub mod pinyin;
pub mod rubric;
pub mod rules;
pub mod snippet;

mod telling;
#[cfg(test)]
mod tests;
pub mod topics;
mod window;

pub use answer::*;
pub use input::*;

use crate::text::moment::Moment;

/// Answers one review. Never fails, whatever the text; the same review has the same answer.
#[must_use]
pub fn answer(input: &ReviewInput) -> Answer {
    let matter = matter::Matter::read(input);
    let malicious = malicious::find(&matter);
    Answer {
        drafts: draft::drafts(&matter, malicious.is_some()),
        reply_by: window::end(&matter).map(Moment::to_rfc3339),
        notes: notes::all(&matter, malicious.is_some()),
        fault: matter.fault,
        safety: matter.unsafe_goods,
        issues: matter.said.issues,
        malicious,
    }
}
