//! Texts that name a score, and what else they say: the window, and sometimes the value itself.

use super::pack::{Metric, PlatformScores};
use crate::page::node::Tree;
use crate::text::normal::normalise;

/// A text that names a score.
#[derive(Debug, Clone)]
pub struct Hit<'p> {
    /// Which of the page's texts it is.
    pub text: usize,
    /// What it names.
    pub metric: &'p Metric,
    /// The label as the page shows it, without value and colon.
    pub label: String,
    /// Days it covers, where the label says so.
    pub window: Option<u32>,
    /// What stands behind the label in the same text.
    pub rest: Option<String>,
}

/// No label is longer, with its window and remarks.
const LONGEST: usize = 48;

/// A text as labels are compared: Simplified, half-width, lower case, without blanks and punctuation.
#[must_use]
pub fn plain(text: &str) -> String {
    normalise(text).chars.iter().collect()
}

/// All texts of the page that name a score.
#[must_use]
pub fn hits<'p>(tree: &Tree<'_>, scores: &'p PlatformScores) -> Vec<Hit<'p>> {
    let texts = tree.all_texts().iter().enumerate();
    texts.filter_map(|(text, said)| hit(text, said.value.as_ref(), scores)).collect()
}

fn hit<'p>(text: usize, said: &str, scores: &'p PlatformScores) -> Option<Hit<'p>> {
    // Most texts of a page are told apart by their first character.
    let first = said.chars().find(|letter| letter.is_alphanumeric())?;
    let window = first.is_ascii_digit() && said.contains(['内', '內']);
    if !window && !normalise(first.encode_utf8(&mut [0; 4])).chars.iter().any(|first| scores.may_begin_with(*first)) {
        return None;
    }
    let named = |name: &str| scores.named(name);
    let Labelled { what: metric, label, window, rest } = labelled(said, scores.longest(), named)?;
    Some(Hit { text, metric, label, window, rest })
}

/// A text that begins with a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled<T> {
    /// What the label names.
    pub what: T,
    /// The label as shown, without window and colon.
    pub label: String,
    /// Days it covers, where the text says so.
    pub window: Option<u32>,
    /// The value behind the label; empty where the label only says that it is in per cent.
    pub rest: Option<String>,
}

/// Takes a text apart that is a label, alone or with its window, its unit or its value. A text that says anything else is no label.
pub fn labelled<T>(said: &str, longest: usize, named: impl Fn(&str) -> Option<T>) -> Option<Labelled<T>> {
    if said.len() < 4 || said.len() > LONGEST.saturating_mul(3) {
        return None;
    }
    let normal = normalise(said);
    let letters = &normal.chars;
    if letters.len() < 2 || letters.len() > LONGEST {
        return None;
    }
    let (start, before) = window_at(letters, 0).map_or((0, None), |(end, days)| (end, Some(days)));
    let most = longest.min(letters.len().saturating_sub(start));
    // The longest label that the text begins with.
    let (what, end) = (2..=most).rev().find_map(|length| {
        let end = start.saturating_add(length);
        let name: String = letters.get(start..end)?.iter().collect();
        Some((named(&name)?, end))
    })?;
    let place = |at: usize| normal.bytes.get(at).map(|place| *place as usize);
    let behind = |at: usize| {
        let place = place(at.saturating_sub(1))?;
        said.get(place..)?.chars().next().map(|letter| place.saturating_add(letter.len_utf8()))
    };
    let label = said.get(place(start)?..behind(end)?)?.to_owned();
    let (at, window) = window_at(letters, end).map_or((end, before), |(behind, days)| (behind, Some(days)));
    // What the normal form leaves out counts again from here on.
    let rest = said.get(behind(at)?..)?;
    let rest = rest.trim_start_matches([':', '：', ' ', ')', '）', '】', ']', '?', '？', '\u{A0}']);
    let bare = rest.trim_matches(['(', ')', '（', '）', ' ']);
    let rest = match bare {
        "" | "分" | "星" | "小时" | "i" | "*" => None,
        "%" | "％" | "单位:%" | "单位：%" => Some(String::new()),
        _ if begins_a_value(rest) => Some(rest.to_owned()),
        _ => return None,
    };
    Some(Labelled { what, label, window, rest })
}

/// Whether a text begins as a value does.
#[must_use]
pub fn begins_a_value(text: &str) -> bool {
    let mut letters = text.trim_start().chars().map(crate::text::number::half_width);
    match letters.next() {
        Some(first) if first.is_ascii_digit() || is_own_font(first) => true,
        Some('-' | '—' | '–') => letters.all(|letter| matches!(letter, '-' | '—' | '–' | ' ' | '%' | '分')),
        _ => false,
    }
}

fn is_own_font(letter: char) -> bool {
    matches!(letter, '\u{E000}'..='\u{F8FF}')
}

