//! Every cue of the packs fires on its example and spares the other; the packs are sound.
#![cfg(test)]

use std::collections::BTreeMap;

use super::lexicon::PackFile;
use super::*;

#[derive(serde::Deserialize)]
struct Examples {
    #[serde(default)]
    cue: Vec<Example>,
}

#[derive(serde::Deserialize)]
struct Example {
    id: String,
    fires: String,
    spares: String,
}

fn files() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/issues");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(path).unwrap()))
        .collect();
    files.sort();
    files
}

/// The cues that assert something in this text.
fn asserted(text: &str) -> Vec<String> {
    let lexicon = lexicon();
    let mut reading = Reading::default();
    reading.read(lexicon, text);
    reading
        .hits
        .iter()
        .zip(&reading.moods)
        .filter(|(_, mood)| !mood.denied && !mood.supposed)
        .map(|(hit, _)| lexicon.cues[usize::from(hit.cue)].id.clone())
        .collect()
}

#[test]
fn packs_are_sound() {
    let packs: BTreeMap<String, PackFile> =
        files().into_iter().map(|(name, text)| (name, toml::from_str(&text).unwrap())).collect();
    let (lexicon, faults) = lexicon::build(packs);
    assert!(faults.is_empty(), "{faults:#?}");
    let mut ids: Vec<_> = lexicon.cues.iter().map(|cue| &cue.id).collect();
    ids.sort();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all, "two cues share an id");
    for cue in &lexicon.cues {
        assert!((0.0..=1.0).contains(&cue.weight), "{}", cue.id);
        assert!(
            cue.issue.is_some() || cue.signal.is_some() || cue.quality != lexicon::Quality::Yes,
            "{} says nothing",
            cue.id
        );
    }
}

#[test]
fn every_cue_fires_and_spares() {
    let mut wrong = Vec::new();
    for (name, text) in files() {
        let examples: Examples =
            toml::from_str(&text).unwrap_or_else(|error| panic!("packs/issues/{name}.toml: {error}"));
        for example in examples.cue {
            if !asserted(&example.fires).contains(&example.id) {
                wrong.push(format!(
                    "{name}/{} does not fire on {:?}: {:?}",
                    example.id,
                    example.fires,
                    asserted(&example.fires)
                ));
            }
            if asserted(&example.spares).contains(&example.id) {
                wrong.push(format!(
                    "{name}/{} fires on {:?}: {:?}",
                    example.id,
                    example.spares,
                    classify(&example.spares).issues
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_even_had_been_seen_to_is_not_there() {
    let complains = |text: &str| classify(text).issues.iter().any(|found| found.issue == Issue::WorkmanshipDefect);
    for text in [
        "包得很严实，连线头都修干净了，点赞",
        "连毛边都处理得平平整整，很满意",
        "做工讲究，連線頭都剪得乾乾淨淨",
        "连个线头也给修剪利落了，喜欢",
    ] {
        assert!(!complains(text), "{text}");
    }
    for text in [
        "连线头都没修",
        "连线头都不剪干净",
        "线头都没修剪干净",
        "连线头都是我自己剪干净的",
        "线头一堆，盒子倒是擦干净了",
    ] {
        assert!(complains(text), "{text}");
    }
}

#[test]
fn of_words_in_one_place_a_pattern_takes_the_longest_it_names() {
    // "优惠券..过期(了|)": the hit has to hide the whole of "过期了", which is said of food otherwise.
    let found = classify("优惠券昨天过期了才发现没用，能退了重下吗");
    assert!(!found.issues.iter().any(|it| it.issue == Issue::ExpiredSpoiled), "{found:?}");
}

#[test]
fn a_pattern_is_found_however_many_words_stand_before_it() {
    // Words are counted up to 255 where patterns are tried: further on they are tried all the same.
    let said = "颜色很好看，";
    for times in [10, 120, 126, 127, 128, 129, 150, 190] {
        let text = format!("{}拉链拉不上", said.repeat(times));
        assert!(!asserted("拉链拉不上").is_empty());
        for cue in asserted("拉链拉不上") {
            assert!(asserted(&text).contains(&cue), "{cue} behind {times} clauses");
        }
    }
}

#[test]
fn what_is_supposed_ends_at_a_but_and_where_this_one_is_named() {
    let faulty = |text: &str| classify(text).quality_cause == Some(true);
    for text in ["上次买的很好这次的一股霉味", "would have kept it but the lid leaks", "之前买的没事这批的全是线头"]
    {
        assert!(faulty(text), "{text}");
    }
    for text in ["上次买的一股霉味，这次的很好", "would have been bad if the lid leaks"] {
        assert!(!faulty(text), "{text}");
    }
}

#[test]
fn a_gap_does_not_lead_over_a_space_and_a_but() {
    let cues = |text: &str| asserted(text).iter().any(|cue| cue == "quality-poor-worded-apart");
    assert!(!cues("做工可以 就是我上身不好看"));
    assert!(cues("做工确实不好"));
}
