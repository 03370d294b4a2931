use super::*;
use serde_json::json;

fn ask(request: &Value) -> Value {
    let text = request.to_string();
    serde_json::from_str(&answer(&text).unwrap().unwrap_or_else(|| page(&text).unwrap())).unwrap()
}

fn stored() -> Value {
    json!({ "sync": { "settings.judgement": { "version": 1, "value": { "close_hours": 6 } } }, "local": {}, "managed": { "look": { "theme": "dark" } } })
}

#[test]
fn an_edit_answers_what_to_write_or_why_not() {
    let edit = |path: &str, value: Value| {
        ask(
            &json!({ "kind": "settings.edit", "stored": stored(), "browser": "en", "edits": [{ "path": path, "value": value }] }),
        )
    };
    let done = edit("/judgement/close_hours", json!(12));
    assert_eq!(
        done,
        json!({ "plan": { "sync": { "set": { "settings.judgement": { "version": 1, "value": { "close_hours": 12 } } }, "remove": [] }, "local": { "set": {}, "remove": [] } } })
    );
    assert!(edit("/judgement/close_hours", json!(0))["refused"].as_str().unwrap().contains("1 to 72"));
    assert!(edit("/look/theme", json!("light"))["refused"].as_str().unwrap().contains("/look/theme"));
}

#[test]
fn what_is_exported_is_imported_and_a_wrong_line_is_named() {
    let text = ask(&json!({ "kind": "settings.export", "stored": stored() }))["text"].as_str().unwrap().to_owned();
    assert!(!text.contains("theme"), "a policy is not the agent's own: {text}");
    let import = |text: &str| {
        ask(&json!({ "kind": "settings.import", "stored": { "sync": {}, "local": {} }, "browser": "en", "text": text }))
    };
    let done = import(&text);
    assert_eq!(done["plan"]["sync"]["set"], stored()["sync"]);
    let refused = import(&text.replace('6', "\"six\""));
    assert_eq!((&refused["line"], refused.get("plan")), (&json!(5), None), "{refused}");
}

fn taught() -> Value {
    json!({ "title": "工单", "host": "erp.example", "place": "/list", "page": "refunds", "record": "tr.line", "width": 4,
        "columns": [{ "meaning": "reason", "at": "#2", "head": "客诉大类", "always": true }] })
}

#[test]
fn a_taught_page_stays_on_this_machine_and_reaches_a_colleague_by_its_file() {
    let teach = |stored: &Value, page: Value| {
        ask(&json!({ "kind": "settings.teach", "stored": stored, "browser": "en", "taught": page }))
    };
    let plan = teach(&stored(), taught())["plan"].clone();
    assert_eq!(plan["sync"], json!({ "set": {}, "remove": [] }));
    let mut mine = stored();
    mine["local"] = plan["local"]["set"].clone();
    let told = ask(&json!({ "kind": "settings.page", "stored": mine, "host": "erp.example:8080", "browser": "en" }));
    assert_eq!(told["taught"], json!([taught()]));
    let elsewhere = ask(&json!({ "kind": "settings.page", "stored": mine, "host": "shop.jd.com", "browser": "en" }));
    assert_eq!(elsewhere.get("taught"), None);
    let id = mine["local"]["settings"]["pages"]["value"]["taught"].as_object().unwrap().keys().next().unwrap().clone();
    let file =
        ask(&json!({ "kind": "settings.export", "stored": mine, "page": id }))["text"].as_str().unwrap().to_owned();
    assert_eq!(ask(&json!({ "kind": "settings.export", "stored": mine, "page": "p0" }))["text"], Value::Null);
    // A colleague's own settings stay; the same page taught again takes the old one's place.
    let took = ask(&json!({ "kind": "settings.import", "stored": stored(), "browser": "en", "text": file }));
    assert_eq!((&took["plan"]["sync"], &took["plan"]["local"]), (&json!({ "set": {}, "remove": [] }), &plan["local"]));
    let mut again = taught();
    again["columns"][0]["at"] = json!("#3");
    let all = teach(&mine, again)["plan"]["local"]["set"]["settings"]["pages"]["value"]["taught"].clone();
    assert_eq!((all.as_object().unwrap().len(), &all[&id]["columns"][0]["at"]), (1, &json!("#3")));
    let wrong = file.replace("\"#2\"", "\"div.css-1q2w3e\"");
    let refused = ask(&json!({ "kind": "settings.import", "stored": stored(), "browser": "zh-CN", "text": wrong }));
    let line = wrong.lines().position(|line| line.contains("css-")).unwrap() + 1;
    assert_eq!((refused["line"].as_u64(), refused.get("plan")), (u64::try_from(line).ok(), None), "{refused}");
}

