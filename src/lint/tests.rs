//! The packs are sound; hostile texts do no harm.

use super::lexicon::{Lexicon, packs};
use super::*;

#[test]
fn packs_are_sound() {
    let lexicon = Lexicon::of(packs().into_iter().map(|(_, pack)| pack));
    assert!(lexicon.faults().is_empty(), "{:#?}", lexicon.faults());
    for (name, pack) in packs() {
        assert!(!pack.evidence.since.is_empty() && !pack.evidence.source.is_empty(), "{name}");
    }
}

fn rules(text: &str) -> Vec<Rule> {
    let report = lint(&LintInput::new(Platform::Jd, Kind::Reply, text));
    report.findings.into_iter().map(|finding| finding.rule).collect()
}

#[test]
fn places_are_those_of_the_text_as_given() {
    for text in ["\u{200B}亲👍🏻，请➕薇\u{2060}信详聊", "請加 V 信", "ｗ ｅ ｃ ｈ ａ ｔ 号 123", "返\u{202E}现：改好评"]
    {
        let report = lint(&LintInput::new(Platform::Jd, Kind::Reply, text));
        assert!(report.blocked, "{text}");
        let given: Vec<char> = text.chars().collect();
        for finding in &report.findings {
            assert!(finding.start <= finding.end && finding.end <= given.len(), "{text}: {finding:?}");
            assert_eq!(given[finding.start..finding.end].iter().collect::<String>(), finding.found);
        }
    }
}

#[test]
fn odd_texts_are_no_trouble() {
    let long = "加".repeat(40_000) + &"微信".repeat(20_000);
    for text in [
        "",
        "\0",
        "\u{FFFD}\u{FFFD}",
        "\u{E000}\u{202E}\u{200B}",
        "{{{{{{",
        "%%%%",
        "第第第条",
        "¥",
        "一二三",
        "((((",
        "🇨🇳🇨",
        &long,
    ] {
        let report = lint(&LintInput {
            review: Some(text),
            limit: Some(0),
            ..LintInput::new(Platform::Taobao, Kind::Reply, text)
        });
        for finding in report.findings {
            assert!(!finding.why.is_empty() && !finding.why.starts_with("lint_"), "{finding:?}");
        }
    }
}

#[test]
fn a_rule_tells_no_end_of_places() {
    let text = "退您5元{a}".repeat(3000);
    let report = lint(&LintInput::new(Platform::Jd, Kind::Reply, &text));
    assert!(report.blocked && report.findings.len() < 200, "{}", report.findings.len());
}

#[test]
fn a_place_is_told_once_a_rule() {
    let found = rules("方便的话请改评价");
    assert_eq!(found, [Rule::AsksForStars]);
}

#[test]
fn the_same_words_in_every_disguise() {
    for text in [
        "请加薇信",
        "请加V信",
        "请 加 微 信",
        "請加微信",
        "请加w e c h a t",
        "请加ＶＸ",
        "请加微.信",
        "请加ѵх",
        "请➕v❤",
        "请加微\u{200D}信",
    ] {
        assert!(rules(text).contains(&Rule::OffPlatformContact), "{text}");
    }
    for text in ["改好评返现", "改好评返 现", "改好評返現", "改好坪返*现", "改好评，返-现", "改【好】评返xian"]
    {
        assert!(rules(text).contains(&Rule::BenefitForReview), "{text}");
    }
}
