//! Taught pages and a structure to records.

use super::list::{Seen, lists};
use super::page::Taught;
use super::place::is_at;
use super::value::{Field, find, says, take};
use crate::pack::Platform;
use crate::page::label::Meaning;
use crate::page::node::{NodeId, Tree};
use crate::page::pack::of_host;
use crate::page::read::{PageKind, Reading, add_scores, keyed, read_page};
use crate::page::record::{Clock, Record};
use crate::page::snapshot::Address;
use crate::page::state::{State, state};
use crate::page::totals::total;
use crate::text::order;

/// What one list says.
#[derive(Debug, Clone, Default)]
pub struct ListRead {
    /// The element that holds it.
    pub parent: NodeId,
    /// Its records.
    pub records: Vec<Record>,
    /// For each column, in how many records something stands, and in how many of these it is a value of its kind.
    pub said: Vec<(usize, usize)>,
    /// Words over columns that are gone.
    pub missing: Vec<String>,
}

/// Reads a page: what was taught of it first, else as the packs know it. `place` is that of the address.
#[must_use]
pub fn read(tree: &Tree<'_>, address: &Address, taught: &[Taught], clock: Clock) -> Reading {
    let known = || read_page(tree, &address.host, &format!("{}?{}", address.path, address.query), clock);
    let place = super::place::place(&address.path, &address.query, &address.hash);
    let here: Vec<&Taught> =
        taught.iter().filter(|page| page.host == address.host && is_at(&page.place, &place)).collect();
    if here.is_empty() {
        return known();
    }
    let mut found: Vec<(&Taught, ListRead)> = Vec::new();
    let mut lost = Vec::new();
    for page in here {
        let sound: Vec<ListRead> =
            lists(tree, page).iter().map(|seen| read_list(tree, page, seen, clock)).filter(is_sound).collect();
        if sound.is_empty() {
            lost.push(page.title.clone());
        }
        found.extend(sound.into_iter().map(|list| (page, list)));
    }
    let mut reading = if found.is_empty() { known() } else { of_lists(tree, &address.host, found) };
    // A list that is empty today, or on its way, is not one that has changed.
    let waits = matches!(reading.state, Some(State::Empty | State::Loading | State::LoggedOut));
    let bare = reading.platform.is_none() && reading.records.is_empty();
    let told = bare.then(|| state(tree)).filter(|state| *state != State::NoList);
    if let Some(told) = told {
        reading.state = Some(told);
        reading.platform = Some(Platform::Unknown);
    }
    if !waits && told.is_none() {
        reading.lost = lost;
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
    let fields: Vec<_> = page.columns.iter().map(|column| (Field::of(column), column.meaning)).collect();
    for row in &seen.records {
        let mut record = Record { pieces: vec![*row], ..Record::default() };
        let mut spoke = false;
        for ((field, meaning), said) in fields.iter().zip(&mut list.said) {
            let found = field.as_ref().and_then(|field| find(tree, seen, *row, field));
            let Some(found) = found.filter(|found| says(&found.text)) else { continue };
            let Some(meaning) = *meaning else {
                said.0 = said.0.saturating_add(1);
                said.1 = said.1.saturating_add(1);
                continue;
            };
            spoke = true;
            said.0 = said.0.saturating_add(1);
            if take(&mut record, meaning, &found, clock) {
                said.1 = said.1.saturating_add(1);
            }
        }
        if spoke {
            list.records.push(record);
        }
    }
    list
}

/// Whether a list still is what was taught: numbers, amounts and times are some, wherever most of a column speaks.
fn is_sound(list: &ListRead) -> bool {
    let kept = list.said.iter().all(|(there, read)| read.saturating_mul(2) >= *there);
    kept && !list.records.is_empty()
}

/// Several lists make one reading; of two that show the same elements the one that reads more counts.
fn of_lists(tree: &Tree<'_>, host: &str, mut found: Vec<(&Taught, ListRead)>) -> Reading {
    let weight = |list: &ListRead| list.said.iter().map(|(_, read)| *read).sum::<usize>();
    found.sort_by_key(|(page, list)| (std::cmp::Reverse(weight(list)), page.id()));
    let mut taken: Vec<ListRead> = Vec::new();
    for (_, list) in found {
        let pieces = |list: &ListRead| list.records.iter().flat_map(|record| record.pieces.clone()).collect::<Vec<_>>();
        let own = pieces(&list);
        let shared = |other: &ListRead| {
            pieces(other).iter().any(|one| own.iter().any(|two| tree.contains(*one, *two) || tree.contains(*two, *one)))
        };
        if !taken.iter().any(shared) {
            taken.push(list);
        }
    }
    order::by_key(&mut taken, |list| list.parent as u64);
    let platform = of_host(host).map_or(Platform::Unknown, |page| page.platform);
    let mut reading = Reading { kind: PageKind::Refunds, platform: Some(platform), ..Reading::default() };
    let count = taken.iter().map(|list| list.records.len()).sum();
    if let Some(first) = taken.first() {
        let pieces: Vec<NodeId> =
            first.records.iter().flat_map(|record| record.pieces.iter().copied()).take(400).collect();
        reading.total = total(tree, first.parent, &pieces, count);
    }
    for list in taken {
        for head in list.missing {
            if !reading.missing.contains(&head) {
                reading.missing.push(head);
            }
        }
        reading.records.extend(list.records);
    }
    keyed(&mut reading.records, platform);
    if platform != Platform::Unknown {
        add_scores(tree, &mut reading);
    }
    reading
}

/// Whether a value of this meaning is a figure, a time or a number, so that what stands there can be told to be none.
#[must_use]
pub const fn can_be_checked(meaning: Meaning) -> bool {
    !matches!(
        meaning,
        Meaning::Reason
            | Meaning::Note
            | Meaning::Chat
            | Meaning::Status
            | Meaning::Shipping
            | Meaning::Goods
            | Meaning::Category
    )
}
