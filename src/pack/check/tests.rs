use super::*;

#[test]
fn dates() {
    for good in ["2022", "2025-03", "2022-08-10", "unknown"] {
        assert!(is_date(good), "{good}");
    }
    for bad in ["", "22", "2025-3", "2025-03-01-01", "yesterday", "2025/03"] {
        assert!(!is_date(bad), "{bad}");
    }
}

#[test]
fn order_doubles_and_references_are_found() {
    let all: serde_json::Value = serde_json::from_str(crate::pack::PLATFORMS_JSON).unwrap();
    let mut pack = crate::pack::load::platform("f", &all["taobao"], &mut Vec::new()).unwrap();
    assert_eq!(platform(&pack), []);
    pack.reasons.swap(0, 1);
    let doubled = pack.reasons[2].spellings[0].clone();
    pack.reasons[3].spellings = vec![doubled];
    pack.reasons[4].by_category.insert("moon_rock".to_owned(), crate::pack::Answer::Yes);
    pack.basis.evidence.since = "soon".into();
    let faults: Vec<String> = platform(&pack).into_iter().map(|(key, what)| format!("{key}: {what}")).collect();
    for part in ["sorted by id", "stands twice", "no category moon_rock", "basis: since"] {
        assert!(faults.iter().any(|fault| fault.contains(part)), "{part} in {faults:?}");
    }
}
