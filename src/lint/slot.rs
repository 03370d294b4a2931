//! Slots of templates that nobody has filled, and another shop's name.

use super::LintInput;
use super::finding::Rule;
use super::lexicon::lexicon;
use super::spot::Spot;
use super::view::View;

/// A slot's name is not longer than this.
const LONGEST: usize = 24;

/// Finds open slots.
pub fn find(input: &LintInput<'_>, view: &View, found: &mut Vec<Spot>) {
    let signs = view.signs.chars.as_slice();
    let mut place = 0;
    while place < signs.len() {
        let end = at(signs, place);
        match end {
            Some(end) => {
                found.push(Spot::new(Rule::UnfilledSlot, view.sign_span(place, end), "lint_unfilled_slot"));
                place = end.max(place.saturating_add(1));
            }
            None => place = place.saturating_add(1),
        }
    }
    other_shop(input, view, found);
}

/// The end of a slot that begins at `place`.
fn at(signs: &[char], place: usize) -> Option<usize> {
    let letter = *signs.get(place)?;
    let before = place.checked_sub(1).and_then(|before| signs.get(before)).copied();
    match letter {
        '$' | '#' if signs.get(place.saturating_add(1)) == Some(&'{') => {
            closed(signs, place.saturating_add(1)).map(|(_, end)| end)
        }
        '{' | '[' | '【' | '<' | '(' | '「' | '《' | '〈' | '〔' => bracket(signs, place, before),
        '%' => percent(signs, place, before),
        '$' | '#' | '@' => marked(signs, place, letter),
        '_' => blank(signs, place, before),
        'x' | '×' | '某' | '○' | '〇' | '◯' | '△' | '□' => placeholder(signs, place, before),
        'u' | 'n' | 't' | 'l' => leftover(signs, place, before),
        _ => None,
    }
}

/// The inside of a bracket that opens at `place`, and the place behind it.
fn closed(signs: &[char], place: usize) -> Option<(String, usize)> {
    let open = *signs.get(place)?;
    let close = match open {
        '{' => '}',
        '[' => ']',
        '【' => '】',
        '<' => '>',
        '(' => ')',
        '「' => '」',
        '《' => '》',
        '〈' => '〉',
        '〔' => '〕',
        _ => return None,
    };
    let double = signs.get(place.saturating_add(1)) == Some(&open);
    let from = place.saturating_add(if double { 2 } else { 1 });
    let inside: String = signs.get(from..)?.iter().take(LONGEST).take_while(|letter| **letter != close).collect();
    let end = from.saturating_add(inside.chars().count());
    if signs.get(end) != Some(&close) || inside.contains('\n') {
        return None;
    }
    let both = double && signs.get(end.saturating_add(1)) == Some(&close);
    Some((inside, end.saturating_add(if both { 2 } else { 1 })))
}

fn bracket(signs: &[char], place: usize, before: Option<char>) -> Option<usize> {
    let (inside, end) = closed(signs, place)?;
    let open = signs.get(place).copied().unwrap_or_default();
    let inside = inside.trim().trim_matches(['{', '}', '[', ']']);
    let has = |list: &str| lexicon().list(list).iter().any(|word| inside.contains(word.as_str()));
    let is = |list: &str| lexicon().list(list).iter().any(|word| inside == word.trim());
    let sentence = inside.contains(['。', '，', ',', '!', '?', '；', '：', ':']);
    let slot = match open {
        '{' => !inside.is_empty() && !sentence,
        _ if sentence => inside.contains("填写") || inside.contains("填入") || inside.contains("自行替换"),
        '[' | '<' => has("slot_parts") || is("slot_words") || english(inside),
        // A bracket in the middle of a sentence is no heading.
        '【' | '〔' | '「' | '〈' => {
            let in_words = before.is_some_and(|before| before.is_alphanumeric())
                && signs.get(end).is_some_and(|after| after.is_alphanumeric() || matches!(after, '，' | ','));
            let field = signs
                .get(end)
                .is_some_and(|after| matches!(after, '一' | '栏' | '页' | '按' | '选' | '入' | '里' | '中'));
            named(inside) || (in_words && !field && is("slot_words"))
        }
        '(' => ["填写", "填入", "插入", "待填", "待补充", "自行替换"].iter().any(|word| inside.contains(word)),
        _ => named(inside),
    };
    slot.then_some(end)
}

