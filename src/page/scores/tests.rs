//! Score cards in the shapes that back offices give them: what must be read and what must not.

use super::*;
use crate::page::parse::parse_into;

/// `<div class="card">text<b>…</b></div>` as the page side's structure.
fn structure(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html.trim();
    while !rest.is_empty() {
        if let Some(tag) = rest.strip_prefix('<') {
            let (inside, behind) = tag.split_once('>').expect(html);
            if inside.starts_with('/') {
                out.push(']');
            } else {
                let mut words = inside.splitn(2, ' ');
                let name = words.next().unwrap();
                let attributes: Vec<(&str, &str)> = words
                    .next()
                    .unwrap_or("")
                    .split_terminator("\" ")
                    .filter_map(|pair| pair.trim_end_matches('"').split_once("=\""))
                    .collect();
                let class = attributes.iter().find(|(key, _)| *key == "class").map_or("", |(_, value)| *value);
                let others: Vec<String> = attributes
                    .iter()
                    .filter(|(key, _)| *key != "class")
                    .map(|(key, value)| format!("\"{key}\":\"{value}\""))
                    .collect();
                let others = if others.is_empty() { "0".to_owned() } else { format!("{{{}}}", others.join(",")) };
                if !out.is_empty() {
                    out.push(',');
                }
                out.push_str(&format!("[\"{name}\",\"{class}\",{others}"));
            }
            rest = behind;
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            let (said, behind) = rest.split_at(end);
            if !said.trim().is_empty() {
                out.push(',');
                out.push_str(&serde_json::to_string(said.trim()).unwrap());
            }
            rest = behind;
        }
    }
    out
}

fn scores(platform: Platform, html: &str) -> Vec<Score> {
    let mut tree = Tree::default();
    let json = structure(html);
    parse_into(&mut tree, &json).unwrap_or_else(|error| panic!("{error}: {json}"));
    find(&tree, platform, &[])
}

/// Label, value and number of ratings of each figure.
fn said(platform: Platform, html: &str) -> Vec<String> {
    scores(platform, html)
        .iter()
        .map(|score| {
            let value = match &score.value {
                Value::Unreadable => "?".to_owned(),
                other => other.text().unwrap_or_else(|| "--".to_owned()),
            };
            let count = score.count.map_or_else(String::new, |count| match (count.sure(), count.max) {
                (Some(number), _) => format!(" of {number}"),
                (None, Some(max)) => format!(" of {}-{max}", count.min),
                (None, None) => format!(" of {}+", count.min),
            });
            let window = score.window.map_or_else(String::new, |days| format!(" in {days}"));
            format!("{} {value}{count}{window}", score.label)
        })
        .collect()
}

use Platform::{Amazon, Douyin, Jd, Kuaishou, Pinduoduo, Taobao, Xiaohongshu};

#[test]
fn cards_with_the_value_below_the_label() {
    let card = |label: &str, value: &str, count: &str| {
        format!(
            "<div class=\"next-card\"><div class=\"head\">{label}<i class=\"next-icon\">?</i></div><div class=\"num\">{value}</div><div class=\"cmp\">高于同行 <em>12.3%</em></div><div>{count}</div></div>"
        )
    };
    let page = format!(
        "<main><h3>近180天店铺评分</h3><div>{}{}{}</div></main>",
        card("描述相符", "4.81", "2,345条评价"),
        card("服务态度", "４．７９分", "1.2万+条评价"),
        card("物流服务", "4.75", "评价数：999+")
    );
    assert_eq!(
        said(Taobao, &page),
        ["描述相符 4.81 of 2345 in 180", "服务态度 4.79 of 12000-12999 in 180", "物流服务 4.75 of 999+ in 180"]
    );
}

#[test]
fn cards_with_the_value_above_the_label() {
    let page = "<div><div><b>4.81</b><span class=\"change-up\">0.02</span><p>描述相符</p></div><div><b>4.7</b><span>↑0.02</span><p>服务态度</p></div><div><b>--</b><p>物流服务</p></div></div>";
    assert_eq!(said(Taobao, page), ["描述相符 4.81 in 180", "服务态度 4.7 in 180", "物流服务 -- in 180"]);
    // Two values that could both be meant: none.
    let two = "<div><b>4.81</b><b>4.85</b><p>描述相符</p></div>";
    assert_eq!(said(Taobao, two), [] as [&str; 0]);
}

