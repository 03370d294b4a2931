//! The packs as shipped: all there, without faults, sorted, the same after a round trip.

use std::collections::BTreeSet;

use serde_json::Value;

use super::*;

#[path = "../../build/lines.rs"]
mod lines;

/// A problem with the line it stands in.
fn told(problem: &PackProblem) -> String {
    let text = std::fs::read_to_string(&problem.file).unwrap_or_default();
    let line = lines::line_of(&text, &problem.key).map_or_else(String::new, |line| format!(":{line}"));
    format!("{}{line}: {}: {}", problem.file, problem.key, problem.what)
}

fn shipped() -> Vec<(Platform, Pack)> {
    let mut problems = Vec::new();
    let packs = load::folder(PLATFORMS_JSON, &mut problems);
    let told: Vec<String> = problems.iter().map(told).collect();
    assert!(problems.is_empty(), "{}", told.join("\n"));
    packs
}

#[test]
fn every_platform_has_a_pack_without_faults() {
    let platforms: BTreeSet<Platform> = shipped().into_iter().map(|(platform, _)| platform).collect();
    assert_eq!(platforms, Platform::ALL.into_iter().collect());
    assert!(Packs::embedded().problems().is_empty());
}

#[test]
fn what_ships_is_what_the_packs_say() {
    for (platform, pack) in shipped() {
        assert_eq!(Packs::embedded().book(platform).unwrap().pack, pack, "{platform:?}");
    }
    let files: serde_json::Map<String, Value> = serde_json::from_str(REASONS_JSON).unwrap();
    let mut packed = crate::text::packed::files(REASONS);
    for (stem, value) in &files {
        let (name, mut fields) = packed.next().unwrap();
        assert_eq!(name, stem);
        assert_eq!(packed::common(&mut fields), load::common(stem, value, &mut Vec::new()));
    }
    assert!(packed.next().is_none());
}

#[test]
fn a_pack_is_the_same_after_a_round_trip() {
    let files: Value = serde_json::from_str(PLATFORMS_JSON).unwrap();
    for (platform, pack) in shipped() {
        let written = serde_json::to_value(&pack).unwrap();
        let again = load::platform("again", &written, &mut Vec::new()).unwrap();
        assert_eq!(again, pack, "{platform:?}");
        // Nothing in the file is lost on the way: every entry of its lists has been read.
        let file = &files[platform.id()];
        for key in ["reasons", "suffixes", "exemptions", "deadlines"] {
            let entries = file.get(key).cloned().unwrap_or(Value::Array(Vec::new()));
            assert_eq!(written[key], entries, "{platform:?} {key}");
        }
    }
}

#[test]
fn common_reasons_are_sorted_and_claim_each_label_once() {
    let files: serde_json::Map<String, Value> = serde_json::from_str(REASONS_JSON).unwrap();
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    for (stem, value) in &files {
        let list = load::common(stem, value, &mut problems);
        assert!(list.reasons.is_sorted_by(|one, other| one.id < other.id), "{stem}: reasons are sorted by id");
        for reason in &list.reasons {
            assert!(reason.spellings.is_sorted(), "{stem} {}", reason.id);
            for label in &reason.spellings {
                assert!(seen.insert(spelling::key(label)), "{stem} {}: {label} stands twice", reason.id);
            }
        }
    }
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn every_listed_label_leads_to_its_reason_on_its_platform() {
    for (platform, pack) in shipped() {
        let book = Packs::embedded().book(platform).unwrap();
        for reason in &pack.reasons {
            for label in &reason.spellings {
                assert_eq!(book.find(label, None).id, Some(reason.id.as_str()), "{platform:?} {label}");
                let spaced = label.replace('/', " ／ ");
                assert_eq!(book.find(&spaced, None).id, Some(reason.id.as_str()), "{platform:?} {spaced}");
            }
        }
        for label in pack.fits.values() {
            assert!(book.find(label, None).id.is_some(), "{platform:?}: the fitting reason {label} is on no list");
        }
    }
}

#[test]
fn the_platforms_mark_decides_whatever_the_reason() {
    let book = Packs::embedded().book(Platform::Douyin).unwrap();
    for label in ["质量不好（商品品质原因）", "没见过的说法（商品品质原因）", "多拍/错拍/不想要(商品品质原因)"]
    {
        let found = book.find(label, None);
        assert!(found.marked && found.counts == Answer::Yes, "{label}");
        assert!(found.class.is_some_and(Class::blames_goods), "{label}");
    }
    assert!(!book.find("多拍/错拍/不想要", None).marked);
}

#[test]
fn lists_that_differ_by_category() {
    let book = Packs::embedded().book(Platform::Taobao).unwrap();
    let counts = |label, category| book.find(label, category).counts;
    assert_eq!(counts("大小/尺寸与商品描述不符", Some("女装/女士精品")), Answer::No);
    assert_eq!(counts("功能/效果与商品描述不符", Some("传统滋补营养品")), Answer::Yes);
    assert_eq!(counts("功能/效果与商品描述不符", Some("女装")), Answer::No);
    assert_eq!(counts("功能/效果与商品描述不符", None), Answer::Unknown);
    assert_eq!(counts("材质面料不符", Some("零食/坚果/特产")), Answer::No);
    assert_eq!(book.category("手机壳/保护套"), Some("digital_accessories"));
    assert_eq!(book.category("手机"), Some("phone"));
}

#[test]
fn labels_nobody_listed_are_read_with_care() {
    let jd = Packs::embedded().book(Platform::Jd).unwrap();
    assert_eq!(jd.find("商品质量问题（屏幕）", None).id, Some("quality_issue"));
    assert_eq!(jd.find("非质量问题退货", None).class, Some(Class::ChangedMind));
    assert_eq!(jd.find("改变主意/重复购买", None).class, Some(Class::ChangedMind));
    assert_eq!(jd.find("質量問題", None).id, Some("quality_issue"));
    let unknown = jd.find("星期三", None);
    assert_eq!((unknown.id, unknown.counts), (None, Answer::Unknown));
    let lazada = Packs::embedded().book(Platform::Lazada).unwrap();
    assert_eq!(lazada.find("Change of mind", None).class, Some(Class::ChangedMind));
    assert_eq!(lazada.find("Item is defective or faulty", None).class, Some(Class::Quality));
}

#[test]
fn every_source_mark_is_explained() {
    let sources = include_str!("../../docs/sources.md");
    let known: BTreeSet<&str> = sources
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(" |").next())
        .flat_map(|marks| marks.split(", "))
        .collect();
    let is_mark = |word: &str| {
        let mut letters = word.chars();
        let upper = letters.by_ref().take_while(char::is_ascii_uppercase).count();
        (1..=2).contains(&upper) && word.len() > upper && word.chars().skip(upper).all(|letter| letter.is_ascii_digit())
    };
    for (platform, pack) in shipped() {
        let text = serde_json::to_string(&pack).unwrap();
        for source in text.split("\"source\":\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            for word in source.split([' ', ',', '(']).filter(|word| is_mark(word)) {
                assert!(known.contains(word), "{platform:?}: {word} of {source:?} is not in docs/sources.md");
            }
        }
    }
}
