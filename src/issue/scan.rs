//! From a text in normal form to words; from words to hits of cues leads [`hits`].

mod hits;

use super::lexicon::Lexicon;
use super::tables::flag;
use crate::text::normal::{Normal, is_latin, part};
pub use hits::{Classes, Hit, hits};

/// A word of the lexicon in the text. Places count characters of the normal form.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// First character.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Number of the clause.
    pub clause: u32,
    /// Number of the word.
    pub word: u16,
    /// Classes the code knows.
    pub flags: u16,
    /// No longer word begins here.
    pub longest: bool,
    /// Where the longest word that begins here ends.
    pub reach: u32,
}

/// Finds the words of a text, by place; `letters` is room for the letters' numbers. Answers which flags there are at all: most texts have
/// few, and what has none need not be looked for.
pub fn tokens(lexicon: &Lexicon, text: &Normal, letters: &mut Vec<u16>, found: &mut Vec<Token>) -> u16 {
    found.clear();
    letters.clear();
    letters.extend(text.chars.iter().map(|letter| lexicon.trie.letter(*letter)));
    let mut clause = 0_u32;
    let mut all_flags = 0_u16;
    let mut hidden_to = 0_u32; // end of the last guard word
    for (start, (first, parted)) in letters.iter().zip(&text.parted).enumerate() {
        if *parted >= part::COMMA {
            clause = clause.saturating_add(1);
        }
        let mut node = lexicon.trie.enter(*first);
        let begin = found.len();
        let mut end = start.saturating_add(1);
        let mut guard: Option<Token> = None;
        loop {
            if let Some(word) = node.word()
                && end as u32 > hidden_to
                && !is_cut_out(text, start, end)
            {
                let (from, to, flags) = (start as u32, end as u32, node.tag());
                let token = Token { start: from, end: to, word, clause, flags, longest: false, reach: to };
                all_flags |= flags;
                if flags & flag::GUARDS != 0 {
                    guard = Some(token);
                }
                found.push(token);
            }
            if !node.goes_on() {
                break;
            }
            let (Some(letter), Some(parted)) = (letters.get(end), text.parted.get(end)) else {
                break;
            };
            if *parted >= part::COMMA {
                break;
            }
            let is_second = end == start.saturating_add(1);
            let next =
                if is_second { lexicon.trie.step_second(node, *letter) } else { lexicon.trie.step(node, *letter) };
            let Some(next) = next else {
                break;
            };
            node = next;
            end = end.saturating_add(1);
        }
        let Some(last) = found.get_mut(begin..).and_then(<[Token]>::last_mut) else {
            continue;
        };
        last.longest = true;
        let reach = last.end;
        for shorter in found.get_mut(begin..).into_iter().flatten() {
            shorter.reach = reach;
        }
        if let Some(guard) = guard {
            hidden_to = guard.end;
            let mut place = 0_usize;
            found.retain(|token| {
                place = place.saturating_add(1);
                place <= begin || token.end >= guard.end
            });
            drop_cut_words(found, &guard);
        }
    }
    drop_word_ends(found);
    all_flags
}

/// "个小" before the guard "小时" is cut out of it: no word.
fn drop_cut_words(found: &mut Vec<Token>, guard: &Token) {
    let from = found
        .iter()
        .rposition(|token| token.start.saturating_add(LONGEST_CUT) < guard.start)
        .map_or(0, |place| place.saturating_add(1));
    let mut place = from;
    while let Some(token) = found.get(place) {
        if token.end > guard.start && token.end < guard.end {
            found.remove(place);
        } else {
            place = place.saturating_add(1);
        }
    }
}

/// How far before a guard a word cut by it may begin.
const LONGEST_CUT: u32 = 8;

/// Longer entries of the lexicon are phrases, whose words stand for themselves.
const WORD: u32 = 4;

/// A word that ends a longer one is not the buyer's ("不动" of "咬不动"); as part of a word that was cut in two it still counts.
fn drop_word_ends(found: &mut Vec<Token>) {
    let mut to = 0_u32;
    let mut from = 0_u32;
    found.retain_mut(|token| {
        let hidden = token.start > from
            && token.end <= to
            && to.saturating_sub(from) <= WORD
            && token.flags & (flag::NEGATES | flag::PART) == 0;
        if token.end > to && token.flags & flag::PART == 0 {
            to = token.end;
            from = token.start;
        }
        if hidden && token.flags & flag::JOINS != 0 {
            token.flags = flag::PART | flag::JOINS;
            return true;
        }
        !hidden
    });
}

/// Is a word that begins with a Latin letter cut out of a longer one? What ends with another letter is not.
fn is_cut_out(text: &Normal, start: usize, end: usize) -> bool {
    let is_latin = |place: usize| text.chars.get(place).is_some_and(char::is_ascii_alphanumeric);
    is_latin(end.saturating_sub(1)) && is_latin(start) && (comes_on(text, start) || goes_on(text, end))
}

/// Does the letter at `start` stand within a Latin word? A unit right behind its number ("1200w") is a word of its own.
fn comes_on(text: &Normal, start: usize) -> bool {
    let at = |place: Option<usize>| place.and_then(|place| text.chars.get(place)).filter(|it| is_latin(**it));
    let (Some(before), Some(letter)) = (at(start.checked_sub(1)), at(Some(start))) else {
        return false;
    };
    let unit = before.is_ascii_digit() && letter.is_ascii_alphabetic();
    text.parted.get(start) == Some(&part::NONE) && !unit
}

/// Does a Latin word go on at `end`?
fn goes_on(text: &Normal, end: usize) -> bool {
    text.chars
        .get(end)
        .zip(text.parted.get(end))
        .is_some_and(|(letter, parted)| *parted == part::NONE && letter.is_ascii_alphanumeric())
}