#[test]
fn runs_without_cards() {
    let after = "<div><p>描述相符</p><b>4.8</b><p>服务态度</p><b>4.7</b><p>物流服务</p><b>4.6</b></div>";
    assert_eq!(said(Taobao, after), ["描述相符 4.8 in 180", "服务态度 4.7 in 180", "物流服务 4.6 in 180"]);
    let before = "<div><b>4.8</b><p>描述相符</p><b>4.7</b><p>服务态度</p><b>4.6</b><p>物流服务</p></div>";
    assert_eq!(said(Taobao, before), ["描述相符 4.8 in 180", "服务态度 4.7 in 180", "物流服务 4.6 in 180"]);
    // Labels that nobody taught us stand in the same run.
    let unknown = "<div><p>成功退款率</p><b>99%</b><p>首次品退率</p><b>0.3%</b><p>介入率</p><b>0.2%</b></div>";
    assert_eq!(said(Taobao, unknown), ["首次品退率 0.3 in 30", "介入率 0.2 in 30"]);
    let unknown = "<div><p>客单价</p><b>88.5</b><p>描述相符</p><b>4.8</b></div>";
    assert_eq!(said(Taobao, unknown), ["描述相符 4.8 in 180"]);
    let unknown = "<div><b>4.5</b><p>客服分</p><b>4.8</b><p>描述相符</p><b>4.9</b><p>综合分</p></div>";
    assert_eq!(said(Taobao, unknown), [] as [&str; 0]);
    // Nobody can say whose value is missing.
    let unclear = "<div><b>4.8</b><p>描述相符</p><b>4.7</b><p>服务态度</p><b>4.6</b></div>";
    assert_eq!(said(Taobao, unclear), [] as [&str; 0]);
    // A label whose value is missing does not take the next one's.
    let gap = "<div><p>描述相符</p><p>服务态度</p><b>4.7</b><p>客单价</p><b>4.6</b></div>";
    assert_eq!(said(Taobao, gap), ["服务态度 4.7 in 180"]);
}

#[test]
fn a_line_of_text() {
    let page = "<div><span>整体情况（统计时间：2026-08-01）</span><span>纠纷退款数</span><span>4</span><span>纠纷退款率</span><span>0.22</span><span>%</span><span>介入订单数</span><span>264</span><span>介入率</span><span>14.84 %</span><span>品质退款率</span><span>2.19 %</span><span>平均退款时长</span><span>15.25</span><span>小时</span><span>优于98.90%同行同层</span></div>";
    let found = scores(Pinduoduo, page);
    let short: Vec<_> = found
        .iter()
        .map(|score| (score.metric.id, score.value.text().unwrap(), score.bad.and_then(Counted::sure)))
        .collect();
    assert_eq!(
        short,
        [
            ("dispute_rate", "0.22".to_owned(), Some(4)),
            ("intervention_rate", "14.84".to_owned(), Some(264)),
            ("quality_refund_rate", "2.19".to_owned(), None),
            ("refund_hours", "15.25".to_owned(), None)
        ]
    );
    assert_eq!(said(Taobao, "<p>首次品退率：0.0567% 行业均值 0.1%</p>"), ["首次品退率 0.0567 in 30"]);
    assert_eq!(said(Taobao, "<div><p>近 7 日介入率 <b>0.22</b>%</p></div>"), ["介入率 0.22 in 7"]);
}

#[test]
fn others_values_are_not_the_shops() {
    let page = "<div><p>首次品退率</p><p>行业均值</p><b>0.31%</b><p>本店</p><b>0.28%</b></div>";
    assert_eq!(said(Taobao, page), ["首次品退率 0.28 in 30"]);
    let change = "<div><p>首次品退率</p><p>较上周期</p><b>0.02%</b></div>";
    assert_eq!(said(Taobao, change), [] as [&str; 0]);
    let table = "<table><thead><tr><th>指标</th><th>行业均值</th><th>本店</th><th>环比</th></tr></thead><tbody><tr><td>商品品质退货率</td><td>0.50%</td><td>0.42%</td><td>0.03%</td></tr><tr><td>平台介入率</td><td>0.90%</td><td>0.80%</td><td>0.03%</td></tr></tbody></table>";
    assert_eq!(said(Jd, table), ["商品品质退货率 0.42 in 30", "平台介入率 0.80 in 30"]);
}

#[test]
fn a_header_in_a_table_of_its_own() {
    let body = "<tr><td>商品品质退货率</td><td>0.50%</td><td>0.42%</td></tr><tr><td>平台介入率</td><td>0.90%</td><td>0.80%</td></tr>";
    let page = |head: &str| {
        format!(
            "<div><div class=\"jd-table__header-wrapper\"><table>{head}</table></div><div class=\"jd-table__body-wrapper\"><table><tbody>{body}</tbody></table></div></div>"
        )
    };
    let head = "<thead><tr><th>指标</th><th>行业均值</th><th>本店</th></tr></thead>";
    assert_eq!(said(Jd, &page(head)), ["商品品质退货率 0.42 in 30", "平台介入率 0.80 in 30"]);
    // Two values and nothing that says whose they are.
    assert_eq!(said(Jd, &page("")), [] as [&str; 0]);
}

