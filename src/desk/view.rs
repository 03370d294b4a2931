//! What the panel shows, and how messages, keys and clicks change it. The component carries out the effects; nothing here touches a page.

mod effect;

pub use effect::{Effect, Export};

use super::day::{Ask, Day, Kind};
use super::message::{Advice, Card, Desk, Face, FromPage, Level};
use super::queue::{self, Filter};
use super::reply::Replies;
use super::state::Connection;
use super::texts::Shelf;

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
    /// What the queue is narrowed to.
    pub filter: Filter,
    /// The agent has asked for the search, which a short queue does not show by itself.
    pub searching: bool,
    /// Which records the queue lists.
    pub list: Kind,
    /// The working day as the background told it last.
    pub day: Day,
    /// The present, in ms since 1970 UTC.
    pub now: f64,
    /// This machine's minutes east of UTC.
    pub offset: i32,
    /// The place of the advice that the keys have chosen in the card.
    pub advice: Option<usize>,
    /// Drafts and the agent's own texts under reviews.
    pub replies: Replies,
    /// The agent's own texts, ready for the review in focus.
    pub shelf: Shelf,
    /// What was marked last, by key, for the way back.
    pub(super) marked: Vec<String>,
    /// The faces that Escape leads back to; empty where it leads back to the page.
    pub(super) below: Vec<Face>,
    /// How many messages that a desk answers have been sent to the page side.
    told: u32,
}

impl View {
    /// An empty one on a machine so many minutes east of UTC.
    #[must_use]
    pub fn of_machine(offset: i32) -> Self {
        Self { offset, ..Self::default() }
    }

    /// The card in focus, where it is still on the desk.
    #[must_use]
    pub fn card(&self) -> Option<&Card> {
        let focus = self.focus.as_deref()?;
        self.desk.cards.iter().find(|card| card.key == focus)
    }

    /// Is there anything on the page to mark?
    #[must_use]
    pub fn is_marked(&self) -> bool {
        !self.desk.scores.is_empty() || self.desk.cards.iter().any(|card| card.level != Level::Safe)
    }

    /// Takes a message of the page side. Its wishes for face and focus are followed only when they are new, so that a row that changes
    /// in the page never throws the agent out of what they are reading.
    pub fn receive(&mut self, message: FromPage) -> Vec<Effect> {
        match message {
            FromPage::Desk(desk) => self.take(*desk),
            FromPage::Command { id } => self.command(&id),
            FromPage::Copied { key, advice } => {
                let mut effects: Vec<Effect> = self.promised(&key, &advice).into_iter().collect();
                effects.push(Effect::Copied { key, advice });
                effects
            }
            FromPage::Inserted { key, outcome } => {
                self.replies.inserted(&key, &outcome);
                Vec::new()
            }
            FromPage::Other => Vec::new(),
        }
    }

    fn take(&mut self, mut desk: Desk) -> Vec<Effect> {
        let first = self.connection != Connection::Open;
        self.connection = Connection::Open;
        if first {
            self.told = desk.heard;
        }
        // Sent before the page side heard where we have gone since: it would throw the agent back. One that has heard is on its way.
        if desk.heard < self.told {
            desk.view = self.face;
            desk.focus = self.desk.focus.clone();
            desk.advice = self.desk.advice;
        }
        if desk.view != self.face {
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
        let turned = first || desk.page != self.desk.page;
        let news = first || desk.day != self.desk.day;
        self.desk = desk;
        if turned {
            self.list = if self.desk.page == "reviews" { Kind::Review } else { Kind::Refund };
        }
        self.widen();
        news.then_some(Effect::Day(Ask::Read)).into_iter().collect()
    }

    /// The number of a message to the page side that a desk answers; the desk says how far the page side has heard. `focus`: the record
    /// that the message puts it on.
    pub fn tell(&mut self, focus: Option<&str>) -> u32 {
        if let Some(key) = focus {
            self.desk.focus = Some(key.to_owned());
        }
        self.told = self.told.wrapping_add(1);
        self.told
    }

    /// Carries out a command of the key map.
    pub fn command(&mut self, id: &str) -> Vec<Effect> {
        if let Some(effects) = self.review_command(id).or_else(|| self.work_command(id)) {
            return effects;
        }
        if let Some(export) = Export::of_command(id) {
            // Never forwarded: the page side sends these here.
            return if self.face == Face::Calculator { vec![Effect::Export(export)] } else { Vec::new() };
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
            "texts.find" => self.open_shelf(),
            // Only reviews have them.
            _ if id.starts_with("reply.") => Vec::new(),
            _ => vec![Effect::Forward(id.to_owned())],
        }
    }

    /// Shows the queue, from wherever.
    pub fn show_queue(&mut self) -> Vec<Effect> {
        self.below.clear();
        self.change_to(Face::Queue)
    }

    /// Shows the card of a record; of one on another page, that page.
    pub fn open_card(&mut self, key: &str) -> Vec<Effect> {
        if self.desk.cards.iter().all(|card| card.key != key) {
            self.move_to(Some(key.to_owned()));
            return vec![Effect::Go(key.to_owned())];
        }
        // The face first: the page side answers the focus with a desk, which must already carry the new face.
        let mut effects = if self.face == Face::Card { Vec::new() } else { self.turn_to(Face::Card) };
        self.move_to(Some(key.to_owned()));
        effects.push(Effect::Focus(key.to_owned()));
        effects
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
        // From card to card only what is on the page is walked: nothing else has a card.
        let mut rows = if self.face == Face::Deadlines { self.due() } else { self.rows() };
        rows.retain(|item| self.face != Face::Card || matches!(item, queue::Item::Here(_)));
        let next = queue::neighbour(&rows, self.focus.as_deref(), step).map(str::to_owned);
        let Some(next) = next.filter(|next| self.focus.as_ref() != Some(next)) else {
            return Vec::new();
        };
        self.move_to(Some(next.clone()));
        // The page can show only what it has.
        if self.card().is_some() { vec![Effect::Focus(next)] } else { Vec::new() }
    }

    fn open(&mut self) -> Vec<Effect> {
        let rows = if self.face == Face::Deadlines { self.due() } else { self.rows() };
        let chosen = rows.iter().find(|item| self.focus.as_deref() == Some(item.key())).or_else(|| rows.first());
        let key = self.card().map(|card| card.key.clone()).or_else(|| chosen.map(|item| item.key().to_owned()));
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

    pub(super) fn move_to(&mut self, focus: Option<String>) {
        if self.focus != focus {
            self.advice = None;
        }
        self.focus = focus;
    }

    pub(super) fn turn_to(&mut self, face: Face) -> Vec<Effect> {
        self.below.push(self.face);
        self.change_to(face)
    }

    pub(super) fn change_to(&mut self, face: Face) -> Vec<Effect> {
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
mod tests;
