use super::*;

fn found(trie: &Trie, word: &str) -> Option<u16> {
    let mut letters = word.chars().map(|letter| trie.letter(letter));
    let node = trie.enter(letters.next()?);
    letters.try_fold(node, |node, letter| trie.step(node, letter))?.word()
}

#[test]
fn finds_what_was_put_in() {
    let mut planting = Planting::default();
    let words: Vec<String> = (0..20_000).map(|number| format!("词{number}😀{}", number % 7)).collect();
    for (number, word) in (0..).zip(&words) {
        assert_eq!(planting.insert(word.chars()), Some(number));
    }
    assert_eq!(planting.insert("词7😀0".chars()), Some(7));
    let (trie, order) = planting.finish();
    for (number, word) in (0..).zip(&words) {
        assert_eq!(order[usize::from(found(&trie, word).unwrap())], number);
    }
    assert_eq!((found(&trie, "无"), found(&trie, "词"), found(&trie, "词7😀00")), (None, None, None));
    assert!(trie.may_begin(trie.letter('词'), trie.letter('7')));
    assert!(!trie.may_begin(trie.letter('7'), trie.letter('词')));
}

#[test]
fn what_is_no_prefix_and_what_is() {
    let mut planting = Planting::default();
    for word in ["小", "小了", "太小", "太小了"] {
        planting.insert(word.chars());
    }
    let (trie, order) = planting.finish();
    let number = |word| found(&trie, word).map(|place| order[usize::from(place)]);
    assert_eq!(["小", "小了", "太", "太小", "太小了"].map(number), [Some(0), Some(1), None, Some(2), Some(3)]);
    assert!(Planting::default().finish().1.is_empty());
}
