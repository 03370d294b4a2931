//! Numbers of orders and after-sales: found by their shape, told apart by the words before them.

use super::label::{Labels, Meaning};
use super::node::Tree;
use super::pack::PlatformPage;

/// What a number numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IdKind {
    /// An after-sales record.
    Refund,
    /// An order.
    Order,
    /// Nothing before it says so.
    Unknown,
}

/// A number found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdToken {
    /// Index of the text.
    pub text: usize,
    /// The number.
    pub value: String,
    /// What it numbers.
    pub kind: IdKind,
}

/// An element with so many children is a list or a grid, not a label with its value.
const GRID: usize = 12;

/// Longest text in which numbers are looked for: a record's header bar is shorter, a buyer's novel is not asked.
const LONGEST_TEXT: usize = 600;

/// Whether `value` has the shape: literals, `d` for a digit, `d{n}` and `d{from,to}` for runs.
#[must_use]
pub fn has_shape(shape: &str, value: &str) -> bool {
    fn fits(shape: &str, value: &str) -> bool {
        let Some(first) = shape.chars().next() else {
            return value.is_empty();
        };
        if first != 'd' {
            return value
                .strip_prefix(first)
                .is_some_and(|rest| fits(shape.get(first.len_utf8()..).unwrap_or_default(), rest));
        }
        let after = shape.get(1..).unwrap_or_default();
        let (from, to, after) = match after.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
            Some((range, after)) => {
                let (from, to) = range.split_once(',').unwrap_or((range, range));
                (from.parse().unwrap_or(1), to.parse().unwrap_or(1), after)
            }
            None => (1, 1, after),
        };
        let run = value.bytes().take_while(u8::is_ascii_digit).count();
        (from..=run.min(to)).rev().any(|length| value.get(length..).is_some_and(|rest| fits(after, rest)))
    }
    fits(shape, value)
}

/// All numbers of the page that may number a record, in document order.
pub fn tokens(tree: &Tree<'_>, page: &PlatformPage, labels: &mut Labels) -> Vec<IdToken> {
    let mut found = Vec::new();
    for (index, text) in tree.all_texts().iter().enumerate() {
        let value = text.value.as_ref();
        if value.len() <= LONGEST_TEXT && value.bytes().filter(u8::is_ascii_digit).count() >= 6 {
            in_text(tree, page, labels, index, value, &mut found);
        }
    }
    found
}

fn in_text(
    tree: &Tree<'_>,
    page: &PlatformPage,
    labels: &mut Labels,
    index: usize,
    text: &str,
    found: &mut Vec<IdToken>,
) {
    let mut rest_from = 0;
    for (start, run) in runs(text) {
        let before = text.get(rest_from..start).unwrap_or_default();
        rest_from = start.saturating_add(run.len());
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        if digits < 6 || run.len() > 40 {
            continue;
        }
        let shaped = |shapes: &[String]| shapes.iter().any(|shape| has_shape(shape, run));
        let known = shaped(&page.order_ids) || shaped(&page.refund_ids);
        let kind = match label_before(tree, labels, index, before) {
            Said::Is(kind) if digits >= 6 && !looks_like_a_date(run) => kind,
            Said::Nothing if known && run.len().saturating_mul(2) >= text.trim().len() => IdKind::Unknown,
            _ => continue,
        };
        found.push(IdToken { text: index, value: run.to_owned(), kind });
    }
}

fn looks_like_a_date(run: &str) -> bool {
    has_shape("d{4}-d{1,2}-d{1,2}", run)
}

/// Runs of letters, digits and inner hyphens that hold a digit.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(from..)?;
            let start = rest.find(|letter: char| letter.is_ascii_alphanumeric())?;
            let tail = rest.get(start..)?;
            let length =
                tail.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').unwrap_or(tail.len());
            let run = tail.get(..length)?.trim_end_matches('-');
            let at = from.saturating_add(start);
            from = at.saturating_add(length.max(1));
            if run.bytes().any(|byte| byte.is_ascii_digit()) {
                return Some((at, run));
            }
        }
    })
}

