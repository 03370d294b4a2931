//! Dangers to people and animals, as they are meant of the goods.

use super::super::clause::Clause;
use super::super::pack::{Danger, Knowledge};
use super::super::telling::{says, telling, unlikened};
use super::super::topics::TopicFound;
use super::FAINT;
use crate::issue::{Classification, Issue, IssueFound, Signal};

/// Dangers whose advice sends to a doctor of people.
const OF_PEOPLE: [&str; 2] = ["skin", "eyes"];

/// Are the goods for pets?
pub(super) fn of_pets(title: Option<&str>) -> bool {
    title.is_some_and(|title| says(title, &telling().pets))
}

/// The dangers as they are meant of goods of this kind: what makes one feel ill is stopped by not eating it where it is food, not by airing
/// the room.
pub(super) fn of(kind: Option<&str>, title: Option<&str>, found: &[&'static Danger]) -> Vec<&'static Danger> {
    let mut meant: Vec<&'static Danger> = Vec::new();
    for danger in found.iter().filter_map(|danger| danger.meant_of(kind)) {
        if !meant.iter().any(|known| known.id == danger.id) {
            meant.push(danger);
        }
    }
    // No doctor of people sees a cat: what happened to it is told in the buyer's words.
    if of_pets(title) && meant.iter().any(|danger| OF_PEOPLE.contains(&danger.id)) {
        meant.retain(|danger| !OF_PEOPLE.contains(&danger.id));
        meant.extend(Knowledge::embedded().dangers.iter().find(|danger| danger.id == "unsafe"));
    }
    // What happened to somebody goes before what might have.
    let (vague, told): (Vec<_>, Vec<_>) = meant.into_iter().partition(|danger| danger.vague);
    told.into_iter().chain(vague).collect()
}

/// Danger to people or animals, unless the words deny a fault of the goods.
pub(super) fn is_unsafe(
    said: &Classification,
    dangers: &[&Danger],
    kind: Option<&str>,
    (harms, every, clauses): (bool, &[TopicFound], &[Clause]),
) -> bool {
    let signalled = said.signals.contains(&Signal::Safety);
    // What swells or lets air through is a danger of devices: a pan whose bottom bulges is not, and a bag of coffee leaks no gas.
    // Nor is the floor that swells under a leak.
    let failed = said.primary == Issue::FunctionFailure && matches!(kind, Some("device") | None) && !harms;
    // A back that aches from a chair is no reaction to it.
    let touches = !matches!(kind, Some("device" | "other"));
    // A shampoo that does not help with dandruff harms nobody.
    let meant = |start: usize| {
        let other = |found: &TopicFound| found.topic.issue != Issue::AdverseReaction && !found.topic.bare;
        every.iter().any(|found| other(found) && (found.start..found.end).contains(&start))
    };
    // "跟喘气似的": a machine is only likened to somebody who is short of breath.
    let likened = |start: usize| {
        let of = clauses.iter().find(|clause| clause.holds(start));
        of.is_some_and(|clause| unlikened(&clause.text).is_none())
    };
    let harmed = |found: &IssueFound| {
        found.issue == Issue::AdverseReaction && !found.cues.iter().all(|cue| meant(cue.start) || likened(cue.start))
    };
    let body = said.primary == Issue::AdverseReaction && said.issues.iter().any(harmed);
    let bodily = failed || said.primary == Issue::ExpiredSpoiled || touches && body;
    let reacts = |found: &IssueFound| harmed(found) && found.weight >= FAINT;
    let reaction = said.issues.iter().any(reacts);
    !dangers.is_empty() || (signalled || reaction) && bodily && said.quality_cause != Some(false)
}
