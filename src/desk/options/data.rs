//! Export, import, reset, and what is stored.

use serde_json::{Value, json};

use super::{Effect, Outcome, Purpose, View, trouble};
use crate::settings::import::{MOST_BYTES, Refused};
use crate::settings::kind::escaped;
use crate::settings::schema::PAGES_SCHEMA;
use crate::words::{Locale, text};

/// The name of an exported file.
pub const FILE: &str = "aftersales-radar-settings.json";
/// The name of an exported file with one taught page.
pub const PAGE_FILE: &str = "aftersales-radar-page.json";

impl View {
    /// Asks for the settings as a file.
    #[must_use]
    pub fn export(&self) -> Vec<Effect> {
        vec![Effect::Ask(Purpose::Export, json!({ "kind": "settings.export" }))]
    }

    /// Asks for one taught page as a file.
    #[must_use]
    pub fn export_page(&self, id: &str) -> Vec<Effect> {
        vec![Effect::Ask(Purpose::ExportPage, json!({ "kind": "settings.export", "page": id }))]
    }

    /// Forgets a taught page, at the second press.
    pub fn forget_page(&mut self, id: &str, browser: Locale) -> Vec<Effect> {
        if !self.confirmed(&format!("forget {id}"), browser) {
            return Vec::new();
        }
        self.edit(&format!("/pages/taught/{}", escaped(id)), Value::Null)
    }

    pub(super) fn exported(&mut self, name: &'static str, answer: &str, locale: Locale) -> Vec<Effect> {
        let answer: Value = serde_json::from_str(answer).unwrap_or_default();
        let Some(file) = answer.get("text").and_then(Value::as_str) else {
            self.say_bad(text(locale, "options_no_answer", &[]));
            return Vec::new();
        };
        self.say(locale, "options_exported");
        vec![Effect::Save { name, text: file.to_owned() }]
    }

    /// A file was chosen; `read` is its text, else the line that is none; neither where it is too big to be read or could not be.
    pub fn file_chosen(&mut self, bytes: f64, read: Result<String, Option<usize>>, browser: Locale) -> Vec<Effect> {
        let locale = self.locale(browser);
        self.file = None;
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a file's size is a positive whole number"
        )]
        let bytes = bytes as usize;
        match read {
            _ if bytes > MOST_BYTES => self.say_bad(Refused::TooBig { bytes }.text(locale)),
            Err(Some(line)) => self.say_bad(Refused::NotUtf8 { line }.text(locale)),
            Err(None) => self.say_bad(text(locale, "options_import_unreadable", &[])),
            Ok(read) => {
                let check = json!({ "kind": "settings.import", "text": read, "dry": true });
                self.file = Some(read);
                return vec![Effect::Ask(Purpose::Check, check)];
            }
        }
        Vec::new()
    }

    pub(super) fn looked_at(&mut self, purpose: Purpose, outcome: Outcome, locale: Locale) -> Vec<Effect> {
        if let Some(trouble) = trouble(outcome, locale) {
            self.file = None;
            self.say_bad(trouble);
            return Vec::new();
        }
        if purpose == Purpose::Check {
            let pages = self.file.as_deref().is_some_and(holds_pages);
            self.say(locale, if pages { "options_import_sound_pages" } else { "options_import_sound" });
            return vec![Effect::Focus("import-take".to_owned())];
        }
        let pages = self.file.take().as_deref().is_some_and(holds_pages);
        self.say(locale, if pages { "options_imported_pages" } else { "options_imported" });
        let mut effects = self.begin();
        effects.push(Effect::Focus("import-file".to_owned()));
        effects
    }

    /// Takes the file that was looked at.
    #[must_use]
    pub fn import(&self) -> Vec<Effect> {
        let import = |file: &String| Effect::Ask(Purpose::Import, json!({ "kind": "settings.import", "text": file }));
        self.file.as_ref().map(import).into_iter().collect()
    }

    /// Leaves the file that was looked at.
    pub fn leave_file(&mut self) -> Vec<Effect> {
        self.file = None;
        self.said = super::Said::default();
        vec![Effect::Focus("import-file".to_owned())]
    }

    /// Resets one part or everything, at the second press.
    pub fn reset(&mut self, part: Option<&str>, browser: Locale) -> Vec<Effect> {
        if !self.confirmed(&format!("reset {}", part.unwrap_or("all")), browser) {
            return Vec::new();
        }
        vec![Effect::Ask(Purpose::Change, json!({ "kind": "settings.reset", "part": part }))]
    }
}

/// Whether a sound file holds taught pages alone.
fn holds_pages(file: &str) -> bool {
    serde_json::from_str::<Value>(file.trim_start_matches('\u{feff}'))
        .is_ok_and(|file| file.get("schema").and_then(Value::as_str) == Some(PAGES_SCHEMA))
}

/// Bytes as people read them.
#[must_use]
pub fn size(bytes: usize) -> String {
    if bytes < 1024 {
        return format!("{bytes} B");
    }
    let tenths = bytes.saturating_mul(10).div_ceil(1024);
    format!("{}.{} KB", tenths.wrapping_div(10), tenths.wrapping_rem(10))
}
