//! The pattern language of `packs/lint/*.toml`: that of the issues, with every part between two gaps taken as one set of words, so that
//! long lists of alternatives do not multiply. `{name}` is a class, dots are a gap of at most 2, 4, 8 … letters inside one clause,
//! `(a|b|)` are alternatives, `_` is a space.

/// What may stand at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Any {
    /// A word of this class.
    Class(String),
    /// One of these.
    Words(Vec<String>),
}

/// One part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// How many letters may stand before it.
    pub gap: u8,
    /// What it is.
    pub any: Any,
}

/// A pattern that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("pattern {pattern:?}: {fault}")]
pub struct BadPattern {
    /// The pattern as written.
    pub pattern: String,
    /// What is wrong.
    pub fault: &'static str,
}

/// Reads a pattern.
///
/// # Errors
/// [`BadPattern`] for unbalanced or nested brackets, a gap at an end, an empty alternative alone.
pub fn parse(pattern: &str) -> Result<Vec<Part>, BadPattern> {
    let fault = |fault| BadPattern { pattern: pattern.to_owned(), fault };
    let mut parts = Vec::new();
    let mut dots = 0_u32;
    for piece in pattern.split('.') {
        if piece.is_empty() {
            dots = dots.saturating_add(1);
            continue;
        }
        if !parts.is_empty() || dots > 0 {
            dots = dots.saturating_add(1);
        }
        if parts.is_empty() && dots > 0 {
            return Err(fault("a pattern cannot begin with a gap"));
        }
        let gap =
            if parts.is_empty() { 0 } else { 1_u8.checked_shl(dots).ok_or_else(|| fault("a gap is too long"))? };
        parts.push(Part { gap, any: any(piece).map_err(fault)? });
        dots = 0;
    }
    if dots > 0 || parts.is_empty() { Err(fault("a pattern cannot be empty or end with a gap")) } else { Ok(parts) }
}

fn any(piece: &str) -> Result<Any, &'static str> {
    if let Some(name) = piece.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        return Ok(Any::Class(name.to_owned()));
    }
    let mut words = Vec::new();
    expand(piece, &mut words)?;
    Ok(Any::Words(words))
}

/// Writes out the first bracket and goes on with the rest.
fn expand(piece: &str, out: &mut Vec<String>) -> Result<(), &'static str> {
    let Some((before, rest)) = piece.split_once('(') else {
        if piece.contains([')', '|', '{', '}', '?']) {
            return Err("a bracket is not opened, or a class stands within a word");
        }
        if piece.is_empty() {
            return Err("a word is empty");
        }
        out.push(piece.replace('_', " "));
        return Ok(());
    };
    let (inside, after) = rest.split_once(')').ok_or("a bracket is not closed")?;
    if inside.contains('(') {
        return Err("brackets do not nest");
    }
    inside.split('|').try_for_each(|choice| expand(&format!("{before}{choice}{after}"), out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_sets_of_words() {
        let words = |list: &[&str]| Any::Words(list.iter().map(|word| (*word).to_owned()).collect());
        let parts = parse("(加|换)个..{wx}.no_(a|)").unwrap();
        assert_eq!(parts[0], Part { gap: 0, any: words(&["加个", "换个"]) });
        assert_eq!(parts[1], Part { gap: 4, any: Any::Class("wx".into()) });
        assert_eq!(parts[2], Part { gap: 2, any: words(&["no a", "no "]) });
        assert_eq!(parse("太..小").unwrap()[1].gap, 4);
    }

    #[test]
    fn names_what_is_wrong() {
        for bad in ["", "..小", "小..", "(小", "小)", "小{大}", "((小))", "(小|)"] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}
