//! Long numbers in a text: phones, orders, parcels, papers.

use std::ops::Range;

use super::days::days;
use super::figures::digit;

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
