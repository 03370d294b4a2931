//! What a buyer's words complain about: 22 issues, whether the goods themselves are at fault, and signals for the advice.

use serde::{Deserialize, Serialize};

/// The 22 kinds of complaint. Ids are those of the contract and never renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(
    missing_docs,
    reason = "the names are the documentation; docs/issues.md defines them"
)]
pub enum Issue {
    ColourDifference,
    SizeFit,
    Material,
    WorkmanshipDefect,
    DamagedInTransit,
    WrongItem,
    MissingItem,
    Counterfeit,
    Smell,
    FunctionFailure,
    SlowLogistics,
    CourierService,
    SellerService,
    ChangedMind,
    PriceDrop,
    NotAsDescribed,
    ExpiredSpoiled,
    AdverseReaction,
    Packaging,
    MaliciousAbuse,
    Praise,
    Other,
}

/// A place in the buyer's text that shows an issue. Offsets count Unicode code points of the text as given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cue {
    /// The words as the buyer wrote them.
    pub text: String,
    /// First code point of the cue.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// One issue found in a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IssueFound {
    /// Which issue.
    pub issue: Issue,
    /// How strongly the text speaks for it, 0 to 1.
    pub weight: f32,
    /// Where; at least one for every issue except `other` and `praise`.
    pub cues: Vec<Cue>,
}

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
}

/// What a text says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Classification {
    /// Issues, most important first.
    pub issues: Vec<IssueFound>,
    /// The first of them, `other` when there is none.
    pub primary: Issue,
    /// Are the goods at fault by the buyer's own words? `None` when the text gives no ground to say.
    pub quality_cause: Option<bool>,
    /// Further signals; not part of `radar classify`'s output.
    #[serde(skip)]
    pub signals: Vec<Signal>,
}

/// Reads a buyer's text. Never panics, whatever the text; an empty text gives `other` and `None`.
#[must_use]
pub fn classify(_text: &str) -> Classification {
    Classification {
        issues: Vec::new(),
        primary: Issue::Other,
        quality_cause: None,
        signals: Vec::new(),
    }
}
