//! Whether a review needs an answer, and how soon.

use serde::Serialize;

use crate::issue::{Classification, Issue, Signal, classify};
use crate::page::reviews::{Mood, Review, Stars};
use crate::refund::Level;

/// Why a review stands in the queue, or why it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// One or two stars, or as many as the agent calls bad, or a bad verdict in words.
    Bad,
    /// Up to three stars otherwise, or a verdict that is neither.
    Middle,
    /// More stars or none read, but the words complain.
    Complaint,
    /// The shop has answered.
    Answered,
    /// Nothing but praise.
    Praise,
    /// No words, no low stars.
    Plain,
}

/// A review with what its words say.
#[derive(Debug)]
pub struct Weighed {
    pub(super) said: Vec<(&'static str, Classification)>,
    pub(in crate::plan) standing: Standing,
    pub(super) grave: bool,
}

/// Looks at one review; `bad` is the most stars of a bad one.
#[must_use]
pub fn weigh(review: &Review, bad: Stars) -> Weighed {
    let part =
        |from, shown: &Option<crate::page::record::Shown>| shown.as_ref().map(|shown| (from, classify(&shown.text)));
    let said: Vec<_> = [part("review", &review.text), part("added", &review.added)].into_iter().flatten().collect();
    let complains = said.iter().any(|(_, said)| !matches!(said.primary, Issue::Praise | Issue::Other));
    let praises = said.iter().any(|(_, said)| said.primary == Issue::Praise) && !complains;
    let grave = said.iter().any(|(_, said)| {
        said.signals.contains(&Signal::Safety) || matches!(said.primary, Issue::AdverseReaction | Issue::Counterfeit)
    });
    let standing = match (review.stars, review.mood) {
        _ if review.answered == Some(true) => Standing::Answered,
        (Some(stars), _) if stars <= bad => Standing::Bad,
        (Some(stars), _) if stars <= Stars::NEGATIVE => Standing::Middle,
        (None, Some(Mood::Bad)) => Standing::Bad,
        (None, Some(Mood::Neutral)) => Standing::Middle,
        _ if complains => Standing::Complaint,
        _ if praises => Standing::Praise,
        _ => Standing::Plain,
    };
    Weighed { said, standing, grave }
}

impl Weighed {
    pub(super) fn level(&self) -> Level {
        match self.standing {
            Standing::Bad => Level::AtRisk,
            Standing::Complaint | Standing::Middle if self.grave => Level::AtRisk,
            Standing::Middle | Standing::Complaint => Level::Watch,
            Standing::Answered | Standing::Praise | Standing::Plain => Level::Safe,
        }
    }

    /// 0 to 100: danger first, then few stars.
    pub(super) fn score(&self, review: &Review) -> u8 {
        let stars = review.stars.map_or(25, |stars| 50_u8.saturating_sub(stars.tenths()));
        match self.level() {
            Level::Safe => 0,
            _ => stars.saturating_add(if self.grave { 50 } else { 20 }).min(100),
        }
    }

    pub(super) fn badge(&self) -> Option<&'static str> {
        match self.standing {
            Standing::Bad => Some("badge_review_bad"),
            Standing::Middle => Some("badge_review_middle"),
            Standing::Complaint => Some("badge_review_complaint"),
            Standing::Answered | Standing::Praise | Standing::Plain => None,
        }
    }

    /// Each issue once, the weightiest first.
    pub(super) fn issues(&self) -> Vec<(Issue, f32)> {
        let mut all: Vec<(Issue, f32)> = Vec::new();
        for found in self.said.iter().flat_map(|(_, said)| &said.issues) {
            if !all.iter().any(|(issue, _)| *issue == found.issue) {
                all.push((found.issue, found.weight));
            }
        }
        // Praise beside a complaint, or nothing in particular, is no issue.
        if all.len() > 1 {
            all.retain(|(issue, _)| !matches!(issue, Issue::Praise | Issue::Other));
        }
        all
    }
}