#[test]
fn what_stands_in_another_part_of_the_page_is_that_parts() {
    let page = "<main><section><h3>近180天</h3><p>共 2,345 条评价</p><div><p>描述相符</p><b>4.8</b></div></section><section><div><p>真实体验分</p><b>4.66</b></div><div><p>服务态度</p><b>4.7</b></div></section></main>";
    assert_eq!(said(Taobao, page), ["描述相符 4.8 of 2345 in 180", "真实体验分 4.66 in 30", "服务态度 4.7 in 180"]);
    let run = "<div><p>描述相符</p><b>4.8</b><p>1,234条评价</p><p>服务态度</p><b>4.7</b></div>";
    assert_eq!(said(Taobao, run), ["描述相符 4.8 in 180", "服务态度 4.7 in 180"]);
    let run = "<div><p>共 99 条评价</p><p>描述相符</p><b>4.8</b><p>服务态度</p><b>4.7</b></div>";
    assert_eq!(said(Taobao, run), ["描述相符 4.8 of 99 in 180", "服务态度 4.7 of 99 in 180"]);
}

#[test]
fn a_header_over_one_row_but_not_over_many() {
    let row = |shop: &str, rate: &str| format!("<tr><td>{shop}</td><td>{rate}</td></tr>");
    let table = |rows: &str| {
        format!("<table><thead><tr><th>店铺</th><th>近30天品质退款率</th></tr></thead><tbody>{rows}</tbody></table>")
    };
    assert_eq!(said(Pinduoduo, &table(&row("本店", "2.19%"))), ["品质退款率 2.19 in 30"]);
    assert_eq!(said(Pinduoduo, &table(&(row("毛衣", "2.19%") + &row("围巾", "1.02%")))), [] as [&str; 0]);
}

#[test]
fn digits_of_the_pages_own_font() {
    let page = "<div><div><p>品质退款率</p><span class=\"number__spider_font\">\u{E601}.\u{E602}\u{E603}</span>%</div><div><p>介入率</p><span class=\"number__spider_font\"></span></div><div><p>纠纷退款率</p><span class=\"number__spider_font\">0.22%</span></div></div>";
    assert_eq!(said(Pinduoduo, page), ["品质退款率 ? in 30", "介入率 ? in 30", "纠纷退款率 ? in 30"]);
}

#[test]
fn drawn_digits_without_a_text_and_glyphs_of_icons() {
    let run = "<div><p>纠纷退款率</p><b>0.22%</b><p>品质退款率</p><span class=\"x__spider_font\"></span><p>介入率</p><b>1.5%</b></div>";
    assert_eq!(said(Pinduoduo, run), ["纠纷退款率 0.22 in 30", "品质退款率 ? in 30", "介入率 1.5 in 30"]);
    let icon = "<div><p>描述相符<i>\u{E65A}</i></p><b>4.8</b></div>";
    assert_eq!(said(Taobao, icon), ["描述相符 4.8 in 180"]);
}

#[test]
fn windows_that_can_be_chosen() {
    let page = |chosen: &str, other: &str| {
        format!(
            "<div><div><span class=\"tab{other}\">近7天</span><span class=\"tab{chosen}\">近30天</span></div><div><p>商品综合评分</p><b>4.78</b></div></div>"
        )
    };
    assert_eq!(said(Douyin, &page(" tab-active", "")), ["商品综合评分 4.78 in 30"]);
    assert_eq!(said(Douyin, &page("", "")), ["商品综合评分 4.78"]);
}

#[test]
fn composites_ranks_and_other_scales() {
    let douyin = "<div><div><p>商家体验分</p><b>95</b>分</div><div><p>商品综合评分</p><b>4.78</b><i>/5</i></div></div>";
    let found = scores(Douyin, douyin);
    assert_eq!((found[0].metric.kind, found[0].value.text().as_deref()), (Kind::Banded, Some("95")));
    assert_eq!((found[1].metric.kind, found[1].value.text().as_deref()), (Kind::Mean, Some("4.78")));
    assert_eq!(said(Pinduoduo, "<div><p>物流服务</p><b>超过 85.2% 同行</b></div>"), [] as [&str; 0]);
    let jd = scores(Jd, "<div><p>店铺评价得分</p><b>9.69</b></div>");
    assert_eq!(jd[0].value, Value::Other("9.69".to_owned(), value::Unit::Point));
    assert_eq!(said(Pinduoduo, "<div><p>服务态度体验分</p><b>1.8/5.0</b></div>"), ["服务态度体验分 1.8 in 30"]);
    assert_eq!(said(Kuaishou, "<div><p>购物体验星级</p><b>4.5</b>星</div>"), ["购物体验星级 4.5 in 30"]);
    assert_eq!(said(Xiaohongshu, "<div><p>商品品质售后率(%)</p><b>1.25</b></div>"), ["商品品质售后率 1.25 in 90"]);
}

