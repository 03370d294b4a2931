//! The three language files against each other, and against the sources that use them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::*;

const FILES: [(Locale, &str); 3] = [
    (Locale::ZhCn, include_str!("../../extension/_locales/zh_CN/messages.json")),
    (Locale::ZhTw, include_str!("../../extension/_locales/zh_TW/messages.json")),
    (Locale::En, include_str!("../../extension/_locales/en/messages.json")),
];

#[derive(serde::Deserialize)]
struct Message {
    message: String,
}

#[test]
fn what_ships_is_what_the_files_say() {
    for (locale, messages) in all() {
        let shipped: BTreeMap<_, _> = starting_with(locale, "").collect();
        let said = |(key, value): (String, Message)| (key, value.message);
        let shipped: BTreeMap<String, String> =
            shipped.into_iter().map(|(key, message)| (key.to_owned(), message.to_owned())).collect();
        assert_eq!(shipped, messages.into_iter().map(said).collect(), "{locale:?}");
        for key in shipped.keys() {
            assert!(exists(key), "{key}");
        }
    }
    assert!(!exists("") && !exists("page"));
}

fn all() -> [(Locale, BTreeMap<String, Message>); 3] {
    FILES.map(|(locale, json)| {
        (locale, serde_json::from_str(json).unwrap_or_else(|error| panic!("{locale:?}: {error}")))
    })
}

#[test]
fn three_languages_have_the_same_keys_and_no_empty_message() {
    let [(_, zh_cn), others @ ..] = all();
    assert!(!zh_cn.is_empty());
    for (locale, messages) in &others {
        let missing: Vec<_> = zh_cn.keys().filter(|key| !messages.contains_key(*key)).collect();
        let extra: Vec<_> = messages.keys().filter(|key| !zh_cn.contains_key(*key)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{locale:?} lacks {missing:?} and has beyond zh-CN {extra:?}");
    }
    for (locale, messages) in all() {
        for (key, value) in messages {
            assert!(!value.message.trim().is_empty(), "{locale:?} {key} is empty");
            assert_eq!(value.message.trim(), value.message, "{locale:?} {key} has white space around it");
        }
    }
}

#[test]
fn keys_are_snake_case_sorted_and_written_once() {
    for (_, json) in FILES {
        let keys: Vec<&str> =
            json.lines().filter_map(|line| line.trim().strip_prefix('"')?.split('"').next()).collect();
        let keys: Vec<&str> = keys.into_iter().filter(|key| *key != "message").collect();
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", keys.windows(2).find(|pair| pair[0] >= pair[1]));
        for key in keys {
            let plain =
                key.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_');
            assert!(plain && key.contains('_'), "{key}: expected room_name in snake case");
        }
    }
}

#[test]
fn placeholders_are_the_same_in_every_language() {
    let placeholders = |message: &str| -> BTreeSet<char> {
        let plain = message.replace("$$", "");
        plain.split('$').skip(1).filter_map(|rest| rest.chars().next()).collect()
    };
    let [(_, zh_cn), others @ ..] = all();
    for (locale, messages) in &others {
        for (key, value) in &zh_cn {
            assert_eq!(placeholders(&value.message), placeholders(&messages[key].message), "{locale:?} {key}");
        }
    }
    for (key, value) in &zh_cn {
        let found = placeholders(&value.message);
        let expected: BTreeSet<char> = ('1'..='9').take(found.len()).collect();
        assert_eq!(found, expected, "{key}: placeholders count from $1 without a gap");
    }
}

/// GB 2312 holds the Simplified forms and Big5 the Traditional ones; what both scripts share is in both.
#[test]
fn each_chinese_keeps_to_its_script() {
    let [(_, zh_cn), (_, zh_tw), _] = all();
    for (key, value) in &zh_cn {
        let foreign: String = value.message.chars().filter(|letter| is_han(*letter) && !in_gb2312(*letter)).collect();
        assert!(foreign.is_empty(), "zh_CN {key}: {foreign} is not Simplified");
    }
    for (key, value) in &zh_tw {
        let foreign: String = value.message.chars().filter(|letter| is_han(*letter) && !in_big5(*letter)).collect();
        assert!(foreign.is_empty(), "zh_TW {key}: {foreign} is not Traditional");
    }
    assert!(!in_gb2312('貨') && in_gb2312('货') && in_big5('貨') && !in_big5('货'));
}

#[test]
fn english_has_no_chinese_left_in_it() {
    let [.., (_, en)] = all();
    for (key, value) in &en {
        // A platform's own term may follow its English name in brackets.
        let mut outside = String::new();
        let mut depth = 0_i32;
        for letter in value.message.chars() {
            depth += i32::from(letter == '(') - i32::from(letter == ')');
            if depth == 0 {
                outside.push(letter);
            }
        }
        assert!(!outside.chars().any(is_han), "en {key}: {}", value.message);
    }
}

fn is_han(letter: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&letter)
}

