//! The 42 sentences that set traps for anyone who reads buyers' notes: what each must be, and must not be, taken for.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs,
    reason = "a tool or test outside the product may stop and print"
)]

use aftersales_radar::issue::{Issue, Signal, classify};

/// Number, sentence, primary issues that are right (empty: any without a fault), quality cause (outer `None`: open).
type Trap = (u8, &'static str, &'static [Issue], Option<Option<bool>>);

use Issue::{
    AdverseReaction, ChangedMind, ColourDifference, Counterfeit, FunctionFailure, Material, MissingItem,
    NotAsDescribed, Other, Packaging, Praise, PriceDrop, SizeFit, SlowLogistics, WorkmanshipDefect, WrongItem,
};

const FALSE: Option<Option<bool>> = Some(Some(false));
const TRUE: Option<Option<bool>> = Some(Some(true));
const SILENT: Option<Option<bool>> = Some(None);

const TRAPS: &[Trap] = &[
    (1, "质量不错但是尺码小了", &[SizeFit], FALSE),
    (2, "手机壳质量不错但是型号发错了", &[WrongItem], FALSE),
    (3, "没有质量问题，就是不想要了", &[ChangedMind], FALSE),
    (4, "不是质量问题，买错颜色", &[ChangedMind], FALSE),
    (5, "质量没得说，就是快递太慢", &[SlowLogistics], FALSE),
    (6, "没色差，做工也好，就是我穿显胖", &[SizeFit], FALSE),
    (7, "本来以为会有色差，结果没有，但是有线头", &[WorkmanshipDefect], TRUE),
    (8, "有点色差可以接受，主要是开线了", &[WorkmanshipDefect], TRUE),
    (9, "除了线头多点其他都好", &[WorkmanshipDefect], TRUE),
    (10, "不能说质量差，只能说对不起这个价", &[Other, PriceDrop, Praise], None),
    (11, "也不是假货，就是不喜欢", &[ChangedMind], FALSE),
    (12, "怀疑是假的", &[Counterfeit], TRUE),
    (13, "希望不要起球", &[Other, Praise], None),
    (14, "客服说不会掉色，一洗全掉", &[Material], TRUE),
    (15, "没坏，就是用不上", &[ChangedMind], FALSE),
    (16, "坏果包赔吗？我这箱没坏果", &[Other, Praise], None),
    (17, "一点味道都没有", &[Other, Praise], None),
    (18, "味道不错", &[Praise], None),
    (19, "薄款夏天穿刚好", &[Praise, Other], None),
    (20, "不薄不透", &[Praise, Other], None),
    (21, "7天无理由退，吊牌都在", &[ChangedMind], FALSE),
    (22, "退运费", &[Other, Issue::SellerService], None),
    (23, "商家让我选质量问题退，说快一点", &[Other, ChangedMind, Issue::SellerService, SlowLogistics], None),
    (24, "客服让改成不想要了，我不改，就是质量差", &[WorkmanshipDefect], TRUE),
    (25, "老公说像假的，我觉得还行", &[], None),
    (26, "充电宝充一晚上没充进去", &[FunctionFailure], TRUE),
    (27, "同款隔壁便宜30，退了", &[PriceDrop], FALSE),
    (28, "宝宝穿了起红疹", &[AdverseReaction], TRUE),
    (29, "优惠券过期了", &[], None),
    (30, "盒子压扁了，东西没事", &[Packaging], FALSE),
    (31, "少了一只袜子", &[MissingItem], FALSE),
    (32, "颜色发错了，我要的黑色", &[WrongItem], FALSE),
    (33, "拍大了一码，能换小的吗", &[SizeFit, ChangedMind], FALSE),
    (34, "标签写L，量出来和M一样", &[SizeFit, NotAsDescribed], None),
    (35, "退货理由随便选的", &[Other, ChangedMind], None),
    (38, "垃圾，差评，别买", &[Other], SILENT),
    (39, "顏色跟圖片差很多，布料也粗", &[ColourDifference, Material], TRUE),
    (40, "质 量 差", &[WorkmanshipDefect], TRUE),
    (40, "zhiliang差", &[WorkmanshipDefect], TRUE),
    (40, "质量c", &[WorkmanshipDefect], TRUE),
    (41, "我没说质量不好", &[Other, Praise], None),
    (42, "不太满意，不是特别透，不过也还行", &[], None),
];

