//! A small linear model over runs of one to three characters (words, in English), trained on our own labelled lines by
//! `cargo run --release --example train`. It speaks where no cue does, and breaks ties where several do.

mod belief;

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

/// Calls `each` for the word classes in a text and for what its cues assert, deny or suppose, and sometimes for [`NO_FEATURE`].
pub fn cue_features(lexicon: &Lexicon, tokens: &[Token], hits: &[Hit], moods: &[Mood], mut each: impl FnMut(Feature)) {
    for token in tokens.iter().take(READS) {
        for class in lexicon.named_classes_of(token.word) {
            let mark = lexicon.mark(*class);
            let hash = if mark == 0 { NO_FEATURE } else { finish(mark) };
            each(Feature { hash, start: token.start, end: token.end });
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

/// The hash of what is no feature: the first beyond all others.
pub const NO_FEATURE: u32 = 1 << HASH_BITS;

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
    /// A bit for each hash by its upper bits: most features of a text are not known, and this says so for all of them at once.
    seen: Vec<u64>,
    bias: [i8; ROW],
    weights: Vec<[i8; ROW]>,
    scale: f32,
}

/// Lower bits of a hash that [`Model::begins`] leaves to a short search.
const SEARCHED_BITS: u32 = 10;
/// The same of [`Model::seen`].
const UNSEEN_BITS: u32 = 7;

/// The bit of a hash in [`Model::seen`], and its place.
#[inline]
fn bit(hash: u32) -> (usize, u32) {
    let bit = hash >> UNSEEN_BITS;
    ((bit >> 6) as usize, bit & 63)
}

impl Model {
    /// May a feature have a row? Seldom yes where it has none.
    #[inline]
    fn may_know(&self, hash: u32) -> bool {
        let (place, bit) = bit(hash);
        self.seen.get(place).is_some_and(|bits| bits >> bit & 1 == 1)
    }

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
            seen: Vec::new(),
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
    let mut seen = vec![0_u64; bit(NO_FEATURE).0.saturating_add(1)];
    let mut hash = 0_u32;
    for _ in 0..count {
        let step = rest.number()?;
        hash = hash.checked_add(step)?;
        hashes.push(hash);
        let size = begins.get_mut((hash >> SEARCHED_BITS) as usize)?;
        *size = size.saturating_add(1);
        let (place, bit) = bit(hash);
        *seen.get_mut(place)? |= 1 << bit;
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
    whole.then_some(Model { hashes, begins, seen, bias, weights, scale })
}

/// Room for the features of one text that the model knows.
#[derive(Debug, Default)]
pub struct Known {
    /// All features of the text; then, in front, those that the model may know.
    features: Vec<Feature>,
    rows: Vec<(u16, Feature)>,
    /// A bit for each row that is among them.
    taken: Vec<u64>,
}

impl Known {
    fn clear(&mut self, model: &Model) {
        self.features.clear();
        self.rows.clear();
        self.taken.clear();
        self.taken.resize((model.hashes.len() >> 6).saturating_add(1), 0);
    }

    /// Finds the rows of all features. That of most there is none is found without a branch, for which it is there cannot be foreseen.
    fn look_up(&mut self, model: &Model) {
        let mut known = 0_usize;
        for place in 0..self.features.len() {
            if let Some(feature) = self.features.get(place).copied()
                && let Some(slot) = self.features.get_mut(known)
            {
                *slot = feature;
                known = known.saturating_add(usize::from(model.may_know(feature.hash)));
            }
        }
        for feature in self.features.iter().take(known) {
            if let Some(row) = model.row(feature.hash)
                && let Some(bits) = self.taken.get_mut(usize::from(row >> 6))
            {
                let bit = 1_u64 << (row & 63);
                if *bits & bit == 0 {
                    *bits |= bit;
                    self.rows.push((row, *feature));
                }
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
    features(text, |feature| room.features.push(feature));
    cue_features(lexicon, tokens, hits, moods, |feature| room.features.push(feature));
    room.look_up(model);
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
    // A long text says more of everything, not everything more surely.
    let calm = (CALM / known.max(1) as f32).sqrt().min(1.0);
    let (issues, quality) = belief::beliefs(&sums, model.scale * calm);
    Guess { issues, quality, known }
}

/// Where in the text just read stands the feature that speaks most for the likeliest issue: first character, and one past the last.
#[must_use]
pub fn strongest(guess: &Guess, room: &Known) -> Option<(u32, u32)> {
    let weights = &model().weights;
    let likelier = |one: &(usize, &f32), other: &(usize, &f32)| one.1.total_cmp(other.1);
    let best = guess.issues.iter().enumerate().max_by(likelier).map_or(0, |(place, _)| place);
    let weight = |row: u16| weights.get(usize::from(row)).and_then(|row| row.get(best)).copied().unwrap_or(0);
    let says = |(row, feature): &&(u16, Feature)| (weight(*row), feature.end.saturating_sub(feature.start), *row);
    room.rows.iter().max_by_key(says).map(|(_, feature)| (feature.start, feature.end))
}