fn in_gb2312(letter: char) -> bool {
    let text = letter.to_string();
    let (bytes, _, failed) = encoding_rs::GBK.encode(&text);
    !failed && matches!(bytes[..], [0xb0..=0xf7, 0xa1..=0xfe])
}

fn in_big5(letter: char) -> bool {
    let text = letter.to_string();
    let (bytes, _, failed) = encoding_rs::BIG5.encode(&text);
    !failed && matches!(bytes[..], [0xa4..=0xf9, _])
}

#[test]
fn placeholders_are_filled_once_and_from_the_left() {
    assert_eq!(filled("$1 / $2", &["$2", "b"]), "$2 / b");
    assert_eq!(filled("$$1 costs $1", &["5"]), "$1 costs 5");
    assert_eq!(filled("$2$", &["a"]), "$");
    assert_eq!(text(Locale::En, "no_such_key", &[]), "no_such_key");
}

/// Literals that are certainly keys: the first text argument of a call that looks a word up, and every literal that begins with the name
/// of a room whose keys are used nowhere but as keys.
#[test]
fn every_key_used_in_the_sources_exists() {
    const LOOK_UPS: [&str; 5] = ["text(", "say(", "getMessage(", "word(", "word_key("];
    const KEY_ROOMS: [&str; 4] = ["panel_", "popup_", "badge_", "level_"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for file in
        sources(&root.join("src")).into_iter().chain(sources(&root.join("extension"))).chain(sources(&root.join("www")))
    {
        let source = fs::read_to_string(&file).unwrap();
        let shipped = source.split("#[cfg(test)]").next().unwrap();
        let pieces: Vec<&str> = shipped.split('"').collect();
        for pair in pieces.windows(2) {
            let (before, literal) = (pair[0], pair[1]);
            let called = LOOK_UPS.iter().any(|name| {
                before.rsplit_once(name).is_some_and(|(_, rest)| {
                    rest.chars().all(|letter| letter.is_alphanumeric() || "&., _\n".contains(letter))
                })
            });
            let roomy =
                KEY_ROOMS.iter().any(|room| literal.len() > room.len() && literal.starts_with(room)) && is_key(literal);
            if (called && is_key(literal) && in_a_room(literal)) || roomy {
                seen += 1;
                assert!(exists(literal), "{}: no message {literal:?}", file.display());
            }
        }
    }
    println!("{seen} uses of words checked");
}

/// Does a message begin with the same word? A look-up may have another text as its first argument.
fn in_a_room(literal: &str) -> bool {
    literal.split_once('_').is_some_and(|(room, _)| starting_with(Locale::ZhCn, &format!("{room}_")).next().is_some())
}

fn is_key(literal: &str) -> bool {
    !literal.ends_with('_')
        && literal.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() && !path.ends_with("node_modules") && !path.ends_with("words") {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "ts")
            && !path.ends_with("tests.rs")
        {
            found.push(path);
        }
    }
    found
}
