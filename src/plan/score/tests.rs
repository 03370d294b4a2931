use serde_json::{Value, json};

use crate::engine::evaluate;

fn card(label: &str, value: &str, more: &[&str]) -> Value {
    let mut card = vec![json!("div"), json!(""), json!(0), json!(["p", "", 0, label]), json!(["b", "", 0, value])];
    card.extend(more.iter().map(|said| json!(["span", "", 0, said])));
    Value::Array(card)
}

fn plan(host: &str, cards: &[Value], targets: &Value) -> Value {
    let mut root = vec![json!("main"), json!(""), json!(0)];
    root.extend(cards.iter().cloned());
    let request = json!({
        "kind": "read", "v": 1, "url": { "host": host, "path": "/scores" }, "now": 1_795_140_000_000_i64, "offset": 480,
        "settings": { "targets": targets }, "root": root,
    });
    serde_json::from_str(&evaluate(&request.to_string())).unwrap()
}

fn chips(host: &str, cards: &[Value], targets: &Value) -> Vec<String> {
    let plan = plan(host, cards, targets);
    plan["chips"].as_array().unwrap().iter().map(|chip| chip["text"].as_str().unwrap().to_owned()).collect()
}

const TAOBAO: &str = "sycm.taobao.com";
const PINDUODUO: &str = "mms.pinduoduo.com";

#[test]
fn a_page_of_scores_has_chips_and_a_report() {
    let plan = plan(TAOBAO, &[card("描述相符", "4.7", &["高于同行 12.3%", "1,000条评价"])], &Value::Null);
    assert_eq!(plan["page"], "scores");
    let chip = &plan["chips"][0];
    assert_eq!((chip["text"].as_str(), chip["state"].as_str()), (Some("还需 255–750 个真实五星 → 4.8"), Some("need")));
    assert_eq!((chip["key"].as_str(), &chip["anchor"]), (Some("taobao:score:dsr_description"), &json!(3)));
    assert_eq!(chip["label"], "描述相符 4.7：还需 255–750 个真实五星 → 4.8");
    let score = &plan["report"]["scores"][0];
    assert_eq!(
        (&score["value"], &score["unit"], &score["count"], &score["target"], &score["window"]),
        (&json!("4.7"), &json!("star"), &json!(1000), &json!("4.8"), &json!(180))
    );
    assert_eq!(score["need"], json!({ "kind": "five_stars", "best": 255, "worst": 750 }));
}

#[test]
fn each_state_says_what_it_is() {
    let target = |value: Value| json!({ "taobao.dsr_service": value, "taobao.first_quality_refund_rate": value });
    let service = |value: &str, more: &[&str]| [card("服务态度", value, more)];
    let rate = |value: &str, more: &[&str]| [card("首次品退率", value, more)];
    for (cards, targets, wanted) in [
        (service("4.7", &[]), Value::Null, "填入评价数，就能算到 4.8 还需多少个真实五星"),
        (
            service("4.7", &[]),
            target(json!({ "target": "4.8", "count": 1000, "rounding": "truncate" })),
            "还需 5–500 个真实五星 → 4.8",
        ),
        (service("4.7", &["999+条评价"]), Value::Null, "至少还需 250 个真实五星 → 4.8"),
        (service("4.7", &["1.2万+条评价"]), target(json!({ "target": "4.75" })), "还需 0–5200 个真实五星 → 4.75"),
        (service("4.9", &["100条评价"]), target(json!({ "target": "4.8" })), "已达 4.8"),
        (service("4.9", &["100条评价"]), target(json!({ "target": "5" })), "靠新评价到不了 5"),
        (service("98.6", &[]), Value::Null, "不是五分制的平均分，不计算"),
        (service("\u{E601}.\u{E602}", &["100条评价"]), Value::Null, "数字用页面自带字体显示，读不出来"),
        // Three ratings have no such mean: the count is not this score's.
        (service("4.81", &["3条评价"]), Value::Null, "填入评价数，就能算到 4.9 还需多少个真实五星"),
        (
            service("4.7", &["1000条评价"]),
            target(json!({ "target": "4.8", "per_day": "1" })),
            "还需 255–750 个真实五星 → 4.8；按现在的评价数要 255 天，超过 180 天的统计期，先解决差评原因更快",
        ),
        ([card("真实体验分", "4.66", &[])], Value::Null, "不是平均分，推不出需要多少条评价"),
        (rate("1.00%", &[]), Value::Null, "填入目标，就能算还需多少正常订单"),
        (rate("1.00%", &[]), target(json!({ "target": "0.5" })), "填入统计内的订单数，就能算到 0.5% 还需多少单"),
        (rate("0.30%", &[]), target(json!({ "target": "0.5" })), "未超 0.5%"),
        (
            rate("1.00%", &["首次品退订单数 10", "支付订单数 1000"]),
            target(json!({ "target": "0.5" })),
            "还需 1000 个正常订单 → 0.5%",
        ),
        (rate("1.00%", &["支付订单数 1000"]), target(json!({ "target": "0.5" })), "还需 1000 个正常订单 → 0.5%"),
        (rate("1.00%", &["支付订单数 1000"]), target(json!({ "target": "1.5" })), "未超 1.5%，还能容 5 单"),
        (rate("1.00%", &["支付订单数 1000"]), target(json!({ "target": "0" })), "已有记录，统计期内降不到 0%"),
        (
            rate("1.00%", &["首次品退订单数 99", "支付订单数 1000"]),
            target(json!({ "target": "0.5" })),
            "填入统计内的订单数，就能算到 0.5% 还需多少单",
        ),
    ] {
        assert_eq!(chips(TAOBAO, &cards, &targets), [wanted], "{cards:?} {targets}");
    }
}

#[test]
fn nothing_to_say_is_not_said() {
    assert!(chips(TAOBAO, &[card("描述相符", "--", &["100条评价"])], &Value::Null).is_empty());
    assert!(chips(PINDUODUO, &[card("平均退款时长", "15.25小时", &[])], &Value::Null).is_empty());
    let empty = plan(TAOBAO, &[card("价格", "4.8", &[])], &Value::Null);
    assert_eq!((&empty["page"], &empty["chips"]), (&json!("unknown"), &json!([])));
    let unreadable = plan(PINDUODUO, &[card("品质退款率", "\u{E601}%", &[])], &Value::Null);
    assert_eq!(unreadable["report"]["scores"][0]["value"], Value::Null);
    assert!(unreadable["notices"][0]["text"].as_str().unwrap().contains("1个分数"));
}

#[test]
fn a_list_of_refunds_keeps_its_list() {
    let row = |tag: &str, cells: [&str; 4]| {
        let mut row = vec![json!("tr"), json!(""), json!(0)];
        row.extend(cells.iter().map(|cell| json!([tag, "", 0, cell])));
        Value::Array(row)
    };
    let table = json!([
        "table",
        "",
        0,
        ["thead", "", 0, row("th", ["退款编号", "订单编号", "退款原因", "退款金额"])],
        ["tbody", "", 0, row("td", ["176083637728888513", "2660358353525569402", "质量问题", "¥4.80"])]
    ]);
    let plan = plan(TAOBAO, &[card("首次品退率", "0.28%", &[]), table], &Value::Null);
    assert_eq!((&plan["page"], plan["marks"].as_array().unwrap().len()), (&json!("refunds"), 1));
    assert_eq!((plan["chips"].as_array().unwrap().len(), plan["report"]["scores"].as_array().unwrap().len()), (1, 1));
}
