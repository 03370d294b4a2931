//! The cues of `packs/issues/*.toml`, made ready for scanning: one trie of all their words, and for each word what it can begin.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

use super::pattern::{self, Piece};
use super::{Issue, Signal};
use crate::text::trie::Trie;

/// What a cue says about the goods themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quality {
    /// A sound unit of the same listing would not have had this fault.
    Yes,
    /// The goods are not to blame.
    No,
    /// The words alone do not tell.
    Unknown,
}

/// One cue as the packs write it. `fires` and `spares` are for the tests and do not ship.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CueSpec {
    /// Name, unique over all packs.
    pub id: String,
    /// The issue, where it differs from the file's.
    pub issue: Option<Issue>,
    /// The issue in a text about food ("坏了").
    pub in_food: Option<Issue>,
    /// The issue in a text about a device.
    pub in_device: Option<Issue>,
    /// 0 to 1.
    pub weight: f32,
    /// What it says about the goods.
    pub quality: Quality,
    /// A signal it raises.
    pub signal: Option<Signal>,
    /// True when a negation before it changes nothing ("不" of "不亮" is its own).
    #[serde(default)]
    pub firm: bool,
    /// True when it says that something is wrong but not what: any closer word goes before it.
    #[serde(default)]
    pub bare: bool,
    /// True when it hides every other hit inside its span ("券过期了" is not about food).
    #[serde(default)]
    pub covers: bool,
    /// Patterns, parted by white space ([`pattern`]).
    pub words: String,
}

/// One file of `packs/issues/`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct PackFile {
    /// The issue of its cues.
    pub issue: Option<Issue>,
    /// Word classes by name; `{other}` takes in another class.
    #[serde(default)]
    pub class: BTreeMap<String, String>,
    /// Its cues.
    #[serde(default)]
    pub cue: Vec<CueSpec>,
}

/// Classes the code itself knows, as bits of [`Word::flags`].
pub mod flag {
    /// Denies what follows.
    pub const NEGATES: u16 = 1;
    /// May stand between a negation and what it denies.
    pub const FILLER: u16 = 1 << 1;
    /// Makes what follows a wish, a fear, a question or a condition.
    pub const SUPPOSES: u16 = 1 << 2;
    /// The shop, its staff or the platform.
    pub const SELLER: u16 = 1 << 3;
    /// A verb of saying.
    pub const SAYS: u16 = 1 << 4;
    /// What came before is accepted by the buyer.
    pub const ACCEPTS: u16 = 1 << 5;
    /// What follows is the main point.
    pub const STRESSES: u16 = 1 << 6;
    /// But.
    pub const CONTRASTS: u16 = 1 << 7;
    /// Denies what came before ("色差没有").
    pub const ABSENT: u16 = 1 << 8;
    /// Hides the words inside it ("大家" is not "大").
    pub const GUARDS: u16 = 1 << 9;
    /// The buyer speaks.
    pub const BUYER: u16 = 1 << 10;
    /// The text is about food.
    pub const FOOD: u16 = 1 << 11;
    /// The text is about a device.
    pub const DEVICE: u16 = 1 << 12;
    /// Names in the packs, in the order of the bits.
    pub const NAMES: [&str; 13] = [
        "negates",
        "filler",
        "supposes",
        "seller",
        "says",
        "accepts",
        "stresses",
        "contrasts",
        "absent",
        "guards",
        "buyer",
        "food",
        "device",
    ];
}

/// A word of the trie.
#[derive(Debug, Default)]
pub struct Word {
    /// Classes the code knows.
    pub flags: u16,
    /// It begins and ends with a Latin letter, so it must stand alone.
    pub latin: bool,
    /// Ids of the classes it belongs to (its own literal included).
    pub classes: Vec<u16>,
}

/// What must follow the first word of a pattern.
#[derive(Debug)]
pub struct Continuation {
    /// The cue that fires at the end.
    pub cue: u16,
    /// Class of the next piece, [`Continuation::NONE`] when there is none.
    pub next: u16,
    /// Gap before and class of each further piece.
    pub rest: Vec<(u8, u16)>,
}

impl Continuation {
    /// The first word is all.
    pub const NONE: u16 = u16::MAX;
}

/// Everything the scanner needs.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// All words.
    pub trie: Trie,
    /// By word number.
    pub words: Vec<Word>,
    /// By class id.
    pub starts: Vec<Vec<Continuation>>,
    /// By class id: the hash of its name, 0 for a literal. The model reads them as features.
    pub marks: Vec<u32>,
    /// By cue number.
    pub cues: Vec<CueSpec>,
}

/// The lexicon, built once. What cannot be used is left out; the test `packs_are_sound` names it.
#[must_use]
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| built(super::packed::files()).0)
}

