//! One review as the page shows it.

use serde::Serialize;
use serde::ser::Serializer;

use crate::page::node::NodeId;
use crate::page::record::Shown;
use crate::text::moment::Moment;

/// Stars in tenths, 5 to 50. Written as `2` or `2.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stars(u8);

impl Stars {
    /// Three stars: the best that still is a negative review.
    pub const NEGATIVE: Self = Self(30);
    /// Two stars: the best that is a bad one.
    pub const BAD: Self = Self(20);

    /// Stars of so many tenths; `None` outside half a star to five.
    #[must_use]
    pub fn of_tenths(tenths: u8) -> Option<Self> {
        (5..=50).contains(&tenths).then_some(Self(tenths))
    }

    /// Stars from a figure; `None` outside half a star to five.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie between 0 and 6")]
    pub fn of(value: f64) -> Option<Self> {
        (value > 0.0 && value < 6.0).then(|| (value * 10.0).round() as u8).and_then(Self::of_tenths)
    }

    /// In tenths.
    #[must_use]
    pub const fn tenths(self) -> u8 {
        self.0
    }

    /// Whole stars: half a star less than a whole one is not given to the shop.
    #[must_use]
    pub const fn whole(self) -> u8 {
        self.0 / 10
    }
}

impl Serialize for Stars {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(10) {
            to.serialize_u8(self.0 / 10)
        } else {
            to.serialize_f64(f64::from(self.0) / 10.0)
        }
    }
}

/// A verdict that a page gives in words instead of stars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mood {
    /// 好评
    Good,
    /// 中评
    Neutral,
    /// 差评
    Bad,
}

/// What a page says about one review. What it does not say stays `None`.
#[derive(Debug, Clone, Default)]
pub struct Review {
    /// Stable over re-rendering and paging.
    pub key: String,
    /// The order's number.
    pub order_id: Option<String>,
    /// The review's own number.
    pub review_id: Option<String>,
    /// The buyer's words.
    pub text: Option<Shown>,
    /// Whether the platform put a text where the buyer wrote none.
    pub default_text: bool,
    /// What the buyer added later.
    pub added: Option<Shown>,
    /// The goods' stars.
    pub stars: Option<Stars>,
    /// Where they stand, read or not.
    pub stars_node: Option<NodeId>,
    /// The verdict in words.
    pub mood: Option<Mood>,
    /// The goods' title.
    pub product: Option<String>,
    /// When it was written.
    pub time: Option<Moment>,
    /// The shop's answer.
    pub reply: Option<String>,
    /// Whether it has been answered.
    pub answered: Option<bool>,
    /// Until when it can be answered, as the page says.
    pub reply_by: Option<Moment>,
    /// Whether it shows pictures.
    pub pictures: bool,
    /// How much the reply box takes.
    pub limit: Option<u32>,
    /// Whether stars were drawn that nobody can read.
    pub unreadable: bool,
    /// The pieces of the record in the page's order.
    pub pieces: Vec<NodeId>,
}

impl Review {
    /// The number by which the report knows the review.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.review_id.as_deref().or(self.order_id.as_deref())
    }

    /// Every number of the review.
    #[must_use]
    pub fn ids(&self) -> Vec<&str> {
        self.review_id.iter().chain(&self.order_id).map(String::as_str).collect()
    }

    /// Everything the buyer wrote, the added words on a line of their own.
    #[must_use]
    pub fn words(&self) -> String {
        let said: Vec<&str> =
            [&self.text, &self.added].into_iter().flatten().map(|shown| shown.text.as_str()).collect();
        said.join("\n")
    }

    /// What stays the same while the shop answers, for the key of a review without a number.
    #[must_use]
    pub fn content(&self) -> String {
        let text = self.text.as_ref().map(|shown| shown.text.as_str()).unwrap_or_default();
        let time = self.time.map(Moment::to_rfc3339).unwrap_or_default();
        [text, self.product.as_deref().unwrap_or_default(), &time].join("\u{1F}")
    }
}
