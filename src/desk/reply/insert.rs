//! Whether a text may go into the page, and what became of it.

use super::Replies;

/// Whether a text may go into the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum May {
    /// There is no text.
    Nothing,
    /// The lint still looks.
    Later,
    /// The lint does not answer.
    Unknown,
    /// Not like this; the place to look at, in code points.
    Blocked {
        /// First code point.
        start: usize,
        /// One past the last.
        end: usize,
    },
    /// This text.
    Now(String),
}

impl Replies {
    /// Whether the text may be put into the page now. Where the lint still looks, it is remembered.
    pub fn may_insert(&mut self, key: &str) -> May {
        let Some(sheet) = self.sheets.get_mut(key).filter(|sheet| !sheet.writing.text.trim().is_empty()) else {
            return May::Nothing;
        };
        sheet.outcome = None;
        match &sheet.lint {
            None if sheet.trouble => May::Unknown,
            None => {
                sheet.waiting = true;
                May::Later
            }
            Some(report) => {
                match report.findings.iter().find(|finding| finding.severity == "block").filter(|_| report.blocked) {
                    Some(finding) => May::Blocked { start: finding.start, end: finding.end },
                    None if report.blocked => May::Blocked { start: 0, end: 0 },
                    None => May::Now(sheet.writing.text.clone()),
                }
            }
        }
    }

    /// Whether an insertion has waited for the lint.
    pub fn was_waiting(&mut self, key: &str) -> bool {
        self.sheets.get_mut(key).is_some_and(|sheet| sheet.lint.is_some() && std::mem::take(&mut sheet.waiting))
    }

    /// What became of an insertion.
    pub fn inserted(&mut self, key: &str, outcome: &str) {
        if let Some(sheet) = self.sheets.get_mut(key) {
            sheet.outcome = Some(outcome.to_owned());
            if outcome == "done" {
                let text = sheet.writing.text.clone();
                self.use_text(text);
            }
        }
    }

    /// A text that has gone out is not to be said again under the next review.
    pub fn use_text(&mut self, text: String) {
        if !self.used.contains(&text) {
            self.used.push(text);
        }
    }
}
