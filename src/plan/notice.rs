//! What the reader has to say about its reading.

use serde::Serialize;

use crate::page::read::Reading;
use crate::page::scores::value::Value;
use crate::page::state::State;
use crate::words::{Locale, text};

/// A sentence for popup and panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// For CSS and tests.
    pub kind: &'static str,
    /// In the agent's language.
    pub text: String,
}

/// Everything worth saying, what hinders most first. A page that simply is no list is worth no sentence.
#[must_use]
pub fn notices(reading: &Reading, truncated: bool, locale: Locale) -> Vec<Notice> {
    let mut all = Vec::new();
    let mut add = |kind, key, args: &[&str]| all.push(Notice { kind, text: text(locale, key, args) });
    match reading.state {
        Some(State::LoggedOut) => add("logged_out", "page_notice_logged_out", &[]),
        Some(State::Loading) => add("loading", "page_notice_loading", &[]),
        Some(State::Empty) => add("empty", "page_notice_empty", &[]),
        Some(State::NoList) | None => {}
    }
    for title in &reading.lost {
        add("taught_lost", "page_notice_taught_lost", &[title]);
    }
    if !reading.missing.is_empty() {
        add("taught_missing", "page_notice_taught_missing", &[&crate::words::list(locale, &reading.missing)]);
    }
    if truncated {
        add("truncated", "page_notice_truncated", &[]);
    }
    let unreadable = reading.unreadable();
    if unreadable > 0 {
        add("unreadable", "page_notice_unreadable", &[&unreadable.to_string()]);
    }
    let drawn = reading.scores.iter().filter(|score| score.value == Value::Unreadable).count();
    if drawn > 0 {
        add("scores_unreadable", "page_notice_scores_unreadable", &[&drawn.to_string()]);
    }
    let unnamed = reading.records.iter().filter(|record| record.id().is_none()).count();
    if unnamed > 0 {
        add("no_id", "page_notice_no_id", &[&unnamed.to_string()]);
    }
    if !reading.unknown_columns.is_empty() {
        let separator = if locale == Locale::En { ", " } else { "、" };
        add("unknown_columns", "page_notice_unknown_columns", &[&reading.unknown_columns.join(separator)]);
    }
    all
}
