//! Where in a JSON text a value stands, so that a person finds the line that is wrong.

use std::borrow::Cow;
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
    let at = at.trim_start();
    let before = at.as_ptr().addr().checked_sub(text.as_ptr().addr()).and_then(|end| text.as_bytes().get(..end));
    before.unwrap_or_default().iter().filter(|byte| **byte == b'\n').count().saturating_add(1)
}

/// The path of the first name that stands twice in its object: JSON readers disagree on which of the two holds.
#[must_use]
pub fn duplicate(text: &str) -> Option<String> {
    let entries = entries(text);
    for (at, (name, value)) in entries.iter().enumerate() {
        let path = format!("/{}", escaped(name));
        if entries.iter().take(at).any(|(earlier, _)| earlier == name) {
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
    fn names_that_stand_twice_are_found() {
        assert_eq!(duplicate(TEXT), None);
        assert_eq!(duplicate(r#"{"a": [{"b": 1, "b": 1}]}"#).as_deref(), Some("/a/0/b"));
        assert_eq!(duplicate(r#"{"a": {"x": 1}, "b": {"x": 1}}"#), None);
        assert_eq!(duplicate(r#"{"a": 1, "\u0061": 2}"#).as_deref(), Some("/a"));
    }
}
