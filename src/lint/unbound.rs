//! Amounts, dates and accomplished acts that neither the page nor the agent nor the review knows of.

use super::LintInput;
use super::days;
use super::figures;
use super::finding::Rule;
use super::lexicon::lexicon;
use super::scan::{Marks, Span};
use super::spot::Spot;
use super::view::View;

/// Kinds of claims: the mark, the words that bear it out, and the sentence about it.
const CLAIMS: [(&str, &str, &str); 6] = [
    ("claim-refund", "refund", "lint_unbound_act"),
    ("claim-send", "send", "lint_unbound_act"),
    ("claim-state", "state", "lint_unbound_act"),
    ("claim-measure", "measure", "lint_unbound_act"),
    ("claim-test", "test", "lint_unbound_test"),
    ("claim-promise", "promise", "lint_unbound_promise"),
];

/// Finds claims that nothing bears out.
pub fn find(input: &LintInput<'_>, view: &View, marks: &Marks<'_>, found: &mut Vec<Spot>) {
    let facts: Vec<(String, View)> =
        input.facts.iter().map(|(name, value)| (name.to_lowercase(), View::of(value))).collect();
    let review = input.review.map(View::of).unwrap_or_default();
    amounts(view, &facts, &review, found);
    dates(view, &facts, &review, found);
    for (mark, roots, why) in CLAIMS {
        for span in marks.places(mark) {
            let state = mark == "claim-state" && holds(&review, &format!("roots_{roots}"));
            if !state && !facts.iter().any(|fact| bears(fact, roots, why)) && !asked(view, span) {
                found.push(Spot::new(Rule::UnboundFact, view.span(span.0, span.1), why));
            }
        }
    }
}

fn amounts(view: &View, facts: &[(String, View)], review: &View, found: &mut Vec<Spot>) {
    let money = figures::money(&view.signs.chars);
    let shares = figures::shares(&view.signs.chars);
    if money.is_empty() && shares.is_empty() {
        return;
    }
    let mut known: Vec<u64> = figures::all(&review.signs.chars);
    known.extend(facts.iter().flat_map(|(_, value)| figures::all(&value.signs.chars)));
    for amount in money.iter().filter(|amount| !known.contains(&amount.hundredths)) {
        let span = view.sign_span(amount.at.start, amount.at.end);
        found.push(Spot::new(Rule::UnboundFact, span, "lint_unbound_amount"));
    }
    let settings = lexicon().list("share_settings");
    for share in shares.iter().filter(|share| !known.contains(&share.hundredths)) {
        let from = share.at.start.saturating_sub(SETTING_WITHIN);
        let before: String = view.signs.chars.get(from..share.at.start).unwrap_or_default().iter().collect();
        if !settings.iter().any(|word| before.contains(word.as_str())) {
            let span = view.sign_span(share.at.start, share.at.end);
            found.push(Spot::new(Rule::UnboundFact, span, "lint_unbound_share"));
        }
    }
}

/// How far before a share the word may stand that makes it a setting ("充到80%"), in signs.
const SETTING_WITHIN: usize = 6;

fn dates(view: &View, facts: &[(String, View)], review: &View, found: &mut Vec<Spot>) {
    let days = days::days(&view.signs.chars);
    if days.is_empty() {
        return;
    }
    let mut known = days::days(&review.signs.chars);
    known.extend(facts.iter().flat_map(|(_, value)| days::days(&value.signs.chars)));
    for day in days.iter().filter(|day| !known.iter().any(|known| known.day == day.day)) {
        let signs = |from: usize, to: usize| -> String {
            view.signs.chars.get(from..to.min(view.signs.chars.len())).unwrap_or_default().iter().collect()
        };
        let after = signs(day.at.end, day.at.end.saturating_add(10));
        let before = signs(day.at.start.saturating_sub(10), day.at.start);
        // A date until or from when something will be done is a promise.
        let promise = ["前", "之前", "以前", "内", "止", "起"].iter().any(|word| {
            after.find(word).is_some_and(|at| {
                at <= 18 && !after.get(..at).is_some_and(|part| part.contains(['，', ',', '。', '已']))
            })
        }) || [
            "最晚",
            "最迟",
            "不晚于",
            "截至",
            "预计",
            "计划",
            "会在",
            "将于",
            "将在",
            "争取",
            "by ",
            "before ",
            "until ",
            "on or before ",
        ]
        .iter()
        .any(|word| before.contains(word));
        if !promise {
            let span = view.sign_span(day.at.start, day.at.end);
            found.push(Spot::new(Rule::UnboundFact, span, "lint_unbound_date"));
        }
    }
}

/// Whether a fact bears out a claim.
fn bears((name, value): &(String, View), roots: &str, why: &str) -> bool {
    let named = lexicon().list(&format!("keys_{roots}")).iter().any(|key| name == key);
    // A promise or a test needs no more than a fact that speaks of it.
    let past = why == "lint_unbound_act";
    let empty = value.letters.chars.is_empty();
    if empty {
        return false;
    }
    let planned = past && holds(value, "plan_words") && !holds(value, "done_words");
    (named || holds(value, &format!("roots_{roots}"))) && !planned
}

fn holds(value: &View, list: &str) -> bool {
    let text: String = value.letters.chars.iter().collect();
    lexicon().list(list).iter().any(|word| text.contains(word.as_str()))
}

/// "已经退款了吗？" asks.
fn asked(view: &View, span: Span) -> bool {
    let from = view.letters.at.get(span.1.saturating_sub(1)).copied().unwrap_or_default() as usize;
    let mut rest = view.given.iter().skip(from.saturating_add(1)).take(6);
    rest.any(|letter| matches!(letter, '吗' | '嗎' | '?' | '？' | '么'))
}
