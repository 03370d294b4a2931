//! The hash by which the model knows words and classes.

/// Takes a letter into a hash.
#[inline]
pub fn mix(hash: u32, letter: u32) -> u32 {
    (hash.rotate_left(5) ^ letter).wrapping_mul(0x9E37_79B1)
}

/// The hash of a class name; never 0, which stands for no name.
#[must_use]
pub fn hash_of(name: &str) -> u32 {
    name.chars().fold(0x0C1A_55E5, |hash, letter| mix(hash, letter as u32)) | 1
}
