//! From numbers on the page to the elements that hold exactly one record each.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::header::{is_cell, is_row, stable};
use super::ids::{IdKind, IdToken};
use super::label::{Meaning, meaning};
use super::node::{NodeId, Tree};
use crate::text::order;

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

/// Fewest children of an element that can be a grid of cells without rows.
const GRID: usize = 12;

/// Places of numbers in grids without rows: there only the distance between numbers tells the columns.
fn flat_places(tree: &Tree<'_>, tokens: &[IdToken]) -> HashMap<usize, String> {
    let mut grids: BTreeMap<NodeId, Vec<(usize, NodeId)>> = BTreeMap::new();
    for token in tokens.iter().filter(|token| token.kind == IdKind::Unknown) {
        let Some(node) = tree.all_texts().get(token.text).map(|text| text.node) else {
            continue;
        };
        let mut at = node;
        for _ in 0..5 {
            let Some(parent) = tree.node(at).parent else { break };
            if tree.children(parent).take(GRID).count() >= GRID && !is_row(tree, parent) && !is_row(tree, at) {
                grids.entry(parent).or_default().push((token.text, at));
                break;
            }
            at = parent;
        }
    }
    let mut places = HashMap::new();
    for (parent, cells) in grids {
        let order: HashMap<NodeId, usize> =
            tree.children(parent).enumerate().map(|(index, child)| (child, index)).collect();
        let found: Vec<(usize, usize)> =
            cells.iter().filter_map(|(text, cell)| Some((*text, *order.get(cell)?))).collect();
        let columns =
            |step: usize| found.iter().filter_map(|(_, index)| index.checked_rem(step)).collect::<BTreeSet<_>>().len();
        let step = (4..=30).find(|step| columns(*step) <= 3 && columns(*step).saturating_mul(2) <= found.len());
        let Some(step) = step else { continue };
        for (text, index) in found {
            places.insert(text, format!("{parent}:{:?}", index.checked_rem(step)));
        }
    }
    places
}

/// Where in its record a text stands, in words that are the same in every record.
fn place_of(tree: &Tree<'_>, node: NodeId) -> String {
    let mut place = String::new();
    let mut levels = 0_u32;
    let mut at = node;
    for _ in 0..8 {
        let Some(parent) = tree.node(at).parent else { break };
        let siblings: Vec<NodeId> = tree.children(parent).take(40).collect();
        if siblings.len() > 1 || is_cell(tree, at) {
            let index = siblings.iter().position(|sibling| *sibling == at).unwrap_or(40);
            let class = tree.node(at).class.split_ascii_whitespace().next().map(stable).unwrap_or_default();
            place.push_str(&format!("{}.{class}:{index}/", tree.node(at).tag));
            levels = levels.saturating_add(1);
            if levels == 1 && !is_cell(tree, at) && !is_row(tree, parent) {
                // One more level only where a cell encloses this one; a card's own index differs from card to card.
                if let Some(cell) = tree.ancestors(at).take(6).find(|up| is_cell(tree, *up)) {
                    at = cell;
                    continue;
                }
            }
            break;
        }
        at = parent;
    }
    place
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

/// Elements that each hold one number, by the element that holds them all.
#[derive(Debug, Default)]
pub struct Held {
    /// Parent → its elements with exactly one number, in order.
    pub groups: BTreeMap<NodeId, Vec<NodeId>>,
    /// Elements that hold the only number of the page's kind.
    pub alone: Vec<NodeId>,
}

/// Climbs from each number as long as it stays alone.
#[must_use]
pub fn hold(tree: &Tree<'_>, anchors: &Anchors, record_classes: &[String]) -> Held {
    let mut held = Held::default();
    let mut climbed: Vec<(usize, NodeId, Option<NodeId>)> = Vec::new();
    for (index, (text, _)) in anchors.texts.iter().enumerate() {
        let Some(mut at) = tree.all_texts().get(*text).map(|text| text.node) else {
            continue;
        };
        let mut over = above(tree, at);
        while let Some(next) = over {
            if !anchors.alone_in(tree, index, next) {
                break;
            }
            at = next;
            over = above(tree, at);
        }
        // Several numbers in one row or cell: the row is the record.
        if let Some(parent) = over
            && let Some(row) = std::iter::once(parent).chain(tree.ancestors(parent)).find(|up| is_row(tree, *up))
            && (is_row(tree, parent) || is_cell(tree, parent) || is_cell(tree, at))
        {
            at = row;
            over = above(tree, row);
        }
        climbed.push((index, at, over));
    }
    for (_, element, parent) in &climbed {
        if let Some(parent) = parent {
            let list = held.groups.entry(*parent).or_default();
            if list.last().is_none_or(|last| last < element) {
                list.push(*element);
            }
        }
    }
    for (index, element, parent) in &climbed {
        let lone = parent.is_none_or(|parent| {
            held.groups
                .get(&parent)
                .is_none_or(|list| !list.iter().any(|other| other != element && similar(tree, *other, *element)))
        });
        // The only after-sale of its order, beside an order like it with several.
        let beside = |other: &NodeId| {
            *other != *element
                && Some(*other) != *parent
                && above(tree, *other) == *parent
                && similar(tree, *other, *element)
        };
        let lone = lone && !held.groups.keys().take(200).any(beside);
        if !lone && !holds_rows(tree, *element) {
            continue;
        }
        if let Some(list) = parent.and_then(|parent| held.groups.get_mut(&parent)) {
            list.retain(|other| other != element);
        }
        let text_node =
            anchors.texts.get(*index).and_then(|(text, _)| tree.all_texts().get(*text)).map(|text| text.node);
        let Some(text_node) = text_node else { continue };
        match narrowed(tree, text_node, *element, record_classes) {
            Some(row) => {
                if let Some(parent) = above(tree, row) {
                    let list = held.groups.entry(parent).or_default();
                    if !list.contains(&row) {
                        list.push(row);
                    }
                }
            }
            None if !held.alone.contains(element) => held.alone.push(*element),
            None => {}
        }
    }
    held.groups.retain(|_, list| !list.is_empty());
    held
}

/// Whether a header and rows lie inside: then the element is a list, not a record.
fn holds_rows(tree: &Tree<'_>, id: NodeId) -> bool {
    !is_row(tree, id)
        && tree.attr(id, "role") != Some("row")
        && tree.subtree(id).skip(1).any(|at| tree.node(at).tag == "thead" && !tree.is_blank(at))
}

/// The record inside an element that holds only one: its outermost row, or what the platform's pages call a record.
fn narrowed(tree: &Tree<'_>, inner: NodeId, outer: NodeId, record_classes: &[String]) -> Option<NodeId> {
    let mut path: Vec<NodeId> =
        std::iter::once(inner).chain(tree.ancestors(inner)).take_while(|at| tree.contains(outer, *at)).collect();
    path.reverse();
    let row = path
        .iter()
        .copied()
        .find(|at| (is_row(tree, *at) || tree.attr(*at, "role") == Some("row")) && !says_labels(tree, *at));
    let classed = || {
        path.iter().copied().filter(|at| *at != outer).find(|at| {
            tree.class_any(*at, |name| record_classes.iter().any(|part| stable(name).ends_with(part.as_str())))
        })
    };
    row.or_else(classed)
}

/// Whether a row shows labels beside their values: a part of one record then.
fn says_labels(tree: &Tree<'_>, row: NodeId) -> bool {
    tree.texts(row)
        .iter()
        .take(12)
        .any(|text| matches!(meaning(&text.value), Some(Meaning::RefundId | Meaning::OrderId | Meaning::Reason)))
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
