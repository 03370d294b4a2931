//! Lists in the shapes that kits give them, made by hand: what must be found and what must not.

use super::node::Tree;
use super::parse::parse_into;
use super::read::{PageKind, Reading, read_page};
use super::record::Clock;
use crate::text::moment::{Moment, SHANGHAI};

const TAOBAO: &str = "myseller.taobao.com";

fn read(host: &str, json: &str) -> Reading {
    let mut tree = Tree::default();
    parse_into(&mut tree, json).unwrap_or_else(|error| panic!("{error}: {json}"));
    let now = Moment::parse("2026-11-20 10:00:00", SHANGHAI).unwrap();
    read_page(&tree, host, "/home.htm/trade-platform/refund-list", Clock { now: Some(now), zone: SHANGHAI })
}

fn element(tag: &str, attributes: &str, children: &[String]) -> String {
    let attributes = if attributes.is_empty() { "0" } else { attributes };
    let inner: String = children.iter().map(|child| format!(",{child}")).collect();
    format!(r#"["{tag}","",{attributes}{inner}]"#)
}

fn text(said: &str) -> String {
    serde_json::to_string(said).unwrap()
}

fn row(cell: &str, values: &[&str]) -> String {
    element("tr", "", &values.iter().map(|value| element(cell, "", &[text(value)])).collect::<Vec<_>>())
}

fn table(head: &[&str], rows: &[Vec<&str>]) -> String {
    let body: Vec<String> = rows.iter().map(|values| row("td", values)).collect();
    element("table", "", &[element("thead", "", &[row("th", head)]), element("tbody", "", &body)])
}

const HEAD: [&str; 6] = ["退款编号", "订单编号", "退款原因", "买家退款说明", "退款金额", "申请时间"];

fn refunds() -> Vec<Vec<&'static str>> {
    vec![
        vec!["176083637728888513", "2660358353525569402", "质量问题", "线头很多", "¥12.50", "2026-11-20 09:05:25"],
        vec!["176083637728888514", "2660358353525569403", "不喜欢", "", "¥1,012.50", "2026-11-19 09:05:25"],
    ]
}

#[test]
fn a_plain_table() {
    let reading = read(TAOBAO, &table(&HEAD, &refunds()));
    assert_eq!((reading.kind, reading.records.len(), reading.unknown_columns.len()), (PageKind::Refunds, 2, 0));
    let [first, second] = &reading.records[..] else { panic!() };
    assert_eq!(
        (first.refund_id.as_deref(), first.order_id.as_deref()),
        (Some("176083637728888513"), Some("2660358353525569402"))
    );
    assert_eq!(first.key, "taobao:refund:176083637728888513");
    assert_eq!(
        (first.reason.as_ref().unwrap().text.as_str(), first.note.as_ref().unwrap().text.as_str()),
        ("质量问题", "线头很多")
    );
    assert_eq!((second.refund.as_ref().unwrap().value.as_str(), second.note.is_none()), ("1012.50", true));
    assert_eq!(second.applied_at.unwrap().to_rfc3339(), "2026-11-19T09:05:25+08:00");
}

#[test]
fn one_row_is_enough_and_an_unknown_header_is_reported() {
    let mut head = HEAD.to_vec();
    head.push("客户分层");
    let mut only = refunds().remove(0);
    only.push("A3");
    let reading = read(TAOBAO, &table(&head, &[only]));
    assert_eq!((reading.records.len(), reading.unknown_columns), (1, vec!["客户分层".to_owned()]));
}

#[test]
fn a_row_without_number_is_a_record() {
    let mut rows = refunds();
    rows.push(vec!["", "", "少件/漏发", "少一个", "¥3.00", "2026-11-18 09:05:25"]);
    rows.push(vec!["", "", "少件/漏发", "少一个", "¥3.00", "2026-11-18 09:05:25"]);
    let reading = read(TAOBAO, &table(&HEAD, &rows));
    assert_eq!(reading.records.len(), 4);
    let keys: Vec<&str> = reading.records.iter().skip(2).map(|record| record.key.as_str()).collect();
    assert!(keys[0].starts_with("taobao:row:") && keys[1] == format!("{}#2", keys[0]), "{keys:?}");
}

