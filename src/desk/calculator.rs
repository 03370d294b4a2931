//! The target calculator: what is typed in, what comes out. Every figure is exact; what cannot be worked out is said at its field.

use crate::score::decimal::Decimal;
use crate::score::error::ScoreError;
use crate::score::exact::Exact;
use crate::score::ones;
use crate::score::orders::{self, PerDay, Share};
use crate::score::parse;
use crate::score::rolling::Rolling;
use crate::score::shown::{self, Rounding, Span};
use crate::score::stars::{Mean, Need, Stars};
use crate::score::{confident, rate};
use crate::words::{Locale, text};

/// The fields as typed; an empty one is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inputs {
    /// The score as shown, with its places.
    pub score: String,
    /// Number of ratings, also as pages write it (`1.2万`).
    pub count: String,
    /// Where the score should be.
    pub target: String,
    /// How the platform rounds what it shows.
    pub rounding: Rounding,
    /// What if so many more one-stars come?
    pub ones: String,
    /// Mean of the new ratings; five where nothing is said.
    pub new_mean: String,
    /// Share of orders that get a rating somebody wrote, in per cent.
    pub rate: String,
    /// Orders a day.
    pub orders_per_day: String,
    /// Wanted confidence in per cent; 90 where nothing is said.
    pub confidence: String,
    /// Days the score covers.
    pub window: String,
}

/// A field of [`Inputs`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The score.
    Score,
    /// The number of ratings.
    Count,
    /// The target.
    Target,
    /// The further one-stars.
    Ones,
    /// The mean of the new ratings.
    NewMean,
    /// The rating rate.
    Rate,
    /// Orders a day.
    OrdersPerDay,
    /// The confidence.
    Confidence,
    /// The window.
    Window,
}

/// What comes out; `None` where a field that is needed is empty or wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Ratings needed.
    pub need: Option<Span>,
    /// One-stars that the score still bears, in the worst case.
    pub headroom: Option<u64>,
    /// Orders until they may be expected (even odds), for the worst case of `need`.
    pub orders: Option<Need>,
    /// Orders until they are there with the wanted confidence.
    pub sure_orders: Option<Need>,
    /// Days at even odds.
    pub days: Option<Need>,
    /// Days until the mean of the window is there, old ratings leaving evenly.
    pub rolling: Option<Need>,
    /// The sentence to tell the boss.
    pub sentence: Option<String>,
    /// What is wrong, and at which field.
    pub problems: Vec<(Field, String)>,
    /// Score against further ratings, from none to somewhat more than needed.
    pub reviews: Vec<Point>,
    /// Score against days in the rolling window.
    pub window: Vec<Point>,
}

/// A point of a plot: whole units to the right, ten-thousandths of a star upwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Ratings or days.
    pub at: u64,
    /// Score times 10,000, rounded half up.
    pub score: i64,
}

const POINTS: u64 = 60;

