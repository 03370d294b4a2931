//! The value that belongs to a label, wherever it stands: below or above it in a card, beside it in a row, in the same text, under it in a table.
//! Where two values could be meant there is none.

mod drawn;

use std::ops::Range;

use super::label::Hit;
use super::pack::{Kind, Words};
use super::role::{Role, header_of, is_head, role};
use super::value::{Value, read};
use crate::page::header::{is_cell, is_row};
use crate::page::node::{NodeId, Tree};

/// A page with its labels.
pub struct Page<'p, 'a> {
    /// The page.
    pub tree: &'p Tree<'a>,
    /// Its labels in document order.
    pub hits: &'p [Hit<'p>],
    /// Words around scores.
    pub words: &'p Words,
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Found {
    /// What it is worth.
    pub value: Value,
    /// The element that shows it.
    pub node: NodeId,
    /// The smallest element that holds label and value.
    pub scope: NodeId,
}

/// How far up a card reaches, and how many texts it has.
const LEVELS: usize = 7;
const TEXTS: usize = 60;
/// A value above its label stands close to it.
const TEXTS_ABOVE: usize = 14;

impl Page<'_, '_> {
    /// The value of a label.
    #[must_use]
    pub fn value(&self, hit: &Hit<'_>) -> Option<Found> {
        let node = self.tree.all_texts().get(hit.text)?.node;
        if let Some(shown) = hit.rest.as_deref().filter(|rest| !rest.is_empty()) {
            let shown = self.joined_from(shown.to_owned(), hit.text, self.tree.node(node).parent.unwrap_or(node));
            let value = read(hit.metric.kind, &shown, false)?;
            return Some(Found { value, node, scope: node });
        }
        if let Some(found) = self.under_header(hit, node) {
            return found;
        }
        let mut scope = node;
        for _ in 0..LEVELS {
            let texts = self.range(scope);
            if texts.len() > TEXTS {
                return None;
            }
            if self.hits.iter().any(|other| other.text != hit.text && texts.contains(&other.text)) {
                return self.among_others(hit, scope, texts);
            }
            let after = self.after(hit, hit.text.saturating_add(1)..texts.end);
            let close = texts.len() <= TEXTS_ABOVE;
            let mut before = if close { self.before(hit, texts.start..hit.text) } else { Vec::new() };
            match (after, before.pop()) {
                (Some((value, node)), Some(_)) => {
                    return self.labels_lead(texts).then_some(Found { value, node, scope });
                }
                // Two values that could both be meant are none.
                (None, Some(_)) if !before.is_empty() => return None,
                (Some((value, node)), None) | (None, Some((value, node))) => return Some(Found { value, node, scope }),
                (None, None) => {}
            }
            if let Some(node) = self.own_font(scope) {
                return Some(Found { value: Value::Unreadable, node, scope });
            }
            scope = self.tree.node(scope).parent?;
        }
        None
    }

    /// The texts of an element.
    pub(super) fn range(&self, scope: NodeId) -> Range<usize> {
        let node = self.tree.node(scope);
        node.text_start..node.text_end
    }

    /// Labels and values in one run: all values stand behind their labels, or all before them.
    fn among_others(&self, hit: &Hit<'_>, scope: NodeId, texts: Range<usize>) -> Option<Found> {
        let here: Vec<&Hit<'_>> = self.hits.iter().filter(|other| texts.contains(&other.text)).collect();
        let (first, last) = (here.first()?, here.last()?);
        let leads = !self.before(first, texts.start..first.text).is_empty();
        let inline = last.rest.as_deref().is_some_and(|rest| !rest.is_empty());
        let trails = inline || self.after(last, last.text.saturating_add(1)..texts.end).is_some();
        let place = here.iter().position(|other| other.text == hit.text)?;
        let end = here.get(place.saturating_add(1)).map_or(texts.end, |next| next.text);
        let drawn = || {
            let node = self.own_font_between(hit.text, end, scope)?;
            Some(Found { value: Value::Unreadable, node, scope })
        };
        let (value, node) = match (leads, trails) {
            (false, true) => match self.after(hit, hit.text.saturating_add(1)..end) {
                Some(found) => found,
                None => return drawn(),
            },
            (true, true) if self.labels_lead(texts.clone()) => self.after(hit, hit.text.saturating_add(1)..end)?,
            (true, false) => {
                let start = place
                    .checked_sub(1)
                    .and_then(|at| here.get(at))
                    .map_or(texts.start, |one| one.text.saturating_add(1));
                let mut found = self.before(hit, start..hit.text);
                found.pop().filter(|_| found.is_empty())?
            }
            (false, false) => return drawn(),
            (true, true) => return None,
        };
        Some(Found { value, node, scope })
    }

    /// Whether a run begins with a label, known or not, and ends with a value: then every value stands behind its label.
    fn labels_lead(&self, texts: Range<usize>) -> bool {
        let mut roles = texts.filter_map(|at| match role(self.tree, at, self.words) {
            Role::Value => Some(true),
            Role::Other => Some(false),
            Role::Silent | Role::Aside | Role::Foreign => None,
        });
        let first = roles.next();
        first == Some(false) && roles.next_back() == Some(true)
    }

