//! What a key means where the mouse would point: the next choice, the first fix, the next place.

use super::{FAULTS, Replies, TONES, tone_of};
use crate::desk::message::Desk;

impl Replies {
    /// The place of the first finding that has a fix.
    #[must_use]
    pub fn first_fix(&self, key: &str) -> Option<usize> {
        self.sheet(key)?.lint.as_ref()?.findings.iter().position(|finding| finding.fix.is_some())
    }

    /// What to say where there is nothing to change or to go to: only a look that has been taken has found nothing. The key of the words.
    #[must_use]
    pub fn why_nothing(&self, key: &str) -> &'static str {
        match self.sheet(key) {
            Some(sheet) if sheet.lint.is_some() => "panel_said_nothing_found",
            Some(sheet) if sheet.trouble => "panel_lint_silent",
            _ => "panel_lint_waiting",
        }
    }

    /// The place of the next finding in the text, in code points; after the last the first again. Findings that stand nowhere are passed over.
    pub fn next_place(&mut self, key: &str) -> Option<(usize, usize)> {
        let sheet = self.sheets.get_mut(key)?;
        let findings = &sheet.lint.as_ref()?.findings;
        let standing = |place: &usize| findings.get(*place).is_some_and(|finding| finding.end > finding.start);
        let from = sheet.looked_at.map_or(0, |last| last.saturating_add(1));
        let next = (from..findings.len()).chain(0..from.min(findings.len())).find(standing)?;
        let finding = findings.get(next)?;
        sheet.looked_at = Some(next);
        Some((finding.start, finding.end))
    }

    /// The fault after the one that the drafts go by.
    #[must_use]
    pub fn next_fault(&self, key: &str) -> &'static str {
        let sheet = self.sheet(key);
        let chosen = sheet.and_then(|sheet| sheet.writing.fault.as_deref());
        let found = sheet.and_then(|sheet| sheet.answer.as_ref()).map(|answer| answer.fault.as_str());
        after(&FAULTS, chosen.or(found).unwrap_or_default())
    }

    /// The tone after the one that is set.
    #[must_use]
    pub fn next_tone(&self, key: &str, desk: &Desk) -> &'static str {
        after(&TONES, self.sheet(key).map_or("warm", |sheet| tone_of(&sheet.writing, desk)))
    }

    /// Does the engine see malice in the review?
    #[must_use]
    pub fn is_malicious(&self, key: &str) -> bool {
        self.sheet(key).and_then(|sheet| sheet.answer.as_ref()).is_some_and(|answer| answer.malicious.is_some())
    }
}

/// The choice after `chosen`; after the last, and where nothing known is chosen, the first.
fn after(choices: &[&'static str], chosen: &str) -> &'static str {
    let mut rest = choices.iter().skip_while(|choice| **choice != chosen).skip(1);
    rest.next().or_else(|| choices.first()).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_go_round() {
        assert_eq!(after(&TONES, "warm"), "plain");
        assert_eq!(after(&TONES, "brief"), "warm");
        assert_eq!(after(&FAULTS, ""), "ours", "nothing is chosen yet");
    }
}
