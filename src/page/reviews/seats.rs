//! From things that each review has once (stars, a button to answer) to the elements that hold exactly one review each.

use std::collections::BTreeMap;

use crate::page::anchor::above;
use crate::page::header::{is_cell, is_row};
use crate::page::node::{NodeId, Tree};

/// Climbs from each mark as long as no other mark lies in the element; answers the elements by the one that holds them all.
#[must_use]
pub fn seats(tree: &Tree<'_>, marks: &[NodeId]) -> BTreeMap<NodeId, Vec<NodeId>> {
    let mut groups: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
    for (index, mark) in marks.iter().enumerate() {
        let other = |at: Option<usize>| at.and_then(|at| marks.get(at)).copied();
        let (before, after) = (other(index.checked_sub(1)), other(index.checked_add(1)));
        let alone = |at: NodeId| ![before, after].into_iter().flatten().any(|mark| tree.contains(at, mark));
        let mut at = *mark;
        let mut over = above(tree, at);
        while let Some(next) = over.filter(|next| alone(*next)) {
            at = next;
            over = above(tree, at);
        }
        // Several marks in one row: the row is the record.
        if let Some(parent) = over
            && (is_row(tree, parent) || is_cell(tree, parent) || is_cell(tree, at))
            && let Some(row) = std::iter::once(parent).chain(tree.ancestors(parent)).find(|up| is_row(tree, *up))
        {
            at = row;
            over = above(tree, row);
        }
        if let Some(parent) = over {
            let group = groups.entry(parent).or_default();
            if group.last().is_none_or(|last| *last < at) {
                group.push(at);
            }
        }
    }
    groups
}
