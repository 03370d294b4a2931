//! Reasons in the form of the shop's own rules, asked about while they are written.

use super::*;

fn ask(view: &mut View, background: &mut Background, label: &str) -> (Purpose, String) {
    view.rule.set("label", label.to_owned());
    let effects = view.save_rule(ZH);
    let [Effect::Ask(purpose, request)] = effects.as_slice() else { panic!("{effects:?}") };
    (*purpose, background.ask(request))
}

#[test]
fn of_answers_about_reasons_that_come_in_another_order_the_last_asked_for_stands() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    let known = ask(&mut view, &mut background, "质量问题");
    let unknown = ask(&mut view, &mut background, "店铺约定退款甲");
    let mut effects = Vec::new();
    for (purpose, answer) in [&unknown, &known] {
        effects.extend(view.answered(*purpose, answer, ZH));
    }
    assert_eq!(effects, [Effect::Focus("rule-class".to_owned())], "nobody knows what stands in the form");
    assert!(view.said.bad);
}

#[test]
fn what_is_written_while_a_reason_is_looked_up_is_neither_stored_nor_lost() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    let (purpose, answer) = ask(&mut view, &mut background, "质量问题");
    view.rule.set("label", "店铺约定退款甲".to_owned());
    let effects = view.answered(purpose, &answer, ZH);
    background.settle(&mut view, effects);
    let own = &view.state.as_ref().unwrap().settings.judgement.own["taobao"];
    let spellings: Vec<_> = own.reasons.values().flat_map(|it| &it.spellings).collect();
    assert_eq!(spellings, ["质量问题"]);
    assert_eq!(view.rule.label, "店铺约定退款甲");
}
