//! What the words over a column or before a value mean.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::naming::named;
use super::pack::packs;
use crate::text::number::half_width;

/// The meaning of a column or of a labelled value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "named after the words of packs/pages/columns.toml")]
pub enum Meaning {
    OrderId,
    RefundId,
    Reason,
    Note,
    Chat,
    Service,
    Status,
    Shipping,
    PaidAmount,
    RefundAmount,
    /// One amount of which the label does not say what it is.
    Amount,
    /// Both amounts in one cell, the paid one first.
    Amounts,
    AppliedAt,
    PaidAt,
    SignedAt,
    ShippedAt,
    Deadline,
    Category,
    Goods,
    Buyer,
    Operation,
    /// Known, and of no use for judging a refund.
    Other,
    /// A figure of statistics, accounts or settings: the list is none of records.
    Statistic,
    /// A word of another list: reviews, appeals, claims.
    NotARefund,
}

impl Meaning {
    /// Whether the word only makes sense for an after-sales record.
    #[must_use]
    pub const fn tells_a_refund(self) -> bool {
        matches!(self, Self::RefundId | Self::Reason | Self::Service | Self::RefundAmount)
    }
}

/// Longest label, in characters.
const LONGEST: usize = 28;

/// A label in the form in which it is looked up: Simplified, half-width, lower case, without colon, brackets, unit and decoration.
#[must_use]
pub fn normal(label: &str) -> String {
    let fold = &packs().fold;
    let mut text = String::with_capacity(label.len());
    let mut depth = 0_u32;
    for letter in label.chars().take(LONGEST.saturating_mul(2)) {
        let letter = half_width(letter);
        match letter {
            '(' | '[' | '【' => depth = depth.saturating_add(1),
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {}
            '*' | '?' | '↑' | '↓' | '▲' | '▼' | '⇅' | '↕' | 'ⓘ' => {}
            '\u{E000}'..='\u{F8FF}' => {}
            _ => text.extend(fold.get(&letter).copied().unwrap_or(letter).to_lowercase()),
        }
    }
    let text = text.trim().trim_end_matches([':', '：']).trim();
    let text = text.replace("'s ", " ").replace("’s ", " ");
    if text.is_ascii() {
        return text.split_ascii_whitespace().collect::<Vec<_>>().join(" ").replace('_', " ");
    }
    text.split_whitespace().collect()
}

/// What `label` means; `None` where it is no label or one nobody has taught us.
#[must_use]
pub fn meaning(label: &str) -> Option<Meaning> {
    if label.len() > LONGEST.saturating_mul(4) {
        return None;
    }
    of_normal(&normal(label))
}

fn of_normal(text: &str) -> Option<Meaning> {
    if text.is_empty() || text.chars().count() > LONGEST {
        return None;
    }
    // Most texts of a page are no labels: numbers, and words that end like none.
    if text.bytes().filter(u8::is_ascii_digit).count() > 2 {
        return None;
    }
    let packs = packs();
    if let Some(found) = packs.exact.get(text) {
        return Some(*found);
    }
    if !text.is_ascii() && !text.chars().next_back().is_some_and(|last| packs.endings.contains(&last)) {
        return None;
    }
    named(&packs.meanings, text).map(|naming| naming.id)
}

