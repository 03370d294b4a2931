//! Numbers in a text: amounts of money, dates, and long runs of digits, however they are written.

use std::ops::Range;

/// A Chinese digit.
#[must_use]
pub fn digit(letter: char) -> Option<u32> {
    Some(match letter {
        '0'..='9' => return letter.to_digit(10),
        '零' | '〇' | '○' => 0,
        '一' | '壹' | '幺' => 1,
        '二' | '贰' | '两' | '貳' => 2,
        '三' | '叁' | '叄' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

const fn unit(letter: char) -> Option<u64> {
    Some(match letter {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        '万' | '萬' | 'w' => 10_000,
        _ => return None,
    })
}

/// A number at `place` in hundredths, and the place behind it: `59`, `59.00`, `1,234.5`, `五十九`, `壹佰`, `1.2万`.
#[must_use]
pub fn number(signs: &[char], place: usize) -> Option<(u64, usize)> {
    let at = |place: usize| signs.get(place).copied().unwrap_or('\0');
    if at(place).is_ascii_digit() {
        let mut end = place;
        let (mut value, mut decimals) = (0_u64, None::<u32>);
        loop {
            let next = at(end.saturating_add(1)).is_ascii_digit();
            match at(end) {
                digit if digit.is_ascii_digit() => {
                    let digit = u64::from(digit.to_digit(10).unwrap_or_default());
                    match decimals {
                        None => value = value.checked_mul(10)?.checked_add(digit.checked_mul(100)?)?,
                        Some(0) => value = value.checked_add(digit.checked_mul(10)?)?,
                        Some(1) => value = value.checked_add(digit)?,
                        Some(_) => {}
                    }
                    decimals = decimals.map(|count| count.saturating_add(1));
                }
                '.' if next && decimals.is_none() => decimals = Some(0),
                ',' if next && decimals.is_none() => {}
                _ => break,
            }
            end = end.saturating_add(1);
        }
        let mut behind = end;
        while at(behind) == ' ' {
            behind = behind.saturating_add(1);
        }
        return Some(match unit(at(behind)) {
            Some(unit) if at(behind) != 'w' || !at(behind.saturating_add(1)).is_ascii_alphabetic() => {
                (value.checked_mul(unit)?, behind.saturating_add(1))
            }
            _ => (value, end),
        });
    }
    han_number(signs, place)
}

fn han_number(signs: &[char], place: usize) -> Option<(u64, usize)> {
    let (mut total, mut part, mut digits, mut end) = (0_u64, 0_u64, 0_u32, place);
    let mut last_unit = 0_u64;
    while let Some(letter) = signs.get(end).copied().filter(|letter| !letter.is_ascii()) {
        if let Some(value) = digit(letter) {
            // "一二三" is spelled out, "二十三" is counted.
            part = if digits > 0 && last_unit == 0 { part.checked_mul(10)? } else { 0 }.checked_add(value.into())?;
            digits = digits.saturating_add(1);
        } else if let Some(unit) = unit(letter) {
            if unit == 10_000 {
                total = total.checked_add(part)?.max(1).checked_mul(unit)?;
            } else {
                total = total.checked_add(part.max(1).checked_mul(unit)?)?;
            }
            (part, last_unit) = (0, unit);
            digits = digits.saturating_add(1);
        } else {
            break;
        }
        end = end.saturating_add(1);
    }
    let value = total.checked_add(part)?;
    (digits > 0).then_some(())?;
    Some((value.checked_mul(100)?, end))
}

/// An amount of money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Money {
    /// In hundredths of the currency's unit.
    pub hundredths: u64,
    /// Where it stands among the signs.
    pub at: Range<usize>,
}

const BEHIND: [&str; 26] = [
    "元钱",
    "元",
    "圆",
    "块钱",
    "块",
    "人民币",
    "美元",
    "美金",
    "刀",
    "港币",
    "港元",
    "台币",
    "新台币",
    "塊",
    "rmb",
    "cny",
    "usd",
    "dollars",
    "dollar",
    "bucks",
    "yuan",
    "euros",
    "euro",
    "pounds",
    "eur",
    "ntd",
];
/// What makes "元" and "块" another word, or a measure of things.
const NOT_MONEY: &str = "旦素件器气宵年宝老首";
const BLOCK_ENDS: &str = "钱的运红优现给吧券补返左以多代无话购呢哦啊行可";

/// All amounts of money.
#[must_use]
pub fn money(signs: &[char]) -> Vec<Money> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < signs.len() {
        let Some((hundredths, end)) = number(signs, place) else {
            place = place.saturating_add(1);
            continue;
        };
        let before = place.checked_sub(1).and_then(|at| signs.get(at)).copied();
        let sign = signed_before(signs, place);
        let mut behind = end;
        while signs.get(behind) == Some(&' ') {
            behind = behind.saturating_add(1);
        }
        let rest = signs.get(behind..).unwrap_or_default();
        let unit = BEHIND.iter().find(|unit| {
            let length = unit.chars().count();
            let next = rest.get(length).copied().unwrap_or('\0');
            let fits = rest.iter().zip(unit.chars()).filter(|(one, other)| **one == *other).count() == length;
            let fine = match **unit {
                "元" | "圆" => !NOT_MONEY.contains(next),
                "块" | "塊" | "刀" => !matches!(next, '\u{4e00}'..='\u{9fff}') || BLOCK_ENDS.contains(next),
                unit if unit.is_ascii() => !next.is_ascii_alphabetic(),
                _ => true,
            };
            fits && fine && length > 0
        });
        let start = sign.unwrap_or(place);
        let joined = before.is_some_and(|before| before.is_ascii_alphabetic()) && sign.is_none() && unit.is_none();
        // "十几块", "第一块" are no amounts.
        let vague = before.is_some_and(|before| matches!(before, '第' | '几' | '某' | '每'));
        if (sign.is_some() || unit.is_some()) && !joined && !vague {
            let end = unit.map_or(end, |unit| behind.saturating_add(unit.chars().count()));
            found.push(Money { hundredths, at: start..end });
        }
        place = end.max(place.saturating_add(1));
    }
    found
}

/// Where a currency sign before a number begins.
fn signed_before(signs: &[char], place: usize) -> Option<usize> {
    let mut at = place;
    while at > 0 && signs.get(at.saturating_sub(1)) == Some(&' ') {
        at = at.saturating_sub(1);
    }
    let sign = at.checked_sub(1)?;
    match signs.get(sign)? {
        '¥' | '￥' | '$' | '€' | '£' | '₫' | '฿' | '₱' => Some(sign),
        _ => {
            let word: String = signs.get(at.saturating_sub(3)..at)?.iter().collect();
            let first = at.saturating_sub(4);
            let free = !signs.get(first).is_some_and(char::is_ascii_alphabetic) || first == at.saturating_sub(3);
            (matches!(word.as_str(), "rmb" | "usd" | "cny" | "ntd" | "eur") && free).then(|| at.saturating_sub(3))
        }
    }
}

/// Every number of a text in hundredths, with unit or without: what an amount may be bound to.
#[must_use]
pub fn all(signs: &[char]) -> Vec<u64> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < signs.len() {
        match number(signs, place) {
            Some((value, end)) => {
                found.push(value);
                place = end.max(place.saturating_add(1));
            }
            None => place = place.saturating_add(1),
        }
    }
    found
}

