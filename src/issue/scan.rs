//! From a text in normal form to words, and from words to hits of cues.

use super::lexicon::{Continuation, Lexicon, Word, flag};
use crate::text::normal::{Normal, is_latin, part};
use crate::text::order;

/// A word of the lexicon in the text. Places count characters of the normal form.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// First character.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Number of the word.
    pub word: u32,
    /// Number of the clause.
    pub clause: u32,
    /// Classes the code knows.
    pub flags: u16,
    /// No longer word begins here.
    pub longest: bool,
    /// Where the longest word that begins here ends.
    pub reach: u32,
}

/// A cue that fired.
#[derive(Debug, Clone, Copy)]
pub struct Hit {
    /// Number of the cue.
    pub cue: u16,
    /// First character.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Place of its first word among the tokens.
    pub token: u32,
    /// The part written in one piece, longest.
    pub solid: (u32, u32),
    /// From the end of its first piece to the start of its last: what stands there is not its own.
    pub gap: (u32, u32),
    /// Number of the clause.
    pub clause: u32,
}

/// The words of a text, by place.
#[must_use]
pub fn tokens(lexicon: &Lexicon, text: &Normal) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(text.chars.len().min(64));
    let mut clause = 0_u32;
    let mut hidden_to = 0_u32; // end of the last guard word
    for start in 0..text.chars.len() {
        let Some((first, parted)) = text.chars.get(start).zip(text.parted.get(start)) else {
            break;
        };
        if *parted >= part::COMMA {
            clause = clause.saturating_add(1);
        }
        let mut node = lexicon.trie.step(lexicon.trie.root(), *first);
        if node == 0 {
            continue;
        }
        let after_latin =
            start.checked_sub(1).and_then(|before| text.chars.get(before)).is_some_and(|letter| is_latin(*letter))
                && *parted == part::NONE
                && is_latin(*first);
        let begin = found.len();
        let mut end = start.saturating_add(1);
        loop {
            if let Some(number) = lexicon.trie.word_at(node)
                && let Some(word) = lexicon.words.get(number as usize)
                && !(word.latin && (after_latin || goes_on(text, end)))
                && end as u32 > hidden_to
            {
                found.push(token(word, number, start, end, clause));
            }
            let (Some(letter), Some(parted)) = (text.chars.get(end), text.parted.get(end)) else {
                break;
            };
            if *parted >= part::COMMA {
                break;
            }
            node = lexicon.trie.step(node, *letter);
            if node == 0 {
                break;
            }
            end = end.saturating_add(1);
        }
        let reach = found.get(begin..).and_then(<[Token]>::last).map_or(0, |last| last.end);
        for shorter in found.get_mut(begin..).into_iter().flatten() {
            shorter.reach = reach;
        }
        if let Some(last) = found.get_mut(begin..).and_then(<[Token]>::last_mut) {
            last.longest = true;
        }
        let guard =
            found.get(begin..).into_iter().flatten().rev().find(|token| token.flags & flag::GUARDS != 0).copied();
        if let Some(guard) = guard {
            hidden_to = guard.end;
            let here = found.split_off(begin.min(found.len()));
            found.extend(here.into_iter().filter(|token| token.end >= guard.end));
            drop_cut_words(&mut found, &guard);
        }
    }
    drop_word_ends(&mut found);
    found
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

/// A word that ends a longer one is not the buyer's ("不动" of "咬不动").
fn drop_word_ends(found: &mut Vec<Token>) {
    let mut to = 0_u32;
    let mut from = 0_u32;
    found.retain(|token| {
        let cut = token.start > from
            && token.end <= to
            && to.saturating_sub(from) <= WORD
            && token.flags & flag::NEGATES == 0;
        if token.end > to {
            to = token.end;
            from = token.start;
        }
        !cut
    });
}

fn token(word: &Word, number: u32, start: usize, end: usize, clause: u32) -> Token {
    Token {
        start: start as u32,
        end: end as u32,
        word: number,
        clause,
        flags: word.flags,
        longest: false,
        reach: end as u32,
    }
}

fn goes_on(text: &Normal, end: usize) -> bool {
    text.chars
        .get(end)
        .zip(text.parted.get(end))
        .is_some_and(|(letter, parted)| *parted == part::NONE && letter.is_ascii_alphanumeric())
}

