//! The 20-point rubric for replies, as far as a program can judge it, and the hard fails that make a reply worth nothing.

mod hard;
mod numbers;
mod points;
#[cfg(test)]
mod tests;
pub mod words;

use std::cell::RefCell;
use std::rc::Rc;

use super::grams::Grams;
use super::input::ReviewInput;
use super::matter::Matter;
use super::topics;
use crate::text::memo::Memo;
use crate::text::normal;
use words::Seen;

/// What a reply got.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// 0 to 20; 0 with any hard fail.
    pub total: f32,
    /// Each point with 0, 0.5 or 1.
    pub points: Vec<(&'static str, f32)>,
    /// Hard fails, `H1` to `H8`.
    pub fails: Vec<&'static str>,
}

/// Scores replies to one review.
pub struct Scorer<'a> {
    matter: &'a Matter<'a>,
    given: Vec<String>,
    review: Vec<char>,
    previous: Vec<Rc<Grams>>,
}

/// So many of the last replies are looked at.
const LAST: usize = 50;

impl<'a> Scorer<'a> {
    /// For a review that has been read.
    #[must_use]
    pub fn new(matter: &'a Matter<'a>) -> Self {
        let review = normal::normalise(&matter.words).chars;
        thread_local! {
            static BEFORE: RefCell<Memo<Grams>> = RefCell::default();
        }
        let of = |(place, text): (usize, &String)| {
            BEFORE.with(|memo| match memo.try_borrow_mut() {
                Ok(mut memo) => memo.get(place, text, Grams::of),
                Err(_) => Rc::new(Grams::of(text)),
            })
        };
        let previous = matter.input.previous.iter().take(LAST).enumerate().map(of).collect();
        Self { matter, given: numbers::given(matter), review, previous }
    }

    /// Scores one reply.
    #[must_use]
    pub fn score(&self, reply: &str) -> Score {
        let grams = Grams::of(reply);
        self.score_of(reply, self.nearest(&grams))
    }

    /// The same where it is known how alike it is to the nearest of the last ones.
    #[must_use]
    pub fn score_of(&self, reply: &str, nearest: f32) -> Score {
        let mut seen = Reply::read(reply, nearest);
        seen.unbound = numbers::any_unbound(&self.given, &seen.letters);
        let points = points::all(self, &seen);
        let fails = hard::fails(self, &seen);
        let total = if fails.is_empty() { points.iter().map(|(_, point)| point).sum() } else { 0.0 };
        Score { total, points, fails }
    }

    /// How alike a reply is to the nearest of the last ones.
    #[must_use]
    pub fn nearest(&self, grams: &Grams) -> f32 {
        self.previous.iter().map(|known| known.likeness(grams)).fold(0.0, f32::max)
    }
}

/// A reply as the points look at it.
struct Reply<'a> {
    /// As written.
    text: &'a str,
    /// In normal form.
    letters: Vec<char>,
    /// The same as a text.
    flat: String,
    /// The word lists it has words of.
    seen: Seen,
    topics: Vec<topics::TopicFound>,
    /// How alike it is to the nearest of the last ones.
    nearest: f32,
    /// It holds a number that nobody has given.
    unbound: bool,
}

impl<'a> Reply<'a> {
    fn read(text: &'a str, nearest: f32) -> Self {
        let letters = normal::normalise(text).chars;
        let (flat, seen) = (letters.iter().collect(), Seen::of(&letters));
        Self { text, flat, seen, topics: topics::topics(text), nearest, unbound: false, letters }
    }
}

/// Scores a reply to a review; for several replies make a [`Scorer`] once.
#[must_use]
pub fn score(input: &ReviewInput, reply: &str) -> Score {
    let matter = Matter::read(input);
    Scorer::new(&matter).score(reply)
}