/// Works everything out that the fields allow.
#[must_use]
pub fn work_out(inputs: &Inputs, locale: Locale) -> Sheet {
    let mut sheet = Sheet::default();
    let mut read = Read { problems: &mut sheet.problems, locale };
    let score = read.mean(Field::Score, &inputs.score);
    let count = read.count(&inputs.count);
    let target = read.mean(Field::Target, &inputs.target);
    let more_ones = read.whole(Field::Ones, &inputs.ones);
    let new_mean = read.mean(Field::NewMean, &inputs.new_mean);
    let share = read.percent(Field::Rate, &inputs.rate);
    let orders_per_day = read.per_day(&inputs.orders_per_day);
    let confidence = read.percent(Field::Confidence, &inputs.confidence);
    let window = read.whole(Field::Window, &inputs.window).filter(|days| *days > 0);
    let (Some((shown, _)), Some(counts), Some((target_shown, target))) = (score, count, target) else {
        return sheet;
    };
    let gain = new_mean.map_or(Mean::FIVE, |(_, mean)| mean);
    let ratings = shown::extremes(shown, counts, inputs.rounding).and_then(|(best, worst)| {
        let ones = more_ones.unwrap_or(0);
        Ok((best.with(Exact::ONE, ones)?, worst.with(Exact::ONE, ones)?))
    });
    let (best, worst) = match ratings {
        Ok(ratings) => ratings,
        Err(error) => {
            read.problem(Field::Count, &error);
            return sheet;
        }
    };
    let need = |stars: Stars| stars.need(target.exact(), gain.exact());
    let (Ok(fewest), Ok(most)) = (need(best), need(worst)) else {
        return sheet;
    };
    let span = Span { best: fewest, worst: most };
    sheet.need = Some(span);
    sheet.headroom = ones::headroom(worst, target.exact()).ok().flatten();
    if let (Some(share), Some(number)) = (share, most.number()) {
        sheet.orders = orders::orders(number, share).ok();
        sheet.sure_orders = confidence
            .or_else(|| Decimal::parse("confidence", "0.9").and_then(|value| Share::new("confidence", value)).ok())
            .and_then(|confidence| confident::orders(number, share, confidence).ok());
        sheet.days = orders_per_day.and_then(|a_day| orders::days(number, share, a_day).ok());
        let rolling = orders_per_day.zip(window).and_then(|(a_day, window)| {
            let new_per_day = PerDay::of(share.exact().times(a_day.exact()).ok()?);
            let mean = Mean::of(worst)?;
            Some(Rolling { count: worst.count(), mean, window, new_per_day, new_mean: gain })
        });
        if let Some(rolling) = rolling {
            sheet.rolling = rolling.days(target).ok();
            sheet.window = points(rolling.window, |day| rolling.mean_after(day).ok().flatten());
        }
    }
    let end = most.number().or_else(|| fewest.number()).map_or(POINTS, |most| most.saturating_add(most / 5).max(10));
    sheet.reviews = points(end, |more| {
        let stars = worst.with(gain.exact(), more).ok()?;
        Mean::of(stars).map(Mean::exact)
    });
    sheet.sentence = Some(sentence(&sheet, inputs, target_shown, span, locale));
    sheet
}

/// The plot of ratings as a table for spreadsheets: `at,score`, a line each.
#[must_use]
pub fn csv(points: &[Point]) -> String {
    let mut table = String::from("at,score\r\n");
    for point in points {
        let whole = point.score.checked_div(10_000).unwrap_or_default();
        let rest = point.score.checked_rem(10_000).unwrap_or_default();
        table.push_str(&format!("{},{whole}.{rest:04}\r\n", point.at));
    }
    table
}

fn sentence(sheet: &Sheet, inputs: &Inputs, target: Decimal, span: Span, locale: Locale) -> String {
    let target = target.to_string();
    let (score, count) = (inputs.score.trim(), inputs.count.trim());
    let mut said = match (span.best, span.worst) {
        (Need::Count(0), Need::Count(0)) => text(locale, "calc_boss_met", &[score, count, &target]),
        (Need::Count(best), Need::Count(worst)) if best == worst => {
            text(locale, "calc_boss_need", &[score, count, &best.to_string(), &target])
        }
        (Need::Count(best), Need::Count(worst)) => {
            text(locale, "calc_boss_need", &[score, count, &format!("{best}–{worst}"), &target])
        }
        (Need::Count(best), Need::Impossible) => {
            text(locale, "calc_boss_need_from", &[score, count, &best.to_string(), &target])
        }
        (Need::Impossible, _) => text(locale, "calc_boss_impossible", &[score, count, &target]),
    };
    if let (Some(Need::Count(days)), true) = (sheet.days, span.worst != Need::Count(0)) {
        let apart = if locale == Locale::En { " " } else { "" };
        said.push_str(apart);
        said.push_str(&text(locale, "calc_boss_days", &[&days.to_string()]));
        let window: Option<u64> = inputs.window.trim().parse().ok();
        if let Some(window) = window.filter(|window| days > *window) {
            // Ratings that come now will have left before the last needed one has come.
            said.push_str(apart);
            said.push_str(&text(locale, "calc_boss_too_slow", &[&window.to_string()]));
        }
    }
    said
}

