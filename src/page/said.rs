//! What the texts of a region say: labelled values first; what no label claimed belongs to the column.

use super::absorb::Reader;
use super::header::{is_cell, is_row};
use super::label::{Labels, Meaning};
use super::node::{NodeId, Tree};
use super::pairs::label_pairs;
use super::record::Record;
use super::values::{is_action, is_placeholder, is_service, is_status, sounds_like_a_reason};

impl Reader<'_, '_> {
    pub(super) fn region(&self, record: &mut Record, region: NodeId, meanings: &[Meaning], labels: &mut Labels) {
        self.texts(record, region, meanings, labels, &|_| false);
    }

    /// Walks the texts of a region: labelled values first, what is left belongs to the column.
    pub(super) fn texts(
        &self,
        record: &mut Record,
        region: NodeId,
        meanings: &[Meaning],
        labels: &mut Labels,
        skip: &dyn Fn(NodeId) -> bool,
    ) {
        let texts = self.tree.texts(region);
        let mut rest: Vec<(String, NodeId)> = Vec::new();
        let mut index = 0;
        while let Some(text) = texts.get(index) {
            index = index.saturating_add(1);
            if skip(text.node) || self.pressed(text.node, region) && meanings.is_empty() && !has_digits(&text.value) {
                continue;
            }
            let pairs = label_pairs(&text.value, labels);
            if let Some((front, pairs)) = pairs {
                if !front.is_empty() {
                    rest.push((front, text.node));
                }
                for (meaning, value) in pairs {
                    if is_placeholder(&value) {
                        let (value, node, next) = self.value_after(texts.len(), region, index, labels);
                        if let Some(node) = node {
                            record.take(meaning, &value, node, self.clock);
                            index = next;
                        }
                    } else {
                        record.take(meaning, &value, text.node, self.clock);
                    }
                }
                continue;
            }
            let strict = text.value.chars().count() >= 2 && !is_service(&text.value);
            let bare = labels.meaning(&text.value).filter(|meaning| {
                strict
                    && !matches!(meaning, Meaning::Operation | Meaning::Statistic | Meaning::NotARefund)
                    && !meanings.contains(meaning)
            });
            if let Some(meaning) = bare {
                let (value, node, next) = self.value_after(texts.len(), region, index, labels);
                if let Some(node) = node {
                    record.take(meaning, &value, node, self.clock);
                    index = next;
                    continue;
                }
            }
            rest.push((self.whole(text.node, &text.value, region), text.node));
        }
        self.rest(record, rest, region, meanings);
    }

    /// The value that follows a label: what the element beside it says.
    fn value_after(
        &self,
        _count: usize,
        region: NodeId,
        index: usize,
        labels: &mut Labels,
    ) -> (String, Option<NodeId>, usize) {
        let nothing = (String::new(), None, index);
        let texts = self.tree.texts(region);
        let Some(label) = index.checked_sub(1).and_then(|at| texts.get(at)) else {
            return nothing;
        };
        let Some(next) = texts.get(index) else { return nothing };
        // The nearest element that holds both; the value is its part that holds the next text.
        let Some(both) = self.tree.common(label.node, next.node) else {
            return nothing;
        };
        if is_row(self.tree, both)
            && !matches!(self.tree.node(label.node).tag.as_ref(), "th")
            && is_cell_of(self.tree, both, label.node)
            && self.columns.iter().any(|columns| !columns.is_empty())
        {
            return nothing;
        }
        let alone = self.tree.children(both).filter(|child| !self.tree.is_blank(*child)).count() == 2;
        let value =
            std::iter::once(next.node).chain(self.tree.ancestors(next.node)).take_while(|at| *at != both).last();
        let mut said = String::new();
        let mut at = index;
        while let Some(text) = texts.get(at) {
            let inside = match value {
                Some(value) => self.tree.contains(value, text.node),
                None => at == index,
            };
            let another =
                at > index && (labels.meaning(&text.value).is_some() || label_pairs(&text.value, labels).is_some());
            if !inside || another {
                break;
            }
            if at == index
                && !alone
                && (labels.meaning(&text.value).is_some_and(|_| !is_service(&text.value))
                    || label_pairs(&text.value, labels).is_some())
            {
                return nothing;
            }
            if !is_action(&text.value) {
                if !said.is_empty() && !joins(&said, &text.value) {
                    said.push(' ');
                }
                said.push_str(&self.whole(text.node, &text.value, region));
            }
            at = at.saturating_add(1);
        }
        (said, Some(value.unwrap_or(next.node)), at)
    }

