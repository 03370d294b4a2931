//! What the popup says about the current tab.

use super::message::{Level, Report};
use super::state::read_line;
use crate::words::{Locale, exists, list, text};

/// What the popup knows about the tab.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Tab {
    /// Still asking.
    #[default]
    Asking,
    /// No content script answered: another site, or a page opened before the extension.
    Silent {
        /// Is it a site we work on?
        ours: bool,
    },
    /// The page side's report.
    Reports(Report),
}

/// The popup's lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What page this is: `抖店 · 退款列表`.
    pub title: String,
    /// One sentence: what was read, or why nothing was.
    pub line: String,
    /// How many refunds per marked level; empty where there is no list.
    pub counts: Vec<(Level, usize)>,
    /// Further sentences.
    pub notices: Vec<String>,
    /// The state of the site's switch; `None` where there is nothing to switch.
    pub active: Option<bool>,
    /// Is there a panel to open?
    pub panel: bool,
    /// Can a list of this page be taught?
    pub teach: bool,
}

/// The popup's lines for a tab.
#[must_use]
pub fn summary(tab: &Tab, locale: Locale) -> Summary {
    let say = |key: &str| text(locale, key, &[]);
    let bare = |title: &str, line: &str| Summary {
        title: say(title),
        line: say(line),
        counts: Vec::new(),
        notices: Vec::new(),
        active: None,
        panel: false,
        teach: false,
    };
    let report = match tab {
        Tab::Asking => return bare("popup_asking_title", "popup_asking"),
        Tab::Silent { ours: true } => return bare("popup_reload_title", "popup_reload"),
        Tab::Silent { ours: false } => return Summary { teach: true, ..bare("popup_foreign_title", "popup_foreign") },
        Tab::Reports(report) => report,
    };
    let refunds = matches!(report.page.as_str(), "refunds" | "refund_detail");
    let line = match report.page.as_str() {
        _ if report.paused => say("popup_paused"),
        "refunds" | "refund_detail" if report.read == 0 => say("panel_blank_empty_text"),
        "reviews" if report.read == 0 => say("panel_blank_empty_reviews_text"),
        "refunds" | "refund_detail" | "reviews" => read_line(&report.page, report.read, report.total, locale),
        "scores" => say("panel_blank_other_text"),
        _ => say("panel_blank_unknown_text"),
    };
    let count = |level: Level| report.records.iter().filter(|record| record.level == Some(level)).count();
    let counts = if refunds && report.read > 0 && !report.paused {
        Level::MARKED.map(|level| (level, count(level))).to_vec()
    } else {
        Vec::new()
    };
    Summary {
        title: title(report, locale),
        line,
        counts,
        notices: notices(report, locale),
        active: Some(!report.paused),
        panel: !report.paused,
        teach: !report.paused,
    }
}

fn title(report: &Report, locale: Locale) -> String {
    let page = text(locale, &format!("popup_page_{}", if known(&report.page) { &report.page } else { "unknown" }), &[]);
    let key = report.platform.as_ref().map(|platform| format!("platform_{platform}")).filter(|key| exists(key));
    key.map_or_else(|| page.clone(), |key| text(locale, "popup_title", &[&text(locale, &key, &[]), &page]))
}

fn known(page: &str) -> bool {
    matches!(page, "refunds" | "refund_detail" | "reviews" | "scores")
}

/// The reader's own sentences; where it sent none, the figures in words.
fn notices(report: &Report, locale: Locale) -> Vec<String> {
    if report.paused {
        return Vec::new();
    }
    let mut lines: Vec<String> = report.notices.iter().map(|notice| notice.text.clone()).collect();
    if lines.is_empty() && report.unreadable > 0 {
        lines.push(text(locale, "popup_unreadable", &[&report.unreadable.to_string()]));
    }
    if lines.is_empty() && !report.unknown_columns.is_empty() {
        lines.push(text(locale, "popup_unknown_columns", &[&list(locale, &report.unknown_columns)]));
    }
    lines
}

#[cfg(test)]
mod tests;
