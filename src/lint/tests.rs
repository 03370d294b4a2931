//! The packs are sound; hostile texts do no harm.

use super::lexicon::{Lexicon, packs};
use super::*;

#[test]
fn packs_are_sound() {
    let lexicon = Lexicon::of(packs().into_iter().map(|(_, pack)| pack));
    assert!(lexicon.faults().is_empty(), "{:#?}", lexicon.faults());
    for (name, pack) in packs() {
        assert!(!pack.evidence.since.is_empty() && !pack.evidence.source.is_empty(), "{name}");
    }
}
