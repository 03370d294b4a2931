//! What stands beside the buyer's plain words and no cue understands: "大了一号我忍了，可是扣眼没开". The model reads a text as one sum, in which
//! a short clause about a fault is drowned by the fit, the price or the regret told around it; so each such clause is read alone.

use super::Issue;
use super::lexicon::Lexicon;
use super::model::READS;
use super::reading::{self, Reading};
use super::scan::{Hit, Token};
use super::tables::{class, flag};
use crate::text::normal::{self, Normal, part};
use crate::text::order;

/// Shorter clauses say nothing by themselves, in Chinese characters; one less is enough behind a turn.
const LEAST: usize = 6;
/// The same in letters and spaces of English.
const LEAST_LATIN: usize = 12;
/// So many clauses of what the model reads are looked at: what counts is said early, and reading costs time.
const MOST: usize = 8;

/// So sure of a fault the model must be for a clause to be one.
const SUSPECTED: f32 = 0.6;
/// The same of a clause with room for subject and complaint.
const SUSPECTED_AT_LENGTH: f32 = 0.48;
/// So long it is then, in Chinese characters.
const LENGTH: usize = 9;
/// The same behind "but", "besides" or "never mind": something else is bound to come.
const SUSPECTED_BEHIND_A_TURN: f32 = 0.35;
/// What the buyer's word that the goods are sound, or the mistake their own, adds to either.
const OWNED: f32 = 0.15;

/// A clause that no cue understands, and how sure the model is of a fault in it.
#[derive(Debug, Clone, Copy)]
pub struct Aside<'a> {
    /// As the buyer wrote it.
    pub words: &'a str,
    /// The model's belief, and how much of it is asked for.
    pub belief: f32,
    /// So much is asked for.
    pub asked: f32,
}

/// The clause most suspect of a fault, of those in which no cue fires. `owned` says that the buyer clears the goods.
pub fn most_suspect<'a>(lexicon: &Lexicon, text: &'a str, reading: &Reading, owned: bool) -> Option<Aside<'a>> {
    let beyond = |aside: &Aside| aside.belief - aside.asked;
    reading::with(|alone| {
        let asides = asides(lexicon, text, reading, owned, alone);
        asides.max_by(|one, other| beyond(one).total_cmp(&beyond(other)))
    })
}

/// Is there a clause that may well be about a fault?
pub fn is_suspect(lexicon: &Lexicon, text: &str, reading: &Reading, owned: bool) -> bool {
    reading::with(|alone| asides(lexicon, text, reading, owned, alone).any(|aside| aside.belief >= aside.asked))
}

/// The clauses in which no cue fires, each read in the room `alone`.
fn asides<'a>(
    lexicon: &Lexicon,
    text: &'a str,
    reading: &Reading,
    owned: bool,
    alone: &mut Reading,
) -> impl Iterator<Item = Aside<'a>> {
    let Reading { normal, hits, .. } = reading;
    let first = hits.iter().map(|hit| hit.start).min().unwrap_or(0);
    let unheard = clauses(lexicon, reading).into_iter().filter(|clause| clause.is_untouched(hits));
    let read = move |clause: Clause| {
        let turned = clause.turned && clause.start > first;
        let words = words(text, normal, &clause, turned)?;
        alone.read(lexicon, words);
        let guess = alone.guess(lexicon);
        let fault: f32 = Issue::FAULTS.iter().filter_map(|fault| guess.issues.get(*fault as usize)).sum();
        let long = words.chars().count() >= if words.is_ascii() { LENGTH.saturating_mul(2) } else { LENGTH };
        let asked = match (turned, long) {
            (true, _) => SUSPECTED_BEHIND_A_TURN,
            (false, true) => SUSPECTED_AT_LENGTH,
            (false, false) => SUSPECTED,
        };
        let asked = if owned && !turned { asked + OWNED } else { asked };
        Some(Aside { words, belief: guess.quality[0].min(fault), asked })
    };
    unheard.filter_map(read).take(MOST)
}

/// A clause, in characters of the normal form.
struct Clause {
    start: u32,
    end: u32,
    /// A "but", "besides" or "never mind" begins it or the clause before.
    turned: bool,
}

impl Clause {
    fn is_untouched(&self, hits: &[Hit]) -> bool {
        !hits.iter().any(|hit| hit.start < self.end && hit.end > self.start)
    }
}

