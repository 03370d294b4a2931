//! Turns the TOML packs into one JSON text per folder of `packs/`, so that the shipped engine needs no TOML parser.
//! A pack that is no TOML stops the build with its file and place.

#![allow(clippy::expect_used, clippy::panic, reason = "a broken pack has to stop the build")]

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=packs");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
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
        let json = serde_json::to_string(&packs).expect("TOML values are JSON values");
        fs::write(Path::new(&out).join(format!("{}.json", stem(folder))), json).expect("a writable OUT_DIR");
    }
}

/// Examples in the packs are for the tests and do not ship.
fn shipped(mut value: toml::Value) -> toml::Value {
    if let Some(cues) = value.get_mut("cue").and_then(toml::Value::as_array_mut) {
        for cue in cues.iter_mut().filter_map(toml::Value::as_table_mut) {
            cue.remove("fires");
            cue.remove("spares");
        }
    }
    value
}

fn sorted_entries(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("a readable folder")
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
