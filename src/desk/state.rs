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
mod tests {
    use super::*;
    use serde_json::json;

    fn kind(connection: Connection, desk: serde_json::Value) -> Option<&'static str> {
        blank(connection, &serde_json::from_value(desk).unwrap(), Locale::ZhCn).map(|blank| blank.kind)
    }

    #[test]
    fn every_state_has_its_blank() {
        let card = |level: &str| json!([{ "key": "a", "level": level, "reason": {} }]);
        let open = Connection::Open;
        assert_eq!(kind(Connection::Waiting, json!({})), Some("waiting"));
        assert_eq!(kind(Connection::Lost, json!({ "cards": card("counted") })), Some("lost"));
        assert_eq!(kind(Connection::Garbled, json!({})), Some("garbled"));
        assert_eq!(kind(open, json!({ "cards": card("counted"), "paused": true })), Some("paused"));
        assert_eq!(kind(open, json!({ "cards": card("counted"), "page": "refunds" })), None);
        assert_eq!(kind(open, json!({ "cards": card("safe"), "page": "refunds" })), Some("clear"));
        assert_eq!(kind(open, json!({ "page": "refunds" })), Some("empty"));
        assert_eq!(kind(open, json!({ "page": "scores" })), Some("other"));
        assert_eq!(kind(open, json!({ "page": "reviews" })), Some("empty_reviews"));
        assert_eq!(kind(open, json!({ "page": "reviews", "cards": card("safe") })), Some("clear_reviews"));
        assert_eq!(kind(open, json!({ "page": "unknown" })), Some("unknown"));
        assert_eq!(
            kind(open, json!({ "page": "unknown", "notices": [{ "kind": "logged_out", "text": "请登录" }] })),
            Some("notice")
        );
    }

    #[test]
    fn a_notice_gives_its_own_title_where_it_has_one() {
        let title = |kind: &str| {
            let desk = json!({ "page": "unknown", "notices": [{ "kind": kind, "text": "…" }] });
            blank(Connection::Open, &serde_json::from_value(desk).unwrap(), Locale::ZhCn).unwrap().title
        };
        assert_eq!(title("logged_out"), "请先登录");
        assert_eq!(title("restless"), "这一页没读出退款单");
        assert_eq!(title("empty"), "这一页不是退款列表", "an empty list needs no notice");
    }

    #[test]
    fn every_blank_has_words() {
        for kind in [
            "waiting",
            "lost",
            "garbled",
            "paused",
            "unknown",
            "other",
            "notice",
            "empty",
            "clear",
            "empty_reviews",
            "clear_reviews",
        ] {
            assert!(exists(&format!("panel_blank_{kind}_title")), "{kind}");
            assert!(kind == "notice" || exists(&format!("panel_blank_{kind}_text")), "{kind}");
        }
    }

    #[test]
    fn a_total_smaller_than_what_was_read_is_not_repeated() {
        assert_eq!(read_line("refunds", 18, Some(20), Locale::ZhCn), "本页读到18单，列表共20单");
        assert_eq!(read_line("refunds", 18, Some(2), Locale::ZhCn), "本页读到18单");
        assert_eq!(read_line("refunds", 18, None, Locale::En), "18 refunds read on this page");
    }
}
