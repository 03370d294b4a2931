//! Which particular complaints and dangers a text asserts: finer than its issues, so that a reply can name them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::pack::{About, Danger, Knowledge, Topic};
use crate::issue::lexicon::{self, CueSpec, Lexicon, PackFile, Quality};
use crate::issue::{self, Classification, Issue};

/// A topic in a text. Offsets count code points of the text as given.
#[derive(Debug, Clone, Copy)]
pub struct TopicFound {
    /// Which.
    pub topic: &'static Topic,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Waved aside by the buyer ("可以接受").
    pub accepted: bool,
}

/// All topics that the text asserts, in the order of the text, each once.
#[must_use]
pub fn topics(text: &str) -> Vec<TopicFound> {
    once(&every(text))
}

/// The same wherever they stand, again and again.
#[must_use]
pub fn every(text: &str) -> Vec<TopicFound> {
    let topics = &Knowledge::embedded().topics;
    let found = issue::asserted(topic_lexicon(), text).into_iter().filter_map(|hit| {
        // What the shop said of the goods is not the buyer's view; that it said so is what people did.
        let topic = topics.get(usize::from(hit.cue)).filter(|topic| {
            // "说是两片装，就来了一片": what was said of the number is followed by what came.
            !hit.quoted || topic.about == About::Service || topic.issue == Issue::MissingItem
        })?;
        Some(TopicFound { topic, start: hit.start, end: hit.end, accepted: hit.accepted })
    });
    found.collect()
}

/// The first place of each topic.
#[must_use]
pub fn once(every: &[TopicFound]) -> Vec<TopicFound> {
    let mut found: Vec<TopicFound> = Vec::new();
    for one in every {
        if !found.iter().any(|known| known.topic.id == one.topic.id) {
            found.push(*one);
        }
    }
    found
}

/// The dangers that the text asserts, gravest words first as the packs order them.
#[must_use]
pub fn dangers(text: &str) -> Vec<&'static Danger> {
    let knowledge = Knowledge::embedded();
    let mut found: Vec<&'static Danger> = Vec::new();
    for hit in issue::asserted(danger_lexicon(), text).into_iter().filter(|hit| !hit.quoted) {
        if let Some(danger) = knowledge.dangers.get(usize::from(hit.cue))
            && !found.iter().any(|known| known.id == danger.id)
        {
            found.push(danger);
        }
    }
    found
}

/// Where the text asserts a danger, in code points, and whether that danger's own words say little.
#[must_use]
pub fn danger_places(text: &str) -> Vec<(usize, bool)> {
    let dangers = &Knowledge::embedded().dangers;
    let vague = |cue: u16| dangers.get(usize::from(cue)).is_some_and(|danger| danger.vague);
    let hits = issue::asserted(danger_lexicon(), text).into_iter().filter(|hit| !hit.quoted);
    hits.map(|hit| (hit.start, vague(hit.cue))).collect()
}

/// What the reply has to speak of, the weightiest first: the primary issue's topics, then the others' by weight.
///
/// A bare topic gives way to a closer one of its issue, an ambiguous one counts only where the classifier sees its issue.
#[must_use]
pub fn weighed(found: &[TopicFound], every: &[TopicFound], said: &Classification) -> Vec<TopicFound> {
    let rank = |issue: Issue| said.issues.iter().position(|known| known.issue == issue);
    let complained = said.issues.is_empty() || said.issues.iter().any(|known| !matches!(known.issue, Issue::Praise));
    let mut kept: Vec<TopicFound> = Vec::new();
    for one in found {
        let seen = rank(one.topic.issue).is_some();
        if one.accepted && found.iter().any(|other| !other.accepted) {
            continue;
        }
        if !seen && (one.topic.echo || one.topic.bare || !complained) {
            continue;
        }
        // The same words speak of one thing only: of the one that reads more of them, then of the issue that weighs more.
        let better = |other: &TopicFound| {
            let length = |found: &TopicFound| found.end.saturating_sub(found.start);
            let rank = |found: &TopicFound| rank(found.topic.issue).unwrap_or(usize::MAX);
            let another = other.topic.id != one.topic.id;
            another && overlaps(other, one) && (length(other), rank(one)) > (length(one), rank(other))
        };
        if every.iter().any(better) {
            continue;
        }
        kept.push(*one);
    }
    let close: Vec<Issue> = kept.iter().filter(|found| !found.topic.bare).map(|found| found.topic.issue).collect();
    kept.retain(|found| !(found.topic.bare && close.contains(&found.topic.issue)));
    let place = |found: &TopicFound| {
        let rank = rank(found.topic.issue).unwrap_or(said.issues.len());
        crate::text::order::pair(rank as u32, found.start as u32)
    };
    crate::text::order::by_key(&mut kept, place);
    kept
}

fn overlaps(one: &TopicFound, other: &TopicFound) -> bool {
    one.start < other.end && other.start < one.end
}

