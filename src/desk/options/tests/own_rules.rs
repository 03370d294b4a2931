//! The shop's own rules.

use super::*;

#[test]
fn a_rule_of_the_shop_is_written_listed_and_taken_away() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    for (field, value) in [("label", "质量问题"), ("value", "no"), ("since", "2026-03-01"), ("note", "类目经理确认")]
    {
        view.rule.set(field, value.to_owned());
    }
    let effects = view.save_rule(ZH);
    background.settle(&mut view, effects);
    let rows = view.rule_rows(ZH);
    assert_eq!(
        (rows.len(), rows[0].since.as_deref(), rows[0].note.as_deref()),
        (1, Some("2026-03-01"), Some("类目经理确认"))
    );
    assert!(rows[0].text.contains("质量问题"), "{rows:?}");
    let own = &view.state.as_ref().unwrap().settings.judgement;
    let packs = crate::pack::Packs::with_own(&own.packs());
    assert_eq!(packs.problems(), []);
    assert_eq!(
        packs.book(crate::pack::Platform::Taobao).unwrap().find("质量问题", None).counts,
        crate::pack::Answer::No
    );
    assert_eq!(view.rule, rules::Form::default(), "the form is empty again");

    assert_eq!(view.drop_rule(&rows[0], ZH), [], "asked first");
    let effects = view.drop_rule(&rows[0], ZH);
    background.settle(&mut view, effects);
    assert_eq!((view.rule_rows(ZH).len(), &background.stored["sync"]), (0, &json!({})));
}

#[test]
fn a_reason_nobody_knows_needs_a_class_and_is_not_guessed() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    view.rule.set("label", "店铺约定退款甲".to_owned());
    let effects = view.save_rule(ZH);
    assert_eq!(background.settle(&mut view, effects), [Effect::Focus("rule-class".to_owned())]);
    assert!(view.said.bad && view.rule_rows(ZH).is_empty());
    view.rule.set("class", "neutral".to_owned());
    let effects = view.save_rule(ZH);
    background.settle(&mut view, effects);
    let own = &view.state.as_ref().unwrap().settings.judgement.own["taobao"];
    assert_eq!(own.reasons["own.1"].spellings, ["店铺约定退款甲"]);
}

#[test]
fn basis_and_deadlines_share_date_and_note_until_the_last_goes() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    for (subject, value) in [("basis", "final"), ("review", "36")] {
        view.rule.set("subject", subject.to_owned());
        view.rule.set("value", value.to_owned());
        view.rule.set("note", "平台公告".to_owned());
        let effects = view.save_rule(ZH);
        background.settle(&mut view, effects);
        assert!(!view.said.bad, "{:?}", view.said);
    }
    assert_eq!(view.rule_rows(ZH).len(), 2);
    for left in [1, 0] {
        let row = view.rule_rows(ZH).remove(0);
        view.drop_rule(&row, ZH);
        let effects = view.drop_rule(&row, ZH);
        background.settle(&mut view, effects);
        assert_eq!(view.rule_rows(ZH).len(), left);
    }
    assert_eq!(background.stored["sync"], json!({}));
}

#[test]
fn hours_out_of_range_are_refused_and_the_form_stays() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    view.rule.set("subject", "review".to_owned());
    view.rule.set("value", "two days".to_owned());
    let effects = view.save_rule(ZH);
    background.settle(&mut view, effects);
    assert!(view.said.bad && view.said.text.contains("1440"), "{:?}", view.said);
    assert_eq!((view.rule.value.as_str(), view.rule.sent), ("two days", false));
}
