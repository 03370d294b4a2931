//! What the panel shows for one record.

use serde::Serialize;

use super::{Thresholds, level_key};
use crate::issue::Issue;
use crate::pack::{Answer, BasisKind, Confidence, Packs, Platform, Text, source};
use crate::page::label::Meaning;
use crate::page::record::{Record, Shown};
use crate::page::values::service;
use crate::refund::{Advice, DeadlineSource, Level, Match, Verdict, WordsFrom, issue_phrase};
use crate::text::moment::Moment;
use crate::words::{Locale, text};

/// One record's card.
#[derive(Debug, Serialize)]
pub struct Card {
    key: String,
    id: String,
    ids: Ids,
    platform: Platform,
    page_time: Option<i64>,
    level: Level,
    level_text: String,
    score: u8,
    reason: Reason,
    words: Vec<Words>,
    r#match: Match,
    match_text: String,
    issues: Vec<IssueShown>,
    quality_cause: Option<bool>,
    why: Vec<Text>,
    advice: Vec<AdviceShown>,
    service: Option<Service>,
    status: Option<String>,
    shipping: Option<String>,
    amount: Option<String>,
    paid: Option<String>,
    goods: Option<String>,
    deadline: Option<Deadline>,
    leaves_window: Option<String>,
    unreadable: Vec<Meaning>,
}

#[derive(Debug, Serialize)]
struct Ids {
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refund: Option<String>,
}

#[derive(Debug, Serialize)]
struct Reason {
    raw: String,
    id: Option<String>,
    counts: Answer,
    counts_text: String,
    basis: BasisKind,
    rule: Option<Rule>,
}

#[derive(Debug, Serialize)]
struct Rule {
    id: Text,
    text: Text,
    since: Option<String>,
    source: String,
    confidence: Confidence,
    confidence_text: String,
}

#[derive(Debug, Serialize)]
struct Words {
    from: WordsFrom,
    text: String,
    cues: Vec<CueShown>,
}

#[derive(Debug, Serialize)]
pub(super) struct CueShown {
    pub start: usize,
    pub end: usize,
    pub issue: Issue,
    pub label: String,
}

#[derive(Debug, Serialize)]
pub(super) struct IssueShown {
    pub issue: Issue,
    pub label: String,
    pub weight: f32,
}

#[derive(Debug, Serialize)]
struct AdviceShown {
    #[serde(flatten)]
    advice: Advice,
    helps_text: String,
}

#[derive(Debug, Serialize)]
struct Service {
    id: &'static str,
    text: String,
}

#[derive(Debug, Serialize)]
struct Deadline {
    at: String,
    at_ms: i64,
    source: DeadlineSource,
    text: String,
    close_ms: i64,
}

