//! What the goods are called, in the few letters a reply needs.

mod title;

pub use title::name;

use std::sync::OnceLock;

use title::{by_part, ends_in};

use super::telling::telling;
use crate::pack::Script;
use crate::text::normal;
use crate::text::packed::files;
use crate::text::trie::{Node, Planting, Trie};

const GOODS: &str = include_str!(concat!(env!("OUT_DIR"), "/goods.packed"));

struct Nouns {
    trie: Trie,
    /// By number in the trie: the place in both lists, one after the other.
    order: Vec<u32>,
    /// Hans, then hant, word by word; then English.
    hans: Vec<&'static str>,
    hant: Vec<&'static str>,
    en: Vec<String>,
    /// Where the nouns of each file end in both lists, with its name: the kind.
    kinds: Vec<(usize, usize, &'static str)>,
}

fn nouns() -> &'static Nouns {
    static READ: OnceLock<Nouns> = OnceLock::new();
    READ.get_or_init(|| {
        let (mut hans, mut hant, mut en, mut kinds) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (kind, mut fields) in files(GOODS) {
            hans.extend(fields.text().split_whitespace());
            hant.extend(fields.text().split_whitespace());
            en.extend(fields.text().split_whitespace().map(|word| word.replace('_', " ")));
            kinds.push((hans.len(), en.len(), kind));
        }
        let mut planting = Planting::default();
        // By number of the word: its noun. A noun that stands twice keeps its first place; a test names it.
        let mut noun_of: Vec<u32> = Vec::new();
        let mut add = |noun: u32, word: &str, noun_of: &mut Vec<u32>| {
            // A noun that finds no room is not found in titles.
            if planting.insert(word.chars()).is_some_and(|number| number as usize == noun_of.len()) {
                noun_of.push(noun);
            }
        };
        for (noun, word) in (0..).zip(hans.iter().copied().chain(en.iter().map(String::as_str))) {
            add(noun, &word.to_lowercase(), &mut noun_of);
        }
        // "行動電源" is no "充电宝" letter by letter: such names are read as well.
        let mut known: std::collections::BTreeSet<String> = hans.iter().map(|word| word.to_lowercase()).collect();
        for (noun, word) in (0..).zip(&hant) {
            let plain: String = normal::normalise(word).chars.into_iter().collect();
            if known.insert(plain.clone()) {
                add(noun, &plain, &mut noun_of);
            }
        }
        let (trie, mut order) = planting.finish();
        for number in &mut order {
            *number = noun_of.get(*number as usize).copied().unwrap_or_default();
        }
        Nouns { trie, order, hans, hant, en, kinds }
    })
}

/// The numbers of the nouns in a text, the longest at each place.
fn found(text: &str) -> Vec<u32> {
    placed(text).into_iter().map(|(noun, _)| noun).collect()
}

/// The same with the letter that follows each.
fn placed(text: &str) -> Vec<(u32, Option<char>)> {
    let nouns = nouns();
    let normal = normal::normalise(text);
    let latin = |place: usize| normal.chars.get(place).is_some_and(|letter| normal::is_latin(*letter));
    let parted = |place: usize| normal.parted.get(place).is_none_or(|parted| *parted != normal::part::NONE);
    let mut found = Vec::new();
    let mut from = 0_usize;
    while from < normal.chars.len() {
        let (mut end, mut best) = (from, None);
        let mut node: Option<Node> = None;
        while let Some(letter) = normal.chars.get(end) {
            let letter = nouns.trie.letter(*letter);
            node = match node {
                None => Some(nouns.trie.enter(letter)),
                Some(node) => nouns.trie.step(node, letter),
            };
            let Some(here) = node else { break };
            end = end.saturating_add(1);
            let begins = parted(from) || !latin(from.saturating_sub(1)) || !latin(from);
            let ends = parted(end) || !latin(end.saturating_sub(1)) || !latin(end);
            let number = here.word().and_then(|word| nouns.order.get(usize::from(word)));
            if let Some(number) = number.filter(|_| begins && ends) {
                best = Some((*number, end));
            }
            if !here.goes_on() {
                break;
            }
        }
        // "儿童书包" is no book: of two that overlap the later one is meant, as Chinese names the thing last.
        let later = best.is_some_and(|(_, end)| {
            let length = end.saturating_sub(from);
            (from.saturating_add(1)..end).any(|start| {
                longest(&normal.chars, start).is_some_and(|later| later > end && later.saturating_sub(start) >= length)
            })
        });
        match best.filter(|_| !later) {
            Some((word, end)) => {
                found.push((word, normal.chars.get(end).copied()));
                from = end;
            }
            None => from = from.saturating_add(1),
        }
    }
    found
}

