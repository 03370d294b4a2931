//! From numbers on the page to the elements that hold exactly one record each.

mod hold;
mod place;

pub use hold::{Held, hold};

use std::collections::HashMap;

use super::header::stable;
use super::ids::{IdKind, IdToken};
use super::node::{NodeId, Tree};
use crate::text::order;
use place::{flat_places, place_of};

/// Numbers of one kind, one of which stands in each record.
#[derive(Debug, Clone)]
pub struct Anchors {
    /// What they number.
    pub kind: IdKind,
    /// Indices into the page's texts, ascending, with the number each text holds.
    pub texts: Vec<(usize, String)>,
    /// For each, the text index of the nearest different number before and after it.
    near: Vec<(Option<usize>, Option<usize>)>,
}

impl Anchors {
    pub(in crate::page) fn new(kind: IdKind, texts: Vec<(usize, String)>) -> Self {
        let mut near = vec![(None, None); texts.len()];
        let mut last: Option<(usize, &str)> = None;
        let mut other: Option<usize> = None;
        for ((text, value), slot) in texts.iter().zip(near.iter_mut()) {
            if let Some((at, before)) = last
                && before != value
            {
                other = Some(at);
            }
            slot.0 = other;
            last = Some((*text, value));
        }
        last = None;
        other = None;
        for ((text, value), slot) in texts.iter().zip(near.iter_mut()).rev() {
            if let Some((at, before)) = last
                && before != value
            {
                other = Some(at);
            }
            slot.1 = other;
            last = Some((*text, value));
        }
        Self { kind, texts, near }
    }

    /// How many different numbers there are.
    #[must_use]
    pub fn distinct(&self) -> usize {
        let mut values: Vec<&str> = self.texts.iter().map(|(_, value)| value.as_str()).collect();
        values.sort_unstable();
        values.dedup();
        values.len()
    }

    /// Whether one of the numbers stands in the element.
    #[must_use]
    pub fn any_in(&self, tree: &Tree<'_>, id: NodeId) -> bool {
        let node = tree.node(id);
        let from = self.texts.partition_point(|(text, _)| *text < node.text_start);
        self.texts.get(from).is_some_and(|(text, _)| *text < node.text_end)
    }

    /// Whether the element holds no other number than the one at `index`.
    fn alone_in(&self, tree: &Tree<'_>, index: usize, id: NodeId) -> bool {
        let node = tree.node(id);
        let (before, after) = self.near.get(index).copied().unwrap_or_default();
        before.is_none_or(|text| text < node.text_start) && after.is_none_or(|text| text >= node.text_end)
    }
}

/// The page's numbers sorted into sets that may mark records: after-sales numbers, order numbers, then unnamed ones by where they stand.
#[must_use]
pub fn anchor_sets(tree: &Tree<'_>, tokens: &[IdToken]) -> Vec<Anchors> {
    let of = |kind: IdKind| -> Vec<(usize, String)> {
        tokens.iter().filter(|token| token.kind == kind).map(|token| (token.text, token.value.clone())).collect()
    };
    let mut sets =
        vec![Anchors::new(IdKind::Refund, of(IdKind::Refund)), Anchors::new(IdKind::Order, of(IdKind::Order))];
    let mut places: HashMap<String, Vec<(usize, String)>> = HashMap::new();
    let mut order: Vec<String> = Vec::new();
    let flat = flat_places(tree, tokens);
    for token in tokens.iter().filter(|token| token.kind == IdKind::Unknown) {
        let Some(text) = tree.all_texts().get(token.text) else {
            continue;
        };
        let place = flat.get(&token.text).cloned().unwrap_or_else(|| place_of(tree, text.node));
        let list = places.entry(place.clone()).or_default();
        if list.is_empty() {
            order.push(place);
        }
        list.push((token.text, token.value.clone()));
    }
    let mut unnamed: Vec<Anchors> = order
        .iter()
        .filter_map(|place| places.remove(place))
        .map(|texts| Anchors::new(IdKind::Unknown, texts))
        .collect();
    order::by_key(&mut unnamed, |set| !(set.distinct() as u64));
    sets.extend(unnamed.into_iter().take(6));
    sets.retain(|set| !set.texts.is_empty());
    sets
}

/// Whether the element only groups rows.
#[must_use]
pub fn is_row_group(tree: &Tree<'_>, id: NodeId) -> bool {
    let tag = tree.node(id).tag.as_ref();
    // A `rowgroup` of divs is none of these: kits use it for the panes of fixed columns, side by side.
    matches!(tag, "tbody" | "thead" | "tfoot") || tag.ends_with("-table-body")
}

/// The element above, row groups left out.
#[must_use]
pub fn above(tree: &Tree<'_>, id: NodeId) -> Option<NodeId> {
    let parent = tree.node(id).parent?;
    if is_row_group(tree, parent) { tree.node(parent).parent } else { Some(parent) }
}

/// The elements below, row groups replaced by their rows.
#[must_use]
pub fn below(tree: &Tree<'_>, id: NodeId) -> Vec<NodeId> {
    let mut all = Vec::new();
    for child in tree.children(id) {
        if is_row_group(tree, child) {
            all.extend(tree.children(child));
        } else {
            all.push(child);
        }
    }
    all
}

/// Whether two elements look like pieces of the same list: same tag, role and most of their class names, hashes left aside.
#[must_use]
pub fn similar(tree: &Tree<'_>, one: NodeId, other: NodeId) -> bool {
    let (a, b) = (tree.node(one), tree.node(other));
    if a.tag != b.tag || tree.attr(one, "role") != tree.attr(other, "role") {
        return false;
    }
    if a.class == b.class {
        return true;
    }
    let names = |class: &str| class.split_ascii_whitespace().map(|name| stable(name).to_owned()).collect::<Vec<_>>();
    let (first, second) = (names(&a.class), names(&b.class));
    let shared = first.iter().filter(|name| second.contains(name)).count();
    let levels = |names: &[String]| names.iter().find(|name| name.contains("-level-")).cloned();
    levels(&first) == levels(&second) && shared.saturating_mul(2) >= first.len().max(second.len())
}
