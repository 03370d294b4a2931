//! A page, or the changed pieces of one, as records.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::absorb::Reader;
use super::find::find;
use super::header::Column;
use super::ids::{IdKind, tokens};
use super::label::{Labels, Meaning};
use super::list::Parts;
use super::node::{NodeId, Tree};
use super::pack::{PlatformPage, of_host, packs};
use super::record::{Clock, Record};
use super::reviews::{self, Field, Review, ReviewList};
use super::scores::{self, Score};
use super::state::{State, state};
use super::totals::total;
use crate::pack::Platform;
use crate::text::order;

/// What a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum PageKind {
    /// A list of refunds.
    Refunds,
    /// One refund.
    RefundDetail,
    /// A list of reviews.
    Reviews,
    /// Scores, and no list.
    Scores,
    /// Anything else.
    #[default]
    Unknown,
}

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Reading {
    /// What the page is.
    pub kind: PageKind,
    /// Whose it is.
    pub platform: Option<Platform>,
    /// In the page's order.
    pub records: Vec<Record>,
    /// On a page of reviews; in the page's order.
    pub reviews: Vec<Review>,
    /// Figures beside or instead of a list.
    pub scores: Vec<Score>,
    /// Headers that nobody has taught us.
    pub unknown_columns: Vec<String>,
    /// The page's own figure.
    pub total: Option<u64>,
    /// Why there is nothing, where there is nothing.
    pub state: Option<State>,
    /// Taught pages, by their titles, that should be here and were not recognised.
    pub lost: Vec<String>,
    /// Words over columns that were taught and are not here any more.
    pub missing: Vec<String>,
    /// What a patch needs.
    pub memory: Option<Memory>,
}

impl Reading {
    /// How many records show something that could not be read.
    #[must_use]
    pub fn unreadable(&self) -> usize {
        let refunds = self.records.iter().filter(|record| !record.unreadable.is_empty()).count();
        refunds.saturating_add(self.reviews.iter().filter(|review| review.unreadable).count())
    }
}

/// What is remembered of a page between a reading and a patch of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Memory {
    /// Whose page.
    pub platform: Platform,
    /// What it is.
    pub page: PageKind,
    /// Meaning of the columns, one set for each pane.
    pub columns: Vec<Vec<ColumnMemory>>,
    /// Whether a record is cells without rows.
    pub flat: bool,
}

/// One column, as short as it goes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ColumnMemory {
    /// What it holds.
    #[serde(rename = "m", default, skip_serializing_if = "Vec::is_empty")]
    meanings: Vec<Meaning>,
    /// The kit's own name of it.
    #[serde(rename = "k", default, skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    /// Whether its header shows words.
    #[serde(rename = "l", default, skip_serializing_if = "std::ops::Not::not")]
    labelled: bool,
}

/// Reads a whole page: its lists, and the scores outside of them.
#[must_use]
pub fn read_page(tree: &Tree<'_>, host: &str, path: &str, clock: Clock) -> Reading {
    let mut reading = read_lists(tree, host, path, clock);
    add_scores(tree, &mut reading);
    reading
}

/// Adds the scores that stand outside of the lists.
pub(crate) fn add_scores(tree: &Tree<'_>, reading: &mut Reading) {
    if let Some(platform) = reading.platform {
        let refunds = reading.records.iter().flat_map(|record| &record.pieces);
        let pieces = refunds.chain(reading.reviews.iter().flat_map(|review| &review.pieces));
        let records: Vec<_> = pieces.map(|piece| tree.subtree(*piece)).collect();
        reading.scores = scores::find(tree, platform, &records);
        if reading.kind == PageKind::Unknown && !reading.scores.is_empty() {
            reading.kind = PageKind::Scores;
            reading.state = None;
        }
    }
}