/// A day of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Month and day.
    pub day: (u64, u64),
    /// Where it stands among the signs.
    pub at: Range<usize>,
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// All days: `11月18日`, `2026-11-18`, `2026/11/18`, `Nov 18`, `18 November`.
#[must_use]
pub fn days(signs: &[char]) -> Vec<Day> {
    let mut found: Vec<Day> = Vec::new();
    let mut place = 0;
    while place < signs.len() {
        let day = chinese_day(signs, place).or_else(|| iso_day(signs, place)).or_else(|| english_day(signs, place));
        match day.filter(|day| (1..=12).contains(&day.day.0) && (1..=31).contains(&day.day.1)) {
            Some(day) => {
                place = day.at.end.max(place.saturating_add(1));
                found.push(day);
            }
            None => place = place.saturating_add(1),
        }
    }
    found
}

fn whole(signs: &[char], place: usize) -> Option<(u64, usize)> {
    let inside = place.checked_sub(1).and_then(|at| signs.get(at)).is_some_and(|before| digit(*before).is_some());
    let (value, end) = number(signs, place).filter(|_| !inside)?;
    (value % 100 == 0).then_some((value / 100, end))
}

fn chinese_day(signs: &[char], place: usize) -> Option<Day> {
    let (month, end) = whole(signs, place)?;
    (signs.get(end) == Some(&'月')).then_some(())?;
    let (day, end) = whole(signs, end.saturating_add(1))?;
    matches!(signs.get(end), Some('日' | '号')).then(|| Day { day: (month, day), at: place..end.saturating_add(1) })
}

