//! Answering a review in the panel: drafts, the agent's own text, what the lint says of it. Kept for each review, so that nothing typed is lost.

mod ask;
mod by_key;
mod insert;

pub use ask::Question;
pub use insert::May;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Report};
use super::message::{Card, Desk};
use crate::words::Locale;

/// Whose the fault is; the first is chosen by the engine where the agent has not.
pub const FAULTS: [&str; 4] = ["ours", "carrier", "expectation", "unclear"];
/// How an answer sounds; the ids of the engine.
pub const TONES: [&str; 3] = ["warm", "plain", "brief"];

/// What the agent has chosen and typed; survives the panel's being closed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Writing {
    /// The fault the agent has chosen.
    pub fault: Option<String>,
    /// The tone the agent has chosen.
    pub tone: Option<String>,
    /// The place of the chosen draft; `None` for the agent's own text.
    pub chosen: Option<usize>,
    /// What stands in the field.
    pub text: String,
    /// What the agent has typed, also while a draft is looked at.
    pub own: Option<String>,
}

/// The desk for one review.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// What the agent has chosen and typed.
    pub writing: Writing,
    /// The drafts, when they have come.
    pub answer: Option<Answer>,
    /// What the lint says of the text as it stands; `None` while it looks.
    pub lint: Option<Report>,
    /// Whether the engine did not answer.
    pub trouble: bool,
    /// What became of the last attempt to put the text into the page.
    pub outcome: Option<String>,
    /// Insert as soon as the lint has looked.
    waiting: bool,
    /// Which finding was gone to last, while the text stays.
    looked_at: Option<usize>,
    ticket: u32,
}

/// The desks of all reviews seen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Replies {
    sheets: BTreeMap<String, Sheet>,
    /// Texts put into the page or copied in this panel, the newest last.
    used: Vec<String>,
}

impl Replies {
    /// The desk of a review.
    #[must_use]
    pub fn sheet(&self, key: &str) -> Option<&Sheet> {
        self.sheets.get(key)
    }

    /// Takes what the page side has kept while the panel was closed. What stands here is newer.
    pub fn restore(&mut self, kept: &BTreeMap<String, String>) {
        for (key, state) in kept {
            if !self.sheets.contains_key(key)
                && let Ok(writing) = serde_json::from_str::<Writing>(state)
            {
                self.sheets.insert(key.clone(), Sheet { writing, ..Sheet::default() });
            }
        }
    }

    /// What is to be asked when a review's card is shown.
    pub fn shown(&mut self, card: &Card, desk: &Desk, locale: Locale) -> Vec<Question> {
        let sheet = self.sheets.entry(card.key.clone()).or_default();
        // Where nobody has answered the agent says when to ask again: every look at the card would be a question.
        if sheet.answer.is_some() || sheet.ticket > 0 {
            return Vec::new();
        }
        self.ask_reply(card, desk, locale).into_iter().collect()
    }

    /// Asks again for drafts that have not come.
    pub fn again(&mut self, card: &Card, desk: &Desk, locale: Locale) -> Option<Question> {
        let sheet = self.sheets.get_mut(&card.key).filter(|sheet| sheet.answer.is_none() && sheet.trouble)?;
        sheet.trouble = false;
        self.ask_reply(card, desk, locale)
    }

    /// The agent has said whose the fault is.
    pub fn set_fault(&mut self, fault: &str, card: &Card, desk: &Desk, locale: Locale) -> Option<Question> {
        self.sheets.entry(card.key.clone()).or_default().writing.fault = Some(fault.to_owned());
        self.ask_reply(card, desk, locale)
    }

    /// The agent has chosen how it should sound.
    pub fn set_tone(&mut self, tone: &str, card: &Card, desk: &Desk, locale: Locale) -> Option<Question> {
        self.sheets.entry(card.key.clone()).or_default().writing.tone = Some(tone.to_owned());
        self.ask_reply(card, desk, locale)
    }

    /// The engine's answer to a question; `None` where it could not answer. Answers what is to be asked next.
    pub fn answered(
        &mut self,
        question: &Question,
        text: Option<&str>,
        card: &Card,
        desk: &Desk,
        locale: Locale,
    ) -> Option<Question> {
        let sheet = self.sheets.get_mut(&question.key)?;
        if sheet.ticket != question.ticket {
            return None;
        }
        if question.kind == "lint" {
            // A lint that is silent must not let a text pass.
            sheet.lint = text.filter(|text| !says_error(text)).and_then(|text| serde_json::from_str(text).ok());
            sheet.trouble = sheet.lint.is_none();
            return None;
        }
        let Some(answer) =
            text.filter(|text| !says_error(text)).and_then(|text| serde_json::from_str::<Answer>(text).ok())
        else {
            sheet.trouble = true;
            return None;
        };
        sheet.trouble = false;
        let own = sheet.writing.own.is_some() && sheet.writing.chosen.is_none();
        if !own {
            let place = sheet.writing.chosen.filter(|place| *place < answer.drafts.len()).unwrap_or(0);
            if let Some(draft) = answer.drafts.get(place) {
                sheet.writing.text.clone_from(&draft.text);
                sheet.writing.chosen = Some(place);
            }
        }
        sheet.answer = Some(answer);
        self.ask_lint(card, desk, locale)
    }

