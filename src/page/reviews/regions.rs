//! The parts of a review, each with the column it stands under.

use super::field::Field;
use crate::page::absorb::{Reader, rows_in};
use crate::page::header::{Column, cells, is_row};
use crate::page::list::Parts;
use crate::page::node::NodeId;

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Where.
    pub node: NodeId,
    /// What its column says it holds; `None` where no column or an unknown one stands over it.
    pub field: Option<Field>,
    /// Whether a column stands over it, known or not.
    pub columned: bool,
    /// Whether it was folded out below the record.
    pub extra: bool,
    /// Parts of it that are regions of their own.
    pub without: Vec<NodeId>,
}

impl Region {
    const fn free(node: NodeId, without: Vec<NodeId>) -> Self {
        Self { node, field: None, columned: false, extra: false, without }
    }
}

/// All parts of a record in reading order.
pub fn regions(reader: &Reader<'_, '_>, parts: &Parts) -> Vec<Region> {
    let mut found = Vec::new();
    let first = reader.columns.first().map_or(&[][..], Vec::as_slice);
    if parts.flat {
        under(reader, &mut found, &parts.rows, first, &parts.reaching);
    } else {
        for row in &parts.rows {
            piece(reader, &mut found, *row, &parts.reaching);
        }
    }
    for (column, cell) in &parts.reaching {
        if let Some(column) = first.get(*column) {
            found.push(columned(*cell, Some(column)));
        }
    }
    for (row, pane) in &parts.panes {
        if let Some(columns) = reader.columns.get(*pane) {
            under(reader, &mut found, &cells(reader.tree, *row), columns, &[]);
        }
    }
    found.extend(parts.leads.iter().map(|lead| Region::free(*lead, Vec::new())));
    found.extend(parts.extras.iter().map(|extra| Region { extra: true, ..Region::free(*extra, Vec::new()) }));
    found
}

fn piece(reader: &Reader<'_, '_>, found: &mut Vec<Region>, at: NodeId, reaching: &[(usize, NodeId)]) {
    let rows = rows_in(reader.tree, at);
    if !rows.is_empty() {
        for row in &rows {
            piece(reader, found, *row, &[]);
        }
        found.push(Region::free(at, rows));
        return;
    }
    let has_columns = reader.columns.iter().any(|columns| !columns.is_empty());
    if has_columns && let Some((columns, own)) = reader.fitting(at, reaching.len()) {
        under(reader, found, &own, columns, reaching);
        if !is_row(reader.tree, at) {
            found.push(Region::free(at, own));
        }
        return;
    }
    found.push(Region::free(at, Vec::new()));
}

fn under(
    reader: &Reader<'_, '_>,
    found: &mut Vec<Region>,
    own: &[NodeId],
    columns: &[Column],
    reaching: &[(usize, NodeId)],
) {
    found.extend(reader.under(own, columns, reaching).into_iter().map(|(cell, column)| columned(cell, column)));
}

fn columned(cell: NodeId, column: Option<&Column>) -> Region {
    let label = column.map(|column| column.label.as_str()).filter(|label| !label.is_empty());
    Region {
        node: cell,
        field: label.and_then(Field::of),
        columned: label.is_some(),
        extra: false,
        without: Vec::new(),
    }
}
