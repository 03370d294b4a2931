//! The small pattern language of `packs/issues/*.toml`.
//!
//! A pattern is a run of words and classes: `太小`, `{part}..{breaks}`, `(洗|下)一?水`. `{name}` is any word of a class, dots are a
//! gap of at most 4 (`..`), 8 (`...`), 16 (`....`) or 32 (`.....`) characters inside one clause, a comma a gap of at most 16
//! that may lead over one comma into the next clause (`标着,实际`), `(a|b|)` are alternatives, `_` is a space. Nothing else is special.

/// One piece of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// One of the words that [`spell`] spells.
    Words(&'a str),
    /// The same of a piece that was cut in two: what it spells is not a word by itself.
    Part(&'a str),
    /// Any word of this class.
    Class(&'a str),
}

/// The letters of a literal in normal form: `_` is a space, "n't" is "nt".
fn letters(word: &str) -> impl Iterator<Item = char> {
    let bytes = word.as_bytes();
    let before = |at: usize| at.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&b'n');
    let after = |at: usize| bytes.get(at.saturating_add(1)) == Some(&b't');
    let letters = word.char_indices().filter(move |(at, letter)| *letter != '\'' || !(before(*at) && after(*at)));
    letters.map(|(_, letter)| if letter == '_' { ' ' } else { letter })
}

/// The bit of a gap that may lead over one comma; the others are its length.
pub const OVER_COMMA: u8 = 0x80;

/// A pattern: each piece with the gap allowed before it.
pub type Sequence<'a> = [(u8, Piece<'a>)];

/// A pattern that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("pattern {pattern:?}: {fault}")]
pub struct BadPattern {
    /// The pattern as written.
    pub pattern: String,
    /// What is wrong.
    pub fault: &'static str,
}

/// Reads one pattern and hands on its sequences. Alternatives that are words stay together in one piece, so that three pieces of ten words
/// each are one sequence and not a thousand; those with classes or gaps in them, or that leave nothing of a piece, are written out.
///
/// # Errors
/// [`BadPattern`] for unbalanced brackets, a gap at an end or an empty pattern.
pub fn parse(pattern: &str, mut each: impl FnMut(&Sequence<'_>)) -> Result<(), BadPattern> {
    let mut each = |text: &str| sequence(text).map(|pieces| each(&pieces));
    write_out(pattern, &mut each).map_err(|fault| BadPattern { pattern: pattern.to_owned(), fault })
}

/// Spells every word of a piece that [`parse`] has handed on. `visit` takes a way on by a letter, and is told with `None` where a word
/// ends; what words have in common at their beginning is spelled once. A way that `visit` gives up is left.
pub fn spell<Way: Copy>(piece: &str, way: Way, visit: &mut impl FnMut(Way, Option<char>) -> Option<Way>) {
    // Brackets do not nest.
    let bracket = first_bracket(piece).and_then(|(before, rest)| Some((before, rest.split_once(')')?)));
    let Some(way) =
        letters(bracket.map_or(piece, |(before, _)| before)).try_fold(way, |way, letter| visit(way, Some(letter)))
    else {
        return;
    };
    let Some((_, (choices, rest))) = bracket else {
        visit(way, None);
        return;
    };
    for choice in choices.split('|') {
        if let Some(way) = letters(choice).try_fold(way, |way, letter| visit(way, Some(letter))) {
            spell(rest, way, visit);
        }
    }
}

/// What stands before and behind the first opening bracket; most patterns have none, and bytes say so fastest.
fn first_bracket(text: &str) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == b'(')?;
    text.get(..at).zip(text.get(at.saturating_add(1)..))
}

