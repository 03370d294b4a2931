//! A refund of a platform of which nothing is known (a page that was taught), or whose pack could not be read: the page's own facts and the
//! buyer's words, and no rule. Whether it counts is unknown, so it is never called safe and no reason is proposed.

use super::cause::Cause;
use super::input::{JudgeSettings, RefundInput};
use super::verdict::{Level, Match, ReasonRead, Verdict};
use super::{deadline, state};
use crate::issue::{Issue, Signal};
use crate::pack::{Answer, BasisKind, Text};
use crate::words::text;

/// The verdict without any rule. Urgency as in `level::score`, from the words and the page's own countdown.
pub(super) fn verdict(input: &RefundInput, cause: Cause, settings: &JudgeSettings) -> Verdict {
    let say = |key: &str| Text::from(text(settings.locale, key, &[]));
    let raw = input.reason.trim();
    let deadline = deadline::on_page(input, state::turn(input.status.as_deref()), settings.close_hours);
    let reaction = cause.stands_alone(Issue::AdverseReaction);
    let misread = cause.has(Issue::AdverseReaction) && !reaction;
    let denied = cause.said.clears_goods() && !cause.sellers_error();
    let unsafe_words = !denied && (reaction || (cause.signals(Signal::Safety) && !misread));
    let close = deadline.as_ref().is_some_and(|deadline| deadline.is_close);
    let mut why = Vec::with_capacity(4);
    if unsafe_words {
        why.push(say("refund_why_safety"));
    }
    why.push(say(if raw.is_empty() { "refund_why_reason_empty" } else { "refund_why_no_rules" }));
    why.push(say(match () {
        () if cause.words.is_empty() => "refund_why_no_words",
        () if cause.grave() => "refund_why_no_rules_fault",
        () if cause.is_silent() => "refund_why_silent",
        () => "refund_why_silent_said",
    }));
    let points = [(unsafe_words, 10_u8), (close, 8), (cause.grave(), 4)];
    Verdict {
        reason: ReasonRead {
            id: (!raw.is_empty()).then(|| "unknown".to_owned()),
            raw: input.reason.clone(),
            counts: Answer::Unknown,
            basis: BasisKind::Unknown,
            rule: None,
            class: None,
            evidence: None,
        },
        r#match: Match::Silent,
        level: Level::Watch,
        score: points.into_iter().filter(|(holds, _)| *holds).fold(20, |sum, (_, points)| sum.saturating_add(points)),
        pressing: true,
        why,
        advice: Vec::new(),
        deadline,
        leaves_window: None,
        cause: cause.said,
        words: cause.words,
    }
}

#[cfg(test)]
mod tests {
    use super::super::judge;
    use super::*;
    use crate::pack::Platform;
    use crate::text::moment::{Moment, SHANGHAI};

    fn judged(reason: &str, note: &str) -> Verdict {
        let now = Moment::parse("2026-11-20 10:00:00", SHANGHAI).unwrap();
        let input = RefundInput {
            note: Some(note.to_owned()),
            now: Some(now),
            deadline_at: now.plus_seconds(3600),
            ..RefundInput::new(Platform::Unknown, reason)
        };
        judge(&input, &JudgeSettings::default())
    }

    #[test]
    fn nothing_is_known_but_the_words_and_the_pages_clock() {
        let broken = judged("质量问题", "拉链第一天就坏了，拉不上");
        assert_eq!((broken.reason.counts, broken.level), (Answer::Unknown, Level::Watch));
        assert_eq!(broken.cause.quality_cause, Some(true));
        assert!(broken.deadline.as_ref().is_some_and(|deadline| deadline.is_close));
        assert!(broken.advice.is_empty() && broken.reason.evidence.is_none() && broken.leaves_window.is_none());
        let calm = judged("不想要了", "不喜欢了，不要了");
        assert_eq!((calm.reason.counts, calm.level), (Answer::Unknown, Level::Watch), "no rule says that it is safe");
        assert!(broken.score > calm.score);
    }

    #[test]
    fn danger_comes_first() {
        let hurt = judged("其他", "用了以后脸上起红疹，又红又痒去了医院");
        assert!(hurt.score >= 30 && hurt.why.first().is_some_and(|why| why.contains("安全")), "{:?}", hurt.why);
    }
}
