//! `bench gold`: how well buyers' words are understood, on labelled real lines that do not lie in this repository.
//!
//! They are looked for in `$RADAR_SHARED/gold` or `../shared/gold`; without them the test says so and passes.
//! `RADAR_PACKS=packs/issues` reads the cues from there instead of the built-in ones, `RADAR_SHOW=1` prints the lines that go wrong.

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

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use aftersales_radar::issue::lexicon::{self, Lexicon};
use aftersales_radar::issue::{Issue, classify_with};
use serde_json::Value;

struct Line {
    id: String,
    text: String,
    issues: Vec<Issue>,
    quality: Option<bool>,
}

#[derive(Default)]
struct Figures {
    all: usize,
    strict: usize,
    lenient: usize,
    judged: usize,
    quality_right: usize,
    faulty: usize,
    faulty_asked: usize,
    sound: usize,
    sound_asked: usize,
    per_issue: BTreeMap<String, (usize, usize)>,
    confused: BTreeMap<String, usize>,
}

impl Figures {
    fn share(part: usize, whole: usize) -> f64 {
        100.0 * part as f64 / whole.max(1) as f64
    }

    fn print(&self, name: &str) {
        println!(
            "{name}: {} lines · primary strict {:.1} % · lenient {:.1} % · quality_cause {:.1} % of {} · would ask at a real fault {:.1} % of {} · at a sound unit {:.1} % of {}",
            self.all,
            Self::share(self.strict, self.all),
            Self::share(self.lenient, self.all),
            Self::share(self.quality_right, self.judged),
            self.judged,
            Self::share(self.faulty_asked, self.faulty),
            self.faulty,
            Self::share(self.sound_asked, self.sound),
            self.sound,
        );
    }
}

fn name(issue: Issue) -> String {
    serde_json::to_value(issue).unwrap().as_str().unwrap().to_owned()
}

fn issue(name: &str) -> Issue {
    serde_json::from_value(Value::String(name.to_owned())).unwrap_or_else(|_| panic!("no issue {name:?}"))
}

fn score(lexicon: &Lexicon, lines: &[Line], show: bool) -> Figures {
    let mut figures = Figures::default();
    for line in lines {
        let found = classify_with(lexicon, &line.text);
        let strict = found.primary == line.issues[0];
        let lenient = line.issues.contains(&found.primary);
        figures.all += 1;
        figures.strict += usize::from(strict);
        figures.lenient += usize::from(lenient);
        let entry = figures.per_issue.entry(name(line.issues[0])).or_default();
        entry.0 += 1;
        entry.1 += usize::from(strict);
        if !lenient {
            *figures
                .confused
                .entry(format!("{} taken for {}", name(line.issues[0]), name(found.primary)))
                .or_default() += 1;
        }
        let quality_right = line.quality.is_none() || found.quality_cause == line.quality;
        if let Some(quality) = line.quality {
            figures.judged += 1;
            figures.quality_right += usize::from(quality_right);
            let asked = found.quality_cause == Some(false);
            if quality {
                figures.faulty += 1;
                figures.faulty_asked += usize::from(asked);
            } else if !matches!(line.issues[0], Issue::Praise | Issue::Other | Issue::SellerService | Issue::Packaging)
            {
                figures.sound += 1;
                figures.sound_asked += usize::from(asked);
            }
        }
        if show && (!lenient || !quality_right) {
            let cues: Vec<String> = found
                .issues
                .iter()
                .map(|found| {
                    format!(
                        "{} {}: {}",
                        name(found.issue),
                        found.weight,
                        found.cues.iter().map(|cue| cue.text.clone()).collect::<Vec<_>>().join("|")
                    )
                })
                .collect();
            println!(
                "{} {} {:?} → {} {:?}{} | {} | {}",
                line.id,
                line.issues.iter().map(|issue| name(*issue)).collect::<Vec<_>>().join(","),
                line.quality,
                name(found.primary),
                found.quality_cause,
                if line.quality == Some(true) && found.quality_cause == Some(false) { " !!" } else { "" },
                line.text.chars().take(160).collect::<String>(),
                cues.join("; ")
            );
        }
    }
    figures
}

fn shared() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::var_os("RADAR_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    folder.is_dir().then_some(folder)
}

fn gold(folder: &Path) -> Vec<Line> {
    let mut lines = Vec::new();
    for file in ["reviews_dev", "probe_dev", "refund_notes_dev"] {
        let text = std::fs::read_to_string(folder.join("gold").join(format!("{file}.jsonl"))).unwrap();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let value: Value = serde_json::from_str(line).unwrap();
            lines.push(Line {
                id: value["id"].as_str().unwrap().to_owned(),
                text: value["text"].as_str().unwrap().to_owned(),
                issues: value["issues"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|found| issue(found.as_str().unwrap()))
                    .collect(),
                quality: value["quality_cause"].as_bool(),
            });
        }
    }
    lines
}

