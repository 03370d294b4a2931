//! Levels and advice for the situations of the contract.

use super::*;
use crate::pack::Service;

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
