//! Finds the review lists of a page.

use std::collections::BTreeSet;
use std::ops::Range;

use super::answered::{Action, action};
use super::field::Field;
use super::gather::review;
use super::record::Review;
use super::score::{ENOUGH, score};
use super::seats::seats;
use super::stars::widgets;
use crate::page::absorb::Reader;
use crate::page::anchor::{Anchors, anchor_sets, hold};
use crate::page::body::{Body, body};
use crate::page::columns::columns_for;
use crate::page::header::{Column, Header, cells, headers, is_row};
use crate::page::ids::{IdKind, IdToken, tokens};
use crate::page::label::Labels;
use crate::page::list::{List, build};
use crate::page::node::{NodeId, Tree};
use crate::page::pack::PlatformPage;
use crate::page::panes::add_panes;
use crate::page::record::Clock;
use crate::text::order;

/// A list that was read.
#[derive(Debug)]
pub struct ReviewList {
    /// Where it stands.
    pub parent: NodeId,
    /// What was read.
    pub reviews: Vec<Review>,
    /// Its columns, one set for each pane.
    pub columns: Vec<Vec<Column>>,
}

struct Candidate {
    list: List,
    columns: Vec<Vec<Column>>,
    score: i32,
    place: Range<NodeId>,
}

/// How many reviews are read to tell what a list is.
const SAMPLE: usize = 12;

/// Finds and reads the review lists, in the page's order.
#[must_use]
pub fn find(tree: &Tree<'_>, page: &PlatformPage, path: &str, clock: Clock) -> Vec<ReviewList> {
    let mut labels = Labels::default();
    let tokens = tokens(tree, page, &mut labels);
    let headers = headers(tree, &mut labels);
    let path = page.review_paths.iter().any(|part| path.contains(part.as_str()));
    let mut looking =
        Looking { tree, page, tokens: &tokens, headers: &headers, clock, path, title: titled(tree), found: Vec::new() };
    for header in &headers {
        looking.below_header(header, &mut labels);
    }
    for marks in marks(tree) {
        for (parent, elements) in seats(tree, &marks) {
            looking.around(parent, &elements, &mut labels);
        }
    }
    for anchors in anchor_sets(tree, &tokens) {
        for (parent, elements) in hold(tree, &anchors, &page.records).groups {
            looking.around(parent, &elements, &mut labels);
        }
    }
    let mut candidates = looking.found;
    order::by_key(&mut candidates, |one| {
        order::pair(order::falling_whole(one.score), !(one.list.records.len() as u32))
    });
    let mut taken: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let overlaps =
            |other: &Candidate| candidate.place.start < other.place.end && other.place.start < candidate.place.end;
        if !taken.iter().any(overlaps) {
            taken.push(candidate);
        }
    }
    order::by_key(&mut taken, |candidate| candidate.place.start as u64);
    let read = |candidate: Candidate| {
        let reader = Reader { tree, tokens: &tokens, columns: &candidate.columns, clock };
        let reviews = candidate.list.records.iter().map(|parts| review(&reader, parts)).collect();
        ReviewList { parent: candidate.list.parent, reviews, columns: candidate.columns }
    };
    taken.into_iter().map(read).collect()
}

/// What each review has once: its stars, its button to answer.
fn marks(tree: &Tree<'_>) -> [Vec<NodeId>; 2] {
    let stars =
        if tree.is_empty() { Vec::new() } else { widgets(tree, 0).into_iter().map(|widget| widget.node).collect() };
    let answers =
        |text: &&crate::page::node::Text<'_>| matches!(action(&text.value), Some(Action::Reply | Action::Answered));
    let buttons: BTreeSet<NodeId> = tree.all_texts().iter().filter(answers).map(|text| text.node).collect();
    [stars, buttons.into_iter().collect()]
}

