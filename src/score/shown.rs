//! What a rounded figure leaves open: the sums that a shown mean may stand for, and targets that only have to be shown.
//!
//! Source: rounding half up shows `s` with `d` places for `s − ½·10⁻ᵈ ≤ mean < s + ½·10⁻ᵈ`, cutting off for `s ≤ mean < s + 10⁻ᵈ`.
//! Which of the two a platform does is not published, so the agent chooses; `Unknown` takes both together.

use super::decimal::Decimal;
use super::error::ScoreError;
use super::exact::Exact;
use super::stars::{Mean, Need, Stars};

/// How a figure was cut to its places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rounding {
    /// Half a step and more goes up.
    #[default]
    HalfUp,
    /// The rest is cut off.
    Truncate,
    /// One of the two.
    Unknown,
}

impl Rounding {
    /// The first value that is shown as `shown`, and the first that no longer is.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn bounds(self, shown: Exact, step: Exact) -> Result<(Exact, Exact), ScoreError> {
        let half = step.over(Exact::whole(2))?;
        Ok(match self {
            Self::HalfUp => (shown.minus(half)?, shown.plus(half)?),
            Self::Truncate => (shown, shown.plus(step)?),
            Self::Unknown => (shown.minus(half)?, shown.plus(step)?),
        })
    }

    /// `value` as shown with `places`, in steps of the last place.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn steps(self, value: Exact, places: u32) -> Result<i128, ScoreError> {
        let scale = 10_i128.checked_pow(places.min(30)).unwrap_or(i128::MAX);
        let steps = value.times(Exact::whole(scale))?;
        Ok(match self {
            Self::HalfUp | Self::Unknown => steps.plus(Exact::ratio(1, 2)?)?.floor(),
            Self::Truncate => steps.floor(),
        })
    }
}

/// The fewest and the most that may be needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// If the figure is as good as what is shown allows.
    pub best: Need,
    /// If it is as bad.
    pub worst: Need,
}

/// The best and the worst ratings that a mean shown as `shown` over `fewest` to `most` ratings may stand for.
///
/// Over a known number of ratings the sum of whole stars lies in `[⌈low·N⌉, ⌈high·N⌉ − 1]`, and in `[N, 5N]` in any case. Over a number that is only
/// known to lie between two, the bounds hold for each of them: below a target more ratings weigh more.
///
/// # Errors
/// [`ScoreError::OutOfRange`] where so many ratings cannot have a mean that is shown so.
pub fn extremes(shown: Decimal, (fewest, most): (u64, u64), rounding: Rounding) -> Result<(Stars, Stars), ScoreError> {
    Mean::new("shown", shown)?;
    if most == 0 {
        return Ok((Stars::none(), Stars::none()));
    }
    let (low, high) = rounding.bounds(shown.exact(), shown.step())?;
    if fewest < most {
        let (low, high) = (low.max(Exact::ONE), high.min(Exact::FIVE));
        return Ok((Stars::none().with(high, fewest.max(1))?, Stars::none().with(low, most)?));
    }
    let number = Exact::whole(most);
    let low = low.times(number)?.ceil().max(i128::from(most));
    let high = high.times(number)?.ceil().saturating_sub(1).min(number.times(Exact::FIVE)?.floor());
    if low > high {
        return Err(ScoreError::range("shown", shown, format!("a mean that {most} ratings can have")));
    }
    Ok((Stars::of_parts(most, Exact::whole(high)), Stars::of_parts(most, Exact::whole(low))))
}

/// How many five-stars a mean shown as `shown` over `fewest` to `most` ratings needs for `target`.
///
/// # Errors
/// As [`extremes`].
pub fn need_between(shown: Decimal, counts: (u64, u64), rounding: Rounding, target: Exact) -> Result<Span, ScoreError> {
    let (best, worst) = extremes(shown, counts, rounding)?;
    Ok(Span { best: best.need(target, Exact::FIVE)?, worst: worst.need(target, Exact::FIVE)? })
}

/// The same for a known number of ratings.
///
/// # Errors
/// As [`extremes`].
pub fn need(shown: Decimal, count: u64, rounding: Rounding, target: Exact) -> Result<Span, ScoreError> {
    need_between(shown, (count, count), rounding, target)
}

/// The mean from which on `target` is shown: half a step below it when rounded half up.
///
/// # Errors
/// [`ScoreError::TooLarge`].
pub fn displayed(target: Decimal, rounding: Rounding) -> Result<Exact, ScoreError> {
    Ok(rounding.bounds(target.exact(), target.step())?.0)
}

/// Whether two rates look alike at so many places, and whether the shop's is on the good side of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// Both are shown with the same digits.
    pub shown_equal: bool,
    /// The shop's rate is not above the line.
    pub passes: bool,
}

/// Compares a shop's rate with the line of its band: a dashboard shows few places, the band is drawn with all of them.
///
/// # Errors
/// [`ScoreError::TooLarge`].
pub fn tie(line: Decimal, shop: Decimal, places: u32, rounding: Rounding) -> Result<Tie, ScoreError> {
    let shown_equal = rounding.steps(line.exact(), places)? == rounding.steps(shop.exact(), places)?;
    Ok(Tie { shown_equal, passes: shop.exact() <= line.exact() })
}
