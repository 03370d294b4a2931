//! What a title calls the goods.

use super::super::telling::telling;
use super::{found, kind_of, placed, spelled};
use crate::pack::Script;

/// A Chinese title of so many characters is a name already.
const SHORT: usize = 6;
/// The same of English letters.
const SHORT_LATIN: usize = 18;

/// A short name for the goods: a noun of the title that the review also uses, else the title's longest, else the review's first, else a
/// short title as it is. `None` when nothing fits the script.
#[must_use]
pub fn name(title: Option<&str>, review: &str, script: Script) -> Option<String> {
    let title = title.map(str::trim).filter(|title| !title.is_empty());
    let head: String = review.chars().take(600).collect();
    let in_review = found(&head);
    if let Some(title) = title {
        if let Some(whole) = as_it_is(title, script) {
            return Some(whole);
        }
        let head = head_of(title);
        if let Some(cover) = cover_of(title, script) {
            return Some(cover);
        }
        let in_title = in_head(head);
        // "电脑显示器支架" is a stand, whatever stands before it.
        let stand = |noun: &&u32| ends_in(**noun, telling().naming.stands);
        // "懒人支架床头手机" names last what it holds.
        let held = in_title.last().is_some_and(|last| kind_of(*last) == Some("device"));
        let stand = in_title.iter().rev().take(if held { in_title.len() } else { 1 }).find(stand);
        let shared = stand.or_else(|| in_title.iter().find(|noun| in_review.contains(noun)));
        let longest =
            || in_title.iter().rev().max_by_key(|noun| spelled(**noun, script).map_or(0, |word| word.chars().count()));
        // English names the thing last, Chinese titles heap names up: the longest says most.
        let last = || if script == Script::En { in_title.last() } else { longest() };
        if let Some(word) = shared.or_else(last).and_then(|noun| spelled(*noun, script)) {
            return Some(word);
        }
        return if in_title.is_empty() { by_part(title, script) } else { None };
    }
    in_review.first().and_then(|noun| spelled(*noun, script))
}

/// The nouns of a title but for those that only tell what the goods are for ("笔记本电脑支架"), where there are others.
fn in_head(title: &str) -> Vec<u32> {
    let mut own = Vec::new();
    for (noun, next) in placed(title) {
        if !next.is_some_and(|next| telling().naming.for_it.contains(next)) && !own.contains(&noun) {
            own.push(noun);
        }
    }
    // What they come in is not what they are.
    let boxed =
        |noun: &u32| spelled(*noun, Script::Hans).is_some_and(|word| telling().naming.boxes.contains(&word.as_str()));
    // "苹果手机" is no apple, "电动车头盔" no vehicle: food or a device right before other goods is a maker or what they are for.
    let maker = |noun: &u32, next: &u32| {
        let both = spelled(*noun, Script::Hans).zip(spelled(*next, Script::Hans)).map(|(one, two)| one + &two);
        matches!(kind_of(*noun), Some("food" | "device"))
            && kind_of(*next) != kind_of(*noun)
            && !boxed(next)
            && both.is_some_and(|both| title.contains(&both))
    };
    let made: Vec<u32> = own
        .windows(2)
        .filter_map(|two| Some((two.first()?, two.last()?)))
        .filter(|(noun, next)| maker(noun, next))
        .map(|(noun, _)| *noun)
        .collect();
    own.retain(|noun| !made.contains(noun));
    if !own.iter().all(boxed) {
        own.retain(|noun| !boxed(noun));
    }
    if own.is_empty() { found(title) } else { own }
}

/// What covers another thing, named with it: "洗衣机罩".
fn cover_of(title: &str, script: Script) -> Option<String> {
    let naming = &telling().naming;
    placed(title).into_iter().find_map(|(noun, next)| {
        let (noun, next) = (spelled(noun, script)?, next.filter(|next| naming.covers.contains(*next))?);
        let name = format!("{noun}{next}");
        let (_, rest) = title.split_once(&name)?;
        (script != Script::En && !rest.starts_with(|after| naming.covers_not.contains(after))).then_some(name)
    })
}

