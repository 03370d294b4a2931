//! The points D1 to D20. Those that need a judge are scored by what a program can see of them.

mod naming;

use super::words::{count, lists};
use super::{Reply, Scorer};
use crate::pack::Script;
use crate::review::goods;
use crate::review::grams::share_run;
use crate::review::input::Fault;
use crate::text::normal;
use naming::{contains, coverage, names_problem};

const FULL: f32 = 1.0;
const HALF: f32 = 0.5;

/// All of them, in their order.
pub fn all(scorer: &Scorer<'_>, reply: &Reply<'_>) -> Vec<(&'static str, f32)> {
    let named = names_problem(scorer, reply);
    // What is said of another matter fits nothing here, however well it is said.
    let here = |point: f32| if named > 0.0 { point } else { 0.0 };
    vec![
        ("D1", named),
        ("D2", coverage(scorer, reply)),
        ("D3", own_words(scorer, reply)),
        ("D4", regret(scorer, reply)),
        ("D5", here(cause(scorer, reply))),
        ("D6", action(reply)),
        ("D7", here(fits(scorer, reply))),
        ("D8", here(if reply.seen.has(&lists().choice) { FULL } else { HALF })),
        ("D9", channel(scorer, reply)),
        ("D10", here(if reply.seen.has(&lists().read) { FULL } else { 0.0 })),
        ("D11", length(scorer, reply)),
        ("D12", if reply.unbound { 0.0 } else { FULL }),
        ("D13", product(scorer, reply)),
        ("D14", if reply.seen.has(&lists().denial) { 0.0 } else { FULL }),
        ("D15", voice(reply)),
        ("D16", difference(reply)),
        ("D17", temperature(scorer, reply)),
        ("D18", if reply.seen.has(&lists().begging) { 0.0 } else { FULL }),
        ("D19", form(scorer, reply)),
        ("D20", rhythm(scorer, reply)),
    ]
}

fn own_words(scorer: &Scorer<'_>, reply: &Reply<'_>) -> f32 {
    // A letter of Chinese says as much as three or four of English.
    let (short, long) = if scorer.matter.script == Script::En { (36, 60) } else { (13, 21) };
    if !share_run(&reply.letters, &scorer.review, short) {
        FULL
    } else if share_run(&reply.letters, &scorer.review, long) {
        0.0
    } else {
        HALF
    }
}

fn regret(scorer: &Scorer<'_>, reply: &Reply<'_>) -> f32 {
    let expected = scorer.matter.fault == Fault::Expectation || scorer.matter.is_praise();
    match count(&reply.flat, &lists().apology) {
        1 => FULL,
        2 => HALF,
        0 if expected => FULL,
        _ => 0.0,
    }
}

fn cause(scorer: &Scorer<'_>, reply: &Reply<'_>) -> f32 {
    if reply.seen.has(&lists().denial) {
        return 0.0;
    }
    if reply.seen.has(&lists().check) || scorer.matter.is_praise() { FULL } else { 0.0 }
}

fn action(reply: &Reply<'_>) -> f32 {
    let parts = [&lists().act, &lists().who, &lists().when];
    match parts.iter().filter(|words| reply.seen.has(words)).count() {
        3 => FULL,
        2 => HALF,
        _ => 0.0,
    }
}

fn fits(scorer: &Scorer<'_>, reply: &Reply<'_>) -> f32 {
    let matter = scorer.matter;
    if matter.unsafe_goods {
        return if reply.seen.has(&lists().stop) { FULL } else { 0.0 };
    }
    let script = matter.script;
    let own = matter.lead().map(|found| &found.topic.lines(script).fix).filter(|fix| !fix.is_empty());
    let fix = own.or_else(|| matter.pack().map(|pack| &pack.lines(script).lines.fix));
    let flat = |text: &&str| normal::normalise(text).chars.into_iter().collect::<String>();
    let wanted: Vec<String> = fix.into_iter().flatten().map(flat).collect();
    let ways = lists().ways.iter().filter(|way| wanted.iter().any(|fix| fix.contains(way.as_str())));
    let mut known = ways.peekable();
    if known.peek().is_none() || known.any(|way| reply.flat.contains(way.as_str())) { FULL } else { 0.0 }
}

