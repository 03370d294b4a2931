//! What a team lead has set by policy (`storage.managed`), laid over the agent's own settings.

use serde_json::{Map, Value};

use super::check::{Problem, check};
use super::kind::escaped;
use super::schema::DOCUMENT;

/// The agent's document with the policy over it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Governed {
    /// What holds.
    pub document: Map<String, Value>,
    /// JSON pointers of the settings that the policy fixes.
    pub locked: Vec<String>,
    /// Pieces of the policy that cannot be used, and are not.
    pub problems: Vec<Problem>,
}

/// Lays `policy` over `own`. Objects and maps are merged, all else replaces and is locked.
#[must_use]
pub fn lay_over(own: &Map<String, Value>, policy: &Map<String, Value>) -> Governed {
    let mut governed = Governed { document: own.clone(), ..Governed::default() };
    let sound = check(&DOCUMENT, &Value::Object(policy.clone()), "", &mut governed.problems);
    if let Some(Value::Object(sound)) = sound {
        merge(&mut governed.document, sound, "", &mut governed.locked);
    }
    governed
}

fn merge(below: &mut Map<String, Value>, above: Map<String, Value>, path: &str, locked: &mut Vec<String>) {
    for (name, value) in above {
        let path = format!("{path}/{}", escaped(&name));
        match value {
            Value::Object(above) => {
                let below = below.entry(name).or_insert_with(|| Value::Object(Map::new()));
                if let Value::Object(below) = below {
                    merge(below, above, &path, locked);
                }
            }
            value => {
                below.insert(name, value);
                locked.push(path);
            }
        }
    }
}

/// Is the setting at `path`, or what it stands in, fixed by policy?
#[must_use]
pub fn is_locked(path: &str, locked: &[String]) -> bool {
    locked
        .iter()
        .any(|fixed| path.strip_prefix(fixed.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// The policy's shape in the subset of JSON Schema that Chromium reads. The file in `extension/` is compared with it.
#[cfg(test)]
pub mod schema_file {
    use serde_json::{Value, json};

    use crate::settings::kind::Kind;

    /// The schema of one kind.
    pub fn of(kind: &Kind) -> Value {
        match kind {
            Kind::Switch => json!({ "type": "boolean" }),
            Kind::Whole { least, most } => json!({ "type": "integer", "minimum": least, "maximum": most }),
            Kind::Choice(all) => json!({ "type": "string", "enum": all }),
            Kind::Text { .. } | Kind::Decimal | Kind::Date | Kind::Keys | Kind::Name(_) | Kind::Look | Kind::Way => {
                json!({ "type": "string" })
            }
            Kind::List { of: entry, .. } => json!({ "type": "array", "items": of(entry) }),
            Kind::Map { of: entry, .. } => json!({ "type": "object", "additionalProperties": of(entry) }),
            Kind::Object(fields) => {
                let fields: serde_json::Map<_, _> =
                    fields.iter().map(|field| (field.name.to_owned(), of(&field.kind))).collect();
                json!({ "type": "object", "properties": fields })
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

    #[test]
    fn the_policy_goes_before_the_agent_and_leaves_the_rest() {
        let own = object(json!({ "judgement": { "close_hours": 4 }, "keys": { "chosen": { "refund.next": ["n"] } } }));
        let policy =
            object(json!({ "judgement": { "close_hours": 12 }, "keys": { "chosen": { "help.toggle": ["h"] } } }));
        let governed = lay_over(&own, &policy);
        assert_eq!(
            Value::Object(governed.document),
            json!({
            "judgement": { "close_hours": 12 }, "keys": { "chosen": { "refund.next": ["n"], "help.toggle": ["h"] } } })
        );
        assert_eq!(governed.locked, ["/judgement/close_hours", "/keys/chosen/help.toggle"]);
        assert_eq!(governed.problems, []);
    }

    #[test]
    fn wrong_types_are_named_and_ignored() {
        let own = object(json!({ "judgement": { "close_hours": 6 } }));
        let governed =
            lay_over(&own, &object(json!({ "judgement": { "close_hours": "12" }, "look": 7, "boss": true })));
        assert_eq!((governed.document, governed.locked.len()), (own, 0));
        let mut places: Vec<&str> = governed.problems.iter().map(|problem| problem.path.as_str()).collect();
        places.sort_unstable();
        assert_eq!(places, ["/boss", "/judgement/close_hours", "/look"]);
    }

    #[test]
    fn a_lock_holds_for_what_lies_below_and_not_for_a_neighbour() {
        let locked = ["/keys/chosen/help.toggle".to_owned()];
        assert!(is_locked("/keys/chosen/help.toggle", &locked) && is_locked("/keys/chosen/help.toggle/0", &locked));
        assert!(!is_locked("/keys/chosen/help.toggles", &locked) && !is_locked("/keys/chosen", &locked));
    }

    #[test]
    fn the_schema_for_policies_is_made_from_ours() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/extension/managed_schema.json");
        let wanted = serde_json::to_string_pretty(&schema_file::of(&DOCUMENT)).unwrap() + "\n";
        if std::env::var_os("WRITE_MANAGED_SCHEMA").is_some() {
            std::fs::write(file, &wanted).unwrap();
        }
        let found: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let wanted: Value = serde_json::from_str(&wanted).unwrap();
        assert_eq!(found, wanted, "write it anew: WRITE_MANAGED_SCHEMA=1 cargo test --lib the_schema_for_policies");
    }
}
