//! Class names that a page's maker chose. Names that a build makes anew (`css-1q2w3e`, `sc-bdVaJa`) say nothing tomorrow.

use crate::page::header::stable;
use crate::page::node::{NodeId, Tree};

/// Names of an element's state, not of what it is.
const STATES: &[&str] = &[
    "active", "alt", "checked", "current", "disabled", "even", "expanded", "first", "focus", "hover", "last", "new",
    "odd", "open", "read", "selected", "stripe", "striped", "unread", "visible", "warning", "urgent",
];

/// The names of an element that can be kept, in their order.
pub fn names<'t>(tree: &'t Tree<'_>, id: NodeId) -> impl Iterator<Item = &'t str> {
    tree.node(id).class.split_ascii_whitespace().map(stable).filter(|name| can_be_kept(name))
}

/// Whether an element bears the name, a build's hash left aside.
#[must_use]
pub fn bears(tree: &Tree<'_>, id: NodeId, name: &str) -> bool {
    tree.class_any(id, |own| stable(own) == name)
}

/// Whether a name was chosen by a person and tells what the element is.
#[must_use]
pub fn can_be_kept(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if !(2..=40).contains(&name.len())
        || !name.bytes().all(plain)
        || name.starts_with(|first: char| first.is_ascii_digit())
    {
        return false;
    }
    if ["css-", "sc-", "jss", "jsx-", "svelte-", "emotion-"].iter().any(|made| name.starts_with(made)) {
        return false;
    }
    let mut parts = name.split(['-', '_']).filter(|part| !part.is_empty());
    let last = name.rsplit(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    !STATES.contains(&last.as_str()) && !parts.any(is_made)
}

/// A part of a name that looks like a hash: letters and digits mixed, or capitals strewn about.
fn is_made(part: &str) -> bool {
    let bytes = part.as_bytes();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let jumps = bytes
        .windows(2)
        .filter(|pair| matches!(pair, [low, high] if low.is_ascii_lowercase() && high.is_ascii_uppercase()))
        .count();
    // A number of its own (`col-12`) is none; one in every row (`row17`) is no name of all rows.
    (digits > 0 && digits < bytes.len() && bytes.len() >= 4) || (jumps >= 2 && bytes.len() <= 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chosen_names_are_kept_and_made_ones_are_not() {
        for name in ["card", "after-sale-row", "el-table__row", "orderNo", "col-12", "v2", "tableRowCell"] {
            assert!(can_be_kept(name), "{name}");
        }
        for name in [
            "css-1q2w3e",
            "sc-bdVaJa",
            "_3xYz1",
            "a1b2c3",
            "kXyTzQ",
            "row17",
            "is-selected",
            "odd",
            "x",
            "1st",
            "a:b",
            "",
        ] {
            assert!(!can_be_kept(name), "{name}");
        }
    }
}
