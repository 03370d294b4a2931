//! What pages throw at a reader: too little, too much, nothing, both ways round.

use super::*;

fn table(head: &[&str], rows: &[Vec<&str>]) -> String {
    two_tables(head, rows)
}

#[test]
fn a_record_of_one_line() {
    let json = el("ul", "list", &["做工差", "少发", "不想要了"].map(|said| leaf("li", "one", said)));
    let tree = tree(&json);
    // One text alone repeats on every page: as a menu does. It is no record.
    assert_eq!(picked(&tree, at(&tree, "少发")).problem, Some(Problem::NoRecord));
    let lines = ["做工差 AS20261120001 ¥12.50", "少发 AS20261120002 ¥9.90"];
    let json = el("div", "", &lines.map(|said| el("pre", "line", &[text(said)])));
    let tree = super::tree(&json);
    let seeing = picked(&tree, at(&tree, lines[0]));
    assert_eq!((seeing.problem, seeing.page), (Some(Problem::NoRecord), None));
}

#[test]
fn a_list_of_one_record_and_one_that_is_empty_tomorrow() {
    let one = table(&HEAD, &[ROWS[0].to_vec()]);
    let first = tree(&one);
    let mut seeing = picked(&first, at(&first, "做工差"));
    assert!(seeing.single);
    seeing = named(&first, seeing, 0, Some(Name::Reason));
    let page = seeing.page.unwrap();
    assert_eq!(reading(&one, std::slice::from_ref(&page)).records.len(), 1);
    let none = reading(&table(&HEAD, &[]), std::slice::from_ref(&page));
    assert_eq!((none.records.len(), none.lost.len()), (0, 1), "nothing says that the list is empty");
}

#[test]
fn five_thousand_records() {
    let numbers: Vec<String> = (0..5000).map(|at| format!("AS2026{at:07}")).collect();
    let lines: Vec<Vec<&str>> =
        numbers.iter().map(|number| vec!["少发", "少了一双", number.as_str(), "¥9.90", "2026-11-17 09:05"]).collect();
    let json = table(&HEAD, &lines);
    let tree = tree(&json);
    let mut seeing = picked(&tree, at(&tree, "AS20260002500"));
    for (column, (_, name)) in ALL.iter().enumerate() {
        seeing = named(&tree, seeing, column, Some(*name));
    }
    assert_eq!((seeing.records.len(), seeing.columns[2].read), (5000, 5000));
    let reading = reading(&json, &[seeing.page.unwrap()]);
    assert_eq!(reading.records.len(), 5000);
    assert!(reading.records.iter().zip(&numbers).all(|(one, number)| one.refund_id.as_ref() == Some(number)));
}

#[test]
fn empty_cells_stay_unknown() {
    let blank = ["", "-", "--", "暂无"];
    let lines: Vec<Vec<&str>> =
        ROWS.iter().zip(blank).map(|(row, blank)| vec![row[0], blank, row[2], blank, row[4]]).collect();
    let json = table(&HEAD, &lines);
    let page = taught(&tree(&table(&HEAD, &rows())), "少发", &ALL);
    let reading = reading(&json, &[page]);
    assert_eq!(reading.records.len(), 4);
    assert!(reading.records.iter().all(|one| one.note.is_none() && one.refund.is_none() && one.unreadable.is_empty()));
}

