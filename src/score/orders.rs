//! From ratings to orders and days, where a share `r` of the orders gets a rating that somebody wrote.
//!
//! Ratings that the system gives by default are none. No reliable share is published, so it comes from the agent, never from us.

use super::decimal::Decimal;
use super::error::ScoreError;
use super::exact::Exact;
use super::stars::Need;

/// A share of something, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share(Exact);

impl Share {
    /// Checks the range.
    ///
    /// # Errors
    /// [`ScoreError::OutOfRange`] naming `field`.
    pub fn new(field: &'static str, value: Decimal) -> Result<Self, ScoreError> {
        if value.exact() < Exact::ZERO || value.exact() > Exact::ONE {
            return Err(ScoreError::range(field, value, "0 to 1"));
        }
        Ok(Self(value.exact()))
    }

    /// Its value.
    #[must_use]
    pub fn exact(self) -> Exact {
        self.0
    }
}

/// Something that happens so often a day; not negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PerDay(Exact);

impl PerDay {
    /// Checks the range.
    ///
    /// # Errors
    /// [`ScoreError::OutOfRange`] naming `field`.
    pub fn new(field: &'static str, value: Decimal) -> Result<Self, ScoreError> {
        if value.exact() < Exact::ZERO {
            return Err(ScoreError::range(field, value, "0 or more"));
        }
        Ok(Self(value.exact()))
    }

    /// A number that is known not to be negative, such as a product of shares; nothing below 0.
    #[must_use]
    pub fn of(value: Exact) -> Self {
        Self(value.max(Exact::ZERO))
    }

    /// Its value.
    #[must_use]
    pub fn exact(self) -> Exact {
        self.0
    }
}

/// Orders until `ratings` may be expected: `⌈X ÷ r⌉`. That is even odds; [`super::confident`] answers for better ones.
///
/// # Errors
/// [`ScoreError::TooLarge`].
pub fn orders(ratings: u64, rate: Share) -> Result<Need, ScoreError> {
    expected(ratings, rate.0)
}

/// Days until then: `⌈X ÷ (r · orders a day)⌉`, worked out from the ratings, not from the rounded orders.
///
/// # Errors
/// [`ScoreError::TooLarge`].
pub fn days(ratings: u64, rate: Share, orders: PerDay) -> Result<Need, ScoreError> {
    expected(ratings, rate.0.times(orders.0)?)
}

fn expected(ratings: u64, rate: Exact) -> Result<Need, ScoreError> {
    if ratings == 0 {
        return Ok(Need::Count(0));
    }
    if rate <= Exact::ZERO {
        return Ok(Need::Impossible);
    }
    Need::of(Exact::whole(ratings).over(rate)?.ceil())
}
