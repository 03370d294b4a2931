//! Counts, scores and rates as pages write them. What does not say for certain what it is worth is no number.

use super::decimal::Decimal;
use super::error::ScoreError;
use super::exact::Exact;
use super::rate::Percent;
use super::shown::Rounding;
use super::stars::Mean;
use crate::text::number::{half_width, has_private_use};

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

/// What stands for "there is no value".
const NOTHING: [&str; 12] =
    ["暂无", "暂无数据", "暂无评分", "暂无评价", "无", "无数据", "尚无", "n/a", "na", "null", "none", "no data"];
/// Words that may stand before a number without changing it.
const BEFORE: [&str; 14] =
    ["共计", "总计", "共有", "共", "评价数", "评价", "评分", "得分", "累计", "全部", "total", "★", "⭐", "☆"];
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
/// What may follow a score or a rate and speaks of something else: a grade, a change, a comparison, a remark in brackets.
const ASIDE: [&str; 30] = [
    "高于", "低于", "持平", "超过", "超越", "优于", "優於", "高於", "較", "较", "比", "与", "與", "同比", "环比",
    "同行", "行业", "↑", "↓", "▲", "▼", "(", "|", "·", "高", "中", "低", "优", "良", "差",
];

/// A text without width, case and outer blanks; `None` where it says that there is nothing.
fn plain(field: &'static str, text: &str) -> Result<Option<String>, ScoreError> {
    if has_private_use(text) {
        return Err(ScoreError::OwnFont { field });
    }
    let plain: String = text.chars().take(200).map(half_width).collect::<String>().to_lowercase();
    let plain = plain.trim();
    let blank = plain.chars().all(|letter| matches!(letter, '-' | '—' | '–' | '－' | '/' | ' '));
    Ok((!blank && !NOTHING.contains(&plain)).then(|| plain.to_owned()))
}

/// Splits digits (with separators) off the front.
fn digits(text: &str) -> (&str, &str) {
    let end = text.find(|letter: char| !matches!(letter, '0'..='9' | '.' | ',')).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    // A point or comma at the end belongs to the sentence.
    let kept = number.trim_end_matches(['.', ',']);
    if kept.len() == number.len() { (number, rest) } else { (kept, "?") }
}

fn after<'a>(text: &'a str, words: &[&str]) -> &'a str {
    words.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim_start_matches([':', ' '])
}

/// Thousands separators taken out; `None` where they do not part thousands.
fn ungrouped(number: &str) -> Option<String> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    let right = !grouped || ((1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3));
    (right && !fraction.contains(',')).then(|| number.replace(',', ""))
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        let exact = |number| (number, Some(number), Some(number));
        for (text, wanted) in [
            ("1234", exact(1234)),
            ("1,234", exact(1234)),
            ("１，２３４条", exact(1234)),
            ("(1,234)", exact(1234)),
            ("共 86 条评价", exact(86)),
            ("12,345 global ratings", exact(12_345)),
            ("0", exact(0)),
            ("1.2万", (11_500, Some(12_499), Some(12_000))),
            ("1.20万", (11_950, Some(12_049), Some(12_000))),
            ("1萬", (5_000, Some(14_999), Some(10_000))),
            ("1.2w", (11_500, Some(12_499), Some(12_000))),
            ("3.4k", (3_350, Some(3_449), Some(3_400))),
            ("1.5亿", (145_000_000, Some(154_999_999), Some(150_000_000))),
            ("1.2万+", (12_000, Some(12_999), Some(12_000))),
            ("1.2万+条评价", (12_000, Some(12_999), Some(12_000))),
            ("10万+", (100_000, Some(109_999), Some(100_000))),
            ("999+", (999, None, Some(999))),
            ("100-200", (100, Some(200), None)),
            ("1.2345万", (12_345, Some(12_345), Some(12_345))),
        ] {
            let found = count(text, Rounding::HalfUp).unwrap().unwrap();
            assert_eq!((found.min, found.max, found.point), wanted, "{text}");
        }
        let cut = count("1.2万", Rounding::Unknown).unwrap().unwrap();
        assert_eq!((cut.min, cut.max), (11_500, Some(12_999)));
        for text in ["--", "-", "—", "", " ", "暂无", "N/A"] {
            assert_eq!(count(text, Rounding::HalfUp), Ok(None), "{text}");
        }
    }

    #[test]
    fn no_counts() {
        for text in [
            "-5",
            "1.5",
            "1,23",
            "12:30",
            "2026-11-20 10:00",
            "¥12",
            "12%",
            "1.2.3",
            "1\u{E601}",
            "约1200",
            "200-100",
            "5 GHz",
            "3 km",
            "1.23456万",
            "4.8分",
            "12 元",
            "1万5",
            "--5",
        ] {
            assert!(count(text, Rounding::HalfUp).is_err(), "{text}");
        }
    }

    #[test]
    fn scores() {
        for (text, wanted) in [
            ("4.8", "4.8"),
            ("４．８分", "4.8"),
            ("4.80", "4.80"),
            ("5", "5"),
            ("4.8/5", "4.8"),
            ("4.8分/5分", "4.8"),
            ("1.8/5.0", "1.8"),
            ("4.8 out of 5 stars", "4.8"),
            ("4,8 von 5", "4.8"),
            ("4.8 高于同行 12.3%", "4.8"),
            ("4.8↑0.02", "4.8"),
            ("4.66高", "4.66"),
            ("4.8(满分5分)", "4.8"),
            ("4.7 (1,234)", "4.7"),
            ("★4.9", "4.9"),
            ("评分：4.9", "4.9"),
        ] {
            assert_eq!(score(text).unwrap().unwrap().to_string(), wanted, "{text}");
        }
        assert_eq!(score("--"), Ok(None));
        for text in [
            "5.1",
            "0.9",
            "98.6分",
            "4.8/10",
            "12.3%",
            "高于同行 12.3%",
            "4.8%",
            "5.0 GHz",
            "v4.8",
            "4.8.1",
            "¥4.8",
            "4.8元",
            "4.8小时",
            "\u{E601}.\u{E602}",
            "-4.8",
            "4.8-4.9",
            "4.8折",
            "4.8kg",
            "+0.02",
            "↑0.02",
        ] {
            assert!(score(text).is_err(), "{text}");
        }
    }

    #[test]
    fn rates() {
        for (text, wanted) in [
            ("2.19%", "2.19"),
            ("2.19 ％", "2.19"),
            ("0.5‰", "0.05"),
            ("0%", "0"),
            ("0.2105% 低于同行", "0.2105"),
            ("100%", "100"),
        ] {
            assert_eq!(rate(text).unwrap().unwrap().decimal().to_string(), wanted, "{text}");
        }
        assert_eq!(rate("--"), Ok(None));
        for text in ["2.19", "高于同行 12.3%", "-0.2%", "+0.2%", "<0.01%", "101%", "\u{E601}%", "1,2%", "2.1%-3%", "%"]
        {
            assert!(rate(text).is_err(), "{text}");
        }
    }
}
