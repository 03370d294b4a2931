//! What a shop knows better: its own rules, reasons and spellings, laid over the packs from the settings.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::class::Class;
use super::evidence::{Answer, Confidence, Evidence};
use super::schema::{BasisKind, Pack, Reason, Stage};
use super::{Platform, spelling};

/// A piece of a pack that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {key}: {what}")]
pub struct PackProblem {
    /// The file, `packs/platforms/douyin.toml`, or the settings.
    pub file: String,
    /// The key within it, `reasons[3] (quality_issue)`.
    pub key: String,
    /// What was found and what was expected.
    pub what: String,
}

/// The shop's own entries by platform id, as they stand in the settings.
pub type Own = BTreeMap<String, OwnPack>;

/// The shop's own entries for one platform.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OwnPack {
    /// First, final or unknown; replaces the pack's rule.
    pub basis: Option<BasisKind>,
    /// Does changing the reason move the figure? Follows from `basis` where nothing is said.
    pub change_helps: Option<Answer>,
    /// Hours by stage; replaces the pack's.
    pub deadlines: BTreeMap<Stage, i64>,
    /// Reasons to add or to change.
    pub reasons: Vec<OwnReason>,
    /// Since when `basis`, `change_helps` and `deadlines` hold, `YYYY-MM-DD`.
    pub since: Option<String>,
    /// Where the shop has them from.
    pub note: Option<String>,
}

/// A reason to add (a new id) or to change (one of the pack).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OwnReason {
    /// The reason's id.
    pub id: String,
    /// Needed for a new reason.
    pub class: Option<Class>,
    /// Does it count? Holds for every category.
    pub counts: Option<Answer>,
    /// Further spellings; one that the pack gives to another reason moves here.
    pub spellings: Vec<String>,
    /// Since when it is so, `YYYY-MM-DD`.
    pub since: Option<String>,
    /// Where the shop has it from.
    pub note: Option<String>,
}

/// The shop's word: its date where it gave one, and its note instead of a source.
fn evidence(since: Option<&String>, note: Option<&String>) -> Evidence {
    Evidence {
        since: since.map_or("unknown".into(), |since| since.clone().into()),
        source: note.map_or("settings".into(), |note| note.clone().into()),
        confidence: Confidence::Own,
    }
}

/// Lays the shop's entries over `pack`. What cannot be used is named and left out.
pub fn lay_over(pack: &mut Pack, platform: Platform, own: &OwnPack, problems: &mut Vec<PackProblem>) {
    let mut report = |key: String, what: &str| {
        problems.push(PackProblem { file: format!("settings ({})", platform.id()), key, what: what.to_owned() });
    };
    let evidence = evidence(own.since.as_ref(), own.note.as_ref());
    if let Some(kind) = own.basis {
        pack.basis.kind = kind;
        pack.basis.change_helps = match kind {
            BasisKind::First => Answer::No,
            BasisKind::Final => Answer::Yes,
            BasisKind::Unknown => Answer::Unknown,
        };
    }
    if let Some(helps) = own.change_helps {
        pack.basis.change_helps = helps;
    }
    if own.basis.is_some() || own.change_helps.is_some() {
        pack.basis.rule = format!("own/{}", platform.id()).into();
        pack.basis.evidence = evidence.clone();
    }
    for (stage, hours) in &own.deadlines {
        if !(1..=1440).contains(hours) {
            report(format!("deadlines.{stage:?}"), "expected 1 to 1440 hours");
            continue;
        }
        pack.deadlines.retain(|rule| rule.stage != *stage);
        let id = format!("own/{}", platform.id());
        let rule = super::schema::DeadlineRule { id, stage: *stage, hours: *hours, evidence: evidence.clone() };
        pack.deadlines.push(rule);
    }
    for (place, entry) in own.reasons.iter().enumerate() {
        let evidence = self::evidence(entry.since.as_ref(), entry.note.as_ref());
        if let Err(what) = reason(pack, entry, &evidence) {
            report(format!("reasons[{place}] ({})", entry.id), what);
        }
    }
}

