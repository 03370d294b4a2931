//! How an issue is felt and asked about: lines of its pack that fit the goods and what the buyer tells.

use super::compose::Writer;
use super::draw::Draw;
use crate::issue::Issue;
use crate::review::pack::{About, IssueLines, Knowledge, Texts};
use crate::review::telling::{says, shows_in_use, telling};

impl Writer<'_> {
    /// What it means for the buyer; of food as of food that is bad.
    pub(super) fn feel(&self, draw: &mut Draw) -> String {
        let bad = self.matter.pack().is_some_and(|pack| pack.issue.is_fault());
        let food = self.matter.kind == Some("food") && self.matter.about() == About::Goods && bad;
        // Of a torn bag of rice one speaks as of what came torn, not of freshness.
        let like = match self.matter.primary() {
            Issue::Smell | Issue::ExpiredSpoiled => Issue::ExpiredSpoiled,
            Issue::MissingItem | Issue::WrongItem => self.matter.primary(),
            _ => Issue::DamagedInTransit,
        };
        let pack = Knowledge::embedded().issue(like).filter(|_| food);
        let texts = pack.map(|pack| &pack.lines(self.matter.script).feel);
        match texts.and_then(|texts| draw.one(texts)) {
            Some(text) => text.to_owned(),
            None => self.of_issue(draw, |lines| &lines.feel),
        }
    }

    /// How the issue is spoken of.
    pub(super) fn of_issue(&self, draw: &mut Draw, of: impl Fn(&IssueLines) -> &Texts) -> String {
        let lines = self.matter.pack().map(|pack| of(pack.lines(self.matter.script)));
        // Nobody wears a curtain.
        let worn = self.matter.kind == Some("wear");
        let several = self.matter.problems.len() > 1;
        let eaten = self.matter.kind == Some("food");
        let words = telling();
        let fits = |text: &&str| {
            (worn || !says(text, &words.worn))
                && (several || !says(text, &words.several))
                && !(eaten && says(text, &words.used))
        };
        let lines: Texts = lines.into_iter().flatten().copied().filter(fits).collect();
        // What showed in use was not there from the first.
        let in_use = shows_in_use(&self.matter.words);
        let kept: Texts = lines.iter().copied().filter(|text| !(in_use && says(text, &words.fresh))).collect();
        let lines = if kept.is_empty() { lines } else { kept };
        draw.one(&lines).unwrap_or_default().to_owned()
    }

    /// What to ask for: by the leading topic, else by its issue.
    pub(super) fn asked(&self, draw: &mut Draw) -> String {
        let script = self.matter.script;
        let topic = self.matter.lead().map(|found| &found.topic.lines(script).ask);
        // Nobody airs rice: of food one asks what one asks of bad food.
        let smells = self.matter.primary() == Issue::Smell && self.matter.kind == Some("food");
        let bad = Knowledge::embedded().issue(Issue::ExpiredSpoiled).filter(|_| smells);
        let topic = bad.map(|pack| &pack.lines(script).lines.ask).or(topic);
        match topic.and_then(|texts| draw.one(texts)) {
            Some(text) => text.to_owned(),
            None => self.of_issue(draw, |lines| &lines.lines.ask),
        }
    }
}
