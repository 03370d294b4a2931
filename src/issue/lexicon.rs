//! The cues of `packs/issues/*.toml` with the tables by which they are found.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::OnceLock;

use serde::Deserialize;

use super::tables::Tables;
use super::{Issue, Signal, builder, model};

/// What a cue says about the goods themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quality {
    /// A sound unit of the same listing would not have had this fault.
    Yes,
    /// The goods are not to blame.
    No,
    /// The words alone do not tell.
    Unknown,
}

/// One cue as the packs write it. `fires` and `spares` are for the tests and do not ship.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CueSpec {
    /// Name, unique over all packs.
    pub id: String,
    /// The issue, where it differs from the file's.
    pub issue: Option<Issue>,
    /// The issue in a text about food ("坏了").
    pub in_food: Option<Issue>,
    /// The issue in a text about a device.
    pub in_device: Option<Issue>,
    /// 0 to 1.
    pub weight: f32,
    /// What it says about the goods.
    pub quality: Quality,
    /// A signal it raises.
    pub signal: Option<Signal>,
    /// True when a negation before it changes nothing ("不" of "不亮" is its own).
    #[serde(default)]
    pub firm: bool,
    /// True when it says that something is wrong but not what: any closer word goes before it.
    #[serde(default)]
    pub bare: bool,
    /// True when it hides every other hit inside its span ("券过期了" is not about food).
    #[serde(default)]
    pub covers: bool,
    /// Patterns, parted by white space ([`pattern`]).
    pub words: String,
}

/// One file of `packs/issues/`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct PackFile {
    /// The issue of its cues.
    pub issue: Option<Issue>,
    /// Word classes by name; `{other}` takes in another class.
    #[serde(default)]
    pub class: BTreeMap<String, String>,
    /// Its cues.
    #[serde(default)]
    pub cue: Vec<CueSpec>,
}

/// A lexicon: its cues, and the tables by which they are found.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The tables.
    pub tables: Tables,
    /// By cue number.
    pub cues: Vec<CueSpec>,
    /// By class id: the model's row of it, or [`model::NO_ROW`].
    rows: Vec<u16>,
}

impl Deref for Lexicon {
    type Target = Tables;

    fn deref(&self) -> &Tables {
        &self.tables
    }
}

impl Lexicon {
    fn new(mut tables: Tables, cues: Vec<CueSpec>) -> Self {
        let rows: Vec<u16> = tables.marks().iter().map(|mark| model::row_of_class(*mark)).collect();
        tables.arrange(|class| rows.get(usize::from(class)).is_some_and(|row| *row != model::NO_ROW));
        Self { tables, cues, rows }
    }

    /// The model's row of a class that it knows.
    #[inline]
    #[must_use]
    pub fn row(&self, class: u16) -> u16 {
        self.rows.get(usize::from(class)).copied().unwrap_or(model::NO_ROW)
    }

    /// The cue of a hit.
    #[inline]
    #[must_use]
    pub fn cue(&self, number: u16) -> Option<&CueSpec> {
        self.cues.get(usize::from(number))
    }
}

/// The lexicon, built once. What cannot be used is left out; the test `packs_are_sound` names it.
#[must_use]
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::new(super::packed::tables(), cues_of(super::packed::files())))
}

/// Builds a lexicon and lists what could not be used.
#[must_use]
pub fn build(files: BTreeMap<String, PackFile>) -> (Lexicon, Vec<String>) {
    let words = |(name, file): (&String, &PackFile)| {
        let classes = file.class.clone();
        let cues = file.cue.iter().map(|cue| (cue.id.clone(), cue.words.clone())).collect();
        builder::Source { name: name.clone(), classes, cues }
    };
    let (tables, faults) = builder::built(&files.iter().map(words).collect::<Vec<_>>());
    (Lexicon::new(tables, cues_of(files)), faults)
}

/// The cues of all files, each with its issue.
fn cues_of(files: impl IntoIterator<Item = (String, PackFile)>) -> Vec<CueSpec> {
    let of_file = |(_, file): (String, PackFile)| {
        let issue = file.issue;
        file.cue.into_iter().map(move |cue| CueSpec { issue: cue.issue.or(issue), ..cue })
    };
    files.into_iter().flat_map(of_file).collect()
}
