//! Review lists in shapes made by hand: what must be found and what must not.

use super::record::{Mood, Stars};
use crate::page::node::Tree;
use crate::page::parse::parse_into;
use crate::page::read::{PageKind, Reading, read_page};
use crate::page::record::Clock;
use crate::text::moment::{Moment, SHANGHAI};

fn read(host: &str, json: &str) -> Reading {
    let mut tree = Tree::default();
    parse_into(&mut tree, json).unwrap_or_else(|error| panic!("{error}: {json}"));
    let now = Moment::parse("2026-11-20 10:00:00", SHANGHAI).unwrap();
    read_page(&tree, host, "/x", Clock { now: Some(now), zone: SHANGHAI })
}

fn element(tag: &str, class: &str, children: &[String]) -> String {
    let inner: String = children.iter().map(|child| format!(",{child}")).collect();
    format!(r#"["{tag}","{class}",0{inner}]"#)
}

fn text(said: &str) -> String {
    serde_json::to_string(said).unwrap()
}

fn leaf(tag: &str, class: &str, said: &str) -> String {
    element(tag, class, &if said.is_empty() { vec![] } else { vec![text(said)] })
}

fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let head = element("tr", "", &head.iter().map(|said| leaf("th", "", said)).collect::<Vec<_>>());
    let rows: Vec<String> = rows
        .iter()
        .map(|cells| {
            element(
                "tr",
                "",
                &cells.iter().map(|cell| element("td", "", std::slice::from_ref(cell))).collect::<Vec<_>>(),
            )
        })
        .collect();
    element("table", "", &[element("thead", "", &[head]), element("tbody", "", &rows)])
}

const JD: &str = "shop.jd.com";

#[test]
fn other_words_over_the_columns() {
    let head = ["用户评价", "打分", "评价商品", "发布时间", "订单信息", "卖家回复"];
    let row = |said: &str, stars: &str, reply: &str| {
        ["", said, stars, "加绒卫衣男款连帽", "2026-11-18 09:05", "304455667788", reply]
            .iter()
            .skip(1)
            .map(|said| leaf("div", "", said))
            .collect::<Vec<_>>()
    };
    let reading = read(
        JD,
        &table(
            &head,
            &[row("袖子一长一短", "1分", "-"), row("挺好", "5分", "谢谢支持"), row("洗了掉毛", "差评", "暂无回复")],
        ),
    );
    assert_eq!((reading.kind, reading.reviews.len(), reading.unknown_columns.len()), (PageKind::Reviews, 3, 0));
    let [first, second, third] = &reading.reviews[..] else { panic!() };
    assert_eq!(
        (first.text.as_ref().unwrap().text.as_str(), first.stars, first.order_id.as_deref()),
        ("袖子一长一短", Stars::of_tenths(10), Some("304455667788"))
    );
    assert_eq!(
        (first.product.as_deref(), first.answered, second.answered, second.reply.as_deref()),
        (Some("加绒卫衣男款连帽"), Some(false), Some(true), Some("谢谢支持"))
    );
    assert_eq!(
        (third.stars, third.mood, third.answered),
        (None, Some(Mood::Bad), Some(false)),
        "unknown stars stay unknown"
    );
}

#[test]
fn a_buyers_words_are_no_labels() {
    let head = ["评价内容", "评分", "评价时间", "操作"];
    let row = |said: &str| {
        vec![
            leaf("div", "comment-content", said),
            leaf("span", "", "2星"),
            leaf("span", "", "2026-11-18 09:05"),
            leaf("button", "", "回复"),
        ]
    };
    let reading = read(JD, &table(&head, &[row("商家回复：不退不换。就这态度"), row("订单号：123456789012 给个说法")]));
    let [first, second] = &reading.reviews[..] else { panic!() };
    assert_eq!((first.reply.as_deref(), first.answered), (None, Some(false)));
    assert_eq!(first.text.as_ref().unwrap().text, "商家回复：不退不换。就这态度");
    assert_eq!(second.text.as_ref().unwrap().text, "订单号：123456789012 给个说法");
}

#[test]
fn emphasis_and_line_breaks_stay_one_text() {
    let words = r#"["div","",0,"袖口",["em","hit",0,"开线"],"了",["br","",0],"第二天就这样"]"#.to_owned();
    let row = vec![words, leaf("span", "", "1星"), leaf("span", "", "2026-11-18 09:05"), leaf("button", "", "回复")];
    let reading = read(JD, &table(&["评价内容", "评分", "评价时间", "操作"], &[row]));
    let said = &reading.reviews[0].text.as_ref().unwrap().text;
    assert_eq!(said.replace(' ', ""), "袖口开线了第二天就这样");
}

#[test]
fn until_when_and_how_much() {
    let area = r#"["textarea","",{"maxlength":"150"}]"#.to_owned();
    let place = element("div", "", &[leaf("button", "", "回复"), area]);
    let row = vec![
        leaf("div", "", "拉链卡住"),
        leaf("span", "", "1星"),
        leaf("span", "", "2026-11-18 09:05"),
        leaf("span", "", "剩余5天"),
        place,
    ];
    let reading = read(JD, &table(&["评价内容", "评分", "评价时间", "回复剩余时间", "操作"], &[row]));
    let review = &reading.reviews[0];
    assert_eq!(
        (review.limit, review.reply_by.map(|at| at.to_rfc3339())),
        (Some(150), Some("2026-11-25T10:00:00+08:00".to_owned()))
    );
}

#[test]
fn what_is_no_review_list() {
    let orders = table(
        &["订单编号", "商品", "下单时间", "操作"],
        &[vec![
            leaf("span", "", "304455667788"),
            leaf("div", "", "加绒卫衣"),
            leaf("span", "", "2026-11-18 09:05"),
            leaf("button", "", "评价"),
        ]],
    );
    let summary = table(
        &["商品", "评价数", "好评率", "平均评分"],
        &[vec![leaf("div", "", "加绒卫衣"), leaf("span", "", "120"), leaf("span", "", "98%"), leaf("span", "", "4.8")]],
    );
    let appeals = table(
        &["违规编号", "违规原因", "处罚时间", "申诉状态"],
        &[vec![
            leaf("span", "", "176083637728888513"),
            leaf("span", "", "虚假评价"),
            leaf("span", "", "2026-11-18"),
            leaf("span", "", "待申诉"),
        ]],
    );
    for page in [orders, summary, appeals, leaf("p", "", "评价管理")] {
        let reading = read(JD, &page);
        assert_eq!((reading.kind, reading.reviews.len()), (PageKind::Unknown, 0), "{page}");
    }
}

#[test]
fn equal_reviews_have_keys_of_their_own_and_answers_change_none() {
    let head = ["评价内容", "评分", "评价时间", "商家回复"];
    let row = |reply: &str| {
        vec![leaf("div", "", "不错"), leaf("span", "", "5星"), leaf("span", "", "2026-11-18"), leaf("div", "", reply)]
    };
    let keys = |replies: [&str; 2]| {
        read(JD, &table(&head, &replies.map(row))).reviews.into_iter().map(|review| review.key).collect::<Vec<_>>()
    };
    let before = keys(["", ""]);
    assert!(before[0] != before[1] && before == keys(["", "谢谢您的光临"]), "{before:?}");
}
