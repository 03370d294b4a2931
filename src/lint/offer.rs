//! Something offered for a review or for another reason of the refund.
//!
//! An offer alone is amends, a wish about a review alone is begging: the two together are the breach, whether tied or
//! only side by side. Refund and replacement are the buyer's due; they count as an offer only where a condition ties them to the wish,
//! or where they follow it in the same sentence.

use super::figures;
use super::finding::Rule;
use super::scan::{Marks, Span};
use super::spot::Spot;
use super::view::View;

/// How far an offer and a wish may stand apart, in sentences.
const SENTENCES: u32 = 2;
/// How far before an amount the verb of giving may stand, in letters.
const GIVEN_WITHIN: usize = 8;

/// Finds offers beside wishes.
pub fn find(view: &View, marks: &Marks<'_>, found: &mut Vec<Spot>) {
    let undo = marks.places("review-undo");
    let mut wishes = undo.clone();
    wishes.extend(marks.places("review-give"));
    wishes.extend(marks.places("undo-bare").into_iter().filter(|span| marks.in_sentence("review-word", span.0)));
    let reasons = marks.places("reason-change");
    if !wishes.is_empty() {
        let gifts = gifts(view, marks);
        let remedies = marks.places("remedy");
        if let Some(span) = tied(marks, &wishes, &gifts, &remedies) {
            found.push(spot(view, Rule::BenefitForReview, span));
        }
    }
    if !reasons.is_empty() {
        let gifts = gifts(view, marks);
        let mut swift = marks.places("swift");
        swift.extend(marks.places("remedy"));
        if let Some(span) = tied(marks, &reasons, &gifts, &swift) {
            found.push(spot(view, Rule::BenefitForReason, span));
        }
    }
    // "不撤差评，一律不退": the buyer's due is held back for it.
    for span in marks.places("refuses-undo").iter().filter(|span| marks.in_sentence("withholds", span.0)) {
        found.push(spot(view, Rule::Threat, *span));
    }
    // A changed review that is only asked for.
    for span in undo.iter().filter(|span| wished(marks, **span)) {
        found.push(spot(view, Rule::AsksForStars, *span));
    }
}

fn spot(view: &View, rule: Rule, span: Span) -> Spot {
    Spot::new(rule, view.span(span.0, span.1), rule.sentence())
}

/// Gifts by name, and amounts that are given.
fn gifts(view: &View, marks: &Marks<'_>) -> Vec<Span> {
    let mut gifts = marks.places("gift");
    for money in figures::money(&view.signs.chars) {
        let start = view.letter_of_sign(money.at.start);
        let end = view.letter_of_sign(money.at.end).max(start.saturating_add(1));
        let before: &[char] = view.letters.chars.get(start.saturating_sub(GIVEN_WITHIN)..start).unwrap_or_default();
        let given = before.iter().any(|letter| "返退补给送发赔转打奖付领减".contains(*letter));
        let english = before.iter().any(char::is_ascii_alphabetic);
        if given || english {
            gifts.push((start, end));
        }
    }
    gifts.retain(|span| !marks.denied(*span));
    gifts
}

/// The span from a wish to its offer, where there is such a pair.
fn tied(marks: &Marks<'_>, wishes: &[Span], gifts: &[Span], remedies: &[Span]) -> Option<Span> {
    let letters = marks.letters;
    let whole = |one: Span, other: Span| (one.0.min(other.0), one.1.max(other.1));
    for wish in wishes.iter().filter(|wish| !marks.denied(**wish) && !marks.in_sentence("no-deal", wish.0)) {
        let near = |offer: &&Span| {
            letters.sentence_at(offer.0).abs_diff(letters.sentence_at(wish.0)) <= SENTENCES
                && !marks.in_sentence("no-deal", offer.0)
        };
        if let Some(gift) = gifts.iter().find(near) {
            return Some(whole(*wish, *gift));
        }
        let conditions = marks.places("condition");
        let bound = |remedy: &&Span| {
            let (from, to) = whole(*wish, **remedy);
            let by = |(start, end): &Span| *start >= from.saturating_sub(8) && *end <= to;
            near(remedy)
                && !(wish.0 <= remedy.0 && remedy.1 <= wish.1)
                && letters.sentence_at(remedy.0) == letters.sentence_at(wish.0)
                && (conditions.iter().any(by) || (remedy.0 >= wish.1 && marks.in_sentence("asks", wish.0)))
        };
        if let Some(remedy) = remedies.iter().find(bound) {
            return Some(whole(*wish, *remedy));
        }
    }
    None
}

/// Whether a change of the review is asked for, not only spoken of.
fn wished(marks: &Marks<'_>, span: Span) -> bool {
    !marks.denied(span) && !marks.in_sentence("no-deal", span.0) && marks.in_sentence("asks", span.0)
}
