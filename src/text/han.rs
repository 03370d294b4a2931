//! A table over the common Chinese characters: one look instead of a search, for what is asked of every character of a page.

/// The block of the common characters.
const FIRST: char = '\u{4e00}';
const LAST: char = '\u{9fff}';

/// From a character to another, or to nothing.
#[derive(Debug)]
pub struct HanTable(Vec<u16>);

impl HanTable {
    /// Leads each character of `from` to the one at the same place in `to`. Characters outside the block are left out.
    #[must_use]
    pub fn new(from: &str, to: &str) -> Self {
        let mut table = vec![0; (LAST as usize).saturating_sub(FIRST as usize).saturating_add(1)];
        for (from, to) in from.chars().zip(to.chars()) {
            if let Some(slot) = place(from).and_then(|place| table.get_mut(place)) {
                *slot = u16::try_from(u32::from(to)).unwrap_or_default();
            }
        }
        Self(table)
    }

    /// Where a character leads.
    #[inline]
    #[must_use]
    pub fn get(&self, letter: char) -> Option<char> {
        let to = *self.0.get(place(letter)?)?;
        if to == 0 { None } else { char::from_u32(u32::from(to)) }
    }
}

#[inline]
fn place(letter: char) -> Option<usize> {
    (letter as usize).checked_sub(FIRST as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_where_it_was_told() {
        let table = HanTable::new("質一龥a", "质二龥b");
        assert_eq!(
            ['質', '一', '龥', 'a', '二', '\u{ffff}'].map(|letter| table.get(letter)),
            [Some('质'), Some('二'), Some('龥'), None, None, None]
        );
    }
}
