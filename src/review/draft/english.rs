//! What is told in English: whole sentences as they are, scraps in quotation marks.

use crate::review::pack::About;
use crate::review::telling::telling;

/// Problems as one clause of English: our words and the buyer's whole sentences as one, then the buyer's scraps in quotation marks.
pub(super) fn english(says: &[(About, &str)], quotes: &[(bool, &str)], lead: &str) -> String {
    let quotes = quotes.iter().map(|(_, quote)| with_subject(quote));
    let (whole, scraps): (Vec<String>, Vec<String>) = quotes.partition(|quote| is_sentence(quote));
    let whole = whole.iter().map(|quote| uncapital(quote));
    let told: Vec<String> = says.iter().map(|(_, say)| (*say).to_owned()).chain(whole).collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    let scraps: Vec<String> = scraps.iter().map(|quote| format!("“{}”", uncapital(quote))).collect();
    let scraps: Vec<&str> = scraps.iter().map(String::as_str).collect();
    // A scrap beside whole sentences reads as cut out.
    if told.is_empty() { format!("{lead} {}", english_list(&scraps)) } else { english_list(&told) }
}

/// Can the buyer's words stand as a sentence of ours?
pub(super) fn is_sentence(quote: &str) -> bool {
    let lower = format!("{} ", quote.to_lowercase());
    telling().lacks(&lower).is_some()
        || telling().begins_and_goes_on(&lower)
        || ["it ", "it had ", "the "].iter().any(|subject| {
            let rest = lower.strip_prefix(subject).and_then(|rest| telling().lacks(rest));
            rest.is_some_and(|lacked| lacked == subject.trim_end())
        })
}

/// "Burst at the connector" with what it lacks to be a whole sentence, where that is known.
pub(super) fn with_subject(quote: &str) -> String {
    let lower = format!("{} ", quote.to_lowercase());
    match telling().lacks(&lower) {
        Some(subject) => format!("{subject} {}", uncapital(quote)),
        None => quote.to_owned(),
    }
}

/// Without the capital a sentence began with; names and "I" keep theirs.
pub(super) fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// `a, b and c`.
pub(super) fn english_list(items: &[&str]) -> String {
    match items.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
        None => String::new(),
    }
}
