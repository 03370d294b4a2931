//! What a page's own names for its elements suggest that a text is.

use super::answered::action;
use super::pack::words;
use crate::page::node::{NodeId, Tree};

/// A suggestion; the nearest element that has one decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after the words of packs/pages/reviews.toml")]
pub enum Hint {
    Content,
    Added,
    Reply,
    Product,
    Spec,
    Buyer,
    Tag,
    Time,
}

/// How many elements up are asked.
const REACH: usize = 5;

/// The suggestion for a text in `node`, asked up to `top`.
#[must_use]
pub fn hint(tree: &Tree<'_>, node: NodeId, top: NodeId) -> Option<Hint> {
    path(tree, node, top).take(REACH).find_map(|at| of_class(tree.node(at).class.as_ref()))
}

/// The element and those around it, up to and with `top`.
pub fn path<'t>(tree: &'t Tree<'_>, node: NodeId, top: NodeId) -> impl Iterator<Item = NodeId> + 't {
    let inside = move |at: &NodeId| tree.contains(top, *at);
    std::iter::once(node).chain(tree.ancestors(node)).take_while(inside)
}

fn of_class(class: &str) -> Option<Hint> {
    if class.is_empty() {
        return None;
    }
    let class = class.to_ascii_lowercase();
    let classes = &words().classes;
    let has = |parts: &[String]| parts.iter().any(|part| class.contains(part.as_str()));
    // A kit's own names for its cells and type say nothing.
    if has(&classes.added) {
        Some(Hint::Added)
    } else if has(&classes.reply) {
        Some(Hint::Reply)
    } else if has(&classes.tags) && !class.contains("percentage") {
        Some(Hint::Tag)
    } else if has(&classes.spec) {
        Some(Hint::Spec)
    } else if has(&classes.product) {
        Some(Hint::Product)
    } else if has(&classes.buyer) {
        Some(Hint::Buyer)
    } else if class
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .any(|word| classes.time.iter().any(|time| time == word))
        || class.contains("time")
    {
        Some(Hint::Time)
    } else {
        (has(&classes.content) && !class.contains("table-content") && !class.contains("content-box"))
            .then_some(Hint::Content)
    }
}

/// Whether the text lies in something to press.
#[must_use]
pub fn pressed(tree: &Tree<'_>, node: NodeId, top: NodeId, text: &str) -> bool {
    let classes = &words().classes;
    path(tree, node, top).take(4).any(|at| {
        let known = tree.node(at);
        let tag = known.tag.as_ref();
        if tag == "button" || tag.ends_with("-button") || tree.attr(at, "role") == Some("button") {
            return true;
        }
        let class = known.class.to_ascii_lowercase();
        action(text).is_some() && (tag == "a" || classes.button.iter().any(|part| class.contains(part.as_str())))
    })
}
