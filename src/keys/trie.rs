//! The compiled key map: stroke → command or further strokes. The page side walks it synchronously inside `keydown`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Sequence;

/// A node of the map. As JSON an object whose values are command ids or objects of the same kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Trie(BTreeMap<String, Step>);

/// Where a stroke leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Step {
    /// The sequence is whole: the command's id.
    Command(&'static str),
    /// More strokes are needed.
    More(Trie),
}

impl Trie {
    /// Compiles sequences that do not clash; of two that do, the first stays.
    pub fn of<'a>(bindings: impl Iterator<Item = (&'a Sequence, &'static str)>) -> Self {
        let mut root = Self::default();
        for (sequence, id) in bindings {
            if let Some((last, before)) = sequence.strokes().split_last() {
                root.insert(before, last, id);
            }
        }
        root
    }

    fn insert(&mut self, before: &[String], last: &str, id: &'static str) {
        match before.split_first() {
            None => {
                self.0.entry(last.to_owned()).or_insert(Step::Command(id));
            }
            Some((stroke, rest)) => {
                if let Step::More(deeper) = self.0.entry(stroke.clone()).or_insert_with(|| Step::More(Self::default()))
                {
                    deeper.insert(rest, last, id);
                }
            }
        }
    }

    /// The command a whole sequence leads to.
    #[must_use]
    pub fn command(&self, strokes: &[String]) -> Option<&'static str> {
        let (stroke, rest) = strokes.split_first()?;
        match self.0.get(stroke)? {
            Step::Command(id) if rest.is_empty() => Some(id),
            Step::Command(_) => None,
            Step::More(deeper) => deeper.command(rest),
        }
    }
}
