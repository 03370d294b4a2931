//! The same four records drawn as a table, as cards and as bare elements.

pub(super) fn el(tag: &str, class: &str, children: &[String]) -> String {
    let inner: String = children.iter().map(|child| format!(",{child}")).collect();
    format!(r#"["{tag}","{class}",0{inner}]"#)
}

pub(super) fn text(said: &str) -> String {
    serde_json::to_string(said).unwrap()
}

pub(super) fn leaf(tag: &str, class: &str, said: &str) -> String {
    if said.is_empty() { el(tag, class, &[]) } else { el(tag, class, &[text(said)]) }
}

/// Reason, note, number, amount, time.
pub(super) const ROWS: [[&str; 5]; 4] = [
    ["做工差", "走线歪了", "AS20261120001", "¥12.50", "2026-11-20 09:05"],
    ["不想要了", "", "AS20261120002", "¥1,012.50", "2026-11-19 09:05"],
    ["尺码不合", "太小，穿不进去", "AS20261120003", "¥88.00", "2026-11-18 09:05"],
    ["少发", "少了一双袜子", "AS20261120004", "¥9.90", "2026-11-17 09:05"],
];

pub(super) fn row(tag: &str, cell: &str, class: &str, values: &[&str]) -> String {
    el(tag, class, &values.iter().map(|value| leaf(cell, "", value)).collect::<Vec<_>>())
}

pub(super) const HEAD: [&str; 5] = ["客诉大类", "客人怎么说", "单据", "小计", "登记"];

/// A table whose header is a table of its own, with words that nobody has taught us.
pub(super) fn two_tables(head: &[&str], rows: &[Vec<&str>]) -> String {
    let body: Vec<String> = rows.iter().map(|values| row("tr", "td", "", values)).collect();
    el(
        "div",
        "box",
        &[
            el("table", "h", &[el("thead", "", &[row("tr", "th", "", head)])]),
            el("div", "scroll", &[el("table", "b", &[el("tbody", "", &body)])]),
        ],
    )
}

pub(super) fn rows() -> Vec<Vec<&'static str>> {
    ROWS.iter().map(|row| row.to_vec()).collect()
}

/// A card: its reason stands in a name of its own, the note only where there is one, the others behind words.
fn card(values: &[&str; 5], hash: &str) -> String {
    let [reason, note, number, amount, time] = values;
    let mut parts = vec![
        el("div", &format!("top css-{hash}1"), &[leaf("b", "case-no", number), leaf("i", "", time)]),
        leaf("p", "cause", reason),
    ];
    if !note.is_empty() {
        parts.push(el("p", "", &[leaf("span", "", "客人："), leaf("span", "", note)]));
    }
    parts.push(el("p", "", &[leaf("span", "", "退："), leaf("em", "", amount)]));
    parts.push(leaf("button", "", "同意"));
    el("div", &format!("ticket css-{hash}2"), &parts)
}

pub(super) fn cards(hash: &str) -> String {
    let mut all = vec![leaf("h2", "", "工单")];
    all.extend(ROWS.iter().map(|row| card(row, hash)));
    el("section", "", &[leaf("nav", "", "首页"), el("div", "tickets", &all)])
}

/// Rows of divs in a grid, without role, header or name.
pub(super) fn divs() -> String {
    // A build may name every row anew.
    let line = |(at, values): (usize, &[&str; 5])| row("div", "div", &format!("css-{at}a2b3c"), values);
    let all: Vec<String> = ROWS.iter().enumerate().map(line).collect();
    el("main", "", &[leaf("div", "", "共4条"), el("div", "css-9z8y7x", &all)])
}