/// Where the longest noun ends that begins here.
fn longest(letters: &[char], from: usize) -> Option<usize> {
    let nouns = nouns();
    let mut node: Option<Node> = None;
    let mut best = None;
    for (place, letter) in letters.iter().enumerate().skip(from) {
        let letter = nouns.trie.letter(*letter);
        let here = match node {
            None => Some(nouns.trie.enter(letter)),
            Some(node) => nouns.trie.step(node, letter),
        }?;
        if here.word().is_some() {
            best = Some(place.saturating_add(1));
        }
        if !here.goes_on() {
            break;
        }
        node = Some(here);
    }
    best
}

/// What kind of goods: the last noun of the title that tells one, else the review's; `None` where nothing does.
///
/// Chinese names the thing last ("苹果数据线"), and a noun before a tool's or a vessel's letter only tells what that is for ("水果刀").
#[must_use]
pub fn kind(title: Option<&str>, review: &str) -> Option<&'static str> {
    let head: String = review.chars().take(600).collect();
    let of = |text: &str| {
        let placed = placed(text);
        // "适用苹果15手机壳" is no fruit: a shell or a stand is what it says last.
        let of_one = |(noun, next): (u32, Option<char>)| match next {
            Some(next) if telling().naming.tools.contains(next) => Some("other"),
            _ => kind_of(noun),
        };
        if let Some((noun, _)) = placed.last()
            && ends_in(*noun, telling().naming.shells)
        {
            return kind_of(*noun);
        }
        // "鲜花饼" are no flowers: what is eaten is made of many things.
        let eaten = telling().naming.kinds.iter().find(|(kind, _)| *kind == "food");
        let last = placed.last().and_then(|(_, next)| *next);
        if let Some((food, _)) = eaten.filter(|(_, letters)| last.is_some_and(|last| letters.contains(last))) {
            return Some(*food);
        }
        let kinds: Vec<&str> = placed.into_iter().filter_map(of_one).collect();
        kinds.iter().rev().find(|kind| **kind != "other").or_else(|| kinds.last()).copied()
    };
    title
        .and_then(|title| of(title).or_else(|| by_letter(title)))
        .or_else(|| if title.is_none() { of(&head) } else { None })
}

/// The kind of goods that no noun is known of, by how their name ends.
fn by_letter(title: &str) -> Option<&'static str> {
    let name = by_part(title, Script::Hans).or_else(|| by_part(title, Script::Hant))?;
    let last = name.chars().last()?;
    let kinds = &telling().naming.kinds;
    kinds.iter().find(|(_, letters)| letters.contains(last)).map(|(kind, _)| *kind)
}

fn kind_of(number: u32) -> Option<&'static str> {
    let nouns = nouns();
    let number = number as usize;
    let within = |(hans, en, _): &&(usize, usize, &'static str)| match number.checked_sub(nouns.hans.len()) {
        Some(number) => number < *en,
        None => number < *hans,
    };
    nouns.kinds.iter().find(within).map(|(_, _, kind)| *kind)
}

/// Does a text name these goods?
#[must_use]
pub fn names(text: &str, title: &str) -> bool {
    let here = found(text);
    found(title).iter().any(|noun| here.contains(noun))
}

/// Does a text name goods that neither title nor review speak of?
#[must_use]
pub fn names_another(text: &str, title: &str, review: &str) -> bool {
    let mut known = found(title);
    known.extend(found(&review.chars().take(600).collect::<String>()));
    found(text).iter().any(|noun| !known.contains(noun))
}

