//! The cross-platform classes of refund reasons.

use serde::{Deserialize, Serialize};

/// What a stated reason says, whatever the platform calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// An allergy or another reaction.
    Allergy,
    /// The buyer's own change of mind, mistake or taste.
    ChangedMind,
    /// Colour, style or pattern differs from the description.
    Colour,
    /// Fake goods.
    Counterfeit,
    /// Broken, stained or spilled on arrival.
    Damage,
    /// Differs from the description, without saying in what.
    Description,
    /// Does not work as described.
    Effect,
    /// Too late, lost, not tracked.
    Logistics,
    /// Fabric, material or ingredients differ.
    Material,
    /// Something is missing.
    Missing,
    /// No reason, or none that says anything about the goods: agreed, other, freight, invoice.
    Neutral,
    /// The seven days' return without a reason.
    NoReason,
    /// Price or coupon.
    Price,
    /// A fault of quality or workmanship.
    Quality,
    /// The size differs from what was stated.
    SizeAsDescribed,
    /// The size does not fit the buyer.
    SizeFit,
    /// Smell.
    Smell,
    /// Rotten, mouldy or out of date.
    Spoiled,
    /// Another item was sent.
    WrongItem,
}

impl Class {
    /// All of them, sorted.
    pub const ALL: [Self; 19] = [
        Self::Allergy,
        Self::ChangedMind,
        Self::Colour,
        Self::Counterfeit,
        Self::Damage,
        Self::Description,
        Self::Effect,
        Self::Logistics,
        Self::Material,
        Self::Missing,
        Self::Neutral,
        Self::NoReason,
        Self::Price,
        Self::Quality,
        Self::SizeAsDescribed,
        Self::SizeFit,
        Self::Smell,
        Self::Spoiled,
        Self::WrongItem,
    ];

    /// Does a reason of this class blame the goods themselves?
    #[must_use]
    pub const fn blames_goods(self) -> bool {
        matches!(
            self,
            Self::Allergy
                | Self::Counterfeit
                | Self::Description
                | Self::Effect
                | Self::Material
                | Self::Quality
                | Self::Smell
                | Self::Spoiled
        )
    }

    /// Is it the buyer's own side: taste, mistake, fit, price, or no reason at all?
    #[must_use]
    pub const fn is_buyers_own(self) -> bool {
        matches!(self, Self::ChangedMind | Self::NoReason | Self::Price | Self::SizeFit)
    }
}