fn iso_day(signs: &[char], place: usize) -> Option<Day> {
    let digits = |from: usize, most: usize| -> Option<(u64, usize)> {
        let text: String = signs.get(from..)?.iter().take(most).take_while(|sign| sign.is_ascii_digit()).collect();
        Some((text.parse().ok()?, from.saturating_add(text.len())))
    };
    let before = place.checked_sub(1).and_then(|at| signs.get(at));
    let (year, end) = digits(place, 4).filter(|_| !before.is_some_and(char::is_ascii_digit))?;
    let mark = *signs.get(end).filter(|mark| matches!(mark, '-' | '/' | '.'))?;
    let (month, end) = digits(end.saturating_add(1), 2)?;
    (signs.get(end) == Some(&mark) && (2000..2100).contains(&year)).then_some(())?;
    let (day, end) = digits(end.saturating_add(1), 2)?;
    Some(Day { day: (month, day), at: place..end })
}

fn english_day(signs: &[char], place: usize) -> Option<Day> {
    let letters = |from: usize| -> String {
        signs.get(from..).unwrap_or_default().iter().take(10).take_while(|sign| sign.is_ascii_alphabetic()).collect()
    };
    let month = |word: &str| {
        let full = ["january", "february", "march", "april", "june", "july", "august", "september", "sept", "october"];
        let known = MONTHS.contains(&word) || full.contains(&word) || matches!(word, "november" | "december");
        known.then(|| MONTHS.iter().position(|name| word.starts_with(name)))?.map(|at| at as u64)
    };
    let before = place.checked_sub(1).and_then(|at| signs.get(at)).copied().unwrap_or(' ');
    if before.is_ascii_alphanumeric() {
        return None;
    }
    let gap = |at: usize| -> usize {
        let skipped = signs.get(at..).unwrap_or_default().iter().take(3);
        at.saturating_add(skipped.take_while(|sign| matches!(sign, ' ' | '.' | ',')).count())
    };
    let word = letters(place);
    if let Some(number) = month(&word) {
        let from = gap(place.saturating_add(word.len()));
        let (day, end) = whole(signs, from).filter(|_| signs.get(from).is_some_and(char::is_ascii_digit))?;
        return Some(Day { day: (number.saturating_add(1), day), at: place..end });
    }
    let (day, end) = whole(signs, place).filter(|_| signs.get(place).is_some_and(char::is_ascii_digit))?;
    let suffix = letters(end);
    let from = gap(end.saturating_add(if matches!(suffix.as_str(), "st" | "nd" | "rd" | "th") { 2 } else { 0 }));
    let word = letters(from);
    let number = month(&word).filter(|_| from > end)?;
    Some(Day { day: (number.saturating_add(1), day), at: place..from.saturating_add(word.len()) })
}

/// A long number, with whatever small marks stand between its digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its digits.
    pub digits: String,
    /// Latin letters right before them.
    pub prefix: String,
    /// Marks stand between the digits.
    pub split: bool,
    /// Where it stands among the signs, prefix included.
    pub at: Range<usize>,
}

