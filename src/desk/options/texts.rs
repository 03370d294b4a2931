//! The agent's own texts: a list, and one that is being written.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Effect, Purpose, View};
use crate::desk::answer::Report;
use crate::settings::edit::Edit;
use crate::settings::kind::escaped;
use crate::settings::model::{Snippet, Use};
use crate::words::{Locale, text};

/// A text that is being written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The text.
    pub text: String,
    /// `reply` or `message`.
    pub used_for: String,
    /// Its place in the list.
    pub order: u32,
    /// Was it sent and not answered yet?
    pub sent: bool,
    /// How often it was asked how it would come out.
    pub asked: u32,
    /// How it would come out, by the answer to the last question.
    pub shown: Option<Shown>,
}

/// How a text would come out.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub struct Shown {
    /// With its slots filled.
    pub text: String,
    /// Why it cannot be used.
    pub trouble: Option<String>,
    /// What the lint says of it.
    pub lint: Report,
}

impl Draft {
    /// Changes one field.
    pub fn set(&mut self, field: &str, value: String) {
        match field {
            "title" => self.title = value,
            "text" => self.text = value,
            "use" => self.used_for = value,
            _ => {}
        }
    }
}

/// The id of a use.
#[must_use]
pub const fn use_id(used_for: Use) -> &'static str {
    match used_for {
        Use::Reply => "reply",
        Use::Message => "message",
    }
}

impl View {
    /// The texts in their order.
    #[must_use]
    pub fn text_rows(&self) -> Vec<(String, Snippet)> {
        let own = self.state.iter().flat_map(|state| &state.settings.snippets.own);
        let mut rows: Vec<(String, Snippet)> = own.map(|(id, snippet)| (id.clone(), snippet.clone())).collect();
        rows.sort_by_key(|(_, snippet)| snippet.order);
        rows
    }

    /// Begins a new text. `now` (ms) makes its id, so that two windows do not take the same.
    pub fn new_text(&mut self, now: f64) -> Vec<Effect> {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "milliseconds since 1970 are a positive whole number"
        )]
        let id = format!("s{:x}", now as u64);
        let order =
            self.text_rows().iter().map(|(_, snippet)| snippet.order).max().map_or(0, |most| most.saturating_add(1));
        self.draft = Some(Draft { id, used_for: "reply".to_owned(), order, ..Draft::default() });
        vec![Effect::Focus("text-title".to_owned())]
    }

    /// Opens a text for changing.
    pub fn open_text(&mut self, id: &str) -> Vec<Effect> {
        let Some((id, snippet)) = self.text_rows().into_iter().find(|(found, _)| found == id) else {
            return Vec::new();
        };
        let used_for = use_id(snippet.used_for).to_owned();
        self.draft = Some(Draft {
            id,
            title: snippet.title,
            text: snippet.text,
            used_for,
            order: snippet.order,
            ..Draft::default()
        });
        let mut effects = self.preview_text(None);
        effects.push(Effect::Focus("text-title".to_owned()));
        effects
    }

    /// Asks how the text would come out; `typed` is what stands in the field and is not taken yet.
    pub fn preview_text(&mut self, typed: Option<&str>) -> Vec<Effect> {
        let locale = self.state.as_ref().map(|state| state.locale).unwrap_or_default();
        let Some(draft) = &mut self.draft else { return Vec::new() };
        draft.asked = draft.asked.saturating_add(1);
        let text = typed.unwrap_or(&draft.text);
        let request = json!({ "kind": "settings.preview", "text": text, "used_for": draft.used_for, "locale": locale });
        vec![Effect::Ask(Purpose::Preview(draft.asked), request)]
    }

    /// Sends the text that was written.
    pub fn save_text(&mut self, browser: Locale) -> Vec<Effect> {
        let locale = self.locale(browser);
        let Some(draft) = &mut self.draft else {
            return Vec::new();
        };
        let fields = [("title", &draft.title), ("text", &draft.text)];
        let empty = fields.into_iter().find(|(_, written)| written.trim().is_empty()).map(|(field, _)| field);
        if let Some(field) = empty {
            let said = text(locale, &format!("options_text_no_{field}"), &[]);
            self.say_bad(said);
            return vec![Effect::Focus(format!("text-{field}"))];
        }
        draft.sent = true;
        let value = json!({ "title": draft.title.trim(), "text": draft.text.trim(), "use": draft.used_for, "order": draft.order });
        let path = format!("/snippets/own/{}", escaped(&draft.id));
        self.edit(&path, value)
    }

    /// Takes a text away, at the second press.
    pub fn drop_text(&mut self, id: &str, browser: Locale) -> Vec<Effect> {
        let path = format!("/snippets/own/{}", escaped(id));
        if !self.confirmed(&path, browser) {
            return Vec::new();
        }
        self.edit_all(vec![Edit { path, value: Value::Null }])
    }
}