/// Does a noun end in one of these letters?
pub(super) fn ends_in(noun: u32, letters: &str) -> bool {
    spelled(noun, Script::Hans).and_then(|word| word.chars().last()).is_some_and(|last| letters.contains(last))
}

/// The part of a Chinese title that names the goods, where no noun is known: the longest that is no mere word of titles ("古筝琴弦 全套").
pub(super) fn by_part(title: &str, script: Script) -> Option<String> {
    if script == Script::En {
        return None;
    }
    let plain = &telling().naming.plain;
    let bare = |part: &str| {
        let mut rest = part;
        while let Some(less) = plain.iter().find_map(|word| rest.strip_prefix(word).or_else(|| rest.strip_suffix(word)))
        {
            rest = less;
        }
        rest.to_owned()
    };
    let parts = title.split(|letter: char| !matches!(letter, '\u{4e00}'..='\u{9fff}')).map(bare);
    let own = |part: &String| crate::refund::script_of(part).is_none_or(|of| of == script);
    let fits = parts.filter(|part| (2..=SHORT).contains(&part.chars().count())).filter(own);
    fits.reduce(|one, other| if other.chars().count() > one.chars().count() { other } else { one })
}

/// An English title up to where it begins to tell what the goods are for.
fn head_of(title: &str) -> &str {
    let cut = telling().naming.head_ends.iter().filter_map(|end| title.find(end.as_str())).min().unwrap_or(title.len());
    let head = title.get(..cut).unwrap_or(title);
    // "Rice Cooker 6 Cup" is no cup.
    let counted = |(place, _): &(usize, &str)| {
        head.get(place.saturating_add(1)..).is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))
    };
    let before = head.match_indices(' ').find(counted).and_then(|(place, _)| head.get(..place));
    let head = before.filter(|before| !found(before).is_empty()).unwrap_or(head);
    if found(head).is_empty() { title } else { head }
}

/// Does the title end with the noun, or with what things are made of nouns by ("咖啡壶")?
fn ends_as_a_thing(title: &str, noun: &str) -> bool {
    title.ends_with(noun) || title.chars().last().is_some_and(|last| telling().naming.heads.contains(last))
}

/// A title short enough to stand in a sentence.
fn as_it_is(title: &str, script: Script) -> Option<String> {
    let whose = &telling().naming.whose;
    let title = whose.iter().filter(|whom| whom.len() > 3).find_map(|whom| title.strip_prefix(whom)).unwrap_or(title);
    let title = whose.iter().find_map(|whom| title.strip_suffix(whom)).unwrap_or(title);
    let modified = found(title)
        .last()
        .and_then(|noun| spelled(*noun, script))
        .is_some_and(|noun| title.contains(&noun) && !ends_as_a_thing(title, &noun));
    if modified {
        return None;
    }
    // "Hair Dryer Ionic" is a hair dryer.
    let noun = found(title).into_iter().rev().find_map(|noun| spelled(noun, script));
    if script == Script::En && noun.is_some_and(|noun| !title.to_lowercase().ends_with(&noun)) {
        return None;
    }
    let han = title.chars().all(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}'));
    let latin = title.chars().all(|letter| letter.is_ascii_alphabetic() || letter == ' ' || letter == '-');
    let length = title.chars().count();
    match script {
        Script::En => (latin && length <= SHORT_LATIN).then(|| {
            let lower = |word: &str| {
                let initials = word.len() > 1 && word.chars().all(|letter| letter.is_ascii_uppercase());
                if initials { word.to_owned() } else { word.to_lowercase() }
            };
            title.split(' ').map(lower).collect::<Vec<_>>().join(" ")
        }),
        Script::Hans | Script::Hant => {
            (han && (2..=SHORT).contains(&length) && crate::refund::script_of(title) == Some(script))
                .then(|| title.to_owned())
        }
    }
}
