//! A value against its kind. What is sound comes out; what is not is named, with its place.

use serde_json::{Map, Value};
use thiserror::Error;

use super::kind::{Field, Kind, Name, escaped};
use crate::keys::Sequence;
use crate::teach::path::{LONGEST, Look, Path};
use crate::words::{Locale, text};

/// A value that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{path}: found {found}, expected {}", expected.text(Locale::En))]
pub struct Problem {
    /// Where it stands: a JSON pointer.
    pub path: String,
    /// What stands there, shortened.
    pub found: String,
    /// What should.
    pub expected: Expected,
}

/// What should stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// A value of this kind.
    Kind(Kind),
    /// Fewer entries than are there.
    Fewer(usize),
    /// A name of this sort.
    Name(Name),
    /// No field of this name.
    NoSuchField,
    /// This field, which is missing.
    Field(&'static str),
}

impl Problem {
    /// The problem in the agent's language.
    #[must_use]
    pub fn text(&self, locale: Locale) -> String {
        text(locale, "settings_problem", &[&self.path, &self.found, &self.expected.text(locale)])
    }
}

impl Expected {
    fn text(&self, locale: Locale) -> String {
        let say = |key: &str, args: &[&str]| text(locale, key, args);
        match self {
            Self::Kind(kind) => match kind {
                Kind::Switch => say("settings_expected_switch", &[]),
                Kind::Whole { least, most } => say("settings_expected_whole", &[&least.to_string(), &most.to_string()]),
                Kind::Choice(all) => say("settings_expected_choice", &[&all.join(" / ")]),
                Kind::Text { most } => say("settings_expected_text", &[&most.to_string()]),
                Kind::Decimal => say("settings_expected_decimal", &[]),
                Kind::Date => say("settings_expected_date", &[]),
                Kind::Keys => say("settings_expected_keys", &[]),
                Kind::Name(name) => Self::Name(*name).text(locale),
                Kind::Look => say("settings_expected_look", &[]),
                Kind::Way => say("settings_expected_way", &[]),
                Kind::List { .. } => say("settings_expected_list", &[]),
                Kind::Map { .. } | Kind::Object(_) => say("settings_expected_object", &[]),
            },
            Self::Fewer(most) => say("settings_expected_fewer", &[&most.to_string()]),
            Self::Name(name) => say(
                match name {
                    Name::Platform => "settings_expected_platform",
                    Name::Host => "settings_expected_host",
                    Name::Command => "settings_expected_command",
                    Name::Stage => "settings_expected_stage",
                    Name::Id => "settings_expected_id",
                },
                &[],
            ),
            Self::NoSuchField => say("settings_expected_no_field", &[]),
            Self::Field(name) => say("settings_expected_field", &[name]),
        }
    }
}

/// What of `value` is sound as `kind`; `None` where nothing is. Every fault below `path` goes to `problems`.
pub fn check(kind: &Kind, value: &Value, path: &str, problems: &mut Vec<Problem>) -> Option<Value> {
    let wrong = || Problem { path: path.to_owned(), found: shown(value), expected: Expected::Kind(*kind) };
    match (kind, value) {
        (Kind::Object(fields), Value::Object(object)) => self::object(fields, object, path, problems),
        (Kind::Map { names, of, most }, Value::Object(object)) => {
            let mut sound = Map::new();
            for (name, entry) in object {
                let path = format!("{path}/{}", escaped(name));
                if !names.fits(name) {
                    problems.push(Problem {
                        path,
                        found: shown(&Value::from(name.as_str())),
                        expected: Expected::Name(*names),
                    });
                } else if sound.len() == *most {
                    problems.push(Problem { path, found: object.len().to_string(), expected: Expected::Fewer(*most) });
                    break;
                } else if let Some(entry) = check(of, entry, &path, problems) {
                    sound.insert(name.clone(), entry);
                }
            }
            Some(Value::Object(sound))
        }
        (Kind::List { of, most }, Value::Array(list)) => {
            if list.len() > *most {
                let found = list.len().to_string();
                problems.push(Problem { path: path.to_owned(), found, expected: Expected::Fewer(*most) });
            }
            let entries = list.iter().take(*most).enumerate();
            Some(entries.filter_map(|(at, entry)| check(of, entry, &format!("{path}/{at}"), problems)).collect())
        }
        _ if is_sound(kind, value) => Some(value.clone()),
        _ => {
            problems.push(wrong());
            None
        }
    }
}

fn object(fields: &[Field], object: &Map<String, Value>, path: &str, problems: &mut Vec<Problem>) -> Option<Value> {
    let mut sound = Map::new();
    for (name, value) in object {
        let path = format!("{path}/{}", escaped(name));
        match fields.iter().find(|field| field.name == name) {
            None => problems.push(Problem { path, found: shown(value), expected: Expected::NoSuchField }),
            Some(field) => {
                if let Some(value) = check(&field.kind, value, &path, problems) {
                    sound.insert(name.clone(), value);
                }
            }
        }
    }
    // A field that is there and unsound has been named already.
    for field in fields.iter().filter(|field| field.needed && !object.contains_key(field.name)) {
        let found = shown(&Value::Object(object.clone()));
        problems.push(Problem { path: path.to_owned(), found, expected: Expected::Field(field.name) });
    }
    fields.iter().all(|field| !field.needed || sound.contains_key(field.name)).then_some(Value::Object(sound))
}

fn is_sound(kind: &Kind, value: &Value) -> bool {
    match (kind, value) {
        (Kind::Switch, Value::Bool(_)) => true,
        (Kind::Whole { least, most }, Value::Number(number)) => {
            number.as_i64().is_some_and(|number| (*least..=*most).contains(&number))
        }
        (Kind::Choice(all), Value::String(text)) => all.contains(&text.as_str()),
        (Kind::Text { most }, Value::String(text)) => {
            !text.trim().is_empty() && text.chars().count() <= *most && !text.contains('\0')
        }
        (Kind::Decimal, Value::String(text)) => is_decimal(text),
        (Kind::Date, Value::String(text)) => is_date(text),
        (Kind::Keys, Value::String(text)) => text.len() <= 60 && Sequence::parse(text).is_ok(),
        (Kind::Name(name), Value::String(text)) => name.fits(text),
        (Kind::Look, Value::String(text)) => text.len() <= LONGEST && Look::parse(text).is_some(),
        (Kind::Way, Value::String(text)) => text.len() <= LONGEST && Path::parse(text).is_some(),
        _ => false,
    }
}

/// Digits with at most one point between them, and not more than a score, a rate or a rank has.
fn is_decimal(text: &str) -> bool {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits =
        |digits: &str, most: usize| (1..=most).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit());
    digits(whole, 9) && digits(part, 6)
}

fn is_date(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let mut number = |width: usize| {
        parts
            .next()
            .filter(|part| part.len() == width && part.bytes().all(|it| it.is_ascii_digit()))?
            .parse::<u16>()
            .ok()
    };
    let (Some(year), Some(month), Some(day)) = (number(4), number(2), number(2)) else {
        return false;
    };
    let month = u8::try_from(month).ok().and_then(|month| time::Month::try_from(month).ok());
    let day = u8::try_from(day).ok();
    month.zip(day).is_some_and(|(month, day)| time::Date::from_calendar_date(i32::from(year), month, day).is_ok())
}

/// A value as JSON, cut after forty characters.
pub(super) fn shown(value: &Value) -> String {
    let json = value.to_string();
    match json.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", json.get(..end).unwrap_or_default()),
        None => json,
    }
}

#[cfg(test)]
mod tests;
