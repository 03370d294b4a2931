//! The options page: what it shows and what each control changes. Every change is one edit, sent at once; the page then shows what is stored.
//!
//! | file | job |
//! |---|---|
//! | [`sites`] | platforms and hosts, and what the browser is asked for |
//! | [`keys`] | every command with its keys, changing them by pressing |
//! | [`rules`] | the shop's own rules, with date and note |
//! | [`texts`] | the agent's own texts |
//! | [`targets`] | what scores should reach |
//! | [`data`] | export, import, reset, what is stored |

pub mod data;
pub mod keys;
pub mod rules;
pub mod sites;
pub mod targets;
pub mod texts;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::settings::about::{PackAbout, ReasonAbout};
use crate::settings::edit::Edit;
use crate::settings::policy::is_locked;
use crate::settings::state::State;
use crate::words::{Locale, text};

/// The sections, in the order of the page; each has a heading `options_<name>`.
pub const SECTIONS: [&str; 8] = ["sites", "judgement", "replies", "targets", "keys", "look", "data", "about"];

/// What the page has to do for the view.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Ask the background; the answer goes to [`View::answered`] with the same purpose.
    Ask(Purpose, Value),
    /// Offer a text as a file.
    Save {
        /// The file's name.
        name: &'static str,
        /// Its text.
        text: String,
    },
    /// Put the focus on the element with this id.
    Focus(String),
    /// Make the browser ask the person for these patterns of a host; the answer goes to [`View::granted`].
    Grant(String, Vec<String>),
    /// Give the browser back what it allowed of a host; what came of it goes to [`View::taken_back`].
    Revoke(String, Vec<String>),
}

/// Why the background was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// What holds and what is stored.
    Read,
    /// What the packs know.
    About,
    /// A change.
    Change,
    /// A file is to be looked at.
    Check,
    /// A file was taken.
    Import,
    /// The settings as a file.
    Export,
    /// A taught page as a file.
    ExportPage,
    /// What a pack knows of a reason; which of the questions it was, counted from 1.
    Reason(u32),
    /// How a text that is being written would come out; which of the questions it was, counted from 1.
    Preview(u32),
}

/// What was said last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// The sentence.
    pub text: String,
    /// Did something not work?
    pub bad: bool,
}

/// The whole page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct View {
    /// What holds; nothing before the first answer.
    pub state: Option<State>,
    /// What the packs know.
    pub about: Vec<PackAbout>,
    /// What was said last.
    pub said: Said,
    /// The host whose keys are shown; all hosts where none is chosen.
    pub scope: Option<String>,
    /// A key that is being chosen.
    pub recording: Option<keys::Recording>,
    /// A rule that is being written.
    pub rule: rules::Form,
    /// How often it was asked what the packs know of a reason, and the rule that the last question was for.
    pub asked: (u32, rules::Form),
    /// A target that is being written.
    pub target: targets::Form,
    /// A text that is being written.
    pub draft: Option<texts::Draft>,
    /// What a second press of the same button confirms.
    pub confirm: Option<String>,
    /// A further host that is being added.
    pub site: sites::Form,
    /// A file that was looked at and waits to be taken.
    pub file: Option<String>,
}

/// What the background answers to a change.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Outcome {
    refused: Option<String>,
    failed: Option<String>,
    error: Option<String>,
}

impl View {
    /// The language to speak; `browser` is that of the browser.
    #[must_use]
    pub fn locale(&self, browser: Locale) -> Locale {
        self.state.as_ref().map_or(browser, |state| state.locale)
    }

    /// Asks for everything.
    #[must_use]
    pub fn begin(&self) -> Vec<Effect> {
        vec![Effect::Ask(Purpose::Read, json!({ "kind": "settings.read" }))]
    }

    /// Takes an answer of the background; one that is none counts as failed.
    pub fn answered(&mut self, purpose: Purpose, answer: &str, browser: Locale) -> Vec<Effect> {
        let before = self.locale(browser);
        match purpose {
            Purpose::Read => {
                let Ok(state) = serde_json::from_str::<State>(answer) else {
                    return self.failed(answer, before);
                };
                let locale = state.locale;
                let first = self.state.is_none() || before != locale;
                self.state = Some(state);
                if first {
                    return vec![Effect::Ask(Purpose::About, json!({ "kind": "settings.about", "locale": locale }))];
                }
            }
            Purpose::About => self.about = serde_json::from_str(answer).unwrap_or_default(),
            // Answers may come in another order than the questions: only that to the last one is of what stands in the field.
            Purpose::Preview(asked) => {
                if let Some(draft) = self.draft.as_mut().filter(|draft| draft.asked == asked) {
                    draft.shown = serde_json::from_str(answer).ok();
                }
            }
            Purpose::Export => return self.exported(data::FILE, answer, before),
            Purpose::ExportPage => return self.exported(data::PAGE_FILE, answer, before),
            // Likewise: another rule has been sent since, and its own answer is on its way.
            Purpose::Reason(asked) if asked != self.asked.0 => {}
            Purpose::Reason(_) => match serde_json::from_str::<ReasonAbout>(answer) {
                Ok(known) => return self.reason_known(&known, before),
                Err(_) => return self.failed(answer, before),
            },
            Purpose::Change | Purpose::Check | Purpose::Import => {
                let outcome: Outcome = serde_json::from_str(answer)
                    .unwrap_or_else(|_| Outcome { error: Some(answer.to_owned()), ..Outcome::default() });
                if purpose != Purpose::Change {
                    return self.looked_at(purpose, outcome, before);
                }
                return self.changed(outcome, before);
            }
        }
        Vec::new()
    }

