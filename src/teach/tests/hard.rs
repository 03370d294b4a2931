//! Pages that are hard to read: tables in tables, two lists, lines in one cell, pages that change.

use super::*;

#[test]
fn tables_in_rows_belong_to_their_row() {
    let goods = el(
        "table",
        "",
        &[el("tbody", "", &[row("tr", "td", "", &["袜子", "红", "1"]), row("tr", "td", "", &["帽子", "蓝", "2"])])],
    );
    let body: Vec<String> = ROWS
        .iter()
        .map(|values| {
            let mut cells: Vec<String> = values.iter().map(|value| leaf("td", "", value)).collect();
            cells.push(el("td", "", std::slice::from_ref(&goods)));
            el("tr", "", &cells)
        })
        .collect();
    let mut head = HEAD.to_vec();
    head.push("明细");
    let json = el("table", "", &[el("thead", "", &[row("tr", "th", "", &head)]), el("tbody", "", &body)]);
    let tree = tree(&json);
    let seeing = picked(&tree, at(&tree, "帽子"));
    assert_eq!(
        (seeing.records.len(), seeing.levels),
        (4, 3),
        "the row that holds the goods, with the goods' own row before it"
    );
    let narrow = ask(&tree, Done { record: Some(at(&tree, "帽子")), level: Some(0), ..Done::default() });
    assert!(narrow.records.iter().all(|record| tree.texts(*record).len() == 3), "{narrow:?}");
    reads_all(&json, &taught(&tree, "少发", &ALL));
}

#[test]
fn of_two_lists_the_taught_one_is_read() {
    let orders: Vec<Vec<&str>> = vec![
        vec!["张三", "已付款", "SO20261120001", "¥1.00", "2026-11-20 09:07"],
        vec!["李四", "已付款", "SO20261120002", "¥2.00", "2026-11-20 09:06"],
    ];
    let both = |head: &[&str]| el("div", "", &[two_tables(head, &orders), two_tables(&HEAD, &rows())]);
    let json = both(&["收货人", "进度", "单号", "合计", "下单"]);
    reads_all(&json, &taught(&tree(&json), "少发", &ALL));
}

#[test]
fn lines_of_one_cell_are_told_apart() {
    let body: Vec<String> = ROWS
        .iter()
        .map(|[reason, note, number, amount, time]| {
            let note = if note.is_empty() { "-" } else { note };
            let lines = el("td", "", &[text(reason), el("br", "", &[]), text(&format!("客人说：{note}"))]);
            el("tr", "", &[lines, leaf("td", "", number), leaf("td", "", amount), leaf("td", "", time)])
        })
        .collect();
    let json = el("table", "list", &[el("tbody", "", &body)]);
    let tree = tree(&json);
    let seeing = picked(&tree, at(&tree, "¥9.90"));
    let place = |says: &str| {
        seeing
            .columns
            .iter()
            .position(|column| column.value == says)
            .unwrap_or_else(|| panic!("{says}: {:?}", seeing.columns))
    };
    let names = [
        (place("做工差"), Name::Reason),
        (place("走线歪了"), Name::Note),
        (place("AS20261120001"), Name::RefundId),
        (place("¥12.50"), Name::RefundAmount),
        (place("2026-11-20 09:05"), Name::AppliedAt),
    ];
    let mut seeing = picked(&tree, at(&tree, "¥9.90"));
    for (column, meaning) in names {
        seeing = named(&tree, seeing, column, Some(meaning));
    }
    reads_all(&json, &seeing.page.unwrap());
}

#[test]
fn a_page_that_has_changed_is_said_and_an_empty_one_is_not() {
    let page = taught(&tree(&two_tables(&HEAD, &rows())), "少发", &ALL);
    is_lost(&cards("1q2w"), &page);
    is_lost(&two_tables(&["一", "二", "三", "四", "五"], &rows()), &page);
    let empty = el("div", "", &[two_tables(&HEAD, &[]), leaf("p", "", "暂无数据")]);
    let reading = reading(&empty, std::slice::from_ref(&page));
    assert!(reading.lost.is_empty() && reading.state.is_some() && reading.records.is_empty());
    let elsewhere = Address { path: "/shop/20931/orders".into(), ..address() };
    let json = two_tables(&HEAD, &rows());
    let other = read(&tree(&json), &elsewhere, std::slice::from_ref(&page), clock());
    assert!(other.records.is_empty() && other.lost.is_empty() && other.platform.is_none());
}

#[test]
fn two_taught_pages_for_one_list_do_not_read_it_twice() {
    let json = two_tables(&HEAD, &rows());
    let (full, reason) = (taught(&tree(&json), "少发", &ALL), taught(&tree(&json), "少发", &ALL[..1]));
    for pages in [[full.clone(), reason.clone()], [reason, full]] {
        assert_eq!(reading(&json, &pages).records.iter().map(values).collect::<Vec<_>>(), wanted());
    }
}

#[test]
fn a_draft_outlives_a_page_that_draws_itself_anew() {
    let json = cards("1q2w");
    let tree_before = tree(&json);
    let seeing = picked(&tree_before, at(&tree_before, "做工差"));
    let anew = el("body", "", &[leaf("p", "", "公告"), cards("5t6y")]);
    let tree_after = tree(&anew);
    let again = ask(&tree_after, Done { draft: seeing.draft, field: Some(at(&tree_after, "少发")), ..Done::default() });
    assert_eq!((again.records.len(), again.column.is_some()), (4, true), "{again:?}");
    let gone = ask(&tree(r#"["p","",0,"x"]"#), Done { draft: again.draft, ..Done::default() });
    assert_eq!((gone.problem, gone.page), (Some(Problem::Gone), None));
}
