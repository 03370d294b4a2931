//! The two pictures: score against new five-stars, score against days. Whole numbers all the way, and a table that says the same.

use super::mean::Ends;
use crate::score::exact::Exact;
use crate::score::rolling::Rolling;
use crate::score::shown::Rounding;
use crate::score::stars::{Mean, Need, Stars};
use crate::words::{Locale, text};

/// The picture's size.
pub const WIDE: i64 = 328;
/// Its height.
pub const HIGH: i64 = 168;
const LEFT: i64 = 34;
const RIGHT: i64 = 8;
const TOP: i64 = 10;
const BOTTOM: i64 = 24;
const STEPS: u64 = 48;
const ROWS: u64 = 8;

/// A line of the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    /// `best` or `worst`.
    pub id: &'static str,
    /// Points in pixels.
    pub points: Vec<(i64, i64)>,
}

/// A number on an axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// Pixels along the axis.
    pub at: i64,
    /// What it says.
    pub text: String,
}

/// One picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plot {
    /// `ratings` or `days`.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What it shows, in a sentence.
    pub desc: String,
    /// What stands below.
    pub axis: String,
    /// The lines.
    pub curves: Vec<Curve>,
    /// The target's height in pixels, and its text.
    pub target: Tick,
    /// Numbers below.
    pub below: Vec<Tick>,
    /// Numbers at the side.
    pub side: Vec<Tick>,
    /// The same as a table: heads, then rows.
    pub heads: Vec<String>,
    /// Rows of the table.
    pub rows: Vec<Vec<String>>,
}

/// What was needed.
#[derive(Debug, Clone, Copy)]
pub struct Reach {
    /// At best.
    pub best: Need,
    /// At worst.
    pub worst: Option<Need>,
}

/// A value with so many places, half up.
#[must_use]
pub fn rounded(value: Exact, places: u32) -> String {
    let Ok(steps) = Rounding::HalfUp.steps(value, places) else { return String::new() };
    let scale = 10_i128.saturating_pow(places);
    let (whole, rest) = (steps.checked_div(scale).unwrap_or_default(), steps.checked_rem(scale).unwrap_or_default());
    if places == 0 {
        return whole.to_string();
    }
    format!("{whole}.{rest:0width$}", width = usize::try_from(places).unwrap_or_default())
}

/// Without zeros at the end.
#[must_use]
pub fn short(number: &str) -> String {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.').to_owned() } else { number.to_owned() }
}

/// A mean with two places, without zeros at the end beyond the first.
#[must_use]
pub fn mean_text(mean: Exact) -> String {
    let two = rounded(mean, 2);
    two.strip_suffix('0').unwrap_or(&two).to_owned()
}

