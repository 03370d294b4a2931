//! From the regions of a review to its fields.

mod walk;

use super::answered::{Action, action, mood, reply_by, state};
use super::field::Field;
use super::hint::{Hint, hint, path, pressed};
use super::pack::words;
use super::record::Review;
use super::regions::{Region, regions};
use super::spoken::{self, Said};
use super::star_text::from_text;
use super::stars::widgets;
use crate::page::absorb::Reader;
use crate::page::list::Parts;
use crate::page::node::NodeId;
use crate::page::record::{Shown, clean, first_id};
use crate::page::times::first_time;
use crate::page::values::is_placeholder;

/// Reads one review.
#[must_use]
pub fn review(reader: &Reader<'_, '_>, parts: &Parts) -> Review {
    let mut gather = Gather::new(reader, Review { pieces: parts.pieces(), ..Review::default() });
    let regions = regions(reader, parts);
    gather.content_column = regions.iter().any(|region| region.field == Some(Field::Content));
    for region in &regions {
        gather.region(region);
    }
    gather.finish(parts)
}

pub(super) struct Gather<'g, 'r, 'a> {
    pub(super) reader: &'g Reader<'r, 'a>,
    pub(super) review: Review,
    /// What no label claimed.
    pub(super) said: Vec<Said>,
    pub(super) content_column: bool,
    pub(super) pressable: Option<Action>,
    pub(super) state: Option<bool>,
    pub(super) blank_reply: bool,
    /// Stars found outside a column of stars, behind those inside one.
    pub(super) spare: Option<super::stars::Widget>,
}

impl<'g, 'r, 'a> Gather<'g, 'r, 'a> {
    pub(super) const fn new(reader: &'g Reader<'r, 'a>, review: Review) -> Self {
        Self {
            reader,
            review,
            said: Vec::new(),
            content_column: false,
            pressable: None,
            state: None,
            blank_reply: false,
            spare: None,
        }
    }

    pub(super) fn region(&mut self, region: &Region) {
        let tree = self.reader.tree;
        self.boxes(region.node);
        // A column for answers with nothing in it says that there is none.
        if region.field == Some(Field::Reply) && is_placeholder(&tree.text(region.node)) {
            self.blank_reply = true;
        }
        match region.field {
            Some(Field::Other) => self.pictures(region),
            Some(Field::Buyer) => {}
            Some(Field::Stars) => self.stars_of(region, true),
            Some(Field::Product) => self.product(region.node),
            Some(field @ (Field::OrderId | Field::ReviewId | Field::ReviewedAt | Field::Window | Field::State)) => {
                let said = tree.text(region.node);
                self.take(field, &said, region.node);
            }
            Some(field @ (Field::Reply | Field::Added)) => {
                let said: Vec<String> = tree
                    .texts(region.node)
                    .iter()
                    .filter(|text| !self.press(text.node, region.node, &text.value))
                    .map(|text| spoken::whole(tree, text.node, &text.value, region.node))
                    .collect();
                self.take(field, &said.join(" "), region.node);
            }
            Some(Field::Operation) => {
                for text in tree.texts(region.node) {
                    self.press(text.node, region.node, &text.value);
                    self.short(&text.value);
                }
            }
            Some(Field::Content) | None => {
                self.stars_of(region, false);
                self.pictures(region);
                self.texts(region);
            }
        }
    }

    /// Notes what can be pressed; true where the text belongs to it.
    pub(super) fn press(&mut self, node: NodeId, top: NodeId, text: &str) -> bool {
        let found = action(text);
        if !pressed(self.reader.tree, node, top, text)
            && found.is_none_or(|found| found == Action::Other && text.chars().count() > 6)
        {
            return false;
        }
        // A word alone that is also a label (回复) may stand before the shop's answer; then it is no button.
        if found.is_some() && !pressed(self.reader.tree, node, top, text) && Field::exactly(text).is_some() {
            return false;
        }
        match found {
            Some(Action::Answered) => self.pressable = Some(Action::Answered),
            Some(Action::Reply) if self.pressable.is_none() => self.pressable = Some(Action::Reply),
            _ => {}
        }
        true
    }

    /// States, windows and counters, wherever they stand.
    fn short(&mut self, text: &str) -> bool {
        if let Some(found) = state(text) {
            self.state = self.state.or(Some(found));
            return true;
        }
        if let Some(by) = reply_by(text, false, self.reader.clock) {
            self.review.reply_by = self.review.reply_by.or(Some(by));
            return true;
        }
        false
    }

