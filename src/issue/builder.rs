//! From cues as the packs write them to the [`Tables`] of a lexicon. The build of the project uses it, too.

use std::collections::BTreeMap;

use super::hash::hash_of;
use super::pattern::{self, Piece};
use super::tables::{Continuation, Further, Tables, Word, flag};
use crate::text::fnv::WordMap;
use crate::text::groups::Groups;
use crate::text::trie::Planting;

/// The words of one file of packs.
#[derive(Debug, Default)]
pub struct Source {
    /// Its name, for what cannot be used.
    pub name: String,
    /// Word classes by name; `{other}` takes in another class.
    pub classes: BTreeMap<String, String>,
    /// By cue: its id and its patterns, parted by white space.
    pub cues: Vec<(String, String)>,
}

/// Builds the tables and lists what could not be used. Cues are numbered through all files.
pub fn built(files: &[Source]) -> (Tables, Vec<String>) {
    let mut builder = Builder::default();
    for name in flag::NAMES {
        builder.class(name);
    }
    let classes: BTreeMap<&str, &str> =
        files.iter().flat_map(|file| &file.classes).map(|(name, words)| (name.as_str(), words.as_str())).collect();
    for name in classes.keys() {
        let class = builder.class(name);
        builder.fill(class, name, &classes, 0);
    }
    let cues = files.iter().flat_map(|file| file.cues.iter().map(|(id, words)| (file.name.as_str(), id, words)));
    for (number, (file, id, words)) in (0..).zip(cues) {
        builder.add_cue(file, number, id, words);
    }
    builder.finish()
}

#[derive(Default)]
struct Builder {
    planting: Planting,
    /// Classes of pieces that are words.
    pieces: WordMap<u16>,
    /// Classes of pieces that are parts of words.
    parts: WordMap<u16>,
    /// Words and the classes they belong to, in the order in which they were told.
    members: Vec<(u32, u16)>,
    /// Classes with a name.
    class_ids: WordMap<u16>,
    marks: Vec<u32>,
    /// Classes given out so far.
    classes: u16,
    /// By class of the first piece: the class of the second, and the pattern.
    nexts: Vec<(u32, u16)>,
    continuations: Vec<(u32, Continuation)>,
    further: Vec<Further>,
    faults: Vec<String>,
}

impl Builder {
    /// The id of a class by its name.
    fn class(&mut self, name: &str) -> u16 {
        if let Some(id) = self.class_ids.get(name) {
            return *id;
        }
        let id = self.new_class();
        self.marks.resize(usize::from(id), 0);
        self.marks.push(hash_of(name));
        self.class_ids.insert(name.to_owned(), id);
        id
    }

    fn new_class(&mut self) -> u16 {
        let id = self.classes;
        self.classes = id.saturating_add(1);
        if id == Tables::ALONE {
            self.faults.push("more classes and pieces than there are numbers for".to_owned());
        }
        id
    }

    fn fill(&mut self, class: u16, name: &str, classes: &BTreeMap<&str, &str>, depth: u8) {
        let Some(words) = classes.get(name).filter(|_| depth < 8) else {
            self.faults.push(format!("class {name:?} is not defined, or takes in itself"));
            return;
        };
        for pattern in words.split_whitespace() {
            let read = pattern::parse(pattern, |sequence| match sequence {
                [(_, Piece::Words(piece))] => self.add_words(piece, class),
                [(_, Piece::Class(other))] => self.fill(class, other, classes, depth.saturating_add(1)),
                [(_, Piece::Part(_)), ..] => {
                    self.faults.push(format!("class {name:?}: {pattern:?} is more words than can be written out"));
                }
                _ => self.faults.push(format!("class {name:?}: {pattern:?} is more than a word or a class")),
            });
            if let Err(fault) = read {
                self.faults.push(format!("class {name:?}: {fault}"));
            }
        }
    }

    /// Takes the words of a piece into a class.
    fn add_words(&mut self, piece: &str, class: u16) {
        let Self { planting, members, faults, .. } = self;
        let mut full = || faults.push(format!("{piece:?}: more words or letters than there are numbers for"));
        let begin = planting.root();
        pattern::spell(piece, begin, &mut |node, letter| {
            let next = match letter {
                Some(letter) => planting.step(node, letter),
                None => planting.end(node).inspect(|number| members.push((*number, class))),
            };
            if next.is_none() {
                full();
            }
            next.filter(|_| letter.is_some())
        });
    }

    /// The class of its own that a piece is.
    fn class_of(&mut self, piece: &str, is_part: bool) -> u16 {
        let known = if is_part { &self.parts } else { &self.pieces };
        if let Some(class) = known.get(piece) {
            return *class;
        }
        let class = self.new_class();
        let known = if is_part { &mut self.parts } else { &mut self.pieces };
        known.insert(piece.to_owned(), class);
        self.add_words(piece, class);
        class
    }

    fn add_cue(&mut self, file: &str, number: u16, id: &str, words: &str) {
        for pattern in words.split_whitespace() {
            let read = pattern::parse(pattern, |sequence| self.add_sequence(file, id, number, sequence));
            if let Err(fault) = read {
                self.faults.push(format!("packs/issues/{file}.toml, cue {id:?}: {fault}"));
            }
        }
    }

    fn add_sequence(&mut self, file: &str, id: &str, cue: u16, sequence: &pattern::Sequence<'_>) {
        let mut first_class = None;
        let first = self.further.len() as u32;
        for (gap, piece) in sequence {
            let class = match piece {
                Piece::Words(piece) => self.class_of(piece, false),
                Piece::Part(piece) => self.class_of(piece, true),
                Piece::Class(name) => {
                    if !self.class_ids.contains_key(*name) {
                        self.faults
                            .push(format!("packs/issues/{file}.toml, cue {id:?}: class {name:?} is not defined"));
                    }
                    self.class(name)
                }
            };
            match first_class {
                None => first_class = Some(class),
                Some(_) => self.further.push((*gap, class)),
            }
        }
        let Some(class) = first_class.map(u32::from) else { return };
        let rest = self.further.get(first as usize..).unwrap_or_default();
        let (next, count) = (rest.first().map_or(Tables::ALONE, |(_, class)| *class), rest.len() as u8);
        self.nexts.push((class, next));
        self.continuations.push((class, Continuation { first, count, cue }));
    }

    fn finish(self) -> (Tables, Vec<String>) {
        let (trie, order) = self.planting.finish();
        let members = Groups::new(&self.members, order.len());
        let mut parts = vec![false; usize::from(self.classes)];
        for class in self.parts.values() {
            if let Some(part) = parts.get_mut(usize::from(*class)) {
                *part = true;
            }
        }
        let mut words = Vec::with_capacity(order.len());
        let mut classes: Vec<u16> = Vec::with_capacity(self.members.len());
        for old in order {
            let first = classes.len();
            for class in members.of(old) {
                if !classes.get(first..).is_some_and(|known| known.contains(class)) {
                    classes.push(*class);
                }
            }
            let own = classes.get(first..).unwrap_or_default();
            words.push(Word {
                first: first as u32,
                count: u8::try_from(own.len()).unwrap_or(u8::MAX),
                ..Word::default()
            });
        }
        let mut tables = Tables {
            trie,
            words,
            classes,
            nexts: Groups::new(&self.nexts, usize::from(self.classes)),
            continuations: Groups::new(&self.continuations, usize::from(self.classes)),
            further: self.further,
            marks: self.marks,
            parts,
        };
        tables.flag_words();
        (tables, self.faults)
    }
}
