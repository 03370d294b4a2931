//! The marks of `packs/lint/*.toml`, made ready for scanning: one trie of all their words, and for each word what it can begin.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::finding::Rule;
use super::pattern;
use crate::pack::{Confidence, Evidence};
use crate::text::fnv::WordMap;
use crate::text::packed::{self, Packed};
use crate::text::trie::{Planting, Trie};

const PACKS: &str = include_str!(concat!(env!("OUT_DIR"), "/lint.packed"));

/// What the patterns of a mark are for; their order is that of the pack's keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Group {
    /// What is looked for.
    Words = 0,
    /// What the same place must not be part of.
    Except = 1,
    /// What must stand nowhere in the sentence.
    Quiet = 2,
    /// Of which something must stand in the sentence.
    Needs = 3,
}

/// Groups a mark.
pub const GROUPS: usize = 4;

/// One mark of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its name, by which rules ask for it.
    pub id: String,
    /// The rule it breaks by itself.
    pub rule: Option<Rule>,
    /// Patterns by [`Group`]; an empty one where the pack has none.
    pub patterns: [String; GROUPS],
    /// A denial right before it takes it back.
    pub negatable: bool,
}

/// One file of the packs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LintPack {
    /// Where its words come from.
    pub evidence: Evidence,
    /// Words by class.
    pub class: BTreeMap<String, String>,
    /// Word lists that the rules ask for by name.
    pub list: BTreeMap<String, String>,
    /// Its marks.
    pub mark: Vec<Mark>,
}

/// The rest of a pattern after its first word: classes with the gap allowed before each.
#[derive(Debug, Clone)]
pub struct Continuation {
    /// Number of the mark, times [`GROUPS`], plus the group.
    pub cue: u16,
    /// What follows.
    pub rest: Vec<(u8, u16)>,
}

/// A word of the patterns.
#[derive(Debug, Clone, Default)]
pub struct Word {
    /// Classes it belongs to.
    pub classes: Vec<u16>,
    /// It begins and ends with a Latin letter and must stand alone.
    pub latin: bool,
}

/// A word list that rules ask for by name.
#[derive(Debug, Clone, Default)]
struct WordList {
    words: Vec<String>,
    /// Their first letters, sorted: most places of a text begin none of the words.
    firsts: Vec<char>,
}

impl WordList {
    fn of(words: &str) -> Self {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let mut firsts: Vec<char> = words.iter().filter_map(|word| word.chars().next()).collect();
        firsts.sort_unstable();
        firsts.dedup();
        Self { words, firsts }
    }

    /// How long the first word is that the letters begin with.
    fn begins(&self, letters: &[char]) -> Option<usize> {
        self.firsts.binary_search(letters.first()?).ok()?;
        self.words.iter().find_map(|word| begins_with(letters, word))
    }
}

/// How long a word is that letters begin with.
pub(super) fn begins_with(letters: &[char], word: &str) -> Option<usize> {
    let mut length = 0_usize;
    for letter in word.chars() {
        if letters.get(length) != Some(&letter) {
            return None;
        }
        length = length.saturating_add(1);
    }
    Some(length)
}

/// All marks, ready for scanning.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The words.
    pub trie: Trie,
    /// By number.
    pub words: Vec<Word>,
    /// By class: what begins with it.
    pub starts: Vec<Vec<Continuation>>,
    /// All marks.
    pub marks: Vec<Mark>,
    by_id: WordMap<usize>,
    lists: WordMap<WordList>,
    class_ids: WordMap<u16>,
    /// Parts of patterns that have been met, each a class of its own.
    pieces: WordMap<u16>,
    faults: Vec<String>,
    /// The words while they are gathered.
    planting: Planting,
}

/// The lexicon of the embedded packs.
#[must_use]
pub fn lexicon() -> &'static Lexicon {
    static READ: OnceLock<Lexicon> = OnceLock::new();
    READ.get_or_init(|| Lexicon::of(packs().into_iter().map(|(_, pack)| pack)))
}

/// The embedded packs with their names.
#[must_use]
pub fn packs() -> Vec<(&'static str, LintPack)> {
    packed::files(PACKS).map(|(name, mut fields)| (name, read(&mut fields))).collect()
}

fn read(from: &mut Packed) -> LintPack {
    let map = |from: &mut Packed| (0..from.count()).map(|_| (from.string(), from.string())).collect();
    const SURE: [Confidence; 4] =
        [Confidence::Official, Confidence::Secondary, Confidence::Unverified, Confidence::Own];
    LintPack {
        evidence: Evidence {
            since: from.text().into(),
            source: from.text().into(),
            confidence: from.name(&SURE, Confidence::Unverified),
        },
        class: map(from),
        list: map(from),
        mark: from.many(|from| {
            let id = from.string();
            let rule = from.maybe(|from| Rule::from_id(from.text())).flatten();
            let words = from.string();
            let mut more = || from.maybe(Packed::string).unwrap_or_default();
            let patterns = [words, more(), more(), more()];
            Mark { id, rule, patterns, negatable: from.flag() }
        }),
    }
}

