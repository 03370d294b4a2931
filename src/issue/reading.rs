//! One text read: its normal form, its words, the cues that fire, how they are meant. The room for it is used again and again.

use std::cell::RefCell;

use super::lexicon::Lexicon;
use super::model::{self, Guess, Known};
use super::scan::{self, Classes, Hit, Token};
use super::scope::{self, Mood};
use crate::text::normal::Normal;

/// A text on the way from letters to evidence.
#[derive(Debug, Default)]
pub struct Reading {
    /// The text in normal form.
    pub normal: Normal,
    /// Its words.
    pub tokens: Vec<Token>,
    /// The flags that any of them has.
    pub flags: u16,
    /// The cues that fire.
    pub hits: Vec<Hit>,
    /// How each of them is meant.
    pub moods: Vec<Mood>,
    letters: Vec<u16>,
    there: Classes,
    pub(super) known: Known,
}

impl Reading {
    /// Reads a text in place of the last.
    pub fn read(&mut self, lexicon: &Lexicon, text: &str) {
        self.normal.read(text);
        self.flags = scan::tokens(lexicon, &self.normal, &mut self.letters, &mut self.tokens);
        scan::hits(lexicon, &self.normal, &self.tokens, &mut self.there, &mut self.hits);
        let firm = |hit: &Hit| lexicon.cue(hit.cue).is_some_and(|cue| cue.firm);
        scope::moods(&self.normal, (&self.tokens, self.flags), &self.hits, firm, &mut self.moods);
    }

    /// What the model makes of it.
    pub fn guess(&mut self, lexicon: &Lexicon) -> Guess {
        model::guess(lexicon, &self.normal, &self.tokens, (&self.hits, &self.moods), &mut self.known)
    }

    /// Where the words stand that speak most for what the model makes of it.
    pub fn strongest(&self, guess: &Guess) -> Option<(u32, u32)> {
        model::strongest(guess, &self.known)
    }
}

/// Room of so many letters is kept for the next text; what a huge one took is given back.
const KEPT: usize = 1 << 14;

/// Lends room of this thread; who reads one text within another gets further room.
pub fn with<T>(read: impl FnOnce(&mut Reading) -> T) -> T {
    thread_local! {
        static ROOMS: [RefCell<Reading>; 2] = <[RefCell<Reading>; 2]>::default();
    }
    ROOMS.with(|rooms| {
        let Some(mut room) = rooms.iter().find_map(|room| room.try_borrow_mut().ok()) else {
            return read(&mut Reading::default());
        };
        let answer = read(&mut room);
        if room.normal.chars.capacity() > KEPT {
            *room = Reading::default();
        }
        answer
    })
}
