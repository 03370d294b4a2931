use super::*;

/// All sequences of a pattern as they read: gap, then the word or the class in braces.
fn read(pattern: &str) -> Result<Vec<String>, BadPattern> {
    let mut all = Vec::new();
    parse(pattern, |sequence| {
        let piece = |(gap, piece): &(u8, Piece<'_>)| match piece {
            Piece::Word(word) => format!("{gap}{}", letters(word).collect::<String>()),
            Piece::Class(name) => format!("{gap}{{{name}}}"),
        };
        all.push(sequence.iter().map(piece).collect::<Vec<_>>().join(" "));
    })?;
    Ok(all)
}

#[test]
fn reads_words_classes_and_gaps() {
    assert_eq!(read("太小").unwrap(), ["0太小"]);
    assert_eq!(read("{part}..{breaks}了").unwrap(), ["0{part} 4{breaks} 0了"]);
    assert_eq!(read("质量...差").unwrap(), ["0质量 8差"]);
    assert_eq!(read("too_{bad_smell}_big").unwrap(), ["0too  0{bad_smell} 0 big"]);
    assert_eq!(read("doesn't_fit").unwrap(), ["0doesnt fit"]);
    assert_eq!(read("标着,实际").unwrap(), [format!("0标着 {}实际", OVER_COMMA | 16)]);
}

#[test]
fn writes_alternatives_out() {
    let all = read("(太|偏|)小(了|)").unwrap();
    assert_eq!(all, ["0太小了", "0太小", "0偏小了", "0偏小", "0小了", "0小"]);
}

#[test]
fn names_what_is_wrong() {
    for bad in [
        "",
        ",小",
        "小,",
        "标,,小",
        "标..,小",
        "..小",
        "小..",
        "(小",
        "小)",
        "小)(大)",
        "{小",
        "小}",
        "小|大",
        "((小))",
    ] {
        assert!(read(bad).is_err(), "{bad}");
    }
}
