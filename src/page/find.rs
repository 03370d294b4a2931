//! Finds the refund lists of a page among everything else that repeats on it.

use std::collections::BTreeSet;

use super::absorb::Reader;
use super::anchor::{Anchors, above, anchor_sets, below, hold};
use super::header::{Column, Header, cells, headers, is_row};
use super::ids::{IdKind, IdToken, tokens};
use super::label::{Labels, Meaning};
use super::list::{List, Parts, build};
use super::node::{NodeId, Tree};
use super::pack::PlatformPage;
use super::record::{Clock, Record};

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
    score: i32,
}

/// What was found on a page.
#[derive(Debug, Default)]
pub struct Findings {
    /// The refund lists, best first.
    pub lists: Vec<ReadList>,
}

/// Finds and reads the refund lists.
#[must_use]
pub fn find(tree: &Tree<'_>, page: &PlatformPage, path: &str, clock: Clock) -> Findings {
    let mut labels = Labels::default();
    let tokens = tokens(tree, page, &mut labels);
    let headers = headers(tree, &mut labels);
    let mut lists: Vec<ReadList> = Vec::new();
    let detail_path = page.detail_paths.iter().any(|part| path.contains(part.as_str()));
    let titled = (0..tree.len()).any(|id| {
        matches!(tree.node(id).tag.as_ref(), "h1" | "h2" | "h3")
            && tree.texts(id).iter().any(|text| text.value.contains("详情"))
    });
    // A lone card is a list with one record, except on a page about one.
    let record_classes: &[String] = if detail_path || titled { &[] } else { &page.records };
    for anchors in anchor_sets(tree, &tokens) {
        let held = hold(tree, &anchors, record_classes);
        for (parent, elements) in &held.groups {
            let list = build(tree, *parent, elements, &anchors, &tokens, &headers, &mut labels);
            lists.extend(read(tree, list, page, &tokens, &headers, &mut labels, clock));
        }
        for element in &held.alone {
            lists.extend(detail(tree, *element, page, &tokens, &anchors, &mut labels, clock));
        }
    }
    for header in &headers {
        lists.extend(unnumbered(tree, header, page, &tokens, &headers, &mut labels, clock));
    }
    for list in &mut lists {
        if list.detail && detail_path {
            list.score = list.score.saturating_add(2);
        }
    }
    lists.retain(|list| list.score >= ENOUGH && !list.records.is_empty());
    // Better evidence first; then the one that found more; in doubt the earlier.
    lists.sort_by_key(|list| {
        (
            list.detail,
            std::cmp::Reverse(list.score),
            std::cmp::Reverse(list.records.len()),
        )
    });
    let mut taken: Vec<ReadList> = Vec::new();
    for list in lists {
        let overlaps = |other: &ReadList| {
            other.records.iter().flat_map(|record| &record.pieces).any(|piece| {
                tree.contains(list.parent, *piece)
                    && list.records.iter().any(|record| {
                        record
                            .pieces
                            .iter()
                            .any(|own| tree.contains(*own, *piece) || tree.contains(*piece, *own))
                    })
            })
        };
        if taken.iter().any(overlaps) || (list.detail && !taken.is_empty()) {
            continue;
        }
        taken.push(list);
    }
    Findings { lists: taken }
}

/// Evidence that makes a list a refund list.
const ENOUGH: i32 = 6;

fn read(
    tree: &Tree<'_>,
    list: List,
    page: &PlatformPage,
    tokens: &[IdToken],
    headers: &[Header],
    labels: &mut Labels,
    clock: Clock,
) -> Option<ReadList> {
    let first = list.records.first()?;
    let columns = match &list.header {
        Some(header) => vec![header.columns.clone()],
        None => columns_for(tree, &list, page, headers),
    };
    let flat = first.flat;
    let reader = Reader {
        tree,
        tokens,
        columns: &columns,
        clock,
    };
    let mut records = Vec::new();
    for parts in &list.records {
        records.extend(split(&reader, parts, labels));
    }
    let score = score(tree, &records, &columns, labels);
    Some(ReadList {
        parent: list.parent,
        records,
        columns,
        flat,
        detail: false,
        score,
    })
}

