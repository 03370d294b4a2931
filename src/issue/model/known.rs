//! The features of one text that the model knows.

use super::features::{self, Feature, READS};
use super::{Model, NO_ROW};
use crate::issue::lexicon::Lexicon;
use crate::issue::scan::{Hit, Token};
use crate::issue::scope::Mood;
use crate::text::normal::Normal;

/// Room for them.
#[derive(Debug, Default)]
pub struct Known {
    /// Runs of characters that the model may know; behind them lie those of earlier texts.
    runs: Vec<Feature>,
    /// What the model knows, each row once.
    pub(super) rows: Vec<Found>,
    /// A bit for each row that is among them.
    taken: Vec<u64>,
}

/// A row of the model, and where the text shows it first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) row: u16,
    /// First character in the normal form.
    pub(super) start: u32,
    /// One past the last.
    pub(super) end: u32,
}

/// So many runs a text may have: each character may end one of one, of two and of three.
const RUNS: usize = READS * 3;

impl Known {
    /// Looks up all features of a text.
    pub(super) fn read(
        &mut self,
        model: &Model,
        lexicon: &Lexicon,
        text: &Normal,
        tokens: &[Token],
        (hits, moods): (&[Hit], &[Mood]),
    ) {
        self.rows.clear();
        self.taken.clear();
        self.taken.resize((model.hashes.len() >> 6).saturating_add(1), 0);
        self.runs.resize(RUNS, Feature::default());
        let mut count = 0_usize;
        // Most are not known. Each is written down, and only the count says whether it stays: a branch could not be foreseen.
        features::features(text, |feature| {
            if let Some(slot) = self.runs.get_mut(count) {
                *slot = feature;
                count = count.saturating_add(usize::from(model.may_know(feature.hash)));
            }
        });
        for place in 0..count {
            if let Some(Feature { hash, start, end }) = self.runs.get(place).copied() {
                self.take(Found { row: model.row(hash), start, end });
            }
        }
        for token in tokens.iter().take(READS) {
            for class in lexicon.known_classes_of(token.word) {
                self.take(Found { row: lexicon.row(*class), start: token.start, end: token.end });
            }
        }
        features::of_hits(lexicon, hits, moods, |feature| {
            self.take(Found { row: model.row(feature.hash), start: feature.start, end: feature.end });
        });
    }

    #[inline]
    fn take(&mut self, found: Found) {
        if found.row != NO_ROW
            && let Some(bits) = self.taken.get_mut(usize::from(found.row >> 6))
        {
            let bit = 1_u64 << (found.row & 63);
            if *bits & bit == 0 {
                *bits |= bit;
                self.rows.push(found);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::issue::lexicon::lexicon;
    use crate::issue::model::{self, NO_ROW};
    use crate::issue::reading::Reading;

    #[test]
    fn a_text_is_read_by_the_features_it_is_trained_by() {
        for text in [
            "洗了一次就缩水，客服说不是质量问题",
            "没有异味，就是大了一号，不想要了",
            "屏幕一闪一闪的，会不会漏电，刚买三天",
            "arrived two weeks late and the lid doesn't close",
            "",
        ] {
            let mut reading = Reading::default();
            reading.read(lexicon(), text);
            reading.guess(lexicon());
            let mut read: Vec<u16> = reading.known.rows.iter().map(|found| found.row).collect();
            read.sort_unstable();
            let trained = crate::issue::features(text).into_iter().map(|hash| model::model().row(hash));
            let mut trained: Vec<u16> = trained.filter(|row| *row != NO_ROW).collect();
            trained.sort_unstable();
            assert_eq!(read, trained, "{text}");
            assert_eq!(read.is_empty(), text.is_empty());
        }
    }
}
