//! The truth gate: when a buyer may be asked to correct a reason, and when a mismatch may be reported.

use super::Case;
use super::verdict::Match;
use crate::issue::{Issue, Signal};
use crate::pack::Answer;

/// May the buyer be asked, once, to correct the reason?
///
/// Only when the reason counts or blames the goods, the buyer's own words contradict it, no fault is asserted, the shop made no error of
/// its own, the platform allows asking, and the buyer has not refused already.
#[must_use]
pub fn may_ask(case: &Case<'_>) -> bool {
    would_ask(case) && !case.input.asked
}

/// Would the buyer be asked, had that not been done already? One question is all a buyer gets.
#[must_use]
pub fn asked_before(case: &Case<'_>) -> bool {
    would_ask(case) && case.input.asked
}

fn would_ask(case: &Case<'_>) -> bool {
    is_misfiled(case) && case.book.pack.about.may_ask && !case.cause.signals(Signal::RefusesChange)
}

/// Is a reason that blames the goods contradicted by words without any fault in them?
#[must_use]
pub fn is_misfiled(case: &Case<'_>) -> bool {
    (case.counts == Answer::Yes || case.blames_goods)
        && case.matched == Match::Contradicts
        && case.cause.said.quality_cause != Some(true)
        && !case.cause.sellers_error()
        && !case.cause.grave()
        && !case.is_unsafe()
}

/// Can the mismatch be brought to the platform? Only what counts, only purely subjective words, and not through a channel for malicious
/// buyers when the parcel was simply late, nor when the shop itself named the reason.
#[must_use]
pub fn may_report(case: &Case<'_>) -> bool {
    let Some(report) = &case.book.pack.report else {
        return false;
    };
    let late = [Issue::SlowLogistics, Issue::CourierService].contains(&case.cause.said.primary);
    is_misfiled(case)
        && case.counts == Answer::Yes
        && case.cause.said.quality_cause == Some(false)
        && case.cause.said.issues.iter().all(|found| is_subjective(found.issue) || !case.cause.tells(found.issue))
        && !(report.malice_only && late)
        && !case.cause.signals(Signal::SellerInduced)
}

/// Matters of taste, fit, price, time and service: nothing a sound piece would have prevented.
fn is_subjective(issue: Issue) -> bool {
    matches!(
        issue,
        Issue::ChangedMind
            | Issue::SizeFit
            | Issue::PriceDrop
            | Issue::ColourDifference
            | Issue::NotAsDescribed
            | Issue::SlowLogistics
            | Issue::CourierService
            | Issue::SellerService
            | Issue::Packaging
            | Issue::Praise
            | Issue::Other
    )
}