impl Lexicon {
    /// Makes packs ready. What cannot be read is left out and told by [`Self::faults`].
    #[must_use]
    pub fn of(packs: impl Iterator<Item = LintPack>) -> Self {
        let mut lexicon = Self::default();
        let mut marks = Vec::new();
        let mut classes = BTreeMap::new();
        for pack in packs {
            classes.extend(pack.class);
            for (name, words) in pack.list {
                lexicon.lists.insert(name, WordList::of(&words));
            }
            marks.extend(pack.mark);
        }
        for (name, words) in &classes {
            let class = lexicon.class(name);
            for word in words.split_whitespace() {
                lexicon.add_word(&word.replace('_', " "), class);
            }
        }
        for (number, mark) in marks.into_iter().enumerate() {
            for (group, patterns) in mark.patterns.iter().enumerate() {
                let cue = number.saturating_mul(GROUPS).saturating_add(group);
                for pattern in patterns.split_whitespace() {
                    lexicon.add_pattern(&mark.id, cue as u16, pattern, &classes);
                }
            }
            if lexicon.by_id.insert(mark.id.clone(), number).is_some() {
                lexicon.faults.push(format!("two marks are called {}", mark.id));
            }
            lexicon.marks.push(mark);
        }
        let (trie, order) = std::mem::take(&mut lexicon.planting).finish();
        lexicon.trie = trie;
        lexicon.words = order.iter().filter_map(|old| lexicon.words.get(*old as usize).cloned()).collect();
        lexicon
    }

    /// What could not be read, for the test that keeps such packs from shipping.
    #[cfg(test)]
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// The number of a mark.
    #[must_use]
    pub fn mark(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// A word list of the packs; an empty one where there is none of that name.
    #[must_use]
    pub fn list(&self, name: &str) -> &[String] {
        self.lists.get(name).map(|list| list.words.as_slice()).unwrap_or_default()
    }

    /// A function that tells how long a word of the list is that letters begin with: the first such word of the list.
    pub fn beginner(&self, name: &str) -> impl Fn(&[char]) -> Option<usize> {
        let list = self.lists.get(name);
        move |letters| list?.begins(letters)
    }

    /// The id of a class by its name.
    fn class(&mut self, name: &str) -> u16 {
        if let Some(id) = self.class_ids.get(name) {
            return *id;
        }
        let id = self.new_class();
        self.class_ids.insert(name.to_owned(), id);
        id
    }

    fn new_class(&mut self) -> u16 {
        let id = self.starts.len() as u16;
        self.starts.push(Vec::new());
        id
    }

    fn add_word(&mut self, word: &str, class: u16) {
        let Some(number) = self.planting.insert(word.chars()) else {
            return self.faults.push(format!("no room for {word:?}"));
        };
        if number as usize == self.words.len() {
            let latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
            let latin = latin(word.chars().next()) && latin(word.chars().last());
            self.words.push(Word { latin, ..Word::default() });
        }
        if let Some(entry) = self.words.get_mut(number as usize)
            && !entry.classes.contains(&class)
        {
            entry.classes.push(class);
        }
    }

    fn add_pattern(&mut self, id: &str, cue: u16, pattern: &str, known: &BTreeMap<String, String>) {
        let parts = match pattern::parse(pattern) {
            Ok(parts) => parts,
            Err(fault) => return self.faults.push(format!("{id}: {fault}")),
        };
        let mut classes = Vec::with_capacity(parts.len());
        for part in parts {
            let class = match part.any {
                pattern::Any::Class(name) => {
                    if !known.contains_key(name) {
                        self.faults.push(format!("{id}: class {name:?} is not defined"));
                    }
                    self.class(name)
                }
                pattern::Any::Words(piece) => match self.pieces.get(piece) {
                    Some(class) => *class,
                    None => {
                        let class = self.new_class();
                        self.pieces.insert(piece.to_owned(), class);
                        if let Err(fault) = pattern::words(piece, |word| self.add_word(word, class)) {
                            self.faults.push(format!("{id}: {piece:?}: {fault}"));
                        }
                        class
                    }
                },
            };
            classes.push((part.gap, class));
        }
        let mut rest = classes.into_iter();
        if let Some((_, first)) = rest.next()
            && let Some(starts) = self.starts.get_mut(usize::from(first))
        {
            starts.push(Continuation { cue, rest: rest.collect() });
        }
    }
}