const FAULTS: [Issue; 7] =
    [WorkmanshipDefect, Material, FunctionFailure, Counterfeit, AdverseReaction, Issue::ExpiredSpoiled, Issue::Smell];

#[test]
fn traps_are_seen() {
    let mut wrong = Vec::new();
    for (number, text, right, quality) in TRAPS {
        let found = classify(text);
        let primary = if right.is_empty() { true } else { right.contains(&found.primary) };
        let harmless = quality.is_some() || found.quality_cause != Some(true) || !FAULTS.contains(&found.primary);
        if !primary || !harmless && !right.is_empty() || quality.is_some_and(|quality| quality != found.quality_cause) {
            wrong.push(format!("{number} {text}: {:?} {:?} {:?}", found.primary, found.quality_cause, found.issues));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn texts_without_words_say_nothing() {
    for text in [
        "",
        " ",
        "。",
        "无",
        "111",
        "退",
        "🙃",
        "0",
        "...",
        "\u{200B}",
        "\u{202E}",
        "\0",
        "👎",
        "见附图",
        "看图",
        "看圖",
        "麻烦尽快处理",
    ] {
        let found = classify(text);
        assert_eq!(found.quality_cause, None, "{text:?}: {found:?}");
        assert_eq!(found.primary, Other, "{text:?}: {found:?}");
    }
}

#[test]
fn signals_reach_the_advice() {
    for (text, signal) in [
        ("外壳一摸麻一下，漏电", Signal::Safety),
        ("饼干里吃出玻璃渣", Signal::Safety),
        ("充电宝半夜鼓包冒烟", Signal::Safety),
        ("用了过敏", Signal::Safety),
        ("怪我没看清拍错了", Signal::OwnMistake),
        ("东西没毛病，不是质量问题", Signal::GoodsAreFine),
        ("让改成不想要了，我不改", Signal::RefusesChange),
        ("商家让我选质量问题退", Signal::SellerInduced),
        ("想换小一码", Signal::WantsExchange),
        ("寄回去修一下", Signal::WantsRepair),
        ("少了螺丝，请补发", Signal::WantsResend),
        ("看图", Signal::PointsAtPicture),
        ("不想要了，而且手柄摸着黏糊糊的", Signal::FaultSuspected),
    ] {
        assert!(classify(text).signals.contains(&signal), "{text}: {:?}", classify(text));
    }
    for (text, signal) in [
        ("不漏电，很安全", Signal::Safety),
        ("没有过敏", Signal::Safety),
        ("商家发错了", Signal::OwnMistake),
        ("客服说不是质量问题，明明坏了", Signal::GoodsAreFine),
        ("跟图片一样", Signal::PointsAtPicture),
        ("不喜欢，而且家里已经有了", Signal::FaultSuspected),
        ("而且买贵了", Signal::FaultSuspected),
    ] {
        assert!(!classify(text).signals.contains(&signal), "{text}: {:?}", classify(text));
    }
}

#[test]
fn whatever_the_text_offsets_index_it() {
    let long = "质量差，屏\u{200B}幕碎了 👍 too small。".repeat(40_000);
    let odd = [
        "质\u{202E} 量\u{200D}差！",
        "<script>alert('质量差')</script>",
        "顏 色 跟 圖 片 差 很 多",
        "ＴＯＯ　ＳＭＡＬＬ！！",
        "\u{1}\u{2}坏\u{7}了",
        "🙃🙃🙃太🙃小🙃了",
        "a",
        "坏",
        "לא עובד 不能用 не работает",
        long.as_str(),
    ];
    for text in odd {
        let letters: Vec<char> = text.chars().collect();
        for found in classify(text).issues {
            assert!((0.0..=1.0).contains(&found.weight));
            for cue in &found.cues {
                assert_eq!(letters[cue.start..cue.end].iter().collect::<String>(), cue.text);
            }
            assert!(!found.cues.is_empty() || matches!(found.issue, Other | Praise), "{:?} has no cue", found.issue);
        }
    }
}

#[test]
fn a_reason_by_its_name_and_a_bare_complaint_assert_no_fault() {
    for text in ["手误点了质量问题", "系统默认选的质量问题，其实不想要", "感觉一般般"] {
        assert_ne!(classify(text).quality_cause, Some(true), "{text}: {:?}", classify(text));
    }
    for text in ["点了质量问题，因为拉链第一天就坏了", "就是质量问题，一洗就破"] {
        assert_eq!(classify(text).quality_cause, Some(true), "{text}: {:?}", classify(text));
    }
}
