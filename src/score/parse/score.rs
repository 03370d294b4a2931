//! Scores of stars and rates as pages write them.

use super::{ASIDE, BEFORE, after, digits, plain, ungrouped};
use crate::score::decimal::Decimal;
use crate::score::error::ScoreError;
use crate::score::rate::Percent;
use crate::score::stars::Mean;

/// Reads a score of 1 to 5 stars: `4.8`, `４．８分`, `4.8/5`, `4.8 out of 5 stars`, `4.8 高于同行 12.3%`. `None` for `--`.
///
/// # Errors
/// [`ScoreError`]: not readable, another scale, out of range, the page's own font.
pub fn score(text: &str) -> Result<Option<Decimal>, ScoreError> {
    const FIELD: &str = "score";
    let Some(plain) = plain(FIELD, text)? else {
        return Ok(None);
    };
    let wrong = || ScoreError::unread(FIELD, text, "a score such as 4.8, 4.8分 or 4.8/5");
    let start = after(&plain, &BEFORE);
    let (number, rest) = match start.strip_prefix('-') {
        Some(rest) if rest.starts_with(|letter: char| letter.is_ascii_digit()) => {
            return Err(ScoreError::range(FIELD, text, "1 to 5"));
        }
        _ => digits(start),
    };
    let value = Decimal::parse(FIELD, &with_point(number)).map_err(|_| wrong())?;
    let rest = unit(rest.trim_start());
    let rest = match scale(rest) {
        Some((5, rest)) => rest,
        Some((other, _)) => {
            return Err(ScoreError::range(FIELD, format!("{value}/{other}"), "a score out of 5"));
        }
        None => rest,
    };
    if !(rest.is_empty() || ASIDE.iter().any(|word| rest.starts_with(word))) {
        return Err(wrong());
    }
    Mean::new(FIELD, value)?;
    Ok(Some(value))
}

/// `4,8` as some shops abroad write it.
fn with_point(number: &str) -> String {
    match number.split_once(',') {
        Some((whole, fraction)) if whole.len() == 1 && (1..=2).contains(&fraction.len()) && !fraction.contains('.') => {
            format!("{whole}.{fraction}")
        }
        _ => number.to_owned(),
    }
}

fn unit(rest: &str) -> &str {
    let units = ["分", "星", "★", "⭐", "颗星", "stars", "star", "点"];
    units.iter().find_map(|unit| rest.strip_prefix(unit)).unwrap_or(rest).trim_start()
}

/// What a score is out of, and what follows.
fn scale(rest: &str) -> Option<(u32, &str)> {
    let marks = ["/", "out of", "von", "sur", "su", "de", "(满分", "满分"];
    let number = marks.iter().find_map(|mark| rest.strip_prefix(mark))?.trim_start();
    let (digits, rest) = digits(number);
    let whole = digits.strip_suffix(".0").or_else(|| digits.strip_suffix(".00")).unwrap_or(digits);
    let rest = unit(rest.trim_start());
    Some((whole.parse().ok()?, rest.strip_prefix(')').unwrap_or(rest).trim_start()))
}

/// Reads a rate: `2.19%`, `2.19 %`, `0.5‰`, `2.19% 低于同行`. `None` for `--`. A number without a sign could be either a share or per cent.
///
/// # Errors
/// [`ScoreError`]: not readable, out of range, the page's own font.
pub fn rate(text: &str) -> Result<Option<Percent>, ScoreError> {
    const FIELD: &str = "rate";
    let Some(plain) = plain(FIELD, text)? else {
        return Ok(None);
    };
    let wrong = || ScoreError::unread(FIELD, text, "a rate such as 2.19%");
    let negative = plain.strip_prefix(['-', '−']);
    let (number, rest) = digits(negative.unwrap_or(&plain));
    let value = ungrouped(number).and_then(|number| Decimal::parse(FIELD, &number).ok()).ok_or_else(wrong)?;
    let rest = rest.trim_start();
    let (value, rest) = match (rest.strip_prefix('%'), rest.strip_prefix('‰')) {
        (Some(rest), _) => (value, rest),
        (None, Some(rest)) => (value.tenth(), rest),
        (None, None) => return Err(wrong()),
    };
    if negative.is_some() {
        return Err(ScoreError::range(FIELD, text, "0 to 100"));
    }
    let rest = rest.trim_start();
    if !(rest.is_empty() || ASIDE.iter().any(|word| rest.starts_with(word))) {
        return Err(wrong());
    }
    Percent::new(FIELD, value).map(Some)
}
