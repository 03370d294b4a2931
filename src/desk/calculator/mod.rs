//! The calculator: figures as typed in, and at once what they mean. Pure; every keystroke makes a new [`Sheet`].
//!
//! | file | job |
//! |---|---|
//! | [`figure`] | a score as the page side reports it |
//! | [`form`] | the fields, and how a figure fills them |
//! | [`entry`] | text of a field → number, or what is wrong with it |
//! | [`mean`] | answers for a mean of stars |
//! | [`rate`] | answers for a rate |
//! | [`chance`] | orders and days until so many ratings have come |
//! | [`window`] | the mean of the last days, as it moves |
//! | [`plot`] | the two pictures, as lines and as tables |
//! | [`export`] | everything as a file for a spreadsheet |

pub mod chance;
pub mod entry;
pub mod export;
pub mod figure;
pub mod form;
pub mod mean;
pub mod plot;
pub mod rate;
#[cfg(test)]
mod tests;
pub mod window;

use std::collections::BTreeMap;

use crate::words::{Locale, text};
use entry::Entries;
use form::{Field, Form, Kind};
use plot::Plot;

/// One line of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which answer it is, for tests and looks.
    pub id: &'static str,
    /// What it says.
    pub text: String,
}

/// Everything that is shown beside the fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What is wrong with a field, or missing in it.
    pub problems: BTreeMap<Field, String>,
    /// What is to be known of a field that is sound.
    pub notes: BTreeMap<Field, String>,
    /// The answer in large: `255–750`; empty where there is none.
    pub figure: String,
    /// What the figure counts, or why there is none.
    pub answer: String,
    /// `need`, `met`, `impossible`, `none`.
    pub state: &'static str,
    /// Where waiting or mending is quicker: said right under the answer.
    pub warnings: Vec<Line>,
    /// What the figures of a section come to.
    pub ifs: Vec<Line>,
    /// The same for the mix of new ratings.
    pub mix: Vec<Line>,
    /// Orders and days.
    pub time: Vec<Line>,
    /// The window.
    pub window: Vec<Line>,
    /// What to tell the boss; empty where there is no answer.
    pub sentence: String,
    /// Score against new ratings, score against days.
    pub plots: Vec<Plot>,
}

/// Works everything out.
#[must_use]
pub fn sheet(form: &Form, locale: Locale) -> Sheet {
    let mut sheet = Sheet { state: "none", ..Sheet::default() };
    let mut entries = Entries::new(form, locale);
    match form.kind {
        Kind::Mean => mean::answer(form, &mut entries, &mut sheet, locale),
        Kind::Rate => rate::answer(form, &mut entries, &mut sheet, locale),
        Kind::Other => sheet.answer = text(locale, "calc_not_mean", &[]),
    }
    sheet.problems = entries.problems;
    sheet.notes = entries.notes;
    sheet
}
