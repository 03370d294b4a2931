use super::*;

fn word(text: &str) -> Piece {
    Piece::Word(text.to_owned())
}

#[test]
fn reads_words_classes_and_gaps() {
    assert_eq!(parse("太小").unwrap(), [vec![(0, word("太小"))]]);
    assert_eq!(
        parse("{part}..{breaks}了").unwrap(),
        [vec![(0, Piece::Class("part".into())), (4, Piece::Class("breaks".into())), (0, word("了"))]]
    );
    assert_eq!(parse("质量...差").unwrap(), [vec![(0, word("质量")), (8, word("差"))]]);
    assert_eq!(parse("too_big").unwrap(), [vec![(0, word("too big"))]]);
    assert_eq!(parse("标着,实际").unwrap(), [vec![(0, word("标着")), (OVER_COMMA | 16, word("实际"))]]);
}

#[test]
fn writes_alternatives_out() {
    let all: Vec<_> = parse("(太|偏|)小(了|)").unwrap().into_iter().flatten().map(|(_, piece)| piece).collect();
    assert_eq!(all, ["太小了", "太小", "偏小了", "偏小", "小了", "小"].map(word));
}

#[test]
fn names_what_is_wrong() {
    for bad in ["", ",小", "小,", "标,,小", "标..,小", "..小", "小..", "(小", "小)", "{小", "小}", "((小))"]
    {
        assert!(parse(bad).is_err(), "{bad}");
    }
}
