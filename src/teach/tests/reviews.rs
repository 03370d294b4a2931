//! Lists of reviews: the same dialogue, other names, and the stars that are drawn.

use super::*;
use crate::page::reviews::{Mood, Review, Stars};

/// Words, stars, order, goods, time, reply.
const SAID: [[&str; 6]; 4] = [
    ["袖子一长一短", "1", "SO20261120001", "加绒卫衣", "2026-11-20 09:05", ""],
    ["挺好的，孩子喜欢", "5", "SO20261120002", "儿童雨靴", "2026-11-19 09:05", "谢谢您的支持"],
    ["洗一次就掉毛", "2", "SO20261120003", "法兰绒睡衣", "2026-11-18 09:05", ""],
    ["一般般吧", "3", "SO20261120004", "袜子", "2026-11-17 09:05", "抱歉让您失望了"],
];
const OVER: [&str; 7] = ["顾客反馈", "印象", "关联单据", "款", "记录于", "我方答复", "处置"];

fn stars_of(count: &str) -> String {
    let full: usize = count.parse().unwrap();
    let icon = |at: usize| leaf("i", if at < full { "star full" } else { "star" }, "");
    el("span", &format!("stars stars-{count}"), &(0..5).map(icon).collect::<Vec<_>>())
}

/// A table that draws its stars and says in a button whether there is an answer.
fn table(over: &[&str], stars: &dyn Fn(&str) -> String) -> String {
    let row = |[words, count, order, goods, time, reply]: &[&str; 6]| {
        let button = leaf("a", "", if reply.is_empty() { "回复" } else { "修改回复" });
        let cell = |said: &str| leaf("td", "", said);
        let drawn = el("td", "", &[stars(count)]);
        el("tr", "", &[cell(words), drawn, cell(order), cell(goods), cell(time), cell(reply), el("td", "", &[button])])
    };
    let head = el("thead", "", &[row_of("th", over)]);
    el("table", "", &[head, el("tbody", "", &SAID.iter().map(row).collect::<Vec<_>>())])
}

fn row_of(cell: &str, said: &[&str]) -> String {
    row("tr", cell, "", said)
}

fn card([words, count, order, goods, time, reply]: &[&str; 6]) -> String {
    let mut parts = vec![
        el("div", "top", &[stars_of(count), leaf("time", "", time)]),
        leaf("p", "said", words),
        el("p", "", &[leaf("span", "", "单据："), leaf("span", "", order)]),
        leaf("p", "what", goods),
    ];
    if !reply.is_empty() {
        parts.push(leaf("div", "ours", reply));
    }
    el("li", "opinion", &parts)
}

fn cards() -> String {
    el("ul", "opinions", &SAID.iter().map(card).collect::<Vec<_>>())
}

const NAMES: [(&str, Name); 5] = [
    ("挺好的，孩子喜欢", Name::Content),
    ("SO20261120002", Name::OrderId),
    ("儿童雨靴", Name::Product),
    ("2026-11-19 09:05", Name::ReviewedAt),
    ("谢谢您的支持", Name::Reply),
];

fn opened(tree: &Tree<'_>) -> Seeing {
    let seeing = picked(tree, at(tree, "挺好的，孩子喜欢"));
    ask(tree, Done { draft: seeing.draft, page: Some(Kind::Reviews), ..Done::default() })
}

fn pointed(tree: &Tree<'_>, seeing: Seeing, node: NodeId, name: Name) -> Seeing {
    let seeing = ask(tree, Done { draft: seeing.draft, field: Some(node), ..Done::default() });
    let column = seeing.column.unwrap_or_else(|| panic!("{name:?}: {:?}", seeing.problem));
    named(tree, seeing, column, Some(name))
}

/// An icon of the second record: nobody points at the element around all five.
fn icon(tree: &Tree<'_>) -> NodeId {
    (0..tree.len()).filter(|id| tree.node(*id).class.starts_with("star ")).nth(2).unwrap()
}

