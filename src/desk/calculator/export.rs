//! Everything as a file for a spreadsheet.

use super::Sheet;
use super::form::{Field, Form, Kind};
use crate::words::{Locale, text};

/// Comma separated values as Excel opens them: UTF-8 with its mark, lines ended in both ways.
#[must_use]
pub fn csv(form: &Form, sheet: &Sheet, locale: Locale) -> String {
    let mut out = String::from("\u{feff}");
    let mut row = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    };
    if !form.label.is_empty() {
        row(&[&form.label]);
    }
    for field in fields(form.kind) {
        let typed = form.get(field).trim();
        if !typed.is_empty() {
            row(&[&label(field, locale), typed]);
        }
    }
    if !sheet.figure.is_empty() {
        row(&[&sheet.answer, &sheet.figure]);
    } else {
        row(&[&sheet.answer]);
    }
    for line in [&sheet.warnings, &sheet.ifs, &sheet.mix, &sheet.time, &sheet.window].into_iter().flatten() {
        row(&[&line.text]);
    }
    for plot in &sheet.plots {
        row(&[]);
        row(&[&plot.title]);
        for cells in std::iter::once(&plot.heads).chain(&plot.rows) {
            row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
    out
}

/// The name over a field.
#[must_use]
pub fn label(field: Field, locale: Locale) -> String {
    match field {
        Field::Stars(stars) => text(locale, "calc_field_stars", &[&stars.to_string()]),
        Field::Mix(stars) => text(locale, "calc_field_mix", &[&stars.to_string()]),
        other => text(locale, &format!("calc_field_{}", other.id()), &[]),
    }
}

/// The fields of a kind, in their order.
#[must_use]
pub fn fields(kind: Kind) -> Vec<Field> {
    let stars = |of: fn(u8) -> Field| [5, 4, 3, 2, 1].map(of);
    match kind {
        Kind::Mean => [Field::Score, Field::Count, Field::Target]
            .into_iter()
            .chain(stars(Field::Stars))
            .chain([Field::Added, Field::Removed, Field::Revised])
            .chain(stars(Field::Mix))
            .chain([Field::Rated, Field::Orders, Field::Sure, Field::Window, Field::PerDay, Field::NewMean])
            .collect(),
        Kind::Rate => {
            vec![Field::Rate, Field::Bad, Field::Base, Field::Target, Field::Extra, Field::Orders, Field::Window]
        }
        Kind::Other => Vec::new(),
    }
}

/// A cell that no spreadsheet takes for a formula: the page's words are data.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = format!("{}{text}", if formula { "'" } else { "" });
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