#[test]
fn no_numbers_at_all() {
    let head = ["退款原因", "售后类型", "退款金额", "申请时间"];
    let rows = vec![
        vec!["质量问题", "仅退款", "¥3.00", "2026-11-18 09:05:25"],
        vec!["不想要了", "退货退款", "¥4.00", "2026-11-18 10:05:25"],
    ];
    assert_eq!(read(TAOBAO, &table(&head, &rows)).records.len(), 2);
}

#[test]
fn other_lists_are_not_refunds() {
    for (head, row) in [
        (
            vec!["订单编号", "商品", "实收款", "下单时间", "交易状态"],
            vec!["2660358353525569402", "毛衣", "¥3.00", "2026-11-18 09:05:25", "等待发货"],
        ),
        (
            vec!["订单编号", "评价内容", "评价时间", "星级"],
            vec!["2660358353525569402", "质量太差", "2026-11-18 09:05:25", "1"],
        ),
        (
            vec!["违规编号", "违规原因", "处罚时间", "申诉状态"],
            vec!["176083637728888513", "质量问题", "2026-11-18 09:05:25", "待申诉"],
        ),
        (vec!["商品ID", "商品名称", "库存", "价格"], vec!["176083637728888513", "毛衣", "20", "¥3.00"]),
    ] {
        let reading = read(TAOBAO, &table(&head, &[row.clone(), row]));
        let kind = if head.contains(&"评价内容") { PageKind::Reviews } else { PageKind::Unknown };
        assert_eq!((reading.kind, reading.records.len()), (kind, 0), "{head:?}");
    }
}

#[test]
fn refunds_below_orders() {
    let orders = table(
        &["订单编号", "商品", "实收款", "下单时间"],
        &[
            vec!["2660358353525569402", "毛衣", "¥3.00", "2026-11-18 09:05:25"],
            vec!["2660358353525569499", "毛衣", "¥3.00", "2026-11-18 09:05:25"],
        ],
    );
    let reading = read(TAOBAO, &element("div", "", &[orders, table(&HEAD, &refunds())]));
    let orders: Vec<_> = reading.records.iter().filter_map(|record| record.order_id.as_deref()).collect();
    assert_eq!(orders, ["2660358353525569402", "2660358353525569403"]);
    assert!(reading.records.iter().all(|record| record.refund_id.is_some()));
}

#[test]
fn flat_cells_without_rows() {
    let cells: Vec<String> = HEAD
        .iter()
        .copied()
        .chain(refunds().concat())
        .map(|value| element("div", "", &if value.is_empty() { vec![] } else { vec![text(value)] }))
        .collect();
    let reading = read(TAOBAO, &element("div", "", &cells));
    assert_eq!(reading.records.len(), 2);
    assert_eq!(reading.records[1].reason.as_ref().unwrap().text, "不喜欢");
    assert_eq!(reading.records[0].pieces.len(), 6);
}

#[test]
fn a_page_of_another_host_or_with_nothing_on_it() {
    assert!(read("example.com", &table(&HEAD, &refunds())).platform.is_none());
    for (said, state) in [
        ("暂无数据", "Some(Empty)"),
        ("加载中", "Some(Loading)"),
        ("请登录", "Some(LoggedOut)"),
        ("欢迎", "Some(NoList)"),
    ] {
        let reading = read(TAOBAO, &element("div", "", &[text(said)]));
        assert_eq!((format!("{:?}", reading.state), reading.kind), (state.to_owned(), PageKind::Unknown));
    }
}

#[test]
fn digits_of_the_pages_own_font_are_unreadable() {
    let mut rows = refunds();
    rows[0][4] = "¥\u{E601}\u{E602}.\u{E603}0";
    let reading = read(TAOBAO, &table(&HEAD, &rows));
    assert!(reading.records[0].refund.is_none() && reading.records[0].unreadable.len() == 1);
    assert!(reading.records[1].unreadable.is_empty());
}

#[test]
fn a_buyers_words_are_no_labels() {
    let mut rows = refunds();
    rows[0][3] = "退款编号：176083637728888514 订单编号：1 退款原因：不想要了";
    let reading = read(TAOBAO, &table(&HEAD, &rows));
    assert_eq!(reading.records.len(), 2);
    assert_eq!(reading.records[0].refund_id.as_deref(), Some("176083637728888513"));
    assert_eq!(reading.records[0].reason.as_ref().unwrap().text, "质量问题");
}

