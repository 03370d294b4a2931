//! From hits and their moods to issues, primary issue, quality cause and signals.

use super::lexicon::{CueSpec, Lexicon, Quality};
use super::model::{self, Guess};
use super::quality::FAULT_COUNTS;
use super::scan::{Hit, Token};
use super::scope::Mood;
use super::tables::flag;
use super::{Issue, Signal};

/// What the hits of one text add up to.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// By [`Issue`] as a number: strength so far.
    pub score: [f32; Issue::COUNT],
    /// By issue: what orders them once the model is consulted.
    pub strength: [f32; Issue::COUNT],
    /// Issues and places of their hits, in the order of the text.
    pub hits: Vec<(Issue, u32)>,
    /// By issue: does any cue speak for it?
    pub spoken: [bool; Issue::COUNT],
    /// What the text is about.
    pub topic: Topic,
    /// By issue: a cue says more than that something is wrong.
    pub named: [bool; Issue::COUNT],
    /// The buyer broke it.
    pub own_damage: bool,
    /// By issue: end of its last hit.
    pub read_to: [u32; Issue::COUNT],
    /// By issue: the buyer denies it or only supposes it.
    pub denied: [bool; Issue::COUNT],
    /// A fault of the goods is denied or only supposed.
    pub fault_denied: bool,
    /// Strongest word that the goods are at fault.
    pub faulty: f32,
    /// The same without what is only said of their making.
    pub faulty_otherwise: f32,
    /// Strongest word that they are not.
    pub sound: f32,
    /// The buyer says so outright.
    pub said_sound: bool,
    /// Signals, each once.
    pub signals: Vec<Signal>,
}

impl Evidence {
    /// Places of the hits of an issue.
    pub fn hits_of(&self, issue: Issue) -> impl Iterator<Item = usize> {
        self.hits.iter().filter(move |(other, _)| *other == issue).map(|(_, place)| *place as usize)
    }

    /// Does a cue speak for this issue?
    #[must_use]
    pub fn is_spoken(&self, issue: Issue) -> bool {
        self.spoken.get(issue as usize).copied().unwrap_or(false)
    }

    /// Strength of an issue.
    #[must_use]
    pub fn score_of(&self, issue: Issue) -> f32 {
        self.score.get(issue as usize).copied().unwrap_or(0.0)
    }
}

/// Transport is blamed from this strength on.
const TRANSPORT: f32 = 0.8;
/// What further cues of the same issue add.
const MORE: f32 = 0.06;
/// What the earliest issues of a text gain, in order.
const FIRST: [f32; 3] = [0.12, 0.06, 0.02];

/// What a text is about, as far as it changes the sense of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Topic {
    /// Anything else.
    #[default]
    Thing,
    /// Food: what is "坏" is spoiled.
    Food,
    /// A device: what is "坏" does not work.
    Device,
}

/// The topic by its words and the flags that any of them has: whichever has more.
#[must_use]
pub fn topic((tokens, flags): (&[Token], u16)) -> Topic {
    if flags & (flag::FOOD | flag::DEVICE) == 0 {
        return Topic::Thing;
    }
    let count = |flag: u16| tokens.iter().filter(|token| token.flags & flag != 0).count();
    match (count(flag::FOOD), count(flag::DEVICE)) {
        (0, 0) => Topic::Thing,
        (food, device) if food >= device => Topic::Food,
        _ => Topic::Device,
    }
}

/// The issue of a cue in a text on this topic.
fn sense(cue: &CueSpec, topic: Topic) -> Option<Issue> {
    match topic {
        Topic::Food => cue.in_food.or(cue.issue),
        Topic::Device => cue.in_device.or(cue.issue),
        Topic::Thing => cue.issue,
    }
}

/// Adds up the hits; the words come with the flags that any of them has.
#[must_use]
pub fn weigh(lexicon: &Lexicon, words: (&[Token], u16), hits: &[Hit], moods: &[Mood]) -> Evidence {
    let mut evidence = Evidence { topic: topic(words), ..Evidence::default() };
    let mut order = [None; FIRST.len()];
    for (place, (hit, mood)) in hits.iter().zip(moods).enumerate() {
        let Some(cue) = lexicon.cue(hit.cue) else {
            continue;
        };
        add(&mut evidence, &mut order, (place, hit), cue, *mood);
    }
    for (issue, bonus) in order.into_iter().flatten().zip(FIRST) {
        if let Some(score) = evidence.score.get_mut(issue as usize) {
            *score += bonus;
        }
    }
    if evidence.own_damage {
        evidence.faulty = 0.0;
        for issue in Issue::FAULTS.into_iter().chain([Issue::DamagedInTransit]) {
            scale(&mut evidence, issue, 0.3);
        }
    }
    blame_transport(&mut evidence, hits);
    rank_bare_last(&mut evidence);
    rank_service_last(&mut evidence);
    evidence
}

