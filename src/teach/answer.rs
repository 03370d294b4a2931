//! The engine's request `teach` (docs/protocol.md, section 6).

use serde::{Deserialize, Serialize};

use super::look::{Done, Seeing, look};
use super::page::{FIELD_NAMES, Taught};
use crate::page::node::Tree;
use crate::page::record::Clock;
use crate::page::snapshot::Address;
use crate::words::{Locale, list, text};

/// What comes with a structure.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    title: String,
    #[serde(flatten)]
    done: Done,
}

/// What goes out: what is seen, and the sentences about it.
#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    seeing: Seeing,
    /// The name it would be kept under.
    id: Option<String>,
    /// `12 records: reason in 12, amount in 11`.
    said: String,
    /// What hinders, in words.
    hint: Option<String>,
    /// What a column may be named, in the order in which it is offered.
    fields: Vec<Field>,
}

#[derive(Serialize)]
struct Field {
    meaning: &'static str,
    name: String,
}

/// Answers a request whose structure is in `tree`.
///
/// # Errors
/// Where the request has another shape.
pub fn answer(
    request: &str,
    tree: &Tree<'_>,
    address: &Address,
    clock: Clock,
    locale: Locale,
) -> Result<String, serde_json::Error> {
    let Asked { title, done } = serde_json::from_str(request)?;
    let seeing = look(tree, address, &title, done, clock);
    let hint = seeing.problem.map(|problem| {
        let key =
            serde_json::to_value(problem).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
        text(locale, &format!("page_teach_problem_{key}"), &[])
    });
    let hint = hint.or_else(|| seeing.single.then(|| text(locale, "page_teach_single", &[])));
    let answer = Answer {
        id: seeing.page.as_ref().map(Taught::id),
        said: said(&seeing, locale),
        hint,
        fields: FIELD_NAMES.iter().map(|meaning| Field { meaning, name: field_name(meaning, locale) }).collect(),
        seeing,
    };
    serde_json::to_string(&answer)
}

/// A field's name in the agent's language.
#[must_use]
pub fn field_name(meaning: &str, locale: Locale) -> String {
    text(locale, &format!("page_teach_field_{meaning}"), &[])
}

fn said(seeing: &Seeing, locale: Locale) -> String {
    if seeing.draft.is_none() {
        return String::new();
    }
    let count = seeing.records.len().to_string();
    let named = seeing.columns.iter().filter_map(|column| {
        let id = serde_json::to_value(column.meaning?).ok()?;
        Some(text(locale, "page_teach_read_in", &[&field_name(id.as_str()?, locale), &column.read.to_string()]))
    });
    let named: Vec<String> = named.collect();
    if named.is_empty() {
        return text(locale, "page_teach_records", &[&count]);
    }
    text(locale, "page_teach_records_with", &[&count, &list(locale, &named)])
}
