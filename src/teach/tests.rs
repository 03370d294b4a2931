//! Pages as other platforms, old back offices and ERPs draw them: taught by one record, read whole, and after a change read right or not at all.

mod broken;
mod hard;
mod known;
mod pages;
mod reviews;

use super::kind::{Kind, Name};
use super::look::{Done, Naming, Problem, Seeing, look};
use super::page::Taught;
use super::read::read;
use crate::pack::Platform;
use crate::page::node::{NodeId, Tree};
use crate::page::parse::parse_into;
use crate::page::read::{PageKind, Reading};
use crate::page::record::{Clock, Record};
use crate::page::snapshot::Address;
use crate::text::moment::{Moment, SHANGHAI};
use pages::{HEAD, ROWS, cards, divs, el, leaf, row, rows, text, two_tables};

fn clock() -> Clock {
    Clock { now: Moment::parse("2026-11-20 10:00:00", SHANGHAI).ok(), zone: SHANGHAI }
}

fn address() -> Address {
    Address { host: "erp.example".into(), path: "/shop/20931/aftersale".into(), ..Address::default() }
}

fn tree(json: &str) -> Tree<'_> {
    let mut tree = Tree::default();
    parse_into(&mut tree, json).unwrap_or_else(|error| panic!("{error}: {json}"));
    tree
}

fn at(tree: &Tree<'_>, said: &str) -> NodeId {
    tree.all_texts().iter().find(|text| text.value == said).unwrap_or_else(|| panic!("nothing says {said:?}")).node
}

fn ask(tree: &Tree<'_>, done: Done) -> Seeing {
    look(tree, &address(), "工单 - 某ERP", done, clock())
}

fn picked(tree: &Tree<'_>, node: NodeId) -> Seeing {
    ask(tree, Done { record: Some(node), ..Done::default() })
}

/// Points at a text of a record and at the text of each field, and names these.
fn taught(tree: &Tree<'_>, record: &str, fields: &[(&str, Name)]) -> Taught {
    let mut seeing = picked(tree, at(tree, record));
    assert_eq!(seeing.records.len(), 4, "{seeing:?}");
    // Nothing but what is named here.
    for column in 0..seeing.columns.len() {
        seeing = named(tree, seeing, column, None);
    }
    for (said, meaning) in fields {
        seeing = ask(tree, Done { draft: seeing.draft, field: Some(at(tree, said)), ..Done::default() });
        let column = seeing.column.unwrap_or_else(|| panic!("{said}: {:?}", seeing.problem));
        seeing = named(tree, seeing, column, Some(*meaning));
    }
    seeing.page.unwrap_or_else(|| panic!("{:?}: {:?}", seeing.problem, seeing.columns))
}

fn named(tree: &Tree<'_>, seeing: Seeing, column: usize, meaning: Option<Name>) -> Seeing {
    ask(tree, Done { draft: seeing.draft, name: Some(Naming { column, meaning }), ..Done::default() })
}

const ALL: [(&str, Name); 5] = [
    ("做工差", Name::Reason),
    ("走线歪了", Name::Note),
    ("AS20261120001", Name::RefundId),
    ("¥12.50", Name::RefundAmount),
    ("2026-11-20 09:05", Name::AppliedAt),
];

fn reading(json: &str, pages: &[Taught]) -> Reading {
    // As it comes out of the storage.
    let stored: Vec<Taught> = serde_json::from_str(&serde_json::to_string(pages).unwrap()).unwrap();
    read(&tree(json), &address(), &stored, clock())
}

fn values(record: &Record) -> [String; 5] {
    let shown =
        |shown: &Option<crate::page::record::Shown>| shown.as_ref().map(|shown| shown.text.clone()).unwrap_or_default();
    [
        shown(&record.reason),
        shown(&record.note),
        record.refund_id.clone().unwrap_or_default(),
        record.refund.as_ref().map(|figure| figure.value.clone()).unwrap_or_default(),
        record.applied_at.map(Moment::to_rfc3339).unwrap_or_default(),
    ]
}

fn wanted() -> Vec<[String; 5]> {
    let one = |row: &[&str; 5]| {
        let time = row[4].replace(' ', "T") + ":00+08:00";
        [row[0].to_owned(), row[1].to_owned(), row[2].to_owned(), row[3].replace(['¥', ','], ""), time]
    };
    ROWS.iter().map(one).collect()
}

