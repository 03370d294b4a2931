//! Where somebody was or may be hurt, a text has to say both: stop using it, and who sees to it now.

use super::LintInput;
use super::finding::Rule;
use super::scan::Marks;
use super::spot::Spot;
use super::view::View;

/// Finds danger without an answer to it.
pub fn find(input: &LintInput<'_>, view: &View, marks: &Marks<'_>, found: &mut Vec<Spot>) {
    let here = marks.places("danger");
    let danger = !here.is_empty()
        || input.review.is_some_and(|review| {
            let review = View::of(review);
            Marks::of(&review.letters).has("danger")
        });
    if !danger {
        return;
    }
    let (stop, next) = (marks.has("stop-use"), marks.has("escalate"));
    let why = match (stop, next) {
        (true, true) => return,
        (false, false) => "lint_safety_without_action",
        (false, true) => "lint_safety_no_stop",
        (true, false) => "lint_safety_no_escalation",
    };
    let span = here.first().map_or((0, view.given.len()), |(start, end)| view.span(*start, *end));
    found.push(Spot::new(Rule::SafetyWithoutAction, span, why));
}
