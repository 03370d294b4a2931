//! Countdowns as pages show them (facts: platform rules, section 10): how long is left, or until when.
//!
//! "分" also means score and "天" stands in 7天无理由: a duration is a countdown only with a cue next to it, or in a column that says so.

use super::number::half_width;

/// What a countdown says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Countdown {
    /// So many seconds are left.
    Left(i64),
    /// It has been over for so many seconds.
    Over(i64),
}

/// A countdown and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// What it says.
    pub says: Countdown,
    /// Byte offset of the first digit.
    pub start: usize,
    /// Byte offset behind the last unit.
    pub end: usize,
}

const BEFORE: [&str; 30] = [
    "剩余时间",
    "剩余处理时间",
    "剩餘時間",
    "剩餘處理時間",
    "处理时限",
    "處理時限",
    "剩余",
    "剩餘",
    "还剩",
    "還剩",
    "仅剩",
    "僅剩",
    "只剩",
    "剩",
    "倒计时",
    "倒計時",
    "请在",
    "請在",
    "需在",
    "须在",
    "请于",
    "不足",
    "还有",
    "還有",
    "距离超时",
    "距超时",
    "距逾期",
    "距截止",
    "left:",
    "due in",
];
const OVER: [&str; 8] = ["已逾期", "已超时", "已超時", "逾期了", "超时了", "已过期", "overdue", "expired"];
const WITHIN: [&str; 12] = [
    "内处理",
    "内同意",
    "内审核",
    "内回复",
    "内响应",
    "内举证",
    "内退款",
    "内完成",
    "内操作",
    "內處理",
    "内商家",
    "内确认",
];
const LATER: [&str; 22] = [
    "自动", "自動", "系统", "系統", "将", "將", "售后", "售後", "逾期", "超时", "超時", "关闭", "關閉", "平台", "退款",
    "同意", "到期", "失效", "过期", "截止", "结束", "默认",
];
const AFTER: [&str; 8] = ["未处理", "未處理", "left", "remaining", "to respond", "until", "后到期", "剩余"];

/// Whether the text has a figure and a unit or a clock's colon: most texts of a page have not, and are asked no further.
fn has_span(text: &str) -> bool {
    let (mut figure, mut unit) = (false, false);
    for letter in text.chars() {
        figure |= letter.is_numeric();
        unit |= matches!(
            letter.to_ascii_lowercase(),
            '天' | '日' | '小' | '时' | '時' | '分' | '秒' | 'd' | 'h' | 'm' | 's' | ':' | '：'
        ) || matches!(letter, '\u{FF21}'..='\u{FF5A}');
    }
    figure && unit
}

/// The first countdown in a text. `column` says that the text stands where only a countdown can stand, so that no cue is asked for.
#[must_use]
pub fn countdown(text: &str, column: bool) -> Option<Found> {
    if !has_span(text) || text.contains("暂停") || text.contains("暫停") {
        return None;
    }
    let letters: Vec<(usize, char)> =
        text.char_indices().map(|(at, letter)| (at, half_width(letter).to_ascii_lowercase())).collect();
    let mut index = 0;
    while index < letters.len() {
        let at = |index: usize| letters.get(index).map_or('\0', |(_, letter)| *letter);
        if !at(index).is_ascii_digit() || inside_number(&letters, index) {
            index = index.saturating_add(1);
            continue;
        }
        let Some((seconds, end, clock)) = span_at(&letters, index) else {
            while at(index).is_ascii_digit() {
                index = index.saturating_add(1);
            }
            continue;
        };
        let near = index.saturating_sub(12)..index;
        let before: String = letters.get(near).unwrap_or_default().iter().map(|(_, letter)| *letter).collect();
        let after: String = letters.get(end..).unwrap_or_default().iter().take(16).map(|(_, letter)| *letter).collect();
        let offset = |index: usize| letters.get(index).map_or(text.len(), |(at, _)| *at);
        let place = |says| Some(Found { says, start: offset(index), end: offset(end) });
        let before = before.trim_end_matches([' ', ':', '(', '约', '于']);
        if OVER.iter().any(|cue| before.ends_with(cue)) {
            return place(Countdown::Over(seconds));
        }
        if cued(before, &after, clock) || (column && !before.ends_with("已") && !dated(before)) {
            return place(Countdown::Left(seconds));
        }
        index = end;
    }
    None
}

/// Whether the digit at `index` continues a number, a date, a clock or a masked text.
fn inside_number(letters: &[(usize, char)], index: usize) -> bool {
    let back = |by: usize| index.checked_sub(by).and_then(|at| letters.get(at)).map_or('\0', |(_, letter)| *letter);
    match back(1) {
        '-' | '/' | '.' | ':' => back(2).is_ascii_digit(),
        letter => letter.is_ascii_alphanumeric() || letter == '*',
    }
}

/// A clock after a date is a time of day.
fn dated(before: &str) -> bool {
    before.ends_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '日' | '号' | 't'))
}

fn cued(before: &str, after: &str, clock: bool) -> bool {
    let after = after.trim_start();
    if BEFORE.iter().any(|cue| before.ends_with(cue)) {
        return !dated(before);
    }
    if clock && dated(before) {
        return false;
    }
    if AFTER.iter().any(|cue| after.starts_with(cue)) || WITHIN.iter().any(|cue| after.starts_with(cue)) {
        return true;
    }
    if after.starts_with('未') && LATER.iter().any(|cue| after.contains(cue)) {
        return true;
    }
    let later = after.strip_prefix('后').or_else(|| after.strip_prefix('後'));
    later.is_some_and(|rest| LATER.iter().any(|cue| rest.trim_start_matches([',', ' ', '，']).starts_with(cue)))
}

