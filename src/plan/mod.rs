//! What the page is told to show: marks, cards, report, notices (docs/protocol.md, sections 1 and 4).

mod card;
mod notice;
mod review;
mod score;
mod threshold;

use serde::Serialize;

pub use card::{Card, card};
pub(crate) use card::{confidence_key, known, source_text};
pub use notice::{Notice, notices};
pub use review::{ReviewCard, weigh};
pub use score::{Chip, ReportScore};
pub use threshold::Thresholds;

use crate::issue::Issue;
use crate::pack::Platform;
use crate::page::read::{PageKind, Reading};
use crate::page::record::Record;
use crate::page::reviews::Stars;
use crate::refund::{Kind, Level, Verdict};
use crate::words::{Locale, text};

/// The answer to `read` and `patch`.
#[derive(Debug, Serialize)]
pub struct Plan {
    v: u32,
    partial: bool,
    page: PageKind,
    platform: Option<Platform>,
    marks: Vec<Mark>,
    cards: Vec<AnyCard>,
    chips: Vec<Chip>,
    report: Report,
    notices: Vec<Notice>,
    context: Option<String>,
}

/// A card of either kind.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum AnyCard {
    Refund(Box<Card>),
    Review(Box<ReviewCard>),
}

/// What is drawn at one record.
#[derive(Debug, Serialize)]
pub struct Mark {
    key: String,
    level: Level,
    score: u8,
    nodes: Vec<usize>,
    anchor: Option<usize>,
    highlight: Vec<usize>,
    badge: Option<String>,
    label: String,
}

/// What was read, for popup, tests and colleagues' tools.
#[derive(Debug, Serialize)]
pub struct Report {
    page: PageKind,
    platform: Option<Platform>,
    read: usize,
    total: Option<u64>,
    unreadable: usize,
    unknown_columns: Vec<String>,
    records: Vec<ReportRecord>,
    scores: Vec<ReportScore>,
    notices: Vec<Notice>,
    paused: bool,
}

#[derive(Debug, Serialize)]
struct ReportRecord {
    id: Option<String>,
    ids: Vec<String>,
    key: String,
    level: Option<Level>,
    score: u8,
    advice: Vec<Kind>,
    issues: Vec<Issue>,
    stars: Option<Stars>,
}

/// Makes the plan of what was read and judged; `verdicts` in the order of the records, `settings` the agent's as they came.
#[must_use]
pub fn plan(
    reading: &Reading,
    verdicts: &[Verdict],
    partial: bool,
    notices: Vec<Notice>,
    settings: &serde_json::Value,
    locale: Locale,
) -> Plan {
    let (chips, scores) = reading
        .platform
        .map_or_else(Default::default, |platform| score::scores(&reading.scores, platform, settings, locale));
    let thresholds = Thresholds::of(settings);
    let judged = || reading.records.iter().zip(verdicts);
    let weighed: Vec<_> =
        reading.reviews.iter().map(|review| (review, weigh(review, thresholds.bad_stars()))).collect();
    let platform = reading.platform;
    let refund_cards =
        |platform| judged().map(move |(record, verdict)| card(record, verdict, platform, &thresholds, locale));
    let review_cards =
        |platform| weighed.iter().map(move |(review, said)| review::card(review, said, platform, &thresholds, locale));
    Plan {
        v: 1,
        partial,
        page: reading.kind,
        platform,
        marks: judged()
            .map(|(record, verdict)| mark(record, verdict, &thresholds, locale))
            .chain(weighed.iter().map(|(review, said)| review::mark(review, said, &thresholds, locale)))
            .collect(),
        cards: platform.map_or_else(Vec::new, |platform| {
            let refunds = refund_cards(platform).map(|card| AnyCard::Refund(Box::new(card)));
            refunds.chain(review_cards(platform).map(|card| AnyCard::Review(Box::new(card)))).collect()
        }),
        chips,
        report: Report {
            page: reading.kind,
            platform,
            read: reading.records.len().saturating_add(reading.reviews.len()),
            total: reading.total,
            unreadable: reading.unreadable(),
            unknown_columns: reading.unknown_columns.clone(),
            records: judged()
                .map(|(record, verdict)| report_record(record, verdict))
                .chain(weighed.iter().map(|(review, said)| review::report_record(review, said)))
                .collect(),
            scores,
            notices: notices.clone(),
            paused: false,
        },
        notices,
        context: reading.memory.as_ref().and_then(|memory| serde_json::to_string(memory).ok()),
    }
}

fn mark(record: &Record, verdict: &Verdict, thresholds: &Thresholds, locale: Locale) -> Mark {
    let level = verdict.level;
    let shown = thresholds.marks(verdict);
    let reason = record.reason.as_ref().map(|reason| reason.node);
    let words = record.note.iter().chain(&record.chat).map(|shown| shown.node);
    let level_text = text(locale, level_key(level), &[]);
    let label = match record.reason.as_ref().filter(|reason| !reason.text.is_empty()) {
        Some(reason) => text(locale, "page_mark_label", &[&level_text, &reason.text]),
        None => level_text,
    };
    Mark {
        key: record.key.clone(),
        level,
        score: verdict.score,
        nodes: record.pieces.clone(),
        anchor: reason.or_else(|| record.note.as_ref().map(|note| note.node)).or_else(|| record.pieces.last().copied()),
        highlight: if shown {
            // The buyer's words are lit only where no reason can be: a lit page tires on a ten-hour shift.
            reason.map_or_else(|| words.collect(), |node| vec![node])
        } else {
            Vec::new()
        },
        badge: badge_key(level).filter(|_| shown).map(|key| text(locale, key, &[])),
        label,
    }
}

fn report_record(record: &Record, verdict: &Verdict) -> ReportRecord {
    ReportRecord {
        id: record.id().map(str::to_owned),
        ids: record.ids().into_iter().map(str::to_owned).collect(),
        key: record.key.clone(),
        level: Some(verdict.level),
        score: verdict.score,
        advice: verdict.advice.iter().map(|advice| advice.kind).collect(),
        issues: verdict.cause.issues.iter().map(|found| found.issue).collect(),
        stars: None,
    }
}

/// The word of a level.
#[must_use]
pub const fn level_key(level: Level) -> &'static str {
    match level {
        Level::Counted => "level_counted",
        Level::AtRisk => "level_at_risk",
        Level::Watch => "level_watch",
        Level::Safe => "level_safe",
    }
}

const fn badge_key(level: Level) -> Option<&'static str> {
    match level {
        Level::Counted => Some("badge_counted"),
        Level::AtRisk => Some("badge_at_risk"),
        Level::Watch => Some("badge_watch"),
        Level::Safe => None,
    }
}
