//! What the panel shows, and how messages, keys and clicks change it. The component carries out the effects; nothing here touches a page.

use super::evidence::Evidence;
use super::message::{Advice, Card, Desk, Face, FromPage, Level};
use super::queue;
use super::reply::{Kept, Question, Replies};
use super::state::Connection;

/// The panel's whole state.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct View {
    /// What the page side sent last.
    pub desk: Desk,
    /// How the panel stands with the page.
    pub connection: Connection,
    /// The face shown.
    pub face: Face,
    /// The refund in focus.
    pub focus: Option<String>,
    /// The level the queue is narrowed to.
    pub only: Option<Level>,
    /// The place of the advice that the keys have chosen in the card.
    pub advice: Option<usize>,
    /// Drafts and the agent's own texts under reviews.
    pub replies: Replies,
    /// The faces that Escape leads back to; empty where it leads back to the page.
    below: Vec<Face>,
    /// The face left last, until the page side has answered.
    left: Option<Face>,
}

/// Something the component must do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Tell the page side which refund is in focus; it scrolls to it.
    Focus(String),
    /// Tell the page side which face is shown.
    Face(Face),
    /// Tell the page side to take the panel away.
    Close,
    /// A command that is the page side's to carry out.
    Forward(String),
    /// Put this message of the refund on the clipboard.
    Copy {
        /// The refund.
        key: String,
        /// The advice kind it belongs to.
        advice: String,
        /// The text.
        text: String,
    },
    /// Ask the engine.
    Ask(Question),
    /// Tell the page side what stands in the field, so that it is there when the panel comes back.
    Keep(Kept),
    /// Have the page side put this text into the reply box.
    Insert {
        /// The review.
        key: String,
        /// The text.
        text: String,
    },
    /// Save a file.
    Save(Evidence),
    /// Go to the text field.
    Write,
    /// Go to the text field and select a place in it, in code points.
    Select {
        /// First code point.
        start: usize,
        /// One past the last.
        end: usize,
    },
    /// Say something; the key of the words.
    Say(&'static str),
    /// Show and say that the page side has copied a message.
    Copied {
        /// The refund.
        key: String,
        /// The advice kind.
        advice: String,
    },
}

impl View {
    /// The card in focus, where it is still on the desk.
    #[must_use]
    pub fn card(&self) -> Option<&Card> {
        let focus = self.focus.as_deref()?;
        self.desk.cards.iter().find(|card| card.key == focus)
    }

    /// The queue's rows under the filter.
    #[must_use]
    pub fn rows(&self) -> Vec<&Card> {
        queue::rows(&self.desk, self.only)
    }

    /// Takes a message of the page side. Its wishes for face and focus are followed only when they are new, so that a row that changes
    /// in the page never throws the agent out of what they are reading.
    pub fn receive(&mut self, message: FromPage) -> Vec<Effect> {
        match message {
            FromPage::Desk(desk) => {
                self.take(*desk);
                Vec::new()
            }
            FromPage::Command { id } => self.command(&id),
            FromPage::Copied { key, advice } => vec![Effect::Copied { key, advice }],
            FromPage::Inserted { key, outcome } => {
                self.replies.inserted(&key, &outcome);
                Vec::new()
            }
            FromPage::Other => Vec::new(),
        }
    }

    fn take(&mut self, desk: Desk) {
        let first = self.connection != Connection::Open;
        self.connection = Connection::Open;
        // A desk that still shows the face we have just left was sent before the page side heard of it; it answers with a new one.
        let late = self.left == Some(desk.view);
        if desk.view == self.face {
            self.left = None;
        } else if first || !late {
            self.face = desk.view;
            self.below.clear();
        }
        // A refund that left the page takes no one's card away.
        let lost = desk.focus.is_none() && self.face == Face::Card;
        if (first || desk.focus != self.desk.focus) && !lost {
            self.move_to(desk.focus.clone());
        }
        if desk.advice != self.desk.advice {
            self.advice = desk.advice;
        }
        self.replies.restore(&desk.drafts);
        self.desk = desk;
        if self.only.is_some_and(|level| queue::count(&self.desk, level) == 0) {
            self.only = None;
        }
    }