/// Writes out the brackets that cannot stay in a piece.
fn write_out(text: &str, each: &mut impl FnMut(&str) -> Result<(), &'static str>) -> Result<(), &'static str> {
    let Some((before, inside, after)) = bracket_to_write_out(text)? else {
        return each(text);
    };
    for choice in inside.split('|') {
        write_out(&[before, choice, after].concat(), each)?;
    }
    Ok(())
}

/// What stands before, in and after the first bracket with a class or gap in it, or of a piece that may be empty.
fn bracket_to_write_out(text: &str) -> Result<Option<(&str, &str, &str)>, &'static str> {
    if first_bracket(text).is_none() {
        return Ok(None);
    }
    // The first bracket of the present piece, as long as nothing in it is sure to be there.
    let mut optional = None;
    let mut bare = true;
    let mut rest = text;
    while let Some(mark) = rest.chars().next() {
        let at = text.len().saturating_sub(rest.len());
        match mark {
            '(' => {
                let bracket = rest.get(1..).unwrap_or_default();
                let (inside, after) = bracket.split_once(')').ok_or("a bracket is not closed")?;
                if inside.contains('(') {
                    return Err("brackets do not nest");
                }
                let parts = Some((text.get(..at).unwrap_or_default(), inside, after));
                if inside.contains(['.', ',', '{', '}']) {
                    return Ok(parts);
                }
                bare &= inside.split('|').any(str::is_empty);
                optional = optional.or(parts);
                rest = after;
            }
            '.' | ',' | '{' => {
                if bare && optional.is_some() {
                    return Ok(optional);
                }
                (optional, bare) = (None, true);
                let end = if mark == '{' { rest.find('}').unwrap_or(0) } else { 0 };
                rest = rest.get(end.saturating_add(1)..).unwrap_or_default();
            }
            _ => {
                bare = false;
                rest = rest.get(mark.len_utf8()..).unwrap_or_default();
            }
        }
    }
    Ok(optional.filter(|_| bare))
}

/// Where a piece of words ends: at what means something outside its brackets.
fn end_of_words(text: &str) -> usize {
    let mut within = false;
    let ends = |byte: u8| match byte {
        b'(' => {
            within = true;
            false
        }
        b')' if within => {
            within = false;
            false
        }
        b'|' => !within,
        byte => b".,{})".contains(&byte),
    };
    text.bytes().position(ends).unwrap_or(text.len())
}

/// More words than these are not written out together: the piece is cut in two that stand side by side.
const MOST_WORDS: usize = 640;

/// Cuts a piece of too many words before a bracket, where the fewest are left to write out and neither part may be empty.
fn cut(piece: &str) -> Option<(&str, &str)> {
    first_bracket(piece)?;
    let before_brackets = piece.match_indices('(').filter_map(|(at, _)| piece.split_at_checked(at));
    let cuts = before_brackets.filter(|(before, after)| says_something(before) && says_something(after));
    let best = cuts.min_by_key(|(before, after)| count(before).saturating_add(count(after)));
    best.filter(|_| count(piece) > MOST_WORDS)
}

/// How many words a piece has.
fn count(piece: &str) -> usize {
    brackets(piece).fold(1, |count, choices| count.saturating_mul(choices.split('|').count()))
}

/// Is every word of the piece at least a letter long?
fn says_something(piece: &str) -> bool {
    let outside = piece.split(['(', ')']).step_by(2).any(|letters| !letters.is_empty());
    outside || brackets(piece).any(|choices| !choices.split('|').any(str::is_empty))
}

/// What stands in the brackets of a piece; they do not nest.
fn brackets(piece: &str) -> impl Iterator<Item = &str> {
    piece.split(['(', ')']).skip(1).step_by(2)
}

fn sequence(text: &str) -> Result<Vec<(u8, Piece<'_>)>, &'static str> {
    let mut pieces = Vec::with_capacity(4);
    let mut gap = 0_u8;
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(',') {
            if pieces.is_empty() || gap != 0 {
                return Err("a comma stands between two pieces");
            }
            gap = OVER_COMMA | 16;
            rest = after;
        } else if rest.starts_with('.') {
            let after = rest.trim_start_matches('.');
            if pieces.is_empty() {
                return Err("a pattern cannot begin with a gap");
            }
            gap = 1_u8.checked_shl(rest.len().saturating_sub(after.len()) as u32).ok_or("a gap is too long")?;
            rest = after;
        } else if let Some(name) = rest.strip_prefix('{') {
            let (name, after) = name.split_once('}').ok_or("a class is not closed")?;
            pieces.push((std::mem::take(&mut gap), Piece::Class(name)));
            rest = after;
        } else {
            let (word, after) = rest.split_at_checked(end_of_words(rest)).unwrap_or_default();
            if word.is_empty() {
                return Err("a class or bracket is not opened");
            }
            let mut piece = word;
            while let Some((before, after)) = cut(piece) {
                pieces.push((std::mem::take(&mut gap), Piece::Part(before)));
                piece = after;
            }
            let last = if piece.len() < word.len() { Piece::Part(piece) } else { Piece::Words(piece) };
            pieces.push((std::mem::take(&mut gap), last));
            rest = after;
        }
    }
    match gap {
        _ if pieces.is_empty() => Err("a pattern must not be empty"),
        0 => Ok(pieces),
        _ => Err("a pattern cannot end with a gap"),
    }
}

#[cfg(test)]
mod tests;
