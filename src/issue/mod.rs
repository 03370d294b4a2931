//! What a buyer's words complain about: 22 issues, whether the goods themselves are at fault, and signals for the advice.

mod builder;
mod hash;
mod judge;
pub mod lexicon;
pub mod model;
mod packed;
pub mod pattern;
mod quality;
mod rank;
mod reading;
mod scan;
mod scope;
mod signal;
pub mod tables;
mod tests;

use serde::{Deserialize, Serialize};

use lexicon::{Lexicon, lexicon};
use reading::Reading;
use scan::Hit;
pub use signal::Signal;

/// The 22 kinds of complaint. Ids are those of the contract and never renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the documentation; docs/issues.md defines them")]
pub enum Issue {
    ColourDifference,
    SizeFit,
    Material,
    WorkmanshipDefect,
    DamagedInTransit,
    WrongItem,
    MissingItem,
    Counterfeit,
    Smell,
    FunctionFailure,
    SlowLogistics,
    CourierService,
    SellerService,
    ChangedMind,
    PriceDrop,
    NotAsDescribed,
    ExpiredSpoiled,
    AdverseReaction,
    Packaging,
    MaliciousAbuse,
    Praise,
    Other,
}

impl Issue {
    /// How many there are.
    pub const COUNT: usize = 22;

    /// All of them, in the order of the contract.
    pub const ALL: [Self; Self::COUNT] = [
        Self::ColourDifference,
        Self::SizeFit,
        Self::Material,
        Self::WorkmanshipDefect,
        Self::DamagedInTransit,
        Self::WrongItem,
        Self::MissingItem,
        Self::Counterfeit,
        Self::Smell,
        Self::FunctionFailure,
        Self::SlowLogistics,
        Self::CourierService,
        Self::SellerService,
        Self::ChangedMind,
        Self::PriceDrop,
        Self::NotAsDescribed,
        Self::ExpiredSpoiled,
        Self::AdverseReaction,
        Self::Packaging,
        Self::MaliciousAbuse,
        Self::Praise,
        Self::Other,
    ];

    /// Those that are faults of the goods themselves.
    pub const FAULTS: [Self; 7] = [
        Self::Material,
        Self::WorkmanshipDefect,
        Self::Counterfeit,
        Self::Smell,
        Self::FunctionFailure,
        Self::ExpiredSpoiled,
        Self::AdverseReaction,
    ];

    /// The goods themselves have a fault.
    #[must_use]
    pub fn is_fault(self) -> bool {
        Self::FAULTS.contains(&self)
    }

    /// What people do, not what the goods are.
    #[must_use]
    pub fn is_service(self) -> bool {
        matches!(self, Self::SellerService | Self::CourierService)
    }
}

/// A place in the buyer's text that shows an issue. Offsets count Unicode code points of the text as given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cue {
    /// The words as the buyer wrote them.
    pub text: String,
    /// First code point of the cue.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// One issue found in a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IssueFound {
    /// Which issue.
    pub issue: Issue,
    /// How strongly the text speaks for it, 0 to 1.
    #[serde(serialize_with = "in_hundredths")]
    pub weight: f32,
    /// Where; at least one for every issue except `other` and `praise`.
    pub cues: Vec<Cue>,
}

impl IssueFound {
    /// 0.87 is shown as 0.87, not as the nearest `f32`.
    #[must_use]
    pub fn shown_weight(&self) -> f64 {
        hundredths(self.weight)
    }
}

fn hundredths(weight: f32) -> f64 {
    (f64::from(weight) * 100.0).round() / 100.0
}

fn in_hundredths<S: serde::Serializer>(weight: &f32, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64(hundredths(*weight))
}

/// What a text says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Classification {
    /// Issues, most important first.
    pub issues: Vec<IssueFound>,
    /// The first of them, `other` when there is none.
    pub primary: Issue,
    /// Are the goods at fault by the buyer's own words? `None` when the text gives no ground to say.
    pub quality_cause: Option<bool>,
    /// Further signals; not part of `radar classify`'s output.
    #[serde(skip)]
    pub signals: Vec<Signal>,
}

impl Classification {
    /// The words tell of no fault, and nothing in them may be one: only then may an alarm be left out or a buyer be asked.
    #[must_use]
    pub fn clears_goods(&self) -> bool {
        self.quality_cause == Some(false) && !self.signals.contains(&Signal::FaultSuspected)
    }
}

