//! What lies in the browser's storage, as a document and back.
//!
//! A part is one item of the synchronised storage, `settings.keys` → `{"version": 1, "value": {…}}`. One that has grown beyond what an item
//! may hold lies in the local item `settings` under the part's name and goes before the synchronised one on this machine; the synchronised
//! item stays as it is, because other machines still use it. Version 0 was one synchronised item, `settings`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use thiserror::Error;

use super::check::{Problem, check};
use super::migrate;
use super::policy::{Governed, lay_over};
use super::schema::{DOCUMENT, HERE, PARTS, VERSION, item};
use crate::words::{Locale, text};

/// The most bytes an item of the synchronised storage is given. Browsers allow 8,192 with its key; the rest is room for other ways of
/// writing the same JSON.
pub const SYNC_MOST: usize = 7_900;
/// The local item, and the one of version 0.
const WHOLE: &str = "settings";

/// The storage areas as they were read; one that could not be read is `None`.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub struct Stored {
    /// `storage.sync`, whole.
    pub sync: Option<Map<String, Value>>,
    /// `storage.local`, at least its item `settings`.
    pub local: Option<Map<String, Value>>,
    /// `storage.managed`; where there is no policy, nothing.
    pub managed: Option<Map<String, Value>>,
}

/// Where a part lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In the synchronised storage.
    Sync,
    /// On this machine only.
    Local,
}

/// What was found in the storage.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Loaded {
    /// What the agent has set; all of it sound.
    pub own: Map<String, Value>,
    /// What holds, policy included.
    pub governed: Governed,
    /// What could not be used.
    pub problems: Vec<Problem>,
    /// Where each part lies that is stored.
    pub places: BTreeMap<String, (Place, usize)>,
    /// Parts that a later version has written.
    pub newer: BTreeMap<String, u32>,
    /// Does the item of version 0 exist?
    has_version_0: bool,
}

/// What has to be written.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Plan {
    /// In the synchronised storage.
    pub sync: Writes,
    /// In the local one.
    pub local: Writes,
}

/// What has to be written in one area.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Writes {
    /// Items by name.
    pub set: Map<String, Value>,
    /// Names of items that go.
    pub remove: Vec<String>,
}

/// Why nothing can be written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoWrite {
    /// What is there could not be read, so writing would undo it.
    #[error("the {0} storage cannot be read")]
    Unreadable(&'static str),
    /// A later version has written this part.
    #[error("{part} was written by version {version}, this one knows {VERSION}")]
    Newer {
        /// Which.
        part: String,
        /// By which version.
        version: u32,
    },
}

impl NoWrite {
    /// The reason in the agent's language.
    #[must_use]
    pub fn text(&self, locale: Locale) -> String {
        match self {
            Self::Unreadable(_) => text(locale, "settings_storage_unreadable", &[]),
            Self::Newer { part, .. } => text(locale, "settings_storage_newer", &[part]),
        }
    }
}

/// Reads the storage. Never fails: what is broken falls back to its default and is named.
#[must_use]
pub fn load(stored: &Stored) -> Loaded {
    let mut loaded = Loaded::default();
    let nothing = Map::new();
    let sync = stored.sync.as_ref().unwrap_or(&nothing);
    let local = stored.local.as_ref().and_then(|local| local.get(WHOLE)?.as_object()).unwrap_or(&nothing);
    // Documents by version: each is led up to the next, whose items lie over it.
    let mut versions: BTreeMap<u32, Map<String, Value>> = BTreeMap::new();
    if let Some(old) = sync.get(WHOLE) {
        loaded.has_version_0 = true;
        match old {
            Value::Object(old) => {
                versions.insert(0, old.clone());
            }
            other => {
                check(&DOCUMENT, other, "", &mut loaded.problems);
            }
        }
    }
    for part in PARTS {
        let (item, place) = match (local.get(part.name), sync.get(&item(part.name))) {
            (Some(item), _) => (item, Place::Local),
            (None, Some(item)) => (item, Place::Sync),
            (None, None) => continue,
        };
        let version = item.get("version").and_then(Value::as_u64).and_then(|version| u32::try_from(version).ok());
        let (version, value) = (version.unwrap_or(VERSION), item.get("value").unwrap_or(item));
        if version > VERSION {
            loaded.newer.insert(part.name.to_owned(), version);
        }
        loaded.places.insert(part.name.to_owned(), (place, bytes(&super::schema::item(part.name), item)));
        versions.entry(version.min(VERSION)).or_default().insert(part.name.to_owned(), value.clone());
    }
    let mut document = Map::new();
    for version in 0..=VERSION {
        document.extend(versions.remove(&version).unwrap_or_default());
        if version < VERSION && !document.is_empty() {
            document = migrate::up_one(document, version);
        }
    }
    if let Some(Value::Object(sound)) = check(&DOCUMENT, &Value::Object(document), "", &mut loaded.problems) {
        loaded.own = sound;
    }
    loaded.governed = lay_over(&loaded.own, stored.managed.as_ref().unwrap_or(&nothing));
    loaded
}

/// What to write so that the storage holds `document` instead of what was `loaded` from `stored`. Parts that stay are not touched.
///
/// # Errors
/// When the storage could not be read, or a changed part belongs to a later version.
pub fn plan(stored: &Stored, loaded: &Loaded, document: &Map<String, Value>) -> Result<Plan, NoWrite> {
    let Some(sync) = &stored.sync else {
        return Err(NoWrite::Unreadable("synchronised"));
    };
    let Some(local) = &stored.local else {
        return Err(NoWrite::Unreadable("local"));
    };
    let before = local.get(WHOLE).and_then(Value::as_object).cloned().unwrap_or_default();
    let mut here = before.clone();
    let mut plan = Plan::default();
    for part in PARTS.iter().map(|part| part.name) {
        let (old, new) = (loaded.own.get(part), document.get(part));
        if old == new && !(loaded.has_version_0 && new.is_some()) {
            continue;
        }
        if let Some(version) = loaded.newer.get(part) {
            return Err(NoWrite::Newer { part: part.to_owned(), version: *version });
        }
        let name = item(part);
        let written = new
            .filter(|new| new.as_object().is_none_or(|fields| !fields.is_empty()))
            .map(|new| json!({ "version": VERSION, "value": new }));
        match written {
            Some(written) if bytes(&name, &written) <= SYNC_MOST && !HERE.contains(&part) => {
                here.remove(part);
                plan.sync.set.insert(name, written);
            }
            Some(written) => {
                here.insert(part.to_owned(), written);
            }
            None => {
                here.remove(part);
                if sync.contains_key(&name) {
                    plan.sync.remove.push(name);
                }
            }
        }
    }
    if loaded.has_version_0 {
        plan.sync.remove.push(WHOLE.to_owned());
    }
    if here != before {
        if here.is_empty() {
            plan.local.remove.push(WHOLE.to_owned());
        } else {
            plan.local.set.insert(WHOLE.to_owned(), Value::Object(here));
        }
    }
    Ok(plan)
}

/// What an item takes as the browsers count: its key and its value as JSON. Chromium writes `<` as six bytes.
#[must_use]
pub fn bytes(key: &str, value: &Value) -> usize {
    let json = value.to_string();
    let longer = json.bytes().filter(|byte| *byte == b'<').count().saturating_mul(5);
    key.len().saturating_add(json.len()).saturating_add(longer)
}

#[cfg(test)]
mod tests;
