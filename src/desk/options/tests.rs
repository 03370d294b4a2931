//! The page against a background with its storage: what each control changes, and what is said where it may not.

mod background;
mod own_rules;
mod pressing;
mod reasons;
mod sites;
mod targets;
mod texts;

use super::*;
use background::Background;

const ZH: Locale = Locale::ZhCn;

#[test]
fn every_word_of_the_page_exists() {
    for section in SECTIONS {
        assert!(crate::words::exists(&format!("options_{section}")), "{section}");
    }
    for subject in rules::SUBJECTS {
        assert!(crate::words::exists(&format!("options_rule_{subject}")), "{subject}");
        for value in rules::Form::values(subject) {
            assert!(crate::words::exists(&format!("options_rule_{subject}_{value}")), "{subject} {value}");
        }
    }
    for class in rules::CLASSES {
        assert!(crate::words::exists(&format!("options_class_{class}")), "{class}");
    }
    for part in crate::settings::schema::PARTS {
        assert!(crate::words::exists(&format!("options_part_{}", part.name)), "{}", part.name);
    }
}

#[test]
fn a_file_is_looked_at_before_it_is_taken_and_a_wrong_one_changes_nothing() {
    let mut background =
        Background::new(json!({ "settings.judgement": { "version": 1, "value": { "close_hours": 6 } } }));
    let mut view = background.view();
    let effects = view.export();
    let Some(Effect::Save { text: file, .. }) = background.settle(&mut view, effects).pop() else { panic!("no file") };
    let before = background.stored.clone();
    let effects = view.file_chosen(300.0, Ok(file.replace('6', "600")), ZH);
    background.settle(&mut view, effects);
    assert!(view.said.bad && view.said.text.contains("第 5 行"), "{:?}", view.said);
    assert_eq!((&view.file, &background.stored), (&None, &before));

    let effects = view.file_chosen(300.0, Ok(file.replace('6', "9")), ZH);
    background.settle(&mut view, effects);
    assert_eq!((view.file.is_some(), &background.stored), (true, &before));
    let effects = view.import();
    background.settle(&mut view, effects);
    assert_eq!(view.state.unwrap().settings.judgement.close_hours, 9);
}

#[test]
fn a_file_of_fifty_megabytes_is_not_even_read() {
    let mut view = View::default();
    assert_eq!(view.file_chosen(52_428_800.0, Err(None), ZH), []);
    assert!(view.said.bad && view.said.text.contains("50.0 MB"), "{:?}", view.said);
    view.file_chosen(300.0, Err(Some(7)), ZH);
    assert!(view.said.bad && view.said.text.contains("第 7 行") && view.said.text.contains("UTF-8"), "{:?}", view.said);
}

#[test]
fn what_the_browser_refuses_is_said_in_words() {
    let mut view = View::default();
    for (message, part) in [
        ("QUOTA_BYTES_PER_ITEM quota exceeded", "满"),
        ("This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.", "频繁"),
        ("disk error", "disk error"),
    ] {
        view.answered(Purpose::Change, &json!({ "failed": message }).to_string(), ZH);
        assert!(view.said.bad && view.said.text.contains(part), "{:?}", view.said);
    }
    view.answered(Purpose::Read, &json!({ "error": "engine stopped" }).to_string(), ZH);
    assert!(view.said.bad && view.state.is_none());
    view.answered(Purpose::Change, "null", ZH);
    assert!(view.said.bad);
}

#[test]
fn another_language_is_spoken_at_once() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    let effects = view.typed("/look/locale", "en");
    background.settle(&mut view, effects);
    assert_eq!((view.locale(ZH), view.platform_name("taobao").as_str()), (Locale::En, "Taobao/Tmall"));
}

#[test]
fn what_a_policy_fixes_a_piece_of_is_held_as_a_whole_and_its_neighbour_is_not() {
    let mut background = Background::new(json!({}));
    background.stored["managed"] =
        json!({ "snippets": { "own": { "t1": { "title": "x", "text": "y" } } }, "look": { "theme": "dark" } });
    let view = background.view();
    assert!(view.held("/snippets/own/t1") && view.held("/snippets/own/t1/title") && view.held("/look/theme"));
    assert!(!view.held("/snippets/own/t") && !view.held("/snippets/own/t12") && !view.held("/look/dock"));
}
