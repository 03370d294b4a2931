//! Until when a reply is possible, and what to know before it: said before, not after.

use super::answer::Note;
use super::matter::Matter;
use super::rules::From;
use crate::pack::{Answer, Confidence};
use crate::text::moment::Moment;
use crate::words;

const DAY: i64 = 86_400;

/// The end of the time for a reply; `None` where rule or time is not known.
#[must_use]
pub fn end(matter: &Matter<'_>) -> Option<Moment> {
    let rules = matter.rules;
    let input = matter.input;
    let days = rules.days?;
    let start = match rules.from {
        // A later addition of the buyer's has a time of its own.
        From::Review => input.added_at.filter(|_| has_added(matter)).or(input.reviewed_at)?,
        From::Signed => {
            let signed = input.facts.get("signed_at")?;
            Moment::parse(signed, rules.zone).ok()?
        }
    };
    start.plus_seconds(days.saturating_mul(DAY))
}

/// What to know of the platform's rules.
#[must_use]
pub fn notes(matter: &Matter<'_>) -> Vec<Note> {
    let rules = matter.rules;
    let locale = matter.input.locale;
    let mut notes = Vec::new();
    let mut note =
        |kind: &'static str, key: &str, args: &[&str]| notes.push(Note { kind, text: words::text(locale, key, args) });
    let sure = matches!(rules.evidence.confidence, Confidence::Official | Confidence::Secondary | Confidence::Own);
    match (rules.once, rules.editable) {
        (Answer::Yes, Answer::No) => {
            note("once", if sure { "reply_once_final" } else { "reply_once_final_unsure" }, &[])
        }
        (Answer::Yes, _) => note("once", "reply_once", &[]),
        _ => note("window_unknown", "reply_rules_unknown", &[]),
    }
    if rules.closed_by_added == Answer::Yes && has_added(matter) {
        note("closed_by_added", "reply_closed_by_added", &[]);
    }
    if let (Some(end), Some(now)) = (end(matter), matter.input.now) {
        let left = end.seconds_since(now);
        let days = left.max(0).checked_div(DAY).unwrap_or(0).to_string();
        match left {
            ..=0 => note("window_over", "reply_window_over", &[]),
            _ => note("window", "reply_window_days", &[&days]),
        }
    }
    notes
}

fn has_added(matter: &Matter<'_>) -> bool {
    matter.input.added.as_deref().is_some_and(|added| !added.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::Platform;
    use crate::review::ReviewInput;
    use crate::text::moment::SHANGHAI;

    fn time(text: &str) -> Option<Moment> {
        Some(Moment::parse(text, SHANGHAI).unwrap())
    }

    fn input(platform: Platform) -> ReviewInput {
        let mut input = ReviewInput::new(platform, "起球");
        input.reviewed_at = time("2026-11-01 10:00");
        input.now = time("2026-11-22 10:00");
        input
    }

    fn kinds(input: &ReviewInput) -> Vec<&'static str> {
        notes(&Matter::read(input)).iter().map(|note| note.kind).collect()
    }

    #[test]
    fn thirty_days_from_the_review_or_from_what_was_added() {
        let mut input = input(Platform::Taobao);
        assert_eq!(end(&Matter::read(&input)).unwrap().to_rfc3339(), "2026-12-01T10:00:00+08:00");
        assert_eq!(kinds(&input), ["once", "window"]);
        input.added = Some("又开线了".to_owned());
        input.added_at = time("2026-11-20 10:00");
        assert_eq!(end(&Matter::read(&input)).unwrap().to_rfc3339(), "2026-12-20T10:00:00+08:00");
        assert_eq!(kinds(&input), ["once", "closed_by_added", "window"]);
        input.now = time("2027-01-22");
        assert!(kinds(&input).contains(&"window_over"));
    }

    #[test]
    fn ninety_days_from_the_receipt_on_douyin() {
        let mut input = input(Platform::Douyin);
        assert_eq!(end(&Matter::read(&input)), None, "not without the receipt");
        input.facts.insert("signed_at".to_owned(), "2026-10-01".to_owned());
        assert_eq!(end(&Matter::read(&input)).unwrap().to_rfc3339(), "2026-12-30T00:00:00+08:00");
    }

    #[test]
    fn what_is_unknown_stays_so() {
        for platform in [Platform::Jd, Platform::Shopee, Platform::Pinduoduo] {
            assert_eq!(end(&Matter::read(&input(platform))), None, "{platform:?}");
        }
        assert_eq!(kinds(&input(Platform::Jd)), ["window_unknown"]);
    }
}
