//! What the calculator says as things are typed.

use std::collections::BTreeSet;

use serde_json::json;

use super::export::{csv, fields};
use super::figure::Figure;
use super::form::{Field, Form, Kind};
use super::{Line, Sheet, sheet};
use crate::score::step::Way;
use crate::words::Locale;

fn typed(kind: Kind, texts: &[(Field, &str)]) -> Form {
    let mut form = Form::empty(kind);
    for (field, text) in texts {
        form.set(*field, text);
    }
    form
}

fn mean(score: &str, count: &str, target: &str, more: &[(Field, &str)]) -> Sheet {
    let first = [(Field::Score, score), (Field::Count, count), (Field::Target, target)];
    sheet(&typed(Kind::Mean, &[&first, more].concat()), Locale::ZhCn)
}

fn line<'a>(lines: &'a [Line], id: &str) -> &'a str {
    lines.iter().find(|line| line.id == id).map_or("", |line| &line.text)
}

#[test]
fn a_mean_with_the_range_of_its_rounding() {
    for (score, count, target, figure) in [
        ("4.7", "1000", "4.8", "255–750"),
        ("4.70", "70", "4.8", "35"),
        ("4.7", "70", "4.8", "20–50"),
        ("4．7分", "１，０００", "4.8", "255–750"),
        ("4.7", "999+", "4.8", "至少 250"),
    ] {
        let sheet = mean(score, count, target, &[]);
        assert_eq!((sheet.figure.as_str(), sheet.state), (figure, "need"), "{score} {count} {target}: {sheet:?}");
        assert!(sheet.sentence.contains(target), "{}", sheet.sentence);
    }
    let open = mean("4.7", "1.2万+", "4.8", &[]);
    assert!(open.figure.contains('–') && open.notes[&Field::Count].contains("12999"), "{open:?}");
    assert_eq!(mean("4.9", "100", "4.8", &[]).state, "met");
    assert_eq!(mean("4.9", "100", "5", &[]).state, "impossible");
}

#[test]
fn bad_input_is_named_at_its_field_and_never_answered() {
    for (score, count, target, field, part) in [
        ("5.1", "100", "4.8", Field::Score, "1 到 5"),
        ("0.9", "100", "4.8", Field::Score, "1 到 5"),
        ("98.6", "100", "4.8", Field::Score, "推不出"),
        ("很好", "100", "4.8", Field::Score, "看不懂"),
        ("\u{E601}.\u{E602}", "100", "4.8", Field::Score, "读不出"),
        ("4.7", "-3", "4.8", Field::Count, "正整数"),
        ("4.7", "10.5", "4.8", Field::Count, "正整数"),
        ("4.7", "许多", "4.8", Field::Count, "看不懂"),
        ("4.7", "", "4.8", Field::Count, "填入评价数"),
        ("4.81", "3", "4.9", Field::Count, "算不出"),
        ("4.7", "100", "5.1", Field::Target, "1 到 5"),
        ("4.7", "100", "", Field::Target, "填入目标"),
        ("", "100", "4.8", Field::Score, ""),
    ] {
        let sheet = mean(score, count, target, &[]);
        assert!(sheet.figure.is_empty() && sheet.sentence.is_empty(), "{score} {count} {target}: {}", sheet.figure);
        let said = sheet.problems.get(&field).map_or("", String::as_str);
        assert!(said.contains(part), "{score} {count} {target}: {said}");
    }
}

#[test]
fn ratings_by_stars_are_exact() {
    let stars =
        [(5, "900"), (4, "60"), (3, "20"), (2, "5"), (1, "15")].map(|(stars, text)| (Field::Stars(stars), text));
    assert_eq!(mean("4.8", "1000", "4.9", &stars).figure, "750");
    let sheet = mean("4.8", "1000", "4.9", &[(Field::Stars(5), "9.5")]);
    assert!(sheet.problems[&Field::Stars(5)].contains("正整数"));
}

#[test]
fn what_if_and_mix() {
    let sheet = mean("4.70", "100", "4.8", &[(Field::Removed, "2")]);
    assert!(line(&sheet.ifs, "if").contains("12 个真实五星"), "{:?}", sheet.ifs);
    assert!(line(&sheet.ifs, "price").contains("19"));
    let none = mean("4.9", "10", "4.95", &[(Field::Removed, "5")]);
    assert!(none.problems[&Field::Removed].contains("没有这么多"));
    let mix = mean("4.50", "100", "4.6", &[(Field::Mix(5), "95"), (Field::Mix(1), "5")]);
    assert!(line(&mix.mix, "mix").contains("50 条"), "{:?}", mix.mix);
    let off = mean("4.50", "100", "4.6", &[(Field::Mix(5), "95")]);
    assert!(off.problems[&Field::Mix(5)].contains("95%"), "{:?}", off.problems);
    let fair = mean("4.90", "100", "4.8", &[]);
    assert!(line(&fair.ifs, "headroom").contains('2'), "{:?}", fair.ifs);
}

