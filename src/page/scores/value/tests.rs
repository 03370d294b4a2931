use super::*;

fn shown(kind: Kind, text: &str) -> Option<Option<String>> {
    read(kind, text, false).map(|value| value.text())
}

#[test]
fn each_kind_reads_its_own() {
    let some = |text: &str| Some(Some(text.to_owned()));
    assert_eq!(shown(Kind::Mean, "４．８分"), some("4.8"));
    assert_eq!(shown(Kind::Mean, "4.8/5"), some("4.8"));
    assert_eq!(read(Kind::Mean, "98.6", false), Some(Value::Other("98.6".to_owned(), Unit::Point)));
    assert_eq!(read(Kind::Mean, "12.3%", false), Some(Value::Other("12.3".to_owned(), Unit::Rank)));
    assert_eq!(shown(Kind::Rate, "0.2105%"), some("0.2105"));
    assert_eq!(read(Kind::Rate, "2.19", true).unwrap().text().as_deref(), Some("2.19"));
    assert_eq!(shown(Kind::Banded, "4.66高"), some("4.66"));
    assert_eq!(shown(Kind::Banded, "95.5分"), some("95.5"));
    assert_eq!(read(Kind::Duration, "15.25 小时", false), Some(Value::Other("15.25".to_owned(), Unit::Hour)));
    for kind in [Kind::Mean, Kind::Rate, Kind::Banded, Kind::Duration] {
        assert_eq!(read(kind, "--", false), Some(Value::Nothing));
        assert_eq!(read(kind, "\u{E601}.\u{E602}", false), Some(Value::Unreadable));
    }
}

#[test]
fn what_is_no_value_of_a_kind() {
    for (kind, text) in [
        (Kind::Mean, "0.02"),
        (Kind::Mean, "0"),
        (Kind::Mean, "3条消息"),
        (Kind::Mean, "2026-08-01"),
        (Kind::Mean, "5.0 GHz"),
        (Kind::Rate, "2.19"),
        (Kind::Rate, "120"),
        (Kind::Banded, "高"),
    ] {
        assert_eq!(shown(kind, text), None, "{text}");
    }
}
