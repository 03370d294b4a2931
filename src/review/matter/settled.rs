//! What the shop has set right already, by the buyer's own words.

use crate::review::telling::{says, telling};

/// Was what was missing sent after ("少发了一提客服补了", "第二天就补寄了")? Then it is not promised once more.
#[must_use]
pub(super) fn is_sent_after(words: &str) -> bool {
    let lists = telling();
    let came = |sent: &&str| words.split_once(*sent).is_some_and(|(_, rest)| !says(rest, &lists.not_yet));
    lists.sent.iter().any(came)
}

#[cfg(test)]
mod tests {
    use super::is_sent_after;

    #[test]
    fn what_came_after_all_is_told_from_what_did_not() {
        assert!(is_sent_after("少发了一提客服补了") && is_sent_after("少了螺丝，第二天就补寄了"));
        assert!(!is_sent_after("少了一包零件，客服说补发") && !is_sent_after("已经补发了，还没到"));
    }
}
