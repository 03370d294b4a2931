//! What a figure of the page needs, from what the page shows and what the agent has said.

use super::chosen::Chosen;
use crate::page::scores::Score;
use crate::page::scores::pack::Kind;
use crate::page::scores::value::Value;
use crate::score::decimal::Decimal;
use crate::score::error::ScoreError;
use crate::score::exact::Exact;
use crate::score::orders::PerDay;
use crate::score::parse::Counted;
use crate::score::rate::{self, Bad, Percent};
use crate::score::shown::{self, Rounding, Span};
use crate::score::stars::{Mean, Need, Stars};

/// How a figure stands to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// So many five-stars are needed; the most is `None` where the number of ratings has no end.
    Stars(Need, Option<Need>),
    /// So many clean orders are needed.
    Orders(Span),
    /// The target is met; for a rate with so many bad orders to spare, where that can be said.
    Met(Option<u64>),
    /// No number of five-stars, or of clean orders, is enough.
    Impossible,
    /// The number of ratings is missing.
    AskCount,
    /// The target of a rate is missing.
    AskTarget,
    /// The number of orders is missing.
    AskBase,
    /// The digits are the page's own.
    Unreadable,
    /// No plain mean: nothing can be derived.
    NotMean,
    /// A mean, but not of one to five stars.
    NotStars,
    /// Nothing to say.
    Silent,
}

/// A figure, its target, and how it stands to it.
#[derive(Debug, Clone, Copy)]
pub struct Weighed {
    /// The target the state speaks of.
    pub target: Option<Decimal>,
    /// How the figure stands.
    pub state: State,
    /// The number of ratings it was worked out with.
    pub count: Option<Counted>,
    /// Days until enough ratings have come, where they take longer than the window lasts.
    pub too_slow: Option<u64>,
}

/// Weighs a figure.
#[must_use]
pub fn weigh(score: &Score, chosen: &Chosen) -> Weighed {
    let plain = |state| Weighed { target: None, state, count: None, too_slow: None };
    match (&score.value, score.metric.kind) {
        (Value::Unreadable, _) => plain(State::Unreadable),
        (Value::Nothing, _) | (_, Kind::Duration) => plain(State::Silent),
        (_, Kind::Banded | Kind::Rank) => plain(State::NotMean),
        (Value::Stars(shown), _) => stars(score, *shown, chosen),
        (Value::Rate(shown), _) => {
            let target = chosen.target.and_then(|target| Percent::new("target", target).ok());
            let state = match target {
                Some(target) => orders(score, *shown, target, chosen).unwrap_or(State::AskBase),
                None => State::AskTarget,
            };
            Weighed { target: target.map(Percent::decimal), ..plain(state) }
        }
        (Value::Other(..), _) => plain(State::NotStars),
    }
}

/// Without a target of the agent's: the next tenth above what is shown, up to 4.9, for 5 is beyond reach after the first lesser rating.
fn next_tenth(shown: Decimal) -> Option<Decimal> {
    let tenths = Rounding::Truncate.steps(shown.exact(), 1).ok()?.saturating_add(1).min(49);
    Decimal::parse("target", &format!("{}.{}", tenths.checked_div(10)?, tenths.checked_rem(10)?)).ok()
}

fn stars(score: &Score, shown: Decimal, chosen: &Chosen) -> Weighed {
    let target = chosen.target.filter(|target| Mean::new("target", *target).is_ok()).or_else(|| next_tenth(shown));
    let exact_count = score.count.filter(|count| count.sure().is_some());
    let counted = score.histogram.map(|ratings| ratings.iter().fold(0, |sum: u64, one| sum.saturating_add(*one)));
    let counted = counted.map(|number| Counted { min: number, max: Some(number), point: Some(number) });
    let count = counted.or(exact_count).or(chosen.count).or(score.count);
    let state = target.and_then(|target| stars_state(score, shown, count, target, chosen).ok());
    // Numbers that cannot belong together: the count is not this figure's.
    let state = state.unwrap_or(State::AskCount);
    let too_slow = chosen.per_day.and_then(|per_day| slow(state, per_day, score.window?));
    Weighed { target, state, count, too_slow }
}

