//! What the platforms call their scores and what each of them is, from `packs/scores/`.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::Serialize;

use crate::pack::{Confidence, Evidence, Platform};
use crate::text::packed::{Packed, files};

const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/scores.packed"));

/// How a figure comes about, and so what can be worked out from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The plain mean of stars: asks for five-star ratings.
    Mean,
    /// A share of bad orders: asks for clean orders.
    Rate,
    /// Put together from bands, or from other scores: nothing can be derived.
    Banded,
    /// A place among others: nothing can be derived.
    Rank,
    /// A time.
    Duration,
}

/// One figure of one platform.
#[derive(Debug)]
pub struct Metric {
    /// Its name in settings and reports.
    pub id: &'static str,
    /// Its usual label on the page, in normal form.
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
    /// Days it covers, where the page says nothing else.
    pub window: Option<u32>,
    /// Labels of the number of orders it is a share of.
    pub base: Vec<&'static str>,
    /// Labels of the number of bad ones.
    pub bad: Vec<&'static str>,
    /// Where this is known from.
    pub evidence: Evidence,
}

/// The figures of one platform by their labels.
#[derive(Debug, Default)]
pub struct PlatformScores {
    metrics: Vec<Metric>,
    labels: HashMap<&'static str, usize>,
    /// First characters of labels, and of windows before them.
    firsts: HashSet<char>,
    longest: usize,
}

impl PlatformScores {
    /// The figure of this name; `label` is in normal form.
    #[must_use]
    pub fn named(&self, label: &str) -> Option<&Metric> {
        self.metrics.get(*self.labels.get(label)?)
    }

    /// All figures, in the order of the pack.
    #[must_use]
    pub fn metrics(&self) -> &[Metric] {
        &self.metrics
    }

    /// Whether a text that begins with this character, in normal form, may begin with a label.
    #[must_use]
    pub fn may_begin_with(&self, first: char) -> bool {
        self.firsts.contains(&first)
    }

    /// Length of the longest label in characters.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.longest
    }
}

/// Words around scores.
#[derive(Debug, Default)]
pub struct Words {
    /// Beside a number of ratings.
    pub counts: HashSet<&'static str>,
    /// Between a label and its own value.
    pub own: HashSet<&'static str>,
    /// Before a value that is somebody else's, or a change.
    pub others: HashSet<&'static str>,
}

/// All of `packs/scores/`.
#[derive(Debug, Default)]
pub struct ScorePacks {
    platforms: Vec<(Platform, PlatformScores)>,
    /// Shared by all platforms.
    pub words: Words,
}

impl ScorePacks {
    /// What is known of one platform's figures.
    #[must_use]
    pub fn of(&self, platform: Platform) -> Option<&PlatformScores> {
        self.platforms.iter().find(|(one, _)| *one == platform).map(|(_, scores)| scores)
    }
}

/// First characters of windows: 近, 最近, 过去, 半年内, last, past.
const WINDOWS: [char; 6] = ['近', '最', '过', '半', 'l', 'p'];

/// The packs, read once.
#[must_use]
pub fn packs() -> &'static ScorePacks {
    static READ: OnceLock<ScorePacks> = OnceLock::new();
    READ.get_or_init(|| {
        let mut packs = ScorePacks::default();
        for (_, mut from) in files(PACKED) {
            let platform = Platform::from_id(from.text());
            for (name, words) in from.many(|from| (from.text(), from.many(Packed::text))) {
                match name {
                    "counts" => packs.words.counts.extend(words),
                    "own" => packs.words.own.extend(words),
                    _ => packs.words.others.extend(words),
                }
            }
            let mut scores = PlatformScores { firsts: WINDOWS.into(), ..PlatformScores::default() };
            for (metric, labels) in from.many(metric) {
                let place = scores.metrics.len();
                scores.metrics.push(metric);
                for label in labels {
                    scores.longest = scores.longest.max(label.chars().count());
                    scores.firsts.extend(label.chars().next());
                    scores.labels.entry(label).or_insert(place);
                }
            }
            packs.platforms.extend(platform.map(|platform| (platform, scores)));
        }
        packs
    })
}

fn metric(from: &mut Packed) -> (Metric, Vec<&'static str>) {
    let id = from.text();
    let kind = from.name(&[Kind::Mean, Kind::Rate, Kind::Banded, Kind::Rank], Kind::Duration);
    let labels = from.many(Packed::text);
    let window = from.maybe(|from| u32::try_from(from.number()).unwrap_or_default());
    let (base, bad) = (from.many(Packed::text), from.many(Packed::text));
    let evidence = Evidence {
        since: from.text().into(),
        source: from.text().into(),
        confidence: from.name(&[Confidence::Official, Confidence::Secondary, Confidence::Unverified], Confidence::Own),
    };
    let name = labels.first().copied().unwrap_or(id);
    (Metric { id, name, kind, window, base, bad, evidence }, labels)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::{fs, path::Path};

    use super::super::label::plain;
    use super::*;

    #[test]
    fn what_ships_is_what_the_files_say() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/scores");
        let mut files = 0;
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let file: toml::Value = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            let stem = path.file_stem().unwrap().to_str().unwrap();
            if stem == "words" {
                assert_eq!(packs().words.others.len(), file["words"]["others"].as_array().unwrap().len());
                continue;
            }
            files += 1;
            assert_eq!(file["platform"].as_str(), Some(stem));
            let scores = packs().of(Platform::from_id(stem).unwrap()).unwrap();
            let mut seen = BTreeSet::new();
            for wanted in file["metric"].as_array().unwrap() {
                let id = wanted["id"].as_str().unwrap();
                assert!(seen.insert(id.to_owned()), "{stem}: {id} twice");
                for label in wanted["labels"].as_array().unwrap() {
                    let label = label.as_str().unwrap();
                    assert!(seen.insert(format!("={label}")), "{stem}: {label} twice");
                    assert_eq!(plain(label), label, "{stem}: {label} is not in normal form");
                    let metric = scores.named(label).unwrap();
                    assert_eq!(
                        (metric.id, metric.window.map(i64::from)),
                        (id, wanted.get("window").and_then(toml::Value::as_integer))
                    );
                    assert_eq!(serde_json::to_value(metric.kind).unwrap().as_str(), wanted["kind"].as_str());
                    assert_eq!(Some(&*metric.evidence.source), wanted["evidence"]["source"].as_str());
                }
            }
        }
        assert!(files >= 7);
    }

    #[test]
    fn a_composite_is_not_taken_for_the_mean_of_nearly_the_same_name() {
        let pinduoduo = packs().of(Platform::Pinduoduo).unwrap();
        assert_eq!(pinduoduo.named("物流服务").unwrap().kind, Kind::Mean);
        assert_eq!(pinduoduo.named("物流服务体验分").unwrap().kind, Kind::Banded);
        assert!(pinduoduo.named("物流").is_none());
        let words = &packs().words;
        assert!(words.own.iter().all(|word| !words.others.contains(word)));
    }
}
