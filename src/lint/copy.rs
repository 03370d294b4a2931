//! Texts that say again what is already there: the review's own words, or one of the last replies.

use std::collections::HashSet;

use super::LintInput;
use super::finding::Rule;
use super::spot::Spot;
use super::view::{Letters, View};

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
    let own = grams(&view.letters, 3);
    let all = (0, view.given.len());
    if let Some(review) = input.review {
        let review = View::of(review).letters;
        let latin =
            review.chars.iter().filter(|letter| letter.is_ascii()).count().saturating_mul(2) > review.chars.len();
        if let Some((start, end)) = shared(&view.letters, &review, if latin { 3 } else { 1 }) {
            found.push(Spot::new(Rule::NearCopy, view.span(start, end), "lint_near_copy"));
        } else if likeness(&own, &grams(&review, 3)) >= SAME_REVIEW {
            found.push(Spot::new(Rule::NearCopy, all, "lint_near_copy"));
        }
    }
    let same = |text: &String| likeness(&own, &grams(&View::of(text).letters, 3)) >= SAME_REPLY;
    if input.previous.iter().take(LAST).any(same) {
        found.push(Spot::new(Rule::NearCopy, all, "lint_near_previous"));
    }
}

fn grams(letters: &Letters, length: usize) -> HashSet<&[char]> {
    letters.chars.get(..letters.chars.len().min(LONGEST)).unwrap_or_default().windows(length).collect()
}

/// Jaccard's measure; nothing for texts too short to tell.
fn likeness(one: &HashSet<&[char]>, other: &HashSet<&[char]>) -> f64 {
    if one.len() < SHORTEST || other.len() < SHORTEST {
        return 0.0;
    }
    let both = one.intersection(other).count();
    let all = one.len().saturating_add(other.len()).saturating_sub(both);
    both as f64 / all as f64
}

/// The first run of the review's letters that is too long. Linear: runs are pieced together from their shortest windows.
fn shared(text: &Letters, review: &Letters, scale: usize) -> Option<(usize, usize)> {
    let short = SHORT_RUN.saturating_mul(scale);
    let theirs = grams(review, short);
    let ours = text.chars.get(..text.chars.len().min(LONGEST)).unwrap_or_default();
    let mut run = 0_usize;
    for (place, window) in ours.windows(short).enumerate() {
        run = if theirs.contains(window) { run.saturating_add(1) } else { 0 };
        let length = run.saturating_add(short).saturating_sub(1);
        let most = length.saturating_mul(2) > ours.len();
        if run > 0 && (length > LONG_RUN.saturating_mul(scale) || most) {
            let end = place.saturating_add(short);
            return Some((end.saturating_sub(length), end));
        }
    }
    None
}
