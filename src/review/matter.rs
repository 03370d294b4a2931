//! Everything known about one review before a word is written.

mod dangers;
mod problems;
mod settled;

pub use problems::Problem;

use problems::Reading;

use super::clause::{self, Clause};
use super::filter;
use super::goods;
use super::input::{Fault, ReviewInput};
use super::pack::{About, Danger, IssuePack, Knowledge};
use super::rules::{self, Rules};
use super::telling;
use super::topics::{self, TopicFound};
use crate::issue::{self, Classification, Issue, IssueFound, Signal};
use crate::pack::Script;
use crate::refund::script_of;

/// Longer words are read so far; nobody answers more.
const READ: usize = 20_000;
/// An issue this much weaker than the first is not spoken of.
const FAINT: f32 = 0.4;

/// What a reply answers.
#[derive(Debug)]
pub struct Matter<'a> {
    /// The review.
    pub input: &'a ReviewInput,
    /// All the buyer's words, as far as they are read.
    pub words: String,
    /// What they complain about.
    pub said: Classification,
    /// What exactly, the weightiest first.
    pub topics: Vec<TopicFound>,
    /// What the reply names: one after the other, the weightiest first; at most four.
    pub problems: Vec<Problem>,
    /// Dangers to people.
    pub dangers: Vec<&'static Danger>,
    /// The first clause that tells of one that our own words say little of, in the buyer's, where they can be repeated.
    pub danger_told: Option<String>,
    /// Danger to people or animals.
    pub unsafe_goods: bool,
    /// Whose fault the reply goes by.
    pub fault: Fault,
    /// Script of the reply.
    pub script: Script,
    /// What the goods are called, where that is known.
    pub item: Option<String>,
    /// What kind of goods, by the names of `packs/goods`; `None` where that is not known.
    pub kind: Option<&'static str>,
    /// What of the buyer's other things was harmed, where that is named.
    pub harmed: Option<String>,
    /// The platform's rules.
    pub rules: &'static Rules,
}

impl<'a> Matter<'a> {
    /// Reads a review.
    #[must_use]
    pub fn read(input: &'a ReviewInput) -> Self {
        let words: String = input.words().chars().take(READ).collect();
        let kind = goods::kind(input.product.as_deref(), &words);
        let words = dangers::without_own_allergy(words, kind);
        let said = issue::classify(&words);
        let rules = rules::rules(input.platform);
        let script = input.script.unwrap_or_else(|| {
            let title = || input.product.as_deref().and_then(script_of);
            script_of(&words).or_else(title).unwrap_or(rules.script)
        });
        let dangers = dangers::of(kind, input.product.as_deref(), &topics::dangers(&words));
        let harms = telling::hurt_places(&words);
        let mut every = topics::every(&words);
        // The buyer has it by now: told as something that does not matter any more.
        if settled::is_sent_after(&words) {
            every
                .iter_mut()
                .filter(|found| found.topic.issue == Issue::MissingItem)
                .for_each(|found| found.accepted = true);
        }
        let clauses = clause::clauses(&words, script);
        let unsafe_goods = dangers::is_unsafe(&said, &dangers, kind, (!harms.is_empty(), &every, &clauses))
            || filter::sees_danger(&words);
        let found = topics::once(&every);
        let mut topics = topics::weighed(&found, &every, &said);
        // A wish on the buyer's side is what the reply is about only where nothing weightier is said.
        let more = said.quality_cause == Some(true) || said.primary != Issue::ChangedMind;
        // "砸碎了我一个杯子": what the goods broke did not come broken.
        let broke = |found: &TopicFound| {
            let theirs = harms.iter().any(|start| start.saturating_add(1) == found.start);
            theirs && found.topic.issue == Issue::DamagedInTransit
        };
        topics.retain(|found| !broke(found));
        topics.retain(|found| suits(goods_of(found), kind) && !(more && found.topic.issue == Issue::ChangedMind));
        let places = if unsafe_goods { topics::danger_places(&words) } else { Vec::new() };
        let pets = dangers::of_pets(input.product.as_deref()) && dangers.iter().all(|danger| danger.vague);
        let hurts = places.iter().map(|(start, _)| *start).collect();
        let item = goods::name(input.product.as_deref(), &words, script);
        let reading = Reading { script, said: &said, every: &every, found: &found, topics: &topics, hurts, harms };
        let mut problems = reading.problems(&clauses);
        tell_swap(&mut problems, &clauses, script);
        // What our own words for a danger tell is not told in the buyer's.
        let tells = |clause: &&Clause| {
            let mut here = places.iter().filter(|(start, _)| clause.holds(*start)).peekable();
            here.peek().is_some() && here.all(|(_, vague)| *vague || pets)
        };
        let danger_told = clauses.iter().filter(tells).find_map(|clause| clause.quote_danger(script));
        // Where none of the packs' is named, what reacted to the goods is the danger.
        let reacts = |clause: &&Clause| {
            let cues = said.issues.iter().filter(|found| found.issue == Issue::AdverseReaction);
            cues.flat_map(|found| &found.cues).any(|cue| clause.holds(cue.start)) || filter::sees_danger(&clause.text)
        };
        let unnamed = clauses.iter().filter(|_| unsafe_goods && dangers.is_empty()).filter(reacts);
        let danger_told = danger_told.or_else(|| unnamed.filter_map(|clause| clause.quote_danger(script)).next());
        let harmed = clauses.iter().filter(|clause| reading.harms.iter().any(|start| clause.holds(*start)));
        // Of food that ran out inside the box only food was wetted.
        let harmed = harmed
            .filter(|clause| {
                kind != Some("food")
                    || !goods::nouns_of(&clause.text, script).iter().all(|noun| goods::kind(None, noun) == kind)
            })
            .filter_map(|clause| telling::harmed(&clause.text, item.as_deref(), input.product.as_deref(), script))
            .next();
        topics.retain(|found| problems.iter().filter_map(|one| one.topic).any(|kept| kept.topic.id == found.topic.id));
        let mut matter = Self {
            item,
            harmed,
            fault: Fault::Unclear,
            input,
            words,
            said,
            topics,
            problems,
            kind,
            dangers,
            danger_told,
            unsafe_goods,
            script,
            rules,
        };
        matter.fault = input.fault.unwrap_or_else(|| matter.likely_fault());
        matter
    }

