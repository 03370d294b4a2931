//! What the goods are called, in the few letters a reply needs.

use std::sync::OnceLock;

use crate::pack::Script;
use crate::text::normal;
use crate::text::packed::files;
use crate::text::trie::Trie;

const GOODS: &str = include_str!(concat!(env!("OUT_DIR"), "/goods.packed"));

/// The longest name a reply takes, in characters.
const LONGEST: usize = 12;

struct Nouns {
    trie: Trie,
    /// Hans, then hant, word by word; then English.
    hans: Vec<&'static str>,
    hant: Vec<&'static str>,
    en: Vec<String>,
}

fn nouns() -> &'static Nouns {
    static READ: OnceLock<Nouns> = OnceLock::new();
    READ.get_or_init(|| {
        let mut nouns = Nouns { trie: Trie::default(), hans: Vec::new(), hant: Vec::new(), en: Vec::new() };
        for (_, mut fields) in files(GOODS) {
            nouns.hans.extend(fields.text().split_whitespace());
            nouns.hant.extend(fields.text().split_whitespace());
            nouns.en.extend(fields.text().split_whitespace().map(|word| word.replace('_', " ")));
        }
        let mut number = 0_u32;
        for word in nouns.hans.iter().copied().chain(nouns.en.iter().map(String::as_str)) {
            nouns.trie.insert(word.to_lowercase().chars(), number);
            number = number.saturating_add(1);
        }
        nouns
    })
}

/// The numbers of the nouns in a text, the longest at each place.
fn found(text: &str) -> Vec<u32> {
    let nouns = nouns();
    let normal = normal::normalise(text);
    let latin = |place: usize| normal.chars.get(place).is_some_and(|letter| normal::is_latin(*letter));
    let mut found = Vec::new();
    let mut from = 0_usize;
    while from < normal.chars.len() {
        let (mut node, mut end, mut best) = (nouns.trie.root(), from, None);
        while let Some(letter) = normal.chars.get(end) {
            node = nouns.trie.step(node, *letter);
            if node == 0 {
                break;
            }
            end = end.saturating_add(1);
            let begins = from == 0 || !latin(from.saturating_sub(1)) || !latin(from);
            let ends = !latin(end.saturating_sub(1)) || !latin(end);
            if let Some(word) = nouns.trie.word_at(node).filter(|_| begins && ends) {
                best = Some((word, end));
            }
        }
        match best {
            Some((word, end)) => {
                found.push(word);
                from = end;
            }
            None => from = from.saturating_add(1),
        }
    }
    found
}

/// A short name for the goods: a noun of the title that the review also uses, else the title's longest, else the review's first, else a
/// short title as it is. `None` when nothing fits the script.
#[must_use]
pub fn name(title: Option<&str>, review: &str, script: Script) -> Option<String> {
    let title = title.map(str::trim).filter(|title| !title.is_empty());
    let head: String = review.chars().take(600).collect();
    let in_review = found(&head);
    if let Some(title) = title {
        let in_title = found(title);
        let shared = in_title.iter().find(|noun| in_review.contains(noun));
        let longest = || in_title.iter().rev().max_by_key(|noun| spelled(**noun, script).map_or(0, |word| word.chars().count()));
        if let Some(word) = shared.or_else(longest).and_then(|noun| spelled(*noun, script)) {
            return Some(word);
        }
        return as_it_is(title, script);
    }
    in_review.first().and_then(|noun| spelled(*noun, script))
}

/// Does a text name these goods?
#[must_use]
pub fn names(text: &str, title: &str) -> bool {
    let here = found(text);
    found(title).iter().any(|noun| here.contains(noun))
}

/// A noun in a script; none where the packs have it in the other language only.
fn spelled(number: u32, script: Script) -> Option<String> {
    let nouns = nouns();
    let number = number as usize;
    let word = match script {
        Script::Hans => nouns.hans.get(number).copied(),
        Script::Hant => nouns.hant.get(number).copied(),
        Script::En => nouns.en.get(number.checked_sub(nouns.hans.len())?).map(String::as_str),
    };
    word.map(str::to_owned)
}

/// A title short enough to stand in a sentence.
fn as_it_is(title: &str, script: Script) -> Option<String> {
    let han = title.chars().all(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}'));
    let latin = title.chars().all(|letter| letter.is_ascii_alphabetic() || letter == ' ' || letter == '-');
    let length = title.chars().count();
    match script {
        Script::En => (latin && length <= 24).then(|| title.to_lowercase()),
        Script::Hans | Script::Hant => (han && (2..=LONGEST.min(8)).contains(&length)).then(|| title.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noun_of_the_title_that_the_review_speaks_of() {
        let name = |title: &str, review: &str, script| name(Some(title), review, script);
        assert_eq!(name("2026秋冬新款加绒直筒牛仔裤女高腰显瘦", "腰太紧", Script::Hans).as_deref(), Some("牛仔裤"));
        assert_eq!(name("纯棉四件套床单被套", "床单起球", Script::Hans).as_deref(), Some("床单"));
        assert_eq!(name("适用iPhone硅胶手机壳", "发黄", Script::Hans).as_deref(), Some("手机壳"));
        assert_eq!(name("Women's High Waist Jeans, Blue", "too tight", Script::En).as_deref(), Some("jeans"));
        assert_eq!(name("不锈钢保温杯", "不保温", Script::Hant).as_deref(), Some("保溫杯"));
    }

    #[test]
    fn nothing_is_made_up() {
        assert_eq!(name(Some("X-9000 PRO MAX"), "坏了", Script::Hans), None);
        assert_eq!(name(None, "坏了", Script::Hans), None);
        assert_eq!(name(None, "这双鞋子挤脚", Script::Hans).as_deref(), Some("鞋子"));
        assert_eq!(name(Some("竹蜻蜓"), "飞不起来", Script::Hans).as_deref(), Some("竹蜻蜓"));
    }

    #[test]
    fn both_lists_of_the_pack_stand_word_by_word() {
        assert_eq!(nouns().hans.len(), nouns().hant.len());
    }
}
