//! The guards against gaming the rubric.

use super::*;
use crate::pack::Platform;
use crate::review::{self, ReviewInput};

fn input(text: &str, product: &str) -> ReviewInput {
    let mut input = ReviewInput::new(Platform::Taobao, text);
    input.product = Some(product.to_owned());
    input.stars = Some(2);
    input
}

const GOOD: &str = "抱歉，牛仔裤腰围偏紧，坐下来肯定勒得慌。尺码表只写了平铺数，没写怎么选，是我们不够周到。换大一码或者退货都可以，您在旺旺跟客服说一声，24小时内给您安排。拿不准的朋友，可以先把腰围报给客服。";

#[test]
fn a_good_reply_passes() {
    let score = score(&input("裤子腰太紧，坐下来都费劲", "直筒牛仔裤"), GOOD);
    assert!(score.fails.is_empty() && score.total >= 18.0, "{score:?}");
}

#[test]
fn keyword_soup_is_worth_nothing() {
    let soup = "抱歉退款补发红包优惠券感谢期待理解支持".repeat(3);
    let score = score(&input("裤子腰太紧", "直筒牛仔裤"), &soup);
    assert_eq!(score.total, 0.0, "{score:?}");
}

#[test]
fn a_good_reply_under_other_reviews_falls_short() {
    let others = [
        "杯子漏水，包里全湿了",
        "客服不理人，已读不回",
        "等了半个月才到，物流不更新",
        "苹果烂了一半，没法吃",
        "发错颜色，要黑的来白的",
        "颜色和图片差太多",
        "用两次就断了，质量差",
        "味道刺鼻，一股塑料味",
        "刚买就降价，不退差价",
        "少发了一个配件，装不上",
    ];
    for review in others {
        let score = score(&input(review, "家居用品"), GOOD);
        assert!(score.total < 15.0, "{review}: {score:?}");
    }
}

#[test]
fn the_same_reply_over_and_over_loses() {
    let mut input = input("裤子腰太紧，坐下来都费劲", "直筒牛仔裤");
    let fresh = score(&input, GOOD).total;
    input.previous = vec![GOOD.to_owned()];
    assert!(score(&input, GOOD).total < fresh);
}

#[test]
fn one_changed_number_is_an_invented_fact() {
    let mut input = input("退款太慢了", "直筒牛仔裤");
    input.facts.insert("after_sale".to_owned(), "已退款59元".to_owned());
    let reply = |amount: &str| {
        format!(
            "抱歉，您的退款处理慢了，等着确实着急。{amount}元按售后规则退给您，卡在哪一步我们会查清，今天下班前由客服主管在旺旺答复，要退货或者换货也可以。"
        )
    };
    assert!(score(&input, &reply("59")).fails.is_empty());
    assert!(score(&input, &reply("95")).fails.contains(&"H3"));
}

#[test]
fn a_polite_denial_loses() {
    let input = input("裤子腰太紧，坐下来都费劲", "直筒牛仔裤");
    let denial = "您好，很抱歉，牛仔裤腰围偏紧的情况从来没有人反映过，这不属于质量问题，是您自己选码的原因。您在旺旺跟客服说一声，今天下班前给您安排换货或者退货，请您下单前看清楚尺码表。";
    let (good, bad) = (score(&input, GOOD), score(&input, denial));
    let point = |score: &Score, id: &str| score.points.iter().find(|(known, _)| *known == id).unwrap().1;
    assert_eq!((point(&bad, "D14"), point(&bad, "D5")), (0.0, 0.0));
    assert!(bad.total < good.total, "{bad:?}");
}

#[test]
fn a_swapped_review_costs_three_points() {
    let reviews = [
        ("裤子腰太紧，坐下来都费劲", "直筒牛仔裤"),
        ("杯子漏水，包里全湿了", "不锈钢保温杯"),
        ("客服不理人，已读不回", "家用拖把"),
        ("苹果烂了一半", "红富士苹果"),
    ];
    for (place, (text, product)) in reviews.iter().enumerate() {
        let own = input(text, product);
        let draft = review::answer(&own).drafts.remove(0);
        for (other, (text, product)) in reviews.iter().enumerate().filter(|(other, _)| *other != place) {
            let swapped = score(&input(text, product), &draft.text).total;
            assert!(
                swapped + 3.0 <= draft.score,
                "{place} under {other}: {swapped} of {}: {}",
                draft.score,
                draft.text
            );
        }
    }
}

#[test]
fn hard_fails_take_everything() {
    let taobao = input("裤子腰太紧", "直筒牛仔裤");
    for (reply, fail) in [
        ("抱歉，给您返现20元，麻烦改成好评。", "H1"),
        ("抱歉，13800001111这个号码的买家请联系我们。", "H2"),
        ("抱歉，已经给您退款了。", "H3"),
        ("再闹就起诉您。", "H4"),
        ("抱歉，加微信处理。", "H5"),
        ("抱歉，{{product}}腰围偏紧。", "H6"),
    ] {
        let score = score(&taobao, reply);
        assert!(score.fails.contains(&fail) && score.total == 0.0, "{reply}: {score:?}");
    }
    let long = "抱歉。".repeat(200);
    assert!(score(&taobao, &long).fails.contains(&"H7"));
    let shock = input("外壳漏电，一摸麻手", "电热水壶");
    assert!(score(&shock, "抱歉，水壶漏电，请在旺旺联系客服退货。").fails.contains(&"H8"));
}
