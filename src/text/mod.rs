//! Text as the pages and buyers write it: normal form, numbers, durations, moments, cue matching.

pub mod bytes;
pub mod duration;
pub mod fnv;
pub mod groups;
pub mod han;
pub mod memo;
pub mod moment;
pub mod normal;
pub mod number;
pub mod order;
pub mod packed;
pub mod trie;
