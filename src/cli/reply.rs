//! `radar reply`: what to answer a review.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::kind_of;
use crate::pack::{Packs, Platform, Script};
use crate::review::{self, Fault, ReviewInput, Tone};
use crate::text::moment::{Moment, SHANGHAI};
use crate::words::Locale;

/// Answers one line: a review in, issues, malice, drafts and the last moment for a reply out.
///
/// # Errors
/// A sentence naming the field that is missing or wrong.
pub fn answer(input: Map<String, Value>) -> Result<Map<String, Value>, String> {
    match serde_json::to_value(review::answer(&read(&input)?)) {
        Ok(Value::Object(answer)) => Ok(answer),
        Ok(_) | Err(_) => Err("the answer could not be written as JSON".to_owned()),
    }
}

/// Reads the fields of a review; a missing one stays missing, one of the wrong kind is an error.
fn read(line: &Map<String, Value>) -> Result<ReviewInput, String> {
    let name = text(line, "platform")?.ok_or("platform: missing (expected taobao, douyin, …)")?;
    let platform = Platform::from_id(&name).ok_or_else(|| {
        let known: Vec<&str> = Platform::ALL.iter().map(|platform| platform.id()).collect();
        format!("platform: {name:?} is not known (expected one of {})", known.join(" "))
    })?;
    let zone = Packs::embedded().book(platform).map_or(SHANGHAI, |book| book.zone());
    let time = |key: &str| -> Result<Option<Moment>, String> {
        let Some(found) = text(line, key)?.filter(|found| !found.trim().is_empty()) else {
            return Ok(None);
        };
        Moment::parse(&found, zone).map(Some).map_err(|error| format!("{key}: {error}"))
    };
    Ok(ReviewInput {
        added: text(line, "added")?,
        stars: whole(line, "stars", 1, 5)?.and_then(|stars| u8::try_from(stars).ok()),
        product: text(line, "product")?,
        facts: facts(line)?,
        fault: named(line, "fault", Fault::from_id, "ours, carrier, expectation or unclear")?,
        shop: text(line, "shop")?,
        previous: texts(line, "previous")?,
        limit: whole(line, "limit", 0, u64::MAX)?.and_then(|limit| usize::try_from(limit).ok()),
        script: named(line, "script", script, "hans, hant or en")?,
        tone: named(line, "tone", tone, "warm, plain or brief")?.unwrap_or_default(),
        reviewed_at: time("reviewed_at")?,
        added_at: time("added_at")?,
        now: time("now")?,
        locale: text(line, "locale")?.map_or(Locale::ZhCn, |tag| Locale::from_tag(&tag)),
        ..ReviewInput::new(
            platform,
            &text(line, "text")?.ok_or("text: missing (expected the buyer's words, empty for pictures alone)")?,
        )
    })
}

fn text(line: &Map<String, Value>, key: &str) -> Result<Option<String>, String> {
    match line.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(other) => Err(format!("{key}: expected a string, found {}", kind_of(other))),
    }
}

fn named<T>(
    line: &Map<String, Value>,
    key: &str,
    read: impl Fn(&str) -> Option<T>,
    known: &str,
) -> Result<Option<T>, String> {
    let Some(name) = text(line, key)? else { return Ok(None) };
    read(&name).map(Some).ok_or_else(|| format!("{key}: {name:?} is not known (expected {known})"))
}

fn script(name: &str) -> Option<Script> {
    match name {
        "hans" => Some(Script::Hans),
        "hant" => Some(Script::Hant),
        "en" => Some(Script::En),
        _ => None,
    }
}

fn tone(name: &str) -> Option<Tone> {
    match name {
        "warm" => Some(Tone::Warm),
        "plain" => Some(Tone::Plain),
        "brief" => Some(Tone::Brief),
        _ => None,
    }
}

fn whole(line: &Map<String, Value>, key: &str, least: u64, most: u64) -> Result<Option<u64>, String> {
    match line.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => match value.as_u64().filter(|number| (least..=most).contains(number)) {
            Some(number) => Ok(Some(number)),
            None if most == u64::MAX => Err(format!("{key}: expected a whole number from {least}, found {value}")),
            None => Err(format!("{key}: expected a whole number from {least} to {most}, found {value}")),
        },
    }
}

fn texts(line: &Map<String, Value>, key: &str) -> Result<Vec<String>, String> {
    let entries = match line.get(key) {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(entries)) => entries,
        Some(other) => return Err(format!("{key}: expected an array, found {}", kind_of(other))),
    };
    let entry = |entry: &Value| match entry {
        Value::String(text) => Ok(text.clone()),
        other => Err(format!("{key}: expected strings, found {}", kind_of(other))),
    };
    entries.iter().map(entry).collect()
}

/// Facts are texts; a number is taken as it is written.
fn facts(line: &Map<String, Value>) -> Result<BTreeMap<String, String>, String> {
    let entries = match line.get("facts") {
        None | Some(Value::Null) => return Ok(BTreeMap::new()),
        Some(Value::Object(entries)) => entries,
        Some(other) => return Err(format!("facts: expected an object, found {}", kind_of(other))),
    };
    let mut facts = BTreeMap::new();
    for (name, value) in entries {
        let value = match value {
            Value::Null => continue,
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            other => return Err(format!("facts.{name}: expected a string or a number, found {}", kind_of(other))),
        };
        facts.insert(name.clone(), value);
    }
    Ok(facts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn answered(line: Value) -> Result<Map<String, Value>, String> {
        let Value::Object(line) = line else { panic!("an object") };
        answer(line)
    }

    #[test]
    fn an_answer_has_the_fields_of_the_contract() {
        let line = json!({ "platform": "taobao", "text": "裤子腰太紧", "stars": 2, "product": "直筒牛仔裤", "reviewed_at": "2026-11-20" });
        let answer = answered(line).unwrap();
        for key in ["issues", "malicious", "drafts", "reply_by"] {
            assert!(answer.contains_key(key), "{key}");
        }
        assert_eq!(answer["issues"][0]["issue"], "size_fit");
        assert_eq!(answer["malicious"], Value::Null);
        assert_eq!(answer["reply_by"], "2026-12-20T00:00:00+08:00");
        let drafts = answer["drafts"].as_array().unwrap();
        assert!(drafts.len() >= 3);
        for draft in drafts {
            assert!(draft["text"].is_string() && draft["variant"].is_string() && draft["findings"].is_array());
            assert!((0.0..=20.0).contains(&draft["score"].as_f64().unwrap()));
        }
    }

    #[test]
    fn wrong_fields_are_named() {
        for (line, part) in [
            (json!({}), "platform: missing"),
            (json!({ "platform": "ebay", "text": "" }), "platform: \"ebay\" is not known"),
            (json!({ "platform": "jd" }), "text: missing"),
            (
                json!({ "platform": "jd", "text": "", "stars": 5.1 }),
                "stars: expected a whole number from 1 to 5, found 5.1",
            ),
            (json!({ "platform": "jd", "text": "", "fault": "mine" }), "fault: \"mine\" is not known"),
            (json!({ "platform": "jd", "text": "", "previous": [1] }), "previous: expected strings, found a number"),
            (json!({ "platform": "jd", "text": "", "facts": [] }), "facts: expected an object"),
            (json!({ "platform": "jd", "text": "", "limit": -1 }), "limit: expected a whole number from 0"),
            (json!({ "platform": "jd", "text": "", "script": "latin" }), "script: \"latin\" is not known"),
        ] {
            let error = answered(line.clone()).unwrap_err();
            assert!(error.contains(part), "{line}: {error}");
        }
    }
}
