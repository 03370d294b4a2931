//! Moving a target by one step: tenths of a star, for a rate tenths of a per cent and below 1 % twentieths.

use super::decimal::Decimal;
use super::exact::Exact;

/// What a target is a target of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// Stars, 1 to 5.
    #[default]
    Stars,
    /// Per cent, 0 to 100.
    Percent,
}

/// Which way a target moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the next higher step.
    Up,
    /// To the next lower one.
    Down,
}

/// The next step above or below `from`, whether or not that stands on a step itself; `None` at the end of the scale.
#[must_use]
pub fn step(from: Decimal, scale: Scale, way: Way) -> Option<Decimal> {
    // In hundredths: 10 of them a step, or 5.
    let hundredths = from.exact().times(Exact::whole(100)).ok()?;
    let fine = match (scale, way) {
        (Scale::Stars, _) => false,
        (Scale::Percent, Way::Up) => hundredths < Exact::whole(100),
        (Scale::Percent, Way::Down) => hundredths <= Exact::whole(100),
    };
    let size: i128 = if fine { 5 } else { 10 };
    let steps = hundredths.over(Exact::whole(size)).ok()?;
    let next = match way {
        Way::Up => steps.floor().checked_add(1)?,
        Way::Down => steps.ceil().checked_sub(1)?,
    };
    let (least, most) = match scale {
        Scale::Stars => (100, 500),
        Scale::Percent => (0, 10_000),
    };
    let next = next.checked_mul(size)?;
    if next < least || next > most {
        return None;
    }
    let text = format!("{}.{:02}", next.checked_div(100)?, next.checked_rem(100)?);
    let short = text.strip_suffix("0").unwrap_or(&text);
    Decimal::parse("target", short).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(from: &str, scale: Scale, way: Way) -> Option<String> {
        step(Decimal::parse("target", from).unwrap(), scale, way).map(|target| target.to_string())
    }

    #[test]
    fn tenths_of_stars_within_the_scale() {
        for (from, up, down) in [
            ("4.8", Some("4.9"), Some("4.7")),
            ("4.75", Some("4.8"), Some("4.7")),
            ("4.80", Some("4.9"), Some("4.7")),
            ("5", None, Some("4.9")),
            ("1", Some("1.1"), None),
            ("4.9", Some("5.0"), Some("4.8")),
        ] {
            assert_eq!(moved(from, Scale::Stars, Way::Up).as_deref(), up, "{from} up");
            assert_eq!(moved(from, Scale::Stars, Way::Down).as_deref(), down, "{from} down");
        }
    }

    #[test]
    fn rates_step_finer_below_one_per_cent() {
        for (from, up, down) in [
            ("0.28", Some("0.3"), Some("0.25")),
            ("1", Some("1.1"), Some("0.95")),
            ("0.95", Some("1.0"), Some("0.9")),
            ("2.19", Some("2.2"), Some("2.1")),
            ("0", Some("0.05"), None),
            ("100", None, Some("99.9")),
        ] {
            assert_eq!(moved(from, Scale::Percent, Way::Up).as_deref(), up, "{from} up");
            assert_eq!(moved(from, Scale::Percent, Way::Down).as_deref(), down, "{from} down");
        }
    }
}
