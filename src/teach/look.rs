//! The dialogue: a structure, what was pointed at and named so far, and what that reads. Stateless; what is known so far is the draft.

use serde::{Deserialize, Serialize};

use super::kind::{Kind, Name};
use super::list::{Seen, lists, look_of};
use super::page::{Column, Taught};
use super::path::Look;
use super::read::{ListRead, read_list};
use super::record::{heads, in_rows, is_header, levels, likely, proposals};
use super::seats::{Seat, seat_of, seats};
use super::value::{Field, find, says};
use crate::page::header::{Header, headers};
use crate::page::label::Labels;
use crate::page::node::{NodeId, Tree};
use crate::page::record::Clock;
use crate::page::reviews::{Widget, widgets};
use crate::page::snapshot::Address;

/// What the agent has done.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    /// What is known so far.
    pub draft: Option<Taught>,
    /// The element that was pointed at as a record, or in one.
    pub record: Option<NodeId>,
    /// How far around it the record goes; the likely one where nothing is said.
    pub level: Option<usize>,
    /// The element that was pointed at as a field.
    pub field: Option<NodeId>,
    /// What the agent says that the records are; what they seem to be where nothing is said.
    pub page: Option<Kind>,
    /// A name that was given.
    pub name: Option<Naming>,
}

/// A name for a column.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Naming {
    /// Its place in the draft.
    pub column: usize,
    /// What it is; nothing takes the name away.
    #[serde(default)]
    pub meaning: Option<Name>,
}

/// Why something cannot be taught, or not yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// A header was pointed at.
    Header,
    /// Nothing there looks like a record.
    NoRecord,
    /// A field outside of every record.
    Outside,
    /// The page has changed, and what was pointed at is not there any more.
    Gone,
    /// Nothing has been named that could be judged: neither reason nor note, of reviews neither words nor stars.
    Nothing,
    /// A named column mostly says what is no value of its kind.
    Misnamed,
}

/// What stands in one column.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnSeen {
    /// The words over or before it; what it says where there are none.
    pub label: String,
    /// What it was named.
    pub meaning: Option<Name>,
    /// What the first record that says something says.
    pub value: String,
    /// The elements that show it.
    pub nodes: Vec<NodeId>,
    /// In how many records something stands.
    pub says: usize,
    /// In how many of these it is a value of its kind.
    pub read: usize,
}

/// What is seen.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Seeing {
    /// What is known now.
    pub draft: Option<Taught>,
    /// The records.
    pub records: Vec<NodeId>,
    /// Before a record was pointed at: the records of lists that may be meant.
    pub lists: Vec<Vec<NodeId>>,
    /// How far around the element the record goes, of how many.
    pub level: usize,
    /// See `level`.
    pub levels: usize,
    /// The columns of the draft.
    pub columns: Vec<ColumnSeen>,
    /// The column that was pointed at.
    pub column: Option<usize>,
    /// What hinders.
    pub problem: Option<Problem>,
    /// Whether the page has just one record: then nothing shows that others are read alike.
    pub single: bool,
    /// What would be kept; nothing while something hinders.
    pub page: Option<Taught>,
}

/// Most columns of a draft.
const MOST: usize = 80;
/// Longest sample of a value, in characters.
const SAMPLE: usize = 60;

/// Answers what the agent has done.
#[must_use]
pub fn look(tree: &Tree<'_>, address: &Address, title: &str, done: Done, clock: Clock) -> Seeing {
    let headers = headers(tree, &mut Labels::default());
    let mut seeing = Seeing::default();
    let mut draft = match (done.record, done.draft) {
        (Some(node), _) => match from_record(tree, address, title, node, done.level, &headers, &mut seeing) {
            Ok(draft) => draft,
            Err(problem) => {
                seeing.problem = Some(problem);
                seeing.lists = proposals(tree, &headers).into_iter().map(|level| level.records).collect();
                return seeing;
            }
        },
        (None, Some(draft)) => draft,
        (None, None) => {
            seeing.lists = proposals(tree, &headers).into_iter().map(|level| level.records).collect();
            return seeing;
        }
    };
    if let Some(page) = done.page {
        draft.turn(page);
    }
    if let Some(Naming { column, meaning }) = done.name {
        name(&mut draft, column, meaning);
    }
    let found = lists(tree, &draft);
    if let Some(node) = done.field {
        let seen = found.iter().find(|seen| seen.records.iter().any(|record| tree.contains(*record, node)));
        match seen.and_then(|seen| seat_of(tree, seen, node, draft.width > 0, &draft.columns)) {
            Some(column) => seeing.column = Some(place(&mut draft, column)),
            None => seeing.problem = Some(Problem::Outside),
        }
    }
    seeing.records = found.iter().flat_map(|seen| seen.records.iter().copied()).collect();
    seeing.single = seeing.records.len() == 1;
    let read: Vec<ListRead> = found.iter().map(|seen| read_list(tree, &draft, seen, clock)).collect();
    seeing.columns =
        draft.columns.iter().enumerate().map(|(at, column)| column_seen(tree, &found, &read, at, column)).collect();
    let misnamed = |column: &ColumnSeen| {
        column.meaning.is_some_and(Name::can_be_checked)
            && column.says > 0
            && column.read.saturating_mul(2) < column.says
    };
    let told = draft.columns.iter().any(|column| column.meaning.is_some_and(|name| draft.page.tells(name)));
    let hinders = if seeing.records.is_empty() {
        Some(Problem::Gone)
    } else if seeing.columns.iter().any(misnamed) {
        Some(Problem::Misnamed)
    } else if told {
        None
    } else {
        Some(Problem::Nothing)
    };
    seeing.page = hinders.is_none().then(|| draft.named());
    seeing.problem = seeing.problem.or(hinders);
    seeing.draft = Some(draft);
    seeing
}

