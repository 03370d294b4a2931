//! Scores on a page: which figure stands where, what it is worth, how many ratings or orders stand behind it, which days it covers.
//!
//! Only labels that `packs/scores/` knows are read. Where a value, a count or a window could be another's, it stays unknown.

mod card;
mod count;
mod histogram;
mod label;
pub mod pack;
mod role;
#[cfg(test)]
mod tests;
pub mod value;

use std::collections::HashMap;
use std::ops::Range;

use super::node::{NodeId, Tree};
use crate::pack::Platform;
use crate::score::parse::Counted;
use card::{Found, Page};
use label::Hit;
use pack::{Kind, Metric};
use role::has_part;
use value::Value;

/// One figure of a page.
#[derive(Debug, Clone)]
pub struct Score {
    /// What is known of it.
    pub metric: &'static Metric,
    /// Its label as the page shows it.
    pub label: String,
    /// The figure.
    pub value: Value,
    /// The number of ratings behind a mean.
    pub count: Option<Counted>,
    /// Ratings with one to five stars.
    pub histogram: Option<[u64; 5]>,
    /// The number of orders a rate is a share of.
    pub base: Option<Counted>,
    /// The number of bad ones among them.
    pub bad: Option<Counted>,
    /// Days it covers; `None` where the page leaves it open.
    pub window: Option<u32>,
    /// The element that shows it.
    pub node: NodeId,
}

/// A figure that stands so often on a page belongs to its records, not to the shop.
const MOST_TIMES: usize = 3;
/// A label that stands so often is a column's or a form's, and is not even looked at.
const MOST_LABELS: usize = 12;
const LEVELS: usize = 5;
const TEXTS: usize = 400;

/// Finds the figures of a page; not those within `records`, the texts of lists that were read as refunds or reviews.
#[must_use]
pub fn find(tree: &Tree<'_>, platform: Platform, records: &[Range<NodeId>]) -> Vec<Score> {
    let Some(scores) = pack::packs().of(platform) else {
        return Vec::new();
    };
    let mut hits = label::hits(tree, scores);
    hits.retain(|hit| {
        let node = tree.all_texts().get(hit.text).map(|text| text.node).unwrap_or_default();
        !records.iter().any(|record| record.contains(&node)) && !in_menu(tree, node)
    });
    let mut labels: HashMap<String, usize> = HashMap::new();
    for hit in &hits {
        let times = labels.entry(hit.label.clone()).or_insert(0);
        *times = times.saturating_add(1);
    }
    hits.retain(|hit| labels.get(&hit.label).is_some_and(|times| *times <= MOST_LABELS));
    let page = Page { tree, hits: &hits, words: &pack::packs().words };
    let found: Vec<(&Hit<'_>, Found)> = hits.iter().filter_map(|hit| Some((hit, page.value(hit)?))).collect();
    let mut times: HashMap<(&str, &str), usize> = HashMap::new();
    for (hit, _) in &found {
        let times = times.entry((hit.metric.id, hit.label.as_str())).or_insert(0);
        *times = times.saturating_add(1);
    }
    let mut all: Vec<Score> = Vec::new();
    for (hit, found) in &found {
        if times.get(&(hit.metric.id, hit.label.as_str())).is_some_and(|times| *times > MOST_TIMES) {
            continue;
        }
        let Some(metric) = scores.named(&label::plain(&hit.label)) else {
            continue;
        };
        let score = page.score(hit, metric, found);
        // Fixed copies of a card say the same once more.
        let again = |one: &Score| {
            one.metric.id == metric.id
                && one.label == score.label
                && one.value == score.value
                && one.window == score.window
        };
        if !all.iter().any(again) {
            all.push(score);
        }
    }
    all
}

impl Page<'_, '_> {
    fn score(&self, hit: &Hit<'_>, metric: &'static Metric, found: &Found) -> Score {
        let (mut count, mut histogram, mut base, mut bad) = (None, None, None, None);
        match (metric.kind, &found.value) {
            (Kind::Mean, Value::Stars(shown)) => {
                histogram = self.histogram(found.scope, *shown);
                count = self.ratings(found.scope);
            }
            (Kind::Rate, _) => (base, bad) = self.orders(found.scope, metric),
            _ => {}
        }
        Score {
            metric,
            label: hit.label.clone(),
            value: found.value.clone(),
            count,
            histogram,
            base,
            bad,
            window: self.window(hit, found, metric),
            node: found.node,
        }
    }

    /// The days a figure covers: what its label says, else what stands nearest; where there is a choice of several, the chosen one.
    fn window(&self, hit: &Hit<'_>, found: &Found, metric: &Metric) -> Option<u32> {
        if hit.window.is_some() {
            return hit.window;
        }
        let mut at = found.scope;
        let mut around = vec![self.range(at)];
        for _ in 0..LEVELS {
            let days = self.windows(around);
            if let Some((first, _)) = days.first() {
                if days.iter().all(|(window, _)| window == first) {
                    return Some(*first);
                }
                let mut chosen = days.iter().filter(|(_, node)| self.is_chosen(*node)).map(|(window, _)| *window);
                return chosen.next().filter(|_| chosen.next().is_none());
            }
            let Some(up) = self.tree.node(at).parent.filter(|up| self.range(*up).len() <= TEXTS) else {
                break;
            };
            around = self.beside(up, at);
            at = up;
        }
        metric.window
    }

    /// Windows that texts speak of, but for those in labels, which are the labels' own.
    fn windows(&self, around: Vec<Range<usize>>) -> Vec<(u32, NodeId)> {
        let texts = self.tree.all_texts();
        let labels = |at: usize| self.hits.iter().any(|hit| hit.text == at);
        let free = around.into_iter().flatten().filter(|at| !labels(*at));
        free.filter_map(|at| texts.get(at)).filter_map(|text| Some((label::window(&text.value)?, text.node))).collect()
    }

    fn is_chosen(&self, node: NodeId) -> bool {
        std::iter::once(node).chain(self.tree.ancestors(node).take(2)).any(|at| {
            self.tree.attr(at, "aria-selected") == Some("true")
                || self.tree.attr(at, "aria-checked") == Some("true")
                || has_part(self.tree, at, &["active", "selected", "checked", "current"])
        })
    }
}

/// Whether a text belongs to the page's navigation, where the same names stand with badges.
fn in_menu(tree: &Tree<'_>, node: NodeId) -> bool {
    std::iter::once(node).chain(tree.ancestors(node)).any(|at| {
        matches!(tree.node(at).tag.as_ref(), "nav" | "select" | "option")
            || matches!(
                tree.attr(at, "role"),
                Some("menu" | "menuitem" | "menubar" | "navigation" | "listbox" | "option" | "tooltip")
            )
            || has_part(
                tree,
                at,
                &["menu", "submenu", "sidebar", "sider", "breadcrumb", "nav", "navigation", "tooltip", "popover"],
            )
    })
}
