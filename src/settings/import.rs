//! Files with settings: written whole, read whole or not at all.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use thiserror::Error;

use super::check::{Problem, check, shown};
use super::lines::{duplicate, first_of, line_of};
use super::migrate;
use super::schema::{DOCUMENT, PAGES_SCHEMA, SCHEMA, TAUGHT_PAGES, VERSION};
use crate::words::{Locale, text};

/// The biggest file that is looked at, in bytes: more than all that settings can hold.
pub const MOST_BYTES: usize = 1_048_576;

/// Why a file is refused. Nothing of it is taken then.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refused {
    /// Bigger than settings can be.
    #[error("the file has {bytes} bytes, {MOST_BYTES} at most")]
    TooBig {
        /// Its size.
        bytes: usize,
    },
    /// No JSON.
    #[error("line {line}, column {column}: not JSON")]
    NotJson {
        /// Where reading stopped.
        line: usize,
        /// Where reading stopped.
        column: usize,
    },
    /// No text as all our files are written.
    #[error("line {line}: not UTF-8")]
    NotUtf8 {
        /// The first line that is not.
        line: usize,
    },
    /// JSON, but deeper than anything of ours.
    #[error("line {line}: nested deeper than settings are")]
    TooDeep {
        /// Where reading stopped.
        line: usize,
    },
    /// JSON, but nothing of ours.
    #[error("line {line}: found {found}, expected {expected}")]
    Foreign {
        /// Where what makes a file ours should stand.
        line: usize,
        /// What stands there, shortened.
        found: String,
        /// What should.
        expected: &'static str,
    },
    /// Ours or another's, but no settings.
    #[error("line {line}: a file of another kind, {schema:?}")]
    OtherSchema {
        /// What it calls itself.
        schema: String,
        /// Where.
        line: usize,
    },
    /// A version this program does not know.
    #[error("line {line}: version {found}, expected 1 to {VERSION}")]
    Version {
        /// The version it gives.
        found: String,
        /// Where.
        line: usize,
    },
    /// A name that stands twice.
    #[error("line {line}: {path} stands twice")]
    Twice {
        /// The second one's path.
        path: String,
        /// Where the first stands.
        line: usize,
    },
    /// A setting that is wrong.
    #[error("line {line}: {problem}")]
    Wrong {
        /// Where.
        line: usize,
        /// What.
        problem: Problem,
    },
}

impl Refused {
    /// The line that is wrong; a file that is too big is so as a whole.
    #[must_use]
    pub const fn line(&self) -> Option<usize> {
        match self {
            Self::TooBig { .. } => None,
            Self::NotJson { line, .. }
            | Self::NotUtf8 { line }
            | Self::TooDeep { line }
            | Self::Foreign { line, .. }
            | Self::OtherSchema { line, .. }
            | Self::Version { line, .. }
            | Self::Twice { line, .. }
            | Self::Wrong { line, .. } => Some(*line),
        }
    }

    /// The reason in the agent's language.
    #[must_use]
    pub fn text(&self, locale: Locale) -> String {
        let say = |key: &str, args: &[&str]| text(locale, key, args);
        match self {
            Self::TooBig { bytes } => say("settings_import_too_big", &[&megabytes(*bytes), &megabytes(MOST_BYTES)]),
            Self::NotJson { line, column } => {
                say("settings_import_not_json", &[&line.to_string(), &column.to_string()])
            }
            Self::NotUtf8 { line } => say("settings_import_not_utf8", &[&line.to_string()]),
            Self::TooDeep { line } => say("settings_import_too_deep", &[&line.to_string()]),
            Self::Foreign { line, found, expected } => {
                say("settings_import_foreign", &[&line.to_string(), found, expected])
            }
            Self::OtherSchema { schema, line } => say("settings_import_other", &[&line.to_string(), schema]),
            Self::Version { found, line } => {
                say("settings_import_version", &[&line.to_string(), found, &VERSION.to_string()])
            }
            Self::Twice { path, line } => say("settings_import_twice", &[&line.to_string(), path]),
            Self::Wrong { line, problem } => say("settings_import_wrong", &[&line.to_string(), &problem.text(locale)]),
        }
    }
}

/// Bytes as `1.0 MB`, rounded up so that too much never looks like just enough.
fn megabytes(bytes: usize) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1_048_576);
    format!("{}.{} MB", tenths.wrapping_div(10), tenths.wrapping_rem(10))
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File {
    /// All settings: they take the place of what is there.
    Settings(Map<String, Value>),
    /// Taught pages alone, by their names: they come to what is there.
    Pages(Map<String, Value>),
}

impl File {
    /// The document after the file was taken.
    #[must_use]
    pub fn taken(self, mut own: Map<String, Value>) -> Map<String, Value> {
        match self {
            Self::Settings(document) => document,
            Self::Pages(taught) => {
                let pages = own.entry("pages").or_insert_with(|| Value::Object(Map::new()));
                if let Value::Object(pages) = pages
                    && let Value::Object(all) = pages.entry("taught").or_insert_with(|| Value::Object(Map::new()))
                {
                    all.extend(taught);
                }
                own
            }
        }
    }
}

