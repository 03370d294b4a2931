//! Every message on every platform, for every kind, script and tone: sendable as it stands.

mod forbidden;

use super::*;
use crate::pack::Script;
use crate::words::Locale;
use forbidden::FORBIDDEN;

/// What the messages on one platform look like for words of these issues.
fn all(issues: &[Issue], check: impl Fn(Platform, Kind, Script, Tone, &str)) {
    for platform in Platform::ALL {
        let refund =
            RefundInput { note: Some("买家的话 13800138000 张三".to_owned()), ..input(platform, "质量问题") };
        let settings = JudgeSettings::default();
        let cause = Cause::with("", refund.note.as_deref(), None, |_| said(issues, Some(false), &[]));
        let book = Packs::embedded().book(platform).unwrap();
        let case = Case::new(&refund, &settings, book, cause);
        for kind in Kind::ALL {
            for script in [Script::Hans, Script::Hant, Script::En] {
                for tone in Tone::ALL {
                    if let Some(text) = message::rendered(&case, kind, script, tone) {
                        check(platform, kind, script, tone, &text);
                    }
                }
            }
        }
    }
}

#[test]
fn no_message_promises_presses_threatens_or_leaks() {
    for issues in [vec![], vec![Issue::SizeFit], vec![Issue::ChangedMind, Issue::PriceDrop]] {
        all(&issues, |platform, kind, script, tone, text| {
            let flat = text.to_lowercase();
            // "恶意" names the platform's own centre in a path, never in a message.
            let found: Vec<_> = FORBIDDEN.iter().filter(|word| flat.contains(*word)).collect();
            assert!(found.is_empty(), "{platform:?} {kind:?} {script:?} {tone:?} holds {found:?}: {text}");
            assert!(!text.contains("13800138000") && !text.contains("张三"), "{text}");
            let digits = text.chars().filter(char::is_ascii_digit).count();
            assert!(digits <= 2, "{platform:?} {kind:?}: no numbers but those of a label: {text}");
        });
    }
}

#[test]
fn every_slot_is_filled_and_every_length_fits() {
    for issue in Issue::ALL {
        all(&[issue, Issue::SlowLogistics], |platform, kind, script, tone, text| {
            let place = format!("{platform:?} {kind:?} {script:?} {tone:?}: {text}");
            assert!(!text.contains(['{', '}', '$']) && !text.contains("refund_"), "{place}");
            assert!(!text.contains("，，") && !text.contains("  ") && text.trim() == text, "{place}");
            let length = text.chars().count();
            assert!((8..=420).contains(&length), "{length} characters, {place}");
            let han = text.chars().filter(|letter| ('\u{4e00}'..='\u{9fff}').contains(letter)).count();
            match script {
                Script::En => assert!(han <= 24, "only a label may be Chinese: {place}"),
                Script::Hans | Script::Hant => assert!(han * 2 > length, "{place}"),
            }
        });
    }
}

#[test]
fn tones_differ_and_brief_is_the_shortest() {
    all(&[Issue::SizeFit], |platform, kind, script, tone, text| {
        let refund = input(platform, "质量问题");
        let settings = JudgeSettings::default();
        let cause = Cause::with("", Some("…"), None, |_| said(&[Issue::SizeFit], Some(false), &[]));
        let case = Case::new(&refund, &settings, Packs::embedded().book(platform).unwrap(), cause);
        let brief = message::rendered(&case, kind, script, Tone::Brief).unwrap();
        assert!(tone == Tone::Brief || text.chars().count() > brief.chars().count(), "{kind:?} {script:?} {tone:?}");
    });
}

#[test]
fn asking_for_another_reason_keeps_to_the_truth() {
    all(&[Issue::SizeFit], |platform, kind, script, _, text| {
        if kind != Kind::AskReasonChange {
            return;
        }
        let keeps = ["保持原", "不用改", "維持原", "leave it as it is", "leave the reason as it is"];
        assert!(keeps.iter().any(|part| text.contains(part)), "a real problem stays as it is: {text}");
        let book = Packs::embedded().book(platform).unwrap();
        match book.pack.fits.get(&Issue::SizeFit) {
            Some(label) => assert!(text.contains(label.as_str()), "{platform:?} {script:?}: names {label}: {text}"),
            None => assert!(!text.contains('“') && !text.contains('「'), "{text}"),
        }
    });
}

