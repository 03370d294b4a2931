//! The judgement of one refund: reason, match, level, truth gate, advice, message.
//!
//! ```text
//! reason cell ─► pack::Book::find ─┐
//! note, chat ──► cause ────────────┼─► matching ─► gate, level ─► advice ─► message
//! times, state ► exemption, deadline, window ──┘          └─► why
//! ```

mod advice;
mod cause;
mod deadline;
mod exemption;
mod gate;
mod input;
mod level;
mod matching;
mod message;
mod state;
#[cfg(test)]
mod tests;
mod verdict;
mod why;
mod window;
mod without_pack;

use std::borrow::Cow;

pub use advice::Kind;
pub use input::{JudgeSettings, RefundInput, Tone};
pub use message::issue_phrase;
pub(crate) use message::script_of;
pub use verdict::*;

use cause::Cause;
use exemption::Standing;
use state::{Parcel, Turn};

use crate::issue::{Issue, Signal};
use crate::pack::{Answer, Book, Class, Confidence, Exemption, Found, PackProblem, Packs};

/// Judges refunds with settings made ready once.
#[derive(Debug, Clone)]
pub struct Judge {
    packs: Cow<'static, Packs>,
    settings: JudgeSettings,
}

impl Judge {
    /// Lays the shop's own entries over the packs.
    #[must_use]
    pub fn new(settings: &JudgeSettings) -> Self {
        let packs = if settings.packs.is_empty() {
            Cow::Borrowed(Packs::embedded())
        } else {
            Cow::Owned(Packs::with_own(&settings.packs))
        };
        Self { packs, settings: settings.clone() }
    }

    /// What could not be used of packs and settings.
    #[must_use]
    pub fn problems(&self) -> &[PackProblem] {
        self.packs.problems()
    }

    /// Judges one refund. Never fails: where the platform's pack could not be read, everything about it is unknown.
    #[must_use]
    pub fn judge(&self, input: &RefundInput) -> Verdict {
        let cause = Cause::read(&input.reason, input.note.as_deref(), input.chat.as_deref());
        match self.packs.book(input.platform) {
            Some(book) => Case::new(input, &self.settings, book, cause).verdict(),
            None => without_pack::verdict(input, cause, &self.settings),
        }
    }
}

/// Judges one refund. For many with the same settings make a [`Judge`] once.
#[must_use]
pub fn judge(input: &RefundInput, settings: &JudgeSettings) -> Verdict {
    Judge::new(settings).judge(input)
}

/// Everything known of one refund before it is judged.
struct Case<'a> {
    input: &'a RefundInput,
    settings: &'a JudgeSettings,
    book: &'a Book,
    found: Found<'a>,
    /// Does the reason count, its service type included?
    counts: Answer,
    /// Does the reason blame the goods?
    blames_goods: bool,
    /// The service type never counts on this platform.
    never_counts: bool,
    cause: Cause,
    matched: Match,
    turn: Turn,
    exemption: Option<(&'a Exemption, Standing)>,
    deadline: Option<Deadline>,
}

impl<'a> Case<'a> {
    fn new(input: &'a RefundInput, settings: &'a JudgeSettings, book: &'a Book, cause: Cause) -> Self {
        let found = if input.reason.trim().is_empty() {
            Found::NOTHING
        } else {
            book.find(&input.reason, input.category.as_deref())
        };
        let turn = state::turn(input.status.as_deref());
        let parcel = state::parcel(input.shipping.as_deref().or(input.status.as_deref()));
        let parcel = if input.signed_at.is_some() { Parcel::Unknown } else { parcel };
        let never_counts = book.never_counts(input.service);
        let counts = if never_counts { Answer::No } else { found.counts };
        let blames_goods = found.class.is_some_and(Class::blames_goods);
        let matters = counts == Answer::Yes || (counts == Answer::Unknown && found.class.is_some());
        Self {
            exemption: if matters { exemption::best(&book.pack, input, turn, parcel) } else { None },
            deadline: deadline::of(&book.pack, input, turn, parcel, settings.close_hours),
            matched: matching::compare(found.class, &input.reason, &cause),
            input,
            settings,
            book,
            found,
            counts,
            blames_goods,
            never_counts,
            cause,
            turn,
        }
    }

    fn verdict(self) -> Verdict {
        let level = level::of(&self);
        Verdict {
            reason: self.reason(),
            r#match: self.matched,
            level,
            score: level::score(level, &self),
            pressing: self.is_unsafe() || self.deadline_is_close(),
            why: why::lines(&self),
            advice: advice::all(&self, level),
            leaves_window: self.leaves_window(),
            deadline: self.deadline,
            cause: self.cause.said,
            words: self.cause.words,
        }
    }

    /// Danger to people or animals, whatever the figure says.
    fn is_unsafe(&self) -> bool {
        let cause = &self.cause;
        let denied = cause.said.clears_goods() && !cause.sellers_error();
        let reaction = cause.stands_alone(Issue::AdverseReaction);
        // A reaction seen only within the words of another matter ("根全烂" of a plant) raises no alarm.
        let misread = cause.has(Issue::AdverseReaction) && !reaction;
        // "没过敏" takes back what only the reason says.
        let by_reason = self.found.danger && (cause.grave() || !cause.signals(Signal::GoodsAreFine));
        !denied && (by_reason || reaction || (cause.signals(Signal::Safety) && !misread))
    }

    /// The words themselves tell of the danger, not only the reason.
    fn tells_danger(&self) -> bool {
        self.cause.signals(Signal::Safety) || self.cause.stands_alone(Issue::AdverseReaction)
    }

    /// The words assert a fault, or something to be treated as one.
    fn has_fault(&self) -> bool {
        self.cause.grave()
    }

    fn deadline_is_close(&self) -> bool {
        self.deadline.as_ref().is_some_and(|deadline| deadline.is_close)
    }

    fn is_buyers_own(&self) -> bool {
        self.found.class.is_some_and(Class::is_buyers_own)
    }

    /// Only an order that may count has a window to leave.
    fn leaves_window(&self) -> Option<String> {
        let counts = self.counts != Answer::No && self.found.class.is_some();
        window::of(&self.book.pack, self.input.paid_at).filter(|_| counts).map(crate::text::moment::date_text)
    }

    fn reason(&self) -> ReasonRead {
        let basis = &self.book.pack.basis;
        let empty = self.input.reason.trim().is_empty();
        let rule = || {
            let own = basis.evidence.confidence == Confidence::Own;
            RuleShown {
                id: basis.rule.clone(),
                text: if own { why::own_rule(self) } else { basis.text.text(self.settings.locale).clone() },
                since: basis.evidence.since.clone(),
                source: basis.evidence.source.clone(),
                confidence: basis.evidence.confidence,
            }
        };
        let id = self.found.id.unwrap_or("unknown");
        ReasonRead {
            id: (!empty).then(|| id.to_owned()),
            raw: self.input.reason.clone(),
            counts: self.counts,
            basis: basis.kind,
            rule: (!empty).then(|| basis.rule.clone()),
            class: self.found.class,
            evidence: (!empty).then(rule),
        }
    }
}
