//! Stars, however a kit draws them: as an attribute, as radios, as a strip of a certain width, as icons of two kinds, or as text.
//! What cannot be told stays unknown; nothing is ever filled in.

use super::pack::{Words, words};
use super::record::Stars;
use super::star_text::{from_text, is_sign};
use crate::page::node::{NodeId, Tree};

/// Stars found in a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Widget {
    /// The element that shows them.
    pub node: NodeId,
    /// How many; `None` where stars are drawn and nothing says how many.
    pub stars: Option<Stars>,
}

/// A widget has few elements: five stars in several layers each.
const MOST_NODES: usize = 90;
/// And hardly any text: a figure, a word beside the stars.
const MOST_TEXT: usize = 24;

/// The widgets of a region in document order.
#[must_use]
pub fn widgets(tree: &Tree<'_>, region: NodeId) -> Vec<Widget> {
    let mut found = Vec::new();
    let range = tree.subtree(region);
    let mut at = range.start;
    while at < range.end {
        if is_widget(tree, at) {
            found.push(Widget { node: at, stars: value(tree, at) });
            at = tree.node(at).end.max(at.saturating_add(1));
        } else {
            at = at.saturating_add(1);
        }
    }
    found
}

fn is_widget(tree: &Tree<'_>, id: NodeId) -> bool {
    let node = tree.node(id);
    if node.end.saturating_sub(id) > MOST_NODES {
        return false;
    }
    let tag = node.tag.as_ref();
    if tag.contains('-') && (tag.contains("star") || tag.contains("rating")) {
        return true;
    }
    let named = named(tree, id);
    if !named && tree.attr(id, "aria-label").and_then(from_label).is_none() {
        return false;
    }
    let said: usize = tree.texts(id).iter().map(|text| text.value.chars().filter(|sign| !is_sign(*sign)).count()).sum();
    if said > MOST_TEXT || matches!(tag, "button" | "a" | "td" | "th" | "tr" | "li" | "label") {
        return false;
    }
    // An icon alone is no widget: the element that holds all five is.
    tree.attr(id, "aria-valuenow").is_some()
        || tree.attr(id, "aria-label").and_then(from_label).is_some()
        || tree.attr(id, "title").and_then(from_label).is_some()
        || radios(tree, id).len() >= 3
        || overlay(tree, id).is_some()
        || rows_of_icons(tree, id).is_some()
        || tree.texts(id).iter().any(|text| from_text(&text.value, false).is_some())
}

/// Whether one of the element's class names speaks of stars.
fn named(tree: &Tree<'_>, id: NodeId) -> bool {
    let Words { classes, .. } = words();
    tree.class_any(id, |name| {
        let name = name.to_ascii_lowercase();
        has_any(&name, &classes.stars) && !has_any(&name, &classes.no_stars)
    })
}

fn has_any(text: &str, parts: &[String]) -> bool {
    parts.iter().any(|part| text.contains(part.as_str()))
}

/// How many stars a widget shows.
fn value(tree: &Tree<'_>, id: NodeId) -> Option<Stars> {
    let inside = || tree.subtree(id);
    let attribute = |name: &str| inside().take(12).find_map(|at| tree.attr(at, name));
    let figure = |text: &str| text.trim().parse::<f64>().ok().and_then(Stars::of);
    if let Some(said) = tree.attr(id, "value").or_else(|| attribute("aria-valuenow")) {
        return figure(said);
    }
    let checked = radios(tree, id);
    if checked.len() >= 3 {
        return from_radios(tree, id, &checked);
    }
    overlay(tree, id)
        .flatten()
        .or_else(|| attribute("aria-label").and_then(from_label))
        .or_else(|| attribute("title").and_then(from_label))
        .or_else(|| match rows_of_icons(tree, id) {
            Some(told) => told.or_else(|| from_signs(tree, id)),
            None => tree
                .texts(id)
                .iter()
                .find_map(|text| from_text(&text.value, false))
                .or_else(|| tree.texts(id).iter().find_map(|text| from_text(&text.value, true))),
        })
}

/// Five signs of two kinds, each in an element of its own.
fn from_signs(tree: &Tree<'_>, id: NodeId) -> Option<Stars> {
    let signs: String = tree.texts(id).iter().map(|text| text.value.trim()).collect();
    signs.contains('☆').then(|| from_text(&signs, false)).flatten()
}

/// Whether each radio below is checked; the shape of several kits' ratings.
fn radios(tree: &Tree<'_>, id: NodeId) -> Vec<(NodeId, bool)> {
    let radio = |at: &NodeId| tree.attr(*at, "role") == Some("radio");
    tree.subtree(id)
        .filter(radio)
        .filter_map(|at| Some((at, tree.attr(at, "aria-checked")? == "true")))
        .take(12)
        .collect()
}

/// Either all up to the value are checked, or only the one that was chosen.
fn from_radios(tree: &Tree<'_>, id: NodeId, radios: &[(NodeId, bool)]) -> Option<Stars> {
    if radios.len() != 5 {
        return None;
    }
    let last = radios.iter().rposition(|(_, checked)| *checked)?;
    let half = tree.subtree(id).any(|at| tree.class_any(at, |name| name.ends_with("-half")));
    let whole = u8::try_from(last.saturating_add(1)).ok()?;
    let tenths = whole.saturating_mul(10);
    Stars::of_tenths(if half { tenths.saturating_sub(5) } else { tenths })
}

