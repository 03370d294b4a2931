mod reasons;
mod targets;
mod texts;

use super::keys::Pressed;
use super::*;
use crate::settings::answer::answer;

const ZH: Locale = Locale::ZhCn;

/// The background with its storage, as far as the view can tell.
struct Background {
    stored: Value,
}

impl Background {
    fn new(sync: Value) -> Self {
        Self { stored: json!({ "sync": sync, "local": {}, "managed": {} }) }
    }

    fn ask(&mut self, request: &Value) -> String {
        let mut request = request.clone();
        request["stored"] = self.stored.clone();
        request["browser"] = json!("zh-CN");
        request["hosts"] = json!([{ "host": "shop.jd.com", "granted": true, "optional": false }, { "host": "ark.example.com", "granted": false, "optional": true }]);
        if request["kind"] == "site.wake" {
            request["kind"] = json!("settings.wake");
        }
        let text = answer(&request.to_string()).unwrap().unwrap();
        let plan: Value = serde_json::from_str(&text).unwrap();
        if plan["plan"].is_object() && request["dry"] != true {
            for area in ["sync", "local"] {
                let writes = &plan["plan"][area];
                let items = self.stored[area].as_object_mut().unwrap();
                items.extend(writes["set"].as_object().unwrap().clone());
                for name in writes["remove"].as_array().unwrap() {
                    items.remove(name.as_str().unwrap());
                }
            }
        }
        text
    }

    /// Answers until nothing is asked any more; gives back what is left for the page to do.
    fn settle(&mut self, view: &mut View, effects: Vec<Effect>) -> Vec<Effect> {
        let mut left = Vec::new();
        for effect in effects {
            match effect {
                Effect::Ask(purpose, request) => {
                    let answer = self.ask(&request);
                    let more = view.answered(purpose, &answer, ZH);
                    left.extend(self.settle(view, more));
                }
                effect => left.push(effect),
            }
        }
        left
    }

    fn view(&mut self) -> View {
        let mut view = View::default();
        let begin = view.begin();
        self.settle(&mut view, begin);
        view
    }
}

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
fn every_word_of_the_page_exists() {
    for section in SECTIONS {
        assert!(crate::words::exists(&format!("options_{section}")), "{section}");
    }
    for subject in rules::SUBJECTS {
        assert!(crate::words::exists(&format!("options_rule_{subject}")), "{subject}");
        for value in rules::Form::values(subject) {
            assert!(crate::words::exists(&format!("options_rule_{subject}_{value}")), "{subject} {value}");
        }
    }
    for class in rules::CLASSES {
        assert!(crate::words::exists(&format!("options_class_{class}")), "{class}");
    }
    for part in crate::settings::schema::PARTS {
        assert!(crate::words::exists(&format!("options_part_{}", part.name)), "{}", part.name);
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
fn a_file_is_looked_at_before_it_is_taken_and_a_wrong_one_changes_nothing() {
    let mut background =
        Background::new(json!({ "settings.judgement": { "version": 1, "value": { "close_hours": 6 } } }));
    let mut view = background.view();
    let effects = view.export();
    let Some(Effect::Save { text: file, .. }) = background.settle(&mut view, effects).pop() else { panic!("no file") };
    let before = background.stored.clone();
    let effects = view.file_chosen(300.0, Some(file.replace('6', "600")), ZH);
    background.settle(&mut view, effects);
    assert!(view.said.bad && view.said.text.contains("第 5 行"), "{:?}", view.said);
    assert_eq!((&view.file, &background.stored), (&None, &before));

    let effects = view.file_chosen(300.0, Some(file.replace('6', "9")), ZH);
    background.settle(&mut view, effects);
    assert_eq!((view.file.is_some(), &background.stored), (true, &before));
    let effects = view.import();
    background.settle(&mut view, effects);
    assert_eq!(view.state.unwrap().settings.judgement.close_hours, 9);
}

#[test]
fn a_file_of_fifty_megabytes_is_not_even_read() {
    let mut view = View::default();
    assert_eq!(view.file_chosen(52_428_800.0, None, ZH), []);
    assert!(view.said.bad && view.said.text.contains("50.0 MB"), "{:?}", view.said);
}

#[test]
fn sites_are_switched_and_a_site_the_browser_does_not_grant_stays_off() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    let is_on = |view: &View| view.state.as_ref().unwrap().sites[0].hosts[0].on;
    for on in [false, true] {
        let effects = view.host("shop.jd.com", on);
        background.settle(&mut view, effects);
        assert_eq!(is_on(&view), on);
    }
    let effects = view.platform("jd", false);
    background.settle(&mut view, effects);
    assert!(is_on(&view), "a host that was switched on by hand goes before its platform");
    let wake = view.granted("ark.example.com", true, ZH);
    assert_eq!(wake, [Effect::Ask(Purpose::Change, json!({ "kind": "site.wake", "host": "ark.example.com" }))]);
    view.granted("ark.example.com", false, ZH);
    assert!(view.said.bad);
}

#[test]
fn what_the_browser_refuses_is_said_in_words() {
    let mut view = View::default();
    for (message, part) in [
        ("QUOTA_BYTES_PER_ITEM quota exceeded", "满"),
        ("This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.", "频繁"),
        ("disk error", "disk error"),
    ] {
        view.answered(Purpose::Change, &json!({ "failed": message }).to_string(), ZH);
        assert!(view.said.bad && view.said.text.contains(part), "{:?}", view.said);
    }
    view.answered(Purpose::Read, &json!({ "error": "engine stopped" }).to_string(), ZH);
    assert!(view.said.bad && view.state.is_none());
    view.answered(Purpose::Change, "null", ZH);
    assert!(view.said.bad);
}

#[test]
fn another_language_is_spoken_at_once() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    let effects = view.typed("/look/locale", "en");
    background.settle(&mut view, effects);
    assert_eq!((view.locale(ZH), view.platform_name("taobao").as_str()), (Locale::En, "Taobao/Tmall"));
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