/// Score against the number of new five-stars.
#[must_use]
pub fn against_ratings(ends: Ends, goal: Exact, reach: Reach, locale: Locale) -> Option<Plot> {
    let last = reach.worst.and_then(Need::number).or(reach.best.number())?.max(reach.best.number()?);
    // A little beyond the target; where it is met already, as many again as there are.
    let most = if last == 0 { ends.best.count().max(10) } else { last.saturating_add(last.div_ceil(4)) };
    let after = |stars: Stars, new: u64| Mean::of(stars.with(Exact::FIVE, new).ok()?).map(Mean::exact);
    let mut curves: Vec<(&'static str, Reader)> = vec![("best", Box::new(move |new| after(ends.best, new)))];
    if let Some(worst) = ends.worst.filter(|worst| *worst != ends.best) {
        curves.push(("worst", Box::new(move |new| after(worst, new))));
    }
    let mut marks: Vec<u64> = [reach.best.number(), reach.worst.and_then(Need::number)].into_iter().flatten().collect();
    marks.dedup();
    let words = Words {
        id: "ratings",
        title: "calc_plot_ratings",
        axis: "calc_plot_axis_ratings",
        desc: "calc_plot_ratings_desc",
    };
    draw(&words, &curves, goal, most, &marks, locale)
}

/// Score against days.
#[must_use]
pub fn against_days(best: &Rolling, worst: &Rolling, goal: Exact, locale: Locale) -> Option<Plot> {
    let after = |rolling: Rolling| move |day: u64| rolling.mean_after(day).ok().flatten();
    let mut curves: Vec<(&'static str, Reader)> = vec![("best", Box::new(after(*best)))];
    if best.mean != worst.mean || best.count != worst.count {
        curves.push(("worst", Box::new(after(*worst))));
    }
    let words = Words { id: "days", title: "calc_plot_days", axis: "calc_plot_axis_days", desc: "calc_plot_days_desc" };
    draw(&words, &curves, goal, best.window, &[], locale)
}

struct Words {
    id: &'static str,
    title: &'static str,
    axis: &'static str,
    desc: &'static str,
}

/// Thousandths of a star.
fn thousandths(value: Exact) -> i64 {
    Rounding::HalfUp.steps(value, 3).ok().and_then(|steps| i64::try_from(steps).ok()).unwrap_or_default()
}

fn share(part: i64, whole: i64, length: i64) -> i64 {
    part.saturating_mul(length).checked_div(whole.max(1)).unwrap_or_default()
}

type Reader = Box<dyn Fn(u64) -> Option<Exact>>;

fn draw(
    words: &Words,
    curves: &[(&'static str, Reader)],
    goal: Exact,
    most: u64,
    marks: &[u64],
    locale: Locale,
) -> Option<Plot> {
    let place = |step: u64| {
        u64::try_from(
            u128::from(most).saturating_mul(u128::from(step)).checked_div(u128::from(STEPS)).unwrap_or_default(),
        )
        .unwrap_or(most)
    };
    let mut found: Vec<(&'static str, Vec<(u64, i64)>)> = Vec::new();
    for (id, after) in curves {
        let points: Vec<(u64, i64)> =
            (0..=STEPS).map(place).filter_map(|x| after(x).map(|mean| (x, thousandths(mean)))).collect();
        found.push((id, points));
    }
    let target = thousandths(goal);
    let heights = || found.iter().flat_map(|(_, points)| points.iter().map(|(_, y)| *y)).chain([target]);
    let (least, highest) = (heights().min()?, heights().max()?);
    // Some air on both sides, in tenths of a star.
    let margin = highest.saturating_sub(least).max(20).div_euclid(8).max(5);
    let (least, highest) = (least.saturating_sub(margin).max(1000), highest.saturating_add(margin).min(5000));
    let across = WIDE.saturating_sub(LEFT).saturating_sub(RIGHT);
    let down = HIGH.saturating_sub(TOP).saturating_sub(BOTTOM);
    let x_of = |x: u64| {
        LEFT.saturating_add(share(
            i64::try_from(x.min(1 << 40)).unwrap_or_default(),
            i64::try_from(most.min(1 << 40)).unwrap_or(1),
            across,
        ))
    };
    let y_of = |y: i64| {
        TOP.saturating_add(down).saturating_sub(share(y.saturating_sub(least), highest.saturating_sub(least), down))
    };
    let lines = found
        .iter()
        .map(|(id, points)| Curve { id, points: points.iter().map(|(x, y)| (x_of(*x), y_of(*y))).collect() })
        .collect();
    let below = [0, most.div_ceil(2), most].map(|x| Tick { at: x_of(x), text: x.to_string() });
    let side = ticks(least, highest).into_iter().map(|y| Tick { at: y_of(y), text: star_text(y) }).collect();
    let mut rows_at: Vec<u64> = (0..=ROWS)
        .map(|row| place(row.saturating_mul(STEPS.checked_div(ROWS).unwrap_or(1))))
        .chain(marks.iter().copied())
        .collect();
    rows_at.sort_unstable();
    rows_at.dedup();
    let head = |id: &str| text(locale, &format!("calc_plot_{id}"), &[]);
    let single = curves.len() == 1;
    let heads = std::iter::once(text(locale, words.axis, &[]))
        .chain(curves.iter().map(|(id, _)| if single { head("only") } else { head(id) }))
        .collect();
    let cell = |mean: Option<Exact>| mean.map(|mean| rounded(mean, 3)).unwrap_or_default();
    let rows = rows_at
        .into_iter()
        .map(|x| std::iter::once(x.to_string()).chain(curves.iter().map(|(_, after)| cell(after(x)))).collect())
        .collect();
    let first_last = |last: bool| -> String {
        let at = |points: &Vec<(u64, i64)>| if last { points.last() } else { points.first() }.map(|(_, y)| *y);
        let mut all: Vec<i64> = found.iter().filter_map(|(_, points)| at(points)).collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().map(star_text).collect::<Vec<_>>().join("–")
    };
    let desc = text(
        locale,
        words.desc,
        &[&first_last(false), &most.to_string(), &first_last(true), &short(&rounded(goal, 3))],
    );
    Some(Plot {
        id: words.id,
        title: text(locale, words.title, &[]),
        desc,
        axis: text(locale, words.axis, &[]),
        curves: lines,
        target: Tick { at: y_of(target), text: short(&rounded(goal, 3)) },
        below: below.into(),
        side,
        heads,
        rows,
    })
}

/// Three to five round heights between two.
fn ticks(least: i64, highest: i64) -> Vec<i64> {
    let wide = highest.saturating_sub(least);
    let step = [5, 10, 20, 50, 100, 200, 500, 1000]
        .into_iter()
        .find(|step| wide.checked_div(*step).unwrap_or_default() <= 4)
        .unwrap_or(2000);
    let first = least.saturating_add(step).saturating_sub(1).div_euclid(step).saturating_mul(step);
    let mut all = Vec::new();
    let mut at = first;
    while at <= highest {
        all.push(at);
        at = at.saturating_add(step);
    }
    all
}

/// Thousandths of a star as a text with as many places as it takes, one at least.
fn star_text(thousandths: i64) -> String {
    let text = format!("{}.{:03}", thousandths.div_euclid(1000), thousandths.rem_euclid(1000));
    let short = text.trim_end_matches('0');
    if short.ends_with('.') { format!("{short}0") } else { short.to_owned() }
}
