//! What stands in a cell: services, placeholders, things to press.

use super::label::normal;
use super::pack::packs;
use crate::text::number::half_width;

/// What the buyer asks for, by its id in the contract; `None` where the text names none.
#[must_use]
pub fn service(text: &str) -> Option<&'static str> {
    let plain = plain(text);
    let kinds = &packs().values.service;
    let found = kinds.iter().find(|kind| kind.words.iter().any(|word| plain.contains(word.as_str())));
    // 退款 alone names a service, as a part of another text it does not.
    let whole = || kinds.iter().find(|kind| kind.whole.contains(&plain));
    found.or_else(whole).map(|kind| kind.id.as_str())
}

/// Whether the whole text is the name of a service, so that it says so without a label.
#[must_use]
pub fn is_service(text: &str) -> bool {
    text.len() <= 40 && ends_like_a_service(text) && {
        let plain = plain(text);
        let own = |word: &String| *word == plain && !matches!(word.as_str(), "return" | "更换" | "退货");
        packs().values.service.iter().any(|kind| kind.words.iter().any(own))
    }
}

/// Most texts end in no service's last character, and are asked no further.
fn ends_like_a_service(text: &str) -> bool {
    let last = text.chars().rev().find(|letter| letter.is_alphanumeric());
    last.is_some_and(|letter| {
        let packs = packs();
        let letter = half_width(letter).to_ascii_lowercase();
        let letter = packs.fold.get(&letter).copied().unwrap_or(letter);
        packs.service_ends.contains(&letter)
    })
}

/// Whether a text sounds like a reason from a platform's list. Only asked where no header says what the cells are.
#[must_use]
pub fn sounds_like_a_reason(text: &str) -> bool {
    text.chars().count() <= 40 && packs().values.reasons.parts.iter().any(|part| text.contains(part.as_str()))
}

/// Whether the text is the state of an after-sales record.
#[must_use]
pub fn is_status(text: &str) -> bool {
    text.chars().count() <= 24 && !is_service(text) && {
        let states = &packs().values.states;
        let text = text.trim();
        states.closed.iter().chain(&states.open).any(|word| text.starts_with(word.as_str()))
    }
}

/// Whether the text is the state of a parcel.
#[must_use]
pub fn is_shipping(text: &str) -> bool {
    text.chars().count() <= 12 && packs().values.states.parcel.iter().any(|word| text.trim().starts_with(word.as_str()))
}

/// Whether the text stands for nothing.
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    text.chars().all(|letter| matches!(letter, '-' | '—' | '–' | '－' | '/' | ' '))
        || matches!(
            text,
            "无" | "無" | "暂无" | "暫無" | "未填写" | "未填寫" | "空" | "N/A" | "n/a" | "null" | "undefined" | "None"
        )
}

/// Whether the text is something to press, not something said.
#[must_use]
pub fn is_action(text: &str) -> bool {
    matches!(
        text.trim(),
        "查看详情"
            | "查看"
            | "详情"
            | "复制"
            | "修改"
            | "修改备注"
            | "添加备注"
            | "查看备注"
            | "展开"
            | "收起"
            | "更多"
            | "查看详情>"
            | "查看凭证"
            | "查看图片"
            | "复制单号"
            | "查看物流"
            | "退货物流"
            | "查看全部"
            | "展开全部"
            | "編輯"
            | "编辑"
            | "複製"
            | "查看詳情"
            | "Copy"
            | "View"
            | "Details"
            | "View details"
            | "More"
            | "Edit"
    )
}

/// Folded like a label, but with its brackets.
fn plain(text: &str) -> String {
    let opened: String = text
        .chars()
        .take(60)
        .map(|letter| if matches!(letter, '(' | ')' | '（' | '）' | '[' | ']') { ' ' } else { letter })
        .collect();
    normal(&opened)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services() {
        for (text, id) in [
            ("仅退款", Some("refund_only")),
            ("僅退款", Some("refund_only")),
            ("退货退款", Some("return_refund")),
            ("退貨退款", Some("return_refund")),
            ("换货", Some("exchange")),
            ("補寄", Some("resend")),
            ("维修", Some("repair")),
            ("未发货仅退款", Some("refund_only")),
            ("退款（无需退货）", Some("refund_only")),
            ("Refund only", Some("refund_only")),
            ("Return & refund", Some("return_refund")),
            ("保价", None),
            ("", None),
        ] {
            assert_eq!(service(text), id, "{text}");
        }
        assert!(is_service("仅退款") && !is_service("仅退款流程说明") && !is_service("质量问题"));
    }

    #[test]
    fn placeholders_and_actions() {
        assert!(["", "-", "--", "—", "无"].iter().all(|text| is_placeholder(text)) && !is_placeholder("无理由"));
        assert!(is_action(" 查看详情 ") && !is_action("质量问题"));
    }
}
