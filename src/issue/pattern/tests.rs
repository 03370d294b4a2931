use super::*;

/// All sequences of a pattern as they read: gap, then the words or the class in braces.
fn read(pattern: &str) -> Result<Vec<String>, BadPattern> {
    let mut all = Vec::new();
    parse(pattern, |sequence| {
        let piece = |(gap, piece): &(u8, Piece<'_>)| match piece {
            Piece::Words(piece) | Piece::Part(piece) => format!("{gap}{}", words_of(piece).join("/")),
            Piece::Class(name) => format!("{gap}{{{name}}}"),
        };
        all.push(sequence.iter().map(piece).collect::<Vec<_>>().join(" "));
    })?;
    Ok(all)
}

/// The words of a piece in normal form.
fn words_of(piece: &str) -> Vec<String> {
    // A way is the place of what is written so far.
    let mut written = vec![String::new()];
    let mut all = Vec::new();
    spell(piece, 0, &mut |way: usize, letter| {
        let Some(letter) = letter else {
            all.push(written[way].clone());
            return None;
        };
        let next = written.len();
        written.push(format!("{}{letter}", written[way]));
        Some(next)
    });
    all
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
fn alternatives_that_are_words_stay_in_one_piece() {
    assert_eq!(read("(太|偏|)小(了|)").unwrap(), ["0太小了/太小/偏小了/偏小/小了/小"]);
    assert_eq!(read("(袖|领)..(掉|开)线").unwrap(), ["0袖/领 4掉线/开线"]);
    assert_eq!(read("{part}(了|的)").unwrap(), ["0{part} 0了/的"]);
}

#[test]
fn alternatives_with_classes_or_gaps_are_written_out() {
    assert_eq!(read("({part}|扣)断").unwrap(), ["0{part} 0断", "0扣断"]);
    assert_eq!(read("掉(..|)(色|线)").unwrap(), ["0掉 4色/线", "0掉色/掉线"]);
    assert_eq!(read("({a}|b)(c|{d})").unwrap(), ["0{a} 0c", "0{a} 0{d}", "0bc", "0b 0{d}"]);
}

#[test]
fn what_may_leave_nothing_of_a_piece_is_written_out() {
    assert_eq!(read("{part}(都|){breaks}").unwrap(), ["0{part} 0都 0{breaks}", "0{part} 0{breaks}"]);
    assert_eq!(read("(很|)(太|){big}").unwrap(), ["0很太/很 0{big}", "0太 0{big}", "0{big}"]);
    assert_eq!(read("{part}..(都|)").map_err(|error| error.fault), Err("a pattern cannot end with a gap"));
    assert_eq!(read("(小|)").map_err(|error| error.fault), Err("a pattern must not be empty"));
}

#[test]
fn a_piece_of_very_many_words_is_cut_where_the_fewest_are_left() {
    let pieces = |pattern: &str| {
        let mut pieces = Vec::new();
        parse(pattern, |sequence| pieces.extend(sequence.iter().map(|(gap, piece)| format!("{gap}{piece:?}"))))
            .unwrap();
        pieces
    };
    let ten = "(一|二|三|四|五|六|七|八|九|十)";
    assert_eq!(pieces(&format!("第{ten}{ten}天")), [format!("0Words(\"第{ten}{ten}天\")")]);
    let pair = format!("{ten}{ten}");
    assert_eq!(pieces(&format!("{pair}{pair}")), [format!("0Part({pair:?})"), format!("0Part({pair:?})")]);
    // Neither part may be nothing: what may be left out stays with what may not.
    let may = "(一|二|三|四|五|六|七|八|九|)";
    assert_eq!(pieces(&format!("坏{may}{may}{may}")), [format!("0Words(\"坏{may}{may}{may}\")")]);
    assert_eq!(
        pieces(&format!("坏..{ten}{may}{may}")),
        ["0Words(\"坏\")".to_owned(), format!("4Words(\"{ten}{may}{may}\")")]
    );
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
