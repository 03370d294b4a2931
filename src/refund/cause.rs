//! What the buyer's words say, note and chat together.

use super::verdict::{WordsFrom, WordsRead};
use crate::issue::{self, Classification, Cue, Issue, IssueFound, Signal};

/// The words and what they say.
#[derive(Debug, Clone, PartialEq)]
pub struct Cause {
    /// Note and chat as one classification; offsets count in both joined by a line break.
    pub said: Classification,
    /// Each text with its own cues.
    pub words: Vec<WordsRead>,
}

impl Cause {
    /// Reads note and chat. A note that only repeats the reason's label is no words of the buyer's own once the chat says more.
    #[must_use]
    pub fn read(reason: &str, note: Option<&str>, chat: Option<&str>) -> Self {
        Self::with(reason, note, chat, issue::classify)
    }

    /// [`Self::read`] with another reader of texts.
    pub fn with(
        reason: &str,
        note: Option<&str>,
        chat: Option<&str>,
        classify: impl Fn(&str) -> Classification,
    ) -> Self {
        let texts = [(WordsFrom::Note, note), (WordsFrom::Chat, chat)];
        let texts = texts
            .into_iter()
            .filter_map(|(from, text)| Some((from, text?)))
            .filter(|(_, text)| !text.trim().is_empty());
        let read: Vec<_> = texts.map(|(from, text)| (from, text, classify(text))).collect();
        let words = read.iter().map(|(from, text, said)| words(*from, text, said)).collect();
        let mut parts = read.into_iter();
        let said = match (parts.next(), parts.next()) {
            (None, _) => nothing(),
            (Some((_, _, only)), None) => only,
            (Some((_, text, note)), Some((_, _, chat))) => {
                let shift = text.chars().count().saturating_add(1);
                let chat = shifted(chat, shift);
                let repeats = crate::pack::flat_label(text) == crate::pack::flat_label(reason);
                if repeats && chat.primary != Issue::Other {
                    chat
                } else {
                    joined(note, chat)
                }
            }
        };
        Self { said, words }
    }

    /// Did the buyer say anything that tells a cause?
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.said.issues.iter().all(|found| found.issue == Issue::Other) && self.said.quality_cause != Some(true)
    }

    /// Is this issue among those said?
    #[must_use]
    pub fn has(&self, issue: Issue) -> bool {
        self.said.issues.iter().any(|found| found.issue == issue)
    }

    /// Did the words give this signal?
    #[must_use]
    pub fn signals(&self, signal: Signal) -> bool {
        self.said.signals.contains(&signal)
    }

    /// The words describe the seller's or the carrier's own error.
    #[must_use]
    pub fn sellers_error(&self) -> bool {
        [Issue::WrongItem, Issue::MissingItem, Issue::DamagedInTransit]
            .into_iter()
            .any(|issue| self.has(issue))
    }

    /// A fault the words assert, or something that must be treated as one until it is looked into.
    #[must_use]
    pub fn grave(&self) -> bool {
        self.said.quality_cause == Some(true)
            || [Issue::AdverseReaction, Issue::ExpiredSpoiled, Issue::Counterfeit]
                .into_iter()
                .any(|issue| self.has(issue))
    }
}

fn nothing() -> Classification {
    Classification {
        issues: Vec::new(),
        primary: Issue::Other,
        quality_cause: None,
        signals: Vec::new(),
    }
}

fn words(from: WordsFrom, text: &str, said: &Classification) -> WordsRead {
    let mut cues: Vec<(Issue, Cue)> = said
        .issues
        .iter()
        .flat_map(|found| found.cues.iter().map(|cue| (found.issue, cue.clone())))
        .collect();
    cues.sort_by_key(|(_, cue)| (cue.start, cue.end));
    WordsRead {
        from,
        text: text.to_owned(),
        cues,
    }
}

fn shifted(mut said: Classification, by: usize) -> Classification {
    for cue in said.issues.iter_mut().flat_map(|found| found.cues.iter_mut()) {
        cue.start = cue.start.saturating_add(by);
        cue.end = cue.end.saturating_add(by);
    }
    said
}

/// Two classifications as one. A fault asserted in either stands: what is denied in one place may be shown in the other.
fn joined(first: Classification, second: Classification) -> Classification {
    let tells = |said: &Classification| !matches!(said.primary, Issue::Other | Issue::Praise);
    let quality_cause = match (first.quality_cause, second.quality_cause) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), _) | (_, Some(false)) => Some(false),
        (None, None) => None,
    };
    // The one that tells a cause leads; of two that do, the one with the fault; else the note.
    let second_leads = match (tells(&first), tells(&second)) {
        (false, true) => true,
        (true, true) => quality_cause == Some(true) && first.quality_cause != Some(true),
        _ => first.issues.is_empty(),
    };
    let (lead, rest) = if second_leads { (second, first) } else { (first, second) };
    let mut issues = lead.issues;
    for found in rest.issues {
        merge(&mut issues, found);
    }
    let told = issues.iter().any(|found| found.issue != Issue::Other);
    issues.retain(|found| !told || found.issue != Issue::Other);
    let mut signals = lead.signals;
    signals.extend(rest.signals);
    Classification {
        primary: lead.primary,
        issues,
        quality_cause,
        signals,
    }
}

fn merge(issues: &mut Vec<IssueFound>, found: IssueFound) {
    match issues.iter_mut().find(|known| known.issue == found.issue) {
        Some(known) => {
            known.weight = known.weight.max(found.weight);
            known.cues.extend(found.cues);
        }
        None => issues.push(found),
    }
}
