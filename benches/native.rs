//! The native figures of `cargo xtask bench`: throughput of classify and refund, and classify against a bare scan.
//! One figure a line: name, tab, value. `cargo xtask bench` puts them into its table.

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

use std::collections::BTreeSet;
use std::fs::File;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use aftersales_radar::issue::lexicon::PackFile;
use aftersales_radar::issue::pattern::{self, Piece};
use aftersales_radar::{engine, issue};
use aho_corasick::AhoCorasick;

/// How long each figure is measured for.
const SPAN: Duration = Duration::from_millis(1500);
/// Lines that `radar refund` answers in one round.
const REFUNDS: usize = 20_000;

fn main() {
    let lines = buyer_lines();
    let characters: usize = lines.iter().map(|line| line.chars().count()).sum();
    let scanner = AhoCorasick::new(cue_words()).unwrap();

    let scan = |line: &str| {
        black_box(scanner.find_overlapping_iter(line).count());
    };
    let classify = |line: &str| {
        black_box(issue::classify(line));
    };
    let [scan, classify] = seconds_for(&lines, [&scan, &classify]);
    println!("classify_lines_per_second\t{:.0}", lines.len() as f64 / classify);
    println!("classify_characters_per_second\t{:.0}", characters as f64 / classify);
    println!("classify_over_scan\t{:.2}", classify / scan);

    let refunds = Path::new("target/bench/refunds.jsonl");
    std::fs::create_dir_all("target/bench").unwrap();
    std::fs::write(refunds, refund_lines(&lines)).unwrap();
    let refund = seconds_per_round(|| radar_refund(refunds));
    println!("refund_per_second\t{:.0}", REFUNDS as f64 / refund);

    // The same snapshot that the browser's engine is timed with.
    if let Ok(request) = std::fs::read_to_string("target/bench/snapshot.json") {
        let evaluate = seconds_per_round(|| {
            black_box(engine::evaluate(&request).len());
        });
        println!("evaluate_milliseconds\t{:.3}", evaluate * 1000.0);
    }
}

/// Lines that are timed together: few enough that a busy machine leaves most rounds of either job undisturbed.
const TOGETHER: usize = 50;

/// So often two jobs take turns: neither has the machine at a better time.
const TURNS: usize = 8;

/// For each of two jobs: all lines, each group at its fastest. A turn is many rounds long, so that each job finds its tables in the caches.
fn seconds_for(lines: &[String], jobs: [&dyn Fn(&str); 2]) -> [f64; 2] {
    let mut best = jobs.map(|_| vec![Duration::MAX; lines.len().div_ceil(TOGETHER)]);
    for _ in 0..TURNS {
        for (job, best) in jobs.iter().zip(&mut best) {
            let start = Instant::now();
            while start.elapsed() < SPAN / 2 {
                for (group, best) in lines.chunks(TOGETHER).zip(&mut *best) {
                    let begun = Instant::now();
                    for line in group {
                        job(line);
                    }
                    *best = begun.elapsed().min(*best);
                }
            }
        }
    }
    best.map(|best| best.iter().sum::<Duration>().as_secs_f64())
}

/// The fastest of all rounds within the span: what disturbs a round only ever makes it slower.
fn seconds_per_round(mut round: impl FnMut()) -> f64 {
    round();
    let start = Instant::now();
    let mut best = Duration::MAX;
    while start.elapsed() < SPAN {
        let begun = Instant::now();
        round();
        best = best.min(begun.elapsed());
    }
    best.as_secs_f64()
}

/// What buyers write: the lines that `packs/lines` holds for training and tests.
fn buyer_lines() -> Vec<String> {
    let mut lines = Vec::new();
    for entry in std::fs::read_dir("packs/lines").unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        lines.extend(text.lines().skip(1).filter_map(|line| line.split('\t').next()).map(str::to_owned));
    }
    lines.sort();
    lines
}

/// Every word that the cues of `packs/issues` are written with, those of their patterns and classes too, for the bare scan: `classify` has to
/// find each of them.
fn cue_words() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for entry in std::fs::read_dir(Path::new("packs/issues")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|it| it != "toml") {
            continue;
        }
        let pack: PackFile = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let texts = pack.cue.iter().map(|cue| &cue.words).chain(pack.class.values());
        for pattern in texts.flat_map(|text| text.split_whitespace()) {
            let each = |pieces: &pattern::Sequence<'_>| {
                for (_, piece) in pieces {
                    if let Piece::Words(piece) | Piece::Part(piece) = piece {
                        spell_into(&mut words, piece);
                    }
                }
            };
            pattern::parse(pattern, each).unwrap();
        }
    }
    words
}

/// All words that a piece of a pattern stands for.
fn spell_into(words: &mut BTreeSet<String>, piece: &str) {
    let mut word = String::new();
    pattern::spell(piece, 0_usize, &mut |length, letter| {
        word.truncate(length);
        match letter {
            Some(letter) => word.push(letter),
            None => {
                words.insert(word.clone());
            }
        }
        Some(word.len())
    });
}

/// Input lines of `radar refund`, the buyer lines over and over.
fn refund_lines(lines: &[String]) -> String {
    let platforms = ["taobao", "douyin", "pinduoduo", "jd"];
    let reasons =
        ["质量问题", "7天无理由退换货", "不喜欢/不想要", "商品描述不符", "少件/漏发", "大小/尺寸与商品描述不符"];
    let mut text = String::new();
    for (place, note) in lines.iter().cycle().take(REFUNDS).enumerate() {
        let line = serde_json::json!({
            "id": place, "platform": platforms[place % platforms.len()], "reason": reasons[place % reasons.len()],
            "note": note, "service": "return_refund", "amount": "59.90",
            "filed_at": "2026-11-20T10:00:00+08:00", "now": "2026-11-21T10:00:00+08:00",
        });
        text.push_str(&line.to_string());
        text.push('\n');
    }
    text
}

/// The command as its users run it, start of the process included.
fn radar_refund(input: &Path) {
    let output = File::create("target/bench/verdicts.jsonl").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_radar"));
    let status = command.arg("refund").stdin(File::open(input).unwrap()).stdout(output).status().unwrap();
    assert!(status.success(), "radar refund failed");
}
