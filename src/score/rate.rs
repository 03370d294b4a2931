//! Rates of bad orders: how many clean ones dilute them, how many bad ones they bear, which counts a shown rate stands for.
//!
//! Source: a rate is B bad ÷ M orders. Which orders make up M differs by platform and metric (paid, signed, shipped): that is pack data.

use super::decimal::Decimal;
use super::error::ScoreError;
use super::exact::Exact;
use super::shown::Rounding;
use super::stars::Need;

/// A rate in per cent, 0 to 100, with the places it is shown with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent(Decimal);

impl Percent {
    /// Checks the range.
    ///
    /// # Errors
    /// [`ScoreError::OutOfRange`] naming `field`.
    pub fn new(field: &'static str, value: Decimal) -> Result<Self, ScoreError> {
        if value.exact() < Exact::ZERO || value.hundredth().exact() > Exact::ONE {
            return Err(ScoreError::range(field, value, "0 to 100"));
        }
        Ok(Self(value))
    }

    /// As a share: 1.5 % is 0.015.
    #[must_use]
    pub fn share(self) -> Exact {
        self.0.hundredth().exact()
    }

    /// One step of its last place, as a share.
    #[must_use]
    pub fn step(self) -> Exact {
        self.0.hundredth().step()
    }

    /// As it was written.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }
}

/// Bad orders among all that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bad {
    bad: u64,
    base: u64,
}

impl Bad {
    /// Checks that there are not more bad ones than orders.
    ///
    /// # Errors
    /// [`ScoreError::OutOfRange`].
    pub fn new(bad: u64, base: u64) -> Result<Self, ScoreError> {
        if bad > base {
            return Err(ScoreError::range("bad", bad, format!("0 to {base}, the number of orders")));
        }
        Ok(Self { bad, base })
    }

    /// How many clean orders bring the rate down to `target`: `⌈B ÷ t⌉ − M`. Impossible at 0 % with a bad one among them.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn clean_orders(self, target: Percent) -> Result<Need, ScoreError> {
        if self.bad == 0 {
            return Ok(Need::Count(0));
        }
        if target.share() <= Exact::ZERO {
            return Ok(Need::Impossible);
        }
        let orders = Exact::whole(self.bad).over(target.share())?.ceil();
        Need::of(orders.saturating_sub(i128::from(self.base)))
    }

    /// How many more bad ones the rate bears among `extra` further orders: `⌊t·(M + ΔM)⌋ − B`, 0 where it is above already.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn budget(self, target: Percent, extra: u64) -> Result<u64, ScoreError> {
        let orders = Exact::whole(self.base).plus(Exact::whole(extra))?;
        Exact::count(target.share().times(orders)?.floor().saturating_sub(i128::from(self.bad)))
    }
}

/// Whole numbers that are possible; `max` is `None` where every larger one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fits {
    /// The least of them.
    pub min: u64,
    /// The greatest of them.
    pub max: Option<u64>,
}

/// The numbers of orders at which `count` bad ones are shown as `shown`: `B ÷ high < M ≤ B ÷ low`.
///
/// # Errors
/// [`ScoreError::OutOfRange`] where no whole number fits.
pub fn base(count: u64, shown: Percent, rounding: Rounding) -> Result<Fits, ScoreError> {
    let (low, high) = rounding.bounds(shown.share(), shown.step())?;
    let none =
        || ScoreError::range("shown_pct", shown.0, format!("a rate that {count} of a whole number of orders has"));
    let bad = Exact::whole(count);
    if count == 0 {
        return if low <= Exact::ZERO { Ok(Fits { min: 1, max: None }) } else { Err(none()) };
    }
    let least = bad.over(high)?.floor().saturating_add(1).max(i128::from(count));
    let most = if low > Exact::ZERO { Some(bad.over(low)?.floor()) } else { None };
    if most.is_some_and(|most| most < least) {
        return Err(none());
    }
    Ok(Fits { min: Exact::count(least)?, max: most.map(Exact::count).transpose()? })
}

/// The numbers of bad orders among `base` that are shown as `shown`: `⌈low·M⌉` to `⌈high·M⌉ − 1`.
///
/// # Errors
/// [`ScoreError::OutOfRange`] where no whole number fits.
pub fn count(base: u64, shown: Percent, rounding: Rounding) -> Result<Fits, ScoreError> {
    let (low, high) = rounding.bounds(shown.share(), shown.step())?;
    let orders = Exact::whole(base);
    let least = low.times(orders)?.ceil().max(0);
    let most = high.times(orders)?.ceil().saturating_sub(1).min(i128::from(base));
    if base == 0 || most < least {
        return Err(ScoreError::range("shown_pct", shown.0, format!("a rate that {base} orders can have")));
    }
    Ok(Fits { min: Exact::count(least)?, max: Some(Exact::count(most)?) })
}
