//! A small linear model over runs of one to three characters (words, in English), trained on our own labelled lines by
//! `cargo run --release --example train`. It speaks where no cue does, and breaks ties where several do.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Issue;
use super::lexicon::Lexicon;
use super::scan::{Hit, Token};
use super::scope::Mood;
use crate::text::normal::{Normal, is_latin, part};
use crate::text::order;

/// Outputs: one an issue, then faulty, sound, silent.
pub const OUTPUTS: usize = Issue::COUNT + 3;

/// The weights as `examples/train.rs` writes them: number of features (u32), scale (f32), the features' hashes in rising order as
/// LEB128 differences, the biases and then the features' weights as `i8`.
const WEIGHTS: &[u8] = include_bytes!("model.bin");

/// Bits of a feature's hash that count.
pub const HASH_BITS: u32 = 24;

/// Letters of an English word that count: a rough stem.
const STEM: usize = 6;

/// One feature of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feature {
    /// Its hash.
    pub hash: u32,
    /// First character in the normal form.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Longest text the model reads, in characters: what counts is said early, and a linear sum over a novel says nothing.
const READS: usize = 600;

/// From this many features on the model is taken the less at its word the more there are.
const CALM: f32 = 20.0;

/// Calls `each` for every feature of a text.
pub fn features(text: &Normal, mut each: impl FnMut(Feature)) {
    // The last two units before the present one, with the break in between.
    let mut before: [Option<(u32, u32)>; 2] = [None, None];
    let mut place = 0_usize;
    let limit = text.chars.len().min(READS);
    while place < limit {
        let Some((letter, parted)) = text.chars.get(place).zip(text.parted.get(place)) else {
            break;
        };
        if *parted >= part::COMMA {
            before = [None, None];
        }
        let start = place;
        let mut unit = mix(0x811C_9DC5, *letter as u32);
        place = place.saturating_add(1);
        if *letter == ' ' {
            continue;
        }
        if is_latin(*letter) {
            while let Some(next) = text.chars.get(place).filter(|next| is_latin(**next)) {
                if text.parted.get(place).is_some_and(|parted| *parted != part::NONE) {
                    break;
                }
                if place.saturating_sub(start) < STEM {
                    unit = mix(unit, *next as u32);
                }
                place = place.saturating_add(1);
            }
        }
        let end = place as u32;
        each(Feature { hash: finish(unit), start: start as u32, end });
        if let Some((last, from)) = before[1] {
            each(Feature { hash: finish(mix(last, unit)), start: from, end });
            if let Some((first, from)) = before[0] {
                each(Feature { hash: finish(mix(mix(first, last), unit)), start: from, end });
            }
        }
        before = [before[1], Some((unit, start as u32))];
    }
}

/// Calls `each` for the word classes in a text and for what its cues assert, deny or suppose.
pub fn cue_features(lexicon: &Lexicon, tokens: &[Token], hits: &[Hit], moods: &[Mood], mut each: impl FnMut(Feature)) {
    for token in tokens.iter().take(READS) {
        for class in lexicon.words.get(token.word as usize).map(|word| word.classes.as_slice()).unwrap_or_default() {
            if let Some(mark) = lexicon.marks.get(usize::from(*class)).filter(|mark| **mark != 0) {
                each(Feature { hash: finish(*mark), start: token.start, end: token.end });
            }
        }
    }
    for (hit, mood) in hits.iter().zip(moods).take(READS) {
        let Some(issue) = lexicon.cues.get(usize::from(hit.cue)).and_then(|cue| cue.issue) else {
            continue;
        };
        let how = u32::from(mood.denied) | u32::from(mood.supposed) << 1;
        each(Feature { hash: finish(mix(mix(CUE, issue as u32), how)), start: hit.start, end: hit.end });
    }
}

/// Sets the features of cues apart from those of words.
const CUE: u32 = 0x00C0_FFEE;

/// The hash of a class name.
#[must_use]
pub fn hash_of(name: &str) -> u32 {
    name.chars().fold(0x0C1A_55E5, |hash, letter| mix(hash, letter as u32)) | 1
}

fn mix(hash: u32, letter: u32) -> u32 {
    (hash.rotate_left(5) ^ letter).wrapping_mul(0x9E37_79B1)
}

fn finish(hash: u32) -> u32 {
    (hash ^ (hash >> 15)).wrapping_mul(0x85EB_CA6B) >> (32_u32.saturating_sub(HASH_BITS))
}

/// What the model makes of a text.
#[derive(Debug, Clone, Copy)]
pub struct Guess {
    /// By issue: probability, all together 1.
    pub issues: [f32; Issue::COUNT],
    /// Probability that the goods are at fault, that they are not, that the text does not say.
    pub quality: [f32; 3],
    /// The feature that speaks most for the likeliest issue.
    pub strongest: Option<(u32, u32)>,
    /// How many features the model knew.
    pub known: u32,
}

