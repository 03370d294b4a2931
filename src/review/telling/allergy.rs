//! The words by which what the buyer never could eat is told from what the food did: `[allergy]` of `packs/telling/words.toml`.

use super::words;
use crate::text::packed::Packed;

/// Word lists; the names are those of the pack.
#[derive(Debug, Default)]
pub struct AllergyWords {
    /// Words for a reaction.
    pub words: Vec<&'static str>,
    /// Letters before what it is a reaction to.
    pub to: &'static str,
    /// Letters of what was bought.
    pub this: &'static str,
    /// Letters behind it where it has happened.
    pub happened: &'static str,
    /// What is read instead, of as many letters.
    pub instead: &'static str,
}

impl AllergyWords {
    /// As they lie in the program.
    pub(super) fn read(from: &mut Packed) -> Self {
        Self { words: words(from), to: from.text(), this: from.text(), happened: from.text(), instead: from.text() }
    }
}
