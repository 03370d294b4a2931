//! Everything known about one review before a word is written.

use super::filter;
use super::goods;
use super::input::{Fault, ReviewInput};
use super::pack::{About, Danger, IssuePack, Knowledge};
use super::rules::{self, Rules};
use super::topics::{self, TopicFound};
use crate::issue::{self, Classification, Issue, IssueFound, Signal};
use crate::pack::Script;
use crate::refund::script_of;

/// The same for issues that are often read amiss.
const AS_PLAIN: f32 = 0.85;
/// Longer words are read so far; nobody answers more.
const READ: usize = 20_000;
/// A reply speaks of at most so many things.
const MOST: usize = 4;
/// An issue this much weaker than the first is not spoken of.
const FAINT: f32 = 0.4;
/// An issue without a topic needs this much of the first one's weight to be spoken of.
const PLAIN: f32 = 0.6;

/// What a reply answers.
#[derive(Debug)]
pub struct Matter<'a> {
    /// The review.
    pub input: &'a ReviewInput,
    /// All the buyer's words, as far as they are read.
    pub words: String,
    /// What they complain about.
    pub said: Classification,
    /// What exactly, the weightiest first; at most four.
    pub topics: Vec<TopicFound>,
    /// Issues without a topic of their own that a reply speaks of as well.
    pub others: Vec<&'static IssuePack>,
    /// Dangers to people.
    pub dangers: Vec<&'static Danger>,
    /// Danger to people or animals.
    pub unsafe_goods: bool,
    /// Whose fault the reply goes by.
    pub fault: Fault,
    /// Script of the reply.
    pub script: Script,
    /// What the goods are called, where that is known.
    pub item: Option<String>,
    /// A few words of the buyer's, where no topic names the matter.
    pub quote: Option<String>,
    /// The platform's rules.
    pub rules: &'static Rules,
}

impl<'a> Matter<'a> {
    /// Reads a review.
    #[must_use]
    pub fn read(input: &'a ReviewInput) -> Self {
        let words: String = input.words().chars().take(READ).collect();
        let said = issue::classify(&words);
        let rules = rules::rules(input.platform);
        let script = input.script.unwrap_or_else(|| {
            let title = || input.product.as_deref().and_then(script_of);
            script_of(&words).or_else(title).unwrap_or(rules.script)
        });
        let dangers = topics::dangers(&words);
        let unsafe_goods = is_unsafe(&said, &dangers) || filter::sees_danger(input, &words);
        let found = topics::topics(&words);
        let mut topics = topics::weighed(&found, &said);
        topics.truncate(MOST);
        let others = others(&said, &topics);
        let mut matter = Self {
            item: goods::name(input.product.as_deref(), &words, script),
            quote: if topics.is_empty() { quote(&said, script) } else { None },
            fault: Fault::Unclear,
            input,
            words,
            said,
            topics,
            others,
            dangers,
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
        self.topics.first().map_or(self.said.primary, |found| found.topic.issue)
    }

    /// How its issue is spoken of.
    #[must_use]
    pub fn pack(&self) -> Option<&'static IssuePack> {
        Knowledge::embedded().issue(self.primary())
    }

    /// What the matter is about first of all.
    #[must_use]
    pub fn about(&self) -> About {
        let pack = || self.pack().map_or(About::Order, |pack| pack.about);
        self.topics.first().map_or_else(pack, |found| found.topic.about)
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
        let own = self.topics.first().and_then(|found| found.topic.fault);
        own.unwrap_or_else(|| match pack.faulty {
            Some(faulty) if self.said.quality_cause == Some(true) => faulty,
            _ => pack.fault,
        })
    }
}

/// Danger to people or animals, unless the words deny a fault of the goods.
fn is_unsafe(said: &Classification, dangers: &[&Danger]) -> bool {
    let signalled = said.signals.contains(&Signal::Safety);
    let bodily = matches!(said.primary, Issue::AdverseReaction | Issue::FunctionFailure | Issue::ExpiredSpoiled);
    let reaction = said.issues.iter().any(|found| found.issue == Issue::AdverseReaction && found.weight >= FAINT);
    !dangers.is_empty() || (signalled || reaction) && bodily && said.quality_cause != Some(false)
}

/// Issues that are said in words of their own and have no topic.
fn others(said: &Classification, topics: &[TopicFound]) -> Vec<&'static IssuePack> {
    let strongest = said.issues.first().map_or(0.0, |found| found.weight);
    let spoken = |found: &IssueFound| {
        topics.iter().any(|known| {
            let within = |cue: &issue::Cue| cue.start < known.end && known.start < cue.end;
            known.topic.issue == found.issue || found.cues.iter().all(within)
        })
    };
    // Beside topics only what is seldom read amiss is spoken of without one.
    let plain = |found: &IssueFound| match found.issue {
        Issue::Other | Issue::Praise | Issue::MaliciousAbuse => false,
        Issue::SellerService | Issue::CourierService | Issue::Packaging | Issue::MissingItem | Issue::WrongItem => {
            found.weight >= strongest * PLAIN
        }
        issue => topics.is_empty() && (issue == said.primary || found.weight >= strongest * AS_PLAIN),
    };
    let room = MOST.saturating_sub(topics.len());
    let told = said.issues.iter().filter(|found| plain(found) && !found.cues.is_empty() && !spoken(found));
    told.filter_map(|found| Knowledge::embedded().issue(found.issue)).take(room.min(2)).collect()
}

/// Where a quotation would break off in the middle of a thought.
const HALF: [&str; 12] = ["的", "如", "像", "是", "了个", "不", "都", "还", "就", " like", " a", " the"];

/// Words no shop would repeat.
const RUDE: [&str; 22] = [
    "垃圾", "骗", "坑", "差评", "傻", "滚", "死", "妈", "屎", "烂", "恶心", "无良", "黑心", "假货", "操", "逼", "智商",
    "退", "scam", "shit", "crap", "fuck",
];

/// A few words of the buyer's own that name the matter, clean and short enough to be repeated.
fn quote(said: &Classification, script: Script) -> Option<String> {
    let (least, most) = if script == Script::En { (10, 28) } else { (4, 8) };
    let clean = |text: &str| {
        let length = text.chars().count();
        let fits = |letter: char| match script {
            Script::En => letter.is_ascii_alphabetic() || matches!(letter, ' ' | '\'' | '-'),
            Script::Hans | Script::Hant => matches!(letter, '\u{4e00}'..='\u{9fff}'),
        };
        let own = ["我", "你", "您", "i ", "my "];
        let lower = text.to_lowercase();
        (least..=most).contains(&length)
            && text.chars().all(fits)
            && !HALF.iter().any(|end| lower.ends_with(end))
            && !RUDE.iter().chain(&own).any(|word| lower.contains(word))
    };
    let first = said
        .issues
        .first()
        .filter(|found| !matches!(found.issue, Issue::Other | Issue::Praise | Issue::MaliciousAbuse))?;
    first.cues.iter().map(|cue| cue.text.trim()).find(|text| clean(text)).map(str::to_owned)
}
