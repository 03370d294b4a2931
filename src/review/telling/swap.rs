//! What was ordered and what came instead, in a few words: `[swap]` of `packs/telling/words.toml`.

use super::{is_unfit, telling, words};
use crate::pack::Script;
use crate::review::clause::Clause;
use crate::text::packed::Packed;

/// What was ordered or came is named in so many letters.
const NAME: usize = 9;

/// Word lists; the names are those of the pack.
#[derive(Debug, Default)]
pub(super) struct SwapWords {
    ordered: Vec<&'static str>,
    came: Vec<&'static str>,
    /// What stands before a name without being of it.
    starts: Vec<&'static str>,
    /// Beginnings of what is no name.
    not: Vec<&'static str>,
    /// Letters that no name ends with.
    ends: &'static str,
    /// Letters that stand in none.
    never: &'static str,
    hans: &'static str,
    hant: &'static str,
    /// What stands before what the page showed.
    shown: Vec<&'static str>,
    /// What stands before what was measured.
    measured: Vec<&'static str>,
    hans_shown: &'static str,
    hant_shown: &'static str,
    /// Letters of colours.
    colours: &'static str,
    /// Letters of units.
    units: &'static str,
}

impl SwapWords {
    /// As they lie in the program.
    pub(super) fn read(from: &mut Packed) -> Self {
        Self {
            ordered: words(from),
            came: words(from),
            starts: words(from),
            not: words(from),
            ends: from.text(),
            never: from.text(),
            hans: from.text(),
            hant: from.text(),
            shown: words(from),
            measured: words(from),
            hans_shown: from.text(),
            hant_shown: from.text(),
            colours: from.text(),
            units: from.text(),
        }
    }
}

/// One thing ordered or shown, another sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swap {
    /// Both, as one clause of ours.
    pub told: String,
    /// Where the clauses that say so begin.
    pub starts: Vec<usize>,
    /// It was ordered so, not only shown.
    pub ordered: bool,
    /// Two colours or two measures: plain without other words.
    pub alike: bool,
}

/// The first such pair of a Chinese text, in one clause or in two that follow each other.
#[must_use]
pub fn swapped(clauses: &[Clause], script: Script) -> Option<Swap> {
    let lists = &telling().swap;
    let (ordered, shown) = match script {
        Script::Hans => (lists.hans, lists.hans_shown),
        Script::Hant => (lists.hant, lists.hant_shown),
        Script::En => return None,
    };
    let measured: Vec<&str> = lists.came.iter().chain(&lists.measured).copied().collect();
    let sent = |(place, clause)| pair(clauses, place, clause, (&lists.ordered, &lists.came), ordered);
    let told = |(place, clause)| pair(clauses, place, clause, (&lists.shown, &measured), shown);
    // "发的全是粉的，我要的是灰的": what came is told first.
    let turned = exchanged(ordered);
    let back = |(place, clause)| pair(clauses, place, clause, (&lists.came, &lists.ordered), &turned);
    let sent = clauses
        .iter()
        .enumerate()
        .find_map(sent)
        .or_else(|| clauses.iter().enumerate().find_map(back))
        .map(|swap| Swap { ordered: true, ..swap });
    sent.or_else(|| clauses.iter().enumerate().find_map(told))
}

fn pair(clauses: &[Clause], place: usize, clause: &Clause, lists: (&[&str], &[&str]), pattern: &str) -> Option<Swap> {
    let (before, after_it) = lists;
    let told = |one: &str, other: &str, starts: Vec<usize>| {
        let (one, other) = (name(one)?, name(other)?);
        let told = pattern.replace("{ordered}", &one).replace("{came}", &other);
        let alike = is_alike(&one, &other);
        (one != other).then_some(Swap { told, starts, ordered: false, alike })
    };
    let wish = after(&clause.text, before)?;
    let within = after_it.iter().filter_map(|came| wish.split_once(came));
    let within = within.into_iter().find_map(|(one, other)| told(one, other, vec![clause.start]));
    within.or_else(|| {
        let next = clauses.get(place.saturating_add(1))?;
        told(wish, after(&next.text, after_it)?, vec![clause.start, next.start])
    })
}

/// The pattern with its places exchanged.
fn exchanged(pattern: &str) -> String {
    pattern.replace("{ordered}", "{}").replace("{came}", "{ordered}").replace("{}", "{came}")
}

/// Two colours, or two numbers of the same unit?
fn is_alike(one: &str, other: &str) -> bool {
    let lists = &telling().swap;
    let coloured = |name: &str| name.chars().any(|letter| lists.colours.contains(letter));
    let number =
        |name: &str| name.chars().any(|letter| letter.is_ascii_digit() || telling().clause.numbers.contains(letter));
    let unit = |name: &str| name.chars().last().filter(|last| lists.units.contains(*last));
    coloured(one) && coloured(other) || number(one) && number(other) && unit(one).is_some() && unit(one) == unit(other)
}

/// What follows the first of these words that stands in a clause.
fn after<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.split_once(word)).map(|(_, rest)| rest)
}

/// A name of goods, without what leads to it; `None` for what tells of something else.
fn name(words: &str) -> Option<String> {
    let lists = &telling().swap;
    let mut name = words.trim().trim_end_matches(|letter| letter == '，' || lists.ends.contains(letter));
    while let Some(rest) = lists.starts.iter().find_map(|start| name.strip_prefix(start)) {
        name = rest;
    }
    let letter =
        |letter: char| matches!(letter, '\u{4e00}'..='\u{9fff}') || letter.is_ascii_alphanumeric() || letter == '.';
    let marked = |letter: char| telling().clause.marks.contains(letter);
    let plain =
        name.chars().all(letter) && !name.chars().any(marked) && !name.contains(|letter| lists.never.contains(letter));
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let named = (1..=NAME).contains(&name.chars().count()) && digits <= 4;
    (named && plain && !is_unfit(name) && !lists.not.iter().any(|not| name.starts_with(not))).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::clause::clauses;

    fn told(text: &str) -> Option<String> {
        swapped(&clauses(text, Script::Hans), Script::Hans).map(|swap| swap.told)
    }

    #[test]
    fn what_was_ordered_and_what_came_are_told() {
        for (text, expected) in [
            ("下单选的茶轴，到手是红轴", "拍的是茶轴，到手的是红轴"),
            ("要的是白色寄来米色", "拍的是白色，到手的是米色"),
            ("我买的42码发来41码", "拍的是42码，到手的是41码"),
            ("颜色发的全是粉的我要的是灰白", "拍的是灰白，到手的是粉的"),
        ] {
            assert_eq!(told(text).as_deref(), Some(expected), "{text}");
        }
        for (text, expected) in [
            ("颜色说是藏青收到是黑的", "说好是藏青，到手是黑的"),
            ("说好的10公分实际一量8公分", "说好是10公分，到手是8公分"),
        ] {
            let swap = swapped(&clauses(text, Script::Hans), Script::Hans).unwrap();
            assert_eq!(swap.told, expected, "{text}");
            assert!(swap.alike && !swap.ordered, "{text}");
        }
        assert!(!swapped(&clauses("说是羊毛，收到是硬壳", Script::Hans), Script::Hans).is_some_and(|swap| swap.alike));
        for text in ["要的是白色，收到就坏了", "买的时候挺好，收到货一看破了", "买了两次，收到都是好的", "颜色很好看"]
        {
            assert_eq!(told(text), None, "{text}");
        }
        assert_eq!((name("42码我").as_deref(), name("你家的"), name("茶轴了轴")), (Some("42码"), None, None));
    }
}
