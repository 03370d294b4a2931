//! The agent's own texts.

use super::*;

#[test]
fn of_previews_that_come_in_another_order_the_last_asked_for_stands() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    view.new_text(1_795_140_000_000.0);
    let mut ask = |view: &mut View, text: &str| {
        let effects = view.preview_text(Some(text));
        let [Effect::Ask(purpose, request)] = effects.as_slice() else { panic!("{effects:?}") };
        (*purpose, background.ask(request))
    };
    let sound = ask(&mut view, "Hi {{product}} ");
    let broken = ask(&mut view, "Hi {{product}} {{x");
    for (purpose, answer) in [&broken, &sound] {
        view.answered(*purpose, answer, ZH);
    }
    let shown = view.draft.and_then(|draft| draft.shown);
    assert!(shown.is_some_and(|shown| shown.trouble.is_some()), "what stands in the field is broken");
}

#[test]
fn texts_are_written_changed_and_taken_away() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    view.new_text(1_795_140_000_000.0);
    let draft = view.draft.as_mut().unwrap();
    draft.set("title", "催件".to_owned());
    assert_eq!(view.save_text(ZH), [Effect::Focus("text-text".to_owned())], "an empty text is not stored");
    view.draft.as_mut().unwrap().set("text", "已联系快递核实。".to_owned());
    let effects = view.save_text(ZH);
    background.settle(&mut view, effects);
    let rows = view.text_rows();
    assert_eq!((rows.len(), rows[0].1.title.as_str(), &view.draft), (1, "催件", &None));
    view.open_text(&rows[0].0);
    view.draft.as_mut().unwrap().set("use", "message".to_owned());
    let effects = view.save_text(ZH);
    background.settle(&mut view, effects);
    assert_eq!(view.text_rows()[0].1.used_for, crate::settings::model::Use::Message);
    view.drop_text(&rows[0].0, ZH);
    let effects = view.drop_text(&rows[0].0, ZH);
    background.settle(&mut view, effects);
    assert_eq!(view.text_rows(), []);
}

#[test]
fn a_broken_text_is_refused_and_the_old_one_stays() {
    let stored = json!({ "own": { "a": { "title": "甲", "text": "好的{{商品}}", "use": "reply", "order": 0 } } });
    let mut background = Background::new(json!({ "settings.snippets": { "version": 1, "value": stored } }));
    let mut view = background.view();
    let opened = view.open_text("a");
    background.settle(&mut view, opened);
    view.draft.as_mut().unwrap().set("text", "好的\n{{商品".to_owned());
    let saved = view.save_text(ZH);
    background.settle(&mut view, saved);
    assert!(view.said.bad && view.said.text.contains('2'), "{:?}", view.said);
    assert_eq!(view.text_rows()[0].1.text, "好的{{商品}}");
    assert!(view.draft.is_some(), "what was written is still there");
}
