use super::*;
use crate::score::shown::Rounding;
#[test]
fn counts() {
    let exact = |number| (number, Some(number), Some(number));
    for (text, wanted) in [
        ("1234", exact(1234)),
        ("1,234", exact(1234)),
        ("１，２３４条", exact(1234)),
        ("(1,234)", exact(1234)),
        ("共 86 条评价", exact(86)),
        ("12,345 global ratings", exact(12_345)),
        ("0", exact(0)),
        ("1.2万", (11_500, Some(12_499), Some(12_000))),
        ("1.20万", (11_950, Some(12_049), Some(12_000))),
        ("1萬", (5_000, Some(14_999), Some(10_000))),
        ("1.2w", (11_500, Some(12_499), Some(12_000))),
        ("3.4k", (3_350, Some(3_449), Some(3_400))),
        ("1.5亿", (145_000_000, Some(154_999_999), Some(150_000_000))),
        ("1.2万+", (12_000, Some(12_999), Some(12_000))),
        ("1.2万+条评价", (12_000, Some(12_999), Some(12_000))),
        ("10万+", (100_000, Some(109_999), Some(100_000))),
        ("999+", (999, None, Some(999))),
        ("100-200", (100, Some(200), None)),
        ("1.2345万", (12_345, Some(12_345), Some(12_345))),
    ] {
        let found = count(text, Rounding::HalfUp).unwrap().unwrap();
        assert_eq!((found.min, found.max, found.point), wanted, "{text}");
    }
    let cut = count("1.2万", Rounding::Unknown).unwrap().unwrap();
    assert_eq!((cut.min, cut.max), (11_500, Some(12_999)));
    for text in ["--", "-", "—", "", " ", "暂无", "N/A"] {
        assert_eq!(count(text, Rounding::HalfUp), Ok(None), "{text}");
    }
}

#[test]
fn no_counts() {
    for text in [
        "-5",
        "1.5",
        "1,23",
        "12:30",
        "2026-11-20 10:00",
        "¥12",
        "12%",
        "1.2.3",
        "1\u{E601}",
        "约1200",
        "200-100",
        "5 GHz",
        "3 km",
        "1.23456万",
        "4.8分",
        "12 元",
        "1万5",
        "--5",
    ] {
        assert!(count(text, Rounding::HalfUp).is_err(), "{text}");
    }
}

#[test]
fn scores() {
    for (text, wanted) in [
        ("4.8", "4.8"),
        ("４．８分", "4.8"),
        ("4.80", "4.80"),
        ("5", "5"),
        ("4.8/5", "4.8"),
        ("4.8分/5分", "4.8"),
        ("1.8/5.0", "1.8"),
        ("4.8 out of 5 stars", "4.8"),
        ("4,8 von 5", "4.8"),
        ("4.8 高于同行 12.3%", "4.8"),
        ("4.8↑0.02", "4.8"),
        ("4.66高", "4.66"),
        ("4.8(满分5分)", "4.8"),
        ("4.7 (1,234)", "4.7"),
        ("★4.9", "4.9"),
        ("评分：4.9", "4.9"),
    ] {
        assert_eq!(score(text).unwrap().unwrap().to_string(), wanted, "{text}");
    }
    assert_eq!(score("--"), Ok(None));
    for text in [
        "5.1",
        "0.9",
        "98.6分",
        "4.8/10",
        "12.3%",
        "高于同行 12.3%",
        "4.8%",
        "5.0 GHz",
        "v4.8",
        "4.8.1",
        "¥4.8",
        "4.8元",
        "4.8小时",
        "\u{E601}.\u{E602}",
        "-4.8",
        "4.8-4.9",
        "4.8折",
        "4.8kg",
        "+0.02",
        "↑0.02",
    ] {
        assert!(score(text).is_err(), "{text}");
    }
}

#[test]
fn rates() {
    for (text, wanted) in [
        ("2.19%", "2.19"),
        ("2.19 ％", "2.19"),
        ("0.5‰", "0.05"),
        ("0%", "0"),
        ("0.2105% 低于同行", "0.2105"),
        ("100%", "100"),
    ] {
        assert_eq!(rate(text).unwrap().unwrap().decimal().to_string(), wanted, "{text}");
    }
    assert_eq!(rate("--"), Ok(None));
    for text in ["2.19", "高于同行 12.3%", "-0.2%", "+0.2%", "<0.01%", "101%", "\u{E601}%", "1,2%", "2.1%-3%", "%"]
    {
        assert!(rate(text).is_err(), "{text}");
    }
}
