//! Rates.

use aftersales_radar::score::decimal::Decimal;
use aftersales_radar::score::rate::{self, Bad, Percent};
use aftersales_radar::score::shown::{self, Rounding};

use super::dice::{Dice, decimal, least};

#[test]
fn rates_and_the_counts_behind_them() {
    let mut dice = Dice(10);
    for _ in 0..20_000 {
        let base = dice.between(1, 400);
        let bad = dice.below(base + 1);
        let places = dice.below(3) as u32;
        let scale = 10_i128.pow(places);
        let units = i128::from(dice.below(100 * scale as u64 + 1));
        let target = Percent::new("target_pct", decimal(units, places)).unwrap();
        let (b, m) = (i128::from(bad), i128::from(base));
        // bad ÷ orders ≤ units ÷ (100·scale)
        let meets = |bad: i128, orders: i128| bad * 100 * scale <= units * orders;
        let rates = Bad::new(bad, base).unwrap();
        assert!(least(rates.clean_orders(target).unwrap(), units == 0 && bad > 0, |x| meets(b, m + x)));
        let extra = dice.below(300);
        let room = i128::from(rates.budget(target, extra).unwrap());
        let all = m + i128::from(extra);
        assert!(
            (room == 0 || meets(b + room, all)) && !meets(b + room + 1, all) || room + b >= all && units == 100 * scale
        );

        let rounding = [Rounding::HalfUp, Rounding::Truncate, Rounding::Unknown][dice.below(3) as usize];
        let shows = |bad: i128, orders: i128| {
            let half_up = (2 * bad * 100 * scale + orders).div_euclid(2 * orders) == units;
            let cut = (bad * 100 * scale).div_euclid(orders) == units;
            rounding != Rounding::Truncate && half_up || rounding != Rounding::HalfUp && cut
        };
        let fitting: Vec<u64> = (0..=base).filter(|bad| shows(i128::from(*bad), m)).collect();
        match rate::count(base, target, rounding) {
            Ok(fits) => assert_eq!((Some(&fits.min), fits.max.as_ref()), (fitting.first(), fitting.last())),
            Err(_) => assert!(fitting.is_empty(), "{base} {units} {places} {rounding:?}"),
        }
        let bad = bad.min(30);
        if units > 0 {
            // With more than twice as many orders the rate is shown as less.
            let end = bad * 200 * scale as u64 / units as u64 + 3;
            let first = (bad.max(1)..end).find(|base| shows(i128::from(bad), i128::from(*base)));
            match rate::base(bad, target, rounding) {
                Ok(fits) => {
                    assert_eq!(Some(fits.min), first, "{bad} {units} {places} {rounding:?}");
                    assert!(
                        fits.max.is_none_or(|max| shows(i128::from(bad), i128::from(max))
                            && !shows(i128::from(bad), i128::from(max) + 1))
                    );
                }
                Err(_) => assert_eq!(first, None, "{bad} {units} {places} {rounding:?}"),
            }
        }
    }
    assert!(Bad::new(5, 4).is_err());
}

#[test]
fn a_tie_on_screen_is_no_tie() {
    for (line, shop, places, equal, passes) in [
        ("0.05671", "0.05674", 4, true, false),
        ("0.05671", "0.05671", 4, true, true),
        ("0.05675", "0.05674", 4, false, true),
        ("0.05", "0.0500", 2, true, true),
        ("1", "0.99", 0, true, true),
    ] {
        let decimal = |text| Decimal::parse("rate", text).unwrap();
        let tie = shown::tie(decimal(line), decimal(shop), places, Rounding::HalfUp).unwrap();
        assert_eq!((tie.shown_equal, tie.passes), (equal, passes), "{line} {shop}");
    }
}
