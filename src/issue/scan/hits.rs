//! From words to hits of cues: patterns are tried where their first word stands.

use super::Token;
use crate::issue::lexicon::Lexicon;
use crate::issue::pattern::OVER_COMMA;
use crate::issue::tables::{Further, Tables, flag};
use crate::text::normal::{Normal, part};
use crate::text::order;

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
    /// A longer one says more.
    hidden: bool,
}

/// Finds all cues that fire, by place; a hit inside a longer one is left out. `there` is room for the classes of the words.
pub fn hits(lexicon: &Lexicon, text: &Normal, tokens: &[Token], there: &mut Classes, found: &mut Vec<Hit>) {
    found.clear();
    there.0.fill(0);
    for (place, token) in (1..).zip(tokens) {
        for class in lexicon.classes_of(token.word) {
            there.add(*class, place);
        }
    }
    // A pattern that is no more than its first word wants nothing else.
    there.add(Tables::ALONE, FAR);
    for (place, first) in tokens.iter().enumerate() {
        for class in lexicon.beginnings(first.word).iter().filter(|class| counts(lexicon, first, **class)) {
            for (next, number) in lexicon.nexts_of(*class).iter().zip(0_usize..) {
                if !there.may_follow(*next, place) {
                    continue;
                }
                let Some(continuation) = lexicon.patterns_of(*class).1.get(number) else {
                    break;
                };
                let solid = (first.start, first.end);
                let further = lexicon.further(*continuation);
                if let Some((last, solid)) = follow(lexicon, text, (tokens, place), *first, solid, solid, further) {
                    found.push(Hit {
                        cue: continuation.cue,
                        start: first.start,
                        end: last.end,
                        token: place as u32,
                        solid,
                        gap: (first.end, last.start),
                        clause: first.clause,
                        hidden: false,
                    });
                }
            }
        }
    }
    if found.len() > 1 {
        outermost(lexicon, found);
    }
}

/// Does a token stand for this class of its word? What is only part of a word stands for nothing else.
#[inline]
fn counts(lexicon: &Lexicon, token: &Token, class: u16) -> bool {
    token.flags & flag::PART == 0 || lexicon.is_part(class)
}

/// For the classes of all words of a text, roughly, the last word of each, counted from 1: most patterns want a word that is
/// nowhere in it, or only before. From [`FAR`] on words are not told apart.
#[derive(Debug)]
pub struct Classes([u8; CLASSES]);

/// Classes share places; the more there are, the rarer a pattern is tried in vain.
const CLASSES: usize = 1024;

/// The last place that is counted: so the whole lies in a few cache lines.
const FAR: usize = u8::MAX as usize;

impl Default for Classes {
    fn default() -> Self {
        Self([0; CLASSES])
    }
}

impl Classes {
    #[inline]
    fn add(&mut self, class: u16, place: usize) {
        if let Some(last) = self.0.get_mut(usize::from(class) % CLASSES) {
            *last = (place.min(FAR) as u8).max(*last);
        }
    }

    /// May a word of this class stand behind the word at `place`, counted from 0?
    #[inline]
    fn may_follow(&self, class: u16, place: usize) -> bool {
        let least = place.saturating_add(2).min(FAR);
        self.0.get(usize::from(class) % CLASSES).is_some_and(|last| usize::from(*last) >= least)
    }
}

/// Finds the rest of a pattern after `last`; gives its last word and its longest solid part.
fn follow(
    lexicon: &Lexicon,
    text: &Normal,
    (tokens, place): (&[Token], usize),
    last: Token,
    run: (u32, u32),
    best: (u32, u32),
    rest: &[Further],
) -> Option<(Token, (u32, u32))> {
    let longer = |a: (u32, u32), b: (u32, u32)| {
        if b.1.saturating_sub(b.0) > a.1.saturating_sub(a.0) { b } else { a }
    };
    let Some(((gap, class), rest)) = rest.split_first() else {
        return Some((last, longer(best, run)));
    };
    let over_comma = gap & OVER_COMMA != 0;
    let limit = last.end.saturating_add(u32::from(gap & !OVER_COMMA));
    let last_clause = last.clause.saturating_add(u32::from(over_comma));
    // Of words that the pattern itself names ("过期(了|)") the buyer wrote the longest; a class is open behind them.
    let longest_first = lexicon.mark(*class) == 0;
    let mut from = place.saturating_add(1);
    while let Some(first) = tokens.get(from) {
        if first.start > limit || first.clause > last_clause {
            break;
        }
        if first.clause != last.clause && !only_comma(text, last.end, first.start) {
            break;
        }
        // Words that begin at one place lie side by side, the shortest first.
        let beside = tokens.iter().skip(from).take_while(|other| other.start == first.start).count();
        let to = from.saturating_add(beside);
        let go_on = |next_place: usize| {
            let next = tokens.get(next_place)?;
            if next.start < last.end || !lexicon.classes_of(next.word).contains(class) || !counts(lexicon, next, *class)
            {
                return None;
            }
            let (run, best) = if next.start == last.end {
                ((run.0, next.end), best)
            } else {
                ((next.start, next.end), longer(best, run))
            };
            follow(lexicon, text, (tokens, next_place), *next, run, best, rest)
        };
        let end = if longest_first { (from..to).rev().find_map(go_on) } else { (from..to).find_map(go_on) };
        if end.is_some() {
            return end;
        }
        from = to;
    }
    None
}

/// No sentence ends between two places.
fn only_comma(text: &Normal, from: u32, to: u32) -> bool {
    let between = text.parted.get(from as usize..=to as usize).unwrap_or_default();
    between.iter().all(|parted| *parted < part::LIST)
}

/// How far before a hit a longer one may begin.
const REACH: usize = 24;

fn outermost(lexicon: &Lexicon, hits: &mut Vec<Hit>) {
    order::by_key(hits, |hit| order::pair(hit.start, !hit.end));
    hits.dedup_by_key(|hit| (hit.cue, hit.start, hit.end));
    let inside = |hits: &[Hit], place: usize, hit: &Hit| {
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
    for place in 0..hits.len() {
        let is_inside = hits.get(place).is_some_and(|hit| inside(hits, place, hit));
        if let Some(hit) = hits.get_mut(place) {
            hit.hidden = is_inside;
        }
    }
    hits.retain(|hit| !hit.hidden);
}

fn covers(lexicon: &Lexicon, hit: &Hit) -> bool {
    lexicon.cue(hit.cue).is_some_and(|cue| cue.covers)
}

fn same_issue(lexicon: &Lexicon, one: &Hit, other: &Hit) -> bool {
    let issue = |hit: &Hit| lexicon.cue(hit.cue).and_then(|cue| cue.issue);
    issue(one).is_some() && issue(one) == issue(other)
}
