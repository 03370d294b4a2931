//! The sentence the panel shows when there is no refund to show. Never a blank page, never a guess.

use super::message::{Desk, Level};
use super::queue;
use crate::words::{Locale, exists, text};

/// Where the panel stands with the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Connection {
    /// Nothing has come yet.
    #[default]
    Waiting,
    /// The desk is up to date.
    Open,
    /// The page has gone, or the extension was reloaded under it.
    Lost,
    /// A message that this panel cannot read: page side and panel are of different versions.
    Garbled,
}

/// A face without refunds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// `waiting`, `lost`, `garbled`, `paused`, `unknown`, `other`, `notice`, `empty`, `clear`, `empty_reviews` or `clear_reviews`; for CSS and tests.
    pub kind: &'static str,
    /// The short of it.
    pub title: String,
    /// What it means and what to do.
    pub text: String,
}

/// The blank to show instead of the queue; `None` when there are marked refunds.
#[must_use]
pub fn blank(connection: Connection, desk: &Desk, locale: Locale) -> Option<Blank> {
    let marked = desk.cards.iter().any(|card| card.level != Level::Safe);
    let kind = match connection {
        Connection::Waiting => "waiting",
        Connection::Lost => "lost",
        Connection::Garbled => "garbled",
        Connection::Open if desk.paused => "paused",
        Connection::Open if marked => return None,
        Connection::Open
            if desk.cards.is_empty() && desk.notices.first().is_some_and(|notice| notice.kind != "empty") =>
        {
            "notice"
        }
        Connection::Open => match desk.page.as_str() {
            "refunds" | "refund_detail" if desk.cards.is_empty() => "empty",
            "refunds" | "refund_detail" => "clear",
            "reviews" if desk.cards.is_empty() => "empty_reviews",
            "reviews" => "clear_reviews",
            "scores" => "other",
            _ => "unknown",
        },
    };
    let of_notice = desk.notices.first().map(|notice| format!("panel_blank_{}_title", notice.kind));
    let title =
        of_notice.filter(|key| kind == "notice" && exists(key)).unwrap_or_else(|| format!("panel_blank_{kind}_title"));
    let title = text(locale, &title, &[]);
    let text = match (kind, desk.notices.first()) {
        ("notice", Some(notice)) => notice.text.clone(),
        ("clear_reviews", _) => {
            text(locale, "panel_blank_clear_reviews_text", &[&queue::count(desk, Level::Safe).to_string()])
        }
        ("clear", _) => text(locale, "panel_blank_clear_text", &[&queue::count(desk, Level::Safe).to_string()]),
        _ => text(locale, &format!("panel_blank_{kind}_text"), &[]),
    };
    Some(Blank { kind, title, text })
}

/// `本页读到18单，列表共20单`; without a figure of the page only the first half.
#[must_use]
pub fn read_line(page: &str, read: u32, total: Option<u32>, locale: Locale) -> String {
    let (one, of) = if page == "reviews" {
        ("panel_read_reviews", "panel_read_reviews_of")
    } else {
        ("panel_read", "panel_read_of")
    };
    match total {
        Some(total) if total >= read => text(locale, of, &[&read.to_string(), &total.to_string()]),
        _ => text(locale, one, &[&read.to_string()]),
    }
}

#[cfg(test)]
mod tests;
