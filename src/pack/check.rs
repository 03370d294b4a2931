//! What the shape alone cannot say about a pack: order, references, dates, texts.

use std::collections::BTreeSet;

use super::evidence::{Evidence, Local};
use super::schema::{Condition, Pack};
use super::spelling;

/// The faults of a pack as (key, what).
pub fn platform(pack: &Pack) -> Vec<(String, String)> {
    let mut faults = Faults(Vec::new());
    faults.evidence("about", &pack.about.evidence);
    faults.evidence("basis", &pack.basis.evidence);
    for (key, text) in [
        ("about.name", &pack.about.name),
        ("about.metric", &pack.about.metric),
        ("about.channel", &pack.about.channel),
        ("about.greeting", &pack.about.greeting),
        ("basis.text", &pack.basis.text),
    ] {
        faults.local(key, text);
    }
    reasons(pack, &mut faults);
    for (class, rule) in &pack.classes {
        faults.evidence(&format!("classes.{class:?}"), &rule.evidence);
    }
    for exemption in &pack.exemptions {
        let key = format!("exemptions ({})", exemption.id);
        faults.local(&key, &exemption.text);
        faults.evidence(&key, &exemption.evidence);
        let positive = match &exemption.when {
            Condition::Window { days } => *days > 0,
            Condition::SignedAfter { hours } => *hours > 0,
            Condition::Unsigned => true,
            Condition::Smooth { category_words } => !category_words.is_empty(),
        };
        faults.unless(positive, &key, "expected a positive number or at least one category");
    }
    if let Some(report) = &pack.report {
        faults.local("report.path", &report.path);
        faults.local("report.text", &report.text);
        faults.evidence("report", &report.evidence);
        faults.unless(report.limit >= 20, "report.limit", "expected at least 20 characters");
    }
    for rule in &pack.deadlines {
        let key = format!("deadlines ({})", rule.id);
        faults.unless((1..=24 * 60).contains(&rule.hours), &key, "hours: expected 1 to 1440");
        faults.evidence(&key, &rule.evidence);
    }
    faults.0
}

fn reasons(pack: &Pack, faults: &mut Faults) {
    let mut seen = BTreeSet::new();
    let mut last = "";
    for reason in &pack.reasons {
        let key = format!("reasons ({})", reason.id);
        faults.unless(last < reason.id.as_str(), &key, "reasons are sorted by id, each id once");
        last = &reason.id;
        faults.evidence(&key, &reason.evidence);
        faults.unless(!reason.spellings.is_empty(), &key, "spellings: expected at least one");
        faults.unless(reason.spellings.is_sorted(), &key, "spellings are sorted");
        for category in reason.by_category.keys() {
            let known = pack.categories.contains_key(category);
            faults.unless(known, &key, &format!("by_category: no category {category} in this pack"));
        }
        for label in &reason.spellings {
            let fresh = seen.insert(spelling::key(label));
            faults.unless(fresh, &key, &format!("spelling {label} stands twice in this pack"));
        }
    }
}

struct Faults(Vec<(String, String)>);

impl Faults {
    fn unless(&mut self, fine: bool, key: &str, what: &str) {
        if !fine {
            self.0.push((key.to_owned(), what.to_owned()));
        }
    }

    fn local(&mut self, key: &str, text: &Local) {
        self.unless(text.is_complete(), key, "expected a text for hans, hant and en");
    }

    fn evidence(&mut self, key: &str, evidence: &Evidence) {
        self.unless(is_date(&evidence.since), key, "since: expected YYYY, YYYY-MM, YYYY-MM-DD or unknown");
        self.unless(!evidence.source.trim().is_empty(), key, "source: expected a mark or a few words");
    }
}

fn is_date(text: &str) -> bool {
    let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = text.split('-');
    let year = parts.next().is_some_and(|part| digits(part, 4));
    text == "unknown" || (year && parts.all(|part| digits(part, 2)) && text.len() <= 10)
}

#[cfg(test)]
mod tests;