/// Reads a buyer's text. Never panics, whatever the text; an empty text gives `other` and `None`.
#[must_use]
pub fn classify(text: &str) -> Classification {
    classify_with(lexicon(), text)
}

/// As [`classify`], with other cues.
#[must_use]
pub fn classify_with(lexicon: &Lexicon, text: &str) -> Classification {
    reading::with(|reading| {
        reading.read(lexicon, text);
        let mut evidence = judge::weigh(lexicon, (&reading.tokens, reading.flags), &reading.hits, &reading.moods);
        let guess = reading.guess(lexicon);
        judge::consult(&mut evidence, &guess);
        let issues = rank::ranked(text, reading, &evidence, &guess);
        let primary = issues.first().map_or(Issue::Other, |found| found.issue);
        let quality = quality::of(&issues, &evidence, &guess);
        // What is said to be the true reason counts even where the model suspects nothing.
        let stressed = reading.flags & tables::flag::STRESSES != 0;
        let unheard = || stressed && scope::stresses_unheard(&reading.normal, &reading.tokens, &reading.hits);
        if quality.cause != Some(true) && (quality.doubtful || unheard()) {
            evidence.signals.push(Signal::FaultSuspected);
        }
        Classification { primary, quality_cause: quality.cause, signals: evidence.signals, issues }
    })
}

/// The hashes of all features of a text, each once, as the training sees them.
#[must_use]
pub fn features(text: &str) -> Vec<u32> {
    let lexicon = lexicon();
    let mut found = reading::with(|reading| {
        reading.read(lexicon, text);
        let mut found = Vec::new();
        model::features(&reading.normal, |feature| found.push(feature.hash));
        for token in reading.tokens.iter().take(model::READS) {
            let named =
                lexicon.classes_of(token.word).iter().map(|class| lexicon.mark(*class)).filter(|mark| *mark != 0);
            found.extend(named.map(model::of_class));
        }
        model::of_hits(lexicon, &reading.hits, &reading.moods, |feature| found.push(feature.hash));
        found
    });
    found.sort_unstable();
    found.dedup();
    found
}

/// What lies behind [`classify`]: each cue that fired with its words and mood, then the verdict, for people who write cues.
#[must_use]
pub fn explain(text: &str) -> String {
    let lexicon = lexicon();
    let mut reading = Reading::default();
    reading.read(lexicon, text);
    let mut lines = String::new();
    for (hit, mood) in reading.hits.iter().zip(&reading.moods) {
        let id = lexicon.cue(hit.cue).map_or("", |cue| cue.id.as_str());
        let words = rank::cue(text, &reading.normal, hit.start, hit.end).map(|cue| cue.text).unwrap_or_default();
        lines.push_str(&format!("{id} {words:?} {mood:?}\n"));
    }
    lines.push_str(&format!("{:?}\n{:?}", reading.guess(lexicon).quality, classify(text)));
    lines
}

/// A cue of any lexicon that a text asserts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Asserted {
    /// Number of the cue in its lexicon.
    pub cue: u16,
    /// First code point in the text as given.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Waved aside by the buyer ("可以接受").
    pub accepted: bool,
    /// Told as what the shop said ("客服说…").
    pub quoted: bool,
}

/// The cues of `lexicon` that the text asserts itself or tells of the shop: not denied, wished or asked.
pub(crate) fn asserted(lexicon: &Lexicon, text: &str) -> Vec<Asserted> {
    reading::with(|reading| {
        reading.read(lexicon, text);
        let meant = |mood: &scope::Mood| !(mood.denied || mood.supposed);
        let place = |hit: &Hit, mood: &scope::Mood| {
            let Cue { start, end, .. } = rank::cue(text, &reading.normal, hit.start, hit.end)?;
            Some(Asserted { cue: hit.cue, start, end, accepted: mood.accepted, quoted: mood.quoted })
        };
        let meant = reading.hits.iter().zip(&reading.moods).filter(|(_, mood)| meant(mood));
        meant.filter_map(|(hit, mood)| place(hit, mood)).collect()
    })
}

/// The word classes of `packs/issues`, for lexicons of other rooms.
pub(crate) fn word_classes() -> impl Iterator<Item = (String, lexicon::PackFile)> {
    let classes = |file: lexicon::PackFile| lexicon::PackFile { issue: None, class: file.class, cue: Vec::new() };
    packed::files().into_iter().filter(|(name, _)| name == "classes").map(move |(name, file)| (name, classes(file)))
}
