use super::*;

fn ask(line: Value) -> Result<Value, String> {
    let Value::Object(line) = line else { panic!("an object") };
    answer(line).map(|answer| answer["result"].clone())
}

#[test]
fn every_mode_answers() {
    for (line, wanted) in [
        (json!({ "mode": "point", "score": "4.60", "count": 800, "target": "4.70" }), json!(267)),
        (json!({ "mode": "point", "score": "4.6", "count": "1,000", "target": 5 }), json!("impossible")),
        (json!({ "mode": "point", "count": 0, "target": "4.8" }), json!(1)),
        (
            json!({ "mode": "point", "score": "4.5", "count": 100, "target": "4.6", "stars": "4.6" }),
            json!("impossible"),
        ),
        (
            json!({ "mode": "point", "score": "4.5", "count": "1.2万+", "target": "4.6" }),
            json!({ "best": 3000, "worst": 3250 }),
        ),
        (json!({ "mode": "histogram", "hist": { "5": 9, "1": 1 }, "target": "4.8" }), json!(10)),
        (json!({ "mode": "histogram", "hist": {}, "target": "4.8" }), json!(1)),
        (
            json!({ "mode": "display_interval", "shown": "4.7", "count": 1000, "target": "4.8", "rounding": "truncate" }),
            json!({ "best": 5, "worst": 500 }),
        ),
        (
            json!({ "mode": "display_interval", "shown": "4.7", "count": 1000, "target": "4.8", "rounding": "unknown" }),
            json!({ "best": 5, "worst": 750 }),
        ),
        (
            json!({ "mode": "display_interval", "shown": "4.7", "count": 0, "target": "4.8" }),
            json!({ "best": 1, "worst": 1 }),
        ),
        (
            json!({ "mode": "displayed_target", "sum": 480, "count": 100, "target_shown": "5.0", "rounding": "truncate" }),
            json!("impossible"),
        ),
        (
            json!({ "mode": "displayed_target", "sum": 480, "count": 100, "target_shown": "5.0", "rounding": "unknown" }),
            json!({ "best": 300, "worst": "impossible" }),
        ),
        (
            json!({ "mode": "mixed", "sum": 450, "count": 100, "target": "4.8", "mix": { "5": "0.95", "1": "0.05" } }),
            json!("impossible"),
        ),
        (json!({ "mode": "remove_1star", "hist": { "5": 95, "1": 5 }, "target": "4.9" }), json!(3)),
        (json!({ "mode": "remove_1star", "sum": 450, "count": 100, "ones": 2, "target": "4.9" }), json!("impossible")),
        (json!({ "mode": "headroom_1star", "sum": 450, "count": 100, "target": "4.8" }), json!(0)),
        (json!({ "mode": "headroom_1star", "sum": 450, "count": 100, "target": "1" }), json!("unlimited")),
        (json!({ "mode": "recover_after_1star", "sum": 500, "count": 100, "target": "5" }), json!("impossible")),
        (
            json!({ "mode": "orders_days", "x": 35, "rate": "0", "orders_per_day": 20 }),
            json!({ "orders": "impossible", "days": "impossible" }),
        ),
        (json!({ "mode": "orders_days", "x": 35, "rate": "0.1" }), json!({ "orders": 350, "days": null })),
        (
            json!({ "mode": "rolling_days", "count": 1800, "avg": "4.7", "window": 180, "new_per_day": "2.5", "new_mean": "4.75", "target": "4.8" }),
            json!("impossible"),
        ),
        (
            json!({ "mode": "rolling_days", "count": 1800, "avg": "4.7", "window": 180, "new_per_day": "2.5", "new_mean": "4.8", "target": "4.8" }),
            json!(180),
        ),
        (
            json!({ "mode": "rolling_days_until_below", "count": 1800, "avg": "4.7", "window": 180, "new_per_day": "10", "new_mean": "4.9", "target": "4.8" }),
            json!(0),
        ),
        (json!({ "mode": "rate_clean_orders", "bad": 1, "base": 500, "target_pct": "0" }), json!("impossible")),
        (json!({ "mode": "rate_budget", "bad": 20, "base": 1000, "target_pct": "1.5" }), json!(0)),
        (json!({ "mode": "back_solve_base", "count": 1, "shown_pct": "0.0" }), json!({ "min": 2001, "max": null })),
        (
            json!({ "mode": "first_quality_window", "paid": "2026-06-01", "refund_filed": "2026-06-01" }),
            json!({ "first": "2026-06-03", "last": "2026-07-02", "drops": "2026-07-03" }),
        ),
        (json!({ "mode": "parse_rate", "text": "2.19 ％" }), json!("2.19")),
        (json!({ "mode": "parse_score", "text": "--" }), Value::Null),
        (json!({ "mode": "parse_count", "text": "999+" }), json!({ "min": 999, "max": null, "point": 999 })),
    ] {
        assert_eq!(ask(line.clone()), Ok(wanted), "{line}");
    }
}

