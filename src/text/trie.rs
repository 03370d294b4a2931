//! A word list that is searched from every character at once. Words are gathered in a [`Planting`] and then laid out as a [`Trie`]:
//! nodes breadth first, the children of a node side by side, so that what most texts touch lies together in the cache. (A whole
//! Aho-Corasick automaton costs more to build than a page of notes costs to read.)

mod pairs;
mod planting;

pub use planting::Planting;

use super::bytes::put;
use pairs::Pairs;

/// Words with a number each, laid out for reading.
#[derive(Debug, Default)]
pub struct Trie {
    alphabet: Alphabet,
    nodes: Vec<Node>,
    /// By letter: the node after it as the first one, without word and children where no word begins with it.
    roots: Vec<Node>,
    /// The nodes after two letters.
    pairs: Pairs,
}

/// Where a walk through the words has come to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Node {
    /// The first child.
    first: u32,
    /// How many children there are.
    count: u16,
    /// The word that ends here, plus one.
    word: u16,
    /// The letter that leads here.
    label: u16,
    /// What is kept with the word that ends here.
    tag: u16,
    /// The bits of the letters that lead to the children: most letters lead nowhere, and this says so before the children are looked at.
    letters: u32,
}

/// The bit of a letter; several share it.
#[inline]
fn bit_of(letter: u16) -> u32 {
    1 << (letter & 31)
}

impl Node {
    /// The word that ends here.
    #[inline]
    #[must_use]
    pub fn word(self) -> Option<u16> {
        self.word.checked_sub(1)
    }

    /// What [`Trie::tag`] has put beside the word that ends here.
    #[inline]
    #[must_use]
    pub fn tag(self) -> u16 {
        self.tag
    }

    /// Does any word go on?
    #[inline]
    #[must_use]
    pub fn goes_on(self) -> bool {
        self.count > 0
    }
}

/// Up to this many children are looked through one by one.
const FEW: usize = 8;
/// Letters have numbers of so many bits; half a million nodes fit beside them.
const LETTER_BITS: u32 = 13;

impl Trie {
    /// Writes the words down, branch by branch, for [`Planting::load`]; answers their numbers in that order.
    #[must_use]
    pub fn store(&self, out: &mut Vec<u8>) -> Vec<u16> {
        let letters = self.alphabet.letters();
        put(out, letters.len() as u32);
        letters.iter().for_each(|letter| put(out, u32::from(*letter)));
        put(out, self.nodes.len() as u32);
        let mut words = Vec::new();
        let mut branches: Vec<u32> = if self.nodes.is_empty() { Vec::new() } else { vec![0] };
        while let Some(place) = branches.pop() {
            let Some(node) = self.nodes.get(place as usize) else {
                continue;
            };
            put(out, u32::from(node.label));
            put(out, u32::from(node.count) << 1 | u32::from(node.word != 0));
            words.extend(node.word());
            branches.extend((node.first..node.first.saturating_add(u32::from(node.count))).rev());
        }
        words
    }

    /// Puts something beside every word, for walks to find it without another table.
    pub fn tag(&mut self, tag_of: impl Fn(u16) -> u16) {
        for node in self.nodes.iter_mut().chain(&mut self.roots) {
            node.tag = node.word().map_or(0, &tag_of);
        }
    }

    /// The number of a letter, 0 where no word has it.
    #[inline]
    #[must_use]
    pub fn letter(&self, letter: char) -> u16 {
        self.alphabet.number_of(letter)
    }

    /// The node after the first letter of a word.
    #[inline]
    #[must_use]
    pub fn enter(&self, letter: u16) -> Node {
        self.roots.get(usize::from(letter)).copied().unwrap_or_default()
    }

    /// The node after the second letter of a word, where `node` is the one after the first; `None` when no word begins so.
    #[inline]
    #[must_use]
    pub fn step_second(&self, node: Node, letter: u16) -> Option<Node> {
        let place = self.pairs.place(node.label, letter)?;
        if place == pairs::SHARED {
            return self.step(node, letter);
        }
        let found = self.nodes.get(place as usize)?;
        let is_child = place.wrapping_sub(node.first) < u32::from(node.count);
        (is_child && found.label == letter).then_some(*found)
    }

    /// The node after `letter`, `None` when no word goes on so.
    #[inline]
    #[must_use]
    pub fn step(&self, node: Node, letter: u16) -> Option<Node> {
        if node.letters & bit_of(letter) == 0 {
            return None;
        }
        let first = node.first as usize;
        let kids = self.nodes.get(first..first.saturating_add(usize::from(node.count)))?;
        if kids.len() <= FEW {
            return kids.iter().find(|kid| kid.label == letter).copied();
        }
        let place = kids.binary_search_by_key(&letter, |kid| kid.label).ok()?;
        kids.get(place).copied()
    }
}

/// Letters numbered in the order of their first use, from 1 on.
#[derive(Debug)]
struct Alphabet {
    /// Numbers of the letters of the basic plane; 0 for a letter of no word.
    plane: Vec<u16>,
    /// The other letters.
    others: Vec<(char, u16)>,
    last: u16,
}

impl Default for Alphabet {
    fn default() -> Self {
        Self { plane: vec![0; 0x1_0000], others: Vec::new(), last: 0 }
    }
}

impl Alphabet {
    #[inline]
    fn number_of(&self, letter: char) -> u16 {
        match self.plane.get(letter as usize) {
            Some(number) => *number,
            None => self.others.iter().find(|(other, _)| *other == letter).map_or(0, |(_, number)| *number),
        }
    }

    /// All letters in the order of their numbers.
    fn letters(&self) -> Vec<char> {
        let of_plane = (0_u32..).zip(&self.plane).filter(|(_, number)| **number != 0);
        let of_plane = of_plane.filter_map(|(code, number)| Some((*number, char::from_u32(code)?)));
        let mut letters: Vec<(u16, char)> =
            of_plane.chain(self.others.iter().map(|(letter, number)| (*number, *letter))).collect();
        letters.sort_unstable();
        letters.into_iter().map(|(_, letter)| letter).collect()
    }

    /// The number of a letter, a new one where it has none; `None` when all are given out.
    fn number_for(&mut self, letter: char) -> Option<u16> {
        let known = self.number_of(letter);
        if known != 0 {
            return Some(known);
        }
        let number = self.last.checked_add(1).filter(|number| *number < 1 << LETTER_BITS)?;
        self.last = number;
        match self.plane.get_mut(letter as usize) {
            Some(slot) => *slot = number,
            None => self.others.push((letter, number)),
        }
        Some(number)
    }
}

#[cfg(test)]
mod tests;
