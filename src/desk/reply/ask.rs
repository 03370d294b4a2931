//! What the engine is asked for a review: drafts of an answer, and what the lint says of the text in the field.

use serde_json::json;

use super::{Replies, tone_of};
use crate::desk::message::{Card, Desk};
use crate::words::Locale;

/// A question to the engine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The review.
    pub key: String,
    /// `reply` or `lint`.
    pub kind: &'static str,
    /// Answers to older questions are dropped.
    pub ticket: u32,
    /// The request of docs/protocol.md.
    pub request: String,
}

impl Replies {
    pub(super) fn ask_reply(&mut self, card: &Card, desk: &Desk, locale: Locale) -> Option<Question> {
        let review = card.review.as_ref()?;
        let others = desk
            .cards
            .iter()
            .filter(|other| other.key != card.key)
            .filter_map(|other| other.review.as_ref()?.reply.clone());
        let previous: Vec<String> = self.used.iter().rev().cloned().chain(others).take(50).collect();
        let sheet = self.sheets.entry(card.key.clone()).or_default();
        sheet.ticket = sheet.ticket.wrapping_add(1);
        let request = json!({
            "kind": "reply", "v": 1, "platform": desk.platform, "text": review.text, "added": review.added, "stars": review.stars,
            "product": card.goods, "fault": sheet.writing.fault, "tone": tone_of(&sheet.writing, desk), "limit": review.limit,
            "shop": desk.replies.shop, "script": desk.replies.script,
            "reviewed_at": review.time, "previous": previous, "locale": locale, "now": desk.now,
        });
        Some(Question {
            key: card.key.clone(),
            kind: "reply",
            ticket: sheet.ticket,
            request: without_nulls(request).to_string(),
        })
    }

    pub(super) fn ask_lint(&mut self, card: &Card, desk: &Desk, locale: Locale) -> Option<Question> {
        let review = card.review.as_ref()?;
        let previous: Vec<&String> = self.used.iter().rev().take(50).collect();
        let sheet = self.sheets.get_mut(&card.key)?;
        sheet.lint = None;
        sheet.looked_at = None;
        sheet.ticket = sheet.ticket.wrapping_add(1);
        let words =
            [Some(review.text.as_str()), review.added.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("\n");
        let request = json!({
            "kind": "lint", "v": 1, "platform": desk.platform, "text": sheet.writing.text, "review": words, "limit": review.limit,
            "previous": previous, "shop": desk.replies.shop, "script": desk.replies.script, "locale": locale,
        });
        Some(Question {
            key: card.key.clone(),
            kind: "lint",
            ticket: sheet.ticket,
            request: without_nulls(request).to_string(),
        })
    }
}

fn without_nulls(mut value: serde_json::Value) -> serde_json::Value {
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    value
}
