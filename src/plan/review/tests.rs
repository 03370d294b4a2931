use super::*;
use crate::page::record::Shown as Said;

fn review(stars: Option<u8>, words: &str) -> Review {
    let text = (!words.is_empty()).then(|| Said { text: words.to_owned(), node: 1 });
    Review { key: "k".into(), stars: stars.and_then(Stars::of_tenths), text, ..Review::default() }
}

fn standing(review: &Review) -> Standing {
    weigh(review, Stars::BAD).standing
}

#[test]
fn what_stands_in_the_queue() {
    assert_eq!(standing(&review(Some(10), "衣服起球")), Standing::Bad);
    assert_eq!(standing(&review(Some(30), "一般般")), Standing::Middle);
    assert_eq!(standing(&review(Some(50), "穿一次就开线了，质量太差")), Standing::Complaint);
    assert_eq!(standing(&review(None, "穿一次就开线了，质量太差")), Standing::Complaint, "no stars read");
    let bad = Review { mood: Some(Mood::Bad), ..review(None, "") };
    assert_eq!(standing(&bad), Standing::Bad);
}

#[test]
fn what_does_not() {
    assert_eq!(standing(&review(Some(50), "很好，很喜欢，下次还来")), Standing::Praise);
    assert_eq!(standing(&review(Some(50), "")), Standing::Plain);
    assert_eq!(standing(&review(None, "")), Standing::Plain, "unknown stars are not few stars");
    let answered = Review { answered: Some(true), ..review(Some(10), "衣服起球") };
    assert_eq!(standing(&answered), Standing::Answered);
    let mark = mark(&answered, &weigh(&answered, Stars::BAD), &Thresholds::default(), Locale::ZhCn);
    assert_eq!((mark.level, mark.badge, mark.highlight.len()), (Level::Safe, None, 0));
}

#[test]
fn danger_stands_first() {
    let grave = review(Some(30), "宝宝用了全身过敏起红疹，去了医院");
    let plain = review(Some(10), "颜色和图片不一样");
    assert!(weigh(&grave, Stars::BAD).score(&grave) > weigh(&plain, Stars::BAD).score(&plain));
    assert_eq!(weigh(&grave, Stars::BAD).level(), Level::AtRisk);
}

#[test]
fn unknown_stars_are_said_to_be_unknown() {
    let weighed = weigh(&review(None, "质量太差"), Stars::BAD);
    let card = card(&review(None, "质量太差"), &weighed, Platform::Taobao, &Thresholds::default(), Locale::ZhCn);
    let json = serde_json::to_value(&card).unwrap();
    assert_eq!(json["review"]["stars"], serde_json::Value::Null);
    assert!(json["why"].as_array().unwrap().len() >= 2);
}
