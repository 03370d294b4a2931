//! What makes a reply worth nothing, H1 to H8.

use super::words::lists;
use super::{Reply, Scorer};

/// The fails of a reply.
pub fn fails(scorer: &Scorer<'_>, reply: &Reply<'_>) -> Vec<&'static str> {
    let matter = scorer.matter;
    let lists = lists();
    let facts: String =
        matter.input.facts.values().flat_map(|fact| crate::text::normal::normalise(fact).chars).collect();
    let given = |word: &&String| !facts.contains(word.as_str());
    let limit = matter.input.limit.or(matter.rules.limit);
    let checks = [
        ("H1", reply.seen.has(&lists.benefit) && !lists.benefit.words.iter().any(|word| facts.contains(word.as_str()))),
        ("H2", long_number(reply.text)),
        ("H3", reply.unbound || lists.done.words.iter().filter(given).any(|word| reply.flat.contains(word.as_str()))),
        ("H4", reply.seen.has(&lists.threat) || reply.seen.has(&lists.insult)),
        ("H5", reply.seen.has(&lists.contact)),
        ("H6", reply.text.contains("{{") || reply.text.contains("}}") || reply.text.contains("${")),
        ("H7", limit.is_some_and(|limit| length(reply.text) > limit)),
        ("H8", matter.unsafe_goods && !(reply.seen.has(&lists.stop) && reply.seen.has(&lists.escalate))),
    ];
    checks.into_iter().filter(|(_, fails)| *fails).map(|(id, _)| id).collect()
}

/// The length a platform may count: code points or UTF-16 units, whichever is more.
#[must_use]
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A phone, order or parcel number.
fn long_number(text: &str) -> bool {
    let mut run = 0_usize;
    text.chars().any(|letter| {
        run = if letter.is_ascii_digit() { run.saturating_add(1) } else { 0 };
        run >= 8
    })
}
