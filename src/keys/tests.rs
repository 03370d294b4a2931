use super::*;

fn overrides(pairs: &[(&str, &[&str])]) -> Overrides {
    pairs.iter().map(|(id, keys)| ((*id).to_owned(), keys.iter().map(|it| (*it).to_owned()).collect())).collect()
}

fn command_at<'a>(map: &KeyMap, keys: &str) -> Option<&'a str> {
    map.trie.command(Sequence::parse(keys).unwrap().strokes())
}

fn keys_of(map: &KeyMap, id: &str) -> Vec<String> {
    map.commands.iter().find(|it| it.id == id).unwrap().keys.clone()
}

#[test]
fn every_default_key_is_sound_and_leads_to_its_command() {
    let map = start(Locale::ZhCn, &Overrides::new());
    assert!(map.problems.is_empty());
    for command in COMMANDS {
        assert_eq!(keys_of(&map, command.id), command.keys, "{}: a default key was refused", command.id);
        for keys in command.keys {
            assert_eq!(command_at(&map, keys), Some(command.id));
        }
    }
}

#[test]
fn ids_are_unique_and_have_words_in_every_language() {
    for (at, command) in COMMANDS.iter().enumerate() {
        assert!(COMMANDS.iter().skip(at + 1).all(|other| other.id != command.id), "{}", command.id);
        for locale in [Locale::ZhCn, Locale::ZhTw, Locale::En] {
            for key in [command.title, command.group.title()] {
                assert_ne!(text(locale, key, &[]), key, "no word for {key}");
            }
        }
    }
}

#[test]
fn nothing_confirms_and_what_stays_needs_two_strokes() {
    for command in COMMANDS {
        assert!(command.keys.iter().all(|keys| !keys.contains("Enter")), "{}", command.id);
        if command.guard == Guard::Chord {
            assert!(command.keys.iter().all(|keys| keys.contains(' ')), "{}", command.id);
        }
    }
}

#[test]
fn a_choice_replaces_the_default() {
    let map = start(Locale::En, &overrides(&[("refund.next", &["ｓ"]), ("help.toggle", &[])]));
    assert_eq!(map.problems, []);
    assert_eq!(keys_of(&map, "refund.next"), ["s"], "a full-width letter is the same key");
    assert_eq!(command_at(&map, "s"), Some("refund.next"));
    assert_eq!(command_at(&map, "j"), None);
    assert_eq!(command_at(&map, "?"), None, "an empty list switches the keys off");
}

#[test]
fn a_default_gives_way_to_a_choice() {
    let map = start(Locale::En, &overrides(&[("refund.next", &["q"])]));
    assert_eq!(map.problems, []);
    assert_eq!(command_at(&map, "q"), Some("refund.next"));
    assert_eq!(keys_of(&map, "panel.toggle"), Vec::<String>::new());
}

#[test]
fn unsound_choices_are_refused_by_name_and_the_default_stays() {
    for keys in [
        "Enter",
        "Tab",
        "Space",
        "Ctrl+t",
        "Ctrl+W",
        "Ctrl+Shift+t",
        "Ctrl+]",
        "Ctrl+F4",
        "Ctrl+F5",
        "Alt+ArrowLeft",
        "Alt+v",
        "Alt+h",
        "F5",
        "/",
        "Meta+c",
        "",
        "a b c",
        "Hyper+x",
        "词",
        "Shift+j",
    ] {
        let map = start(Locale::En, &overrides(&[("refund.next", &[keys])]));
        assert_eq!(map.problems.len(), 1, "{keys:?}");
        assert_eq!(map.problems[0].command, "refund.next");
        assert_eq!(keys_of(&map, "refund.next"), ["j", "]"], "{keys:?}");
    }
}

#[test]
fn function_keys_that_no_browser_has_can_be_held_with_ctrl() {
    for keys in ["Ctrl+F2", "Ctrl+F8", "Ctrl+Alt+F9", "Meta+F2"] {
        assert_eq!(one_more("refund.next", keys, &Overrides::new()).map(|it| it.to_string()), Ok(keys.to_owned()));
    }
}

#[test]
fn what_the_input_method_takes_is_refused_and_said_to_be_its() {
    for keys in ["Ctrl+.", "Ctrl+,", "Ctrl+;", "Ctrl+`", "Alt+`", "F4", "z Ctrl+."] {
        let map = start(Locale::ZhCn, &overrides(&[("refund.next", &[keys])]));
        assert_eq!(map.problems.len(), 1, "{keys}");
        assert!(map.problems[0].text.contains("输入法"), "{}", map.problems[0].text);
        assert_eq!(keys_of(&map, "refund.next"), ["j", "]"], "{keys}");
    }
    assert!(one_more("refund.next", "F2", &Overrides::new()).is_ok(), "a free one beside them");
    assert!(one_more("refund.next", "Alt+n", &Overrides::new()).is_ok());
}

#[test]
fn two_choices_cannot_share_a_beginning() {
    let map = start(Locale::En, &overrides(&[("refund.first", &["x x"]), ("refund.open", &["x"])]));
    assert_eq!(map.problems.len(), 1);
    assert_eq!(command_at(&map, "x x"), Some("refund.first"));
    assert_eq!(command_at(&map, "o"), Some("refund.open"));
}

#[test]
fn pausing_cannot_lie_on_one_key() {
    let map = start(Locale::En, &overrides(&[("site.pause", &["x"])]));
    assert_eq!(map.problems.len(), 1);
    assert_eq!(command_at(&map, "z p"), Some("site.pause"));
}

#[test]
fn unknown_commands_are_named() {
    let map = start(Locale::ZhCn, &overrides(&[("launch", &["x"])]));
    assert_eq!(map.problems[0].command, "launch");
    assert!(map.problems[0].text.contains("launch"));
}

#[test]
fn modifiers_have_one_order() {
    assert_eq!(Sequence::parse("Shift+Alt+F8").unwrap().to_string(), "Alt+Shift+F8");
    assert_eq!(Sequence::parse("Ctrl++").unwrap().to_string(), "Ctrl++");
    assert_eq!(Sequence::parse("g   g").unwrap().to_string(), "g g");
}

#[test]
fn the_trie_is_plain_json() {
    let map = start(Locale::En, &Overrides::new());
    let json = serde_json::to_value(&map.trie).unwrap();
    assert_eq!(json["j"], "refund.next");
    assert_eq!(json["z"]["p"], "site.pause");
    assert_eq!(json["g"]["g"], "refund.first");
}

#[test]
fn one_more_sequence_is_checked_against_all_that_is_bound() {
    let chosen = overrides(&[("refund.next", &["n"]), ("advice.next", &["Alt+n"])]);
    assert_eq!(one_more("refund.next", "x", &chosen).unwrap().to_string(), "x");
    assert_eq!(one_more("refund.open", "j", &chosen).unwrap().to_string(), "j", "the choice of n has set j free");
    for (keys, owner) in [("n", "refund.next"), ("q", "panel.toggle"), ("z p", "site.pause"), ("n x", "refund.next")] {
        assert!(
            matches!(one_more("refund.open", keys, &chosen), Err(Problem::Taken { command, .. }) if command == owner),
            "{keys}"
        );
    }
    assert!(matches!(one_more("site.pause", "x", &chosen), Err(Problem::TooShort(_))));
    assert!(matches!(one_more("refund.agree", "x", &chosen), Err(Problem::UnknownCommand(_))));
}
