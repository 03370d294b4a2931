//! What a shown text is worth to a figure of a certain kind.

use serde::Serialize;

use super::pack::Kind;
use crate::score::decimal::Decimal;
use crate::score::error::ScoreError;
use crate::score::parse;
use crate::score::rate::Percent;
use crate::text::number::{half_width, has_private_use};

/// What a figure counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Stars, 1 to 5.
    Star,
    /// Per cent.
    #[serde(rename = "%")]
    Percent,
    /// Points of another scale.
    Point,
    /// Hours, or what the page shows as a time.
    Hour,
    /// A place among others.
    Rank,
}

/// A figure as far as it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A mean of stars.
    Stars(Decimal),
    /// A rate.
    Rate(Percent),
    /// Something that nothing is worked out from.
    Other(String, Unit),
    /// Drawn with the page's own font.
    Unreadable,
    /// The page says that there is none.
    Nothing,
}

impl Value {
    /// The figure as a decimal text; `None` where there is none or it cannot be read.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Stars(value) => Some(value.to_string()),
            Self::Rate(value) => Some(value.decimal().to_string()),
            Self::Other(value, _) => Some(value.clone()),
            Self::Unreadable | Self::Nothing => None,
        }
    }
}

/// Reads `shown` as a figure of this kind; `None` where it cannot be one. `in_percent`: the label says so.
#[must_use]
pub fn read(kind: Kind, shown: &str, in_percent: bool) -> Option<Value> {
    if has_private_use(shown) {
        return Some(Value::Unreadable);
    }
    match kind {
        Kind::Mean => match parse::score(shown) {
            Ok(found) => Some(found.map_or(Value::Nothing, Value::Stars)),
            // Points of another scale and shares are no stars; what is below one is a change or a count of nothing.
            Err(ScoreError::OutOfRange { .. }) => {
                let number = number(shown)?;
                let size = Decimal::parse("score", &number).ok()?;
                (size.exact() > crate::score::exact::Exact::FIVE || shown.contains('/'))
                    .then_some(Value::Other(number, Unit::Point))
            }
            Err(_) if shown.contains(['%', '％']) => Some(Value::Other(number(shown)?, Unit::Rank)),
            Err(_) => None,
        },
        Kind::Rate => {
            let with_sign =
                if in_percent && !shown.contains(['%', '％', '‰']) { format!("{shown}%") } else { shown.to_owned() };
            match parse::rate(&with_sign) {
                Ok(found) => Some(found.map_or(Value::Nothing, Value::Rate)),
                Err(_) if parse::rate(shown) == Ok(None) => Some(Value::Nothing),
                Err(_) => None,
            }
        }
        Kind::Banded | Kind::Rank | Kind::Duration => {
            if parse::count(shown, crate::score::shown::Rounding::HalfUp) == Ok(None) {
                return Some(Value::Nothing);
            }
            let unit = match kind {
                Kind::Rank => Unit::Rank,
                Kind::Duration => Unit::Hour,
                _ if shown.contains(['%', '％']) => Unit::Percent,
                _ if shown.contains(['星', '★']) || shown.contains("star") => Unit::Star,
                _ => Unit::Point,
            };
            Some(Value::Other(number(shown)?, unit))
        }
    }
}

/// The digits at the front, if a number stands there.
fn number(shown: &str) -> Option<String> {
    let plain: String = shown.trim().chars().map(half_width).collect();
    let digits: String = plain.chars().take_while(|letter| letter.is_ascii_digit() || *letter == '.').collect();
    Decimal::parse("value", digits.trim_end_matches('.')).ok().map(|value| value.to_string())
}

#[cfg(test)]
mod tests;
