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
const SOUND_AGAINST_CUES: f32 = 0.97;
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What is made of cues and of the model's belief in a fault and in sound goods.
    fn read(evidence: &Evidence, named: Option<Issue>, faulty: f32, sound: f32) -> (Option<bool>, bool) {
        let issues: Vec<IssueFound> =
            named.into_iter().map(|issue| IssueFound { issue, weight: 0.8, cues: Vec::new() }).collect();
        let guess = Guess { issues: [0.0; Issue::COUNT], quality: [faulty, sound, 1.0 - faulty - sound], known: 9 };
        let Quality { cause, doubtful } = of(&issues, evidence, &guess);
        (cause, doubtful)
    }

    #[test]
    fn a_named_fault_stands_unless_the_model_is_surer_and_then_nobody_is_asked() {
        let named = Evidence { faulty: 0.8, ..Evidence::default() };
        assert_eq!(read(&named, Some(Issue::Material), 0.1, 0.85), (Some(true), false));
        assert_eq!(read(&named, Some(Issue::Material), 0.01, 0.98), (Some(false), true));
    }

    #[test]
    fn beside_another_matter_named_a_doubt_keeps_from_asking_before_it_changes_the_answer() {
        let fit = Evidence { sound: 0.8, ..Evidence::default() };
        assert_eq!(read(&fit, Some(Issue::SizeFit), 0.2, 0.7), (Some(false), false));
        assert_eq!(read(&fit, Some(Issue::SizeFit), 0.4, 0.5), (Some(false), true));
        assert_eq!(read(&fit, Some(Issue::SizeFit), 0.6, 0.3), (Some(true), false));
    }

    #[test]
    fn who_owns_up_or_denies_is_believed_longer() {
        let own = Evidence { sound: 0.8, signals: vec![Signal::OwnMistake], ..Evidence::default() };
        assert_eq!(read(&own, Some(Issue::ChangedMind), 0.4, 0.5), (Some(false), false));
        assert_eq!(read(&own, Some(Issue::ChangedMind), 0.6, 0.3), (Some(false), true));
        assert_eq!(read(&own, Some(Issue::ChangedMind), 0.95, 0.02), (Some(true), false));
        let denies = Evidence { fault_denied: true, ..Evidence::default() };
        assert_eq!(read(&denies, Some(Issue::Praise), 0.6, 0.3), (Some(false), true));
    }

    #[test]
    fn without_a_cue_the_likelier_is_said_and_where_nothing_is_named_only_what_is_sure() {
        let none = Evidence::default();
        assert_eq!(read(&none, Some(Issue::SlowLogistics), 0.05, 0.9), (Some(false), false));
        assert_eq!(read(&none, Some(Issue::SlowLogistics), 0.2, 0.7), (Some(false), true));
        assert_eq!(read(&none, Some(Issue::Material), 0.5, 0.4), (Some(true), false));
        assert_eq!(read(&none, Some(Issue::Material), 0.4, 0.45), (None, false));
        assert_eq!(read(&none, None, 0.6, 0.3), (None, false));
        assert_eq!(read(&none, None, 0.1, 0.8), (Some(false), false));
    }

    #[test]
    fn a_model_that_knows_next_to_nothing_is_not_heard() {
        let guess = Guess { issues: [0.0; Issue::COUNT], quality: [0.9, 0.1, 0.0], known: 1 };
        assert_eq!(of(&[], &Evidence::default(), &guess), Quality { cause: None, doubtful: false });
    }
}