    pub(super) fn take(&mut self, field: Field, text: &str, node: NodeId) {
        let text = clean(text);
        if is_placeholder(&text) {
            return;
        }
        let review = &mut self.review;
        match field {
            Field::OrderId if review.order_id.is_none() => review.order_id = first_id(&text),
            Field::ReviewId if review.review_id.is_none() => review.review_id = first_id(&text),
            Field::ReviewedAt if review.time.is_none() => {
                review.time = first_time(&text, self.reader.clock.zone).or_else(|| spoken::english_date(&text));
            }
            Field::Window if review.reply_by.is_none() => {
                review.reply_by = reply_by(&text, true, self.reader.clock);
            }
            Field::State => {
                let told = state(&text).or_else(|| text.split(' ').find_map(state));
                self.state = self.state.or(told);
                self.short(&text);
            }
            Field::Reply => {
                if let Some(told) = state(&text) {
                    self.state = self.state.or(Some(told));
                } else if review.reply.is_none() && action(&text).is_none() {
                    review.reply = Some(text);
                }
            }
            Field::Added if review.added.is_none() => {
                let text = spoken::without_added_mark(&text);
                review.added = (!text.is_empty()).then_some(Shown { text, node });
            }
            Field::Stars if review.stars.is_none() => {
                review.stars = from_text(&text, true);
                review.mood = review.mood.or_else(|| mood(&text));
                review.stars_node = review.stars_node.or(Some(node));
            }
            Field::Product if review.product.is_none() => review.product = Some(text),
            _ => {}
        }
    }

    fn product(&mut self, cell: NodeId) {
        let tree = self.reader.tree;
        let title = tree.texts(cell).iter().find(|text| {
            let said = text.value.trim();
            said.chars().count() > 2
                && action(said).is_none()
                && Field::exactly(said).is_none()
                && first_id(said).is_none_or(|id| id.len().saturating_mul(2) < said.len())
                && hint(tree, text.node, cell) != Some(Hint::Spec)
        });
        if let Some(text) = title {
            let whole = spoken::whole(tree, text.node, &text.value, cell);
            let whole = whole
                .split_once(['：', ':'])
                .filter(|(label, _)| Field::exactly(label) == Some(Field::Product))
                .map_or(whole.clone(), |(_, rest)| rest.to_owned());
            self.take(Field::Product, &whole, text.node);
        }
    }

    fn stars_of(&mut self, region: &Region, column: bool) {
        let tree = self.reader.tree;
        for widget in widgets(tree, region.node) {
            let inside = |node: NodeId| region.without.iter().any(|part| tree.contains(*part, node));
            if inside(widget.node)
                || spoken::label_before(tree, widget.node, region.node).and_then(|label| Field::of(&label))
                    == Some(Field::Other)
            {
                continue;
            }
            if column && self.review.stars_node.is_none() {
                self.review.stars_node = Some(widget.node);
                self.review.stars = widget.stars;
                self.review.unreadable = widget.stars.is_none();
            } else if self.spare.is_none() {
                self.spare = Some(widget);
            }
        }
        if column && self.review.stars.is_none() {
            for text in tree.texts(region.node) {
                self.take(Field::Stars, &text.value, text.node);
            }
            self.review.unreadable &= self.review.stars.is_none() && self.review.mood.is_none();
        }
    }

    fn pictures(&mut self, region: &Region) {
        let tree = self.reader.tree;
        let classes = &words().classes;
        let has = |class: &str, parts: &[String]| parts.iter().any(|part| class.contains(part.as_str()));
        self.review.pictures |= tree.subtree(region.node).filter(|at| tree.node(*at).tag == "img").any(|at| {
            let around: Vec<String> =
                path(tree, at, region.node).take(5).map(|up| tree.node(up).class.to_ascii_lowercase()).collect();
            let named = around.iter().any(|class| has(class, &classes.pictures));
            let foreign = around.iter().any(|class| has(class, &classes.product) || has(class, &classes.buyer));
            let inside = region.without.iter().any(|part| tree.contains(*part, at));
            !inside && !foreign && (named || region.columned)
        });
    }

    /// How much the record's own reply box takes.
    pub(super) fn boxes(&mut self, region: NodeId) {
        let tree = self.reader.tree;
        let fields =
            tree.subtree(region).filter(|at| matches!(tree.node(*at).tag.as_ref(), "textarea" | "kat-textarea"));
        let limit = fields.filter_map(|at| tree.attr(at, "maxlength")?.parse().ok()).find(|limit| *limit > 0);
        let counter = || tree.texts(region).iter().find_map(|text| spoken::counter(&text.value));
        self.review.limit = self.review.limit.or(limit).or_else(counter);
    }
}
