//! Counts, scores and rates as pages write them. What does not say for certain what it is worth is no number.

mod count;
mod score;
#[cfg(test)]
mod tests;

use super::error::ScoreError;
use crate::text::number::{half_width, has_private_use};
pub use count::{Counted, count};
pub use score::{rate, score};

/// What stands for "there is no value".
const NOTHING: [&str; 12] =
    ["暂无", "暂无数据", "暂无评分", "暂无评价", "无", "无数据", "尚无", "n/a", "na", "null", "none", "no data"];
/// Words that may stand before a number without changing it.
const BEFORE: [&str; 14] =
    ["共计", "总计", "共有", "共", "评价数", "评价", "评分", "得分", "累计", "全部", "total", "★", "⭐", "☆"];
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
