//! A broken pack is told with its line and its key, and what is wrong with it: the build's own measure, on packs broken by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    missing_docs,
    dead_code,
    reason = "a tool or test outside the product may stop and print"
)]

#[path = "../build/lines.rs"]
mod lines;
#[path = "../build/packed.rs"]
mod packed;
#[path = "../build/shapes.rs"]
mod shapes;

use packed::Shape;

/// The fault of a pack as the build tells it, after the file's name; `None` when it is sound.
fn fault(shape: &Shape, text: &str) -> Option<String> {
    let value: toml::Value = toml::from_str(text).unwrap();
    let fault = packed::write(&mut String::new(), shape, Some(&value), "").err()?;
    let line = lines::line_of(text, &fault.key).map_or(0, |line| line);
    Some(format!("{line}: {}: {}", fault.key, fault.what))
}

/// A shipped pack with one line changed: its text and that line's number.
fn broken(path: &str, from: &str, to: &str) -> (String, usize) {
    let text = std::fs::read_to_string(path).unwrap();
    let at = text.find(from).unwrap_or_else(|| panic!("{path} has no {from:?}"));
    (text.replacen(from, to, 1), text[..at].matches('\n').count() + 1)
}

#[test]
fn a_wrong_value_a_missing_one_and_an_unknown_key_are_told_with_their_line() {
    for (from, to, key, what) in [
        ("kind = \"first\"", "kind = \"last\"", "basis.kind", "expected one of first, final, unknown, found \"last\""),
        ("may_ask = true", "may_ask = \"yes\"", "about.may_ask", "expected true or false, found \"yes\""),
        ("counts = \"no\"", "counts = \"maybe\"", "counts", "expected one of yes, no, unknown, found \"maybe\""),
        ("zone_minutes = 480", "zone_minutes = 8.0", "about.zone_minutes", "expected a whole number, found 8.0"),
        ("may_ask = true", "may_aks = true", "about.may_aks", "unknown key (expected name, metric,"),
    ] {
        let (text, line) = broken("packs/platforms/taobao.toml", from, to);
        let told = fault(&shapes::PLATFORM, &text).unwrap();
        assert!(told.starts_with(&format!("{line}: ")) && told.contains(key) && told.contains(what), "{line}: {told}");
    }
    // What is missing is told where the table begins that should hold it.
    let (text, line) = broken("packs/platforms/taobao.toml", "id = \"refused_damaged\"", "");
    let told = fault(&shapes::PLATFORM, &text).unwrap();
    assert!(told.contains(".id: expected a text, found nothing"), "{told}");
    assert!(told.starts_with(&format!("{}: ", line - 1)), "{line}: {told}");
}

#[test]
fn cues_are_told_with_their_line() {
    for (from, to, key, what) in [
        ("weight = 0.72", "weight = 7.2", "cue[0].weight", "expected hundredths from 0 to 1, found 7.2"),
        ("quality = \"no\"", "quality = \"never\"", "cue[0].quality", "expected one of yes, no, unknown"),
        ("weight = 0.72", "wieght = 0.72", "cue[0].wieght", "unknown key"),
    ] {
        let (text, line) = broken("packs/issues/not_as_described.toml", from, to);
        let text = text.replace("fires = ", "# ").replace("spares = ", "# ");
        let told = fault(&shapes::ISSUES, &text).unwrap();
        assert!(told.starts_with(&format!("{line}: {key}: ")) && told.contains(what), "{line}: {told}");
    }
}

#[test]
fn sound_packs_have_no_fault_and_lines_are_found_by_number_and_by_id() {
    let text = std::fs::read_to_string("packs/platforms/taobao.toml").unwrap();
    assert_eq!(fault(&shapes::PLATFORM, &text), None);
    let toml = "a = 1\n\n[[reasons]]\nid = \"x\"\n\n[[reasons]]\nid = \"y\"\ncounts = \"no\"\n\n[classes.quality]\ncounts = \"yes\"\n";
    for (key, line) in [
        ("a", Some(1)),
        ("reasons[1].counts", Some(8)),
        ("reasons[0].counts", Some(3)),
        ("reasons (y)", Some(6)),
        ("reasons[1] (y)", Some(6)),
        ("classes.quality.counts", Some(11)),
        ("nothing", None),
    ] {
        assert_eq!(lines::line_of(toml, key), line, "{key}");
    }
    assert_eq!(lines::line_of("a = ", "a"), None);
}
