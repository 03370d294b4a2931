//! What the parts of a review come to: which text is the buyer's, which the shop's, whether it has been answered.

use super::answered::Action;
use super::field::Field;
use super::gather::Gather;
use super::hint::{Hint, hint};
use super::record::Review;
use super::spoken;
use crate::page::ids::IdKind;
use crate::page::list::Parts;
use crate::page::node::NodeId;
use crate::page::record::{Shown, clean, first_id};
use crate::page::times::first_time;
use crate::text::moment::Moment;

impl Gather<'_, '_, '_> {
    /// A time that stands in a cell of something else.
    fn unclaimed_time(&self, piece: NodeId) -> Option<Moment> {
        let zone = self.reader.clock.zone;
        let texts = self.reader.tree.texts(piece).iter();
        let times = texts.filter(|text| {
            spoken::is_time(&text.value, zone)
                && !matches!(hint(self.reader.tree, text.node, piece), Some(Hint::Reply | Hint::Added))
        });
        times
            .filter(|text| !["回复", "追", "下单", "付款", "发货", "签收"].iter().any(|word| text.value.contains(word)))
            .find_map(|text| first_time(&text.value, zone).or_else(|| spoken::english_date(&text.value)))
    }

    /// Whether the shop has answered, as far as anything says so.
    pub(super) fn answered(&self) -> Option<bool> {
        let pressable = self.pressable.map(|pressable| pressable == Action::Answered);
        let said = self.state.or(pressable).or_else(|| self.blank_reply.then_some(false));
        if self.review.reply.is_some() { Some(true) } else { said }
    }

    /// What all the parts come to.
    pub(super) fn finish(mut self, parts: &Parts) -> Review {
        let tree = self.reader.tree;
        if self.review.stars_node.is_none()
            && let Some(widget) = self.spare
        {
            self.review.stars_node = Some(widget.node);
            self.review.stars = widget.stars;
            self.review.unreadable = widget.stars.is_none();
        }
        let said = spoken::joined(tree, std::mem::take(&mut self.said));
        if self.review.reply.is_none() {
            let reply: Vec<&str> =
                said.iter().filter(|said| said.hint == Some(Hint::Reply)).map(|said| said.text.as_str()).collect();
            if !reply.is_empty() {
                self.review.reply = Some(reply.join(" "));
            }
        }
        if self.review.added.is_none() {
            let added = said.iter().filter(|said| {
                said.hint == Some(Hint::Added)
                    || (said.added && matches!(said.hint, None | Some(Hint::Content | Hint::Tag)))
            });
            let longest = added.max_by_key(|said| said.text.chars().count());
            if let Some(said) = longest {
                self.take(Field::Added, &said.text, said.node);
            }
        }
        if self.review.product.is_none() {
            let title = said.iter().find(|said| {
                said.hint == Some(Hint::Product)
                    && said.text.chars().count() > 3
                    && first_id(&said.text).is_none_or(|id| id.len() < 10)
            });
            if let Some(said) = title {
                self.review.product = Some(said.text.clone());
            }
        }
        self.review.text =
            spoken::content(&said, self.content_column).map(|said| Shown { text: clean(&said.text), node: said.node });
        self.review.default_text &= self.review.text.is_none();
        for piece in parts.pieces() {
            let node = tree.node(piece);
            let from = self.reader.tokens.partition_point(|token| token.text < node.text_start);
            let own = self.reader.tokens.iter().skip(from).take_while(|token| token.text < node.text_end);
            for token in own.filter(|token| token.kind != IdKind::Refund) {
                let slot = &mut self.review.order_id;
                if slot.is_none() && self.review.review_id.as_ref() != Some(&token.value) {
                    *slot = Some(token.value.clone());
                }
            }
        }
        self.review.reply = self.review.reply.take().filter(|reply| !reply.trim().is_empty());
        self.review.answered = self.answered();
        if self.review.time.is_none() {
            self.review.time = parts.pieces().into_iter().find_map(|piece| self.unclaimed_time(piece));
        }
        self.review
    }
}