enum Said {
    Is(IdKind),
    Else,
    Nothing,
}

/// What the words just before a number say it is; where there are none, what the text before says.
fn label_before(tree: &Tree<'_>, labels: &mut Labels, index: usize, before: &str) -> Said {
    let own = before.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, ':' | '：' | '#' | '|'));
    let label = if own.is_empty() {
        let Some(previous) = index.checked_sub(1).and_then(|at| tree.all_texts().get(at)) else {
            return Said::Nothing;
        };
        let near = tree.all_texts().get(index).is_some_and(|text| {
            let up: Vec<_> = std::iter::once(text.node).chain(tree.ancestors(text.node)).take(4).collect();
            let both = up.iter().find(|at| tree.contains(**at, previous.node));
            // In a row, or in a grid of cells, a neighbour is another column, except in rows of labels and values.
            both.is_some_and(|both| {
                if super::header::is_row(tree, *both) {
                    let label = labels.meaning(&previous.value);
                    return matches!(label, Some(Meaning::RefundId | Meaning::OrderId));
                }
                tree.children(*both).take(GRID).count() < GRID
            })
        });
        if !near {
            return Said::Nothing;
        }
        previous.value.trim()
    } else {
        own
    };
    let word = label.rsplit([' ', ',', '，', ';', '；', '|', '(', '（', '、', '/']).next().unwrap_or_default();
    for candidate in [label, word] {
        match labels.meaning(candidate) {
            Some(Meaning::RefundId) => return Said::Is(IdKind::Refund),
            Some(Meaning::OrderId) => return Said::Is(IdKind::Order),
            Some(_) => return Said::Else,
            None => {}
        }
    }
    Said::Nothing
}

/// A short number that stands alone, as a shop gives its own: `R1001`.
pub(crate) fn short_id(text: &str) -> Option<String> {
    let text = super::record::clean(text);
    let sound = (3..41).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'/' | b'#'))
        && text.bytes().filter(u8::is_ascii_digit).count() >= 2;
    sound.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::pack::of_host;
    use crate::page::parse::parse_into;

    fn found(host: &str, json: &str) -> Vec<(String, IdKind)> {
        let mut tree = Tree::default();
        parse_into(&mut tree, json).unwrap();
        let tokens = tokens(&tree, of_host(host).unwrap(), &mut Labels::default());
        tokens.into_iter().map(|token| (token.value, token.kind)).collect()
    }

    #[test]
    fn shapes() {
        assert!(has_shape("d{6}-d{12,20}", "260929-123456789012345"));
        assert!(
            !has_shape("d{6}-d{12,20}", "260929-12345678901") && !has_shape("d{6}-d{12,20}", "2609290-123456789012345")
        );
        assert!(has_shape("Pd{3}", "P123") && !has_shape("Pd{3}", "R123") && !has_shape("d", ""));
    }

    #[test]
    fn labels_tell_the_kind() {
        let json = r#"["div","",0,["p","",0,"订单号 260929-123456789012345 待处理 申请时间: 2026-09-29 07:00:00"],
            ["p","",0,["span","",0,"售后编号："],["b","",0,"1122334455"]],["p","",0,"运单号：7788990011223"],["p","",0,"260930-123456789012345"]]"#;
        assert_eq!(
            found("mms.pinduoduo.com", json),
            [
                ("260929-123456789012345".to_owned(), IdKind::Order),
                ("1122334455".to_owned(), IdKind::Refund),
                ("260930-123456789012345".to_owned(), IdKind::Unknown)
            ]
        );
    }

    #[test]
    fn numbers_in_a_buyers_words_are_none() {
        let json = r#"["p","",0,"我之前的那单二九三八四七也是一样坏的，你们客服说 1234567890123456789 这个号可以直接退，结果到现在也没有退给我"]"#;
        assert_eq!(found("myseller.taobao.com", json), []);
    }
}
