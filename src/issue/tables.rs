//! What a lexicon is made of but for its cues: one trie of all words, and for each word what it can begin.
//!
//! Those of the issues are made when the project is built, so that the engine starts without reading patterns; other rooms make theirs when
//! they are first asked.

mod stored;

use crate::text::groups::Groups;
use crate::text::trie::Trie;

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
    /// Something more comes.
    pub const ADDS: u16 = 1 << 13;
    /// No word by itself but part of one that was cut in two: it hides none and is hidden by none.
    pub const PART: u16 = 1 << 15;
    /// Part of a word that was cut in two, whatever else it may be.
    pub const JOINS: u16 = 1 << 14;
    /// Names in the packs, in the order of the bits.
    pub const NAMES: [&str; 14] = [
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
        "adds",
    ];
}

/// A word of the trie.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// Where the classes it belongs to (its own literal included) begin among all.
    pub(super) first: u32,
    /// Classes the code knows.
    pub flags: u16,
    /// How many classes it belongs to.
    pub(super) count: u8,
    /// With so many of them, the first, patterns begin.
    pub(super) begins: u8,
    /// So many of them behind those have a name.
    pub(super) named: u8,
    /// It begins and ends with a Latin letter, so it must stand alone.
    pub latin: bool,
}

/// A pattern that begins with a word of some class.
#[derive(Debug, Clone, Copy)]
pub struct Continuation {
    /// Where its further pieces begin among all.
    pub(super) first: u32,
    /// How many there are.
    pub(super) count: u8,
    /// The cue that fires at the end.
    pub cue: u16,
}

/// Gap before a piece, and its class.
pub type Further = (u8, u16);

/// Everything the scanner needs, in few tables: what belongs to one word or class lies side by side.
#[derive(Debug, Default)]
pub struct Tables {
    /// All words.
    pub trie: Trie,
    pub(super) words: Vec<Word>,
    pub(super) classes: Vec<u16>,
    /// By class of the first piece: the class of the second, or [`Tables::ALONE`], and the pattern.
    pub(super) nexts: Groups<u16>,
    pub(super) continuations: Groups<Continuation>,
    pub(super) further: Vec<Further>,
    /// By class id: the hash of its name, 0 for a literal. The model reads them as features.
    pub(super) marks: Vec<u32>,
    /// By class id: are its words parts of words that were cut in two?
    pub(super) parts: Vec<bool>,
}

/// The flags of a word by its classes; `parts` says of each class whether its words are only parts of words.
pub(super) fn flags_of(classes: &[u16], parts: &[bool]) -> u16 {
    let is_part = |class: &u16| parts.get(usize::from(*class)) == Some(&true);
    if classes.iter().all(is_part) {
        return flag::PART | if classes.is_empty() { 0 } else { flag::JOINS };
    }
    let named = classes.iter().filter(|class| usize::from(**class) < flag::NAMES.len());
    let joins = if classes.iter().any(is_part) { flag::JOINS } else { 0 };
    named.fold(joins, |flags, class| flags | 1 << class)
}

impl Tables {
    /// The first word is all.
    pub const ALONE: u16 = u16::MAX;

    /// The word of this number.
    #[inline]
    #[must_use]
    pub fn word(&self, number: u16) -> Option<Word> {
        self.words.get(usize::from(number)).copied()
    }

    /// The classes of a word.
    #[inline]
    #[must_use]
    pub fn classes_of(&self, number: u16) -> &[u16] {
        self.first_classes(number, |word| word.count.into())
    }

    /// Those classes of a word with which patterns begin.
    #[inline]
    #[must_use]
    pub fn beginnings(&self, number: u16) -> &[u16] {
        self.first_classes(number, |word| word.begins.into())
    }

    /// Those classes of a word among which are all that have a name.
    #[inline]
    #[must_use]
    pub fn named_classes_of(&self, number: u16) -> &[u16] {
        self.first_classes(number, |word| usize::from(word.begins).saturating_add(word.named.into()))
    }

    #[inline]
    fn first_classes(&self, number: u16, count: impl Fn(Word) -> usize) -> &[u16] {
        let Some(word) = self.word(number) else { return &[] };
        let first = word.first as usize;
        self.classes.get(first..first.saturating_add(count(word))).unwrap_or_default()
    }

    /// What of a word follows from its classes: those with which patterns begin stand first, then those that have a name.
    pub(super) fn describe(&mut self) {
        for word in &mut self.words {
            let first = word.first as usize;
            let own = self.classes.get(first..first.saturating_add(usize::from(word.count))).unwrap_or_default();
            let begins = own.iter().take_while(|class| !self.nexts.of(u32::from(**class)).is_empty()).count();
            word.begins = u8::try_from(begins).unwrap_or(u8::MAX);
            let is_named = |class: &&u16| self.marks.get(usize::from(**class)).is_some_and(|mark| *mark != 0);
            let named = own.iter().skip(begins).take_while(is_named).count();
            word.named = u8::try_from(named).unwrap_or(u8::MAX);
        }
    }

    /// The classes of the second pieces of the patterns that begin with a class.
    #[inline]
    #[must_use]
    pub fn nexts_of(&self, class: u16) -> &[u16] {
        self.nexts.of(u32::from(class))
    }

    /// The patterns that begin with a class: for each the class of its second piece, and the pattern itself.
    #[inline]
    #[must_use]
    pub fn patterns_of(&self, class: u16) -> (&[u16], &[Continuation]) {
        (self.nexts.of(u32::from(class)), self.continuations.of(u32::from(class)))
    }

    /// The further pieces of a pattern.
    #[inline]
    #[must_use]
    pub fn further(&self, continuation: Continuation) -> &[Further] {
        let first = continuation.first as usize;
        self.further.get(first..first.saturating_add(usize::from(continuation.count))).unwrap_or_default()
    }

    /// The hash of a class's name, 0 for a literal.
    #[inline]
    #[must_use]
    pub fn mark(&self, class: u16) -> u32 {
        self.marks.get(usize::from(class)).copied().unwrap_or(0)
    }

    /// Are the words of this class parts of words that were cut in two?
    #[inline]
    #[must_use]
    pub fn is_part(&self, class: u16) -> bool {
        self.parts.get(usize::from(class)).copied().unwrap_or(false)
    }
}
