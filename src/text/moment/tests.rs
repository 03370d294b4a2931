use super::*;

#[test]
fn reads_the_forms_pages_show() {
    let wanted = Moment::parse("2026-09-29T07:00:00+08:00", SHANGHAI).unwrap();
    for text in [
        "2026-09-29 07:00:00",
        "2026/09/29 07:00",
        " 2026/9/29 7:00 ",
        "2026-09-28T23:00:00Z",
        "2026-09-28t23:00:00z",
        "2026-09-29T07:00:00.000+08:00",
        "2026-09-28T19:30:00-03:30",
        "2026-09-29T07:00",
    ] {
        assert_eq!(Moment::parse(text, SHANGHAI).unwrap(), wanted, "{text}");
    }
    assert_eq!(Moment::parse("2026-09-29", SHANGHAI).unwrap().to_rfc3339(), "2026-09-29T00:00:00+08:00");
}

#[test]
fn refuses_what_is_no_time() {
    for text in [
        "",
        "--",
        "2026-13-01",
        "2026-02-30",
        "昨天",
        "7天无理由",
        "2026-11",
        "2026-11-12 10",
        "2026-11-12 10:0",
        "2026-11-12 24:00",
        "2026-11-12 10:60",
        "2026-11-12T10:00:00+8:00",
        "2026-11-12T10:00:00+24:00",
        "2026-11-12T10:00:00.+08:00",
        "2026-11-12T10:00+08:00",
        "2026/11/12T10:00:00+08:00",
        "2026-11-12 10:00:00 x",
        "12026-11-12",
        "2026-11-12T10:00:60+08:00",
    ] {
        assert!(Moment::parse(text, SHANGHAI).is_err(), "{text}");
    }
}

#[test]
fn written_as_it_was_read() {
    for text in [
        "2026-11-12T10:00:00+08:00",
        "2026-11-12T10:00:00Z",
        "2026-01-02T03:04:05.06-03:30",
        "0001-01-01T00:00:00+00:30",
    ] {
        assert_eq!(Moment::parse(text, SHANGHAI).unwrap().to_rfc3339(), text);
    }
    let day = Moment::parse("0900-01-02", SHANGHAI).unwrap().date_in(SHANGHAI);
    assert_eq!(date_text(day), "0900-01-02");
}

#[test]
fn the_ends_of_time_do_no_harm() {
    let last = Moment::parse("9999-12-31T23:59:59Z", SHANGHAI).unwrap();
    assert_eq!(last.date_in(SHANGHAI).to_string(), "9999-12-31");
    assert_eq!(last.plus_seconds(i64::MAX), None);
    assert_eq!(last.plus_seconds(1), None);
    assert!(Moment::parse("0001-01-01", SHANGHAI).unwrap().unix_ms() < 0);
    assert_eq!(Moment::from_unix_ms(i64::MAX, SHANGHAI), None);
    assert!(Moment::from_unix_ms(-1, SHANGHAI).is_some());
}

#[test]
fn a_date_in_another_zone() {
    let late = Moment::parse("2026-11-05T18:00:00Z", SHANGHAI).unwrap();
    assert_eq!(late.date_in(SHANGHAI).to_string(), "2026-11-06");
}