/// A duration beginning at `index`: seconds, the index behind it, and whether it is a bare clock.
fn span_at(letters: &[(usize, char)], index: usize) -> Option<(i64, usize, bool)> {
    let mut at = index;
    let mut seconds: i64 = 0;
    let mut last_unit = i64::MAX;
    let mut parts = 0_u32;
    loop {
        let (number, next) = number_at(letters, at)?;
        if let Some((clock, end)) = clock_at(letters, number, next).filter(|_| parts == 0 || last_unit == 86_400) {
            return Some((seconds.checked_add(clock)?, end, parts == 0));
        }
        let Some((unit, end)) = unit_at(letters, next) else {
            break;
        };
        if unit >= last_unit {
            break;
        }
        seconds = seconds.checked_add(number.checked_mul(unit)?)?;
        last_unit = unit;
        parts = parts.saturating_add(1);
        at = end;
        while letters.get(at).is_some_and(|(_, letter)| *letter == ' ') {
            at = at.saturating_add(1);
        }
        if !letters.get(at).is_some_and(|(_, letter)| letter.is_ascii_digit()) {
            return Some((seconds, end, false));
        }
        if number_at(letters, at)
            .is_none_or(|(number, next)| unit_at(letters, next).is_none() && clock_at(letters, number, next).is_none())
        {
            return Some((seconds, end, false));
        }
    }
    (parts > 0).then_some((seconds, at, false))
}

/// Digits at `index` (at most six), and the index behind them and spaces.
fn number_at(letters: &[(usize, char)], index: usize) -> Option<(i64, usize)> {
    let mut at = index;
    let mut number: i64 = 0;
    while let Some(digit) = letters.get(at).and_then(|(_, letter)| letter.to_digit(10)) {
        number = number.checked_mul(10)?.checked_add(i64::from(digit))?;
        at = at.saturating_add(1);
    }
    if at == index || at.saturating_sub(index) > 6 {
        return None;
    }
    while letters.get(at).is_some_and(|(_, letter)| *letter == ' ') {
        at = at.saturating_add(1);
    }
    Some((number, at))
}

/// `:MM[:SS]` after `first`.
fn clock_at(letters: &[(usize, char)], first: i64, index: usize) -> Option<(i64, usize)> {
    let pair = |at: usize| -> Option<(i64, usize)> {
        let (_, ':') = letters.get(at)? else { return None };
        let (number, end) = number_at(letters, at.saturating_add(1))?;
        (number < 60).then_some((number, end))
    };
    let (second, end) = pair(index)?;
    if let Some((third, end)) = pair(end) {
        let hours = first.checked_mul(3600)?;
        return Some((hours.checked_add(second.checked_mul(60)?)?.checked_add(third)?, trimmed(letters, end)));
    }
    // Two parts are hours and minutes: no page counts down an after-sales deadline in minutes alone.
    Some((first.checked_mul(3600)?.checked_add(second.checked_mul(60)?)?, trimmed(letters, end)))
}

fn trimmed(letters: &[(usize, char)], mut end: usize) -> usize {
    while end > 0 && letters.get(end.saturating_sub(1)).is_some_and(|(_, letter)| *letter == ' ') {
        end = end.saturating_sub(1);
    }
    end
}

const UNITS: [(&str, i64); 30] = [
    ("天", 86_400),
    ("日", 86_400),
    ("个小时", 3600),
    ("小时", 3600),
    ("小時", 3600),
    ("时", 3600),
    ("時", 3600),
    ("分钟", 60),
    ("分鐘", 60),
    ("分", 60),
    ("秒", 1),
    ("days", 86_400),
    ("day", 86_400),
    ("d", 86_400),
    ("hours", 3600),
    ("hour", 3600),
    ("hrs", 3600),
    ("hr", 3600),
    ("h", 3600),
    ("minutes", 60),
    ("minute", 60),
    ("mins", 60),
    ("min", 60),
    ("m", 60),
    ("seconds", 1),
    ("second", 1),
    ("secs", 1),
    ("sec", 1),
    ("s", 1),
    ("", 0),
];

fn unit_at(letters: &[(usize, char)], index: usize) -> Option<(i64, usize)> {
    let rest = letters.get(index..)?;
    let first = rest.first().map(|(_, letter)| *letter)?;
    UNITS.iter().filter(|(word, _)| word.starts_with(first)).find_map(|(word, seconds)| {
        let length = word.chars().count();
        let fits = word.chars().zip(rest).filter(|(one, (_, other))| one == other).count() == length;
        let next = rest.get(length).map_or('\0', |(_, letter)| *letter);
        let word_goes_on = word.is_ascii() && next.is_ascii_alphabetic();
        // 7天无理由, 3日达, 5分好评 and 2时间 are no durations.
        let other_sense = (*word == "日" && matches!(next, '达' | '游')) || (*word == "时" && next == '间');
        (fits && !word_goes_on && !other_sense).then_some((*seconds, index.saturating_add(length)))
    })
}

/// A text without the countdown in it, for comparing what a record says with what it said a second ago.
#[must_use]
pub fn without_countdown(text: &str) -> String {
    let mut rest = text.to_owned();
    while let Some(found) = countdown(&rest, false) {
        rest.replace_range(found.start..found.end, "");
    }
    rest
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "known small numbers")]
mod tests;