/// The lists of a page alone.
pub(crate) fn read_lists(tree: &Tree<'_>, host: &str, path: &str, clock: Clock) -> Reading {
    let Some(page) = of_host(host) else {
        return Reading::default();
    };
    let mut found = find(tree, page, path, clock);
    let mut reading = Reading { platform: Some(page.platform), ..Reading::default() };
    // One record with labels may be a part of a review page; a list of refunds is none.
    if found.lists.first().is_none_or(|main| main.detail) {
        let lists = reviews::find(tree, page, path, clock);
        if !lists.is_empty() {
            take_reviews(tree, &mut reading, lists, page.platform);
            return reading;
        }
    }
    let Some(main) = found.lists.first() else {
        reading.state = Some(state(tree));
        return reading;
    };
    reading.kind = if main.detail { PageKind::RefundDetail } else { PageKind::Refunds };
    // Rows of several panes and lists with different columns are read anew as a whole.
    let uniform = main.columns.len() <= 1
        && found.lists.iter().all(|list| same_columns(&list.columns, &main.columns) && list.flat == main.flat);
    reading.memory = uniform.then(|| Memory {
        platform: page.platform,
        page: reading.kind,
        columns: main.columns.iter().map(|columns| columns.iter().map(ColumnMemory::from).collect()).collect(),
        flat: main.flat,
    });
    let mut unknown: BTreeSet<&str> = BTreeSet::new();
    for column in found.lists.iter().flat_map(|list| &list.columns).flatten() {
        if column.meanings.is_empty() && !column.label.is_empty() && unknown.insert(&column.label) {
            reading.unknown_columns.push(column.label.clone());
        }
    }
    let pieces: Vec<NodeId> = main.records.iter().flat_map(|record| record.pieces.iter().copied()).take(400).collect();
    let parent = main.parent;
    let count = found.lists.iter().map(|list| list.records.len()).sum();
    if !main.detail {
        reading.total = total(tree, parent, &pieces, count);
    }
    order::by_key(&mut found.lists, |list| list.parent as u64);
    reading.records = found.lists.into_iter().flat_map(|list| list.records).collect();
    keyed(&mut reading.records, page.platform);
    reading.records.retain(|record| record.refund_id.is_none() || !record.key.contains('#'));
    reading
}

/// What the review lists of a page say. They are read anew as a whole: an answer or an opened box changes more than its row.
fn take_reviews(tree: &Tree<'_>, reading: &mut Reading, lists: Vec<ReviewList>, platform: Platform) {
    reading.kind = PageKind::Reviews;
    let mut unknown: BTreeSet<&str> = BTreeSet::new();
    for column in lists.iter().flat_map(|list| &list.columns).flatten() {
        let known = column.label.is_empty() || !column.meanings.is_empty() || Field::of(&column.label).is_some();
        if !known && unknown.insert(&column.label) {
            reading.unknown_columns.push(column.label.clone());
        }
    }
    let pieces: Vec<NodeId> = lists
        .iter()
        .flat_map(|list| &list.reviews)
        .flat_map(|review| review.pieces.iter().copied())
        .take(400)
        .collect();
    let count = lists.iter().map(|list| list.reviews.len()).sum();
    reading.total = lists.first().and_then(|list| total(tree, list.parent, &pieces, count));
    reading.reviews = lists.into_iter().flat_map(|list| list.reviews).collect();
    reviews_keyed(tree, &mut reading.reviews, platform);
}

/// Keys of reviews, and what an open dialogue's box takes.
pub(crate) fn reviews_keyed(tree: &Tree<'_>, reviews: &mut [Review], platform: Platform) {
    // A dialogue's box takes as much for one review as for another.
    let limit = box_limit(tree);
    let platform = id_of(platform);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for review in reviews {
        review.limit = review.limit.or(limit);
        let key = match (&review.review_id, &review.order_id) {
            (Some(id), _) => format!("{platform}:review:{id}"),
            (None, Some(id)) => format!("{platform}:review:{id}:{:08x}", hash(&review.content()) >> 32),
            (None, None) => format!("{platform}:review:{:016x}", hash(&review.content())),
        };
        let count = seen.entry(key.clone()).or_insert(0);
        *count = count.saturating_add(1);
        review.key = if *count > 1 { format!("{key}#{count}") } else { key };
    }
}

