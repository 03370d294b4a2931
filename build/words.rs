//! The language files as lists: one of keys, one of messages a language, all in the order of the keys, an entry a line.

use std::collections::BTreeMap;
use std::{env, fs};

use serde_json::Value;

/// Rooms whose words the engine and the pages do without.
const NOT_OF_ENGINE: [&str; 5] = ["calc_", "options_", "panel_", "platform_", "popup_"];
const NOT_OF_PAGES: [&str; 5] = ["lint_", "page_notice_", "refund_advice_", "refund_why_", "score_chip_"];

/// File names with their texts.
pub fn lists() -> Vec<(String, String)> {
    let of = |locale: &str| -> BTreeMap<String, String> {
        let path = format!("extension/_locales/{locale}/messages.json");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let read: BTreeMap<String, Value> =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        read.into_iter().filter(|(key, _)| ships(key)).map(|(key, value)| message(&path, key, &value)).collect()
    };
    let all = ["zh_CN", "zh_TW", "en"].map(|locale| (locale, of(locale)));
    let [(_, first), ..] = &all;
    let mut lists = vec![("words_keys.txt".to_owned(), first.keys().cloned().collect::<Vec<_>>().join("\n"))];
    for (locale, messages) in &all {
        assert!(messages.keys().eq(first.keys()), "{locale} has other keys than zh_CN");
        lists.push((format!("words_{locale}.txt"), messages.values().cloned().collect::<Vec<_>>().join("\n")));
    }
    lists
}

fn message(path: &str, key: String, value: &Value) -> (String, String) {
    match value.get("message").and_then(Value::as_str) {
        Some(text) if !text.contains('\n') => (key, text.to_owned()),
        _ => panic!("{path}: {key}: expected a message of one line"),
    }
}

/// Each wasm build carries its own words only; everything else carries all.
fn ships(key: &str) -> bool {
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch != "wasm32") {
        return true;
    }
    let is = |name: &str| env::var_os(name).is_some();
    let without: &[&str] = match (is("CARGO_FEATURE_ENGINE"), is("CARGO_FEATURE_UI")) {
        (true, false) => &NOT_OF_ENGINE,
        (false, true) => &NOT_OF_PAGES,
        _ => &[],
    };
    !without.iter().any(|room| key.starts_with(room))
}
