//! From an element that was pointed at to the records of its list.

use std::collections::BTreeMap;

use super::list::{has_cells, labels};
use super::names::names;
use super::page::words;
use crate::page::anchor::{above, below, is_row_group, similar};
use crate::page::columns::nearest;
use crate::page::header::{Header, cells, is_cell, is_row};
use crate::page::ids::IdKind;
use crate::page::list::{List, Parts};
use crate::page::node::{NodeId, Tree};
use crate::text::order;

/// Fewest texts of a record that is no row.
const TEXTS: usize = 3;
/// How far up from an element its record is looked for.
const REACH: usize = 24;
/// Most lists that are proposed before anything was pointed at.
const PROPOSED: usize = 12;

/// An element around what was pointed at, with its like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The element itself.
    pub own: NodeId,
    /// The element that holds it and its like.
    pub parent: NodeId,
    /// It and its like, in the page's order.
    pub records: Vec<NodeId>,
    /// Whether it has a header of its own: then it may be a list as well as a record with a table in it.
    pub headed: bool,
}

/// What may be the record that `node` belongs to, from the inside out.
#[must_use]
pub fn levels(tree: &Tree<'_>, node: NodeId, headers: &[Header]) -> Vec<Level> {
    let mut found: Vec<Level> = Vec::new();
    for at in std::iter::once(node).chain(tree.ancestors(node)).take(REACH) {
        let tag = tree.node(at).tag.as_ref();
        if matches!(tag, "body" | "html" | "#frame") {
            break;
        }
        if is_row_group(tree, at)
            || is_cell(tree, at)
            || tag.starts_with('#')
            || (!is_row(tree, at) && tree.texts(at).len() < TEXTS)
        {
            continue;
        }
        let Some(parent) = above(tree, at) else { break };
        let records = alike(tree, parent, at, headers);
        // Cells of one record, of which this one says much, are no records.
        let rich = records.iter().filter(|record| tree.texts(**record).len() >= TEXTS).count();
        if !is_row(tree, at) && rich.saturating_mul(2) <= records.len() {
            continue;
        }
        // A wrapper around one record is no level of its own.
        if found.last().is_some_and(|last| {
            last.records.len() == 1 && records.len() == 1 && tree.texts(last.own).len() == tree.texts(at).len()
        }) {
            continue;
        }
        let headed = headers.iter().any(|header| tree.contains(at, header.node));
        found.push(Level { own: at, parent, records, headed });
    }
    found
}

/// The level that most likely is the record: the one with the most of its like; of equals the outer one, but for whole lists.
#[must_use]
pub fn likely(levels: &[Level]) -> Option<usize> {
    let rank = |(at, level): &(usize, &Level)| (level.records.len(), !level.headed, *at);
    levels.iter().enumerate().max_by_key(rank).map(|(at, _)| at).and_then(|at| {
        // Where nothing is repeated: the innermost row, else the innermost.
        if levels.get(at)?.records.len() > 1 { Some(at) } else { Some(0) }
    })
}

/// Whether two elements look like records of the same list: like pieces of one, or alike but for names that a build has made.
fn like(tree: &Tree<'_>, one: NodeId, other: NodeId) -> bool {
    let kept = |id: NodeId| names(tree, id).collect::<Vec<_>>();
    let same = || {
        let (first, second) = (kept(one), kept(other));
        first == second && (!first.is_empty() || tree.children(one).count() == tree.children(other).count())
    };
    tree.node(one).tag == tree.node(other).tag
        && tree.attr(one, "role") == tree.attr(other, "role")
        && (similar(tree, one, other) || same())
}

/// An element's like among its siblings, header rows left out.
fn alike(tree: &Tree<'_>, parent: NodeId, own: NodeId, headers: &[Header]) -> Vec<NodeId> {
    let row = is_row(tree, own).then(|| labels(tree, own).len());
    let fits = |child: &NodeId| {
        like(tree, *child, own)
            && !tree.is_blank(*child)
            && row.is_none_or(|width| labels(tree, *child).len() == width)
            && !is_header(tree, *child, headers)
    };
    let mut records: Vec<NodeId> = below(tree, parent).into_iter().filter(fits).collect();
    if records.len() >= 3 && records.first().is_some_and(|first| heads_the_others(tree, *first, &records)) {
        records.remove(0);
    }
    if records.is_empty() {
        records.push(own);
    }
    records
}

/// Whether an element is a header, or lies in one.
#[must_use]
pub fn is_header(tree: &Tree<'_>, id: NodeId, headers: &[Header]) -> bool {
    headers.iter().any(|header| {
        tree.contains(header.node, id)
            || (tree.contains(id, header.node) && tree.texts(header.node).len() == tree.texts(id).len())
    })
}

