//! The elements that hold exactly one number each, found by climbing from it.

use std::collections::BTreeMap;

use super::{Anchors, above, similar};
use crate::page::header::{is_cell, is_row, stable};
use crate::page::label::{Meaning, meaning};
use crate::page::node::{NodeId, Tree};

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
