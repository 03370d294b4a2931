//! Single changes, `{path, value}`: two windows that change different settings do not undo each other's work.

use serde::Deserialize;
use serde_json::{Map, Value};
use thiserror::Error;

use super::check::{Problem, check};
use super::kind::unescaped;
use super::policy::is_locked;
use super::schema::DOCUMENT;
use super::texts;
use crate::review::snippet::SnippetError;
use crate::words::{Locale, text};

/// Where the agent's own texts stand.
const OWN_TEXTS: &str = "/snippets/own/";

/// One change.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Edit {
    /// JSON pointer of the setting.
    pub path: String,
    /// Its new value; null takes it away, so that the default holds again.
    #[serde(default)]
    pub value: Value,
}

/// A change that cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoEdit {
    /// No setting has this path.
    #[error("{0}: no setting of this name")]
    Unknown(String),
    /// The value does not fit.
    #[error(transparent)]
    Value(#[from] Problem),
    /// A text of the agent's own that is no template.
    #[error("{0}")]
    Template(#[from] SnippetError),
    /// A policy fixes it.
    #[error("{0}: fixed by policy")]
    Locked(String),
}

impl NoEdit {
    /// The reason in the agent's language.
    #[must_use]
    pub fn text(&self, locale: Locale) -> String {
        match self {
            Self::Unknown(path) => text(locale, "settings_edit_unknown", &[path]),
            Self::Value(problem) => problem.text(locale),
            Self::Template(error) => texts::said(error, locale),
            Self::Locked(path) => text(locale, "settings_edit_locked", &[path]),
        }
    }
}

/// The document after all `edits`, or the first one that cannot be made.
///
/// # Errors
/// When a path is unknown, a value does not fit, or a policy fixes the setting.
pub fn apply(
    mut document: Map<String, Value>,
    edits: &[Edit],
    locked: &[String],
) -> Result<Map<String, Value>, NoEdit> {
    for Edit { path, value } in edits {
        let kind = DOCUMENT.at(path).filter(|_| !path.is_empty()).ok_or_else(|| NoEdit::Unknown(path.clone()))?;
        if is_locked(path, locked) {
            return Err(NoEdit::Locked(path.clone()));
        }
        let steps: Vec<String> = path.split('/').skip(1).map(unescaped).collect();
        if value.is_null() {
            remove(&mut document, &steps);
        } else {
            let mut problems = Vec::new();
            let sound = check(&kind, value, path, &mut problems);
            match (problems.into_iter().next(), sound) {
                (None, Some(value)) => {
                    if path.starts_with(OWN_TEXTS) {
                        texts::compiles(&value)?;
                    }
                    set(&mut document, &steps, value);
                }
                (Some(problem), _) => return Err(problem.into()),
                (None, None) => return Err(NoEdit::Unknown(path.clone())),
            }
        }
    }
    // A map may have grown beyond what it may hold, which only shows in the whole.
    let mut problems = Vec::new();
    check(&DOCUMENT, &Value::Object(document.clone()), "", &mut problems);
    match problems.into_iter().next() {
        Some(problem) => Err(problem.into()),
        None => Ok(document),
    }
}

fn set(object: &mut Map<String, Value>, steps: &[String], value: Value) {
    match steps {
        [] => {}
        [last] => {
            object.insert(last.clone(), value);
        }
        [first, rest @ ..] => {
            let below = object.entry(first.clone()).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(below) = below {
                set(below, rest, value);
            }
        }
    }
}

/// Takes a value away, and what is empty without it.
fn remove(object: &mut Map<String, Value>, steps: &[String]) {
    match steps {
        [] => {}
        [last] => {
            object.remove(last);
        }
        [first, rest @ ..] => {
            if let Some(Value::Object(below)) = object.get_mut(first) {
                remove(below, rest);
                if below.is_empty() {
                    object.remove(first);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn object(value: Value) -> Map<String, Value> {
        serde_json::from_value(value).unwrap()
    }

    fn edit(path: &str, value: Value) -> Edit {
        Edit { path: path.to_owned(), value }
    }

    #[test]
    fn edits_set_and_take_away() {
        let before = object(json!({ "judgement": { "close_hours": 4 }, "look": { "dock": { "width": 500 } } }));
        let edits = [
            edit("/judgement/close_hours", json!(9)),
            edit("/keys/chosen/refund.next", json!(["n"])),
            edit("/look/dock/width", Value::Null),
        ];
        let after = apply(before, &edits, &[]).unwrap();
        assert_eq!(
            Value::Object(after),
            json!({ "judgement": { "close_hours": 9 }, "keys": { "chosen": { "refund.next": ["n"] } } })
        );
    }

    #[test]
    fn one_edit_that_cannot_be_made_stops_all() {
        let locked = ["/look/theme".to_owned()];
        for (path, value) in [
            ("/look/theme", json!("dark")),
            ("/look/colour", json!(1)),
            ("/judgement/close_hours", json!(0)),
            ("", json!({})),
            ("/keys/bare", json!("no")),
        ] {
            let edits = [edit("/replies/shop", json!("小满家居")), edit(path, value)];
            assert!(apply(Map::new(), &edits, &locked).is_err(), "{path}");
        }
    }

    #[test]
    fn a_full_map_takes_no_more() {
        let mut document = Map::new();
        for host in 0..60 {
            document = apply(document, &[edit(&format!("/sites/hosts/h{host}.cn"), json!(false))], &[]).unwrap();
        }
        let more = apply(document.clone(), &[edit("/sites/hosts/more.cn", json!(false))], &[]);
        assert!(matches!(more, Err(NoEdit::Value(_))), "{more:?}");
        assert!(apply(document, &[edit("/sites/hosts/h7.cn", json!(true))], &[]).is_ok());
    }

    #[test]
    fn taking_away_what_is_not_there_changes_nothing() {
        let before = object(json!({ "look": { "theme": "dark" } }));
        assert_eq!(apply(before.clone(), &[edit("/snippets/own/x", Value::Null)], &[]).unwrap(), before);
    }
}
