use super::*;

fn inputs(score: &str, count: &str, target: &str) -> Inputs {
    Inputs { score: score.to_owned(), count: count.to_owned(), target: target.to_owned(), ..Inputs::default() }
}

fn sheet(inputs: &Inputs) -> Sheet {
    work_out(inputs, Locale::ZhCn)
}

#[test]
fn a_score_a_count_and_a_target_are_enough() {
    let sheet = sheet(&inputs("4.7", "1,000", "4.8"));
    assert_eq!(sheet.need, Some(Span { best: Need::Count(255), worst: Need::Count(750) }));
    assert_eq!((sheet.orders, sheet.rolling, sheet.problems.len()), (None, None, 0));
    assert_eq!(sheet.sentence.as_deref(), Some("现在 4.7 分、1,000 条评价，到 4.8 还需 255–750 个真实五星。"));
    // From the worst case at 4.65 to somewhat beyond the target.
    let (first, last) = (sheet.reviews.first().unwrap(), sheet.reviews.last().unwrap());
    assert_eq!((first.at, first.score, last.at), (0, 46_500, 900));
    assert!(sheet.reviews.windows(2).all(|pair| pair[0].at < pair[1].at && pair[0].score < pair[1].score));
    assert!(sheet.reviews.iter().any(|point| point.at == 750 && point.score == 48_000));
    assert!(csv(&sheet.reviews).starts_with("at,score\r\n0,4.6500\r\n15,"));
}

#[test]
fn orders_days_and_the_window() {
    let mut typed = inputs("4.70", "1800", "4.8");
    typed.rate = "10%".to_owned();
    typed.orders_per_day = "100".to_owned();
    typed.window = "180".to_owned();
    typed.new_mean = "4.9".to_owned();
    let sheet = sheet(&typed);
    // 4.695 in the worst case: 189 stars are missing, a tenth of one each new rating.
    assert_eq!(sheet.need.unwrap().worst, Need::Count(1890));
    assert_eq!((sheet.orders, sheet.days), (Some(Need::Count(18_900)), Some(Need::Count(189))));
    assert_eq!(sheet.rolling, Some(Need::Count(93)));
    assert_eq!((sheet.window.first().unwrap().score, sheet.window.last().unwrap().score), (46_950, 49_000));
    let Some(Need::Count(sure)) = sheet.sure_orders else { panic!() };
    assert!((18_901..20_000).contains(&sure), "{sure}");
    let said = sheet.sentence.unwrap();
    assert!(said.contains("189 天") && said.contains("180 天"), "{said}");
}

#[test]
fn what_if_one_stars_come() {
    let mut typed = inputs("4.90", "1000", "4.9");
    typed.rounding = Rounding::Truncate;
    assert_eq!(sheet(&typed).need.unwrap().worst, Need::Count(0));
    typed.ones = "1".to_owned();
    assert_eq!(sheet(&typed).need.unwrap().worst, Need::Count(39));
    assert_eq!(sheet(&inputs("5.0", "40", "5")).need, Some(Span { best: Need::Count(0), worst: Need::Impossible }));
}

#[test]
fn wrong_fields_say_so_and_give_no_number() {
    for (typed, field, part) in [
        (inputs("5.1", "10", "4.8"), Field::Score, "1 到 5"),
        (inputs("4.7", "10", "48"), Field::Target, "1 到 5"),
        (inputs("4.7", "1.5", "4.8"), Field::Count, "整数"),
        (inputs("4.7", "999+", "4.8"), Field::Count, "整数"),
        (inputs("4.81", "3", "4.9"), Field::Count, "对不上"),
        (inputs("\u{E601}.7", "10", "4.8"), Field::Score, "字体"),
    ] {
        let sheet = sheet(&typed);
        let (at, said) = sheet.problems.first().unwrap();
        assert_eq!((*at, sheet.need, sheet.sentence), (field, None, None), "{typed:?}");
        assert!(said.contains(part), "{said}");
    }
    let mut odd = inputs("4.7", "10", "4.8");
    odd.rate = "120%".to_owned();
    odd.window = "0".to_owned();
    let sheet = sheet(&odd);
    assert!(sheet.need.is_some() && sheet.orders.is_none());
    assert_eq!(sheet.problems.iter().map(|(field, _)| *field).collect::<Vec<_>>(), [Field::Rate]);
    assert_eq!(work_out(&Inputs::default(), Locale::En), Sheet::default());
}
