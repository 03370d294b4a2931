//! What the rule packs know, for the options page: every rule with its date, source and confidence.

use serde::{Deserialize, Serialize};

use crate::pack::{Answer, Class, Evidence, Packs, Platform};
use crate::page::scores::pack::{self as scores, Kind, Metric, PlatformScores};
use crate::plan::{confidence_key, known, source_text};
use crate::words::{Locale, text};

/// One platform's pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackAbout {
    /// The platform's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The figure that refunds touch.
    pub metric: String,
    /// How many reasons are known.
    pub reasons: usize,
    /// Its rules.
    pub rules: Vec<RuleAbout>,
    /// The figures that can have a target.
    pub scores: Vec<ScoreAbout>,
}

/// A figure that can have a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreAbout {
    /// Its id.
    pub id: String,
    /// Its usual label on the platform's page.
    pub name: String,
    /// A share of orders in per cent; else a mean of stars.
    pub rate: bool,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleAbout {
    /// What it says.
    pub text: String,
    /// Since when it is so, or of when the source is.
    pub since: Option<String>,
    /// Where it is known from.
    pub source: String,
    /// How sure, in words.
    pub confidence: String,
}

/// What a pack knows of a reason's label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonAbout {
    /// Its id; none where nobody has listed it.
    pub id: Option<String>,
    /// Its class; none likewise.
    pub class: Option<Class>,
    /// Does it count?
    pub counts: Answer,
}

/// All packs as shipped.
#[must_use]
pub fn packs(locale: Locale) -> Vec<PackAbout> {
    let rule = |text: &str, evidence: &Evidence| RuleAbout {
        text: text.to_owned(),
        since: known(&evidence.since).map(str::to_owned),
        source: source_text(locale, &evidence.source),
        confidence: self::text(locale, confidence_key(evidence.confidence), &[]),
    };
    let about = |platform: Platform| {
        let pack = &Packs::embedded().book(platform)?.pack;
        let mut rules = vec![rule(pack.basis.text.get(locale), &pack.basis.evidence)];
        rules.extend(pack.exemptions.iter().map(|it| rule(it.text.get(locale), &it.evidence)));
        rules.extend(pack.report.iter().map(|it| rule(it.text.get(locale), &it.evidence)));
        Some(PackAbout {
            id: platform.id().to_owned(),
            name: pack.about.name.get(locale).to_owned(),
            metric: pack.about.metric.get(locale).to_owned(),
            reasons: pack.reasons.len(),
            rules,
            scores: scores(platform),
        })
    };
    Platform::ALL.into_iter().filter_map(about).collect()
}

/// What is banded or ranked has no target that could be reckoned with.
fn scores(platform: Platform) -> Vec<ScoreAbout> {
    let metrics = scores::packs().of(platform).map(PlatformScores::metrics).unwrap_or_default();
    let aimed = metrics.iter().filter(|metric| matches!(metric.kind, Kind::Mean | Kind::Rate));
    let about = |metric: &Metric| ScoreAbout {
        id: metric.id.to_owned(),
        name: metric.name.to_owned(),
        rate: metric.kind == Kind::Rate,
    };
    aimed.map(about).collect()
}

/// What the pack of `platform` knows of `label` as shipped.
#[must_use]
pub fn reason(platform: &str, label: &str) -> ReasonAbout {
    let book = Platform::from_id(platform).and_then(|platform| Packs::embedded().book(platform));
    match book.map(|book| book.find(label, None)) {
        Some(found) => ReasonAbout { id: found.id.map(str::to_owned), class: found.class, counts: found.counts },
        None => ReasonAbout { id: None, class: None, counts: Answer::Unknown },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_platform_tells_its_rules_with_their_evidence() {
        for locale in Locale::ALL {
            let packs = packs(locale);
            assert_eq!(packs.len(), Platform::ALL.len());
            for rule in packs.iter().flat_map(|pack| &pack.rules) {
                assert!(!rule.text.is_empty() && !rule.source.is_empty() && !rule.confidence.contains('_'), "{rule:?}");
            }
        }
    }

    #[test]
    fn only_means_and_rates_can_have_a_target() {
        let packs = packs(Locale::ZhCn);
        let taobao = packs.iter().find(|pack| pack.id == "taobao").unwrap();
        let of = |id: &str| taobao.scores.iter().find(|score| score.id == id);
        assert_eq!(of("dsr_service").map(|it| (it.name.as_str(), it.rate)), Some(("服务态度", false)));
        assert_eq!(of("first_quality_refund_rate").map(|it| it.rate), Some(true));
        assert_eq!(of("experience"), None, "a banded score");
        assert!(packs.iter().find(|pack| pack.id == "shopify").unwrap().scores.is_empty());
    }

    #[test]
    fn a_label_is_looked_up_and_an_unknown_one_stays_unknown() {
        let known = reason("taobao", "质量问题");
        assert_eq!(
            (known.id.as_deref(), known.class, known.counts),
            (Some("quality_issue"), Some(Class::Quality), Answer::Yes)
        );
        for (platform, label) in [("taobao", "店铺约定退款甲"), ("ebay", "质量问题")] {
            assert_eq!(reason(platform, label), ReasonAbout { id: None, class: None, counts: Answer::Unknown });
        }
    }
}