    /// Carries out a command of the key map.
    pub fn command(&mut self, id: &str) -> Vec<Effect> {
        if let Some(effects) = self.review_command(id) {
            return effects;
        }
        match id {
            "refund.next" => self.step(1),
            "refund.previous" => self.step(-1),
            "refund.first" => self.step(isize::MIN),
            "refund.last" => self.step(isize::MAX),
            "advice.next" => self.step_advice(id, 1),
            "advice.previous" => self.step_advice(id, -1),
            "refund.open" if self.face == Face::Card => self.back(),
            "refund.open" => self.open(),
            "message.copy" if self.face == Face::Calculator => Vec::new(),
            "message.copy" => self.copy_chosen(),
            "panel.toggle" if self.face == Face::Queue => vec![Effect::Close],
            "panel.toggle" => self.show_queue(),
            "panel.close" => self.back(),
            "help.toggle" if self.face == Face::Help => self.back(),
            "help.toggle" => self.turn_to(Face::Help),
            "score.open" if self.face == Face::Calculator => self.back(),
            "score.open" => self.turn_to(Face::Calculator),
            // Only reviews have them.
            "reply.insert" | "reply.edit" => Vec::new(),
            _ => vec![Effect::Forward(id.to_owned())],
        }
    }

    /// Shows the queue, from wherever.
    pub fn show_queue(&mut self) -> Vec<Effect> {
        self.below.clear();
        self.change_to(Face::Queue)
    }

    /// Shows the card of a refund.
    pub fn open_card(&mut self, key: &str) -> Vec<Effect> {
        // The face first: the page side answers the focus with a desk, which must already carry the new face.
        let mut effects = if self.face == Face::Card { Vec::new() } else { self.turn_to(Face::Card) };
        self.move_to(Some(key.to_owned()));
        effects.push(Effect::Focus(key.to_owned()));
        effects
    }

    /// Narrows the queue to a level, or back to all.
    pub const fn narrow(&mut self, only: Option<Level>) {
        self.only = only;
    }

    /// The way back to the face before, at last to the page.
    pub fn back(&mut self) -> Vec<Effect> {
        match self.below.pop() {
            Some(face) => self.change_to(face),
            None => vec![Effect::Close],
        }
    }

    /// Moves the focus along the queue; in the card, to the next card.
    pub fn step(&mut self, step: isize) -> Vec<Effect> {
        if matches!(self.face, Face::Help | Face::Calculator) {
            return Vec::new();
        }
        let next = queue::neighbour(&self.rows(), self.focus.as_deref(), step).map(str::to_owned);
        let Some(next) = next.filter(|next| self.focus.as_ref() != Some(next)) else {
            return Vec::new();
        };
        self.move_to(Some(next.clone()));
        vec![Effect::Focus(next)]
    }

    fn open(&mut self) -> Vec<Effect> {
        let key = self.card().map(|card| card.key.clone()).or_else(|| self.rows().first().map(|card| card.key.clone()));
        key.map(|key| self.open_card(&key)).unwrap_or_default()
    }

    /// Copies the message of the chosen advice, else the first message there is.
    fn copy_chosen(&self) -> Vec<Effect> {
        let Some(card) = self.card() else { return Vec::new() };
        let chosen = self.advice.and_then(|place| card.advice.get(place)).filter(|advice| advice.message.is_some());
        let advice = chosen.or_else(|| card.advice.iter().find(|advice| advice.message.is_some()));
        advice.and_then(|advice| copy(card, advice)).into_iter().collect()
    }

    /// Chooses the next or previous advice of the card, beginning at the first one with a message, which is the one copied unchosen.
    /// The page side counts along, because its copy key must copy the same message.
    fn step_advice(&mut self, id: &str, step: isize) -> Vec<Effect> {
        let Some(card) = self.card().filter(|_| self.face == Face::Card) else {
            return Vec::new();
        };
        let first = card.advice.iter().position(|advice| advice.message.is_some()).unwrap_or_default();
        let next = self.advice.unwrap_or(first).saturating_add_signed(step).min(card.advice.len().saturating_sub(1));
        self.advice = Some(next);
        vec![Effect::Forward(id.to_owned())]
    }

    fn move_to(&mut self, focus: Option<String>) {
        if self.focus != focus {
            self.advice = None;
        }
        self.focus = focus;
    }

    fn turn_to(&mut self, face: Face) -> Vec<Effect> {
        self.below.push(self.face);
        self.change_to(face)
    }

    fn change_to(&mut self, face: Face) -> Vec<Effect> {
        self.left = Some(self.face).filter(|left| *left != face);
        self.face = face;
        vec![Effect::Face(face)]
    }
}

