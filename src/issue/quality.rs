//! Are the goods themselves at fault, by all that a text says?

use super::judge::{Evidence, Topic};
use super::model::Guess;
use super::{Issue, IssueFound, Signal};

/// A stated fault counts from this weight on.
pub const FAULT_COUNTS: f32 = 0.3;

/// The model is sure of a fault that no cue names.
const SURE: f32 = 0.5;
/// The buyer names plainly something else.
pub const PLAIN: f32 = 0.7;
/// The model suspects one.
pub const DOUBT: f32 = 0.15;

/// Where nothing but the buyer's or the carrier's side is named, only this much suspicion of a fault keeps the answer open.
const SUSPECTED: f32 = 0.45;

/// Are the goods at fault, given the issues that were found in the end? What they cannot bear is not asserted.
#[must_use]
pub fn cause_of(issues: &[IssueFound], evidence: &Evidence, guess: &Guess) -> Option<bool> {
    if issues.iter().all(|found| found.issue == Issue::Other && !evidence.is_spoken(Issue::Other)) {
        // "东西没问题，请关闭售后": no reason is given, but the goods are cleared.
        let cleared = evidence.said_sound && evidence.faulty == 0.0 && guess.quality[0] < DOUBT;
        return (cleared && !evidence.signals.contains(&Signal::AddsUnheard)).then_some(false);
    }
    let cause = quality_cause(evidence, guess);
    let voiced = evidence.fault_denied && !evidence.said_sound;
    if cause.is_none()
        && !voiced
        && evidence.faulty == 0.0
        && issues.iter().all(|found| found.issue.spares_goods())
        && (guess.quality[0] < suspected(issues, evidence)
            || issues.iter().all(|found| evidence.sent_amiss(found.issue)))
    {
        return Some(false);
    }
    // "一般般" names no fault, whatever the model makes of it.
    if cause == Some(true) && evidence.faulty < FAULT_COUNTS && issues.iter().all(|found| found.issue == Issue::Other) {
        return None;
    }
    // What is added and not understood may be a fault.
    if cause == Some(false) && evidence.signals.contains(&Signal::AddsUnheard) && !evidence.said_sound {
        return None;
    }
    let heard = |found: &IssueFound| {
        found.issue.is_fault()
            && found.weight >= HEARD
            && !evidence.denied.get(found.issue as usize).copied().unwrap_or(false)
    };
    let owns_up = evidence.said_sound || evidence.signals.contains(&Signal::OwnMistake);
    // A fault that is listed, if faintly, is not called sound in the same breath.
    if cause == Some(false) && !owns_up && !evidence.fault_denied && issues.iter().any(heard) {
        return None;
    }
    cause
}

/// The same where no cue names the buyer's side either, and the model alone does.
const SUSPECTED_BY_HUNCH: f32 = 0.2;

fn suspected(issues: &[IssueFound], evidence: &Evidence) -> f32 {
    let named = |found: &IssueFound| evidence.is_spoken(found.issue) && found.issue != Issue::Praise;
    if evidence.said_sound || issues.iter().any(named) { SUSPECTED } else { SUSPECTED_BY_HUNCH }
}

/// From this weight on a fault among the issues leaves the answer open.
const HEARD: f32 = 0.3;

/// Are the goods at fault by the buyer's words?
fn quality_cause(evidence: &Evidence, guess: &Guess) -> Option<bool> {
    let best =
        Issue::ALL.into_iter().max_by(|one, other| evidence.score_of(*one).total_cmp(&evidence.score_of(*other)));
    let [faulty, sound, silent] = if guess.known < 2 { [0.0, 0.0, 1.0] } else { guess.quality };
    if let Some(issue) = best
        && issue.is_fault()
        && evidence.score_of(issue) > 0.0
        && !evidence.is_spoken(issue)
        && evidence.faulty < FAULT_COUNTS
        && !evidence.fault_denied
        && !evidence.said_sound
    {
        return (faulty > DOUBT).then_some(true);
    }
    if evidence.faulty >= FAULT_COUNTS && !(evidence.said_sound && evidence.faulty < 0.5) {
        // Cues of a fault that is only mild give way to a model that is sure of the contrary.
        return Some(evidence.faulty >= 0.5 || sound < 0.9);
    }
    if evidence.fault_denied && !evidence.said_sound && evidence.sound < PLAIN {
        // The model sees the words of the fault, not that they are denied.
        return (faulty < SURE).then_some(false);
    }
    if evidence.sound > 0.0 || evidence.said_sound {
        // Asking a buyer with a real fault to change the reason is the worst error, so a doubt is enough to stay silent.
        return match faulty {
            _ if evidence.said_sound || evidence.signals.contains(&Signal::OwnMistake) => Some(false),
            _ if evidence.sound >= PLAIN => (faulty < plain_doubt(best, evidence.topic)).then_some(false),
            _ if faulty > SURE => Some(true),
            // News and boycotts are never asked about, so that a doubt weighs less.
            _ if faulty > DOUBT && best != Some(Issue::Other) => None,
            _ => Some(false),
        };
    }
    if silent > faulty && silent > sound {
        None
    } else if faulty > 0.4 {
        Some(true)
    } else if sound > 0.85 {
        Some(false)
    } else {
        None
    }
}

/// What the model may suspect where the buyer names plainly something else. Of the fit it hears "短了一截" as of broken things, and a price
/// is told with the names of all kinds of goods.
///
/// Of a device "太大" may be said of its noise, its heat or its appetite for power, which no list of words exhausts.
fn plain_doubt(named: Option<Issue>, topic: Topic) -> f32 {
    match named {
        Some(Issue::PriceDrop) => 0.75,
        Some(Issue::SizeFit) if topic == Topic::Device => 0.25,
        Some(Issue::SizeFit) => 0.55,
        _ => 0.35,
    }
}
