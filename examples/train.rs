//! Trains the model of `src/issue/model.rs` on `packs/lines/*.tsv` and writes `src/issue/model.bin`. Pure and deterministic:
//! the same lines give the same bytes. `cargo run --release --example train -- check` trains on four fifths, five times over,
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

use std::collections::HashMap;
use std::path::Path;

use aftersales_radar::issue::Issue;
use aftersales_radar::issue::features;
use aftersales_radar::issue::model::OUTPUTS;

struct Line {
    features: Vec<u32>,
    issues: Vec<usize>,
    quality: usize,
    fold: usize,
}

/// Features kept: those in the most lines.
const FEATURES: usize = 3000;
/// A feature must be in this many lines.
const LINES_WITH: usize = 3;
const ROUNDS: usize = 28;
const RATE: f32 = 0.25;
const DECAY: f32 = 2e-4;
/// Weights below this are nothing: they only cost bytes.
const CUT: f32 = 0.12;

fn main() {
    let lines = read();
    println!("{} lines", lines.len());
    if std::env::args().nth(1).as_deref() == Some("check") {
        let (mut issues, mut quality, mut all) = (0, 0, 0);
        for fold in 0..5 {
            let part: Vec<&Line> = lines.iter().filter(|line| line.fold != fold).collect();
            let vocabulary = vocabulary(&part);
            let weights = train(&part, &vocabulary);
            for line in lines.iter().filter(|line| line.fold == fold) {
                let sums = sums(&weights, &rows(&vocabulary, line));
                all += 1;
                issues += usize::from(line.issues.contains(&best(&sums[..Issue::COUNT])));
                quality += usize::from(best(&sums[Issue::COUNT..]) == line.quality);
            }
        }
        println!(
            "held back: an issue of the line {:.1} %, quality {:.1} %",
            100.0 * issues as f32 / all as f32,
            100.0 * quality as f32 / all as f32
        );
        return;
    }
    // `train -- without 0` leaves a fifth out, so that cues and model can be measured together on it.
    let without: Option<usize> = std::env::args().nth(2).and_then(|fold| fold.parse().ok());
    let part: Vec<&Line> = lines.iter().filter(|line| Some(line.fold) != without).collect();
    let vocabulary = vocabulary(&part);
    let weights = train(&part, &vocabulary);
    write(&vocabulary, &weights);
}

fn read() -> Vec<Line> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/lines");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("packs/lines").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let mut lines = Vec::new();
    for path in paths {
        for line in
            std::fs::read_to_string(path).expect("a text").lines().skip(1).filter(|line| !line.trim().is_empty())
        {
            let fields: Vec<&str> = line.split('\t').collect();
            let [text, issues, quality, ..] = fields[..] else {
                continue;
            };
            let found = features(text);
            let issues: Vec<usize> = issues
                .split(',')
                .map(|name| {
                    serde_json::from_value::<Issue>(name.trim().into())
                        .unwrap_or_else(|_| panic!("{name}: no issue in {line:?}")) as usize
                })
                .collect();
            let quality =
                ["true", "false", "null"].iter().position(|name| *name == quality.trim()).expect("true, false or null");
            lines.push(Line { features: found, issues, quality, fold: lines.len() % 5 });
        }
    }
    lines
}

fn vocabulary(lines: &[&Line]) -> HashMap<u32, usize> {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for line in lines {
        for feature in &line.features {
            *counts.entry(*feature).or_default() += 1;
        }
    }
    let mut kept: Vec<(u32, usize)> = counts.into_iter().filter(|(_, count)| *count >= LINES_WITH).collect();
    kept.sort_unstable_by_key(|(feature, count)| (std::cmp::Reverse(*count), *feature));
    kept.truncate(FEATURES);
    kept.sort_unstable();
    kept.into_iter().enumerate().map(|(row, (feature, _))| (feature, row)).collect()
}

fn rows(vocabulary: &HashMap<u32, usize>, line: &Line) -> Vec<usize> {
    line.features.iter().filter_map(|feature| vocabulary.get(feature).copied()).collect()
}

