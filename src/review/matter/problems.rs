//! What the buyer complains of, one thing after the other: in our words, in theirs, or both.

use super::super::clause::Clause;
use super::super::pack::About;
use super::super::telling::telling;
use super::super::topics::TopicFound;
use crate::issue::{Classification, Issue, IssueFound};
use crate::pack::Script;

/// A reply speaks of at most so many things.
const MOST: usize = 4;
/// Of these so many besides the goods.
const ASIDE: usize = 2;
/// With so many known, what no pattern knows is left out.
const ENOUGH: usize = 3;

/// One thing that the buyer complains of.
#[derive(Debug, Clone)]
pub struct Problem {
    /// In our words, where the buyer's stand in the text and suit the goods.
    pub topic: Option<TopicFound>,
    /// In the buyer's, where they can be repeated, with the persons turned.
    pub quote: Option<String>,
    /// The place of its clause, in code points of the text.
    pub start: usize,
    /// Its clause tells of harm to the buyer's other things.
    pub harms: bool,
    /// Its clause tells of more than one complaint.
    pub several: bool,
}

impl Problem {
    /// Do the buyer's words say more than ours: how many, how often, what else was harmed?
    #[must_use]
    pub fn is_particular(&self) -> bool {
        self.harms || self.several || self.quote.as_deref().is_some_and(Clause::is_particular)
    }

    /// Is it not about the goods: what people did, the way of the parcel, the price?
    #[must_use]
    pub fn is_aside(&self) -> bool {
        self.topic.is_some_and(|found| found.topic.about != About::Goods)
    }
}

/// A text while its problems are told.
pub(super) struct Reading<'t> {
    pub(super) script: Script,
    pub(super) said: &'t Classification,
    /// Every place of every topic.
    pub(super) every: &'t [TopicFound],
    /// The first of each.
    pub(super) found: &'t [TopicFound],
    /// Those the reply may name.
    pub(super) topics: &'t [TopicFound],
    /// Where the words tell of a danger, which is answered by itself.
    pub(super) hurts: Vec<usize>,
    /// Where they tell of harm to the buyer's other things.
    pub(super) harms: Vec<usize>,
}

/// A problem with its place in the text and its topic's rank.
type Told = (usize, usize, Problem);

