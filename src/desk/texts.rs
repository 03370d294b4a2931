//! The agent's own texts on a card: asked for and searched; on a review's taken into the field, on a refund's copied for the chat.

use serde_json::{Value, json};

use super::answering::Act;
use super::message::{Card, Desk, Face};
use super::view::{Effect, View};
use crate::settings::texts::Ready;

/// The texts that are offered under one record.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shelf {
    /// The record they are made ready for.
    key: Option<String>,
    /// What is searched for.
    pub search: String,
    /// What was found; `None` until the first answer.
    pub found: Option<Vec<Ready>>,
    /// The background has told of replies, and of messages, at least once: an agent who has none is shown no empty shelf.
    any: [bool; 2],
    /// The agent has asked for it by a key: then an empty one is shown, too, and says where texts are added.
    wanted: bool,
    /// The answer to what is searched now has not come: what was found is for other words.
    waiting: bool,
    /// The first text is to be taken as soon as it has.
    take_first: bool,
}

impl Shelf {
    /// Is there a shelf to show? Who has no texts is shown none, unless they ask for it.
    #[must_use]
    pub fn any(&self, card: &Card) -> bool {
        self.wanted || self.is_stocked(card)
    }

    /// Does the agent have texts for such a card?
    #[must_use]
    pub fn is_stocked(&self, card: &Card) -> bool {
        let [replies, messages] = self.any;
        if card.review.is_some() { replies } else { messages }
    }
}

impl View {
    /// Opens the shelf of the card that is shown and goes to its search.
    pub(super) fn open_shelf(&mut self) -> Vec<Effect> {
        let open = |card: &Card| card.review.as_ref().is_none_or(|review| review.answered != Some(true));
        if self.face != Face::Card || !self.card().is_some_and(open) {
            return Vec::new();
        }
        self.shelf.wanted = true;
        vec![Effect::FindText]
    }

    /// What is to be asked when another card is shown.
    pub(super) fn stock(&mut self, card: &Card, desk: &Desk) -> Option<Effect> {
        if self.shelf.key.as_deref() == Some(&card.key) {
            return None;
        }
        self.shelf = Shelf { key: Some(card.key.clone()), any: self.shelf.any, waiting: true, ..Shelf::default() };
        Some(Effect::Texts { key: card.key.clone(), request: request(card, desk, "") })
    }

    /// The agent searches.
    pub(super) fn find_text(&mut self, search: String, card: &Card, desk: &Desk) -> Vec<Effect> {
        let request = request(card, desk, &search);
        self.shelf.search = search;
        (self.shelf.waiting, self.shelf.take_first) = (true, false);
        vec![Effect::Texts { key: card.key.clone(), request }]
    }

    /// The background's answer to a question for `key`; an answer for another record comes too late, one that is none leaves what is there.
    pub fn stocked(&mut self, key: &str, search: &str, answer: Option<&str>) -> Vec<Effect> {
        let current = self.shelf.key.as_deref() == Some(key) && self.shelf.search == search;
        if let Some(found) = answer.and_then(|answer| serde_json::from_str::<Vec<Ready>>(answer).ok())
            && current
        {
            let refund = self.desk.cards.iter().any(|card| card.key == key && card.review.is_none());
            let [replies, messages] = &mut self.shelf.any;
            let any = if refund { messages } else { replies };
            *any = *any || !found.is_empty();
            self.shelf.found = Some(found);
            self.shelf.waiting = false;
            if std::mem::take(&mut self.shelf.take_first) {
                return self.act(Act::TakeText(0), self.now);
            }
        }
        Vec::new()
    }

    /// Takes the first text that is found; where that is not known yet, as soon as it is: never one for other words.
    pub(super) fn take_first(&mut self) -> Vec<Effect> {
        if self.shelf.waiting {
            self.shelf.take_first = true;
            return Vec::new();
        }
        self.act(Act::TakeText(0), self.now)
    }

