//! Where in its record a number without a name stands: numbers in the same place of different records are of one kind.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::page::header::{is_cell, is_row, stable};
use crate::page::ids::{IdKind, IdToken};
use crate::page::node::{NodeId, Tree};

/// Fewest children of an element that can be a grid of cells without rows.
const GRID: usize = 12;

/// Places of numbers in grids without rows: there only the distance between numbers tells the columns.
pub(super) fn flat_places(tree: &Tree<'_>, tokens: &[IdToken]) -> HashMap<usize, String> {
    let mut grids: BTreeMap<NodeId, Vec<(usize, NodeId)>> = BTreeMap::new();
    for token in tokens.iter().filter(|token| token.kind == IdKind::Unknown) {
        let Some(node) = tree.all_texts().get(token.text).map(|text| text.node) else {
            continue;
        };
        let mut at = node;
        for _ in 0..5 {
            let Some(parent) = tree.node(at).parent else { break };
            if tree.children(parent).take(GRID).count() >= GRID && !is_row(tree, parent) && !is_row(tree, at) {
                grids.entry(parent).or_default().push((token.text, at));
                break;
            }
            at = parent;
        }
    }
    let mut places = HashMap::new();
    for (parent, cells) in grids {
        let order: HashMap<NodeId, usize> =
            tree.children(parent).enumerate().map(|(index, child)| (child, index)).collect();
        let found: Vec<(usize, usize)> =
            cells.iter().filter_map(|(text, cell)| Some((*text, *order.get(cell)?))).collect();
        let columns =
            |step: usize| found.iter().filter_map(|(_, index)| index.checked_rem(step)).collect::<BTreeSet<_>>().len();
        let step = (4..=30).find(|step| columns(*step) <= 3 && columns(*step).saturating_mul(2) <= found.len());
        let Some(step) = step else { continue };
        for (text, index) in found {
            places.insert(text, format!("{parent}:{:?}", index.checked_rem(step)));
        }
    }
    places
}

/// Where in its record a text stands, in words that are the same in every record.
pub(super) fn place_of(tree: &Tree<'_>, node: NodeId) -> String {
    let mut place = String::new();
    let mut levels = 0_u32;
    let mut at = node;
    for _ in 0..8 {
        let Some(parent) = tree.node(at).parent else { break };
        let siblings: Vec<NodeId> = tree.children(parent).take(40).collect();
        if siblings.len() > 1 || is_cell(tree, at) {
            let index = siblings.iter().position(|sibling| *sibling == at).unwrap_or(40);
            let class = tree.node(at).class.split_ascii_whitespace().next().map(stable).unwrap_or_default();
            place.push_str(&format!("{}.{class}:{index}/", tree.node(at).tag));
            levels = levels.saturating_add(1);
            if levels == 1 && !is_cell(tree, at) && !is_row(tree, parent) {
                // One more level only where a cell encloses this one; a card's own index differs from card to card.
                if let Some(cell) = tree.ancestors(at).take(6).find(|up| is_cell(tree, *up)) {
                    at = cell;
                    continue;
                }
            }
            break;
        }
        at = parent;
    }
    place
}
