//! The engine's request `teach` (docs/protocol.md, section 6).

use serde::{Deserialize, Serialize};

use super::kind::{Kind, Name};
use super::look::{Done, Problem, Seeing, look};
use super::page::Taught;
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
    /// What the records may be, and which of it they are.
    kinds: Vec<KindNamed>,
    /// What a column may be named, in the order in which it is offered.
    fields: Vec<Field>,
}

#[derive(Serialize)]
struct Field {
    meaning: Name,
    name: String,
}

#[derive(Serialize)]
struct KindNamed {
    page: Kind,
    name: String,
    chosen: bool,
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
    let page = seeing.draft.as_ref().map(|draft| draft.page).unwrap_or_default();
    let hint = seeing.problem.map(|problem| {
        let key =
            serde_json::to_value(problem).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
        let of = if problem == Problem::Nothing && page == Kind::Reviews { "_reviews" } else { "" };
        text(locale, &format!("page_teach_problem_{key}{of}"), &[])
    });
    let hint = hint.or_else(|| seeing.single.then(|| text(locale, "page_teach_single", &[])));
    let kind = |(kind, key)| KindNamed { page: kind, name: text(locale, key, &[]), chosen: kind == page };
    let kinds = [(Kind::Refunds, "page_teach_refunds"), (Kind::Reviews, "page_teach_reviews")].map(kind).into();
    let field = |name: Name| Field { meaning: name, name: field_name(&name.id(), locale) };
    let answer = Answer {
        id: seeing.page.as_ref().map(Taught::id),
        said: said(&seeing, locale),
        hint,
        kinds: if seeing.draft.is_some() { kinds } else { Vec::new() },
        fields: page.names().into_iter().map(field).collect(),
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
        Some(text(
            locale,
            "page_teach_read_in",
            &[&field_name(&column.meaning?.id(), locale), &column.read.to_string()],
        ))
    });
    let named: Vec<String> = named.collect();
    if named.is_empty() {
        return text(locale, "page_teach_records", &[&count]);
    }
    text(locale, "page_teach_records_with", &[&count, &list(locale, &named)])
}