/// What the courier threw down did not break because it was badly made: the same damage is not told twice.
fn blame_transport(evidence: &mut Evidence, hits: &[Hit]) {
    const BROKEN: [Issue; 3] = [Issue::WorkmanshipDefect, Issue::FunctionFailure, Issue::ExpiredSpoiled];
    if evidence.score_of(Issue::DamagedInTransit) < TRANSPORT {
        return;
    }
    let places = |issue: Issue| evidence.hits_of(issue).filter_map(|place| hits.get(place));
    let same = |made: &Hit| places(Issue::DamagedInTransit).any(|hurt| made.start < hurt.end && hurt.start < made.end);
    let thrown = evidence.score_of(Issue::CourierService) > 0.0;
    let told_twice = |issue: &Issue| {
        evidence.is_spoken(*issue) && (thrown && *issue == Issue::WorkmanshipDefect || places(*issue).all(same))
    };
    for issue in BROKEN.map(|issue| Some(issue).filter(told_twice)).into_iter().flatten() {
        evidence.faulty = evidence.faulty_otherwise;
        scale(evidence, issue, 0.3);
    }
}

/// The earliest issues of a text, in order.
type Order = [Option<Issue>; FIRST.len()];

fn add(evidence: &mut Evidence, order: &mut Order, (place, hit): (usize, &Hit), cue: &CueSpec, mood: Mood) {
    if mood.supposed || mood.denied {
        if let Some(denied) = cue.issue.and_then(|issue| evidence.denied.get_mut(issue as usize)) {
            *denied = true;
        }
        evidence.fault_denied |= cue.quality == Quality::Yes;
    }
    if mood.supposed {
        return;
    }
    let fine = cue.signal == Some(Signal::GoodsAreFine);
    if mood.quoted && cue.issue == Some(Issue::ChangedMind) {
        return; // "还说我搞错了"
    }
    if mood.quoted && (fine || mood.denied) {
        // The shop denies a fault, and the buyer passes it on because it is disputed.
        if fine || cue.quality == Quality::Yes {
            evidence.faulty = evidence.faulty.max(0.4);
        }
        return;
    }
    if mood.denied {
        if cue.quality == Quality::Yes {
            evidence.sound = evidence.sound.max(0.5);
            if cue.weight >= 0.8 {
                raise(&mut evidence.signals, Signal::GoodsAreFine);
            }
        }
        return;
    }
    if let Some(signal) = cue.signal {
        raise(&mut evidence.signals, signal);
    }
    let mut weight = cue.weight;
    if mood.accepted {
        weight *= 0.5;
    }
    if mood.stressed {
        weight *= 1.3;
    }
    if mood.after_but {
        weight *= 1.1;
    }
    match cue.quality {
        // A fault that the buyer puts up with is a fault.
        Quality::Yes => {
            evidence.faulty = evidence.faulty.max(cue.weight);
            // What is only broken is broken whatever it is, fruit or screen.
            if cue.issue != Some(Issue::WorkmanshipDefect) {
                evidence.faulty_otherwise = evidence.faulty_otherwise.max(cue.weight);
            }
        }
        Quality::No => evidence.sound = evidence.sound.max(weight),
        Quality::Unknown => {}
    }
    evidence.said_sound |= fine;
    let Some(issue) = sense(cue, evidence.topic) else {
        return;
    };
    if !order.contains(&Some(issue))
        && !matches!(issue, Issue::Praise | Issue::Other)
        && let Some(next) = order.iter_mut().find(|slot| slot.is_none())
    {
        *next = Some(issue);
    }
    let number = issue as usize;
    if let Some(named) = evidence.named.get_mut(number) {
        *named |= !cue.bare;
    }
    evidence.own_damage |= fine && issue == Issue::Other;
    if let (Some(score), Some(spoken), Some(read)) =
        (evidence.score.get_mut(number), evidence.spoken.get_mut(number), evidence.read_to.get_mut(number))
    {
        if hit.start < *read {
            // The same words, seen by another cue.
            *score = score.max(weight);
        } else {
            *score = if *score == 0.0 { weight } else { score.max(weight) + MORE * score.min(weight) };
            *spoken = true;
            evidence.hits.push((issue, place as u32));
        }
        *read = hit.end.max(*read);
    }
}

