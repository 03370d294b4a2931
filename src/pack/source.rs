//! What the marks of the packs' sources ("T10") stand for.

use crate::text::packed;
use crate::words::{self, Locale};

/// `packs/sources`, as `build/shapes.rs` lays it out.
const SOURCES: &str = include_str!(concat!(env!("OUT_DIR"), "/sources.packed"));

/// What the marks in `source` stand for, each said once, in the order in which they are named; `None` where it names none that is known.
#[must_use]
pub fn described(locale: Locale, source: &str) -> Option<String> {
    let marks = source.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| is_mark(word));
    let mut said: Vec<String> = Vec::new();
    for text in marks.filter_map(|mark| meaning(locale, mark)) {
        if !said.iter().any(|known| known == text) {
            said.push(text.to_owned());
        }
    }
    (!said.is_empty()).then(|| words::list(locale, &said))
}

/// A letter or two and a number.
fn is_mark(word: &str) -> bool {
    let digits = word.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    !digits.is_empty() && digits.len() < word.len() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn meaning(locale: Locale, mark: &str) -> Option<&'static str> {
    for (_, mut fields) in packed::files(SOURCES) {
        for _ in 0..fields.count() {
            let marks = fields.text();
            let [zh_cn, zh_tw, en] = [fields.text(), fields.text(), fields.text()];
            if marks.split(' ').any(|other| other == mark) {
                return Some(match locale {
                    Locale::ZhCn => zh_cn,
                    Locale::ZhTw => zh_tw,
                    Locale::En => en,
                });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_one_source_are_said_once() {
        let said = described(Locale::En, "T1 T2 T10").unwrap();
        assert_eq!(
            said,
            "articles on Tmall's first-reason rate (2022–2023, quoting helpdesk text 7610504), a copy of Tmall's reasons by category (2021-11)"
        );
        assert_eq!(described(Locale::ZhCn, "D1, class by inference").unwrap(), "抖店消息文档 200（见公开 SDK）");
        for none in ["own wording", "inference", "law: 广告法", "18", "FBA", ""] {
            assert_eq!(described(Locale::En, none), None, "{none}");
        }
    }

    #[test]
    fn every_mark_in_the_packs_has_a_meaning() {
        for folder in ["platforms", "scores", "reviews"] {
            for entry in std::fs::read_dir(format!("packs/{folder}")).unwrap() {
                let path = entry.unwrap().path();
                let text = std::fs::read_to_string(&path).unwrap();
                let sources = text.split("source = \"").skip(1).filter_map(|rest| rest.split('"').next());
                let marks = sources.flat_map(|source| source.split(|letter: char| !letter.is_ascii_alphanumeric()));
                for mark in marks.filter(|word| is_mark(word)) {
                    assert!(meaning(Locale::ZhCn, mark).is_some(), "{}: {mark}", path.display());
                }
            }
        }
    }
}