/// The names of goods in a text, in a script, as they stand.
#[must_use]
pub fn nouns_of(text: &str, script: Script) -> Vec<String> {
    found(text).into_iter().filter_map(|noun| spelled(noun, script)).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noun_of_the_title_that_the_review_speaks_of() {
        let name = |title: &str, review: &str, script| name(Some(title), review, script);
        assert_eq!(name("2026秋冬新款加绒直筒牛仔裤女高腰显瘦", "腰太紧", Script::Hans).as_deref(), Some("牛仔裤"));
        assert_eq!(name("电脑显示器支架", "撑不住屏", Script::Hans).as_deref(), Some("支架"));
        assert_eq!(name("纯棉四件套床单被套", "床单起球", Script::Hans).as_deref(), Some("床单"));
        assert_eq!(name("适用iPhone硅胶手机壳", "发黄", Script::Hans).as_deref(), Some("手机壳"));
        assert_eq!(name("Women's High Waist Jeans, Blue", "too tight", Script::En).as_deref(), Some("jeans"));
        assert_eq!(name("Rice Cooker 6 Cup Digital", "it boils over", Script::En).as_deref(), Some("rice cooker"));
        assert_eq!(name("32 Inch Monitor Stand", "wobbles", Script::En).as_deref(), Some("monitor"));
        assert_eq!(name("遮阳帽女", "掉色", Script::Hans).as_deref(), Some("遮阳帽"));
        assert_eq!(name("不锈钢保温杯", "不保温", Script::Hant).as_deref(), Some("保溫杯"));
    }

    #[test]
    fn nothing_is_made_up() {
        assert_eq!(name(Some("X-9000 PRO MAX"), "坏了", Script::Hans), None);
        assert_eq!(name(None, "坏了", Script::Hans), None);
        assert_eq!(name(None, "这双鞋子挤脚", Script::Hans).as_deref(), Some("鞋子"));
        assert_eq!(name(Some("竹蜻蜓"), "飞不起来", Script::Hans).as_deref(), Some("竹蜻蜓"));
        assert_eq!(name(Some("二手苹果手机 iPhone 12"), "坏了", Script::Hans).as_deref(), Some("手机"));
        assert_eq!(name(Some("洛川苹果10斤装"), "坏了", Script::Hans).as_deref(), Some("苹果"));
        assert_eq!(name(Some("洗衣机罩防水防晒"), "短", Script::Hans).as_deref(), Some("洗衣机罩"));
        assert_eq!(name(Some("补水面膜套装女"), "短", Script::Hans).as_deref(), Some("面膜"));
        // What stands in a title beside mere words of titles is its name, and those words are none.
        assert_eq!(name(Some("古法编绳 全套21根装"), "断了", Script::Hans).as_deref(), Some("古法编绳"));
        assert_eq!(name(Some("新款 全套 X200"), "断了", Script::Hans), None);
    }

    #[test]
    fn the_kind_is_that_of_the_thing_itself() {
        for (title, expected) in [
            ("云南蒙自石榴5斤装", Some("food")),
            ("大闸蟹礼盒", Some("food")),
            ("水果刀", Some("other")),
            ("苹果数据线", Some("device")),
            ("直筒牛仔裤女", Some("wear")),
            ("X-9000 PRO", None),
            ("云山黄金柑10斤", Some("food")),
            ("竹蜻蜓", None),
            ("鲜花饼 20枚", Some("food")),
            ("鲜花 20枝", Some("other")),
        ] {
            assert_eq!(kind(Some(title), ""), expected, "{title}");
        }
        assert_eq!(kind(None, "石榴烂了"), Some("food"));
    }

    #[test]
    fn no_noun_stands_twice() {
        let nouns = nouns();
        let mut seen = std::collections::BTreeSet::new();
        let twice: Vec<&&str> = nouns.hans.iter().filter(|noun| !seen.insert(**noun)).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn both_lists_of_the_pack_stand_word_by_word() {
        assert_eq!(nouns().hans.len(), nouns().hant.len());
        assert!(nouns().order.len() >= nouns().hans.len() + nouns().en.len(), "a noun stands twice or found no room");
        assert_eq!(name(Some("行動電源 20000"), "充不進電", Script::Hant).as_deref(), Some("行動電源"));
        assert_eq!(kind(Some("行動電源 20000"), ""), Some("device"));
    }
}
