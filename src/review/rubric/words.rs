//! The word lists of `packs/rubric/words.toml`.

use std::sync::OnceLock;

use crate::text::packed::{Packed, files};

const RUBRIC: &str = include_str!(concat!(env!("OUT_DIR"), "/rubric.packed"));

/// Word lists in normal form; the names are those of the pack.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each list is described in its pack")]
pub struct Lists {
    pub apology: Vec<String>,
    pub denial: Vec<String>,
    pub stock: Vec<String>,
    pub begging: Vec<String>,
    pub benefit: Vec<String>,
    pub check: Vec<String>,
    pub act: Vec<String>,
    pub who: Vec<String>,
    pub when: Vec<String>,
    pub choice: Vec<String>,
    pub read: Vec<String>,
    pub vague_channel: Vec<String>,
    pub stop: Vec<String>,
    pub escalate: Vec<String>,
    pub generic: Vec<String>,
    pub done: Vec<String>,
    pub contact: Vec<String>,
    pub threat: Vec<String>,
    pub insult: Vec<String>,
}

/// The lists, read once.
#[must_use]
pub fn lists() -> &'static Lists {
    static READ: OnceLock<Lists> = OnceLock::new();
    READ.get_or_init(|| {
        let Some((_, mut fields)) = files(RUBRIC).next() else { return Lists::default() };
        let from = &mut fields;
        Lists {
            apology: words(from),
            denial: words(from),
            stock: words(from),
            begging: words(from),
            benefit: words(from),
            check: words(from),
            act: words(from),
            who: words(from),
            when: words(from),
            choice: words(from),
            read: words(from),
            vague_channel: words(from),
            stop: words(from),
            escalate: words(from),
            generic: words(from),
            done: words(from),
            contact: words(from),
            threat: words(from),
            insult: words(from),
        }
    })
}

fn words(from: &mut Packed) -> Vec<String> {
    from.text().split_whitespace().map(|word| word.replace('_', " ")).collect()
}

/// Does any of the words stand in the text?
#[must_use]
pub fn any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}

/// How often words of the list stand in the text, each place once.
#[must_use]
pub fn count(text: &str, words: &[String]) -> usize {
    let mut places: Vec<usize> = Vec::new();
    for word in words {
        for (place, _) in text.match_indices(word.as_str()) {
            let end = place.saturating_add(word.len());
            if !places.iter().any(|known| *known < end && place <= known.saturating_add(2)) {
                places.push(place);
            }
        }
    }
    places.len()
}
