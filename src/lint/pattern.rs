//! The pattern language of `packs/lint/*.toml`: that of the issues, with every part between two gaps taken as one set of words, so that
//! long lists of alternatives do not multiply. `{name}` is a class, dots are a gap of at most 2, 4, 8 … letters inside one clause,
//! `(a|b|)` are alternatives, `_` is a space.

/// What may stand at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Any<'a> {
    /// A word of this class.
    Class(&'a str),
    /// One of the words that are written so ([`words`]).
    Words(&'a str),
}

/// One part of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'a> {
    /// How many letters may stand before it.
    pub gap: u8,
    /// What it is.
    pub any: Any<'a>,
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
/// [`BadPattern`] for a gap at an end or one that is too long.
pub fn parse(pattern: &str) -> Result<Vec<Part<'_>>, BadPattern> {
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
        parts.push(Part { gap, any: any(piece) });
        dots = 0;
    }
    if dots > 0 || parts.is_empty() { Err(fault("a pattern cannot be empty or end with a gap")) } else { Ok(parts) }
}

fn any(piece: &str) -> Any<'_> {
    let class = piece.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    class.map_or(Any::Words(piece), Any::Class)
}

/// Calls `each` for every word of a part.
///
/// # Errors
/// What is wrong: unbalanced or nested brackets, an empty word.
pub fn words(piece: &str, mut each: impl FnMut(&str)) -> Result<(), &'static str> {
    expand(piece, &mut String::new(), &mut each)
}

/// Writes out the first bracket behind what is `written` and goes on with the rest.
fn expand(piece: &str, written: &mut String, each: &mut impl FnMut(&str)) -> Result<(), &'static str> {
    let plain = |text: &str, written: &mut String| {
        written.extend(text.chars().map(|letter| if letter == '_' { ' ' } else { letter }));
    };
    let Some((before, rest)) = piece.split_once('(') else {
        if piece.contains([')', '|', '{', '}', '?']) {
            return Err("a bracket is not opened, or a class stands within a word");
        }
        plain(piece, written);
        if written.is_empty() {
            return Err("a word is empty");
        }
        each(written);
        return Ok(());
    };
    let (inside, after) = rest.split_once(')').ok_or("a bracket is not closed")?;
    if inside.contains('(') {
        return Err("brackets do not nest");
    }
    plain(before, written);
    let length = written.len();
    inside.split('|').try_for_each(|choice| {
        plain(choice, written);
        let done = expand(after, written, each);
        written.truncate(length);
        done
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(piece: &str) -> Result<Vec<String>, &'static str> {
        let mut all = Vec::new();
        words(piece, |word| all.push(word.to_owned())).map(|()| all)
    }

    #[test]
    fn parts_are_sets_of_words() {
        let parts = parse("(加|换)个..{wx}.no_(a|)").unwrap();
        assert_eq!(parts[0], Part { gap: 0, any: Any::Words("(加|换)个") });
        assert_eq!(parts[1], Part { gap: 4, any: Any::Class("wx") });
        assert_eq!(parts[2], Part { gap: 2, any: Any::Words("no_(a|)") });
        assert_eq!(parse("太..小").unwrap()[1].gap, 4);
        assert_eq!(all("(加|换)个").unwrap(), ["加个", "换个"]);
        assert_eq!(all("no_(a|)").unwrap(), ["no a", "no "]);
        assert_eq!(all("(a|b)c(d|)_(e|f)").unwrap().len(), 8);
        assert_eq!(all("(a|)(b|c)").unwrap(), ["ab", "ac", "b", "c"]);
    }

    #[test]
    fn names_what_is_wrong() {
        for bad in ["", "..小", "小.."] {
            assert!(parse(bad).is_err(), "{bad}");
        }
        for bad in ["(小", "小)", "小{大}", "((小))", "(小|)", ""] {
            assert!(all(bad).is_err(), "{bad}");
        }
    }
}