/// Several rows below one head are several after-sales where each has its own number or reason, else goods of one.
fn split(reader: &Reader<'_, '_>, parts: &Parts, labels: &mut Labels) -> Vec<Record> {
    let whole = reader.record(parts, labels);
    let Some((head, rows)) = parts
        .rows
        .split_first()
        .filter(|(_, rows)| rows.len() >= 2 && !parts.flat)
    else {
        return vec![whole];
    };
    let each: Vec<Record> = rows
        .iter()
        .map(|row| {
            let own = Parts {
                rows: vec![*row],
                leads: std::iter::once(head).chain(&parts.leads).copied().collect(),
                ..Parts::default()
            };
            reader.record(&own, labels)
        })
        .collect();
    let alone: Vec<Record> = rows
        .iter()
        .map(|row| {
            reader.record(
                &Parts {
                    rows: vec![*row],
                    ..Parts::default()
                },
                labels,
            )
        })
        .collect();
    let numbers: BTreeSet<&String> = alone.iter().filter_map(|record| record.refund_id.as_ref()).collect();
    let own_reasons = alone.iter().filter(|record| record.reason.is_some()).count();
    let head_number = reader
        .record(
            &Parts {
                rows: vec![*head],
                ..Parts::default()
            },
            labels,
        )
        .refund_id
        .is_some();
    if numbers.len() >= 2 || (!head_number && own_reasons >= 2) {
        each
    } else {
        vec![whole]
    }
}

/// The columns of a list: from the nearest header that is not another table's; else the platform's known cells.
fn columns_for(tree: &Tree<'_>, list: &List, page: &PlatformPage, headers: &[Header]) -> Vec<Vec<Column>> {
    let Some(body) = list
        .records
        .iter()
        .flat_map(|parts| &parts.rows)
        .take(8)
        .max_by_key(|row| cells(tree, **row).len())
        .copied()
    else {
        return Vec::new();
    };
    let width: usize = cells(tree, body).iter().map(|cell| tree.span(*cell, "colspan")).sum();
    let mut best: Option<(usize, bool, usize, &Header)> = None;
    for header in headers {
        let Some(common) = tree.common(header.node, body) else {
            continue;
        };
        if list
            .records
            .iter()
            .take(50)
            .flat_map(|parts| &parts.rows)
            .any(|row| tree.contains(*row, header.node))
        {
            continue;
        }
        let depth = tree.ancestors(common).count();
        if header.by_words && !fits_by_words(tree, header, body, width) {
            continue;
        }
        if !header.by_words && owned_by_another(tree, header, body) {
            continue;
        }
        let rank = (depth, !header.by_words, header.known(), header);
        if best.is_none_or(|(depth, markup, known, _)| (rank.0, rank.1, rank.2) > (depth, markup, known)) {
            best = Some(rank);
        }
    }
    if let Some((_, _, _, header)) = best {
        return vec![header.columns.clone()];
    }
    if page.cells.is_empty() || is_row(tree, body) {
        return Vec::new();
    }
    let hinted = page.cells.iter().map(|meaning| Column {
        meanings: vec![*meaning],
        label: String::new(),
        key: None,
    });
    vec![hinted.collect()]
}

fn fits_by_words(tree: &Tree<'_>, header: &Header, body: NodeId, width: usize) -> bool {
    let columns = header.columns.len();
    width == columns
        || width.abs_diff(columns) <= 1 && width >= 3
        || tree.subtree(body).any(|at| tree.children(at).count() == columns)
}

/// Whether the header's own table has rows of its own elsewhere.
fn owned_by_another(tree: &Tree<'_>, header: &Header, body: NodeId) -> bool {
    let table = std::iter::once(header.node)
        .chain(tree.ancestors(header.node))
        .find(|at| {
            tree.node(*at).tag == "table" || matches!(tree.attr(*at, "role"), Some("table" | "grid" | "treegrid"))
        });
    table.is_some_and(|table| {
        !tree.contains(table, body)
            && tree.subtree(table).any(|at| {
                is_row(tree, at)
                    && !tree.contains(header.node, at)
                    && !tree.contains(at, header.node)
                    && cells(tree, at).len() >= 2
                    && !tree.is_blank(at)
            })
    })
}

