use super::*;
use crate::pack::Platform;
use crate::page::record::Shown;
use crate::page::reviews::{Mood, Review};
use crate::plan::review::{Standing, card, mark};
use crate::plan::weigh;
use crate::refund::{JudgeSettings, RefundInput, judge};
use crate::text::moment::{Moment, SHANGHAI};
use crate::words::Locale;
use serde_json::{Value, json};

fn chosen(settings: Value) -> Thresholds {
    Thresholds::of(&settings)
}

fn judged(platform: Platform, reason: &str, note: &str, hours_left: Option<i64>) -> Verdict {
    let now = Moment::parse("2026-11-20 10:00:00", SHANGHAI).unwrap();
    let input = RefundInput {
        note: Some(note.to_owned()),
        now: Some(now),
        deadline_at: hours_left.and_then(|hours| now.plus_seconds(hours.saturating_mul(3600))),
        ..RefundInput::new(platform, reason)
    };
    judge(&input, &JudgeSettings::default())
}

fn review(tenths: u8) -> Review {
    let text = Some(Shown { text: "一般般".to_owned(), node: 1 });
    Review { key: "k".into(), stars: Stars::of_tenths(tenths), text, ..Review::default() }
}

#[test]
fn by_default_nothing_that_needs_a_look_is_hidden() {
    let fault = judged(Platform::Taobao, "不喜欢/效果不好", "拉链第一天就坏了，质量太差", None);
    assert_ne!(fault.level, Level::Safe);
    for settings in [json!({}), json!(null), json!({ "mark_from": "nothing" }), json!({ "bad_stars": "2" })] {
        assert_eq!(chosen(settings.clone()), Thresholds::default(), "{settings}");
        assert!(chosen(settings).marks(&fault));
    }
    assert!(!Thresholds::default().marks(&judged(Platform::Taobao, "不喜欢/效果不好", "不想要了", None)));
}

#[test]
fn from_at_risk_on_what_only_needs_a_look_is_not_drawn_and_what_counts_is() {
    let high = chosen(json!({ "mark_from": "at_risk" }));
    let empty = judged(Platform::Taobao, "", "还没想好", None);
    assert_eq!(empty.level, Level::Watch);
    assert!(Thresholds::default().marks(&empty) && !high.marks(&empty));
    assert!(high.marks(&judged(Platform::Taobao, "质量问题", "线头很多", None)));
}

#[test]
fn danger_and_a_close_deadline_are_drawn_at_every_threshold() {
    let high = chosen(json!({ "mark_from": "at_risk" }));
    let late = |hours| judged(Platform::Taobao, "", "还没想好", Some(hours));
    assert!(high.marks(&late(3)) && !high.marks(&late(30)));
    assert!(high.marks(&judged(Platform::Taobao, "", "用了以后脸上起红疹，又红又痒去了医院", None)));
    // Where no rule is known nothing gets beyond `watch`.
    assert!(high.marks(&judged(Platform::Unknown, "不想要了", "不喜欢了", None)));
}

#[test]
fn the_agent_says_how_many_stars_are_a_bad_review_and_three_stay_listed() {
    let standing =
        |tenths: u8, bad: u8| weigh(&review(tenths), chosen(json!({ "bad_stars": bad })).bad_stars()).standing;
    assert_eq!([1, 2, 3].map(|bad| standing(20, bad)), [Standing::Middle, Standing::Bad, Standing::Bad]);
    assert_eq!([1, 2, 3].map(|bad| standing(30, bad)), [Standing::Middle, Standing::Middle, Standing::Bad]);
    assert_eq!([1, 2, 3].map(|bad| standing(10, bad)), [Standing::Bad; 3]);
    assert_eq!([1, 2, 3, 9].map(|bad| standing(40, bad)), [Standing::Plain; 4], "four stars are none");
    let said = Review { stars: None, mood: Some(Mood::Bad), ..review(10) };
    assert_eq!(weigh(&said, chosen(json!({ "bad_stars": 1 })).bad_stars()).standing, Standing::Bad);
}

#[test]
fn a_review_below_the_threshold_has_a_card_and_no_badge() {
    let draw = |settings: Value, tenths: u8| {
        let (thresholds, review) = (chosen(settings), review(tenths));
        let weighed = weigh(&review, thresholds.bad_stars());
        let card = card(&review, &weighed, Platform::Jd, &thresholds, Locale::ZhCn);
        let level = serde_json::to_value(card).unwrap()["level"].clone();
        let mark = mark(&review, &weighed, &thresholds, Locale::ZhCn);
        (level, mark.badge.is_some(), mark.highlight.len())
    };
    assert_eq!(draw(json!({}), 30), (json!("watch"), true, 1));
    assert_eq!(draw(json!({ "mark_from": "at_risk" }), 30), (json!("watch"), false, 0));
    assert_eq!(draw(json!({ "mark_from": "at_risk", "bad_stars": 3 }), 30), (json!("at_risk"), true, 1));
}

#[test]
fn hours_are_told_to_the_card() {
    let thresholds = chosen(json!({ "close_hours": 9, "reply_close_hours": 48 }));
    assert_eq!((thresholds.close_ms(), thresholds.reply_close_ms()), (9 * HOUR_MS, 48 * HOUR_MS));
    let now = Moment::parse("2026-11-20 10:00:00", SHANGHAI).unwrap();
    let review = Review { reply_by: Some(now), ..review(10) };
    let weighed = weigh(&review, Stars::BAD);
    let card = serde_json::to_value(card(&review, &weighed, Platform::Jd, &thresholds, Locale::ZhCn)).unwrap();
    let due: crate::desk::message::Deadline = serde_json::from_value(card["review"]["reply_by"].clone()).unwrap();
    assert!(due.is_close(due.at_ms - 47.0 * 3_600_000.0) && !due.is_close(due.at_ms - 49.0 * 3_600_000.0));
}
