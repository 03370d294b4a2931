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

#[test]
fn two_letters_lead_where_each_of_them_leads() {
    let mut planting = Planting::default();
    let letters: Vec<char> = ('一'..).take(400).collect();
    // Enough pairs for some to fall on one bit.
    let begins = |first: usize, second: usize| (first * 7 + second * 3).is_multiple_of(5);
    for (first, one) in letters.iter().enumerate() {
        let seconds = letters.iter().enumerate().filter(|(second, _)| begins(first, *second)).take(60);
        for (_, other) in seconds {
            planting.insert([*one, *other, '尾'].into_iter());
        }
    }
    let (trie, _) = planting.finish();
    let mut found = 0;
    for one in letters.iter().chain(&['无']) {
        let root = trie.enter(trie.letter(*one));
        for other in letters.iter().chain(&['尾', '无']) {
            let (second, stepped) = (trie.step_second(root, trie.letter(*other)), trie.step(root, trie.letter(*other)));
            assert_eq!(format!("{second:?}"), format!("{stepped:?}"), "{one}{other}");
            found += usize::from(second.is_some());
        }
    }
    assert_eq!(found, 400 * 60);
}

#[test]
fn a_tag_lies_beside_its_word_and_nowhere_else() {
    let mut planting = Planting::default();
    for word in ["小", "太小了"] {
        planting.insert(word.chars());
    }
    let (mut trie, order) = planting.finish();
    trie.tag(|word| 7 + order[usize::from(word)] as u16);
    let letter = |letter: char| trie.letter(letter);
    let (small, too) = (trie.enter(letter('小')), trie.enter(letter('太')));
    let too_small = trie.step(trie.step(too, letter('小')).unwrap(), letter('了')).unwrap();
    assert_eq!((small.tag(), too.tag(), too_small.tag()), (7, 0, 8));
}
