use super::*;
use crate::lint::view::View;

#[test]
fn one_day_in_many_forms() {
    for text in [
        "11月18日",
        "2026-11-18",
        "2026/11/18",
        "十一月十八号",
        "2026年11月18日",
        "Nov 18",
        "18 November",
        "November 18th",
    ] {
        let days = days(&View::of(text).signs.chars);
        assert_eq!(days.iter().map(|day| day.day).collect::<Vec<_>>(), [(11, 18)], "{text}");
    }
    for text in ["3-5天", "1/2", "第11页", "13月45日", "may 3 times a day's"] {
        assert!(days(&View::of(text).signs.chars).len() <= usize::from(text.starts_with("may")), "{text}");
    }
}