#[test]
fn five_thousand_rows_and_a_huge_cell() {
    let numbers: Vec<String> = (0..5000).map(|at| format!("17608363772{at:07}")).collect();
    let huge = "坏".repeat(200_000);
    let rows: Vec<Vec<&str>> = numbers
        .iter()
        .map(|number| {
            vec![
                number.as_str(),
                "2660358353525569402",
                "质量问题",
                huge.get(..if number.ends_with("0000000") { huge.len() } else { 3 }).unwrap(),
                "¥1.00",
                "2026-11-20",
            ]
        })
        .collect();
    let reading = read(TAOBAO, &table(&HEAD, &rows));
    assert_eq!(reading.records.len(), 5000);
    assert!(reading.records[0].note.as_ref().unwrap().text.chars().count() <= 4000);
}

#[test]
fn statistics_and_settings_are_not_refunds() {
    for (head, row) in [
        (
            vec!["售后原因", "售后类型", "退款金额", "退款笔数", "环比"],
            vec!["质量问题", "仅退款", "¥3.00", "12", "+3%"],
        ),
        (
            vec!["退款原因", "售后类型", "金额上限", "更新时间"],
            vec!["质量问题", "仅退款", "¥50.00", "2026-11-18 09:05:25"],
        ),
        (
            vec!["订单编号", "售后单号", "动账金额", "业务类型", "账户余额"],
            vec!["2660358353525569402", "176083637728888513", "-¥3.00", "仅退款", "¥9.00"],
        ),
    ] {
        let reading = read(TAOBAO, &table(&head, &[row.clone(), row]));
        assert_eq!((reading.kind, reading.records.len()), (PageKind::Unknown, 0), "{head:?}");
    }
}

#[test]
fn a_header_with_fewer_cells_than_the_rows() {
    let rows: Vec<Vec<&str>> = refunds().into_iter().map(|row| [vec!["", "1", "A"], row].concat()).collect();
    let reading = read(TAOBAO, &table(&HEAD, &rows));
    let first = &reading.records[0];
    assert_eq!(first.refund_id.as_deref(), Some("176083637728888513"));
    assert_eq!(first.reason.as_ref().unwrap().text, "质量问题");
    assert_eq!(first.refund.as_ref().unwrap().value, "12.50");
}

#[test]
fn after_sales_of_one_order_side_by_side() {
    let after_sale = |number: &str, reason: &str| {
        let said = [format!("退款编号：{number}"), format!("退款原因：{reason}"), "退款金额：¥3.00".to_owned()];
        element("section", "", &said.map(|said| element("p", "", &[text(&said)])))
    };
    let order = |number: &str, inside: &[String]| {
        let head = element("header", "", &[text(&format!("订单编号：{number}"))]);
        element("div", "", &[&[head], inside].concat())
    };
    let page = element(
        "main",
        "",
        &[
            order("2660358353525569402", &[after_sale("176083637728888513", "质量问题")]),
            order(
                "2660358353525569403",
                &[after_sale("176083637728888514", "少件"), after_sale("176083637728888515", "不喜欢")],
            ),
        ],
    );
    let reading = read(TAOBAO, &page);
    let found: Vec<_> = reading
        .records
        .iter()
        .map(|record| (record.order_id.as_deref().unwrap(), record.reason.as_ref().unwrap().text.as_str()))
        .collect();
    assert_eq!(
        found,
        [("2660358353525569402", "质量问题"), ("2660358353525569403", "少件"), ("2660358353525569403", "不喜欢")]
    );
}

#[test]
fn two_amounts_stand_in_the_order_of_their_header() {
    for (head, refund) in [("退款/实付金额", "3.00"), ("实付/退款金额", "9.00")] {
        let head = ["退款编号", "退款原因", head];
        let rows = vec![vec!["176083637728888513", "质量问题", "¥3.00 ¥9.00"]];
        let reading = read(TAOBAO, &table(&head, &rows));
        assert_eq!(reading.records[0].refund.as_ref().unwrap().value, refund, "{head:?}");
    }
}
