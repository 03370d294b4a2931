//! What each text near a score is: its value, somebody else's, a change, a remark, or something that has nothing to do with it.

use super::label::{begins_a_value, is_window, plain};
use super::pack::Words;
use crate::page::header::{is_cell, is_row};
use crate::page::node::{NodeId, Tree};
use crate::text::number::half_width;

/// The part a text plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Begins as a value does.
    Value,
    /// Says nothing by itself: a window, an icon, "本店".
    Silent,
    /// A change, or a comparison with its number: passed over.
    Aside,
    /// A word whose value, next to it, is not the shop's own.
    Foreign,
    /// Anything else.
    Other,
}

/// Beginnings of remarks.
const REMARKS: [&str; 18] = [
    "高于",
    "低于",
    "持平",
    "超过",
    "超越",
    "优于",
    "高於",
    "低於",
    "優於",
    "超過",
    "较",
    "比",
    "与同行",
    "与行业",
    "同行",
    "行业",
    "仅次",
    "vs",
];
/// Parts of class names of changes.
const CHANGES: [&str; 20] = [
    "up",
    "down",
    "rise",
    "rising",
    "fall",
    "falling",
    "trend",
    "change",
    "changes",
    "diff",
    "compare",
    "comparison",
    "increase",
    "decrease",
    "growth",
    "fluctuation",
    "rank",
    "percentile",
    "peer",
    "industry",
];
/// Header words of columns that are not the shop's own value.
const FOREIGN_COLUMNS: [&str; 16] = [
    "行业", "同行", "同层", "均值", "标杆", "优秀", "目标", "环比", "同比", "变化", "变动", "较上", "权重", "标准",
    "排名", "趋势",
];

/// What the text is to a score beside it.
#[must_use]
pub fn role(tree: &Tree<'_>, text: usize, words: &Words) -> Role {
    let Some(said) = tree.all_texts().get(text) else {
        return Role::Other;
    };
    let (node, said) = (said.node, said.value.trim());
    let mut letters = said.chars().map(half_width);
    let first = letters.next().unwrap_or(' ');
    let second = letters.find(|letter| *letter != ' ').unwrap_or(' ');
    if said.is_empty() {
        return Role::Silent;
    }
    // Glyphs of icon fonts; a lone character in an <i> is one as well.
    let glyph = tree.node(node).tag == "i" && said.chars().count() == 1 && !first.is_ascii_digit();
    if glyph || (said.chars().count() <= 2 && has_part(tree, node, &["icon", "iconfont", "anticon"])) {
        return Role::Silent;
    }
    if matches!(first, '↑' | '↓' | '▲' | '▼' | '⬆' | '⬇') || matches!(first, '+' | '-' | '−') && second.is_ascii_digit()
    {
        return if said.chars().any(|letter| letter.is_ascii_digit()) { Role::Aside } else { Role::Foreign };
    }
    if begins_a_value(said) {
        let changed = std::iter::once(node).chain(tree.ancestors(node).take(1)).any(|at| has_part(tree, at, &CHANGES));
        return if changed || in_foreign_column(tree, node) { Role::Aside } else { Role::Value };
    }
    let name = plain(said);
    if name.chars().count() <= 1 || is_window(said) || words.own.contains(name.as_str()) {
        return Role::Silent;
    }
    let remark = REMARKS.iter().any(|word| said.starts_with(word));
    if words.others.contains(name.as_str()) || remark {
        return if said.chars().any(|letter| half_width(letter).is_ascii_digit()) {
            Role::Aside
        } else {
            Role::Foreign
        };
    }
    Role::Other
}

/// Whether one of the words that the node's class names are made of is among `parts`.
#[must_use]
pub fn has_part(tree: &Tree<'_>, node: NodeId, parts: &[&str]) -> bool {
    tree.class_any(node, |name| {
        name.split(['-', '_']).any(|piece| {
            let piece = piece.to_ascii_lowercase();
            parts.contains(&piece.as_str())
        })
    })
}

/// Whether the text stands in a column whose header says that it is somebody else's, or a change.
fn in_foreign_column(tree: &Tree<'_>, node: NodeId) -> bool {
    let Some((head, _)) = header_of(tree, node) else {
        return false;
    };
    let said = tree.text(head);
    FOREIGN_COLUMNS.iter().any(|word| said.contains(word))
}

/// How far around a table its header may stand in a table of its own.
const AROUND: usize = 5;

/// The header cell over a cell, and what holds both, where there is a header row: in the same table, or in one beside it with as many cells.
#[must_use]
pub fn header_of(tree: &Tree<'_>, node: NodeId) -> Option<(NodeId, NodeId)> {
    let cell = std::iter::once(node).chain(tree.ancestors(node).take(6)).find(|at| is_cell(tree, *at))?;
    let row = tree.node(cell).parent.filter(|row| is_row(tree, *row))?;
    let place = tree.children(row).filter(|at| is_cell(tree, *at)).position(|at| at == cell)?;
    let cells = tree.children(row).filter(|at| is_cell(tree, *at)).count();
    let is_table = |at: &NodeId| tree.node(*at).tag == "table" || tree.attr(*at, "role") == Some("table");
    let table = tree.ancestors(row).find(is_table)?;
    let around = std::iter::once(table).chain(tree.ancestors(table).take(AROUND));
    for holder in around {
        let mut heads = tree.subtree(holder).filter(|at| is_row(tree, *at) && is_head(tree, *at) && *at != row);
        // A header in a table of its own belongs to the only table with rows beside it.
        let bodies = tree
            .subtree(holder)
            .filter(|at| is_table(at))
            .filter(|at| tree.subtree(*at).any(|row| is_row(tree, row) && !is_head(tree, row) && !tree.is_blank(row)));
        if holder != table && bodies.count() != 1 {
            return None;
        }
        let fitting = heads.find(|head| tree.children(*head).filter(|at| is_cell(tree, *at)).count() >= cells);
        if let Some(head) = fitting {
            let over = tree.children(head).filter(|at| is_cell(tree, *at)).nth(place)?;
            return Some((over, holder));
        }
        if tree.texts(holder).len() > 200 {
            return None;
        }
    }
    None
}

/// Whether a row is a header.
#[must_use]
pub fn is_head(tree: &Tree<'_>, row: NodeId) -> bool {
    let in_head = tree.node(row).parent.is_some_and(|parent| tree.node(parent).tag == "thead");
    let mut cells = tree.children(row).filter(|at| is_cell(tree, *at)).peekable();
    let all = cells.peek().is_some()
        && cells.all(|at| tree.node(at).tag == "th" || tree.attr(at, "role") == Some("columnheader"));
    in_head || all
}