/// Whether the first of alike rows only has words, where each of the others has a figure.
fn heads_the_others(tree: &Tree<'_>, first: NodeId, all: &[NodeId]) -> bool {
    let figures =
        |id: NodeId| tree.texts(id).iter().any(|text| text.value.bytes().filter(u8::is_ascii_digit).count() >= 3);
    are_labels(&labels(tree, first)) && !figures(first) && all.iter().skip(1).all(|other| figures(*other))
}

/// Whether the texts of a row can be words over columns.
fn are_labels(labels: &[String]) -> bool {
    let shown: Vec<&String> = labels.iter().filter(|label| !label.is_empty()).collect();
    let short = |label: &&String| label.chars().count() <= 16 && label.bytes().filter(u8::is_ascii_digit).count() <= 2;
    shown.len() >= 2 && shown.len().saturating_mul(2) >= labels.len() && shown.iter().all(short)
}

/// The words over the cells of a list's rows; empty where there are none.
#[must_use]
pub fn heads(tree: &Tree<'_>, level: &Level, headers: &[Header]) -> Vec<String> {
    let Some(first) = level.records.first().copied() else { return Vec::new() };
    let width = labels(tree, first).len();
    let records: Vec<Parts> = level.records.iter().map(|row| Parts::of(*row)).collect();
    let list = List { parent: level.parent, records, kind: IdKind::Unknown, header: None };
    let known = nearest(tree, &list, first, width, headers).filter(|header| header.columns.len() == width);
    if let Some(header) = known {
        let own = labels(tree, header.node);
        // The row's own words, where it is one row; a header in two storeys has its columns' words.
        return if own.len() == width {
            own
        } else {
            header.columns.iter().map(|column| words(&column.label)).collect()
        };
    }
    // A row of words before the list, as wide as its rows, that no markup calls a header.
    for up in std::iter::once(level.parent).chain(tree.ancestors(level.parent)).take(4) {
        let before = tree.subtree(up).skip(1).take_while(|id| *id < first);
        let fits = |id: &NodeId| {
            !tree.contains(*id, first) && !tree.is_blank(*id) && tree.texts(*id).len() <= 60 && {
                let labels = labels(tree, *id);
                labels.len() == width && width >= 3 && are_labels(&labels)
            }
        };
        if let Some(id) = before.filter(fits).last() {
            return labels(tree, id);
        }
    }
    Vec::new()
}

/// Whether the records of a level are rows whose cells can be told by their number.
#[must_use]
pub fn in_rows(tree: &Tree<'_>, level: &Level, heads: &[String]) -> bool {
    let widths: Vec<usize> = level.records.iter().map(|row| cells(tree, *row).len()).collect();
    let even = widths.windows(2).all(|pair| pair.first() == pair.last());
    even && widths.first().is_some_and(|width| *width >= 2)
        && (!heads.is_empty() || level.records.iter().all(|row| has_cells(tree, *row)))
}

/// Lists that may be meant, before anything was pointed at: what repeats on the page, the longest and fullest first.
#[must_use]
pub fn proposals(tree: &Tree<'_>, headers: &[Header]) -> Vec<Level> {
    let mut found: Vec<Level> = Vec::new();
    for parent in 0..tree.len() {
        if is_row_group(tree, parent) {
            continue;
        }
        let mut groups: BTreeMap<(String, Option<String>, Vec<String>), Vec<NodeId>> = BTreeMap::new();
        for child in below(tree, parent) {
            let rich = tree.texts(child).len() >= TEXTS || (is_row(tree, child) && tree.texts(child).len() >= 2);
            if rich && !is_header(tree, child, headers) {
                let key = (
                    tree.node(child).tag.to_string(),
                    tree.attr(child, "role").map(str::to_owned),
                    names(tree, child).take(1).map(str::to_owned).collect(),
                );
                groups.entry(key).or_default().push(child);
            }
        }
        for records in groups.into_values().filter(|records| records.len() >= 2) {
            if let Some(own) = records.first().copied() {
                let headed = headers.iter().any(|header| tree.contains(own, header.node));
                found.push(Level { own, parent, records: alike(tree, parent, own, headers), headed });
            }
        }
    }
    let texts =
        |level: &Level| level.records.iter().take(30).map(|record| tree.texts(*record).len().min(20)).sum::<usize>();
    order::by_key(&mut found, |level| order::pair(!(texts(level) as u32), level.own as u32));
    found.truncate(PROPOSED);
    found
}
