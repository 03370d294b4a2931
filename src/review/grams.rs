//! How alike two texts are: the share of three-letter pieces they have in common.

use crate::text::normal;

/// The pieces of a text, each once, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grams(Vec<u32>);

impl Grams {
    /// Of a text in normal form, so that script, width and spaces make no difference.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let letters = normal::normalise(text).chars;
        let mut grams: Vec<u32> = letters.windows(3).map(hash).collect();
        grams.sort_unstable();
        grams.dedup();
        Self(grams)
    }

    /// Jaccard's measure: common pieces by all pieces, 0 to 1.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f32 {
        let (mut one, mut two) = (self.0.as_slice(), other.0.as_slice());
        let mut common = 0_usize;
        while let (Some((left, lefts)), Some((right, rights))) = (one.split_first(), two.split_first()) {
            if left <= right {
                one = lefts;
            }
            if right <= left {
                two = rights;
            }
            common = common.saturating_add(usize::from(left == right));
        }
        let all = self.0.len().saturating_add(other.0.len()).saturating_sub(common);
        if all == 0 { 0.0 } else { common as f32 / all as f32 }
    }
}

/// Do the texts share a run of `length` letters?
#[must_use]
pub fn share_run(one: &[char], other: &[char], length: usize) -> bool {
    let mut runs: Vec<u32> = one.windows(length.max(1)).map(hash).collect();
    runs.sort_unstable();
    other.windows(length.max(1)).any(|run| runs.binary_search(&hash(run)).is_ok())
}

fn hash(letters: &[char]) -> u32 {
    letters.iter().fold(0x811C_9DC5, |hash: u32, letter| (hash ^ u32::from(*letter)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_counts_common_pieces() {
        let likeness = |one: &str, other: &str| Grams::of(one).likeness(&Grams::of(other));
        assert!((likeness("换大一码或者退货", "換大一碼或者退貨") - 1.0).abs() < f32::EPSILON);
        assert!((likeness("abcd", "bcde") - 1.0 / 3.0).abs() < 1e-6);
        assert_eq!((likeness("", ""), likeness("一二三", "四五六")), (0.0, 0.0));
    }

    #[test]
    fn runs_are_found() {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        assert!(share_run(&letters("abcdefg"), &letters("xxcdeyy"), 3));
        assert!(!share_run(&letters("abcdefg"), &letters("xxcdyy"), 3));
    }
}
