//! How many orders it takes to get so many ratings with a chosen confidence.
//!
//! Source: each order gets a rating with probability r on its own, so their number is binomial; wanted is the least n with
//! `P(Bin(n, r) ≥ x) ≥ c`. The tail is bounded from below and above by whole numbers (every division rounded down in one and up in the other), starting
//! at the most likely number, whose neighbours' weights follow from `w(k+1) ÷ w(k) = (n − k)·r ÷ ((k + 1)·(1 − r))`. Where c lies between the bounds,
//! which takes an all but exact tie, the tail is summed up exactly.

use num_bigint::BigUint;

use super::error::ScoreError;
use super::exact::Exact;
use super::orders::Share;
use super::stars::Need;

const LIMIT: ScoreError =
    ScoreError::TooLarge { what: "the number of ratings", limit: "at most 10,000,000, and a rate of at least 0.0001" };

/// The most ratings asked for; beyond it an answer could take seconds.
const MOST: u64 = 10_000_000;
/// The weight of the most likely number.
const UNIT: u128 = 1 << 64;
/// `n · q` stays below this, so that a weight times its factor fits.
const WIDEST: u128 = 1 << 62;
/// Steps of the exact sum, in machine words.
const LONGEST_SUM: u128 = 1 << 31;

/// Least number of orders that give `ratings` ratings with at least `confidence`. Impossible at a rate of 0, or if certainty is asked of chance.
///
/// # Errors
/// [`ScoreError::OutOfRange`] for a confidence of 0, [`ScoreError::TooLarge`] for more than ten million ratings.
pub fn orders(ratings: u64, rate: Share, confidence: Share) -> Result<Need, ScoreError> {
    if confidence.exact() <= Exact::ZERO {
        return Err(ScoreError::range("confidence", 0, "above 0, at most 1"));
    }
    if ratings == 0 {
        return Ok(Need::Count(0));
    }
    if rate.exact() == Exact::ONE {
        return Ok(Need::Count(ratings));
    }
    if rate.exact() <= Exact::ZERO || confidence.exact() == Exact::ONE {
        return Ok(Need::Impossible);
    }
    if ratings > MOST {
        return Err(LIMIT);
    }
    let odds = Odds::new(rate.exact(), confidence.exact())?;
    let ratings = u128::from(ratings);
    // Fewer orders than ratings never do; from the expected number on the steps double until it is enough.
    let mut fails = ratings.saturating_sub(1);
    let mut enough =
        Exact::count(Exact::whole(i128::try_from(ratings).unwrap_or(i128::MAX)).over(rate.exact())?.ceil())?.into();
    let mut step = 1;
    while !odds.enough(enough, ratings)? {
        fails = enough;
        enough = enough.saturating_add(step);
        step = step.saturating_mul(2);
    }
    if fails < ratings {
        // The expected number was enough already: look below it in growing steps.
        let mut step: u128 = 1;
        while let Some(lower) = enough.checked_sub(step).filter(|lower| *lower > fails) {
            if odds.enough(lower, ratings)? {
                enough = lower;
                step = step.saturating_mul(2);
            } else {
                fails = lower;
                break;
            }
        }
    }
    while enough.saturating_sub(fails) > 1 {
        let middle = fails.midpoint(enough);
        if odds.enough(middle, ratings)? {
            enough = middle;
        } else {
            fails = middle;
        }
    }
    u64::try_from(enough).map(Need::Count).map_err(|_| LIMIT)
}

/// Rate `p ÷ q` and confidence `a ÷ b`, both strictly between 0 and 1.
struct Odds {
    p: u128,
    q: u128,
    a: u128,
    b: u128,
}

/// A number known to lie between two.
#[derive(Clone, Copy, Default)]
struct Between {
    low: u128,
    high: u128,
}

impl Between {
    fn times_over(self, factor: u128, divisor: u128) -> Self {
        let high = self.high.saturating_mul(factor);
        Self {
            low: self.low.saturating_mul(factor).checked_div(divisor).unwrap_or_default(),
            high: high.div_ceil(divisor.max(1)),
        }
    }

    fn add(&mut self, other: Self) {
        self.low = self.low.saturating_add(other.low);
        self.high = self.high.saturating_add(other.high);
    }
}

