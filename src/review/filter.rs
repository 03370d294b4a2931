//! The seam to the filter: what it blocks never leaves as a draft, what it remarks comes along.

use super::answer::Finding;
use super::matter::Matter;
use super::rubric::Scorer;

/// Must this text not go out?
#[must_use]
pub fn blocks(matter: &Matter<'_>, text: &str) -> bool {
    !Scorer::new(matter).score(text).fails.is_empty()
}

/// Remarks on a text that may go out.
#[must_use]
pub fn findings(_matter: &Matter<'_>, _text: &str) -> Vec<Finding> {
    Vec::new()
}
