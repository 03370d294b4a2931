//! Countdowns and dates as people say them. The present is always given from outside.

use crate::words::{Locale, text};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// Below this a deadline is shown as urgent.
const URGENT: i64 = 4 * HOUR;

/// A countdown at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Countdown {
    /// For example `剩3小时12分`.
    pub text: String,
    /// Less than four hours are left, or none.
    pub urgent: bool,
    /// The deadline has passed.
    pub over: bool,
    /// In how many milliseconds the text changes.
    pub changes_in: i64,
}

/// The time left until `deadline`, both in milliseconds since 1970 UTC. Minutes are rounded down: what is said to be left is left.
#[must_use]
pub fn countdown(deadline: f64, now: f64, locale: Locale) -> Countdown {
    let left = whole(deadline).saturating_sub(whole(now));
    let over = left <= 0;
    let span = left.saturating_abs();
    let (days, hours, minutes) =
        (span.div_euclid(DAY), span.rem_euclid(DAY).div_euclid(HOUR), span.rem_euclid(HOUR).div_euclid(MINUTE));
    let say = |key: &str, first: i64, second: i64| text(locale, key, &[&first.to_string(), &second.to_string()]);
    let amount = match (days, hours, minutes) {
        (0, 0, 0) => text(locale, "panel_span_under_minute", &[]),
        (0, 0, _) => say("panel_span_minutes", minutes, 0),
        (0, _, 0) => say("panel_span_hour", hours, 0),
        (0, _, _) => say("panel_span_hours", hours, minutes),
        (_, 0, _) => say("panel_span_day", days, 0),
        _ => say("panel_span_days", days, hours),
    };
    let step = if days > 0 { HOUR } else { MINUTE };
    let changes_in = match span {
        _ if over => step.saturating_sub(span.rem_euclid(step)),
        ..MINUTE => span,
        _ => span.rem_euclid(step).saturating_add(1),
    };
    let text = text(locale, if over { "panel_time_over" } else { "panel_time_left" }, &[&amount]);
    Countdown { text, urgent: left < URGENT, over, changes_in }
}

/// When the earliest of several countdowns changes, in milliseconds; `None` when nothing counts down.
#[must_use]
pub fn next_change(deadlines: impl Iterator<Item = f64>, now: f64) -> Option<i64> {
    deadlines.map(|deadline| countdown(deadline, now, Locale::En).changes_in).min()
}

/// The wall-clock time of an RFC 3339 text in its own zone: `今天 18:30`, `11月24日 18:30`; with the year where it is another one. A text of
/// another form comes back as it is.
#[must_use]
pub fn wall_clock(rfc3339: &str, now: f64, locale: Locale) -> String {
    let Some(moment) = Wall::parse(rfc3339) else {
        return rfc3339.to_owned();
    };
    let today = whole(now).saturating_add(moment.offset.saturating_mul(MINUTE)).div_euclid(DAY);
    let time = format!("{:02}:{:02}", moment.hour, moment.minute);
    match moment.day_number().saturating_sub(today) {
        0 => text(locale, "panel_today_at", &[&time]),
        1 => text(locale, "panel_tomorrow_at", &[&time]),
        _ => {
            let date = date(&rfc3339.chars().take(10).collect::<String>(), now, locale);
            text(locale, "panel_date_at", &[&date, &time])
        }
    }
}

/// The wall-clock time of a moment on a machine so many minutes east of UTC, as [`wall_clock`] says it.
#[must_use]
pub fn local_clock(ms: f64, now: f64, offset: i32, locale: Locale) -> String {
    let local = whole(ms).saturating_add(i64::from(offset).saturating_mul(MINUTE));
    let (year, month, day) = civil(local.div_euclid(DAY));
    let (hour, minute) = (local.rem_euclid(DAY).div_euclid(HOUR), local.rem_euclid(HOUR).div_euclid(MINUTE));
    let sign = if offset < 0 { '-' } else { '+' };
    let east = offset.unsigned_abs();
    let zone = format!("{sign}{:02}:{:02}", east.div_euclid(60), east.rem_euclid(60));
    wall_clock(&format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00{zone}"), now, locale)
}

/// A date `YYYY-MM-DD` in the locale's form, without the year where it is this one. Another text comes back as it is.
#[must_use]
pub fn date(iso: &str, now: f64, locale: Locale) -> String {
    let Some(wall) = Wall::parse(iso) else {
        return partial_date(iso, locale);
    };
    let this_year = civil_year(whole(now).div_euclid(DAY));
    let (day, year) = (wall.day.to_string(), wall.year.to_string());
    let month = text(locale, &format!("panel_month_{}", wall.month), &[]);
    let key = if wall.year == this_year { "panel_date_short" } else { "panel_date_long" };
    text(locale, key, &[&month, &day, &year])
}

/// `2022-06` and `2022`, as rules of which the day is not known are dated; another text comes back as it is.
fn partial_date(iso: &str, locale: Locale) -> String {
    let digits = |text: &str, len: usize| text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit());
    match iso.split_once('-') {
        None if digits(iso, 4) => text(locale, "panel_date_year", &[iso]),
        Some((year, month)) if digits(year, 4) && digits(month, 2) && matches!(month.parse(), Ok(1..=12_u8)) => {
            let name = text(locale, &format!("panel_month_{}", month.trim_start_matches('0')), &[]);
            text(locale, "panel_date_month", &[&name, year])
        }
        _ => iso.to_owned(),
    }
}

