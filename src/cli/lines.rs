//! Reading lines of any bytes in constant memory.

use std::io::{self, BufRead};

/// The longest line that is read; more than this is no refund and no page.
pub const LONGEST_LINE: usize = 64 * 1024 * 1024;

/// One line of input.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// A line is in the buffer, without its line end.
    Read,
    /// The line was longer than [`LONGEST_LINE`]; it has been skipped.
    TooLong,
    /// The input has ended.
    End,
}

/// Reads the next line into `line` (cleared first); `\n` and `\r\n` both end a line, a missing last line end is no error.
///
/// # Errors
/// What the reader reports.
pub fn next(input: &mut impl BufRead, line: &mut Vec<u8>, longest: usize) -> io::Result<Line> {
    line.clear();
    let mut seen = false;
    let mut too_long = false;
    loop {
        let chunk = input.fill_buf()?;
        if chunk.is_empty() {
            break;
        }
        seen = true;
        let end = chunk.iter().position(|byte| *byte == b'\n');
        let piece = end.and_then(|end| chunk.get(..end)).unwrap_or(chunk);
        if line.len().saturating_add(piece.len()) > longest {
            too_long = true;
            line.clear();
        } else if !too_long {
            line.extend_from_slice(piece);
        }
        let used = end.map_or(chunk.len(), |end| end.saturating_add(1));
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(match (seen, too_long) {
        (false, _) => Line::End,
        (true, true) => Line::TooLong,
        (true, false) => Line::Read,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8], longest: usize) -> Vec<Option<Vec<u8>>> {
        let mut input = io::BufReader::with_capacity(3, text);
        let mut line = Vec::new();
        let mut lines = Vec::new();
        loop {
            match next(&mut input, &mut line, longest).unwrap() {
                Line::Read => lines.push(Some(line.clone())),
                Line::TooLong => lines.push(None),
                Line::End => return lines,
            }
        }
    }

    #[test]
    fn both_line_ends_and_a_missing_last_one() {
        assert_eq!(read(b"ab\r\n\ncd", 9), [Some(b"ab".to_vec()), Some(Vec::new()), Some(b"cd".to_vec())]);
        assert!(read(b"", 9).is_empty());
    }

    #[test]
    fn a_line_that_is_too_long_is_skipped_whole() {
        assert_eq!(read(b"abcdefghij\nok\n", 4), [None, Some(b"ok".to_vec())]);
    }
}
