//! How issues and their topics are spoken of: `packs/replies`, `packs/dangers`, `packs/frames`, as the build lays them out.

use std::sync::OnceLock;

use super::input::Fault;
use crate::issue::Issue;
use crate::pack::Script;
use crate::text::packed::{Packed, files};

const REPLIES: &str = include_str!(concat!(env!("OUT_DIR"), "/replies.packed"));
const DANGERS: &str = include_str!(concat!(env!("OUT_DIR"), "/dangers.packed"));

/// What a complaint is about, which decides how a sentence can name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The goods, which the sentence then has as its subject.
    Goods,
    /// The parcel's way.
    Parcel,
    /// People of the shop.
    Service,
    /// What was paid.
    Price,
    /// The purchase as a whole.
    Order,
}

/// Texts to choose from.
pub type Texts = Vec<&'static str>;

/// How a topic is spoken of in one script.
#[derive(Debug, Clone, Default)]
pub struct TopicLines {
    /// The problem in our own words, without the goods as its subject.
    pub say: &'static str,
    /// Ways to settle it; the issue's where there are none.
    pub fix: Texts,
    /// What to ask the buyer for.
    pub ask: Texts,
}

/// How an issue is spoken of in one script.
#[derive(Debug, Clone, Default)]
pub struct IssueLines {
    /// As with a topic.
    pub lines: TopicLines,
    /// What it means for the buyer; true of any goods.
    pub feel: Texts,
    /// The one modest line for the next reader; true of any shop.
    pub note: Texts,
}

/// A particular complaint within an issue.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Unique over all packs.
    pub id: &'static str,
    /// The kinds of goods it can be said of, by the names of `packs/goods`; empty: any.
    pub goods: Texts,
    /// Our words for it say less than the buyer's own.
    pub vague: bool,
    /// Its issue.
    pub issue: Issue,
    /// What it is about.
    pub about: About,
    /// Whose fault it is, where that differs from the issue.
    pub fault: Option<Fault>,
    /// It says little: any closer topic of the issue goes before it.
    pub bare: bool,
    /// Its words are ambiguous: it counts only where the classifier sees its issue too.
    pub echo: bool,
    /// What looks like a denial is part of it ("连盒子都没有").
    pub firm: bool,
    /// How it is settled goes before what the weightiest topic asks for: what was repaired in vain is not repaired again.
    pub settles: bool,
    /// Patterns as in `packs/issues`.
    pub words: &'static str,
    lines: [TopicLines; 3],
}

/// All that is said of an issue.
#[derive(Debug, Clone)]
pub struct IssuePack {
    /// Which.
    pub issue: Issue,
    /// What it is about.
    pub about: About,
    /// Whose fault it is where nothing else is known.
    pub fault: Fault,
    /// The same where the words blame the goods themselves.
    pub faulty: Option<Fault>,
    /// The kinds of goods it can be said of; empty: any.
    pub goods: Texts,
    /// Word classes of its patterns, by name.
    pub classes: Vec<(&'static str, &'static str)>,
    lines: [IssueLines; 3],
}

/// A danger to people.
#[derive(Debug, Clone)]
pub struct Danger {
    /// The name of its file.
    pub id: &'static str,
    /// Patterns as in `packs/issues`.
    pub words: &'static str,
    /// Its advice sends to a doctor of people.
    pub of_people: bool,
    /// By kinds of goods, the danger that the same words mean there.
    read_as: Vec<(&'static str, &'static str)>,
    /// Its words for what happened say less than the buyer's own.
    pub vague: bool,
    lines: [DangerLines; 3],
}

/// What to do about a danger, in one script.
#[derive(Debug, Clone, Copy, Default)]
pub struct DangerLines {
    /// What has happened.
    pub say: &'static str,
    /// What to stop at once.
    pub stop: &'static str,
    /// When to see a doctor.
    pub care: &'static str,
    /// What to keep.
    pub keep: &'static str,
    /// What is checked.
    pub check: &'static str,
}

/// Everything, in the order of the files.
#[derive(Debug, Default)]
pub struct Knowledge {
    /// One for each issue that is complained about.
    pub issues: Vec<IssuePack>,
    /// Their topics.
    pub topics: Vec<Topic>,
    /// Dangers.
    pub dangers: Vec<Danger>,
}