/// All cues that fire, by place; a hit inside a longer one is left out.
#[must_use]
pub fn hits(lexicon: &Lexicon, tokens: &[Token]) -> Vec<Hit> {
    let mut found = Vec::new();
    let mut there = Classes::default();
    for token in tokens {
        if let Some(word) = lexicon.words.get(token.word as usize) {
            for class in &word.classes {
                there.add(*class);
            }
        }
    }
    for (place, first) in tokens.iter().enumerate() {
        let Some(word) = lexicon.words.get(first.word as usize) else {
            continue;
        };
        for class in &word.classes {
            for continuation in lexicon.starts.get(usize::from(*class)).into_iter().flatten() {
                if continuation.next != Continuation::NONE && !there.may_have(continuation.next) {
                    continue;
                }
                let solid = (first.start, first.end);
                if let Some((last, solid)) = follow(lexicon, tokens, place, *first, solid, solid, &continuation.rest) {
                    found.push(Hit {
                        cue: continuation.cue,
                        start: first.start,
                        end: last.end,
                        token: place as u32,
                        solid,
                        gap: (first.end, last.start),
                        clause: first.clause,
                    });
                }
            }
        }
    }
    outermost(lexicon, found)
}

/// The classes of all words of a text, roughly: most patterns want a word that is nowhere in it.
#[derive(Default)]
struct Classes([u64; 16]);

impl Classes {
    fn add(&mut self, class: u16) {
        if let Some(bits) = self.0.get_mut(usize::from(class >> 6) & 15) {
            *bits |= 1 << (class & 63);
        }
    }

    fn may_have(&self, class: u16) -> bool {
        self.0.get(usize::from(class >> 6) & 15).is_none_or(|bits| bits >> (class & 63) & 1 == 1)
    }
}

/// Finds the rest of a pattern after `last`; gives its last word and its longest solid part.
fn follow(
    lexicon: &Lexicon,
    tokens: &[Token],
    place: usize,
    last: Token,
    run: (u32, u32),
    best: (u32, u32),
    rest: &[(u8, u16)],
) -> Option<(Token, (u32, u32))> {
    let longer = |a: (u32, u32), b: (u32, u32)| {
        if b.1.saturating_sub(b.0) > a.1.saturating_sub(a.0) { b } else { a }
    };
    let Some(((gap, class), rest)) = rest.split_first() else {
        return Some((last, longer(best, run)));
    };
    let limit = last.end.saturating_add(u32::from(*gap));
    for (next_place, next) in tokens.iter().enumerate().skip(place.saturating_add(1)) {
        if next.start > limit || next.clause != last.clause {
            break;
        }
        if next.start < last.end
            || !lexicon.words.get(next.word as usize).is_some_and(|word| word.classes.contains(class))
        {
            continue;
        }
        let (run, best) = if next.start == last.end {
            ((run.0, next.end), best)
        } else {
            ((next.start, next.end), longer(best, run))
        };
        if let Some(end) = follow(lexicon, tokens, next_place, *next, run, best, rest) {
            return Some(end);
        }
    }
    None
}

/// How far before a hit a longer one may begin.
const REACH: usize = 24;

fn outermost(lexicon: &Lexicon, mut hits: Vec<Hit>) -> Vec<Hit> {
    order::by_key(&mut hits, |hit| order::pair(hit.start, !hit.end));
    hits.dedup_by_key(|hit| (hit.cue, hit.start, hit.end));
    let inside = |place: usize, hit: &Hit| {
        let from = place.saturating_sub(REACH);
        let to = place.saturating_add(REACH).min(hits.len());
        hits.get(from..to).into_iter().flatten().any(|other| {
            let (start, end) = other.solid;
            if covers(lexicon, other) && other.start <= hit.start && hit.end <= other.end && other.cue != hit.cue {
                return true;
            }
            start <= hit.start
                && hit.end <= end
                && end.saturating_sub(start) > hit.end.saturating_sub(hit.start)
                && !same_issue(lexicon, other, hit)
        })
    };
    let keep: Vec<bool> = hits.iter().enumerate().map(|(place, hit)| !inside(place, hit)).collect();
    let mut keep = keep.into_iter();
    hits.retain(|_| keep.next().unwrap_or(true));
    hits
}

fn covers(lexicon: &Lexicon, hit: &Hit) -> bool {
    lexicon.cues.get(usize::from(hit.cue)).is_some_and(|cue| cue.covers)
}

fn same_issue(lexicon: &Lexicon, one: &Hit, other: &Hit) -> bool {
    let issue = |hit: &Hit| lexicon.cues.get(usize::from(hit.cue)).and_then(|cue| cue.issue);
    issue(one).is_some() && issue(one) == issue(other)
}
