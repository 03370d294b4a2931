//! `evaluate`: one request in, one answer out, as JSON text. Stateless; whatever comes in, an answer goes out.
//!
//! What a page waits for is here; all other requests are [`crate::writer`]'s.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::keys;
use crate::pack::Platform;
use crate::pack::Service;
use crate::page::node::{NodeId, Tree};
use crate::page::parse::{NotAStructure, parse_into};
use crate::page::read::{Memory, Reading, read_pieces};
use crate::page::record::{Clock, Record};
use crate::page::snapshot::Request;
use crate::page::values::service;
use crate::plan::{Notice, notices, plan};
use crate::refund::{Judge, JudgeSettings, RefundInput, Verdict};
use crate::teach::{self, Taught};
use crate::words;

/// A request that cannot be answered.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("the request is not what docs/protocol.md says: {0}")]
    Request(#[from] serde_json::Error),
    #[error("unknown kind {0:?} (expected start, read, patch, teach, reply, lint or settings.…)")]
    Kind(String),
    #[error("protocol version {0} (expected 1)")]
    Version(u32),
    #[error("{0}: missing")]
    Missing(&'static str),
    #[error("{place}: {error}")]
    Structure { place: String, error: NotAStructure },
}

/// Answers one request of `docs/protocol.md`.
#[must_use]
pub fn evaluate(request: &str) -> String {
    answered(request).unwrap_or_else(|error| refusal(&error))
}

/// The answer to a request that cannot be answered.
pub(crate) fn refusal(error: &dyn std::error::Error) -> String {
    #[derive(Serialize)]
    struct Answer {
        error: String,
    }
    serde_json::to_string(&Answer { error: error.to_string() }).unwrap_or_default()
}

fn answered(text: &str) -> Result<String, Refused> {
    let request: Request<'_> = serde_json::from_str(text)?;
    if let Some(version) = request.v.filter(|version| *version != 1) {
        return Err(Refused::Version(version));
    }
    match request.kind.as_str() {
        "start" => start(&request),
        "read" => read(&request),
        "patch" => patch(&request),
        "teach" => teach(text, &request),
        "settings.page" => Ok(crate::settings::answer::page(text)?),
        other => crate::writer::answer(text, &request)?.ok_or_else(|| Refused::Kind(other.chars().take(40).collect())),
    }
}

/// Settings that cannot be understood are the default ones: a setting must not cost the agent the page.
fn settings(request: &Request<'_>) -> JudgeSettings {
    serde_json::from_value(request.settings.clone()).unwrap_or_default()
}

fn start(request: &Request<'_>) -> Result<String, Refused> {
    #[derive(Serialize)]
    struct Start {
        keymap: keys::KeyMap,
        words: std::collections::BTreeMap<&'static str, &'static str>,
    }
    let locale = request.locale.unwrap_or_else(|| settings(request).locale);
    let chosen = request.settings.get("keys").cloned().unwrap_or_default();
    let overrides = serde_json::from_value(chosen).unwrap_or_default();
    let rooms = ["app_", "badge_", "keys_", "level_", "page_"];
    let words = rooms.iter().flat_map(|room| words::starting_with(locale, room)).collect();
    Ok(serde_json::to_string(&Start { keymap: keys::start(locale, &overrides), words })?)
}

fn read(request: &Request<'_>) -> Result<String, Refused> {
    let root = request.root.ok_or(Refused::Missing("root"))?;
    let mut tree = Tree::default();
    structure(&mut tree, root, || "root".to_owned())?;
    let taught: Vec<Taught> =
        request.settings.get("taught").and_then(|taught| Deserialize::deserialize(taught).ok()).unwrap_or_default();
    let reading = teach::read::read(&tree, &request.url, &taught, request.clock());
    let said = |settings: &JudgeSettings| notices(&reading, request.truncated, settings.locale);
    finished(request, &reading, false, said)
}

fn teach(text: &str, request: &Request<'_>) -> Result<String, Refused> {
    let root = request.root.ok_or(Refused::Missing("root"))?;
    let mut tree = Tree::default();
    structure(&mut tree, root, || "root".to_owned())?;
    Ok(teach::answer::answer(text, &tree, &request.url, request.clock(), settings(request).locale)?)
}

fn patch(request: &Request<'_>) -> Result<String, Refused> {
    let context = request.context.as_deref().ok_or(Refused::Missing("context"))?;
    let Ok(memory) = serde_json::from_str::<Memory>(context) else {
        return Ok(STALE.to_owned());
    };
    let mut first = 0;
    let mut records = Vec::with_capacity(request.records.len());
    for changed in &request.records {
        // Every record is read alone; its numbers run on from those before.
        let mut tree = Tree::default();
        let mut pieces = Vec::with_capacity(changed.pieces.len());
        for piece in &changed.pieces {
            pieces.push(structure(&mut tree, piece, || format!("record {:?}", changed.key))?);
        }
        match read_pieces(&tree, &memory, &changed.key, &pieces, request.clock()) {
            Some(record) => records.push(moved(record, first)),
            None => return Ok(STALE.to_owned()),
        }
        first = first.saturating_add(tree.len());
    }
    let reading = Reading {
        kind: memory.page,
        platform: Some(memory.platform),
        records,
        memory: Some(memory),
        ..Reading::default()
    };
    finished(request, &reading, true, |_| Vec::new())
}

const STALE: &str = r#"{"stale":true}"#;

fn structure<'a>(tree: &mut Tree<'a>, json: &'a RawValue, place: impl Fn() -> String) -> Result<NodeId, Refused> {
    parse_into(tree, json.get()).map_err(|error| Refused::Structure { place: place(), error })
}

