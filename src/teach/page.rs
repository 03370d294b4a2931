//! A taught page as it is stored, exported and imported.

use serde::{Deserialize, Serialize};

use super::kind::{Kind, Name};
use crate::page::label::normal;

/// A taught page: what a pack says of a page, for one list of one page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Taught {
    /// What the agent sees it called: the page's title when it was taught.
    pub title: String,
    /// Host, without port.
    pub host: String,
    /// See [`super::place`].
    pub place: String,
    /// What its records are.
    pub page: Kind,
    /// How a record looks (`path::Look`).
    pub record: String,
    /// How the element that holds the records looks, where it has a name of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// How many cells a row has; 0 where a record has none.
    #[serde(skip_serializing_if = "is_zero")]
    pub width: usize,
    /// Its fields.
    pub columns: Vec<Column>,
}

/// One field of the records.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Column {
    /// What it is; nothing where nobody has said so yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Name>,
    /// What it would be if the records were of the other kind: in a draft only, so that changing one's mind costs no name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<Name>,
    /// The way from the record to it (`path::Path`).
    pub at: String,
    /// The words over it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<String>,
    /// The words before it, without their colon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// Which line of the element it is, where that has several, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Whether every record had the place, empty or not, when it was taught: an element without it is no record.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub always: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_zero(width: &usize) -> bool {
    *width == 0
}

impl Taught {
    /// The name it is kept under: the same for the same list of the same page, so that teaching it again replaces it.
    #[must_use]
    pub fn id(&self) -> String {
        let heads: Vec<&str> = self.columns.iter().filter_map(|column| column.head.as_deref()).collect();
        let under = self.under.as_deref().unwrap_or_default();
        // A list is known by its place and structure; where structure says little, by the words over it.
        let words = if self.under.is_none() { heads.first().copied().unwrap_or_default() } else { "" };
        let text = [&self.host, &self.place, &self.record, under, words].join("\n");
        format!("p{:016x}", crate::page::read::hash(&text))
    }

    /// Only what was named.
    #[must_use]
    pub fn named(&self) -> Self {
        let named = |column: &&Column| column.meaning.is_some_and(|name| self.page.knows(name));
        let columns = self.columns.iter().filter(named).map(|column| Column { other: None, ..column.clone() });
        Self { columns: columns.collect(), ..self.clone() }
    }

    /// The records are of this kind: what was named for the other is kept beside it.
    pub fn turn(&mut self, page: Kind) {
        if self.page != page {
            self.page = page;
            for column in &mut self.columns {
                std::mem::swap(&mut column.meaning, &mut column.other);
            }
        }
    }
}

impl Column {
    /// Whether two name the same place.
    #[must_use]
    pub fn same_place(&self, other: &Self) -> bool {
        (&self.at, &self.head, &self.lead, self.line) == (&other.at, &other.head, &other.lead, other.line)
    }
}

/// The words over or before a value as they are compared.
#[must_use]
pub fn words(text: &str) -> String {
    let plain = normal(text);
    if plain.is_empty() { text.trim().chars().take(60).collect() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_list_has_the_same_name() {
        let page =
            Taught { host: "erp.example".into(), place: "/a".into(), record: "tr.row".into(), ..Taught::default() };
        let more = Taught {
            title: "another day".into(),
            columns: vec![Column { at: "#1".into(), ..Column::default() }],
            ..page.clone()
        };
        assert_eq!(page.id(), more.id());
        assert_ne!(page.id(), Taught { record: "tr.line".into(), ..page.clone() }.id());
        assert!(crate::settings::kind::Name::Id.fits(&page.id()));
    }
}