fn clauses(lexicon: &Lexicon, reading: &Reading) -> Vec<Clause> {
    let Reading { normal, tokens, hits, .. } = reading;
    let length = normal.chars.len().min(READS) as u32;
    let parted = |place: &u32| normal.parted.get(*place as usize).is_some_and(|parted| *parted >= part::SPACE);
    let is = |token: &Token, class: u16| lexicon.classes_of(token.word).contains(&class);
    let turns = flag::CONTRASTS | flag::ADDS | flag::STRESSES;
    let mut cuts: Vec<(u32, bool)> = (0..length).filter(parted).map(|place| (place, false)).collect();
    for token in tokens.iter().take_while(|token| token.start < length).filter(|token| token.longest) {
        if token.flags & turns != 0 || is(token, class::JOINS) {
            cuts.push((token.start, true));
        }
        if is(token, class::WAVED) && parted(&token.end) {
            cuts.push((token.end, true));
        }
    }
    cuts.push((0, false));
    order::by_key(&mut cuts, |(start, turned)| order::pair(*start, u32::from(*turned)));
    let mut found: Vec<Clause> = Vec::with_capacity(cuts.len());
    for (start, turned) in cuts {
        match found.last_mut() {
            Some(last) if last.start == start => last.turned |= turned,
            last => {
                if let Some(last) = last {
                    last.end = start;
                }
                found.push(Clause { start, end: length, turned });
            }
        }
    }
    // What a cue understands is what was turned to; else it may come in the next clause.
    let mut open = false;
    for clause in &mut found {
        let turns_on = clause.turned && clause.is_untouched(hits);
        clause.turned |= std::mem::replace(&mut open, turns_on);
    }
    found
}

/// The words of a clause as the buyer wrote them, where they are long enough to say something.
fn words<'a>(text: &'a str, normal: &Normal, clause: &Clause, turned: bool) -> Option<&'a str> {
    let letters = normal.chars.get(clause.start as usize..clause.end as usize)?;
    let latin = letters.iter().filter(|letter| normal::is_latin(**letter)).count();
    let least =
        if latin.saturating_mul(2) > letters.len() { LEAST_LATIN } else { LEAST.saturating_sub(usize::from(turned)) };
    let byte = |place: u32| normal.bytes.get(place as usize).map_or(text.len(), |byte| *byte as usize);
    (letters.len() >= least).then(|| text.get(byte(clause.start)..byte(clause.end)))?
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::lexicon;
    use super::*;

    /// The clauses that no cue understands, and whether a turn stands before each.
    fn unheard(text: &str) -> Vec<(String, bool)> {
        let mut reading = Reading::default();
        reading.read(lexicon(), text);
        let words = |clause: &Clause| {
            reading.normal.chars[clause.start as usize..clause.end as usize].iter().collect::<String>()
        };
        let clauses = clauses(lexicon(), &reading);
        let untouched = clauses.iter().filter(|clause| clause.is_untouched(&reading.hits));
        untouched.map(|clause| (words(clause).trim().to_owned(), clause.turned)).collect()
    }

    #[test]
    fn a_but_a_reason_or_what_is_waved_aside_turns_to_something_else() {
        for (text, clause) in [
            ("大了一号，可是邻居家的鹦鹉都会背诗", "可是邻居家的鹦鹉都会背诗"),
            ("短一截不说，邻居家的鹦鹉都会背诗", "邻居家的鹦鹉都会背诗"),
            ("儿子不爱穿因为邻居家的鹦鹉", "因为邻居家的鹦鹉"),
            ("too big, also the parrot sings", "also the parrot sings"),
            ("too big and the parrot sings", "and the parrot sings"),
        ] {
            assert!(unheard(text).contains(&(clause.to_owned(), true)), "{text}: {:?}", unheard(text));
        }
    }

    #[test]
    fn what_a_cue_understands_is_what_was_turned_to() {
        for (text, clause) in [
            ("收到了，就是太小了，邻居家的鹦鹉都会背诗", "邻居家的鹦鹉都会背诗"),
            ("太小了，邻居家的鹦鹉都会背诗", "邻居家的鹦鹉都会背诗"),
            ("too big, the parrot sings", "the parrot sings"),
        ] {
            assert!(unheard(text).contains(&(clause.to_owned(), false)), "{text}: {:?}", unheard(text));
        }
    }

    #[test]
    fn a_short_clause_is_not_read_alone() {
        let mut reading = Reading::default();
        for text in ["太小了，退了吧", "too big, bye", ""] {
            reading.read(lexicon(), text);
            assert!(most_suspect(lexicon(), text, &reading, false).is_none(), "{text}");
        }
    }
}