#[test]
fn orders_and_days_need_the_shops_own_share() {
    assert!(mean("4.70", "70", "4.8", &[(Field::Orders, "20")]).time.is_empty(), "no share is invented");
    let shop = [(Field::Rated, "10"), (Field::Orders, "20"), (Field::Sure, "90")];
    let sheet = mean("4.70", "70", "4.8", &shop);
    assert_eq!(line(&sheet.time, "expected"), "平均要 350 单、18 天");
    assert_eq!(line(&sheet.time, "confident"), "要有 90% 的把握，准备 424 单、22 天");
    let sheet = mean("4.70", "70", "4.8", &[(Field::Rated, "10"), (Field::Sure, "100")]);
    assert!(sheet.problems.contains_key(&Field::Sure) && line(&sheet.time, "confident").is_empty());
    assert!(mean("4.70", "70", "4.8", &[(Field::Rated, "0")]).problems.contains_key(&Field::Rated));
}

#[test]
fn the_window_moves_and_says_when_waiting_or_mending_is_quicker() {
    let window = |per_day, new| {
        mean("4.70", "1800", "4.8", &[(Field::Window, "180"), (Field::PerDay, per_day), (Field::NewMean, new)])
    };
    let reach = window("10", "4.9");
    assert!(
        line(&reach.window, "reach").contains("90 天") || line(&reach.window, "reach").contains("–"),
        "{:?}",
        reach.window
    );
    assert_eq!(reach.plots.iter().map(|plot| plot.id).collect::<Vec<_>>(), ["ratings", "days"]);
    let never = window("10", "4.7");
    assert!(!line(&never.window, "never").is_empty() && line(&never.warnings, "mend").contains("差评原因"));
    let few = window("1", "5");
    assert!(!line(&few.warnings, "wait").is_empty(), "{:?}", few.warnings);
    let falls = mean("4.85", "1800", "4.8", &[(Field::Window, "180"), (Field::PerDay, "10"), (Field::NewMean, "4.7")]);
    assert!(line(&falls.window, "below").contains("4.8"), "{:?}", falls.window);
    let bad = mean("4.7", "100", "4.8", &[(Field::Window, "0"), (Field::PerDay, "1")]);
    assert!(bad.problems.contains_key(&Field::Window));
}

#[test]
fn rates() {
    let rate = |texts: &[(Field, &str)]| sheet(&typed(Kind::Rate, texts), Locale::ZhCn);
    let clean = rate(&[(Field::Bad, "10"), (Field::Base, "1000"), (Field::Target, "0.5"), (Field::Rate, "1.00")]);
    assert_eq!((clean.figure.as_str(), clean.state), ("1000", "need"));
    assert!(clean.sentence.contains("1000 个正常订单"), "{}", clean.sentence);
    let budget = rate(&[(Field::Bad, "10"), (Field::Base, "1000"), (Field::Target, "1.5"), (Field::Extra, "400")]);
    assert!(line(&budget.ifs, "budget").contains("11 单"), "{:?}", budget.ifs);
    let solved = rate(&[(Field::Rate, "2.19"), (Field::Base, "1779"), (Field::Target, "2")]);
    assert!(solved.notes[&Field::Bad].contains("39"), "{:?}", solved.notes);
    let slow = rate(&[
        (Field::Bad, "10"),
        (Field::Base, "1000"),
        (Field::Target, "0.5"),
        (Field::Orders, "10"),
        (Field::Window, "30"),
    ]);
    assert!(line(&slow.warnings, "wait").contains("统计期"), "{:?}", slow.warnings);
    for (texts, field) in [
        (vec![(Field::Bad, "20"), (Field::Base, "10"), (Field::Target, "1")], Field::Bad),
        (vec![(Field::Rate, "120"), (Field::Base, "10"), (Field::Target, "1")], Field::Rate),
        (vec![(Field::Rate, "1"), (Field::Target, "1")], Field::Base),
        (vec![(Field::Bad, "1"), (Field::Base, "100"), (Field::Target, "-1")], Field::Target),
    ] {
        let sheet = rate(&texts);
        assert!(sheet.problems.contains_key(&field) && sheet.figure.is_empty(), "{texts:?} {:?}", sheet.problems);
    }
}

