//! A hash for tables of our own words: short keys that nobody chooses to collide. The standard one guards against such keys at several
//! times the price, which the start of the engine would pay for ten thousand words.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table of our own words.
pub type WordMap<Value> = HashMap<String, Value, BuildHasherDefault<Fnv>>;

/// FNV-1a with 64 bits (draft-eastlake-fnv, section 2).
#[derive(Debug, Clone, Copy)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_values_of_the_draft() {
        let of = |text: &str| {
            let mut hash = Fnv::default();
            hash.write(text.as_bytes());
            hash.finish()
        };
        assert_eq!(of(""), 0xCBF2_9CE4_8422_2325);
        assert_eq!(of("a"), 0xAF63_DC4C_8601_EC8C);
        assert_eq!(of("foobar"), 0x8594_4171_F739_67E8);
    }
}
