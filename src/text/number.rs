//! Numbers as pages show them: money, counts, percentages. What cannot be read for certain is not read.

/// A number found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Plain decimal digits with at most one point: `1234.50`, `12000`. Never negative.
    pub value: String,
    /// The text as it stood, currency sign and unit included.
    pub raw: String,
    /// Whether a currency sign or word stood with it.
    pub money: bool,
    /// Whether a per cent sign followed.
    pub percent: bool,
    /// Byte offset of `raw`.
    pub start: usize,
    /// Byte offset behind `raw`.
    pub end: usize,
}

/// Whether a text holds characters of a page's own font, whose digits nobody but the page can read.
#[must_use]
pub fn has_private_use(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, '\u{E000}'..='\u{F8FF}'))
}

/// A full-width digit, letter or sign as its half-width form; anything else as it is.
#[must_use]
pub fn half_width(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => u32::from(letter).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(letter),
        '\u{3000}' | '\u{A0}' | '\u{2009}' | '\u{202F}' => ' ',
        other => other,
    }
}

const SIGNS: [&str; 16] =
    ["us$", "nt$", "hk$", "r$", "s$", "rm", "rmb", "cny", "usd", "¥", "$", "€", "£", "₫", "฿", "rp"];

/// All figures of a text, in order. Times, dates, ids and parts of words are none; a range (`10-20`), a masked number (`1*.00`) or
/// one with digits of the page's own font is none either.
#[must_use]
pub fn figures(text: &str) -> Vec<Figure> {
    let letters: Vec<(usize, char)> = text.char_indices().map(|(at, letter)| (at, half_width(letter))).collect();
    let at = |index: usize| letters.get(index).map_or('\0', |(_, letter)| if *letter == '￥' { '¥' } else { *letter });
    let offset = |index: usize| letters.get(index).map_or(text.len(), |(at, _)| *at);
    let mut found = Vec::new();
    let mut index = 0;
    while index < letters.len() {
        if !at(index).is_ascii_digit() {
            index = index.saturating_add(1);
            continue;
        }
        let start = index;
        while at(index).is_ascii_digit()
            || (matches!(at(index), '.' | ',') && at(index.saturating_add(1)).is_ascii_digit())
        {
            index = index.saturating_add(1);
        }
        let mut begin = start;
        while begin > 0 && at(begin.saturating_sub(1)) == ' ' {
            begin = begin.saturating_sub(1);
        }
        let before_all: String = (begin.saturating_sub(4)..begin).map(at).collect::<String>().to_lowercase();
        let sign = SIGNS
            .iter()
            .filter(|sign| before_all.ends_with(**sign))
            .map(|sign| sign.chars().count())
            .max()
            .unwrap_or(0);
        let begin = if sign > 0 { begin.saturating_sub(sign) } else { start };
        let before = if begin == 0 { '\0' } else { at(begin.saturating_sub(1)) };
        let digits: String = (start..index).map(at).collect();
        let (mut value, mut end) = (plain(&digits, sign > 0 && at(begin) != '¥'), index);
        let mut percent = false;
        let mut unit = false;
        let mut after = end;
        while at(after) == ' ' {
            after = after.saturating_add(1);
        }
        match at(after) {
            '万' | '萬' => {
                value = value.and_then(|value| shifted(&value, 4));
                end = after.saturating_add(1);
                if at(end) == '元' {
                    unit = true;
                    end = end.saturating_add(1);
                }
            }
            '元' => {
                unit = true;
                end = after.saturating_add(1);
            }
            '%' => {
                percent = true;
                end = after.saturating_add(1);
            }
            _ => {}
        }
        let follows = at(end);
        // A private-use glyph or a mask next to the digits hides a part of the number.
        let hidden = |letter: char| matches!(letter, '\u{E000}'..='\u{F8FF}' | '*' | '?' | '•');
        let joined = |letter: char| {
            letter.is_ascii_alphabetic() || matches!(letter, '-' | '/' | ':' | '~' | '_' | '.' | ',' | '–' | '—')
        };
        let minus = matches!(before, '-' | '−') && (begin < 2 || !at(begin.saturating_sub(2)).is_ascii_digit());
        let broken = hidden(before)
            || hidden(follows)
            || (sign == 0 && joined(before) && !minus && !matches!(before, '/' | ':' | ','))
            || (joined(follows) && at(end.saturating_add(1)).is_ascii_digit())
            || (matches!(follows, '-' | '~' | '–' | '—')
                && SIGNS.iter().any(|sign| sign.starts_with(at(end.saturating_add(1)))))
            || (begin >= 2
                && matches!(before, '-' | '~' | '–' | '—' | '/' | ':')
                && at(begin.saturating_sub(2)).is_ascii_digit());
        if let (Some(value), false) = (value, broken) {
            let (start, end) = (offset(begin), offset(end));
            let raw = text.get(start..end).unwrap_or_default().trim().to_owned();
            found.push(Figure { value, raw, money: sign > 0 || unit, percent, start, end });
        }
        index = index.max(end);
    }
    found
}

