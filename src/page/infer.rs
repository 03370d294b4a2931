//! Columns told by what stands in them: for lists without header words, and where header and cells do not go together by number.

use std::collections::BTreeSet;

use super::header::{Column, cells, column_key};
use super::label::Meaning;
use super::list::Parts;
use super::node::{NodeId, Tree};
use super::times::first_time;
use super::values::{is_placeholder, is_service, is_shipping, is_status, sounds_like_a_reason};
use crate::text::moment::SHANGHAI;
use crate::text::number::figures;

/// Rows looked at.
const SAMPLE: usize = 12;

/// Fewest and most cells of a record whose cells are told by their contents.
const WIDTH: std::ops::RangeInclusive<usize> = 3..=24;

/// Longest text that is taken for a reason without a header that says so, in characters.
const REASON: usize = 22;

/// Moves a header over the cells where their numbers differ and one place fits better than every other.
pub fn align(tree: &Tree<'_>, records: &[Parts], columns: &mut Vec<Column>) {
    let rows: Vec<Vec<NodeId>> = records
        .iter()
        .filter(|parts| parts.reaching.is_empty() && !parts.flat)
        .take(SAMPLE)
        .filter_map(|parts| parts.rows.iter().map(|row| spread(tree, *row)).max_by_key(Vec::len))
        .collect();
    let width = rows.first().map_or(0, Vec::len);
    let keyed = |cell: &NodeId| column_key(tree, *cell).is_some() || tree.attr(*cell, "data-next-table-col").is_some();
    let same = rows.iter().all(|row| row.len() == width && !row.iter().any(keyed));
    let off = width.abs_diff(columns.len());
    if !same || width < 3 || columns.len() < 3 || !(1..=4).contains(&off) {
        return;
    }
    let fit = |shift: usize| -> i32 {
        let fits = |row: &Vec<NodeId>| -> i32 {
            let (cells, over) = if width > columns.len() {
                (row.get(shift..).unwrap_or_default(), columns.as_slice())
            } else {
                (row.as_slice(), columns.get(shift..).unwrap_or_default())
            };
            cells.iter().zip(over).map(|(cell, column)| fits(tree, *cell, column)).sum()
        };
        rows.iter().map(fits).sum()
    };
    let scores: Vec<i32> = (0..=off).map(fit).collect();
    let Some(best) = scores.iter().max().copied() else {
        return;
    };
    let mut places = scores.iter().enumerate().filter(|(_, score)| **score == best);
    let (Some((shift, _)), None) = (places.next(), places.next()) else {
        return;
    };
    let blank = |count: usize| std::iter::repeat_n(Column::blank(), count);
    let moved: Vec<Column> = if width > columns.len() {
        blank(shift).chain(columns.drain(..)).chain(blank(off.saturating_sub(shift))).collect()
    } else {
        columns.drain(..).skip(shift).take(width).collect()
    };
    *columns = moved;
}

/// The cells of a row, one as often as it has columns.
fn spread(tree: &Tree<'_>, row: NodeId) -> Vec<NodeId> {
    let own = cells(tree, row);
    own.into_iter().flat_map(|cell| std::iter::repeat_n(cell, tree.span(cell, "colspan"))).take(100).collect()
}

/// How well a cell goes with what its column should hold.
fn fits(tree: &Tree<'_>, cell: NodeId, column: &Column) -> i32 {
    let texts = tree.texts(cell);
    let Some(meaning) = column.meanings.first() else {
        return 0;
    };
    if texts.is_empty() {
        return 0;
    }
    let any = |test: &dyn Fn(&str) -> bool| texts.iter().take(6).any(|text| test(text.value.trim()));
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let holds = match meaning {
        Meaning::OrderId | Meaning::RefundId => any(&|text| digits(text) >= 6 && first_time(text, SHANGHAI).is_none()),
        Meaning::PaidAmount | Meaning::RefundAmount | Meaning::Amount | Meaning::Amounts => {
            any(&|text| digits(text) <= 9 && !figures(text).is_empty())
        }
        Meaning::AppliedAt | Meaning::PaidAt | Meaning::SignedAt | Meaning::ShippedAt => {
            any(&|text| first_time(text, SHANGHAI).is_some())
        }
        Meaning::Service => any(&is_service),
        Meaning::Reason => any(&sounds_like_a_reason),
        Meaning::Status => any(&is_status),
        Meaning::Shipping => any(&is_shipping),
        _ => return 0,
    };
    if holds { 2 } else { -1 }
}

