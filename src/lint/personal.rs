//! Names, addresses and numbers that point at a person. In a message to the buyer alone only papers and cards are kept out: the
//! buyer's own parcel and address may be spoken of there.

use super::contact::before;
use super::figures::digit;
use super::finding::Rule;
use super::lexicon::{begins_with, lexicon};
use super::runs;
use super::spot::Spot;
use super::view::View;
use super::{Kind, LintInput};

/// Finds personal data; phone numbers are found with the ways out of the platform.
pub fn find(input: &LintInput<'_>, view: &View, found: &mut Vec<Spot>) {
    let spot = |span: (usize, usize)| Spot::new(Rule::PersonalData, span, "lint_personal_data").fixed("");
    let public = input.kind == Kind::Reply;
    found.extend(numbers(view, public).into_iter().map(spot));
    if public {
        found.extend(chinese_names(view).into_iter().map(spot));
        found.extend(english_names(view).into_iter().map(spot));
        found.extend(addresses(view).into_iter().map(spot));
    }
}

fn any(text: &str, list: &str) -> bool {
    lexicon().list(list).iter().any(|word| text.contains(&word.replace('_', " ")))
}

/// Order and tracking numbers, papers, cards, member names.
fn numbers(view: &View, public: bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for run in runs::runs(&view.signs.chars) {
        let near = before(view, run.at.start, 12);
        let length = run.digits.len();
        let paper = any(&near, "id_words") && length >= 8 || (length == 18 || length == 17) && is_paper(&run.digits);
        if any(&near, "goods_words") && !paper {
            continue;
        }
        let cued = any(&near, "number_words") && (length >= 6 || near.contains("order"));
        let parcel = (2..=5).contains(&run.prefix.len()) && (10..=18).contains(&length);
        let long = length >= 12 && !run.split;
        let member = matches!(run.prefix.as_str(), "tb" | "jd" | "dy" | "wxid" | "ks") && length >= 6;
        if paper || public && (cued || parcel || long || member) {
            found.push(view.sign_span(run.at.start, run.at.end));
        }
    }
    found
}

/// A mainland identity number holds a date of birth from its seventh digit on.
fn is_paper(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok());
    part(6, 10).is_some_and(|year| (1920..2030).contains(&year))
        && part(10, 12).is_some_and(|month| (1..=12).contains(&month))
        && part(12, 14).is_some_and(|day| (1..=31).contains(&day))
}

/// Surname and given name, before a title, behind a cue, or as the one who is greeted.
fn chinese_names(view: &View) -> Vec<(usize, usize)> {
    let letters = view.letters.chars.as_slice();
    let mut found = Vec::new();
    let title_at = lexicon().beginner("titles");
    let cues = [(lexicon().beginner("name_cues"), true), (lexicon().beginner("greetings"), false)];
    for place in 0..letters.len() {
        let rest = letters.get(place..).unwrap_or_default();
        let clause = view.letters.clause_at(place);
        if let Some(title) = title_at(rest) {
            let from = place.saturating_sub(4);
            // The longest full name that ends here and begins where a name can begin.
            let name = (from..place.saturating_sub(1)).find(|start| {
                let name = letters.get(*start..place).unwrap_or_default();
                let begins = start.checked_sub(1).is_none_or(|before| {
                    view.letters.clause_at(before) != clause
                        || view.letters.gap.get(*start).is_some_and(|gap| *gap > 0)
                        || letters
                            .get(before)
                            .is_some_and(|letter| "是由给叫系请问人客户员的谢经让找与跟向为对和好致".contains(*letter))
                });
                begins && view.letters.clause_at(*start) == clause && is_name(name)
            });
            found.extend(name.map(|start| view.span(start, place.saturating_add(title))));
        }
        for (cue_at, introduces) in &cues {
            let Some(cue) = cue_at(rest) else { continue };
            let mut start = place.saturating_add(cue);
            if letters.get(start) == Some(&'是') || letters.get(start) == Some(&'为') {
                start = start.saturating_add(1);
            }
            let ends = |end: usize| {
                end >= letters.len()
                    || view.letters.gap.get(end).is_some_and(|gap| *gap > 0)
                    || *introduces && letters.get(end).is_some_and(|letter| "的您你电签已".contains(*letter))
            };
            let end = (2..=if *introduces { 3 } else { 4 })
                .map(|length| start.saturating_add(length))
                .find(|end| ends(*end) && letters.get(start..*end).is_some_and(is_name));
            found.extend(end.map(|end| view.span(start, end)));
        }
    }
    found
}

/// A surname and one or two characters that can be a given name.
fn is_name(name: &[char]) -> bool {
    let surnames = lexicon().list("surnames").iter();
    let longest = surnames.filter_map(|surname| begins_with(name, surname)).max().unwrap_or_default();
    let given = name.get(longest..).unwrap_or_default();
    let no_names = lexicon().list("no_names");
    longest > 0
        && (1..=2).contains(&given.len())
        && given.iter().all(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}'))
        && !given.iter().any(|letter| no_names.iter().any(|word| word.chars().eq([*letter])))
}

