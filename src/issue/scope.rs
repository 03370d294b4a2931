//! How a hit is meant: asserted, denied, only supposed, quoted from the shop, waved aside or stressed.

use super::scan::{Hit, Token};
use super::tables::flag;
use crate::text::normal::{Normal, part};

/// How a hit is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mood {
    /// "没有破".
    pub denied: bool,
    /// "会不会破", "希望不要破", "破不破".
    pub supposed: bool,
    /// "客服说…".
    pub quoted: bool,
    /// "可以接受".
    pub accepted: bool,
    /// "主要是…".
    pub stressed: bool,
    /// It stands after a "but".
    pub after_but: bool,
}

/// How far before a clause's hit its mood may be set, in tokens.
const LOOK_BACK: usize = 40;
/// How many fillers may stand between a negation and what it denies.
const STEPS: usize = 5;
/// How far behind a hit "可以接受" may stand, in characters.
const ACCEPT_WITHIN: u32 = 9;
/// How far before a hit "主要是" may stand.
const STRESS_WITHIN: u32 = 12;

/// Reads the mood of every hit, in their order; `flags` are those that any token has.
pub fn moods(
    text: &Normal,
    (tokens, flags): (&[Token], u16),
    hits: &[Hit],
    firm: impl Fn(&Hit) -> bool,
    moods: &mut Vec<Mood>,
) {
    moods.clear();
    if hits.is_empty() {
        return;
    }
    let has = |flag: u16| flags & flag != 0;
    let contrasts = |token: &&Token| token.longest && token.flags & flag::CONTRASTS != 0;
    let but = has(flag::CONTRASTS).then(|| tokens.iter().find(contrasts)).flatten().map(|token| token.start);
    for (place, hit) in hits.iter().enumerate() {
        let before = before(tokens, hit);
        let mut mood = Mood { after_but: but.is_some_and(|but| but < hit.start), ..Mood::default() };
        if !firm(hit) {
            mood.denied = has(flag::NEGATES) && (denied(before, hit) || denied_inside(tokens, hit))
                || has(flag::ABSENT) && absent_after(text, tokens, hit)
                || cleared_after(text, hit)
                || denied_with(text, hits, moods, place);
        }
        let supposes = |token: &Token| token.flags & flag::SUPPOSES != 0 && token.longest && token.clause == hit.clause;
        let turned = |token: &Token| before.iter().any(|but| but.start >= token.end && is_but(text, but));
        let reaches =
            |token: &Token| !spaced(text, token.end, hit.start) && !this_time(text, token, hit) && !turned(token);
        let stresses = |token: &Token| {
            token.flags & flag::STRESSES != 0 && token.longest && token.end.saturating_add(STRESS_WITHIN) >= hit.start
        };
        mood.supposed = has(flag::SUPPOSES) && before.iter().any(|token| supposes(token) && reaches(token))
            || asked(text, hit)
            || has(flag::CONTRASTS) && turns_inside(text, tokens, hit);
        mood.quoted = has(flag::SAYS) && quoted(text, before, hit);
        mood.stressed = has(flag::STRESSES) && before.iter().any(stresses);
        mood.accepted = has(flag::ACCEPTS) && accepted(text, tokens, hit);
        moods.push(mood);
    }
}

/// What is told must be this long to be something, in characters.
const TOLD: u32 = 5;

/// "大了点，其实是充一次电…": behind what is stressed the buyer tells something, and nothing in it is understood.
pub fn stresses_unheard(text: &Normal, tokens: &[Token], hits: &[Hit]) -> bool {
    let end = |token: &Token| {
        let ends = (token.end as usize..text.chars.len()).find(|place| parted_at(text, *place as u32) >= part::LIST);
        ends.unwrap_or(text.chars.len()) as u32
    };
    let stresses = |token: &&Token| token.flags & flag::STRESSES != 0 && token.longest;
    let after_something = |token: &&Token| hits.iter().any(|hit| hit.start < token.start);
    tokens.iter().filter(stresses).filter(after_something).any(|token| {
        let end = end(token);
        end.saturating_sub(token.end) >= TOLD && !hits.iter().any(|hit| hit.end > token.end && hit.start < end)
    })
}

/// The tokens that end before a hit begins, nearest last.
fn before<'a>(tokens: &'a [Token], hit: &Hit) -> &'a [Token] {
    let to = (hit.token as usize).min(tokens.len());
    tokens.get(to.saturating_sub(LOOK_BACK)..to).unwrap_or_default()
}

