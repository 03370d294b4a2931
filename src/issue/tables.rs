//! What a lexicon is made of but for its cues: one trie of all words, and for each word what it can begin.
//!
//! Those of the issues are made when the project is built, so that the engine starts without reading patterns; other rooms make theirs when
//! they are first asked.

mod stored;

use crate::text::groups::Groups;
use crate::text::trie::Trie;

/// Classes the code itself knows, as the bits that the trie keeps beside a word.
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
    /// No word by itself but part of one that was cut in two: it hides none and is hidden by none.
    pub const PART: u16 = 1 << 15;
    /// Part of a word that was cut in two, whatever else it may be.
    pub const JOINS: u16 = 1 << 14;
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
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// Where the classes it belongs to (its own literal included) begin among all.
    pub(super) first: u32,
    /// How many classes it belongs to.
    pub(super) count: u8,
    /// So many of them, the first, the model knows.
    pub(super) known: u8,
    /// From which of them on, and up to which, patterns begin with them.
    pub(super) begins: (u8, u8),
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
fn flags_of(classes: &[u16], parts: &[bool]) -> u16 {
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
        self.some_classes(number, |word| (0, word.count))
    }

    /// Those classes of a word that the model knows.
    #[inline]
    #[must_use]
    pub fn known_classes_of(&self, number: u16) -> &[u16] {
        self.some_classes(number, |word| (0, word.known))
    }

    /// Those classes of a word with which patterns begin.
    #[inline]
    #[must_use]
    pub fn beginnings(&self, number: u16) -> &[u16] {
        self.some_classes(number, |word| word.begins)
    }

    #[inline]
    fn some_classes(&self, number: u16, which: impl Fn(Word) -> (u8, u8)) -> &[u16] {
        let Some(word) = self.word(number) else { return &[] };
        let (first, (from, to)) = (word.first as usize, which(word));
        let place = |count: u8| first.saturating_add(usize::from(count));
        self.classes.get(place(from)..place(to)).unwrap_or_default()
    }

    /// Puts the classes of every word in order: those that the model knows, and among them last those with which patterns begin, then the
    /// others with which patterns begin, then the rest. So either kind lies side by side.
    pub(super) fn arrange(&mut self, is_known: impl Fn(u16) -> bool) {
        for word in &mut self.words {
            let first = word.first as usize;
            let own = self.classes.get_mut(first..first.saturating_add(usize::from(word.count))).unwrap_or_default();
            let nexts = &self.nexts;
            let rank = |class: &u16| match (is_known(*class), !nexts.of(u32::from(*class)).is_empty()) {
                (true, false) => 0_u8,
                (true, true) => 1,
                (false, true) => 2,
                (false, false) => 3,
            };
            // Few they are, and those of one rank keep their order.
            for end in 1..own.len() {
                let mut at = end;
                while let Some(before) = at.checked_sub(1)
                    && own.get(before).map(rank) > own.get(at).map(rank)
                {
                    own.swap(before, at);
                    at = before;
                }
            }
            let up_to = |last: u8| own.iter().take_while(|class| rank(class) <= last).count() as u8;
            (word.known, word.begins) = (up_to(1), (up_to(0), up_to(2)));
        }
    }

    /// Puts the flags of every word into the trie, where a walk finds them without looking the word up.
    pub(super) fn flag_words(&mut self) {
        let flags: Vec<u16> =
            (0_u16..).zip(&self.words).map(|(number, _)| flags_of(self.classes_of(number), &self.parts)).collect();
        self.trie.tag(|word| flags.get(usize::from(word)).copied().unwrap_or(0));
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

    /// By class: the hash of its name, 0 for a literal; those behind the last have none.
    #[must_use]
    pub fn marks(&self) -> &[u32] {
        &self.marks
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
