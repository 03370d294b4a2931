//! How pages name one thing: whole labels, or a noun at the end with a word before it.

use serde::Deserialize;

/// The labels of one thing, in normal form; `Id` says which thing.
#[derive(Debug, Deserialize)]
pub struct Naming<Id> {
    /// What they mean.
    pub id: Id,
    /// Whole labels.
    #[serde(default)]
    pub exact: Vec<String>,
    /// Last parts of labels.
    #[serde(default)]
    pub nouns: Vec<String>,
    /// Words of which one must stand with the noun.
    #[serde(default)]
    pub with: Vec<String>,
    /// Words that rule it out.
    #[serde(default)]
    pub without: Vec<String>,
}

/// The first thing whose nouns and words fit a label in normal form. Latin words must stand alone.
pub fn named<'n, Id>(namings: &'n [Naming<Id>], label: &str) -> Option<&'n Naming<Id>> {
    let spaced = label.is_ascii().then(|| format!(" {label} "));
    let ends = |word: &String| match &spaced {
        Some(spaced) => has_word(spaced, word),
        None => label.ends_with(word.as_str()),
    };
    let has = |word: &String| match &spaced {
        Some(spaced) => has_word(spaced, word),
        None => label.contains(word.as_str()),
    };
    let fits = |naming: &&Naming<Id>| {
        naming.nouns.iter().any(ends) && naming.with.iter().any(has) && !naming.without.iter().any(has)
    };
    namings.iter().find(fits)
}

fn has_word(spaced: &str, word: &str) -> bool {
    spaced.match_indices(word).any(|(at, found)| {
        let end = at.saturating_add(found.len());
        spaced.get(..at).is_some_and(|before| before.ends_with([' ', '/', '-']))
            && spaced.get(end..).is_some_and(|after| after.starts_with([' ', '/', '-', '.']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn namings() -> Vec<Naming<u8>> {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        vec![Naming {
            id: 1,
            exact: Vec::new(),
            nouns: words(&["原因", "reason"]),
            with: words(&["退", "return"]),
            without: words(&["拒绝", "refusal"]),
        }]
    }

    #[test]
    fn a_noun_with_its_word_names_and_a_ruled_out_one_does_not() {
        let namings = namings();
        for label in ["退款原因", "return reason", "reason for return"] {
            assert!(named(&namings, label).is_some(), "{label}");
        }
        for label in ["原因", "退款原因说明", "拒绝退款原因", "reasonable return", "refusal reason of return"]
        {
            assert!(named(&namings, label).is_none(), "{label}");
        }
    }
}
