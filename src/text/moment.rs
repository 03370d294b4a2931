//! Points in time, read from RFC 3339 or from what pages show. No clock: "now" always comes from outside.

use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

/// A point in time with the offset of the shop's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(OffsetDateTime);

/// A text that is no moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a time: {found:?} (expected RFC 3339 such as 2026-11-12T10:00:00+08:00, or a date such as 2026-11-12)")]
pub struct NotAMoment {
    /// The text as found.
    pub found: String,
}

/// Asia/Shanghai, the zone of the Chinese platforms: UTC+8 without daylight saving since 1991.
pub const SHANGHAI: UtcOffset = match UtcOffset::from_hms(8, 0, 0) {
    Ok(offset) => offset,
    Err(_) => UtcOffset::UTC,
};

impl Moment {
    /// Reads RFC 3339, `2026-11-12 10:00[:00]`, `2026/11/12 …` or a bare date (midnight). A text without zone is in `zone`.
    ///
    /// # Errors
    /// [`NotAMoment`] when the text has none of these forms.
    pub fn parse(text: &str, zone: UtcOffset) -> Result<Self, NotAMoment> {
        let mut left = Left(text.trim().as_bytes());
        left.moment(zone).map(Self).ok_or_else(|| NotAMoment { found: text.chars().take(64).collect() })
    }

    /// From milliseconds since 1970 UTC, shown in `zone`; `None` outside the representable years.
    #[must_use]
    pub fn from_unix_ms(ms: i64, zone: UtcOffset) -> Option<Self> {
        let seconds = ms.div_euclid(1000);
        OffsetDateTime::from_unix_timestamp(seconds).ok()?.checked_to_offset(zone).map(Self)
    }

    /// Milliseconds since 1970 UTC.
    #[must_use]
    pub fn unix_ms(self) -> i64 {
        self.0.unix_timestamp().saturating_mul(1000).saturating_add(i64::from(self.0.millisecond()))
    }

    /// Seconds from `earlier` to `self`; negative when `self` is before it.
    #[must_use]
    pub fn seconds_since(self, earlier: Self) -> i64 {
        self.0.unix_timestamp().saturating_sub(earlier.0.unix_timestamp())
    }

    /// This moment moved by `seconds`; `None` outside the representable years.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Option<Self> {
        self.0.checked_add(time::Duration::seconds(seconds)).map(Self)
    }

    /// The calendar date in `zone`.
    #[must_use]
    pub fn date_in(self, zone: UtcOffset) -> Date {
        // At the ends of time a zone may lead out of the representable years.
        self.0.checked_to_offset(zone).unwrap_or(self.0).date()
    }

    /// The hour of the day in `zone`, 0 to 23.
    #[must_use]
    pub fn hour_in(self, zone: UtcOffset) -> u8 {
        self.0.checked_to_offset(zone).unwrap_or(self.0).hour()
    }

    /// RFC 3339, e.g. `2026-11-12T10:00:00+08:00`.
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        let (year, month, day) = self.0.to_calendar_date();
        let (hour, minute, second) = self.0.to_hms();
        let mut text = String::with_capacity(25);
        push(&mut text, year.unsigned_abs(), 4);
        for (mark, number) in [('-', u8::from(month)), ('-', day), ('T', hour), (':', minute), (':', second)] {
            text.push(mark);
            push(&mut text, u32::from(number), 2);
        }
        if self.0.nanosecond() != 0 {
            text.push('.');
            push(&mut text, self.0.nanosecond(), 9);
            text.truncate(text.trim_end_matches('0').len());
        }
        let offset = self.0.offset();
        if offset.is_utc() {
            text.push('Z');
            return text;
        }
        let (hours, minutes, _) = offset.as_hms();
        text.push(if offset.is_negative() { '-' } else { '+' });
        push(&mut text, u32::from(hours.unsigned_abs()), 2);
        text.push(':');
        push(&mut text, u32::from(minutes.unsigned_abs()), 2);
        text
    }
}

/// Writes a number with at least `digits` digits.
fn push(text: &mut String, number: u32, digits: u32) {
    let mut unit = 10_u32.saturating_pow(digits.saturating_sub(1));
    while unit > 0 {
        let digit = number.checked_div(unit).unwrap_or_default() % 10;
        text.push(char::from(b'0'.saturating_add(digit as u8)));
        unit /= 10;
    }
}

