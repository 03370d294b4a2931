//! Decimal numbers as they are written: the digits after the point are part of what they say.

use std::fmt;

use super::error::ScoreError;
use super::exact::Exact;
use crate::text::number::{half_width, has_private_use};

/// Digits after the point that are kept exactly; nobody shows more.
const MOST_PLACES: u32 = 18;
/// Digits before the point.
const MOST_DIGITS: usize = 18;

/// A decimal number with as many places as it was written with: `4.70` is not `4.7`, though it is as much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    units: i128,
    places: u32,
}

impl Decimal {
    /// Reads digits with at most one point, full-width ones too, with a sign or without.
    ///
    /// # Errors
    /// [`ScoreError`] naming `field`.
    pub fn parse(field: &'static str, text: &str) -> Result<Self, ScoreError> {
        if has_private_use(text) {
            return Err(ScoreError::OwnFont { field });
        }
        let wrong = || ScoreError::unread(field, text, "a decimal number such as 4.7");
        let plain: String = text.trim().chars().map(half_width).collect();
        let (negative, digits) = match plain.trim().strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, plain.trim()),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) {
            return Err(wrong());
        }
        let fraction = if digits.contains('.') { fraction } else { "" };
        let places = u32::try_from(fraction.len()).ok().filter(|places| *places <= MOST_PLACES);
        let (Some(places), true) = (places, whole.trim_start_matches('0').len() <= MOST_DIGITS) else {
            return Err(ScoreError::TooLarge {
                what: "a number",
                limit: "at most 18 digits on either side of the point",
            });
        };
        let units: i128 = format!("{whole}{fraction}").parse().map_err(|_| wrong())?;
        Ok(Self { units: if negative { units.saturating_neg() } else { units }, places })
    }

    /// A whole number.
    #[must_use]
    pub fn whole(value: u64) -> Self {
        Self { units: i128::from(value), places: 0 }
    }

    /// What it is worth.
    #[must_use]
    pub fn exact(self) -> Exact {
        Exact::ratio(self.units, self.scale()).unwrap_or(Exact::ZERO)
    }

    /// The value of one step of its last place: 1/10 for `4.7`.
    #[must_use]
    pub fn step(self) -> Exact {
        Exact::ratio(1, self.scale()).unwrap_or(Exact::ONE)
    }

    /// Number of places after the point.
    #[must_use]
    pub fn places(self) -> u32 {
        self.places
    }

    /// The number with the point moved left, as hundredths of it: `1.5` per cent is `0.015`.
    #[must_use]
    pub fn hundredth(self) -> Self {
        Self { units: self.units, places: self.places.saturating_add(2) }
    }

    /// The number with the point moved left by one.
    #[must_use]
    pub fn tenth(self) -> Self {
        Self { units: self.units, places: self.places.saturating_add(1) }
    }

    fn scale(self) -> i128 {
        10_i128.saturating_pow(self.places)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scale, size) = (self.scale().unsigned_abs(), self.units.unsigned_abs());
        let sign = if self.units < 0 { "-" } else { "" };
        let whole = size.checked_div(scale).unwrap_or_default();
        if self.places == 0 {
            return write!(to, "{sign}{whole}");
        }
        let rest = size.checked_rem(scale).unwrap_or_default();
        write!(to, "{sign}{whole}.{rest:0width$}", width = usize::try_from(self.places).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_as_read() {
        for text in ["4.7", "4.70", "0.05671", "5", "0", "-0.20", "4.812345678901234567", "999999999999999999"] {
            assert_eq!(Decimal::parse("score", text).unwrap().to_string(), text);
        }
        assert_eq!(Decimal::parse("score", "４．８").unwrap().to_string(), "4.8");
        assert_eq!(Decimal::parse("score", " 04.7 ").unwrap().to_string(), "4.7");
    }

    #[test]
    fn worth_and_step() {
        let shown = Decimal::parse("score", "4.70").unwrap();
        assert_eq!(shown.exact(), Exact::ratio(47, 10).unwrap());
        assert_eq!(shown.step(), Exact::ratio(1, 100).unwrap());
        assert_eq!(shown.hundredth().exact(), Exact::ratio(47, 1000).unwrap());
    }

    #[test]
    fn nothing_else_is_a_decimal() {
        for text in
            ["", "4.", ".5", "4,7", "4.7.1", "4e1", "0x4", "--", "+4.7", "NaN", "inf", "4 7", "- 4", "４·７", "二"]
        {
            assert!(Decimal::parse("score", text).is_err(), "{text}");
        }
        assert_eq!(Decimal::parse("score", "4.\u{E601}"), Err(ScoreError::OwnFont { field: "score" }));
        assert!(Decimal::parse("score", "0.1234567890123456789").is_err());
        assert!(Decimal::parse("score", &"9".repeat(400)).is_err());
    }
}
