//! The buyer's words, cut into pieces at the cues, so that the components only have to draw them.

use super::message::{CueAt, Words};

/// A piece of the buyer's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words as the buyer wrote them.
    pub text: String,
    /// The issue they show, `None` between cues.
    pub label: Option<String>,
}

/// Cuts a text at its cues. Cues that overlap an earlier one, are empty or lie outside the text are left out; no letter is ever lost.
#[must_use]
pub fn pieces(words: &Words) -> Vec<Piece> {
    let letters: Vec<char> = words.text.chars().collect();
    let mut cues: Vec<&CueAt> =
        words.cues.iter().filter(|cue| cue.start < cue.end && cue.end <= letters.len()).collect();
    cues.sort_by_key(|cue| (cue.start, std::cmp::Reverse(cue.end)));
    let mut result = Vec::new();
    let mut at = 0;
    for cue in cues {
        if cue.start < at {
            continue;
        }
        push(&mut result, letters.get(at..cue.start), None);
        push(&mut result, letters.get(cue.start..cue.end), Some(cue.label.clone()));
        at = cue.end;
    }
    push(&mut result, letters.get(at..), None);
    result
}

fn push(result: &mut Vec<Piece>, letters: Option<&[char]>, label: Option<String>) {
    let text: String = letters.unwrap_or_default().iter().collect();
    if !text.is_empty() {
        result.push(Piece { text, label });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, cues: &[(usize, usize)]) -> Vec<(String, bool)> {
        let cues = cues.iter().map(|&(start, end)| CueAt { start, end, label: "x".into() }).collect();
        let words = Words { from: "note".into(), text: text.into(), cues };
        pieces(&words).into_iter().map(|piece| (piece.text, piece.label.is_some())).collect()
    }

    #[test]
    fn cuts_at_code_points() {
        assert_eq!(cut("😀衣服太小了", &[(3, 6)]), [("😀衣服".to_owned(), false), ("太小了".to_owned(), true)]);
        assert_eq!(cut("起球", &[(0, 2)]), [("起球".to_owned(), true)]);
        assert_eq!(cut("", &[]), []);
    }

    #[test]
    fn bad_cues_lose_no_letter() {
        for cues in [
            vec![(0, 9)],
            vec![(2, 1)],
            vec![(0, 2), (1, 3)],
            vec![(1, 3), (0, 2)],
            vec![(3, 3)],
            vec![(usize::MAX, usize::MAX)],
        ] {
            let whole: String = cut("一二三", &cues).into_iter().map(|(text, _)| text).collect();
            assert_eq!(whole, "一二三", "{cues:?}");
        }
    }
}