/// Up to [`POINTS`] points from 0 to `end`, both included.
fn points(end: u64, score: impl Fn(u64) -> Option<Exact>) -> Vec<Point> {
    let steps = POINTS.min(end.max(1));
    let at = |step: u64| {
        u64::try_from(u128::from(end).saturating_mul(step.into()).checked_div(steps.into()).unwrap_or(0)).unwrap_or(end)
    };
    (0..=steps)
        .filter_map(|step| {
            let at = at(step);
            let score = Rounding::HalfUp.steps(score(at)?, 4).ok()?;
            Some(Point { at, score: i64::try_from(score).ok()? })
        })
        .collect()
}

/// Reads the fields, noting what is wrong with them.
struct Read<'s> {
    problems: &'s mut Vec<(Field, String)>,
    locale: Locale,
}

impl Read<'_> {
    fn problem(&mut self, field: Field, error: &ScoreError) {
        let key = match (error, field) {
            (ScoreError::OwnFont { .. }, _) => "calc_wrong_font",
            (ScoreError::TooLarge { .. }, _) => "calc_wrong_size",
            (_, Field::Score | Field::Target | Field::NewMean) => "calc_wrong_stars",
            (ScoreError::OutOfRange { field: "shown", .. }, _) => "calc_wrong_together",
            (_, Field::Count | Field::Ones | Field::Window) => "calc_wrong_count",
            (_, Field::Rate | Field::Confidence) => "calc_wrong_share",
            (_, Field::OrdersPerDay) => "calc_wrong_number",
        };
        self.problems.push((field, text(self.locale, key, &[])));
    }

    fn take<T>(&mut self, field: Field, typed: &str, read: impl Fn(&str) -> Result<T, ScoreError>) -> Option<T> {
        if typed.trim().is_empty() {
            return None;
        }
        read(typed).map_err(|error| self.problem(field, &error)).ok()
    }

    fn mean(&mut self, field: Field, typed: &str) -> Option<(Decimal, Mean)> {
        self.take(field, typed, |typed| {
            let value = parse::score(typed)?.ok_or_else(|| ScoreError::unread("score", typed, "1 to 5"))?;
            Ok((value, Mean::new("score", value)?))
        })
    }

    fn count(&mut self, typed: &str) -> Option<(u64, u64)> {
        self.take(Field::Count, typed, |typed| {
            let count = parse::count(typed, Rounding::Unknown)?;
            let ends = count.and_then(|count| Some((count.min, count.max?)));
            ends.ok_or_else(|| ScoreError::unread("count", typed, "a count"))
        })
    }

    fn whole(&mut self, field: Field, typed: &str) -> Option<u64> {
        self.take(field, typed, |typed| {
            let count = parse::count(typed, Rounding::HalfUp)?.and_then(parse::Counted::sure);
            count.ok_or_else(|| ScoreError::unread("count", typed, "a whole number"))
        })
    }

    fn percent(&mut self, field: Field, typed: &str) -> Option<Share> {
        self.take(field, typed, |typed| {
            let value = Decimal::parse("percent", typed.trim().trim_end_matches(['%', '％']))?;
            Share::new("percent", rate::Percent::new("percent", value)?.decimal().hundredth())
        })
    }

    fn per_day(&mut self, typed: &str) -> Option<PerDay> {
        self.take(Field::OrdersPerDay, typed, |typed| PerDay::new("orders", Decimal::parse("orders", typed)?))
    }
}

#[cfg(test)]
mod tests;
