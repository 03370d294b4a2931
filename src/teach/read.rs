//! Taught pages and a structure to records.

use super::kind::{Kind, Name};
use super::list::{Seen, lists};
use super::page::Taught;
use super::place::is_at;
use super::value::{Field, Found, find, says, take};
use crate::pack::Platform;
use crate::page::node::{NodeId, Tree};
use crate::page::read::{Reading, add_scores, read_lists};
use crate::page::record::{Clock, Record};
use crate::page::reviews::{Review, Told, told};
use crate::page::snapshot::Address;
use crate::page::state::{State, state};

/// What one list says.
#[derive(Debug, Clone, Default)]
pub struct ListRead {
    /// The element that holds it.
    pub parent: NodeId,
    /// Its records, where they are refunds.
    pub records: Vec<Record>,
    /// Its records, where they are reviews.
    pub reviews: Vec<Review>,
    /// For each column, in how many records something stands, and in how many of these it is a value of its kind.
    pub said: Vec<(usize, usize)>,
    /// Words over columns that are gone.
    pub missing: Vec<String>,
}

impl ListRead {
    /// The elements of its records.
    pub fn pieces(&self) -> impl Iterator<Item = NodeId> + '_ {
        let refunds = self.records.iter().flat_map(|record| record.pieces.iter().copied());
        refunds.chain(self.reviews.iter().flat_map(|review| review.pieces.iter().copied()))
    }

    /// How many records it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.records.len().saturating_add(self.reviews.len())
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Reads a page: as the packs know it, and over that what was taught of it. `place` is that of the address.
#[must_use]
pub fn read(tree: &Tree<'_>, address: &Address, taught: &[Taught], clock: Clock) -> Reading {
    let path = format!("{}?{}", address.path, address.query);
    let mut reading = read_lists(tree, &address.host, &path, clock);
    let place = super::place::place(&address.path, &address.query, &address.hash);
    let here: Vec<&Taught> =
        taught.iter().filter(|page| page.host == address.host && is_at(&page.place, &place)).collect();
    let mut found: Vec<(&Taught, ListRead)> = Vec::new();
    let mut lost = Vec::new();
    for page in &here {
        let sound: Vec<ListRead> =
            lists(tree, page).iter().map(|seen| read_list(tree, page, seen, clock)).filter(is_sound).collect();
        if sound.is_empty() {
            lost.push(page.title.clone());
        }
        found.extend(sound.into_iter().map(|list| (*page, list)));
    }
    super::over::lay_over(tree, &mut reading, found);
    // A list that is empty today, or on its way, is not one that has changed.
    let waits = matches!(reading.state, Some(State::Empty | State::Loading | State::LoggedOut));
    let bare = !here.is_empty() && reading.platform.is_none();
    let told = bare.then(|| state(tree)).filter(|state| *state != State::NoList);
    if let Some(told) = told {
        reading.state = Some(told);
        reading.platform = Some(Platform::Unknown);
    }
    if !waits && told.is_none() {
        reading.lost = lost;
    }
    if reading.platform != Some(Platform::Unknown) {
        add_scores(tree, &mut reading);
    }
    reading
}

/// Reads the records of one list.
#[must_use]
pub fn read_list(tree: &Tree<'_>, page: &Taught, seen: &Seen, clock: Clock) -> ListRead {
    let mut list = ListRead {
        parent: seen.parent,
        missing: seen.missing.clone(),
        said: vec![(0, 0); page.columns.len()],
        ..ListRead::default()
    };
    let fields: Vec<_> = page.columns.iter().map(Field::of).collect();
    for row in &seen.records {
        let found: Vec<Option<Found>> =
            fields.iter().map(|field| field.as_ref().and_then(|field| find(tree, seen, *row, field))).collect();
        let spoke = match page.page {
            Kind::Refunds => refund(page, *row, &found, clock, &mut list),
            Kind::Reviews => review(tree, page, *row, &found, clock, &mut list),
        };
        for (at, told) in spoke.iter().enumerate() {
            if let (Some((there, read)), Some(said)) = (told, list.said.get_mut(at)) {
                said.0 = said.0.saturating_add(usize::from(*there));
                said.1 = said.1.saturating_add(usize::from(*there && *read));
            }
        }
    }
    list
}

/// What a column that nobody has named says, or one that is named as what such records do not have.
fn unnamed(found: &Found) -> Option<(bool, bool)> {
    says(&found.text).then_some((true, true))
}

/// Reads one refund; for each column whether something stands there and is a value of its kind.
fn refund(
    page: &Taught,
    row: NodeId,
    found: &[Option<Found>],
    clock: Clock,
    list: &mut ListRead,
) -> Vec<Option<(bool, bool)>> {
    let mut record = Record { pieces: vec![row], ..Record::default() };
    let mut spoke = false;
    let columns = page.columns.iter().zip(found).map(|(column, found)| {
        let found = found.as_ref().filter(|found| says(&found.text))?;
        let Some(meaning) = column.meaning.and_then(Name::meaning) else { return unnamed(found) };
        spoke = true;
        Some((true, take(&mut record, meaning, found, clock)))
    });
    let columns = columns.collect();
    if spoke {
        list.records.push(record);
    }
    columns
}

/// The same of one review.
fn review(
    tree: &Tree<'_>,
    page: &Taught,
    row: NodeId,
    found: &[Option<Found>],
    clock: Clock,
    list: &mut ListRead,
) -> Vec<Option<(bool, bool)>> {
    let of = |at: usize| page.columns.get(at).and_then(|column| Some((column, column.meaning?.field()?)));
    let mut places = Vec::new();
    let mut fields = Vec::new();
    for (at, found) in found.iter().enumerate() {
        if let (Some((column, field)), Some(found)) = (of(at), found) {
            places.push(at);
            let whole = column.lead.is_none() && column.line.is_none();
            fields.push(Told { field, node: found.node, text: found.text.clone(), whole });
        }
    }
    let (review, read) = told(tree, row, &fields, clock);
    let mut columns: Vec<Option<(bool, bool)>> = found.iter().map(|found| found.as_ref().and_then(unnamed)).collect();
    for (place, read) in places.iter().zip(&read) {
        if let Some(column) = columns.get_mut(*place) {
            *column = Some(*read);
        }
    }
    if read.iter().any(|(there, _)| *there) {
        list.reviews.push(review);
    }
    columns
}

/// Whether a list still is what was taught: numbers, amounts and times are some, wherever most of a column speaks.
fn is_sound(list: &ListRead) -> bool {
    let kept = list.said.iter().all(|(there, read)| read.saturating_mul(2) >= *there);
    kept && !list.is_empty()
}