/// A name that can only be that of a slot.
fn named(inside: &str) -> bool {
    let list = lexicon().list("slot_parts");
    let short = inside.chars().count() <= 8;
    short && list.iter().any(|word| inside.starts_with(word.as_str()) || inside.ends_with(word.as_str()))
        || !inside.is_empty() && inside.chars().all(|letter| matches!(letter, 'x' | '×'))
}

/// `[order_id]`, `[Customer Name]`: every word is one of a slot's.
fn english(inside: &str) -> bool {
    let mut words = inside.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let known = |word: &str| {
        lexicon().list("slot_english").iter().any(|one| one == word)
            || matches!(
                word,
                "id" | "no" | "here" | "the" | "of" | "x" | "xx" | "xxx" | "code" | "title" | "type" | "s"
            )
    };
    let all: Vec<&str> = words.by_ref().collect();
    inside.is_ascii()
        && !all.is_empty()
        && all.iter().all(|word| known(word))
        && all.iter().any(|word| lexicon().list("slot_english").iter().any(|one| one == word))
}

/// `%NAME%`, `%s`, `%1$s`.
fn percent(signs: &[char], place: usize, before: Option<char>) -> Option<usize> {
    if before.is_some_and(|before| before.is_ascii_digit()) {
        return None;
    }
    let name: String = signs
        .get(place.saturating_add(1)..)?
        .iter()
        .take(LONGEST)
        .take_while(|letter| letter.is_alphanumeric() || **letter == '_')
        .collect();
    let length = name.chars().count();
    let end = place.saturating_add(1).saturating_add(length);
    let next = signs.get(end).copied();
    if next == Some('%') && length >= 2 && !name.starts_with(|letter: char| letter.is_ascii_digit()) {
        return Some(end.saturating_add(1));
    }
    if next == Some('$') && name.bytes().all(|byte| byte.is_ascii_digit()) && length > 0 {
        return Some(end.saturating_add(2));
    }
    let ascii = name.chars().take_while(char::is_ascii).count();
    let format = matches!(name.get(..1), Some("s" | "d")) && ascii == 1 && name.is_char_boundary(1);
    format.then(|| place.saturating_add(2))
}

/// `$name`, `#姓名#`, `@昵称@`.
fn marked(signs: &[char], place: usize, mark: char) -> Option<usize> {
    let rest = signs.get(place.saturating_add(1)..)?;
    let name: String =
        rest.iter().take(LONGEST).take_while(|letter| letter.is_alphanumeric() || **letter == '_').collect();
    let length = name.chars().count();
    let end = place.saturating_add(1).saturating_add(length);
    let closes = signs.get(end) == Some(&mark);
    let known = named(&name) || english(&name.replace('_', " ")) || lexicon().list("slot_words").contains(&name);
    if closes && known && length > 0 {
        return Some(end.saturating_add(1));
    }
    let before = place.checked_sub(1).and_then(|before| signs.get(before));
    let latin = mark == '$' && length >= 3 && english(&name.replace('_', " "));
    (latin && !before.is_some_and(|before| before.is_ascii_alphabetic())).then_some(end)
}

/// `____` between words, not the mouth of a face.
fn blank(signs: &[char], place: usize, before: Option<char>) -> Option<usize> {
    let length = signs.get(place..)?.iter().take_while(|letter| **letter == '_').count();
    let end = place.saturating_add(length);
    let plain = |letter: Option<char>| {
        letter.is_none_or(|letter| {
            letter.is_whitespace()
                || matches!(letter, '\u{4e00}'..='\u{9fff}' | '：' | ':' | '，' | ',' | '。' | '.' | '¥' | '￥' | '$')
        })
    };
    (length >= 2 && plain(before) && plain(signs.get(end).copied()) && signs.len() > length).then_some(end)
}

