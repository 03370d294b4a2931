//! Reading lines of any bytes in constant memory.

use std::io::{self, BufRead, Read as _};

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
    // Room for the line end as well.
    let most = u64::try_from(longest).unwrap_or(u64::MAX).saturating_add(2);
    if input.by_ref().take(most).read_until(b'\n', line)? == 0 {
        return Ok(Line::End);
    }
    let ended = line.pop_if(|byte| *byte == b'\n').is_some();
    if line.len() > longest.saturating_add(1) && !ended {
        input.skip_until(b'\n')?;
    }
    line.pop_if(|byte| *byte == b'\r');
    if line.len() > longest {
        line.clear();
        return Ok(Line::TooLong);
    }
    Ok(Line::Read)
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
        let ok = || Some(b"ok".to_vec());
        assert_eq!(read(b"abcdefghij\nok\n", 4), [None, ok()]);
        assert_eq!(read(b"abcd\nok\nabcde\nok\nabcdef\nok", 4), [Some(b"abcd".to_vec()), ok(), None, ok(), None, ok()]);
        assert_eq!(read(b"abcd\r\nok\nabcde\r\nok", 4), [Some(b"abcd".to_vec()), ok(), None, ok()]);
        assert_eq!(read(b"abcde", 4), [None]);
    }
}
