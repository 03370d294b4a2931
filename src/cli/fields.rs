//! The fields of one input line, read in one pass; a text stays in the line where nothing in it is escaped.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Number;
use serde_json::value::RawValue;

/// A JSON object: its `id` exactly as written, and its other fields. Of fields with the same name the last counts.
#[derive(Debug)]
pub struct Fields<'a> {
    /// The text of the `id`'s value.
    pub id: Option<&'a str>,
    /// The whole line.
    pub line: &'a str,
    all: Vec<(Cow<'a, str>, Field<'a>)>,
}

/// The value of a field, as far as any command wants it.
#[derive(Debug, Clone, PartialEq)]
enum Field<'a> {
    Null,
    Text(Cow<'a, str>),
    Number(Number),
    Flag(bool),
    /// Anything else, by its name.
    Other(&'static str),
}

impl<'a> Fields<'a> {
    /// Takes a text out of the line; null is no text.
    ///
    /// # Errors
    /// A sentence saying what was found instead.
    pub fn text(&mut self, key: &str) -> Result<Option<Cow<'a, str>>, String> {
        let found = match self.field(key) {
            None | Some(Field::Null) => return Ok(None),
            Some(Field::Text(text)) => return Ok(Some(std::mem::take(text))),
            Some(Field::Number(_)) => "a number",
            Some(Field::Flag(_)) => "true or false",
            Some(Field::Other(name)) => name,
        };
        Err(format!("{key}: expected a string, found {found}"))
    }

    /// The same for a text that may also be written as a number.
    ///
    /// # Errors
    /// A sentence saying what was found instead.
    pub fn text_or_number(&mut self, key: &str) -> Result<Option<Cow<'a, str>>, String> {
        match self.field(key) {
            Some(Field::Number(number)) => Ok(Some(Cow::Owned(number.to_string()))),
            _ => self.text(key),
        }
    }

    /// Takes yes or no out of the line; what is missing or null is no.
    ///
    /// # Errors
    /// A sentence saying what was found instead.
    pub fn flag(&mut self, key: &str) -> Result<bool, String> {
        let found = match self.field(key) {
            None | Some(Field::Null) => return Ok(false),
            Some(Field::Flag(flag)) => return Ok(*flag),
            Some(Field::Text(_)) => "a string",
            Some(Field::Number(_)) => "a number",
            Some(Field::Other(name)) => name,
        };
        Err(format!("{key}: expected true or false, found {found}"))
    }

    /// Is there such a field, null or not?
    #[must_use]
    pub fn has(&mut self, key: &str) -> bool {
        self.field(key).is_some()
    }

    fn field(&mut self, key: &str) -> Option<&mut Field<'a>> {
        self.all.iter_mut().rev().find(|(name, _)| name == key).map(|(_, field)| field)
    }
}

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Fields<'de>;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Fields { id: None, line: "", all: Vec::with_capacity(16) };
                while let Some(Name(name)) = map.next_key()? {
                    if name == "id" {
                        fields.id = Some(map.next_value::<&RawValue>()?.get());
                    } else {
                        let field = map.next_value()?;
                        fields.all.push((name, field));
                    }
                }
                Ok(fields)
            }
        }
        from.deserialize_map(Object)
    }
}

/// Reads one line.
///
/// # Errors
/// A sentence saying what was found instead of an object, or where the JSON ends.
pub fn parse(line: &str) -> Result<Fields<'_>, String> {
    let fault = |error: serde_json::Error| format!("no JSON object: {}", without_line(&error));
    if line.trim_start().starts_with('{') {
        return serde_json::from_str(line).map(|fields| Fields { line, ..fields }).map_err(fault);
    }
    let found = match serde_json::from_str(line).map_err(fault)? {
        Field::Null => "null",
        Field::Text(_) => "a string",
        Field::Number(_) => "a number",
        Field::Flag(_) => "true or false",
        Field::Other(name) => name,
    };
    Err(format!("expected an object, found {found}"))
}

/// serde_json counts lines within the text, where there is only one; the column stays.
fn without_line(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rsplit_once(" at line ") {
        Some((message, _)) => format!("{message} at column {}", error.column()),
        None => text,
    }
}

struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match Field::deserialize(from)? {
            Field::Text(text) => Ok(Self(text)),
            _ => Err(D::Error::custom("expected a name")),
        }
    }
}

impl<'de> Deserialize<'de> for Field<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Field<'de>;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("a value")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Field::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Field::Text(Cow::Owned(text.to_owned())))
            }

            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(Field::Null)
            }

            fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
                Ok(Field::Flag(flag))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
                Ok(Field::Number(number.into()))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
                Ok(Field::Number(number.into()))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
                Ok(Number::from_f64(number).map_or(Field::Null, Field::Number))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Field::Other("an array"))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Field::Other("an object"))
            }
        }
        from.deserialize_any(Any)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_by_name_and_the_last_of_a_name() {
        let line = r#"{"note":"a","n\u006fte":"太\n小","id":[1,  2],"amount":5.50,"x":{"y":[1]},"z":null,"t":true}"#;
        let mut fields = parse(line).unwrap();
        assert_eq!(fields.id, Some("[1,  2]"));
        assert_eq!(fields.text("note").unwrap().as_deref(), Some("太\n小"));
        assert_eq!(fields.text_or_number("amount").unwrap().as_deref(), Some("5.5"));
        assert_eq!((fields.text("z"), fields.text("missing")), (Ok(None), Ok(None)));
        assert_eq!((fields.flag("t"), fields.flag("missing")), (Ok(true), Ok(false)));
        assert_eq!(fields.flag("amount").unwrap_err(), "amount: expected true or false, found a number");
        assert!(fields.has("z") && !fields.has("missing"));
        assert_eq!(fields.text("x").unwrap_err(), "x: expected a string, found an object");
        assert_eq!(fields.text_or_number("t").unwrap_err(), "t: expected a string, found true or false");
    }

    #[test]
    fn what_is_no_object_is_named() {
        for (line, fault) in [
            ("[1]", "expected an object, found an array"),
            ("5", "expected an object, found a number"),
            ("nope", "no JSON object: expected ident at column 2"),
            ("{\"id\":1", "no JSON object: EOF while parsing an object at column 7"),
            ("{} x", "no JSON object: trailing characters at column 4"),
        ] {
            assert_eq!(parse(line).unwrap_err(), fault, "{line}");
        }
    }
}
