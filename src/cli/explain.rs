//! `radar refund --explain`: the judgement as text for people.

use std::fmt::Write;

use crate::plan::{confidence_key, known, source_text};
use crate::refund::{RefundInput, Verdict};
use crate::words::{self, Locale};

/// The verdict as lines: level and score, why, advice with messages, deadline.
#[must_use]
pub fn text(input: &RefundInput, verdict: &Verdict, locale: Locale) -> String {
    let mut out = String::new();
    let word = |key: &str| words::text(locale, key, &[]);
    let level = word(match verdict.level {
        crate::refund::Level::Counted => "level_counted",
        crate::refund::Level::AtRisk => "level_at_risk",
        crate::refund::Level::Watch => "level_watch",
        crate::refund::Level::Safe => "level_safe",
    });
    let reason = if input.reason.trim().is_empty() { "–" } else { input.reason.trim() };
    let _ = writeln!(out, "  {} · {level} · {}", input.platform.id(), verdict.score);
    let _ = writeln!(out, "  {reason}");
    for line in &verdict.why {
        let _ = writeln!(out, "  - {line}");
    }
    if let Some(rule) = &verdict.reason.evidence {
        let since = known(&rule.since).map(|since| format!(" · {since}")).unwrap_or_default();
        let source = source_text(locale, &rule.source);
        let _ = writeln!(out, "  [{}{since} · {source} · {}]", rule.id, word(confidence_key(rule.confidence)));
    }
    for (place, advice) in verdict.advice.iter().enumerate() {
        let number = place.saturating_add(1);
        let helps = word(match advice.helps {
            crate::pack::Answer::Yes => "refund_helps_yes",
            crate::pack::Answer::No => "refund_helps_no",
            crate::pack::Answer::Unknown => "refund_helps_unknown",
        });
        let _ = writeln!(out, "  {number}. {} ({helps})\n     {}", advice.title, advice.why);
        if let Some(message) = &advice.message {
            let _ = writeln!(out, "     > {message}");
        }
    }
    if let Some(deadline) = &verdict.deadline {
        let source = word(match deadline.source {
            crate::refund::DeadlineSource::Page => "panel_deadline_page",
            crate::refund::DeadlineSource::Rule => "panel_deadline_rule",
        });
        let _ = writeln!(out, "  ⏰ {} ({source})", deadline.at);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::Platform;
    use crate::refund::{JudgeSettings, judge};

    #[test]
    fn tells_level_rule_and_advice_in_every_language() {
        let input = RefundInput::new(Platform::Douyin, "质量不好（商品品质原因）");
        for locale in Locale::ALL {
            let verdict = judge(&input, &JudgeSettings { locale, ..JudgeSettings::default() });
            let text = text(&input, &verdict, locale);
            assert!(text.contains(&words::text(locale, "level_counted", &[])), "{text}");
            assert!(text.contains("douyin/first-reason-2025-03 · 2025-03"), "{text}");
            assert!(text.contains(&words::text(locale, "page_confidence_secondary", &[])), "{text}");
            assert!(text.contains(&format!("1. {}", verdict.advice[0].title)), "{text}");
            assert!(!text.contains("refund_"), "a key without words: {text}");
        }
    }
}
