//! Are the goods themselves at fault, by all that a text says? Cues and model each have their word; where the answer is "no" and either still
//! hears a fault, that is told beside it, for nobody with a real fault may be asked to change a reason.

use super::judge::Evidence;
use super::model::Guess;
use super::{Issue, IssueFound, Signal};

/// A stated fault counts from this weight on.
pub const FAULT_COUNTS: f32 = 0.3;
/// So strong a word for a fault stands against the buyer's own that all is well.
const OUTWEIGHS_CLEARING: f32 = 0.5;
/// A word of this weight names its matter plainly.
pub const PLAIN: f32 = 0.7;

/// Without a cue: so sure the model must be of a fault, and of sound goods.
const FAULT_BELIEVED: f32 = 0.45;
const SOUND_BELIEVED: f32 = 0.5;
/// Against cues of a fault: so sure the model must be that the goods are sound; less is enough where the fault is mild.
const SOUND_AGAINST_CUES: f32 = 0.92;
const SOUND_AGAINST_MILD: f32 = 0.9;
/// Against cues of anything else: so sure of a fault; more where the buyer owns up, denies it or clears the goods.
const FAULT_AGAINST_CUES: f32 = 0.55;
const FAULT_AGAINST_CLEARING: f32 = 0.9;

/// So sure the model must be where nothing is named.
const SURE_OF_THE_NAMELESS: f32 = 0.75;

/// What the model may believe of a fault in goods that are called sound, before it is told: where no cue speaks for that, where one does
/// plainly, where the buyer owns up. Chosen by lines that neither cues nor model had seen.
const DOUBT: f32 = 0.12;
const DOUBT_BESIDE_PLAIN: f32 = 0.25;
const DOUBT_BESIDE_OWNING_UP: f32 = 0.5;

/// What a text says of the goods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quality {
    /// At fault, not at fault, not said.
    pub cause: Option<bool>,
    /// They are not, by the likeliest reading, and yet may be.
    pub doubtful: bool,
}

/// Are the goods at fault, given the issues that were found in the end?
#[must_use]
pub fn of(issues: &[IssueFound], evidence: &Evidence, guess: &Guess) -> Quality {
    let [faulty, sound, _] = if guess.known < 2 { [0.0, 0.0, 1.0] } else { guess.quality };
    let owns_up = evidence.said_sound || evidence.signals.contains(&Signal::OwnMistake);
    let named = evidence.faulty >= FAULT_COUNTS && !(evidence.said_sound && evidence.faulty < OUTWEIGHS_CLEARING);
    let cause = if named {
        let mild = evidence.faulty < OUTWEIGHS_CLEARING;
        Some(sound < if mild { SOUND_AGAINST_MILD } else { SOUND_AGAINST_CUES })
    } else if evidence.sound > 0.0 || evidence.said_sound || evidence.fault_denied {
        // Of a fault that is denied or supposed the model hears the words all the same.
        let cleared = owns_up || evidence.fault_denied;
        Some(faulty >= if cleared { FAULT_AGAINST_CLEARING } else { FAULT_AGAINST_CUES })
    } else if faulty > FAULT_BELIEVED {
        Some(true)
    } else if sound > SOUND_BELIEVED {
        Some(false)
    } else {
        None
    };
    // "一般般", "见附图": where nothing is named, the model must be sure to be heard.
    let nameless = issues.iter().all(|found| found.issue == Issue::Other);
    let sure = if cause == Some(true) { faulty } else { sound } >= SURE_OF_THE_NAMELESS;
    let cause = cause.filter(|_| sure || named || evidence.said_sound || !nameless);
    let bearable = if owns_up {
        DOUBT_BESIDE_OWNING_UP
    } else if evidence.sound >= PLAIN {
        DOUBT_BESIDE_PLAIN
    } else {
        DOUBT
    };
    Quality { cause, doubtful: cause == Some(false) && (named || faulty >= bearable) }
}