/// A page or drawer about one refund.
fn detail(
    tree: &Tree<'_>,
    element: NodeId,
    page: &PlatformPage,
    tokens: &[IdToken],
    anchors: &Anchors,
    labels: &mut Labels,
    clock: Clock,
) -> Option<ReadList> {
    let inside = anchors
        .texts
        .first()
        .and_then(|(text, _)| tree.all_texts().get(*text))
        .map(|text| text.node)
        .filter(|node| tree.contains(element, *node))?;
    let reader = Reader {
        tree,
        tokens,
        columns: &[],
        clock,
    };
    // The smallest element around the number that says what a refund is.
    let mut best: Option<(NodeId, Record, i32)> = None;
    for at in std::iter::once(inside)
        .chain(tree.ancestors(inside))
        .take_while(|at| tree.contains(element, *at))
    {
        let record = reader.record(
            &Parts {
                rows: vec![at],
                ..Parts::default()
            },
            labels,
        );
        let found = score(tree, std::slice::from_ref(&record), &[], labels);
        if best.as_ref().is_none_or(|(_, _, score)| found > *score) {
            best = Some((at, record, found));
        }
    }
    let _ = page;
    let (at, record, score) = best?;
    Some(ReadList {
        parent: tree.node(at).parent.unwrap_or(at),
        records: vec![record],
        columns: Vec::new(),
        flat: false,
        detail: true,
        score,
    })
}

/// Rows under a header where no row shows a number.
fn unnumbered(
    tree: &Tree<'_>,
    header: &Header,
    page: &PlatformPage,
    tokens: &[IdToken],
    headers: &[Header],
    labels: &mut Labels,
    clock: Clock,
) -> Option<ReadList> {
    let telling = header
        .columns
        .iter()
        .flat_map(|column| &column.meanings)
        .filter(|meaning| meaning.tells_a_refund())
        .count();
    if telling == 0 {
        return None;
    }
    let is_body = |at: NodeId| {
        is_row(tree, at) && !tree.contains(header.node, at) && !tree.contains(at, header.node) && !tree.is_blank(at)
    };
    let row = tree.ancestors(header.node).take(6).find_map(|up| {
        tree.subtree(up)
            .find(|at| is_body(*at) && cells(tree, *at).len().abs_diff(header.columns.len()) <= 1)
    })?;
    let parent = above(tree, row)?;
    let rows = below(tree, parent)
        .into_iter()
        .filter(|at| is_body(*at) && cells(tree, *at).len().abs_diff(header.columns.len()) <= 1);
    let records: Vec<Parts> = rows
        .map(|row| Parts {
            rows: vec![row],
            ..Parts::default()
        })
        .collect();
    read(
        tree,
        List {
            parent,
            records,
            kind: IdKind::Unknown,
            header: Some(header.clone()),
        },
        page,
        tokens,
        headers,
        labels,
        clock,
    )
}

/// How much speaks for after-sales records.
fn score(tree: &Tree<'_>, records: &[Record], columns: &[Vec<Column>], labels: &mut Labels) -> i32 {
    let named: BTreeSet<Meaning> = columns
        .iter()
        .flatten()
        .filter(|column| !column.label.is_empty())
        .flat_map(|column| column.meanings.iter().copied())
        .collect();
    let sample: Vec<&Record> = records.iter().take(20).collect();
    let most = |test: fn(&Record) -> bool| {
        sample.iter().filter(|record| test(record)).count().saturating_mul(3) >= sample.len().max(1)
    };
    let mut score: i32 = 0;
    let mut add = |holds: bool, points: i32| score = score.saturating_add(if holds { points } else { 0 });
    add(
        named.contains(&Meaning::Reason) || most(|record| record.reason.is_some()),
        4,
    );
    add(
        named.contains(&Meaning::RefundId) || most(|record| record.refund_id.is_some()),
        3,
    );
    add(
        named.contains(&Meaning::Service) || most(|record| record.service.is_some()),
        2,
    );
    add(most(|record| record.service.is_some()), 2);
    add(
        named.contains(&Meaning::RefundAmount) || most(|record| record.refund.is_some()),
        2,
    );
    add(
        named.contains(&Meaning::AppliedAt) || most(|record| record.applied_at.is_some()),
        1,
    );
    add(
        named.contains(&Meaning::Status) || most(|record| record.status.is_some()),
        1,
    );
    add(named.contains(&Meaning::NotARefund), -6);
    // The same words inside the records, where there are no headers.
    let foreign = sample.first().is_some_and(|record| {
        record
            .pieces
            .iter()
            .flat_map(|piece| tree.texts(*piece))
            .take(60)
            .any(|text| labels.meaning(&text.value) == Some(Meaning::NotARefund))
    });
    add(foreign && columns.is_empty(), -6);
    score
}
