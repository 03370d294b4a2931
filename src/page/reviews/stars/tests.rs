use super::*;
use crate::page::parse::parse_into;

fn stars_of(json: &str) -> Vec<Option<u8>> {
    let mut tree = Tree::default();
    parse_into(&mut tree, json).unwrap();
    widgets(&tree, 0).into_iter().map(|widget| widget.stars.map(Stars::tenths)).collect()
}

fn repeated(count: usize, make: impl Fn(usize) -> String) -> String {
    (0..count).map(|at| format!(",{}", make(at))).collect()
}

#[test]
fn attributes() {
    assert_eq!(stars_of(r#"["div","",0,["kat-star-rating","reviewRating",{"value":"2"}]]"#), [Some(20)]);
    assert_eq!(stars_of(r#"["div","",0,["kat-star-rating","",{"value":""}]]"#), [None]);
    let element = r#"["td","",0,["div","el-rate is-disabled",{"role":"slider","aria-label":"rating","aria-valuenow":"1.5"},["span","el-rate__item",0,["i","el-icon el-rate__icon is-active",0]]]]"#;
    assert_eq!(stars_of(element), [Some(15)]);
}

#[test]
fn radios_all_up_to_the_value_or_only_the_one() {
    let antd = |value: usize| {
        let star = |at: usize| {
            format!(
                r#"["li","ant-rate-star ant-rate-star-{}",0,["div","",{{"role":"radio","aria-checked":"{}"}}]]"#,
                if at < value { "full" } else { "zero" },
                at < value
            )
        };
        format!(r#"["td","",0,["ul","kwaishop-x-pc-rate",0{}]]"#, repeated(5, star))
    };
    assert_eq!(stars_of(&antd(2)), [Some(20)]);
    assert_eq!(stars_of(&antd(5)), [Some(50)]);
    assert_eq!(stars_of(&antd(0)), [None], "not rated");
    let one = |value: usize| {
        let star = |at: usize| format!(r#"["div","star",{{"role":"radio","aria-checked":"{}"}}]"#, at + 1 == value);
        format!(r#"["td","",0,["div","rating",{{"role":"radiogroup"}}{}]]"#, repeated(5, star))
    };
    assert_eq!(stars_of(&one(3)), [Some(30)]);
}

#[test]
fn strips() {
    let fusion = |size: &str, width: u32| {
        format!(
            r#"["td","",0,["div","next-rating next-rating-{size} next-rating-grade-low",{{"role":"group","aria-label":"评分选项"}},["div","next-rating-base next-rating-base-disabled",0,["div","next-rating-overlay",{{"w":{width}}},["span","next-rating-icon",0]]]]]"#
        )
    };
    assert_eq!(stars_of(&fusion("medium", 44)), [Some(20)]);
    assert_eq!(stars_of(&fusion("small", 52)), [Some(30)]);
    assert_eq!(stars_of(&fusion("large", 100)), [Some(40)]);
    assert_eq!(stars_of(&fusion("odd", 44)), [None], "a size nobody knows is no number of stars");
    assert_eq!(
        stars_of(r#"["td","",0,["div","star-rate_bg__x1Y2z",{"w":100},["div","star-rate_fill__x1Y2z",{"p":60}]]]"#),
        [Some(30)]
    );
    assert_eq!(
        stars_of(r#"["td","",0,["div","stars",0,["div","stars-back",{"w":80}],["div","stars-front",{"w":16}]]]"#),
        [Some(10)]
    );
}

#[test]
fn icons_by_their_names() {
    let icons = |full: &str, empty: &str, value: usize| {
        let icon = |at: usize| format!(r#"["i","{}",0]"#, if at < value { full } else { empty });
        format!(r#"["td","",0,["span","evaluation_stars__aB3dE",0{}]]"#, repeated(5, icon))
    };
    assert_eq!(stars_of(&icons("star_full__a1B2c", "star_empty__a1B2c", 1)), [Some(10)]);
    assert_eq!(stars_of(&icons("icon-star active", "icon-star", 4)), [Some(40)]);
    assert_eq!(stars_of(&icons("icon-star", "icon-star gray", 3)), [Some(30)]);
    assert_eq!(stars_of(&icons("t-rate__item t-rate__item--full", "t-rate__item", 2)), [Some(20)]);
    assert_eq!(stars_of(&icons("star-a", "star-b", 3)), [None], "which of two kinds is full is a guess");
    let signs = |value: usize| {
        let icon = |at: usize| format!(r#"["i","star-{}",0,"★"]"#, if at < value { "full" } else { "empty" });
        format!(r#"["td","",0,["span","stars",0{}]]"#, repeated(5, icon))
    };
    assert_eq!(stars_of(&signs(2)), [Some(20)], "the same sign in two colours");
}

#[test]
fn words_and_what_is_none() {
    for (text, tenths) in [
        ("★★☆☆☆", 20),
        ("★★", 20),
        ("1星", 10),
        ("三星", 30),
        ("2.0 out of 5 stars", 20),
        ("评分：4", 40),
        ("3/5", 30),
        ("５分", 50),
        ("1 star", 10),
    ] {
        assert_eq!(from_text(text, false).map(Stars::tenths), Some(tenths), "{text}");
    }
    assert_eq!(from_text("2", true).map(Stars::tenths), Some(20));
    for text in ["2", "0星", "6星", "3/10", "12分", "2026", "五星级酒店", "给1星都多", "☆☆☆☆☆", "★★★☆"]
    {
        assert_eq!(from_text(text, false), None, "{text}");
    }
    assert_eq!(stars_of(r#"["div","rate-content",0,["p","",0,"五分好评"]]"#), []);
}
