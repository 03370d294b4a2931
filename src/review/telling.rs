//! How a shop tells a buyer's words on: the word lists of `packs/telling/words.toml`.

mod allergy;
mod clause_words;
mod hurt;
mod in_use;
mod instead;
mod naming;
mod persons;
mod shorter;
mod simile;
mod swap;

pub use allergy::AllergyWords;
pub use clause_words::ClauseWords;
pub use hurt::{harmed, hurt_places};
pub use in_use::{UseWords, shows_in_use};
pub use instead::{Instead, Ways};
pub use naming::NamingWords;
pub use persons::{PersonWords, turned};
pub use shorter::{alone, shortened};
pub use simile::{begins_with_somebody, is_mere_price, is_shouted, unlikened};
pub use swap::swapped;

use swap::SwapWords;

use std::sync::OnceLock;

use crate::text::packed::{Packed, files};

const TELLING: &str = include_str!(concat!(env!("OUT_DIR"), "/telling.packed"));

/// Word lists; the names are those of the pack.
#[derive(Debug, Default)]
pub struct Telling {
    unfit: Vec<&'static str>,
    unfit_en: Vec<String>,
    near: Vec<&'static str>,
    /// Said of what was wrong from the first.
    pub fresh: Vec<&'static str>,
    /// Letters of size.
    pub measures: Vec<&'static str>,
    /// Said of what is used.
    pub used: Vec<&'static str>,
    /// Said of what is put on.
    pub worn: Vec<&'static str>,
    /// Said of more than one complaint.
    pub several: Vec<&'static str>,
    /// Ways that help with the use of sound goods only.
    pub advice: Vec<&'static str>,
    /// What a name and the word after it read as by the letters that meet.
    pub fused: Vec<&'static str>,
    /// Words that name pets.
    pub pets: Vec<&'static str>,
    /// Said of what was eaten.
    pub eaten: Vec<String>,
    /// Letters of goods that came spoilt.
    pub spoilt: Vec<&'static str>,
    /// Said of what was missing and sent after.
    pub sent: Vec<&'static str>,
    /// Said behind that where it has not come, or wrong again.
    pub not_yet: Vec<&'static str>,
    /// Ways that give a larger one.
    pub larger: Vec<&'static str>,
    /// Ways that give a smaller one.
    pub smaller: Vec<&'static str>,
    /// Endings of shops' names.
    pub shops: Vec<String>,
    /// Names of facts that tell the size.
    pub size_facts: Vec<&'static str>,
    /// Names of facts that tell the colour.
    pub colour_facts: Vec<&'static str>,
    /// Letters a colour ends with.
    pub colour_ends: &'static str,
    /// Letters that say what came of it.
    pub makes: &'static str,
    likened: Vec<&'static str>,
    likeness: Vec<&'static str>,
    unlike: Vec<&'static str>,
    likened_not: &'static str,
    paid: Vec<&'static str>,
    money: &'static str,
    amounts: &'static str,
    somebody: Vec<&'static str>,
    hurt: &'static str,
    boxes: Vec<&'static str>,
    subjects_en: Vec<String>,
    verbs_en: Vec<String>,
    /// Who speaks to whom.
    pub persons: PersonWords,
    in_use: UseWords,
    /// What the buyer never could eat.
    pub allergy: AllergyWords,
    /// How clauses are cut and judged.
    pub clause: ClauseWords,
    swap: SwapWords,
    /// How the name of the goods is read from a title.
    pub naming: NamingWords,
    /// Ways that do not suit some goods, the gravest first.
    pub instead: Vec<Instead>,
}

impl Telling {
    /// Does an English clause, in small letters, begin and go on as a whole sentence does?
    #[must_use]
    pub fn begins_and_goes_on(&self, lower: &str) -> bool {
        self.subjects_en.iter().any(|word| lower.starts_with(word))
            && self.verbs_en.iter().any(|verb| lower.contains(verb))
    }

    /// What an English clause, in small letters, needs before it to be a whole sentence: "it" of "burst at the seam", "the" of "buckle
    /// snapped at once".
    #[must_use]
    pub fn lacks(&self, lower: &str) -> Option<&'static str> {
        if self.clause.begins_en.iter().any(|word| lower.starts_with(word)) {
            return Some("it");
        }
        if self.clause.had_en.iter().any(|word| lower.starts_with(word)) {
            return Some("it had");
        }
        // "Buckle", or "plastic buckle".
        let second = lower.split_once(' ').map_or("", |(_, rest)| rest);
        let part = |words: &str| {
            let named = self.clause.parts_en.iter().any(|part| {
                words
                    .strip_prefix(part.as_str())
                    .is_some_and(|rest| self.verbs_en.iter().any(|verb| rest.starts_with(verb)))
            });
            named.then_some("the")
        };
        // "The pole bent" lacks nothing.
        let begun = self.subjects_en.iter().chain(&self.clause.leads).any(|word| lower.starts_with(word.as_str()));
        part(lower).or_else(|| if begun { None } else { part(second) })
    }
}

/// The lists, read once.
#[must_use]
pub fn telling() -> &'static Telling {
    static READ: OnceLock<Telling> = OnceLock::new();
    READ.get_or_init(|| {
        let Some((_, mut fields)) = files(TELLING).next() else { return Telling::default() };
        let from = &mut fields;
        Telling {
            unfit: words(from),
            unfit_en: spaced(from),
            near: words(from),
            fresh: words(from),
            measures: words(from),
            used: words(from),
            worn: words(from),
            several: words(from),
            advice: words(from),
            fused: words(from),
            pets: words(from),
            eaten: spaced(from),
            spoilt: words(from),
            sent: words(from),
            not_yet: words(from),
            larger: words(from),
            smaller: words(from),
            shops: spaced(from),
            size_facts: words(from),
            colour_facts: words(from),
            colour_ends: from.text(),
            makes: from.text(),
            likened: words(from),
            likeness: words(from),
            unlike: words(from),
            likened_not: from.text(),
            paid: words(from),
            money: from.text(),
            amounts: from.text(),
            somebody: words(from),
            hurt: from.text(),
            boxes: words(from),
            subjects_en: spaced(from),
            verbs_en: spaced(from),
            persons: PersonWords::read(from),
            in_use: UseWords::read(from),
            allergy: AllergyWords::read(from),
            clause: ClauseWords::read(from),
            swap: SwapWords::read(from),
            naming: NamingWords::read(from),
            instead: from.many(Instead::read),
        }
    })
}

/// A list parted by white space.
fn words(from: &mut Packed) -> Vec<&'static str> {
    from.text().split_whitespace().collect()
}

/// The same in pairs: the buyer's word, then ours.
fn pairs(from: &mut Packed) -> Vec<(&'static str, &'static str)> {
    words(from).chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect()
}

/// The same with spaces where the pack has `_`.
fn spaced(from: &mut Packed) -> Vec<String> {
    from.text().split_whitespace().map(|word| word.replace('_', " ")).collect()
}

/// Does a text hold one of these?
#[must_use]
pub fn says(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Does the clause, in small letters, hold a word that no shop repeats?
#[must_use]
pub fn is_unfit(clause: &str) -> bool {
    let lists = telling();
    says(clause, &lists.unfit) || lists.unfit_en.iter().any(|word| clause.contains(word.as_str()))
}

/// The same of a clause that tells of a danger: how near it came may be said.
#[must_use]
pub fn is_unfit_danger(clause: &str) -> bool {
    let mut rest = clause.to_owned();
    for near in &telling().near {
        rest = rest.replace(near, "");
    }
    is_unfit(&rest)
}

#[cfg(test)]
mod tests;