impl Topic {
    /// Its texts in a script.
    #[must_use]
    pub fn lines(&self, script: Script) -> &TopicLines {
        let [hans, hant, en] = &self.lines;
        pick(script, hans, hant, en)
    }
}

impl IssuePack {
    /// Its texts in a script.
    #[must_use]
    pub fn lines(&self, script: Script) -> &IssueLines {
        let [hans, hant, en] = &self.lines;
        pick(script, hans, hant, en)
    }
}

impl Danger {
    /// What is meant by it of goods of a kind; `None` where it is no danger of such goods: a hair in a fan is not eaten.
    #[must_use]
    pub fn meant_of(&'static self, kind: Option<&str>) -> Option<&'static Self> {
        let other = self.read_as.iter().find(|(of, _)| Some(*of) == kind).map(|(_, id)| *id);
        match other {
            Some("") => None,
            Some(id) => Knowledge::embedded().dangers.iter().find(|danger| danger.id == id).or(Some(self)),
            None => Some(self),
        }
    }

    /// Its texts in a script.
    #[must_use]
    pub fn lines(&self, script: Script) -> &DangerLines {
        let [hans, hant, en] = &self.lines;
        pick(script, hans, hant, en)
    }
}

fn pick<T>(script: Script, hans: T, hant: T, en: T) -> T {
    match script {
        Script::Hans => hans,
        Script::Hant => hant,
        Script::En => en,
    }
}

impl Knowledge {
    /// The packs this build was made with; read once.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static READ: OnceLock<Knowledge> = OnceLock::new();
        READ.get_or_init(|| {
            let mut all = Self::default();
            for (_, mut fields) in files(REPLIES) {
                let (pack, topics) = issue(&mut fields);
                all.issues.push(pack);
                all.topics.extend(topics);
            }
            for (id, mut fields) in files(DANGERS) {
                let words = fields.text();
                let of_people = fields.flag();
                let read_as = fields.many(|from| (from.text(), from.text()));
                all.dangers.push(Danger {
                    id,
                    words,
                    of_people,
                    read_as,
                    vague: fields.flag(),
                    lines: [(); 3].map(|()| danger_lines(&mut fields)),
                });
            }
            all
        })
    }

    /// How an issue is spoken of; what has no pack of its own is spoken of as `other`.
    #[must_use]
    pub fn issue(&self, issue: Issue) -> Option<&IssuePack> {
        let find = |wanted: Issue| self.issues.iter().find(|pack| pack.issue == wanted);
        find(issue).or_else(|| find(Issue::Other))
    }
}

fn issue(from: &mut Packed) -> (IssuePack, Vec<Topic>) {
    let issue = from.name(&Issue::ALL, Issue::Other);
    let mut pack = IssuePack {
        issue,
        about: about(from),
        fault: fault(from),
        faulty: from.maybe(fault),
        goods: texts(from),
        lines: [(); 3].map(|()| issue_lines(from)),
        classes: Vec::new(),
    };
    for _ in 0..from.count() {
        pack.classes.push((from.text(), from.text()));
    }
    let topics = from.many(|from| Topic {
        id: from.text(),
        goods: texts(from),
        vague: from.flag(),
        issue,
        about: about(from),
        fault: from.maybe(fault),
        bare: from.flag(),
        echo: from.flag(),
        firm: from.flag(),
        settles: from.flag(),
        words: from.text(),
        lines: [(); 3].map(|()| TopicLines { say: from.text(), fix: texts(from), ask: texts(from) }),
    });
    (pack, topics)
}

#[inline(never)]
fn issue_lines(from: &mut Packed) -> IssueLines {
    let lines = TopicLines { say: from.text(), fix: texts(from), ask: texts(from) };
    IssueLines { lines, feel: texts(from), note: texts(from) }
}

fn danger_lines(from: &mut Packed) -> DangerLines {
    DangerLines { say: from.text(), stop: from.text(), care: from.text(), keep: from.text(), check: from.text() }
}

/// A list of texts as they lie in the program.
#[inline(never)]
pub fn texts(from: &mut Packed) -> Texts {
    from.many(Packed::text)
}

fn fault(from: &mut Packed) -> Fault {
    from.name(&Fault::ALL, Fault::Unclear)
}

fn about(from: &mut Packed) -> About {
    from.name(&[About::Goods, About::Parcel, About::Service, About::Price], About::Order)
}
