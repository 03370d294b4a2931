//! From the text of a field to its number, or to a sentence on what is wrong with it.

use std::collections::BTreeMap;

use super::form::{Field, Form};
use crate::score::decimal::Decimal;
use crate::score::error::ScoreError;
use crate::score::exact::Exact;
use crate::score::parse::{self, Counted};
use crate::words::{Locale, text};

/// Reads fields and gathers what is wrong with them. A field that is empty is no mistake.
pub struct Entries<'a> {
    form: &'a Form,
    locale: Locale,
    /// What is wrong.
    pub problems: BTreeMap<Field, String>,
    /// What is to be known.
    pub notes: BTreeMap<Field, String>,
}

impl<'a> Entries<'a> {
    /// None read yet.
    #[must_use]
    pub fn new(form: &'a Form, locale: Locale) -> Self {
        Self { form, locale, problems: BTreeMap::new(), notes: BTreeMap::new() }
    }

    /// Says what is wrong with a field.
    pub fn problem(&mut self, field: Field, key: &str, args: &[&str]) {
        self.problems.entry(field).or_insert_with(|| text(self.locale, key, args));
    }

    /// A sentence in the agent's language.
    #[must_use]
    pub fn say(&self, key: &str, args: &[&str]) -> String {
        text(self.locale, key, args)
    }

    fn typed(&self, field: Field) -> Option<&'a str> {
        Some(self.form.get(field).trim()).filter(|typed| !typed.is_empty())
    }

    /// A score or target of 1 to 5 stars, also with what pages write around it.
    pub fn stars(&mut self, field: Field) -> Option<Decimal> {
        let typed = self.typed(field)?;
        match parse::score(typed) {
            Ok(found) => found,
            Err(error) => self.wrong(field, &error, "calc_bad_stars", "calc_bad_stars_range"),
        }
    }

    /// A number of ratings or orders, as pages write them; ranges are kept as such.
    pub fn counted(&mut self, field: Field) -> Option<Counted> {
        let typed = self.typed(field)?;
        let found = match parse::count(typed, self.form.rounding) {
            Ok(found) => found?,
            // A fraction is told from what is no number at all.
            Err(ScoreError::NotReadable { .. }) if Decimal::parse("count", typed).is_ok() => {
                self.problem(field, "calc_bad_count_range", &[]);
                return None;
            }
            Err(error) => return self.wrong(field, &error, "calc_bad_count", "calc_bad_count_range"),
        };
        match (found.sure(), found.max) {
            (Some(_), _) => {}
            (None, Some(most)) => {
                let note = text(self.locale, "calc_note_range", &[&found.min.to_string(), &most.to_string()]);
                self.notes.insert(field, note);
            }
            (None, None) => {
                self.notes.insert(field, text(self.locale, "calc_note_open", &[&found.min.to_string()]));
            }
        }
        Some(found)
    }

    /// An exact number of things.
    pub fn whole(&mut self, field: Field) -> Option<u64> {
        let found = self.counted(field)?;
        if found.sure().is_none() {
            self.notes.remove(&field);
            self.problem(field, "calc_bad_exact", &[]);
        }
        found.sure()
    }

    /// Per cent, 0 to 100; the sign may be left out.
    pub fn percent(&mut self, field: Field) -> Option<Decimal> {
        let typed = self.typed(field)?;
        let found = Decimal::parse("rate", typed.trim_end_matches(['%', '％', ' ']));
        match found {
            Ok(found) if found.exact() >= Exact::ZERO && found.exact() <= Exact::whole(100) => Some(found),
            Ok(_) => {
                self.problem(field, "calc_bad_percent_range", &[]);
                None
            }
            Err(error) => self.wrong(field, &error, "calc_bad_percent", "calc_bad_percent_range"),
        }
    }

    /// Something a day, 0 or more.
    pub fn per_day(&mut self, field: Field) -> Option<Decimal> {
        let typed = self.typed(field)?;
        match Decimal::parse("per_day", typed) {
            Ok(found) if found.exact() >= Exact::ZERO => Some(found),
            Ok(_) => {
                self.problem(field, "calc_bad_per_day", &[]);
                None
            }
            Err(error) => self.wrong(field, &error, "calc_bad_per_day", "calc_bad_per_day"),
        }
    }

    fn wrong<T>(&mut self, field: Field, error: &ScoreError, unread: &str, range: &str) -> Option<T> {
        let key = match error {
            ScoreError::OwnFont { .. } => "calc_bad_font",
            ScoreError::NotReadable { .. } => unread,
            ScoreError::OutOfRange { .. } => range,
            ScoreError::TooLarge { .. } => "calc_bad_large",
        };
        self.problem(field, key, &[]);
        None
    }
}
