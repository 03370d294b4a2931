//! What a text tells besides its issues.

use serde::{Deserialize, Serialize};

/// What else the words tell that the advice must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// Burn, fire, explosion, electric shock, poisoning, allergy, injury, a child hurt, a foreign body in food.
    Safety,
    /// The buyer names an own mistake or own change of mind ("拍错了", "怪我没看清").
    OwnMistake,
    /// The buyer says the goods have no fault ("不是质量问题", "东西没毛病").
    GoodsAreFine,
    /// The buyer has already refused to change the reason, or was asked before.
    RefusesChange,
    /// The buyer says the shop told them which reason to choose.
    SellerInduced,
    /// The buyer asks for another size, colour or a new one instead of money.
    WantsExchange,
    /// The buyer asks for a repair.
    WantsRepair,
    /// The buyer asks for the missing or broken part to be sent.
    WantsResend,
    /// The buyer points at pictures instead of words ("看图").
    PointsAtPicture,
    /// The words tell of no fault, by the likeliest reading, and yet may: enough not to ask for another reason.
    FaultSuspected,
}

impl Signal {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Safety,
        Self::OwnMistake,
        Self::GoodsAreFine,
        Self::RefusesChange,
        Self::SellerInduced,
        Self::WantsExchange,
        Self::WantsRepair,
        Self::WantsResend,
        Self::PointsAtPicture,
        Self::FaultSuspected,
    ];
}
