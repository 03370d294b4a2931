//! The word lists of `packs/rubric/words.toml`.

use std::sync::OnceLock;

use crate::text::packed::{Packed, files};
use crate::text::trie::{Planting, Trie};

const RUBRIC: &str = include_str!(concat!(env!("OUT_DIR"), "/rubric.packed"));

/// Word lists, in normal form but for `you_say`; the names are those of the pack. Those after `insult` are looked for where they may stand.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each list is described in its pack")]
pub struct Lists {
    finder: Finder,
    pub apology: List,
    pub denial: List,
    pub stock: List,
    pub begging: List,
    pub benefit: List,
    pub check: List,
    pub act: List,
    pub who: List,
    pub when: List,
    pub choice: List,
    pub read: List,
    pub vague_channel: List,
    pub stop: List,
    pub escalate: List,
    pub generic: List,
    pub done: List,
    pub contact: List,
    pub threat: List,
    pub insult: List,
    pub asks: Vec<String>,
    pub you_say: Vec<String>,
    pub ways: Vec<String>,
    pub dear: &'static str,
    pub promise: Vec<String>,
    pub units: &'static str,
}

/// A word list.
#[derive(Debug, Default)]
pub struct List {
    /// Its words.
    pub words: Vec<String>,
    /// Stands for it in [`Seen`].
    bit: u32,
}

/// Finds the words of all lists in one walk through a text.
#[derive(Debug, Default)]
struct Finder {
    trie: Trie,
    /// By word: the lists it is in.
    lists: Vec<u32>,
}

/// The lists of which a word stands in a text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Seen(u32);

impl Seen {
    /// Which lists the letters of a text, in normal form, have words of.
    #[must_use]
    pub fn of(letters: &[char]) -> Self {
        let Finder { trie, lists } = &lists().finder;
        let mut seen = 0;
        for place in 0..letters.len() {
            let mut ahead = letters.get(place..).unwrap_or_default().iter();
            let mut next = ahead.next().map(|letter| trie.enter(trie.letter(*letter)));
            while let Some(node) = next {
                let word = node.word().and_then(|word| lists.get(usize::from(word)));
                seen |= word.copied().unwrap_or_default();
                next = ahead.next().filter(|_| node.goes_on()).and_then(|letter| trie.step(node, trie.letter(*letter)));
            }
        }
        Self(seen)
    }

    /// Does any word of the list stand in the text?
    #[must_use]
    pub fn has(self, list: &List) -> bool {
        self.0 & list.bit != 0
    }
}

/// The lists, read once.
#[must_use]
pub fn lists() -> &'static Lists {
    static READ: OnceLock<Lists> = OnceLock::new();
    READ.get_or_init(|| {
        let Some((_, mut fields)) = files(RUBRIC).next() else { return Lists::default() };
        let mut planting = Planting::default();
        let mut members: Vec<u32> = Vec::new();
        let mut next_bit = 1_u32;
        let mut list = || {
            let list = List { words: words(&mut fields), bit: next_bit };
            next_bit = next_bit.wrapping_shl(1);
            for word in &list.words {
                let Some(number) = planting.insert(word.chars()) else { continue };
                let size = (number as usize).saturating_add(1).max(members.len());
                members.resize(size, 0);
                if let Some(lists) = members.get_mut(number as usize) {
                    *lists |= list.bit;
                }
            }
            list
        };
        let mut lists = Lists {
            finder: Finder::default(),
            apology: list(),
            denial: list(),
            stock: list(),
            begging: list(),
            benefit: list(),
            check: list(),
            act: list(),
            who: list(),
            when: list(),
            choice: list(),
            read: list(),
            vague_channel: list(),
            stop: list(),
            escalate: list(),
            generic: list(),
            done: list(),
            contact: list(),
            threat: list(),
            insult: list(),
            ..Lists::default()
        };
        lists.asks = words(&mut fields);
        lists.you_say = words(&mut fields);
        lists.ways = words(&mut fields);
        lists.dear = fields.text();
        lists.promise = words(&mut fields);
        lists.units = fields.text();
        let (trie, order) = planting.finish();
        let lists_of = |old: u32| members.get(old as usize).copied().unwrap_or_default();
        lists.finder = Finder { trie, lists: order.into_iter().map(lists_of).collect() };
        lists
    })
}

fn words(from: &mut Packed) -> Vec<String> {
    from.text().split_whitespace().map(|word| word.replace('_', " ")).collect()
}

/// How often words of the list stand in the text, each place once.
#[must_use]
pub fn count(text: &str, list: &List) -> usize {
    let mut places: Vec<usize> = Vec::new();
    for word in &list.words {
        for (place, _) in text.match_indices(word.as_str()) {
            let end = place.saturating_add(word.len());
            if !places.iter().any(|known| *known < end && place <= known.saturating_add(2)) {
                places.push(place);
            }
        }
    }
    places.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_walk_sees_what_a_search_for_each_word_finds() {
        let texts = [
            "",
            "很抱歉，今天客服会给您换一件，或者退款，由您定",
            "we will check it today and replace or refund it, whichever you prefer",
            "亲，五星好评返现哦，加微信",
            "五",
        ];
        let lists = lists();
        let all = [&lists.apology, &lists.begging, &lists.check, &lists.act, &lists.who, &lists.when, &lists.choice];
        let mut found = 0;
        for text in texts {
            let seen = Seen::of(&text.chars().collect::<Vec<_>>());
            for list in all {
                let there = list.words.iter().any(|word| text.contains(word.as_str()));
                assert_eq!(seen.has(list), there, "{text}: {:?}", list.words);
                found += usize::from(there);
            }
        }
        assert!(found >= 10, "{found}");
    }

    #[test]
    fn the_lists_lie_as_the_pack_names_them() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/rubric/words.toml");
        let pack: toml::Value = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let text = |name: &str| pack[name].as_str().unwrap();
        let lists = lists();
        for (name, read) in [
            ("insult", &lists.insult.words),
            ("asks", &lists.asks),
            ("you_say", &lists.you_say),
            ("ways", &lists.ways),
            ("promise", &lists.promise),
        ] {
            assert_eq!(read.join(" "), text(name).replace('_', " "), "{name}");
        }
        assert_eq!((lists.dear, lists.units), (text("dear"), text("units")));
    }
}
