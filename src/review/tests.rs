//! Whole answers: what comes in badly, what must hold for every draft.

mod danger;
mod insertion;
mod solutions;
mod telling;

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
        assert!(answer.drafts.iter().skip(place.saturating_add(1)).all(|other| other.text != draft.text), "{draft:?}");
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

fn best(product: &str, text: &str) -> Answer {
    let mut input = ReviewInput::new(Platform::Taobao, text);
    input.product = Some(product.to_owned());
    sound(&input)
}

#[test]
fn a_topic_is_named_only_where_it_suits_the_goods() {
    let blocks = best("儿童积木", "快递员直接扔门口雨里，盒子全湿透，说明书都烂了");
    assert!(blocks.drafts.iter().all(|draft| !draft.text.contains("坏果") && !draft.text.contains("有坏的")));
    assert!(blocks.drafts[0].text.contains("说明书都烂了"), "{}", blocks.drafts[0].text);
    let fruit = best("云南石榴", "打开一看烂了，还长毛");
    assert!(fruit.drafts[0].text.contains("石榴"), "{}", fruit.drafts[0].text);
}

#[test]
fn every_distinct_problem_is_covered() {
    let text = &best("九阳破壁机", "声音跟拖拉机一样，早上全家都醒了，而且底座有点漏水").drafts[0].text;
    assert!(text.contains("噪音") && text.contains("底座有点漏水"), "{text}");
    assert!(!text.contains("配件"), "{text}");
}

#[test]
fn bare_words_get_a_question_and_not_an_essay() {
    for text in ["垃圾", "无语"] {
        let answer = of(Platform::Pinduoduo, text);
        assert!(answer.drafts.iter().all(|draft| draft.variant == "ask"), "{text}: {:?}", answer.drafts);
        assert!(answer.drafts.iter().all(|draft| draft.text.chars().count() <= 90));
    }
}

/// The best draft for a review of a product.
fn draft(product: &str, text: &str) -> String {
    best(product, text).drafts[0].text.clone()
}

#[test]
fn what_people_did_is_answered_beside_the_goods() {
    let text = draft("西装外套", "袖口开线了，问客服隔了两天才回");
    assert!(text.contains("开线") && text.contains("客服回复慢了") && text.contains("主管会核实"), "{text}");
    let text = draft("棉T恤", "领口脱线，快递走了九天才到");
    assert!(text.contains("物流走得慢") && text.contains("配送方核实"), "{text}");
    let text = draft("Electric Kettle", "It leaks from the base. Emailed support twice, no answer.");
    assert!(text.contains("leaks") && text.contains("we did not answer you"), "{text}");
    // What the shop said of the goods is not the buyer's word, that it said so is what people did.
    let text = draft("行李箱", "轮子掉了，客服说不在保修范围");
    assert!(text.contains("轮子掉了") && text.contains("退换没办下来"), "{text}");
    assert!(!draft("行李箱", "轮子掉了，客服说可以换").contains("主管会核实"));
}

#[test]
fn what_the_buyer_scoffs_is_not_repeated() {
    let text = draft("保温杯", "早上灌的开水，中午就凉透了，还好意思叫保温杯？");
    assert!(text.contains("保温不达标") && !text.contains("好意思"), "{text}");
    let text = draft("羽绒服", "钻毛钻得到处都是，再也不来了，烦死了");
    assert!(text.contains("毛") && !text.contains("再也") && !text.contains('烦'), "{text}");
    let text = draft("机械键盘", "空格键按下去不回弹，灯也有两颗不亮");
    assert!(text.find("回弹") < text.find("不亮"), "told in another order: {text}");
}

#[test]
fn a_fault_is_not_settled_by_a_lesson() {
    for text in ["吸力弱得不行，猫毛都吸不起来", "扫不干净，用一次就卡"] {
        let answer = best("无线吸尘器", text);
        assert!(answer.drafts.iter().all(|draft| !draft.text.contains('教')), "{:?}", answer.drafts);
    }
    let text = draft("防晒霜", "搓泥，泵头坏的挤不出来");
    assert!(!text.contains("建议") && text.contains("泵头"), "{text}");
}

#[test]
fn one_thing_is_not_told_twice() {
    let text = draft("破壁机", "用两周就漏水，底座那块全是水");
    assert!(text.contains("漏水") && !text.contains("全是水"), "{text}");
    let text = draft("打底裤", "发错货了，要的黑色发来肤色");
    assert!(text.contains("拍的是黑色，到手的是肤色") && !text.contains("发错货了"), "{text}");
}

#[test]
fn what_is_done_about_it_follows_the_weightiest_complaint() {
    let text = draft("儿童绘本", "少了两本，印刷的颜色也发暗");
    assert!(text.contains("补") && !text.contains("换个颜色"), "{text}");
    let text = draft("适用苹果15手机壳", "孔位对不上");
    assert!(!text.contains("吃的"), "{text}");
    assert!(!draft("遮光窗帘", "尺寸短了10公分，根本不遮光").contains('穿'));
}

#[test]
fn english_tells_whole_sentences_on_and_scraps_in_our_words() {
    let text =
        draft("Electric Kettle", "Seal broken. The lid doesn't close properly and the water tastes like plastic.");
    assert!(text.contains("the water tastes like plastic") && !text.contains('“'), "{text}");
}

#[test]
fn nothing_is_told_as_done() {
    for text in ["拉链坏了", "少发一件", "客服不理人", "快递太慢了"] {
        for draft in best("连衣裙", text).drafts {
            assert!(!["已记", "已经", "已反馈", "已转"].iter().any(|done| draft.text.contains(done)), "{}", draft.text);
        }
    }
}