#[test]
fn a_histogram_that_makes_up_the_mean() {
    let page = |shown: &str| {
        format!(
            "<section><div><p>商品综合评分</p><b>{shown}</b></div><ul><li>5星<span>900</span></li><li>4星<span>60</span></li><li>3星<span>20</span></li><li>2星<span>5</span></li><li>1星<span>15</span></li></ul></section>"
        )
    };
    assert_eq!(scores(Douyin, &page("4.83"))[0].histogram, Some([15, 5, 20, 60, 900]));
    assert_eq!(scores(Douyin, &page("4.91"))[0].histogram, None);
    let amazon = "<div><h2>Customer reviews</h2><span>4.6 out of 5</span><p>1,234 global ratings</p><ul><li>5 star<i>80%</i></li><li>4 star<i>10%</i></li></ul></div>";
    let found = scores(Amazon, amazon);
    assert_eq!((found[0].metric.kind, found[0].value.text().as_deref()), (Kind::Banded, Some("4.6")));
}

#[test]
fn counts_that_could_be_anothers_are_not_taken() {
    // One count for all three.
    let shared = "<section><p>共 2,345 条评价</p><div><div><p>描述相符</p><b>4.8</b></div><div><p>服务态度</p><b>4.7</b></div></div></section>";
    assert_eq!(said(Taobao, shared), ["描述相符 4.8 of 2345 in 180", "服务态度 4.7 of 2345 in 180"]);
    // A neighbour's count is the neighbour's.
    let neighbour =
        "<section><div><p>描述相符</p><b>4.8</b><p>2,345条评价</p></div><div><p>服务态度</p><b>4.7</b></div></section>";
    assert_eq!(said(Taobao, neighbour), ["描述相符 4.8 of 2345 in 180", "服务态度 4.7 in 180"]);
    // Two that differ.
    let two = "<section><p>共 2,345 条评价</p><p>评价数 99</p><div><p>描述相符</p><b>4.8</b></div></section>";
    assert_eq!(said(Taobao, two), ["描述相符 4.8 in 180"]);
    let split = "<section><div><p>描述相符</p><b>4.8</b></div><p><b>1.2万</b><span>条评价</span></p></section>";
    assert_eq!(said(Taobao, split), ["描述相符 4.8 of 11500-12999 in 180"]);
}

#[test]
fn what_is_no_score() {
    for page in [
        "<div><p>价格</p><b>¥4.80</b><p>5.0 GHz</p><p>version 4.8</p><p>2026-11-20</p></div>",
        "<div><p>描述相符</p><b>¥4.80</b></div>",
        "<div><p>描述相符</p><b>5.0 GHz</b></div>",
        "<div><p>描述相符</p><b>2026-11-20</b></div>",
        "<div><p>描述相符</p><p>版本</p><b>4.8</b></div>",
        "<div class=\"next-menu\"><a>物流服务<sup>3.0</sup></a></div>",
        "<nav><a>物流服务</a><b>4.8</b></nav>",
        "<div><p>物流服务</p><sup>3</sup><p>订单管理</p></div>".replace("<sup>3</sup>", "").as_str(),
        "<div><p>描述相符</p><p>服务态度</p><p>物流服务</p></div>",
        "<div><p>首次品退率是什么？</p><b>0.28%</b></div>",
        "<div><p>退款金额</p><b>¥4.80</b><p>首次品退率</p><p>查看</p></div>",
        "<div><p>首次品退率</p><b>28</b></div>",
    ] {
        assert_eq!(said(Taobao, page), [] as [&str; 0], "{page}");
    }
    // Stars of every review are the reviews', not the shop's.
    let review = "<li><p>描述相符</p><b>5分</b><p>服务态度</p><b>4分</b></li>";
    assert_eq!(said(Taobao, &format!("<ul>{}</ul>", review.repeat(5))), [] as [&str; 0]);
    // A name of another platform's figure stays unknown.
    assert_eq!(said(Jd, "<div><p>描述相符</p><b>4.8</b></div>"), [] as [&str; 0]);
}

#[test]
fn odd_structures_are_no_trouble() {
    let deep = "<div>".repeat(400) + "<p>描述相符</p><b>4.8</b>" + &"</div>".repeat(400);
    assert_eq!(said(Taobao, &deep), ["描述相符 4.8 in 180"]);
    let many = format!("<div>{}</div>", "<p>描述相符</p>".repeat(5000));
    assert_eq!(said(Taobao, &many), [] as [&str; 0]);
    let huge = format!("<div><p>描述相符</p><b>{}</b></div>", "4".repeat(100_000));
    assert_eq!(said(Taobao, &huge), [] as [&str; 0]);
}
