//! Days of the year in a text, however they are written.

use std::ops::Range;

use super::figures::{digit, number, unit};

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
        let begins = signs
            .get(place)
            .is_some_and(|sign| sign.is_ascii_alphabetic() || digit(*sign).is_some() || unit(*sign).is_some());
        if !begins {
            place = place.saturating_add(1);
            continue;
        }
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
    let starts = signs.get(place).is_some_and(|first| "jfmasond0123".contains(*first));
    if !starts {
        return None;
    }
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

#[cfg(test)]
mod tests;
