use super::*;
use crate::desk::message::FromPage;
use crate::desk::view::Export;
use serde_json::{Value, json};

const NOW: f64 = 1_763_708_400_000.0;

fn desk(extra: Value) -> FromPage {
    let card = |key: &str, level: &str, due: Option<f64>| {
        let advice = [json!({ "kind": "clarify_reason", "title": "a", "message": "我们24小时内处理" })];
        json!({ "key": key, "level": level, "reason": {}, "advice": advice, "deadline": due.map(|at| json!({ "at_ms": at })) })
    };
    let cards = [card("a", "counted", Some(NOW + 9e6)), card("b", "at_risk", None), card("s", "safe", Some(NOW + 5e6))];
    let mut message =
        json!({ "kind": "desk", "cards": cards, "focus": "a", "view": "queue", "page": "refunds", "platform": "jd" });
    for (name, value) in extra.as_object().unwrap() {
        message[name] = value.clone();
    }
    serde_json::from_value(message).unwrap()
}

fn view(day: Value) -> View {
    let mut view = View::default();
    (view.now, view.offset) = (NOW, 480);
    assert_eq!(view.receive(desk(json!({}))), [Effect::Day(Ask::Read)], "the day is asked for at the beginning");
    view.take_day(Some(&day.to_string()));
    view
}

fn away() -> Value {
    json!({ "rows": [
        { "key": "x", "level": "counted", "platform": "taobao", "due": { "at_ms": NOW + 1e6 } },
        { "key": "r", "kind": "review", "level": "at_risk", "platform": "jd" },
    ] })
}

