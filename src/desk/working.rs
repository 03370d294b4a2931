//! The view's part in the working day: tabs, what the queue lists, what keys and clicks do to a record.

use super::day::{Ask, Kind, Mark, Promised, Standing};
use super::message::{Face, Level};
use super::promise;
use super::queue::{self, Item};
use super::state::Connection;
use super::tabs::Tab;
use super::view::{Effect, View};
use crate::words::text;

/// What the agent does to the queue or to the day by mouse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Do {
    /// Turns to a tab.
    Tab(Tab),
    /// Narrows the queue to a level, or back to all.
    Narrow(Option<Level>),
    /// Narrows it to a platform, or back to all.
    Platform(Option<String>),
    /// Searches.
    Search(String),
    /// Says something of a record.
    Mark(String, Mark),
    /// Takes a promise off the list.
    Kept(String),
}

/// How many ways back are kept.
const MOST_MARKED: usize = 50;

impl View {
    /// The tab that is turned to.
    #[must_use]
    pub const fn tab(&self) -> Tab {
        match self.face {
            Face::Calculator => Tab::Scores,
            Face::Deadlines => Tab::Deadlines,
            _ => Tab::of_kind(self.list),
        }
    }

    /// Everything of this list that needs a look, whether done, put off or neither; unsorted.
    fn marked_items(&self, kind: Kind) -> Vec<Item<'_>> {
        let wanted = |item: &Item<'_>| item.level() != Level::Safe && item.kind() == kind;
        queue::all(&self.desk, &self.day).into_iter().filter(wanted).collect()
    }

    /// What is to be worked on in a list.
    #[must_use]
    pub fn items(&self, kind: Kind) -> Vec<Item<'_>> {
        let mut items = self.marked_items(kind);
        items.retain(|item| self.day.standing(item.key(), self.now) == Standing::Open);
        items
    }

    /// Is there anything to show in the queue, and be it done?
    #[must_use]
    pub fn is_listed(&self) -> bool {
        !self.marked_items(self.list).is_empty()
    }

    /// What is found in the queue, of all levels.
    #[must_use]
    pub fn found(&self) -> Vec<Item<'_>> {
        let words = self.filter.words();
        let platform = self.filter.platform.as_deref();
        let mut items = self.items(self.list);
        items.retain(|item| platform.is_none_or(|one| item.platform(&self.desk) == Some(one)) && item.found(&words));
        items
    }

    /// The queue's rows: what is found, of the chosen level, sorted.
    #[must_use]
    pub fn rows(&self) -> Vec<Item<'_>> {
        let mut rows = self.found();
        rows.retain(|item| self.filter.only.is_none_or(|level| item.level() == level));
        queue::sort(&mut rows);
        rows
    }

    /// The platforms of what is listed, each once.
    #[must_use]
    pub fn platforms(&self) -> Vec<&str> {
        let items = self.items(self.list);
        let mut platforms: Vec<&str> = items.iter().filter_map(|item| item.platform(&self.desk)).collect();
        platforms.sort_unstable();
        platforms.dedup();
        platforms
    }

    /// What was done, and what was put off, of this list.
    #[must_use]
    pub fn aside(&self) -> (Vec<Item<'_>>, Vec<Item<'_>>) {
        let standing = |item: &Item<'_>| self.day.standing(item.key(), self.now);
        let mut items = self.marked_items(self.list);
        queue::sort(&mut items);
        items.retain(|item| standing(item) != Standing::Open);
        items.into_iter().partition(|item| standing(item) == Standing::Done)
    }

    /// Everything that has a deadline and is not done, the nearest first.
    #[must_use]
    pub fn due(&self) -> Vec<Item<'_>> {
        let mut items = queue::all(&self.desk, &self.day);
        items.retain(|item| item.due().is_some() && self.day.standing(item.key(), self.now) != Standing::Done);
        items.sort_by(|a, b| {
            let at = |item: &Item<'_>| item.due().map_or(f64::INFINITY, |due| due.at_ms);
            at(a).total_cmp(&at(b)).then(a.level().cmp(&b.level()))
        });
        items
    }

    /// The moments at which something shown changes by itself: countdowns, and what comes back.
    #[must_use]
    pub fn moments(&self) -> Vec<f64> {
        if self.connection != Connection::Open || self.desk.paused {
            return Vec::new();
        }
        let due = |items: Vec<Item<'_>>| items.into_iter().filter_map(Item::due).map(|due| due.at_ms).collect();
        let mut moments: Vec<f64> = match self.face {
            Face::Help | Face::Calculator => return Vec::new(),
            Face::Deadlines => due(self.due()),
            Face::Queue | Face::Card => due(self.rows()),
        };
        if self.face == Face::Deadlines {
            moments.extend(self.day.promises.iter().map(|promise| promise.at));
        }
        moments.extend(self.card().and_then(|card| card.due()).map(|due| due.at_ms));
        moments.extend(self.day.returns(self.now));
        moments
    }

    /// In how many ms a promise comes near or is over; `None` where none does.
    #[must_use]
    pub fn next_promise(&self) -> Option<f64> {
        let awake = self.connection == Connection::Open && !self.desk.paused;
        let waits = self.day.promised_moments().map(|at| at - self.now).filter(|wait| awake && *wait > 0.0);
        waits.min_by(f64::total_cmp)
    }

    /// What the background told of the day; a broken answer changes nothing.
    pub fn take_day(&mut self, text: Option<&str>) {
        if let Some(day) = text.and_then(|text| serde_json::from_str(text).ok()) {
            self.day = day;
            self.widen();
        }
    }

    /// A filter that finds nothing because its records have gone is taken away.
    pub(super) fn widen(&mut self) {
        if self.filter.only.is_some_and(|level| self.items(self.list).iter().all(|item| item.level() != level)) {
            self.filter.only = None;
        }
        let platforms = self.platforms();
        if self.filter.platform.as_deref().is_some_and(|platform| !platforms.contains(&platform)) {
            self.filter.platform = None;
        }
    }

    /// Carries out what the agent does by mouse.
    pub fn carry_out(&mut self, doing: Do) -> Vec<Effect> {
        match doing {
            Do::Tab(tab) => self.turn_to_tab(tab),
            Do::Narrow(only) => {
                self.filter.only = only;
                Vec::new()
            }
            Do::Platform(platform) => {
                self.filter.platform = platform;
                Vec::new()
            }
            Do::Search(text) => {
                self.filter.text = text;
                Vec::new()
            }
            Do::Mark(key, mark) => self.mark(&key, mark),
            Do::Kept(id) => vec![Effect::Day(Ask::Kept(id)), Effect::Say("panel_said_kept")],
        }
    }

    /// Commands of tabs, search and day; `None` for all others.
    pub(super) fn work_command(&mut self, id: &str) -> Option<Vec<Effect>> {
        if let Some(tab) = Tab::of_command(id) {
            return Some(self.turn_to_tab(tab));
        }
        if id == "queue.search" {
            self.searching = true;
            let mut effects = if self.face == Face::Queue { Vec::new() } else { self.show_queue() };
            effects.push(Effect::Search);
            return Some(effects);
        }
        match id {
            "queue.level" => return Some(self.next_level()),
            "queue.platform" => return Some(self.next_platform()),
            "queue.aside" => return Some(if self.face == Face::Queue { vec![Effect::Aside] } else { Vec::new() }),
            "promise.kept" => return Some(self.keep_promise()),
            _ => {}
        }
        if id == "record.undo" {
            let last = self.marked.pop();
            return Some(last.map(|key| self.mark(&key, Mark::Open)).unwrap_or_default());
        }
        let mark = Mark::of_command(id)?;
        // Never forwarded: the page side sends these here.
        let all = queue::all(&self.desk, &self.day);
        let on_list = !matches!(self.face, Face::Help | Face::Calculator);
        let known = self.focus.clone().filter(|key| on_list && all.iter().any(|item| item.key() == key));
        Some(known.map(|key| self.mark(&key, mark)).unwrap_or_default())
    }

    /// Ticks off the promise of the record in focus, else the nearest one.
    fn keep_promise(&self) -> Vec<Effect> {
        if self.face != Face::Deadlines {
            return Vec::new();
        }
        let promises = &self.day.promises;
        let focused = promises.iter().find(|promise| promise.key.is_some() && promise.key == self.focus);
        let nearest = || promises.iter().min_by(|a, b| a.at.total_cmp(&b.at));
        let Some(promise) = focused.or_else(nearest) else { return vec![Effect::Say("panel_said_no_promise")] };
        // It may be of another record than the one in focus: it is named.
        let said = text(self.spoken(), "panel_said_kept_of", &[&self.whose(promise)]);
        vec![Effect::Day(Ask::Kept(promise.id.clone())), Effect::Tell(said)]
    }

    /// The record of a promise, as agents tell numbers apart.
    #[must_use]
    pub fn whose(&self, promise: &Promised) -> String {
        let items = queue::all(&self.desk, &self.day);
        let item = items.iter().find(|item| promise.key.as_deref() == Some(item.key()) && !item.id().is_empty());
        item.map_or_else(
            || text(self.spoken(), "panel_promise_unknown", &[]),
            |item| text(self.spoken(), "panel_tail", &[&queue::tail(item.id())]),
        )
    }

    fn turn_to_tab(&mut self, tab: Tab) -> Vec<Effect> {
        self.below.clear();
        match tab {
            Tab::Refunds => self.list = Kind::Refund,
            Tab::Reviews => self.list = Kind::Review,
            Tab::Scores => {}
            // What is nearest is what this tab is for, wherever the agent comes from.
            Tab::Deadlines if self.face != Face::Deadlines => {
                let first = self.due().first().map(|item| item.key().to_owned());
                self.move_to(first);
            }
            Tab::Deadlines => {}
        }
        self.widen();
        if self.face == tab.face() { Vec::new() } else { self.change_to(tab.face()) }
    }

    /// Marks a record. What is done or put off makes room: the focus goes on to what takes its place, in the card to the next card.
    fn mark(&mut self, key: &str, mark: Mark) -> Vec<Effect> {
        // Said once more, it is taken back.
        let done = self.day.done.contains_key(key);
        let mark = if mark == Mark::Done && done { Mark::Open } else { mark };
        let mut effects = vec![Effect::Day(Ask::Mark(key.to_owned(), mark)), Effect::Say(mark.said())];
        if mark == Mark::Open {
            self.marked.retain(|one| one != key);
            return effects;
        }
        if self.marked.len() >= MOST_MARKED {
            self.marked.remove(0);
        }
        self.marked.push(key.to_owned());
        if self.focus.as_deref() != Some(key) {
            return effects;
        }
        let next = self.after(key);
        match (self.face, next) {
            (Face::Card, Some(next)) => effects.extend(self.open_card(&next)),
            (Face::Card, None) => effects.extend(self.show_queue()),
            (_, next) => {
                let here = next.clone().filter(|next| self.desk.cards.iter().any(|card| card.key == *next));
                self.move_to(next);
                effects.extend(here.map(Effect::Focus));
            }
        }
        effects
    }

    /// The row that takes the place of this one.
    fn after(&self, key: &str) -> Option<String> {
        let mut rows = if self.face == Face::Deadlines { self.due() } else { self.rows() };
        rows.retain(|item| self.face != Face::Card || matches!(item, Item::Here(_)));
        let place = rows.iter().position(|item| item.key() == key)?;
        let next =
            rows.get(place.saturating_add(1)).or_else(|| place.checked_sub(1).and_then(|before| rows.get(before)));
        next.map(|item| item.key().to_owned())
    }

    /// A message was copied: what it promises is kept, where the agent has switched that on.
    #[must_use]
    pub fn promised(&self, key: &str, advice: &str) -> Option<Effect> {
        let card = self.desk.cards.iter().find(|card| self.desk.promises && card.key == key)?;
        let of_advice = || card.advice.iter().find(|one| one.kind == advice)?.message.clone();
        let own = || self.message_of(key, advice).map(str::to_owned);
        let text = of_advice().or_else(own).or_else(|| Some(self.replies.sheet(key)?.writing.text.clone()))?;
        let at = promise::promised(&text, self.now, self.offset)?;
        Some(Effect::Day(Ask::Promise(key.to_owned(), at)))
    }
}

#[cfg(test)]
mod tests;