    /// The text at `place`, for the field.
    pub(super) fn shelved(&self, place: usize) -> Option<String> {
        self.ready_at(place).map(|ready| ready.text.clone())
    }

    fn ready_at(&self, place: usize) -> Option<&Ready> {
        self.shelf.found.as_ref()?.get(place).filter(|ready| ready.trouble.is_none())
    }

    /// What the agent does with the texts on a refund's card.
    pub(super) fn at_shelf(&mut self, act: Act, card: &Card, desk: &Desk) -> Vec<Effect> {
        match act {
            Act::FindText(search) => self.find_text(search, card, desk),
            Act::TakeFirst => self.take_first(),
            Act::TakeText(place) => {
                let copy = |ready: &Ready| Effect::Copy {
                    key: card.key.clone(),
                    advice: kind(&ready.id),
                    text: ready.text.clone(),
                };
                self.ready_at(place).map(copy).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// The own message that was copied under this kind.
    pub(super) fn message_of(&self, key: &str, advice: &str) -> Option<&str> {
        let found = self.shelf.found.as_ref().filter(|_| self.shelf.key.as_deref() == Some(key))?;
        found.iter().find(|ready| kind(&ready.id) == advice).map(|ready| ready.text.as_str())
    }
}

/// What a copied text of the agent's own goes by, where a piece of advice has its kind.
#[must_use]
pub fn kind(id: &str) -> String {
    format!("own.{id}")
}

/// What is known for the slots is on the page, or in the settings; nothing is made up.
fn request(card: &Card, desk: &Desk, search: &str) -> Value {
    let issue = card.issues.first().map(|issue| issue.label.clone());
    let known = [("product", card.goods.clone()), ("shop", desk.replies.shop.clone()), ("buyer_issue", issue)];
    let values: serde_json::Map<String, Value> =
        known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), Value::from(value?)))).collect();
    let used_for = if card.review.is_some() { "reply" } else { "message" };
    json!({ "kind": "settings.texts", "used_for": used_for, "search": search, "values": values })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::day::Ask;

    fn view() -> View {
        let review = json!({ "text": "起球了", "stars": 1, "limit": 200 });
        let card = |key: &str| json!({ "key": key, "level": "at_risk", "goods": "卫衣", "review": review });
        let mut view = View::default();
        view.receive(
            serde_json::from_value(json!({ "kind": "desk", "cards": [card("a"), card("b")], "focus": "a", "view": "card", "page": "reviews", "platform": "jd", "replies": { "shop": "小满" } })).unwrap(),
        );
        view
    }

    fn asked(effects: &[Effect]) -> Vec<Value> {
        let request = |effect: &Effect| match effect {
            Effect::Texts { request, .. } => Some(request.clone()),
            _ => None,
        };
        effects.iter().filter_map(request).collect()
    }

    const FOUND: &str = r#"[{"id":"x","title":"起球","text":"您好，卫衣起球…","unfilled":[]},{"id":"y","title":"坏","text":"","trouble":"第 1 行"}]"#;

    #[test]
    fn asked_once_a_review_with_what_the_page_shows() {
        let mut view = view();
        let first = asked(&view.prepare());
        assert_eq!(first.len(), 1);
        assert_eq!(first[0]["values"], json!({ "product": "卫衣", "shop": "小满" }));
        assert!(asked(&view.prepare()).is_empty());
        view.stocked("a", "", Some(FOUND));
        view.open_card("b");
        assert_eq!(asked(&view.prepare()).len(), 1);
        view.stocked("a", "", Some("[]"));
        assert_eq!(view.shelf.found, None, "an answer for the review before comes too late");
        assert!(view.shelf.any(&view.desk.cards[0]));
    }

    #[test]
    fn the_first_text_is_never_one_that_was_found_for_other_words() {
        let mut view = view();
        view.prepare();
        view.stocked("a", "", Some(FOUND));
        view.act(Act::FindText("催".to_owned()), 0.0);
        assert_eq!(view.act(Act::TakeFirst, 0.0), [], "what is found now is not known yet");
        let taken = view.stocked("a", "催", Some(r#"[{"id":"z","title":"催件","text":"已经在催"}]"#));
        assert!(taken.contains(&Effect::Write), "{taken:?}");
        assert_eq!(view.replies.sheet("a").unwrap().writing.text, "已经在催");
        view.act(Act::FindText("起".to_owned()), 0.0);
        view.act(Act::TakeFirst, 0.0);
        view.act(Act::FindText("起球".to_owned()), 0.0);
        assert_eq!(view.stocked("a", "起球", Some(FOUND)), [], "who types on has not meant it");
        assert_eq!(view.replies.sheet("a").unwrap().writing.text, "已经在催");
    }

    #[test]
    fn on_a_refund_messages_are_offered_and_copied_and_kept_in_mind() {
        let mut view = View::default();
        let card = |key: &str| json!({ "key": key, "level": "at_risk", "goods": "卫衣" });
        view.receive(
            serde_json::from_value(json!({ "kind": "desk", "cards": [card("a"), card("b")], "focus": "a", "view": "queue", "page": "refunds", "promises": true })).unwrap(),
        );
        assert_eq!(asked(&view.prepare()), Vec::<Value>::new(), "nothing is asked before a card is open");
        view.open_card("a");
        let request = asked(&view.prepare()).remove(0);
        assert_eq!((&request["used_for"], &request["values"]), (&json!("message"), &json!({ "product": "卫衣" })));
        assert!(!view.shelf.any(&view.desk.cards[0]));
        view.stocked("a", "", Some(r#"[{"id":"x","title":"催件","text":"24小时内给您处理好"},{"id":"y","title":"坏","text":"","trouble":"第 1 行"}]"#));
        assert!(view.shelf.any(&view.desk.cards[0]));
        assert_eq!(asked(&view.act(Act::FindText("催".into()), 0.0)).len(), 1);
        view.stocked("a", "催", Some(r#"[{"id":"x","title":"催件","text":"24小时内给您处理好"}]"#));
        let copy = Effect::Copy { key: "a".into(), advice: "own.x".into(), text: "24小时内给您处理好".into() };
        assert_eq!(view.act(Act::TakeText(0), 0.0), [copy]);
        assert!(view.act(Act::TakeText(1), 0.0).is_empty());
        assert!(matches!(view.promised("a", "own.x"), Some(Effect::Day(Ask::Promise(key, _))) if key == "a"));
        assert_eq!(view.promised("a", "own.z"), None);
    }

    #[test]
    fn a_text_that_is_taken_stands_in_the_field_and_is_looked_at() {
        let mut view = view();
        view.prepare();
        view.stocked("a", "", Some(FOUND));
        let effects = view.act(Act::TakeText(0), 0.0);
        assert_eq!(view.replies.sheet("a").unwrap().writing.text, "您好，卫衣起球…");
        assert!(effects.iter().any(|effect| matches!(effect, Effect::Ask(question) if question.kind == "lint")));
        assert!(effects.contains(&Effect::Write), "the focus goes to the field");
        assert!(view.act(Act::TakeText(1), 0.0).is_empty(), "a broken one is not taken");
        assert!(view.act(Act::TakeText(9), 0.0).is_empty());
    }

    #[test]
    fn only_the_answer_to_the_last_search_counts() {
        let mut view = view();
        view.prepare();
        view.act(Act::FindText("qq".into()), 0.0);
        view.stocked("a", "", Some(FOUND));
        assert_eq!(view.shelf.found, None);
        view.stocked("a", "qq", Some("[]"));
        assert_eq!(view.shelf.found.as_deref(), Some([].as_slice()));
        view.stocked("a", "qq", None);
        assert_eq!(view.shelf.found.as_deref(), Some([].as_slice()), "no answer takes nothing away");
    }
}
