//! Which refunds the queue shows and in which order: worst level first, then the nearest deadline, then the higher score, then the page's
//! own order.

use super::message::{Card, Desk, Level};

/// The refunds to look at, of one level or of all that carry a mark.
#[must_use]
pub fn rows(desk: &Desk, only: Option<Level>) -> Vec<&Card> {
    let wanted = |card: &&Card| card.level != Level::Safe && only.is_none_or(|level| card.level == level);
    let mut rows: Vec<&Card> = desk.cards.iter().filter(wanted).collect();
    rows.sort_by(|a, b| {
        let reply_by =
            |card: &Card| card.review.as_ref().and_then(|review| review.reply_by.as_ref().map(|due| due.at_ms));
        let deadline = |card: &Card| {
            card.deadline.as_ref().map(|due| due.at_ms).or_else(|| reply_by(card)).unwrap_or(f64::INFINITY)
        };
        a.level.cmp(&b.level).then(deadline(a).total_cmp(&deadline(b))).then(b.score.total_cmp(&a.score))
    });
    rows
}

/// How many cards have this level.
#[must_use]
pub fn count(desk: &Desk, level: Level) -> usize {
    desk.cards.iter().filter(|card| card.level == level).count()
}

/// The last four signs of a number, which is how agents tell numbers apart.
#[must_use]
pub fn tail(id: &str) -> String {
    let letters = id.chars().count();
    id.chars().skip(letters.saturating_sub(4)).collect()
}

/// The neighbour of `key` in `rows`, `step` places away, stopping at both ends; the first row when `key` is not among them.
#[must_use]
pub fn neighbour<'a>(rows: &[&'a Card], key: Option<&str>, step: isize) -> Option<&'a str> {
    let place = key.and_then(|key| rows.iter().position(|card| card.key == key));
    let wanted = place.map_or(0, |place| place.saturating_add_signed(step).min(rows.len().saturating_sub(1)));
    rows.get(wanted).map(|card| card.key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn desk(cards: &[(&str, &str, Option<f64>, f64)]) -> Desk {
        let cards: Vec<_> = cards
            .iter()
            .map(|(key, level, at_ms, score)| {
                let deadline = at_ms.map(|at_ms| json!({ "at_ms": at_ms }));
                json!({ "key": key, "level": level, "score": score, "reason": {}, "deadline": deadline })
            })
            .collect();
        serde_json::from_value(json!({ "cards": cards })).unwrap()
    }

    fn keys(desk: &Desk, only: Option<Level>) -> String {
        rows(desk, only).iter().map(|card| card.key.as_str()).collect()
    }

    #[test]
    fn level_then_deadline_then_score_then_page_order() {
        let desk = desk(&[
            ("a", "watch", Some(1.0), 99.0),
            ("b", "counted", None, 90.0),
            ("c", "counted", Some(9.0), 10.0),
            ("d", "counted", Some(5.0), 10.0),
            ("e", "at_risk", None, 40.0),
            ("f", "at_risk", None, 60.0),
            ("g", "at_risk", None, 60.0),
            ("h", "safe", Some(0.0), 100.0),
        ]);
        assert_eq!(keys(&desk, None), "dcbfgea");
        assert_eq!(keys(&desk, Some(Level::AtRisk)), "fge");
        assert_eq!(count(&desk, Level::Counted), 3);
    }

    #[test]
    fn walking_stops_at_the_ends() {
        let desk = desk(&[("a", "counted", None, 3.0), ("b", "counted", None, 2.0)]);
        let rows = rows(&desk, None);
        assert_eq!(neighbour(&rows, None, 1), Some("a"));
        assert_eq!(neighbour(&rows, Some("a"), 1), Some("b"));
        assert_eq!(neighbour(&rows, Some("b"), 1), Some("b"));
        assert_eq!(neighbour(&rows, Some("a"), -1), Some("a"));
        assert_eq!(neighbour(&rows, Some("gone"), -1), Some("a"));
        assert_eq!(neighbour(&[], Some("a"), 1), None);
    }

    #[test]
    fn tails_of_numbers() {
        assert_eq!(tail("2311780045213366"), "3366");
        assert_eq!(tail("12"), "12");
        assert_eq!(tail(""), "");
    }
}