#[test]
fn late_dispatch_is_named_only_where_the_words_speak_of_the_dispatch() {
    let asked = |note: &str| {
        let refund = RefundInput { note: Some(note.to_owned()), ..input(Platform::Douyin, "质量问题") };
        let verdict = judge(&refund, &JudgeSettings::default());
        let advice = verdict.advice.iter().find(|advice| advice.kind == Kind::AskReasonChange);
        advice.and_then(|advice| advice.message.clone()).unwrap_or_else(|| panic!("{note}: {verdict:?}"))
    };
    assert!(asked("一直不发货").contains("未按约定时间发货"));
    let slow = asked("快递太慢了，等了十天");
    assert!(!slow.contains("未按约定时间发货"), "{slow}");
    let wish = asked("物流太慢了，不想要了");
    assert!(!wish.contains("未按约定时间发货") && wish.contains("不想要"), "{wish}");
}

#[test]
fn a_broken_piece_is_not_exchanged_for_another_colour() {
    let exchange = |note: &str| {
        let service = Some(crate::pack::Service::Exchange);
        let refund = RefundInput { note: Some(note.to_owned()), service, ..input(Platform::Taobao, "质量问题") };
        let verdict = judge(&refund, &JudgeSettings::default());
        verdict.advice.into_iter().find(|advice| advice.kind == Kind::OfferExchange).unwrap().message
    };
    assert_eq!(exchange("鞋底开胶了，换一双"), None, "the text on settling the fault says it");
    assert!(exchange("大了，换小一码").is_some());
}

#[test]
fn a_report_fits_the_platforms_field() {
    for platform in Platform::ALL {
        let Some(report) = &Packs::embedded().book(platform).unwrap().pack.report else {
            continue;
        };
        for first in Issue::ALL {
            for second in Issue::ALL {
                let refund = input(platform, "质量问题");
                let verdict = judged(&refund, said(&[first, second], Some(false), &[]));
                let Some(advice) = verdict.advice.iter().find(|advice| advice.kind == Kind::ReportMismatch) else {
                    continue;
                };
                let text = advice.message.as_ref().expect("a report has its text");
                assert!(text.chars().count() <= report.limit as usize, "{platform:?}: {text}");
            }
        }
    }
}

#[test]
fn the_script_is_the_buyers() {
    let asked = |platform, note: &str, settings: &JudgeSettings| {
        let refund = RefundInput { note: Some(note.to_owned()), ..input(platform, "质量问题") };
        let verdict = judged_with(&refund, said(&[Issue::SizeFit], Some(false), &[]), settings);
        verdict
            .advice
            .iter()
            .find(|advice| advice.kind == Kind::AskReasonChange)
            .and_then(|advice| advice.message.clone())
    };
    let default = JudgeSettings::default();
    assert!(asked(Platform::Jd, "太小了", &default).unwrap().contains("退款申请"));
    assert!(asked(Platform::Jd, "太小了，穿不下這件", &default).unwrap().contains("退款申請"));
    assert!(asked(Platform::Jd, "too small for me", &default).unwrap().contains("refund reason"));
    assert!(asked(Platform::Aliexpress, "👎", &default).unwrap().contains("refund reason"));
    let fixed = JudgeSettings { script: Some(Script::Hant), ..JudgeSettings::default() };
    assert!(asked(Platform::Jd, "太小了", &fixed).unwrap().contains("退款申請"));
}

#[test]
fn every_key_has_words_in_every_language() {
    let at_all = at("2026-11-12T10:00:00+08:00");
    for locale in Locale::ALL {
        for issue in Issue::ALL {
            assert!(!issue_phrase(issue, locale).contains("refund_"), "{issue:?}");
        }
        let settings = JudgeSettings { locale, ..JudgeSettings::default() };
        for platform in Platform::ALL {
            for reason in ["质量问题", "不想要", "", "星期三", "发错货", "质量不好（商品品质原因）"]
            {
                for issue in [Issue::SizeFit, Issue::WrongItem, Issue::AdverseReaction, Issue::Other] {
                    for (quality, signals) in [
                        (Some(true), &[Signal::Safety][..]),
                        (Some(false), &[Signal::RefusesChange, Signal::SellerInduced]),
                        (None, &[]),
                    ] {
                        let refund = RefundInput {
                            deadline_at: Some(at_all),
                            now: Some(at_all),
                            paid_at: Some(at_all),
                            ..input(platform, reason)
                        };
                        let verdict = judged_with(&refund, said(&[issue], quality, signals), &settings);
                        let advice = verdict.advice.iter().flat_map(|advice| [&advice.title, &advice.why]);
                        for line in verdict.why.iter().chain(advice) {
                            assert!(
                                !line.contains("refund_") && !line.contains('$') && !line.is_empty(),
                                "{locale:?} {line}"
                            );
                        }
                    }
                }
            }
        }
    }
}