fn reads_all(json: &str, page: &Taught) {
    let reading = reading(json, std::slice::from_ref(page));
    assert_eq!((reading.kind, reading.platform), (PageKind::Refunds, Some(Platform::Unknown)), "{page:?}");
    assert_eq!(reading.records.iter().map(values).collect::<Vec<_>>(), wanted(), "{page:?}");
    assert_eq!(reading.records[0].key, "unknown:refund:AS20261120001");
    assert!(reading.lost.is_empty() && reading.missing.is_empty());
}

fn is_lost(json: &str, page: &Taught) {
    let reading = reading(json, std::slice::from_ref(page));
    assert_eq!((reading.records.len(), reading.lost.len()), (0, 1), "{page:?}");
}

#[test]
fn a_table_with_its_header_in_another_table() {
    let json = two_tables(&HEAD, &rows());
    let page = taught(&tree(&json), "少了一双袜子", &ALL);
    assert_eq!((page.host.as_str(), page.place.as_str()), ("erp.example", "/shop/*/aftersale"));
    reads_all(&json, &page);
}

#[test]
fn columns_that_were_moved_are_followed_and_columns_that_are_gone_are_said() {
    let page = taught(&tree(&two_tables(&HEAD, &rows())), "少发", &ALL);
    let turn = |row: &[&'static str]| row.iter().rev().copied().collect::<Vec<_>>();
    reads_all(&two_tables(&turn(&HEAD), &rows().iter().map(|row| turn(row)).collect::<Vec<_>>()), &page);
    let mut renamed = HEAD;
    renamed[3] = "件数";
    let less = reading(&two_tables(&renamed, &rows()), std::slice::from_ref(&page));
    assert_eq!((less.records.len(), less.missing), (4, vec!["小计".to_owned()]));
    assert!(less.records.iter().all(|record| record.refund.is_none() && record.reason.is_some()));
}

#[test]
fn cards_with_words_before_values_and_a_note_that_may_be_missing() {
    let json = cards("1q2w");
    let page = taught(&tree(&json), "做工差", &ALL);
    assert!(!serde_json::to_string(&page).unwrap().contains("css-"), "{page:?}");
    reads_all(&json, &page);
    reads_all(&cards("7x8y"), &page);
}

#[test]
fn a_grid_of_divs_without_any_name() {
    let json = divs();
    let page = taught(&tree(&json), "太小，穿不进去", &ALL);
    reads_all(&json, &page);
    // A column more: places say nothing any more, so nothing is read.
    let wider: Vec<String> = ROWS
        .iter()
        .map(|values| {
            let mut values = values.to_vec();
            values.insert(0, "新");
            row("div", "div", "", &values)
        })
        .collect();
    is_lost(&el("main", "", &[el("div", "", &wider)]), &page);
    // As many, in another order: a time is no amount, so this is another list.
    let turned: Vec<String> =
        ROWS.iter().map(|values| row("div", "div", "", &values.iter().rev().copied().collect::<Vec<_>>())).collect();
    is_lost(&el("main", "", &[el("div", "", &turned)]), &page);
}

#[test]
fn a_row_of_words_among_rows_of_divs_is_their_header() {
    let mut all = vec![row("div", "div", "line", &HEAD)];
    all.extend(ROWS.iter().map(|values| row("div", "div", "line", values)));
    let json = el("div", "list", &all);
    let page = taught(&tree(&json), "少发", &ALL);
    assert!(page.columns.iter().all(|column| column.head.is_some()), "{page:?}");
    reads_all(&json, &page);
}

#[test]
fn only_what_was_named_is_read() {
    let json = two_tables(&HEAD, &rows());
    let page = taught(&tree(&json), "少发", &ALL[..1]);
    let reading = reading(&json, &[page]);
    assert!(reading.records.iter().all(|record| record.reason.is_some()
        && record.note.is_none()
        && record.id().is_none()
        && record.refund.is_none()));
}

#[test]
fn known_words_are_proposed_and_an_empty_field_can_be_pointed_at() {
    let json = two_tables(&["退款原因", "买家说明", "退款编号", "退款金额", "申请时间"], &rows());
    let tree = tree(&json);
    let seeing = picked(&tree, at(&tree, "不想要了"));
    let names: Vec<_> = seeing.columns.iter().map(|column| column.meaning).collect();
    assert_eq!(names, ALL.map(|(_, meaning)| Some(meaning)));
    assert_eq!(seeing.columns.iter().map(|column| column.read).collect::<Vec<_>>(), [4, 3, 4, 4, 4]);
    // The note of the second row is empty.
    let empty = tree.node(at(&tree, "不想要了")).end;
    assert!(tree.is_blank(empty));
    let seeing = ask(&tree, Done { draft: seeing.draft, field: Some(empty), ..Done::default() });
    assert_eq!(seeing.column, Some(1));
    reads_all(&json, &seeing.page.unwrap());
}

#[test]
fn a_header_and_what_is_no_record_are_refused() {
    let json = el("div", "", &[leaf("h1", "", "工作台"), two_tables(&HEAD, &rows())]);
    let tree = tree(&json);
    assert_eq!(picked(&tree, at(&tree, "小计")).problem, Some(Problem::Header));
    assert_eq!(picked(&tree, at(&tree, "工作台")).problem, Some(Problem::NoRecord));
    let seeing = picked(&tree, at(&tree, "少发"));
    let outside = ask(&tree, Done { draft: seeing.draft.clone(), field: Some(at(&tree, "工作台")), ..Done::default() });
    assert_eq!((outside.problem, outside.column), (Some(Problem::Outside), None));
    let nothing = seeing.columns.len();
    assert_eq!((nothing, seeing.problem, seeing.page.is_none()), (5, Some(Problem::Nothing), true));
    for node in [usize::MAX, 100_000] {
        assert_eq!(picked(&tree, node).problem, Some(Problem::NoRecord));
    }
}

#[test]
fn a_wrong_name_is_noticed() {
    let json = two_tables(&HEAD, &rows());
    let tree = tree(&json);
    let mut seeing = picked(&tree, at(&tree, "少发"));
    for (column, meaning) in [(1, Name::Reason), (0, Name::RefundAmount)] {
        seeing = named(&tree, seeing, column, Some(meaning));
    }
    assert_eq!((seeing.problem, seeing.page), (Some(Problem::Misnamed), None));
}

#[test]
fn one_name_stands_in_one_place() {
    let json = two_tables(&HEAD, &rows());
    let tree = tree(&json);
    let mut seeing = picked(&tree, at(&tree, "少发"));
    for column in [1, 0] {
        seeing = named(&tree, seeing, column, Some(Name::Reason));
    }
    assert_eq!((seeing.columns[0].meaning, seeing.columns[1].meaning), (Some(Name::Reason), None));
}

#[test]
fn a_single_record_is_taught_with_a_warning() {
    let one = vec![ROWS[0].to_vec()];
    let json = two_tables(&HEAD, &one);
    let first = tree(&json);
    let mut seeing = picked(&first, at(&first, "做工差"));
    assert!(seeing.single && seeing.records.len() == 1);
    for (column, (_, meaning)) in ALL.iter().enumerate() {
        seeing = named(&first, seeing, column, Some(*meaning));
    }
    reads_all(&two_tables(&HEAD, &rows()), &seeing.page.unwrap());
}

#[test]
fn lists_are_proposed_before_anything_is_pointed_at() {
    for json in [two_tables(&HEAD, &rows()), cards("1q2w"), divs()] {
        let tree = tree(&json);
        let lists = ask(&tree, Done::default()).lists;
        assert_eq!(lists.first().map(Vec::len), Some(4), "{lists:?}");
        let first = lists[0][0];
        let seeing = ask(&tree, Done { record: Some(first), level: Some(0), ..Done::default() });
        assert_eq!(seeing.records, lists[0]);
    }
}

#[test]
fn every_field_can_be_taught() {
    let json = two_tables(&HEAD, &rows());
    let tree = tree(&json);
    let seeing = picked(&tree, at(&tree, "少发"));
    for kind in [Kind::Refunds, Kind::Reviews] {
        let seeing = ask(&tree, Done { draft: seeing.draft.clone(), page: Some(kind), ..Done::default() });
        for name in kind.names() {
            let seeing = named(&tree, Seeing { draft: seeing.draft.clone(), ..Seeing::default() }, 0, Some(name));
            assert_eq!(seeing.columns[0].meaning, Some(name));
        }
    }
}
