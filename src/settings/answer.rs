//! The engine's requests of kind `settings.…` (docs/protocol.md, section 5). The background reads and writes the storage; all else is here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::edit::{self, Edit};
use super::model::Use;
use super::page::{for_page, locale};
use super::policy::is_locked;
use super::state::{Known, settings, state};
use super::store::{Loaded, Stored, load, plan};
use super::{about, import, texts};
use crate::teach::Taught;
use crate::words::Locale;

/// A request. Which fields matter depends on `kind`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Request {
    kind: String,
    stored: Stored,
    /// Language of the browser.
    browser: String,
    host: String,
    hosts: Vec<Known>,
    edits: Vec<Edit>,
    /// A file to import.
    text: String,
    /// The part to reset; all where none is named.
    part: Option<String>,
    /// The taught page to export alone; all settings where none is named.
    page: Option<String>,
    /// A page that was taught.
    taught: Option<Value>,
    /// The language to answer in, for what has no settings with it.
    locale: Locale,
    platform: String,
    /// A reason as the page writes it.
    label: String,
    /// What the agent's own texts are used for, how they are searched, and what is known for their slots.
    used_for: Use,
    search: String,
    values: BTreeMap<String, String>,
}

/// Why nothing was changed.
#[derive(Debug, Serialize)]
struct Refusal {
    /// The reason in the agent's language.
    refused: String,
    /// The line of the file that is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
}

/// Answers `settings.page`: what a shop's page is told.
///
/// # Errors
/// When the request has another shape.
pub fn page(request: &str) -> Result<String, serde_json::Error> {
    let request: Request = serde_json::from_str(request)?;
    serde_json::to_string(&for_page(&settings(&load(&request.stored)), &request.host, &request.browser))
}

/// Answers one of the other requests; `None` where `settings.` is followed by nothing known.
///
/// # Errors
/// When the request has another shape.
pub fn answer(request: &str) -> Result<Option<String>, serde_json::Error> {
    let request: Request = serde_json::from_str(request)?;
    let stored = &request.stored;
    let answer = match request.kind.as_str() {
        "settings.read" => serde_json::to_string(&state(stored, &request.hosts, &request.browser)),
        "settings.export" => {
            let own = load(stored).own;
            let text = match &request.page {
                Some(page) => import::write_page(&own, page),
                None => Some(import::write(&own)),
            };
            serde_json::to_string(&serde_json::json!({ "text": text }))
        }
        "settings.about" => serde_json::to_string(&about::packs(request.locale)),
        "settings.reason" => serde_json::to_string(&about::reason(&request.platform, &request.label)),
        "settings.texts" => {
            let settings = settings(&load(stored));
            let locale = locale(&settings, &request.browser);
            serde_json::to_string(&texts::ready(&settings, request.used_for, &request.search, &request.values, locale))
        }
        "settings.preview" => serde_json::to_string(&texts::preview(&request.text, request.used_for, request.locale)),
        "settings.edit" => changed(&request, |loaded| {
            edit::apply(loaded.own.clone(), &request.edits, &loaded.governed.locked)
                .map_err(|error| (Box::new(move |locale| error.text(locale)) as Said, None))
        }),
        "settings.import" => changed(&request, |loaded| {
            let file = import::read(&request.text).map_err(|error| {
                let line = error.line();
                (Box::new(move |locale| error.text(locale)) as Said, line)
            })?;
            // Pages that come to those that are there may be more than fit.
            edit::apply(file.taken(loaded.own.clone()), &[], &[])
                .map_err(|error| (Box::new(move |locale| error.text(locale)) as Said, None))
        }),
        "settings.teach" => changed(&request, |loaded| {
            let page: Value = request.taught.clone().unwrap_or_default();
            // Its name is made here: a page cannot take the place of another.
            let id = serde_json::from_value::<Taught>(page.clone()).map(|page| page.id()).unwrap_or_default();
            let edits = [Edit { path: format!("/pages/taught/{id}"), value: page }];
            edit::apply(loaded.own.clone(), &edits, &loaded.governed.locked)
                .map_err(|error| (Box::new(move |locale| error.text(locale)) as Said, None))
        }),
        "settings.reset" => changed(&request, |loaded| {
            let mut document = loaded.own.clone();
            match &request.part {
                Some(part) => drop(document.remove(part)),
                None => document.clear(),
            }
            Ok(document)
        }),
        "settings.wake" => changed(&request, |loaded| Ok(awake(loaded, &request.host))),
        _ => return Ok(None),
    };
    answer.map(Some)
}

type Said = Box<dyn Fn(Locale) -> String>;

/// What to write for a changed document, or why it is refused.
fn changed(
    request: &Request,
    change: impl FnOnce(&Loaded) -> Result<Map<String, Value>, (Said, Option<usize>)>,
) -> Result<String, serde_json::Error> {
    let loaded = load(&request.stored);
    let locale = locale(&settings(&loaded), &request.browser);
    let refusal = match change(&loaded) {
        Ok(document) => match plan(&request.stored, &loaded, &document) {
            Ok(plan) => return serde_json::to_string(&serde_json::json!({ "plan": plan })),
            Err(error) => Refusal { refused: error.text(locale), line: None },
        },
        Err((said, line)) => Refusal { refused: said(locale), line },
    };
    serde_json::to_string(&refusal)
}

/// The document with `host` switched on, where it was off by the agent's own choice.
fn awake(loaded: &Loaded, host: &str) -> Map<String, Value> {
    let on = for_page(&settings(loaded), host, "").on;
    let path = format!("/sites/hosts/{host}");
    if on || is_locked(&path, &loaded.governed.locked) {
        return loaded.own.clone();
    }
    let edits = [Edit { path, value: Value::Bool(true) }];
    edit::apply(loaded.own.clone(), &edits, &loaded.governed.locked).unwrap_or_else(|_| loaded.own.clone())
}

#[cfg(test)]
mod tests;