/// The columns of records without header words, where reason or service stand in the same cell of most of them.
/// `numbered` says that after-sales numbers mark them; without, only a service makes a promise (7天无理由) a reason.
#[must_use]
pub fn infer(tree: &Tree<'_>, records: &[Parts], numbered: bool) -> Vec<Column> {
    let pieces: Vec<NodeId> = records
        .iter()
        .filter(|parts| !parts.flat)
        .take(SAMPLE)
        .filter_map(|parts| parts.rows.last().copied())
        .collect();
    let Some(first) = pieces.first() else { return Vec::new() };
    let mut widths: BTreeSet<usize> = BTreeSet::new();
    widths.insert(cells(tree, *first).len());
    widths.extend(tree.subtree(*first).take(80).map(|at| tree.children(at).count()));
    let mut best: (usize, Vec<Column>) = (0, Vec::new());
    for width in widths.into_iter().filter(|width| WIDTH.contains(width)) {
        let rows: Vec<Vec<NodeId>> = pieces.iter().filter_map(|piece| parted(tree, *piece, width)).collect();
        if rows.len().saturating_mul(4) < pieces.len().saturating_mul(3) {
            continue;
        }
        let columns: Vec<Column> = (0..width).map(|at| told(tree, &rows, at)).collect();
        let has = |meaning: Meaning| columns.iter().filter(|column| column.meanings.contains(&meaning)).count();
        let told = columns.iter().position(|column| column.meanings == [Meaning::Reason]);
        let differ = told.is_some_and(|at| differ(tree, &rows, at));
        if !differ || (!numbered && has(Meaning::Service) == 0) {
            continue;
        }
        let known = columns.iter().filter(|column| !column.meanings.is_empty()).count();
        if has(Meaning::Reason) == 1 && has(Meaning::Service) <= 1 && known > best.0 {
            best = (known, columns);
        }
    }
    best.1
}

/// Whether not every row says the same: what the shop promises stands on all of them.
fn differ(tree: &Tree<'_>, rows: &[Vec<NodeId>], at: usize) -> bool {
    let said: BTreeSet<String> = rows.iter().filter_map(|row| row.get(at)).map(|cell| tree.text(*cell)).collect();
    said.len() > 1 || rows.len() < 3
}

/// Whether the columns that are only supposed hold what they should.
#[must_use]
pub fn agrees(tree: &Tree<'_>, records: &[Parts], columns: &[Column]) -> bool {
    let rows: Vec<Vec<NodeId>> = records
        .iter()
        .take(SAMPLE)
        .filter_map(|parts| parts.rows.last().and_then(|piece| parted(tree, *piece, columns.len())))
        .collect();
    let each = |row: &Vec<NodeId>| -> i32 {
        let telling = |column: &&Column| matches!(column.meanings.as_slice(), [Meaning::Reason | Meaning::Service]);
        let over = row.iter().zip(columns).filter(|(_, column)| telling(column));
        over.map(|(cell, column)| fits(tree, *cell, column)).sum()
    };
    !rows.is_empty() && rows.iter().map(each).sum::<i32>() > 0
}

/// The parts of a record that has so many of them.
fn parted(tree: &Tree<'_>, piece: NodeId, width: usize) -> Option<Vec<NodeId>> {
    let own = cells(tree, piece);
    if own.len() == width {
        return Some(own);
    }
    tree.subtree(piece).take(200).find_map(|at| {
        let fits = tree.children(at).take(width.saturating_add(1)).count() == width && !tree.has_own_text(at);
        fits.then(|| tree.children(at).collect())
    })
}

/// What most rows have in one place.
fn told(tree: &Tree<'_>, rows: &[Vec<NodeId>], at: usize) -> Column {
    let first = |row: &Vec<NodeId>| {
        let cell = row.get(at)?;
        tree.texts(*cell).iter().map(|text| text.value.trim()).find(|text| !is_placeholder(text))
    };
    let said: Vec<&str> = rows.iter().filter_map(first).collect();
    let most = |test: &dyn Fn(&str) -> bool| {
        let count = said.iter().filter(|text| test(text)).count();
        count >= 1 && count.saturating_mul(3) >= said.len().saturating_mul(2)
    };
    let reason = |text: &str| {
        text.chars().count() <= REASON
            && sounds_like_a_reason(text)
            && !is_service(text)
            && !is_status(text)
            && !is_shipping(text)
            && !text.contains([':', '：'])
    };
    let money = |text: &str| figures(text).iter().any(|figure| figure.money) && text.chars().count() <= 16;
    let bare = |text: &str| money(text) && text.starts_with(['¥', '￥', '$']);
    let meaning = if most(&is_service) {
        Meaning::Service
    } else if most(&is_status) {
        Meaning::Status
    } else if most(&is_shipping) {
        Meaning::Shipping
    } else if most(&reason) {
        Meaning::Reason
    } else if most(&bare) {
        Meaning::Amount
    } else {
        return Column::blank();
    };
    Column { meanings: vec![meaning], ..Column::blank() }
}
