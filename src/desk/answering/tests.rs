use super::*;
use serde_json::json;

fn view() -> View {
    let review = |answered: bool| json!({ "text": "起球了", "stars": 1, "answered": answered });
    let cards = [
        json!({ "key": "a", "level": "at_risk", "review": review(false) }),
        json!({ "key": "b", "level": "safe", "review": review(true) }),
    ];
    let mut view = View::default();
    view.receive(serde_json::from_value(json!({ "kind": "desk", "cards": cards, "focus": "a", "view": "card", "page": "reviews", "platform": "jd" })).unwrap());
    view
}

fn question(effects: &[Effect]) -> Question {
    effects
        .iter()
        .find_map(|effect| if let Effect::Ask(question) = effect { Some(question.clone()) } else { None })
        .unwrap()
}

#[test]
fn drafts_are_asked_for_once_and_never_for_an_answered_review() {
    let mut view = view();
    assert_eq!(view.prepare().len(), 2, "drafts and the agent's own texts");
    assert_eq!(view.prepare(), []);
    view.open_card("b");
    assert_eq!(view.prepare(), []);
}

#[test]
fn keys_step_copy_and_insert() {
    let mut view = view();
    let asked = question(&view.prepare());
    let lint = question(&view.answered(&asked, Some(r#"{"drafts":[{"text":"一"},{"text":"二"}]}"#)));
    view.answered(&lint, Some(r#"{"blocked":false,"findings":[]}"#));
    assert_eq!(view.command("reply.insert"), [Effect::Insert { key: "a".into(), text: "一".into() }]);
    let lint = question(&view.command("advice.next"));
    assert_eq!(view.command("reply.insert"), [], "waits for the lint");
    let effects = view.answered(&lint, Some(r#"{"blocked":false,"findings":[]}"#));
    assert!(effects.contains(&Effect::Insert { key: "a".into(), text: "二".into() }), "and goes on by itself");
    assert_eq!(
        view.command("message.copy"),
        [Effect::Copy { key: "a".into(), advice: "reply".into(), text: "二".into() }]
    );
    assert_eq!(view.command("reply.edit"), [Effect::Write]);
}

#[test]
fn every_button_of_the_card_has_a_key() {
    let mut view = view();
    view.desk.locale = Some(crate::words::Locale::En);
    let asked = question(&view.prepare());
    let answer = r#"{"fault":"carrier","malicious":{"class":"extortion"},"drafts":[{"text":"加微信好吗加微信"}]}"#;
    let lint = question(&view.answered(&asked, Some(answer)));
    let found = |rule: &str, start: usize, fix: &str| {
        format!(r#"{{"rule":"{rule}","severity":"warn","start":{start},"end":{},"fix":{fix}}}"#, start + 2)
    };
    let report = format!(r#"{{"blocked":false,"findings":[{},{}]}}"#, found("a", 1, "null"), found("b", 6, "\"咱\""));
    view.answered(&lint, Some(&report));
    let place = |start| vec![Effect::Select { start, end: start + 2 }];
    assert_eq!(
        [view.command("reply.look"), view.command("reply.look"), view.command("reply.look")],
        [place(1), place(6), place(1)]
    );
    question(&view.command("reply.fix"));
    assert_eq!(view.replies.sheet("a").unwrap().writing.text, "加微信好吗加咱");
    assert_eq!(view.command("reply.fix"), [Effect::Say("panel_lint_waiting")], "nobody has looked yet");
    let effects = view.command("reply.fault");
    assert!(effects.contains(&Effect::Tell("Whose fault: Expectation".into())), "{effects:?}");
    assert!(question(&effects).request.contains(r#""fault":"expectation""#));
    assert!(question(&view.command("reply.tone")).request.contains(r#""tone":"plain""#));
    assert!(question(&view.command("reply.tone")).request.contains(r#""tone":"brief""#));
    assert!(matches!(view.command("reply.evidence")[..], [Effect::Save(_)]));
}

#[test]
fn a_key_saves_no_evidence_where_there_is_none_and_drafts_again_only_after_a_failure() {
    let mut view = view();
    let asked = question(&view.prepare());
    assert_eq!(view.command("reply.evidence"), []);
    let asks = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::Ask(_)));
    assert!(!asks(&view.command("reply.again")), "the answer is on its way");
    view.answered(&asked, None);
    assert_eq!(view.prepare(), [], "a look at the card is no new question: it would be asked without end");
    assert_eq!(question(&view.command("reply.again")).kind, "reply");
}

#[test]
fn own_texts_open_where_a_text_can_go_even_when_there_are_none() {
    let mut view = view();
    let card = |view: &View| view.card().cloned().unwrap();
    assert!(!view.shelf.any(&card(&view)));
    assert_eq!(view.command("texts.find"), [Effect::FindText]);
    assert!(view.shelf.any(&card(&view)) && !view.shelf.is_stocked(&card(&view)));
    view.open_card("b");
    assert_eq!(view.command("texts.find"), [], "that review is answered");
    view.show_queue();
    assert_eq!(view.command("texts.find"), []);
}

#[test]
fn a_blocked_text_stays_where_it_is() {
    let mut view = view();
    let asked = question(&view.prepare());
    let lint = question(&view.answered(&asked, Some(r#"{"drafts":[{"text":"加微信"}]}"#)));
    view.answered(
        &lint,
        Some(r#"{"blocked":true,"findings":[{"rule":"off_platform_contact","severity":"block","start":1,"end":3}]}"#),
    );
    let effects = view.command("reply.insert");
    assert!(
        effects.contains(&Effect::Select { start: 1, end: 3 })
            && !effects.iter().any(|effect| matches!(effect, Effect::Insert { .. }))
    );
}