fn stars_state(
    score: &Score,
    shown: Decimal,
    count: Option<Counted>,
    target: Decimal,
    chosen: &Chosen,
) -> Result<State, ScoreError> {
    let goal = target.exact();
    if let Some(ratings) = score.histogram {
        let need = Stars::of_histogram(ratings)?.need(goal, Exact::FIVE)?;
        return Ok(of_span(Span { best: need, worst: need }));
    }
    let (low, _) = chosen.rounding.bounds(shown.exact(), shown.step())?;
    let Some(count) = count else {
        return Ok(if low >= goal { State::Met(None) } else { State::AskCount });
    };
    match count.max {
        Some(most) => shown::need_between(shown, (count.min, most), chosen.rounding, goal).map(of_span),
        None => {
            let span = shown::need_between(shown, (count.min, count.min.saturating_add(1)), chosen.rounding, goal)?;
            Ok(match of_span(span) {
                State::Stars(Need::Count(0), _) => State::AskCount,
                State::Stars(best, _) => State::Stars(best, None),
                other => other,
            })
        }
    }
}

fn of_span(span: Span) -> State {
    match (span.best, span.worst) {
        (Need::Count(0), Need::Count(0)) => State::Met(None),
        (Need::Impossible, Need::Impossible) => State::Impossible,
        (best, worst) => State::Stars(best, Some(worst)),
    }
}

/// Days until enough ratings have come, if they outlast the window.
fn slow(state: State, per_day: Decimal, window: u32) -> Option<u64> {
    let State::Stars(Need::Count(best), _) = state else {
        return None;
    };
    let per_day = PerDay::new("per_day", per_day).ok().filter(|per_day| per_day.exact() > Exact::ZERO)?;
    let days = Exact::whole(best).over(per_day.exact()).ok()?.ceil();
    u64::try_from(days).ok().filter(|days| *days > u64::from(window))
}

/// `None` where the page says too little.
fn orders(score: &Score, shown: Percent, target: Percent, chosen: &Chosen) -> Option<State> {
    let base = score.base.and_then(Counted::sure).or(chosen.base);
    let bad = score.bad.and_then(Counted::sure).or(chosen.bad);
    // Numbers that do not make up the rate shown are not its own.
    let own = |bad: u64, base: u64| {
        rate::count(base, shown, Rounding::Unknown)
            .is_ok_and(|fits| fits.min <= bad && fits.max.is_none_or(|max| bad <= max))
    };
    let rates = match (bad, base) {
        (Some(bad), Some(base)) if own(bad, base) => Some((Bad::new(bad, base).ok()?, Bad::new(bad, base).ok()?)),
        (Some(_), Some(_)) => None,
        (None, Some(base)) => {
            let fits = rate::count(base, shown, chosen.rounding).ok()?;
            Some((Bad::new(fits.min, base).ok()?, Bad::new(fits.max?, base).ok()?))
        }
        (Some(bad), None) => {
            let fits = rate::base(bad, shown, chosen.rounding).ok()?;
            fits.max.and_then(|max| Some((Bad::new(bad, max).ok()?, Bad::new(bad, fits.min).ok()?)))
        }
        (None, None) => None,
    };
    let Some((best, worst)) = rates else {
        let (_, high) = chosen.rounding.bounds(shown.share(), shown.step()).ok()?;
        return (high <= target.share()).then_some(State::Met(None));
    };
    let span = Span { best: best.clean_orders(target).ok()?, worst: worst.clean_orders(target).ok()? };
    Some(match (span.best, span.worst) {
        (Need::Count(0), Need::Count(0)) => State::Met(worst.budget(target, 0).ok()),
        (Need::Impossible, Need::Impossible) => State::Impossible,
        _ => State::Orders(span),
    })
}
