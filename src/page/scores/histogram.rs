//! The numbers of ratings with five, four, three, two and one stars, where the page shows them beside a mean.

use super::card::Page;
use super::label::labelled;
use crate::page::node::NodeId;
use crate::score::decimal::Decimal;
use crate::score::exact::Exact;
use crate::score::parse;
use crate::score::shown::Rounding;

const LEVELS: usize = 6;
const TEXTS: usize = 200;

impl Page<'_, '_> {
    /// Ratings by stars near a mean shown as `shown`, from one star to five. Numbers that do not make up that mean are not its own.
    #[must_use]
    pub fn histogram(&self, scope: NodeId, shown: Decimal) -> Option<[u64; 5]> {
        let mut at = scope;
        for _ in 0..LEVELS {
            let node = self.tree.node(at);
            let texts = node.text_start..node.text_end;
            if texts.len() > TEXTS {
                return None;
            }
            let mut ratings: [Option<u64>; 5] = [None; 5];
            for text in texts.clone() {
                let Some((stars, number)) = self.bar(text, texts.end) else {
                    continue;
                };
                let slot = ratings.get_mut(stars)?;
                if slot.is_some_and(|before| before != number) {
                    return None;
                }
                *slot = Some(number);
            }
            if let [Some(one), Some(two), Some(three), Some(four), Some(five)] = ratings {
                return Some([one, two, three, four, five]).filter(|ratings| makes_up(*ratings, shown));
            }
            at = node.parent?;
        }
        None
    }

    /// `5星(900)`, `5星` and `900`, `5 star` and `900`: place of the stars, number of ratings.
    fn bar(&self, text: usize, end: usize) -> Option<(usize, u64)> {
        let said = self.tree.all_texts().get(text)?.value.replace(['(', ')', '（', '）'], " ");
        let found = labelled(said.trim(), 6, stars)?;
        let shown = match found.rest {
            Some(rest) => rest,
            None => {
                let next = text.saturating_add(1);
                (next < end).then(|| self.joined(next, end).0)?
            }
        };
        let number = parse::count(&shown, Rounding::HalfUp).ok()??.sure()?;
        Some((found.what, number))
    }
}

fn stars(name: &str) -> Option<usize> {
    let place = |letter: char| {
        "12345".find(letter).or_else(|| ["一", "二", "三", "四", "五"].iter().position(|word| word.contains(letter)))
    };
    let mut letters = name.chars();
    let first = letters.next()?;
    let rest: String = letters.collect();
    matches!(rest.as_str(), "星" | "分" | "颗星" | "星评价" | " star" | " stars" | "star" | "stars")
        .then(|| place(first))?
}

/// Whether these ratings have a mean that is shown so, however it is rounded.
fn makes_up(ratings: [u64; 5], shown: Decimal) -> bool {
    let sum = || -> Option<bool> {
        let (mut sum, mut all) = (0_i128, 0_i128);
        for (value, number) in (1_i128..).zip(ratings) {
            sum = sum.checked_add(value.checked_mul(i128::from(number))?)?;
            all = all.checked_add(i128::from(number))?;
        }
        let mean = Exact::ratio(sum, all).ok()?;
        let (low, high) = Rounding::Unknown.bounds(shown.exact(), shown.step()).ok()?;
        Some(low <= mean && mean < high)
    };
    sum().unwrap_or(false)
}
