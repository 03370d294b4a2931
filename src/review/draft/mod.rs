//! Drafts: several that differ in substance, the best first, unlike the shop's last replies.

mod beside;
pub mod compose;
mod draw;
mod english;
mod feeling;
mod frames;
mod subject;
mod ways;

use self::compose::{Plan, Writer};
use self::draw::Draw;
use self::frames::Role;
use super::answer::Draft;
use super::filter;
use super::grams::Grams;
use super::input::{Fault, Tone};
use super::matter::Matter;
use super::pack::{Danger, Knowledge};
use super::rubric::Scorer;
use super::telling::{says, telling};
use crate::issue::Issue;
use crate::pack::Script;

/// So many replies of a kind are tried.
const TRIES: u64 = 6;
/// A reply of this worth needs no other beside it.
const GOOD_ENOUGH: f32 = 17.0;
/// What a reply loses for being wholly like one of the last, in points.
const LIKE_THE_LAST: f32 = 8.0;
/// The same for being like a draft that stands before it.
const LIKE_ANOTHER: f32 = 4.0;

/// Where the filter lets too few pass: what answers a danger, and what only asks.
const LAST_RESORT: [Kind; 6] = [
    Kind::Danger(Role::Danger),
    Kind::Danger(Role::DangerAsk),
    Kind::Danger(Role::DangerBrief),
    Kind::Whole(Role::Wordless),
    Kind::Whole(Role::Wordless),
    Kind::Whole(Role::Wordless),
];

/// A reply that might be taken.
struct Candidate {
    text: String,
    variant: &'static str,
    score: f32,
    worth: f32,
    grams: Grams,
}

/// The drafts for a matter; `malicious` asks for replies that take no side.
#[must_use]
pub fn drafts(matter: &Matter<'_>, malicious: bool) -> Vec<Draft> {
    let scorer = Scorer::new(matter);
    let seed =
        Draw::of(&[&matter.words, matter.input.platform.id(), matter.input.product.as_deref().unwrap_or_default()]);
    let writer = Writer::new(matter);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut taken: Vec<Grams> = Vec::new();
    let kinds = kinds(matter, malicious);
    let usual = kinds.len();
    'kinds: for (number, kind) in kinds.into_iter().chain(LAST_RESORT).enumerate() {
        if number >= usual && drafts.len() >= 3 {
            break;
        }
        let seed = seed.fork(number as u64);
        let mut tried: Vec<Candidate> = Vec::new();
        for attempt in 0..TRIES {
            let mut draw = seed.fork(attempt);
            let one = candidate(&scorer, &kind, kind.write(matter, &writer, &mut draw, attempt), &taken);
            let last = attempt.saturating_add(1) == TRIES;
            let good = one.as_ref().is_some_and(|one| one.worth >= GOOD_ENOUGH);
            tried.extend(one);
            // The first that is good enough is taken: the hash has chosen it, and a page is to be quick.
            while (good || last)
                && let Some(place) = best(&tried)
            {
                let candidate = tried.swap_remove(place);
                let report = filter::report(matter, &candidate.text);
                if !report.blocked {
                    taken.push(candidate.grams);
                    let Candidate { text, variant, score, .. } = candidate;
                    drafts.push(Draft { text, variant, score, findings: report.findings });
                    continue 'kinds;
                }
            }
        }
    }
    order(&mut drafts);
    drafts
}

/// The place of the worthiest.
fn best(tried: &[Candidate]) -> Option<usize> {
    let worth = |place: &usize| tried.get(*place).map_or(0.0, |one| one.worth);
    (0..tried.len()).reduce(|one, other| if worth(&other) > worth(&one) { other } else { one })
}

/// The kinds keep their order unless a later one is clearly better.
fn order(drafts: &mut [Draft]) {
    const CLEARLY: f32 = 1.5;
    let best = drafts.iter().map(|draft| draft.score).fold(0.0, f32::max);
    let good = |draft: &Draft| draft.score >= best - CLEARLY;
    if let Some(first) = drafts.iter().position(good) {
        drafts.get_mut(..=first).unwrap_or_default().rotate_right(1);
    }
}

/// A text as a candidate; `None` where it is nothing or one of those before it.
fn candidate(scorer: &Scorer<'_>, kind: &Kind, text: String, taken: &[Grams]) -> Option<Candidate> {
    if text.is_empty() {
        return None;
    }
    let grams = Grams::of(&text);
    let near = taken.iter().map(|known| known.likeness(&grams)).fold(0.0, f32::max);
    if near > 0.9 {
        return None;
    }
    let nearest = scorer.nearest(&grams);
    let score = scorer.score_of(&text, nearest).total;
    let worth = score - LIKE_THE_LAST * nearest - LIKE_ANOTHER * near;
    Some(Candidate { text, variant: kind.id(), score, worth, grams })
}

