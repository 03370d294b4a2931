//! Trains the model of `src/issue/model.rs` on `packs/lines/*.tsv` and writes `src/issue/model.bin`. Pure and deterministic:
//! the same lines and cues give the same bytes. `cargo run --release --example train -- check` trains on four fifths, five times over,
//! prints how well the held-back fifth is read, and writes nothing.

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

mod fit;
mod lines;
mod minimum;

use std::collections::HashMap;
use std::path::Path;

use aftersales_radar::issue::Issue;
use aftersales_radar::issue::model::OUTPUTS;

use fit::{Known, Weights};
use lines::Line;

/// Features kept: those in the most lines. Twice as many read a quarter of a point better and weigh a fifth more.
const FEATURES: usize = 4000;
/// A feature must be in this many lines.
const LINES_WITH: usize = 3;
/// What one step of a weight is worth: weights are small whole numbers, which pack well. Finer steps read no better.
const STEP: f32 = 0.1;

fn main() {
    let lines = lines::read();
    println!("{} lines", lines.len());
    let mode = std::env::args().nth(1);
    if mode.as_deref() == Some("check") {
        let folds: Vec<Figures> = (0..5).map(|fold| held_back(&lines, fold)).collect();
        let whole =
            |figure: fn(&Figures) -> usize| 100.0 * folds.iter().map(figure).sum::<usize>() as f32 / lines.len() as f32;
        let (first, any, quality) = (whole(|it| it.first), whole(|it| it.any), whole(|it| it.quality));
        println!("held back: the first issue {first:.1} %, any of the line {any:.1} %, quality {quality:.1} %");
        return;
    }
    // `train -- without 0` leaves a fifth out, so that cues and model can be measured together on it.
    let without: Option<usize> = std::env::args().nth(2).and_then(|fold| fold.parse().ok());
    let part: Vec<&Line> = lines.iter().filter(|line| Some(line.fold) != without).collect();
    let vocabulary = vocabulary(&part);
    let weights = train(&part, &vocabulary);
    write(&vocabulary, &weights);
}

/// Of the lines of one fold, how many are read rightly.
struct Figures {
    first: usize,
    any: usize,
    quality: usize,
}

fn held_back(lines: &[Line], fold: usize) -> Figures {
    let part: Vec<&Line> = lines.iter().filter(|line| line.fold != fold).collect();
    let vocabulary = vocabulary(&part);
    let weights = train(&part, &vocabulary);
    let mut right = Figures { first: 0, any: 0, quality: 0 };
    for line in lines.iter().filter(|line| line.fold == fold) {
        let sums = fit::sums(&weights, &known(&vocabulary, line));
        let issue = best(&sums[..Issue::COUNT]);
        right.first += usize::from(line.issues[0] == issue);
        right.any += usize::from(line.issues.contains(&issue));
        right.quality += usize::from(best(&sums[Issue::COUNT..]) == line.quality);
    }
    right
}

/// The features worth a row, with their rows in the order of their hashes.
fn vocabulary(lines: &[&Line]) -> HashMap<u32, usize> {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for feature in lines.iter().flat_map(|line| &line.features) {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut kept: Vec<(u32, usize)> = counts.into_iter().filter(|(_, count)| *count >= LINES_WITH).collect();
    kept.sort_unstable_by_key(|(feature, count)| (std::cmp::Reverse(*count), *feature));
    kept.truncate(FEATURES);
    kept.sort_unstable();
    kept.into_iter().enumerate().map(|(row, (feature, _))| (feature, row)).collect()
}

fn known(vocabulary: &HashMap<u32, usize>, line: &Line) -> Known {
    Known::new(line.features.iter().filter_map(|feature| vocabulary.get(feature).copied()).collect())
}

fn train(lines: &[&Line], vocabulary: &HashMap<u32, usize>) -> Weights {
    let known: Vec<Known> = lines.iter().map(|line| known(vocabulary, line)).collect();
    let wanted: Vec<[f64; OUTPUTS]> = lines.iter().map(|line| line.wanted()).collect();
    fit::fit(&known, &wanted, vocabulary.len())
}

fn best(sums: &[f64]) -> usize {
    (0..sums.len()).max_by(|one, other| sums[*one].total_cmp(&sums[*other])).unwrap_or(0)
}

fn write(vocabulary: &HashMap<u32, usize>, weights: &Weights) {
    let mut hashes: Vec<u32> = vocabulary.keys().copied().collect();
    hashes.sort_unstable();
    let mut bytes = Vec::new();
    bytes.extend((hashes.len() as u32).to_le_bytes());
    bytes.extend(STEP.to_le_bytes());
    let mut last = 0;
    for hash in &hashes {
        let mut step = hash - last;
        last = *hash;
        while step >= 0x80 {
            bytes.push(step as u8 & 0x7F | 0x80);
            step >>= 7;
        }
        bytes.push(step as u8);
    }
    // The biases first, then the rows.
    let (rows, bias) = weights.split_at(hashes.len());
    for weight in bias.iter().chain(rows).flatten() {
        bytes.push(((*weight / f64::from(STEP)).round() as i8).cast_unsigned());
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/issue/model.bin");
    std::fs::write(&path, &bytes).expect("model.bin");
    println!("{} features, {} bytes", hashes.len(), bytes.len());
}
