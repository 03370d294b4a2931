//! The small pattern language of `packs/issues/*.toml`.
//!
//! A pattern is a run of words and classes: `太小`, `{part}..{breaks}`, `(洗|下)一?水`. `{name}` is any word of a class, dots are a
//! gap of at most 4 (`..`), 8 (`...`), 16 (`....`) or 32 (`.....`) characters inside one clause, a comma a gap of at most 16
//! that may lead over one comma into the next clause (`标着,实际`), `(a|b|)` are alternatives, `_` is a space. Nothing else is special.

/// One piece of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// These words, literally; their letters are what [`letters`] says.
    Word(&'a str),
    /// Any word of this class.
    Class(&'a str),
}

/// The letters of a literal in normal form: `_` is a space, "n't" is "nt".
pub fn letters(word: &str) -> impl Iterator<Item = char> {
    let halves = word.split("n't");
    let joints = std::iter::once("").chain(std::iter::repeat("nt"));
    let letters = joints.zip(halves).flat_map(|(joint, half)| joint.chars().chain(half.chars()));
    letters.map(|letter| if letter == '_' { ' ' } else { letter })
}

/// The bit of a gap that may lead over one comma; the others are its length.
pub const OVER_COMMA: u8 = 0x80;

/// A pattern whose alternatives have been written out: each piece with the gap allowed before it.
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

/// Reads one pattern and hands on all its sequences.
///
/// # Errors
/// [`BadPattern`] for unbalanced brackets, a gap at an end or an empty pattern.
pub fn parse(pattern: &str, mut each: impl FnMut(&Sequence<'_>)) -> Result<(), BadPattern> {
    let mut written = String::with_capacity(pattern.len());
    let mut each = |text: &str| sequence(text).map(|pieces| each(&pieces));
    expand(&mut written, pattern, &mut each).map_err(|fault| BadPattern { pattern: pattern.to_owned(), fault })
}

/// Writes `rest` behind what is written, once for every alternative of its brackets.
fn expand(
    written: &mut String,
    rest: &str,
    each: &mut impl FnMut(&str) -> Result<(), &'static str>,
) -> Result<(), &'static str> {
    let begin = written.len();
    let Some((before, bracket)) = rest.split_once('(') else {
        written.push_str(rest);
        let result = each(written);
        written.truncate(begin);
        return result;
    };
    let (inside, after) = bracket.split_once(')').ok_or("a bracket is not closed")?;
    if inside.contains('(') {
        return Err("brackets do not nest");
    }
    written.push_str(before);
    let end = written.len();
    for choice in inside.split('|') {
        written.push_str(choice);
        expand(written, after, each)?;
        written.truncate(end);
    }
    written.truncate(begin);
    Ok(())
}

/// What ends a literal.
const MARKS: &[u8] = b".,{}()|";

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
            let end = rest.bytes().position(|byte| MARKS.contains(&byte)).unwrap_or(rest.len());
            let (word, after) = rest.split_at_checked(end).unwrap_or_default();
            if word.is_empty() {
                return Err("a class or bracket is not opened");
            }
            pieces.push((std::mem::take(&mut gap), Piece::Word(word)));
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
