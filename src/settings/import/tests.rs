use super::*;
use serde_json::json;

fn refused(file: &str) -> Refused {
    let refused = read(file).unwrap_err();
    for locale in Locale::ALL {
        let said = refused.text(locale);
        let place = refused
            .line()
            .map(|line| if locale == Locale::En { format!("Line {line}") } else { format!("第 {line} 行") });
        assert!(
            matches!(refused, Refused::TooBig { .. }) || place.is_some_and(|place| said.contains(&place)),
            "{said}"
        );
    }
    refused
}

fn file(rest: &str) -> String {
    format!("{{\n  \"schema\": \"{SCHEMA}\",\n  \"version\": 1{rest}\n}}\n")
}

#[test]
fn what_is_written_is_read_again() {
    let document: Map<String, Value> = serde_json::from_value(json!({
        "judgement": { "close_hours": 6 }, "snippets": { "own": { "a": { "title": "催件", "text": "第一行\n\"第二行\"" } } } })).unwrap();
    let written = write(&document);
    assert!(written.starts_with("{\n  \"schema\": \"aftersales-radar/settings\",\n  \"version\": 1,\n"), "{written}");
    assert_eq!(read(&written), Ok(File::Settings(document.clone())));
    assert_eq!(read(&format!("\u{feff}{}", written.replace('\n', "\r\n"))), Ok(File::Settings(document)));
    assert_eq!(read(&write(&Map::new())), Ok(File::Settings(Map::new())));
}

#[test]
fn the_line_and_the_key_that_are_wrong_are_named() {
    let wrong =
        refused(&file(",\n  \"judgement\": {\n    \"close_hours\": 400\n  },\n  \"look\": {\"theme\": \"dark\"}"));
    let Refused::Wrong { line: 5, problem } = wrong else { panic!("{wrong}") };
    assert_eq!(problem.path, "/judgement/close_hours");
    let unknown = refused(&file(",\n  \"look\": {\"theme\": \"dark\"},\n  \"colour\": 1"));
    assert!(matches!(&unknown, Refused::Wrong { line: 5, problem } if problem.path == "/colour"), "{unknown}");
    let twice = refused(&file(",\n  \"look\": {},\n  \"look\": {}"));
    assert!(matches!(&twice, Refused::Twice { line: 4, path } if path == "/look"), "{twice}");
}

#[test]
fn of_several_faults_the_first_in_the_file_is_named() {
    let file = file(",\n  \"replies\": {\"tone\": \"rude\"},\n  \"judgement\": {\"close_hours\": -1}");
    assert_eq!(refused(&file).line(), Some(4));
}

#[test]
fn foreign_files_are_told_apart() {
    for (other, at, what) in [
        ("[]", 1, "[]"),
        ("\n\n7", 3, "7"),
        ("null", 1, "null"),
        ("{}", 1, "{}"),
        ("\n{\"name\": \"x\"}", 2, "{\"name\":\"x\"}"),
        ("{\n\"a\": 2,\n\"schema\": 1}", 3, "1"),
        ("{\"manifest_version\": 3}", 1, "{\"manifest_version\":3}"),
        ("{\"schema\": \"aftersales-radar/pages\",\n\"version\": 1,\n\"taught\": {}}", 3, "{}"),
        ("{\"schema\": \"aftersales-radar/pages\",\n\"version\": 1}", 1, "null"),
    ] {
        let Refused::Foreign { line, found, expected } = refused(other) else { panic!("{other}") };
        assert_eq!((line, found.as_str()), (at, what), "{other}");
        assert!(refused(other).text(Locale::ZhCn).contains(expected), "{other}");
    }
    let page = refused("{\n\"schema\": \"aftersales-radar/page\"}");
    assert_eq!(page, Refused::OtherSchema { schema: "aftersales-radar/page".to_owned(), line: 2 });
    for (text, line) in [("", 1), ("PK\u{3}\u{4}", 1), ("订单编号,退款原因\n1,2", 1), ("{\n\"schema\": \"x\",\n}", 3)]
    {
        assert!(matches!(refused(text), Refused::NotJson { line: found, .. } if found == line), "{text:?}");
    }
}

#[test]
fn versions_of_the_future_and_none_are_refused() {
    for (version, found) in [("2", "2"), ("\"1\"", "\"1\""), ("0", "0"), ("1.5", "1.5"), ("null", "null")] {
        let file = format!("{{\"schema\": \"{SCHEMA}\",\n\"version\": {version}, \"look\": {{}}}}");
        assert_eq!(refused(&file), Refused::Version { found: found.to_owned(), line: 2 });
    }
    assert!(matches!(refused(&format!("{{\"schema\": \"{SCHEMA}\"}}")), Refused::Version { line: 1, .. }));
}

#[test]
fn a_file_of_fifty_megabytes_is_refused_by_its_size() {
    let refused = refused(&"[".repeat(50 * 1_048_576));
    assert_eq!(refused, Refused::TooBig { bytes: 50 * 1_048_576 });
    assert!(refused.text(Locale::En).contains("50.0 MB"));
    assert_eq!(megabytes(MOST_BYTES + 1), "1.1 MB");
}

#[test]
fn whatever_is_cut_off_or_nested_is_refused() {
    let whole = file(",\n  \"replies\": {\"shop\": \"小满家居\"}");
    for end in (0..whole.trim_end().len()).filter(|end| whole.is_char_boundary(*end)) {
        assert!(matches!(refused(whole.get(..end).unwrap()), Refused::NotJson { .. }), "{end}");
    }
    for many in [200, 10_000, 100_000] {
        let deep = format!("{{\"schema\": \"{SCHEMA}\",\n\"x\": {}7{}}}", "[".repeat(many), "]".repeat(many));
        assert_eq!(refused(&deep), Refused::TooDeep { line: 2 }, "{many}");
    }
}

#[test]
fn every_kind_of_wrong_value_is_named_by_line_and_place() {
    let deep = ",\n  \"snippets\": {\"own\": {\n    \"a\": {\"title\": \"x\",\n      \"text\": [1]}}}";
    let long = format!(",\n\n  \"replies\": {{\"shop\": \"{}\"}}", "长".repeat(41));
    for (rest, at, path) in [
        (deep, 6, "/snippets/own/a/text"),
        (",\n  \"keys\": {\"chosen\": {\"refund.next\": [\"j\",\n  7]}}", 5, "/keys/chosen/refund.next/1"),
        (",\n  \"keys\": {\"chosen\": {\n  \"refund.burn\": []}}", 5, "/keys/chosen/refund.burn"),
        (",\n  \"sites\": {\"hosts\": {\n \"http://x/\": true}}", 5, "/sites/hosts/http:~1~1x~1"),
        (",\n  \"snippets\": {\"own\": {\n    \"a\": {\"title\": \"x\"}}}", 5, "/snippets/own/a"),
        (",\n  \"look\": null", 4, "/look"),
        (&long, 5, "/replies/shop"),
    ] {
        let Refused::Wrong { line, problem } = refused(&file(rest)) else { panic!("{rest}") };
        assert_eq!((line, problem.path.as_str()), (at, path));
    }
}

#[test]
fn a_file_of_nothing_but_faults_is_read_once() {
    let many: Vec<String> = (0..60_000).map(|at| format!("\"n{at}\": 1")).collect();
    let wrong = refused(&file(&format!(",\n{}", many.join(",\n"))));
    let Refused::Wrong { line: 4, problem } = wrong else { panic!("{wrong}") };
    assert_eq!(problem.path, "/n0");
}