/// `YYYY-MM-DD`.
#[must_use]
pub fn date_text(date: Date) -> String {
    let mut text = String::with_capacity(10);
    push(&mut text, date.year().unsigned_abs(), 4);
    for number in [u8::from(date.month()), date.day()] {
        text.push('-');
        push(&mut text, u32::from(number), 2);
    }
    text
}

/// What is left to read.
struct Left<'a>(&'a [u8]);

impl Left<'_> {
    fn moment(&mut self, zone: UtcOffset) -> Option<OffsetDateTime> {
        let (date, exact) = self.date()?;
        let Some(between) = self.one_of(b"T t") else {
            return self.0.is_empty().then(|| date.midnight().assume_offset(zone));
        };
        let (hour, padded) = self.number(1, 2)?;
        self.one_of(b":")?;
        let minute = self.number(2, 2)?.0;
        let second = match self.one_of(b":") {
            Some(_) => Some(self.number(2, 2)?.0),
            None => None,
        };
        if self.0.is_empty() {
            let time = Time::from_hms(hour as u8, minute as u8, second.unwrap_or(0) as u8).ok()?;
            return (between != b't').then(|| PrimitiveDateTime::new(date, time).assume_offset(zone));
        }
        // From here on it is RFC 3339, which allows no shorter forms.
        if !exact || padded != 2 {
            return None;
        }
        let nanosecond = self.fraction()?;
        // A leap second is read as the last moment before it.
        let leap = second? == 60;
        let (second, nanosecond) = if leap { (59, 999_999_999) } else { (second?, nanosecond) };
        let offset = self.offset()?;
        let time = Time::from_hms_nano(hour as u8, minute as u8, second as u8, nanosecond).ok()?;
        let moment = PrimitiveDateTime::new(date, time).assume_offset(offset);
        let utc = moment.checked_to_offset(UtcOffset::UTC)?;
        let ends_month = utc.to_hms() == (23, 59, 59) && utc.date().next_day().is_none_or(|next| next.day() == 1);
        (self.0.is_empty() && (ends_month || !leap)).then_some(moment)
    }

    /// The date, and whether it is written as RFC 3339 wants it.
    fn date(&mut self) -> Option<(Date, bool)> {
        let year = self.number(4, 4)?.0;
        let first = self.one_of(b"-/")?;
        let (month, months) = self.number(1, 2)?;
        let second = self.one_of(b"-/")?;
        let (day, days) = self.number(1, 2)?;
        let month = Month::try_from(month as u8).ok()?;
        let date = Date::from_calendar_date(i32::try_from(year).ok()?, month, day as u8).ok()?;
        Some((date, first == b'-' && second == b'-' && months == 2 && days == 2))
    }

    fn fraction(&mut self) -> Option<u32> {
        if self.one_of(b".").is_none() {
            return Some(0);
        }
        let mut unit = 100_000_000_u32;
        let mut sum = 0_u32;
        let mut seen = false;
        while let Some(digit) = self.digit() {
            sum = sum.saturating_add(digit.saturating_mul(unit));
            unit /= 10;
            seen = true;
        }
        seen.then_some(sum)
    }

    fn offset(&mut self) -> Option<UtcOffset> {
        let sign: i8 = match self.one_of(b"Zz+-")? {
            b'+' => 1,
            b'-' => -1,
            _ => return Some(UtcOffset::UTC),
        };
        let hours = self.number(2, 2)?.0;
        self.one_of(b":")?;
        let minutes = self.number(2, 2)?.0;
        if hours > 23 || minutes > 59 {
            return None;
        }
        UtcOffset::from_hms((hours as i8).checked_mul(sign)?, (minutes as i8).checked_mul(sign)?, 0).ok()
    }

    /// A number of so many digits, and how many they are.
    fn number(&mut self, least: u8, most: u8) -> Option<(u32, u8)> {
        let mut sum = 0_u32;
        let mut digits = 0_u8;
        while digits < most
            && let Some(digit) = self.digit()
        {
            sum = sum.saturating_mul(10).saturating_add(digit);
            digits = digits.saturating_add(1);
        }
        (digits >= least).then_some((sum, digits))
    }

    fn digit(&mut self) -> Option<u32> {
        let (first, rest) = self.0.split_first()?;
        let digit = char::from(*first).to_digit(10)?;
        self.0 = rest;
        Some(digit)
    }

    fn one_of(&mut self, marks: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        let found = marks.contains(first);
        if found {
            self.0 = rest;
        }
        found.then_some(*first)
    }
}

#[cfg(test)]
mod tests;