/// What an open dialogue's box takes, where it says so.
fn box_limit(tree: &Tree<'_>) -> Option<u32> {
    let in_dialogue = |at: NodeId| {
        tree.ancestors(at).any(|up| {
            tree.attr(up, "role") == Some("dialog")
                || tree.class_any(up, |name| {
                    ["modal", "dialog", "drawer"].iter().any(|part| name.to_ascii_lowercase().contains(part))
                })
        })
    };
    let boxes = (0..tree.len()).filter(|at| tree.node(*at).tag == "textarea" && in_dialogue(*at));
    boxes.filter_map(|at| tree.attr(at, "maxlength")?.parse().ok()).find(|limit| *limit > 0)
}

/// Reads the pieces of one record again. `None` where they no longer are one record.
#[must_use]
pub fn read_pieces(tree: &Tree<'_>, memory: &Memory, key: &str, pieces: &[NodeId], clock: Clock) -> Option<Record> {
    let page: &PlatformPage = packs().platforms.iter().find(|page| page.platform == memory.platform)?;
    let mut labels = Labels::default();
    let tokens = tokens(tree, page, &mut labels);
    let columns: Vec<Vec<Column>> =
        memory.columns.iter().map(|columns| columns.iter().map(Column::from).collect()).collect();
    let reader = Reader { tree, tokens: &tokens, columns: &columns, clock };
    let parts = Parts { rows: pieces.to_vec(), flat: memory.flat, ..Parts::default() };
    let mut record = reader.record(&parts, &mut labels);
    keyed(std::slice::from_mut(&mut record), memory.platform);
    // A record without a number cannot be recognised by its changed words; its place is its name.
    if record.id().is_none() && key.contains(":row:") {
        key.clone_into(&mut record.key);
    }
    let refunds =
        tokens.iter().filter(|token| token.kind == IdKind::Refund).map(|token| &token.value).collect::<BTreeSet<_>>();
    (base(&record.key) == base(key) && refunds.len() <= 1).then_some(record)
}

/// A key without the number that tells equal ones apart.
fn base(key: &str) -> &str {
    key.split_once('#').map_or(key, |(base, _)| base)
}

/// Keys that stay over re-rendering and paging. Copies of a record (fixed columns drawn twice) are one.
pub(crate) fn keyed(records: &mut [Record], platform: Platform) {
    let platform = id_of(platform);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for record in records {
        let key = match (&record.refund_id, &record.order_id, record.other_ids.first()) {
            (Some(id), ..) => format!("{platform}:refund:{id}"),
            (None, Some(id), _) => format!("{platform}:order:{id}"),
            (None, None, Some(id)) => format!("{platform}:id:{id}"),
            (None, None, None) => format!("{platform}:row:{:016x}", hash(&record.content())),
        };
        let count = seen.entry(key.clone()).or_insert(0);
        *count = count.saturating_add(1);
        record.key = if *count > 1 { format!("{key}#{count}") } else { key };
    }
}

/// The platform's id in keys.
fn id_of(platform: Platform) -> String {
    serde_json::to_value(platform).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// FNV-1a: short, stable over versions, and nobody gains anything by making two rows collide.
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn same_columns(one: &[Vec<Column>], other: &[Vec<Column>]) -> bool {
    let meanings = |sets: &[Vec<Column>]| -> Vec<Vec<Vec<Meaning>>> {
        sets.iter().map(|columns| columns.iter().map(|column| column.meanings.clone()).collect()).collect()
    };
    meanings(one) == meanings(other)
}

impl From<&Column> for ColumnMemory {
    fn from(column: &Column) -> Self {
        Self { meanings: column.meanings.clone(), key: column.key.clone(), labelled: !column.label.is_empty() }
    }
}

impl From<&ColumnMemory> for Column {
    fn from(memory: &ColumnMemory) -> Self {
        let label = if memory.labelled { "·".to_owned() } else { String::new() };
        Self { meanings: memory.meanings.clone(), label, key: memory.key.clone() }
    }
}
