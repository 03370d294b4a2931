//! Times inside the texts of a page.

use time::UtcOffset;

use crate::text::moment::Moment;
use crate::text::number::half_width;

/// The first full time or date in a text (`2026-09-29 07:00:00`, `2026/9/29`, `2026年9月29日 07:00`, `2026.09.29`), in `zone`.
#[must_use]
pub fn first_time(text: &str, zone: UtcOffset) -> Option<Moment> {
    if let Ok(moment) = Moment::parse(text, zone) {
        return Some(moment);
    }
    let letters: Vec<char> = text.chars().take(400).map(half_width).collect();
    let mut index = 0;
    while index < letters.len() {
        let fresh = index == 0 || !letters.get(index.saturating_sub(1)).is_some_and(char::is_ascii_alphanumeric);
        if fresh && let Some(found) = time_at(&letters, index).and_then(|plain| Moment::parse(&plain, zone).ok()) {
            return Some(found);
        }
        index = index.saturating_add(1);
    }
    None
}

fn time_at(letters: &[char], from: usize) -> Option<String> {
    let mut at = from;
    let digits = |at: &mut usize, least: usize, most: usize| -> Option<String> {
        let run: String = letters.get(*at..)?.iter().take_while(|letter| letter.is_ascii_digit()).take(most).collect();
        *at = at.checked_add(run.len())?;
        (run.len() >= least).then_some(run)
    };
    let is = |at: usize, wanted: &[char]| letters.get(at).is_some_and(|letter| wanted.contains(letter));
    let year = digits(&mut at, 4, 4)?;
    if !is(at, &['-', '/', '.', '年']) {
        return None;
    }
    at = at.checked_add(1)?;
    let month = digits(&mut at, 1, 2)?;
    if !is(at, &['-', '/', '.', '月']) {
        return None;
    }
    at = at.checked_add(1)?;
    let day = digits(&mut at, 1, 2)?;
    let date = format!("{year}-{month:0>2}-{day:0>2}");
    if letters.get(at).is_some_and(char::is_ascii_digit) {
        return None;
    }
    while is(at, &['日', ' ', 'T', ',']) {
        at = at.checked_add(1)?;
    }
    let Some(hour) = digits(&mut at, 1, 2).filter(|_| is(at, &[':', '时'])) else {
        return Some(date);
    };
    at = at.checked_add(1)?;
    let Some(minute) = digits(&mut at, 2, 2) else {
        return Some(date);
    };
    let mut second = "00".to_owned();
    if is(at, &[':']) {
        let mut after = at.checked_add(1)?;
        if let Some(found) = digits(&mut after, 2, 2) {
            second = found;
        }
    }
    Some(format!("{date} {hour:0>2}:{minute}:{second}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::moment::SHANGHAI;

    #[test]
    fn finds_times_in_texts() {
        for text in [
            "申请时间: 2026-09-29 07:00:00",
            "2026/9/29 7:00",
            "2026年9月29日 07:00:00 提交",
            "２０２６-09-29 07:00",
            "2026.09.29 07:00:00",
            "订单号 260929-123456789012345 待处理 申请时间: 2026-09-29 07:00:00 （6天2时3分30秒未处理）",
        ] {
            assert_eq!(first_time(text, SHANGHAI).unwrap().to_rfc3339(), "2026-09-29T07:00:00+08:00", "{text}");
        }
        assert_eq!(first_time("于2026-09-29提交", SHANGHAI).unwrap().to_rfc3339(), "2026-09-29T00:00:00+08:00");
    }

    #[test]
    fn what_is_no_time() {
        for text in ["", "12.50.1", "2026", "2026-13-40", "260929-123456789012345", "09-29", "1920.10"] {
            assert!(first_time(text, SHANGHAI).is_none(), "{text}");
        }
    }
}