struct Model {
    rows: HashMap<u32, u32, Plain>,
    bias: Vec<i8>,
    weights: Vec<i8>,
    scale: f32,
}

/// Feature hashes need no hashing again.
#[derive(Default, Clone, Copy)]
struct Plain(u64);

impl std::hash::BuildHasher for Plain {
    type Hasher = Self;
    fn build_hasher(&self) -> Self {
        Self(0)
    }
}

impl std::hash::Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0 << 8 | u64::from(*byte);
        }
    }
    fn write_u32(&mut self, number: u32) {
        self.0 = u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| {
        read(WEIGHTS).unwrap_or_else(|| Model {
            rows: HashMap::default(),
            bias: vec![0; OUTPUTS],
            weights: Vec::new(),
            scale: 0.0,
        })
    })
}

fn read(bytes: &[u8]) -> Option<Model> {
    let count = u32::from_le_bytes(bytes.get(0..4)?.try_into().ok()?);
    let scale = f32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?);
    let mut rest = bytes.get(8..)?;
    let mut rows = HashMap::with_capacity_and_hasher(count as usize, Plain(0));
    let mut hash = 0_u32;
    for row in 0..count {
        let mut step = 0_u32;
        let mut shift = 0_u32;
        loop {
            let (byte, after) = rest.split_first()?;
            rest = after;
            step |= u32::from(byte & 0x7F).checked_shl(shift)?;
            shift = shift.saturating_add(7);
            if byte & 0x80 == 0 {
                break;
            }
        }
        hash = hash.checked_add(step)?;
        rows.insert(hash, row);
    }
    let numbers: Vec<i8> = rest.iter().map(|byte| byte.cast_signed()).collect();
    let bias = numbers.get(..OUTPUTS)?.to_vec();
    let weights = numbers.get(OUTPUTS..)?.to_vec();
    (weights.len() == (count as usize).checked_mul(OUTPUTS)?).then_some(Model { rows, bias, weights, scale })
}

/// Reads a text.
#[must_use]
pub fn guess(lexicon: &Lexicon, text: &Normal, tokens: &[Token], hits: &[Hit], moods: &[Mood]) -> Guess {
    let model = model();
    let mut sums = [0_i32; OUTPUTS];
    for (sum, bias) in sums.iter_mut().zip(&model.bias) {
        *sum = i32::from(*bias);
    }
    let mut known = 0_u32;
    let mut rows: Vec<(u32, Feature)> = Vec::with_capacity(text.chars.len().min(READS));
    let mut look_up = |feature: Feature| {
        if let Some(row) = model.rows.get(&feature.hash) {
            rows.push((*row, feature));
        }
    };
    features(text, &mut look_up);
    cue_features(lexicon, tokens, hits, moods, &mut look_up);
    order::by_key(&mut rows, |(row, _)| u64::from(*row));
    rows.dedup_by_key(|(row, _)| *row);
    for (row, _) in &rows {
        known = known.saturating_add(1);
        for (sum, weight) in sums.iter_mut().zip(weights_of(model, *row)) {
            // At most some thousand rows of at most 127 each.
            *sum = sum.wrapping_add(i32::from(*weight));
        }
    }
    let mut issues = [0.0; Issue::COUNT];
    let mut quality = [0.0; 3];
    let (first, last) = sums.split_at(Issue::COUNT);
    // A long text says more of everything, not everything more surely.
    let calm = (CALM / known.max(1) as f32).sqrt().min(1.0);
    softmax(first, model.scale * calm, &mut issues);
    softmax(last, model.scale * calm, &mut quality);
    let best = issues.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1)).map_or(0, |(place, _)| place);
    let strongest = rows
        .iter()
        .max_by_key(|(row, feature)| {
            (weights_of(model, *row).get(best).copied().unwrap_or(0), feature.end.saturating_sub(feature.start))
        })
        .map(|(_, feature)| (feature.start, feature.end));
    Guess { issues, quality, strongest, known }
}

fn weights_of(model: &Model, row: u32) -> &[i8] {
    let from = (row as usize).saturating_mul(OUTPUTS);
    model.weights.get(from..from.saturating_add(OUTPUTS)).unwrap_or_default()
}

fn softmax(sums: &[i32], scale: f32, out: &mut [f32]) {
    let top = sums.iter().copied().max().unwrap_or(0);
    let mut whole = 0.0;
    for (slot, sum) in out.iter_mut().zip(sums) {
        *slot = (sum.saturating_sub(top) as f32 * scale).exp();
        whole += *slot;
    }
    for slot in out {
        *slot /= whole;
    }
}
