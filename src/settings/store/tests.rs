use super::*;
use crate::settings::edit::{Edit, apply};

fn object(value: Value) -> Map<String, Value> {
    serde_json::from_value(value).unwrap()
}

fn stored(sync: Value, local: Value) -> Stored {
    Stored { sync: Some(object(sync)), local: Some(object(local)), managed: None }
}

/// What the browser does with a plan.
fn carry_out(stored: &mut Stored, plan: &Plan) {
    for (area, writes) in [(&mut stored.sync, &plan.sync), (&mut stored.local, &plan.local)] {
        let area = area.as_mut().unwrap();
        area.extend(writes.set.clone());
        for name in &writes.remove {
            area.remove(name);
        }
    }
}

fn edit(stored: &mut Stored, path: &str, value: Value) -> Plan {
    let loaded = load(stored);
    let edits = [Edit { path: path.to_owned(), value }];
    let document = apply(loaded.own.clone(), &edits, &loaded.governed.locked).unwrap();
    let plan = plan(stored, &loaded, &document).unwrap();
    carry_out(stored, &plan);
    plan
}

#[test]
fn an_edit_writes_its_part_only() {
    let mut stored = stored(json!({}), json!({ "paused:shop.jd.com": true }));
    edit(&mut stored, "/judgement/close_hours", json!(9));
    let second = edit(&mut stored, "/look/theme", json!("dark"));
    assert_eq!(second.sync.set.keys().collect::<Vec<_>>(), ["settings.look"]);
    assert_eq!((second.local, second.sync.remove.len()), (Writes::default(), 0));
    assert_eq!(
        Value::Object(load(&stored).own),
        json!({ "judgement": { "close_hours": 9 }, "look": { "theme": "dark" } })
    );
    let gone = edit(&mut stored, "/look/theme", Value::Null);
    assert_eq!(gone.sync.remove, ["settings.look"]);
    assert_eq!(Value::Object(load(&stored).own), json!({ "judgement": { "close_hours": 9 } }));
}

#[test]
fn edits_of_two_windows_in_one_part_both_stay() {
    let mut stored = stored(json!({}), json!({}));
    edit(&mut stored, "/keys/chosen/refund.next", json!(["n"]));
    edit(&mut stored, "/keys/chosen/refund.previous", json!(["b"]));
    let chosen = &load(&stored).own["keys"]["chosen"];
    assert_eq!(chosen, &json!({ "refund.next": ["n"], "refund.previous": ["b"] }));
}

#[test]
fn version_0_is_led_up_and_leaves_with_the_first_write() {
    let mut stored = stored(
        json!({ "settings": { "locale": "en", "close_hours": 8, "keys": { "refund.next": ["n"] } } }),
        json!({}),
    );
    let before = load(&stored).own;
    assert_eq!(before["judgement"], json!({ "close_hours": 8 }));
    edit(&mut stored, "/judgement/close_hours", json!(9));
    let sync = stored.sync.clone().unwrap();
    let items: std::collections::BTreeSet<&str> = sync.keys().map(String::as_str).collect();
    assert_eq!(items.into_iter().collect::<Vec<_>>(), ["settings.judgement", "settings.keys", "settings.look"]);
    assert_eq!(sync["settings.judgement"], json!({ "version": 1, "value": { "close_hours": 9 } }));
    assert_eq!(load(&stored).own["keys"], before["keys"]);
}

#[test]
fn what_is_broken_falls_back_by_field_and_is_named() {
    let stored = stored(
        json!({ "settings.judgement": { "version": 1, "value": { "close_hours": "soon", "own": {} } }, "settings.look": 7,
                "settings.replies": { "version": 1, "value": { "shop": "小满家居" } }, "stranger": 1 }),
        json!({ "settings": { "snippets": { "version": 1, "value": { "own": { "a": 1 } } } } }),
    );
    let loaded = load(&stored);
    let mut places: Vec<&str> = loaded.problems.iter().map(|problem| problem.path.as_str()).collect();
    places.sort_unstable();
    assert_eq!(places, ["/judgement/close_hours", "/look", "/snippets/own/a"]);
    assert_eq!(loaded.own["replies"], json!({ "shop": "小满家居" }));
    for odd in
        [json!({ "settings": 7 }), json!({ "settings": { "settings.keys": [] } }), json!({ "settings.keys": null })]
    {
        assert!(!load(&Stored { sync: Some(object(odd.clone())), ..Stored::default() }).problems.is_empty(), "{odd}");
    }
}

#[test]
fn what_is_too_big_for_an_item_stays_on_this_machine() {
    let mut stored = stored(json!({}), json!({}));
    for at in 0..4 {
        edit(&mut stored, &format!("/snippets/own/s{at}"), json!({ "title": "长", "text": "谢".repeat(900) }));
    }
    let small = load(&stored);
    let (place, size) = small.places["snippets"];
    assert_eq!(place, Place::Local, "{size}");
    assert!(size > SYNC_MOST && stored.sync.as_ref().unwrap()["settings.snippets"].to_string().len() < 8192);
    assert_eq!(small.own["snippets"]["own"].as_object().unwrap().len(), 4);
    // Small again: synchronised again, and nothing old is left to go before it.
    edit(&mut stored, "/snippets/own/s3", Value::Null);
    edit(&mut stored, "/snippets/own/s2", Value::Null);
    let again = load(&stored);
    assert_eq!((again.places["snippets"].0, stored.local.unwrap().len()), (Place::Sync, 0));
    assert_eq!(again.own["snippets"]["own"].as_object().unwrap().len(), 2);
}

#[test]
fn every_item_keeps_within_the_browsers_limits() {
    let tricky = json!({ "version": 1, "value": { "text": "<".repeat(10) } });
    assert_eq!(bytes("k", &tricky), 1 + tricky.to_string().len() + 50);
    assert!(PARTS.len() * SYNC_MOST < 102_400, "all parts together fit as well");
}

#[test]
fn a_part_of_a_later_version_is_read_as_far_as_it_goes_and_never_overwritten() {
    let stored = stored(
        json!({ "settings.look": { "version": 2, "value": { "theme": "dark", "contrast": "high" } } }),
        json!({}),
    );
    let loaded = load(&stored);
    assert_eq!(loaded.own["look"], json!({ "theme": "dark" }));
    let lighter = object(json!({ "look": { "theme": "light" } }));
    assert_eq!(plan(&stored, &loaded, &lighter), Err(NoWrite::Newer { part: "look".to_owned(), version: 2 }));
    let mut other = loaded.own.clone();
    other.insert("replies".to_owned(), json!({ "tone": "brief" }));
    assert!(!plan(&stored, &loaded, &other).unwrap().sync.set.contains_key("settings.look"));
}

#[test]
fn what_cannot_be_read_is_not_written_over() {
    for stored in
        [Stored { sync: None, ..stored(json!({}), json!({})) }, Stored { local: None, ..stored(json!({}), json!({})) }]
    {
        let loaded = load(&stored);
        let wanted = object(json!({ "replies": { "tone": "brief" } }));
        let refused = plan(&stored, &loaded, &wanted).unwrap_err();
        assert!(matches!(refused, NoWrite::Unreadable(_)));
        assert!(!refused.text(Locale::ZhCn).is_empty());
    }
}