    /// The first own value behind a label; nothing but remarks and other people's values may stand between.
    fn after(&self, hit: &Hit<'_>, texts: Range<usize>) -> Option<(Value, NodeId)> {
        let mut foreign = false;
        let mut at = texts.start;
        while at < texts.end {
            let (shown, end) = match role(self.tree, at, self.words) {
                Role::Value => self.joined(at, texts.end),
                Role::Silent | Role::Aside => (String::new(), at.saturating_add(1)),
                Role::Foreign => {
                    foreign = true;
                    (String::new(), at.saturating_add(1))
                }
                Role::Other => return None,
            };
            if !shown.is_empty() {
                if !foreign {
                    let node = self.tree.all_texts().get(at)?.node;
                    let value = if self.in_own_font(node) { Value::Unreadable } else { self.read(hit, &shown)? };
                    return (!self.one_of_several(hit, node, end)).then_some((value, node));
                }
                foreign = false;
            }
            at = end;
        }
        None
    }

    /// Whether another cell of the same row holds such a value too, and no header says which is the shop's own.
    fn one_of_several(&self, hit: &Hit<'_>, node: NodeId, behind: usize) -> bool {
        let tree = self.tree;
        let cell = std::iter::once(node).chain(tree.ancestors(node).take(6)).find(|at| is_cell(tree, *at));
        let row = cell.and_then(|cell| tree.node(cell).parent).filter(|row| is_row(tree, *row));
        let Some(row) = row.filter(|_| header_of(tree, node).is_none()) else {
            return false;
        };
        let label_here = self.range(row).contains(&hit.text);
        let others = behind..self.range(row).end;
        label_here
            && others.into_iter().take_while(|at| !self.hits.iter().any(|other| other.text == *at)).any(|at| {
                role(tree, at, self.words) == Role::Value
                    && self.read(hit, &self.joined(at, self.range(row).end).0).is_some()
            })
    }

    /// The values before a label.
    fn before(&self, hit: &Hit<'_>, texts: Range<usize>) -> Vec<(Value, NodeId)> {
        let mut found = Vec::new();
        let mut foreign = false;
        let mut at = texts.start;
        while at < texts.end {
            let mut end = at.saturating_add(1);
            match role(self.tree, at, self.words) {
                Role::Value => {
                    let (shown, behind) = self.joined(at, texts.end);
                    end = behind;
                    let node = self.tree.all_texts().get(at).map(|text| text.node).unwrap_or_default();
                    let value = if self.in_own_font(node) { Some(Value::Unreadable) } else { self.read(hit, &shown) };
                    // A bare whole number may be anything: a badge, a place, a count.
                    let telling = hit.metric.kind == Kind::Rate
                        || shown.contains(['.', '．', '分', '星'])
                        || matches!(value, Some(Value::Unreadable | Value::Nothing));
                    let other = hit.metric.kind == Kind::Mean && matches!(value, Some(Value::Other(..)));
                    if let Some(value) = value.filter(|_| telling && !foreign && !other) {
                        found.push((value, node));
                    }
                    foreign = false;
                }
                Role::Foreign => foreign = true,
                Role::Silent | Role::Aside | Role::Other => {}
            }
            at = end;
        }
        found
    }

    fn read(&self, hit: &Hit<'_>, shown: &str) -> Option<Value> {
        read(hit.metric.kind, shown, hit.rest.as_deref() == Some(""))
    }

    /// A label in the header of a table with a single row: the cell under it. `Some(None)`: a header, but not of a single row.
    fn under_header(&self, hit: &Hit<'_>, node: NodeId) -> Option<Option<Found>> {
        let tree = self.tree;
        let cell = std::iter::once(node).chain(tree.ancestors(node).take(6)).find(|at| is_cell(tree, *at))?;
        let row = tree.node(cell).parent.filter(|row| is_row(tree, *row) && is_head(tree, *row))?;
        // A header of rows, beside the values of its own row, is a label like any other.
        let alone = tree
            .children(row)
            .filter(|at| is_cell(tree, *at))
            .all(|at| tree.node(at).tag == "th" || tree.attr(at, "role") == Some("columnheader"));
        if !alone && tree.node(row).parent.is_none_or(|parent| tree.node(parent).tag != "thead") {
            return None;
        }
        let table =
            tree.ancestors(row).find(|at| tree.node(*at).tag == "table" || tree.attr(*at, "role") == Some("table"))?;
        let mut rows = tree.subtree(table).filter(|at| is_row(tree, *at) && !is_head(tree, *at) && !tree.is_blank(*at));
        let (Some(only), None) = (rows.next(), rows.next()) else {
            return Some(None);
        };
        let place = tree.children(row).filter(|at| is_cell(tree, *at)).position(|at| at == cell)?;
        let under = tree.children(only).filter(|at| is_cell(tree, *at)).nth(place);
        let found =
            under.filter(|under| header_of(tree, *under).is_some_and(|(head, _)| head == cell)).and_then(|under| {
                let (value, node) = self.after(hit, self.range(under))?;
                Some(Found { value, node, scope: table })
            });
        Some(found)
    }
}
