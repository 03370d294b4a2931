//! Whole numbers as bytes, LEB128: seven bits each, the lowest first. For tables that the build makes and the engine embeds.

/// Adds a number.
pub fn put(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7F {
        out.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Reads numbers, one after the other.
#[derive(Debug, Clone, Copy)]
pub struct Bytes<'a>(pub &'a [u8]);

impl Bytes<'_> {
    /// The next number; `None` at the end, or where one is longer than 32 bits.
    #[inline]
    pub fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        let mut shift = 0_u32;
        loop {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7F).checked_shl(shift)?;
            shift = shift.saturating_add(7);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
    }

    /// The next number as one of 16 bits.
    #[inline]
    pub fn short(&mut self) -> Option<u16> {
        u16::try_from(self.number()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_read() {
        let numbers = [0, 1, 127, 128, 300, 16_383, 16_384, u32::MAX];
        let mut bytes = Vec::new();
        numbers.iter().for_each(|number| put(&mut bytes, *number));
        let mut from = Bytes(&bytes);
        for number in numbers {
            assert_eq!(from.number(), Some(number));
        }
        assert_eq!(from.number(), None);
        assert_eq!(Bytes(&[0x80]).number(), None, "cut off");
        assert_eq!(Bytes(&[0xFF; 9]).number(), None, "too long");
        assert_eq!(Bytes(&[0x80, 0x80, 0x04]).short(), None, "65,536");
    }
}