/// The record with its nodes counted from another start.
fn moved(mut record: Record, by: usize) -> Record {
    let shown = record.reason.iter_mut().chain(&mut record.note).chain(&mut record.chat).chain(&mut record.service);
    for node in shown.map(|shown| &mut shown.node).chain(&mut record.pieces) {
        *node = node.saturating_add(by);
    }
    record
}

fn finished(
    request: &Request<'_>,
    reading: &Reading,
    partial: bool,
    said: impl Fn(&JudgeSettings) -> Vec<Notice>,
) -> Result<String, Refused> {
    let settings = settings(request);
    let verdicts: Vec<Verdict> = match reading.platform {
        Some(platform) if !reading.records.is_empty() => {
            let judge = Judge::new(&settings);
            let clock = request.clock();
            let asked = |record: &Record| request.asked.contains(&record.key);
            let input = |record| RefundInput { asked: asked(record), ..input(record, platform, clock) };
            reading.records.iter().map(|record| judge.judge(&input(record))).collect()
        }
        _ => Vec::new(),
    };
    Ok(serde_json::to_string(&plan(reading, &verdicts, partial, said(&settings), &request.settings, settings.locale))?)
}

/// A record as the judgement wants it.
fn input(record: &Record, platform: Platform, clock: Clock) -> RefundInput {
    let text = |shown: &Option<crate::page::record::Shown>| shown.as_ref().map(|shown| shown.text.clone());
    RefundInput {
        platform,
        reason: text(&record.reason).unwrap_or_default(),
        note: text(&record.note),
        chat: text(&record.chat),
        service: record.service.as_ref().and_then(|shown| service(&shown.text)).and_then(kind_of_service),
        status: record.status.clone(),
        shipping: record.shipping.clone(),
        category: record.category.clone(),
        amount: record.refund.as_ref().map(|figure| figure.value.clone()),
        paid_at: record.paid_at,
        signed_at: record.signed_at,
        filed_at: record.applied_at,
        deadline_at: record.deadline,
        now: clock.now,
        asked: false,
    }
}

fn kind_of_service(id: &str) -> Option<Service> {
    serde_json::from_value(serde_json::Value::String(id.to_owned())).ok()
}

#[cfg(test)]
mod tests;