/// Digits with separators as a plain decimal. Where a lone comma could be either, it parts thousands only before exactly three digits,
/// and is a decimal comma only with a currency that uses one.
fn plain(digits: &str, foreign: bool) -> Option<String> {
    let points = digits.matches('.').count();
    let commas = digits.matches(',').count();
    let grouped = |text: &str, by: char| {
        let mut parts = text.split(by);
        let first = parts.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && parts.all(|part| part.len() == 3)
    };
    let (whole, fraction) = match (points, commas) {
        (0, 0) => (digits.to_owned(), ""),
        (1, 0) => {
            let (whole, fraction) = digits.split_once('.')?;
            if foreign && fraction.len() == 3 && grouped(digits, '.') {
                return None;
            }
            (whole.to_owned(), fraction)
        }
        (1, _) if digits.find('.') > digits.rfind(',') => {
            let (whole, fraction) = digits.split_once('.')?;
            if !grouped(whole, ',') {
                return None;
            }
            (whole.replace(',', ""), fraction)
        }
        (_, 1) if foreign && digits.find(',') > digits.rfind('.') => {
            let (whole, fraction) = digits.split_once(',')?;
            if fraction.len() == 3 && points == 0 {
                return Some(whole.to_owned() + fraction);
            }
            if points > 0 && !grouped(whole, '.') {
                return None;
            }
            (whole.replace('.', ""), fraction)
        }
        (0, _) if grouped(digits, ',') => (digits.replace(',', ""), ""),
        (2.., 0) if foreign && grouped(digits, '.') => (digits.replace('.', ""), ""),
        _ => return None,
    };
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
}

/// The decimal point moved right by `places`.
fn shifted(value: &str, places: usize) -> Option<String> {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let moved: String = fraction.chars().chain(std::iter::repeat('0')).take(places).collect();
    let rest: String = fraction.chars().skip(places).collect();
    let rest = rest.trim_end_matches('0');
    let whole = format!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    (whole.len() <= 18).then(|| if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        figures(text).into_iter().map(|figure| figure.value).collect()
    }

    #[test]
    fn reads_money() {
        for (text, value) in [
            ("¥12.96", "12.96"),
            ("￥１２．９６", "12.96"),
            ("¥ 1,234.50", "1234.50"),
            ("1,234,567元", "1234567"),
            ("1.2万", "12000"),
            ("3万元", "30000"),
            ("R$ 1.234,56", "1234.56"),
            ("US$12.00", "12.00"),
            ("-¥5.00", "5.00"),
            ("退款：0.10", "0.10"),
            ("RMB 88", "88"),
            ("€1.234.567", "1234567"),
        ] {
            assert_eq!(values(text), [value], "{text}");
        }
        assert_eq!(values("实收¥20.00退款¥18.50"), ["20.00", "18.50"]);
        let rate = figures("0.21%");
        assert!(rate[0].percent && !rate[0].money);
        assert!(figures("¥3")[0].money && figures("3元")[0].money && !figures("3")[0].money);
        assert_eq!(figures("共¥3.00起")[0].raw, "¥3.00");
    }

    #[test]
    fn never_guesses() {
        for text in [
            "",
            "--",
            "¥",
            "¥1*.00",
            "¥\u{E001}\u{E002}.50",
            "¥1\u{E002}",
            "10-20",
            "¥10.00-¥20.00",
            "1,23",
            "12:30",
            "2026-09-29",
            "€1.234",
            "¥1,2,3",
        ] {
            assert_eq!(values(text), Vec::<String>::new(), "{text}");
        }
        assert!(has_private_use("¥\u{E603}") && !has_private_use("¥12"));
    }
}
