//! The shared cases of `radar target`: every result is the expected one, letter by letter.
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

use std::path::{Path, PathBuf};
use std::{env, fs};

use aftersales_radar::cli::target;
use serde_json::Value;

#[test]
fn every_case_has_its_result() {
    let shared = env::var_os("RADAR_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let path = shared.join("cases/target.jsonl");
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: no {}", path.display());
        return;
    };
    let mut faults = Vec::new();
    for line in text.lines() {
        let Value::Object(mut case) = serde_json::from_str(line).expect(line) else { panic!("{line}") };
        let wanted = case.remove("expect").expect(line);
        let right = match (target::answer(case), wanted.as_str().and_then(|wanted| wanted.strip_prefix("error: "))) {
            (Ok(answer), None) => answer["result"] == wanted,
            (Err(error), Some(part)) => error.starts_with(part),
            _ => false,
        };
        if !right {
            faults.push(line.to_owned());
        }
    }
    assert!(faults.is_empty(), "{} wrong:\n{}", faults.len(), faults.join("\n"));
}

/// Binary fractions must not come near these numbers: 4.7 is none of them.
#[test]
fn no_binary_floating_point_from_text_to_text() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src/score"), root.join("src/cli/target")];
    let mut files = vec![root.join("src/cli/target.rs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    assert!(files.len() > 10);
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        let floating = words.filter(|word| word.ends_with("f32") || word.ends_with("f64")).count();
        let literals = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//") && !line.contains("r#") && binary_literal(line))
            .count();
        assert_eq!((floating, literals), (0, 0), "{}", file.display());
    }
}

/// Whether a line of code holds a number with a point outside quotes.
fn binary_literal(line: &str) -> bool {
    let code: String = line.replace("\\\"", "").split('"').step_by(2).collect();
    let letters: Vec<char> = code.chars().collect();
    letters.windows(3).any(|three| three[0].is_ascii_digit() && three[1] == '.' && three[2].is_ascii_digit())
}