fn scale(evidence: &mut Evidence, issue: Issue, by: f32) {
    if let Some(score) = evidence.score.get_mut(issue as usize) {
        *score *= by;
    }
}

/// "质量差" beside "越洗越长" is the same complaint, told less closely.
fn rank_bare_last(evidence: &mut Evidence) {
    let named = |issue: &Issue| {
        evidence.score_of(*issue) >= 0.6 && evidence.named.get(*issue as usize).copied().unwrap_or(false)
    };
    if !Issue::FAULTS.iter().any(named) {
        return;
    }
    for issue in Issue::FAULTS {
        if !evidence.named.get(issue as usize).copied().unwrap_or(false) {
            scale(evidence, issue, 0.7);
        }
    }
}

/// The fault that started it comes before the service that followed.
fn rank_service_last(evidence: &mut Evidence) {
    let strongest = Issue::ALL
        .iter()
        .filter(|issue| !issue.is_service() && !matches!(issue, Issue::Praise | Issue::Other | Issue::Packaging))
        .filter_map(|issue| evidence.score.get(*issue as usize))
        .fold(0.0_f32, |best, score| best.max(*score));
    if strongest < 0.4 || evidence.said_sound && strongest < 0.6 {
        return;
    }
    for issue in [Issue::SellerService, Issue::CourierService] {
        if let Some(score) = evidence.score.get_mut(issue as usize)
            && *score > 0.0
        {
            *score = (*score * 0.6).min(strongest * 0.9);
        }
    }
}

fn raise(signals: &mut Vec<Signal>, signal: Signal) {
    if !signals.contains(&signal) {
        signals.push(signal);
    }
}

/// What the model's belief adds to the weight of an issue.
const MODEL_WEIGHT: f32 = 0.5;
/// An issue without a cue needs this much of the model's belief to be looked at.
const MODEL_ALONE: f32 = 0.12;

/// How far the model's word moves an issue forward, against a cue of weight 1: so much for each factor of e by which its belief goes beyond
/// the faintest. Cues and model are two witnesses, whose odds multiply; the share was chosen by lines that neither had seen.
const TRUST: f32 = 0.45;
const FAINTEST: f32 = 0.03;

/// Lets the model order what the cues found, and speak where they do not.
pub fn consult(evidence: &mut Evidence, guess: &Guess) {
    if guess.known < 2 {
        evidence.strength = evidence.score;
        return;
    }
    let no_fault = evidence.fault_denied && evidence.faulty < FAULT_COUNTS;
    for (issue, belief) in Issue::ALL.into_iter().zip(guess.issues) {
        let number = issue as usize;
        let (Some(score), Some(strength), Some(spoken), Some(denied)) = (
            evidence.score.get_mut(number),
            evidence.strength.get_mut(number),
            evidence.spoken.get(number),
            evidence.denied.get(number),
        ) else {
            continue;
        };
        let denied = *denied || no_fault && issue.is_fault();
        if *spoken || belief >= MODEL_ALONE && !denied {
            *strength = *score + TRUST * model::ln(1.0 + belief / FAINTEST);
            *score += MODEL_WEIGHT * belief;
        }
    }
    doubt_the_clearing(evidence, guess);
}

/// So sure of a fault the model must be for the goods not to be cleared by a denial that the cues hear.
const FAULT_HEARD: f32 = 0.75;

/// "没几步就卡死", "没坏，但写的五层只有三层": cues hear a denial, the model hears the fault beside it or in it.
fn doubt_the_clearing(evidence: &mut Evidence, guess: &Guess) {
    if guess.quality[0] >= FAULT_HEARD && !evidence.signals.contains(&Signal::OwnMistake) {
        evidence.signals.retain(|signal| *signal != Signal::GoodsAreFine);
        evidence.said_sound = false;
    }
}
