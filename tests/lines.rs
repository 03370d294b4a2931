//! The labelled buyer lines under `packs/lines` are well formed: they train the cue weights and guard them against regressions.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs,
    reason = "a tool or test outside the product may stop and print"
)]

use aftersales_radar::issue::Issue;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

/// Every issue needs this many lines that name it first, or the model learns too little of it.
const PRIMARIES_WANTED: usize = 90;
const HEADER: &str = "text\tissues\tquality\tscript";

struct Line {
    place: String,
    text: String,
    issues: Vec<Issue>,
    quality: Option<bool>,
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/lines");
    let mut found: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a readable folder entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "tsv"))
        .collect();
    found.sort();
    found
}

fn issue(place: &str, id: &str) -> Issue {
    serde_json::from_value(id.into()).unwrap_or_else(|_| panic!("{place}: no issue is called `{id}`"))
}

fn parse(place: String, row: &str) -> Line {
    let fields: Vec<&str> = row.split('\t').collect();
    let [text, issues, quality, script] = fields[..] else {
        panic!("{place}: {} fields, expected 4", fields.len());
    };
    assert!(!text.is_empty() && text == text.trim(), "{place}: text is empty or has outer blanks");
    assert!(matches!(script, "hans" | "hant" | "en"), "{place}: script `{script}`");
    let quality = match quality {
        "true" => Some(true),
        "false" => Some(false),
        "null" => None,
        other => panic!("{place}: quality `{other}`"),
    };
    let issues: Vec<Issue> = issues.split(',').map(|id| issue(&place, id)).collect();
    Line { place, text: text.to_owned(), issues, quality }
}

fn lines() -> Vec<Line> {
    let mut all = Vec::new();
    for path in files() {
        let name = path.file_name().expect("a file name").to_string_lossy().into_owned();
        let content = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut rows = content.lines();
        assert_eq!(rows.next(), Some(HEADER), "{name}: header");
        all.extend(rows.enumerate().map(|(number, row)| parse(format!("{name}:{}", number + 2), row)));
    }
    all
}

#[test]
fn every_line_parses_and_no_text_comes_twice() {
    let mut seen: HashMap<String, String> = HashMap::new();
    for line in lines() {
        if let Some(before) = seen.insert(line.text.clone(), line.place.clone()) {
            panic!("{} repeats {before}: {}", line.place, line.text);
        }
    }
    assert!(seen.len() >= 2_500, "only {} lines", seen.len());
}

#[test]
fn issues_of_a_line_are_distinct_and_praise_or_other_stand_alone_from_faults() {
    for line in lines() {
        for (at, issue) in line.issues.iter().enumerate() {
            assert!(!line.issues[..at].contains(issue), "{}: {issue:?} comes twice", line.place);
        }
        if line.issues.contains(&Issue::Praise) {
            assert_eq!(line.issues.len(), 1, "{}: praise means no gripe at all", line.place);
            assert_eq!(line.quality, Some(false), "{}: praise blames no goods", line.place);
        }
        if line.issues[0] == Issue::Other {
            assert_ne!(line.quality, Some(true), "{}: `other` names no fault", line.place);
        }
    }
}

#[test]
fn every_issue_has_enough_lines_of_its_own() {
    let mut count: BTreeMap<Issue, usize> = BTreeMap::new();
    for line in lines() {
        *count.entry(line.issues[0]).or_default() += 1;
    }
    assert_eq!(count.len(), 22, "issues without a line of their own");
    let few: Vec<_> = count.iter().filter(|(_, lines)| **lines < PRIMARIES_WANTED).collect();
    assert!(few.is_empty(), "fewer than {PRIMARIES_WANTED} lines: {few:?}");
}