fn topic_lexicon() -> &'static Lexicon {
    static BUILT: OnceLock<Lexicon> = OnceLock::new();
    BUILT.get_or_init(|| {
        let knowledge = Knowledge::embedded();
        let mut files = vec![];
        for pack in &knowledge.issues {
            let class = pack.classes.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())).collect();
            files.push(PackFile { issue: Some(pack.issue), class, cue: Vec::new() });
        }
        let mut cues: Vec<CueSpec> = Vec::new();
        for topic in &knowledge.topics {
            let mut cue = cue(topic.id, Some(topic.issue), topic.words);
            cue.firm = topic.firm;
            cues.push(cue);
        }
        build(files, cues).0
    })
}

fn danger_lexicon() -> &'static Lexicon {
    static BUILT: OnceLock<Lexicon> = OnceLock::new();
    BUILT.get_or_init(|| {
        let cues = Knowledge::embedded().dangers.iter().map(|danger| cue(danger.id, None, danger.words)).collect();
        build(Vec::new(), cues).0
    })
}

/// A lexicon of the shared word classes, some more, and these cues in their order; with what could not be read.
pub(super) fn build(files: Vec<PackFile>, cues: Vec<CueSpec>) -> (Lexicon, Vec<String>) {
    let mut all: BTreeMap<String, PackFile> = issue::word_classes().collect();
    for (number, file) in files.into_iter().enumerate() {
        all.insert(format!("topics-{number:02}"), file);
    }
    all.insert("topics".to_owned(), PackFile { issue: None, class: BTreeMap::new(), cue: cues });
    lexicon::build(all)
}

/// A cue of a pattern list alone.
pub(super) fn cue(id: &str, issue: Option<Issue>, words: &str) -> CueSpec {
    CueSpec {
        id: id.to_owned(),
        issue,
        in_food: None,
        in_device: None,
        weight: 0.5,
        quality: Quality::Unknown,
        signal: None,
        firm: false,
        bare: false,
        covers: false,
        words: words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Examples {
        #[serde(default)]
        topic: Vec<Example>,
    }

    #[derive(serde::Deserialize)]
    struct Example {
        id: String,
        fires: String,
        spares: String,
        hans: Say,
        hant: Say,
        en: Say,
    }

    #[derive(serde::Deserialize)]
    struct Say {
        say: String,
    }

    fn files(folder: &str) -> Vec<(String, String)> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("packs").join(folder);
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                (path.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(path).unwrap())
            })
            .collect();
        files.sort();
        files
    }

    fn ids(text: &str) -> Vec<&'static str> {
        topics(text).iter().map(|found| found.topic.id).collect()
    }

    #[test]
    fn every_topic_fires_and_spares() {
        let mut wrong = Vec::new();
        for (name, text) in files("replies") {
            let examples: Examples = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            for example in examples.topic {
                if !ids(&example.fires).contains(&example.id.as_str()) {
                    wrong.push(format!(
                        "{name}/{} does not fire on {:?}: {:?}",
                        example.id,
                        example.fires,
                        ids(&example.fires)
                    ));
                }
                if ids(&example.spares).contains(&example.id.as_str()) {
                    wrong.push(format!("{name}/{} fires on {:?}", example.id, example.spares));
                }
                // The scorer reads replies with the same eyes as reviews: what we say must be seen as what was meant.
                for say in [&example.hans.say, &example.hant.say, &example.en.say] {
                    let issue =
                        |id: &str| Knowledge::embedded().topics.iter().find(|topic| topic.id == id).unwrap().issue;
                    if !topics(say).iter().any(|found| found.topic.issue == issue(&example.id)) {
                        wrong.push(format!("{name}/{} is not seen in its own words {say:?}", example.id));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn every_danger_fires_and_spares() {
        #[derive(serde::Deserialize)]
        struct Example {
            fires: String,
            spares: String,
        }
        for (name, text) in files("dangers") {
            let example: Example = toml::from_str(&text).unwrap();
            let seen = |text: &str| dangers(text).iter().any(|danger| danger.id == name);
            assert!(seen(&example.fires), "{name} does not fire on {:?}", example.fires);
            assert!(!seen(&example.spares), "{name} fires on {:?}", example.spares);
        }
    }

    #[test]
    fn the_patterns_are_sound_and_their_names_unique() {
        let knowledge = Knowledge::embedded();
        let files = knowledge
            .issues
            .iter()
            .map(|pack| PackFile {
                issue: None,
                class: pack.classes.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())).collect(),
                cue: Vec::new(),
            })
            .collect();
        let cues = knowledge.topics.iter().map(|topic| cue(topic.id, Some(topic.issue), topic.words));
        let cues = cues.chain(knowledge.dangers.iter().map(|danger| cue(danger.id, None, danger.words))).collect();
        let (lexicon, faults) = build(files, cues);
        assert!(faults.is_empty(), "{faults:#?}");
        let mut ids: Vec<_> = lexicon.cues.iter().map(|cue| &cue.id).collect();
        let all = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }
}