/// Walks back over fillers to a negation: "没有 · 什么 · 明显的 · 色差".
fn denied(before: &[Token], hit: &Hit) -> bool {
    let mut from = hit.start;
    for _ in 0..STEPS {
        let mut next = from;
        for token in before.iter().rev().filter(|token| token.clause == hit.clause) {
            // "没有坏" is a word of its own, and still denies "坏果".
            if !token.longest && (token.flags & flag::NEGATES == 0 || token.reach <= hit.start) {
                continue;
            }
            // "没有" before "有色差" overlaps it.
            if token.flags & flag::NEGATES != 0 && token.start < from && token.end.saturating_add(1) >= from {
                return true;
            }
            if token.end > from || token.end.saturating_add(1) < from {
                continue;
            }
            if token.flags & flag::FILLER != 0 {
                next = next.min(token.start);
            }
        }
        if next == from {
            return false;
        }
        from = next;
    }
    false
}

/// "轮子没有掉": the denial stands in a gap of the pattern, also as the beginning of a longer word ("质量没问题").
fn denied_inside(tokens: &[Token], hit: &Hit) -> bool {
    let inside = |token: &Token| {
        token.start >= hit.gap.0 && token.end <= hit.gap.1 && (token.longest || token.reach > hit.gap.1)
    };
    hit.gap.0 < hit.gap.1
        && tokens
            .iter()
            .skip(hit.token as usize)
            .take_while(|token| token.start < hit.end)
            .any(|token| token.flags & flag::NEGATES != 0 && inside(token))
}

/// "色差倒是没有", at the end of the clause.
fn absent_after(text: &Normal, tokens: &[Token], hit: &Hit) -> bool {
    let from = hit.token as usize;
    tokens.iter().skip(from).take_while(|token| token.start <= hit.end.saturating_add(3)).any(|token| {
        token.flags & flag::ABSENT != 0
            && token.longest
            && token.start >= hit.end
            && token.clause == hit.clause
            && parted_at(text, token.end) >= part::SPACE
    })
}

/// "连线头都修干净了": what even had been seen to is not there. "连线头都没修" and "连污渍都擦不干净" complain.
fn cleared_after(text: &Normal, hit: &Hit) -> bool {
    const EVEN_WITHIN: usize = 4;
    const SEEN_TO_WITHIN: usize = 12;
    let (start, end) = (hit.start as usize, hit.end as usize);
    let from = start.saturating_sub(EVEN_WITHIN);
    let head = text.chars.get(from..start).unwrap_or_default();
    let Some(even) = head.iter().rposition(|letter| *letter == '连') else { return false };
    let together = |place: usize| parted_at(text, place as u32) < part::COMMA;
    if !(from.saturating_add(even).saturating_add(1)..=start).all(together) {
        return false;
    }
    let rest = (end..text.chars.len().min(end.saturating_add(SEEN_TO_WITHIN))).take_while(|place| together(*place));
    let rest: String = rest.filter_map(|place| text.chars.get(place)).collect();
    rest.starts_with(['都', '也'])
        && !rest.contains(['没', '不', '未', '别', '才', '自', '我'])
        && rest.contains(['修', '剪', '擦', '清', '理', '磨', '吹', '去', '洗', '收', '抛', '挑', '熨'])
        && ["干净", "净净", "整齐", "平整", "光滑", "利落", "妥"].iter().any(|done| rest.contains(done))
}

/// "没有破损、污渍和线头": a denial goes on over a list.
fn denied_with(text: &Normal, hits: &[Hit], moods: &[Mood], place: usize) -> bool {
    let Some(last) = place.checked_sub(1) else { return false };
    let (Some(hit), Some(before), Some(mood)) = (hits.get(place), hits.get(last), moods.get(last)) else {
        return false;
    };
    if !mood.denied || hit.start < before.end {
        return mood.denied && hit.start == before.start;
    }
    let between = text.chars.get(before.end as usize..hit.start as usize).unwrap_or_default();
    match between {
        [] => parted_at(text, hit.start) == part::LIST,
        ['和' | '或' | '与' | '跟' | '及'] | ['或', '者'] | [' ', 'o', 'r', ' '] | [' ', 'a', 'n', 'd', ' '] => {
            parted_at(text, hit.start) == part::NONE
        }
        _ => false,
    }
}

