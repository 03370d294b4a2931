//! Which columns a list has: the header that belongs to it, else what is known or seen of its cells.

use super::header::{Column, Header, cells, is_row};
use super::ids::IdKind;
use super::infer::{agrees, align, infer};
use super::label::{Labels, Meaning};
use super::list::{List, Parts};
use super::node::{NodeId, Tree};
use super::pack::PlatformPage;

/// The columns of a list: from the nearest header that is not another table's; else the platform's known cells.
pub fn columns_for(
    tree: &Tree<'_>,
    list: &List,
    page: &PlatformPage,
    headers: &[Header],
    labels: &mut Labels,
) -> Vec<Vec<Column>> {
    let Some(body) =
        list.records.iter().flat_map(|parts| &parts.rows).take(8).max_by_key(|row| cells(tree, **row).len()).copied()
    else {
        return Vec::new();
    };
    let flat = list.records.iter().find(|parts| parts.flat).map(|parts| parts.rows.len());
    let spanned = || cells(tree, body).iter().map(|cell| tree.span(*cell, "colspan")).sum();
    let width: usize = flat.unwrap_or_else(spanned);
    if let Some(header) = nearest(tree, list, body, width, headers) {
        let mut columns = header.columns.clone();
        align(tree, &list.records, &mut columns);
        return vec![columns];
    }
    let hint = |meaning: &Meaning| Column { meanings: vec![*meaning], ..Column::blank() };
    let hinted: Vec<Column> = page.cells.iter().map(hint).collect();
    if !hinted.is_empty() && !is_row(tree, body) && agrees(tree, &list.records, &hinted) {
        return vec![hinted];
    }
    // Only where the records themselves do not say what is what.
    if list.kind == IdKind::Unknown || list.records.iter().take(5).any(|parts| labelled(tree, parts, labels)) {
        return Vec::new();
    }
    let found = infer(tree, &list.records, list.kind == IdKind::Refund);
    if found.is_empty() { Vec::new() } else { vec![found] }
}

/// Whether a reason stands behind its label inside the record.
fn labelled(tree: &Tree<'_>, parts: &Parts, labels: &mut Labels) -> bool {
    let texts = parts.rows.iter().flat_map(|row| tree.texts(*row)).take(80);
    let mut first = texts.filter_map(|text| text.value.split([':', '：']).next());
    first.any(|label| labels.meaning(label.trim()) == Some(Meaning::Reason))
}

/// The header nearest to a row that is neither another table's nor inside a record.
pub fn nearest<'h>(
    tree: &Tree<'_>,
    list: &List,
    body: NodeId,
    width: usize,
    headers: &'h [Header],
) -> Option<&'h Header> {
    /// Depth, markup, as many columns as cells, known columns: the more the better, in this order.
    type Rank = (usize, bool, bool, usize);
    let mut best: Option<(Rank, &'h Header)> = None;
    for header in headers {
        let Some(common) = tree.common(header.node, body) else {
            continue;
        };
        if list.records.iter().take(50).flat_map(|parts| &parts.rows).any(|row| tree.contains(*row, header.node)) {
            continue;
        }
        let depth = tree.ancestors(common).count();
        if header.by_words && !fits_by_words(tree, header, body, width) {
            continue;
        }
        if !header.by_words && owned_by_another(tree, header, body) {
            continue;
        }
        let rank = (depth, !header.by_words, header.columns.len() == width, header.known());
        if best.is_none_or(|(other, _)| rank > other) {
            best = Some((rank, header));
        }
    }
    best.map(|(_, header)| header)
}

fn fits_by_words(tree: &Tree<'_>, header: &Header, body: NodeId, width: usize) -> bool {
    let columns = header.columns.len();
    width == columns
        || width.abs_diff(columns) <= 1 && width >= 3
        || tree.subtree(body).any(|at| tree.children(at).count() == columns)
}

/// Whether the header's own table has rows of its own elsewhere.
fn owned_by_another(tree: &Tree<'_>, header: &Header, body: NodeId) -> bool {
    let table = std::iter::once(header.node).chain(tree.ancestors(header.node)).find(|at| {
        tree.node(*at).tag == "table" || matches!(tree.attr(*at, "role"), Some("table" | "grid" | "treegrid"))
    });
    table.is_some_and(|table| {
        !tree.contains(table, body)
            && tree.subtree(table).any(|at| {
                is_row(tree, at)
                    && !tree.contains(header.node, at)
                    && !tree.contains(at, header.node)
                    && cells(tree, at).len() >= 2
                    && !tree.is_blank(at)
            })
    })
}
