//! The small pattern language of `packs/issues/*.toml`.
//!
//! A pattern is a run of words and classes: `太小`, `{part}..{breaks}`, `(洗|下)一?水`. `{name}` is any word of a class, dots are a
//! gap of at most 4 (`..`), 8 (`...`), 16 (`....`) or 32 (`.....`) characters inside one clause, a comma a gap of at most 16
//! that may lead over one comma into the next clause (`标着,实际`), `(a|b|)` are alternatives, `_` is a space. Nothing else is special.

/// One piece of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// These words, literally.
    Word(String),
    /// Any word of this class.
    Class(String),
}

/// The bit of a gap that may lead over one comma; the others are its length.
pub const OVER_COMMA: u8 = 0x80;

/// A pattern whose alternatives have been written out: each piece with the gap allowed before it.
pub type Sequence = Vec<(u8, Piece)>;

/// A pattern that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("pattern {pattern:?}: {fault}")]
pub struct BadPattern {
    /// The pattern as written.
    pub pattern: String,
    /// What is wrong.
    pub fault: &'static str,
}

/// Reads one pattern into all its sequences.
///
/// # Errors
/// [`BadPattern`] for unbalanced brackets, a gap at an end or an empty pattern.
pub fn parse(pattern: &str) -> Result<Vec<Sequence>, BadPattern> {
    let fault = |fault| BadPattern { pattern: pattern.to_owned(), fault };
    let mut written_out = Vec::new();
    expand(pattern, &mut written_out).map_err(fault)?;
    written_out.iter().map(|text| sequence(text).map_err(fault)).collect()
}

/// Writes out the first bracket and goes on with the rest.
fn expand(pattern: &str, out: &mut Vec<String>) -> Result<(), &'static str> {
    let Some((before, rest)) = pattern.split_once('(') else {
        if pattern.contains(')') || pattern.contains('|') {
            return Err("a bracket is not opened");
        }
        out.push(pattern.to_owned());
        return Ok(());
    };
    let (inside, after) = rest.split_once(')').ok_or("a bracket is not closed")?;
    if inside.contains('(') {
        return Err("brackets do not nest");
    }
    for choice in inside.split('|') {
        expand(&format!("{before}{choice}{after}"), out)?;
    }
    Ok(())
}

fn sequence(text: &str) -> Result<Sequence, &'static str> {
    let mut pieces: Sequence = Vec::new();
    let mut gap = 0_u8;
    let mut dots = 0_u32;
    let mut word = String::new();
    let mut class: Option<String> = None;
    for letter in text.chars() {
        if let Some(name) = class.as_mut() {
            if letter == '}' {
                pieces.push((gap, Piece::Class(std::mem::take(name))));
                gap = 0;
                class = None;
            } else {
                name.push(letter);
            }
            continue;
        }
        if dots > 0 && letter != '.' {
            gap = 1_u8.checked_shl(dots).ok_or("a gap is too long")?;
            dots = 0;
        }
        if matches!(letter, '.' | '{' | ',') && !word.is_empty() {
            pieces.push((gap, Piece::Word(std::mem::take(&mut word))));
            gap = 0;
        }
        match letter {
            '.' if pieces.is_empty() => return Err("a pattern cannot begin with a gap"),
            ',' if pieces.is_empty() || gap != 0 => return Err("a comma stands between two pieces"),
            ',' => gap = OVER_COMMA | 16,
            '.' => dots = dots.saturating_add(1),
            '{' => class = Some(String::new()),
            '}' => return Err("a class is not opened"),
            '_' => word.push(' '),
            letter => word.push(letter),
        }
    }
    if class.is_some() {
        return Err("a class is not closed");
    }
    if dots > 0 || word.is_empty() && gap != 0 {
        return Err("a pattern cannot end with a gap");
    }
    if !word.is_empty() {
        pieces.push((gap, Piece::Word(word)));
    }
    if pieces.is_empty() { Err("a pattern must not be empty") } else { Ok(pieces) }
}

#[cfg(test)]
mod tests;