/// The effect of copying the message of one advice.
#[must_use]
pub fn copy(card: &Card, advice: &Advice) -> Option<Effect> {
    let text = advice.message.clone()?;
    Some(Effect::Copy { key: card.key.clone(), advice: advice.kind.clone(), text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn desk(focus: Option<&str>, view: &str, keys: &[&str]) -> FromPage {
        let card = |key: &&str| {
            let advice = [
                json!({ "kind": "collect_evidence", "title": "a" }),
                json!({ "kind": "clarify_reason", "title": "b", "message": key }),
            ];
            json!({ "key": key, "level": "counted", "reason": {}, "advice": advice })
        };
        let cards: Vec<_> = keys.iter().map(card).collect();
        serde_json::from_value(
            json!({ "kind": "desk", "cards": cards, "focus": focus, "view": view, "page": "refunds" }),
        )
        .unwrap()
    }

    fn opened() -> View {
        let mut view = View::default();
        view.receive(desk(Some("b"), "queue", &["a", "b", "c"]));
        view
    }

    #[test]
    fn a_new_desk_does_not_throw_the_agent_out_of_a_card() {
        let mut view = opened();
        assert_eq!(view.open_card("c"), [Effect::Face(Face::Card), Effect::Focus("c".into())], "in this order");
        view.receive(desk(Some("b"), "queue", &["a", "b", "c"]));
        assert_eq!(
            (view.face, view.focus.as_deref()),
            (Face::Card, Some("c")),
            "sent before the page side heard of it"
        );
        view.receive(desk(Some("c"), "card", &["a", "b"]));
        assert_eq!(view.card(), None, "the refund has left the page");
        view.receive(desk(None, "card", &["a", "b"]));
        assert_eq!((view.face, view.focus.as_deref()), (Face::Card, Some("c")), "and the card says so");
        view.receive(desk(Some("a"), "queue", &["a", "b", "c"]));
        assert_eq!((view.face, view.focus.as_deref()), (Face::Queue, Some("a")), "a new wish is followed");
    }

    #[test]
    fn a_card_opened_in_the_page_closes_back_to_the_page() {
        let mut view = View::default();
        view.receive(desk(Some("b"), "card", &["a", "b"]));
        assert_eq!(view.command("refund.open"), [Effect::Close]);
        view.show_queue();
        view.receive(desk(Some("b"), "queue", &["a", "b"]));
        view.receive(desk(Some("b"), "card", &["a", "b"]));
        assert_eq!(view.face, Face::Card, "opened once more from the page");
        assert_eq!(view.command("panel.close"), [Effect::Close]);
    }

    #[test]
    fn keys_walk_open_and_lead_back() {
        let mut view = opened();
        assert_eq!(view.command("refund.next"), [Effect::Focus("c".into())]);
        assert_eq!(view.command("refund.next"), [], "stops at the end");
        view.command("refund.open");
        assert_eq!(view.face, Face::Card);
        view.command("help.toggle");
        assert_eq!(view.command("refund.next"), [], "nothing moves below the help");
        assert_eq!(view.command("panel.close"), [Effect::Face(Face::Card)]);
        assert_eq!(view.command("panel.close"), [Effect::Face(Face::Queue)]);
        assert_eq!(view.command("panel.close"), [Effect::Close]);
        assert_eq!(view.command("site.pause"), [Effect::Forward("site.pause".into())]);
    }

    #[test]
    fn copies_the_first_message_there_is() {
        let mut view = opened();
        let copied = Effect::Copy { key: "b".into(), advice: "clarify_reason".into(), text: "b".into() };
        assert_eq!(view.command("message.copy"), [copied]);
        view.focus = Some("gone".into());
        assert_eq!(view.command("message.copy"), []);
    }

    #[test]
    fn the_chosen_advice_is_the_one_copied() {
        let mut view = opened();
        view.command("refund.open");
        view.command("advice.previous");
        assert_eq!(view.advice, Some(0));
        let copied = view.command("message.copy");
        assert!(matches!(&copied[..], [Effect::Copy { advice, .. }] if advice == "clarify_reason"), "0 has no message");
        view.command("advice.next");
        view.command("advice.next");
        assert_eq!(view.advice, Some(1), "stops at the last");
        view.command("refund.next");
        assert_eq!(view.advice, None, "another card begins anew");
        view.command("refund.first");
        assert_eq!(view.focus.as_deref(), Some("a"));
    }

    #[test]
    fn open_without_focus_takes_the_first_row() {
        let mut view = opened();
        view.focus = None;
        assert_eq!(view.command("refund.open"), [Effect::Face(Face::Card), Effect::Focus("a".into())]);
    }

    #[test]
    fn a_filter_that_finds_nothing_any_more_is_lifted() {
        let mut view = opened();
        view.narrow(Some(Level::Counted));
        view.receive(desk(None, "queue", &[]));
        assert_eq!(view.only, None);
    }
}