/// "掉不掉色": what is asked is not said.
fn asked(text: &Normal, hit: &Hit) -> bool {
    let start = hit.start as usize;
    let at = |place: Option<usize>| place.and_then(|place| text.chars.get(place));
    if matches!(at(Some(start)), Some('不' | '没')) && at(start.checked_sub(1)) == at(start.checked_add(1)) {
        return true; // "能不能换"
    }
    let (Some(two), Some(one)) = (start.checked_sub(2), start.checked_sub(1)) else {
        return false;
    };
    text.chars.get(one).is_some_and(|letter| matches!(letter, '不' | '没'))
        && text.chars.get(two) == text.chars.get(start)
}

/// "客服说…", or "他们说，…".
fn quoted(text: &Normal, before: &[Token], hit: &Hit) -> bool {
    let mut said = false;
    for token in before.iter().rev().filter(|token| token.end <= hit.start) {
        let near = token.clause == hit.clause
            || token.clause.saturating_add(1) == hit.clause && (said || ends_clause(text, token, hit));
        if !near {
            break;
        }
        if token.flags & flag::SAYS != 0 && (token.longest || token.reach > hit.start) {
            said = true;
        } else if said && token.flags & flag::BUYER != 0 {
            return false;
        } else if said && token.flags & flag::SELLER != 0 {
            return true;
        }
    }
    // "说是正常现象" without a speaker is never the buyer's own view.
    said && before.iter().any(|token| {
        token.flags & flag::SAYS != 0 && token.clause == hit.clause && parted_at(text, token.start) >= part::COMMA
    })
}

fn ends_clause(text: &Normal, token: &Token, hit: &Hit) -> bool {
    token.flags & flag::SAYS != 0 && parted_at(text, token.end) == part::COMMA && token.end <= hit.start
}

/// "有点色差可以接受": in the clause of the hit or right at the start of the next.
fn accepted(text: &Normal, tokens: &[Token], hit: &Hit) -> bool {
    tokens
        .iter()
        .skip(hit.token as usize)
        .take_while(|token| {
            token.start <= hit.end.saturating_add(ACCEPT_WITHIN) && token.clause <= hit.clause.saturating_add(1)
        })
        .any(|token| {
            token.flags & flag::ACCEPTS != 0
                && token.longest
                && token.start >= hit.end
                && parted_at(text, hit.end) < part::SENTENCE
        })
}

/// "会不会起球啊 尺码小了": who parts by spaces has gone on to something else. A space right behind the word itself parts nothing.
fn spaced(text: &Normal, from: u32, to: u32) -> bool {
    let between = text.parted.get((from as usize).saturating_add(1)..=to as usize).unwrap_or_default();
    between.contains(&part::SPACE)
}

/// "做工可以 就是上身不好看": behind a space and a "but" something else is spoken of.
fn turns_inside(text: &Normal, tokens: &[Token], hit: &Hit) -> bool {
    let turns = |token: &Token| {
        token.flags & flag::CONTRASTS != 0 && token.longest && parted_at(text, token.start) == part::SPACE
    };
    let inside = |token: &&Token| token.start >= hit.gap.0 && token.end <= hit.gap.1;
    let within = tokens.iter().skip(hit.token as usize).take_while(|token| token.start < hit.gap.1);
    hit.gap.0 < hit.gap.1 && within.filter(inside).any(turns)
}

/// "would have kept it but the lid leaks": what is only supposed ends at a "but". "就是" may mean "simply".
fn is_but(text: &Normal, token: &Token) -> bool {
    let words = text.chars.get(token.start as usize..token.end as usize).unwrap_or_default();
    token.longest && token.flags & flag::CONTRASTS != 0 && words.len() > 1 && words != ['就', '是']
}

/// "上次买的很好这次的一股霉味": what is told of an earlier piece ends where this one is named.
fn this_time(text: &Normal, token: &Token, hit: &Hit) -> bool {
    let words = |from: u32, to: u32| text.chars.get(from as usize..to as usize).unwrap_or_default();
    let earlier =
        matches!(words(token.start, token.end), ['以' | '之', '前', ..] | ['上', '次', ..] | ['原', '来', ..]);
    let this = |pair: &[char]| {
        matches!(pair, ['这' | '今', '次' | '回' | '批' | '个' | '件' | '条' | '双' | '款' | '瓶' | '盒' | '箱' | '袋'])
    };
    earlier && words(token.end, hit.start).windows(2).any(this)
}

/// What parts the character at `place` from the one before.
fn parted_at(text: &Normal, place: u32) -> u8 {
    text.parted.get(place as usize).copied().unwrap_or(text.tail)
}
