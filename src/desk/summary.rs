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
    };
    let report = match tab {
        Tab::Asking => return bare("popup_asking_title", "popup_asking"),
        Tab::Silent { ours: true } => return bare("popup_reload_title", "popup_reload"),
        Tab::Silent { ours: false } => return bare("popup_foreign_title", "popup_foreign"),
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
mod tests {
    use super::*;
    use serde_json::json;

    fn of(report: serde_json::Value) -> Summary {
        summary(&Tab::Reports(serde_json::from_value(report).unwrap()), Locale::ZhCn)
    }

    #[test]
    fn a_refund_list() {
        let records: Vec<_> =
            ["counted", "counted", "at_risk", "safe"].iter().map(|level| json!({ "level": level })).collect();
        let shown = of(json!({ "page": "refunds", "platform": "douyin", "read": 4, "total": 20, "records": records }));
        assert_eq!(shown.title, "抖店 · 退款列表");
        assert_eq!(shown.line, "本页读到4单，列表共20单");
        assert_eq!(shown.counts, [(Level::Counted, 2), (Level::AtRisk, 1), (Level::Watch, 0)]);
        assert_eq!((shown.active, shown.panel), (Some(true), true));
    }

    #[test]
    fn no_figures_where_nothing_was_read() {
        for report in [
            json!({ "page": "unknown" }),
            json!({ "page": "refunds", "read": 0 }),
            json!({ "page": "refunds", "read": 3, "records": [{ "level": "counted" }], "paused": true }),
            json!({ "page": "reviews", "read": 3, "records": [{ "level": null }] }),
            json!({ "page": "something-new" }),
        ] {
            assert!(of(report.clone()).counts.is_empty(), "{report}");
        }
        assert_eq!(of(json!({ "paused": true })).active, Some(false));
    }

    #[test]
    fn silence_is_told_apart() {
        let foreign = summary(&Tab::Silent { ours: false }, Locale::ZhCn);
        let reload = summary(&Tab::Silent { ours: true }, Locale::ZhCn);
        assert_ne!(foreign.line, reload.line);
        assert_eq!((foreign.active, foreign.panel), (None, false));
    }

    #[test]
    fn figures_become_sentences_only_where_the_reader_sent_none() {
        let own = of(
            json!({ "page": "refunds", "read": 1, "unreadable": 2, "notices": [{ "kind": "x", "text": "有 2 单没读全" }] }),
        );
        assert_eq!(own.notices, ["有 2 单没读全"]);
        let plain = of(json!({ "page": "refunds", "read": 1, "unknown_columns": ["甲", "乙"] }));
        assert_eq!(plain.notices, ["有不认识的列：甲、乙"]);
    }
}
