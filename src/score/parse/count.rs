//! Counts as pages write them.

use super::{BEFORE, after, digits, plain, ungrouped};
use crate::score::decimal::Decimal;
use crate::score::error::ScoreError;
use crate::score::exact::Exact;
use crate::score::shown::Rounding;

/// A number of things as far as its text tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// At least so many.
    pub min: u64,
    /// At most so many; `None` where the text sets no end (`999+`).
    pub max: Option<u64>,
    /// The number itself as written out; `None` for a range.
    pub point: Option<u64>,
}

impl Counted {
    /// The number, where the text leaves no doubt.
    #[must_use]
    pub fn sure(self) -> Option<u64> {
        self.point.filter(|_| Some(self.min) == self.max)
    }
}

/// What counts things.
const COUNTERS: [&str; 32] = [
    "条评价",
    "条评论",
    "个评价",
    "个评分",
    "人评价",
    "人评分",
    "次评价",
    "评价",
    "评论",
    "评分",
    "条",
    "個",
    "个",
    "人",
    "次",
    "单",
    "單",
    "件",
    "笔",
    "筆",
    "项",
    "global ratings",
    "customer ratings",
    "customer reviews",
    "ratings",
    "rating",
    "reviews",
    "review",
    "orders",
    "order",
    "则",
    "位",
];
const UNITS: [(&str, u32); 13] = [
    ("万亿", 12),
    ("亿", 8),
    ("億", 8),
    ("千万", 7),
    ("百万", 6),
    ("万", 4),
    ("萬", 4),
    ("w", 4),
    ("千", 3),
    ("k", 3),
    ("m", 6),
    ("mn", 6),
    ("", 0),
];

/// Reads a count: `1,234`, `1.2万` (rounded: a range), `1.2万+` (cut off: a range), `999+` (no end), `100-200`. `None` for `--`.
///
/// # Errors
/// [`ScoreError`]: not readable, not whole, negative, the page's own font.
pub fn count(text: &str, rounding: Rounding) -> Result<Option<Counted>, ScoreError> {
    const FIELD: &str = "count";
    let Some(plain) = plain(FIELD, text)? else {
        return Ok(None);
    };
    let wrong = || ScoreError::unread(FIELD, text, "a count such as 1234, 1,234, 1.2万 or 999+");
    if plain.strip_prefix(['-', '−']).is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit())) {
        return Err(ScoreError::range(FIELD, text, "a whole number, 0 or more"));
    }
    let inner = plain.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(&plain);
    let (first, rest) = one_count(after(inner.trim(), &BEFORE), rounding, text)?.ok_or_else(wrong)?;
    if let Some(second) = rest.strip_prefix(['-', '~', '–', '—', '至', '到']) {
        let (second, rest) = one_count(second.trim(), rounding, text)?.ok_or_else(wrong)?;
        let ends = (first.sure(), second.sure());
        return match ends {
            (Some(min), Some(max)) if min <= max && after(rest, &COUNTERS).is_empty() => {
                Ok(Some(Counted { min, max: Some(max), point: None }))
            }
            _ => Err(wrong()),
        };
    }
    if after(rest, &COUNTERS).is_empty() { Ok(Some(first)) } else { Err(wrong()) }
}

fn one_count<'a>(
    text: &'a str,
    rounding: Rounding,
    whole_text: &str,
) -> Result<Option<(Counted, &'a str)>, ScoreError> {
    let (number, rest) = digits(text);
    let Some(number) = ungrouped(number).filter(|number| !number.is_empty()) else {
        return Ok(None);
    };
    let value = Decimal::parse("count", &number)?;
    let rest = rest.trim_start();
    let begins = |unit: &str| rest.strip_prefix(unit).filter(|rest| unit.is_empty() || !latin(unit) || !more(rest));
    let Some((rest, zeros)) = UNITS.iter().find_map(|(unit, zeros)| Some((begins(unit)?, *zeros))) else {
        return Ok(None);
    };
    let unit = Exact::whole(10_i128.saturating_pow(zeros));
    let point = value.exact().times(unit)?;
    let step = value.step().times(unit)?;
    if point.denominator() != 1 {
        return Err(ScoreError::range("count", whole_text, "a whole number, 0 or more"));
    }
    let whole = Exact::count(point.floor())?;
    let (open, rest) = match rest.trim_start().strip_prefix('+') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    // Written out it is exact. With a unit the last place is rounded; a plus says that it was cut off instead.
    let (min, max) = match (zeros, open) {
        (0, false) => (whole, Some(whole)),
        (0, true) => (whole, None),
        (_, true) => between(Rounding::Truncate.bounds(point, step)?)?,
        (_, false) => between(rounding.bounds(point, step)?)?,
    };
    Ok(Some((Counted { min, max, point: Some(whole) }, rest.trim())))
}

/// The whole numbers from the first bound up to, not including, the second.
fn between((low, high): (Exact, Exact)) -> Result<(u64, Option<u64>), ScoreError> {
    Ok((Exact::count(low.ceil())?, Some(Exact::count(high.ceil().saturating_sub(1))?)))
}

fn latin(unit: &str) -> bool {
    unit.is_ascii()
}

fn more(rest: &str) -> bool {
    rest.starts_with(|letter: char| letter.is_ascii_alphanumeric())
}
