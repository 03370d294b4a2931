//! One-star ratings: what they cost, and what it means when the platform removes some or a buyer revises one.
//!
//! Source: the same mean with S and N changed. For information only; it is never a reason to ask a buyer for anything.

use super::error::ScoreError;
use super::exact::Exact;
use super::stars::{Need, Stars};

/// The most one-stars there can be among ratings with this sum: the others have five at most, so `⌊(5N − S) ÷ 4⌋`.
///
/// # Errors
/// [`ScoreError::TooLarge`], as for all functions here.
pub fn most(stars: Stars) -> Result<i128, ScoreError> {
    Ok(stars.missing(Exact::FIVE)?.over(Exact::whole(4))?.floor())
}

/// How many one-stars must be removed (a complaint upheld by the platform): `⌈(T·N − S) ÷ (T − 1)⌉`.
/// Impossible where there are not so many (`ones` of them if known), or where no rating would be left.
///
/// # Errors
/// [`ScoreError::TooLarge`].
pub fn remove(stars: Stars, target: Exact, ones: Option<u64>) -> Result<Need, ScoreError> {
    fewest(stars, target, target.minus(Exact::ONE)?, ones, i128::from(stars.count()).saturating_sub(1))
}

/// How many buyers would have to turn one star into five on their own: `⌈(T·N − S) ÷ 4⌉`.
///
/// # Errors
/// [`ScoreError::TooLarge`].
pub fn revise(stars: Stars, target: Exact, ones: Option<u64>) -> Result<Need, ScoreError> {
    fewest(stars, target, Exact::whole(4), ones, i128::from(stars.count()))
}

fn fewest(stars: Stars, target: Exact, each: Exact, ones: Option<u64>, limit: i128) -> Result<Need, ScoreError> {
    let missing = stars.missing(target)?;
    if stars.count() == 0 {
        return Ok(Need::Impossible);
    }
    if missing <= Exact::ZERO {
        return Ok(Need::Count(0));
    }
    let number = missing.over(each)?.ceil();
    let there = ones.map_or(most(stars)?, i128::from).min(limit);
    if number > there { Ok(Need::Impossible) } else { Need::of(number) }
}

/// The ratings without `removed` one-stars.
///
/// # Errors
/// [`ScoreError::OutOfRange`] where there cannot be so many.
pub fn without(stars: Stars, removed: u64, ones: Option<u64>) -> Result<Stars, ScoreError> {
    let there = ones.map_or(most(stars)?, i128::from);
    let left = stars.count().checked_sub(removed).filter(|_| i128::from(removed) <= there);
    let left = left.ok_or_else(|| ScoreError::range("removed", removed, format!("0 to {there} one-stars")))?;
    Ok(Stars::of_parts(left, stars.sum().minus(Exact::whole(removed))?))
}

/// How many more one-stars the mean bears before it falls below the target: `⌊(S − T·N) ÷ (T − 1)⌋`, 0 where it is below already.
/// `None` for a target of 1, which no rating endangers.
///
/// # Errors
/// [`ScoreError::TooLarge`].
pub fn headroom(stars: Stars, target: Exact) -> Result<Option<u64>, ScoreError> {
    let cost = target.minus(Exact::ONE)?;
    if cost <= Exact::ZERO {
        return Ok(None);
    }
    let spare = Exact::ZERO.minus(stars.missing(target)?)?;
    Exact::count(spare.over(cost)?.floor()).map(Some)
}

/// How many five-stars it takes to be at the target again after `ones` more one-stars.
///
/// # Errors
/// [`ScoreError::TooLarge`].
pub fn recover(stars: Stars, ones: u64, target: Exact) -> Result<Need, ScoreError> {
    stars.with(Exact::ONE, ones)?.need(target, Exact::FIVE)
}

/// How many five-stars make up for one one-star at this level: `(T − 1) ÷ (5 − T)`, a fraction. `None` at 5, where nothing does.
///
/// # Errors
/// [`ScoreError::TooLarge`].
pub fn price(target: Exact) -> Result<Option<Exact>, ScoreError> {
    let gain = Exact::FIVE.minus(target)?;
    if gain <= Exact::ZERO { Ok(None) } else { target.minus(Exact::ONE)?.over(gain).map(Some) }
}
