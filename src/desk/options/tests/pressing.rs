//! Keys are chosen by pressing them; what is taken, bare or a site's own keeps its order.

use super::*;
use crate::desk::options::keys::Pressed;

fn keys_of(view: &View, id: &str) -> Vec<String> {
    view.key_rows(ZH).0.into_iter().flat_map(|(_, rows)| rows).find(|row| row.id == id).unwrap().keys
}

fn press(view: &mut View, background: &mut Background, strokes: &[&str]) {
    for stroke in strokes {
        if let Pressed::Taken(effects) = view.pressed(stroke, ZH) {
            background.settle(view, effects);
        }
    }
}

#[test]
fn a_key_is_chosen_by_pressing_it() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    view.record("refund.next", ZH);
    press(&mut view, &mut background, &["x", "Enter"]);
    assert_eq!(
        (keys_of(&view, "refund.next"), &view.recording),
        (vec!["j".to_owned(), "]".to_owned(), "x".to_owned()], &None)
    );
    view.record("refund.open", ZH);
    press(&mut view, &mut background, &["g", "o"]);
    assert_eq!(keys_of(&view, "refund.open"), ["o", "g o"]);
    view.record("refund.open", ZH);
    press(&mut view, &mut background, &["Alt+o"]);
    assert_eq!(keys_of(&view, "refund.open"), ["o", "g o", "Alt+o"]);
    let effects = view.drop_key("refund.open", "o");
    background.settle(&mut view, effects);
    assert_eq!(keys_of(&view, "refund.open"), ["g o", "Alt+o"]);
    let effects = view.reset_keys("refund.open");
    background.settle(&mut view, effects);
    assert_eq!(keys_of(&view, "refund.open"), ["o"]);
}

#[test]
fn a_key_that_is_taken_is_said_at_once_and_another_may_be_pressed() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    for (strokes, owner) in [(&["q", "Enter"][..], "panel.toggle"), (&["z", "p"], "site.pause")] {
        view.record("refund.next", ZH);
        press(&mut view, &mut background, strokes);
        assert!(view.said.bad && view.said.text.contains(&keys::title(owner, ZH)), "{:?}", view.said);
        assert_eq!(view.recording.as_ref().unwrap().strokes, Vec::<String>::new());
    }
    press(&mut view, &mut background, &["Ctrl+t"]);
    assert!(view.said.bad);
    press(&mut view, &mut background, &["Escape"]);
    assert_eq!((keys_of(&view, "refund.next"), &view.recording), (vec!["j".to_owned(), "]".to_owned()], &None));
    assert_eq!(background.stored["sync"], json!({}));
}

#[test]
fn tab_leaves_the_choosing_and_is_not_taken() {
    let mut view = Background::new(json!({})).view();
    view.record("refund.next", ZH);
    assert_eq!((view.pressed("Tab", ZH), &view.recording), (Pressed::Left, &None));
}

#[test]
fn without_bare_keys_a_bare_one_is_refused() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    let effects = view.edit("/keys/bare", json!(false));
    background.settle(&mut view, effects);
    assert_eq!(keys_of(&view, "refund.next"), Vec::<String>::new());
    view.record("refund.next", ZH);
    press(&mut view, &mut background, &["x", "Enter"]);
    assert!(view.said.bad, "{:?}", view.said);
    press(&mut view, &mut background, &["Alt+x"]);
    assert_eq!(keys_of(&view, "refund.next"), ["Alt+x"]);
    let effects = view.edit("/keys/bare", Value::Null);
    background.settle(&mut view, effects);
    assert_eq!(keys_of(&view, "refund.next"), ["j", "]", "Alt+x"], "what was off comes back");
}

#[test]
fn a_site_has_its_own_keys_and_the_others_keep_theirs() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    view.scope = Some("shop.jd.com".to_owned());
    view.record("help.toggle", ZH);
    press(&mut view, &mut background, &["h", "Enter"]);
    assert_eq!(keys_of(&view, "help.toggle"), ["?", "h"]);
    view.scope = None;
    assert_eq!(keys_of(&view, "help.toggle"), ["?"]);
    view.scope = Some("shop.jd.com".to_owned());
    let effects = view.reset_all_keys();
    background.settle(&mut view, effects);
    assert_eq!(keys_of(&view, "help.toggle"), ["?"]);
}
