//! What stands in the records of a list: a column for each cell, and for each text that stands apart in a cell or card.

use super::kind::{Kind, Name};
use super::list::{Seen, cell_path, coverage};
use super::page::{Column, words};
use super::path::Path;
use super::value::{Field, after_colon, find};
use crate::page::header::cells;
use crate::page::label::{Meaning, meaning, meanings};
use crate::page::node::{NodeId, Text, Tree};
use crate::page::reviews::{self, widgets};
use crate::page::values::{is_action, is_placeholder};

/// Records that are looked at.
const SAMPLE: usize = 12;
/// Most columns that are offered.
const MOST: usize = 60;
/// Longest words before a value, in characters.
const LEAD: usize = 14;

/// A place that may be named, and what it seems to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The place.
    pub column: Column,
    /// What it seems to be in a refund, where that is one thing.
    pub refund: Option<Name>,
    /// The same in a review.
    pub review: Option<Name>,
}

impl Seat {
    fn of(column: Column, words: Option<&str>, stars: bool) -> Self {
        let named = |kind| words.and_then(|words| one_name(kind, words));
        let review = if stars { Some(Name::Stars) } else { named(Kind::Reviews) };
        Self { column, refund: named(Kind::Refunds), review }
    }
}

/// All places in the records of a list, in the page's order. `rows` says that they have cells.
#[must_use]
pub fn seats(tree: &Tree<'_>, seen: &Seen, rows: bool) -> Vec<Seat> {
    let mut all: Vec<Seat> = Vec::new();
    let sample: Vec<NodeId> = seen.records.iter().copied().take(SAMPLE).collect();
    if rows {
        for cell in 0..seen.width {
            let head = seen.heads.get(cell).filter(|head| !head.is_empty());
            // Words that stand over two columns tell neither.
            let head = head.filter(|head| seen.heads.iter().filter(|other| other == head).count() == 1).cloned();
            let regions: Vec<NodeId> = sample.iter().filter_map(|row| cells(tree, *row).get(cell).copied()).collect();
            let parts = parts(tree, &regions);
            let whole = Column { at: format!("#{cell}"), head: head.clone(), ..Column::default() };
            let stars = matches!(parts.as_slice(), [only] if only.stars);
            all.push(Seat::of(whole, head.as_deref(), stars));
            if parts.len() > 1 {
                all.extend(parts.into_iter().map(|part| {
                    let at = cell_path(cell, &part.path).text();
                    let words = part.lead.clone();
                    let column =
                        Column { at, head: head.clone(), lead: part.lead, line: part.line, ..Column::default() };
                    Seat::of(column, words.as_deref(), part.stars)
                }));
            }
        }
    } else {
        all = parts(tree, &sample)
            .into_iter()
            .map(|part| {
                let words = part.lead.clone();
                let column = Column { at: part.path.text(), lead: part.lead, line: part.line, ..Column::default() };
                Seat::of(column, words.as_deref(), part.stars)
            })
            .collect();
    }
    for seat in &mut all {
        let (there, _) = coverage(tree, seen, &seat.column);
        seat.column.always = there > 0 && there == seen.records.len();
    }
    // A column of boxes to tick has no words and says nothing.
    all.retain(|seat| {
        let (there, says) = coverage(tree, seen, &seat.column);
        there > 0 && (says > 0 || seat.column.head.is_some() || seat.review == Some(Name::Stars))
    });
    all.truncate(MOST);
    all
}

/// The place of one element that was pointed at, in the record it lies in: the whole of it, whatever stands there today.
#[must_use]
pub fn seat_of(tree: &Tree<'_>, seen: &Seen, node: NodeId, rows: bool, known: &[Column]) -> Option<Column> {
    let record = seen.records.iter().copied().find(|record| tree.contains(*record, node))?;
    let place =
        |column: &Column| Field::of(column).and_then(|field| find(tree, seen, record, &field)).map(|found| found.node);
    if rows {
        let own = cells(tree, record);
        let cell = own.iter().position(|cell| tree.contains(*cell, node))?;
        let region = own.get(cell).copied()?;
        let in_cell = |column: &&Column| Field::of(column).is_some_and(|field| field.cell == Some(cell));
        // The smallest part that holds it: of stars one may point at any.
        let holds = |column: &&Column| place(column).is_some_and(|at| at != region && tree.contains(at, node));
        let size = |column: &&Column| place(column).map_or(0, |at| tree.node(at).end.saturating_sub(at));
        let part = known.iter().filter(in_cell).filter(holds).min_by_key(size);
        let whole = || known.iter().find(|column| column.at == format!("#{cell}"));
        let alone = places(tree, region).iter().filter(|place| !place.says_action()).count() <= 1;
        let known = part.filter(|_| !alone).or_else(whole).cloned();
        return known.or_else(|| Some(Column { at: format!("#{cell}"), ..Column::default() }));
    }
    // What is offered already: the element itself, else the smallest around it, else one inside it.
    let size = |column: &&Column| place(column).map_or(0, |at| tree.node(at).end.saturating_sub(at));
    let exact = known.iter().find(|column| place(column) == Some(node));
    let around =
        || known.iter().filter(|column| place(column).is_some_and(|at| tree.contains(at, node))).min_by_key(size);
    let inside = || known.iter().find(|column| place(column).is_some_and(|at| tree.contains(node, at)));
    if let Some(column) = exact.or_else(around).or_else(inside) {
        return Some(column.clone());
    }
    let path = Path::between(tree, record, node)?;
    Some(Column { at: path.text(), ..Column::default() })
}

