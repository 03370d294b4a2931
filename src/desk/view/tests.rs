use super::*;
use crate::desk::message::Level;
use crate::desk::working::Do;
use serde_json::json;

fn desk(focus: Option<&str>, view: &str, keys: &[&str]) -> FromPage {
    answer(0, focus, view, keys)
}

/// A desk of a page side that has heard so many messages.
fn answer(heard: u32, focus: Option<&str>, view: &str, keys: &[&str]) -> FromPage {
    let card = |key: &&str| {
        let advice = [
            json!({ "kind": "collect_evidence", "title": "a" }),
            json!({ "kind": "clarify_reason", "title": "b", "message": key }),
        ];
        json!({ "key": key, "level": "counted", "reason": {}, "advice": advice })
    };
    let cards: Vec<_> = keys.iter().map(card).collect();
    serde_json::from_value(
        json!({ "kind": "desk", "cards": cards, "focus": focus, "view": view, "page": "refunds", "heard": heard }),
    )
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
    view.tell(None);
    view.tell(Some("c"));
    view.receive(desk(Some("b"), "queue", &["a", "b", "c"]));
    assert_eq!((view.face, view.focus.as_deref()), (Face::Card, Some("c")), "sent before the page side heard of it");
    view.receive(answer(1, Some("b"), "card", &["a", "b", "c"]));
    assert_eq!((view.face, view.focus.as_deref()), (Face::Card, Some("c")), "it has heard of the face only");
    view.receive(answer(2, Some("c"), "card", &["a", "b"]));
    assert_eq!(view.card(), None, "the refund has left the page");
    view.receive(answer(2, None, "card", &["a", "b"]));
    assert_eq!((view.face, view.focus.as_deref()), (Face::Card, Some("c")), "and the card says so");
    view.receive(answer(2, Some("a"), "queue", &["a", "b", "c"]));
    assert_eq!((view.face, view.focus.as_deref()), (Face::Queue, Some("a")), "a new wish is followed");
}

#[test]
fn keys_quicker_than_the_page_are_not_taken_back() {
    let keys = ["a", "b", "c"];
    let mut view = View::default();
    view.receive(desk(Some("a"), "card", &keys));
    let press = |view: &mut View, command| match &view.command(command)[..] {
        [Effect::Focus(key)] => view.tell(Some(key)),
        other => panic!("{other:?}"),
    };
    let (last, first, next) =
        (press(&mut view, "refund.last"), press(&mut view, "refund.first"), press(&mut view, "refund.next"));
    for (heard, focus) in [(last, "c"), (first, "a"), (next, "b")] {
        view.receive(answer(heard, Some(focus), "card", &keys));
        assert_eq!(view.focus.as_deref(), Some("b"), "after the answer to {heard}");
    }
    view.receive(answer(next, Some("c"), "card", &keys));
    assert_eq!(view.focus.as_deref(), Some("c"), "a key pressed in the page");
}

#[test]
fn an_answer_does_not_lead_back_from_a_record_of_another_tab() {
    let mut view = opened();
    view.command("refund.next");
    let told = view.tell(Some("c"));
    view.move_to(Some("elsewhere".into()));
    view.receive(answer(told, Some("c"), "queue", &["a", "b", "c"]));
    assert_eq!(view.focus.as_deref(), Some("elsewhere"));
}

#[test]
fn a_choice_of_advice_is_not_taken_back_by_an_earlier_desk() {
    let mut view = opened();
    view.command("refund.open");
    view.command("advice.previous");
    let told = view.tell(None);
    view.receive(answer(told - 1, Some("b"), "card", &["a", "b", "c"]));
    assert_eq!(view.advice, Some(0));
}

#[test]
fn a_panel_that_connects_anew_counts_from_where_the_page_side_is() {
    let mut view = opened();
    for _ in 0..5 {
        view.tell(None);
    }
    view.connection = Connection::Lost;
    view.receive(answer(3, Some("a"), "card", &["a", "b"]));
    assert_eq!((view.face, view.focus.as_deref()), (Face::Card, Some("a")));
    assert_eq!(view.tell(None), 4);
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
