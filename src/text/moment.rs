//! Points in time, read from RFC 3339 or from what pages show. No clock: "now" always comes from outside.

use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{Date, OffsetDateTime, PrimitiveDateTime, UtcOffset};

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
pub const SHANGHAI: UtcOffset = time::macros::offset!(+8);

impl Moment {
    /// Reads RFC 3339, `2026-11-12 10:00[:00]`, `2026/11/12 …` or a bare date (midnight). A text without zone is in `zone`.
    ///
    /// # Errors
    /// [`NotAMoment`] when the text has none of these forms.
    pub fn parse(text: &str, zone: UtcOffset) -> Result<Self, NotAMoment> {
        let trimmed = text.trim();
        if let Ok(moment) = OffsetDateTime::parse(trimmed, &Rfc3339) {
            return Ok(Self(moment));
        }
        let plain = trimmed.replace('/', "-").replace('T', " ");
        let seconds =
            format_description!("[year]-[month padding:none]-[day padding:none] [hour padding:none]:[minute]:[second]");
        let minutes =
            format_description!("[year]-[month padding:none]-[day padding:none] [hour padding:none]:[minute]");
        let date = format_description!("[year]-[month padding:none]-[day padding:none]");
        if let Ok(local) = PrimitiveDateTime::parse(&plain, seconds) {
            return Ok(Self(local.assume_offset(zone)));
        }
        if let Ok(local) = PrimitiveDateTime::parse(&plain, minutes) {
            return Ok(Self(local.assume_offset(zone)));
        }
        if let Ok(day) = Date::parse(&plain, date) {
            return Ok(Self(day.midnight().assume_offset(zone)));
        }
        Err(NotAMoment {
            found: text.chars().take(64).collect(),
        })
    }

    /// From milliseconds since 1970 UTC, shown in `zone`; `None` outside the representable years.
    #[must_use]
    pub fn from_unix_ms(ms: i64, zone: UtcOffset) -> Option<Self> {
        let seconds = ms.div_euclid(1000);
        OffsetDateTime::from_unix_timestamp(seconds)
            .ok()?
            .checked_to_offset(zone)
            .map(Self)
    }

    /// Milliseconds since 1970 UTC.
    #[must_use]
    pub fn unix_ms(self) -> i64 {
        self.0
            .unix_timestamp()
            .saturating_mul(1000)
            .saturating_add(i64::from(self.0.millisecond()))
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

    /// RFC 3339, e.g. `2026-11-12T10:00:00+08:00`.
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        self.0.format(&Rfc3339).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_forms_pages_show() {
        let wanted = Moment::parse("2026-09-29T07:00:00+08:00", SHANGHAI).unwrap();
        for text in [
            "2026-09-29 07:00:00",
            "2026/09/29 07:00",
            " 2026/9/29 7:00 ",
            "2026-09-28T23:00:00Z",
        ] {
            assert_eq!(Moment::parse(text, SHANGHAI).unwrap(), wanted, "{text}");
        }
        assert_eq!(
            Moment::parse("2026-09-29", SHANGHAI).unwrap().to_rfc3339(),
            "2026-09-29T00:00:00+08:00"
        );
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in ["", "--", "2026-13-01", "2026-02-30", "昨天", "7天无理由"] {
            assert!(Moment::parse(text, SHANGHAI).is_err(), "{text}");
        }
    }

    #[test]
    fn the_ends_of_time_do_no_harm() {
        let last = Moment::parse("9999-12-31T23:59:59Z", SHANGHAI).unwrap();
        assert_eq!(last.date_in(SHANGHAI).to_string(), "9999-12-31");
        assert_eq!(last.plus_seconds(i64::MAX), None);
        assert_eq!(last.plus_seconds(1), None);
        assert!(Moment::parse("0001-01-01", SHANGHAI).unwrap().unix_ms() < 0);
        assert_eq!(Moment::from_unix_ms(i64::MAX, SHANGHAI), None);
        assert!(Moment::from_unix_ms(-1, SHANGHAI).is_some());
    }

    #[test]
    fn a_date_in_another_zone() {
        let late = Moment::parse("2026-11-05T18:00:00Z", SHANGHAI).unwrap();
        assert_eq!(late.date_in(SHANGHAI).to_string(), "2026-11-06");
    }
}
