//! The words by which the name of the goods is read from a title: `[naming]` of `packs/telling/words.toml`.

use super::{spaced, words};
use crate::text::packed::Packed;

/// Word lists; the names are those of the pack.
#[derive(Debug, Default)]
pub struct NamingWords {
    /// Letters before which a noun only tells what the goods are for.
    pub for_it: &'static str,
    /// Last letters of goods that come with another's name.
    pub shells: &'static str,
    /// Last letters of goods that are named by them whatever stands before.
    pub stands: &'static str,
    /// What goods come in.
    pub boxes: Vec<&'static str>,
    /// Letters of what covers another thing and is named with it.
    pub covers: &'static str,
    /// Letters after which those are of a set.
    pub covers_not: &'static str,
    /// Letters of tools and vessels: the noun before them tells what they are for.
    pub tools: &'static str,
    /// Last letters that things are made of nouns by.
    pub heads: &'static str,
    /// Where an English title begins to tell what the goods are for.
    pub head_ends: Vec<String>,
    /// Whom goods are for, around a title.
    pub whose: Vec<&'static str>,
    /// Words of titles that name nothing.
    pub plain: Vec<&'static str>,
    /// Kinds of goods with the last letters of their names.
    pub kinds: [(&'static str, &'static str); 5],
}

impl NamingWords {
    /// As they lie in the program.
    pub(super) fn read(from: &mut Packed) -> Self {
        Self {
            for_it: from.text(),
            shells: from.text(),
            stands: from.text(),
            boxes: words(from),
            covers: from.text(),
            covers_not: from.text(),
            tools: from.text(),
            heads: from.text(),
            head_ends: spaced(from),
            whose: words(from),
            plain: words(from),
            kinds: ["food", "wear", "beauty", "home", "device"].map(|kind| (kind, from.text())),
        }
    }
}
