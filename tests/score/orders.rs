//! Orders, days, confidence, and windows that roll.

use aftersales_radar::score::decimal::Decimal;
use aftersales_radar::score::orders::{PerDay, Share};
use aftersales_radar::score::rolling::Rolling;
use aftersales_radar::score::stars::Need;
use aftersales_radar::score::{confident, orders};
use num_bigint::BigUint;

use super::dice::{Dice, any_mean, decimal, least, mean};

#[test]
fn orders_and_days() {
    let mut dice = Dice(7);
    for _ in 0..20_000 {
        let (x, r, a_day) = (dice.below(2000), dice.below(1001) as i128, dice.below(500) as i128);
        let rate = Share::new("rate", decimal(r, 3)).unwrap();
        let expected = |n: i128| r * n >= 1000 * i128::from(x);
        assert!(least(orders::orders(x, rate).unwrap(), r == 0 && x > 0, expected));
        let enough = |days: i128| r * a_day * days >= 10_000 * i128::from(x);
        let found = orders::days(x, rate, PerDay::new("a", decimal(a_day, 1)).unwrap()).unwrap();
        assert!(least(found, r * a_day == 0 && x > 0, enough), "{x} {r} {a_day}: {found:?}");
    }
}

/// The least n with P(Bin(n, p/q) ≥ x) ≥ a/b, by carrying the whole distribution along, order by order.
fn by_hand(x: usize, (p, q): (u64, u64), (a, b): (u64, u64)) -> u64 {
    // Ways to have 0 … x−1 ratings, out of qⁿ.
    let mut below = vec![BigUint::from(1_u32)];
    let mut all = BigUint::from(1_u32);
    for n in 0.. {
        let missed: BigUint = below.iter().take(x).sum();
        if (&all - missed) * b >= &all * a {
            return n;
        }
        let mut next = vec![BigUint::from(0_u32); (below.len() + 1).min(x)];
        for (k, ways) in below.iter().enumerate().take(x) {
            next[k] += ways * (q - p);
            if k + 1 < next.len() {
                next[k + 1] += ways * p;
            }
        }
        below = next;
        all *= q;
    }
    unreachable!()
}

#[test]
fn confidence_equals_the_whole_distribution() {
    let mut dice = Dice(8);
    let mut problems = vec![(35, (1, 10), (9, 10)), (1, (1, 10), (1, 10)), (1, (1, 2), (3, 4)), (4, (3, 4), (81, 256))];
    // Even odds at a rate of one half are exact ties at every number of ratings.
    problems.extend((1..40).map(|x| (x, (1, 2), (1, 2))));
    problems.extend((0..400).map(|_| {
        let (x, p) = (dice.between(1, 14) as usize, dice.between(3, 19));
        (x, (p, 20), (dice.between(1, 99), 100))
    }));
    for (x, (p, q), (a, b)) in problems {
        let share =
            |part: u64, whole: u64| Share::new("share", decimal(i128::from(part * 10_u64.pow(9) / whole), 9)).unwrap();
        let found = confident::orders(x as u64, share(p, q), share(a, b)).unwrap();
        assert_eq!(found, Need::Count(by_hand(x, (p, q), (a, b))), "{x} of {p}/{q} at {a}/{b}");
    }
}

#[test]
fn confidence_for_many_ratings_is_quick_and_has_an_end() {
    let share = |text: &str| Share::new("share", Decimal::parse("share", text).unwrap()).unwrap();
    // Between the mean and four standard deviations above it.
    let Ok(Need::Count(found)) = confident::orders(10_000_000, share("0.01"), share("0.99")) else { panic!() };
    assert!((1_000_000_000..1_002_000_000).contains(&found), "{found}");
    // The median of a binomial is its mean; a tie all along.
    assert_eq!(confident::orders(5_000, share("0.5"), share("0.5")), Ok(Need::Count(9_999)));
    assert!(confident::orders(10_000_001, share("0.5"), share("0.9")).is_err());
    assert!(confident::orders(5, share("0.00001"), share("0.9")).is_err());
    assert!(confident::orders(5, share("0.1"), share("0")).is_err());
    assert_eq!(confident::orders(0, share("0"), share("0.9")), Ok(Need::Count(0)));
    assert_eq!(confident::orders(5, share("0"), share("0.9")), Ok(Need::Impossible));
    assert_eq!(confident::orders(5, share("0.1"), share("1")), Ok(Need::Impossible));
    assert_eq!(confident::orders(5, share("1"), share("1")), Ok(Need::Count(5)));
}

#[test]
fn rolling_windows_day_by_day() {
    let mut dice = Dice(9);
    for _ in 0..6_000 {
        let ((a, d), (m, e), (b, k)) = (any_mean(&mut dice, 2), any_mean(&mut dice, 2), any_mean(&mut dice, 2));
        let (count, window, tenths) = (dice.below(400), dice.between(1, 200), dice.below(60));
        let rolling = Rolling {
            count,
            mean: mean(a, d),
            window,
            new_per_day: PerDay::new("a", decimal(i128::from(tenths), 1)).unwrap(),
            new_mean: mean(m, e),
        };
        // Stars and ratings after so many days, times 10·window·100: whole numbers throughout.
        let hundredths = |units: i128, places: u32| units * 10_i128.pow(2 - places);
        let (old, new, target) = (hundredths(a, d), hundredths(m, e), hundredths(b, k));
        let (n, w, t) = (i128::from(count), i128::from(window), i128::from(tenths));
        let at = |day: i128| {
            let (left, come) = (10 * n * (w - day), t * day * w);
            (old * left + new * come, left + come)
        };
        let meets = |day: i128| (at(day).1 > 0).then(|| at(day).0 >= target * at(day).1);
        if count > 0 {
            let reached = (0..=w).find(|day| meets(*day) == Some(true));
            assert_eq!(rolling.days(mean(b, k)).unwrap().number().map(i128::from), reached, "{rolling:?} {b} {k}");
            let fallen = (0..=w).find(|day| meets(*day) == Some(false));
            assert_eq!(
                rolling.days_until_below(mean(b, k)).unwrap().number().map(i128::from),
                fallen,
                "{rolling:?} {b} {k}"
            );
        }
        let day = dice.below(window + 1);
        let (stars, ratings) = at(i128::from(day));
        let found = rolling.mean_after(day).unwrap();
        assert_eq!(found.is_none(), ratings == 0);
        if let Some(found) = found {
            assert_eq!(found.numerator() * 100 * ratings, stars * found.denominator());
        }
    }
}