impl Reading<'_> {
    /// The problems of a text, clause by clause: the weightiest topic's first, then in the order of the text, last what people did.
    pub(super) fn problems(&self, clauses: &[Clause]) -> Vec<Problem> {
        let vague = |issue: Issue| matches!(issue, Issue::Other | Issue::Praise | Issue::MaliciousAbuse);
        let complains: Vec<&IssueFound> = self.said.issues.iter().filter(|found| !vague(found.issue)).collect();
        let mut told: Vec<Told> = Vec::new();
        let mut loose: Vec<Told> = Vec::new();
        let mut named: Vec<&str> = Vec::new();
        for clause in clauses {
            let here = |found: &TopicFound| clause.holds(found.start);
            let mut topics: Vec<(usize, TopicFound)> = Vec::new();
            for (rank, found) in self.topics.iter().enumerate() {
                if here(found) && !named.contains(&found.topic.id) {
                    topics.push((rank, *found));
                }
            }
            let hurts = self.hurts.iter().any(|start| clause.holds(*start));
            // What stands beside the first topic of a clause is named too where it is of another kind (the goods, and what people
            // did) or where the clause is too long to be repeated.
            let first = topics.first().copied();
            // Of a long clause only what happened is told, where our own words say little of it.
            let little = first.is_none_or(|(_, first)| first.topic.vague || first.topic.bare);
            let whole = clause.quote(self.script);
            let whole = whole.or_else(|| clause.quote_short(self.script).filter(|_| little));
            let other = first.and_then(|(_, first)| {
                let apart = |one: &TopicFound| whole.is_none() || one.topic.about != first.topic.about;
                topics.iter().skip(1).find(|(_, one)| apart(one) && !one.topic.bare).copied()
            });
            let several = topics.len() > 1;
            named.extend(first.iter().chain(&other).map(|(_, found)| found.topic.id));
            let harms = self.harms.iter().any(|start| clause.holds(*start));
            let cue = complains.iter().any(|found| found.cues.iter().any(|cue| clause.holds(cue.start)))
                || self.every.iter().any(|found| here(found) && !found.accepted)
                || harms;
            // What is told over a comma ("早上灌的开水，中午就凉了") is not told by its first half.
            let halved = first.is_some_and(|(_, found)| found.end > clause.end);
            let quote = whole.filter(|quote| !halved && (first.is_some() || self.is_new(clause, quote, &named)));
            if hurts || first.is_none() && quote.is_none() {
                continue;
            }
            let rank = first.map_or(usize::MAX, |(rank, _)| rank);
            let problem = Problem {
                topic: first.map(|(_, found)| found),
                quote: quote.filter(|_| other.is_none()),
                start: clause.start,
                harms,
                several,
            };
            if cue || problem.topic.is_some() {
                told.push((clause.start, rank, problem));
            } else if clause.is_marked() {
                loose.push((clause.start, usize::MAX, problem));
            }
            told.extend(other.map(|(rank, found)| {
                (clause.start, rank, Problem { topic: Some(found), quote: None, start: clause.start, harms, several })
            }));
        }
        // What no pattern knows is repeated only where little else is known.
        let praised = self.said.primary == Issue::Praise;
        let known = told.iter().filter(|(_, _, one)| !one.is_aside()).count();
        if known < ENOUGH && !praised && self.hurts.is_empty() {
            told.extend(loose.into_iter().take(ENOUGH.saturating_sub(known)));
        }
        if told.is_empty() && !praised && self.hurts.is_empty() {
            for clause in clauses {
                let quote = clause.quote(self.script).filter(|quote| self.is_new(clause, quote, &named));
                if let Some(quote) = quote.filter(|_| told.len() < 2) {
                    told.push((
                        clause.start,
                        usize::MAX,
                        Problem { topic: None, quote: Some(quote), start: clause.start, harms: false, several: false },
                    ));
                }
            }
        }
        in_order(told)
    }

    /// Is it more than a topic that is named already, said once more, and not waved aside by the buyer?
    fn is_new(&self, clause: &Clause, quote: &str, named: &[&str]) -> bool {
        let accepted = self.found.iter().any(|found| found.accepted && clause.holds(found.start));
        // What people did is named once, however vaguely; told again it would read as a fault of the goods.
        let told = |found: &TopicFound| {
            named.contains(&found.topic.id) && (!found.topic.vague || found.topic.about == About::Service)
        };
        // So is the second half of what is told over a comma ("订的十二点送，两点多才到").
        let halves = |found: &TopicFound| {
            let over = found.start < clause.start && clause.start < found.end;
            over && named.contains(&found.topic.id) && found.topic.about != About::Goods
        };
        let again = self.every.iter().any(|found| {
            let closer = found.topic.bare && self.topics.iter().any(|one| one.topic.issue == found.topic.issue);
            // "遥控器三天两头失灵" names a part that "用不了" does not.
            let little = found.end.saturating_sub(found.start).saturating_add(MORE);
            let closer = closer && quote.chars().count() <= little && !Clause::is_particular(quote);
            let closer = closer || self.script == Script::En && named.contains(&found.topic.id);
            clause.holds(found.start) && (closer || told(found)) || halves(found)
        });
        // "全是水" after what leaks, "床上全是毛" after what sheds.
        let harms = self.harms.iter().any(|start| clause.holds(*start));
        let lists = &telling().clause;
        let shows = !harms
            && lists.all_over.iter().any(|word| quote.contains(word))
            && self.topics.iter().any(|found| {
                named.contains(&found.topic.id)
                    && found
                        .topic
                        .lines(self.script)
                        .say
                        .chars()
                        .any(|letter| !lists.common.contains(letter) && quote.contains(letter))
            });
        !(accepted || again || shows)
    }
}

/// So many letters beside a bare topic tell something of their own.
const MORE: usize = 5;
/// The weightiest first, then as the text tells them; what people did behind what is wrong with the goods.
fn in_order(mut told: Vec<Told>) -> Vec<Problem> {
    crate::text::order::by_key(&mut told, |(start, _, _)| *start as u64);
    // What the reply is about, and how it is settled, follows the weightiest topic.
    let named = |(_, _, one): &&Told| one.topic.is_some();
    let weight = |place: &usize| {
        let own = told.get(*place).filter(named);
        own.map_or((true, usize::MAX), |(_, rank, one)| (one.is_aside() && told.len() > 1, *rank))
    };
    if let Some(place) =
        (0..told.len()).min_by_key(weight).filter(|place| told.get(*place).is_some_and(|one| named(&one)))
    {
        told.get_mut(..=place).unwrap_or_default().rotate_right(1);
    }
    let (aside, goods): (Vec<Problem>, Vec<Problem>) =
        told.into_iter().map(|(_, _, problem)| problem).partition(Problem::is_aside);
    let room = MOST.saturating_sub(aside.len().min(ASIDE));
    goods.into_iter().take(room).chain(aside.into_iter().take(ASIDE)).collect()
}