#[test]
fn what_is_no_taught_page_is_not_kept() {
    let mut much = taught();
    much["columns"] = Value::Array(vec![much["columns"][0].clone(); 25]);
    let mut host = taught();
    host["host"] = json!("https://erp.example/");
    let mut more = taught();
    more["run"] = json!("alert(1)");
    for page in [json!(null), json!(7), json!({}), much, host, more] {
        let refused = ask(&json!({ "kind": "settings.teach", "stored": stored(), "browser": "en", "taught": page }));
        assert!(refused["refused"].is_string() && refused.get("plan").is_none(), "{refused}");
    }
}

#[test]
fn forty_pages_are_enough() {
    let mut stored = stored();
    for number in 0..40 {
        let mut page = taught();
        page["place"] = json!(format!("/list/{}", "x".repeat(number)));
        let plan = ask(&json!({ "kind": "settings.teach", "stored": stored, "taught": page }))["plan"].clone();
        stored["local"] = plan["local"]["set"].clone();
    }
    let mut first = taught();
    first["place"] = json!("/list/");
    let again = ask(&json!({ "kind": "settings.teach", "stored": stored, "browser": "en", "taught": first }));
    assert!(again.get("refused").is_none(), "the first one again: {again}");
    let mut other = taught();
    other["place"] = json!("/other");
    let refused = ask(&json!({ "kind": "settings.teach", "stored": stored, "browser": "en", "taught": other }));
    assert!(refused["refused"].as_str().is_some_and(|why| why.contains("40")), "{refused}");
}

#[test]
fn a_reset_takes_one_part_or_all() {
    let mut stored = stored();
    stored["sync"]["settings.replies"] = json!({ "version": 1, "value": { "shop": "小满家居" } });
    let reset = |part: Value| {
        ask(&json!({ "kind": "settings.reset", "stored": stored, "part": part }))["plan"]["sync"]["remove"].clone()
    };
    assert_eq!(
        (reset(json!("replies")), reset(Value::Null)),
        (json!(["settings.replies"]), json!(["settings.judgement", "settings.replies"]))
    );
}

#[test]
fn waking_a_host_overrules_its_platform_but_no_policy() {
    let wake = |managed: Value| {
        ask(&json!({ "kind": "settings.wake", "host": "shop.jd.com", "stored": {
        "sync": { "settings.sites": { "version": 1, "value": { "platforms": { "jd": false } } } }, "local": {}, "managed": managed } }))["plan"]["sync"]["set"].clone()
    };
    assert_eq!(wake(json!({}))["settings.sites"]["value"]["hosts"], json!({ "shop.jd.com": true }));
    assert_eq!(wake(json!({ "sites": { "hosts": { "shop.jd.com": false } } })), json!({}));
}

#[test]
fn a_page_is_told_its_own_and_an_unknown_kind_nothing() {
    let told = ask(&json!({ "kind": "settings.page", "stored": stored(), "host": "shop.jd.com", "browser": "zh-TW" }));
    assert_eq!(
        (&told["close_hours"], &told["theme"], &told["locale"], &told["on"]),
        (&json!(6), &json!("dark"), &json!("zh-TW"), &json!(true))
    );
    assert_eq!(answer(r#"{"kind":"settings.burn"}"#).unwrap(), None);
    assert!(answer(r#"{"kind":"settings.edit","edits":7}"#).is_err());
    let lost = ask(&json!({ "kind": "settings.edit", "stored": { "sync": null, "local": {} }, "edits": [] }));
    assert!(lost["refused"].is_string(), "{lost}");
}
