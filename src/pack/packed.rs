//! The packs as `build/shapes.rs` lays them out; fields in that order.

use std::collections::BTreeMap;

use super::class::Class;
use super::evidence::{Answer, Confidence, Evidence, Local};
use super::schema::{
    About, Basis, BasisKind, Category, ClassRule, CommonReason, CommonReasons, CommonWords, Condition, DeadlineRule,
    Exemption, Pack, Reason, Report, Script, Service, Services, Stage, Suffix,
};
use crate::issue::Issue;
use crate::text::packed::Packed;

/// A platform's pack.
pub fn platform(from: &mut Packed) -> Pack {
    Pack {
        about: about(from),
        basis: Basis {
            rule: from.text().into(),
            kind: from.name(&[BasisKind::First, BasisKind::Final], BasisKind::Unknown),
            change_helps: answer(from),
            text: local(from),
            evidence: evidence(from),
        },
        categories: map(from, Packed::string, |from| Category { words: from.strings() }),
        suffixes: from.many(|from| Suffix {
            text: from.string(),
            counts: answer(from),
            class: class(from),
            evidence: evidence(from),
        }),
        classes: map(from, class, |from| ClassRule { counts: answer(from), evidence: evidence(from) }),
        reasons: from.many(reason),
        services: from.maybe(|from| Services {
            never_count: from.many(|from| from.name(&Service::ALL, Service::RefundOnly)),
            evidence: evidence(from),
        }),
        exemptions: from.many(|from| Exemption {
            id: from.string(),
            when: condition(from),
            text: local(from),
            evidence: evidence(from),
        }),
        report: from.maybe(report),
        deadlines: from.many(|from| DeadlineRule {
            id: from.string(),
            stage: from.name(&[Stage::Review], Stage::ReviewUnshipped),
            hours: from.number(),
            evidence: evidence(from),
        }),
        fits: map(from, |from| from.name(&Issue::ALL, Issue::Other), Packed::string),
    }
}

/// A common list of reasons.
pub fn common(from: &mut Packed) -> CommonReasons {
    CommonReasons {
        danger: from.strings(),
        reasons: from.many(|from| CommonReason { id: from.string(), class: class(from), spellings: from.strings() }),
        words: from.many(|from| CommonWords { id: from.string(), class: class(from), any: from.strings() }),
    }
}

#[inline(never)]
fn about(from: &mut Packed) -> About {
    About {
        name: local(from),
        metric: local(from),
        channel: local(from),
        greeting: local(from),
        zone_minutes: i16::try_from(from.number()).unwrap_or_default(),
        script: from.name(&[Script::Hans, Script::Hant], Script::En),
        reads_text: answer(from),
        may_ask: from.flag(),
        evidence: evidence(from),
    }
}

#[inline(never)]
fn reason(from: &mut Packed) -> Reason {
    Reason {
        id: from.string(),
        class: class(from),
        counts: from.maybe(answer),
        by_category: map(from, Packed::string, answer),
        spellings: from.strings(),
        evidence: evidence(from),
    }
}

fn condition(from: &mut Packed) -> Condition {
    match from.count() {
        0 => Condition::Window { days: from.number() },
        2 => Condition::SignedAfter { hours: from.number() },
        3 => Condition::Smooth { category_words: from.strings() },
        _ => Condition::Unsigned,
    }
}

#[inline(never)]
fn report(from: &mut Packed) -> Report {
    Report {
        id: from.string(),
        path: local(from),
        text: local(from),
        limit: u32::try_from(from.number()).unwrap_or_default(),
        malice_only: from.flag(),
        helps: answer(from),
        evidence: evidence(from),
    }
}

#[inline(never)]
fn evidence(from: &mut Packed) -> Evidence {
    Evidence {
        since: from.text().into(),
        source: from.text().into(),
        confidence: from.name(&[Confidence::Official, Confidence::Secondary, Confidence::Unverified], Confidence::Own),
    }
}

#[inline(never)]
fn local(from: &mut Packed) -> Local {
    Local { hans: from.text().into(), hant: from.text().into(), en: from.text().into() }
}

#[inline(never)]
fn answer(from: &mut Packed) -> Answer {
    from.name(&[Answer::Yes, Answer::No], Answer::Unknown)
}

#[inline(never)]
fn class(from: &mut Packed) -> Class {
    from.name(&Class::ALL, Class::Neutral)
}

fn map<K: Ord, T>(
    from: &mut Packed,
    key: impl Fn(&mut Packed) -> K,
    read: impl Fn(&mut Packed) -> T,
) -> BTreeMap<K, T> {
    let mut entries = BTreeMap::new();
    for _ in 0..from.count() {
        let key = key(from);
        entries.insert(key, read(from));
    }
    entries
}
