//! What the shop has set right already, by the buyer's own words.

/// Was what was missing sent after ("少发了一提客服补了", "第二天就补寄了")? Then it is not promised once more.
#[must_use]
pub(super) fn is_sent_after(words: &str) -> bool {
    const SENT: [&str; 8] =
        ["客服补了", "客服補了", "就补寄了", "就補寄了", "就补发了", "就補發了", "已经补", "已經補"];
    const YET: [&str; 6] = ["还没", "還沒", "没收到", "沒收到", "又错", "又錯"];
    SENT.iter().any(|sent| words.split_once(sent).is_some_and(|(_, rest)| !YET.iter().any(|yet| rest.contains(yet))))
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
