//! A review whose fields somebody has pointed at: each is read as under a column that names it, and nothing else of the review is read.

use super::answered::is_default;
use super::field::Field;
use super::gather::Gather;
use super::record::Review;
use super::regions::Region;
use super::stars::widgets;
use crate::page::absorb::Reader;
use crate::page::ids::short_id;
use crate::page::node::{NodeId, Tree};
use crate::page::record::{Clock, Shown, clean};
use crate::page::values::is_placeholder;

/// One field and where it stands.
#[derive(Debug, Clone)]
pub struct Told {
    /// What it is.
    pub field: Field,
    /// The element that shows it.
    pub node: NodeId,
    /// What it says.
    pub text: String,
    /// Whether it is all that the element says.
    pub whole: bool,
}

/// Whether something stands there, and whether it is a value of its kind.
pub type Found = (bool, bool);

/// Reads one review. For each field, in their order, what was found.
#[must_use]
pub fn told(tree: &Tree<'_>, piece: NodeId, fields: &[Told], clock: Clock) -> (Review, Vec<Found>) {
    let reader = Reader { tree, tokens: &[], columns: &[], clock };
    let mut gather = Gather::new(&reader, Review { pieces: vec![piece], ..Review::default() });
    let found = fields.iter().map(|field| gather.told(field)).collect();
    gather.boxes(piece);
    gather.review.answered = gather.answered();
    (gather.review, found)
}

impl Gather<'_, '_, '_> {
    fn told(&mut self, told: &Told) -> Found {
        let Told { field, node, text, whole } = told;
        let tree = self.reader.tree;
        let says = !is_placeholder(&clean(text));
        match field {
            Field::Content => {
                if is_default(text) {
                    self.review.default_text = true;
                } else if says {
                    self.review.text = Some(Shown { text: clean(text), node: *node });
                }
                return (says, says);
            }
            Field::State => {
                for part in tree.texts(*node) {
                    if !self.press(part.node, *node, &part.value) {
                        self.take(Field::State, &part.value, part.node);
                    }
                }
                return (!tree.is_blank(*node), self.state.is_some() || self.pressable.is_some());
            }
            _ if *whole => self.region(&Region {
                node: *node,
                field: Some(*field),
                columned: true,
                extra: false,
                without: Vec::new(),
            }),
            _ => self.take(*field, text, *node),
        }
        self.blank_reply |= *field == Field::Reply && !says;
        let review = &mut self.review;
        match field {
            // A shop's own numbers may be shorter, its goods' names too.
            Field::OrderId if review.order_id.is_none() => review.order_id = short_id(text),
            Field::ReviewId if review.review_id.is_none() => review.review_id = short_id(text),
            Field::Product if review.product.is_none() && says => review.product = Some(clean(text)),
            _ => {}
        }
        let (drawn, read) = match field {
            Field::Stars => (
                !widgets(tree, *node).is_empty(),
                // Drawn so that nobody can tell how many: they are there, and the review says that they cannot be read.
                review.stars.is_some() || review.mood.is_some() || review.unreadable,
            ),
            Field::OrderId => (false, review.order_id.is_some()),
            Field::ReviewId => (false, review.review_id.is_some()),
            Field::ReviewedAt => (false, review.time.is_some()),
            Field::Window => (false, review.reply_by.is_some() || self.reader.clock.now.is_none()),
            _ => (false, true),
        };
        (says || drawn, read)
    }
}