fn figure(more: serde_json::Value) -> Figure {
    let mut all = json!({ "key": "taobao:score:dsr_service", "label": "服务态度", "metric": "dsr_service", "kind": "mean", "value": "4.7",
        "unit": "star", "count": 1000, "histogram": null, "target": "4.8", "state": "need", "window": 180, "later": 1 });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    serde_json::from_value(all).unwrap()
}

#[test]
fn a_figure_fills_the_form_and_what_was_typed_stays() {
    let mut form = typed(Kind::Mean, &[(Field::Rated, "8")]);
    let first = figure(json!({}));
    form.fill(&first);
    assert_eq!((form.get(Field::Count), form.get(Field::Window), form.get(Field::Rated)), ("1000", "180", "8"));
    form.set(Field::Score, "4.75");
    form.refill(&first, &figure(json!({ "target": "4.9" })));
    assert_eq!((form.get(Field::Score), form.get(Field::Target)), ("4.75", "4.9"));
    form.fill(&figure(json!({ "count": { "min": 12000, "max": 12999 } })));
    assert_eq!(form.get(Field::Count), "12000-12999");
    assert!(!sheet(&form, Locale::En).figure.is_empty());
    form.fill(&figure(json!({ "kind": "banded", "value": "4.66" })));
    let none = sheet(&form, Locale::ZhCn);
    assert!(none.figure.is_empty() && none.answer.contains("不是平均分"));
    form.fill(&figure(json!({ "value": null, "state": "unreadable" })));
    assert!(sheet(&form, Locale::ZhCn).problems[&Field::Score].contains("读不出"));
}

#[test]
fn the_target_steps_and_ends_at_the_scale() {
    let mut form = typed(Kind::Mean, &[(Field::Score, "4.7"), (Field::Target, "4.9")]);
    assert!(form.step_target(Way::Up) && !form.step_target(Way::Up));
    assert_eq!(form.get(Field::Target), "5.0");
    let mut rate = typed(Kind::Rate, &[(Field::Rate, "0.28%")]);
    rate.set(Field::Rate, "0.28");
    assert!(rate.step_target(Way::Down));
    assert_eq!(rate.get(Field::Target), "0.25");
}

#[test]
fn pictures_say_the_same_in_a_table_and_stay_in_their_frame() {
    for (score, count, target) in [
        ("4.7", "1000", "4.8"),
        ("1.0", "3", "5"),
        ("4.9", "999999999", "4.95"),
        ("5.0", "40", "4.2"),
        ("4.7", "0", "4.8"),
    ] {
        let sheet = mean(score, count, target, &[(Field::Window, "30"), (Field::PerDay, "0.5")]);
        for plot in &sheet.plots {
            assert!(
                plot.rows.len() >= 3 && plot.rows.iter().all(|row| row.len() == plot.heads.len()),
                "{score} {count}"
            );
            for (x, y) in plot.curves.iter().flat_map(|curve| &curve.points) {
                assert!(
                    (0..=super::plot::WIDE).contains(x) && (0..=super::plot::HIGH).contains(y),
                    "{score} {count} {x},{y}"
                );
            }
            assert!(!plot.desc.contains('$') && plot.side.len() >= 2, "{} {:?}", plot.desc, plot.side);
        }
    }
}

#[test]
fn the_file_holds_what_is_shown_and_starts_no_formula() {
    let mut form = typed(Kind::Mean, &[(Field::Score, "4.7"), (Field::Count, "1,000"), (Field::Target, "4.8")]);
    form.label = "=cmd()|x".to_owned();
    let file = csv(&form, &sheet(&form, Locale::ZhCn), Locale::ZhCn);
    assert!(
        file.starts_with("\u{feff}'=cmd()|x\r\n") && file.contains("\"1,000\"") && file.contains("255–750"),
        "{file}"
    );
    assert!(file.contains("新增真实五星") && file.ends_with("\r\n"));
}

#[test]
fn fields_have_names_of_their_own_in_every_language() {
    for kind in [Kind::Mean, Kind::Rate] {
        let ids: BTreeSet<String> = fields(kind).into_iter().map(Field::id).collect();
        assert_eq!(ids.len(), fields(kind).len());
        for locale in [Locale::ZhCn, Locale::ZhTw, Locale::En] {
            for field in fields(kind) {
                let label = super::export::label(field, locale);
                assert!(!label.starts_with("calc_") && !label.contains('$'), "{label}");
            }
        }
    }
}
