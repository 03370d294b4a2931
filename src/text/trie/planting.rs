//! Words on their way into a [`Trie`].

use crate::text::bytes::Bytes;

use super::{Alphabet, FEW, LETTER_BITS, Node, Pairs, Trie, bit_of};

/// Words being gathered: edges in one open hash table, which takes a word in a few steps.
#[derive(Debug)]
pub struct Planting {
    alphabet: Alphabet,
    /// `(node << 13 | letter, next node)`; 0 marks a free slot.
    edges: Vec<(u32, u32)>,
    /// By node: the one before and the letter between.
    from: Vec<(u32, u16)>,
    /// By node: number of the word that ends there, plus one.
    ends: Vec<u32>,
    /// Words so far.
    words: u32,
}

impl Default for Planting {
    fn default() -> Self {
        Self {
            alphabet: Alphabet::default(),
            edges: vec![(0, 0); 1 << 12],
            from: vec![(0, 0), (0, 0)],
            ends: vec![0, 0],
            words: 0,
        }
    }
}

const ROOT: u32 = 1;

impl Planting {
    /// Adds a word, or finds it: its number, counted from 0. `None` when there is no room for more letters or words.
    pub fn insert(&mut self, word: impl Iterator<Item = char>) -> Option<u32> {
        let mut node = self.root();
        for letter in word {
            node = self.step(node, letter)?;
        }
        self.end(node)
    }

    /// Where every word begins.
    #[must_use]
    pub fn root(&self) -> u32 {
        ROOT
    }

    /// The node after `letter`, a new one where no word has gone on so. `None` when there is no room for more letters.
    pub fn step(&mut self, node: u32, letter: char) -> Option<u32> {
        let letter = self.alphabet.number_for(letter)?;
        let known = self.find(node << LETTER_BITS | u32::from(letter));
        Some(if known == 0 { self.add_edge(node, letter) } else { known })
    }

    /// Ends a word at `node`: its number, counted from 0. `None` when there is no room for more words.
    pub fn end(&mut self, node: u32) -> Option<u32> {
        let end = self.ends.get_mut(node as usize)?;
        if *end == 0 {
            if self.words >= u32::from(u16::MAX) {
                return None;
            }
            self.words = self.words.saturating_add(1);
            *end = self.words;
        }
        end.checked_sub(1)
    }

    /// Reads what [`Trie::store`] has written; `None` for anything else. Words are numbered in the order in which they stood there.
    pub fn load(from: &mut Bytes<'_>) -> Option<Self> {
        let mut planting = Self { edges: Vec::new(), ..Self::default() };
        for _ in 0..from.short()? {
            planting.alphabet.number_for(char::from_u32(from.number()?)?)?;
        }
        let count = from.number()?;
        // Nodes that still wait for children, and for how many.
        let mut open: Vec<(u32, u32)> = Vec::new();
        for node in (ROOT..).take(count as usize) {
            let (label, mark) = (from.short()?, from.number()?);
            if node != ROOT {
                while open.last()?.1 == 0 {
                    open.pop();
                }
                let (parent, left) = open.last_mut()?;
                *left = left.checked_sub(1)?;
                planting.from.push((*parent, label));
                planting.ends.push(0);
            }
            if mark & 1 == 1 {
                planting.end(node)?;
            }
            if mark > 1 {
                open.push((node, mark >> 1));
            }
        }
        Some(planting)
    }

