//! Rules that words alone decide, and the count of apologies.

use super::finding::Rule;
use super::scan::Marks;
use super::spot::Spot;
use super::view::View;

/// So many apologies are too many.
const TOO_MANY: usize = 3;

/// Finds what breaks a rule by itself.
pub fn find(view: &View, marks: &Marks<'_>, found: &mut Vec<Spot>) {
    for (rule, (start, end)) in marks.breaches() {
        found.push(Spot::new(rule, view.span(start, end), rule.sentence()));
    }
    let apologies = marks.places("apology");
    if let Some((start, end)) = apologies.get(TOO_MANY.saturating_sub(1)).filter(|_| apologies.len() >= TOO_MANY) {
        let spot = Spot::new(Rule::TooManyApologies, view.span(*start, *end), Rule::TooManyApologies.sentence());
        found.push(spot.with(vec![apologies.len().to_string()]));
    }
}
