use super::*;
use serde_json::{Value, json};

const ROWS: [[&str; 5]; 2] = [
    ["176083637728888513", "2660358353525569402", "质量问题", "线头很多", "剩余1天2小时"],
    ["176083637728888514", "2660358353525569403", "不喜欢/效果不好", "不想要了", "剩余1天1小时"],
];

fn row(cells: &[&str; 5], tag: &str) -> Value {
    let mut row = vec![json!("tr"), json!(""), json!(0)];
    row.extend(cells.iter().map(|cell| json!([tag, "", 0, cell])));
    Value::Array(row)
}

fn snapshot() -> Value {
    let head = row(&["退款编号", "订单编号", "退款原因", "买家退款说明", "剩余处理时间"], "th");
    json!({
        "kind": "read", "v": 1, "url": { "host": "myseller.taobao.com", "path": "/home.htm/trade-platform/refund-list", "query": "" },
        "now": 1_795_140_000_000_i64, "offset": 480, "settings": {}, "truncated": false,
        "root": ["table", "", 0, ["thead", "", 0, head], ["tbody", "", 0, row(&ROWS[0], "td"), row(&ROWS[1], "td")]],
    })
}

fn ask(request: &Value) -> Value {
    serde_json::from_str(&evaluate(&request.to_string())).unwrap()
}

#[test]
fn a_read_marks_every_record() {
    let plan = ask(&snapshot());
    assert_eq!((&plan["page"], &plan["report"]["read"]), (&json!("refunds"), &json!(2)));
    let mark = &plan["marks"][0];
    assert_eq!(mark["key"], "taobao:refund:176083637728888513");
    assert_eq!((mark["level"].as_str(), mark["badge"].is_string()), (Some("counted"), true));
    assert_eq!(plan["marks"][1]["badge"], Value::Null);
    assert_eq!(plan["cards"][0]["deadline"]["source"], "page");
}

#[test]
fn who_was_asked_is_not_asked_again() {
    let mut request = snapshot();
    let fits = request.to_string().replace("线头很多", "尺码小了，质量没问题");
    request = serde_json::from_str(&fits).unwrap();
    let asks = |plan: &Value| {
        plan["cards"][0]["advice"].as_array().unwrap().iter().any(|one| one["kind"] == "ask_reason_change")
    };
    let plan = ask(&request);
    assert!(asks(&plan));
    request["asked"] = json!([plan["marks"][1]["key"]]);
    assert!(asks(&ask(&request)), "another buyer's question");
    request["asked"] = json!([plan["marks"][0]["key"]]);
    assert!(!asks(&ask(&request)));
}

#[test]
fn a_patch_reads_one_row_and_knows_a_stranger() {
    let plan = ask(&snapshot());
    let changed = |key: &str, cells: &[&str; 5]| {
        json!({ "kind": "patch", "v": 1, "now": 1_795_140_000_000_i64, "offset": 480, "settings": {}, "context": plan["context"],
                "records": [{ "key": key, "pieces": [row(cells, "td")] }] })
    };
    let key = plan["marks"][1]["key"].as_str().unwrap();
    let mut ticked = ROWS[1];
    ticked[4] = "剩余1天59分";
    let patched = ask(&changed(key, &ticked));
    assert_eq!((&patched["partial"], &patched["marks"][0]["key"]), (&json!(true), &plan["marks"][1]["key"]));
    assert_eq!(patched["marks"][0]["level"], plan["marks"][1]["level"]);
    assert_eq!(ask(&changed(key, &ROWS[0])), json!({ "stale": true }));
    assert_eq!(ask(&json!({ "kind": "patch", "context": "{}", "records": [] })), json!({ "stale": true }));
}

#[test]
fn numbers_of_a_patch_run_on() {
    let plan = ask(&snapshot());
    let records: Vec<Value> =
        [0, 1].iter().map(|at| json!({ "key": plan["marks"][at]["key"], "pieces": [row(&ROWS[*at], "td")] })).collect();
    let patched = ask(&json!({ "kind": "patch", "context": plan["context"], "records": records }));
    assert_eq!((&patched["marks"][0]["nodes"], &patched["marks"][1]["nodes"]), (&json!([0]), &json!([6])));
    assert_eq!((&patched["marks"][0]["anchor"], &patched["marks"][1]["anchor"]), (&json!(3), &json!(9)));
}

#[test]
fn start_gives_keys_and_words() {
    let start = ask(&json!({ "kind": "start", "locale": "en", "settings": { "keys": 7 } }));
    assert!(start["keymap"]["commands"].as_array().is_some_and(|commands| !commands.is_empty()));
    assert_eq!(start["words"]["badge_counted"], "Counted");
}

#[test]
fn whatever_comes_in_an_answer_goes_out() {
    let whole = snapshot().to_string();
    let deep = format!(
        r#"{{"kind":"read","root":{}{}}}"#,
        r#"["p","",0,"#.repeat(10_000),
        r#""x""#.to_owned() + &"]".repeat(10_000)
    );
    assert_eq!(serde_json::from_str::<Value>(&evaluate(&deep)).unwrap()["page"], "unknown");
    for request in [
        "",
        "null",
        "[]",
        "{}",
        "{\"kind\":\"read\"}",
        "{\"kind\":\"burn\"}",
        "{\"kind\":\"read\",\"v\":2}",
        "{\"kind\":\"read\",\"root\":[1]}",
        "{\"kind\":\"read\",\"now\":1e999,\"root\":[\"p\",\"\",0]}",
        "{\"kind\":\"patch\"}",
    ] {
        assert!(serde_json::from_str::<Value>(&evaluate(request)).unwrap()["error"].is_string(), "{request}");
    }
    for cut in (0..whole.len()).filter(|at| whole.is_char_boundary(*at)).step_by(7) {
        assert!(serde_json::from_str::<Value>(&evaluate(whole.get(..cut).unwrap())).unwrap()["error"].is_string());
    }
    for now in ["1e300", "-1e300", "0", "null"] {
        let odd = whole.replace("1795140000000", now);
        assert_eq!(serde_json::from_str::<Value>(&evaluate(&odd)).unwrap()["report"]["read"], 2, "{now}");
    }
    let half = whole.replace("线头很多", "\\ud83d线头\\udc00");
    assert_eq!(serde_json::from_str::<Value>(&evaluate(&half)).unwrap()["report"]["read"], 2);
}
