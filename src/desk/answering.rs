//! The view's part in answering reviews: which questions are asked when, and what keys and clicks do to drafts.

use super::evidence::evidence;
use super::message::{Card, Desk, Face};
use super::reply::{Kept, May, Question};
use super::view::{Effect, View};
use crate::words::text;

/// What the agent does on a review's card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Says whose the fault is.
    Fault(&'static str),
    /// Says how it should sound.
    Tone(&'static str),
    /// Takes a draft, or with `None` the own text.
    Choose(Option<usize>),
    /// Types.
    Edit(String),
    /// Puts the fix of a finding into the text.
    Fix(usize),
    /// Looks at the place of a finding.
    Look(usize),
    /// Puts the text into the page.
    Insert,
    /// Copies the text.
    Copy,
    /// Asks for drafts again after the engine failed.
    Again,
    /// Saves the evidence.
    Evidence,
    /// Searches the own texts.
    FindText(String),
    /// Takes the own text at this place of what was found.
    TakeText(usize),
    /// Takes the first one found.
    TakeFirst,
}

impl View {
    /// The review in focus with the desk it lies on.
    fn reviewed(&self) -> Option<(Card, Desk)> {
        let card = self.card().filter(|card| card.review.is_some())?;
        Some((card.clone(), self.desk.clone()))
    }

    /// The refund in focus with the desk it lies on.
    fn refunded(&self) -> Option<(Card, Desk)> {
        let card = self.card().filter(|card| card.review.is_none())?;
        Some((card.clone(), self.desk.clone()))
    }

    /// Whether the card in focus is one of a review.
    #[must_use]
    pub fn on_review(&self) -> bool {
        self.card().is_some_and(|card| card.review.is_some())
    }

    /// What is to be asked for the card that is shown now.
    pub fn prepare(&mut self) -> Vec<Effect> {
        let locale = self.spoken();
        if let Some((card, desk)) = self.refunded().filter(|_| self.face == Face::Card) {
            return self.stock(&card, &desk).into_iter().collect();
        }
        let Some((card, desk)) = self
            .reviewed()
            .filter(|(card, _)| card.review.as_ref().is_some_and(|review| review.answered != Some(true)))
        else {
            return Vec::new();
        };
        let mut effects = asked(self.replies.shown(&card, &desk, locale));
        effects.extend(self.stock(&card, &desk));
        effects
    }

    /// Carries out what the agent does on the card.
    pub fn act(&mut self, act: Act, now: f64) -> Vec<Effect> {
        let locale = self.spoken();
        if let Some((card, desk)) = self.refunded() {
            return self.at_shelf(act, &card, &desk);
        }
        let Some((card, desk)) = self.reviewed() else { return Vec::new() };
        let question = match act {
            Act::Fault(fault) => self.replies.set_fault(fault, &card, &desk, locale),
            Act::Tone(tone) => self.replies.set_tone(tone, &card, &desk, locale),
            Act::Choose(place) => self.replies.choose(place, &card, &desk, locale),
            Act::Edit(text) => self.replies.edit(&text, &card, &desk, locale),
            Act::Fix(place) => self.replies.fix(place, &card, &desk, locale),
            Act::Again => self.replies.again(&card, &desk, locale),
            Act::FindText(search) => return self.find_text(search, &card, &desk),
            Act::TakeFirst => return self.take_first(),
            Act::TakeText(place) => {
                let Some(text) = self.shelved(place) else { return Vec::new() };
                let mut effects = asked(self.replies.edit(&text, &card, &desk, locale));
                effects.extend(self.keep(&card.key));
                effects.push(Effect::Write);
                return effects;
            }
            Act::Insert => return self.insert(&card.key),
            Act::Copy => return self.copy_reply(&card),
            Act::Look(place) => {
                let sheet = self.replies.sheet(&card.key);
                let finding = sheet.and_then(|sheet| sheet.lint.as_ref()?.findings.get(place));
                return finding
                    .map(|finding| Effect::Select { start: finding.start, end: finding.end })
                    .into_iter()
                    .collect();
            }
            Act::Evidence => {
                let malicious =
                    self.replies.sheet(&card.key).and_then(|sheet| sheet.answer.as_ref()?.malicious.as_ref());
                return evidence(&card, malicious, &desk, now, locale).map(Effect::Save).into_iter().collect();
            }
        };
        let mut effects = asked(question);
        effects.extend(self.keep(&card.key));
        effects
    }

    /// The engine's answer; `None` where it did not answer.
    pub fn answered(&mut self, question: &Question, text: Option<&str>) -> Vec<Effect> {
        let locale = self.spoken();
        let Some(card) = self.desk.cards.iter().find(|card| card.key == question.key).cloned() else {
            return Vec::new();
        };
        let desk = self.desk.clone();
        let mut effects = asked(self.replies.answered(question, text, &card, &desk, locale));
        effects.extend(self.keep(&question.key));
        if self.replies.was_waiting(&question.key) {
            effects.extend(self.insert(&question.key));
        }
        effects
    }

    /// Keys on a review's card; `None` where the command means the same as on a refund's.
    pub(super) fn review_command(&mut self, id: &str) -> Option<Vec<Effect>> {
        let locale = self.spoken();
        let (card, desk) = self.reviewed()?;
        let step = |step: isize, view: &mut Self| {
            let mut effects = asked(view.replies.step(step, &card, &desk, locale));
            effects.extend(view.keep(&card.key));
            effects
        };
        Some(match id {
            "advice.next" => step(1, self),
            "advice.previous" => step(-1, self),
            "message.copy" => self.copy_reply(&card),
            "reply.insert" => self.insert(&card.key),
            "reply.edit" if self.face == Face::Card => vec![Effect::Write],
            "reply.edit" => {
                let mut effects = self.open_card(&card.key);
                effects.push(Effect::Write);
                effects
            }
            "reply.fix" => match self.replies.first_fix(&card.key) {
                Some(place) => self.act(Act::Fix(place), self.now),
                None => vec![Effect::Say(self.replies.why_nothing(&card.key))],
            },
            "reply.look" => match self.replies.next_place(&card.key) {
                Some((start, end)) => vec![Effect::Select { start, end }],
                None => vec![Effect::Write, Effect::Say(self.replies.why_nothing(&card.key))],
            },
            "reply.fault" => {
                let next = self.replies.next_fault(&card.key);
                self.chosen(Act::Fault(next), "panel_said_fault", &format!("panel_fault_{next}"))
            }
            "reply.tone" => {
                let next = self.replies.next_tone(&card.key, &desk);
                self.chosen(Act::Tone(next), "panel_said_tone", &format!("panel_tone_{next}"))
            }
            "reply.again" => self.act(Act::Again, self.now),
            "reply.evidence" if self.replies.is_malicious(&card.key) => self.act(Act::Evidence, self.now),
            "reply.evidence" => Vec::new(),
            _ => return None,
        })
    }

    /// Carries out a choice that a key has made, and says which it is.
    fn chosen(&mut self, act: Act, says: &str, choice: &str) -> Vec<Effect> {
        let locale = self.spoken();
        let mut effects = self.act(act, self.now);
        effects.push(Effect::Tell(text(locale, says, &[&text(locale, choice, &[])])));
        effects
    }

    fn insert(&mut self, key: &str) -> Vec<Effect> {
        match self.replies.may_insert(key) {
            May::Now(text) => vec![Effect::Insert { key: key.to_owned(), text }],
            May::Blocked { start, end } => vec![Effect::Select { start, end }, Effect::Say("panel_insert_blocked")],
            May::Unknown => vec![Effect::Say("panel_lint_silent")],
            May::Later | May::Nothing => Vec::new(),
        }
    }

    fn copy_reply(&mut self, card: &Card) -> Vec<Effect> {
        let text = self
            .replies
            .sheet(&card.key)
            .map(|sheet| sheet.writing.text.clone())
            .filter(|text| !text.trim().is_empty());
        let Some(text) = text else { return Vec::new() };
        self.replies.use_text(text.clone());
        vec![Effect::Copy { key: card.key.clone(), advice: "reply".to_owned(), text }]
    }

    fn keep(&self, key: &str) -> Option<Effect> {
        self.replies.kept(key).map(|kept: Kept| Effect::Keep(kept))
    }
}

fn asked(questions: impl IntoIterator<Item = Question>) -> Vec<Effect> {
    questions.into_iter().map(Effect::Ask).collect()
}

#[cfg(test)]
mod tests;
