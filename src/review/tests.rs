//! Whole answers: what comes in badly, what must hold for every draft.

use super::*;
use crate::pack::{Platform, Script};

fn of(platform: Platform, text: &str) -> Answer {
    answer(&ReviewInput::new(platform, text))
}

/// What must hold for every answer.
fn sound(input: &ReviewInput) -> Answer {
    let answer = answer(input);
    assert!(answer.drafts.len() >= 3, "{:?}: {:?}", input.text.chars().take(40).collect::<String>(), answer.drafts);
    let limit = input.limit.or(rules::rules(input.platform).limit);
    for (place, draft) in answer.drafts.iter().enumerate() {
        assert!(draft.findings.iter().all(|found| found.severity != crate::lint::Severity::Block), "{draft:?}");
        assert!(limit.is_none_or(|limit| draft.text.encode_utf16().count() <= limit), "{draft:?}");
        assert!(!draft.text.contains("{{") && !draft.text.is_empty(), "{draft:?}");
        assert!(answer.drafts.iter().skip(place + 1).all(|other| other.text != draft.text), "{draft:?}");
    }
    answer
}

fn kinds(answer: &Answer) -> Vec<&'static str> {
    answer.notes.iter().map(|note| note.kind).collect()
}

#[test]
fn the_same_review_has_the_same_answer_and_another_one_another() {
    let one = of(Platform::Taobao, "裤子腰太紧");
    assert_eq!(one, of(Platform::Taobao, "裤子腰太紧"));
    assert_ne!(one.drafts[0].text, of(Platform::Taobao, "裤子腰太紧了，蹲不下去").drafts[0].text);
}

#[test]
fn a_draft_is_unlike_the_last_replies() {
    let mut input = ReviewInput::new(Platform::Taobao, "裤子腰太紧");
    let first = answer(&input).drafts.remove(0).text;
    input.previous = vec![first.clone()];
    let second = answer(&input).drafts.remove(0).text;
    let likeness = grams::Grams::of(&first).likeness(&grams::Grams::of(&second));
    assert!(likeness < 0.45, "{likeness}: {second}");
}

#[test]
fn pictures_alone_say_what_to_look_at() {
    for text in ["", " ", "😡😡", "。", "🙃", "!!!"] {
        let mut input = ReviewInput::new(Platform::Taobao, text);
        assert!(kinds(&sound(&input)).contains(&"look_at_pictures"), "{text:?}");
        input.stars = Some(1);
        sound(&input);
    }
}

#[test]
fn long_mixed_and_hostile_texts_are_answered() {
    let long = "鞋子开胶，穿两天就坏，客服还不理人。".repeat(280);
    assert!(long.chars().count() > 5_000);
    let huge = "好".repeat(350_000);
    let bidi = "\u{202E}腰太紧\u{202C}\u{200B}了";
    let three = "腰太紧了。The zipper broke. 顏色也不對。";
    for text in [
        long.as_str(),
        huge.as_str(),
        bidi,
        three,
        "<script>alert(1)</script>",
        "{{ product }} {% for %}",
        "\0\u{FFFF}",
        "???",
    ] {
        sound(&ReviewInput::new(Platform::Jd, text));
    }
}

#[test]
fn another_shops_name_is_not_repeated() {
    let mut input = ReviewInput::new(Platform::Taobao, "还是小鹿旗舰店的好，你家的杯子漏水");
    input.shop = Some("青禾家居".to_owned());
    let answer = sound(&input);
    assert!(kinds(&answer).contains(&"other_shop"));
    assert!(answer.drafts.iter().all(|draft| !draft.text.contains("小鹿")));
}

#[test]
fn danger_has_its_own_rule() {
    for (text, stop) in [
        ("插上就冒烟了", "断电"),
        ("用完脸又红又肿", "停用"),
        ("饼干里吃出一根铁丝", "停止食用"),
        ("孩子手指被划破流血", "停用"),
        ("吃完全家拉肚子", "别再吃"),
    ] {
        let answer = sound(&ReviewInput::new(Platform::Douyin, text));
        assert!(answer.safety && kinds(&answer).contains(&"safety"), "{text}");
        for draft in &answer.drafts {
            assert!(draft.text.contains(stop), "{text}: {}", draft.text);
            assert!(draft.variant.starts_with("safety"));
        }
    }
    for text in ["不漏电，很安全，就是颜色偏暗", "没过敏，就是味道太冲", "价格太感人，一般"]
    {
        assert!(!of(Platform::Douyin, text).safety, "{text}");
    }
}

#[test]
fn praise_is_left_alone() {
    let mut input = ReviewInput::new(Platform::Taobao, "质量很好，很喜欢，谢谢");
    input.stars = Some(5);
    let answer = sound(&input);
    assert!(kinds(&answer).contains(&"leave_alone"));
    assert!(answer.drafts.iter().all(|draft| draft.variant == "thanks"));
}

#[test]
fn every_script_answers_in_itself() {
    for (platform, text, script) in [
        (Platform::Shopee, "腰太緊了，褲子塞不進去", Script::Hant),
        (Platform::Amazon, "The waist is too tight", Script::En),
        (Platform::Taobao, "腰太紧了", Script::Hans),
    ] {
        for draft in sound(&ReviewInput::new(platform, text)).drafts {
            assert_eq!(crate::refund::script_of(&draft.text), Some(script), "{}", draft.text);
        }
    }
    let mut input = ReviewInput::new(Platform::Shopee, "腰太紧了");
    input.script = Some(Script::Hant);
    assert!(sound(&input).drafts.iter().all(|draft| crate::refund::script_of(&draft.text) == Some(Script::Hant)));
}

#[test]
fn a_small_box_gets_short_replies() {
    let mut input = ReviewInput::new(Platform::Taobao, "杯子漏水，客服还不理人");
    for limit in [120, 80, 60] {
        input.limit = Some(limit);
        let answer = answer(&input);
        assert!(!answer.drafts.is_empty(), "{limit}");
        assert!(answer.drafts.iter().all(|draft| draft.text.chars().count() <= limit));
    }
}

#[test]
fn facts_are_bound_and_nothing_is_invented() {
    let mut input = ReviewInput::new(Platform::Taobao, "腰太紧了");
    input.product = Some("直筒牛仔裤".to_owned());
    let plain = sound(&input);
    assert!(plain.drafts.iter().all(|draft| !draft.text.contains("XL")));
    input.facts.insert("decision".to_owned(), "同意免费换XL一条".to_owned());
    let bound = sound(&input);
    assert!(bound.drafts.iter().any(|draft| draft.text.contains("同意免费换XL一条")), "{:?}", bound.drafts);
}

#[test]
fn a_malicious_review_is_answered_calmly() {
    let answer = sound(&ReviewInput::new(Platform::Pinduoduo, "给我20块红包就删差评"));
    assert_eq!(answer.malicious.as_ref().unwrap().class, Malice::Extortion);
    for draft in &answer.drafts {
        assert_eq!(draft.variant, "calm");
        for word in ["恶意", "敲诈", "要挟", "法", "举报"] {
            assert!(!draft.text.contains(word), "{}", draft.text);
        }
    }
}

#[test]
fn the_fault_chooses_what_comes_first() {
    let mut input = ReviewInput::new(Platform::Taobao, "杯子漏水");
    let first = |input: &ReviewInput| answer(input).drafts.remove(0).variant;
    input.fault = Some(Fault::Unclear);
    assert_eq!(first(&input), "verify");
    input.fault = Some(Fault::Ours);
    assert_eq!(first(&input), "resolve");
    input.fault = Some(Fault::Expectation);
    assert_eq!(first(&input), "explain");
}
