//! Ways that do not suit some goods, and what stands in for them.

use super::{says, words};
use crate::text::packed::Packed;

/// Ways to settle a matter that suit some goods only, and those that stand in for them.
#[derive(Debug)]
pub struct Instead {
    of: Vec<&'static str>,
    but: Vec<&'static str>,
    /// Words of title or review without which it is not meant; none: always.
    said: Vec<&'static str>,
    pub(super) words: Vec<&'static str>,
    /// Which of the frames' own ways stand in.
    pub ways: Ways,
}

/// Ways that stand in for others; the names are those of `packs/frames`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ways {
    /// Of what is eaten.
    Food,
    /// Of what nobody repairs.
    Regular,
    /// Of what is not worn.
    Measured,
    /// Of what was made to the buyer's own order.
    Made,
}

impl Ways {
    const ALL: [Self; 4] = [Self::Food, Self::Regular, Self::Measured, Self::Made];
}

impl Instead {
    /// As it lies in the program.
    pub(super) fn read(from: &mut Packed) -> Self {
        Self {
            of: from.many(Packed::text),
            but: from.many(Packed::text),
            said: words(from),
            words: words(from),
            ways: from.name(&Ways::ALL, Ways::Regular),
        }
    }

    /// Is it meant of goods of this kind and of what title and review say, and does one of these ways hold its words?
    #[must_use]
    pub fn is_meant(&self, kind: Option<&str>, told: &[&str], ways: &[&str]) -> bool {
        self.is_of(kind, told) && ways.iter().any(|way| says(way, &self.words))
    }

    /// Is it meant of such goods at all?
    #[must_use]
    pub fn is_of(&self, kind: Option<&str>, told: &[&str]) -> bool {
        let of = self.of.is_empty() || kind.is_some_and(|kind| self.of.contains(&kind));
        let but = kind.is_some_and(|kind| self.but.contains(&kind));
        let said = self.said.is_empty() || told.iter().any(|text| self.said.iter().any(|word| stands_in(text, word)));
        of && !but && said
    }
}

/// Does the word stand in the text, of English as a word of its own? "Customs" made nothing to order.
fn stands_in(text: &str, word: &str) -> bool {
    let lower = text.to_lowercase();
    lower.match_indices(word).any(|(place, word)| {
        let next = lower.get(place.saturating_add(word.len())..).and_then(|rest| rest.chars().next());
        !word.is_ascii() || !next.is_some_and(|next| next.is_ascii_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn english_words_stand_by_themselves() {
        assert!(stands_in("Custom Pet Portrait", "custom") && stands_in("情侣对戒刻字定制", "刻字"));
        assert!(!stands_in("it sat in customs; customer service", "custom"));
    }
}
