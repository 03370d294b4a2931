//! What the words over a column of reviews, or before a value of one, mean.

use serde::{Deserialize, Serialize};

use super::pack::words;
use crate::page::label::normal;
use crate::page::naming::named;

/// The meaning of a column or a labelled value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "named after the words of packs/pages/reviews.toml")]
pub enum Field {
    Content,
    Added,
    Stars,
    Product,
    ReviewedAt,
    Reply,
    State,
    Window,
    OrderId,
    ReviewId,
    Buyer,
    Operation,
    /// Known, and of no use.
    Other,
}

/// Longest label, in characters.
const LONGEST: usize = 24;

impl Field {
    /// What `label` means; `None` where it is no label or one nobody has taught us.
    #[must_use]
    pub fn of(label: &str) -> Option<Self> {
        // Over a cell of several things the one that only its column can tell decides; numbers and times are found anyway.
        let parts: Vec<Self> = label
            .split(['/', '、', '&', '|'])
            .filter(|part| part.len() < label.len())
            .filter_map(Self::of_one)
            .collect();
        let told = [Self::Content, Self::Stars].into_iter().find(|field| parts.contains(field));
        told.or_else(|| Self::of_one(label)).or_else(|| parts.first().copied())
    }

    fn of_one(label: &str) -> Option<Self> {
        if label.len() > LONGEST.saturating_mul(4) {
            return None;
        }
        let text = normal(label);
        if text.is_empty() || text.chars().count() > LONGEST || text.bytes().filter(u8::is_ascii_digit).count() > 1 {
            return None;
        }
        let fields = &words().field;
        if let Some(found) = fields.iter().find(|words| words.exact.contains(&text)) {
            return Some(found.id);
        }
        named(fields, &text).map(|naming| naming.id)
    }

    /// The label's meaning where nothing but its exact words will do: inside a record, where a buyer's words may sound like labels.
    #[must_use]
    pub fn exactly(label: &str) -> Option<Self> {
        if label.len() > LONGEST.saturating_mul(4) {
            return None;
        }
        let text = normal(label);
        words().field.iter().find(|words| words.exact.contains(&text)).map(|words| words.id)
    }

    /// Whether the word only makes sense in a list of reviews.
    #[must_use]
    pub const fn tells_a_review(self) -> bool {
        matches!(self, Self::Content | Self::Added | Self::ReviewId | Self::ReviewedAt | Self::Stars)
    }
}

#[cfg(test)]
mod tests;
