use super::*;
use crate::desk::message::Level;
use crate::desk::working::Do;
use serde_json::json;

fn desk(focus: Option<&str>, view: &str, keys: &[&str]) -> FromPage {
    let card = |key: &&str| {
        let advice = [
            json!({ "kind": "collect_evidence", "title": "a" }),
            json!({ "kind": "clarify_reason", "title": "b", "message": key }),
        ];
        json!({ "key": key, "level": "counted", "reason": {}, "advice": advice })
    };
    let cards: Vec<_> = keys.iter().map(card).collect();
    serde_json::from_value(json!({ "kind": "desk", "cards": cards, "focus": focus, "view": view, "page": "refunds" }))
        .unwrap()
}

fn opened() -> View {
    let mut view = View::default();
    view.receive(desk(Some("b"), "queue", &["a", "b", "c"]));
    view
}

#[test]
fn a_new_desk_does_not_throw_the_agent_out_of_a_card() {
    let mut view = opened();
    assert_eq!(view.open_card("c"), [Effect::Face(Face::Card), Effect::Focus("c".into())], "in this order");
    view.receive(desk(Some("b"), "queue", &["a", "b", "c"]));
    assert_eq!((view.face, view.focus.as_deref()), (Face::Card, Some("c")), "sent before the page side heard of it");
    view.receive(desk(Some("c"), "card", &["a", "b"]));
    assert_eq!(view.card(), None, "the refund has left the page");
    view.receive(desk(None, "card", &["a", "b"]));
    assert_eq!((view.face, view.focus.as_deref()), (Face::Card, Some("c")), "and the card says so");
    view.receive(desk(Some("a"), "queue", &["a", "b", "c"]));
    assert_eq!((view.face, view.focus.as_deref()), (Face::Queue, Some("a")), "a new wish is followed");
}

#[test]
fn a_card_opened_in_the_page_closes_back_to_the_page() {
    let mut view = View::default();
    view.receive(desk(Some("b"), "card", &["a", "b"]));
    assert_eq!(view.command("refund.open"), [Effect::Close]);
    view.show_queue();
    view.receive(desk(Some("b"), "queue", &["a", "b"]));
    view.receive(desk(Some("b"), "card", &["a", "b"]));
    assert_eq!(view.face, Face::Card, "opened once more from the page");
    assert_eq!(view.command("panel.close"), [Effect::Close]);
}

#[test]
fn keys_walk_open_and_lead_back() {
    let mut view = opened();
    assert_eq!(view.command("refund.next"), [Effect::Focus("c".into())]);
    assert_eq!(view.command("refund.next"), [], "stops at the end");
    view.command("refund.open");
    assert_eq!(view.face, Face::Card);
    view.command("help.toggle");
    assert_eq!(view.command("refund.next"), [], "nothing moves below the help");
    assert_eq!(view.command("panel.close"), [Effect::Face(Face::Card)]);
    assert_eq!(view.command("panel.close"), [Effect::Face(Face::Queue)]);
    assert_eq!(view.command("panel.close"), [Effect::Close]);
    assert_eq!(view.command("site.pause"), [Effect::Forward("site.pause".into())]);
}

#[test]
fn copies_the_first_message_there_is() {
    let mut view = opened();
    let copied = Effect::Copy { key: "b".into(), advice: "clarify_reason".into(), text: "b".into() };
    assert_eq!(view.command("message.copy"), [copied]);
    view.focus = Some("gone".into());
    assert_eq!(view.command("message.copy"), []);
}

#[test]
fn the_chosen_advice_is_the_one_copied() {
    let mut view = opened();
    view.command("refund.open");
    view.command("advice.previous");
    assert_eq!(view.advice, Some(0));
    let copied = view.command("message.copy");
    assert!(matches!(&copied[..], [Effect::Copy { advice, .. }] if advice == "clarify_reason"), "0 has no message");
    view.command("advice.next");
    view.command("advice.next");
    assert_eq!(view.advice, Some(1), "stops at the last");
    view.command("refund.next");
    assert_eq!(view.advice, None, "another card begins anew");
    view.command("refund.first");
    assert_eq!(view.focus.as_deref(), Some("a"));
}

#[test]
fn open_without_focus_takes_the_first_row() {
    let mut view = opened();
    view.focus = None;
    assert_eq!(view.command("refund.open"), [Effect::Face(Face::Card), Effect::Focus("a".into())]);
}

#[test]
fn a_filter_that_finds_nothing_any_more_is_lifted() {
    let mut view = opened();
    view.carry_out(Do::Narrow(Some(Level::Counted)));
    view.receive(desk(None, "queue", &[]));
    assert_eq!(view.filter.only, None);
}
