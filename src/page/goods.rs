//! The goods' title where neither a column nor a label names it.

use super::absorb::Reader;
use super::label::{Labels, Meaning};
use super::list::Parts;
use super::node::{NodeId, Text};
use super::pack::packs;
use super::record::Record;
use super::values::is_action;

impl Reader<'_, '_> {
    /// The goods' title where neither a column nor a label names it: what the page's own names for its elements call goods.
    pub(super) fn goods(&self, record: &mut Record, parts: &Parts, labels: &mut Labels) {
        let names = &packs().values.goods.names;
        let named = |text: &Text<'_>, piece: NodeId| {
            std::iter::once(text.node).chain(self.tree.ancestors(text.node)).take_while(|at| *at != piece).take(4).any(
                |at| {
                    let about = |value: &str| {
                        let value = value.to_ascii_lowercase();
                        names.iter().any(|name| value.contains(name.as_str()))
                    };
                    about(&self.tree.node(at).class) || self.tree.attr(at, "prop").is_some_and(about)
                },
            )
        };
        for piece in parts.rows.iter().chain(&parts.leads) {
            for text in self.tree.texts(*piece).iter().take(80) {
                let said = text.value.trim();
                let titled =
                    matches!(self.tree.node(text.node).tag.as_ref(), "p" | "h3" | "h4" | "h5") || named(text, *piece);
                if titled
                    && said.chars().count() >= 6
                    && said.chars().filter(|letter| letter.is_alphabetic()).count() >= 4
                    && labels.meaning(said).is_none()
                    && !said.contains([':', '：'])
                    && first_id_like(said).is_none()
                    && !is_action(said)
                    && [&record.reason, &record.note]
                        .iter()
                        .all(|shown| shown.as_ref().is_none_or(|shown| shown.text != said))
                {
                    let whole = self.whole(text.node, said, *piece);
                    record.take(Meaning::Goods, &whole, text.node, self.clock);
                    return;
                }
            }
        }
    }
}

/// A long number somewhere in the text.
fn first_id_like(text: &str) -> Option<&str> {
    text.split(|letter: char| !letter.is_ascii_digit()).find(|run| run.len() >= 9)
}
