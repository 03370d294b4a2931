//! The records of a taught page on the page as it is now.

use std::collections::BTreeMap;

use super::page::{Column, Taught, words};
use super::path::{Look, Path, Step};
use super::value::{Field, find, says};
use crate::page::anchor::{above, below};
use crate::page::header::{all_headings, cells, is_row};
use crate::page::node::{NodeId, Tree};

/// One list that a taught page was found in.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// The element that holds it.
    pub parent: NodeId,
    /// Its records, in the page's order.
    pub records: Vec<NodeId>,
    /// The words over each cell; empty where there are none.
    pub heads: Vec<String>,
    /// How many cells a row has; 0 where a record has none.
    pub width: usize,
    /// Words that were taught and stand over no cell.
    pub missing: Vec<String>,
}

impl Seen {
    /// A cell of a row: under its words where it was taught with some, else at its place in a row as wide as it was.
    #[must_use]
    pub fn cell(&self, tree: &Tree<'_>, record: NodeId, cell: usize, head: Option<&str>) -> Option<NodeId> {
        let own = cells(tree, record);
        let spread: Vec<NodeId> =
            own.iter().flat_map(|cell| std::iter::repeat_n(*cell, tree.span(*cell, "colspan"))).take(200).collect();
        match head {
            Some(head) => {
                let place = self.heads.iter().position(|label| label == head)?;
                spread.get(place).copied().filter(|_| spread.len() == self.heads.len())
            }
            None => spread.get(cell).copied().filter(|_| spread.len() == self.width),
        }
    }
}

/// Every list of the page that is the taught one.
#[must_use]
pub fn lists(tree: &Tree<'_>, page: &Taught) -> Vec<Seen> {
    let Some(look) = Look::parse(&page.record) else { return Vec::new() };
    let under = page.under.as_deref().and_then(Look::parse);
    let mut groups: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
    let mut until = 0;
    for id in 0..tree.len() {
        // What lies in a record is a part of it, however much it looks like one.
        if id < until || !look.fits(tree, id) || tree.is_blank(id) {
            continue;
        }
        let Some(parent) = above(tree, id) else { continue };
        if under.as_ref().is_some_and(|under| !under.fits(tree, parent)) {
            continue;
        }
        if page.width > 0 && width(tree, id) < page.width.min(2) {
            continue;
        }
        groups.entry(parent).or_default().push(id);
        if is_record(tree, page, id) {
            until = tree.node(id).end;
        }
    }
    groups.into_iter().filter_map(|(parent, rows)| seen(tree, page, parent, &rows)).collect()
}

/// Whether an element can be a record: as wide as one, or for records without cells with the places that every record had.
fn is_record(tree: &Tree<'_>, page: &Taught, id: NodeId) -> bool {
    if page.width > 0 {
        return width(tree, id) == page.width;
    }
    let alone = Seen::default();
    let has = |column: &Column| Field::of(column).is_some_and(|field| find(tree, &alone, id, &field).is_some());
    let always: Vec<&Column> = page.columns.iter().filter(|column| column.always).collect();
    if always.is_empty() {
        return page.columns.iter().any(has);
    }
    always.iter().filter(|column| has(column)).count().saturating_mul(3) >= always.len().saturating_mul(2)
}

fn width(tree: &Tree<'_>, row: NodeId) -> usize {
    cells(tree, row).iter().map(|cell| tree.span(*cell, "colspan")).sum()
}

fn seen(tree: &Tree<'_>, page: &Taught, parent: NodeId, rows: &[NodeId]) -> Option<Seen> {
    let wanted: Vec<&str> = page.columns.iter().filter_map(|column| column.head.as_deref()).collect();
    let header = if wanted.is_empty() { None } else { header(tree, parent, rows, &wanted) };
    if !wanted.is_empty() && header.is_none() {
        return None;
    }
    let (over, heads) = header.unwrap_or_default();
    let width = if page.width > 0 && !heads.is_empty() { heads.len() } else { page.width };
    let missing: Vec<String> =
        wanted.iter().filter(|head| !heads.iter().any(|label| label == *head)).map(|head| (*head).to_owned()).collect();
    let mut seen = Seen { parent, records: Vec::new(), heads, width, missing };
    let fits = |row: &NodeId| {
        if over == Some(*row) || over.is_some_and(|over| tree.contains(over, *row) || tree.contains(*row, over)) {
            return false;
        }
        if width > 0 {
            return self::width(tree, *row) == width && !says_heads(tree, *row, page) && !all_headings(tree, *row);
        }
        is_record(tree, page, *row)
    };
    seen.records = rows.iter().copied().filter(fits).collect();
    (!seen.records.is_empty()).then_some(seen)
}

