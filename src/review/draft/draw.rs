//! Choices that differ from review to review and are the same for the same one: numbers from a hash of the input.

/// A row of numbers that follows from a seed.
#[derive(Debug, Clone)]
pub struct Draw(u64);

impl Draw {
    /// A row of its own for each text.
    #[must_use]
    pub fn of(parts: &[&str]) -> Self {
        let mut hash = 0xCBF2_9CE4_8422_2325_u64;
        for part in parts {
            for byte in part.bytes().chain([0xFF]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
            }
        }
        Self(hash)
    }

    /// Another row that follows from this one and a number.
    #[must_use]
    pub fn fork(&self, number: u64) -> Self {
        let mut next = Self(self.0 ^ number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        next.next();
        next
    }

    /// The next number (SplitMix64).
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `count`; 0 where that is 0.
    pub fn below(&mut self, count: usize) -> usize {
        let number = self.next() >> 16;
        usize::try_from(number.checked_rem(count as u64).unwrap_or(0)).unwrap_or(0)
    }

    /// One of several.
    pub fn one<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        let place = self.below(items.len());
        items.get(place).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_row_and_another_another() {
        let row = |mut draw: Draw| (0..8).map(|_| draw.below(1000)).collect::<Vec<_>>();
        assert_eq!(row(Draw::of(&["a", "b"])), row(Draw::of(&["a", "b"])));
        assert_ne!(row(Draw::of(&["a", "b"])), row(Draw::of(&["ab"])));
        assert_ne!(row(Draw::of(&["a"])), row(Draw::of(&["a"]).fork(1)));
        assert_eq!(Draw::of(&[]).one::<u8>(&[]), None);
    }
}
