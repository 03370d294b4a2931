//! How a page draws a number: in several elements side by side, or with a font of its own that nobody else can read.

use super::Page;
use crate::page::node::NodeId;
use crate::page::scores::role::has_part;
use crate::text::number::half_width;

impl Page<'_, '_> {
    /// A value with what the page draws in elements of their own: decimals, units, `/5`. And the text behind it.
    pub fn joined(&self, at: usize, end: usize) -> (String, usize) {
        let texts = self.tree.all_texts();
        let Some(first) = texts.get(at) else {
            return (String::new(), at.saturating_add(1));
        };
        let mut shown = first.value.trim().to_owned();
        let near = self.tree.ancestors(first.node).take(2).last().unwrap_or(first.node);
        let mut next = at.saturating_add(1);
        while let Some(text) = texts.get(next).filter(|text| next < end && self.tree.contains(near, text.node)) {
            let piece = text.value.trim();
            if !continues(&shown, piece) {
                break;
            }
            shown.push_str(piece);
            next = next.saturating_add(1);
        }
        (shown, next)
    }

    pub(super) fn joined_from(&self, mut shown: String, at: usize, near: NodeId) -> String {
        let texts = self.tree.all_texts().iter().skip(at.saturating_add(1));
        for text in texts.take_while(|text| self.tree.contains(near, text.node)) {
            let piece = text.value.trim();
            if !continues(&shown, piece) {
                break;
            }
            shown.push_str(piece);
        }
        shown
    }

    /// A number that the page draws with a font of its own, with or without a text.
    pub(super) fn own_font(&self, scope: NodeId) -> Option<NodeId> {
        self.tree.subtree(scope).find(|at| self.in_own_font_itself(*at))
    }

    /// The same between a label and the next one.
    pub(super) fn own_font_between(&self, label: usize, next: usize, scope: NodeId) -> Option<NodeId> {
        let texts = self.tree.all_texts();
        let start = texts.get(label)?.node;
        let end = texts.get(next).map_or(usize::MAX, |text| text.node).min(self.tree.node(scope).end);
        (start..end).find(|at| self.in_own_font_itself(*at))
    }

    pub(super) fn in_own_font(&self, node: NodeId) -> bool {
        std::iter::once(node).chain(self.tree.ancestors(node).take(2)).any(|at| self.in_own_font_itself(at))
    }

    fn in_own_font_itself(&self, node: NodeId) -> bool {
        self.tree.class_any(node, |name| name.contains("spider_font") || name.contains("spider-font"))
            || has_part(self.tree, node, &["spiderfont"])
    }
}

/// Whether `piece` goes on with the number in `shown`.
fn continues(shown: &str, piece: &str) -> bool {
    let mut letters = piece.chars().map(half_width);
    let (first, second) = (letters.next().unwrap_or(' '), letters.next());
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let own = |letter: char| matches!(letter, '\u{E000}'..='\u{F8FF}');
    if shown.ends_with(['.', '．']) {
        return first.is_ascii_digit() || own(first);
    }
    let unit = matches!(first, '%' | '‰')
        || piece.starts_with("out of")
        || (first == '/' && (digit(second) || second == Some(' ')));
    let word = ["分", "星", "小时", "小時", "万", "萬", "亿", "天", "秒", "分钟", "k", "w", "+"];
    unit || (first == '.' && digit(second)) || word.contains(&piece) || (own(first) && shown.chars().any(own))
}