/// Reads a file with settings or with taught pages.
///
/// # Errors
/// When it is neither, or anything in it is wrong: then nothing of it counts.
pub fn read(file: &str) -> Result<File, Refused> {
    if file.len() > MOST_BYTES {
        return Err(Refused::TooBig { bytes: file.len() });
    }
    // Some editors begin a file with a mark of its encoding.
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let mut document = match serde_json::from_str(file).map_err(|error| no_json(&error))? {
        Value::Object(document) => document,
        other => return Err(foreign(file, "", &other, OURS)),
    };
    let pages = match document.remove("schema") {
        Some(Value::String(schema)) if schema == SCHEMA => false,
        Some(Value::String(schema)) if schema == PAGES_SCHEMA => true,
        Some(Value::String(schema)) => {
            let schema = schema.chars().take(60).collect();
            return Err(Refused::OtherSchema { schema, line: line_of(file, "/schema") });
        }
        Some(other) => return Err(foreign(file, "/schema", &other, OURS)),
        None => return Err(foreign(file, "", &Value::Object(document), OURS)),
    };
    if let Some(path) = duplicate(file) {
        return Err(Refused::Twice { line: line_of(file, &path), path });
    }
    let version = document.remove("version");
    let number = version.as_ref().and_then(Value::as_u64).and_then(|version| u32::try_from(version).ok());
    let Some(number) = number.filter(|number| (1..=VERSION).contains(number)) else {
        let found = version.map_or_else(|| "-".to_owned(), |version| version.to_string().chars().take(40).collect());
        return Err(Refused::Version { found, line: line_of(file, "/version") });
    };
    let (kind, document) = if pages { (&TAUGHT_PAGES, document) } else { (&DOCUMENT, migrate::up(document, number)) };
    let mut problems = Vec::new();
    let sound = check(kind, &Value::Object(document), "", &mut problems);
    // A file may hold more faults than anybody reads; looked for one by one they would keep the engine busy for minutes.
    let places: BTreeSet<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    if let Some((path, line)) = first_of(file, &places)
        && let Some(at) = problems.iter().position(|problem| problem.path == path)
    {
        return Err(Refused::Wrong { line, problem: problems.swap_remove(at) });
    }
    match (problems.pop(), sound) {
        (Some(problem), _) => Err(Refused::Wrong { line: line_of(file, &problem.path), problem }),
        (None, Some(Value::Object(mut sound))) if pages => match sound.remove("taught") {
            Some(Value::Object(taught)) if !taught.is_empty() => Ok(File::Pages(taught)),
            other => Err(foreign(file, "/taught", &other.unwrap_or_default(), PAGE)),
        },
        (None, Some(Value::Object(sound))) => Ok(File::Settings(sound)),
        (None, other) => Err(foreign(file, "", &other.unwrap_or_default(), OURS)),
    }
}

/// What makes a file ours, as it is written.
const OURS: &str = "{\"schema\": \"aftersales-radar/settings\", \"version\": 1, …}";
/// What a file with taught pages has.
const PAGE: &str = "\"taught\": {…}";

fn foreign(file: &str, path: &str, found: &Value, expected: &'static str) -> Refused {
    Refused::Foreign { line: line_of(file, path), found: shown(found), expected }
}

/// Whether what stopped the reader is no JSON, or JSON of more brackets than it follows.
fn no_json(error: &serde_json::Error) -> Refused {
    let (line, column) = (error.line(), error.column());
    if error.to_string().starts_with("recursion limit exceeded") {
        return Refused::TooDeep { line };
    }
    // An empty file ends before its first line.
    Refused::NotJson { line: line.max(1), column }
}

/// The document as a file: what was set, by name, with schema and version.
#[must_use]
pub fn write(document: &Map<String, Value>) -> String {
    written(SCHEMA, document)
}

/// One taught page as a file for a colleague; `None` where there is none of this name.
#[must_use]
pub fn write_page(document: &Map<String, Value>, id: &str) -> Option<String> {
    let page = document.get("pages")?.get("taught")?.get(id)?.clone();
    let taught = Map::from_iter([(id.to_owned(), page)]);
    Some(written(PAGES_SCHEMA, &Map::from_iter([("taught".to_owned(), Value::Object(taught))])))
}

fn written(schema: &'static str, document: &Map<String, Value>) -> String {
    #[derive(serde::Serialize)]
    struct Written<'a> {
        schema: &'static str,
        version: u32,
        #[serde(flatten)]
        document: &'a Map<String, Value>,
    }
    let file = Written { schema, version: VERSION, document };
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

#[cfg(test)]
mod tests;
