//! The initials of Chinese words, by which people search: `尺码偏小` is `cmpx`.

use std::sync::OnceLock;

use crate::text::normal;

/// A line for each initial: the letter, then the characters of GB 2312's first level that begin with it; they stand in the order of pinyin there.
const TABLE: &str = include_str!("pinyin.txt");

/// The initial of each character; Latin letters and digits stand for themselves, the rest is left out.
#[must_use]
pub fn initials(text: &str) -> String {
    normal::normalise(text).chars.into_iter().filter_map(initial).collect()
}

fn initial(letter: char) -> Option<char> {
    if letter.is_ascii_alphanumeric() {
        return Some(letter.to_ascii_lowercase());
    }
    let place = (letter as usize).checked_sub(FIRST)?;
    table().get(place).copied().filter(|initial| *initial != 0).map(char::from)
}

/// Where the Han characters of the basic plane begin.
const FIRST: usize = 0x4E00;

fn table() -> &'static [u8] {
    static READ: OnceLock<Vec<u8>> = OnceLock::new();
    READ.get_or_init(|| {
        let mut table = vec![0_u8; 0x5200];
        for line in TABLE.lines() {
            let mut letters = line.chars();
            let Some(initial) = letters.next() else { continue };
            for letter in letters {
                if let Some(slot) = (letter as usize).checked_sub(FIRST).and_then(|place| table.get_mut(place)) {
                    *slot = initial as u8;
                }
            }
        }
        table
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_of_words_in_both_scripts() {
        assert_eq!(initials("尺码偏小"), "cmpx");
        assert_eq!(initials("退貨 7天"), "th7t");
        assert_eq!(initials("Thanks 您"), "thanksn");
        assert_eq!(initials("，。！🙂"), "");
    }
}
