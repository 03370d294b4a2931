//! From the model's sums to probabilities.

use super::ROW;
use crate::issue::Issue;

/// Turns the sums for issues and for quality into probabilities, either of which add up to 1.
pub(super) fn beliefs(sums: &[i32; ROW], scale: f32) -> ([f32; Issue::COUNT], [f32; 3]) {
    let (of_issues, of_quality) = sums.split_at(Issue::COUNT);
    let of_quality = of_quality.get(..3).unwrap_or_default();
    let top = |sums: &[i32]| sums.iter().copied().max().unwrap_or(0);
    let (of_issues, of_quality) = (top(of_issues), top(of_quality));
    let mut tops = [of_quality; ROW];
    tops.iter_mut().take(Issue::COUNT).for_each(|slot| *slot = of_issues);
    let mut weights = [0.0_f32; ROW];
    for ((weight, sum), top) in weights.iter_mut().zip(sums).zip(tops) {
        *weight = exp(sum.wrapping_sub(top).min(0) as f32 * scale);
    }
    let (of_issues, of_quality) = weights.split_at(Issue::COUNT);
    (shares(of_issues), shares(of_quality))
}

/// What each of the first weights is of their sum.
fn shares<const N: usize>(weights: &[f32]) -> [f32; N] {
    let mut shares = [0.0; N];
    shares.iter_mut().zip(weights).for_each(|(share, weight)| *share = *weight);
    let whole: f32 = shares.iter().sum();
    shares.map(|weight| weight / whole)
}

/// e to the power of `x`, for `x` up to 0, to 5 digits. The standard library's is exact to the last, one call a number, and was a twelfth of
/// all that reading a note costs; this one is written out for all issues at once, and the same in wasm.
#[inline]
fn exp(x: f32) -> f32 {
    const SMALLEST: f32 = -126.0;
    const BIAS: u32 = 127;
    /// Added to a small number, it leaves no bits for what is behind the point, and the nearest whole one in the lowest.
    const ROUNDER: f32 = 12_582_912.0;
    let power = x * std::f32::consts::LOG2_E;
    let power = if power > SMALLEST { power } else { SMALLEST };
    let rounded = power + ROUNDER;
    // 2 to the power of the rest, between -1/2 and 1/2: the series of e, in powers of ln 2.
    let rest = (power - (rounded - ROUNDER)) * std::f32::consts::LN_2;
    let mut fraction = 1.0 / 720.0;
    fraction = fraction * rest + 1.0 / 120.0;
    fraction = fraction * rest + 1.0 / 24.0;
    fraction = fraction * rest + 1.0 / 6.0;
    fraction = fraction * rest + 0.5;
    fraction = fraction * rest + 1.0;
    fraction = fraction * rest + 1.0;
    fraction * f32::from_bits(rounded.to_bits().wrapping_add(BIAS) << 23)
}

/// The natural logarithm of `x`, for `x` from 1 on, to 5 digits; for the same reasons.
#[inline]
pub(in crate::issue) fn ln(x: f32) -> f32 {
    const BITS_OF_FRACTION: u32 = 23;
    const BIAS: u32 = 127;
    let bits = x.to_bits();
    // Between the square roots of 1/2 and 2, so that the series is short.
    let above = u32::from(bits & 0x7F_FFFF >= 0x35_04F3);
    let power = (bits >> BITS_OF_FRACTION).wrapping_sub(BIAS).wrapping_add(above);
    let near = f32::from_bits(bits & 0x7F_FFFF | (BIAS.wrapping_sub(above)) << BITS_OF_FRACTION);
    let ratio = (near - 1.0) / (near + 1.0);
    let square = ratio * ratio;
    let series = 2.0 * ratio * (1.0 + square * (1.0 / 3.0 + square * (1.0 / 5.0 + square / 7.0)));
    power as f32 * std::f32::consts::LN_2 + series
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_right_to_five_digits() {
        for step in 0..=4000_i16 {
            let x = 1.0 + f32::from(step) / 100.0;
            let (ours, exact) = (f64::from(ln(x)), f64::from(x).ln());
            assert!((ours - exact).abs() <= exact * 1e-5 + 1e-6, "ln {x}: {ours} for {exact}");
        }
        assert_eq!(ln(1.0), 0.0);
    }

    #[test]
    fn powers_of_e_are_right_to_five_digits() {
        for step in 0..=9000_i16 {
            let x = f32::from(step) / -100.0;
            let (ours, exact) = (f64::from(exp(x)), f64::from(x).exp());
            assert!((ours - exact).abs() <= exact * 1e-5 + 1e-37, "e^{x}: {ours} for {exact}");
        }
        assert_eq!(exp(0.0), 1.0);
        assert!(exp(-1e30) < 1e-30 && exp(f32::NEG_INFINITY) < 1e-30);
    }
}