/// What is written.
enum Kind {
    Plan(Plan),
    Danger(Role),
    Whole(Role),
    Thanks,
}

impl Kind {
    fn id(&self) -> &'static str {
        match self {
            Self::Plan(plan) => plan.id(),
            Self::Danger(Role::DangerBrief) => "safety_brief",
            Self::Danger(Role::DangerAsk) => "safety_evidence",
            Self::Danger(_) => "safety",
            Self::Whole(Role::Calm) => "calm",
            Self::Whole(_) => "ask",
            Self::Thanks => "thanks",
        }
    }

    fn write(&self, matter: &Matter<'_>, writer: &Writer<'_>, draw: &mut Draw, attempt: u64) -> String {
        let text = match self {
            Self::Plan(plan) => writer.reply(*plan, draw, longest(matter)),
            Self::Danger(role) => {
                let dangers = &Knowledge::embedded().dangers;
                // No danger is named: what the issue suggests.
                let title = matter.input.product.as_deref().unwrap_or_default();
                let pets = says(title, &telling().pets) || says(&matter.words, &telling().pets);
                let likely = match (matter.said.primary, matter.kind) {
                    (_, Some("food")) if pets => "pet",
                    (_, Some("food")) => "food",
                    // What is only looked at or typed on touches no skin.
                    (Issue::AdverseReaction, kind) if !matches!(kind, Some("device" | "other")) => "skin",
                    _ => "unsafe",
                };
                let named = |id: &str| dangers.iter().find(|danger| danger.id == id);
                // Nobody feeds a fountain: the advice on food is for what was eaten.
                let eats = |word: &String| matter.words.contains(word.as_str());
                let eaten = matter.kind == Some("food") || telling().eaten.iter().any(eats);
                let pet = |danger: &&Danger| danger.id == "pet" && !eaten;
                let first = matter.dangers.first().copied();
                first
                    .filter(|danger| !pet(danger))
                    .or_else(|| named(likely))
                    .map(|danger| writer.danger(danger, *role, draw))
                    .unwrap_or_default()
            }
            Self::Whole(role) => writer.whole(*role, draw),
            Self::Thanks => writer.thanks(usize::try_from(attempt).unwrap_or(0), draw),
        };
        fitted(text, limit(matter))
    }
}

/// The kinds of replies for a matter, the most fitting first.
fn kinds(matter: &Matter<'_>, malicious: bool) -> Vec<Kind> {
    use Plan::{Brief, Explain, Resolve, Verify};
    if matter.unsafe_goods {
        return vec![Kind::Danger(Role::Danger), Kind::Danger(Role::DangerAsk), Kind::Danger(Role::DangerBrief)];
    }
    if matter.is_wordless() {
        let role = if matter.input.stars.is_some() && matter.words.trim().is_empty() {
            Role::Wordless
        } else {
            Role::Pictures
        };
        return vec![Kind::Whole(role), Kind::Whole(role), Kind::Whole(role)];
    }
    if malicious {
        return vec![Kind::Whole(Role::Calm), Kind::Whole(Role::Calm), Kind::Whole(Role::Calm)];
    }
    if matter.is_praise() {
        return vec![Kind::Thanks, Kind::Thanks, Kind::Thanks];
    }
    if matter.is_bare() {
        return vec![Kind::Whole(Role::Wordless), Kind::Whole(Role::Wordless), Kind::Whole(Role::Wordless)];
    }
    let plans = match (matter.fault, matter.input.tone) {
        (_, Tone::Brief) => [Brief, Resolve, Verify, Explain],
        (Fault::Ours | Fault::Carrier, _) => [Resolve, Verify, Explain, Brief],
        (Fault::Expectation, _) => [Explain, Resolve, Verify, Brief],
        (Fault::Unclear, _) => [Verify, Resolve, Explain, Brief],
    };
    plans.map(Kind::Plan).into_iter().collect()
}

/// How long a reply should be at most, in characters: the band of the rubric within the limit of the box.
fn longest(matter: &Matter<'_>) -> usize {
    let band = if matter.script == Script::En { 470 } else { 158 };
    limit(matter).map_or(band, |limit| limit.min(band))
}

/// What the box takes.
fn limit(matter: &Matter<'_>) -> Option<usize> {
    matter.input.limit.or(matter.rules.limit)
}

/// A text within the limit: whole sentences from the end are left out; empty when not even one fits.
fn fitted(text: String, limit: Option<usize>) -> String {
    let Some(limit) = limit else { return text };
    let mut text = text;
    while text.encode_utf16().count() > limit {
        let ends = |letter: char| matches!(letter, '。' | '.' | '！' | '!' | '？' | '?');
        let body = text.trim_end().trim_end_matches(ends);
        text = match body.rfind(ends) {
            Some(end) => {
                body.chars().take(body.get(..end).unwrap_or_default().chars().count().saturating_add(1)).collect()
            }
            None => String::new(),
        };
    }
    text
}
