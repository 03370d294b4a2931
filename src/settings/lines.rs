//! Where in a JSON text a value stands, so that a person finds the line that is wrong.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::kind::{escaped, unescaped};

/// The entries of an object with their names, or of a list with their places; none of anything else.
struct Entries<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Entries<'de>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object or a list")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, _>()? {
                    entries.push((Cow::Owned(name), value));
                }
                Ok(Entries(entries))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(value) = seq.next_element()? {
                    entries.push((Cow::Owned(entries.len().to_string()), value));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_any(Collect)
    }
}

fn entries(json: &str) -> Vec<(Cow<'_, str>, &RawValue)> {
    serde_json::from_str::<Entries<'_>>(json).map(|entries| entries.0).unwrap_or_default()
}

/// The line, from 1, on which the value at the JSON pointer `path` begins; of what stands around it, where it does not exist.
#[must_use]
pub fn line_of(text: &str, path: &str) -> usize {
    let mut at = text;
    for step in path.split('/').skip(1) {
        let name = unescaped(step);
        match entries(at).into_iter().find(|(found, _)| *found == name) {
            Some((_, value)) => at = value.get(),
            None => break,
        }
    }
    line(text, at)
}

/// The line, from 1, on which `piece`, a part of `text`, begins.
fn line(text: &str, piece: &str) -> usize {
    let at = piece.trim_start();
    let before = at.as_ptr().addr().checked_sub(text.as_ptr().addr()).and_then(|end| text.as_bytes().get(..end));
    before.unwrap_or_default().iter().filter(|byte| **byte == b'\n').count().saturating_add(1)
}

/// Which of `paths` stands first in `text`, and its line.
#[must_use]
pub fn first_of(text: &str, paths: &BTreeSet<&str>) -> Option<(String, usize)> {
    first_below(text, paths, String::new()).map(|(path, piece)| (path, line(text, piece)))
}

fn first_below<'a>(piece: &'a str, paths: &BTreeSet<&str>, path: String) -> Option<(String, &'a str)> {
    if paths.contains(path.as_str()) {
        return Some((path, piece));
    }
    // Only what leads to one of them is looked into.
    let below = format!("{path}/");
    paths.range(below.as_str()..).next().filter(|next| next.starts_with(&below))?;
    entries(piece)
        .into_iter()
        .find_map(|(name, value)| first_below(value.get(), paths, format!("{below}{}", escaped(&name))))
}

/// The path of the first name that stands twice in its object: JSON readers disagree on which of the two holds.
#[must_use]
pub fn duplicate(text: &str) -> Option<String> {
    let mut seen = BTreeSet::new();
    for (name, value) in &entries(text) {
        let path = format!("/{}", escaped(name));
        if !seen.insert(name) {
            return Some(path);
        }
        if let Some(deeper) = duplicate(value.get()) {
            return Some(path + &deeper);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\n{\n  \"a\": {\n    \"b/c\": [1,\n      2,\n      {\"d\": 3}]},\n  \"é\":\n    \"e\"\n}";

    #[test]
    fn every_value_has_its_line() {
        for (path, line) in
            [("", 2), ("/a", 3), ("/a/b~1c", 4), ("/a/b~1c/0", 4), ("/a/b~1c/1", 5), ("/a/b~1c/2/d", 6), ("/é", 8)]
        {
            assert_eq!(line_of(TEXT, path), line, "{path}");
        }
    }

    #[test]
    fn what_is_missing_stands_where_it_should_be() {
        assert_eq!((line_of(TEXT, "/a/b~1c/9/x"), line_of(TEXT, "/nothing"), line_of("", "/a")), (4, 2, 1));
    }

    #[test]
    fn of_several_places_the_first_in_the_text_is_found() {
        let first = |paths: &[&str]| first_of(TEXT, &paths.iter().copied().collect());
        assert_eq!(first(&["/é", "/a/b~1c/2/d", "/a/b~1c/1"]), Some(("/a/b~1c/1".to_owned(), 5)));
        assert_eq!(first(&["/é", "/a"]), Some(("/a".to_owned(), 3)));
        assert_eq!(first(&["", "/a"]), Some((String::new(), 2)));
        assert_eq!((first(&["/nothing"]), first(&[])), (None, None));
    }

    #[test]
    fn names_that_stand_twice_are_found() {
        assert_eq!(duplicate(TEXT), None);
        assert_eq!(duplicate(r#"{"a": [{"b": 1, "b": 1}]}"#).as_deref(), Some("/a/0/b"));
        assert_eq!(duplicate(r#"{"a": {"x": 1}, "b": {"x": 1}}"#), None);
        assert_eq!(duplicate(r#"{"a": 1, "\u0061": 2}"#).as_deref(), Some("/a"));
    }
}