    /// The issue the reply leads with.
    #[must_use]
    pub fn primary(&self) -> Issue {
        let Some(found) = self.lead() else {
            let issue = self.goods_issue().unwrap_or(self.said.primary);
            // "里面没有内袋" is no matter of size, whatever the classifier thinks.
            let told = |one: &Problem| {
                one.quote.as_deref().is_none_or(|quote| telling::says(quote, &telling::telling().measures))
            };
            let sized = self.script == Script::En || self.problems.is_empty() || self.problems.iter().any(told);
            return if issue == Issue::SizeFit && !sized { Issue::Other } else { issue };
        };
        found.topic.issue
    }

    /// The weightiest topic; what people did leads only where nothing is wrong with the goods.
    #[must_use]
    pub fn lead(&self) -> Option<&TopicFound> {
        let first = self.problems.first().and_then(|problem| problem.topic.as_ref());
        if let Some(first) = first.filter(|found| found.topic.about == About::Goods) {
            return Some(first);
        }
        let of_goods = |found: &&TopicFound| found.topic.about == About::Goods;
        let service = |found: &&TopicFound| found.topic.about == About::Service;
        let other = self.topics.iter().find(of_goods);
        let any = || self.topics.iter().find(|found| !service(found)).or_else(|| self.topics.first());
        other.or_else(|| any().filter(|_| self.goods_issue().is_none()))
    }

    /// The strongest issue of the goods themselves, where topics speak of people only.
    fn goods_issue(&self) -> Option<Issue> {
        let of_goods = |issue: Issue| {
            !matches!(issue, Issue::Other | Issue::Praise | Issue::MaliciousAbuse)
                && Knowledge::embedded()
                    .issue(issue)
                    .is_some_and(|pack| pack.about == About::Goods && suits(&pack.goods, self.kind))
        };
        // What people did crookedly is no crooked work of the goods.
        let theirs = |start: usize| {
            let people = self.topics.iter().filter(|found| found.topic.about == About::Service);
            people.into_iter().any(|found| (found.start..found.end).contains(&start))
        };
        let own = |found: &&IssueFound| found.cues.is_empty() || found.cues.iter().any(|cue| !theirs(cue.start));
        let found = self.said.issues.iter().filter(own).find(|found| of_goods(found.issue) && found.weight >= FAINT);
        found.map(|found| found.issue).filter(|_| !self.topics.is_empty())
    }