struct Wall {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    /// Minutes east of UTC.
    offset: i64,
}

impl Wall {
    fn parse(iso: &str) -> Option<Self> {
        let part = |from: usize, len: usize| {
            let digits: String = iso.chars().skip(from).take(len).collect();
            (digits.len() == len && digits.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| digits.parse::<i64>().ok())
                .flatten()
        };
        let (year, month, day) = (part(0, 4)?, part(5, 2)?, part(8, 2)?);
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let (hour, minute) = (part(11, 2).unwrap_or(0), part(14, 2).unwrap_or(0));
        let offset =
            iso.char_indices().skip(16).find(|(_, letter)| matches!(letter, '+' | '-')).and_then(|(at, sign)| {
                let minutes =
                    part(at.saturating_add(1), 2)?.saturating_mul(60).saturating_add(part(at.saturating_add(4), 2)?);
                Some(if sign == '-' { minutes.saturating_neg() } else { minutes })
            });
        Some(Self { year, month, day, hour, minute, offset: offset.unwrap_or(0) })
    }

    /// Days since 1970-01-01 (the usual civil-calendar arithmetic, years counted from March).
    fn day_number(&self) -> i64 {
        let year = self.year.saturating_sub(i64::from(self.month <= 2));
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = self.month.saturating_add(9).rem_euclid(12);
        let of_year =
            month.saturating_mul(153).saturating_add(2).div_euclid(5).saturating_add(self.day).saturating_sub(1);
        let days =
            of_era.saturating_mul(365).saturating_add(of_era.div_euclid(4)).saturating_sub(of_era.div_euclid(100));
        era.saturating_mul(146_097).saturating_add(days).saturating_add(of_year).saturating_sub(719_468)
    }
}

/// Year, month and day of a day number, counted as [`Wall::day_number`] counts.
fn civil(day_number: i64) -> (i64, i64, i64) {
    let year = civil_year(day_number);
    let number = |month: i64| Wall { year, month, day: 1, hour: 0, minute: 0, offset: 0 }.day_number();
    let month = (1..=12).take_while(|month| number(*month) <= day_number).last().unwrap_or(1);
    (year, month, day_number.saturating_sub(number(month)).saturating_add(1))
}

fn civil_year(day_number: i64) -> i64 {
    let estimate = day_number.div_euclid(366).saturating_add(1970);
    let starts = |year: i64| Wall { year, month: 1, day: 1, hour: 0, minute: 0, offset: 0 }.day_number() <= day_number;
    (0..3).map(|step| estimate.saturating_add(step)).take_while(|year| starts(*year)).last().unwrap_or(estimate)
}

