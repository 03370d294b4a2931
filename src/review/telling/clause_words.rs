//! The words by which a buyer's clauses are cut and judged: `[clause]` of `packs/telling/words.toml`.

use super::{spaced, words};
use crate::text::packed::Packed;

/// Word lists; the names are those of the pack.
#[derive(Debug, Default)]
pub struct ClauseWords {
    /// What joins a clause to the one before it.
    pub joins: Vec<String>,
    /// What joins two clauses of English.
    pub cuts_en: Vec<String>,
    /// Where a quotation would break off in the middle of a thought.
    pub half: Vec<String>,
    /// What a clause of English begins with that stands by itself.
    pub leads: Vec<String>,
    /// What only says when the goods were looked at, or leads on.
    pub openings: Vec<&'static str>,
    /// Letters after which these do not stand for themselves.
    pub openings_not: &'static str,
    /// Letters that stand for the goods.
    pub it: &'static str,
    /// Beginnings whose first letter joins to the clause before.
    pub more: Vec<&'static str>,
    /// Numbers after which it does not.
    pub numbers: &'static str,
    /// Where praise turns to what is wrong.
    pub turns: Vec<&'static str>,
    /// Words that praise.
    pub praises: Vec<&'static str>,
    /// How the buyer came upon it.
    pub finds: Vec<&'static str>,
    /// Letters that deny that.
    pub finds_not: &'static str,
    /// What a clause of English begins with that lacks its subject.
    pub begins_en: Vec<String>,
    /// The same that "it had" makes whole.
    pub had_en: Vec<String>,
    /// Parts of goods that such a clause begins with.
    pub parts_en: Vec<String>,
    /// What the page says, not what is wrong.
    pub claims: Vec<&'static str>,
    /// Letters of number and side.
    pub particular: &'static str,
    /// Letters that tell of something gone wrong.
    pub marks: &'static str,
    /// The same in English, by words.
    pub marks_en: Vec<String>,
    /// First letters of a mere time.
    pub time_from: &'static str,
    /// Its last letters.
    pub time_to: &'static str,
    /// Letters with which a scrap leans on the words before it.
    pub just: &'static str,
    /// What tells how far a thing went.
    pub all_over: Vec<&'static str>,
    /// Letters that two clauses share without speaking of the same.
    pub common: &'static str,
    /// Letters that say "still" or "moreover".
    pub still: &'static str,
    /// What follows them where they say "still".
    pub still_not: &'static str,
    /// Letters that say "too".
    pub also: &'static str,
    /// What follows them where they belong to what is said.
    pub also_not: &'static str,
    /// What stands before any of them where they are no mere link.
    pub kept_after: &'static str,
    /// Where the circumstances end and what happened begins.
    pub scenes: Vec<&'static str>,
    /// Words with the letter of "take" that take nothing.
    pub grips_not: Vec<&'static str>,
    /// Beginnings that lean on the clause before.
    pub leaning: Vec<&'static str>,
    /// Ways that send a part of the goods only.
    pub parts: Vec<&'static str>,
    /// What links on at the head of what is left.
    pub joins_on: Vec<&'static str>,
}

impl ClauseWords {
    /// As they lie in the program.
    pub(super) fn read(from: &mut Packed) -> Self {
        Self {
            joins: spaced(from),
            cuts_en: spaced(from),
            half: spaced(from),
            leads: spaced(from),
            openings: words(from),
            openings_not: from.text(),
            it: from.text(),
            more: words(from),
            numbers: from.text(),
            turns: words(from),
            praises: words(from),
            finds: words(from),
            finds_not: from.text(),
            begins_en: spaced(from),
            had_en: spaced(from),
            parts_en: spaced(from),
            claims: words(from),
            particular: from.text(),
            marks: from.text(),
            marks_en: spaced(from),
            time_from: from.text(),
            time_to: from.text(),
            just: from.text(),
            all_over: words(from),
            common: from.text(),
            still: from.text(),
            still_not: from.text(),
            also: from.text(),
            also_not: from.text(),
            kept_after: from.text(),
            scenes: words(from),
            grips_not: words(from),
            leaning: words(from),
            parts: words(from),
            joins_on: words(from),
        }
    }
}