#[test]
fn wrong_questions_get_no_number() {
    let point = |score: Value, count: Value, target: Value| json!({ "mode": "point", "score": score, "count": count, "target": target });
    for (line, begins) in [
        (json!({}), "mode: missing"),
        (json!({ "mode": "guess" }), "mode: \"guess\" is not known"),
        (point(json!("5.1"), json!(10), json!("4.8")), "score out of range: 5.1 (expected 1 to 5)"),
        (point(json!("0.9"), json!(10), json!("4.8")), "score out of range: 0.9"),
        (point(json!("4.7"), json!(10), json!("5.1")), "target out of range: 5.1"),
        (point(json!("4.7"), json!(-1), json!("4.8")), "count out of range: -1 (expected a whole number, 0 or more)"),
        (point(json!("4.7"), json!("-1"), json!("4.8")), "count out of range: -1"),
        (point(json!("4.7"), json!("1.5"), json!("4.8")), "count out of range: 1.5"),
        (point(json!("4.7"), json!("999+"), json!("4.8")), "count out of range: 999+"),
        (point(json!("4.7"), json!([]), json!("4.8")), "count: expected a whole number, 0 or more, found an array"),
        (point(json!("4.7"), Value::Null, json!("4.8")), "count: missing"),
        (point(Value::Null, json!(10), json!("4.8")), "score: missing"),
        (point(json!("4,7"), json!(10), json!("4.8")), "score not readable: \"4,7\""),
        (point(json!("\u{E601}.7"), json!(10), json!("4.8")), "score unreadable: its digits"),
        (
            point(json!("4.7"), json!(18_000_000_000_000_000_000_u64), json!("4.999999999999999999")),
            "a number too large",
        ),
        (json!({ "mode": "histogram", "hist": { "6": 1 }, "target": "4.8" }), "hist out of range: \"6\" stars"),
        (json!({ "mode": "histogram", "hist": { "5": -1 }, "target": "4.8" }), "hist out of range: -1"),
        (
            json!({ "mode": "displayed_target", "sum": 501, "count": 100, "target_shown": "4.8" }),
            "sum out of range: 501 (expected 100 to 500)",
        ),
        (
            json!({ "mode": "mixed", "sum": 450, "count": 100, "target": "4.8", "mix": { "5": "0.9" } }),
            "mix out of range: shares that add up to 9/10",
        ),
        (
            json!({ "mode": "remove_then_add", "sum": 470, "count": 100, "target": "4.8", "removed": 8 }),
            "removed out of range: 8 (expected 0 to 7",
        ),
        (
            json!({ "mode": "display_interval", "shown": "4.7", "count": 2, "target": "4.8" }),
            "shown out of range: 4.7 (expected a mean that 2 ratings can have)",
        ),
        (json!({ "mode": "orders_days", "x": 5, "rate": "1.1" }), "rate out of range: 1.1 (expected 0 to 1)"),
        (json!({ "mode": "rate_budget", "bad": 5, "base": 4, "target_pct": "1" }), "bad out of range: 5"),
        (
            json!({ "mode": "rate_budget", "bad": 4, "base": 5, "target_pct": "100.1" }),
            "target_pct out of range: 100.1",
        ),
        (json!({ "mode": "back_solve_base", "count": 1, "shown_pct": "14.84" }), "shown_pct out of range: 14.84"),
        (
            json!({ "mode": "rolling_days", "count": 1, "avg": "4.7", "window": 0, "new_per_day": "1", "new_mean": "5", "target": "4.8" }),
            "window out of range: 0",
        ),
        (
            json!({ "mode": "first_quality_window", "paid": "2026-06-02", "refund_filed": "2026-06-01" }),
            "refund_filed out of range: 2026-06-01",
        ),
        (json!({ "mode": "first_quality_window", "paid": "soon" }), "paid: not a time"),
        (json!({ "mode": "parse_score", "text": "98.6" }), "score out of range: 98.6"),
        (json!({ "mode": "parse_count", "text": 5 }), "text: expected a string"),
        (json!({ "mode": "invalid", "score": "6", "count": 10, "target": "4.8" }), "score out of range: 6"),
    ] {
        let error = ask(line.clone()).expect_err(&line.to_string());
        assert!(error.starts_with(begins), "{line}: {error}");
    }
    let bare: Value = serde_json::from_str(r#"{"mode":"point","score":4.7,"count":1.5,"target":"4.8"}"#).unwrap();
    assert!(ask(bare).unwrap_err().starts_with("score: expected a decimal in quotes"));
    let fraction: Value = serde_json::from_str(r#"{"mode":"point","score":"4.7","count":1.5,"target":"4.8"}"#).unwrap();
    assert!(ask(fraction).unwrap_err().starts_with("count out of range: 1.5"));
}