    /// Takes another draft into the field; what the agent has typed is kept beside the drafts.
    pub fn choose(&mut self, place: Option<usize>, card: &Card, desk: &Desk, locale: Locale) -> Option<Question> {
        let sheet = self.sheets.get_mut(&card.key)?;
        let drafts = sheet.answer.as_ref().map(|answer| answer.drafts.as_slice()).unwrap_or_default();
        let text = match place {
            Some(place) => drafts.get(place)?.text.clone(),
            None => sheet.writing.own.clone()?,
        };
        sheet.writing.text = text;
        sheet.writing.chosen = place;
        sheet.outcome = None;
        self.ask_lint(card, desk, locale)
    }

    /// The next or previous text: the drafts in their order, then the agent's own.
    pub fn step(&mut self, step: isize, card: &Card, desk: &Desk, locale: Locale) -> Option<Question> {
        let sheet = self.sheets.get(&card.key)?;
        let drafts = sheet.answer.as_ref().map_or(0, |answer| answer.drafts.len());
        let last = if sheet.writing.own.is_some() { drafts } else { drafts.saturating_sub(1) };
        let at = sheet.writing.chosen.unwrap_or(drafts);
        let next = at.saturating_add_signed(step).min(last);
        (next != at).then(|| self.choose((next < drafts).then_some(next), card, desk, locale)).flatten()
    }

    /// The agent has typed.
    pub fn edit(&mut self, text: &str, card: &Card, desk: &Desk, locale: Locale) -> Option<Question> {
        let sheet = self.sheets.entry(card.key.clone()).or_default();
        text.clone_into(&mut sheet.writing.text);
        sheet.writing.own = Some(text.to_owned());
        sheet.writing.chosen = None;
        sheet.outcome = None;
        self.ask_lint(card, desk, locale)
    }

    /// Puts a finding's fix into the text.
    pub fn fix(&mut self, place: usize, card: &Card, desk: &Desk, locale: Locale) -> Option<Question> {
        let sheet = self.sheets.get(&card.key)?;
        let finding = sheet.lint.as_ref()?.findings.get(place)?;
        let with = finding.fix.as_ref()?;
        let letters: Vec<char> = sheet.writing.text.chars().collect();
        let (before, after) = (letters.get(..finding.start)?, letters.get(finding.end..)?);
        let text: String = before.iter().copied().chain(with.chars()).chain(after.iter().copied()).collect();
        self.edit(&text, card, desk, locale)
    }

    /// What the page side keeps of a review: its text, whether it may go out, and all that the agent has chosen.
    #[must_use]
    pub fn kept(&self, key: &str) -> Option<Kept> {
        let sheet = self.sheets.get(key)?;
        Some(Kept {
            key: key.to_owned(),
            text: sheet.writing.text.clone(),
            clear: sheet.lint.as_ref().is_some_and(|lint| !lint.blocked),
            state: serde_json::to_string(&sheet.writing).unwrap_or_default(),
        })
    }
}

/// What the page side keeps of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The review.
    pub key: String,
    /// What stands in the field.
    pub text: String,
    /// Whether the lint has looked and lets it pass.
    pub clear: bool,
    /// The agent's choices, for the next panel.
    pub state: String,
}

/// The tone chosen for the review, else the shop's.
#[must_use]
pub fn tone_of<'a>(writing: &'a Writing, desk: &'a Desk) -> &'a str {
    writing.tone.as_deref().or(desk.replies.tone.as_deref()).unwrap_or("warm")
}

fn says_error(text: &str) -> bool {
    text.starts_with("{\"error\"")
}

/// Code points and UTF-16 units of a text: platforms count one or the other.
#[must_use]
pub fn count(text: &str) -> (usize, usize) {
    (text.chars().count(), text.encode_utf16().count())
}

/// A place in code points as one in UTF-16 units, as fields count.
#[must_use]
pub fn utf16_at(text: &str, place: usize) -> u32 {
    let units: usize = text.chars().take(place).map(char::len_utf16).sum();
    u32::try_from(units).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
