//! Stars in words and signs.

use super::record::Stars;
use crate::text::number::half_width;

/// Whether the sign is a star, or nothing to read.
#[must_use]
pub fn is_sign(sign: char) -> bool {
    matches!(sign, '★' | '☆' | '⭐' | '✩' | '✮' | '🌟')
        || ('\u{E000}'..='\u{F8FF}').contains(&sign)
        || sign.is_whitespace()
}

const NUMERALS: [(&str, u8); 5] = [("一星", 10), ("二星", 20), ("三星", 30), ("四星", 40), ("五星", 50)];

/// Stars in words: `★★☆☆☆`, `2星`, `2.0分`, `2 out of 5`, `2/5`, `评分：2`. In a column of stars a figure alone is one, too.
#[must_use]
pub fn from_text(text: &str, column: bool) -> Option<Stars> {
    if text.chars().count() > 40 {
        return None;
    }
    let text: String = text.trim().chars().map(half_width).collect::<String>().to_lowercase();
    let count = |signs: &[char]| text.chars().filter(|sign| signs.contains(sign)).count();
    let (full, empty) = (count(&['★', '⭐', '🌟', '✮']), count(&['☆', '✩']));
    if full.saturating_add(empty) > 0 {
        let rest = text.chars().filter(|sign| !is_sign(*sign) && *sign != '\u{FE0F}').count();
        let sound = rest <= 8 && if empty > 0 { full.saturating_add(empty) == 5 } else { full <= 5 };
        let told = u8::try_from(full).ok().filter(|_| sound && full > 0);
        return told.and_then(|full| Stars::of_tenths(full.saturating_mul(10)));
    }
    let compact: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let bare = compact
        .trim_start_matches("评分")
        .trim_start_matches("星级")
        .trim_start_matches("评级")
        .trim_start_matches("商品")
        .trim_start_matches("描述相符")
        .trim_start_matches("rated")
        .trim_start_matches("rating")
        .trim_start_matches([':', '为', '(']);
    let labelled = bare.len() < compact.len();
    let bare = bare.trim_end_matches(')');
    if let Some((_, tenths)) = NUMERALS.iter().find(|(word, _)| bare == *word) {
        return Stars::of_tenths(*tenths);
    }
    let digits: String = bare.chars().take_while(|letter| letter.is_ascii_digit() || *letter == '.').collect();
    let unit = bare.get(digits.len()..).unwrap_or_default();
    let value = digits.parse::<f64>().ok()?;
    let known = matches!(
        unit,
        "星" | "颗星"
            | "顆星"
            | "星级"
            | "分"
            | "/5"
            | "/5分"
            | "/5星"
            | "/5.0"
            | "outof5"
            | "outof5stars"
            | "stars"
            | "star"
            | "of5stars"
            | "stars."
            | "星评价"
            | "分(满分5分)"
    );
    (known || (unit.is_empty() && (column || labelled))).then(|| Stars::of(value)).flatten()
}
