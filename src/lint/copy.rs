//! Texts that say again what is already there: the review's own words, or one of the last replies.

use std::cell::RefCell;

use super::LintInput;
use super::finding::Rule;
use super::spot::Spot;
use super::view::{Letters, View};
use crate::text::memo::Memo;

/// Parts shared with a text before it make a reply a copy from here on.
const SAME_REPLY: f64 = 0.6;
/// As above, of the review.
const SAME_REVIEW: f64 = 0.5;
/// A run of so many Chinese characters is no quotation any more; Latin letters count a third.
const LONG_RUN: usize = 20;
/// Half as long is too much where it is most of the reply.
const SHORT_RUN: usize = 13;
/// So much of a text is looked at.
const LONGEST: usize = 20_000;
/// At most so many earlier replies.
const LAST: usize = 50;
/// Shorter texts have no three-grams to speak of.
const SHORTEST: usize = 8;

/// Finds copies.
pub fn find(input: &LintInput<'_>, view: &View, found: &mut Vec<Spot>) {
    let own = Grams::of(&view.letters);
    let all = (0, view.given.len());
    if let Some(review) = input.review {
        let review = View::of(review).letters;
        let latin =
            review.chars.iter().filter(|letter| letter.is_ascii()).count().saturating_mul(2) > review.chars.len();
        if let Some((start, end)) = shared(&view.letters, &review, if latin { 3 } else { 1 }) {
            found.push(Spot::new(Rule::NearCopy, view.span(start, end), "lint_near_copy"));
        } else if own.likeness(&Grams::of(&review)) >= SAME_REVIEW {
            found.push(Spot::new(Rule::NearCopy, all, "lint_near_copy"));
        }
    }
    thread_local! {
        static BEFORE: RefCell<Memo<Grams>> = RefCell::default();
    }
    let read = |text: &str| Grams::of(&View::of(text).letters);
    let same = |(place, text): (usize, &String)| {
        BEFORE.with(|memo| match memo.try_borrow_mut() {
            Ok(mut memo) => own.likeness(&memo.get(place, text, read)),
            Err(_) => own.likeness(&read(text)),
        }) >= SAME_REPLY
    };
    if input.previous.iter().take(LAST).enumerate().any(same) {
        found.push(Spot::new(Rule::NearCopy, all, "lint_near_previous"));
    }
}

/// What is looked at of a text.
fn head(letters: &Letters) -> &[char] {
    letters.chars.get(..letters.chars.len().min(LONGEST)).unwrap_or_default()
}

/// The three-letter pieces of a text, each once, sorted; a letter takes 21 bits, so a piece is one number.
#[derive(Debug)]
struct Grams(Vec<u64>);

impl Grams {
    fn of(letters: &Letters) -> Self {
        let piece = |three: &[char]| three.iter().fold(0, |piece: u64, letter| (piece << 21) | u64::from(*letter));
        let mut pieces: Vec<u64> = head(letters).windows(3).map(piece).collect();
        pieces.sort_unstable();
        pieces.dedup();
        Self(pieces)
    }

    /// Jaccard's measure; nothing for texts too short to tell.
    fn likeness(&self, other: &Self) -> f64 {
        let (mut one, mut two) = (self.0.as_slice(), other.0.as_slice());
        if one.len() < SHORTEST || two.len() < SHORTEST {
            return 0.0;
        }
        let all = one.len().saturating_add(two.len());
        let mut both = 0_usize;
        while let (Some((left, lefts)), Some((right, rights))) = (one.split_first(), two.split_first()) {
            if left <= right {
                one = lefts;
            }
            if right <= left {
                two = rights;
            }
            both = both.saturating_add(usize::from(left == right));
        }
        both as f64 / all.saturating_sub(both) as f64
    }
}

/// A number for a run of letters.
fn hash(letters: &[char]) -> u64 {
    letters.iter().fold(0xCBF2_9CE4_8422_2325, |hash: u64, letter| {
        (hash ^ u64::from(*letter)).wrapping_mul(0x0000_0100_0000_01B3).rotate_left(23)
    })
}

/// The first run of the review's letters that is too long. Linear: runs are pieced together from their shortest windows.
fn shared(text: &Letters, review: &Letters, scale: usize) -> Option<(usize, usize)> {
    let short = SHORT_RUN.saturating_mul(scale);
    let mut theirs: Vec<u64> = head(review).windows(short).map(hash).collect();
    theirs.sort_unstable();
    let ours = head(text);
    let mut run = 0_usize;
    for (place, window) in ours.windows(short).enumerate() {
        run = if theirs.binary_search(&hash(window)).is_ok() { run.saturating_add(1) } else { 0 };
        let length = run.saturating_add(short).saturating_sub(1);
        let most = length.saturating_mul(2) > ours.len();
        if run > 0 && (length > LONG_RUN.saturating_mul(scale) || most) {
            let end = place.saturating_add(short);
            return Some((end.saturating_sub(length), end));
        }
    }
    None
}
