//! The tables by which the issues' cues are found, made ahead: a background that the browser has stopped starts without reading patterns.

use std::collections::BTreeMap;

use toml::Value;

use crate::issue::builder::{Source, built};

/// The tables of all packs as bytes. What a pattern has wrong is told by the test `packs_are_sound`, with the others of its kind.
pub fn tables(packs: &BTreeMap<String, Value>) -> Vec<u8> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let source = |(name, pack): (&String, &Value)| {
        let classes = pack.get("class").and_then(Value::as_table).into_iter().flatten();
        let cues = pack.get("cue").and_then(Value::as_array).into_iter().flatten();
        Source {
            name: name.clone(),
            classes: classes.filter_map(|(name, words)| Some((name.clone(), text(words)?))).collect(),
            cues: cues.filter_map(|cue| Some((text(cue.get("id")?)?, text(cue.get("words")?)?))).collect(),
        }
    };
    built(&packs.iter().map(source).collect::<Vec<_>>()).0.to_bytes()
}
