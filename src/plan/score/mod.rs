//! Figures of a page for the report, and the chip beside each: what it still needs, in the agent's language.

mod chosen;
mod need;
#[cfg(test)]
mod tests;

use serde::Serialize;
use serde_json::Value as Json;

use crate::pack::{Evidence, Platform};
use crate::page::scores::Score;
use crate::page::scores::pack::Kind;
use crate::page::scores::value::{Unit, Value};
use crate::score::parse::Counted;
use crate::score::say::{self, span};
use crate::score::stars::Need;
use crate::score::step::{Scale, Way, step};
use crate::words::{Locale, text};
use chosen::Chosen;
use need::{State, Weighed, weigh};

/// What is drawn beside one figure.
#[derive(Debug, Serialize)]
pub struct Chip {
    key: String,
    anchor: usize,
    text: String,
    /// The number alone, for where the text has no room.
    short: Option<String>,
    label: String,
    metric: &'static str,
    state: &'static str,
    target: Option<String>,
    /// Where its target is kept: platform and metric.
    name: String,
    /// The target a step higher.
    up: Option<String>,
    /// The target a step lower.
    down: Option<String>,
    /// What to tell the boss.
    sentence: Option<String>,
}

/// One figure in the report.
#[derive(Debug, Serialize)]
pub struct ReportScore {
    key: String,
    label: String,
    metric: &'static str,
    kind: Kind,
    value: Option<String>,
    unit: Unit,
    count: Option<Count>,
    base: Option<Count>,
    bad: Option<Count>,
    histogram: Option<[u64; 5]>,
    target: Option<String>,
    state: &'static str,
    need: Option<NeedShown>,
    window: Option<u32>,
    node: usize,
    evidence: &'static Evidence,
}

/// A count as far as the page tells.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Count {
    Exact(u64),
    Between { min: u64, max: Option<u64> },
}

#[derive(Debug, Serialize)]
struct NeedShown {
    kind: &'static str,
    best: Answer,
    worst: Option<Answer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spare: Option<u64>,
}

/// A number, or the word that there is none.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Answer {
    Number(u64),
    Word(&'static str),
}

/// Chips and report of the figures of a page; `settings` are the agent's.
#[must_use]
pub fn scores(all: &[Score], platform: Platform, settings: &Json, locale: Locale) -> (Vec<Chip>, Vec<ReportScore>) {
    let mut keys: Vec<String> = Vec::new();
    let (mut chips, mut reports) = (Vec::new(), Vec::new());
    for score in all {
        let name = format!("{}:score:{}", platform.id(), score.metric.id);
        let before = keys.iter().filter(|key| **key == name).count();
        keys.push(name.clone());
        // The same figure over several windows, or several items of one composite.
        let key = if before == 0 { name } else { format!("{name}#{}", before.saturating_add(1)) };
        let chosen = Chosen::of(settings, platform.id(), score.metric.id);
        let weighed = weigh(score, &chosen);
        if let Some(said) = said(score, &weighed, locale) {
            let value = score.value.text().unwrap_or_default();
            chips.push(Chip {
                key: key.clone(),
                anchor: score.node,
                label: text(locale, "score_chip_label", &[&score.label, &value, &said]),
                text: said,
                short: short(&weighed),
                metric: score.metric.id,
                state: name_of(weighed.state),
                target: weighed.target.map(|target| target.to_string()),
                name: format!("{}.{}", platform.id(), score.metric.id),
                up: stepped(score, &weighed, Way::Up),
                down: stepped(score, &weighed, Way::Down),
                sentence: sentence(score, &weighed, locale),
            });
        }
        reports.push(report(score, key, &weighed, &chosen));
    }
    (chips, reports)
}

fn report(score: &Score, key: String, weighed: &Weighed, chosen: &Chosen) -> ReportScore {
    // What the agent has said stands in for what the page leaves out.
    let said =
        |number: Option<u64>| number.map(|number| Counted { min: number, max: Some(number), point: Some(number) });
    ReportScore {
        key,
        label: score.label.clone(),
        metric: score.metric.id,
        kind: score.metric.kind,
        value: score.value.text(),
        unit: match (&score.value, score.metric.kind) {
            (Value::Other(_, unit), _) => *unit,
            (_, Kind::Mean) => Unit::Star,
            (_, Kind::Rate) => Unit::Percent,
            (_, Kind::Banded) => Unit::Point,
            (_, Kind::Rank) => Unit::Rank,
            (_, Kind::Duration) => Unit::Hour,
        },
        count: counted(weighed.count.or(score.count)),
        base: counted(score.base.or_else(|| said(chosen.base))),
        bad: counted(score.bad.or_else(|| said(chosen.bad))),
        histogram: score.histogram,
        target: weighed.target.map(|target| target.to_string()),
        state: name_of(weighed.state),
        need: need_shown(weighed.state),
        window: score.window,
        node: score.node,
        evidence: &score.metric.evidence,
    }
}

