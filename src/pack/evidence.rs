//! Where a piece of knowledge comes from, and how sure it is.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::words::Locale;

/// Yes, no, or honestly not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Known to be so.
    Yes,
    /// Known not to be so.
    No,
    /// Nobody has said.
    #[default]
    Unknown,
}

/// How sure an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Published by the platform, the law, or a faithful copy of the official interface.
    Official,
    /// Third-party writing that quotes the rule, or code written against the real back office.
    Secondary,
    /// Common belief or our inference; no source found.
    Unverified,
    /// Entered by this shop in its own settings.
    Own,
}

/// A text of the packs, as it lies in the program, or one of the shop's own.
pub type Text = Cow<'static, str>;

/// Date, source and confidence of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Since when it is so, or of when the source is: `2025-03`, `2022-08-10`; `unknown` when the source has no date.
    pub since: Text,
    /// The source's mark in `docs/sources.md`, or a few words.
    pub source: Text,
    /// How sure.
    pub confidence: Confidence,
}

/// A text in the three languages of the interface.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Local {
    /// Simplified Chinese.
    pub hans: Text,
    /// Traditional Chinese.
    pub hant: Text,
    /// English.
    pub en: Text,
}

impl Local {
    /// The text in `locale`.
    #[must_use]
    pub fn get(&self, locale: Locale) -> &str {
        self.text(locale)
    }

    /// The same, for one who keeps it.
    #[must_use]
    pub const fn text(&self, locale: Locale) -> &Text {
        match locale {
            Locale::ZhCn => &self.hans,
            Locale::ZhTw => &self.hant,
            Locale::En => &self.en,
        }
    }

    /// Are all three there?
    #[must_use]
    pub fn is_complete(&self) -> bool {
        [&self.hans, &self.hant, &self.en].into_iter().all(|text| !text.trim().is_empty())
    }
}