/// A strip of filled stars over a strip of empty ones: its share of the width, or its width in pixels where the kit's sizes are known.
/// The outer `None` says that there is no strip.
fn overlay(tree: &Tree<'_>, id: NodeId) -> Option<Option<Stars>> {
    let Words { classes, overlays, .. } = words();
    let strip = tree.subtree(id).skip(1).find(|at| {
        (tree.attr(*at, "w").is_some() || tree.attr(*at, "p").is_some())
            && tree.class_any(*at, |name| has_any(&name.to_ascii_lowercase(), &classes.overlay))
            && !tree.class_any(*at, |name| name.contains("decimal"))
    })?;
    let number = |at: NodeId, name: &str| tree.attr(at, name).and_then(|value| value.parse::<f64>().ok());
    if let Some(share) = number(strip, "p") {
        return Some(Stars::of(half_steps(share / 20.0)));
    }
    let width = number(strip, "w")?;
    let around: Vec<NodeId> = std::iter::once(id).chain(tree.ancestors(strip).take(4)).collect();
    let known = overlays.iter().find(|kit| around.iter().any(|at| tree.class_any(*at, |name| name == kit.class)));
    if let Some(kit) = known {
        return Some(Stars::of(half_steps((width - kit.space) / (kit.icon + kit.space))));
    }
    // The strip below, or the box of both, where it has a width of its own.
    let parent = tree.node(strip).parent?;
    let whole = tree
        .children(parent)
        .filter(|at| *at != strip)
        .chain(std::iter::once(parent))
        .find_map(|at| number(at, "w").filter(|whole| *whole >= width && *whole > 0.0));
    Some(whole.and_then(|whole| Stars::of(half_steps(width / whole * 5.0))))
}

/// Stars come in halves; a strip's pixels are rounded.
fn half_steps(value: f64) -> f64 {
    let steps = (value * 2.0).round() / 2.0;
    if (steps - value).abs() <= 0.15 { steps } else { value }
}

/// Five icons side by side of which some are full: by their class names. `Some(None)` where five icons all look the same.
fn rows_of_icons(tree: &Tree<'_>, id: NodeId) -> Option<Option<Stars>> {
    let Words { classes, .. } = words();
    let row = tree.subtree(id).find(|at| {
        let icons: Vec<NodeId> = tree.children(*at).filter(|child| is_icon(tree, *child)).take(11).collect();
        icons.len() == 5 && tree.children(*at).count() <= 7
    })?;
    let icons: Vec<NodeId> = tree.children(row).filter(|child| is_icon(tree, *child)).collect();
    let state = |icon: &NodeId| -> Option<bool> {
        // The icon itself or the glyph in it.
        tree.subtree(*icon).take(4).find_map(|at| {
            let class = tree.node(at).class.to_ascii_lowercase();
            let mut tokens = class.split(|letter: char| !letter.is_ascii_alphanumeric());
            let (mut full, mut empty) = (false, false);
            for token in tokens.by_ref() {
                full |= classes.full.iter().any(|word| word == token);
                empty |= classes.empty.iter().any(|word| word == token);
            }
            if empty {
                Some(false)
            } else if full {
                Some(true)
            } else {
                None
            }
        })
    };
    let states: Vec<Option<bool>> = icons.iter().map(state).collect();
    let full = states.iter().filter(|state| **state == Some(true)).count();
    let empty = states.iter().filter(|state| **state == Some(false)).count();
    let told = match (full, empty) {
        // Two kinds without telling names tell nothing: which is full would be a guess.
        (0, 0) => None,
        // One kind is named, the other is plain.
        (full, 0) => Some(full),
        (0, empty) => 5_usize.checked_sub(empty),
        (full, empty) if full.saturating_add(empty) == 5 => Some(full),
        _ => None,
    };
    let in_front = |count: usize| {
        // Full stars stand before empty ones; anything else is no row of stars.
        states.iter().take(count).all(|state| *state != Some(false))
            && states.iter().skip(count).all(|state| *state != Some(true))
    };
    Some(
        told.filter(|count| in_front(*count))
            .and_then(|count| u8::try_from(count).ok())
            .and_then(|count| Stars::of_tenths(count.saturating_mul(10))),
    )
}

fn is_icon(tree: &Tree<'_>, id: NodeId) -> bool {
    matches!(tree.node(id).tag.as_ref(), "i" | "span" | "li" | "img" | "em" | "div" | "b" | "s")
        && tree.texts(id).iter().all(|text| text.value.chars().all(is_sign))
        && !tree.node(id).class.is_empty()
        && tree.subtree(id).take(4).any(|at| named(tree, at))
}

/// Stars in a label for those who cannot see them.
fn from_label(label: &str) -> Option<Stars> {
    if label.chars().count() > 40 { None } else { from_text(label, false) }
}

#[cfg(test)]
mod tests;