    fn changed(&mut self, outcome: Outcome, locale: Locale) -> Vec<Effect> {
        if let Some(trouble) = trouble(outcome, locale) {
            self.say_bad(trouble);
        } else {
            match self.site.news.take() {
                Some(news) => self.said = Said { text: news, bad: false },
                None => self.say(locale, "options_saved"),
            }
            self.draft = self.draft.take().filter(|draft| !draft.sent);
            if self.rule.sent {
                self.rule = rules::Form::default();
            }
            if self.target.sent {
                self.target = targets::Form::default();
            }
        }
        // Sent forms that were refused stay as they were written.
        self.rule.sent = false;
        self.target.sent = false;
        if let Some(draft) = &mut self.draft {
            draft.sent = false;
        }
        self.begin()
    }

    fn failed(&mut self, answer: &str, locale: Locale) -> Vec<Effect> {
        let outcome = serde_json::from_str(answer).unwrap_or_default();
        let said = trouble(outcome, locale).unwrap_or_else(|| text(locale, "options_no_answer", &[]));
        self.say_bad(said);
        Vec::new()
    }

    /// A single change.
    pub fn edit(&mut self, path: &str, value: Value) -> Vec<Effect> {
        self.edit_all(vec![Edit { path: path.to_owned(), value }])
    }

    fn edit_all(&mut self, edits: Vec<Edit>) -> Vec<Effect> {
        self.confirm = None;
        let edits: Vec<Value> =
            edits.into_iter().map(|Edit { path, value }| json!({ "path": path, "value": value })).collect();
        vec![Effect::Ask(Purpose::Change, json!({ "kind": "settings.edit", "edits": edits }))]
    }

    /// A number that was typed; what is none is sent as text, so that the refusal names it.
    pub fn number(&mut self, path: &str, typed: &str) -> Vec<Effect> {
        let typed = typed.trim();
        let value = typed.parse::<i64>().map_or_else(|_| Value::from(typed), Value::from);
        self.edit(path, value)
    }

    /// A text that was typed or a choice; an empty one brings the default back.
    pub fn typed(&mut self, path: &str, typed: &str) -> Vec<Effect> {
        let typed = typed.trim();
        self.edit(path, if typed.is_empty() { Value::Null } else { Value::from(typed) })
    }

    /// Is the setting fixed by policy?
    #[must_use]
    pub fn locked(&self, path: &str) -> bool {
        self.state.as_ref().is_some_and(|state| is_locked(path, &state.locked))
    }

    /// Does a policy fix it, or a piece of it? Then it cannot be changed or taken away as a whole.
    #[must_use]
    pub fn held(&self, path: &str) -> bool {
        let below = |fixed: &String| fixed.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        self.locked(path) || self.state.as_ref().is_some_and(|state| state.locked.iter().any(below))
    }

    /// The second press confirms; any other control in between takes the question back.
    pub fn confirmed(&mut self, what: &str, browser: Locale) -> bool {
        if self.confirm.take().is_some_and(|asked| asked == what) {
            return true;
        }
        self.confirm = Some(what.to_owned());
        let locale = self.locale(browser);
        self.say(locale, "options_confirm");
        false
    }

    fn say(&mut self, locale: Locale, key: &str) {
        self.said = Said { text: text(locale, key, &[]), bad: false };
    }

    fn say_bad(&mut self, text: String) {
        self.said = Said { text, bad: true };
    }
}

/// What went wrong, in words.
fn trouble(outcome: Outcome, locale: Locale) -> Option<String> {
    let failed = outcome.failed.map(|message| {
        let low = message.to_lowercase();
        // Browsers name the limit that was hit.
        let key = if low.contains("max_write") {
            "options_storage_too_often"
        } else if low.contains("quota") || low.contains("space") {
            "options_storage_full"
        } else {
            "options_storage_failed"
        };
        text(locale, key, &[&message])
    });
    let error = outcome.error.map(|_| text(locale, "options_no_answer", &[]));
    outcome.refused.or(failed).or(error)
}

#[cfg(test)]
mod tests;
