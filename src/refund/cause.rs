//! What the buyer's words say, note and chat together.

use super::verdict::{CueRead, WordsFrom, WordsRead};
use crate::issue::{self, Classification, Cue, Issue, IssueFound, Signal};
use crate::text::order;

/// The words and what they say.
#[derive(Debug, Clone, PartialEq)]
pub struct Cause {
    /// Note and chat as one classification; offsets count in both joined by a line break.
    pub said: Classification,
    /// Each text with its own cues.
    pub words: Vec<WordsRead>,
    sellers_error: bool,
    grave: bool,
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
                if repeats && chat.primary != Issue::Other { chat } else { joined(note, chat) }
            }
        };
        let mut cause = Self { said, words, sellers_error: false, grave: false };
        cause.sellers_error =
            [Issue::WrongItem, Issue::MissingItem, Issue::DamagedInTransit].into_iter().any(|issue| cause.tells(issue));
        cause.grave = cause.said.quality_cause == Some(true)
            || [Issue::AdverseReaction, Issue::ExpiredSpoiled, Issue::Counterfeit]
                .into_iter()
                .any(|issue| cause.tells(issue));
        cause
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
        self.sellers_error
    }

    /// Is the issue a matter of these words, not a faint echo beside a strong one?
    #[must_use]
    pub fn tells(&self, issue: Issue) -> bool {
        const ECHO: f32 = 0.4;
        let weight = |found: &IssueFound| found.weight;
        let strongest = self.said.issues.first().map_or(0.0, weight);
        let own = self.said.issues.iter().find(|found| found.issue == issue).map_or(0.0, weight);
        own > 0.0 && own >= strongest * ECHO && self.stands_alone(issue)
    }

    /// Is the issue said in words of its own? "少了三百多" under a price drop is no missing item, "ordered wrong colour" under an own
    /// mistake is no wrong item: every cue of theirs lies within a stronger issue's.
    #[must_use]
    pub fn stands_alone(&self, issue: Issue) -> bool {
        let Some(found) = self.said.issues.iter().find(|found| found.issue == issue) else { return false };
        let stronger =
            || self.said.issues.iter().take_while(|other| other.issue != issue).flat_map(|other| &other.cues);
        let overlaps = |cue: &Cue| stronger().any(|other| cue.start < other.end && other.start < cue.end);
        found.cues.is_empty() || stronger().next().is_none() || !found.cues.iter().all(overlaps)
    }

    /// A fault the words assert, or something that must be treated as one until it is looked into.
    #[must_use]
    pub fn grave(&self) -> bool {
        self.grave
    }
}

fn nothing() -> Classification {
    Classification { issues: Vec::new(), primary: Issue::Other, quality_cause: None, signals: Vec::new() }
}

fn words(from: WordsFrom, text: &str, said: &Classification) -> WordsRead {
    let read = |found: &IssueFound, cue: &Cue| CueRead { issue: found.issue, start: cue.start, end: cue.end };
    let mut cues: Vec<CueRead> =
        said.issues.iter().flat_map(|found| found.cues.iter().map(move |cue| read(found, cue))).collect();
    order::by_key(&mut cues, |cue| order::pair(cue.start as u32, cue.end as u32));
    WordsRead { from, text: text.to_owned(), cues }
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
    Classification { primary: lead.primary, issues, quality_cause, signals }
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

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use super::*;

    fn cue(start: usize, end: usize) -> Vec<Cue> {
        vec![Cue { text: String::new(), start, end }]
    }

    #[test]
    fn a_cue_within_a_stronger_issue_is_no_error_of_the_shop() {
        let read = |wrong: Vec<Cue>| {
            let mut said = said(&[Issue::ChangedMind, Issue::WrongItem], Some(false), &[]);
            said.issues[0].cues = cue(0, 13);
            said.issues[1].cues = wrong;
            Cause::with("", Some("…"), None, move |_| said.clone())
        };
        assert!(!read(cue(8, 20)).sellers_error());
        assert!(read(cue(13, 20)).sellers_error());
    }

    #[test]
    fn a_faint_echo_is_no_grave_matter() {
        let read = |weight: f32| {
            let mut said = said(&[Issue::ChangedMind, Issue::Counterfeit], Some(false), &[]);
            said.issues[1].weight = weight;
            Cause::with("", Some("…"), None, move |_| said.clone())
        };
        assert!(!read(0.3).grave());
        assert!(read(0.6).grave(), "a suspected counterfeit stays one");
    }

    #[test]
    fn a_fault_in_either_text_stands_and_leads() {
        let cause = Cause::with("", Some("note"), Some("chat"), |text| match text {
            "note" => said(&[Issue::SizeFit], Some(false), &[Signal::GoodsAreFine]),
            _ => said(&[Issue::FunctionFailure], Some(true), &[]),
        });
        assert_eq!((cause.said.primary, cause.said.quality_cause), (Issue::FunctionFailure, Some(true)));
        assert!(cause.has(Issue::SizeFit) && cause.signals(Signal::GoodsAreFine));
    }

    #[test]
    fn a_note_that_repeats_the_reason_gives_way_to_the_chat() {
        let cause = Cause::with("质量问题", Some(" 質量問題 "), Some("chat"), |text| match text {
            "chat" => said(&[Issue::SizeFit], Some(false), &[]),
            _ => said(&[Issue::WorkmanshipDefect], Some(true), &[]),
        });
        assert_eq!((cause.said.primary, cause.said.quality_cause), (Issue::SizeFit, Some(false)));
    }

    #[test]
    fn offsets_count_in_both_texts_joined() {
        let cause = Cause::with("", Some("好好"), Some("太小"), |text| {
            let mut said = said(&[if text == "好好" { Issue::Praise } else { Issue::SizeFit }], Some(false), &[]);
            said.issues[0].cues = cue(0, 2);
            said
        });
        assert_eq!(cause.said.primary, Issue::SizeFit);
        assert_eq!(cause.said.issues[0].cues[0].start, 3);
        assert_eq!(cause.words[1].cues[0].start, 0);
    }

    #[test]
    fn no_words_and_blank_words_are_silent() {
        for texts in [(None, None), (Some(""), None), (Some(" \n"), Some("\u{3000}"))] {
            let cause = Cause::with("质量问题", texts.0, texts.1, |_| panic!("nothing to read"));
            assert!(cause.is_silent() && cause.words.is_empty());
        }
    }
}
