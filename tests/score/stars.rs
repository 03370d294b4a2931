//! Means of stars.

use aftersales_radar::score::ones;
use aftersales_radar::score::shown::{self, Rounding};
use aftersales_radar::score::stars::{Mean, Need, Stars, mix};

use super::dice::{Dice, any_count, any_mean, decimal, least, mean};

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
