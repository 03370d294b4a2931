//! The arithmetic of targets against its definitions: what is claimed to be enough is enough, and one less is not.
//! Every problem is decided by whole numbers written out here, not by the formulas under test. Seeds are fixed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs,
    reason = "a tool or test outside the product may stop and print"
)]

use aftersales_radar::score::decimal::Decimal;
use aftersales_radar::score::orders::{PerDay, Share};
use aftersales_radar::score::rate::{self, Bad, Percent};
use aftersales_radar::score::rolling::Rolling;
use aftersales_radar::score::shown::{self, Rounding};
use aftersales_radar::score::stars::{Mean, Need, Stars, mix};
use aftersales_radar::score::{confident, ones, orders};
use num_bigint::BigUint;

/// SplitMix64.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn between(&mut self, first: u64, last: u64) -> u64 {
        first + self.below(last - first + 1)
    }
}

/// `units` with `places` digits after the point, written as text and read back by the code under test.
fn decimal(units: i128, places: u32) -> Decimal {
    let scale = 10_i128.pow(places);
    let text = match places {
        0 => units.to_string(),
        _ => format!("{}.{:0width$}", units / scale, units % scale, width = places as usize),
    };
    Decimal::parse("number", &text).unwrap()
}

fn mean(units: i128, places: u32) -> Mean {
    Mean::new("mean", decimal(units, places)).unwrap()
}

/// A random mean of 1 to 5 with 0 to `most` places: its units and its places.
fn any_mean(dice: &mut Dice, most: u32) -> (i128, u32) {
    let places = dice.below(u64::from(most) + 1) as u32;
    let scale = 10_u64.pow(places);
    (i128::from(dice.between(scale, 5 * scale)), places)
}

/// Counts of every size, small ones often.
fn any_count(dice: &mut Dice) -> u64 {
    let bits = dice.below(34);
    dice.below((1 << bits) + 1)
}

/// Whether `need` is the least number for which `enough` holds; `never` says that none can.
fn least(need: Need, never: bool, enough: impl Fn(i128) -> bool) -> bool {
    match need {
        Need::Impossible => never,
        Need::Count(number) => {
            let number = i128::from(number);
            !never && enough(number) && (number == 0 || !enough(number - 1))
        }
    }
}

#[test]
fn fifty_thousand_points() {
    let mut dice = Dice(1);
    for _ in 0..50_000 {
        let ((a, d), (b, k), n) = (any_mean(&mut dice, 6), any_mean(&mut dice, 4), any_count(&mut dice));
        let found = Stars::of_mean(mean(a, d), n).unwrap().need(mean(b, k).exact(), Mean::FIVE.exact()).unwrap();
        let (score, target) = (a * 10_i128.pow(k), b * 10_i128.pow(d));
        let one = 10_i128.pow(d + k);
        // (score·n + 5x) ÷ (n + x) ≥ target, all times 10^(d+k); without ratings there is no mean.
        let n = i128::from(n);
        let enough = |x: i128| n + x > 0 && score * n + 5 * one * x >= target * (n + x);
        let never = n > 0 && target == 5 * one && score < target;
        assert!(least(found, never, enough), "{a} {d} {b} {k} {n}: {found:?}");
    }
}

