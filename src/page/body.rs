//! The rows below a header.

use super::anchor::{above, below};
use super::header::{Header, cells, is_row};
use super::node::{NodeId, Tree};

/// How far above a header its rows may hang together with it.
const REACH: usize = 7;

/// Rows that belong to a header.
#[derive(Debug)]
pub struct Body {
    /// What holds them.
    pub parent: NodeId,
    /// The rows, at least one.
    pub rows: Vec<NodeId>,
}

/// The rows nearest to `header` that have its number of cells, give or take `spare`, and are in no header themselves.
#[must_use]
pub fn body(tree: &Tree<'_>, header: &Header, headers: &[Header], spare: usize) -> Option<Body> {
    let belongs = |at: NodeId| {
        is_row(tree, at)
            && !tree.contains(header.node, at)
            && !tree.contains(at, header.node)
            && !tree.is_blank(at)
            && !headers.iter().any(|other| tree.contains(other.node, at) || tree.contains(at, other.node))
            && cells(tree, at).len().abs_diff(header.columns.len()) <= spare
    };
    let first = tree.ancestors(header.node).take(REACH).find_map(|up| tree.subtree(up).find(|at| belongs(*at)))?;
    let parent = above(tree, first)?;
    Some(Body { parent, rows: below(tree, parent).into_iter().filter(|at| belongs(*at)).collect() })
}
