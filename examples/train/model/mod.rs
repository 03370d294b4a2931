//! From lines to the bytes of the model. Whole numbers and basic arithmetic only, and `libm` in place of the system's functions: the same
//! bytes on every machine.

pub mod fit;
pub mod lines;
mod minimum;

use std::collections::HashMap;

use aftersales_radar::issue::model::OUTPUTS;

use fit::{Known, Weights};
use lines::Line;

/// Features kept: those in the most lines. Twice as many read a quarter of a point better and weigh a fifth more.
const FEATURES: usize = 4000;
/// A feature must be in this many lines.
const LINES_WITH: usize = 3;
/// What one step of a weight is worth: weights are small whole numbers, which pack well. Finer steps read no better.
const STEP: f32 = 0.1;

/// A model before its weights are rounded.
pub struct Trained {
    /// The features worth a row, with their rows in the order of their hashes.
    pub rows: HashMap<u32, usize>,
    pub weights: Weights,
}

impl Trained {
    pub fn on(lines: &[&Line]) -> Self {
        let mut trained = Self { rows: rows(lines), weights: Weights::new() };
        let known: Vec<Known> = lines.iter().map(|line| trained.known(line)).collect();
        let wanted: Vec<[f64; OUTPUTS]> = lines.iter().map(|line| line.wanted()).collect();
        trained.weights = fit::fit(&known, &wanted, trained.rows.len());
        trained
    }

    /// What the model knows of a line.
    pub fn known(&self, line: &Line) -> Known {
        Known::new(line.features.iter().filter_map(|feature| self.rows.get(feature).copied()).collect())
    }

    /// As `src/issue/model.rs` reads them.
    pub fn bytes(&self) -> Vec<u8> {
        let mut hashes: Vec<u32> = self.rows.keys().copied().collect();
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
        let (rows, bias) = self.weights.split_at(hashes.len());
        for weight in bias.iter().chain(rows).flatten() {
            bytes.push(((*weight / f64::from(STEP)).round() as i8).cast_unsigned());
        }
        bytes
    }
}

fn rows(lines: &[&Line]) -> HashMap<u32, usize> {
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
