//! Fractions of whole numbers: every operation is exact or says that it cannot be.

use num_rational::Ratio;

use super::error::ScoreError;

/// An exact fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(Ratio<i128>);

const TOO_LARGE: ScoreError = ScoreError::TooLarge { what: "a number", limit: "fewer digits" };

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self::whole_of(0);
    /// One.
    pub const ONE: Self = Self::whole_of(1);
    /// The most stars a rating has.
    pub const FIVE: Self = Self::whole_of(5);

    const fn whole_of(value: i128) -> Self {
        Self(Ratio::new_raw(value, 1))
    }

    /// A whole number.
    #[must_use]
    pub fn whole(value: impl Into<i128>) -> Self {
        Self::whole_of(value.into())
    }

    /// `numerator ÷ denominator`.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`] for a denominator of zero or beyond what can be negated.
    pub fn ratio(numerator: i128, denominator: i128) -> Result<Self, ScoreError> {
        if denominator == 0 || denominator == i128::MIN || numerator == i128::MIN {
            return Err(TOO_LARGE);
        }
        Ok(Self(Ratio::new(numerator, denominator)))
    }

    /// Numerator, negative for negative numbers, of the shortest form.
    #[must_use]
    pub fn numerator(self) -> i128 {
        *self.0.numer()
    }

    /// Denominator of the shortest form, at least 1.
    #[must_use]
    pub fn denominator(self) -> i128 {
        *self.0.denom()
    }

    /// `self + other`.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`], as for all operations here.
    pub fn plus(self, other: Self) -> Result<Self, ScoreError> {
        let [a, b, c, d] = [self.numerator(), self.denominator(), other.numerator(), other.denominator()];
        let (left, right) = (a.checked_mul(d), c.checked_mul(b));
        let numerator = left.zip(right).and_then(|(left, right)| left.checked_add(right)).ok_or(TOO_LARGE)?;
        Self::ratio(numerator, b.checked_mul(d).ok_or(TOO_LARGE)?)
    }

    /// `self − other`.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn minus(self, other: Self) -> Result<Self, ScoreError> {
        self.plus(Self(Ratio::new_raw(other.numerator().checked_neg().ok_or(TOO_LARGE)?, other.denominator())))
    }

    /// `self × other`.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn times(self, other: Self) -> Result<Self, ScoreError> {
        // Crosswise shortened first, so that what fits is found to fit.
        let (one, two) =
            (Self::ratio(self.numerator(), other.denominator())?, Self::ratio(other.numerator(), self.denominator())?);
        let numerator = one.numerator().checked_mul(two.numerator()).ok_or(TOO_LARGE)?;
        Self::ratio(numerator, one.denominator().checked_mul(two.denominator()).ok_or(TOO_LARGE)?)
    }

    /// `self ÷ other`.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`], also where `other` is zero.
    pub fn over(self, other: Self) -> Result<Self, ScoreError> {
        self.times(Self::ratio(other.denominator(), other.numerator())?)
    }

    /// The largest whole number that is not above it.
    #[must_use]
    pub fn floor(self) -> i128 {
        self.numerator().checked_div_euclid(self.denominator()).unwrap_or_default()
    }

    /// The smallest whole number that is not below it.
    #[must_use]
    pub fn ceil(self) -> i128 {
        self.floor().saturating_add(i128::from(self.denominator() != 1))
    }

    /// As a number of things; nothing below zero.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`] beyond 2⁶⁴.
    pub fn count(whole: i128) -> Result<u64, ScoreError> {
        u64::try_from(whole.max(0)).map_err(|_| TOO_LARGE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(a: i128, b: i128) -> Exact {
        Exact::ratio(a, b).unwrap()
    }

    #[test]
    fn operations() {
        assert_eq!(of(1, 3).plus(of(1, 6)), Ok(of(1, 2)));
        assert_eq!(of(1, 3).minus(of(1, 2)), Ok(of(-1, 6)));
        assert_eq!(of(2, 3).times(of(9, 4)), Ok(of(3, 2)));
        assert_eq!(of(2, 3).over(of(-4, 3)), Ok(of(-1, 2)));
        assert!(of(1, 3) < of(34, 100) && of(-1, 2) < Exact::ZERO);
    }

    #[test]
    fn floor_and_ceil_on_both_sides_of_zero() {
        for (number, floor, ceil) in [(of(7, 2), 3, 4), (of(-7, 2), -4, -3), (of(4, 2), 2, 2), (of(-4, 2), -2, -2)] {
            assert_eq!((number.floor(), number.ceil()), (floor, ceil));
        }
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let huge = Exact::whole(i128::MAX);
        assert_eq!(huge.plus(Exact::ONE), Err(TOO_LARGE));
        assert_eq!(huge.times(huge), Err(TOO_LARGE));
        assert_eq!(Exact::ONE.over(Exact::ZERO), Err(TOO_LARGE));
        assert_eq!(huge.times(of(1, i128::MAX)), Ok(Exact::ONE));
        assert_eq!(Exact::count(i128::MAX), Err(TOO_LARGE));
    }
}
