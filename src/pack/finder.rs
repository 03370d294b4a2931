//! A list of words looked for in a short label, all at once.

use std::collections::HashMap;

/// Words by their first letters, each with its place in the list.
#[derive(Debug, Clone, Default)]
pub struct Finder {
    by_letter: HashMap<char, Vec<(String, usize)>>,
    words: usize,
}

impl Finder {
    /// Adds a word to the end of the list; an empty one keeps its place and is never found.
    pub fn push(&mut self, word: String) {
        if let Some(first) = word.chars().next() {
            self.by_letter.entry(first).or_default().push((word, self.words));
        }
        self.words = self.words.saturating_add(1);
    }

    /// The place of the first word of the list that stands anywhere in `label`.
    #[must_use]
    pub fn first_in(&self, label: &str) -> Option<usize> {
        let begin_here = |(at, letter): (usize, char)| {
            let rest = label.get(at..)?;
            let words = self.by_letter.get(&letter)?.iter();
            words.filter(|(word, _)| rest.starts_with(word.as_str())).map(|(_, place)| *place).min()
        };
        label.char_indices().filter_map(begin_here).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_decides_which_word_is_first() {
        let mut finder = Finder::default();
        for word in ["质量", "", "量差", "色差"] {
            finder.push(word.to_owned());
        }
        let places = ["有色差质量差", "色差", "容量差", "质", "量", "差", ""].map(|label| finder.first_in(label));
        assert_eq!(places, [Some(0), Some(3), Some(2), None, None, None, None]);
    }
}
