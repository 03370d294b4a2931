//! The seam to [`crate::lint`]: what it blocks never leaves as a draft, what it remarks comes along.

use super::matter::Matter;
use crate::lint::{Kind, LintInput, LintReport, lint, tells_of_danger};

/// Looks a draft over.
#[must_use]
pub fn report(matter: &Matter<'_>, text: &str) -> LintReport {
    let input = matter.input;
    lint(&LintInput {
        review: Some(&matter.words),
        facts: input.facts.clone(),
        limit: input.limit.or(matter.rules.limit).and_then(|limit| u32::try_from(limit).ok()),
        previous: &input.previous,
        shop: input.shop.as_deref(),
        script: Some(matter.script),
        locale: input.locale,
        ..LintInput::new(input.platform, Kind::Reply, text)
    })
}

/// Would the filter ask any reply to these words to speak of safety?
#[must_use]
pub fn sees_danger(words: &str) -> bool {
    tells_of_danger(words)
}
