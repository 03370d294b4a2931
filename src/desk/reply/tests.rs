//! What was typed stays, what blocks does not go in.

use serde_json::json;

use super::*;

fn desk() -> Desk {
    let review = json!({ "text": "起球了", "stars": 1, "limit": 200 });
    let card = json!({ "key": "a", "level": "at_risk", "review": review });
    let other = json!({ "key": "b", "level": "safe", "review": { "text": "很好", "reply": "谢谢您" } });
    serde_json::from_value(json!({ "cards": [card, other], "platform": "taobao", "page": "reviews" })).unwrap()
}

const LOCALE: Locale = Locale::ZhCn;
const DRAFTS: &str = r#"{"drafts":[{"text":"一","variant":"resolve"},{"text":"二"},{"text":"三"}],"fault":"ours"}"#;

fn started() -> (Replies, Desk, Question) {
    let (mut replies, desk) = (Replies::default(), desk());
    let question = replies.shown(&desk.cards[0], &desk, LOCALE).remove(0);
    (replies, desk, question)
}

fn with_drafts() -> (Replies, Desk) {
    let (mut replies, desk, question) = started();
    let lint = replies.answered(&question, Some(DRAFTS), &desk.cards[0], &desk, LOCALE).unwrap();
    replies.answered(&lint, Some(r#"{"blocked":false,"findings":[]}"#), &desk.cards[0], &desk, LOCALE);
    (replies, desk)
}

#[test]
fn asks_once_and_tells_what_others_were_answered() {
    let (mut replies, desk, question) = started();
    let asked: serde_json::Value = serde_json::from_str(&question.request).unwrap();
    assert_eq!((&asked["kind"], &asked["stars"], &asked["limit"]), (&json!("reply"), &json!(1.0), &json!(200)));
    assert_eq!(asked["previous"], json!(["谢谢您"]));
    assert!(asked.get("fault").is_none(), "the engine chooses first");
    assert_eq!(replies.shown(&desk.cards[0], &desk, LOCALE), []);
}

#[test]
fn the_settings_say_how_the_shop_sounds() {
    let mut desk = desk();
    desk.replies = serde_json::from_value(json!({ "tone": "brief", "shop": "小满", "script": "hant" })).unwrap();
    let mut replies = Replies::default();
    let question = replies.shown(&desk.cards[0], &desk, LOCALE).remove(0);
    let asked: serde_json::Value = serde_json::from_str(&question.request).unwrap();
    assert_eq!((&asked["tone"], &asked["shop"], &asked["script"]), (&json!("brief"), &json!("小满"), &json!("hant")));
    let question = replies.set_tone("plain", &desk.cards[0], &desk, LOCALE).unwrap();
    assert!(question.request.contains(r#""tone":"plain""#), "what is chosen for this review goes first");
    let lint = replies.answered(&question, Some(DRAFTS), &desk.cards[0], &desk, LOCALE).unwrap();
    assert!(lint.request.contains(r#""shop":"小满""#), "another shop's name is one of the things the lint looks for");
}

#[test]
fn what_was_typed_is_never_lost() {
    let (mut replies, desk) = with_drafts();
    let card = &desk.cards[0];
    replies.edit("我自己写的", card, &desk, LOCALE);
    let again = replies.set_fault("carrier", card, &desk, LOCALE).unwrap();
    replies.answered(&again, Some(DRAFTS), card, &desk, LOCALE);
    assert_eq!(replies.sheet("a").unwrap().writing.text, "我自己写的", "new drafts do not replace it");
    replies.choose(Some(1), card, &desk, LOCALE);
    assert_eq!(replies.sheet("a").unwrap().writing.text, "二");
    replies.step(1, card, &desk, LOCALE);
    replies.step(1, card, &desk, LOCALE);
    assert_eq!(replies.sheet("a").unwrap().writing.text, "我自己写的", "behind the last draft");
    let state = replies.kept("a").unwrap().state;
    let mut fresh = Replies::default();
    fresh.restore(&BTreeMap::from([("a".to_owned(), state)]));
    let question = fresh.shown(card, &desk, LOCALE).remove(0);
    fresh.answered(&question, Some(DRAFTS), card, &desk, LOCALE);
    let sheet = fresh.sheet("a").unwrap();
    assert_eq!(
        (sheet.writing.text.as_str(), sheet.writing.fault.as_deref()),
        ("我自己写的", Some("carrier")),
        "after the panel was closed"
    );
}

#[test]
fn an_old_answer_is_dropped() {
    let (mut replies, desk, old) = started();
    replies.set_tone("brief", &desk.cards[0], &desk, LOCALE);
    assert_eq!(replies.answered(&old, Some(DRAFTS), &desk.cards[0], &desk, LOCALE), None);
    assert!(replies.sheet("a").unwrap().answer.is_none());
}

#[test]
fn nothing_goes_in_that_the_lint_has_not_passed() {
    let (mut replies, desk) = with_drafts();
    assert_eq!(replies.may_insert("a"), May::Now("一".into()));
    let card = &desk.cards[0];
    let lint = replies.edit("加我微信", card, &desk, LOCALE).unwrap();
    assert_eq!(replies.may_insert("a"), May::Later);
    let report = r#"{"blocked":true,"findings":[{"rule":"off_platform_contact","severity":"block","start":2,"end":4,"found":"微信","why":"…","fix":"店铺客服"}]}"#;
    replies.answered(&lint, Some(report), card, &desk, LOCALE);
    assert!(replies.was_waiting("a") && !replies.was_waiting("a"));
    assert_eq!(replies.may_insert("a"), May::Blocked { start: 2, end: 4 });
    assert!(!replies.kept("a").unwrap().clear);
    replies.fix(0, card, &desk, LOCALE);
    assert_eq!(replies.sheet("a").unwrap().writing.text, "加我店铺客服");
    let lint = replies.edit("好", card, &desk, LOCALE).unwrap();
    replies.answered(&lint, None, card, &desk, LOCALE);
    assert_eq!(replies.may_insert("a"), May::Unknown, "a lint that does not answer passes nothing");
}

#[test]
fn both_ways_of_counting() {
    assert_eq!(count("好😀a"), (3, 4));
    assert_eq!((utf16_at("好😀a", 2), utf16_at("好😀a", 9)), (3, 4));
}