fn taught_reviews(tree: &Tree<'_>) -> Seeing {
    let mut seeing = opened(tree);
    for (said, name) in NAMES {
        seeing = pointed(tree, seeing, at(tree, said), name);
    }
    pointed(tree, seeing, icon(tree), Name::Stars)
}

fn values(review: &Review) -> [String; 6] {
    [
        review.text.as_ref().map(|shown| shown.text.clone()).unwrap_or_default(),
        review.stars.map(|stars| stars.whole().to_string()).unwrap_or_default(),
        review.order_id.clone().unwrap_or_default(),
        review.product.clone().unwrap_or_default(),
        review.time.map(Moment::to_rfc3339).unwrap_or_default().replace('T', " ").chars().take(16).collect(),
        review.reply.clone().unwrap_or_default(),
    ]
}

fn reads(json: &str, page: &Taught) -> Vec<Review> {
    let reading = reading(json, std::slice::from_ref(page));
    assert_eq!(
        (reading.kind, reading.platform, reading.records.len()),
        (PageKind::Reviews, Some(Platform::Unknown), 0)
    );
    assert_eq!(reading.reviews.iter().map(values).collect::<Vec<_>>(), SAID.map(|row| row.map(str::to_owned)));
    reading.reviews
}

#[test]
fn a_table_with_drawn_stars_and_words_that_nobody_knows() {
    let json = table(&OVER, &stars_of);
    let tree = tree(&json);
    let seeing = taught_reviews(&tree);
    let stars = seeing.columns.iter().find(|column| column.meaning == Some(Name::Stars)).unwrap();
    assert_eq!((stars.value.as_str(), stars.says, stars.read), ("1★", 4, 4));
    let reviews = reads(&json, &seeing.page.clone().unwrap());
    // An empty column of answers says that there is none.
    assert_eq!(
        reviews.iter().map(|one| one.answered).collect::<Vec<_>>(),
        [Some(false), Some(true), Some(false), Some(true)]
    );
    let keys: std::collections::BTreeSet<_> = reviews.iter().map(|one| one.key.clone()).collect();
    assert!(keys.len() == 4 && keys.iter().all(|key| key.starts_with("unknown:review:SO2026")), "{keys:?}");
    // Without that column the button says so, where it was named.
    let answer = seeing.columns.iter().position(|column| column.meaning == Some(Name::Reply)).unwrap();
    let seeing = named(&tree, seeing, answer, None);
    let seeing = pointed(&tree, seeing, at(&tree, "修改回复"), Name::State);
    let reading = reading(&json, &[seeing.page.unwrap()]);
    assert!(reading.reviews.iter().all(|one| one.reply.is_none()));
    assert_eq!(
        reading.reviews.iter().map(|one| one.answered).collect::<Vec<_>>(),
        [Some(false), Some(true), Some(false), Some(true)]
    );
}

#[test]
fn cards_whose_answers_may_be_missing() {
    let json = cards();
    let tree = tree(&json);
    let seeing = taught_reviews(&tree);
    let page = seeing.page.unwrap();
    assert!(!serde_json::to_string(&page).unwrap().contains("stars-"), "how many stars is no name: {page:?}");
    let reviews = reads(&json, &page);
    // Where nothing shows an answer, nobody knows that there is none.
    assert_eq!(reviews.iter().map(|one| one.answered).collect::<Vec<_>>(), [None, Some(true), None, Some(true)]);
}

