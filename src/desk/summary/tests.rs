use super::*;
use serde_json::json;

fn of(report: serde_json::Value) -> Summary {
    summary(&Tab::Reports(serde_json::from_value(report).unwrap()), Locale::ZhCn)
}

#[test]
fn a_refund_list() {
    let records: Vec<_> =
        ["counted", "counted", "at_risk", "safe"].iter().map(|level| json!({ "level": level })).collect();
    let shown = of(json!({ "page": "refunds", "platform": "douyin", "read": 4, "total": 20, "records": records }));
    assert_eq!(shown.title, "抖店 · 退款列表");
    assert_eq!(shown.line, "本页读到4单，列表共20单");
    assert_eq!(shown.counts, [(Level::Counted, 2), (Level::AtRisk, 1), (Level::Watch, 0)]);
    assert_eq!((shown.active, shown.panel), (Some(true), true));
}

#[test]
fn no_figures_where_nothing_was_read() {
    for report in [
        json!({ "page": "unknown" }),
        json!({ "page": "refunds", "read": 0 }),
        json!({ "page": "refunds", "read": 3, "records": [{ "level": "counted" }], "paused": true }),
        json!({ "page": "reviews", "read": 3, "records": [{ "level": null }] }),
        json!({ "page": "something-new" }),
    ] {
        assert!(of(report.clone()).counts.is_empty(), "{report}");
    }
    assert_eq!(of(json!({ "paused": true })).active, Some(false));
}

#[test]
fn silence_is_told_apart() {
    let foreign = summary(&Tab::Silent { ours: false }, Locale::ZhCn);
    let reload = summary(&Tab::Silent { ours: true }, Locale::ZhCn);
    assert_ne!(foreign.line, reload.line);
    assert_eq!((foreign.active, foreign.panel), (None, false));
}

#[test]
fn figures_become_sentences_only_where_the_reader_sent_none() {
    let own = of(
        json!({ "page": "refunds", "read": 1, "unreadable": 2, "notices": [{ "kind": "x", "text": "有 2 单没读全" }] }),
    );
    assert_eq!(own.notices, ["有 2 单没读全"]);
    let plain = of(json!({ "page": "refunds", "read": 1, "unknown_columns": ["甲", "乙"] }));
    assert_eq!(plain.notices, ["有不认识的列：甲、乙"]);
}
