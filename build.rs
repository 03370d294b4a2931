//! Turns the packs and the language files into what the engine embeds, so that it ships no TOML parser and reads no JSON at its start.
//! What cannot be read stops the build with its file and place.
//!
//! Into `OUT_DIR`: `<folder>.json` of each folder of `packs/` (file stem → value), `<folder>.packed` of those with a known shape
//! (stem, then fields; files parted by U+001D), `issue_ids.packed`, `issues.tables`, and `words_*.txt`.

#![allow(clippy::expect_used, clippy::panic, reason = "a broken pack has to stop the build")]

#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/lines.rs"]
mod lines;
#[path = "build/packed.rs"]
mod packed;
#[path = "build/replies.rs"]
mod replies;
#[path = "build/shapes.rs"]
mod shapes;
#[path = "build/words.rs"]
mod words;
/// The parts of the engine that make the tables of its lexicon, as they stand in `src/`.
#[allow(dead_code, unreachable_pub, reason = "the engine uses the rest")]
#[path = "src/issue"]
mod issue {
    pub mod builder;
    mod hash;
    mod pattern;
    mod tables;
}
#[allow(dead_code, unreachable_pub, reason = "the engine uses the rest")]
#[path = "src/text"]
mod text {
    pub mod bytes;
    pub mod fnv;
    pub mod groups;
    pub mod trie;
}

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=packs");
    println!("cargo:rerun-if-changed=build");
    for used in [
        "src/issue/builder.rs",
        "src/issue/hash.rs",
        "src/issue/pattern.rs",
        "src/issue/tables.rs",
        "src/issue/tables",
        "src/text",
    ] {
        println!("cargo:rerun-if-changed={used}");
    }
    println!("cargo:rerun-if-changed=extension/_locales");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let write = |name: String, text: String| fs::write(Path::new(&out).join(name), text).expect("a writable OUT_DIR");
    for folder in sorted_entries(Path::new("packs")).iter().filter(|path| path.is_dir()) {
        let mut packs = BTreeMap::new();
        for file in sorted_entries(folder) {
            if file.extension().is_some_and(|extension| extension == "toml") {
                let text = fs::read_to_string(&file).expect("a readable pack");
                let value: toml::Value =
                    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
                packs.insert(stem(&file), shipped(value));
            }
        }
        let name = stem(folder);
        if OWN_WORDING.contains(&name.as_str()) {
            packs.values_mut().for_each(without_notes);
        }
        let shape = match name.as_str() {
            "platforms" => Some(shapes::PLATFORM),
            "reasons" => Some(shapes::REASONS),
            "messages" => Some(shapes::MESSAGES),
            "issues" => Some(shapes::ISSUES),
            "sources" => Some(shapes::SOURCES),
            "replies" => Some(replies::REPLIES),
            "frames" => Some(replies::FRAMES),
            "dangers" => Some(replies::DANGERS),
            "malice" => Some(replies::MALICE),
            "goods" => Some(replies::GOODS),
            "reviews" => Some(replies::REVIEWS),
            "rubric" => Some(replies::RUBRIC),
            "telling" => Some(replies::TELLING),
            "lint" => Some(shapes::LINT),
            "scores" => Some(shapes::SCORES),
            _ => None,
        };
        if let Some(shape) = shape {
            write(format!("{name}.packed"), packed_folder(&shape, &packs, &name));
        }
        if name == "issues" {
            write("issue_ids.packed".to_owned(), ids(&packs));
            let tables = lexicon::tables(&packs);
            fs::write(Path::new(&out).join("issues.tables"), tables).expect("a writable OUT_DIR");
        }
        let json = serde_json::to_string(&packs).expect("TOML values are JSON values");
        write(format!("{name}.json"), json);
    }
    for (name, text) in words::lists() {
        write(name, text);
    }
}

fn packed_folder(shape: &packed::Shape, packs: &BTreeMap<String, toml::Value>, folder: &str) -> String {
    let file = |(stem, value): (&String, &toml::Value)| {
        let mut packed = format!("{stem}\u{1f}");
        if let Err(fault) = packed::write(&mut packed, shape, Some(value), "") {
            let path = format!("packs/{folder}/{stem}.toml");
            let text = fs::read_to_string(&path).unwrap_or_default();
            let line = lines::line_of(&text, &fault.key).unwrap_or(1);
            panic!("{path}:{line}: {}: {}", fault.key, fault.what);
        }
        packed
    };
    packs.iter().map(file).collect::<Vec<_>>().join("\u{1d}")
}

/// The names of all cues in the order of the packed files.
fn ids(packs: &BTreeMap<String, toml::Value>) -> String {
    let cues = packs.values().filter_map(|pack| pack.get("cue")?.as_array()).flatten();
    let ids = cues.map(|cue| cue.get("id").and_then(toml::Value::as_str).expect("every cue has an id"));
    ids.collect::<Vec<_>>().join("\u{1f}")
}

/// Folders of our own wording: where it is from stands once in the file, for people.
const OWN_WORDING: [&str; 7] = ["replies", "frames", "dangers", "malice", "goods", "rubric", "telling"];

/// Leaves out what only people and tests read.
fn without_notes(value: &mut toml::Value) {
    let Some(entries) = value.as_table_mut() else { return };
    for name in ["evidence", "fires", "spares"] {
        entries.remove(name);
    }
    for topic in entries.get_mut("topic").and_then(toml::Value::as_array_mut).into_iter().flatten() {
        if let Some(topic) = topic.as_table_mut() {
            topic.remove("fires");
            topic.remove("spares");
        }
    }
}

/// Examples in the packs are for the tests and do not ship.
fn shipped(mut value: toml::Value) -> toml::Value {
    if let Some(cues) = value.get_mut("cue").and_then(toml::Value::as_array_mut) {
        for cue in cues.iter_mut().filter_map(toml::Value::as_table_mut) {
            cue.remove("fires");
            cue.remove("spares");
            // White space between patterns means nothing.
            if let Some(toml::Value::String(words)) = cue.get_mut("words") {
                *words = single_spaced(words);
            }
        }
    }
    for mark in value.get_mut("mark").and_then(toml::Value::as_array_mut).into_iter().flatten() {
        if let Some(mark) = mark.as_table_mut() {
            mark.iter_mut().for_each(|(_, words)| space_singly(words));
        }
    }
    for name in ["class", "list"] {
        let lists = value.get_mut(name).and_then(toml::Value::as_table_mut);
        lists.into_iter().flatten().for_each(|(_, words)| space_singly(words));
    }
    value
}

fn space_singly(words: &mut toml::Value) {
    if let toml::Value::String(text) = words {
        *text = single_spaced(text);
    }
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sorted_entries(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("a readable folder").filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
