//! Where somebody was or may be hurt, a text has to say both: stop using it, and who sees to it now.

use std::cell::RefCell;

use super::LintInput;
use super::finding::Rule;
use super::scan::Marks;
use super::spot::Spot;
use super::view::View;
use crate::text::memo::Memo;

/// Do these words tell of danger? The last answer is kept: every draft for a review asks again.
#[must_use]
pub fn tells_of_danger(words: &str) -> bool {
    thread_local! {
        static LAST: RefCell<Memo<bool>> = RefCell::default();
    }
    let look = |words: &str| Marks::of(&View::of(words).letters).has("danger");
    LAST.with(|memo| match memo.try_borrow_mut() {
        Ok(mut memo) => *memo.get(0, words, look),
        Err(_) => look(words),
    })
}

/// Finds danger without an answer to it.
pub fn find(input: &LintInput<'_>, view: &View, marks: &Marks<'_>, found: &mut Vec<Spot>) {
    let here = marks.places("danger");
    if here.is_empty() && !input.review.is_some_and(tells_of_danger) {
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