#[test]
fn stars_in_words_figures_and_verdicts() {
    let read = |shown: [&str; 4]| {
        let row = |([words, ..], stars): (&[&str; 6], &str)| row_of("td", &[words, stars, "其他"]);
        let body: Vec<String> = SAID.iter().zip(shown).map(row).collect();
        let json =
            el("table", "", &[el("thead", "", &[row_of("th", &["反馈", "印象", "备"])]), el("tbody", "", &body)]);
        let tree = tree(&json);
        let seeing = pointed(&tree, opened(&tree), at(&tree, "挺好的，孩子喜欢"), Name::Content);
        let seeing = pointed(&tree, seeing, at(&tree, shown[1]), Name::Stars);
        let problem = seeing.problem;
        let reviews = seeing.page.map(|page| reading(&json, &[page]).reviews).unwrap_or_default();
        (problem, reviews.into_iter().map(|one| (one.stars.map(Stars::tenths), one.mood)).collect::<Vec<_>>())
    };
    let stars = |tenths: [u8; 4]| (None, tenths.map(|tenths| (Some(tenths), None)).to_vec());
    assert_eq!(read(["1", "5", "2", "3"]), stars([10, 50, 20, 30]));
    assert_eq!(read(["★☆☆☆☆", "★★★★★", "★★☆☆☆", "★★★☆☆"]), stars([10, 50, 20, 30]));
    assert_eq!(read(["1.5分", "5.0分", "2分", "3星"]), stars([15, 50, 20, 30]));
    let moods = [Mood::Bad, Mood::Good, Mood::Bad, Mood::Neutral].map(|mood| (None, Some(mood)));
    assert_eq!(read(["差评", "好评", "差评", "中评"]), (None, moods.to_vec()));
    // Some cannot be read: they stay unknown. Most cannot: it was a wrong name.
    assert_eq!(read(["1", "5", "2", "很多"]).1[3], (None, None));
    assert_eq!(read(["很多", "好多", "2", "不少"]).0, Some(Problem::Misnamed));
    // What reads as a price or a score beyond five is none.
    assert_eq!(read(["98", "120", "56", "77"]).0, Some(Problem::Misnamed));
}

#[test]
fn stars_that_look_all_alike_are_said_to_be_unreadable() {
    let same = |_: &str| el("span", "stars", &vec![leaf("i", "star", ""); 5]);
    let json = table(&OVER, &same);
    let tree = tree(&json);
    let mut seeing = opened(&tree);
    let icon = (0..tree.len()).find(|id| tree.node(*id).class == "star").unwrap();
    seeing = pointed(&tree, seeing, at(&tree, "挺好的，孩子喜欢"), Name::Content);
    seeing = pointed(&tree, seeing, icon, Name::Stars);
    let reading = reading(&json, &[seeing.page.unwrap()]);
    assert!(reading.reviews.iter().all(|one| one.stars.is_none() && one.unreadable && one.mood.is_none()));
    assert_eq!(reading.unreadable(), 4);
}

#[test]
fn only_what_was_named_of_a_review_is_read() {
    let json = table(&OVER, &stars_of);
    let tree = tree(&json);
    let mut seeing = opened(&tree);
    for column in 0..seeing.columns.len() {
        seeing = named(&tree, seeing, column, None);
    }
    assert_eq!((seeing.problem, seeing.page.is_none()), (Some(Problem::Nothing), true));
    let seeing = pointed(&tree, seeing, at(&tree, "挺好的，孩子喜欢"), Name::Content);
    let reading = reading(&json, &[seeing.page.unwrap()]);
    let bare = |one: &Review| {
        one.stars.is_none()
            && one.order_id.is_none()
            && one.time.is_none()
            && one.answered.is_none()
            && one.reply.is_none()
    };
    assert!(reading.reviews.len() == 4 && reading.reviews.iter().all(bare), "{:?}", reading.reviews);
}

