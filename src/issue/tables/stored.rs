//! The tables as bytes: written when the project is built, read when the engine starts.

use super::{Continuation, Tables, Word};
use crate::text::bytes::{Bytes, put};
use crate::text::groups::Groups;
use crate::text::trie::Planting;

impl Tables {
    /// Writes them down. Words stand in the order of the trie's branches, which packs best.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, self.parts.len() as u32);
        put(&mut out, self.marks.len() as u32);
        self.marks.iter().for_each(|mark| put(&mut out, *mark));
        let mut last = 0;
        let parts = (0_u32..).zip(&self.parts).filter(|(_, part)| **part).map(|(class, _)| class);
        put(&mut out, parts.clone().count() as u32);
        for class in parts {
            put(&mut out, class.saturating_sub(last));
            last = class;
        }
        for number in self.trie.store(&mut out) {
            let classes = self.classes_of(number);
            put(&mut out, classes.len() as u32);
            classes.iter().for_each(|class| put(&mut out, u32::from(*class)));
        }
        for class in (0..).take(self.parts.len()) {
            let (_, patterns) = self.patterns_of(class);
            put(&mut out, patterns.len() as u32);
            for pattern in patterns {
                let further = self.further(*pattern);
                put(&mut out, u32::from(pattern.cue));
                put(&mut out, further.len() as u32);
                for (gap, class) in further {
                    put(&mut out, u32::from(*gap));
                    put(&mut out, u32::from(*class));
                }
            }
        }
        out
    }

    /// Reads what [`Self::to_bytes`] has written; `None` for anything else.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut from = Bytes(bytes);
        let count = usize::from(from.short()?);
        let marks = (0..from.short()?).map(|_| from.number()).collect::<Option<_>>()?;
        let mut parts = vec![false; count];
        let mut class = 0_usize;
        for _ in 0..from.short()? {
            class = class.checked_add(usize::from(from.short()?))?;
            *parts.get_mut(class)? = true;
        }
        let (trie, order) = Planting::load(&mut from)?.finish();
        let mut classes = Vec::with_capacity(order.len());
        let mut stored = Vec::with_capacity(order.len());
        for _ in 0..order.len() {
            let (first, count) = (classes.len() as u32, u8::try_from(from.number()?).ok()?);
            for _ in 0..count {
                classes.push(from.short()?);
            }
            stored.push(Word { first, count, ..Word::default() });
        }
        let words = order.iter().map(|old| stored.get(*old as usize).copied()).collect::<Option<_>>()?;
        let (mut nexts, mut continuations, mut further) = (Vec::new(), Vec::new(), Vec::new());
        for class in (0_u32..).take(count) {
            for _ in 0..from.short()? {
                let (cue, count) = (from.short()?, u8::try_from(from.number()?).ok()?);
                let first = further.len();
                for _ in 0..count {
                    further.push((u8::try_from(from.number()?).ok()?, from.short()?));
                }
                nexts.push((class, further.get(first).map_or(Self::ALONE, |(_, class)| *class)));
                continuations.push((class, Continuation { first: first as u32, count, cue }));
            }
        }
        let (nexts, continuations) = (Groups::new(&nexts, count), Groups::new(&continuations, count));
        let mut tables = Self { trie, words, classes, nexts, continuations, further, marks, parts };
        tables.flag_words();
        from.0.is_empty().then_some(tables)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::builder::{Source, built};

    fn made() -> Tables {
        let classes = [("fabric".to_owned(), "布 面料 fabric".to_owned())].into();
        let cues = [("thin", "{fabric}..太(薄|透)了? 太薄"), ("dot", "有(红|黑|)点,洗不掉"), ("see", "see_through")];
        let cues = cues.map(|(id, words)| (id.to_owned(), words.to_owned())).to_vec();
        built(&[Source { name: "some".to_owned(), classes, cues }]).0
    }

    #[test]
    fn what_is_stored_is_read_as_it_was() {
        let (tables, read) = (made(), Tables::from_bytes(&made().to_bytes()).unwrap());
        assert_eq!(format!("{:?}", read.trie), format!("{:?}", tables.trie), "the same words in the same places");
        assert_eq!((&read.marks, &read.parts), (&tables.marks, &tables.parts));
        for number in (0..).take(tables.words.len()) {
            assert_eq!(read.classes_of(number), tables.classes_of(number));
        }
        for class in (0..).take(tables.parts.len()) {
            let patterns = |tables: &Tables| {
                let (nexts, patterns) = tables.patterns_of(class);
                let further = patterns.iter().map(|one| (one.cue, tables.further(*one).to_vec())).collect::<Vec<_>>();
                (nexts.to_vec(), further)
            };
            assert_eq!(patterns(&read), patterns(&tables));
        }
    }

    #[test]
    fn what_is_cut_off_or_changed_is_refused_or_read_but_never_a_panic() {
        let bytes = made().to_bytes();
        for length in 0..bytes.len() {
            assert!(Tables::from_bytes(bytes.get(..length).unwrap()).is_none(), "{length} bytes");
        }
        for place in 0..bytes.len() {
            let mut changed = bytes.clone();
            *changed.get_mut(place).unwrap() ^= 0x55;
            let _ = Tables::from_bytes(&changed);
        }
        assert!(Tables::from_bytes(&[&bytes[..], &[0]].concat()).is_none(), "one byte too many");
    }
}