/// `XX`, `某某`, `X月`: not `XXL`, not `20×30`.
fn placeholder(signs: &[char], place: usize, before: Option<char>) -> Option<usize> {
    let letter = *signs.get(place)?;
    let same = |other: &char| *other == letter || (matches!(letter, 'x' | '×') && matches!(other, 'x' | '×'));
    let length = signs.get(place..)?.iter().take_while(|other| same(other)).count();
    let end = place.saturating_add(length);
    let after = signs.get(end).copied();
    let tight = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.'))
    };
    if tight(before) || tight(after) || before.is_some_and(|before| same(&before)) {
        return None;
    }
    let wordy = |letter: Option<char>| {
        letter.is_none_or(|letter| !letter.is_ascii() || matches!(letter, ' ' | ',' | ':' | '%' | '$'))
    };
    let han = |letter: Option<char>| letter.is_some_and(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}'));
    match letter {
        'x' | '×' if length >= 2 => {
            let size = after == Some('码') || latin_behind(signs, place);
            ((han(before) || han(after)) && wordy(before) && wordy(after) && !size).then_some(end)
        }
        // A single one only before a unit: "X月X日", "X元".
        'x' | '×' => {
            let unit = after.is_some_and(|after| "元块月日号天件个小".contains(after));
            let hours = after != Some('小') || signs.get(end.saturating_add(1)) == Some(&'时');
            let size = after == Some('号') && signs.get(end.saturating_add(1)) == Some(&'码');
            let lone = before.is_none_or(|before| han(Some(before))) && !latin_behind(signs, place);
            (unit && hours && !size && lone).then_some(end)
        }
        _ => (length >= 2).then_some(end),
    }
}

/// Whether a Latin word stands before, with a space between: "Model X 天窗".
fn latin_behind(signs: &[char], place: usize) -> bool {
    let mut before = signs.get(..place).unwrap_or_default().iter().rev().skip_while(|letter| **letter == ' ');
    before.next().is_some_and(|letter| letter.is_ascii_alphanumeric())
}

/// `undefined`, `null`, `TODO`: what a program leaves where a value was missing.
fn leftover(signs: &[char], place: usize, before: Option<char>) -> Option<usize> {
    if before.is_some_and(|before| before.is_ascii_alphanumeric() || matches!(before, '\'' | '-')) {
        return None;
    }
    let word: String =
        signs.get(place..)?.iter().take(LONGEST).take_while(|letter| letter.is_ascii_alphabetic()).collect();
    let end = place.saturating_add(word.len());
    let list = lexicon().list("slot_leftovers");
    (word.len() >= 3 && list.contains(&word) && signs.get(end) != Some(&'\'')).then_some(end)
}

/// "某某旗舰店" where the shop is called otherwise.
fn other_shop(input: &LintInput<'_>, view: &View, found: &mut Vec<Spot>) {
    let Some(own) = input.shop.map(|own| View::of(own).letters.chars).filter(|own| !own.is_empty()) else { return };
    let letters = view.letters.chars.as_slice();
    for kind in lexicon().list("shop_kinds") {
        let kind: Vec<char> = kind.chars().collect();
        for (place, _) in letters.windows(kind.len().max(1)).enumerate().filter(|(_, window)| *window == kind) {
            let from = (place.saturating_sub(6)..place)
                .rev()
                .take_while(|at| view.letters.clause_at(*at) == view.letters.clause_at(place))
                .last()
                .unwrap_or(place);
            let end = place.saturating_add(kind.len());
            let name = letters.get(from..place).unwrap_or_default();
            // "本旗舰店", "我们是官方旗舰店": no name.
            let nameless = name.len() < 2
                || name.ends_with(&['官', '方'])
                || name.ends_with(&['本'])
                || name.ends_with(&['们'])
                || name.ends_with(&['的'])
                || name.ends_with(&['家']);
            let shares = |part: &[char]| own.windows(part.len()).any(|window| window == part);
            if !nameless && !name.windows(2).next_back().is_some_and(shares) {
                found.push(Spot::new(Rule::UnfilledSlot, view.span(from, end), "lint_other_shop"));
            }
        }
    }
}