fn need_shown(state: State) -> Option<NeedShown> {
    let (kind, best, worst, spare) = match state {
        State::Stars(best, worst) => ("five_stars", best, worst, None),
        State::Orders(span) => ("clean_orders", span.best, Some(span.worst), None),
        State::Met(spare) => ("met", Need::Count(0), Some(Need::Count(0)), spare),
        State::Impossible => ("impossible", Need::Impossible, Some(Need::Impossible), None),
        _ => return None,
    };
    Some(NeedShown { kind, best: answer(best), worst: worst.map(answer), spare })
}

fn answer(need: Need) -> Answer {
    need.number().map_or(Answer::Word("impossible"), Answer::Number)
}

fn counted(count: Option<Counted>) -> Option<Count> {
    let count = count?;
    Some(count.sure().map_or(Count::Between { min: count.min, max: count.max }, Count::Exact))
}

const fn name_of(state: State) -> &'static str {
    match state {
        State::Stars(..) | State::Orders(_) => "need",
        State::Met(_) => "met",
        State::Impossible => "impossible",
        State::AskCount => "ask_count",
        State::AskTarget => "ask_target",
        State::AskBase => "ask_base",
        State::Unreadable => "unreadable",
        State::NotMean => "not_mean",
        State::NotStars => "not_stars",
        State::Silent => "silent",
    }
}

/// What the chip says; `None` where there is nothing to say.
fn said(score: &Score, weighed: &Weighed, locale: Locale) -> Option<String> {
    let rate = score.metric.kind == Kind::Rate;
    // Every message has the number in $1 and the target in $2, or only the target in $1.
    let (key, number) = match weighed.state {
        State::Stars(best, Some(Need::Count(worst))) => ("score_chip_need", Some(span(best.number()?, worst))),
        State::Stars(best, _) => ("score_chip_need_from", Some(best.number()?.to_string())),
        State::Orders(orders) => match (orders.best.number()?, orders.worst.number()) {
            (best, Some(worst)) => ("score_chip_orders", Some(span(best, worst))),
            (best, None) => ("score_chip_orders_from", Some(best.to_string())),
        },
        State::Met(Some(spare)) => ("score_chip_met_rate", Some(spare.to_string())),
        State::Met(None) if rate => ("score_chip_met_rate_only", None),
        State::Met(None) => ("score_chip_met", None),
        State::Impossible if rate => ("score_chip_impossible_rate", None),
        State::Impossible => ("score_chip_impossible", None),
        State::AskCount => ("score_chip_ask_count", None),
        State::AskTarget => ("score_chip_ask_target", None),
        State::AskBase => ("score_chip_ask_base", None),
        State::Unreadable => ("score_chip_unreadable", None),
        State::NotMean => ("score_chip_not_mean", None),
        State::NotStars => ("score_chip_not_stars", None),
        State::Silent => return None,
    };
    let target = weighed.target.map(|target| target.to_string()).unwrap_or_default();
    let said = match &number {
        Some(number) => text(locale, key, &[number, &target]),
        None => text(locale, key, &[&target]),
    };
    Some(match weighed.too_slow.zip(score.window) {
        Some((days, window)) => text(locale, "score_chip_too_slow", &[&said, &days.to_string(), &window.to_string()]),
        None => said,
    })
}

/// The target a step higher or lower; the first step of a figure without a target starts from what is shown.
fn stepped(score: &Score, weighed: &Weighed, way: Way) -> Option<String> {
    let (from, scale) = match (&score.value, score.metric.kind) {
        (Value::Stars(shown), Kind::Mean) => (weighed.target.unwrap_or(*shown), Scale::Stars),
        (Value::Rate(shown), Kind::Rate) => (weighed.target.unwrap_or(shown.decimal()), Scale::Percent),
        _ => return None,
    };
    step(from, scale, way).map(|target| target.to_string())
}

/// The number alone: `255–750`, `≥255`.
fn short(weighed: &Weighed) -> Option<String> {
    let (best, worst) = match weighed.state {
        State::Stars(best, worst) => (best, worst),
        State::Orders(orders) => (orders.best, Some(orders.worst)),
        _ => return None,
    };
    Some(match (best.number()?, worst.and_then(Need::number)) {
        (best, Some(worst)) => span(best, worst),
        (best, None) => format!("≥{best}"),
    })
}

/// What to tell the boss, where there is an answer.
fn sentence(score: &Score, weighed: &Weighed, locale: Locale) -> Option<String> {
    let rate = score.metric.kind == Kind::Rate;
    let (best, worst) = match weighed.state {
        State::Stars(best, worst) => (best, worst),
        State::Orders(span) => (span.best, Some(span.worst)),
        State::Met(_) => (Need::Count(0), Some(Need::Count(0))),
        State::Impossible => (Need::Impossible, Some(Need::Impossible)),
        _ => return None,
    };
    let shown = score.value.text()?;
    let value = if rate { format!("{shown}%") } else { shown };
    let count = if rate { score.base } else { weighed.count.or(score.count) };
    let said = say::Said { label: &score.label, value: &value, count, target: weighed.target?, best, worst };
    Some(if rate { say::rate(&said, locale) } else { say::stars(&said, locale) })
}
