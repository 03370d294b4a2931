//! One piece of a list that holds several records: rows below a head, after-sales of one order.

use std::collections::BTreeSet;

use super::absorb::Reader;
use super::anchor::similar;
use super::header::{is_cell, is_row};
use super::ids::{IdKind, IdToken};
use super::label::Labels;
use super::list::Parts;
use super::node::NodeId;
use super::record::Record;

/// Several rows below one head are several after-sales where each has its own number or reason, else goods of one.
#[must_use]
pub fn split(reader: &Reader<'_, '_>, parts: &Parts, labels: &mut Labels) -> Vec<Record> {
    if let [only] = parts.rows.as_slice()
        && !parts.flat
        && !is_row(reader.tree, *only)
        && let Some(several) = inner(reader, parts, *only, labels)
    {
        return several;
    }
    let whole = reader.record(parts, labels);
    let Some((head, rows)) = parts.rows.split_first().filter(|(_, rows)| rows.len() >= 2 && !parts.flat) else {
        return vec![whole];
    };
    let mut alone = |row: NodeId| reader.record(&Parts::of(row), labels);
    let each: Vec<Record> = rows.iter().map(|row| alone(*row)).collect();
    let numbers: BTreeSet<&String> = each.iter().filter_map(|record| record.refund_id.as_ref()).collect();
    let own_reasons = each.iter().filter(|record| record.reason.is_some()).count();
    if numbers.len() >= 2 || (own_reasons >= 2 && alone(*head).refund_id.is_none()) {
        let leads: Vec<NodeId> = std::iter::once(head).chain(&parts.leads).copied().collect();
        rows.iter().map(|row| under(reader, &leads, *row, labels)).collect()
    } else {
        vec![whole]
    }
}

/// The record of one row with the heads over it.
fn under(reader: &Reader<'_, '_>, leads: &[NodeId], row: NodeId, labels: &mut Labels) -> Record {
    let own = Parts { leads: leads.to_vec(), ..Parts::of(row) };
    reader.record(&own, labels)
}

/// The numbers of after-sales inside an element.
pub fn refunds_in<'t>(reader: &Reader<'t, '_>, piece: NodeId) -> impl Iterator<Item = &'t IdToken> {
    let node = reader.tree.node(piece);
    let (start, end) = (node.text_start, node.text_end);
    let from = reader.tokens.partition_point(|token| token.text < start);
    let tokens = reader.tokens.get(from..).unwrap_or_default();
    tokens.iter().take_while(move |token| token.text < end).filter(|token| token.kind == IdKind::Refund)
}

/// The after-sales of one order: like elements side by side in its box, each with a number of its own.
fn inner(reader: &Reader<'_, '_>, parts: &Parts, piece: NodeId, labels: &mut Labels) -> Option<Vec<Record>> {
    let tree = reader.tree;
    let first = refunds_in(reader, piece).next()?;
    let last = refunds_in(reader, piece).last()?;
    if first.value == last.value {
        return None;
    }
    let place = |token: &IdToken| tree.all_texts().get(token.text).map(|text| text.node);
    let over = tree.common(place(first)?, place(last)?)?;
    if is_row(tree, over) || is_cell(tree, over) {
        return None;
    }
    let numbered = |child: NodeId| refunds_in(reader, child).next().is_some();
    let children: Vec<NodeId> = super::anchor::below(tree, over);
    let own: Vec<NodeId> = children.iter().copied().filter(|child| numbered(*child)).collect();
    let like = own.first().is_some_and(|one| own.iter().all(|other| similar(tree, *one, *other)));
    if own.len() < 2 || !like {
        return None;
    }
    // What stands beside the box of the after-sales, or in it before the first, is the order's.
    let mut leads = parts.leads.clone();
    let mut at = over;
    while at != piece {
        let parent = tree.node(at).parent?;
        leads.extend(tree.children(parent).filter(|child| *child != at && !tree.is_blank(*child)));
        at = parent;
    }
    let before = children.iter().copied().take_while(|child| !numbered(*child));
    leads.extend(before.filter(|child| !tree.is_blank(*child)));
    let records: Vec<Record> = own.iter().map(|row| under(reader, &leads, *row, labels)).collect();
    let whole = |record: &Record| record.reason.is_some() || record.service.is_some() || record.refund.is_some();
    records.iter().all(whole).then_some(records)
}
