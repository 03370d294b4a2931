//! What must not stand in a reply or message: eighteen rules over a text, each with place, reason and, where there is one, a fix.

mod contact;
mod copy;
mod days;
mod disguise;
mod figures;
mod finding;
mod law;
mod lexicon;
mod limit;
mod offer;
mod pattern;
mod personal;
mod runs;
mod safety;
mod scan;
mod script;
mod slot;
mod spot;
#[cfg(test)]
mod tests;
mod unbound;
mod view;
mod words;

use std::collections::BTreeMap;

pub use finding::{Finding, Fix, LintReport, Rule, Severity};
pub use safety::tells_of_danger;

use crate::pack::{Platform, Script};
use crate::words::Locale;

/// What page or agent know for certain, by name: `after_sale`, `signed_at`, `product` …
pub type Facts = BTreeMap<String, String>;

/// Who reads the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A public reply below a review.
    Reply,
    /// A message to one buyer, in the platform's own chat.
    Message,
}

/// A text and what is known around it.
#[derive(Debug, Clone)]
pub struct LintInput<'a> {
    /// Where the shop is.
    pub platform: Platform,
    /// Who reads the text.
    pub kind: Kind,
    /// The text to be looked at.
    pub text: &'a str,
    /// The review it answers.
    pub review: Option<&'a str>,
    /// What amounts, dates and accomplished acts may be taken from, beside the review.
    pub facts: Facts,
    /// What the box takes; else the platform's own rule where one is known.
    pub limit: Option<u32>,
    /// The shop's last texts.
    pub previous: &'a [String],
    /// The shop's own name.
    pub shop: Option<&'a str>,
    /// The script the text is to have; else that of the review.
    pub script: Option<Script>,
    /// Language of the sentences to the agent.
    pub locale: Locale,
}

impl<'a> LintInput<'a> {
    /// A text of which nothing else is known.
    #[must_use]
    pub const fn new(platform: Platform, kind: Kind, text: &'a str) -> Self {
        Self {
            platform,
            kind,
            text,
            review: None,
            facts: Facts::new(),
            limit: None,
            previous: &[],
            shop: None,
            script: None,
            locale: Locale::ZhCn,
        }
    }
}

/// So many places a rule are told: a text with more of them is no reply.
const MOST: u8 = 50;

/// Looks a text over. Never panics, whatever the text; linear in its length.
#[must_use]
pub fn lint(input: &LintInput<'_>) -> LintReport {
    let view = view::View::of(input.text);
    let marks = scan::Marks::of(&view.letters);
    let mut found = Vec::new();
    words::find(&view, &marks, &mut found);
    offer::find(&view, &marks, &mut found);
    contact::find(input, &view, &marks, &mut found);
    personal::find(input, &view, &mut found);
    unbound::find(input, &view, &marks, &mut found);
    law::find(&view, &marks, &mut found);
    safety::find(input, &view, &marks, &mut found);
    copy::find(input, &view, &mut found);
    script::find(input, &view, &mut found);
    slot::find(input, &view, &mut found);
    limit::find(input, &view, &mut found);
    let mut counts = [0_u8; Rule::ALL.len()];
    found.retain(|spot| {
        let count = counts.get_mut(spot.rule as usize);
        count.is_some_and(|count| {
            *count = count.saturating_add(1);
            *count <= MOST
        })
    });
    LintReport::of(found.into_iter().map(|spot| spot.told(&view, input.locale)).collect())
}
