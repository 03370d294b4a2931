//! Finds the refund lists of a page among everything else that repeats on it.

use std::ops::Range;

use super::absorb::Reader;
use super::anchor::{Anchors, anchor_sets, hold};
use super::body::{Body, body};
use super::columns::columns_for;
use super::header::{Column, Header, headers};
use super::ids::{IdKind, IdToken, tokens};
use super::label::Labels;
use super::list::{List, Parts, build};
use super::node::{NodeId, Tree};
use super::pack::PlatformPage;
use super::panes::add_panes;
use super::record::{Clock, Record};
use super::split::{refunds_in, split};
use super::weigh::score;
use crate::text::order;

/// A list that was read, with what speaks for its being a refund list.
#[derive(Debug)]
pub struct ReadList {
    /// Where it stands.
    pub parent: NodeId,
    /// What was read.
    pub records: Vec<Record>,
    /// Its columns, one set for each pane.
    pub columns: Vec<Vec<Column>>,
    /// Whether it is cells without rows.
    pub flat: bool,
    /// Whether the page has only this one record, with labels.
    pub detail: bool,
}

/// What was found on a page.
#[derive(Debug, Default)]
pub struct Findings {
    /// The refund lists, best first.
    pub lists: Vec<ReadList>,
}

/// A list that may be one of refunds, judged by a sample of its records.
struct Candidate {
    list: List,
    columns: Vec<Vec<Column>>,
    detail: bool,
    score: i32,
    /// Where its pieces lie, panes apart.
    places: Vec<Range<NodeId>>,
}

/// How many records are read to tell what a list is.
const SAMPLE: usize = 20;

/// Finds and reads the refund lists.
#[must_use]
pub fn find(tree: &Tree<'_>, page: &PlatformPage, path: &str, clock: Clock) -> Findings {
    let mut labels = Labels::default();
    let tokens = tokens(tree, page, &mut labels);
    let headers = headers(tree, &mut labels);
    let detail_path = page.detail_paths.iter().any(|part| path.contains(part.as_str()));
    let headings = (0..tree.len()).filter(|id| matches!(tree.node(*id).tag.as_ref(), "h1" | "h2" | "h3"));
    let titled = headings.flat_map(|id| tree.texts(id)).any(|text| text.value.contains("详情"));
    // A lone card is a list with one record, except on a page about one.
    let record_classes: &[String] = if detail_path || titled { &[] } else { &page.records };
    let mut looking = Looking { tree, page, tokens: &tokens, headers: &headers, clock, found: Vec::new() };
    for anchors in anchor_sets(tree, &tokens) {
        let held = hold(tree, &anchors, record_classes);
        for (parent, elements) in &held.groups {
            let list = build(tree, *parent, elements, &anchors, &tokens, &headers, &mut labels);
            looking.consider(list, &mut labels);
        }
        for element in &held.alone {
            looking.detail(*element, &anchors, &mut labels);
        }
    }
    for header in &headers {
        looking.unnumbered(header, &mut labels);
    }
    let mut candidates = looking.found;
    for candidate in candidates.iter_mut().filter(|candidate| candidate.detail && detail_path) {
        candidate.score = candidate.score.saturating_add(2);
    }
    candidates.retain(|candidate| candidate.score >= ENOUGH);
    // Better evidence first; then the one that found more; in doubt the earlier.
    order::by_key(&mut candidates, |one| !(one.list.records.len() as u64));
    order::by_key(&mut candidates, |one| order::pair(u32::from(one.detail), order::falling_whole(one.score)));
    let mut taken: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let overlaps = |other: &Candidate| {
            other.places.iter().any(|one| candidate.places.iter().any(|two| one.start < two.end && two.start < one.end))
        };
        if !taken.iter().any(overlaps) && (!candidate.detail || taken.is_empty()) {
            taken.push(candidate);
        }
    }
    let read = |candidate: Candidate, labels: &mut Labels| {
        let reader = Reader { tree, tokens: &tokens, columns: &candidate.columns, clock };
        let records = candidate.list.records.iter().flat_map(|parts| split(&reader, parts, labels)).collect();
        let flat = candidate.list.records.first().is_some_and(|parts| parts.flat);
        ReadList { parent: candidate.list.parent, records, flat, detail: candidate.detail, columns: candidate.columns }
    };
    Findings { lists: taken.into_iter().map(|candidate| read(candidate, &mut labels)).collect() }
}

/// Evidence that makes a list a refund list.
const ENOUGH: i32 = 6;

/// What the search shares between its ways.
struct Looking<'l, 'a> {
    tree: &'l Tree<'a>,
    page: &'l PlatformPage,
    tokens: &'l [IdToken],
    headers: &'l [Header],
    clock: Clock,
    found: Vec<Candidate>,
}

