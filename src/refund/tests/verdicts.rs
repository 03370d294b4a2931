//! Levels, gate and advice for the situations of the contract.

use super::*;
use crate::pack::Service;

const FIT: [Issue; 1] = [Issue::SizeFit];
const FAULT: [Issue; 1] = [Issue::WorkmanshipDefect];

fn misfit() -> Classification {
    said(&FIT, Some(false), &[])
}

fn fault() -> Classification {
    said(&FAULT, Some(true), &[])
}

/// A reason that blames the goods, as each platform writes it.
fn quality_reason(platform: Platform) -> &'static str {
    match platform {
        Platform::Amazon | Platform::Shopify => "DEFECTIVE",
        Platform::Tiktok => "Defective",
        Platform::Shopee => "FUNCTIONAL_DMG",
        Platform::Lazada | Platform::Aliexpress => "Quality problem",
        Platform::Douyin => "质量不好（商品品质原因）",
        _ => "质量问题",
    }
}

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
fn what_helps_stands_above_what_does_not() {
    for platform in Platform::ALL {
        for said in [misfit(), fault(), said(&[Issue::WrongItem], Some(false), &[]), said(&[], None, &[])] {
            let verdict = judged(&input(platform, quality_reason(platform)), said);
            let last_yes = verdict.advice.iter().rposition(|advice| advice.helps == Answer::Yes);
            let first_no = verdict.advice.iter().position(|advice| advice.helps == Answer::No);
            if let (Some(yes), Some(no)) = (last_yes, first_no) {
                assert!(yes < no, "{platform:?}: {:?}", kinds(&verdict));
            }
        }
    }
}

#[test]
fn levels_by_rule() {
    let level = |platform, said| judged(&input(platform, quality_reason(platform)), said).level;
    for platform in [Platform::Taobao, Platform::Douyin, Platform::Weixin, Platform::Xiaohongshu, Platform::Kuaishou] {
        assert_eq!(level(platform, fault()), Level::Counted, "{platform:?}");
    }
    for platform in [Platform::Pinduoduo, Platform::Jd, Platform::Alibaba1688, Platform::Amazon, Platform::Lazada] {
        assert_eq!(level(platform, fault()), Level::AtRisk, "{platform:?}");
    }
}

