//! The view's part in answering reviews: which questions are asked when, and what keys and clicks do to drafts.

use super::evidence::evidence;
use super::message::{Card, Desk, Face};
use super::reply::{Kept, May, Question};
use super::view::{Effect, View};
use crate::words::Locale;

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
        let locale = self.locale();
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

    fn locale(&self) -> Locale {
        self.desk.locale.unwrap_or_default()
    }

    /// Carries out what the agent does on the card.
    pub fn act(&mut self, act: Act, now: f64) -> Vec<Effect> {
        let locale = self.locale();
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
            Act::Again => return self.prepare(),
            Act::FindText(search) => return self.find_text(search, &card, &desk),
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
        let locale = self.locale();
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
        let locale = self.locale();
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
            _ => return None,
        })
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
mod tests {
    use super::*;
    use serde_json::json;

    fn view() -> View {
        let review = |answered: bool| json!({ "text": "起球了", "stars": 1, "answered": answered });
        let cards = [
            json!({ "key": "a", "level": "at_risk", "review": review(false) }),
            json!({ "key": "b", "level": "safe", "review": review(true) }),
        ];
        let mut view = View::default();
        view.receive(serde_json::from_value(json!({ "kind": "desk", "cards": cards, "focus": "a", "view": "card", "page": "reviews", "platform": "jd" })).unwrap());
        view
    }

    fn question(effects: &[Effect]) -> Question {
        effects
            .iter()
            .find_map(|effect| if let Effect::Ask(question) = effect { Some(question.clone()) } else { None })
            .unwrap()
    }

    #[test]
    fn drafts_are_asked_for_once_and_never_for_an_answered_review() {
        let mut view = view();
        assert_eq!(view.prepare().len(), 2, "drafts and the agent's own texts");
        assert_eq!(view.prepare(), []);
        view.open_card("b");
        assert_eq!(view.prepare(), []);
    }

    #[test]
    fn keys_step_copy_and_insert() {
        let mut view = view();
        let asked = question(&view.prepare());
        let lint = question(&view.answered(&asked, Some(r#"{"drafts":[{"text":"一"},{"text":"二"}]}"#)));
        view.answered(&lint, Some(r#"{"blocked":false,"findings":[]}"#));
        assert_eq!(view.command("reply.insert"), [Effect::Insert { key: "a".into(), text: "一".into() }]);
        let lint = question(&view.command("advice.next"));
        assert_eq!(view.command("reply.insert"), [], "waits for the lint");
        let effects = view.answered(&lint, Some(r#"{"blocked":false,"findings":[]}"#));
        assert!(effects.contains(&Effect::Insert { key: "a".into(), text: "二".into() }), "and goes on by itself");
        assert_eq!(
            view.command("message.copy"),
            [Effect::Copy { key: "a".into(), advice: "reply".into(), text: "二".into() }]
        );
        assert_eq!(view.command("reply.edit"), [Effect::Write]);
    }

    #[test]
    fn a_blocked_text_stays_where_it_is() {
        let mut view = view();
        let asked = question(&view.prepare());
        let lint = question(&view.answered(&asked, Some(r#"{"drafts":[{"text":"加微信"}]}"#)));
        view.answered(
            &lint,
            Some(
                r#"{"blocked":true,"findings":[{"rule":"off_platform_contact","severity":"block","start":1,"end":3}]}"#,
            ),
        );
        let effects = view.command("reply.insert");
        assert!(
            effects.contains(&Effect::Select { start: 1, end: 3 })
                && !effects.iter().any(|effect| matches!(effect, Effect::Insert { .. }))
        );
    }
}