    /// Lays the words out. They get new numbers, in the order of their places: the old number of each is returned in that order.
    #[must_use]
    pub fn finish(self) -> (Trie, Vec<u32>) {
        let children = self.children();
        let mut trie = Trie {
            nodes: Vec::with_capacity(self.ends.len()),
            roots: vec![Node::default(); usize::from(self.alphabet.last).saturating_add(1)],
            pairs: Pairs::default(),
            alphabet: Alphabet::default(),
        };
        let mut words = Vec::with_capacity(self.words as usize);
        let mut order: Vec<(u32, u16)> = vec![(ROOT, 0)];
        let mut at = 0_usize;
        let mut second_from = u32::MAX;
        let mut pairs = Vec::new();
        while let Some((node, label)) = order.get(at).copied() {
            let first = order.len();
            let mut kid = children.get(node as usize).map_or(0, |(first, _)| *first);
            while let (Some((_, letter)), Some((_, next))) = (self.from.get(kid as usize), children.get(kid as usize))
                && kid != 0
            {
                order.push((kid, *letter));
                kid = *next;
            }
            let kids = order.get_mut(first..).unwrap_or_default();
            let (count, first) = (kids.len(), first as u32);
            let letters = kids.iter().fold(0, |bits, (_, letter)| bits | bit_of(*letter));
            // Only many are searched by halves.
            if count > FEW {
                kids.sort_unstable_by_key(|(_, letter)| *letter);
            }
            if at == 0 {
                second_from = order.len() as u32;
            } else if (at as u32) < second_from {
                let kids = order.get(first as usize..).unwrap_or_default();
                pairs.extend((first..).zip(kids).map(|(place, (_, letter))| (label, *letter, place)));
            }
            let word = match self.ends.get(node as usize).and_then(|end| end.checked_sub(1)) {
                Some(old) => {
                    words.push(old);
                    words.len() as u16
                }
                None => 0,
            };
            let node = Node { first, count: count as u16, word, label, tag: 0, letters };
            if at > 0
                && (at as u32) < second_from
                && let Some(root) = trie.roots.get_mut(usize::from(label))
            {
                *root = node;
            }
            trie.nodes.push(node);
            at = at.saturating_add(1);
        }
        trie.alphabet = self.alphabet;
        trie.pairs = Pairs::new(&pairs);
        (trie, words)
    }

    /// By node: its first child and its next sibling, 0 where there is none.
    fn children(&self) -> Vec<(u32, u32)> {
        let mut children = vec![(0_u32, 0_u32); self.from.len()];
        for (kid, (parent, _)) in self.from.iter().enumerate().skip(2).rev() {
            let next = children.get_mut(*parent as usize).map(|(first, _)| std::mem::replace(first, kid as u32));
            if let Some((_, sibling)) = children.get_mut(kid) {
                *sibling = next.unwrap_or(0);
            }
        }
        children
    }

    fn find(&self, key: u32) -> u32 {
        let mask = self.edges.len().wrapping_sub(1);
        let mut slot = hash(key) & mask;
        loop {
            match self.edges.get(slot) {
                Some((found, next)) if *found == key => return *next,
                Some((0, _)) | None => return 0,
                Some(_) => slot = slot.wrapping_add(1) & mask,
            }
        }
    }

    fn add_edge(&mut self, node: u32, letter: u16) -> u32 {
        if self.ends.len().saturating_mul(2) > self.edges.len() {
            let size = self.edges.len().saturating_mul(2);
            for (key, next) in std::mem::replace(&mut self.edges, vec![(0, 0); size]) {
                if key != 0 {
                    self.place(key, next);
                }
            }
        }
        let next = self.ends.len() as u32;
        self.ends.push(0);
        self.from.push((node, letter));
        self.place(node << LETTER_BITS | u32::from(letter), next);
        next
    }

    fn place(&mut self, key: u32, next: u32) {
        let mask = self.edges.len().wrapping_sub(1);
        let mut slot = hash(key) & mask;
        while let Some(entry) = self.edges.get_mut(slot) {
            if entry.0 == 0 {
                *entry = (key, next);
                return;
            }
            slot = slot.wrapping_add(1) & mask;
        }
    }
}

fn hash(key: u32) -> usize {
    let mixed = key.wrapping_mul(0x9E37_79B1);
    (mixed ^ (mixed >> 15)) as usize
}
