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