/// Builds the lexicon and lists what could not be used.
#[must_use]
pub fn build(files: BTreeMap<String, PackFile>) -> (Lexicon, Vec<String>) {
    built(files.into_iter().collect())
}

fn built(files: Vec<(String, PackFile)>) -> (Lexicon, Vec<String>) {
    let mut builder = Builder::default();
    for name in flag::NAMES {
        builder.class(name);
    }
    let mut classes: BTreeMap<String, String> = BTreeMap::new();
    for (name, words) in files.iter().flat_map(|(_, file)| &file.class) {
        classes.insert(name.clone(), words.clone());
    }
    for name in classes.keys() {
        let class = builder.class(name);
        builder.fill(class, name, &classes, 0);
    }
    for (file_name, file) in files {
        for mut cue in file.cue {
            cue.issue = cue.issue.or(file.issue);
            builder.add_cue(&file_name, cue);
        }
    }
    (builder.lexicon, builder.faults)
}

#[derive(Default)]
struct Builder {
    lexicon: Lexicon,
    class_ids: HashMap<String, u16>,
    faults: Vec<String>,
}

impl Builder {
    /// The id of a class; a literal is the class `=literal`.
    fn class(&mut self, name: &str) -> u16 {
        if let Some(id) = self.class_ids.get(name) {
            return *id;
        }
        let id = self.lexicon.starts.len() as u16;
        self.lexicon.starts.push(Vec::new());
        self.lexicon.marks.push(if name.starts_with('=') { 0 } else { super::model::hash_of(name) });
        self.class_ids.insert(name.to_owned(), id);
        id
    }

    fn fill(&mut self, class: u16, name: &str, classes: &BTreeMap<String, String>, depth: u8) {
        let Some(words) = classes.get(name).filter(|_| depth < 8) else {
            self.faults.push(format!("class {name:?} is not defined, or takes in itself"));
            return;
        };
        for pattern in words.split_whitespace() {
            match pattern::parse(pattern) {
                Ok(sequences) => {
                    for sequence in sequences {
                        match sequence.as_slice() {
                            [(_, Piece::Word(word))] => self.add_word(word, class),
                            [(_, Piece::Class(other))] => self.fill(class, other, classes, depth.saturating_add(1)),
                            _ => {
                                self.faults.push(format!("class {name:?}: {pattern:?} is more than a word or a class"))
                            }
                        }
                    }
                }
                Err(fault) => self.faults.push(format!("class {name:?}: {fault}")),
            }
        }
    }

    fn add_word(&mut self, word: &str, class: u16) {
        let next = self.lexicon.words.len() as u32;
        let number = self.lexicon.trie.insert(word.chars(), next);
        if number == next {
            let latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
            let latin = latin(word.chars().next()) && latin(word.chars().last());
            self.lexicon.words.push(Word { latin, ..Word::default() });
        }
        if let Some(entry) = self.lexicon.words.get_mut(number as usize) {
            if !entry.classes.contains(&class) {
                entry.classes.push(class);
            }
            if usize::from(class) < flag::NAMES.len() {
                entry.flags |= 1 << class;
            }
        }
    }

    fn add_cue(&mut self, file: &str, cue: CueSpec) {
        let number = self.lexicon.cues.len() as u16;
        for pattern in cue.words.split_whitespace() {
            match pattern::parse(pattern) {
                Ok(sequences) => {
                    for sequence in sequences {
                        self.add_sequence(file, &cue.id, number, sequence);
                    }
                }
                Err(fault) => self.faults.push(format!("packs/issues/{file}.toml, cue {:?}: {fault}", cue.id)),
            }
        }
        self.lexicon.cues.push(cue);
    }

    fn add_sequence(&mut self, file: &str, id: &str, cue: u16, sequence: pattern::Sequence) {
        let mut classes = Vec::with_capacity(sequence.len());
        for (gap, piece) in sequence {
            let class = match piece {
                Piece::Word(word) => {
                    let class = self.class(&format!("={word}"));
                    self.add_word(&word, class);
                    class
                }
                Piece::Class(name) => {
                    if !self.class_ids.contains_key(&name) {
                        self.faults
                            .push(format!("packs/issues/{file}.toml, cue {id:?}: class {name:?} is not defined"));
                    }
                    self.class(&name)
                }
            };
            classes.push((gap, class));
        }
        let mut rest = classes.into_iter();
        if let Some((_, first)) = rest.next()
            && let Some(starts) = self.lexicon.starts.get_mut(usize::from(first))
        {
            let rest: Vec<(u8, u16)> = rest.collect();
            let next = rest.first().map_or(Continuation::NONE, |(_, class)| *class);
            starts.push(Continuation { cue, next, rest });
        }
    }
}
