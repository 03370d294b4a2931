//! What the queue can be narrowed to, and the keys that go through it one by one.

use super::day::Kind;
use super::message::{Face, Level};
use super::view::{Effect, View};
use crate::words::{Locale, exists, text};

impl View {
    /// The levels that the list can be narrowed to: nothing counts among reviews.
    #[must_use]
    pub fn levels(&self) -> Vec<Level> {
        Level::MARKED.into_iter().filter(|level| self.list == Kind::Refund || *level != Level::Counted).collect()
    }

    /// The key of the word that the filter has for a level.
    #[must_use]
    pub fn level_word(&self, level: Level) -> String {
        match (self.list, level) {
            (Kind::Review, Level::AtRisk) => "panel_filter_bad".to_owned(),
            (Kind::Review, Level::Watch) => "panel_filter_other".to_owned(),
            _ => format!("badge_{}", level.id()),
        }
    }

    /// Narrows the queue to the next level that some record has; after the last to none.
    pub(super) fn next_level(&mut self) -> Vec<Effect> {
        if self.face != Face::Queue {
            return Vec::new();
        }
        let found = self.found();
        let there = |level: &Level| found.iter().any(|item| item.level() == *level);
        let choices: Vec<Level> = self.levels().into_iter().filter(there).collect();
        let next = after(&choices, self.filter.only.as_ref());
        self.filter.only = next;
        let word = next.map_or_else(|| "panel_filter_all".to_owned(), |level| self.level_word(level));
        self.narrowed(&self.say(&word))
    }

    /// Narrows the queue to the next platform; after the last to none.
    pub(super) fn next_platform(&mut self) -> Vec<Effect> {
        let choices: Vec<String> = self.platforms().into_iter().map(str::to_owned).collect();
        if self.face != Face::Queue || choices.len() < 2 {
            return Vec::new();
        }
        self.filter.platform = after(&choices, self.filter.platform.as_ref());
        let name = self.filter.platform.as_ref().map(|platform| (format!("platform_{platform}"), platform));
        let name = match name {
            None => self.say("panel_filter_all"),
            Some((key, _)) if exists(&key) => self.say(&key),
            Some((_, platform)) => platform.clone(),
        };
        self.narrowed(&name)
    }

    fn narrowed(&self, to: &str) -> Vec<Effect> {
        let count = self.rows().len().to_string();
        vec![Effect::Tell(text(self.spoken(), "panel_said_filter", &[to, &count]))]
    }

    fn say(&self, key: &str) -> String {
        text(self.spoken(), key, &[])
    }

    pub(super) fn spoken(&self) -> Locale {
        self.desk.locale.unwrap_or_default()
    }
}

/// The choice after `chosen`; nothing after the last, the first after nothing.
fn after<T: Clone + PartialEq>(choices: &[T], chosen: Option<&T>) -> Option<T> {
    match chosen {
        None => choices.first().cloned(),
        Some(chosen) => choices.iter().skip_while(|choice| *choice != chosen).nth(1).cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn view(cards: &[Value], rows: &[Value]) -> View {
        let mut view = View::default();
        let desk = json!({ "kind": "desk", "cards": cards, "page": "refunds", "platform": "jd", "view": "queue", "locale": "en" });
        view.receive(serde_json::from_value(desk).unwrap());
        view.take_day(Some(&json!({ "rows": rows }).to_string()));
        view
    }

    fn cards() -> [Value; 3] {
        [("a", "counted"), ("b", "watch"), ("c", "safe")].map(|(key, level)| json!({ "key": key, "level": level }))
    }

    fn told(effects: Vec<Effect>) -> Vec<String> {
        let sentence = |effect| if let Effect::Tell(said) = effect { Some(said) } else { None };
        effects.into_iter().filter_map(sentence).collect()
    }

    #[test]
    fn the_key_goes_through_the_levels_that_are_there_and_back_to_all() {
        let mut view = view(&cards(), &[]);
        let mut seen = Vec::new();
        for _ in 0..3 {
            let said = told(view.command("queue.level"));
            seen.push((view.filter.only, view.rows().len(), said));
        }
        let only: Vec<_> = seen.iter().map(|(only, rows, _)| (*only, *rows)).collect();
        assert_eq!(only, [(Some(Level::Counted), 1), (Some(Level::Watch), 1), (None, 2)]);
        assert!(seen.iter().all(|(_, rows, said)| said.len() == 1 && said[0].contains(&rows.to_string())), "{seen:?}");
    }

    #[test]
    fn platforms_are_gone_through_only_where_there_are_two() {
        let mut alone = view(&cards(), &[]);
        assert_eq!((alone.command("queue.platform"), alone.filter.platform.clone()), (Vec::new(), None));
        let mut both = view(&cards(), &[json!({ "key": "z", "platform": "taobao", "level": "at_risk" })]);
        for (wanted, rows) in [(Some("jd"), 2), (Some("taobao"), 1), (None, 3)] {
            assert_eq!(told(both.command("queue.platform")).len(), 1);
            assert_eq!((both.filter.platform.as_deref(), both.rows().len()), (wanted, rows));
        }
    }

    #[test]
    fn nothing_is_narrowed_where_the_queue_is_not_seen() {
        let mut view = view(&cards(), &[]);
        view.open_card("a");
        assert_eq!((view.command("queue.level"), view.filter.only), (Vec::new(), None));
        assert_eq!(view.command("queue.aside"), []);
    }
}
