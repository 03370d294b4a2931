use super::*;
use serde_json::json;

fn answered(line: Value) -> Result<Map<String, Value>, String> {
    let Value::Object(line) = line else { panic!("an object") };
    answer(line)
}

#[test]
fn findings_have_the_fields_of_the_contract() {
    let report = answered(json!({ "platform": "jd", "kind": "reply", "text": "😀请加薇信", "locale": "en" })).unwrap();
    assert_eq!(report["blocked"], true);
    let finding = &report["findings"][0];
    let mut keys: Vec<&str> = finding.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["end", "fix", "found", "rule", "severity", "start", "why"]);
    assert_eq!(finding["rule"], "off_platform_contact");
    assert_eq!((&finding["start"], &finding["end"], &finding["found"]), (&json!(2), &json!(5), &json!("加薇信")));
    assert!(finding["why"].as_str().unwrap().starts_with("Contact outside"));
}

#[test]
fn wrong_fields_are_named() {
    for (line, part) in [
        (json!({}), "platform: missing"),
        (json!({ "platform": "jd" }), "text: missing"),
        (json!({ "platform": "jd", "text": 5 }), "text: expected a string, found a number"),
        (json!({ "platform": "jd", "text": "", "kind": "mail" }), "kind: \"mail\" is not known"),
        (json!({ "platform": "jd", "text": "", "limit": -1 }), "limit: expected a whole number"),
        (json!({ "platform": "jd", "text": "", "facts": [] }), "facts: expected an object"),
        (json!({ "platform": "jd", "text": "", "facts": { "a": [] } }), "facts.a: expected a string or a number"),
        (json!({ "platform": "jd", "text": "", "previous": [1] }), "previous: expected strings"),
        (json!({ "platform": "jd", "text": "", "script": "ja" }), "script: \"ja\" is not known"),
    ] {
        let error = answered(line.clone()).unwrap_err();
        assert!(error.contains(part), "{line}: {error}");
    }
}
