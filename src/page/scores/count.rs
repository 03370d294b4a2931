//! How many ratings, orders or bad orders stand behind a figure, as far as the page says so beside it.

use std::ops::Range;

use super::card::Page;
use super::label::{labelled, plain};
use super::pack::Metric;
use crate::page::node::NodeId;
use crate::score::parse::{self, Counted};
use crate::score::shown::Rounding;

/// How far up from the figure a count may stand.
const LEVELS: usize = 5;
const TEXTS: usize = 400;
/// Longest label of a count.
const LONGEST: usize = 24;

const RATINGS: [&str; 10] = ["评价", "評價", "评论", "評論", "评分", "評分", "打分", "rating", "Rating", "review"];
const LEADS: [&str; 14] = [
    "基于", "基於", "根据", "來自", "来自", "共计", "累计", "共有", "共", "based on", "Based on", "from", "近期",
    "约有",
];

impl Page<'_, '_> {
    /// The number of ratings behind a mean: the nearest one; `None` where two differ.
    #[must_use]
    pub fn ratings(&self, scope: NodeId, cards: &[NodeId]) -> Option<Counted> {
        self.nearest(scope, cards, |page, texts| page.ratings_in(texts))
    }

    /// The number of orders, or of bad ones, behind a rate.
    #[must_use]
    pub fn labelled_count(&self, scope: NodeId, labels: &[&'static str]) -> Option<Counted> {
        if labels.is_empty() {
            return None;
        }
        let named = |name: &str| labels.contains(&name).then_some(());
        self.nearest(scope, &[], |page, texts| {
            texts.clone().filter_map(|at| page.count_at(at, texts.end, &named)).collect()
        })
    }

    /// Both numbers behind a rate.
    #[must_use]
    pub fn orders(&self, scope: NodeId, metric: &Metric) -> (Option<Counted>, Option<Counted>) {
        (self.labelled_count(scope, &metric.base), self.labelled_count(scope, &metric.bad))
    }

    fn nearest(
        &self,
        scope: NodeId,
        cards: &[NodeId],
        find: impl Fn(&Self, Range<usize>) -> Vec<Counted>,
    ) -> Option<Counted> {
        let mut at = scope;
        for _ in 0..LEVELS {
            let node = self.tree.node(at);
            let texts = node.text_start..node.text_end;
            if texts.len() > TEXTS {
                return None;
            }
            // What stands in another figure's card belongs to that one.
            let others: Vec<Range<usize>> = cards
                .iter()
                .filter(|card| **card != scope && !self.tree.contains(**card, scope))
                .map(|card| self.tree.node(*card).text_start..self.tree.node(*card).text_end)
                .collect();
            let mut found = Vec::new();
            let mut start = texts.start;
            for other in others.iter().filter(|other| texts.start <= other.start && other.end <= texts.end) {
                found.extend(find(self, start..other.start.max(start)));
                start = other.end.max(start);
            }
            found.extend(find(self, start..texts.end.max(start)));
            if let Some(first) = found.first() {
                return found.iter().all(|one| one == first).then_some(*first);
            }
            at = node.parent?;
        }
        None
    }

    fn ratings_in(&self, texts: Range<usize>) -> Vec<Counted> {
        let named = |name: &str| self.words.counts.contains(name).then_some(());
        texts
            .clone()
            .filter_map(|at| self.count_at(at, texts.end, &named).or_else(|| self.spoken(at, texts.end)))
            .collect()
    }

    /// A label of a count with the count in the same text or in the next.
    fn count_at(&self, at: usize, end: usize, named: &impl Fn(&str) -> Option<()>) -> Option<Counted> {
        let said = self.tree.all_texts().get(at)?.value.trim();
        let found = labelled(said, LONGEST, named)?;
        let shown = match found.rest.filter(|rest| !rest.is_empty()) {
            Some(rest) => rest,
            None => {
                let next = at.saturating_add(1);
                (next < end).then(|| self.joined(next, end).0)?
            }
        };
        parse::count(&shown, Rounding::Unknown).ok().flatten()
    }

    /// `1.2万条评价`, `基于 86 条评价`, `12,345 global ratings`, also with the number in an element of its own; `(1,234)` behind a score.
    fn spoken(&self, at: usize, end: usize) -> Option<Counted> {
        let texts = self.tree.all_texts();
        let said = texts.get(at)?.value.trim();
        if said.len() > 80 {
            return None;
        }
        let body = LEADS.iter().find_map(|lead| said.strip_prefix(lead)).unwrap_or(said).trim();
        let speaks = |text: &str| RATINGS.iter().any(|word| text.contains(word));
        let counted = |text: &str| parse::count(text, Rounding::Unknown).ok().flatten();
        let digit =
            body.chars().next().map(crate::text::number::half_width).is_some_and(|first| first.is_ascii_digit());
        if digit && speaks(body) {
            return counted(body);
        }
        if digit {
            let next = texts.get(at.saturating_add(1)).filter(|_| at.saturating_add(1) < end)?;
            let word = next.value.trim();
            let name = plain(word);
            let counter = name.chars().count() <= 6 || word.is_ascii();
            return (counter && speaks(word) && !word.contains(['率', '分', '星']))
                .then(|| counted(&format!("{body}{word}")))?;
        }
        let inner = body.strip_prefix(['(', '（']).and_then(|inner| inner.strip_suffix([')', '）']))?;
        // A bare number in brackets only right behind a score.
        let behind = at
            .checked_sub(1)
            .and_then(|before| texts.get(before))
            .is_some_and(|before| parse::score(&before.value).is_ok_and(|score| score.is_some()));
        if behind || speaks(inner) { counted(inner) } else { None }
    }
}