/// All runs of four or more digits. Dates are none.
#[must_use]
pub fn runs(signs: &[char]) -> Vec<Run> {
    let days = days(signs);
    let mut found = Vec::new();
    let mut place = 0;
    while place < signs.len() {
        if let Some(day) = days.iter().find(|day| day.at.contains(&place)) {
            place = day.at.end.max(place.saturating_add(1));
            continue;
        }
        if signs.get(place).copied().and_then(digit).is_none() {
            place = place.saturating_add(1);
            continue;
        }
        let (mut digits, mut end, mut split) = (String::new(), place, false);
        loop {
            if let Some(value) = signs.get(end).copied().and_then(digit) {
                digits.push(char::from_digit(value, 10).unwrap_or('0'));
                end = end.saturating_add(1);
                continue;
            }
            let marks = signs.get(end..).unwrap_or_default().iter().take(2);
            let marks = marks.take_while(|mark| matches!(mark, ' ' | '-' | '.' | '·' | '_' | '(' | ')')).count();
            let next = signs.get(end.saturating_add(marks)).copied().and_then(digit).is_some();
            if marks == 0 || !next {
                break;
            }
            split = true;
            end = end.saturating_add(marks);
        }
        let prefix: Vec<char> = signs
            .get(..place)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(5)
            .take_while(|sign| sign.is_ascii_alphabetic())
            .copied()
            .collect();
        let start = place.saturating_sub(prefix.len());
        if digits.len() >= 4 {
            found.push(Run { digits, prefix: prefix.into_iter().rev().collect(), split, at: start..end });
        }
        place = end.max(place.saturating_add(1));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::view::View;

    fn amounts(text: &str) -> Vec<u64> {
        money(&View::of(text).signs.chars).into_iter().map(|money| money.hundredths).collect()
    }

    #[test]
    fn one_amount_in_many_forms() {
        for text in
            ["59元", "59.00 元", "五十九元", "¥59", "￥５９", "59块", "五十九块钱", "RMB 59", "伍拾玖圆", "5⃣9⃣元"]
        {
            assert_eq!(amounts(text), [5900], "{text}");
        }
        assert_eq!(amounts("$15 gift card, 3 dollars"), [1500, 300]);
        assert_eq!(amounts("赔一千二百零五元，1,234.5元，1.2万元"), [120_500, 123_450, 1_200_000]);
        assert_eq!(amounts("壹佰元三十元"), [10_000, 3000]);
    }

    #[test]
    fn what_is_no_amount() {
        for text in ["一块黄渍", "三块蛋糕", "3单元", "元旦", "第一块", "2号仓", "24小时", "两元件", "一刀切开"]
        {
            assert_eq!(amounts(text), Vec::<u64>::new(), "{text}");
        }
    }

    #[test]
    fn one_day_in_many_forms() {
        for text in [
            "11月18日",
            "2026-11-18",
            "2026/11/18",
            "十一月十八号",
            "2026年11月18日",
            "Nov 18",
            "18 November",
            "November 18th",
        ] {
            let days = days(&View::of(text).signs.chars);
            assert_eq!(days.iter().map(|day| day.day).collect::<Vec<_>>(), [(11, 18)], "{text}");
        }
        for text in ["3-5天", "1/2", "第11页", "13月45日", "may 3 times a day's"] {
            assert!(days(&View::of(text).signs.chars).len() <= usize::from(text.starts_with("may")), "{text}");
        }
    }

    #[test]
    fn long_numbers_through_marks() {
        let digits = |text: &str| -> Vec<String> {
            runs(&View::of(text).signs.chars).into_iter().map(|run| format!("{}{}", run.prefix, run.digits)).collect()
        };
        assert_eq!(digits("138-1234 5678"), ["13812345678"]);
        assert_eq!(digits("幺三八零零零一一一一一"), ["13800011111"]);
        assert_eq!(digits("1️⃣3️⃣8️⃣①②③④⑤⑥⑦⑧"), ["13812345678"]);
        assert_eq!(digits("运单YT7412580369214"), ["yt7412580369214"]);
        assert_eq!(digits("2026-11-18 20:30"), Vec::<String>::new());
    }
}
