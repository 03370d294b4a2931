//! How a matter is settled: two ways that suit the goods and all that is wrong with them.

use super::compose::Writer;
use super::draw::Draw;
use crate::issue::Issue;
use crate::pack::Script;
use crate::review::input::Fault;
use crate::review::matter::Problem;
use crate::review::pack::{About, Knowledge, Texts, Topic};
use crate::review::telling::{Instead, Ways, says, telling};

impl Writer<'_> {
    /// Is something missing besides another fault of the goods, by which the matter is settled?
    pub(super) fn is_short(&self) -> bool {
        let missing = |problem: &Problem| problem.topic.is_some_and(|found| found.topic.issue == Issue::MissingItem);
        self.matter.problems.iter().any(missing) && self.fault_of_goods().is_some()
    }

    /// The weightiest fault of the goods as they came, whatever is said besides of number, colour or use.
    fn fault_of_goods(&self) -> Option<&'static Topic> {
        let found = self.matter.problems.iter().filter_map(|one| one.topic).find(|found| {
            found.topic.about == About::Goods
                && found.topic.fault != Some(Fault::Expectation)
                && found.topic.issue != Issue::MissingItem
                && found.topic.issue.is_fault()
        })?;
        Some(found.topic)
    }

    /// Two ways to settle it.
    pub(super) fn ways(&self, draw: &mut Draw) -> (String, String) {
        let script = self.matter.script;
        let settles = || self.matter.problems.iter().filter_map(|one| one.topic).filter(|found| found.topic.settles);
        // What was sent wrong twice is still to be sent right.
        let sent_wrong = settles().find(|found| found.topic.issue == Issue::WrongItem);
        let settling = sent_wrong.or_else(|| settles().next());
        let lead = settling.or_else(|| self.matter.lead().copied());
        let topic = lead.map(|found| &found.topic.lines(script).fix).filter(|fix| fix.len() > 1);
        let fix = topic.or_else(|| self.matter.pack().map(|pack| &pack.lines(script).lines.fix));
        // Advice on use settles no fault: where one is told as well, it is settled by that.
        let advice = |fix: &&Texts| fix.iter().any(|way| says(way, &telling().advice));
        let fault = || {
            let topic = self.fault_of_goods()?;
            let own = Some(&topic.lines(script).fix).filter(|fix| fix.len() > 1);
            own.or_else(|| Some(&Knowledge::embedded().issue(topic.issue)?.lines(script).lines.fix))
        };
        // Nor does another colour settle a stain, or the missing piece the broken one.
        let colour =
            settling.is_none() && matches!(self.matter.primary(), Issue::ColourDifference | Issue::MissingItem);
        let fix = if colour || fix.as_ref().is_some_and(advice) { fault().or(fix) } else { fix };
        // A button sent after settles no leak, nor does a size up settle what is too large as well.
        let part = |fix: &&Texts| fix.iter().any(|way| says(way, &telling().clause.parts)) && self.goods_problems() > 1;
        let own = || self.matter.pack().map(|pack| &pack.lines(script).lines.fix);
        let fix = if fix.as_ref().is_some_and(part) || self.is_both_ways() { own().or(fix) } else { fix };
        let at = |place: usize| fix.and_then(|fix| fix.get(place)).copied().unwrap_or_default().to_owned();
        if let Some([first, second]) = fix.and_then(|fix| self.fitting(fix)).map(Vec::as_slice) {
            return ((*first).to_owned(), (*second).to_owned());
        }
        // What came wet or broken by the carrier's fault is not settled by asking the carrier.
        let spoilt = |problem: &Problem| problem.quote.as_deref().is_some_and(|quote| says(quote, &telling().spoilt));
        if self.matter.about() == About::Parcel && self.matter.problems.iter().any(spoilt) {
            let any = Knowledge::embedded().issue(Issue::Other).map(|pack| &pack.lines(script).lines.fix);
            if let Some([first, second]) = any.map(Vec::as_slice) {
                return ((*first).to_owned(), (*second).to_owned());
            }
        }
        // The better way stands first.
        let _ = draw.next();
        (at(0), at(1))
    }

    /// How many things are wrong with the goods themselves.
    fn goods_problems(&self) -> usize {
        self.matter.problems.iter().filter(|one| !one.is_aside()).count()
    }

    /// Is something too small and something too large?
    fn is_both_ways(&self) -> bool {
        let first = |one: &Problem| {
            let found = one.topic.filter(|found| found.topic.issue == Issue::SizeFit)?;
            found.topic.lines(Script::Hans).fix.first().copied()
        };
        let ways: Vec<&str> = self.matter.problems.iter().filter_map(first).collect();
        ways.iter().any(|way| says(way, &telling().larger)) && ways.iter().any(|way| says(way, &telling().smaller))
    }

    /// What stands in for ways that do not suit these goods: nobody exchanges what is eaten, repairs a pen, or wears a shelf in another size.
    fn fitting(&self, fix: &Texts) -> Option<&Texts> {
        self.instead(fix).map(|instead| self.frames.ways(instead.ways))
    }

    fn instead(&self, fix: &[&str]) -> Option<&'static Instead> {
        telling().instead.iter().find(|instead| instead.is_meant(self.matter.kind, &self.told(), fix))
    }

    /// Title and review.
    fn told(&self) -> [&str; 2] {
        [self.matter.input.product.as_deref().unwrap_or_default(), &self.matter.words]
    }

    /// Was it made to the buyer's own order?
    pub(super) fn is_made(&self) -> bool {
        let made = telling().instead.iter().filter(|instead| instead.ways == Ways::Made);
        made.into_iter().any(|made| made.is_of(self.matter.kind, &self.told()))
    }
}
