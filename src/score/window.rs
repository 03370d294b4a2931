//! On which days a refund stands in Taobao's first-quality-refund rate (首次品退率).
//!
//! Source: the figure of day D covers orders paid on D − 31 to D − 2; a refund is in it from the day after it was filed.

use time::{Date, Duration};

use super::error::ScoreError;
use crate::text::moment::date_text;

/// First and last day on which the refund counts, and the day on which it no longer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first day whose figure holds it.
    pub first: Date,
    /// The last one.
    pub last: Date,
    /// The day after, when the order has left.
    pub drops: Date,
}

const FROM: i64 = 2;
const TO: i64 = 31;

/// When a refund of an order counts. `None` where it was filed so late that it never does. Without a refund: when the order is in the window.
///
/// # Errors
/// [`ScoreError::OutOfRange`] for a refund filed before the order was paid, or at the end of time.
pub fn first_quality(paid: Date, filed: Option<Date>) -> Result<Option<Days>, ScoreError> {
    let day = |date: Date, days: i64| {
        date.checked_add(Duration::days(days))
            .ok_or_else(|| ScoreError::range("paid", date_text(date), "a date of this age"))
    };
    if let Some(filed) = filed.filter(|filed| *filed < paid) {
        let expected = format!("{} or later, when the order was paid", date_text(paid));
        return Err(ScoreError::range("refund_filed", date_text(filed), expected));
    }
    let (enters, last, drops) = (day(paid, FROM)?, day(paid, TO)?, day(paid, TO.saturating_add(1))?);
    let first = match filed {
        Some(filed) => day(filed, 1)?.max(enters),
        None => enters,
    };
    Ok((first <= last).then_some(Days { first, last, drops }))
}
