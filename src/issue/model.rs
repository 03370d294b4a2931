//! A small linear model over runs of one to three characters (words, in English), trained on our own labelled lines by
//! `cargo run --release --example train`: a second witness beside the cues.

mod belief;
mod features;
mod known;

use std::sync::OnceLock;

use super::Issue;
use super::lexicon::Lexicon;
use super::scan::{Hit, Token};
use super::scope::Mood;
use crate::text::bytes::Bytes;
use crate::text::normal::Normal;
pub(super) use belief::ln;
pub use features::{READS, features, of_class, of_hits};
use known::Found;
pub use known::Known;

/// Outputs: one an issue, then faulty, sound, silent.
pub const OUTPUTS: usize = Issue::COUNT + 3;

/// The weights as `examples/train/model` writes them: number of features (u32), scale (f32), the features' hashes in rising order as
/// LEB128 differences, the biases and then the features' weights as `i8`.
const WEIGHTS: &[u8] = include_bytes!("model.bin");

/// Bits of a feature's hash that count.
pub const HASH_BITS: u32 = 24;

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
    weights: Vec<Row>,
    scale: f32,
}

/// The weights of one feature, by output. One never lies across two cache lines.
#[derive(Clone, Copy)]
#[repr(align(32))]
struct Row([i8; ROW]);

/// No row: the model does not know the feature.
pub const NO_ROW: u16 = u16::MAX;

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

    /// The row of a feature, or [`NO_ROW`].
    #[inline]
    fn row(&self, hash: u32) -> u16 {
        let upper = (hash >> SEARCHED_BITS) as usize;
        let bounds = self.begins.get(upper).zip(self.begins.get(upper.saturating_add(1)));
        let Some((from, to)) = bounds else { return NO_ROW };
        let near = self.hashes.get(usize::from(*from)..usize::from(*to)).unwrap_or_default();
        near.iter().zip(*from..).find(|(known, _)| **known == hash).map_or(NO_ROW, |(_, row)| row)
    }
}

/// The row of a word class, by the hash of its name; [`NO_ROW`] where it has none or the model does not know it.
#[must_use]
pub fn row_of_class(mark: u32) -> u16 {
    if mark == 0 { NO_ROW } else { model().row(of_class(mark)) }
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
    let count = u16::try_from(u32::from_le_bytes(bytes.get(0..4)?.try_into().ok()?)).ok().filter(|it| *it < NO_ROW)?;
    let scale = f32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?);
    let mut rest = Bytes(bytes.get(8..)?);
    let mut hashes = Vec::with_capacity(usize::from(count));
    let mut begins = vec![0_u16; (1_usize << (HASH_BITS.saturating_sub(SEARCHED_BITS))).saturating_add(1)];
    let mut seen = vec![0_u64; bit(1 << HASH_BITS).0];
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
        Row(row)
    });
    let Row(bias) = rows.next()?;
    let weights: Vec<Row> = rows.collect();
    let whole = usize::from(count).checked_add(1)?.checked_mul(OUTPUTS)? == rest.0.len();
    whole.then_some(Model { hashes, begins, seen, bias, weights, scale })
}

/// From this many features on the model is taken the less at its word the more there are.
const CALM: f32 = 20.0;

/// What each of so many features counts: a long text says more of everything, not everything more surely.
#[must_use]
pub fn calm(known: u32) -> f32 {
    (CALM / known.max(1) as f32).sqrt().min(1.0)
}

/// So many rows of at most 127 each cannot overflow 16 bits.
const BLOCK: usize = 256;

/// Reads a text.
#[must_use]
pub fn guess(
    lexicon: &Lexicon,
    text: &Normal,
    tokens: &[Token],
    asserted: (&[Hit], &[Mood]),
    room: &mut Known,
) -> Guess {
    let model = model();
    room.read(model, lexicon, text, tokens, asserted);
    let rows = &room.rows;
    let mut sums = model.bias.map(i32::from);
    for block in rows.chunks(BLOCK) {
        let mut part = [0_i16; ROW];
        for found in block {
            if let Some(Row(weights)) = model.weights.get(usize::from(found.row)) {
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
    let (issues, quality) = belief::beliefs(&sums, model.scale * calm(known));
    Guess { issues, quality, known }
}

/// Where in the text just read stands the feature that speaks most for the likeliest issue: first character, and one past the last.
#[must_use]
pub fn strongest(guess: &Guess, room: &Known) -> Option<(u32, u32)> {
    let weights = &model().weights;
    let likelier = |one: &(usize, &f32), other: &(usize, &f32)| one.1.total_cmp(other.1);
    let best = guess.issues.iter().enumerate().max_by(likelier).map_or(0, |(place, _)| place);
    let weight = |row: u16| weights.get(usize::from(row)).and_then(|Row(row)| row.get(best)).copied().unwrap_or(0);
    let says = |found: &&Found| (weight(found.row), found.end.saturating_sub(found.start), found.row);
    room.rows.iter().max_by_key(says).map(|found| (found.start, found.end))
}