    /// What no label claimed.
    fn rest(&self, record: &mut Record, mut rest: Vec<(String, NodeId)>, region: NodeId, meanings: &[Meaning]) {
        rest.retain(|(text, _)| !is_action(text) && !is_placeholder(text));
        for (text, node) in &rest {
            record.take_deadline(text, false, self.clock);
            if meanings.is_empty() {
                self.dated(record, text, *node);
            }
        }
        if meanings.len() > 1 && !(meanings.iter().all(|meaning| is_amount(*meaning))) {
            let mut open: Vec<Meaning> = meanings.to_vec();
            for (text, node) in &rest {
                let fits = open
                    .iter()
                    .position(|meaning| plausible(*meaning, text) && (open.len() < 3 || telling(*meaning, text)));
                if let Some(meaning) = fits.map(|at| open.remove(at)) {
                    record.take(meaning, text, *node, self.clock);
                }
            }
            return;
        }
        let joined = joined(&rest);
        match meanings {
            [] => {
                if record.service.is_none()
                    && let Some((text, node)) = rest.iter().find(|(text, _)| is_service(text))
                {
                    record.take(Meaning::Service, text, *node, self.clock);
                }
            }
            [Meaning::PaidAmount | Meaning::RefundAmount, ..] if meanings.len() > 1 => {
                // The header says which of the two stands first.
                let refund_first = meanings.first() == Some(&Meaning::RefundAmount);
                record.take_both(&joined, refund_first)
            }
            [meaning @ (Meaning::Reason | Meaning::Status | Meaning::Shipping | Meaning::Category)] => {
                let mut said = String::new();
                let mut node = region;
                for (text, at) in &rest {
                    if said.is_empty() {
                        said.clone_from(text);
                        node = *at;
                    } else if text.starts_with(['（', '(']) {
                        said.push_str(text);
                    } else if *meaning == Meaning::Reason && !self.has_column(Meaning::Note) {
                        // Below the reason pages show what the buyer wrote to it.
                        record.take(Meaning::Note, text, *at, self.clock);
                    }
                }
                record.take(*meaning, &said, node, self.clock);
                if *meaning == Meaning::Status {
                    record.take_deadline(&joined, false, self.clock);
                }
            }
            [meaning] => record.take(*meaning, &joined, rest.first().map_or(region, |(_, node)| *node), self.clock),
            _ => {}
        }
    }

    /// The full text where the page shows a shortened one.
    pub(super) fn whole(&self, node: NodeId, text: &str, region: NodeId) -> String {
        whole(self.tree, node, text, region)
    }

    /// `2026-08-06 01:22:42 下单，2026-08-06 01:23:00 付款`: times that say behind themselves what they are.
    fn dated(&self, record: &mut Record, text: &str, node: NodeId) {
        if !has_digits(text) || text.len() > 300 {
            return;
        }
        for part in text.split(['，', ',', '；', ';', '|']) {
            let word = part.rsplit(|letter: char| letter.is_ascii_digit()).next().unwrap_or_default().trim();
            let meaning = match word {
                "申请" | "申請" | "提交" | "发起" | "發起" | "发起申请" | "提交申请" | "申请售后" | "申请退款" => {
                    Meaning::AppliedAt
                }
                "付款" | "支付" => Meaning::PaidAt,
                "签收" | "簽收" | "收货" => Meaning::SignedAt,
                "发货" | "發貨" => Meaning::ShippedAt,
                _ => continue,
            };
            record.take(meaning, part, node, self.clock);
        }
    }

