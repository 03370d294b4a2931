//! Does a reply name what the buyer complains of? D1 asks it of any problem, D2 of each.

use super::{FULL, HALF};
use crate::issue::Issue;
use crate::review::matter::Problem;
use crate::review::rubric::words::lists;
use crate::review::rubric::{Reply, Scorer};
use crate::text::normal;

/// The review names no problem: there is nothing to name.
fn nothing_named(scorer: &Scorer<'_>) -> bool {
    let matter = scorer.matter;
    matter.problems.is_empty() && matter.dangers.is_empty()
}

fn asks(reply: &Reply<'_>) -> bool {
    lists().asks.iter().any(|word| reply.flat.contains(word.as_str()))
}

pub(super) fn names_problem(scorer: &Scorer<'_>, reply: &Reply<'_>) -> f32 {
    let matter = scorer.matter;
    let same = |id: &str| reply.topics.iter().any(|found| found.topic.id == id);
    // What the reply quotes, or tells after "you say", are the buyer's words, not its own for the class.
    let own = |start: usize| {
        let before: String = reply.text.chars().take(start).collect();
        let count = |marks: [char; 2]| before.chars().filter(|letter| marks.contains(letter)).count();
        let sentence = before.rsplit(['。', '！', '？']).next().unwrap_or_default();
        count(['“', '「']) == count(['”', '」']) && !lists().you_say.iter().any(|lead| sentence.contains(lead.as_str()))
    };
    let issue = |issue: Issue| reply.topics.iter().any(|found| found.topic.issue == issue && own(found.start));
    let quoted = matter.problems.iter().filter_map(|one| one.quote.as_deref()).any(|quote| contains(reply, quote));
    let danger = matter.dangers.iter().any(|danger| names_danger(danger, scorer, reply));
    if quoted || danger || matter.topics.iter().any(|found| same(found.topic.id)) {
        return FULL;
    }
    if nothing_named(scorer) {
        return if asks(reply) || said_of_issue(scorer, reply, matter.primary()) { FULL } else { 0.0 };
    }
    if matter.topics.iter().any(|found| issue(found.topic.issue)) {
        return HALF;
    }
    0.0
}

/// Does the reply speak of the danger?
fn names_danger(danger: &crate::review::pack::Danger, scorer: &Scorer<'_>, reply: &Reply<'_>) -> bool {
    contains(reply, danger.lines(scorer.matter.script).say)
        || crate::review::topics::dangers(reply.text).iter().any(|seen| seen.id == danger.id)
}

/// Does the reply name the issue in the words of the packs?
fn said_of_issue(scorer: &Scorer<'_>, reply: &Reply<'_>, issue: Issue) -> bool {
    let pack = crate::review::pack::Knowledge::embedded().issue(issue);
    pack.is_some_and(|pack| contains(reply, pack.lines(scorer.matter.script).lines.say))
}

pub(super) fn contains(reply: &Reply<'_>, words: &str) -> bool {
    let flat: String = normal::normalise(words).chars.into_iter().collect();
    !flat.is_empty() && reply.flat.contains(&flat)
}

pub(super) fn coverage(scorer: &Scorer<'_>, reply: &Reply<'_>) -> f32 {
    let matter = scorer.matter;
    let seen = |id: &str| reply.topics.iter().any(|found| found.topic.id == id);
    let said = |problem: &&Problem| {
        problem.topic.is_some_and(|found| seen(found.topic.id))
            || problem.quote.as_deref().is_some_and(|quote| contains(reply, quote))
    };
    let mut all = matter.problems.len();
    let mut named = matter.problems.iter().filter(said).count();
    if matter.unsafe_goods {
        // The danger stands for the rest: nobody writes of loose threads to the injured.
        all = all.min(1);
        named = usize::from(
            named > 0
                || matter.dangers.iter().any(|danger| names_danger(danger, scorer, reply))
                || matter.dangers.is_empty(),
        )
        .min(all);
    }
    if all == 0 {
        return names_problem(scorer, reply);
    }
    match named {
        0 => 0.0,
        named if named >= all => FULL,
        _ => HALF,
    }
}
