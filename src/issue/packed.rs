//! The cues as `build/shapes.rs` lays them out; fields in that order.

use std::collections::BTreeMap;

use super::lexicon::{CueSpec, PackFile, Quality};
use super::tables::Tables;
use super::{Issue, Signal};
use crate::text::packed::{self, Packed};

const PACKS: &str = include_str!(concat!(env!("OUT_DIR"), "/issues.packed"));

/// The cues' names, which only people read: they do not ship.
const IDS: &str =
    if cfg!(target_arch = "wasm32") { "" } else { include_str!(concat!(env!("OUT_DIR"), "/issue_ids.packed")) };

/// The tables that `build/lexicon.rs` has made of all files.
const TABLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/issues.tables"));

/// The tables of all cues, read anew.
pub fn tables() -> Tables {
    Tables::from_bytes(TABLES).unwrap_or_default()
}

/// All files with their names, sorted by them; the words of cues stand in the tables alone.
pub fn files() -> Vec<(String, PackFile)> {
    let mut ids = IDS.split('\u{1f}');
    let mut files = Vec::new();
    for (name, mut fields) in packed::files(PACKS) {
        files.push((name.to_owned(), file(&mut fields, &mut ids)));
    }
    files
}

fn file(from: &mut Packed, ids: &mut std::str::Split<'static, char>) -> PackFile {
    PackFile {
        issue: issue(from),
        class: {
            let mut classes = BTreeMap::new();
            for _ in 0..from.count() {
                let name = from.string();
                classes.insert(name, from.string());
            }
            classes
        },
        cue: from.many(|from| CueSpec {
            id: ids.next().unwrap_or_default().to_owned(),
            issue: issue(from),
            in_food: issue(from),
            in_device: issue(from),
            weight: from.count() as f32 / 100.0,
            quality: from.name(&[Quality::Yes, Quality::No], Quality::Unknown),
            signal: from.maybe(|from| from.name(&Signal::ALL, Signal::Safety)),
            firm: from.flag(),
            bare: from.flag(),
            covers: from.flag(),
            words: String::new(),
        }),
    }
}

fn issue(from: &mut Packed) -> Option<Issue> {
    from.maybe(|from| from.name(&Issue::ALL, Issue::Other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::lexicon::{self, lexicon};

    #[test]
    fn what_ships_is_what_the_packs_say() {
        let json = include_str!(concat!(env!("OUT_DIR"), "/issues.json"));
        let mut written: BTreeMap<String, PackFile> = serde_json::from_str(json).unwrap();
        let (built, faults) = lexicon::build(written.clone());
        assert!(faults.is_empty(), "{faults:?}");
        let shipped = lexicon();
        assert!(built.to_bytes() == shipped.to_bytes(), "the tables are those of the packs");
        for cue in written.values_mut().flat_map(|file| &mut file.cue) {
            assert!(!std::mem::take(&mut cue.words).is_empty());
        }
        assert_eq!(files(), written.into_iter().collect::<Vec<_>>());
    }
}
