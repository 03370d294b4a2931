//! The labelled lines.

use std::path::Path;

use aftersales_radar::issue::Issue;
use aftersales_radar::issue::features;
use aftersales_radar::issue::model::OUTPUTS;

pub struct Line {
    pub features: Vec<u32>,
    /// Most important first.
    pub issues: Vec<usize>,
    /// Faulty, sound, silent.
    pub quality: usize,
}

/// What the first issue of several weighs; the others share the rest.
const FIRST: f64 = 0.8;

impl Line {
    /// What the model should believe: of the issues, and of the goods.
    pub fn wanted(&self) -> [f64; OUTPUTS] {
        let mut wanted = [0.0; OUTPUTS];
        let (first, others) = self.issues.split_first().expect("an issue");
        wanted[*first] += if others.is_empty() { 1.0 } else { FIRST };
        for other in others {
            wanted[*other] += (1.0 - FIRST) / others.len() as f64;
        }
        wanted[Issue::COUNT + self.quality] = 1.0;
        wanted
    }
}

pub fn read() -> Vec<Line> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/lines");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("packs/lines").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let mut lines = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(path).expect("a text");
        for line in text.lines().skip(1).filter(|line| !line.trim().is_empty()) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [text, issues, quality, ..] = fields[..] else {
                panic!("too few fields in {line:?}");
            };
            let issue = |name: &str| {
                let issue = serde_json::from_value::<Issue>(name.trim().into());
                issue.unwrap_or_else(|_| panic!("{name}: no issue in {line:?}")) as usize
            };
            let quality =
                ["true", "false", "null"].iter().position(|name| *name == quality.trim()).expect("true, false or null");
            let issues = issues.split(',').map(issue).collect();
            lines.push(Line { features: features(text), issues, quality });
        }
    }
    lines
}
