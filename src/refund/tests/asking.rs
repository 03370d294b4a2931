//! When a buyer may be asked for another reason, and when a mismatch may be reported: never where the goods are at fault.

use super::*;

#[test]
fn the_gate_holds_on_every_platform() {
    for platform in Platform::ALL {
        let refund = input(platform, quality_reason(platform));
        let may_ask = Packs::embedded().book(platform).unwrap().pack.about.may_ask;
        assert_eq!(kinds(&judged(&refund, misfit())).contains(&Kind::AskReasonChange), may_ask, "{platform:?}");
        for (issue, quality) in [
            (Issue::WorkmanshipDefect, Some(true)),
            (Issue::AdverseReaction, None),
            (Issue::ExpiredSpoiled, None),
            (Issue::Counterfeit, None),
            (Issue::WrongItem, Some(false)),
            (Issue::MissingItem, Some(false)),
            (Issue::DamagedInTransit, Some(false)),
        ] {
            let verdict = judged(&refund, said(&[issue], quality, &[]));
            let kinds = kinds(&verdict);
            assert!(!kinds.contains(&Kind::AskReasonChange), "{platform:?} {issue:?}");
            assert!(!kinds.contains(&Kind::ReportMismatch), "{platform:?} {issue:?}");
            assert!(!kinds.contains(&Kind::None), "{platform:?} {issue:?}");
        }
        let silent = judged(&refund, said(&[], None, &[]));
        assert_eq!(silent.r#match, Match::Silent);
        assert!(kinds(&silent).contains(&Kind::ClarifyReason), "{platform:?}");
        assert!(!kinds(&silent).contains(&Kind::AskReasonChange), "{platform:?}");
    }
}

#[test]
fn a_buyer_who_refused_is_not_asked_again() {
    let refused = said(&FIT, Some(false), &[Signal::RefusesChange]);
    let verdict = judged(&input(Platform::Jd, "质量问题"), refused);
    assert!(!kinds(&verdict).contains(&Kind::AskReasonChange));
}

#[test]
fn nobody_is_asked_twice() {
    for platform in [Platform::Jd, Platform::Shopify, Platform::Taobao] {
        let refund = RefundInput { asked: true, ..input(platform, quality_reason(platform)) };
        let verdict = judged(&refund, misfit());
        assert!(!kinds(&verdict).contains(&Kind::AskReasonChange), "{platform:?}");
        assert!(verdict.advice.iter().all(|advice| !advice.why.is_empty()));
        let line = crate::words::text(JudgeSettings::default().locale, "refund_why_asked", &[]);
        assert!(verdict.why.contains(&line.clone().into()), "{platform:?}");
    }
    // Where nothing else is left, the advice is to wait, without a message.
    let refund = RefundInput { asked: true, ..input(Platform::Shopify, "DEFECTIVE") };
    let verdict = judged(&refund, said(&[Issue::ChangedMind], Some(false), &[]));
    assert_eq!((kinds(&verdict), &verdict.advice[0].message), (vec![Kind::None], &None));
    // A real fault is settled as ever, and says nothing of a question that would not have been due.
    let verdict = judged(&refund, fault());
    assert!(kinds(&verdict).contains(&Kind::ResolveDefect));
    assert!(!verdict.why.contains(&crate::words::line(JudgeSettings::default().locale, "refund_why_asked", &[])));
}

#[test]
fn asking_helps_only_where_the_rule_says_so() {
    let helps = |platform| {
        let verdict = judged(&input(platform, quality_reason(platform)), misfit());
        verdict.advice.iter().find(|advice| advice.kind == Kind::AskReasonChange).map(|advice| advice.helps)
    };
    for platform in [
        Platform::Taobao,
        Platform::Douyin,
        Platform::Pinduoduo,
        Platform::Kuaishou,
        Platform::Weixin,
        Platform::Xiaohongshu,
    ] {
        assert_eq!(helps(platform), Some(Answer::No), "{platform:?}");
    }
    for platform in [Platform::Jd, Platform::Alibaba1688, Platform::Suning] {
        assert_eq!(helps(platform), Some(Answer::Unknown), "{platform:?}");
    }
    assert_eq!(helps(Platform::Amazon), None);
    assert_eq!(helps(Platform::Shopify), Some(Answer::Yes));
}

#[test]
fn a_report_needs_a_channel_and_nothing_but_taste() {
    let reports = |platform, said| {
        kinds(&judged(&input(platform, quality_reason(platform)), said)).contains(&Kind::ReportMismatch)
    };
    for platform in [Platform::Taobao, Platform::Douyin, Platform::Weixin] {
        assert!(reports(platform, misfit()), "{platform:?}");
        assert!(!reports(platform, said(&FIT, Some(false), &[Signal::SellerInduced])), "{platform:?}");
        assert!(!reports(platform, said(&[Issue::SizeFit, Issue::Material], Some(false), &[])), "{platform:?}");
    }
    let late = || said(&[Issue::SlowLogistics, Issue::ChangedMind], Some(false), &[]);
    assert!(!reports(Platform::Taobao, late()), "that channel is for malicious buyers");
    assert!(reports(Platform::Weixin, late()));
    assert!(!reports(Platform::Pinduoduo, misfit()));
    assert!(!reports(Platform::Kuaishou, misfit()));
}
