//! Texts that label what they say: `订单号 1 申请时间: 2`.

use super::label::{Labels, Meaning};

/// What stands before the first label, and each label's meaning with its value.
pub type Pairs = (String, Vec<(Meaning, String)>);

/// Splits `订单号 1 申请时间: 2` into what each label says; `None` where the text holds no label with a value or a colon.
#[must_use]
pub fn label_pairs(text: &str, labels: &mut Labels) -> Option<Pairs> {
    if text.len() > 4000 || !text.contains([':', '：', ' ']) {
        return None;
    }
    let mut marks: Vec<(usize, usize, Meaning)> = Vec::new();
    for (at, sign) in text.char_indices().filter(|(_, letter)| matches!(letter, ':' | '：')).take(40) {
        let before = text.get(..at).unwrap_or_default().trim_end();
        let start =
            before.rfind([' ', ',', '，', ';', '；', '|', '｜', '、', '(', '（', ':', '：', '。']).map_or(0, |cut| {
                cut.saturating_add(before.get(cut..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8))
            });
        let whole = labels.meaning(before);
        let (start, meaning) = match whole {
            Some(meaning) => (0, Some(meaning)),
            None => (start, before.get(start..).and_then(|label| labels.meaning(label))),
        };
        if let Some(meaning) = meaning {
            marks.push((start, at.saturating_add(sign.len_utf8()), meaning));
        }
    }
    // 订单号 123, 申请时间 2026-…: before a figure a label needs no colon, nor does one that begins the text.
    let mut from = 0_usize;
    for word in text.split(' ') {
        let end = from.saturating_add(word.len());
        let next = text.get(end..).unwrap_or_default().trim_start();
        let figure =
            next.starts_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '¥' | '￥' | '-' | 'P' | 'R'));
        let begins = from == 0 && word.chars().count() >= 4 && !word.is_ascii() && !next.is_empty();
        if (figure || begins)
            && !marks.iter().any(|(start, stop, _)| from >= *start && from < *stop)
            && let Some(meaning) = labels.meaning(word)
            && (begins || !matches!(meaning, Meaning::Goods | Meaning::Other | Meaning::Note))
        {
            marks.push((from, end, meaning));
        }
        from = end.saturating_add(1);
    }
    if marks.is_empty() {
        return None;
    }
    marks.sort_unstable_by_key(|(start, ..)| *start);
    let front = marks.first().and_then(|(start, ..)| text.get(..*start)).unwrap_or_default().trim().to_owned();
    let ends = marks.iter().skip(1).map(|(start, ..)| *start).chain(std::iter::once(text.len()));
    let pairs = marks
        .iter()
        .zip(ends)
        .map(|((_, stop, meaning), end)| (*meaning, text.get(*stop..end).unwrap_or_default().trim().to_owned()));
    Some((front, pairs.collect()))
}
