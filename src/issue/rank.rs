//! From evidence to the issues that are shown: in their order, with the buyer's own words for each.

use super::judge::Evidence;
use super::model::Guess;
use super::reading::Reading;
use super::{Cue, Issue, IssueFound};
use crate::text::normal::{self, Normal, part};
use crate::text::order;

/// At most this many cues an issue are shown.
const CUES_SHOWN: usize = 4;
/// Issues weaker than this share of the first are noise.
const NOISE: f32 = 0.25;

/// Less than this the model alone, with no cue, is not heard.
const HUNCH: f32 = 0.15;
/// The same where a fault is denied and nothing else is said ("我没说质量不好").
const HUNCH_BESIDE_DENIAL: f32 = 0.35;

/// So much the model must believe in an issue without a cue to name it beside another.
const NOTEWORTHY: f32 = 0.3;

/// Issues by strength, with their cues. Praise and `other` stand alone or not at all.
pub fn ranked(text: &str, reading: &Reading, evidence: &Evidence, guess: &Guess) -> Vec<IssueFound> {
    let Reading { normal, hits, .. } = reading;
    let mut room = [(Issue::Other, 0.0); Issue::COUNT];
    let strong = Issue::ALL.into_iter().zip(evidence.strength).filter(|(_, strength)| *strength > 0.0);
    let count = room.iter_mut().zip(strong).map(|(slot, strong)| *slot = strong).count();
    let found = room.get_mut(..count).unwrap_or_default();
    order::by_key(found, |(_, strength)| order::falling(*strength));
    let Some((first, _)) = found.first().copied() else { return Vec::new() };
    let belief = guess.issues.get(first as usize).copied().unwrap_or(0.0);
    let denied = evidence.fault_denied && !evidence.said_sound;
    let least = if denied { HUNCH_BESIDE_DENIAL } else { HUNCH };
    if !evidence.is_spoken(first) && (belief < least || first == Issue::Other) {
        return Vec::new();
    }
    let alone = |issue: Issue| matches!(issue, Issue::Praise | Issue::Other);
    let heard = |issue: Issue| {
        evidence.is_spoken(issue) || guess.issues.get(issue as usize).is_some_and(|belief| *belief >= NOTEWORTHY)
    };
    let floor = NOISE * evidence.score_of(first);
    let shown = |issue: &Issue| {
        *issue == first || !alone(*issue) && !alone(first) && heard(*issue) && evidence.score_of(*issue) >= floor
    };
    // The order is that of the strength, and no weight tells another.
    let mut most = 1.0_f32;
    found
        .iter()
        .map(|(issue, _)| *issue)
        .filter(shown)
        .map(|issue| {
            most = most.min(evidence.score_of(issue));
            let mut cues: Vec<Cue> = evidence
                .hits_of(issue)
                .take(CUES_SHOWN)
                .filter_map(|place| hits.get(place))
                .filter_map(|hit| cue(text, normal, hit.start, hit.end))
                .collect();
            if cues.is_empty() {
                cues.extend(reading.strongest(guess).and_then(|span| clause_around(text, normal, span)));
            }
            IssueFound { issue, weight: (most * 100.0).round() / 100.0, cues }
        })
        .collect()
}

/// Longest stretch shown for what no cue but the model found, in characters to either side.
const AROUND: u32 = 12;

/// What the model goes by may be a single letter, which tells a reader nothing: its clause does.
fn clause_around(text: &str, normal: &Normal, (start, end): (u32, u32)) -> Option<Cue> {
    let parted = |place: u32| normal.parted.get(place as usize).is_none_or(|parted| *parted >= part::COMMA);
    let space = |place: u32| normal.chars.get(place as usize) == Some(&' ');
    let latin = |place: u32| normal.chars.get(place as usize).is_some_and(|letter| normal::is_latin(*letter));
    let (mut from, mut to) = (start, end);
    while from > 0
        && !parted(from)
        && (start.saturating_sub(from) < AROUND || latin(from.saturating_sub(1)) && latin(from))
    {
        from = from.saturating_sub(1);
    }
    while (to as usize) < normal.chars.len()
        && !parted(to)
        && (to.saturating_sub(end) < AROUND || latin(to) && latin(to.saturating_sub(1)))
    {
        to = to.saturating_add(1);
    }
    while space(from) && from < start {
        from = from.saturating_add(1);
    }
    while to > end && space(to.saturating_sub(1)) {
        to = to.saturating_sub(1);
    }
    cue(text, normal, from, to)
}

/// The words of a hit as the buyer wrote them.
pub fn cue(text: &str, normal: &Normal, start: u32, end: u32) -> Option<Cue> {
    let byte = |place: u32| {
        let byte = *normal.bytes.get(place as usize)? as usize;
        // A space may stand for a longer one: its place is the last byte of that.
        (0..=byte).rev().find(|byte| text.is_char_boundary(*byte))
    };
    let from = byte(start)?;
    let last = byte(end.checked_sub(1)?)?;
    let length = text.get(last..)?.chars().next().map_or(0, char::len_utf8);
    let words = text.get(from..last.saturating_add(length))?;
    let start = text.get(..from)?.chars().count();
    Some(Cue { start, end: start.saturating_add(words.chars().count()), text: words.to_owned() })
}