impl Odds {
    fn new(rate: Exact, confidence: Exact) -> Result<Self, ScoreError> {
        let natural = |value: i128| u128::try_from(value).map_err(|_| LIMIT);
        let odds = Self {
            p: natural(rate.numerator())?,
            q: natural(rate.denominator())?,
            a: natural(confidence.numerator())?,
            b: natural(confidence.denominator())?,
        };
        // Ten thousand orders a rating is far below any shop's rate; nine places of confidence are more than anybody means.
        if odds.p.saturating_mul(10_000) < odds.q || odds.q > 1_000_000_000 || odds.b > 1_000_000_000 {
            return Err(ScoreError::TooLarge {
                what: "the places of rate or confidence",
                limit: "at most 9, and a rate of at least 0.0001",
            });
        }
        Ok(odds)
    }

    /// Whether `n` orders give `x ≥ 1` ratings with the confidence.
    fn enough(&self, n: u128, x: u128) -> Result<bool, ScoreError> {
        if n < x {
            return Ok(false);
        }
        if n.checked_mul(self.q).is_none_or(|product| product >= WIDEST) {
            return Err(LIMIT);
        }
        let (below, reached) = self.weights(n, x);
        // reached ÷ (below + reached) ≥ a ÷ b
        let rest = self.b.saturating_sub(self.a);
        if reached.low.saturating_mul(rest) >= below.high.saturating_mul(self.a) {
            return Ok(true);
        }
        if reached.high.saturating_mul(rest) < below.low.saturating_mul(self.a) {
            return Ok(false);
        }
        self.enough_exactly(n, x)
    }

    /// Weights of fewer than `x` ratings and of at least so many.
    fn weights(&self, n: u128, x: u128) -> (Between, Between) {
        let fails = self.q.saturating_sub(self.p);
        let most_likely = n.saturating_add(1).saturating_mul(self.p).checked_div(self.q).unwrap_or_default().min(n);
        let (mut below, mut reached) = (Between::default(), Between::default());
        let mut put = |k: u128, weight: Between| if k < x { below.add(weight) } else { reached.add(weight) };
        let start = Between { low: UNIT, high: UNIT };
        put(most_likely, start);
        let (mut k, mut weight) = (most_likely, start);
        while k > 0 && weight.low > 0 {
            let up = n.saturating_sub(k).saturating_add(1).saturating_mul(self.p);
            weight = weight.times_over(k.saturating_mul(fails), up);
            k = k.saturating_sub(1);
            put(k, weight);
        }
        // Weights fall on both sides: what was not visited is at most as heavy, each, as what was visited last.
        let left_over = Between { low: 0, high: weight.high.saturating_mul(k) };
        let rest_below = (k, left_over);
        let (mut k, mut weight) = (most_likely, start);
        while k < n && weight.low > 0 {
            let down = k.saturating_add(1).saturating_mul(fails);
            weight = weight.times_over(n.saturating_sub(k).saturating_mul(self.p), down);
            k = k.saturating_add(1);
            put(k, weight);
        }
        let rest_above = (k, Between { low: 0, high: weight.high.saturating_mul(n.saturating_sub(k)) });
        // The unvisited may lie on either side of x; counted on both they only widen the bounds.
        for (_, rest) in [rest_below, rest_above] {
            below.add(rest);
            reached.add(rest);
        }
        (below, reached)
    }

    #[expect(clippy::arithmetic_side_effects, reason = "whole numbers of any length grow; no divisor is 0")]
    /// The same by whole numbers as long as it takes: `Σ C(n,k)·pᵏ·(q−p)ⁿ⁻ᵏ` over fewer than `x`, against `qⁿ`.
    fn enough_exactly(&self, n: u128, x: u128) -> Result<bool, ScoreError> {
        let narrow = |value: u128| u64::try_from(value).map_err(|_| LIMIT);
        let bits = u128::from(self.q.checked_ilog2().unwrap_or_default()).saturating_add(1);
        if n.saturating_mul(bits).saturating_mul(x) / 16 > LONGEST_SUM {
            return Err(LIMIT);
        }
        let exponent = u32::try_from(n).map_err(|_| LIMIT)?;
        let fails = self.q.saturating_sub(self.p);
        let mut term = BigUint::from(fails).pow(exponent);
        let mut below = term.clone();
        for k in 0..x.saturating_sub(1) {
            term *= narrow(n.saturating_sub(k).saturating_mul(self.p))?;
            term /= narrow(k.saturating_add(1).saturating_mul(fails))?.max(1);
            below += &term;
        }
        let all = BigUint::from(self.q).pow(exponent);
        // below ÷ all ≤ (b − a) ÷ b
        Ok(below * narrow(self.b)? <= all * narrow(self.b.saturating_sub(self.a))?)
    }
}
