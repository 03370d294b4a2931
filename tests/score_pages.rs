//! Score pages taken by the real browser from the real kit pages of tests/kits/src/scores, and what must be read from them.
//!
//! `tests/golden/scores/<name>.snapshot.json` is a `read` request, `<name>.scores.json` what the plan says about its scores.
//! `RADAR_BLESS=1 cargo test --test score_pages` writes the latter anew; `tests/e2e/pages/scores.ts` compares with the truths.

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

#[test]
fn every_score_page_reads_as_it_should() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/scores");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".snapshot.json"));
    files.sort();
    assert!(files.len() >= 8, "only {} pages", files.len());
    for file in files {
        let plan: Value = serde_json::from_str(&evaluate(&fs::read_to_string(&file).unwrap())).unwrap();
        let shown = |score: &Value| {
            json!({
                "label": score["label"], "metric": score["metric"], "value": score["value"], "unit": score["unit"], "count": score["count"],
                "bad": score["bad"], "histogram": score["histogram"], "window": score["window"], "state": score["state"], "need": score["need"],
            })
        };
        let scores: Vec<Value> = plan["report"]["scores"].as_array().unwrap().iter().map(shown).collect();
        let chips: Vec<&Value> = plan["chips"].as_array().unwrap().iter().map(|chip| &chip["label"]).collect();
        let found = json!({ "page": plan["page"], "platform": plan["platform"], "scores": scores, "chips": chips });
        let expected = PathBuf::from(file.to_string_lossy().replace(".snapshot.json", ".scores.json"));
        if std::env::var_os("RADAR_BLESS").is_some() {
            fs::write(&expected, serde_json::to_string_pretty(&found).unwrap() + "\n").unwrap();
        }
        let wanted: Value = serde_json::from_str(&fs::read_to_string(&expected).unwrap()).unwrap();
        assert_eq!(found, wanted, "{}", file.display());
    }
}
