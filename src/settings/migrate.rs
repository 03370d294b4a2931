//! From older shapes of the document to the present one, a step a version.

use serde_json::{Map, Value, json};

use super::schema::VERSION;

/// A document of one version into one of the next.
type Step = fn(Map<String, Value>) -> Map<String, Value>;

/// The step at place n leads from version n to n + 1.
const STEPS: [Step; VERSION as usize] = [from_0];

/// Leads `document` from version `from` to the present one.
#[must_use]
pub fn up(document: Map<String, Value>, from: u32) -> Map<String, Value> {
    let from = usize::try_from(from).unwrap_or(usize::MAX);
    STEPS.iter().skip(from).fold(document, |document, step| step(document))
}

/// Leads `document` from version `from` to the next one; the present one stays as it is.
#[must_use]
pub fn up_one(document: Map<String, Value>, from: u32) -> Map<String, Value> {
    match usize::try_from(from).ok().and_then(|from| STEPS.get(from)) {
        Some(step) => step(document),
        None => document,
    }
}

/// Version 0 was flat: `locale`, `close_hours`, `keys`.
fn from_0(mut old: Map<String, Value>) -> Map<String, Value> {
    let mut new = Map::new();
    if let Some(locale) = old.remove("locale") {
        new.insert("look".to_owned(), json!({ "locale": locale }));
    }
    if let Some(hours) = old.remove("close_hours") {
        new.insert("judgement".to_owned(), json!({ "close_hours": hours }));
    }
    if let Some(chosen) = old.remove("keys") {
        new.insert("keys".to_owned(), json!({ "chosen": chosen }));
    }
    // What version 0 did not have is no setting; it is named when the document is checked.
    new.extend(old);
    new
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::check::check;
    use crate::settings::schema::DOCUMENT;

    fn object(value: Value) -> Map<String, Value> {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn version_0_arrives_whole_and_sound() {
        let old = json!({ "locale": "en", "close_hours": 8, "keys": { "refund.next": ["n"], "help.toggle": [] } });
        let new = Value::Object(up(object(old), 0));
        assert_eq!(
            new,
            json!({
                "look": { "locale": "en" }, "judgement": { "close_hours": 8 },
                "keys": { "chosen": { "refund.next": ["n"], "help.toggle": [] } },
            })
        );
        let mut problems = Vec::new();
        assert_eq!(check(&DOCUMENT, &new, "", &mut problems), Some(new));
        assert_eq!(problems, []);
        assert_eq!(up(Map::new(), 0), Map::new());
    }

    #[test]
    fn the_present_version_and_a_later_one_stay_as_they_are() {
        let document = object(json!({ "locale": "a stranger's" }));
        for version in [VERSION, VERSION + 1, u32::MAX] {
            assert_eq!(up(document.clone(), version), document);
        }
    }
}