#[test]
fn fifty_thousand_intervals() {
    let mut dice = Dice(2);
    let mut impossible_figures = 0;
    for _ in 0..50_000 {
        let ((a, d), (b, k)) = (any_mean(&mut dice, 2), any_mean(&mut dice, 3));
        let n = i128::from(dice.between(1, 40));
        let (rounding, tops) =
            [(Rounding::HalfUp, [true, false]), (Rounding::Truncate, [false, true]), (Rounding::Unknown, [true, true])]
                [dice.below(3) as usize];
        let (scale, one) = (10_i128.pow(d), 10_i128.pow(k));
        // All sums of whole stars that would be shown so: by rounding half up, by cutting off, or by either.
        let shown_so = |sum: i128| {
            let half_up = (2 * sum * scale + n).div_euclid(2 * n) == a;
            let cut = (sum * scale).div_euclid(n) == a;
            tops[0] && half_up || tops[1] && cut
        };
        let fitting: Vec<i128> = (n..=5 * n).filter(|sum| shown_so(*sum)).collect();
        let found = shown::need(decimal(a, d), n as u64, rounding, mean(b, k).exact());
        let (Some(low), Some(high)) = (fitting.first(), fitting.last()) else {
            impossible_figures += 1;
            assert!(found.is_err(), "{a} {d} {n} {rounding:?}: {found:?}");
            continue;
        };
        let found = found.unwrap();
        for (need, sum) in [(found.best, high), (found.worst, low)] {
            let enough = |x: i128| (sum + 5 * x) * one >= b * (n + x);
            assert!(least(need, b == 5 * one && *sum < 5 * n, enough), "{a} {d} {b} {k} {n} {rounding:?}: {need:?}");
        }
        let wide = shown::need_between(decimal(a, d), (n as u64, n as u64 + 9), rounding, mean(b, k).exact()).unwrap();
        assert!(wide.best.number() <= found.best.number() || found.best == Need::Impossible);
    }
    assert!(impossible_figures > 100);
}

#[test]
fn bounds_over_a_range_of_counts_hold_for_each_of_them() {
    let mut dice = Dice(3);
    for _ in 0..400 {
        let ((a, d), (b, k)) = (any_mean(&mut dice, 2), any_mean(&mut dice, 2));
        let fewest = dice.between(1, 200);
        let most = fewest + dice.between(1, 60);
        let target = mean(b, k).exact();
        let wide = shown::need_between(decimal(a, d), (fewest, most), Rounding::HalfUp, target).unwrap();
        let size = |need: Need| need.number().unwrap_or(u64::MAX);
        for n in fewest..=most {
            if let Ok(one) = shown::need(decimal(a, d), n, Rounding::HalfUp, target) {
                assert!(
                    size(wide.best) <= size(one.best) && size(one.worst) <= size(wide.worst),
                    "{a} {d} {b} {k} {n}"
                );
            }
        }
    }
}

/// Ratings with 1 to 5 stars, fewer than nine of each.
fn any_ratings(dice: &mut Dice) -> [u64; 5] {
    std::array::from_fn(|_| dice.below(9))
}

fn sum_and_count(ratings: [u64; 5]) -> (i128, i128) {
    let sum = (1..).zip(ratings).map(|(value, number)| value * i128::from(number)).sum();
    (sum, ratings.iter().copied().map(i128::from).sum())
}

#[test]
fn histograms_and_mixes() {
    let mut dice = Dice(4);
    for _ in 0..20_000 {
        let ratings = any_ratings(&mut dice);
        let ((sum, n), (b, k)) = (sum_and_count(ratings), any_mean(&mut dice, 2));
        let one = 10_i128.pow(k);
        let stars = Stars::of_histogram(ratings).unwrap();
        let found = stars.need(mean(b, k).exact(), Mean::FIVE.exact()).unwrap();
        let enough = |x: i128| n + x > 0 && (sum + 5 * x) * one >= b * (n + x);
        assert!(least(found, n > 0 && b == 5 * one && sum < 5 * n, enough), "{ratings:?} {b} {k}");

        let cuts = [0; 4].map(|_| dice.below(101) as i128);
        let mut sorted = cuts;
        sorted.sort_unstable();
        let shares = [sorted[0], sorted[1] - sorted[0], sorted[2] - sorted[1], sorted[3] - sorted[2], 100 - sorted[3]];
        let gain: i128 = (1..).zip(shares).map(|(value, share)| value * share).sum();
        let found =
            stars.need(mean(b, k).exact(), mix(shares.map(|share| decimal(share, 2))).unwrap().exact()).unwrap();
        let enough = |x: i128| n + x > 0 && (100 * sum + gain * x) * one >= 100 * b * (n + x);
        let never = if n == 0 { gain * one < 100 * b } else { gain * one <= 100 * b && !enough(0) };
        assert!(least(found, never, enough), "{ratings:?} {shares:?} {b} {k}: {found:?}");
    }
    assert!(mix([10, 0, 0, 0, 80].map(|share| decimal(share, 2))).is_err());
}