/// Weights by row, the bias last.
type Weights = Vec<[f32; OUTPUTS]>;

fn sums(weights: &Weights, rows: &[usize]) -> [f32; OUTPUTS] {
    let mut sums = weights[weights.len() - 1];
    for row in rows {
        for (sum, weight) in sums.iter_mut().zip(&weights[*row]) {
            *sum += weight;
        }
    }
    sums
}

/// Softmax regression by AdaGrad, the lines in a fixed shuffled order.
fn train(lines: &[&Line], vocabulary: &HashMap<u32, usize>) -> Weights {
    let mut weights: Weights = vec![[0.0; OUTPUTS]; vocabulary.len() + 1];
    let mut past: Weights = vec![[1e-2; OUTPUTS]; vocabulary.len() + 1];
    let known: Vec<Vec<usize>> = lines.iter().map(|line| rows(vocabulary, line)).collect();
    let mut order: Vec<usize> = (0..lines.len()).collect();
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..ROUNDS {
        for place in (1..order.len()).rev() {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            order.swap(place, (state % (place as u64 + 1)) as usize);
        }
        for number in &order {
            let line = lines[*number];
            let mut sums = sums(&weights, &known[*number]);
            softmax(&mut sums[..Issue::COUNT]);
            softmax(&mut sums[Issue::COUNT..]);
            // The first issue weighs most, the others share the rest.
            let others = line.issues.len() - 1;
            for (place, issue) in line.issues.iter().enumerate() {
                sums[*issue] -= if others == 0 {
                    1.0
                } else if place == 0 {
                    0.7
                } else {
                    0.3 / others as f32
                };
            }
            sums[Issue::COUNT + line.quality] -= 1.0;
            for row in known[*number].iter().copied().chain([vocabulary.len()]) {
                for ((weight, past), slope) in weights[row].iter_mut().zip(&mut past[row]).zip(&sums) {
                    let slope = slope + DECAY * *weight;
                    *past += slope * slope;
                    *weight -= RATE * slope / past.sqrt();
                }
            }
        }
        for row in weights.iter_mut().take(vocabulary.len()) {
            for weight in row {
                *weight *= 0.95; // keeps rare features modest
            }
        }
    }
    weights
}

fn softmax(sums: &mut [f32]) {
    let top = sums.iter().copied().fold(f32::MIN, f32::max);
    let mut whole = 0.0;
    for sum in sums.iter_mut() {
        *sum = (*sum - top).exp();
        whole += *sum;
    }
    for sum in sums {
        *sum /= whole;
    }
}

fn best(sums: &[f32]) -> usize {
    (0..sums.len()).max_by(|one, other| sums[*one].total_cmp(&sums[*other])).unwrap_or(0)
}

fn write(vocabulary: &HashMap<u32, usize>, weights: &Weights) {
    let mut features: Vec<(u32, usize)> = vocabulary.iter().map(|(feature, row)| (*feature, *row)).collect();
    features.sort_unstable();
    // 8 steps to each side: the rest is noise, and few values pack well.
    let top = weights.iter().flatten().fold(0.0_f32, |top, weight| top.max(weight.abs())).min(3.0);
    let scale = top / 8.0;
    let small = |weight: &f32| {
        if weight.abs() < CUT { 0_i8 } else { (weight / scale).round().clamp(-127.0, 127.0) as i8 }
    };
    let mut bytes = Vec::new();
    bytes.extend((features.len() as u32).to_le_bytes());
    bytes.extend(scale.to_le_bytes());
    let mut last = 0;
    for (feature, _) in &features {
        let mut step = feature - last;
        last = *feature;
        while step >= 0x80 {
            bytes.push(step as u8 & 0x7F | 0x80);
            step >>= 7;
        }
        bytes.push(step as u8);
    }
    for weight in weights[weights.len() - 1].iter().chain(features.iter().flat_map(|(_, row)| &weights[*row])) {
        bytes.push(small(weight).cast_unsigned());
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/issue/model.bin");
    std::fs::write(&path, &bytes).expect("model.bin");
    println!("{} features, {} bytes, scale {scale}", features.len(), bytes.len());
}
