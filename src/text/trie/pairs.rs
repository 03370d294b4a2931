//! The nodes after the first two letters of a word, found without a search: most walks end there, and a first letter may have hundreds of
//! children.

/// A bit for each pair of letters, and the places of the nodes in the order of the bits.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// Most pairs begin no word: this says so, and lies in the nearest cache.
    bits: Vec<u64>,
    /// By 64 bits: how many are set before them.
    before: Vec<u16>,
    /// By set bit: the place of a node, or [`SHARED`].
    places: Vec<u32>,
}

/// Two pairs of letters have this bit in common.
pub(super) const SHARED: u32 = u32::MAX;

/// Bits of the number of a pair.
const BITS: u32 = 17;

impl Pairs {
    /// Takes in `(first letter, second letter, place of the node)`.
    pub(super) fn new(nodes: &[(u16, u16, u32)]) -> Self {
        let mut bits = vec![0_u64; 1 << BITS.saturating_sub(u64::BITS.ilog2())];
        for (first, second, _) in nodes {
            let (word, bit) = bit_of(*first, *second);
            if let Some(bits) = bits.get_mut(word) {
                *bits |= bit;
            }
        }
        let mut sum = 0_u16;
        let count = |bits: &u64| {
            let before = sum;
            sum = sum.saturating_add(bits.count_ones() as u16);
            before
        };
        let before = bits.iter().map(count).collect();
        let mut pairs = Self { bits, before, places: vec![0; usize::from(sum)] };
        for (first, second, place) in nodes {
            let slot = pairs.rank(*first, *second).and_then(|rank| pairs.places.get_mut(rank));
            if let Some(slot) = slot {
                // The root has place 0, and is behind no letter.
                *slot = if *slot == 0 { *place } else { SHARED };
            }
        }
        pairs
    }

    /// Where among the places a pair stands.
    #[inline]
    fn rank(&self, first: u16, second: u16) -> Option<usize> {
        let (word, bit) = bit_of(first, second);
        let bits = self.bits.get(word)?;
        if bits & bit == 0 {
            return None;
        }
        let before = self.before.get(word)?;
        Some(usize::from(*before).saturating_add((bits & bit.wrapping_sub(1)).count_ones() as usize))
    }

    /// The place of the node after two letters, or of one after two others, or [`SHARED`]; `None` where there is none for sure.
    #[inline]
    pub(super) fn place(&self, first: u16, second: u16) -> Option<u32> {
        self.places.get(self.rank(first, second)?).copied()
    }
}

/// The place of the 64 bits among which that of a pair is, and the bit.
#[inline]
fn bit_of(first: u16, second: u16) -> (usize, u64) {
    let mixed = (u32::from(first) << 16 | u32::from(second)).wrapping_mul(0x9E37_79B1);
    let number = mixed >> u32::BITS.saturating_sub(BITS);
    ((number >> 6) as usize, 1 << (number & 63))
}
