//! How a shop tells a buyer's words on: the word lists of `packs/telling/words.toml`.

mod clause_words;
mod hurt;
mod instead;
mod naming;
mod shorter;
mod simile;
mod swap;

pub use clause_words::ClauseWords;
pub use hurt::{harmed, hurt_places};
pub use instead::{Instead, Ways};
pub use naming::NamingWords;
pub use shorter::{alone, shortened};
pub use simile::{begins_with_somebody, is_mere_price, is_shouted, shows_in_use, unlikened};
pub use swap::swapped;

use swap::SwapWords;

use std::sync::OnceLock;

use crate::pack::Script;
use crate::text::packed::{Packed, files};

const TELLING: &str = include_str!(concat!(env!("OUT_DIR"), "/telling.packed"));

/// Word lists; the names are those of the pack.
#[derive(Debug, Default)]
pub struct Telling {
    unfit: Vec<&'static str>,
    unfit_en: Vec<String>,
    near: Vec<&'static str>,
    turned: Vec<(&'static str, &'static str)>,
    /// Said of what was wrong from the first.
    pub fresh: Vec<&'static str>,
    /// Letters of size.
    pub measures: Vec<&'static str>,
    /// Said of what is used.
    pub used: Vec<&'static str>,
    /// Said of what is put on.
    pub worn: Vec<&'static str>,
    /// Said of more than one complaint.
    pub several: Vec<&'static str>,
    /// Ways that help with the use of sound goods only.
    pub advice: Vec<&'static str>,
    /// What a name and the word after it read as by the letters that meet.
    pub fused: Vec<&'static str>,
    /// Words that name pets.
    pub pets: Vec<&'static str>,
    /// Letters of goods that came spoilt.
    pub spoilt: Vec<&'static str>,
    /// Said of what was missing and sent after.
    pub sent: Vec<&'static str>,
    /// Said behind that where it has not come, or wrong again.
    pub not_yet: Vec<&'static str>,
    likened: Vec<&'static str>,
    likeness: Vec<&'static str>,
    unlike: Vec<&'static str>,
    paid: Vec<&'static str>,
    somebody: Vec<&'static str>,
    hurt: &'static str,
    boxes: Vec<&'static str>,
    subjects_en: Vec<String>,
    verbs_en: Vec<String>,
    /// How clauses are cut and judged.
    pub clause: ClauseWords,
    swap: SwapWords,
    /// How the name of the goods is read from a title.
    pub naming: NamingWords,
    /// Ways that do not suit some goods, the gravest first.
    pub instead: Vec<Instead>,
}

impl Telling {
    /// Does an English clause, in small letters, begin and go on as a whole sentence does?
    #[must_use]
    pub fn begins_and_goes_on(&self, lower: &str) -> bool {
        self.subjects_en.iter().any(|word| lower.starts_with(word))
            && self.verbs_en.iter().any(|verb| lower.contains(verb))
    }

    /// What an English clause, in small letters, needs before it to be a whole sentence: "it" of "burst at the seam", "the" of "buckle
    /// snapped at once".
    #[must_use]
    pub fn lacks(&self, lower: &str) -> Option<&'static str> {
        if self.clause.begins_en.iter().any(|word| lower.starts_with(word)) {
            return Some("it");
        }
        if self.clause.had_en.iter().any(|word| lower.starts_with(word)) {
            return Some("it had");
        }
        // "Buckle", or "plastic buckle".
        let second = lower.split_once(' ').map_or("", |(_, rest)| rest);
        let part = |words: &str| {
            let named = self.clause.parts_en.iter().any(|part| {
                words
                    .strip_prefix(part.as_str())
                    .is_some_and(|rest| self.verbs_en.iter().any(|verb| rest.starts_with(verb)))
            });
            named.then_some("the")
        };
        // "The pole bent" lacks nothing.
        let begun = self.subjects_en.iter().chain(&self.clause.leads).any(|word| lower.starts_with(word.as_str()));
        part(lower).or_else(|| if begun { None } else { part(second) })
    }
}

/// The lists, read once.
#[must_use]
pub fn telling() -> &'static Telling {
    static READ: OnceLock<Telling> = OnceLock::new();
    READ.get_or_init(|| {
        let Some((_, mut fields)) = files(TELLING).next() else { return Telling::default() };
        let from = &mut fields;
        Telling {
            unfit: words(from),
            unfit_en: spaced(from),
            near: words(from),
            turned: words(from).chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect(),
            fresh: words(from),
            measures: words(from),
            used: words(from),
            worn: words(from),
            several: words(from),
            advice: words(from),
            fused: words(from),
            pets: words(from),
            spoilt: words(from),
            sent: words(from),
            not_yet: words(from),
            likened: words(from),
            likeness: words(from),
            unlike: words(from),
            paid: words(from),
            somebody: words(from),
            hurt: from.text(),
            boxes: words(from),
            subjects_en: spaced(from),
            verbs_en: spaced(from),
            clause: ClauseWords::read(from),
            swap: SwapWords::read(from),
            naming: NamingWords::read(from),
            instead: from.many(Instead::read),
        }
    })
}

/// A list parted by white space.
fn words(from: &mut Packed) -> Vec<&'static str> {
    from.text().split_whitespace().collect()
}

