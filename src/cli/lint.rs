//! `radar lint`: what must not stand in a reply or message.

use serde_json::{Map, Value};

use crate::lint::{self, Facts, Kind, LintInput};
use crate::pack::{Platform, Script};
use crate::words::Locale;

/// Answers one line: a text and what is known around it in, findings out.
///
/// # Errors
/// A sentence naming the field that is missing or wrong.
pub fn answer(input: Map<String, Value>) -> Result<Map<String, Value>, String> {
    let name = text(&input, "platform")?.ok_or("platform: missing (expected taobao, douyin, …)")?;
    let platform = Platform::from_id(name).ok_or_else(|| {
        let known: Vec<&str> = Platform::ALL.iter().map(|platform| platform.id()).collect();
        format!("platform: {name:?} is not known (expected one of {})", known.join(" "))
    })?;
    let kind = match text(&input, "kind")? {
        None | Some("reply") => Kind::Reply,
        Some("message") => Kind::Message,
        Some(other) => return Err(format!("kind: {other:?} is not known (expected reply or message)")),
    };
    let script = match text(&input, "script")? {
        None => None,
        Some("hans") => Some(Script::Hans),
        Some("hant") => Some(Script::Hant),
        Some("en") => Some(Script::En),
        Some(other) => return Err(format!("script: {other:?} is not known (expected hans, hant or en)")),
    };
    let previous = previous(&input)?;
    let report = lint::lint(&LintInput {
        platform,
        kind,
        text: text(&input, "text")?.ok_or("text: missing (expected the reply or message)")?,
        review: text(&input, "review")?,
        facts: facts(&input)?,
        limit: limit(&input)?,
        previous: &previous,
        shop: text(&input, "shop")?,
        script,
        locale: text(&input, "locale")?.map_or(Locale::ZhCn, Locale::from_tag),
    });
    match serde_json::to_value(report) {
        Ok(Value::Object(answer)) => Ok(answer),
        Ok(_) | Err(_) => Err("the findings could not be written as JSON".to_owned()),
    }
}

fn text<'a>(input: &'a Map<String, Value>, key: &str) -> Result<Option<&'a str>, String> {
    match input.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(format!("{key}: expected a string, found {}", super::kind_of(other))),
    }
}

/// Facts are texts; a number is taken as it is written.
fn facts(input: &Map<String, Value>) -> Result<Facts, String> {
    let entries = match input.get("facts") {
        None | Some(Value::Null) => return Ok(Facts::new()),
        Some(Value::Object(entries)) => entries,
        Some(other) => return Err(format!("facts: expected an object, found {}", super::kind_of(other))),
    };
    let mut facts = Facts::new();
    for (name, value) in entries {
        let value = match value {
            Value::Null => continue,
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            other => {
                return Err(format!("facts.{name}: expected a string or a number, found {}", super::kind_of(other)));
            }
        };
        facts.insert(name.clone(), value);
    }
    Ok(facts)
}

fn limit(input: &Map<String, Value>) -> Result<Option<u32>, String> {
    match input.get("limit") {
        None | Some(Value::Null) => Ok(None),
        Some(value) => match value.as_u64().and_then(|limit| u32::try_from(limit).ok()) {
            Some(limit) => Ok(Some(limit)),
            None => Err(format!("limit: expected a whole number from 0, found {value}")),
        },
    }
}

fn previous(input: &Map<String, Value>) -> Result<Vec<String>, String> {
    let entries = match input.get("previous") {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(entries)) => entries,
        Some(other) => return Err(format!("previous: expected an array, found {}", super::kind_of(other))),
    };
    let text = |entry: &Value| match entry {
        Value::String(text) => Ok(text.clone()),
        other => Err(format!("previous: expected strings, found {}", super::kind_of(other))),
    };
    entries.iter().map(text).collect()
}

#[cfg(test)]
mod tests;
