//! A mean of stars, and how many new ratings bring it to a target.
//!
//! Source of all formulas: a mean is sum ÷ number of ratings, so `(S + mX) ÷ (N + X) ≥ T` solved for X.

use super::decimal::Decimal;
use super::error::ScoreError;
use super::exact::Exact;

/// How many are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// So many; 0 where the target is met.
    Count(u64),
    /// No number of them is enough.
    Impossible,
}

impl Need {
    /// The number, where there is one.
    #[must_use]
    pub fn number(self) -> Option<u64> {
        match self {
            Self::Count(number) => Some(number),
            Self::Impossible => None,
        }
    }

    pub(crate) fn of(whole: i128) -> Result<Self, ScoreError> {
        Exact::count(whole).map(Self::Count)
    }
}

/// A mean of stars, 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mean(Exact);

impl Mean {
    /// Five stars, what a satisfied buyer gives.
    pub const FIVE: Self = Self(Exact::FIVE);

    /// Checks the range.
    ///
    /// # Errors
    /// [`ScoreError::OutOfRange`] naming `field`.
    pub fn new(field: &'static str, value: Decimal) -> Result<Self, ScoreError> {
        let exact = value.exact();
        if exact < Exact::ONE || exact > Exact::FIVE {
            return Err(ScoreError::range(field, value, "1 to 5"));
        }
        Ok(Self(exact))
    }

    /// The mean of ratings; `None` where there are none.
    #[must_use]
    pub fn of(stars: Stars) -> Option<Self> {
        let mean = stars.sum.over(Exact::whole(stars.count)).ok()?;
        (Exact::ONE..=Exact::FIVE).contains(&mean).then_some(Self(mean))
    }

    /// Its value.
    #[must_use]
    pub fn exact(self) -> Exact {
        self.0
    }
}

/// Ratings given so far: how many, and the sum of their stars (a fraction where only a mean is known).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stars {
    count: u64,
    sum: Exact,
}

impl Stars {
    /// From a mean taken at its word.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn of_mean(mean: Mean, count: u64) -> Result<Self, ScoreError> {
        Ok(Self { count, sum: mean.0.times(Exact::whole(count))? })
    }

    /// From the sum of all stars.
    ///
    /// # Errors
    /// [`ScoreError::OutOfRange`] where so many ratings cannot have that sum.
    pub fn of_sum(sum: Decimal, count: u64) -> Result<Self, ScoreError> {
        let most = Exact::whole(count).times(Exact::FIVE)?;
        if sum.exact() < Exact::whole(count) || sum.exact() > most {
            return Err(ScoreError::range("sum", sum, format!("{count} to {}", most.floor())));
        }
        Ok(Self { count, sum: sum.exact() })
    }

    /// From the number of ratings with 1, 2, 3, 4 and 5 stars.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn of_histogram(ratings: [u64; 5]) -> Result<Self, ScoreError> {
        let mut stars = Self::none();
        for (value, number) in (1_u64..).zip(ratings) {
            stars = stars.with(Exact::whole(value), number)?;
        }
        Ok(stars)
    }

    pub(crate) fn of_parts(count: u64, sum: Exact) -> Self {
        Self { count, sum }
    }

    /// No rating yet.
    #[must_use]
    pub fn none() -> Self {
        Self { count: 0, sum: Exact::ZERO }
    }

    /// Number of ratings.
    #[must_use]
    pub fn count(self) -> u64 {
        self.count
    }

    /// Sum of their stars.
    #[must_use]
    pub fn sum(self) -> Exact {
        self.sum
    }

    /// With `number` more ratings of `value` stars.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn with(self, value: Exact, number: u64) -> Result<Self, ScoreError> {
        let limit = ScoreError::TooLarge { what: "the number of ratings", limit: "fewer" };
        Ok(Self {
            count: self.count.checked_add(number).ok_or(limit)?,
            sum: self.sum.plus(value.times(Exact::whole(number))?)?,
        })
    }

    /// `T·N − S`: the stars that are missing for the target; at most 0 where it is met.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn missing(self, target: Exact) -> Result<Exact, ScoreError> {
        target.times(Exact::whole(self.count))?.minus(self.sum)
    }

    /// How many new ratings with the mean `gain` bring the mean to `target`: `⌈(T·N − S) ÷ (gain − T)⌉`.
    /// Without any rating so far the first one makes the mean.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn need(self, target: Exact, gain: Exact) -> Result<Need, ScoreError> {
        if self.count == 0 {
            return Ok(if gain >= target { Need::Count(1) } else { Need::Impossible });
        }
        let missing = self.missing(target)?;
        if missing <= Exact::ZERO {
            return Ok(Need::Count(0));
        }
        if gain <= target {
            return Ok(Need::Impossible);
        }
        Need::of(missing.over(gain.minus(target)?)?.ceil())
    }
}

/// The mean of new ratings from the shares of 1, 2, 3, 4 and 5 stars among them.
///
/// # Errors
/// [`ScoreError::OutOfRange`] where a share is below 0 or the shares do not add up to 1.
pub fn mix(shares: [Decimal; 5]) -> Result<Mean, ScoreError> {
    let (mut total, mut mean) = (Exact::ZERO, Exact::ZERO);
    for (value, share) in (1_u64..).zip(shares) {
        if share.exact() < Exact::ZERO {
            return Err(ScoreError::range("mix", share, "shares of 0 to 1"));
        }
        total = total.plus(share.exact())?;
        mean = mean.plus(share.exact().times(Exact::whole(value))?)?;
    }
    if total != Exact::ONE {
        let found = format!("shares that add up to {}/{}", total.numerator(), total.denominator());
        return Err(ScoreError::range("mix", found, "shares that add up to 1"));
    }
    Ok(Mean(mean))
}
