//! When an order leaves the window its quality figure is made of.

use time::{Date, Duration, UtcOffset};

use crate::pack::{Condition, Pack};
use crate::text::moment::Moment;

/// The first day on which an order paid at `paid` is out of the window.
#[must_use]
pub fn leaves(paid: Moment, days: i64, zone: UtcOffset) -> Option<Date> {
    paid.date_in(zone).checked_add(Duration::days(days))
}

/// The same from the platform's pack; `None` where no window is known.
#[must_use]
pub fn of(pack: &Pack, paid: Option<Moment>) -> Option<Date> {
    let days = pack.exemptions.iter().find_map(|exemption| match exemption.when {
        Condition::Window { days } => Some(days),
        _ => None,
    })?;
    leaves(paid?, days, pack.about.zone())
}

#[cfg(test)]
mod tests {
    use super::super::tests::at;
    use super::*;
    use crate::pack::{Packs, Platform};

    #[test]
    fn thirty_two_days_after_the_day_of_payment() {
        let pack = &Packs::embedded().book(Platform::Taobao).unwrap().pack;
        for (paid, wanted) in [
            ("2026-10-30T22:05:00+08:00", "2026-12-01"),
            ("2026-10-22", "2026-11-23"),
            ("2026-10-22T16:30:00Z", "2026-11-24"),
            ("2027-01-31", "2027-03-04"),
            ("2028-01-31", "2028-03-03"),
        ] {
            assert_eq!(of(pack, Some(at(paid))).map(|day| day.to_string()).as_deref(), Some(wanted), "{paid}");
        }
        assert_eq!(of(pack, None), None);
        assert_eq!(of(&Packs::embedded().book(Platform::Jd).unwrap().pack, Some(at("2026-10-22"))), None);
    }
}