fn keys(items: &[Item<'_>]) -> String {
    items.iter().map(|item| item.key()).collect()
}

#[test]
fn tabs_list_their_own_and_turn_by_command() {
    let mut view = view(away());
    assert_eq!((view.tab(), keys(&view.rows())), (Tab::Refunds, "xab".to_owned()));
    assert_eq!(view.command("tab.reviews"), [], "the face is the same");
    assert_eq!((view.tab(), keys(&view.rows())), (Tab::Reviews, "r".to_owned()));
    assert_eq!(view.command("tab.deadlines"), [Effect::Face(Face::Deadlines)]);
    assert_eq!(keys(&view.due()), "xsa", "safe ones have deadlines, too");
    assert_eq!(view.focus.as_deref(), Some("x"), "it begins with the nearest");
    assert_eq!(view.command("tab.scores"), [Effect::Face(Face::Calculator)]);
    assert_eq!(view.command("panel.close"), [Effect::Close], "a tab lies on no other");
    view.receive(desk(json!({ "page": "reviews", "view": "queue" })));
    assert_eq!(view.list, Kind::Review, "the page has turned to reviews");
}

#[test]
fn done_makes_room_and_comes_back() {
    let mut view = view(away());
    let effects = view.command("record.done");
    assert_eq!(effects[..2], [Effect::Day(Ask::Mark("a".into(), Mark::Done)), Effect::Say("panel_said_done")]);
    assert_eq!(view.focus.as_deref(), Some("b"), "what takes its place");
    view.take_day(Some(&json!({ "done": { "a": 1 } }).to_string()));
    assert_eq!(keys(&view.rows()), "b");
    assert_eq!(keys(&view.aside().0), "a");
    assert_eq!(keys(&view.due()), "s");
    assert!(view.is_listed());
    let undone = view.command("record.undo");
    assert!(undone.contains(&Effect::Day(Ask::Mark("a".into(), Mark::Open))));
    assert_eq!(view.command("record.undo"), [], "nothing is left to take back");
    assert_eq!(view.carry_out(Do::Mark("a".into(), Mark::Done))[0], Effect::Day(Ask::Mark("a".into(), Mark::Open)));
}

#[test]
fn what_has_no_record_to_work_on_is_not_sent_round_in_circles() {
    let mut view = view(json!({}));
    view.focus = None;
    assert_eq!(view.command("record.done"), []);
    view.focus = Some("gone".into());
    assert_eq!(view.command("record.hour"), []);
    view.focus = Some("a".into());
    view.face = Face::Help;
    assert_eq!(view.command("record.done"), []);
}

#[test]
fn put_off_until_its_time() {
    let mut view = view(json!({ "snoozed": { "a": NOW + 60.0 } }));
    assert_eq!(keys(&view.rows()), "b");
    assert_eq!(keys(&view.aside().1), "a");
    assert_eq!(keys(&view.due()), "sa", "its deadline does not wait");
    assert!(view.moments().contains(&(NOW + 60.0)), "the panel wakes up for it");
    view.now = NOW + 60.0;
    assert_eq!(keys(&view.rows()), "ab");
}

#[test]
fn in_the_card_the_next_card_follows_and_at_last_the_queue() {
    let mut view = view(away());
    view.open_card("a");
    let effects = view.command("record.hour");
    assert!(effects.contains(&Effect::Focus("b".into())), "{effects:?}");
    assert_eq!((view.face, view.focus.as_deref()), (Face::Card, Some("b")));
    view.take_day(Some(&json!({ "done": { "a": 1 } }).to_string()));
    view.command("record.done");
    assert_eq!(view.face, Face::Queue);
}

#[test]
fn search_level_and_platform_narrow() {
    let mut view = view(away());
    assert_eq!(view.platforms(), ["jd", "taobao"]);
    view.carry_out(Do::Platform(Some("taobao".into())));
    assert_eq!(keys(&view.rows()), "x");
    view.carry_out(Do::Narrow(Some(Level::Counted)));
    view.take_day(Some("{}"));
    assert_eq!((keys(&view.rows()), view.filter.platform.as_deref()), ("a".to_owned(), None), "no taobao is left");
    view.carry_out(Do::Search("nothing like it".into()));
    assert_eq!(keys(&view.rows()), "");
    assert!(!view.searching, "a queue of three shows no search by itself");
    assert_eq!(view.command("queue.search"), [Effect::Search]);
    assert!(view.searching);
}

#[test]
fn another_page_is_gone_to_and_has_no_card() {
    let mut view = view(away());
    assert_eq!(view.command("refund.first"), [], "the page cannot show it");
    assert_eq!(view.focus.as_deref(), Some("x"));
    assert_eq!(view.command("refund.open"), [Effect::Go("x".into())]);
    assert_eq!(view.face, Face::Queue);
}

#[test]
fn a_promise_is_kept_only_where_that_is_switched_on() {
    let copied =
        || serde_json::from_value(json!({ "kind": "copied", "key": "a", "advice": "clarify_reason" })).unwrap();
    let mut view = view(json!({}));
    assert_eq!(view.receive(copied()).len(), 1);
    view.receive(desk(json!({ "promises": true })));
    assert!(view.receive(copied()).contains(&Effect::Day(Ask::Promise("a".into(), 1_763_708_400_000 + 86_400_000))));
}

#[test]
fn a_broken_answer_changes_nothing_and_nothing_counts_down_unseen() {
    let mut view = view(away());
    view.take_day(Some("{\"rows\": 3}"));
    view.take_day(None);
    assert_eq!(view.day.rows.len(), 2);
    view.face = Face::Help;
    assert_eq!(view.moments(), [0.0; 0]);
    view.face = Face::Deadlines;
    view.connection = Connection::Lost;
    assert_eq!(view.moments(), [0.0; 0]);
}

#[test]
fn the_key_ticks_off_the_promise_in_focus_else_the_nearest_and_says_whose() {
    let promise = |id: &str, key: Option<&str>, at: f64| json!({ "id": id, "key": key, "at": NOW + at });
    let mut view = view(
        json!({ "promises": [promise("1", None, 9e6), promise("2", Some("a"), 5e6), promise("3", Some("b"), 8e6)] }),
    );
    assert_eq!(view.command("promise.kept"), [], "promises are not seen here");
    view.command("tab.deadlines");
    let mut kept = |focus: &str| {
        view.focus = Some(focus.into());
        view.command("promise.kept")
    };
    assert_eq!(kept("b")[0], Effect::Day(Ask::Kept("3".into())));
    assert_eq!(kept("s")[0], Effect::Day(Ask::Kept("2".into())));
    assert!(matches!(&kept("s")[1], Effect::Tell(said) if !said.is_empty()));
    view.take_day(Some("{}"));
    assert_eq!(view.command("promise.kept"), [Effect::Say("panel_said_no_promise")]);
}

#[test]
fn files_are_saved_only_where_the_calculator_is() {
    let mut view = view(json!({}));
    for id in ["score.csv", "score.picture", "score.days"] {
        assert_eq!(view.command(id), [], "{id} is not sent round in circles");
    }
    view.command("tab.scores");
    assert_eq!(view.command("score.csv"), [Effect::Export(Export::Csv)]);
    assert_eq!(view.command("score.days"), [Effect::Export(Export::Picture(1))]);
}

#[test]
fn a_promise_wakes_the_panel_an_hour_before_and_at_its_time() {
    let mut view = view(json!({ "promises": [{ "id": "1", "at": NOW + 5_000_000.0 }] }));
    assert_eq!((view.day.promises_near(NOW), view.next_promise()), (0, Some(1_400_000.0)));
    view.now = NOW + 1_400_001.0;
    assert_eq!((view.day.promises_near(view.now), view.next_promise()), (1, Some(3_599_999.0)));
    view.now = NOW + 9e6;
    assert_eq!((view.day.promises_near(view.now), view.next_promise()), (1, None), "over, and still to be kept");
    view.desk.paused = true;
    view.now = NOW;
    assert_eq!(view.next_promise(), None, "a page at rest wakes nobody");
}
