//! Tables drawn in several panes: fixed columns beside the scrolling ones, each with rows of its own.

use std::collections::BTreeMap;

use super::anchor::above;
use super::columns::nearest;
use super::header::{Column, Header, cells, is_row};
use super::list::List;
use super::node::{NodeId, Tree};

/// How far up the panes of one table may meet.
const REACH: usize = 9;

/// Joins the rows of the other panes to the records of a list, with the columns that stand over them.
pub fn add_panes(tree: &Tree<'_>, list: &mut List, columns: &mut Vec<Vec<Column>>, headers: &[Header]) {
    // Rows of one wide cell (heads, folded out details) have no part in the other panes' columns.
    let full = |row: &NodeId| is_row(tree, *row) && cells(tree, *row).len() >= 2 || narrow(tree, *row);
    let rows: Vec<NodeId> = list.records.iter().flat_map(|parts| parts.rows.iter().copied().filter(full)).collect();
    let flat = list.records.iter().any(|parts| parts.flat);
    if flat || rows.is_empty() || rows.len() != list.records.len() {
        return;
    }
    let Some((first, last)) = rows.first().zip(rows.last()) else {
        return;
    };
    for up in tree.ancestors(list.parent).take(REACH) {
        let inside = |row: &NodeId| *row >= *first && *row < tree.node(*last).end;
        let header = |row: &NodeId| {
            headers.iter().any(|header| tree.contains(header.node, *row) || tree.contains(*row, header.node))
        };
        let mut others: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
        for row in tree.subtree(up).filter(|row| is_row(tree, *row) && !inside(row) && !header(row) && full(row)) {
            if let Some(parent) = above(tree, row) {
                others.entry(parent).or_default().push(row);
            }
        }
        let panes: Vec<Vec<NodeId>> = others
            .into_iter()
            .filter(|(parent, other)| {
                *parent != list.parent
                    && other.len() == rows.len()
                    && belongs(tree, up, list.parent, *parent, &rows, other)
            })
            .map(|(_, other)| other)
            .collect();
        if panes.is_empty() {
            continue;
        }
        for other in panes {
            let Some(row) = other.first().copied() else { continue };
            let width = cells(tree, row).len();
            let over =
                nearest(tree, list, row, width, headers).filter(|header| header.columns.len().abs_diff(width) <= 1);
            let place = columns.len();
            columns.push(over.map_or_else(Vec::new, |header| header.columns.clone()));
            for (parts, row) in list.records.iter_mut().zip(other) {
                parts.panes.push((row, place));
            }
        }
        return;
    }
}

/// Whether a row has a single cell that does not reach across: the row of a pane with one fixed column.
fn narrow(tree: &Tree<'_>, row: NodeId) -> bool {
    let own = cells(tree, row);
    is_row(tree, row) && own.len() == 1 && own.iter().all(|cell| tree.span(*cell, "colspan") == 1)
}

/// Whether rows elsewhere are the same rows: they carry the same keys, or the kit calls one of the two places fixed.
fn belongs(tree: &Tree<'_>, up: NodeId, own: NodeId, other: NodeId, rows: &[NodeId], others: &[NodeId]) -> bool {
    let keys = |rows: &[NodeId]| -> Option<Vec<String>> {
        rows.iter().map(|row| tree.attr(*row, "data-row-key").map(str::to_owned)).collect()
    };
    if let (Some(mine), Some(theirs)) = (keys(rows), keys(others)) {
        return mine == theirs;
    }
    let fixed = |from: NodeId| {
        std::iter::once(from).chain(tree.ancestors(from)).take_while(|at| *at != up).any(|at| {
            tree.class_any(at, |name| {
                let name = name.to_ascii_lowercase();
                ["fixed", "lock", "left", "right", "pinned", "frozen"].iter().any(|word| name.contains(word))
            })
        })
    };
    fixed(own) || fixed(other)
}
