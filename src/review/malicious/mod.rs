//! Reviews that look malicious: the three classes of the trade and extortion, only on positive evidence in the words themselves.
//! Stars, anger and a low opinion are none.

pub mod evidence;

use std::sync::OnceLock;

use super::answer::{Malice, Malicious};
use super::matter::Matter;
use super::pack::{Texts, texts};
use super::topics::{build, cue};
use crate::issue::lexicon::{CueSpec, Lexicon};
use crate::issue::{self, Issue};
use crate::text::packed::files;

const MALICE: &str = include_str!(concat!(env!("OUT_DIR"), "/malice.packed"));

/// The classes in the order in which one outweighs another.
const ORDER: [(Malice, &str); 5] = [
    (Malice::Extortion, "extortion"),
    (Malice::Competitor, "competitor"),
    (Malice::Competitor, "elsewhere"),
    (Malice::FalseClaim, "false_claim"),
    (Malice::Abuse, "abuse"),
];

/// At most so many pieces of evidence are shown.
const SHOWN: usize = 4;

/// What in the words speaks for a malicious review; `None` where nothing does.
#[must_use]
pub fn find(matter: &Matter<'_>) -> Option<Malicious> {
    let names = names();
    let hits = issue::asserted(lexicon(), &matter.words).into_iter().filter(|hit| !hit.quoted).collect::<Vec<_>>();
    let words = |id: &str| -> Vec<String> {
        let mine = hits.iter().filter(|hit| names.get(usize::from(hit.cue)).is_some_and(|name| name == id));
        let text = |hit: &issue::Asserted| {
            matter.words.chars().skip(hit.start).take(hit.end.saturating_sub(hit.start)).collect()
        };
        mine.take(SHOWN).map(text).collect()
    };
    for (class, id) in ORDER {
        let mut evidence = words(id);
        if class == Malice::FalseClaim {
            evidence.extend(contradiction(matter));
        }
        // Who names a fault besides has a complaint, however rude.
        if class == Malice::Abuse && has_complaint(matter) || id == "elsewhere" && has_fault(matter) {
            continue;
        }
        if !evidence.is_empty() {
            return Some(Malicious { class, evidence });
        }
    }
    None
}

fn has_complaint(matter: &Matter<'_>) -> bool {
    let vague = |issue: Issue| matches!(issue, Issue::Other | Issue::Praise | Issue::MaliciousAbuse);
    !matter.topics.is_empty()
        || !matter.dangers.is_empty()
        || matter.said.issues.iter().any(|found| !vague(found.issue))
}

/// A fault of this purchase; that it is cheaper elsewhere is none.
fn has_fault(matter: &Matter<'_>) -> bool {
    let other = |issue: Issue| {
        matches!(issue, Issue::Other | Issue::Praise | Issue::MaliciousAbuse | Issue::PriceDrop | Issue::Counterfeit)
    };
    !matter.dangers.is_empty()
        || matter.topics.iter().any(|found| !other(found.topic.issue))
        || matter.said.issues.iter().any(|found| !other(found.issue))
}

/// Facts that tell what the buyer said or did elsewhere.
const TOLD: [&str; 5] = ["complaint", "chat", "after_sale", "refund_note", "note"];

/// Says that nothing has arrived while the facts have the buyer complain of using it.
fn contradiction(matter: &Matter<'_>) -> Option<String> {
    let claims = matter.topics.iter().find(|found| found.topic.id == "not-arrived")?;
    let facts = &matter.input.facts;
    let used = used();
    let used =
        TOLD.iter().filter_map(|key| facts.get(*key)).find(|fact| used.iter().any(|word| fact.contains(word)))?;
    let said: String = matter.words.chars().skip(claims.start).take(claims.end.saturating_sub(claims.start)).collect();
    Some(format!("{said} ↔ {used}"))
}

/// Words of having used the goods.
fn used() -> Texts {
    let mut used = Texts::new();
    for (_, mut fields) in files(MALICE) {
        let _ = fields.text();
        used.extend(texts(&mut fields));
    }
    used
}

fn names() -> &'static [String] {
    static READ: OnceLock<Vec<String>> = OnceLock::new();
    READ.get_or_init(|| files(MALICE).map(|(id, _)| id.to_owned()).collect())
}

fn lexicon() -> &'static Lexicon {
    static BUILT: OnceLock<Lexicon> = OnceLock::new();
    BUILT.get_or_init(|| {
        let cues: Vec<CueSpec> = files(MALICE).map(|(id, mut fields)| cue(id, None, fields.text())).collect();
        build(Vec::new(), cues).0
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::Platform;
    use crate::review::ReviewInput;

    fn class(text: &str, fact: Option<(&str, &str)>, stars: Option<u8>) -> Option<Malice> {
        let mut input = ReviewInput::new(Platform::Taobao, text);
        input.stars = stars;
        input.facts.extend(fact.map(|(name, value)| (name.to_owned(), value.to_owned())));
        find(&Matter::read(&input)).map(|found| found.class)
    }

    #[derive(serde::Deserialize)]
    struct Examples {
        fires: Vec<String>,
        spares: Vec<String>,
    }

    #[test]
    fn every_class_fires_and_spares() {
        for (expected, name) in ORDER {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("packs/malice/{name}.toml"));
            let examples: Examples = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
            for text in &examples.fires {
                assert_eq!(class(text, None, None), Some(expected), "{text}");
            }
            for text in &examples.spares {
                assert_eq!(class(text, None, Some(1)), None, "{text}");
            }
        }
    }

    #[test]
    fn anger_and_one_star_are_no_evidence() {
        for text in [
            "垃圾，差评，别买",
            "气死我了，质量太差，再也不来",
            "什么破店，骗子",
            "worst purchase ever!!!",
            "",
            "😡😡😡",
        ] {
            assert_eq!(class(text, None, Some(1)), None, "{text}");
        }
    }

    #[test]
    fn an_insult_beside_a_complaint_is_a_complaint() {
        assert_eq!(class("傻逼店家，鞋子穿两天就开胶", None, None), None);
    }

    #[test]
    fn not_received_against_a_complaint_of_use() {
        let told = ("complaint", "穿了一次说起球");
        assert_eq!(class("一直没收到货，骗人的", Some(told), None), Some(Malice::FalseClaim));
        assert_eq!(class("一直没收到货，骗人的", Some(("signed_at", "2026-11-12")), None), None);
        assert_eq!(class("收到了，起球", Some(told), None), None);
    }
}
