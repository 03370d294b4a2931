use super::*;
use serde_json::json;

fn refused(file: &str) -> Refused {
    let refused = read(file).unwrap_err();
    for locale in Locale::ALL {
        let said = refused.text(locale);
        assert!(refused.line().is_none_or(|line| said.contains(&line.to_string())), "{said}");
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
    for other in ["[]", "7", "{}", "{\"name\": \"x\"}", "{\"schema\": 1}", "{\"manifest_version\": 3}"] {
        assert_eq!(refused(other), Refused::Foreign, "{other}");
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
    assert!(matches!(refused(&"[".repeat(100_000)), Refused::NotJson { .. }));
}