/// "Ms. Emily Carter", "Dear John Smith,".
fn english_names(view: &View) -> Vec<(usize, usize)> {
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (place, letter) in view.given.iter().enumerate() {
        if letter.is_ascii_alphabetic() || (*letter == '\'' && open) {
            if !open {
                words.push((place, String::new()));
            }
            if let Some((_, word)) = words.last_mut() {
                word.push(*letter);
            }
        }
        open = letter.is_ascii_alphabetic() || (*letter == '\'' && open);
    }
    let end = |word: &(usize, String)| word.0.saturating_add(word.1.len());
    let capital = |word: &str| {
        word.starts_with(|letter: char| letter.is_ascii_uppercase())
            && word.len() >= 2
            && word.chars().skip(1).any(|letter| letter.is_ascii_lowercase())
    };
    let person = |word: &str| {
        let small = word.to_ascii_lowercase();
        capital(word) && !lexicon().list("not_people").contains(&small)
    };
    let mut found = Vec::new();
    for three in words.windows(3) {
        let [title, first, last] = three else { continue };
        let titled = matches!(title.1.as_str(), "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Mister");
        let greeted = matches!(title.1.as_str(), "Dear" | "Hi" | "Hello" | "Hey")
            && view.given.get(end(last)).is_none_or(|after| matches!(after, ',' | '!' | '，' | ':' | '.'));
        let near = first.0 <= end(title).saturating_add(2) && last.0 == end(first).saturating_add(1);
        if near && (titled || greeted) && person(&first.1) && person(&last.1) {
            found.push((title.0, end(last)));
        }
    }
    found
}

/// Places of buildings: two parts of an address, or one that can be nothing else.
fn addresses(view: &View) -> Vec<(usize, usize)> {
    let signs = view.signs.chars.as_slice();
    let at = |place: usize| signs.get(place).copied().unwrap_or('\0');
    let mut parts: Vec<(usize, usize, bool)> = Vec::new();
    let mut found = Vec::new();
    let mut place = 0;
    while place < signs.len() {
        let inside = place.checked_sub(1).map(at).is_some_and(|before| before.is_ascii_alphanumeric());
        let length = signs
            .get(place..)
            .unwrap_or_default()
            .iter()
            .take(5)
            .take_while(|sign| digit(**sign).is_some() || "十百".contains(**sign))
            .count();
        if length == 0 || inside {
            place = place.saturating_add(1);
            continue;
        }
        let end = place.saturating_add(length);
        let (unit, strong) = match (at(end), at(end.saturating_add(1))) {
            ('号', '楼' | '院' | '门') => (2, true),
            ('单', '元') => (2, true),
            ('栋' | '幢' | '室' | '弄' | '巷', _) => (1, true),
            ('号' | '楼' | '层' | '座' | '段', _) => (1, false),
            _ => (0, false),
        };
        let street = unit > 0 && at_place(view, place);
        if unit > 0 {
            let behind = end.saturating_add(unit);
            let more =
                signs.get(behind..).unwrap_or_default().iter().take(5).take_while(|sign| sign.is_ascii_digit()).count();
            // "3栋502"
            let room = strong && (2..=4).contains(&more) && at(end) != '室';
            if street || room {
                found.push(view.sign_span(place, behind.saturating_add(if room { more } else { 0 })));
            }
            parts.push((place, behind, strong));
        }
        place = end;
    }
    for two in parts.windows(2) {
        let [(start, first_end, one), (second, end, other)] = two else { continue };
        let joined = second.saturating_sub(*first_end) <= 2;
        let rooms = at(first_end.saturating_sub(1)) == '室' && at(end.saturating_sub(1)) != '号';
        if joined && (*one || *other) && !rooms {
            found.push(view.sign_span(*start, *end));
        }
    }
    found.extend(english_addresses(view));
    found
}

/// Whether a street or an estate is named right before.
fn at_place(view: &View, place: usize) -> bool {
    let near: String = before(view, place, 6).trim_end().to_owned();
    let ends = |list: &str| lexicon().list(list).iter().any(|word| near.ends_with(word.as_str()));
    ends("places") && !ends("no_places") && near.chars().count() >= 3
}

/// "12 Oak Street", "Apt 5B".
fn english_addresses(view: &View) -> Vec<(usize, usize)> {
    let letters = view.letters.chars.as_slice();
    let mut words: Vec<(usize, usize, String)> = Vec::new();
    for (place, letter) in letters.iter().enumerate() {
        match words.last_mut() {
            Some(word) if word.1 == place && letter.is_ascii_alphanumeric() => {
                word.1 = place.saturating_add(1);
                word.2.push(*letter);
            }
            _ if letter.is_ascii_alphanumeric() => words.push((place, place.saturating_add(1), letter.to_string())),
            _ => {}
        }
    }
    let numeric =
        |word: &str| !word.is_empty() && word.len() <= 5 && word.chars().all(|letter| letter.is_ascii_digit());
    let streets = lexicon().list("streets");
    let mut found = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let next = |by: usize| words.get(place.saturating_add(by)).map(|word| word.2.as_str()).unwrap_or_default();
        if matches!(word.2.as_str(), "apt" | "apartment" | "flat")
            && next(1).starts_with(|letter: char| letter.is_ascii_digit())
        {
            found.extend(words.get(place.saturating_add(1)).map(|last| view.span(word.0, last.1)));
        }
        if numeric(&word.2) {
            let street = (2..=3).find(|by| streets.iter().any(|street| street == next(*by)));
            let plain = |by: usize| {
                !matches!(
                    next(by),
                    "in" | "on"
                        | "the"
                        | "of"
                        | "from"
                        | "a"
                        | "at"
                        | "days"
                        | "hours"
                        | "stars"
                        | "star"
                        | "and"
                        | "for"
                        | "your"
                )
            };
            if let Some(by) = street.filter(|_| plain(1) && next(1).chars().all(|letter| letter.is_ascii_alphabetic()))
            {
                found.extend(words.get(place.saturating_add(by)).map(|last| view.span(word.0, last.1)));
            }
        }
    }
    found
}
