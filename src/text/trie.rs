//! A word list that is searched from every character at once: a trie whose edges lie in one open hash table, built in a
//! few milliseconds also in wasm. (A whole Aho-Corasick automaton costs more to build than a page of notes costs to read.)

/// Words with a number each.
#[derive(Debug)]
pub struct Trie {
    /// `(node << 13 | letter's number, next node)`; 0 marks a free slot.
    edges: Vec<(u32, u32)>,
    mask: usize,
    used: usize,
    /// Four bits a slot, one of them set for each edge: most steps lead nowhere, and this lies in the cache when the edges do not.
    taken: Vec<u64>,
    /// Per node: number of the word that ends here, plus one.
    ends: Vec<u32>,
    /// Numbers of the letters of the basic plane, from 1 on; 0 for a letter of no word.
    letters: Vec<u16>,
    /// The other letters; theirs go on after those.
    others: Vec<(char, u16)>,
    /// By letter's number: the node after it as the first one.
    roots: Vec<u32>,
}

impl Default for Trie {
    fn default() -> Self {
        Self {
            edges: vec![(0, 0); 1 << 12],
            mask: (1 << 12) - 1,
            used: 0,
            taken: vec![0; 1 << 8],
            ends: vec![0, 0],
            letters: vec![0; 0x1_0000],
            others: Vec::new(),
            roots: vec![0],
        }
    }
}

const ROOT: u32 = 1;

impl Trie {
    /// Adds a word, or finds it: the number given to it first.
    pub fn insert(&mut self, word: impl Iterator<Item = char>, number: u32) -> u32 {
        let mut node = ROOT;
        for letter in word {
            let Some(number) = self.number_for(letter) else {
                return number;
            };
            let known = self.step(node, letter);
            node = if known == 0 { self.add_edge(node, number) } else { known };
        }
        match self.ends.get_mut(node as usize) {
            Some(end) if *end == 0 => {
                *end = number.saturating_add(1);
                number
            }
            Some(end) => end.saturating_sub(1),
            None => number,
        }
    }

    /// The node after `letter`, 0 when no word goes on so.
    #[inline]
    #[must_use]
    pub fn step(&self, node: u32, letter: char) -> u32 {
        let number = self.number_of(letter);
        if number == 0 {
            return 0;
        }
        if node == ROOT {
            return self.roots.get(usize::from(number)).copied().unwrap_or(0);
        }
        let key = key(node, number);
        let hash = hash(key);
        let bits = self.taken.get(hash >> 6 & self.mask >> 4);
        if bits.is_none_or(|bits| bits >> (hash & 63) & 1 == 0) {
            return 0;
        }
        let mut slot = hash & self.mask;
        loop {
            match self.edges.get(slot) {
                Some((found, next)) if *found == key => return *next,
                Some((0, _)) | None => return 0,
                Some(_) => slot = slot.wrapping_add(1) & self.mask,
            }
        }
    }

    /// The first node of a walk.
    #[must_use]
    pub fn root(&self) -> u32 {
        ROOT
    }

    /// The word that ends at this node.
    #[inline]
    #[must_use]
    pub fn word_at(&self, node: u32) -> Option<u32> {
        self.ends.get(node as usize).and_then(|end| end.checked_sub(1))
    }

    /// The number of a letter, 0 where no word has it.
    #[inline]
    fn number_of(&self, letter: char) -> u16 {
        match self.letters.get(letter as usize) {
            Some(number) => *number,
            None => self.others.iter().find(|(other, _)| *other == letter).map_or(0, |(_, number)| *number),
        }
    }

    /// The number of a letter, a new one where it has none; `None` when all are given out.
    fn number_for(&mut self, letter: char) -> Option<u16> {
        let known = self.number_of(letter);
        if known != 0 {
            return Some(known);
        }
        let number = u16::try_from(self.roots.len()).ok().filter(|number| *number < 1 << LETTER_BITS)?;
        self.roots.push(0);
        match self.letters.get_mut(letter as usize) {
            Some(slot) => *slot = number,
            None => self.others.push((letter, number)),
        }
        Some(number)
    }

    fn add_edge(&mut self, node: u32, letter: u16) -> u32 {
        if self.used.saturating_mul(2) > self.mask {
            self.grow();
        }
        let next = self.ends.len() as u32;
        self.ends.push(0);
        if node == ROOT
            && let Some(slot) = self.roots.get_mut(usize::from(letter))
        {
            *slot = next;
            return next;
        }
        self.place(key(node, letter), next);
        self.used = self.used.saturating_add(1);
        next
    }

    fn grow(&mut self) {
        let size = self.edges.len().saturating_mul(2);
        let old = std::mem::replace(&mut self.edges, vec![(0, 0); size]);
        self.mask = size.saturating_sub(1);
        self.taken = vec![0; size >> 4];
        for (key, next) in old {
            if key != 0 {
                self.place(key, next);
            }
        }
    }

    fn place(&mut self, key: u32, next: u32) {
        let hash = hash(key);
        if let Some(bits) = self.taken.get_mut(hash >> 6 & self.mask >> 4) {
            *bits |= 1 << (hash & 63);
        }
        let mut slot = hash & self.mask;
        while let Some(entry) = self.edges.get_mut(slot) {
            if entry.0 == 0 {
                *entry = (key, next);
                return;
            }
            slot = slot.wrapping_add(1) & self.mask;
        }
    }
}

/// Letters have numbers of so many bits; half a million nodes fit beside them.
const LETTER_BITS: u32 = 13;

fn key(node: u32, letter: u16) -> u32 {
    node << LETTER_BITS | u32::from(letter)
}

fn hash(key: u32) -> usize {
    let mixed = key.wrapping_mul(0x9E37_79B1);
    (mixed ^ (mixed >> 15)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in() {
        let mut trie = Trie::default();
        let words: Vec<String> = (0..20_000).map(|number| format!("词{number}😀{}", number % 7)).collect();
        for (number, word) in (0..).zip(&words) {
            assert_eq!(trie.insert(word.chars(), number), number);
        }
        for (number, word) in (0..).zip(&words) {
            let node = word.chars().fold(trie.root(), |node, letter| trie.step(node, letter));
            assert_eq!(trie.word_at(node), Some(number));
        }
        assert_eq!(trie.step(trie.root(), '无'), 0);
        assert_eq!(trie.insert("词7😀0".chars(), 9), 7);
    }
}
