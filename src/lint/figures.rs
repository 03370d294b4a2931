//! Numbers and amounts of money in a text, however they are written.

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

/// What a Chinese unit multiplies by.
#[must_use]
pub const fn unit(letter: char) -> Option<u64> {
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

/// "9块9" is nine and nine tenths: the number with its tail, and the place behind it.
fn with_tail(signs: &[char], value: u64, end: usize) -> Option<(u64, usize)> {
    matches!(signs.get(end), Some('块' | '元')).then_some(())?;
    let tail = digit(*signs.get(end.saturating_add(1))?)?;
    let behind = end.saturating_add(2);
    let next = signs.get(behind).copied().unwrap_or('\0');
    let more = digit(next).is_some() || unit(next).is_some() || matches!(next, '个' | '块' | '件' | '天' | '元' | '-');
    let value = value.checked_add(u64::from(tail).checked_mul(10)?)?;
    (!more).then_some((value, if next == '毛' || next == '角' { behind.saturating_add(1) } else { behind }))
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
                "块" | "塊" | "刀" => {
                    (BLOCK_ENDS.contains(next) && !(next == '的' && signs.get(place) == Some(&'一')))
                        || (!matches!(next, '\u{4e00}'..='\u{9fff}') && paid_before(signs, place))
                }
                unit if unit.is_ascii() => !next.is_ascii_alphabetic(),
                _ => true,
            };
            fits && fine && length > 0
        });
        let start = sign.unwrap_or(place);
        let joined = before.is_some_and(|before| before.is_ascii_alphabetic()) && sign.is_none() && unit.is_none();
        // "十几块", "第一块" are no amounts.
        let vague = before.is_some_and(|before| matches!(before, '第' | '几' | '某' | '每'));
        if let Some((hundredths, behind)) = with_tail(signs, hundredths, end).filter(|_| !joined && !vague) {
            found.push(Money { hundredths, at: start..behind });
            place = behind;
            continue;
        }
        if (sign.is_some() || unit.is_some()) && !joined && !vague {
            let end = unit.map_or(end, |unit| behind.saturating_add(unit.chars().count()));
            found.push(Money { hundredths, at: start..end });
        }
        place = end.max(place.saturating_add(1));
    }
    found
}

/// Whether something is paid right before: "返您20块", not "缺一块".
fn paid_before(signs: &[char], place: usize) -> bool {
    let near = signs.get(place.saturating_sub(6)..place).unwrap_or_default();
    near.iter().any(|sign| "返退补给送发赔转打奖付领减花价差贵省扣收".contains(*sign))
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

/// All shares of a hundred but the whole: `95%`, `百分之三`. The value is in hundredths of a percent.
#[must_use]
pub fn shares(signs: &[char]) -> Vec<Money> {
    const WHOLE: u64 = 10_000;
    const OF_A_HUNDRED: [char; 3] = ['百', '分', '之'];
    let mut found = Vec::new();
    let mut place = 0_usize;
    while place < signs.len() {
        let spelled = signs.get(place..).is_some_and(|rest| rest.starts_with(&OF_A_HUNDRED));
        let begin = if spelled { place.saturating_add(OF_A_HUNDRED.len()) } else { place };
        let Some((hundredths, end)) = number(signs, begin) else {
            place = place.saturating_add(1);
            continue;
        };
        let marked = matches!(signs.get(end), Some('%' | '％'));
        if (spelled || marked) && hundredths != WHOLE {
            found.push(Money { hundredths, at: place..end.saturating_add(usize::from(marked)) });
        }
        place = end.max(place.saturating_add(1));
    }
    found
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
                found.extend(with_tail(signs, value, end).map(|(value, _)| value));
                place = end.max(place.saturating_add(1));
            }
            None => place = place.saturating_add(1),
        }
    }
    found
}

#[cfg(test)]
mod tests;
