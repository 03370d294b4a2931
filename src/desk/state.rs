//! The sentence the panel shows when there is no refund to show. Never a blank page, never a guess.

use super::message::{Desk, Level};
use super::queue;
use super::tabs::Tab;
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
    /// `waiting`, `lost`, `garbled`, `paused`, `unknown`, `other`, `notice`, `empty`, `clear`, `empty_reviews`, `clear_reviews`,
    /// `no_refunds` or `no_reviews`; for CSS and tests.
    pub kind: &'static str,
    /// The short of it.
    pub title: String,
    /// What it means and what to do.
    pub text: String,
}

/// The blank to show instead of the list of `tab`; `None` when something is `listed` there.
#[must_use]
pub fn blank(connection: Connection, desk: &Desk, tab: Tab, listed: bool, locale: Locale) -> Option<Blank> {
    let kind = match connection {
        Connection::Waiting => "waiting",
        Connection::Lost => "lost",
        Connection::Garbled => "garbled",
        Connection::Open if desk.paused => "paused",
        Connection::Open if listed => return None,
        Connection::Open
            if desk.cards.is_empty() && desk.notices.first().is_some_and(|notice| notice.kind != "empty") =>
        {
            "notice"
        }
        Connection::Open if tab == Tab::Reviews && desk.page != "reviews" => "no_reviews",
        Connection::Open if tab == Tab::Refunds && desk.page == "reviews" => "no_refunds",
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

impl Blank {
    /// Does it stand for the whole panel, whatever has been listed before?
    #[must_use]
    pub fn is_whole(&self) -> bool {
        matches!(self.kind, "waiting" | "lost" | "garbled" | "paused")
    }
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