/// Our own labelled lines in a folder: text, issues, quality, script, parted by tabs.
fn own_lines(folder: &str) -> Vec<Line> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths.into_iter().filter(|path| path.extension().is_some_and(|it| it == "tsv")) {
        let text = std::fs::read_to_string(&path).unwrap();
        for (number, line) in
            text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        {
            let fields: Vec<&str> = line.split('\t').collect();
            if fields.len() < 3 || fields[0] == "text" {
                continue;
            }
            lines.push(Line {
                id: format!("{}:{}", path.file_stem().unwrap().to_string_lossy(), number + 1),
                text: fields[0].to_owned(),
                issues: fields[1].split(',').map(|name| issue(name.trim())).collect(),
                quality: fields[2].trim().parse().ok(),
            });
        }
    }
    lines
}

fn cues() -> Lexicon {
    let folder = std::env::var_os("RADAR_PACKS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/issues"), PathBuf::from);
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            (
                path.file_stem().unwrap().to_string_lossy().into_owned(),
                toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
            )
        })
        .collect();
    let (lexicon, faults) = lexicon::build(files);
    assert!(faults.is_empty(), "{faults:#?}");
    lexicon
}

#[test]
fn gold_lines_are_understood() {
    let Some(folder) = shared() else {
        println!("gold lines are not here; nothing was measured");
        return;
    };
    let lexicon = cues();
    let show = std::env::var_os("RADAR_SHOW").is_some_and(|show| show == "gold");
    let figures = score(&lexicon, &gold(&folder), show);
    figures.print("gold");
    for (name, (all, right)) in &figures.per_issue {
        println!("  {name}: {right} of {all}");
    }
    let mut confused: Vec<_> = figures.confused.iter().collect();
    confused.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    for (pair, count) in confused.into_iter().take(25) {
        println!("  {count} × {pair}");
    }
    let share = Figures::share;
    assert!(share(figures.strict, figures.all) >= 72.0, "primary strict");
    assert!(share(figures.lenient, figures.all) >= 85.0, "primary lenient");
    assert!(share(figures.quality_right, figures.judged) >= 90.0, "quality cause");
    assert!(share(figures.faulty_asked, figures.faulty) <= 1.0, "a buyer with a real fault would be asked");
    assert!(share(figures.sound_asked, figures.sound) >= 75.0, "a misfiled reason would be missed");
}

#[test]
fn refund_notes_are_understood() {
    let Some(folder) = shared() else {
        println!("refund cases are not here; nothing was measured");
        return;
    };
    let lexicon = cues();
    let (mut all, mut right) = (0, 0);
    for line in std::fs::read_to_string(folder.join("cases/refund.jsonl")).unwrap().lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let (input, expect) = (&case["in"], &case["expect"]);
        let text = input["note"].as_str().or(input["chat"].as_str()).unwrap_or_default();
        let found = classify_with(&lexicon, text);
        let primary = expect["primary"]
            .as_array()
            .is_none_or(|wanted| wanted.iter().any(|wanted| *wanted == name(found.primary)));
        let quality = expect.get("quality_cause").is_none_or(|wanted| wanted.as_bool() == found.quality_cause);
        let safety =
            !expect["advice_has"].as_array().is_some_and(|advice| advice.iter().any(|kind| kind == "escalate_safety"))
                || found.signals.contains(&aftersales_radar::issue::Signal::Safety);
        all += 1;
        right += usize::from(primary && quality && safety);
        if !(primary && quality && safety) {
            println!(
                "{} wanted {} {} → {} {:?} {:?} | {text} | {:?}",
                case["id"],
                expect["primary"],
                expect["quality_cause"],
                name(found.primary),
                found.quality_cause,
                found.signals,
                found
                    .issues
                    .iter()
                    .map(|found| (
                        name(found.issue),
                        found.weight,
                        found.cues.iter().map(|cue| cue.text.clone()).collect::<Vec<_>>().join("|")
                    ))
                    .collect::<Vec<_>>()
            );
        }
    }
    println!("refund cases: {right} of {all}");
}

#[test]
fn own_lines_are_understood() {
    let lexicon = cues();
    let show = std::env::var_os("RADAR_SHOW").is_some_and(|show| show == "own");
    let mut lines = own_lines("packs/lines");
    // After `train -- without 0`, the fifth that the model has not seen.
    if let Some(fold) = std::env::var("RADAR_FOLD").ok().and_then(|fold| fold.parse::<usize>().ok()) {
        let mut number = 0;
        lines.retain(|_| {
            number += 1;
            (number - 1) % 5 == fold
        });
    }
    score(&lexicon, &lines, show).print("own lines");
}

/// Nothing learns from these: see `tests/unseen/README.md`.
#[test]
fn unseen_lines_are_measured() {
    let show = std::env::var_os("RADAR_SHOW").is_some_and(|show| show == "unseen");
    let figures = score(&cues(), &own_lines("tests/unseen"), show);
    figures.print("unseen lines");
    assert!(figures.all >= 1500, "the lines are not there");
    // 4.2 % when this was written; the aim of 1 % is not reached on words that nobody had in mind.
    assert!(Figures::share(figures.faulty_asked, figures.faulty) <= 5.0, "a buyer with a real fault would be asked");
}
