//! Reads what `build/packed.rs` has written: fields in a fixed order, without names. The data is ours and a test compares it with the packs,
//! so a field that is missing reads as empty instead of being an error.

use std::str::Split;

/// Fields, one after the other. What reads a field is kept out of line: it is called from everywhere, once in a program's life.
#[derive(Debug, Clone)]
pub struct Packed {
    fields: Split<'static, char>,
}

/// No fields: everything reads as empty.
impl Default for Packed {
    fn default() -> Self {
        Self { fields: "".split('\u{1f}') }
    }
}

/// The files of a packed folder with their names.
pub fn files(folder: &'static str) -> impl Iterator<Item = (&'static str, Packed)> {
    folder.split('\u{1d}').map(|file| {
        let mut fields = Packed { fields: file.split('\u{1f}') };
        (fields.text(), fields)
    })
}

impl Packed {
    /// A text as it lies in the program.
    #[inline(never)]
    pub fn text(&mut self) -> &'static str {
        self.fields.next().unwrap_or_default()
    }

    /// A text of one's own.
    #[inline(never)]
    pub fn string(&mut self) -> String {
        self.text().to_owned()
    }

    /// A whole number.
    #[inline(never)]
    pub fn number(&mut self) -> i64 {
        let text = self.text();
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
        let push = |sum: i64, digit: u8| sum.wrapping_mul(10).wrapping_add(i64::from(digit.wrapping_sub(b'0')));
        digits.bytes().fold(0_i64, push).wrapping_mul(sign)
    }

    /// A number of entries, or a place in a list.
    pub fn count(&mut self) -> usize {
        usize::try_from(self.number()).unwrap_or_default()
    }

    /// Yes or no.
    pub fn flag(&mut self) -> bool {
        self.text() == "1"
    }

    /// One of `all`.
    pub fn name<T: Copy>(&mut self, all: &[T], otherwise: T) -> T {
        all.get(self.count()).copied().unwrap_or(otherwise)
    }

    /// Nothing or one.
    pub fn maybe<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flag().then(|| read(self))
    }

    /// As many as there are.
    pub fn many<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.count();
        let mut entries = Vec::with_capacity(count);
        for _ in 0..count {
            entries.push(read(self));
        }
        entries
    }

    /// Texts of one's own.
    #[inline(never)]
    pub fn strings(&mut self) -> Vec<String> {
        self.many(Self::string)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_come_in_their_order() {
        let mut all = files("one\u{1f}2\u{1f}甲\u{1f}乙\u{1f}-480\u{1f}1\u{1f}0\u{1f}\u{1d}two\u{1f}");
        let (name, mut one) = all.next().unwrap();
        assert_eq!((name, one.strings()), ("one", vec!["甲".to_owned(), "乙".to_owned()]));
        assert_eq!((one.number(), one.name(&['a', 'b'], 'c'), one.flag()), (-480, 'b', false));
        assert_eq!(one.maybe(Packed::count), None);
        assert_eq!(all.next().unwrap().0, "two");
        assert!(all.next().is_none());
    }
}