/// Whether a row repeats the words over the columns.
fn says_heads(tree: &Tree<'_>, row: NodeId, page: &Taught) -> bool {
    let texts: Vec<String> = tree.texts(row).iter().take(80).map(|text| words(&text.value)).collect();
    let heads: Vec<&str> = page.columns.iter().filter_map(|column| column.head.as_deref()).collect();
    let said = heads.iter().filter(|head| texts.iter().any(|text| text == *head)).count();
    !heads.is_empty() && said.saturating_mul(2) > heads.len()
}

/// The element whose cells are the words over these rows: nearest to them, before them, with at least half of the words that were taught.
fn header(tree: &Tree<'_>, parent: NodeId, rows: &[NodeId], wanted: &[&str]) -> Option<(Option<NodeId>, Vec<String>)> {
    let body = |row: &NodeId| !says_any(tree, *row, wanted) && !all_headings(tree, *row);
    let first = rows.iter().copied().find(body).or_else(|| rows.first().copied())?;
    let wide = rows.iter().map(|row| width(tree, *row)).max().unwrap_or_default();
    let mut best: Option<((usize, usize), NodeId, Vec<String>)> = None;
    for up in std::iter::once(parent).chain(tree.ancestors(parent)).take(7) {
        for id in tree.subtree(up).take_while(|id| *id < first) {
            if tree.contains(id, first) || tree.is_blank(id) || tree.texts(id).len() > 80 {
                continue;
            }
            let labels = labels(tree, id);
            if labels.len() < 2 || labels.len() != wide {
                continue;
            }
            let there = wanted.iter().filter(|head| labels.iter().any(|label| label == *head)).count();
            if there.saturating_mul(2) < wanted.len() || there == 0 {
                continue;
            }
            let depth = tree.common(id, first).map_or(0, |common| tree.ancestors(common).count());
            if best.as_ref().is_none_or(|(rank, ..)| (depth, there) > *rank) {
                best = Some(((depth, there), id, labels));
            }
        }
        if best.is_some() {
            break;
        }
    }
    // A header that stands nearer is this list's own, and its words are others: then the list is another one.
    let nearer = |(_, id, _): &(_, NodeId, _)| {
        (tree.node(*id).end..first)
            .any(|at| is_row(tree, at) && !tree.is_blank(at) && !tree.contains(at, first) && all_headings(tree, at))
    };
    best.filter(|best| !nearer(best)).map(|(_, id, labels)| (Some(id), labels))
}

fn says_any(tree: &Tree<'_>, row: NodeId, wanted: &[&str]) -> bool {
    tree.texts(row).iter().take(80).any(|text| wanted.iter().any(|head| words(&text.value) == *head))
}

/// The words of a row's cells, each as often as it has columns.
#[must_use]
pub fn labels(tree: &Tree<'_>, row: NodeId) -> Vec<String> {
    let own = cells(tree, row);
    let label = |cell: &NodeId| words(&tree.text(*cell));
    own.iter().flat_map(|cell| std::iter::repeat_n(label(cell), tree.span(*cell, "colspan"))).take(200).collect()
}

/// How a list's records look together: the names that nearly all of them bear.
#[must_use]
pub fn look_of(tree: &Tree<'_>, records: &[NodeId]) -> Option<Look> {
    let first = records.first().copied()?;
    let bearing = |name: &str| records.iter().filter(|record| super::names::bears(tree, **record, name)).count();
    Some(Look::of(tree, first, |name| bearing(name) == records.len()))
}

/// How many of the records a field stands in, and in how many it says something.
#[must_use]
pub fn coverage(tree: &Tree<'_>, seen: &Seen, column: &Column) -> (usize, usize) {
    let Some(field) = Field::of(column) else { return (0, 0) };
    let found: Vec<_> = seen.records.iter().filter_map(|record| find(tree, seen, *record, &field)).collect();
    (found.len(), found.iter().filter(|found| says(&found.text)).count())
}

/// Whether an element is a row with cells, by its markup.
#[must_use]
pub fn has_cells(tree: &Tree<'_>, id: NodeId) -> bool {
    is_row(tree, id) || cells(tree, id).iter().filter(|cell| crate::page::header::is_cell(tree, **cell)).count() >= 2
}

/// The siblings among which a list's header may stand.
#[must_use]
pub fn around(tree: &Tree<'_>, parent: NodeId) -> Vec<NodeId> {
    below(tree, parent)
}

/// A path to one cell.
#[must_use]
pub fn cell_path(cell: usize, rest: &Path) -> Path {
    let mut steps = vec![Step::Cell(cell)];
    steps.extend(rest.0.iter().cloned());
    Path(steps)
}