fn channel(scorer: &Scorer<'_>, reply: &Reply<'_>) -> f32 {
    let channel = &scorer.matter.rules.channel;
    if [&channel.hans, &channel.hant, &channel.en].into_iter().any(|name| contains(reply, name)) {
        FULL
    } else if reply.seen.has(&lists().vague_channel) {
        HALF
    } else {
        0.0
    }
}

fn length(scorer: &Scorer<'_>, reply: &Reply<'_>) -> f32 {
    let length = reply.text.chars().count();
    // Latin text takes about three letters for one of Chinese.
    let scale = if scorer.matter.script == Script::En { 3 } else { 1 };
    let band = |least: usize, most: usize| (least.saturating_mul(scale)..=most.saturating_mul(scale)).contains(&length);
    if band(60, 160) || scorer.matter.is_praise() && length >= 10 && band(0, 160) {
        FULL
    } else if band(40, 220) {
        HALF
    } else {
        0.0
    }
}

fn product(scorer: &Scorer<'_>, reply: &Reply<'_>) -> f32 {
    let matter = scorer.matter;
    if matter.about() != crate::review::pack::About::Goods
        || matter.item.as_deref().is_some_and(|item| contains(reply, item))
    {
        return FULL;
    }
    let title = matter.input.product.as_deref().is_some_and(|title| goods::names(reply.text, title));
    let other =
        matter.input.product.as_deref().is_some_and(|title| goods::names_another(reply.text, title, &matter.words));
    if other && !title {
        0.0
    } else if title {
        FULL
    } else if reply.seen.has(&lists().generic) {
        HALF
    } else {
        0.0
    }
}

fn voice(reply: &Reply<'_>) -> f32 {
    match count(&reply.flat, &lists().stock) {
        0 | 1 => FULL,
        2 => HALF,
        _ => 0.0,
    }
}

fn difference(reply: &Reply<'_>) -> f32 {
    match reply.nearest {
        near if near < 0.45 => FULL,
        near if near < 0.6 => HALF,
        _ => 0.0,
    }
}

fn temperature(scorer: &Scorer<'_>, reply: &Reply<'_>) -> f32 {
    if !scorer.matter.unsafe_goods {
        return FULL;
    }
    let calm = emoji(reply.text) == 0 && !reply.text.contains(['～', '~']);
    if calm && reply.seen.has(&lists().escalate) { FULL } else { 0.0 }
}

fn form(scorer: &Scorer<'_>, reply: &Reply<'_>) -> f32 {
    let text = reply.text;
    let right = crate::refund::script_of(text).is_none_or(|script| script == scorer.matter.script);
    let slots = ["{{", "}}", "${", "【】", "{}", "XX"];
    let doubled = ["。。", "，，", "，。", "。，", "、、", "..", " ,", "！！", "、，"];
    let tidy = !slots.iter().chain(&doubled).any(|mark| text.contains(mark));
    let dear = text.matches(|letter| lists().dear.contains(letter)).count() <= 1;
    if right && tidy && dear && emoji(text) <= 1 { FULL } else { 0.0 }
}

fn emoji(text: &str) -> usize {
    text.chars().filter(|letter| matches!(u32::from(*letter), 0x1F300..=0x1FAFF | 0x2600..=0x27BF)).count()
}

fn rhythm(scorer: &Scorer<'_>, reply: &Reply<'_>) -> f32 {
    let ends = reply
        .text
        .split(['。', '！', '？', '；', '.', '!', '?', ';'])
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty());
    let lengths: Vec<usize> = ends.map(|sentence| sentence.chars().count()).collect();
    let mean = lengths.iter().sum::<usize>().checked_div(lengths.len()).unwrap_or(0);
    let most: usize = if scorer.matter.script == Script::En { 110 } else { 35 };
    match mean {
        0 => 0.0,
        mean if mean <= most => FULL,
        mean if mean <= most.saturating_add(most / 3) => HALF,
        _ => 0.0,
    }
}
