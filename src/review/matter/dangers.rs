//! Dangers to people and animals, as they are meant of the goods.

use super::super::clause::Clause;
use super::super::pack::{Danger, Knowledge};
use super::super::telling::{says, telling, unlikened};
use super::super::topics::TopicFound;
use super::FAINT;
use crate::issue::{Classification, Issue, IssueFound, Signal};

/// The words without what the buyer never could eat ("我对芋头过敏"): it is why the wrong filling matters, not what the food did. As long as
/// before, so that places stay.
pub(super) fn without_own_allergy(words: String, kind: Option<&str>) -> String {
    const WITHIN: usize = 8;
    if kind != Some("food") {
        return words;
    }
    let mut letters: Vec<char> = words.chars().collect();
    let lists = &telling().allergy;
    let length = lists.instead.chars().count();
    let reacts = |place: &usize| {
        let here = letters.get(*place..).unwrap_or_default().iter().take(length);
        lists.words.iter().any(|word| here.clone().copied().eq(word.chars()))
    };
    let places: Vec<usize> = (0..letters.len()).filter(reacts).collect();
    for place in places {
        let before: Vec<char> = letters.iter().take(place).rev().take(WITHIN).copied().collect();
        let what: Vec<char> = before.iter().take_while(|letter| letter.is_alphanumeric()).copied().collect();
        let own = what.iter().position(|letter| lists.to.contains(*letter)).is_some_and(|end| {
            let named: Vec<char> = what.iter().take(end).copied().collect();
            !named.is_empty() && !named.iter().any(|letter| lists.this.contains(*letter))
        });
        let next = letters.get(place.saturating_add(length));
        let happened = next.is_some_and(|next| lists.happened.contains(*next));
        if own && !happened {
            for (at, letter) in (place..).zip(lists.instead.chars()) {
                if let Some(there) = letters.get_mut(at) {
                    *there = letter;
                }
            }
        }
    }
    letters.into_iter().collect()
}

/// Are the goods for pets?
pub(super) fn of_pets(title: Option<&str>) -> bool {
    title.is_some_and(|title| says(title, &telling().pets))
}

/// The dangers as they are meant of goods of this kind: what makes one feel ill is stopped by not eating it where it is food, not by airing
/// the room.
pub(super) fn of(kind: Option<&str>, title: Option<&str>, found: &[&'static Danger]) -> Vec<&'static Danger> {
    let mut meant: Vec<&'static Danger> = Vec::new();
    for danger in found.iter().filter_map(|danger| danger.meant_of(kind)) {
        if !meant.iter().any(|known| known.id == danger.id) {
            meant.push(danger);
        }
    }
    // No doctor of people sees a cat: what happened to it is told in the buyer's words.
    if of_pets(title) && meant.iter().any(|danger| danger.of_people) {
        meant.retain(|danger| !danger.of_people);
        meant.extend(Knowledge::embedded().dangers.iter().find(|danger| danger.id == "unsafe"));
    }
    // What happened to somebody goes before what might have.
    let (vague, told): (Vec<_>, Vec<_>) = meant.into_iter().partition(|danger| danger.vague);
    told.into_iter().chain(vague).collect()
}

/// Danger to people or animals, unless the words deny a fault of the goods.
pub(super) fn is_unsafe(
    said: &Classification,
    dangers: &[&Danger],
    kind: Option<&str>,
    (harms, every, clauses): (bool, &[TopicFound], &[Clause]),
) -> bool {
    let signalled = said.signals.contains(&Signal::Safety);
    // What swells or lets air through is a danger of devices: a pan whose bottom bulges is not, and a bag of coffee leaks no gas.
    // Nor is the floor that swells under a leak.
    let failed = said.primary == Issue::FunctionFailure && matches!(kind, Some("device") | None) && !harms;
    // A back that aches from a chair is no reaction to it.
    let touches = !matches!(kind, Some("device" | "other"));
    // A shampoo that does not help with dandruff harms nobody.
    let meant = |start: usize| {
        let other = |found: &TopicFound| found.topic.issue != Issue::AdverseReaction && !found.topic.bare;
        every.iter().any(|found| other(found) && (found.start..found.end).contains(&start))
    };
    // "跟喘气似的": a machine is only likened to somebody who is short of breath.
    let likened = |start: usize| {
        let of = clauses.iter().find(|clause| clause.holds(start));
        of.is_some_and(|clause| unlikened(&clause.text).is_none())
    };
    let harmed = |found: &IssueFound| {
        found.issue == Issue::AdverseReaction && !found.cues.iter().all(|cue| meant(cue.start) || likened(cue.start))
    };
    let body = said.primary == Issue::AdverseReaction && said.issues.iter().any(harmed);
    let bodily = failed || said.primary == Issue::ExpiredSpoiled || touches && body;
    let reacts = |found: &IssueFound| harmed(found) && found.weight >= FAINT;
    let reaction = said.issues.iter().any(reacts);
    // A hand that aches from knocking is no fault of the bell: what fails is a danger only where the words warn.
    let meant = signalled || reaction && !failed;
    !dangers.is_empty() || meant && bodily && !said.clears_goods()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_buyer_cannot_eat_is_no_reaction() {
        let read = |text: &str| without_own_allergy(text.to_owned(), Some("food"));
        assert_eq!(read("我对芋头过敏啊"), "我对芋头忌口啊");
        assert_eq!(read("我對芋頭過敏啊"), "我對芋頭忌口啊");
        let lists = &telling().allergy;
        let length = |word: &str| word.chars().count();
        assert!(lists.words.iter().all(|word| length(word) == length(lists.instead)), "places would move");
        for text in ["吃完过敏了", "宝宝对这款奶粉过敏", "对芒果过敏了，满脸红"] {
            assert_eq!(read(text), text);
        }
        assert_eq!(without_own_allergy("对香精过敏".to_owned(), Some("beauty")), "对香精过敏");
    }

    #[test]
    fn no_doctor_of_people_sees_a_pet() {
        let of_people: Vec<_> = Knowledge::embedded().dangers.iter().filter(|danger| danger.of_people).collect();
        assert_eq!(of_people.iter().map(|danger| danger.id).collect::<Vec<_>>(), ["eyes", "skin"]);
        let meant =
            |title: &str| of(Some("home"), Some(title), &of_people).iter().map(|danger| danger.id).collect::<Vec<_>>();
        assert_eq!(meant("猫窝"), ["unsafe"]);
        assert_eq!(meant("枕头"), ["eyes", "skin"]);
    }
}