/// Milliseconds travel as floating point; whole ones are exact far beyond any date a page shows.
#[allow(clippy::cast_possible_truncation, reason = "saturates, and NaN becomes 0")]
const fn whole(ms: f64) -> i64 {
    ms as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: f64 = 1_763_740_000_000.0; // 2025-11-21T15:46:40Z, 23:46:40 in Shanghai

    fn left(ms: i64, locale: Locale) -> Countdown {
        countdown(NOW + ms as f64, NOW, locale)
    }

    #[test]
    fn says_the_two_largest_units_and_rounds_down() {
        assert_eq!(left(3 * HOUR + 12 * MINUTE + 59_999, Locale::ZhCn).text, "剩3小时12分");
        assert_eq!(left(2 * DAY + 5 * HOUR + 59 * MINUTE, Locale::ZhCn).text, "剩2天5小时");
        assert_eq!(left(2 * DAY + 59 * MINUTE, Locale::ZhCn).text, "剩2天", "no idle zero");
        assert_eq!(left(4 * HOUR, Locale::ZhCn).text, "剩4小时");
        assert_eq!(left(12 * MINUTE, Locale::ZhTw).text, "剩12分鐘");
        assert_eq!(left(59_000, Locale::En).text, "less than 1 min left");
        assert_eq!(left(-(2 * HOUR + MINUTE), Locale::ZhCn).text, "已超时2小时1分");
    }

    #[test]
    fn urgent_below_four_hours_and_over_at_zero() {
        assert!(!left(4 * HOUR, Locale::En).urgent);
        assert!(left(4 * HOUR - 1, Locale::En).urgent && !left(1, Locale::En).over);
        assert!(left(0, Locale::En).over && left(0, Locale::En).urgent);
    }

    #[test]
    fn the_text_changes_exactly_when_announced() {
        for ms in [
            1,
            30_000,
            59_999,
            MINUTE,
            90 * MINUTE + 1,
            DAY - 1,
            DAY,
            DAY + 1,
            3 * DAY + 5 * MINUTE,
            0,
            -1,
            -MINUTE,
            -DAY,
            -DAY - 1,
        ] {
            let shown = left(ms, Locale::En);
            assert!(shown.changes_in > 0, "{ms}");
            let at = |passed: i64| countdown(NOW + ms as f64, NOW + passed as f64, Locale::En).text;
            assert_eq!(at(shown.changes_in - 1), shown.text, "{ms} before");
            assert_ne!(at(shown.changes_in), shown.text, "{ms} after {}", shown.changes_in);
        }
    }

    #[test]
    fn nothing_to_count_needs_no_timer() {
        assert_eq!(next_change(std::iter::empty(), NOW), None);
        assert_eq!(next_change([NOW + 90_000.0, NOW + 70_000.0].into_iter(), NOW), Some(10_001));
    }

    #[test]
    fn wall_clock_is_that_of_the_shop() {
        assert_eq!(wall_clock("2025-11-21T23:59:00+08:00", NOW, Locale::ZhCn), "今天 23:59");
        assert_eq!(wall_clock("2025-11-22T08:00:00+08:00", NOW, Locale::ZhCn), "明天 08:00");
        assert_eq!(wall_clock("2025-11-24T18:30:00+08:00", NOW, Locale::ZhTw), "11月24日 18:30");
        assert_eq!(wall_clock("2026-01-02T03:04:00+08:00", NOW, Locale::En), "2 Jan 2026, 03:04");
        assert_eq!(wall_clock("soon", NOW, Locale::En), "soon");
    }

    #[test]
    fn a_moment_is_told_by_this_machines_clock() {
        let at = NOW + 9.0 * 3_600_000.0; // 2025-11-22T00:46:40Z
        assert_eq!(local_clock(at, NOW, 480, Locale::ZhCn), "明天 08:46");
        assert_eq!(local_clock(at, NOW, -300, Locale::ZhCn), "今天 19:46");
        assert_eq!(local_clock(NOW + 100.0 * 86_400_000.0, NOW, 0, Locale::ZhCn), "2026年3月1日 15:46");
    }

    #[test]
    fn dates_in_three_languages() {
        assert_eq!(date("2025-12-27", NOW, Locale::ZhCn), "12月27日");
        assert_eq!(date("2026-12-27", NOW, Locale::ZhTw), "2026年12月27日");
        assert_eq!(date("2025-12-07", NOW, Locale::En), "7 Dec");
        assert_eq!(date("2025-13-07", NOW, Locale::En), "2025-13-07");
        assert_eq!(date("2022-06", NOW, Locale::ZhCn), "2022年6月");
        assert_eq!(date("2022-06", NOW, Locale::En), "Jun 2022");
        assert_eq!(date("2022", NOW, Locale::ZhTw), "2022年");
        assert_eq!(date("2022-19", NOW, Locale::En), "2022-19");
        assert_eq!(date("about 2023", NOW, Locale::En), "about 2023");
    }

    #[test]
    fn day_numbers_agree_with_the_calendar() {
        for (iso, days) in [("1970-01-01", 0), ("2000-02-29", 11_016), ("2025-11-21", 20_413), ("1969-12-31", -1)] {
            let wall = Wall::parse(iso).unwrap();
            assert_eq!(wall.day_number(), days, "{iso}");
            assert_eq!(civil_year(days), wall.year, "{iso}");
        }
        assert_eq!(civil_year(20_453), 2025); // 2025-12-31
        assert_eq!(civil_year(20_454), 2026);
    }
}
