use super::*;
use serde_json::json;

fn answered(line: Value) -> Result<Map<String, Value>, String> {
    let Value::Object(line) = line else { panic!("an object") };
    answer(line)
}

#[test]
fn a_verdict_has_the_fields_of_the_contract() {
    let verdict =
        answered(json!({ "platform": "douyin", "reason": "质量不好（商品品质原因）", "paid_at": "2026-11-01" }))
            .unwrap();
    let mut keys: Vec<&str> = verdict.keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["advice", "cause", "deadline", "leaves_window", "level", "match", "reason", "score", "why"]);
    assert_eq!(verdict["level"], "counted");
    assert_eq!(verdict["reason"]["counts"], "yes");
    assert_eq!(verdict["reason"]["rule"], "douyin/first-reason-2025-03");
    assert_eq!(verdict["advice"][0]["kind"], "clarify_reason");
}

#[test]
fn wrong_fields_are_named() {
    for (line, part) in [
        (json!({}), "platform: missing"),
        (json!({ "platform": "ebay" }), "platform: \"ebay\" is not known"),
        (json!({ "platform": 5 }), "platform: expected a string, found a number"),
        (json!({ "platform": "jd", "reason": ["x"] }), "reason: expected a string, found an array"),
        (json!({ "platform": "jd", "service": "gift" }), "service: \"gift\" is not known"),
        (json!({ "platform": "jd", "now": "tomorrow" }), "now: not a time"),
    ] {
        let error = answered(line.clone()).unwrap_err();
        assert!(error.contains(part), "{line}: {error}");
    }
}

#[test]
fn nulls_and_blanks_are_missing() {
    let blank = answered(json!({ "platform": "jd", "reason": null, "note": null, "now": "", "amount": 5.5 })).unwrap();
    assert_eq!(blank["level"], "watch");
    assert_eq!(blank["reason"]["id"], Value::Null);
}

#[test]
fn times_without_zone_are_the_platforms() {
    let line = json!({ "platform": "taobao", "reason": "质量问题", "paid_at": "2026-10-22" });
    assert_eq!(answered(line).unwrap()["leaves_window"], "2026-11-23");
}
