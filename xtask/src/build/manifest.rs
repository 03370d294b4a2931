//! The manifest: one base, the differences per browser, and the demo's extra match.

use serde_json::{Value, json};

use crate::project::Project;
use crate::{Result, files};

/// The manifest for one browser: `manifest.base.json`, overlaid by `manifest.<browser>.json`, with the workspace's version.
pub fn of(project: &Project, browser: &str) -> Result<Value> {
    let folder = project.root.join("extension");
    let mut manifest = parse(&folder.join("manifest.base.json"))?;
    overlay(&mut manifest, parse(&folder.join(format!("manifest.{browser}.json")))?);
    overlay(&mut manifest, json!({ "version": project.version()? }));
    Ok(manifest)
}

/// The same manifest with the demo shop's address among its hosts.
pub fn with_demo(mut manifest: Value) -> Value {
    let demo = ["http://localhost/*", "http://127.0.0.1/*"];
    for path in ["/host_permissions", "/content_scripts/0/matches", "/web_accessible_resources/0/matches"] {
        if let Some(Value::Array(list)) = manifest.pointer_mut(path) {
            list.extend(demo.map(Value::from));
        }
    }
    manifest
}

/// Lays `over` on `base`: objects are merged, `null` removes, all else replaces.
fn overlay(base: &mut Value, over: Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (key, value) in over {
                if value.is_null() {
                    base.shift_remove(&key);
                } else {
                    overlay(base.entry(key).or_insert(Value::Null), value);
                }
            }
        }
        (base, over) => *base = over,
    }
}

/// A file of JSON.
pub fn parse(path: &std::path::Path) -> Result<Value> {
    serde_json::from_str(&files::read(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlays_merge_replace_and_remove() {
        let mut base = json!({ "a": { "b": 1, "c": 2 }, "d": [1], "e": 1 });
        overlay(&mut base, json!({ "a": { "b": 3 }, "d": [2], "e": null, "f": {"g": 1} }));
        assert_eq!(base, json!({ "a": { "b": 3, "c": 2 }, "d": [2], "f": {"g": 1} }));
    }

    #[test]
    fn only_the_demo_knows_localhost() {
        let manifest =
            json!({ "host_permissions": ["https://a/*"], "content_scripts": [{ "matches": ["https://a/*"] }] });
        let demo = with_demo(manifest);
        assert_eq!(demo["host_permissions"], json!(["https://a/*", "http://localhost/*", "http://127.0.0.1/*"]));
        assert_eq!(demo["content_scripts"][0]["matches"][1], "http://localhost/*");
        assert!(demo.get("web_accessible_resources").is_none());
    }
}