/// The meanings of a header over a cell that holds more than one thing (售后类型/原因), in order.
#[must_use]
pub fn meanings(label: &str) -> Vec<Meaning> {
    if label.len() > LONGEST.saturating_mul(6) {
        return Vec::new();
    }
    let whole = normal(label);
    if let Some(several) = packs().compounds.get(&whole) {
        return several.clone();
    }
    let parts: Vec<&str> = whole
        .split(['/', '、', '&', '|', '+', ',', '及', '和', '与'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() < 2 {
        return of_normal(&whole).into_iter().collect();
    }
    let each: Vec<Option<Meaning>> = parts
        .iter()
        .enumerate()
        .map(|(index, part)| {
            // 退款原因/说明 and 订单/退款编号 share the first or the last word.
            let last = parts.last().copied().unwrap_or_default();
            of_normal(part)
                .filter(|found| index > 0 || !matches!(found, Meaning::OrderId | Meaning::RefundId) || part.len() > 6)
                .or_else(|| {
                    let noun = ["编号", "单号", "金额", "时间", "原因", "状态", "类型"]
                        .into_iter()
                        .find(|noun| last.ends_with(noun))?;
                    of_normal(&format!("{part}{noun}"))
                })
                .or_else(|| of_normal(part))
        })
        .collect();
    if each.iter().all(Option::is_some) {
        let mut unique: Vec<Meaning> = Vec::new();
        for found in each.into_iter().flatten() {
            if !unique.contains(&found) {
                unique.push(found);
            }
        }
        return unique;
    }
    of_normal(&whole).into_iter().collect()
}

/// Remembers what labels meant: the same few words stand on every record.
#[derive(Debug, Default)]
pub struct Labels {
    seen: HashMap<String, Option<Meaning>>,
}

impl Labels {
    /// See [`meaning`].
    pub fn meaning(&mut self, label: &str) -> Option<Meaning> {
        if label.len() > LONGEST.saturating_mul(4) || label.bytes().filter(u8::is_ascii_digit).count() > 2 {
            return None;
        }
        if let Some(found) = self.seen.get(label) {
            return *found;
        }
        let found = meaning(label);
        self.seen.insert(label.to_owned(), found);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Meaning::*;

    #[test]
    fn words_of_sellers_pages() {
        for (label, expected) in [
            ("订单编号", OrderId),
            ("订单号：", OrderId),
            ("Order ID", OrderId),
            ("訂單編號", OrderId),
            ("主订单号", OrderId),
            ("退款编号", RefundId),
            ("售后单号", RefundId),
            ("服务单号", RefundId),
            ("退款單號", RefundId),
            ("After-sales No.", RefundId),
            ("售后申请编号", RefundId),
            ("退款原因", Reason),
            ("申请原因", Reason),
            ("买家退款原因", Reason),
            ("退货理由", Reason),
            ("Reason for return", Reason),
            ("Return Reason", Reason),
            ("退款原因 ⓘ", Reason),
            ("买家退款说明", Note),
            ("申请描述", Note),
            ("买家留言", Note),
            ("备注", Note),
            ("Buyer comments", Note),
            ("售后类型", Service),
            ("服务类型", Service),
            ("是否需要退货", Service),
            ("退款类型", Service),
            ("售后方式", Service),
            ("退款金额", RefundAmount),
            ("退商品金额（元）", RefundAmount),
            ("售后退款", RefundAmount),
            ("申请退款金额", RefundAmount),
            ("Refund amount", RefundAmount),
            ("实收", PaidAmount),
            ("应付", PaidAmount),
            ("实付金额(元)", PaidAmount),
            ("订单金额", PaidAmount),
            ("申请时间", AppliedAt),
            ("退款的申请时间", AppliedAt),
            ("售后申请时间", AppliedAt),
            ("Applied at", AppliedAt),
            ("提交时间", AppliedAt),
            ("超时时间", Deadline),
            ("剩余处理时间", Deadline),
            ("处理剩余时间", Deadline),
            ("退款完结时间", Other),
            ("付款时间", PaidAt),
            ("签收时间", SignedAt),
            ("发货时间", ShippedAt),
            ("售后状态", Status),
            ("退款状态", Status),
            ("状态", Status),
            ("处理进度", Status),
            ("发货状态", Shipping),
            ("货物状态", Shipping),
            ("物流状态", Shipping),
            ("商品信息", Goods),
            ("宝贝标题", Goods),
            ("Product name", Goods),
            ("买家昵称", Buyer),
            ("操作", Operation),
            ("类目", Category),
            ("商家备注", Other),
            ("退货物流单号", Other),
            ("支付宝交易号", Other),
            ("介入状态", Other),
            ("订单状态", Other),
            ("拒绝原因", Other),
            ("评价内容", NotARefund),
            ("违规原因", NotARefund),
            ("赔付金额", NotARefund),
        ] {
            let found = meaning(label);
            if label == "拒绝原因" {
                assert_eq!(found, None, "{label}");
            } else {
                assert_eq!(found, Some(expected), "{label}");
            }
        }
    }

    #[test]
    fn what_is_no_label() {
        for label in [
            "",
            "质量问题",
            "待商家处理",
            "同意退款",
            "张**",
            "¥12.00",
            "查看详情",
            "自定义列一",
            "七天无理由退货",
            "¥",
            "123456789012",
        ] {
            assert_eq!(meaning(label), None, "{label}");
        }
    }

    #[test]
    fn two_meanings_in_one_header() {
        assert_eq!(meanings("售后类型/原因"), [Service, Reason]);
        assert_eq!(meanings("退款原因及说明"), [Reason, Note]);
        assert_eq!(meanings("订单/退款编号"), [OrderId, RefundId]);
        assert_eq!(meanings("实收/退款金额"), [PaidAmount, RefundAmount]);
        assert_eq!(meanings("退款原因"), [Reason]);
    }
}
