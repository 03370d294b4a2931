use super::*;
use serde_json::json;

fn kind(connection: Connection, desk: serde_json::Value) -> Option<&'static str> {
    let desk: Desk = serde_json::from_value(desk).unwrap();
    let listed = desk.cards.iter().any(|card| card.level != Level::Safe);
    let tab = if desk.page == "reviews" { Tab::Reviews } else { Tab::Refunds };
    blank(connection, &desk, tab, listed, Locale::ZhCn).map(|blank| blank.kind)
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
        blank(Connection::Open, &serde_json::from_value(desk).unwrap(), Tab::Refunds, false, Locale::ZhCn)
            .unwrap()
            .title
    };
    assert_eq!(title("logged_out"), "请先登录");
    assert_eq!(title("restless"), "这一页没读出退款单");
    assert_eq!(title("empty"), "这一页不是退款列表", "an empty list needs no notice");
}

#[test]
fn a_tab_whose_page_was_not_opened_says_so() {
    let kind = |page: &str, tab| {
        let desk: Desk = serde_json::from_value(json!({ "page": page })).unwrap();
        blank(Connection::Open, &desk, tab, false, Locale::ZhCn).map(|blank| blank.kind)
    };
    assert_eq!(kind("refunds", Tab::Reviews), Some("no_reviews"));
    assert_eq!(kind("unknown", Tab::Reviews), Some("no_reviews"));
    assert_eq!(kind("reviews", Tab::Refunds), Some("no_refunds"));
    assert_eq!(kind("unknown", Tab::Refunds), Some("unknown"));
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
        "no_refunds",
        "no_reviews",
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
