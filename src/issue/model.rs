//! A small linear model over runs of one to three characters (words, in English), trained on our own labelled lines by
//! `cargo run --release --example train`. It speaks where no cue does, and breaks ties where several do.

use std::sync::OnceLock;

use super::Issue;
use super::hash::mix;
use super::lexicon::Lexicon;
use super::scan::{Hit, Token};
use super::scope::Mood;
use crate::text::bytes::Bytes;
use crate::text::normal::{Normal, is_latin, part};

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
pub const READS: usize = 600;

/// From this many features on the model is taken the less at its word the more there are.
const CALM: f32 = 20.0;

/// Calls `each` for every feature of a text.
#[inline]
pub fn features(text: &Normal, mut each: impl FnMut(Feature)) {
    let limit = text.chars.len().min(READS);
    let chars = text.chars.get(..limit).unwrap_or_default();
    let parted = text.parted.get(..limit).unwrap_or_default();
    // The last two units before the present one, with where they begin, as far as no break lies between.
    let (mut first, mut last) = ((0, 0), (0, 0));
    let mut run = 0_u8;
    let mut place = 0_usize;
    while let (Some(letter), Some(gap)) = (chars.get(place), parted.get(place)) {
        if *gap >= part::COMMA {
            run = 0;
        }
        let start = place as u32;
        let mut unit = mix(0x811C_9DC5, *letter as u32);
        place = place.saturating_add(1);
        if *letter == ' ' {
            continue;
        }
        if is_latin(*letter) {
            let mut letters = 1_usize;
            while let (Some(next), Some(&part::NONE)) = (chars.get(place), parted.get(place)) {
                if !is_latin(*next) {
                    break;
                }
                if letters < STEM {
                    unit = mix(unit, *next as u32);
                }
                letters = letters.saturating_add(1);
                place = place.saturating_add(1);
            }
        }
        let end = place as u32;
        each(Feature { hash: finish(unit), start, end });
        if run > 0 {
            let (unit_before, from) = last;
            each(Feature { hash: finish(mix(unit_before, unit)), start: from, end });
            if run > 1 {
                let (unit_first, from) = first;
                each(Feature { hash: finish(mix(mix(unit_first, unit_before), unit)), start: from, end });
            }
        }
        (first, last) = (last, (unit, start));
        run = run.saturating_add(1);
    }
}

/// Calls `each` for the word classes in a text and for what its cues assert, deny or suppose.
pub fn cue_features(lexicon: &Lexicon, tokens: &[Token], hits: &[Hit], moods: &[Mood], mut each: impl FnMut(Feature)) {
    for token in tokens.iter().take(READS) {
        for class in lexicon.classes_of(token.word) {
            let mark = lexicon.mark(*class);
            if mark != 0 {
                each(Feature { hash: finish(mark), start: token.start, end: token.end });
            }
        }
    }
    for (hit, mood) in hits.iter().zip(moods).take(READS) {
        let Some(issue) = lexicon.cue(hit.cue).and_then(|cue| cue.issue) else {
            continue;
        };
        let how = u32::from(mood.denied) | u32::from(mood.supposed) << 1;
        each(Feature { hash: finish(mix(mix(CUE, issue as u32), how)), start: hit.start, end: hit.end });
    }
}

/// Sets the features of cues apart from those of words.
const CUE: u32 = 0x00C0_FFEE;

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

/// The outputs, filled up so that rows lie on whole cache lines.
const ROW: usize = 32;

struct Model {
    /// Hashes of the features in rising order: the place is the row.
    hashes: Vec<u32>,
    /// By the upper bits of a hash: where such hashes begin; one more for the end.
    begins: Vec<u16>,
    bias: [i8; ROW],
    weights: Vec<[i8; ROW]>,
    scale: f32,
}

/// Lower bits of a hash that [`Model::begins`] leaves to a short search.
const SEARCHED_BITS: u32 = 12;

impl Model {
    /// The row of a feature.
    #[inline]
    fn row(&self, hash: u32) -> Option<u16> {
        let upper = (hash >> SEARCHED_BITS) as usize;
        let (from, to) = self.begins.get(upper).zip(self.begins.get(upper.saturating_add(1)))?;
        let near = self.hashes.get(usize::from(*from)..usize::from(*to))?;
        let mut row = *from;
        for known in near {
            if *known == hash {
                return Some(row);
            }
            row = row.wrapping_add(1);
        }
        None
    }
}

fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| {
        read(WEIGHTS).unwrap_or_else(|| Model {
            hashes: Vec::new(),
            begins: Vec::new(),
            bias: [0; ROW],
            weights: Vec::new(),
            scale: 0.0,
        })
    })
}

fn read(bytes: &[u8]) -> Option<Model> {
    let count = u16::try_from(u32::from_le_bytes(bytes.get(0..4)?.try_into().ok()?)).ok()?;
    let scale = f32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?);
    let mut rest = Bytes(bytes.get(8..)?);
    let mut hashes = Vec::with_capacity(usize::from(count));
    let mut begins = vec![0_u16; (1_usize << (HASH_BITS.saturating_sub(SEARCHED_BITS))).saturating_add(1)];
    let mut hash = 0_u32;
    for _ in 0..count {
        let step = rest.number()?;
        hash = hash.checked_add(step)?;
        hashes.push(hash);
        let size = begins.get_mut((hash >> SEARCHED_BITS) as usize)?;
        *size = size.saturating_add(1);
    }
    let mut sum = 0_u16;
    for begin in &mut begins {
        let size = *begin;
        *begin = sum;
        sum = sum.saturating_add(size);
    }
    let mut rows = rest.0.chunks_exact(OUTPUTS).map(|bytes| {
        let mut row = [0_i8; ROW];
        for (weight, byte) in row.iter_mut().zip(bytes) {
            *weight = byte.cast_signed();
        }
        row
    });
    let bias = rows.next()?;
    let weights: Vec<[i8; ROW]> = rows.collect();
    let whole = usize::from(count).checked_add(1)?.checked_mul(OUTPUTS)? == rest.0.len();
    whole.then_some(Model { hashes, begins, bias, weights, scale })
}

/// Room for the features of one text that the model knows.
#[derive(Debug, Default)]
pub struct Known {
    rows: Vec<(u16, Feature)>,
    /// A bit for each row that is among them.
    taken: Vec<u64>,
}

impl Known {
    fn clear(&mut self, model: &Model) {
        self.rows.clear();
        self.taken.clear();
        self.taken.resize((model.hashes.len() >> 6).saturating_add(1), 0);
    }

    #[inline]
    fn look_up(&mut self, model: &Model, feature: Feature) {
        if let Some(row) = model.row(feature.hash)
            && let Some(bits) = self.taken.get_mut(usize::from(row >> 6))
        {
            let bit = 1_u64 << (row & 63);
            if *bits & bit == 0 {
                *bits |= bit;
                self.rows.push((row, feature));
            }
        }
    }
}

/// So many rows of at most 127 each cannot overflow 16 bits.
const BLOCK: usize = 256;

/// Reads a text.
#[must_use]
pub fn guess(
    lexicon: &Lexicon,
    text: &Normal,
    tokens: &[Token],
    (hits, moods): (&[Hit], &[Mood]),
    room: &mut Known,
) -> Guess {
    let model = model();
    room.clear(model);
    features(text, |feature| room.look_up(model, feature));
    cue_features(lexicon, tokens, hits, moods, |feature| room.look_up(model, feature));
    let rows = &room.rows;
    let mut sums = model.bias.map(i32::from);
    for block in rows.chunks(BLOCK) {
        let mut part = [0_i16; ROW];
        for (row, _) in block {
            if let Some(weights) = model.weights.get(usize::from(*row)) {
                for (sum, weight) in part.iter_mut().zip(weights) {
                    *sum = sum.wrapping_add(i16::from(*weight));
                }
            }
        }
        for (sum, part) in sums.iter_mut().zip(part) {
            *sum = sum.wrapping_add(i32::from(part));
        }
    }
    let known = rows.len() as u32;
    let mut issues = [0.0; Issue::COUNT];
    let mut quality = [0.0; 3];
    let (first, last) = sums.split_at(Issue::COUNT);
    // A long text says more of everything, not everything more surely.
    let calm = (CALM / known.max(1) as f32).sqrt().min(1.0);
    softmax(first, model.scale * calm, &mut issues);
    softmax(last.get(..3).unwrap_or_default(), model.scale * calm, &mut quality);
    let best = issues.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1)).map_or(0, |(place, _)| place);
    let weight = |row: u16| model.weights.get(usize::from(row)).and_then(|row| row.get(best)).copied().unwrap_or(0);
    let strongest = rows
        .iter()
        .max_by_key(|(row, feature)| (weight(*row), feature.end.saturating_sub(feature.start), *row))
        .map(|(_, feature)| (feature.start, feature.end));
    Guess { issues, quality, strongest, known }
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
