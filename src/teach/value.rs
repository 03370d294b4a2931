//! What one field of one record says.

use super::list::Seen;
use super::page::{Column, words};
use super::path::Path;
use crate::page::ids::short_id;
use crate::page::label::Meaning;
use crate::page::node::{NodeId, Text, Tree};
use crate::page::record::{Clock, Record, clean};
use crate::page::said::{joined, whole};
use crate::page::values::{is_action, is_placeholder};

/// A field as it is on the page now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The element that shows it.
    pub node: NodeId,
    /// What it says; empty where it says nothing.
    pub text: String,
}

/// A column whose way has been read, for looking into many records.
#[derive(Debug, Clone)]
pub struct Field<'c> {
    column: &'c Column,
    /// The cell of a row it lies in.
    pub cell: Option<usize>,
    rest: Path,
}

impl<'c> Field<'c> {
    /// `None` where the column's way is none.
    #[must_use]
    pub fn of(column: &'c Column) -> Option<Self> {
        let (cell, rest) = Path::parse(&column.at)?.split_cell();
        Some(Self { column, cell, rest })
    }
}

/// Finds a field in a record. `None` where the page has no such place there, which is not the same as an empty one.
#[must_use]
pub fn find(tree: &Tree<'_>, seen: &Seen, record: NodeId, field: &Field<'_>) -> Option<Found> {
    let Field { column, cell, rest } = field;
    let region = match cell {
        Some(cell) => seen.cell(tree, record, *cell, column.head.as_deref())?,
        None => record,
    };
    if let Some(lead) = &column.lead {
        return behind(tree, region, lead, rest);
    }
    let node = rest.follow(tree, region)?;
    let texts = tree.texts(node);
    let text = match column.line {
        Some(line) => texts.iter().filter(|text| text.node == node).nth(line.checked_sub(1)?)?.value.trim().to_owned(),
        None => said(tree, texts, node),
    };
    Some(Found { node, text })
}

/// What stands behind its words: in the same text, or in the element that follows.
fn behind(tree: &Tree<'_>, region: NodeId, lead: &str, rest: &Path) -> Option<Found> {
    let texts = tree.texts(region);
    for (at, text) in texts.iter().enumerate() {
        let said_here = text.value.trim();
        if let Some(value) = after_colon(said_here, lead) {
            if !value.is_empty() {
                return Some(Found { node: text.node, text: value.to_owned() });
            }
        } else if words(said_here) != lead {
            continue;
        }
        // An element of the same kind as the one that was taught, right behind its words; else there is no value today.
        let nothing = Some(Found { node: text.node, text: String::new() });
        let Some(next) = texts.get(at.saturating_add(1)) else { return nothing };
        let Some(block) = beside(tree, text.node, next.node) else { return nothing };
        if tree.has_own_text(block) && block == text.node || next.value.trim().ends_with([':', '：']) {
            return nothing;
        }
        let fits = rest.end().is_none_or(|end| {
            std::iter::once(next.node)
                .chain(tree.ancestors(next.node))
                .take_while(|up| tree.contains(block, *up))
                .any(|up| end.tag == tree.node(up).tag)
        });
        if !fits {
            return nothing;
        }
        let inside: Vec<Text<'_>> =
            tree.texts(block).iter().filter(|text| !is_lead(&text.value, lead)).cloned().collect();
        return Some(Found { node: block, text: said(tree, &inside, block) });
    }
    None
}

fn is_lead(text: &str, lead: &str) -> bool {
    words(text) == lead
}

/// The element right under what holds both, on the side of the second.
fn beside(tree: &Tree<'_>, label: NodeId, next: NodeId) -> Option<NodeId> {
    let both = tree.common(label, next)?;
    if both == next {
        return Some(next);
    }
    std::iter::once(next).chain(tree.ancestors(next)).take_while(|at| *at != both).last()
}

/// The rest of a text that begins with `lead` and a colon.
#[must_use]
pub fn after_colon<'t>(text: &'t str, lead: &str) -> Option<&'t str> {
    let (label, value) = text.split_once([':', '：'])?;
    (words(label) == lead).then(|| value.trim())
}

/// The texts of an element as one, without things to press.
fn said(tree: &Tree<'_>, texts: &[Text<'_>], region: NodeId) -> String {
    let parts: Vec<(String, NodeId)> = texts
        .iter()
        .map(|text| (whole(tree, text.node, &text.value, region), text.node))
        .filter(|(text, _)| !is_action(text))
        .collect();
    joined(&parts)
}

/// Whether a text says something.
#[must_use]
pub fn says(text: &str) -> bool {
    !is_placeholder(&clean(text))
}

/// Takes a field into a record. False where something stands there that is no value of its kind.
pub fn take(record: &mut Record, meaning: Meaning, found: &Found, clock: Clock) -> bool {
    if !says(&found.text) {
        return true;
    }
    let before = record.clone();
    record.take(meaning, &found.text, found.node, clock);
    let kept = match meaning {
        Meaning::RefundId | Meaning::OrderId => {
            let slot = if meaning == Meaning::RefundId { &mut record.refund_id } else { &mut record.order_id };
            // A shop's own numbers may be shorter than any platform's.
            if slot.is_none() {
                *slot = short_id(&found.text);
            }
            slot.is_some()
        }
        Meaning::RefundAmount => record.refund.is_some(),
        Meaning::PaidAmount => record.paid.is_some(),
        Meaning::AppliedAt => record.applied_at.is_some(),
        Meaning::PaidAt => record.paid_at.is_some(),
        Meaning::ShippedAt => record.shipped_at.is_some(),
        Meaning::SignedAt => record.signed_at.is_some(),
        Meaning::Deadline => record.deadline.is_some() || clock.now.is_none(),
        Meaning::Service => record.service.is_some(),
        _ => true,
    };
    // Drawn with a private font: it is there, and the record says that it cannot be read.
    kept || record.unreadable.len() > before.unreadable.len() && crate::text::number::has_private_use(&found.text)
}
