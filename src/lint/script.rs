//! Whether the text is written in the buyer's script. Latin names and sizes stand in every script.

use super::LintInput;
use super::finding::Rule;
use super::spot::Spot;
use super::view::View;
use crate::pack::Script;
use crate::text::normal::{Plain, plain};

/// Characters of Simplified writing that Traditional writing does not have (not in Big5), as far as shops use them.
const HANS: &str = include_str!("hans.txt");
/// So many letters of a wrong script are no slip.
const SLIP: usize = 2;
/// So many Latin words make a text English.
const WORDS: usize = 4;

#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    /// Chinese characters.
    han: usize,
    /// Of which only Simplified has them.
    hans: usize,
    /// Of which only Traditional has them.
    hant: usize,
    /// Latin words.
    words: usize,
}

/// Finds another script than the one wanted.
pub fn find(input: &LintInput<'_>, view: &View, found: &mut Vec<Spot>) {
    let tally = tally(&view.given);
    let review = input.review.map(|review| self::tally(&review.chars().collect::<Vec<char>>())).unwrap_or_default();
    // Words that both scripts share show no script, but no English either.
    let review_is_han = review.han >= WORDS && review.words <= review.han;
    let wanted = input.script.or(of(review));
    let wrong = match wanted {
        Some(Script::Hans) => tally.hant >= SLIP && tally.hant > tally.hans || only_latin(tally),
        Some(Script::Hant) => tally.hans >= SLIP && tally.hans > tally.hant || only_latin(tally),
        Some(Script::En) => tally.han > SLIP.saturating_mul(2) && tally.han > tally.words,
        None => tally.hans > SLIP && tally.hant > SLIP || only_latin(tally) && review_is_han,
    };
    if wrong {
        found.push(Spot::new(Rule::ScriptMismatch, (0, view.given.len()), "lint_script_mismatch"));
    }
}

fn only_latin(tally: Tally) -> bool {
    tally.han == 0 && tally.words >= WORDS
}

/// The script of a text, where it shows one.
fn of(tally: Tally) -> Option<Script> {
    if tally.han == 0 {
        return (tally.words >= WORDS).then_some(Script::En);
    }
    if tally.words > tally.han.saturating_mul(2) {
        return Some(Script::En);
    }
    match (tally.hans, tally.hant) {
        (hans, hant) if hans > hant.saturating_mul(2) => Some(Script::Hans),
        (hans, hant) if hant > hans.saturating_mul(2) => Some(Script::Hant),
        _ => None,
    }
}

fn tally(given: &[char]) -> Tally {
    let mut tally = Tally::default();
    let mut word = false;
    for letter in given {
        if matches!(letter, '\u{4e00}'..='\u{9fff}') {
            tally.han = tally.han.saturating_add(1);
            if plain(*letter) != Plain::Letter(*letter) {
                tally.hant = tally.hant.saturating_add(1);
            } else if is_hans(*letter) {
                tally.hans = tally.hans.saturating_add(1);
            }
        }
        let latin = letter.is_ascii_alphabetic();
        tally.words = tally.words.saturating_add(usize::from(latin && !word));
        word = latin || (*letter == '\'' && word);
    }
    tally
}

fn is_hans(letter: char) -> bool {
    static SORTED: std::sync::OnceLock<Vec<char>> = std::sync::OnceLock::new();
    SORTED.get_or_init(|| HANS.trim().chars().collect()).binary_search(&letter).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<Script> {
        of(tally(&text.chars().collect::<Vec<char>>()))
    }

    #[test]
    fn scripts_by_what_only_they_have() {
        assert_eq!(shown("袖子太長，穿起來像戲服"), Some(Script::Hant));
        assert_eq!(shown("换货还要自己付运费吗"), Some(Script::Hans));
        assert_eq!(shown("很好"), None);
        assert_eq!(shown("The sleeves are too long"), Some(Script::En));
        assert_eq!(shown("Type-C口松了，充不进电"), Some(Script::Hans));
        assert!(HANS.trim().chars().is_sorted());
    }
}
