//! What a refund means for the figure, and how urgent it is.

use super::Case;
use super::exemption::Standing;
use super::gate;
use super::verdict::{Level, Match};
use crate::pack::{Answer, BasisKind};

/// The level of a case; a close deadline and danger to people make `watch` of what is otherwise safe.
#[must_use]
pub fn of(case: &Case<'_>) -> Level {
    let level = by_reason(case);
    let seen = case.deadline_is_close() || case.is_unsafe();
    if level == Level::Safe && seen { Level::Watch } else { level }
}

fn by_reason(case: &Case<'_>) -> Level {
    if case.input.reason.trim().is_empty() {
        return Level::Watch;
    }
    match case.counts {
        Answer::Yes => counting(case),
        Answer::Unknown if case.blames_goods => may_count(case),
        Answer::Unknown => may_count(case).min(if case.has_fault() { Level::AtRisk } else { Level::Watch }),
        Answer::No => not_counting(case),
    }
}

fn counting(case: &Case<'_>) -> Level {
    match case.exemption.map(|(_, standing)| standing) {
        Some(Standing::Met) => exempt(case),
        Some(Standing::Open) => Level::AtRisk,
        Some(Standing::Possible) | None if case.book.pack.basis.kind == BasisKind::First => Level::Counted,
        Some(Standing::Possible) | None => Level::AtRisk,
    }
}

fn may_count(case: &Case<'_>) -> Level {
    match case.exemption.map(|(_, standing)| standing) {
        Some(Standing::Met) => exempt(case),
        _ => Level::AtRisk,
    }
}

/// It does not count, yet a fault or a contradiction is worth a look.
fn exempt(case: &Case<'_>) -> Level {
    if case.has_fault() || case.matched == Match::Contradicts { Level::Watch } else { Level::Safe }
}

fn not_counting(case: &Case<'_>) -> Level {
    let contradicts = case.matched == Match::Contradicts;
    if case.never_counts {
        return exempt(case);
    }
    if !case.has_fault() {
        return if contradicts || case.cause.sellers_error() && case.is_buyers_own() {
            Level::Watch
        } else {
            Level::Safe
        };
    }
    let about = &case.book.pack.about;
    let refiled_counts = case.book.pack.basis.kind != BasisKind::First;
    // A fault behind a reason that does not count: the platform may read the words, or the buyer may choose the right reason yet.
    if about.reads_text == Answer::Yes
        || (contradicts && (about.reads_text == Answer::Unknown || refiled_counts))
        || case.is_unsafe()
    {
        Level::AtRisk
    } else {
        Level::Watch
    }
}

/// Urgency from 0 to 100, never higher for a lower level: safe 0–19, watch 20–49, at risk 50–74, counted 75–100.
///
/// Within its level a refund gains 10 of the band's 24 (safe: 19) points for danger to people, 8 for a close deadline, 4 for a real fault,
/// and 2 for a mismatch that can be put right.
#[must_use]
pub fn score(level: Level, case: &Case<'_>) -> u8 {
    let base: u8 = match level {
        Level::Safe => 0,
        Level::Watch => 20,
        Level::AtRisk => 50,
        Level::Counted => 75,
    };
    let points =
        [(case.is_unsafe(), 10), (case.deadline_is_close(), 8), (case.has_fault(), 4), (gate::is_misfiled(case), 2)];
    points.into_iter().filter(|(holds, _)| *holds).fold(base, |sum, (_, points)| sum.saturating_add(points)).min(100)
}