/// Makes the card of a judged record.
#[must_use]
pub fn card(record: &Record, verdict: &Verdict, platform: Platform, thresholds: &Thresholds, locale: Locale) -> Card {
    Card {
        key: record.key.clone(),
        id: record.id().unwrap_or_default().to_owned(),
        ids: Ids { order: record.order_id.clone(), refund: record.refund_id.clone() },
        platform,
        page_time: record.applied_at.map(Moment::unix_ms),
        level: verdict.level,
        level_text: text(locale, level_key(verdict.level), &[]),
        score: verdict.score,
        reason: reason(verdict, platform, locale),
        words: verdict
            .words
            .iter()
            .map(|words| Words {
                from: words.from,
                text: words.text.clone(),
                cues: words
                    .cues
                    .iter()
                    .map(|cue| CueShown {
                        start: cue.start,
                        end: cue.end,
                        issue: cue.issue,
                        label: issue_phrase(cue.issue, locale),
                    })
                    .collect(),
            })
            .collect(),
        r#match: verdict.r#match,
        match_text: text(locale, match_key(verdict.r#match), &[]),
        issues: verdict
            .cause
            .issues
            .iter()
            .map(|found| IssueShown {
                issue: found.issue,
                label: issue_phrase(found.issue, locale),
                weight: found.weight,
            })
            .collect(),
        quality_cause: verdict.cause.quality_cause,
        why: verdict.why.clone(),
        advice: verdict
            .advice
            .iter()
            .map(|advice| AdviceShown {
                advice: advice.clone(),
                helps_text: text(locale, helps_key(advice.helps), &[]),
            })
            .collect(),
        service: record.service.as_ref().and_then(service_shown),
        status: record.status.clone(),
        shipping: record.shipping.clone(),
        amount: record.refund.as_ref().map(|figure| figure.raw.clone()),
        paid: record.paid.as_ref().map(|figure| figure.raw.clone()),
        goods: record.goods.clone(),
        deadline: verdict.deadline.as_ref().map(|deadline| Deadline {
            at: deadline.at.clone(),
            at_ms: deadline.at_ms,
            source: deadline.source,
            // 2026-11-23T18:00:00+08:00 → 11-23 18:00
            text: deadline.at.get(5..16).unwrap_or_default().replace('T', " "),
            close_ms: thresholds.close_ms(),
        }),
        leaves_window: verdict.leaves_window.clone(),
        unreadable: record.unreadable.iter().copied().collect(),
    }
}

fn service_shown(shown: &Shown) -> Option<Service> {
    service(&shown.text).map(|id| Service { id, text: shown.text.clone() })
}

fn reason(verdict: &Verdict, platform: Platform, locale: Locale) -> Reason {
    let about = Packs::embedded().book(platform).map(|book| &book.pack.about);
    let any = text(locale, "page_metric_any", &[]);
    let metric = about.map_or(any.as_str(), |about| about.metric.get(locale));
    let read = &verdict.reason;
    Reason {
        raw: read.raw.clone(),
        id: read.id.clone(),
        counts: read.counts,
        counts_text: if read.id.is_none() { String::new() } else { text(locale, counts_key(read.counts), &[metric]) },
        basis: read.basis,
        rule: read.evidence.as_ref().map(|rule| Rule {
            id: rule.id.clone(),
            text: rule.text.clone(),
            since: known(&rule.since).map(str::to_owned),
            source: source_text(locale, &rule.source),
            confidence: rule.confidence,
            confidence_text: text(locale, confidence_key(rule.confidence), &[]),
        }),
    }
}

/// A date of the packs, unless they say that it is not known.
pub(crate) fn known(since: &str) -> Option<&str> {
    Some(since).filter(|since| !since.is_empty() && *since != "unknown")
}

/// Where a rule is from, in words an agent can pass on.
pub(crate) fn source_text(locale: Locale, source: &str) -> String {
    match source {
        "not found" => text(locale, "page_source_not_found", &[]),
        "inference" => text(locale, "page_source_inference", &[]),
        "settings" => text(locale, "page_source_settings", &[]),
        marks => source::described(locale, marks).unwrap_or_else(|| marks.to_owned()),
    }
}

const fn counts_key(counts: Answer) -> &'static str {
    match counts {
        Answer::Yes => "page_counts_yes",
        Answer::No => "page_counts_no",
        Answer::Unknown => "page_counts_unknown",
    }
}

const fn match_key(found: Match) -> &'static str {
    match found {
        Match::Agrees => "page_match_agrees",
        Match::Contradicts => "page_match_contradicts",
        Match::Silent => "page_match_silent",
    }
}

const fn helps_key(helps: Answer) -> &'static str {
    match helps {
        Answer::Yes => "refund_helps_yes",
        Answer::No => "refund_helps_no",
        Answer::Unknown => "refund_helps_unknown",
    }
}

/// The word for how sure a rule is.
pub(crate) const fn confidence_key(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Official => "page_confidence_official",
        Confidence::Secondary => "page_confidence_secondary",
        Confidence::Unverified => "page_confidence_unverified",
        Confidence::Own => "page_confidence_own",
    }
}
