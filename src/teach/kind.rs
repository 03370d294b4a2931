//! What the records of a taught page are, and what their columns may be named.

use serde::{Deserialize, Serialize};

use crate::page::label::Meaning;
use crate::page::reviews::Field;

/// What the records are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Refunds.
    #[default]
    Refunds,
    /// Reviews.
    Reviews,
}

/// What a column is named; which it may be depends on what the records are. Named as in `packs/pages`: `columns.toml` for refunds,
/// `reviews.toml` for reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "named after the words of packs/pages")]
pub enum Name {
    Reason,
    Note,
    RefundId,
    OrderId,
    RefundAmount,
    PaidAmount,
    Status,
    Deadline,
    AppliedAt,
    Service,
    Shipping,
    Goods,
    Category,
    Chat,
    PaidAt,
    ShippedAt,
    SignedAt,
    Content,
    Stars,
    Product,
    ReviewedAt,
    Reply,
    State,
    Window,
    Added,
    ReviewId,
}

/// The names for refunds, in the order in which they are offered.
const REFUNDS: &[(Name, Meaning)] = &[
    (Name::Reason, Meaning::Reason),
    (Name::Note, Meaning::Note),
    (Name::RefundId, Meaning::RefundId),
    (Name::OrderId, Meaning::OrderId),
    (Name::RefundAmount, Meaning::RefundAmount),
    (Name::PaidAmount, Meaning::PaidAmount),
    (Name::Status, Meaning::Status),
    (Name::Deadline, Meaning::Deadline),
    (Name::AppliedAt, Meaning::AppliedAt),
    (Name::Service, Meaning::Service),
    (Name::Shipping, Meaning::Shipping),
    (Name::Goods, Meaning::Goods),
    (Name::Category, Meaning::Category),
    (Name::Chat, Meaning::Chat),
    (Name::PaidAt, Meaning::PaidAt),
    (Name::ShippedAt, Meaning::ShippedAt),
    (Name::SignedAt, Meaning::SignedAt),
];

/// The names for reviews.
const REVIEWS: &[(Name, Field)] = &[
    (Name::Content, Field::Content),
    (Name::Stars, Field::Stars),
    (Name::OrderId, Field::OrderId),
    (Name::Product, Field::Product),
    (Name::ReviewedAt, Field::ReviewedAt),
    (Name::Reply, Field::Reply),
    (Name::State, Field::State),
    (Name::Window, Field::Window),
    (Name::Added, Field::Added),
    (Name::ReviewId, Field::ReviewId),
];

/// What the records may be, by the names in files.
pub const PAGES: &[&str] = &["refunds", "reviews"];

/// All names, as they stand in files.
pub const NAMES: &[&str] = &[
    "reason",
    "note",
    "refund_id",
    "order_id",
    "refund_amount",
    "paid_amount",
    "status",
    "deadline",
    "applied_at",
    "service",
    "shipping",
    "goods",
    "category",
    "chat",
    "paid_at",
    "shipped_at",
    "signed_at",
    "content",
    "stars",
    "product",
    "reviewed_at",
    "reply",
    "state",
    "window",
    "added",
    "review_id",
];

impl Kind {
    /// What the columns of such records may be named, in the order in which it is offered.
    #[must_use]
    pub fn names(self) -> Vec<Name> {
        match self {
            Self::Refunds => REFUNDS.iter().map(|(name, _)| *name).collect(),
            Self::Reviews => REVIEWS.iter().map(|(name, _)| *name).collect(),
        }
    }

    /// Whether a column of such records may be named so.
    #[must_use]
    pub fn knows(self, name: Name) -> bool {
        match self {
            Self::Refunds => name.meaning().is_some(),
            Self::Reviews => name.field().is_some(),
        }
    }

    /// Whether there is something to judge in what is named so.
    #[must_use]
    pub const fn tells(self, name: Name) -> bool {
        match self {
            Self::Refunds => matches!(name, Name::Reason | Name::Note | Name::Chat),
            Self::Reviews => matches!(name, Name::Content | Name::Stars),
        }
    }
}

impl Name {
    /// What it means in a refund.
    #[must_use]
    pub fn meaning(self) -> Option<Meaning> {
        REFUNDS.iter().find(|(name, _)| *name == self).map(|(_, meaning)| *meaning)
    }

    /// What it means in a review.
    #[must_use]
    pub fn field(self) -> Option<Field> {
        REVIEWS.iter().find(|(name, _)| *name == self).map(|(_, field)| *field)
    }

    /// The name of a refund's column of this meaning.
    #[must_use]
    pub fn of_meaning(meaning: Meaning) -> Option<Self> {
        REFUNDS.iter().find(|(_, other)| *other == meaning).map(|(name, _)| *name)
    }

    /// The name of a review's column of this meaning.
    #[must_use]
    pub fn of_field(field: Field) -> Option<Self> {
        REVIEWS.iter().find(|(_, other)| *other == field).map(|(name, _)| *name)
    }

    /// As it stands in files.
    #[must_use]
    pub fn id(self) -> String {
        serde_json::to_value(self).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Whether what is named so is a figure, a time or a number, so that what stands there can be told to be none.
    #[must_use]
    pub const fn can_be_checked(self) -> bool {
        !matches!(
            self,
            Self::Reason
                | Self::Note
                | Self::Chat
                | Self::Status
                | Self::Shipping
                | Self::Goods
                | Self::Category
                | Self::Content
                | Self::Added
                | Self::Product
                | Self::Reply
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_files_are_those_of_the_packs() {
        let written = |value: &str| NAMES.contains(&value);
        let as_is = |value: serde_json::Value| value.as_str().unwrap().to_owned();
        for (name, meaning) in REFUNDS {
            assert_eq!(name.id(), as_is(serde_json::to_value(meaning).unwrap()));
            assert!(written(&name.id()) && Kind::Refunds.knows(*name));
        }
        for (name, field) in REVIEWS {
            assert_eq!(name.id(), as_is(serde_json::to_value(field).unwrap()));
            assert!(written(&name.id()) && Kind::Reviews.knows(*name));
        }
        assert_eq!(NAMES.len(), REFUNDS.len() + REVIEWS.len() - 1, "both have the order's number, and nothing else");
        for kind in [Kind::Refunds, Kind::Reviews] {
            assert!(PAGES.contains(&serde_json::to_value(kind).unwrap().as_str().unwrap()));
            assert!(kind.names().iter().any(|name| kind.tells(*name)));
        }
        assert!(!Kind::Refunds.knows(Name::Stars) && !Kind::Reviews.knows(Name::Reason));
    }
}
