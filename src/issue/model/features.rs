//! What the model sees of a text: runs of one to three characters (words, in English), word classes, and what the cues say.

use super::HASH_BITS;
use crate::issue::hash::mix;
use crate::issue::lexicon::Lexicon;
use crate::issue::scan::Hit;
use crate::issue::scope::Mood;
use crate::text::normal::{Normal, is_latin, part};

/// Letters of an English word that count: a rough stem.
const STEM: usize = 6;

/// One feature of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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

/// The feature of a word class with a name, by the hash of the name.
pub fn of_class(mark: u32) -> u32 {
    finish(mark)
}

/// Calls `each` for what the cues of a text assert, deny or suppose.
pub fn of_hits(lexicon: &Lexicon, hits: &[Hit], moods: &[Mood], mut each: impl FnMut(Feature)) {
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