/// A draft from an element that was pointed at as a record.
fn from_record(
    tree: &Tree<'_>,
    address: &Address,
    title: &str,
    node: NodeId,
    wanted: Option<usize>,
    headers: &[Header],
    seeing: &mut Seeing,
) -> Result<Taught, Problem> {
    let levels = levels(tree, node, headers);
    let at = wanted.filter(|at| *at < levels.len()).or_else(|| likely(&levels)).ok_or(Problem::NoRecord)?;
    let level = levels.get(at).ok_or(Problem::NoRecord)?;
    if is_header(tree, node, headers) || !level.records.contains(&level.own) {
        return Err(Problem::Header);
    }
    (seeing.level, seeing.levels) = (at, levels.len());
    let heads = heads(tree, level, headers);
    let rows = in_rows(tree, level, &heads);
    let width = if rows { super::list::labels(tree, level.own).len() } else { 0 };
    let heads = if rows { heads } else { Vec::new() };
    let seen = Seen { parent: level.parent, records: level.records.clone(), heads, width, missing: Vec::new() };
    let look = look_of(tree, &level.records).ok_or(Problem::NoRecord)?;
    let under = Look::of(tree, level.parent, |_| true);
    let seats = seats(tree, &seen, rows);
    let page = likely_kind(&seats);
    // What several places claim to be belongs to the first.
    let mut taken: [Vec<Name>; 2] = Default::default();
    let columns = seats.into_iter().map(|seat| {
        let [refunds, reviews] = &mut taken;
        let first = |taken: &mut Vec<Name>, name: Option<Name>| {
            let name = name.filter(|name| !taken.contains(name));
            taken.extend(name);
            name
        };
        let (refund, review) = (first(refunds, seat.refund), first(reviews, seat.review));
        let (meaning, other) = if page == Kind::Refunds { (refund, review) } else { (review, refund) };
        Column { meaning, other, ..seat.column }
    });
    Ok(Taught {
        title: title.trim().chars().filter(|letter| !letter.is_control()).take(80).collect(),
        host: address.host.clone(),
        place: super::place::place(&address.path, &address.query, &address.hash),
        page,
        record: look.text(),
        under: (!under.names.is_empty()).then(|| under.text()),
        width,
        columns: columns.collect(),
    })
}

/// What the records of these places seem to be: the agent sees it, and says when it is wrong.
fn likely_kind(seats: &[Seat]) -> Kind {
    let refund = |name| matches!(name, Name::Reason | Name::RefundId | Name::RefundAmount | Name::Service);
    let review = |name: Name| name.field().is_some_and(crate::page::reviews::Field::tells_a_review);
    let refunds = seats.iter().filter(|seat| seat.refund.is_some_and(refund)).count();
    let reviews = seats.iter().filter(|seat| seat.review.is_some_and(review)).count();
    if reviews > refunds { Kind::Reviews } else { Kind::Refunds }
}

fn name(draft: &mut Taught, column: usize, meaning: Option<Name>) {
    let meaning = meaning.filter(|name| draft.page.knows(*name));
    for (at, other) in draft.columns.iter_mut().enumerate() {
        if at == column {
            other.meaning = meaning;
        } else if meaning.is_some() && other.meaning == meaning {
            // One thing stands in one place.
            other.meaning = None;
        }
    }
}

/// The place of a column in the draft; it is added where it is new.
fn place(draft: &mut Taught, column: Column) -> usize {
    if let Some(at) = draft.columns.iter().position(|other| other.same_place(&column)) {
        return at;
    }
    if draft.columns.len() < MOST {
        draft.columns.push(column);
    }
    draft.columns.len().saturating_sub(1)
}

fn column_seen(tree: &Tree<'_>, found: &[Seen], read: &[ListRead], at: usize, column: &Column) -> ColumnSeen {
    let field = Field::of(column);
    let in_list = |seen: &Seen| -> Vec<_> {
        let find = |record: &NodeId| field.as_ref().and_then(|field| find(tree, seen, *record, field));
        seen.records.iter().filter_map(find).collect()
    };
    let all: Vec<_> = found.iter().flat_map(in_list).collect();
    // Stars say nothing in words, and a button only what it does.
    let drawn = |node: &NodeId| says(&tree.text(*node)) || !widgets(tree, *node).is_empty();
    let shown: Vec<_> = all.iter().filter(|found| says(&found.text) || drawn(&found.node)).collect();
    let short = |text: &str| text.chars().take(SAMPLE).collect::<String>();
    let value = shown.first().map(|found| match widgets(tree, found.node).first() {
        Some(widget) if !says(&found.text) || widget.node == found.node => stars(*widget),
        _ if says(&found.text) => short(&found.text),
        _ => short(&tree.text(found.node)),
    });
    let value = value.unwrap_or_default();
    let label = column.lead.clone().or_else(|| column.head.clone()).unwrap_or_else(|| value.clone());
    let (says, read) = read
        .iter()
        .filter_map(|list| list.said.get(at))
        .fold((0_usize, 0_usize), |(says, read), one| (says.saturating_add(one.0), read.saturating_add(one.1)));
    ColumnSeen {
        label,
        meaning: column.meaning,
        value,
        nodes: shown.iter().map(|found| found.node).collect(),
        says,
        read,
    }
}

/// How stars are told in a line.
fn stars(widget: Widget) -> String {
    let Some(stars) = widget.stars else { return "?★".to_owned() };
    serde_json::to_string(&stars).unwrap_or_default() + "★"
}
