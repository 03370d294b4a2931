//! The buyer's clause with the persons turned, as a shop says it to the buyer: `[persons]` of `packs/telling/words.toml`.

use super::{pairs, telling, words};
use crate::pack::Script;
use crate::text::packed::Packed;

/// Word lists; the names are those of the pack.
#[derive(Debug, Default)]
pub struct PersonWords {
    turned: Vec<(&'static str, &'static str)>,
    /// Letters of who speaks.
    me: &'static str,
    /// Letters of who is spoken to.
    pub you: &'static str,
    untold: &'static str,
    turned_en: Vec<(&'static str, &'static str)>,
    me_en: &'static str,
    after_me_en: Vec<(&'static str, &'static str)>,
    untold_en: Vec<&'static str>,
}

impl PersonWords {
    /// As they lie in the program.
    pub(super) fn read(from: &mut Packed) -> Self {
        Self {
            turned: pairs(from),
            me: from.text(),
            you: from.text(),
            untold: from.text(),
            turned_en: pairs(from),
            me_en: from.text(),
            after_me_en: pairs(from),
            untold_en: words(from),
        }
    }

    /// A letter with its person turned.
    #[must_use]
    pub fn turned_letter(&self, letter: char) -> char {
        let you = self.you.chars().next().filter(|_| self.me.contains(letter));
        you.unwrap_or(letter)
    }
}

/// The buyer's clause as the shop says it to the buyer, with the persons turned; `None` where that cannot be told.
#[must_use]
pub fn turned(clause: &str, script: Script) -> Option<String> {
    if script == Script::En { turned_english(clause) } else { turned_chinese(clause) }
}

fn turned_chinese(clause: &str) -> Option<String> {
    let persons = &telling().persons;
    if clause.contains(|letter| persons.untold.contains(letter)) {
        return None;
    }
    let mut text = clause.to_owned();
    for (theirs, ours) in &persons.turned {
        text = text.replace(theirs, ours);
    }
    (!text.contains(|letter| persons.me.contains(letter))).then_some(text)
}

/// Each word with its person turned: "I was", "my", "me" as the one who is spoken to.
fn turned_english(clause: &str) -> Option<String> {
    let persons = &telling().persons;
    let words: Vec<&str> = clause.split(' ').collect();
    let mut turned: Vec<String> = Vec::with_capacity(words.len());
    let mut after_me = false;
    for word in words {
        let lower = word.to_lowercase().replace('’', "'");
        if persons.untold_en.contains(&lower.as_str()) {
            return None;
        }
        let verbs = persons.after_me_en.iter().filter(|_| after_me);
        let new = persons.turned_en.iter().chain(verbs).find(|(theirs, _)| *theirs == lower);
        turned.push(new.map_or(word, |(_, ours)| ours).to_owned());
        after_me = lower == persons.me_en;
    }
    Some(turned.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_turned_or_the_clause_is_left() {
        let turn = |text: &str, script| turned(text, script);
        assert_eq!(turn("把我的衬衫染了", Script::Hans).as_deref(), Some("把您的衬衫染了"));
        assert_eq!(turn("我平时穿这个码", Script::Hans), None);
        assert_eq!(turn("你们发错了", Script::Hans), None);
        assert_eq!(turn("I was soaked in my coat", Script::En).as_deref(), Some("you were soaked in your coat"));
        assert_eq!(turn("you sent the wrong one", Script::En), None);
        assert_eq!(turn("the lid was loose", Script::En).as_deref(), Some("the lid was loose"));
        let letters: String = "我的包".chars().map(|letter| telling().persons.turned_letter(letter)).collect();
        assert_eq!(letters, "您的包");
    }
}
