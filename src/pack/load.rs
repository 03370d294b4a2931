//! Reads packs as they are written, with every fault named: the measure for what the build has packed.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::schema::{CommonReasons, Pack};
use super::{PackProblem, Platform, check};

/// Reads the platform pack `value` of `file`. A broken entry of a list is left out; a broken table that everything rests on
/// (`about`, `basis`) leaves out the pack.
pub fn platform(file: &str, value: &Value, problems: &mut Vec<PackProblem>) -> Option<Pack> {
    let mut reader = Reader { file, problems };
    let Value::Object(table) = value else {
        reader.report("(whole file)", "expected a table");
        return None;
    };
    const KEYS: [&str; 11] = [
        "about",
        "basis",
        "categories",
        "suffixes",
        "classes",
        "reasons",
        "services",
        "exemptions",
        "report",
        "deadlines",
        "fits",
    ];
    for key in table.keys().filter(|key| !KEYS.contains(&key.as_str())) {
        reader.report(key, &format!("unknown key (expected one of {})", KEYS.join(", ")));
    }
    let pack = Pack {
        about: reader.one(table, "about")?,
        basis: reader.one(table, "basis")?,
        categories: reader.table(table, "categories"),
        suffixes: reader.list(table, "suffixes"),
        classes: reader.table(table, "classes"),
        reasons: reader.list(table, "reasons"),
        services: table.get("services").and_then(|_| reader.one(table, "services")),
        exemptions: reader.list(table, "exemptions"),
        report: table.get("report").and_then(|_| reader.one(table, "report")),
        deadlines: reader.list(table, "deadlines"),
        fits: reader.table(table, "fits"),
    };
    for (key, what) in check::platform(&pack) {
        reader.report(&key, &what);
    }
    Some(pack)
}

/// Reads a common list of `packs/reasons`.
pub fn common(file: &str, value: &Value, problems: &mut Vec<PackProblem>) -> CommonReasons {
    let mut reader = Reader { file, problems };
    let Value::Object(table) = value else {
        reader.report("(whole file)", "expected a table");
        return CommonReasons { danger: Vec::new(), reasons: Vec::new(), words: Vec::new() };
    };
    CommonReasons {
        danger: reader.list(table, "danger"),
        reasons: reader.list(table, "reasons"),
        words: reader.list(table, "words"),
    }
}

/// All packs of a folder's JSON, each with its platform.
pub fn folder(json: &str, problems: &mut Vec<PackProblem>) -> Vec<(Platform, Pack)> {
    let files: Map<String, Value> = match serde_json::from_str(json) {
        Ok(files) => files,
        Err(error) => {
            let file = "packs/platforms".to_owned();
            problems.push(PackProblem { file, key: "(all)".to_owned(), what: error.to_string() });
            return Vec::new();
        }
    };
    let mut packs = Vec::new();
    for (stem, value) in &files {
        let file = format!("packs/platforms/{stem}.toml");
        match Platform::from_id(stem) {
            Some(platform) => packs.extend(self::platform(&file, value, problems).map(|pack| (platform, pack))),
            None => problems.push(PackProblem {
                file,
                key: "(name)".to_owned(),
                what: "no platform of this name".to_owned(),
            }),
        }
    }
    packs
}

struct Reader<'a> {
    file: &'a str,
    problems: &'a mut Vec<PackProblem>,
}

impl Reader<'_> {
    fn report(&mut self, key: &str, what: &str) {
        self.problems.push(PackProblem { file: self.file.to_owned(), key: key.to_owned(), what: what.to_owned() });
    }

    fn read<T: DeserializeOwned>(&mut self, key: &str, value: &Value) -> Option<T> {
        match T::deserialize(value) {
            Ok(read) => Some(read),
            Err(error) => {
                self.report(key, &error.to_string());
                None
            }
        }
    }

    fn one<T: DeserializeOwned>(&mut self, table: &Map<String, Value>, key: &str) -> Option<T> {
        let Some(value) = table.get(key) else {
            self.report(key, "missing table");
            return None;
        };
        self.read(key, value)
    }

    fn list<T: DeserializeOwned>(&mut self, table: &Map<String, Value>, key: &str) -> Vec<T> {
        let entries = match table.get(key) {
            None => return Vec::new(),
            Some(Value::Array(entries)) => entries,
            Some(_) => {
                self.report(key, "expected an array of tables");
                return Vec::new();
            }
        };
        let named = |place: usize, entry: &Value| match entry.get("id").and_then(Value::as_str) {
            Some(id) => format!("{key}[{place}] ({id})"),
            None => format!("{key}[{place}]"),
        };
        entries.iter().enumerate().filter_map(|(place, entry)| self.read(&named(place, entry), entry)).collect()
    }

    fn table<K: DeserializeOwned + Ord, T: DeserializeOwned>(
        &mut self,
        table: &Map<String, Value>,
        key: &str,
    ) -> std::collections::BTreeMap<K, T> {
        let entries = match table.get(key) {
            None => return std::collections::BTreeMap::new(),
            Some(Value::Object(entries)) => entries,
            Some(_) => {
                self.report(key, "expected a table");
                return std::collections::BTreeMap::new();
            }
        };
        let read = |(name, value): (&String, &Value)| {
            let place = format!("{key}.{name}");
            Some((self.read(&place, &Value::String(name.clone()))?, self.read(&place, value)?))
        };
        entries.iter().filter_map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn good() -> Value {
        let all: Value = serde_json::from_str(crate::pack::PLATFORMS_JSON).unwrap();
        all["douyin"].clone()
    }

    #[test]
    fn a_broken_reason_is_named_and_the_others_stay() {
        let mut value = good();
        let count = value["reasons"].as_array().unwrap().len();
        let id = value["reasons"][1]["id"].as_str().unwrap().to_owned();
        value["reasons"][1]["counts"] = json!("maybe");
        let mut problems = Vec::new();
        let pack = platform("packs/platforms/douyin.toml", &value, &mut problems).unwrap();
        assert_eq!(pack.reasons.len(), count - 1);
        let text = problems[0].to_string();
        assert!(text.starts_with(&format!("packs/platforms/douyin.toml: reasons[1] ({id}): ")), "{text}");
        assert!(text.contains("maybe") && text.contains("`yes`"), "{text}");
    }

    #[test]
    fn what_everything_rests_on_leaves_out_the_pack() {
        let mut value = good();
        value["basis"]["kind"] = json!("last");
        let mut problems = Vec::new();
        assert!(platform("f.toml", &value, &mut problems).is_none());
        assert!(problems[0].to_string().starts_with("f.toml: basis: "), "{:?}", problems[0]);
    }

    #[test]
    fn a_broken_pack_does_not_stop_the_rest() {
        let json = json!({ "douyin": good(), "jd": 5, "ebay": {} }).to_string();
        let mut problems = Vec::new();
        let packs = folder(&json, &mut problems);
        assert_eq!(packs.iter().map(|(platform, _)| *platform).collect::<Vec<_>>(), [Platform::Douyin]);
        assert_eq!(problems.len(), 2);
    }

    #[test]
    fn unknown_keys_are_named() {
        let mut value = good();
        value["resons"] = json!([]);
        value["about"]["colour"] = json!("red");
        let mut problems = Vec::new();
        assert!(platform("f.toml", &value, &mut problems).is_none());
        assert!(problems.iter().any(|problem| problem.key == "resons"));
        assert!(problems.iter().any(|problem| problem.key == "about" && problem.what.contains("colour")));
    }
}
