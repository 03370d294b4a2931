//! What the popup receives.

use serde::Deserialize;

use super::{Level, Notice};

/// What the popup gets for a tab.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub struct Report {
    /// As in [`Desk::page`].
    pub page: String,
    /// The platform's id.
    pub platform: Option<String>,
    /// Records read.
    pub read: u32,
    /// The page's own figure.
    pub total: Option<u32>,
    /// Records with a field that could not be read.
    pub unreadable: u32,
    /// Header words nobody knows.
    pub unknown_columns: Vec<String>,
    /// The records.
    pub records: Vec<ReportRecord>,
    /// Sentences about the reading.
    pub notices: Vec<Notice>,
    /// Is reading paused on this site?
    pub paused: bool,
}

/// One record of a report.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ReportRecord {
    /// `None` for reviews.
    #[serde(default)]
    pub level: Option<Level>,
}