/// Whether a heading or a chosen tab speaks of reviews.
fn titled(tree: &Tree<'_>) -> bool {
    let heading = |id: &NodeId| {
        matches!(tree.node(*id).tag.as_ref(), "h1" | "h2" | "h3") || tree.attr(*id, "aria-selected") == Some("true")
    };
    let speaks = |text: &str| ["评价", "评论", "評價", "評論", "eview"].iter().any(|word| text.contains(word));
    (0..tree.len())
        .filter(heading)
        .flat_map(|id| tree.texts(id).iter().take(3))
        .any(|text| text.value.chars().count() <= 16 && speaks(&text.value))
}

struct Looking<'l, 'a> {
    tree: &'l Tree<'a>,
    page: &'l PlatformPage,
    tokens: &'l [IdToken],
    headers: &'l [Header],
    clock: Clock,
    path: bool,
    title: bool,
    found: Vec<Candidate>,
}

impl Looking<'_, '_> {
    /// Rows under a header that names what the buyer wrote.
    fn below_header(&mut self, header: &Header, labels: &mut Labels) {
        let tree = self.tree;
        let fields: Vec<Field> = header.columns.iter().filter_map(|column| Field::of(&column.label)).collect();
        if !fields.contains(&Field::Content) || fields.iter().filter(|field| **field != Field::Other).count() < 2 {
            return;
        }
        let Some(Body { parent, mut rows }) = body(tree, header, self.headers, 2) else {
            return;
        };
        rows.retain(|row| cells(tree, *row).len() >= 2);
        if rows.first().is_none_or(|row| self.found.iter().any(|other| other.place.contains(row))) {
            return;
        }
        self.around(parent, &rows, labels);
    }

    /// A list of which `elements` are one review each.
    fn around(&mut self, parent: NodeId, elements: &[NodeId], labels: &mut Labels) {
        let tree = self.tree;
        if elements.is_empty() || (elements.len() < 2 && !self.lone(elements)) {
            return;
        }
        let same = |other: &Candidate| other.list.parent == parent && other.list.records.len() >= elements.len();
        if self.found.iter().any(same) {
            return;
        }
        // Each element's own texts stand for its number.
        let own = |element: &NodeId| {
            Some(tree.node(*element))
                .filter(|node| node.text_start < node.text_end)
                .map(|node| (node.text_start, element.to_string()))
        };
        let anchors = Anchors::new(IdKind::Unknown, elements.iter().filter_map(own).collect());
        let mut list = build(tree, parent, elements, &anchors, self.tokens, self.headers, labels);
        let mut columns = match &list.header {
            Some(header) => vec![header.columns.clone()],
            None => columns_for(tree, &list, self.page, self.headers, labels),
        };
        // Columns that were only supposed are those of refunds.
        columns.retain(|set| set.iter().any(|column| !column.label.is_empty()));
        add_panes(tree, &mut list, &mut columns, self.headers);
        let reader = Reader { tree, tokens: self.tokens, columns: &columns, clock: self.clock };
        let sample: Vec<Review> = list.records.iter().take(SAMPLE).map(|parts| review(&reader, parts)).collect();
        let score = score(&sample, &columns, self.path, self.title);
        let pieces: Vec<NodeId> = list.records.iter().flat_map(|parts| parts.pieces()).collect();
        let start = pieces.iter().min().copied();
        let end = pieces.iter().map(|piece| tree.node(*piece).end).max();
        if let (Some(start), Some(end)) = (start, end)
            && score >= ENOUGH
        {
            self.found.push(Candidate { list, columns, score, place: start..end });
        }
    }

    /// Whether one element alone may be a list: a row, or what pages call a review.
    fn lone(&self, elements: &[NodeId]) -> bool {
        let names = &super::pack::words().classes.records;
        elements.iter().any(|element| {
            is_row(self.tree, *element)
                || self.tree.class_any(*element, |name| {
                    let name = name.to_ascii_lowercase();
                    names.iter().any(|part| name.contains(part.as_str()))
                })
        })
    }
}
