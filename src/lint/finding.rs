//! The rules by name, and what a finding says.

use serde::{Deserialize, Serialize};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The text must not go out like this.
    Block,
    /// The agent should look again.
    Warn,
}

/// The rules. Ids are those of the contract and never renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Money, gift or favour for a review, a changed or a removed one.
    BenefitForReview,
    /// The same for another reason of the refund.
    BenefitForReason,
    /// Name, address, number that point at a person.
    PersonalData,
    /// A way to talk outside the platform.
    OffPlatformContact,
    /// Contempt for the buyer.
    Insult,
    /// Court, police, exposure, blacklist.
    Threat,
    /// An amount, a date or an accomplished act that nobody has entered.
    UnboundFact,
    /// A slot of a template, or another shop's name left in it.
    UnfilledSlot,
    /// More than the box takes.
    OverLimit,
    /// An article that does not say this.
    WrongLaw,
    /// Words that advertising law forbids.
    AbsoluteClaim,
    /// Orders or reviews that are bought.
    FakeOrders,
    /// Danger is spoken of, but not what to do now.
    SafetyWithoutAction,
    /// Blame is put on the buyer or the carrier.
    Denial,
    /// Begs for stars or for another review.
    AsksForStars,
    /// Says again what the review or an earlier reply says.
    NearCopy,
    /// Three apologies or more.
    TooManyApologies,
    /// Another script than the buyer's.
    ScriptMismatch,
}

impl Rule {
    /// All of them, in the order of the contract.
    pub const ALL: [Self; 18] = [
        Self::BenefitForReview,
        Self::BenefitForReason,
        Self::PersonalData,
        Self::OffPlatformContact,
        Self::Insult,
        Self::Threat,
        Self::UnboundFact,
        Self::UnfilledSlot,
        Self::OverLimit,
        Self::WrongLaw,
        Self::AbsoluteClaim,
        Self::FakeOrders,
        Self::SafetyWithoutAction,
        Self::Denial,
        Self::AsksForStars,
        Self::NearCopy,
        Self::TooManyApologies,
        Self::ScriptMismatch,
    ];

    /// The id of the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::BenefitForReview => "benefit_for_review",
            Self::BenefitForReason => "benefit_for_reason",
            Self::PersonalData => "personal_data",
            Self::OffPlatformContact => "off_platform_contact",
            Self::Insult => "insult",
            Self::Threat => "threat",
            Self::UnboundFact => "unbound_fact",
            Self::UnfilledSlot => "unfilled_slot",
            Self::OverLimit => "over_limit",
            Self::WrongLaw => "wrong_law",
            Self::AbsoluteClaim => "absolute_claim",
            Self::FakeOrders => "fake_orders",
            Self::SafetyWithoutAction => "safety_without_action",
            Self::Denial => "denial",
            Self::AsksForStars => "asks_for_stars",
            Self::NearCopy => "near_copy",
            Self::TooManyApologies => "too_many_apologies",
            Self::ScriptMismatch => "script_mismatch",
        }
    }

    /// The key of the sentence for the agent, where the rule has but one.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::BenefitForReview => "lint_benefit_for_review",
            Self::BenefitForReason => "lint_benefit_for_reason",
            Self::PersonalData => "lint_personal_data",
            Self::OffPlatformContact => "lint_off_platform_contact",
            Self::Insult => "lint_insult",
            Self::Threat => "lint_threat",
            Self::UnboundFact => "lint_unbound_act",
            Self::UnfilledSlot => "lint_unfilled_slot",
            Self::OverLimit => "lint_over_limit",
            Self::WrongLaw => "lint_law_not_there",
            Self::AbsoluteClaim => "lint_absolute_claim",
            Self::FakeOrders => "lint_fake_orders",
            Self::SafetyWithoutAction => "lint_safety_without_action",
            Self::Denial => "lint_denial",
            Self::AsksForStars => "lint_asks_for_stars",
            Self::NearCopy => "lint_near_copy",
            Self::TooManyApologies => "lint_too_many_apologies",
            Self::ScriptMismatch => "lint_script_mismatch",
        }
    }

    /// The rule of an id; `None` when there is none of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.id() == id)
    }

    /// Does a finding of this rule keep the text from going out?
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::Denial | Self::AsksForStars | Self::NearCopy | Self::TooManyApologies | Self::ScriptMismatch => {
                Severity::Warn
            }
            _ => Severity::Block,
        }
    }
}

/// What replaces the span of a finding; an empty text takes it away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Fix {
    /// What stands there then.
    pub with: String,
}

/// One place that must not stay as it is. Places count Unicode code points of the text as given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// How grave.
    pub severity: Severity,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words there; empty where something is missing from the text.
    pub found: String,
    /// One sentence for the agent.
    pub why: String,
    /// What to put there instead, where that is certain.
    pub fix: Option<Fix>,
}

/// What the rules say of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct LintReport {
    /// Whether any finding blocks.
    pub blocked: bool,
    /// In the order of the text.
    pub findings: Vec<Finding>,
}

impl LintReport {
    /// Findings in the order of the text, the same place only once a rule.
    #[must_use]
    pub fn of(mut findings: Vec<Finding>) -> Self {
        findings.sort_by_key(|finding| (finding.start, finding.end, finding.rule));
        findings.dedup_by_key(|finding| (finding.start, finding.end, finding.rule));
        // What lies inside a longer place of the same rule is told by that.
        let places: Vec<_> = findings.iter().map(|finding| (finding.rule, finding.start, finding.end)).collect();
        findings.retain(|one| {
            let inside = |(rule, start, end): &(Rule, usize, usize)| {
                *rule == one.rule && *start <= one.start && one.end <= *end && (*start, *end) != (one.start, one.end)
            };
            !places.iter().any(inside)
        });
        Self { blocked: findings.iter().any(|finding| finding.severity == Severity::Block), findings }
    }

    /// Whether a rule has found anything.
    #[must_use]
    pub fn has(&self, rule: Rule) -> bool {
        self.findings.iter().any(|finding| finding.rule == rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_agree_with_json() {
        for rule in Rule::ALL {
            assert_eq!(Rule::from_id(rule.id()), Some(rule));
            assert_eq!(serde_json::to_value(rule).unwrap(), rule.id());
        }
        assert_eq!(Rule::ALL.iter().filter(|rule| rule.severity() == Severity::Block).count(), 13);
    }
}
