use super::*;
use serde_json::json;

fn desk(cards: &[(&str, &str, Option<f64>, f64)]) -> Desk {
    let cards: Vec<_> = cards
        .iter()
        .map(|(key, level, at_ms, score)| {
            let deadline = at_ms.map(|at_ms| json!({ "at_ms": at_ms }));
            json!({ "key": key, "level": level, "score": score, "reason": {}, "deadline": deadline })
        })
        .collect();
    serde_json::from_value(json!({ "cards": cards, "platform": "jd" })).unwrap()
}

fn day(rows: serde_json::Value) -> Day {
    serde_json::from_value(json!({ "rows": rows })).unwrap()
}

fn sorted<'a>(desk: &'a Desk, day: &'a Day) -> Vec<Item<'a>> {
    let mut items = all(desk, day);
    sort(&mut items);
    items
}

fn keys(desk: &Desk, day: &Day) -> String {
    sorted(desk, day).into_iter().map(Item::key).collect()
}

#[test]
fn level_then_deadline_then_score_then_page_order() {
    let desk = desk(&[
        ("a", "watch", Some(1.0), 99.0),
        ("b", "counted", None, 90.0),
        ("c", "counted", Some(9.0), 10.0),
        ("d", "counted", Some(5.0), 10.0),
        ("e", "at_risk", None, 40.0),
        ("f", "at_risk", None, 60.0),
        ("g", "at_risk", None, 60.0),
        ("h", "safe", Some(0.0), 100.0),
    ]);
    assert_eq!(keys(&desk, &Day::default()), "dcbfgeah");
    assert_eq!(count(&desk, Level::Counted), 3);
}

#[test]
fn records_of_other_pages_stand_among_those_of_the_page_and_none_twice() {
    let desk = desk(&[("a", "counted", None, 1.0), ("b", "safe", None, 1.0)]);
    let day = day(json!([
        { "key": "x", "level": "counted", "due": { "at_ms": 5 }, "platform": "taobao" },
        { "key": "y", "level": "watch" },
        { "key": "b", "level": "counted" },
    ]));
    assert_eq!(keys(&desk, &day), "xayb", "b is safe by now");
    let platforms: Vec<_> = sorted(&desk, &day).into_iter().map(|item| item.platform(&desk)).collect();
    assert_eq!(platforms, [Some("taobao"), Some("jd"), None, Some("jd")]);
}

#[test]
fn numbers_reasons_and_goods_are_searched_and_nothing_else() {
    let card = json!({ "key": "a", "level": "counted", "id": "A88013366", "ids": { "order": "5512" }, "reason": { "raw": "质量问题" },
        "goods": "Tea Cup 茶杯", "words": [{ "text": "杯口有裂" }] });
    let desk: Desk = serde_json::from_value(json!({ "cards": [card] })).unwrap();
    let day = day(json!([{ "key": "x", "level": "watch", "ids": ["7703366"], "reason": "少件", "goods": "茶壶" }]));
    let found = |text: &str| -> String {
        let words = Filter { text: text.into(), ..Filter::default() }.words();
        all(&desk, &day).into_iter().filter(|item| item.found(&words)).map(Item::key).collect()
    };
    assert_eq!(found("3366"), "ax");
    assert_eq!(found("３３６６ 质量"), "a", "full width, and every word");
    assert_eq!(found("tea"), "a");
    assert_eq!(found("5512"), "a");
    assert_eq!(found("茶"), "ax");
    assert_eq!(found("  "), "ax");
    assert_eq!(found("裂"), "", "the buyer's words are not searched: pages seen before have none");
}

#[test]
fn walking_stops_at_the_ends() {
    let (desk, day) = (desk(&[("a", "counted", None, 3.0), ("b", "counted", None, 2.0)]), Day::default());
    let rows = sorted(&desk, &day);
    assert_eq!(neighbour(&rows, None, 1), Some("a"));
    assert_eq!(neighbour(&rows, Some("a"), 1), Some("b"));
    assert_eq!(neighbour(&rows, Some("b"), 1), Some("b"));
    assert_eq!(neighbour(&rows, Some("a"), -1), Some("a"));
    assert_eq!(neighbour(&rows, Some("gone"), -1), Some("a"));
    assert_eq!(neighbour(&[], Some("a"), 1), None);
}

#[test]
fn tails_of_numbers() {
    assert_eq!(tail("2311780045213366"), "3366");
    assert_eq!(tail("12"), "12");
    assert_eq!(tail(""), "");
}