/// `近30天`, `近30日`, `过去30天`, `30天内`, `近半年`, `近6个月`, `last 30 days` in a text of its own or within one.
#[must_use]
pub fn window(text: &str) -> Option<u32> {
    if text.len() > 90 || !(text.contains(['天', '日', '年', '月']) || text.contains("day")) {
        return None;
    }
    let normal = normalise(text);
    (0..normal.chars.len()).find_map(|at| window_at(&normal.chars, at)).map(|(_, days)| days)
}

/// Whether a text says nothing but a window.
#[must_use]
pub fn is_window(text: &str) -> bool {
    let normal = normalise(text);
    window_at(&normal.chars, 0).is_some_and(|(end, _)| {
        let rest: String = normal.chars.iter().skip(end).collect();
        matches!(rest.as_str(), "" | "数据" | "内" | "统计" | "更新")
    })
}

fn window_at(letters: &[char], start: usize) -> Option<(usize, u32)> {
    let word = |at: usize, word: &str| -> Option<usize> {
        let mut at = at;
        for letter in word.chars() {
            if letters.get(at) != Some(&letter) {
                return None;
            }
            at = at.saturating_add(1);
        }
        Some(at)
    };
    if let Some(end) = word(start, "近半年").or_else(|| word(start, "半年内")) {
        return Some((end, 180));
    }
    let before = ["最近", "近", "过去", "last ", "past "].iter().find_map(|lead| word(start, lead));
    let mut at = before.unwrap_or(start);
    let mut number: u32 = 0;
    let first = at;
    while let Some(digit) = letters.get(at).and_then(|letter| letter.to_digit(10)) {
        number = number.saturating_mul(10).saturating_add(digit);
        at = at.saturating_add(1);
    }
    if at == first || at.saturating_sub(first) > 3 {
        return None;
    }
    let unit = |unit: &str| word(at, unit);
    let (end, days) = match (unit("个自然日").or_else(|| unit("天")).or_else(|| unit("日")), unit("个月")) {
        (Some(end), _) => (end, number),
        (None, Some(end)) => (end, number.saturating_mul(30)),
        (None, None) => (unit(" days").or_else(|| unit("days")).or_else(|| unit(" day"))?, number),
    };
    let inner = word(end, "内");
    (before.is_some() || inner.is_some())
        .then_some((inner.unwrap_or(end), days))
        .filter(|(_, days)| (1..=400).contains(days))
}

#[cfg(test)]
mod tests {
    use super::super::pack::packs;
    use super::*;
    use crate::pack::Platform;

    fn of(said: &str) -> Option<(&'static str, Option<u32>, Option<String>)> {
        hit(0, said, packs().of(Platform::Taobao).unwrap()).map(|hit| (hit.metric.id, hit.window, hit.rest))
    }

    #[test]
    fn labels_with_what_stands_around_them() {
        for (said, window, rest) in [
            ("首次品退率", None, None),
            ("首次品退率：", None, None),
            ("首次品退率 (近30天)", Some(30), None),
            ("近30天首次品退率", Some(30), None),
            ("首次品退率(%)", None, Some("")),
            ("首次品退率 0.22 %", None, Some("0.22 %")),
            ("首次品退率：0.22%", None, Some("0.22%")),
            ("近 30 日首次品退率：--", Some(30), Some("--")),
            ("28天内首次品退率", Some(28), None),
            ("【首次品退率】", None, None),
            ("首次品退率 \u{E601}\u{E602}", None, Some("\u{E601}\u{E602}")),
            ("首次品退率?", None, None),
        ] {
            let wanted = Some(("first_quality_refund_rate", window, rest.map(str::to_owned)));
            assert_eq!(of(said), wanted, "{said}");
        }
        assert_eq!(of("描述相符 ４．８分").unwrap().2.as_deref(), Some("４．８分"));
        assert_eq!(of("描述相符 高").map(|hit| hit.0), None);
        assert_eq!(of("宝贝與描述相符").unwrap().0, "dsr_description");
    }

    #[test]
    fn no_labels() {
        for said in [
            "描述",
            "首次品退率怎么算",
            "查看首次品退率",
            "首次品退率超过同行",
            "商品服务态度很好",
            "",
            "4.8",
            "品退率排名",
        ] {
            assert_eq!(of(said), None, "{said}");
        }
    }

    #[test]
    fn windows() {
        for (said, days) in [
            ("近30天", 30),
            ("近7日", 7),
            ("过去90天数据", 90),
            ("最近180天", 180),
            ("近半年", 180),
            ("近6个月", 180),
            ("28天内服务情况", 28),
            ("统计周期：近 30 天", 30),
            ("Last 30 days", 30),
        ] {
            assert_eq!(window(said), Some(days), "{said}");
        }
        for said in ["30天", "2026年11月20日", "3天后", "近期", "7天无理由", "近10000天", "1天前"] {
            assert_eq!(window(said), None, "{said}");
        }
        assert!(is_window("近30天") && is_window("近30天数据") && !is_window("近30天介入率"));
    }
}
