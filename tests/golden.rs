//! Snapshots taken by the real browser from real kit pages, and what must be read from them.
//!
//! A pair is `<name>.snapshot.json` (a `read` request) and `<name>.plan.json` (what the plan says about the reading, judgement left out:
//! that has tests of its own and may change without the reading changing). `RADAR_BLESS=1 cargo test --test golden` writes the plans anew.

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

use std::fs;
use std::path::{Path, PathBuf};

use aftersales_radar::engine::evaluate;
use serde_json::{Value, json};

fn snapshots() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".snapshot.json"));
    files.sort();
    files
}

/// What a plan says about the reading.
fn reading(plan: &Value) -> Value {
    let report = &plan["report"];
    let cards = plan["cards"].as_array().unwrap();
    let marks = plan["marks"].as_array().unwrap();
    assert_eq!((cards.len(), marks.len()), (report["records"].as_array().unwrap().len(), cards.len()));
    let records: Vec<Value> = cards
        .iter()
        .zip(marks)
        .map(|(card, mark)| {
            assert_eq!(card["key"], mark["key"]);
            json!({
                "key": card["key"], "ids": card["ids"], "nodes": mark["nodes"], "anchor": mark["anchor"], "reason": card["reason"]["raw"],
                "note": card["words"].as_array().unwrap().iter().find(|words| words["from"] == "note").map(|words| &words["text"]),
                "service": card["service"]["id"], "status": card["status"], "shipping": card["shipping"], "amount": card["amount"],
                "paid": card["paid"], "goods": card["goods"], "unreadable": card["unreadable"],
                "deadline": if card["deadline"]["source"] == "page" { card["deadline"]["at"].clone() } else { Value::Null },
            })
        })
        .collect();
    json!({ "page": plan["page"], "platform": plan["platform"], "total": report["total"], "unknown_columns": report["unknown_columns"], "records": records })
}

#[test]
fn every_snapshot_reads_as_its_plan_says() {
    let files = snapshots();
    assert!(files.len() >= 10, "only {} golden snapshots", files.len());
    for file in files {
        let plan: Value = serde_json::from_str(&evaluate(&fs::read_to_string(&file).unwrap())).unwrap();
        assert!(plan.get("error").is_none(), "{}: {plan}", file.display());
        let found = reading(&plan);
        let expected = PathBuf::from(file.to_string_lossy().replace(".snapshot.json", ".plan.json"));
        if std::env::var_os("RADAR_BLESS").is_some() {
            fs::write(&expected, serde_json::to_string_pretty(&found).unwrap() + "\n").unwrap();
        }
        let wanted: Value = serde_json::from_str(&fs::read_to_string(&expected).unwrap()).unwrap();
        for (place, (one, other)) in
            found["records"].as_array().unwrap().iter().zip(wanted["records"].as_array().unwrap()).enumerate()
        {
            assert_eq!(one, other, "{}, record {place}", file.display());
        }
        assert_eq!(found, wanted, "{}", file.display());
    }
}
