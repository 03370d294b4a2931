//! A place that a rule has found, before it is told to the agent.

use super::finding::{Finding, Fix, Rule};
use super::view::View;
use crate::words::{self, Locale};

/// A place of the text as given, in code points, and what is to be said of it.
#[derive(Debug, Clone)]
pub struct Spot {
    /// Which rule.
    pub rule: Rule,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Key of the sentence.
    pub why: &'static str,
    /// What fills its slots.
    pub args: Vec<String>,
    /// What replaces the place.
    pub fix: Option<String>,
}

impl Spot {
    /// A place with the sentence of its rule.
    #[must_use]
    pub fn new(rule: Rule, (start, end): (usize, usize), why: &'static str) -> Self {
        Self { rule, start, end, why, args: Vec::new(), fix: None }
    }

    /// With what replaces it.
    #[must_use]
    pub fn fixed(mut self, with: &str) -> Self {
        self.fix = Some(with.to_owned());
        self
    }

    /// With what fills the slots of its sentence.
    #[must_use]
    pub fn with(mut self, args: Vec<String>) -> Self {
        self.args = args;
        self
    }

    /// As the agent is told.
    #[must_use]
    pub fn told(self, view: &View, locale: Locale) -> Finding {
        let args: Vec<&str> = self.args.iter().map(String::as_str).collect();
        Finding {
            rule: self.rule,
            severity: self.rule.severity(),
            start: self.start,
            end: self.end,
            found: view.given.get(self.start..self.end).unwrap_or_default().iter().collect(),
            why: words::text(locale, self.why, &args),
            fix: self.fix.map(|with| Fix { with }),
        }
    }
}