/// A text or drawn stars that stand apart in a region.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    path: Path,
    lead: Option<String>,
    line: Option<usize>,
    stars: bool,
}

/// One thing in a region: a text, or stars with all that they say.
#[derive(Debug, Clone, Copy)]
struct Place<'t> {
    node: NodeId,
    text: Option<&'t Text<'t>>,
}

impl Place<'_> {
    fn says_action(&self) -> bool {
        self.text.is_some_and(|text| is_action(&text.value))
    }
}

/// The texts of a region in the page's order, with drawn stars in the place of what they say.
fn places<'t>(tree: &'t Tree<'_>, region: NodeId) -> Vec<Place<'t>> {
    let stars: Vec<NodeId> = widgets(tree, region).into_iter().map(|widget| widget.node).collect();
    let apart = |text: &&Text<'_>| !stars.iter().any(|star| tree.contains(*star, text.node));
    let texts = tree.texts(region).iter().filter(apart).map(|text| Place { node: text.node, text: Some(text) });
    let mut all: Vec<Place<'t>> = texts.collect();
    for star in stars {
        let at = all.iter().position(|place| place.node > star).unwrap_or(all.len());
        all.insert(at, Place { node: star, text: None });
    }
    all
}

/// What stands apart in regions of one kind, each with the way to it, the words before it and its line.
fn parts(tree: &Tree<'_>, regions: &[NodeId]) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    for region in regions {
        let places = places(tree, *region);
        for (at, place) in places.iter().enumerate() {
            let said = place.text.map(|text| text.value.trim());
            if said.is_some_and(|said| is_action(said) || is_label(tree, place.node, said) || is_placeholder(said)) {
                continue;
            }
            let before = at.checked_sub(1).and_then(|at| places.get(at)).and_then(|before| before.text);
            let before = before.and_then(|before| said_label(tree, before.node, &before.value));
            let lead = said.and_then(lead_inside).or(before).filter(|lead| is_shared(tree, regions, lead));
            // Stars are found as what they are, whatever stands before them.
            let lead = lead.filter(|_| place.text.is_some());
            let Some(path) = Path::between(tree, *region, place.node) else { continue };
            let own: Vec<_> = tree.texts(*region).iter().filter(|other| other.node == place.node).collect();
            let line = place.text.and_then(|text| own.iter().position(|other| std::ptr::eq(*other, text)));
            let line = line.filter(|_| own.len() > 1 && lead.is_none()).map(|line| line.saturating_add(1));
            let part = Part { path, lead, line, stars: place.text.is_none() };
            let same = |other: &Part| *other == part || (part.lead.is_some() && other.lead == part.lead);
            if !found.iter().any(same) {
                found.push(part);
            }
        }
    }
    found
}

/// `退款原因：质量问题`: the words before the colon, where they can be a label.
fn lead_inside(text: &str) -> Option<String> {
    let (label, value) = text.split_once([':', '：'])?;
    (!value.trim().is_empty() && can_lead(label)).then(|| words(label))
}

fn can_lead(label: &str) -> bool {
    let label = label.trim();
    (1..=LEAD).contains(&label.chars().count()) && !label.bytes().any(|byte| byte.is_ascii_digit())
}

/// The words of a text that labels the next one: it ends with a colon, is marked as a label, or is a word every page uses as one.
fn said_label(tree: &Tree<'_>, node: NodeId, text: &str) -> Option<String> {
    let text = text.trim();
    is_label(tree, node, text).then(|| words(text))
}

fn is_label(tree: &Tree<'_>, node: NodeId, text: &str) -> bool {
    let marked = matches!(tree.node(node).tag.as_ref(), "dt" | "th" | "label");
    let known =
        || meaning(text).is_some_and(|meaning| !matches!(meaning, Meaning::Operation)) && meaning_needs_value(text);
    can_lead(text) && (marked || text.ends_with([':', '：']) || known())
}

/// A word that also is a value of its own (退款, 服务) is no label without a sign.
fn meaning_needs_value(text: &str) -> bool {
    text.chars().count() >= 4 && !crate::page::values::is_service(text) && !crate::page::values::is_status(text)
}

/// Whether most regions have the words before a value.
fn is_shared(tree: &Tree<'_>, regions: &[NodeId], lead: &str) -> bool {
    let has = |region: &&NodeId| {
        tree.texts(**region)
            .iter()
            .any(|text| words(&text.value) == lead || after_colon(text.value.trim(), lead).is_some())
    };
    // Of a single record nobody can say whether the words are the page's or a buyer's.
    let alone = regions.len() < 2 && meaning(lead).is_some();
    alone || regions.len() > 1 && regions.iter().filter(has).count().saturating_mul(3) >= regions.len()
}

/// What words say their value is, where that is one thing that can be taught of such records.
fn one_name(kind: Kind, label: &str) -> Option<Name> {
    match kind {
        Kind::Refunds => match meanings(label).as_slice() {
            [Meaning::Amount] => None,
            [only] => Name::of_meaning(*only),
            _ => None,
        },
        Kind::Reviews => reviews::Field::of(label).and_then(Name::of_field),
    }
}