    /// Whether the text lies in something to press.
    fn pressed(&self, node: NodeId, region: NodeId) -> bool {
        std::iter::once(node)
            .chain(self.tree.ancestors(node))
            .take_while(|at| *at != region)
            .take(4)
            .any(|at| self.tree.node(at).tag == "button" || self.tree.attr(at, "role") == Some("button"))
    }
}

fn is_cell_of(tree: &Tree<'_>, row: NodeId, inner: NodeId) -> bool {
    std::iter::once(inner).chain(tree.ancestors(inner)).take_while(|at| *at != row).any(|at| is_cell(tree, at))
}

fn has_digits(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= 6
}

const fn is_amount(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::PaidAmount | Meaning::RefundAmount | Meaning::Amount)
}

/// Whether a text can be a value of that meaning, for cells that hold several.
fn plausible(meaning: Meaning, text: &str) -> bool {
    let figures = || !crate::text::number::figures(text).is_empty();
    match meaning {
        Meaning::Service => is_service(text),
        Meaning::OrderId | Meaning::RefundId => has_digits(text),
        Meaning::PaidAmount | Meaning::RefundAmount | Meaning::Amount | Meaning::Amounts => {
            figures() && text.bytes().filter(u8::is_ascii_digit).count() <= 10
        }
        Meaning::AppliedAt | Meaning::PaidAt | Meaning::SignedAt | Meaning::ShippedAt => {
            has_digits(text) && text.contains([':', '-', '/', '年'])
        }
        Meaning::Deadline => crate::text::duration::countdown(text, true).is_some(),
        Meaning::Reason | Meaning::Note | Meaning::Status | Meaning::Shipping | Meaning::Goods => !is_service(text),
        _ => true,
    }
}

/// Where many things may stand in a cell, words must sound like what they are taken for.
fn telling(meaning: Meaning, text: &str) -> bool {
    match meaning {
        Meaning::Reason => sounds_like_a_reason(text) && !is_status(text),
        Meaning::Status => is_status(text),
        _ => true,
    }
}

/// Whether two neighbouring texts are one number in pieces (`¥` `12` `.50`).
fn joins(before: &str, after: &str) -> bool {
    let ends = before.trim_end().chars().next_back();
    let starts = after.trim_start().chars().next();
    match (ends, starts) {
        (Some('¥' | '￥' | '$'), Some(first)) => first.is_ascii_digit(),
        (Some(last), Some('.')) => {
            last.is_ascii_digit() && after.trim_start().chars().nth(1).is_some_and(|digit| digit.is_ascii_digit())
        }
        (Some('.'), Some(first)) => first.is_ascii_digit(),
        _ => false,
    }
}

/// Neighbouring texts as one.
pub(crate) fn joined(rest: &[(String, NodeId)]) -> String {
    let mut joined = String::new();
    for (text, _) in rest {
        if !joined.is_empty() && !joins(&joined, text) {
            joined.push(' ');
        }
        joined.push_str(text);
    }
    joined
}

/// The full text where the page shows a shortened one.
pub(crate) fn whole(tree: &Tree<'_>, node: NodeId, text: &str, region: NodeId) -> String {
    let text = text.trim();
    let Some(short) = text.strip_suffix("...").or_else(|| text.strip_suffix('…')) else {
        return text.to_owned();
    };
    let up = std::iter::once(node).chain(tree.ancestors(node)).take(5).take_while(|at| tree.contains(region, *at));
    let full = up
        .filter_map(|at| tree.attr(at, "title").or_else(|| tree.attr(at, "aria-label")))
        .find(|full| full.trim().starts_with(short.trim()));
    full.map_or_else(|| text.to_owned(), |full| full.trim().to_owned())
}