#[test]
fn words_of_the_page_tell_refunds_from_reviews_and_the_agent_says_otherwise() {
    let kind = |json: &str, said: &str| {
        let tree = tree(json);
        picked(&tree, at(&tree, said)).draft.unwrap().page
    };
    let known = ["评价内容", "评分", "订单号", "商品", "评价时间", "商家回复", "操作"];
    assert_eq!(kind(&table(&known, &stars_of), "洗一次就掉毛"), Kind::Reviews);
    assert_eq!(kind(&table(&OVER, &stars_of), "洗一次就掉毛"), Kind::Reviews, "drawn stars");
    assert_eq!(kind(&two_tables(&HEAD, &rows()), "少发"), Kind::Refunds);
    let refunds = ["退款原因", "买家说明", "退款编号", "退款金额", "申请时间"];
    assert_eq!(kind(&two_tables(&refunds, &rows()), "少发"), Kind::Refunds);
    let json = two_tables(&refunds, &rows());
    let tree = tree(&json);
    let before = picked(&tree, at(&tree, "少发"));
    let turn =
        |seeing: &Seeing, page| ask(&tree, Done { draft: seeing.draft.clone(), page: Some(page), ..Done::default() });
    let reviews = turn(&before, Kind::Reviews);
    assert!(reviews.columns.iter().all(|column| column.meaning.is_none_or(|name| Kind::Reviews.knows(name))));
    assert_eq!((reviews.problem, reviews.page.is_none()), (Some(Problem::Nothing), true));
    // A name of the other kind is none here, and who turns back has lost none.
    assert_eq!(named(&tree, turn(&before, Kind::Reviews), 0, Some(Name::Reason)).columns[0].meaning, None);
    let again = turn(&reviews, Kind::Refunds);
    let names = |seeing: &Seeing| seeing.columns.iter().map(|column| column.meaning).collect::<Vec<_>>();
    assert_eq!((names(&again), again.page.clone()), (names(&before), before.page.clone()));
    assert!(!serde_json::to_string(&again.page).unwrap().contains("other"), "a draft's second thoughts are not kept");
}

#[test]
fn columns_that_moved_or_went_are_noticed() {
    let page = taught_reviews(&tree(&table(&OVER, &stars_of))).page.unwrap();
    let mut other = OVER;
    other[0] = "内容";
    other[1] = "观感";
    let less = reading(&table(&other, &stars_of), std::slice::from_ref(&page));
    assert_eq!((less.reviews.len(), less.missing.clone()), (4, vec!["顾客反馈".to_owned(), "印象".to_owned()]));
    assert!(less.reviews.iter().all(|one| one.text.is_none() && one.stars.is_none() && one.order_id.is_some()));
    // Cards in another order: goods where the stars were.
    let page = taught_reviews(&tree(&cards())).page.unwrap();
    is_lost(&table(&OVER, &stars_of), &page);
}

#[test]
fn pages_that_were_taught_before_reviews_are_read_as_they_were() {
    let json = two_tables(&HEAD, &rows());
    let stored = r##"[{"title":"工单","host":"erp.example","place":"/shop/*/aftersale","page":"refunds","record":"tr","width":5,
        "columns":[{"meaning":"reason","at":"#0","head":"客诉大类","always":true},{"meaning":"note","at":"#1","head":"客人怎么说","always":true},
        {"meaning":"refund_id","at":"#2","head":"单据","always":true},{"meaning":"refund_amount","at":"#3","head":"小计","always":true},
        {"meaning":"applied_at","at":"#4","head":"登记","always":true}]}]"##;
    let pages: Vec<Taught> = serde_json::from_str(stored).unwrap();
    assert_eq!(pages[0].page, Kind::Refunds);
    reads_all(&json, &pages[0]);
    // One without a kind, and a kind that a later version may have.
    assert_eq!(serde_json::from_str::<Taught>(r#"{"title":"x"}"#).unwrap().page, Kind::Refunds);
    assert!(serde_json::from_str::<Taught>(r#"{"page":"orders"}"#).is_err());
    // A column that such records do not have is not read.
    let foreign = stored.replace("\"refunds\"", "\"reviews\"");
    let pages: Vec<Taught> = serde_json::from_str(&foreign).unwrap();
    assert!(reading(&json, &pages).records.is_empty() && reading(&json, &pages).reviews.is_empty());
}