fn reason(pack: &mut Pack, own: &OwnReason, evidence: &Evidence) -> Result<(), &'static str> {
    if own.id.trim().is_empty() {
        return Err("id: expected a name");
    }
    let mut spellings = Vec::with_capacity(own.spellings.len());
    for text in own.spellings.iter().filter(|text| !spelling::key(text).is_empty()) {
        add_sorted(&mut spellings, text);
    }
    let known = pack.reasons.iter().position(|reason| reason.id == own.id);
    if known.is_none() && own.class.is_none() {
        return Err("class: a new reason needs one");
    }
    if known.is_none() && spellings.is_empty() {
        return Err("spellings: a new reason needs at least one");
    }
    let keys: Vec<String> = spellings.iter().map(|text| spelling::key(text)).collect();
    for other in pack.reasons.iter_mut().filter(|reason| reason.id != own.id) {
        other.spellings.retain(|text| !keys.contains(&spelling::key(text)));
    }
    if let Some(reason) = known.and_then(|place| pack.reasons.get_mut(place)) {
        reason.class = own.class.unwrap_or(reason.class);
        if let Some(counts) = own.counts {
            reason.counts = Some(counts);
            reason.by_category.clear();
        }
        if own.class.is_some() || own.counts.is_some() {
            reason.evidence = evidence.clone();
        }
        for text in &spellings {
            add_sorted(&mut reason.spellings, text);
        }
        return Ok(());
    }
    let place = pack.reasons.partition_point(|reason| reason.id < own.id);
    let added = Reason {
        id: own.id.clone(),
        class: own.class.unwrap_or(Class::Neutral),
        counts: own.counts,
        by_category: BTreeMap::new(),
        spellings,
        evidence: evidence.clone(),
    };
    pack.reasons.insert(place, added);
    Ok(())
}

fn add_sorted(texts: &mut Vec<String>, text: &String) {
    if let Err(place) = texts.binary_search(text) {
        texts.insert(place, text.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::Packs;
    use serde_json::json;

    fn packs(own: serde_json::Value) -> Packs {
        Packs::with_own(&serde_json::from_value(own).unwrap())
    }

    #[test]
    fn a_rule_of_the_shop_replaces_the_packs() {
        let packs = packs(
            json!({ "jd": { "basis": "final", "deadlines": { "review": 12 }, "since": "2026-03-01", "note": "类目经理说的" } }),
        );
        let pack = &packs.book(Platform::Jd).unwrap().pack;
        assert_eq!((pack.basis.kind, pack.basis.change_helps), (BasisKind::Final, Answer::Yes));
        assert_eq!(pack.basis.rule, "own/jd");
        let evidence =
            Evidence { since: "2026-03-01".into(), source: "类目经理说的".into(), confidence: Confidence::Own };
        assert_eq!(pack.basis.evidence, evidence);
        assert!(pack.deadlines.iter().any(|rule| rule.hours == 12));
        let untouched = packs.book(Platform::Taobao).unwrap();
        assert_eq!(untouched.pack, Packs::embedded().book(Platform::Taobao).unwrap().pack);
    }

    #[test]
    fn a_spelling_and_a_reason_are_added() {
        let packs = packs(json!({ "douyin": { "reasons": [
            { "id": "quality_issue", "spellings": ["货品不行"] },
            { "id": "our_case", "class": "neutral", "counts": "no", "spellings": ["店铺约定退款"] } ] } }));
        let book = packs.book(Platform::Douyin).unwrap();
        assert_eq!(book.find("货品不行", None).id, Some("quality_issue"));
        assert_eq!(book.find("货品不行", None).counts, Answer::Yes);
        let own = book.find("店铺约定退款", None);
        assert_eq!((own.id, own.counts), (Some("our_case"), Answer::No));
        assert_eq!(own.evidence.map(|evidence| evidence.confidence), Some(Confidence::Own));
    }

    #[test]
    fn a_count_of_the_shop_holds_for_every_category() {
        let packs = packs(json!({ "taobao": { "reasons": [{ "id": "effect_mismatch", "counts": "no" }] } }));
        let book = packs.book(Platform::Taobao).unwrap();
        assert_eq!(book.find("功能/效果与商品描述不符", Some("保健食品")).counts, Answer::No);
        let shipped = Packs::embedded();
        let shipped = shipped.book(Platform::Taobao).unwrap();
        assert_eq!(shipped.find("功能/效果与商品描述不符", Some("保健食品")).counts, Answer::Yes);
    }

    #[test]
    fn what_cannot_be_used_is_named_and_the_rest_is_used() {
        let packs = packs(json!({ "ebay": {}, "jd": { "deadlines": { "review": 0 }, "reasons": [
            { "id": "nameless" }, { "id": "quality_issue", "spellings": ["坏的"] } ] } }));
        let texts: Vec<String> = packs.problems().iter().map(ToString::to_string).collect();
        assert!(texts.iter().any(|text| text.contains("ebay")), "{texts:?}");
        assert!(texts.iter().any(|text| text.contains("reasons[0] (nameless): class")), "{texts:?}");
        assert!(texts.iter().any(|text| text.contains("1440")), "{texts:?}");
        assert_eq!(packs.book(Platform::Jd).unwrap().find("坏的", None).id, Some("quality_issue"));
    }
}