/// The same with spaces where the pack has `_`.
fn spaced(from: &mut Packed) -> Vec<String> {
    from.text().split_whitespace().map(|word| word.replace('_', " ")).collect()
}

/// Does a text hold one of these?
#[must_use]
pub fn says(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Does the clause, in small letters, hold a word that no shop repeats?
#[must_use]
pub fn is_unfit(clause: &str) -> bool {
    let lists = telling();
    says(clause, &lists.unfit) || lists.unfit_en.iter().any(|word| clause.contains(word.as_str()))
}

/// The same of a clause that tells of a danger: how near it came may be said.
#[must_use]
pub fn is_unfit_danger(clause: &str) -> bool {
    let mut rest = clause.to_owned();
    for near in &telling().near {
        rest = rest.replace(near, "");
    }
    is_unfit(&rest)
}

/// The buyer's clause as the shop says it to the buyer, with the persons turned; `None` where that cannot be told.
#[must_use]
pub fn turned(clause: &str, script: Script) -> Option<String> {
    if script == Script::En { turned_english(clause) } else { turned_chinese(clause) }
}

fn turned_chinese(clause: &str) -> Option<String> {
    if clause.contains(['您', '你', '咱']) {
        return None;
    }
    let mut text = clause.to_owned();
    for (theirs, ours) in &telling().turned {
        text = text.replace(theirs, ours);
    }
    (!text.contains('我')).then_some(text)
}

/// Each word with its person turned: "I was", "my", "me" as the one who is spoken to.
fn turned_english(clause: &str) -> Option<String> {
    let words: Vec<&str> = clause.split(' ').collect();
    let mut turned: Vec<String> = Vec::with_capacity(words.len());
    let mut after_i = false;
    for word in words {
        let lower = word.to_lowercase().replace('’', "'");
        let new = match lower.as_str() {
            "you" | "your" | "yours" | "you're" | "we" | "us" | "our" => return None,
            "i" => "you",
            "i'm" => "you're",
            "i've" => "you've",
            "i'd" => "you'd",
            "i'll" => "you'll",
            "my" => "your",
            "mine" => "yours",
            "me" => "you",
            "myself" => "yourself",
            "was" if after_i => "were",
            "am" if after_i => "are",
            _ => word,
        };
        after_i = lower == "i";
        turned.push(new.to_owned());
    }
    Some(turned.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_lie_as_the_pack_names_them() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/telling/words.toml");
        let pack: toml::Value = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let text = |name: &str| pack["clause"][name].as_str().unwrap();
        let lists = &telling().clause;
        assert_eq!(lists.joins.len(), text("joins").split_whitespace().count());
        assert_eq!(lists.common, text("common"));
        assert_eq!(telling().subjects_en[0], "the ");
        let rows = pack["instead"].as_array().unwrap();
        for (row, read) in rows.iter().zip(&telling().instead) {
            assert_eq!(row["ways"].as_str().unwrap(), format!("{:?}", read.ways).to_lowercase());
            assert_eq!(row["words"].as_str().unwrap().split_whitespace().collect::<Vec<_>>(), read.words);
        }
        assert_eq!(rows.len(), telling().instead.len());
    }

    #[test]
    fn what_is_wrong_may_be_repeated_and_feelings_may_not() {
        for clause in ["拉链坏了", "底座有点漏水", "一擦就破", "the lid leaks"] {
            assert!(!is_unfit(clause), "{clause}");
        }
        for clause in ["烦死了", "不值这个价", "提醒大家", "必须给我退款", "還好意思賣", "what a waste of money"]
        {
            assert!(is_unfit(clause), "{clause}");
        }
    }

    #[test]
    fn persons_are_turned_or_the_clause_is_left() {
        let turn = |text: &str, script| turned(text, script);
        assert_eq!(turn("把我的衬衫染了", Script::Hans).as_deref(), Some("把您的衬衫染了"));
        assert_eq!(turn("我平时穿这个码", Script::Hans), None);
        assert_eq!(turn("你们发错了", Script::Hans), None);
        assert_eq!(turn("I was soaked in my coat", Script::En).as_deref(), Some("you were soaked in your coat"));
        assert_eq!(turn("you sent the wrong one", Script::En), None);
    }

    #[test]
    fn harm_to_other_things_is_seen_and_named() {
        for text in ["一起洗的白衬衫染花了", "把卧室地板泡起来了", "The dye bled onto my white sweater"]
        {
            assert!(!hurt_places(text).is_empty(), "{text}");
        }
        for text in ["没有沾到衣服", "颜色染得很均匀好看", "漏水了"] {
            assert!(hurt_places(text).is_empty() || harmed(text, None, None, Script::Hans).is_none(), "{text}");
        }
        assert_eq!(harmed("白衬衫染花了", Some("牛仔裤"), None, Script::Hans).as_deref(), Some("白衬衫"));
        assert_eq!(harmed("soaked my laptop bag", None, None, Script::En).as_deref(), Some("laptop bag"));
        assert_eq!(harmed("soaked my laptop and bag", None, None, Script::En).as_deref(), Some("laptop"));
        assert_eq!(harmed("牛仔裤染到手", Some("牛仔裤"), None, Script::Hans), None);
    }
}