    /// How its issue is spoken of; one that does not suit the goods is spoken of as any other.
    #[must_use]
    pub fn pack(&self) -> Option<&'static IssuePack> {
        let knowledge = Knowledge::embedded();
        let pack = knowledge.issue(self.primary());
        pack.filter(|pack| suits(&pack.goods, self.kind)).or_else(|| knowledge.issue(Issue::Other))
    }

    /// Nothing is named, neither in our words nor in the buyer's, and no issue is sure enough to be spoken of.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        let issue = self.pack().map_or(Issue::Other, |pack| pack.issue);
        self.problems.is_empty()
            && (matches!(issue, Issue::Other | Issue::Praise | Issue::MaliciousAbuse)
                || !self.said.issues.iter().any(|found| found.issue == issue && !found.cues.is_empty()))
    }

    /// What the matter is about first of all.
    #[must_use]
    pub fn about(&self) -> About {
        let pack = || self.pack().map_or(About::Order, |pack| pack.about);
        self.lead().map_or_else(pack, |found| found.topic.about)
    }

    /// Nothing but praise: best left alone.
    #[must_use]
    pub fn is_praise(&self) -> bool {
        let few = self.input.stars.is_some_and(|stars| stars <= 3);
        self.said.primary == Issue::Praise && self.topics.is_empty() && !self.unsafe_goods && !few
    }

    /// The words say nothing: pictures, emoji, a mark.
    #[must_use]
    pub fn is_wordless(&self) -> bool {
        !self.words.chars().any(|letter| letter.is_alphanumeric())
    }

    /// Whose fault it most likely is, where nobody has said.
    fn likely_fault(&self) -> Fault {
        if self.unsafe_goods {
            return Fault::Unclear;
        }
        if self.said.signals.contains(&Signal::OwnMistake) {
            return Fault::Expectation;
        }
        let Some(pack) = self.pack() else { return Fault::Unclear };
        let own = self.lead().and_then(|found| found.topic.fault);
        own.unwrap_or_else(|| match pack.faulty {
            Some(faulty) if self.said.quality_cause == Some(true) => faulty,
            _ => pack.fault,
        })
    }
}

/// What was ordered or shown and what came, told in place of our words for something sent wrong or unlike the page.
fn tell_swap(problems: &mut Vec<Problem>, clauses: &[Clause], script: Script) {
    let Some(swap) = telling::swapped(clauses, script) else { return };
    let about = |one: &Problem| {
        one.topic.is_some_and(|found| match found.topic.issue {
            Issue::WrongItem => true,
            Issue::ColourDifference | Issue::NotAsDescribed | Issue::MissingItem => !swap.ordered && swap.alike,
            _ => false,
        })
    };
    if !problems.iter().any(&about) && !swap.alike {
        return;
    }
    let mut told = false;
    problems.retain_mut(|one| {
        if about(one) && !told {
            told = true;
            one.quote = Some(swap.told.clone());
            one.several = true;
            return true;
        }
        // The same clauses told once more.
        !(swap.starts.contains(&one.start) && (one.topic.is_none() || about(one)))
    });
    if !told {
        let start = swap.starts.first().copied().unwrap_or_default();
        problems.push(Problem { topic: None, quote: Some(swap.told), start, harms: false, several: true });
    }
}

/// The kinds of goods a topic can be said of: its own, else its issue's.
fn goods_of(found: &TopicFound) -> &'static [&'static str] {
    let own = &found.topic.goods;
    let of_issue = || Knowledge::embedded().issue(found.topic.issue).map_or(&[][..], |pack| &pack.goods);
    if own.is_empty() { of_issue() } else { own }
}

/// Can it be said of goods of this kind? Of goods that nobody has named only what the words themselves make plain: no food, no device.
fn suits(goods: &[&str], kind: Option<&str>) -> bool {
    let any = goods.is_empty() || goods.contains(&"any");
    any || match kind {
        Some(kind) => goods.contains(&kind),
        None => goods.contains(&"wear") || goods.contains(&"beauty"),
    }
}
