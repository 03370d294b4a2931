//! The walk through a region's texts: values behind their labels are taken, the rest is kept until all has been seen.

use super::Gather;
use crate::page::node::NodeId;
use crate::page::reviews::answered::{action, is_default, mood, state};
use crate::page::reviews::field::Field;
use crate::page::reviews::hint::{Hint, hint};
use crate::page::reviews::regions::Region;
use crate::page::reviews::spoken::{self, Said};
use crate::page::reviews::star_text::from_text;
use crate::page::reviews::stars::widgets;

impl Gather<'_, '_, '_> {
    /// Walks the texts of a region: labelled values first, the rest is kept for the end.
    pub(super) fn texts(&mut self, region: &Region) {
        let tree = self.reader.tree;
        let stars: Vec<NodeId> = widgets(tree, region.node).into_iter().map(|widget| widget.node).collect();
        let mut pending: Option<(Field, NodeId)> = None;
        let mut added = region.extra;
        for text in tree.texts(region.node) {
            let (node, value) = (text.node, text.value.trim());
            let inside = |part: &NodeId| tree.contains(*part, node);
            if region.without.iter().any(inside) || stars.iter().any(inside) || self.press(node, region.node, value) {
                continue;
            }
            let hint = hint(tree, node, region.node);
            let words = hint == Some(Hint::Content);
            if is_default(value) {
                self.review.default_text |= !added;
                pending = None;
                continue;
            }
            // 初评, 追评: the page's own word before the buyer's, in an element of its own.
            let heading = words && value.chars().count() <= 5 && spoken::block(tree, node) == node;
            if let Some((field, around)) = pending {
                if tree.contains(around, node) && Field::exactly(value).is_none() {
                    self.labelled(field, value, node, region.node);
                    // A long value may come in several texts; a short one ends here.
                    if !matches!(field, Field::Reply | Field::Added | Field::Content) {
                        pending = None;
                    }
                    continue;
                }
                pending = None;
            }
            if heading
                && let Some(field @ (Field::Content | Field::Added | Field::Reply)) = Field::exactly(value)
                && let Some(around) = spoken::beside(tree, node, region.node)
            {
                added |= field == Field::Added;
                pending = (field != Field::Content).then_some((field, around));
                continue;
            }
            if !words {
                if let Some((field, rest)) = spoken::label(value) {
                    if rest.is_empty() {
                        pending = spoken::beside(tree, node, region.node).map(|around| (field, around));
                    } else {
                        self.labelled(field, &rest, node, region.node);
                    }
                    continue;
                }
                let bare = Field::exactly(value).filter(|field| !matches!(field, Field::Operation));
                if let Some(field) = bare
                    && let Some(around) = spoken::beside(tree, node, region.node)
                {
                    pending = Some((field, around));
                    continue;
                }
                if self.short(value) || spoken::counter(value).is_some() {
                    continue;
                }
                if let Some(found) = mood(value) {
                    self.review.mood = self.review.mood.or(Some(found));
                    continue;
                }
                if let Some(found) = from_text(value, false) {
                    self.review.stars = self.review.stars.or(Some(found));
                    self.review.stars_node = self.review.stars_node.or(Some(node));
                    continue;
                }
                if spoken::is_time(value, self.reader.clock.zone) {
                    if hint != Some(Hint::Reply) && !added {
                        self.take(Field::ReviewedAt, value, node);
                    }
                    continue;
                }
            }
            if spoken::marks_added(value) {
                added = true;
                let rest = spoken::without_added_mark(value);
                if rest.is_empty() {
                    continue;
                }
            }
            if spoken::is_person(value) || spoken::is_spec(value) {
                continue;
            }
            let text = spoken::whole(tree, node, value, region.node);
            let place = spoken::block(tree, node);
            self.said.push(Said {
                text,
                node,
                place,
                hint,
                added,
                columned: region.columned,
                content: region.field == Some(Field::Content),
            });
        }
    }

    fn labelled(&mut self, field: Field, value: &str, node: NodeId, top: NodeId) {
        let value = spoken::whole(self.reader.tree, node, value, top);
        match field {
            Field::Reply => {
                if state(&value).is_some() {
                    self.take(Field::Reply, &value, node);
                } else if !spoken::is_time(&value, self.reader.clock.zone) && action(&value).is_none() {
                    let reply = self.review.reply.get_or_insert_default();
                    if !reply.is_empty() {
                        reply.push(' ');
                    }
                    reply.push_str(&value);
                }
            }
            Field::Content => self.said.push(Said {
                text: value,
                node,
                place: spoken::block(self.reader.tree, node),
                hint: Some(Hint::Content),
                added: false,
                columned: false,
                content: true,
            }),
            Field::Added if spoken::is_time(&value, self.reader.clock.zone) => {}
            field => self.take(field, &value, node),
        }
    }
}