#[test]
fn columns_in_another_order_are_followed_by_their_words_or_not_read_at_all() {
    let turn = |row: &[&'static str]| [&row[1..], &row[..1]].concat();
    let turned: Vec<Vec<&str>> = rows().iter().map(|row| turn(row)).collect();
    let page = taught(&tree(&table(&HEAD, &rows())), "少发", &ALL);
    reads_all(&table(&turn(&HEAD), &turned), &page);
    // The words stayed where they were, and what stands under them is another thing.
    is_lost(&table(&HEAD, &turned), &page);
    let bare = |rows: &[Vec<&str>]| {
        el("main", "", &rows.iter().map(|values| row("div", "div", "", values)).collect::<Vec<_>>())
    };
    let page = taught(&tree(&bare(&rows())), "少发", &ALL);
    is_lost(&bare(&turned), &page);
}

#[test]
fn a_megabyte_in_one_cell() {
    let long = "线头很多，".repeat(70_000);
    let mut lines: Vec<Vec<&str>> = rows();
    lines[1][1] = &long;
    let json = table(&HEAD, &lines);
    let tree = tree(&json);
    let mut seeing = picked(&tree, at(&tree, "少发"));
    assert!(serde_json::to_string(&seeing.columns).unwrap().len() < 4000, "what is shown is short");
    for (column, (_, name)) in ALL.iter().enumerate() {
        seeing = named(&tree, seeing, column, Some(*name));
    }
    let page = seeing.page.unwrap();
    assert!(serde_json::to_string(&page).unwrap().len() < 2000);
    let read = reading(&json, &[page]);
    let note = &read.records[1].note.as_ref().unwrap().text;
    assert!(note.starts_with("线头很多") && note.chars().count() <= 4000);
}

#[test]
fn marks_of_direction_hide_nothing() {
    let spiced = |said: &str| format!("\u{202b}\u{200f}{said}\u{202c}");
    let head: Vec<String> = HEAD.iter().map(|said| spiced(said)).collect();
    let lines: Vec<Vec<String>> = rows()
        .iter()
        .map(|row| row.iter().map(|said| if said.is_empty() { String::new() } else { spiced(said) }).collect())
        .collect();
    let page = taught(&tree(&table(&HEAD, &rows())), "少发", &ALL);
    let own: Vec<Vec<&str>> = lines.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    reads_all(&table(&head, &own), &page);
    // Right to left, the page is the same structure.
    let json = format!(r#"["div","rtl",{{"dir":"rtl"}},{}]"#, table(&HEAD, &rows()));
    reads_all(&json, &page);
}

#[test]
fn lists_in_lists() {
    let inner = |said: &str| {
        el(
            "ul",
            "goods",
            &["甲", "乙"].map(|one| el("li", "item", &[leaf("b", "", one), leaf("i", "", "x1"), leaf("u", "", said)])),
        )
    };
    let card = |[reason, note, number, amount, time]: &[&str; 5]| {
        let parts = [("why", reason), ("say", note), ("no", number), ("sum", amount), ("when", time)];
        let mut all: Vec<String> = parts.map(|(name, said)| leaf("p", name, said)).to_vec();
        all.push(inner(reason));
        el("li", "item", &all)
    };
    let json = el("ul", "cases", &ROWS.iter().map(card).collect::<Vec<_>>());
    let tree = tree(&json);
    let inside = (0..tree.len()).find(|id| tree.node(*id).tag == "u").unwrap();
    // Pointed at in the inner list, the records are the outer one's, and the inner one can be had.
    let seeing = picked(&tree, inside);
    assert_eq!((seeing.records.len(), seeing.levels), (4, 3), "{seeing:?}");
    let narrow = ask(&tree, Done { record: Some(inside), level: Some(0), ..Done::default() });
    assert!(narrow.records.iter().all(|record| tree.texts(*record).len() == 3), "{narrow:?}");
    reads_all(&json, &taught(&tree, "AS20261120004", &ALL));
}

#[test]
fn a_draft_from_anywhere_is_answered() {
    let json = table(&HEAD, &rows());
    let tree = tree(&json);
    let odd = [
        Taught::default(),
        Taught { record: "tr:0of1".into(), ..Taught::default() },
        Taught {
            record: "tr".into(),
            width: usize::MAX,
            columns: vec![super::super::Column::default()],
            ..Taught::default()
        },
    ];
    for draft in odd {
        let seeing = ask(&tree, Done { draft: Some(draft), ..Done::default() });
        assert!(seeing.page.is_none(), "{seeing:?}");
        let name = Some(Naming { column: usize::MAX, meaning: Some(Name::Reason) });
        assert!(
            ask(&tree, Done { draft: seeing.draft, name, field: Some(usize::MAX), ..Done::default() }).page.is_none()
        );
    }
}
