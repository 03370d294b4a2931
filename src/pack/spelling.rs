//! The key under which a reason's label is found, however the page writes it.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::text::han::HanTable;

/// Full width, case, Traditional forms, spaces, separators and the order of alternatives do not matter:
/// `多拍 ／ 錯拍`, `错拍/多拍` and `多拍、错拍` share a key.
#[must_use]
pub fn key(label: &str) -> String {
    sorted(&flat(label)).into_owned()
}

/// The key of a label that is flat already.
pub fn sorted(flat: &str) -> Cow<'_, str> {
    if !flat.contains('/') {
        return Cow::Borrowed(flat);
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in flat.split('/').filter(|part| !part.is_empty()) {
        if let Err(place) = parts.binary_search(&part) {
            parts.insert(place, part);
        }
    }
    Cow::Owned(parts.join("/"))
}

/// The label in one width, case and script, without spaces; separators become `/`.
#[must_use]
pub fn flat(label: &str) -> String {
    let mut flat = String::with_capacity(label.len());
    flat.extend(label.chars().filter_map(letter));
    flat
}

/// The label and what stands in the brackets at its end: `质量不好（商品品质原因）` → `质量不好`, `商品品质原因`.
#[must_use]
pub fn split_suffix(label: &str) -> (&str, Option<&str>) {
    let trimmed = label.trim();
    let Some(body) = trimmed.strip_suffix([')', '）', ']', '】', '〕']) else {
        return (trimmed, None);
    };
    match body.rsplit_once(['(', '（', '[', '【', '〔']) {
        Some((head, suffix)) => (head.trim(), Some(suffix.trim())),
        None => (trimmed, None),
    }
}

fn letter(letter: char) -> Option<char> {
    let narrow = match letter {
        '\u{ff01}'..='\u{ff5e}' => u32::from(letter).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(letter),
        '∕' | '⁄' | '╱' | '、' | '・' | '·' => '/',
        other => other,
    };
    match narrow {
        '|' | ',' | ';' | '\\' => Some('/'),
        '_' | '-' | '.' | '。' | ':' | '!' | '?' | '"' | '\'' | '“' | '”' | '‘' | '’' | '《' | '》' | '(' | ')'
        | '[' | ']' | '【' | '】' => None,
        space if space.is_whitespace() || space.is_control() => None,
        // Zero-width, direction marks, soft hyphen, variation selectors, byte order mark.
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => None,
        ascii if ascii.is_ascii() => Some(ascii.to_ascii_lowercase()),
        other => Some(simplified(other)),
    }
}

/// The Traditional letters that occur in reason labels.
fn simplified(letter: char) -> char {
    const TRADITIONAL: &str = "質問題錯買賣與實際圖顏圍貨發運費損壞為無應漏過變異產標籤證規參數壓縮產後敏殘換補寄誤條額價優惠單號話應該還請詢協議達遲遺線斷褪雜氣訂購說樣車國開關閉電層場區養護體輕麵塊顆歲濟電門類樂產現處從來隨機屬個別選項導緻致屜訊務態髒壽隱觸燙傷劃險煙";
    const SIMPLIFIED: &str = "质问题错买卖与实际图颜围货发运费损坏为无应漏过变异产标签证规参数压缩产后敏残换补寄误条额价优惠单号话应该还请询协议达迟遗线断褪杂气订购说样车国开关闭电层场区养护体轻面块颗岁济电门类乐产现处从来随机属个别选项导致致屉讯务态脏寿隐触烫伤划险烟";
    static PAIRS: OnceLock<HanTable> = OnceLock::new();
    let pairs = PAIRS.get_or_init(|| HanTable::new(TRADITIONAL, SIMPLIFIED));
    pairs.get(letter).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_for_all_ways_to_write_a_label() {
        for label in [
            "多拍／错拍／不想要",
            " 多拍 / 错拍 / 不想要 ",
            "多拍、錯拍、不想要",
            "不想要/多拍/错拍",
            "多拍\u{200b}/错拍/不想要",
        ] {
            assert_eq!(key(label), key("多拍/错拍/不想要"), "{label}");
        }
        assert_eq!(key("質量問題"), "质量问题");
        assert_eq!(key("APPAREL_TOO_LARGE"), key("apparel too large"));
        assert_eq!(key("ＤＥＦＥＣＴＩＶＥ"), "defective");
    }

    #[test]
    fn different_labels_keep_different_keys() {
        assert_ne!(key("尺码/尺寸不合适"), key("尺码/尺寸与描述不符"));
        assert_ne!(key("不喜欢/效果不好"), key("效果不好"));
        assert_eq!(key(""), "");
        assert_eq!(key(" / "), "");
    }

    #[test]
    fn the_suffix_is_what_stands_in_the_last_brackets() {
        assert_eq!(split_suffix("质量不好（商品品质原因）"), ("质量不好", Some("商品品质原因")));
        assert_eq!(split_suffix("做工粗糙/有瑕疵 (商品品质原因) "), ("做工粗糙/有瑕疵", Some("商品品质原因")));
        assert_eq!(split_suffix("质量问题"), ("质量问题", None));
        assert_eq!(split_suffix("）"), ("）", None));
        assert_eq!(split_suffix(""), ("", None));
    }

    #[test]
    fn the_two_scripts_are_paired() {
        assert_eq!(key("商品質量問題與描述不符"), "商品质量问题与描述不符");
        assert_eq!(key("發錯貨"), "发错货");
        assert_eq!(key("顏色與圖片不符"), "颜色与图片不符");
    }
}
