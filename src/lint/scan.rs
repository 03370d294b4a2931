//! From a text to the marks in it.

use super::finding::Rule;
use super::lexicon::{GROUPS, Group, Lexicon, lexicon};
use super::view::{CLAUSE, Letters, NONE};
use crate::text::order;

/// A place among the letters: first, one past the last.
pub type Span = (usize, usize);

/// How many places of one mark are kept: a text with more is no reply.
const MOST: usize = 64;
/// How far before a mark its denial may stand, in letters.
const DENIED_WITHIN: usize = 8;

/// The marks of a text.
#[derive(Debug)]
pub struct Marks<'a> {
    lexicon: &'static Lexicon,
    /// The letters they were found in.
    pub letters: &'a Letters,
    by_cue: Vec<Vec<Span>>,
    denials: Vec<Span>,
}

#[derive(Debug, Clone, Copy)]
struct Token {
    start: usize,
    end: usize,
    word: u32,
    clause: u32,
}

impl<'a> Marks<'a> {
    /// Finds all marks. Linear in the length of the text.
    #[must_use]
    pub fn of(letters: &'a Letters) -> Self {
        let lexicon = lexicon();
        let tokens = tokens(lexicon, letters);
        let mut there = vec![false; lexicon.starts.len()];
        let classes = |token: &Token| lexicon.words.get(token.word as usize).map(|word| word.classes.as_slice());
        for class in tokens.iter().filter_map(classes).flatten() {
            if let Some(seen) = there.get_mut(usize::from(*class)) {
                *seen = true;
            }
        }
        let possible = |rest: &[(u8, u16)]| rest.iter().all(|(_, class)| there.get(usize::from(*class)) == Some(&true));
        let mut by_cue: Vec<Vec<Span>> = vec![Vec::new(); lexicon.marks.len().saturating_mul(GROUPS)];
        for (place, first) in tokens.iter().enumerate() {
            let Some(word) = lexicon.words.get(first.word as usize) else { continue };
            for class in &word.classes {
                for continuation in lexicon.starts.get(usize::from(*class)).into_iter().flatten() {
                    // Most patterns want a word that is nowhere in the text.
                    if !possible(&continuation.rest) {
                        continue;
                    }
                    let Some(spans) = by_cue.get_mut(usize::from(continuation.cue)) else { continue };
                    if spans.len() < MOST
                        && let Some(end) = follow(lexicon, &tokens, place, *first, &continuation.rest)
                        && !spans.contains(&(first.start, end))
                    {
                        spans.push((first.start, end));
                    }
                }
            }
        }
        let mut marks = Self { lexicon, letters, by_cue, denials: Vec::new() };
        marks.denials = marks.places("denial-word");
        marks
    }

    fn group(&self, mark: usize, group: Group) -> &[Span] {
        let cue = mark.saturating_mul(GROUPS).saturating_add(group as usize);
        self.by_cue.get(cue).map(Vec::as_slice).unwrap_or_default()
    }

    /// The places of a mark, in order, each letter in one of them at most.
    #[must_use]
    pub fn places(&self, id: &str) -> Vec<Span> {
        self.lexicon.mark(id).map(|mark| self.places_of(mark)).unwrap_or_default()
    }