#[test]
fn a_fault_behind_another_reason() {
    let behind = |platform| judged(&input(platform, "多拍/错拍/不想要"), fault());
    let read = behind(Platform::Pinduoduo);
    assert_eq!((read.level, read.r#match), (Level::AtRisk, Match::Contradicts));
    assert!(kinds(&read).contains(&Kind::ResolveDefect));
    assert_eq!(behind(Platform::Taobao).level, Level::Watch);
    let safe = judged(&input(Platform::Taobao, "多拍/错拍/不想要"), said(&[Issue::ChangedMind], Some(false), &[]));
    assert_eq!((safe.level, kinds(&safe)), (Level::Safe, vec![Kind::None]));
}

#[test]
fn service_types_that_never_count() {
    let exchange = |said| {
        let refund = RefundInput { service: Some(Service::Exchange), ..input(Platform::Pinduoduo, "质量问题") };
        judged(&refund, said)
    };
    let misfit = exchange(misfit());
    assert_eq!((misfit.reason.counts, misfit.level), (Answer::No, Level::Watch));
    assert_eq!(kinds(&misfit).first(), Some(&Kind::OfferExchange));
    let ask = misfit.advice.iter().find(|advice| advice.kind == Kind::AskReasonChange).unwrap();
    assert_eq!((ask.helps, &ask.message), (Answer::No, &None));
    assert_eq!(exchange(said(&[], None, &[])).level, Level::Safe);
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

#[test]
fn closed_refunds_disturb_nobody() {
    for status in ["退款成功", "售后关闭", "退款申请已撤销/关闭"] {
        let status = Some(status.to_owned());
        let now = at("2026-11-12T10:00:00+08:00");
        let base = input(Platform::Douyin, quality_reason(Platform::Douyin));
        let refund = RefundInput { status, now: Some(now), filed_at: Some(at("2026-11-10T11:00:00+08:00")), ..base };
        for said in [misfit(), fault(), said(&[], None, &[])] {
            let verdict = judged(&refund, said);
            assert!(verdict.deadline.is_none());
            assert!(!kinds(&verdict).contains(&Kind::AnswerBeforeDeadline));
            let to_buyer = verdict.advice.iter().filter(|advice| advice.kind != Kind::ReportMismatch);
            assert!(to_buyer.into_iter().all(|advice| advice.message.is_none()), "{:?}", kinds(&verdict));
        }
    }
}

#[test]
fn an_empty_or_unknown_reason_is_not_guessed() {
    for reason in ["", "   ", "\u{200b}"] {
        let verdict = judged(&input(Platform::Taobao, reason), misfit());
        assert_eq!((verdict.level, verdict.r#match), (Level::Watch, Match::Silent), "{reason:?}");
    }
    let unknown = judged(&input(Platform::Taobao, "星期三"), misfit());
    assert_eq!((unknown.reason.id.as_deref(), unknown.reason.counts), (Some("unknown"), Answer::Unknown));
    assert_eq!((unknown.level, unknown.r#match), (Level::Watch, Match::Silent));
    assert!(kinds(&judged(&input(Platform::Taobao, ""), fault())).contains(&Kind::ResolveDefect));
}

#[test]
fn a_close_deadline_makes_a_safe_refund_worth_a_look() {
    let refund = |hours_left: &str| RefundInput {
        deadline_at: Some(at("2026-11-15T18:00:00+08:00")),
        now: Some(at(hours_left)),
        ..input(Platform::Lazada, "Change of mind")
    };
    let said = || said(&[Issue::ChangedMind], Some(false), &[]);
    let close = judged(&refund("2026-11-15T16:30:00+08:00"), said());
    assert_eq!((close.level, kinds(&close)), (Level::Watch, vec![Kind::AnswerBeforeDeadline]));
    assert_eq!(judged(&refund("2026-11-15T10:00:00+08:00"), said()).level, Level::Safe);
    let over = judged(&refund("2026-11-15T19:00:00+08:00"), said());
    assert!(!kinds(&over).contains(&Kind::AnswerBeforeDeadline));
    let patient = JudgeSettings { close_hours: 1, ..JudgeSettings::default() };
    assert_eq!(judged_with(&refund("2026-11-15T16:30:00+08:00"), said(), &patient).level, Level::Safe);
}

#[test]
fn the_score_never_crosses_a_level() {
    let mut by_level: std::collections::BTreeMap<Level, (u8, u8)> = std::collections::BTreeMap::new();
    let times = [None, Some(at("2026-11-12T10:00:00+08:00"))];
    for platform in [Platform::Taobao, Platform::Pinduoduo, Platform::Jd, Platform::Kuaishou, Platform::Shopify] {
        for reason in [quality_reason(platform), "不想要了", "Change of mind", "UNWANTED", "", "星期三"] {
            for issue in Issue::ALL {
                for quality in [None, Some(true), Some(false)] {
                    for signals in [&[][..], &[Signal::Safety], &[Signal::GoodsAreFine]] {
                        for now in times {
                            let refund = RefundInput { now, deadline_at: now, ..input(platform, reason) };
                            let verdict = judged(&refund, said(&[issue], quality, signals));
                            assert!(verdict.score <= 100 && !verdict.advice.is_empty() && !verdict.why.is_empty());
                            let band = by_level.entry(verdict.level).or_insert((100, 0));
                            *band = (band.0.min(verdict.score), band.1.max(verdict.score));
                        }
                    }
                }
            }
        }
    }
    let bands: Vec<(u8, u8)> = by_level.into_values().collect();
    assert_eq!(bands.len(), 4, "all levels were reached");
    assert!(bands.windows(2).all(|pair| pair[0].1 < pair[1].0), "{bands:?}");
}

#[test]
fn times_in_any_order_give_an_answer() {
    let times = ["0001-01-01", "2026-11-12T10:00:00+08:00", "9999-12-31T23:59:59Z"].map(|text| Some(at(text)));
    for paid_at in times {
        for signed_at in times {
            for filed_at in times {
                for now in times {
                    for platform in [Platform::Taobao, Platform::Pinduoduo, Platform::Kuaishou] {
                        let refund =
                            RefundInput { paid_at, signed_at, filed_at, now, ..input(platform, "质量问题") };
                        assert!(!judged(&refund, fault()).why.is_empty());
                    }
                }
            }
        }
    }
}

#[test]
fn a_counting_reason_never_goes_without_advice() {
    for platform in Platform::ALL {
        for issue in Issue::ALL {
            for quality in [None, Some(true), Some(false)] {
                for reason in [quality_reason(platform), "颜色与描述不符", "与描述不符", "材质与描述不符"]
                {
                    let verdict = judged(&input(platform, reason), said(&[issue], quality, &[]));
                    let blames = verdict.reason.class.is_some_and(Class::blames_goods);
                    let weighs = verdict.reason.counts == Answer::Yes || blames;
                    let none = kinds(&verdict).contains(&Kind::None);
                    assert!(!weighs || !none, "{platform:?} {reason} {issue:?} {quality:?}");
                }
            }
        }
    }
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
