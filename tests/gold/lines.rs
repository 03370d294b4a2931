//! The labelled lines, those of the shared folder and our own, and the cues that read them.

use std::path::{Path, PathBuf};

use aftersales_radar::issue::Issue;
use aftersales_radar::issue::lexicon::{self, Lexicon};
use serde_json::Value;

pub(super) struct Line {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) issues: Vec<Issue>,
    pub(super) quality: Option<bool>,
}

fn issue(name: &str) -> Issue {
    serde_json::from_value(Value::String(name.to_owned())).unwrap_or_else(|_| panic!("no issue {name:?}"))
}

pub(super) fn shared() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::var_os("RADAR_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    folder.is_dir().then_some(folder)
}

pub(super) fn gold(folder: &Path) -> Vec<Line> {
    let mut lines = Vec::new();
    for file in ["reviews_dev", "probe_dev", "refund_notes_dev"] {
        let text = std::fs::read_to_string(folder.join("gold").join(format!("{file}.jsonl"))).unwrap();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let value: Value = serde_json::from_str(line).unwrap();
            lines.push(Line {
                id: value["id"].as_str().unwrap().to_owned(),
                text: value["text"].as_str().unwrap().to_owned(),
                issues: value["issues"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|found| issue(found.as_str().unwrap()))
                    .collect(),
                quality: value["quality_cause"].as_bool(),
            });
        }
    }
    lines
}

/// Our own labelled lines in a folder: text, issues, quality, script, parted by tabs.
pub(super) fn own_lines(folder: &str) -> Vec<Line> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths.into_iter().filter(|path| path.extension().is_some_and(|it| it == "tsv")) {
        let text = std::fs::read_to_string(&path).unwrap();
        for (number, line) in
            text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        {
            let fields: Vec<&str> = line.split('\t').collect();
            if fields.len() < 3 || fields[0] == "text" {
                continue;
            }
            lines.push(Line {
                id: format!("{}:{}", path.file_stem().unwrap().to_string_lossy(), number + 1),
                text: fields[0].to_owned(),
                issues: fields[1].split(',').map(|name| issue(name.trim())).collect(),
                quality: fields[2].trim().parse().ok(),
            });
        }
    }
    lines
}

pub(super) fn cues() -> Lexicon {
    let folder = std::env::var_os("RADAR_PACKS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/issues"), PathBuf::from);
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            (
                path.file_stem().unwrap().to_string_lossy().into_owned(),
                toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
            )
        })
        .collect();
    let (lexicon, faults) = lexicon::build(files);
    assert!(faults.is_empty(), "{faults:#?}");
    lexicon
}