impl Looking<'_, '_> {
    /// Weighs a list.
    fn consider(&mut self, mut list: List, labels: &mut Labels) {
        let Some(first) = list.records.first() else { return };
        let same = |other: &Candidate| {
            other.list.parent == list.parent
                && other.list.records.len() == list.records.len()
                && other.list.records.first().map(Parts::pieces) == Some(first.pieces())
        };
        if self.found.iter().any(same) {
            return;
        }
        let mut columns = match &list.header {
            Some(header) => vec![header.columns.clone()],
            None => columns_for(self.tree, &list, self.page, self.headers, labels),
        };
        add_panes(self.tree, &mut list, &mut columns, self.headers);
        let reader = Reader { tree: self.tree, tokens: self.tokens, columns: &columns, clock: self.clock };
        let sample: Vec<Record> =
            list.records.iter().take(SAMPLE).flat_map(|parts| split(&reader, parts, labels)).collect();
        let mut score = score(self.tree, &sample, &columns, labels);
        // A record in which two after-sales are numbered is none.
        let swallowed = |record: &&Record| {
            let mut numbers = record.pieces.iter().flat_map(|piece| refunds_in(&reader, *piece));
            let first = numbers.next();
            first.is_some_and(|first| numbers.any(|other| other.value != first.value))
        };
        if sample.iter().filter(swallowed).count().saturating_mul(3) > sample.len() {
            score = score.saturating_sub(6);
        }
        // Rows without numbers happened at some time; reasons in settings and statistics did not.
        let dated = |record: &&Record| {
            record.applied_at.is_some()
                || record.deadline.is_some()
                || record.paid_at.is_some()
                || record.refund_id.is_some()
                || record.order_id.is_some()
        };
        if list.kind == IdKind::Unknown && sample.iter().filter(dated).count().saturating_mul(2) < sample.len() {
            score = score.saturating_sub(8);
        }
        let places = places(self.tree, &list);
        self.found.push(Candidate { list, columns, detail: false, score, places });
    }

    /// A page or drawer about one refund.
    fn detail(&mut self, element: NodeId, anchors: &Anchors, labels: &mut Labels) {
        let tree = self.tree;
        let node = |text: usize| tree.all_texts().get(text).map(|text| text.node);
        let inside =
            anchors.texts.iter().filter_map(|(text, _)| node(*text)).find(|node| tree.contains(element, *node));
        let Some(inside) = inside else { return };
        let reader = Reader { tree, tokens: self.tokens, columns: &[], clock: self.clock };
        // The smallest element around the number that says what a refund is.
        let mut best: Option<(NodeId, i32)> = None;
        for at in std::iter::once(inside).chain(tree.ancestors(inside)).take_while(|at| tree.contains(element, *at)) {
            let record = reader.record(&Parts::of(at), labels);
            let found = score(tree, std::slice::from_ref(&record), &[], labels);
            if best.is_none_or(|(_, score)| found > score) {
                best = Some((at, found));
            }
        }
        let Some((at, score)) = best else { return };
        let records = vec![Parts::of(at)];
        let list = List { parent: tree.node(at).parent.unwrap_or(at), records, kind: anchors.kind, header: None };
        let places = places(tree, &list);
        self.found.push(Candidate { list, columns: Vec::new(), detail: true, score, places });
    }

    /// Rows under a header where no row shows a number.
    fn unnumbered(&mut self, header: &Header, labels: &mut Labels) {
        let tree = self.tree;
        if !header.columns.iter().flat_map(|column| &column.meanings).any(|meaning| meaning.tells_a_refund()) {
            return;
        }
        let Some(Body { parent, rows }) = body(tree, header, self.headers, 1) else {
            return;
        };
        // A list that was found by its numbers needs no second look.
        if self
            .found
            .iter()
            .flat_map(|other| &other.places)
            .any(|place| rows.first().is_some_and(|row| place.contains(row)))
        {
            return;
        }
        let records: Vec<Parts> = rows.into_iter().map(Parts::of).collect();
        self.consider(List { parent, records, kind: IdKind::Unknown, header: Some(header.clone()) }, labels);
    }
}

/// Where the pieces of a list lie: its rows in one stretch, the rows of each pane in another.
fn places(tree: &Tree<'_>, list: &List) -> Vec<Range<NodeId>> {
    let stretch = |pieces: Vec<NodeId>| -> Option<Range<NodeId>> {
        let start = pieces.iter().min().copied()?;
        let end = pieces.iter().map(|piece| tree.node(*piece).end).max()?;
        Some(start..end)
    };
    let own = list.records.iter().flat_map(|parts| parts.leads.iter().chain(&parts.rows).copied()).collect();
    let panes = list.records.first().map_or(0, |parts| parts.panes.len());
    let pane = |at: usize| list.records.iter().filter_map(|parts| parts.panes.get(at).map(|(row, _)| *row)).collect();
    std::iter::once(own).chain((0..panes).map(pane)).filter_map(stretch).collect()
}
