//! The shared cases of `radar lint`, and our own: every expectation of every line holds.
//!
//! The shared cases lie outside the repository; without them the test says so and passes. Our own lie in `tests/lint/`, a file a rule,
//! lines that must fire and lines that must not.

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

use std::path::{Path, PathBuf};
use std::{env, fs};

use aftersales_radar::cli::lint;
use aftersales_radar::lint::{Rule, Severity};
use serde_json::{Map, Value, json};

fn shared() -> PathBuf {
    env::var_os("RADAR_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from)
}

fn rules(report: &Map<String, Value>) -> Vec<&str> {
    report["findings"].as_array().expect("findings").iter().filter_map(|finding| finding["rule"].as_str()).collect()
}

#[test]
fn every_expectation_of_every_case_holds() {
    let path = shared().join("cases/lint.jsonl");
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: no {}", path.display());
        return;
    };
    let mut faults = Vec::new();
    for line in text.lines() {
        let case: Value = serde_json::from_str(line).expect(line);
        let Value::Object(input) = case["in"].clone() else { panic!("{case}") };
        let report = lint::answer(input).unwrap_or_else(|error| panic!("{}: {error}", case["id"]));
        let found = rules(&report);
        let names = |key: &str| -> Vec<String> {
            let list = case["expect"][key].as_array().cloned().unwrap_or_default();
            list.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
        };
        let missing: Vec<_> = names("rules_has").into_iter().filter(|rule| !found.contains(&rule.as_str())).collect();
        let extra: Vec<_> = names("rules_not").into_iter().filter(|rule| found.contains(&rule.as_str())).collect();
        let blocked = case["expect"].get("blocked").is_none_or(|wanted| *wanted == report["blocked"]);
        if !missing.is_empty() || !extra.is_empty() || !blocked {
            faults.push(format!("{} lacks {missing:?}, has {extra:?}: {}", case["id"], report["findings"]));
        }
    }
    assert!(faults.is_empty(), "{} cases:\n{}", faults.len(), faults.join("\n"));
}

/// Our own lines: `{"fires": …}` or `{"spares": …}` with the text, and what else the rule needs to see.
#[test]
fn every_rule_fires_and_spares() {
    let mut faults = Vec::new();
    for rule in Rule::ALL {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/lint/{}.jsonl", rule.id()));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let (mut fires, mut spares) = (0, 0);
        for line in text.lines() {
            let Ok(Value::Object(mut input)) = serde_json::from_str(line) else { panic!("{line}") };
            let (wanted, text) = match (input.remove("fires"), input.remove("spares")) {
                (Some(text), None) => (true, text),
                (None, Some(text)) => (false, text),
                _ => panic!("{line}: expected fires or spares"),
            };
            if wanted {
                fires += 1
            } else {
                spares += 1
            }
            input.insert("text".to_owned(), text.clone());
            input.entry("platform").or_insert(json!("jd"));
            let report = lint::answer(input).unwrap_or_else(|error| panic!("{line}: {error}"));
            let found = rules(&report);
            let blocks = report["blocked"] == true && rule.severity() == Severity::Block;
            if found.contains(&rule.id()) != wanted || (!wanted && blocks) {
                let what = if wanted { "does not fire on" } else { "does not spare" };
                faults.push(format!("{} {what} {text}: {found:?}", rule.id()));
            }
        }
        assert!(fires >= 12 && spares >= 12, "{}: {fires} lines that fire, {spares} that must not", rule.id());
    }
    assert!(faults.is_empty(), "{} lines:\n{}", faults.len(), faults.join("\n"));
}
