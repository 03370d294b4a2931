//! What the page and the panel show of one review: whether it needs an answer, and what it says.

mod standing;

pub use standing::{Standing, Weighed, weigh};

use serde::Serialize;

use super::card::{CueShown, IssueShown};
use super::{Mark, ReportRecord, Thresholds};
use crate::pack::Platform;
use crate::page::reviews::{Mood, Review, Stars};
use crate::refund::{Level, issue_phrase};
use crate::text::moment::Moment;
use crate::words::{Locale, text};

/// The mark of a review.
#[must_use]
pub fn mark(review: &Review, weighed: &Weighed, thresholds: &Thresholds, locale: Locale) -> Mark {
    let shown = thresholds.reach(weighed.level());
    let words = review.text.iter().chain(&review.added).map(|shown| shown.node);
    let standing = standing_text(review, weighed, locale);
    let short: String = review.words().chars().take(24).collect();
    let label = if short.is_empty() { standing } else { text(locale, "page_mark_label", &[&standing, &short]) };
    Mark {
        key: review.key.clone(),
        level: weighed.level(),
        score: weighed.score(review),
        nodes: review.pieces.clone(),
        anchor: review
            .stars_node
            .or_else(|| review.text.as_ref().map(|shown| shown.node))
            .or_else(|| review.pieces.first().copied()),
        highlight: if shown { words.collect() } else { Vec::new() },
        badge: weighed.badge().filter(|_| shown).map(|key| text(locale, key, &[])),
        label,
    }
}

/// What the report says of a review.
#[must_use]
pub fn report_record(review: &Review, weighed: &Weighed) -> ReportRecord {
    ReportRecord {
        id: review.id().map(str::to_owned),
        ids: review.ids().into_iter().map(str::to_owned).collect(),
        key: review.key.clone(),
        level: None,
        score: weighed.score(review),
        advice: Vec::new(),
        issues: weighed.issues().into_iter().map(|(issue, _)| issue).collect(),
        stars: review.stars,
    }
}

/// One review's card.
#[derive(Debug, Serialize)]
pub struct ReviewCard {
    key: String,
    id: String,
    ids: Ids,
    platform: Platform,
    page_time: Option<i64>,
    level: Level,
    level_text: String,
    score: u8,
    goods: Option<String>,
    why: Vec<String>,
    issues: Vec<IssueShown>,
    words: Vec<Words>,
    unreadable: Vec<&'static str>,
    review: Shown,
}

#[derive(Debug, Serialize)]
struct Ids {
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<String>,
}

#[derive(Debug, Serialize)]
struct Words {
    from: &'static str,
    text: String,
    cues: Vec<CueShown>,
}

/// What only reviews have.
#[derive(Debug, Serialize)]
struct Shown {
    standing: Standing,
    stars: Option<Stars>,
    stars_text: String,
    mood: Option<Mood>,
    text: String,
    added: Option<String>,
    time: Option<String>,
    answered: Option<bool>,
    reply: Option<String>,
    reply_by: Option<ReplyBy>,
    limit: Option<u32>,
    pictures: bool,
}

#[derive(Debug, Serialize)]
struct ReplyBy {
    at: String,
    at_ms: i64,
    source: &'static str,
    close_ms: i64,
}

/// Makes the card of a review.
#[must_use]
pub fn card(
    review: &Review,
    weighed: &Weighed,
    platform: Platform,
    thresholds: &Thresholds,
    locale: Locale,
) -> ReviewCard {
    let shown = [("review", &review.text), ("added", &review.added)];
    let words = weighed.said.iter().filter_map(|(from, said)| {
        let (_, shown) = shown.iter().find(|(name, _)| name == from)?;
        let cues = said.issues.iter().flat_map(|found| found.cues.iter().map(move |cue| (found.issue, cue)));
        Some(Words {
            from,
            text: shown.as_ref()?.text.clone(),
            cues: cues
                .map(|(issue, cue)| CueShown {
                    start: cue.start,
                    end: cue.end,
                    issue,
                    label: issue_phrase(issue, locale),
                })
                .collect(),
        })
    });
    ReviewCard {
        key: review.key.clone(),
        id: review.id().unwrap_or_default().to_owned(),
        ids: Ids { order: review.order_id.clone(), review: review.review_id.clone() },
        platform,
        page_time: review.time.map(Moment::unix_ms),
        level: weighed.level(),
        level_text: standing_text(review, weighed, locale),
        score: weighed.score(review),
        goods: review.product.clone(),
        why: why(review, weighed, locale),
        issues: weighed
            .issues()
            .into_iter()
            .map(|(issue, weight)| IssueShown { issue, label: issue_phrase(issue, locale), weight })
            .collect(),
        words: words.collect(),
        unreadable: if review.unreadable { vec!["stars"] } else { Vec::new() },
        review: Shown {
            standing: weighed.standing,
            stars: review.stars,
            stars_text: stars_text(review, locale),
            mood: review.mood,
            text: review.text.as_ref().map(|shown| shown.text.clone()).unwrap_or_default(),
            added: review.added.as_ref().map(|shown| shown.text.clone()),
            time: review.time.map(Moment::to_rfc3339),
            answered: review.answered,
            reply: review.reply.clone(),
            reply_by: review.reply_by.map(|at| ReplyBy {
                at: at.to_rfc3339(),
                at_ms: at.unix_ms(),
                source: "page",
                close_ms: thresholds.reply_close_ms(),
            }),
            limit: review.limit,
            pictures: review.pictures,
        },
    }
}

fn stars_text(review: &Review, locale: Locale) -> String {
    let mood = |mood| match mood {
        Mood::Good => "review_mood_good",
        Mood::Neutral => "review_mood_neutral",
        Mood::Bad => "review_mood_bad",
    };
    match (review.stars, review.mood) {
        (Some(stars), _) => {
            let tenths = stars.tenths();
            let shown = if tenths.is_multiple_of(10) {
                (tenths / 10).to_string()
            } else {
                format!("{}.{}", tenths / 10, tenths % 10)
            };
            text(locale, "review_stars", &[&shown])
        }
        (None, Some(said)) => text(locale, mood(said), &[]),
        (None, None) => text(locale, "review_stars_unknown", &[]),
    }
}

fn standing_text(review: &Review, weighed: &Weighed, locale: Locale) -> String {
    let key = match weighed.standing {
        Standing::Bad => "review_standing_bad",
        Standing::Middle => "review_standing_middle",
        Standing::Complaint => "review_standing_complaint",
        Standing::Answered => "review_standing_answered",
        Standing::Praise => "review_standing_praise",
        Standing::Plain => "review_standing_plain",
    };
    text(locale, key, &[&stars_text(review, locale)])
}

fn why(review: &Review, weighed: &Weighed, locale: Locale) -> Vec<String> {
    let mut all = Vec::new();
    let mut add = |holds: bool, key: &str| {
        if holds {
            all.push(text(locale, key, &[]));
        }
    };
    add(weighed.grave, "review_why_grave");
    add(weighed.standing == Standing::Complaint, "review_why_complaint");
    add(weighed.standing == Standing::Answered, "review_why_answered");
    add(weighed.standing == Standing::Praise, "review_why_praise");
    add(weighed.standing == Standing::Plain, "review_why_plain");
    let silent = review.text.is_none() && review.added.is_none();
    add(silent && review.pictures, "review_why_pictures");
    add(silent && !review.pictures && weighed.level() != Level::Safe, "review_why_silent");
    add(review.stars.is_none() && review.mood.is_none() && weighed.level() != Level::Safe, "review_why_no_stars");
    all
}

#[cfg(test)]
mod tests;
