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
/// A count that equals no other, so that it and another are two.
const NEITHER: [Counted; 1] = [Counted { min: u64::MAX, max: Some(0), point: None }];
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
    pub fn ratings(&self, scope: NodeId) -> Option<Counted> {
        let within = self.range(scope);
        let mut figures = self.hits.iter().filter(|hit| within.contains(&hit.text));
        // In a run of several figures only a count before all of them is one of all.
        let first = match (figures.next(), figures.next()) {
            (Some(first), Some(_)) => Some(first.text),
            _ => None,
        };
        self.nearest(scope, |page, texts| match first {
            Some(first) if texts == within => {
                let all = page.ratings_in(texts);
                let before = page.ratings_in(within.start..first);
                if all.len() == before.len() { before } else { all.into_iter().chain(NEITHER).collect() }
            }
            _ => page.ratings_in(texts),
        })
    }

    /// The number of orders, or of bad ones, behind a rate.
    #[must_use]
    pub fn labelled_count(&self, scope: NodeId, labels: &[&'static str]) -> Option<Counted> {
        if labels.is_empty() {
            return None;
        }
        let named = |name: &str| labels.contains(&name).then_some(());
        self.nearest(scope, |page, texts| texts.clone().filter_map(|at| page.count_at(at, texts.end, &named)).collect())
    }

    /// Both numbers behind a rate.
    #[must_use]
    pub fn orders(&self, scope: NodeId, metric: &Metric) -> (Option<Counted>, Option<Counted>) {
        (self.labelled_count(scope, &metric.base), self.labelled_count(scope, &metric.bad))
    }

    /// The nearest count: within the figure's card, else in what stands beside it without a figure of its own. `None` where two differ.
    fn nearest(&self, scope: NodeId, find: impl Fn(&Self, Range<usize>) -> Vec<Counted>) -> Option<Counted> {
        let mut found = find(self, self.range(scope));
        let mut at = scope;
        for _ in 0..LEVELS {
            if let Some(first) = found.first() {
                return found.iter().all(|one| one == first).then_some(*first);
            }
            let up = self.tree.node(at).parent?;
            if self.range(up).len() > TEXTS {
                return None;
            }
            found = self.beside(up, at).into_iter().flat_map(|texts| find(self, texts)).collect();
            at = up;
        }
        None
    }

    /// The texts of `up` beside its child `own`, but for those of children that show figures of their own.
    pub(super) fn beside(&self, up: NodeId, own: NodeId) -> Vec<Range<usize>> {
        let mut free = Vec::new();
        let mut start = self.range(up).start;
        for child in self.tree.children(up) {
            let texts = self.range(child);
            if child == own || self.hits.iter().any(|hit| texts.contains(&hit.text)) {
                free.push(start..texts.start.max(start));
                start = texts.end.max(start);
            }
        }
        free.push(start..self.range(up).end.max(start));
        free
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
