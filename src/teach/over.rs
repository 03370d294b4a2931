//! What was taught, laid over what the packs read: it goes before them where it reads the same elements, and takes nothing else away.

use std::collections::BTreeSet;

use super::kind::Kind;
use super::page::Taught;
use super::read::ListRead;
use crate::pack::Platform;
use crate::page::node::{NodeId, Tree};
use crate::page::read::{PageKind, Reading, keyed, reviews_keyed};
use crate::page::totals::total;
use crate::text::order;

/// Lays lists over a reading; of two that show the same elements the one that reads more counts.
pub fn lay_over(tree: &Tree<'_>, reading: &mut Reading, mut found: Vec<(&Taught, ListRead)>) {
    let weight = |list: &ListRead| list.said.iter().map(|(_, read)| *read).sum::<usize>();
    found.sort_by_key(|(page, list)| (std::cmp::Reverse(weight(list)), page.id()));
    let mut shown = Shown::default();
    let mut taken: Vec<(Kind, ListRead)> = Vec::new();
    for (page, list) in found {
        if list.pieces().all(|piece| !shown.touches(tree, piece)) {
            shown.add(list.pieces());
            taken.push((page.page, list));
        }
    }
    order::by_key(&mut taken, |(_, list)| list.parent as u64);
    let Some((kind, first)) = taken.first() else { return };
    let free = |pieces: &[NodeId]| pieces.iter().all(|piece| !shown.touches(tree, *piece));
    reading.records.retain(|record| free(&record.pieces));
    reading.reviews.retain(|review| free(&review.pieces));
    let platform = reading.platform.unwrap_or(Platform::Unknown);
    reading.platform = Some(platform);
    // A changed record is read with the whole page.
    (reading.state, reading.memory) = (None, None);
    if reading.records.is_empty() && reading.reviews.is_empty() {
        reading.kind = match kind {
            Kind::Refunds => PageKind::Refunds,
            Kind::Reviews => PageKind::Reviews,
        };
        reading.unknown_columns.clear();
        let pieces: Vec<NodeId> = first.pieces().take(400).collect();
        let count = taken.iter().map(|(_, list)| list.len()).sum();
        reading.total = total(tree, first.parent, &pieces, count);
    } else {
        // The page's figure is that of one of its lists.
        reading.total = None;
    }
    for (_, list) in taken {
        for head in list.missing {
            if !reading.missing.contains(&head) {
                reading.missing.push(head);
            }
        }
        reading.records.extend(list.records);
        reading.reviews.extend(list.reviews);
    }
    let place = |pieces: &[NodeId]| pieces.first().copied().unwrap_or_default() as u64;
    order::by_key(&mut reading.records, |record| place(&record.pieces));
    order::by_key(&mut reading.reviews, |review| place(&review.pieces));
    keyed(&mut reading.records, platform);
    reviews_keyed(tree, &mut reading.reviews, platform);
}

/// Elements that are records already.
#[derive(Default)]
struct Shown(BTreeSet<NodeId>);

impl Shown {
    fn add(&mut self, pieces: impl Iterator<Item = NodeId>) {
        self.0.extend(pieces);
    }

    /// Whether an element is one of them, lies in one, or holds one.
    fn touches(&self, tree: &Tree<'_>, id: NodeId) -> bool {
        let inside = self.0.range(id..tree.node(id).end.max(id.saturating_add(1))).next().is_some();
        inside || std::iter::once(id).chain(tree.ancestors(id)).any(|up| self.0.contains(&up))
    }
}
