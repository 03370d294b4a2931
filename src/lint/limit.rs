//! Whether the text is longer than the box takes.
//!
//! Boxes count UTF-16 units (`maxlength`), platforms count characters. A text that is too long by either may be cut off, so the
//! larger count decides, which is that of UTF-16; both are told.

use super::finding::Rule;
use super::spot::Spot;
use super::view::View;
use super::{Kind, LintInput};
use crate::pack::Platform;

/// Replies where nothing on the page says how long they may be: Taobao's interface takes 500 characters (comments of an
/// old public SDK, unverified). No other platform's figure is known.
const fn known(platform: Platform, kind: Kind) -> Option<u32> {
    match (platform, kind) {
        (Platform::Taobao, Kind::Reply) => Some(500),
        _ => None,
    }
}

/// Finds what is beyond the limit.
pub fn find(input: &LintInput<'_>, view: &View, found: &mut Vec<Spot>) {
    let Some(limit) = input.limit.or_else(|| known(input.platform, input.kind)) else {
        return;
    };
    let limit = limit as usize;
    let mut units = 0_usize;
    let mut cut = None;
    for (place, letter) in view.given.iter().enumerate() {
        units = units.saturating_add(letter.len_utf16());
        if units > limit && cut.is_none() {
            cut = Some(place);
        }
    }
    let Some(cut) = cut else { return };
    let points = view.given.len();
    let args = vec![limit.to_string(), points.to_string(), units.to_string()];
    // Whole sentences can go; half a sentence is for the agent to shorten.
    let whole = view.given.get(..cut).unwrap_or_default().iter().rposition(|letter| "。！？!?\n".contains(*letter));
    let spot = match whole {
        Some(end) => Spot::new(Rule::OverLimit, (end.saturating_add(1), points), "lint_over_limit").fixed(""),
        None => Spot::new(Rule::OverLimit, (cut, points), "lint_over_limit"),
    };
    found.push(spot.with(args));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beyond(text: &str, limit: Option<u32>, platform: Platform) -> Option<(usize, usize)> {
        let input = LintInput { limit, ..LintInput::new(platform, Kind::Reply, text) };
        let mut found = Vec::new();
        find(&input, &View::of(text), &mut found);
        found.first().map(|spot| (spot.start, spot.end))
    }

    #[test]
    fn counts_what_the_box_counts() {
        assert_eq!(beyond("一二三", Some(3), Platform::Jd), None);
        assert_eq!(beyond("一二三四", Some(3), Platform::Jd), Some((3, 4)));
        assert_eq!(beyond("😀😀", Some(3), Platform::Jd), Some((1, 2)));
        assert_eq!(beyond("", Some(0), Platform::Jd), None);
        assert_eq!(beyond("换新。退货也行", Some(5), Platform::Jd), Some((3, 7)));
    }

    #[test]
    fn the_platforms_own_limit_where_the_page_is_silent() {
        let long = "好".repeat(501);
        assert_eq!(beyond(&long, None, Platform::Taobao), Some((500, 501)));
        assert_eq!(beyond(&long, Some(600), Platform::Taobao), None);
        assert_eq!(beyond(&long, None, Platform::Jd), None);
    }
}