    /// Whether a mark stands anywhere.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        !self.places(id).is_empty()
    }

    /// Whether a mark stands in the sentence of a letter.
    #[must_use]
    pub fn in_sentence(&self, id: &str, of: usize) -> bool {
        let sentence = self.letters.sentence_at(of);
        self.places(id).iter().any(|(start, _)| self.letters.sentence_at(*start) == sentence)
    }

    /// The places of all marks that break a rule by themselves.
    pub fn breaches(&self) -> impl Iterator<Item = (Rule, Span)> {
        let rules = self.lexicon.marks.iter().enumerate();
        rules
            .filter_map(|(number, mark)| Some((number, mark.rule?)))
            .flat_map(|(number, rule)| self.places_of(number).into_iter().map(move |span| (rule, span)))
    }

    fn places_of(&self, mark: usize) -> Vec<Span> {
        let Some(what) = self.lexicon.marks.get(mark) else { return Vec::new() };
        let except = self.group(mark, Group::Except);
        let (quiet, needs) = (self.group(mark, Group::Quiet), self.group(mark, Group::Needs));
        let needy = what.patterns.get(Group::Needs as usize).is_some_and(|words| !words.is_empty());
        let near = |spans: &[Span], of: usize| {
            spans.iter().any(|(start, _)| self.letters.sentence_at(*start) == self.letters.sentence_at(of))
        };
        let mut found: Vec<Span> = self
            .group(mark, Group::Words)
            .iter()
            .copied()
            .filter(|span| !except.iter().any(|other| other.0 < span.1 && span.0 < other.1))
            .filter(|span| !near(quiet, span.0) && (!needy || near(needs, span.0)))
            .filter(|span| !(what.negatable && self.denied(*span)))
            .collect();
        order::by_key(&mut found, |(start, end)| order::pair(*start as u32, !(*end as u32)));
        found.dedup_by(|next, last| next.0 < last.1);
        found
    }

    /// Whether a denial stands right before a place, in its clause.
    #[must_use]
    pub fn denied(&self, span: Span) -> bool {
        let clause = self.letters.clause_at(span.0);
        self.denials.iter().any(|(start, end)| {
            *start < span.0
                && end.saturating_add(DENIED_WITHIN) >= span.0
                && *end <= span.1
                && self.letters.clause_at(*start) == clause
        })
    }
}

fn tokens(lexicon: &Lexicon, letters: &Letters) -> Vec<Token> {
    let mut found = Vec::with_capacity(letters.chars.len().min(256));
    let at = |place: usize| letters.chars.get(place).copied();
    let joined = |place: usize| letters.gap.get(place) == Some(&NONE);
    // A word of letters does not begin or end inside another, nor a number inside a number.
    let same = |one: char, other: char| {
        (one.is_ascii_alphabetic() && other.is_ascii_alphabetic()) || (one.is_ascii_digit() && other.is_ascii_digit())
    };
    for start in 0..letters.chars.len() {
        let Some(first) = at(start) else { break };
        let mut node = lexicon.trie.enter(lexicon.trie.letter(first));
        if node.word().is_none() && !node.goes_on() {
            continue;
        }
        let inside = joined(start) && start.checked_sub(1).and_then(at).is_some_and(|before| same(before, first));
        let clause = letters.clause_at(start);
        let mut end = start.saturating_add(1);
        let mut last = first;
        loop {
            if let Some(number) = node.word()
                && let Some(word) = lexicon.words.get(usize::from(number))
            {
                let goes_on = joined(end) && at(end).is_some_and(|next| same(last, next));
                if !(word.latin && (inside || goes_on)) {
                    found.push(Token { start, end, word: u32::from(number), clause });
                }
            }
            let Some(letter) = at(end).filter(|_| letters.gap.get(end).is_some_and(|gap| *gap < CLAUSE)) else {
                break;
            };
            let Some(next) = lexicon.trie.step(node, lexicon.trie.letter(letter)) else { break };
            node = next;
            last = letter;
            end = end.saturating_add(1);
        }
    }
    found
}

/// Finds the rest of a pattern after `last`; gives the end of its last word.
fn follow(lexicon: &Lexicon, tokens: &[Token], place: usize, last: Token, rest: &[(u8, u16)]) -> Option<usize> {
    let Some(((gap, class), rest)) = rest.split_first() else {
        return Some(last.end);
    };
    let limit = last.end.saturating_add(usize::from(*gap));
    for (next_place, next) in tokens.iter().enumerate().skip(place.saturating_add(1)) {
        if next.start > limit || next.clause != last.clause {
            break;
        }
        if next.start < last.end
            || !lexicon.words.get(next.word as usize).is_some_and(|word| word.classes.contains(class))
        {
            continue;
        }
        if let Some(end) = follow(lexicon, tokens, next_place, *next, rest) {
            // At the end of a pattern the longest word that begins here is meant.
            return Some(if rest.is_empty() { longest(lexicon, tokens, next_place, *class).max(end) } else { end });
        }
    }
    None
}

/// The end of the longest word of a class that begins where this one does.
fn longest(lexicon: &Lexicon, tokens: &[Token], place: usize, class: u16) -> usize {
    let start = tokens.get(place).map(|token| token.start);
    let same = tokens.iter().skip(place).take_while(|token| Some(token.start) == start);
    let fits =
        |token: &&Token| lexicon.words.get(token.word as usize).is_some_and(|word| word.classes.contains(&class));
    same.filter(fits).map(|token| token.end).max().unwrap_or_default()
}
