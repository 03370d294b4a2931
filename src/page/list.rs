//! From the elements that hold a number each to whole records: rows of a pair joined, rows without a number kept, flat cells chunked.

use super::anchor::{Anchors, below, similar};
use super::header::{Column, Header, cells, column_key, is_row};
use super::ids::{IdKind, IdToken};
use super::label::{Labels, meanings};
use super::node::{NodeId, Tree};

/// The pieces of one record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// Rows over it that it shares with its neighbours: the head of an order with several after-sales.
    pub leads: Vec<NodeId>,
    /// Its own rows, or the card; for flat grids its cells.
    pub rows: Vec<NodeId>,
    /// Rows folded out below it.
    pub extras: Vec<NodeId>,
    /// The same row in the other panes of the table (fixed columns), each with the place of its columns.
    pub panes: Vec<(NodeId, usize)>,
    /// Whether `rows` are cells.
    pub flat: bool,
    /// Cells of earlier rows that reach down into this one (`rowspan`): column and cell.
    pub reaching: Vec<(usize, NodeId)>,
}

impl Parts {
    /// A record of one piece.
    #[must_use]
    pub fn of(row: NodeId) -> Self {
        Self { rows: vec![row], ..Self::default() }
    }

    /// All pieces in the page's order.
    #[must_use]
    pub fn pieces(&self) -> Vec<NodeId> {
        let mut all: Vec<NodeId> = self.leads.iter().chain(&self.rows).chain(&self.extras).copied().collect();
        all.extend(self.panes.iter().map(|(row, _)| *row));
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// Records that belong together.
#[derive(Debug, Clone)]
pub struct List {
    /// The element that holds them.
    pub parent: NodeId,
    /// In the page's order.
    pub records: Vec<Parts>,
    /// What kind of number marks them.
    pub kind: IdKind,
    /// The header that lies among the cells, for grids without rows.
    pub header: Option<Header>,
}

/// What a child of the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Numbered,
    Alike,
    Lead,
    Follower,
}

/// Builds the records of the list under `parent`, of which `elements` hold a number each.
#[must_use]
pub fn build(
    tree: &Tree<'_>,
    parent: NodeId,
    elements: &[NodeId],
    anchors: &Anchors,
    tokens: &[IdToken],
    headers: &[Header],
    labels: &mut Labels,
) -> List {
    let is_header = |child: &NodeId| {
        headers.iter().any(|header| {
            header.node != parent && (tree.contains(*child, header.node) || tree.contains(header.node, *child))
        })
    };
    let own = |child: &NodeId| elements.binary_search(child).is_ok() || !is_header(child);
    let children: Vec<NodeId> = below(tree, parent).into_iter().filter(own).collect();
    let mut list = List { parent, records: Vec::new(), kind: anchors.kind, header: None };
    if let Some((records, header)) = flat(tree, parent, elements) {
        list.records = records;
        list.header = header;
        return list;
    }
    let typical = elements.get(elements.len() / 2).copied().unwrap_or(parent);
    let typical_cells = cells(tree, typical).len();
    let typical_texts = tree.texts(typical).len();
    let shown: Vec<NodeId> = children.into_iter().filter(|child| !tree.is_blank(*child)).collect();
    let numbered = |child: &NodeId| elements.binary_search(child).is_ok() || anchors.any_in(tree, *child);
    let mut roles: Vec<Role> = shown
        .iter()
        .map(|child| {
            if numbered(child) {
                Role::Numbered
            } else if alike(tree, *child, typical, typical_cells, typical_texts) {
                Role::Alike
            } else if anchors.kind != IdKind::Order && holds(tree, tokens, *child, IdKind::Order) {
                Role::Lead
            } else {
                Role::Follower
            }
        })
        .collect();
    if alternating(&roles) {
        for role in &mut roles {
            if *role == Role::Alike {
                *role = Role::Follower;
            }
        }
    }
    let followed =
        roles.windows(2).filter(|pair| matches!(pair, [Role::Numbered | Role::Alike, Role::Follower])).count();
    let heads = roles.iter().filter(|role| matches!(role, Role::Numbered | Role::Alike)).count();
    let paired = followed.saturating_mul(2) > heads;
    let mut lead: Option<NodeId> = None;
    let mut reach: Vec<(usize, NodeId, usize)> = Vec::new();
    for (child, role) in shown.iter().zip(&roles) {
        reach.retain(|(_, _, rows)| *rows > 0);
        let reaching: Vec<(usize, NodeId)> = reach.iter().map(|(column, cell, _)| (*column, *cell)).collect();
        match role {
            // A row without a number under cells that reach down from the one above goes on with it.
            Role::Alike | Role::Follower if !reaching.is_empty() => {
                if let Some(last) = list.records.last_mut() {
                    last.rows.push(*child);
                }
            }
            Role::Numbered | Role::Alike => {
                list.records.push(Parts {
                    leads: lead.into_iter().collect(),
                    rows: vec![*child],
                    reaching,
                    ..Parts::default()
                });
            }
            Role::Lead => lead = Some(*child),
            Role::Follower if paired => {
                if let Some(last) = list.records.last_mut() {
                    last.rows.push(*child);
                }
            }
            Role::Follower => {
                if let Some(last) = list.records.last_mut()
                    && folded_out(tree, *child, typical, labels)
                {
                    last.extras.push(*child);
                }
            }
        }
        for (_, _, rows) in &mut reach {
            *rows = rows.saturating_sub(1);
        }
        if is_row(tree, *child) {
            add_reach(tree, *child, &mut reach);
        }
    }
    list
}

/// Notes the cells of a row that reach into the rows below.
fn add_reach(tree: &Tree<'_>, row: NodeId, reach: &mut Vec<(usize, NodeId, usize)>) {
    let taken: Vec<usize> = reach.iter().filter(|(_, _, rows)| *rows > 0).map(|(column, _, _)| *column).collect();
    let mut column = 0_usize;
    for cell in cells(tree, row) {
        while taken.contains(&column) {
            column = column.saturating_add(1);
        }
        let rows = tree.span(cell, "rowspan").saturating_sub(1);
        for _ in 0..tree.span(cell, "colspan") {
            if rows > 0 {
                reach.push((column, cell, rows));
            }
            column = column.saturating_add(1);
        }
    }
}

fn holds(tree: &Tree<'_>, tokens: &[IdToken], id: NodeId, kind: IdKind) -> bool {
    let node = tree.node(id);
    let from = tokens.partition_point(|token| token.text < node.text_start);
    tokens.iter().skip(from).take_while(|token| token.text < node.text_end).any(|token| token.kind == kind)
}

/// A record whose number is missing looks like its neighbours and says about as much.
fn alike(tree: &Tree<'_>, child: NodeId, typical: NodeId, typical_cells: usize, typical_texts: usize) -> bool {
    similar(tree, child, typical)
        && (!is_row(tree, child) || cells(tree, child).len().abs_diff(typical_cells) <= 1)
        && tree.texts(child).len().saturating_mul(5) >= typical_texts.saturating_mul(2)
}

/// Numbered and unnumbered siblings in strict turns are pairs, even where they look the same.
fn alternating(roles: &[Role]) -> bool {
    let numbered = roles.iter().filter(|role| **role == Role::Numbered).count();
    let turns = roles.windows(2).filter(|pair| matches!(pair, [Role::Numbered, Role::Alike])).count();
    let others = roles.iter().filter(|role| **role == Role::Alike).count();
    numbered >= 2 && turns.saturating_mul(5) >= numbered.saturating_mul(4) && others == turns
}

/// Whether an odd row below a record was folded out of it: a row of one wide cell that labels what it says.
fn folded_out(tree: &Tree<'_>, child: NodeId, typical: NodeId, labels: &mut Labels) -> bool {
    if tree.node(child).tag != tree.node(typical).tag {
        return false;
    }
    tree.class_any(child, |name| name.contains("expand"))
        || tree.texts(child).iter().take(40).any(|text| {
            let label = text.value.split([':', '：']).next().unwrap_or_default();
            label.len() < text.value.len() && labels.meaning(label).is_some()
        })
}

/// Cells without rows (CSS grids): numbers stand in every n-th child.
fn flat(tree: &Tree<'_>, parent: NodeId, elements: &[NodeId]) -> Option<(Vec<Parts>, Option<Header>)> {
    let first = *elements.first()?;
    if is_row(tree, first) || tree.attr(first, "role") == Some("row") || elements.len() < 2 {
        return None;
    }
    let children: Vec<NodeId> = tree.children(parent).collect();
    let places: Vec<usize> = elements.iter().filter_map(|element| children.binary_search(element).ok()).collect();
    let mut steps: Vec<usize> = places.windows(2).filter_map(|pair| pair.last()?.checked_sub(*pair.first()?)).collect();
    steps.sort_unstable();
    let step = *steps.get(steps.len() / 2)?;
    let regular = steps.iter().filter(|found| found.checked_rem(step) == Some(0)).count();
    if step < 4 || regular.saturating_mul(5) < steps.len().saturating_mul(4) {
        return None;
    }
    let head = children.get(..step)?;
    let header = header_of(tree, parent, head).filter(|_| places.first().is_some_and(|place| *place >= step));
    let start = if header.is_some() { step } else { 0 };
    let chunks = children.get(start..)?.chunks(step);
    let records = chunks
        .filter(|chunk| chunk.len() == step && chunk.iter().any(|cell| !tree.is_blank(*cell)))
        .map(|chunk| Parts { rows: chunk.to_vec(), flat: true, ..Parts::default() })
        .collect();
    Some((records, header))
}

/// The first cells of a grid as its header, where they are labels.
fn header_of(tree: &Tree<'_>, parent: NodeId, cells: &[NodeId]) -> Option<Header> {
    let columns: Vec<Column> = cells
        .iter()
        .map(|cell| {
            let label = tree.texts(*cell).first().map(|text| text.value.trim().to_owned()).unwrap_or_default();
            Column { meanings: meanings(&label), label, key: column_key(tree, *cell) }
        })
        .collect();
    let header = Header { node: parent, columns, by_words: false };
    (header.known() >= 2).then_some(header)
}
