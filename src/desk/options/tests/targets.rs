//! What scores should reach.

use super::*;

#[test]
fn a_target_is_set_seen_and_forgotten() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    assert!(view.target_rows().is_empty());
    let choices = view.score_choices();
    assert!(choices.iter().any(|(id, name)| id == "taobao.dsr_service" && name.ends_with("服务态度")), "{choices:?}");
    assert!(!choices.iter().any(|(id, _)| id == "taobao.experience"), "banded: no target");

    view.target.score = "taobao.first_quality_refund_rate".to_owned();
    view.target.target = " 0.5％ ".to_owned();
    let saved = view.save_target();
    background.settle(&mut view, saved);
    let rows = view.target_rows();
    assert_eq!(rows.iter().map(|row| row.target.as_deref()).collect::<Vec<_>>(), [Some("0.5%")]);
    assert!(rows[0].name.contains("首次品退率"), "{rows:?}");
    assert_eq!(view.target, super::super::targets::Form::default(), "the form is empty again");

    let path = rows[0].path.clone();
    assert!(view.drop_target(&path, ZH).is_empty(), "asked first");
    let dropped = view.drop_target(&path, ZH);
    background.settle(&mut view, dropped);
    assert!(view.target_rows().is_empty());
}

#[test]
fn a_target_that_is_no_number_is_refused_and_stays_written() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    view.target.target = "四点八".to_owned();
    let saved = view.save_target();
    background.settle(&mut view, saved);
    assert!(view.said.bad, "{:?}", view.said);
    assert_eq!(view.target.target, "四点八");
    assert!(view.target_rows().is_empty());
}
