//! The shared cases of `radar refund`: every expectation of every line holds.
//!
//! The cases lie outside the repository; without them the test says so and passes.

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

use std::path::PathBuf;
use std::{env, fs};

use aftersales_radar::cli::refund;
use serde_json::{Map, Value};

fn shared() -> PathBuf {
    env::var_os("RADAR_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from)
}

fn lines(file: &str) -> Option<Vec<Value>> {
    let path = shared().join(file);
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: no {}", path.display());
        return None;
    };
    Some(text.lines().map(|line| serde_json::from_str(line).expect(line)).collect())
}

#[test]
fn every_expectation_of_every_case_holds() {
    let Some(cases) = lines("cases/refund.jsonl") else {
        return;
    };
    let mut faults = Vec::new();
    for case in &cases {
        let Value::Object(input) = case["in"].clone() else { panic!("{case}") };
        let note = input.get("note").or(input.get("chat")).cloned().unwrap_or_default();
        let verdict = refund::answer(input).unwrap_or_else(|error| panic!("{}: {error}", case["id"]));
        let expect = case["expect"].as_object().expect("expectations");
        for (key, wanted) in expect {
            if let Some(fault) = fault(&verdict, key, wanted) {
                faults.push(format!("{} {fault}\n     {note}", case["id"]));
            }
        }
    }
    assert!(faults.is_empty(), "{} of {} cases:\n{}", faults.len(), cases.len(), faults.join("\n"));
}

/// What is wrong with one expectation; `None` when it holds.
fn fault(verdict: &Map<String, Value>, key: &str, wanted: &Value) -> Option<String> {
    let advice = verdict["advice"].as_array().expect("advice");
    let kinds: Vec<&str> = advice.iter().filter_map(|one| one["kind"].as_str()).collect();
    let among = |list: &Value, kind: &str| list.as_array().is_some_and(|list| list.iter().any(|one| one == kind));
    let found = match key {
        "advice_has" => {
            let missing = wanted.as_array()?.iter().find(|one| !kinds.iter().any(|kind| one == kind))?;
            return Some(format!("advice lacks {missing}, has {kinds:?}"));
        }
        "advice_not" => {
            let extra = kinds.iter().find(|kind| among(wanted, kind))?;
            return Some(format!("advice has {extra}"));
        }
        "ask_helps" => {
            let ask = advice.iter().find(|one| one["kind"] == "ask_reason_change");
            ask.map_or(&Value::Null, |ask| &ask["helps"])
        }
        "counts" | "basis" => &verdict["reason"][key],
        "primary" | "quality_cause" => &verdict["cause"][key],
        "match" | "level" | "leaves_window" | "score" | "deadline" => &verdict[key],
        other => return Some(format!("unknown expectation {other}")),
    };
    let holds = wanted.as_array().map_or(found == wanted, |any| any.contains(found));
    (!holds).then(|| format!("{key}: expected {wanted}, found {found}"))
}
