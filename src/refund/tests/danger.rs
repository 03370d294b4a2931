//! Danger to people goes before every figure.

use super::*;

#[test]
fn a_reason_that_tells_of_danger_goes_first() {
    for (platform, reason) in [
        (Platform::Taobao, "安全隐患"),
        (Platform::Jd, "存在安全隱患"),
        (Platform::Douyin, "使用后过敏（商品品质原因）"),
        (Platform::Lazada, "Safety concern"),
    ] {
        let first = |said| kinds(&judged(&input(platform, reason), said)).first().copied();
        assert_eq!(first(said(&[], None, &[])), Some(Kind::EscalateSafety), "{platform:?} {reason}");
        assert_eq!(first(fault()), Some(Kind::EscalateSafety), "{platform:?} {reason}");
        assert_ne!(first(misfit()), Some(Kind::EscalateSafety), "{platform:?} {reason}: the words say otherwise");
    }
    // Whether it counts or not, it is seen.
    for platform in Platform::ALL {
        let verdict = judged(&input(platform, "使用后过敏"), said(&[], None, &[]));
        assert_ne!(verdict.level, Level::Safe, "{platform:?}");
    }
    let counted = judged(&input(Platform::Taobao, "安全隐患"), said(&[], None, &[]));
    assert_eq!((counted.level, counted.reason.counts), (Level::Counted, Answer::Yes));
    for reason in ["质量问题", "安全座椅不合适", "7天无理由退换货", ""] {
        let verdict = judged(&input(Platform::Taobao, reason), said(&[], None, &[]));
        assert!(!kinds(&verdict).contains(&Kind::EscalateSafety), "{reason}");
    }
}

#[test]
fn safety_goes_first_whatever_the_figure() {
    let burned = said(&[Issue::FunctionFailure], Some(true), &[Signal::Safety]);
    for (platform, reason) in
        [(Platform::Taobao, "7天无理由退换货"), (Platform::Jd, "质量问题"), (Platform::Shopify, "UNWANTED")]
    {
        let status = Some("待商家处理".to_owned());
        let close = at("2026-11-12T10:00:00+08:00");
        let refund = RefundInput { status, now: Some(close), deadline_at: Some(close), ..input(platform, reason) };
        let verdict = judged(&refund, burned.clone());
        assert_eq!(kinds(&verdict).first(), Some(&Kind::EscalateSafety), "{platform:?}");
        assert!(verdict.level >= Level::AtRisk, "{platform:?}");
    }
    let fine = said(&FIT, Some(false), &[Signal::Safety]);
    let verdict = judged(&input(Platform::Jd, "质量问题"), fine);
    assert!(!kinds(&verdict).contains(&Kind::EscalateSafety), "the buyer denies a fault");
}

#[test]
fn a_denied_reaction_raises_no_alarm_whatever_the_reason() {
    let unsafe_words = |note: &str| {
        let refund = RefundInput { note: Some(note.to_owned()), ..input(Platform::Douyin, "使用后过敏") };
        kinds(&judge(&refund, &JudgeSettings::default())).contains(&Kind::EscalateSafety)
    };
    assert!(!unsafe_words("没过敏，就是味道太香了，老公受不了"));
    assert!(unsafe_words("脸上又红又痒"));
    assert!(unsafe_words("看图"), "the reason alone tells of the danger");
}
