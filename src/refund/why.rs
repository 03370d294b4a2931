//! Sentences an agent can repeat to a colleague.

use super::Case;
use super::exemption::Standing;
use super::gate;
use super::message;
use super::verdict::{DeadlineSource, Match};
use crate::issue::{Issue, Signal};
use crate::pack::{Answer, BasisKind, Confidence, Text};
use crate::words;

/// Why a case is judged as it is, the weightiest line first.
pub(super) fn lines(case: &Case<'_>) -> Vec<Text> {
    let locale = case.settings.locale;
    let say = |key: &'static str, args: &[&str]| words::line(locale, key, args);
    let mut lines = Vec::with_capacity(5);
    if case.is_unsafe() {
        let key = if case.tells_danger() { "refund_why_safety" } else { "refund_why_safety_reason" };
        lines.push(say(key, &[]));
    }
    lines.push(reason_line(case));
    if case.counts != Answer::No && case.found.class.is_some() {
        let own = case.book.pack.basis.evidence.confidence == Confidence::Own;
        lines.push(if own { own_rule(case) } else { case.book.pack.basis.text.text(locale).clone() });
    }
    lines.push(words_line(case));
    if let Some((exemption, standing)) = case.exemption {
        let key = match standing {
            Standing::Met => "refund_why_exemption_met",
            Standing::Open => "refund_why_exemption_open",
            Standing::Possible => "refund_why_exemption_possible",
        };
        lines.push(say(key, &[exemption.text.get(locale)]));
    }
    let about = &case.book.pack.about;
    if case.has_fault() && case.counts == Answer::No && about.reads_text == Answer::Yes {
        lines.push(say("refund_why_reads_text", &[about.name.get(locale)]));
    }
    if case.cause.signals(Signal::RefusesChange) {
        lines.push(say("refund_why_refuses_change", &[]));
    }
    if gate::asked_before(case) {
        lines.push(say("refund_why_asked", &[]));
    }
    if case.cause.signals(Signal::SellerInduced) {
        lines.push(say("refund_why_seller_induced", &[]));
    }
    if let Some(deadline) = &case.deadline {
        let over = deadline.seconds_left.is_some_and(|left| left < 0);
        let rule = deadline.source == DeadlineSource::Rule;
        if over {
            lines.push(say("refund_why_deadline_over", &[]));
        } else if deadline.is_close {
            let key = if rule { "refund_why_deadline_close_rule" } else { "refund_why_deadline_close" };
            lines.push(say(key, &[&time_left(case)]));
        }
    }
    if let Some(day) = case.leaves_window() {
        lines.push(say("refund_why_leaves_window", &[&day]));
    }
    lines
}

fn reason_line(case: &Case<'_>) -> Text {
    let locale = case.settings.locale;
    let raw = case.input.reason.trim();
    let metric = case.book.pack.about.metric.get(locale);
    let unsure = case.found.evidence.is_some_and(|evidence| evidence.confidence == Confidence::Unverified);
    let key = match case.counts {
        _ if raw.is_empty() => "refund_why_reason_empty",
        _ if case.never_counts => "refund_why_service",
        Answer::Yes if case.found.marked => "refund_why_counts_marked",
        _ if case.found.class.is_none() => "refund_why_reason_unknown",
        Answer::Yes if unsure => "refund_why_counts_yes_unsure",
        Answer::Yes => "refund_why_counts_yes",
        Answer::No if unsure => "refund_why_counts_no_unsure",
        Answer::No => "refund_why_counts_no",
        Answer::Unknown => "refund_why_counts_unknown",
    };
    // A page may put anything into the reason cell; the sentence stays a sentence.
    let raw: String = raw.chars().filter(|letter| !letter.is_control()).take(40).collect();
    words::line(locale, key, &[&raw, metric])
}

fn words_line(case: &Case<'_>) -> Text {
    let locale = case.settings.locale;
    let said = message::said(case, locale);
    let key = match case.matched {
        _ if case.cause.words.is_empty() => "refund_why_no_words",
        Match::Agrees => "refund_why_agrees",
        Match::Contradicts if case.has_fault() => "refund_why_contradicts_fault",
        Match::Contradicts if case.cause.sellers_error() => "refund_why_contradicts_shop",
        Match::Contradicts => "refund_why_contradicts",
        Match::Silent if case.has_fault() => "refund_why_silent_fault",
        Match::Silent if case.cause.is_silent() => "refund_why_silent",
        Match::Silent => "refund_why_silent_said",
    };
    words::line(locale, key, &[&said])
}

/// The sentence for a first-or-final rule the shop has set itself.
pub(super) fn own_rule(case: &Case<'_>) -> Text {
    let key = match case.book.pack.basis.kind {
        BasisKind::First => "refund_why_own_first",
        BasisKind::Final => "refund_why_own_final",
        BasisKind::Unknown => "refund_why_own_unknown",
    };
    words::line(case.settings.locale, key, &[])
}

/// How much time is left, in words.
pub(super) fn time_left(case: &Case<'_>) -> Text {
    let left = case.deadline.as_ref().and_then(|deadline| deadline.seconds_left).unwrap_or_default().max(0);
    let minutes = left.checked_div(60).unwrap_or_default();
    let hours = minutes.checked_div(60).unwrap_or_default();
    let rest = minutes.checked_rem(60).unwrap_or_default();
    let (hours_text, rest_text) = (hours.to_string(), rest.to_string());
    let (key, args): (&'static str, Vec<&str>) = match (hours, rest) {
        (0, _) => ("refund_left_minutes", vec![&rest_text]),
        (_, 0) => ("refund_left_hours", vec![&hours_text]),
        _ => ("refund_left_hours_minutes", vec![&hours_text, &rest_text]),
    };
    words::line(case.settings.locale, key, &args)
}

/// The key of an issue's neutral phrase.
pub(super) fn issue_key(issue: Issue) -> &'static str {
    match issue {
        Issue::ColourDifference => "refund_said_colour_difference",
        Issue::SizeFit => "refund_said_size_fit",
        Issue::Material => "refund_said_material",
        Issue::WorkmanshipDefect => "refund_said_workmanship_defect",
        Issue::DamagedInTransit => "refund_said_damaged_in_transit",
        Issue::WrongItem => "refund_said_wrong_item",
        Issue::MissingItem => "refund_said_missing_item",
        Issue::Counterfeit => "refund_said_counterfeit",
        Issue::Smell => "refund_said_smell",
        Issue::FunctionFailure => "refund_said_function_failure",
        Issue::SlowLogistics => "refund_said_slow_logistics",
        Issue::CourierService => "refund_said_courier_service",
        Issue::SellerService => "refund_said_seller_service",
        Issue::ChangedMind => "refund_said_changed_mind",
        Issue::PriceDrop => "refund_said_price_drop",
        Issue::NotAsDescribed => "refund_said_not_as_described",
        Issue::ExpiredSpoiled => "refund_said_expired_spoiled",
        Issue::AdverseReaction => "refund_said_adverse_reaction",
        Issue::Packaging => "refund_said_packaging",
        Issue::MaliciousAbuse => "refund_said_malicious_abuse",
        Issue::Praise => "refund_said_praise",
        Issue::Other => "refund_said_other",
    }
}
