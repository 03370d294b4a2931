//! A platform's rules for replies and for reports: `packs/reviews`.

use std::sync::OnceLock;

use crate::pack::{Answer, Confidence, Evidence, Local, Packs, Platform, Script};
use crate::text::moment::SHANGHAI;
use crate::text::packed::{Packed, files};
use time::UtcOffset;

const REVIEWS: &str = include_str!(concat!(env!("OUT_DIR"), "/reviews.packed"));

/// From when the days for a reply count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The review.
    Review,
    /// The parcel's receipt.
    Signed,
}

/// What is known of one platform.
#[derive(Debug, Clone)]
pub struct Rules {
    /// What the chat with buyers is called in a reply.
    pub channel: Local,
    /// How many characters a reply may have; `None` where that is not known.
    pub limit: Option<usize>,
    /// One reply only?
    pub once: Answer,
    /// Can it be changed afterwards?
    pub editable: Answer,
    /// For how many days a reply is possible; `None` where that is not known.
    pub days: Option<i64>,
    /// From when they count.
    pub from: From,
    /// Does a later addition of the buyer's end the time for the first reply?
    pub closed_by_added: Answer,
    /// Of all these.
    pub evidence: Evidence,
    /// How a malicious review is reported.
    pub report: ReportRules,
    /// The script to write in where nothing shows another.
    pub script: Script,
    /// The platform's zone.
    pub zone: UtcOffset,
}

/// How a malicious review is reported.
#[derive(Debug, Clone)]
pub struct ReportRules {
    /// What the platform wants to see.
    pub proof: Local,
    /// Where it is reported.
    pub path: Local,
    /// One report only?
    pub once: Answer,
    /// Of all these.
    pub evidence: Evidence,
}

/// The rules of a platform; read once.
#[must_use]
pub fn rules(platform: Platform) -> &'static Rules {
    static READ: [OnceLock<Rules>; Platform::ALL.len()] = [const { OnceLock::new() }; Platform::ALL.len()];
    static NONE: OnceLock<Rules> = OnceLock::new();
    let read = || {
        let fields = files(REVIEWS).find(|(id, _)| *id == platform.id()).map(|(_, fields)| fields);
        Rules::read(fields.unwrap_or_default(), platform)
    };
    READ.get(platform.place()).unwrap_or(&NONE).get_or_init(read)
}

impl Rules {
    fn read(mut fields: Packed, platform: Platform) -> Self {
        let from = &mut fields;
        let book = Packs::embedded().book(platform);
        Self {
            channel: local(from),
            limit: known(from.number()).and_then(|limit| usize::try_from(limit).ok()),
            once: answer(from),
            editable: answer(from),
            days: known(from.number()),
            from: from.name(&[From::Review], From::Signed),
            closed_by_added: answer(from),
            evidence: evidence(from),
            report: ReportRules { proof: local(from), path: local(from), once: answer(from), evidence: evidence(from) },
            script: book.map_or(Script::Hans, |book| book.pack.about.script),
            zone: book.map_or(SHANGHAI, |book| book.zone()),
        }
    }
}

fn known(number: i64) -> Option<i64> {
    (number > 0).then_some(number)
}

fn answer(from: &mut Packed) -> Answer {
    from.name(&[Answer::Yes, Answer::No], Answer::Unknown)
}

fn local(from: &mut Packed) -> Local {
    Local { hans: from.text().into(), hant: from.text().into(), en: from.text().into() }
}

fn evidence(from: &mut Packed) -> Evidence {
    let all = [Confidence::Official, Confidence::Secondary, Confidence::Unverified];
    Evidence { since: from.text().into(), source: from.text().into(), confidence: from.name(&all, Confidence::Own) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_platform_has_rules_with_evidence() {
        // A taught page's, too: a reply names a channel there, and nothing else is known.
        for platform in Platform::ALL.into_iter().chain([Platform::Unknown]) {
            let rules = rules(platform);
            assert!(rules.channel.is_complete() && rules.report.proof.is_complete(), "{platform:?}");
            assert!(rules.report.path.is_complete() && !rules.evidence.source.is_empty(), "{platform:?}");
            // What nobody has written down stays unknown.
            assert!(rules.evidence.source != "none found" || rules.once == Answer::Unknown, "{platform:?}");
        }
        assert_eq!((rules(Platform::Taobao).days, rules(Platform::Taobao).limit), (Some(30), Some(500)));
        let unknown = rules(Platform::Unknown);
        assert_eq!((unknown.days, unknown.limit, unknown.once), (None, None, Answer::Unknown));
        assert_eq!(rules(Platform::Jd).days, None);
        assert_eq!(rules(Platform::Pinduoduo).report.once, Answer::Yes);
    }
}
