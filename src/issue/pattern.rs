//! The small pattern language of `packs/issues/*.toml`.
//!
//! A pattern is a run of words and classes: `太小`, `{part}..{breaks}`, `(洗|下)一?水`. `{name}` is any word of a class, dots are a
//! gap of at most 4 (`..`), 8 (`...`), 16 (`....`) or 32 (`.....`) characters inside one clause, a comma a gap of at most 16
//! that may lead over one comma into the next clause (`标着,实际`), `(a|b|)` are alternatives, `_` is a space. Nothing else is special.

/// One piece of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// One of the words that [`words`] writes out; their letters are what [`letters`] says.
    Words(&'a str),
    /// Any word of this class.
    Class(&'a str),
}

/// The letters of a literal in normal form: `_` is a space, "n't" is "nt".
pub fn letters(word: &str) -> impl Iterator<Item = char> {
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

/// Calls `each` with every word of a piece that [`parse`] has handed on.
pub fn words(piece: &str, mut each: impl FnMut(&str)) {
    // Brackets do not nest: every second part is the inside of one.
    let parts = piece.split(['(', ')']).enumerate();
    let parts: Vec<Vec<&str>> =
        parts.map(|(place, part)| if place & 1 == 1 { part.split('|').collect() } else { vec![part] }).collect();
    spell(&mut String::with_capacity(piece.len()), &parts, &mut each);
}

/// Writes the parts behind what is written, once for every way to choose.
fn spell(written: &mut String, parts: &[Vec<&str>], each: &mut impl FnMut(&str)) {
    let Some((choices, parts)) = parts.split_first() else {
        return each(written);
    };
    let end = written.len();
    for choice in choices {
        written.push_str(choice);
        spell(written, parts, each);
        written.truncate(end);
    }
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
            pieces.push((std::mem::take(&mut gap), Piece::Words(word)));
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