#[test]
fn targets_that_only_have_to_be_shown() {
    let mut dice = Dice(5);
    for _ in 0..20_000 {
        let ratings = any_ratings(&mut dice);
        let ((sum, n), (b, k)) = (sum_and_count(ratings), any_mean(&mut dice, 2));
        let one = 10_i128.pow(k);
        for rounding in [Rounding::HalfUp, Rounding::Truncate] {
            let from = shown::displayed(decimal(b, k), rounding).unwrap();
            let found = Stars::of_histogram(ratings).unwrap().need(from, Mean::FIVE.exact()).unwrap();
            let shows = |x: i128| {
                let (sum, n) = (sum + 5 * x, n + x);
                n > 0
                    && match rounding {
                        Rounding::HalfUp => (2 * sum * one + n).div_euclid(2 * n) >= b,
                        _ => (sum * one).div_euclid(n) >= b,
                    }
            };
            let never = rounding == Rounding::Truncate && b == 5 * one && n > 0 && sum < 5 * n;
            assert!(least(found, never, shows), "{ratings:?} {b} {k} {rounding:?}: {found:?}");
        }
    }
}

#[test]
fn one_stars_removed_revised_borne_and_made_up_for() {
    let mut dice = Dice(6);
    for _ in 0..20_000 {
        let ratings = any_ratings(&mut dice);
        let ((sum, n), (b, k)) = (sum_and_count(ratings), any_mean(&mut dice, 2));
        let (one, target, there) = (10_i128.pow(k), mean(b, k).exact(), i128::from(ratings[0]));
        let stars = Stars::of_histogram(ratings).unwrap();
        let meets = |sum: i128, n: i128| n > 0 && sum * one >= b * n;

        let removed = (0..=there).find(|x| meets(sum - x, n - x));
        let found = ones::remove(stars, target, Some(ratings[0])).unwrap();
        assert_eq!(found.number().map(i128::from), removed, "{ratings:?} {b} {k}");
        let revised = (0..=there).find(|x| meets(sum + 4 * x, n));
        let found = ones::revise(stars, target, Some(ratings[0])).unwrap();
        assert_eq!(found.number().map(i128::from), revised, "{ratings:?} {b} {k}");

        // Without the histogram: never more than the sum allows.
        let most = ones::most(stars).unwrap();
        assert!(most >= there && (5 * n - sum - 4 * most) / 4 == 0);
        if let Need::Count(number) = ones::remove(stars, target, None).unwrap() {
            assert!(i128::from(number) <= most && removed.is_none_or(|removed| removed == i128::from(number)));
        }

        if b > one {
            let room = i128::from(ones::headroom(stars, target).unwrap().unwrap());
            assert!(room == 0 || meets(sum + room, n + room));
            assert!(!meets(sum + room + 1, n + room + 1), "{ratings:?} {b} {k}");
        } else {
            assert_eq!(ones::headroom(stars, target), Ok(None));
        }
        let bad = dice.between(1, 4);
        let found = ones::recover(stars, bad, target).unwrap();
        let (worse, more) = (sum + i128::from(bad), n + i128::from(bad));
        let enough = |x: i128| (worse + 5 * x) * one >= b * (more + x);
        assert!(least(found, b == 5 * one, enough));

        let gone = dice.below(ratings[0] + 3);
        match ones::without(stars, gone, Some(ratings[0])) {
            Ok(left) => {
                let found = left.need(target, Mean::FIVE.exact()).unwrap();
                let (sum, n) = (sum - i128::from(gone), n - i128::from(gone));
                let enough = |x: i128| n + x > 0 && (sum + 5 * x) * one >= b * (n + x);
                assert!(gone <= ratings[0] && least(found, n > 0 && b == 5 * one && sum < 5 * n, enough));
            }
            Err(_) => assert!(gone > ratings[0]),
        }
    }
}

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
