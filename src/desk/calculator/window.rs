//! The mean of the last days: old ratings leave, new ones come.

use super::entry::Entries;
use super::form::Field;
use super::mean::Ends;
use super::plot::{self, Plot};
use super::{Line, Sheet, chance};
use crate::score::decimal::Decimal;
use crate::score::exact::Exact;
use crate::score::orders::PerDay;
use crate::score::rolling::Rolling;
use crate::score::say::span;
use crate::score::stars::{Mean, Need, Stars};
use crate::words::{Locale, text};

/// Longer windows than ten years are slips of the finger.
const LONGEST: u64 = 3650;

/// How the mean moves, from its best and from its worst.
pub struct Moves {
    /// From as good as may be.
    pub best: Rolling,
    /// From as bad as may be.
    pub worst: Rolling,
    /// Days until the target.
    pub days: (Need, Need),
}

/// Reads the fields and says what they come to; `None` where one is missing.
pub fn answer(
    entries: &mut Entries<'_>,
    sheet: &mut Sheet,
    locale: Locale,
    ends: Ends,
    target: Decimal,
    mixed: Option<Mean>,
    shop: Option<chance::Shop>,
) -> Option<Moves> {
    let window = entries.whole(Field::Window);
    if window.is_some_and(|window| window == 0 || window > LONGEST) {
        entries.problem(Field::Window, "calc_bad_window", &[]);
        return None;
    }
    let typed = entries.per_day(Field::PerDay).and_then(|value| PerDay::new("per_day", value).ok());
    let new_mean = entries.stars(Field::NewMean).and_then(|value| Mean::new("new_mean", value).ok());
    // Orders that get a rating make so many ratings a day.
    let from_shop = || shop.and_then(rated_a_day);
    let (window, per_day) = (window?, typed.or_else(from_shop)?);
    if per_day.exact() <= Exact::ZERO {
        return None;
    }
    let new_mean = new_mean.or(mixed).unwrap_or(Mean::FIVE);
    let rolling = |stars: Stars| {
        Some(Rolling { count: stars.count(), mean: Mean::of(stars)?, window, new_per_day: per_day, new_mean })
    };
    let (best, worst) = (rolling(ends.best)?, rolling(ends.worst?)?);
    let goal = Mean::new("target", target).ok()?;
    let days = (best.days(goal).ok()?, worst.days(goal).ok()?);
    let mut say =
        |id: &'static str, key: &str, args: &[&str]| sheet.window.push(Line { id, text: text(locale, key, args) });
    let (per_day_text, new_text) = (plot::short(&plot::rounded(per_day.exact(), 1)), plot::mean_text(new_mean.exact()));
    let target = target.to_string();
    match days {
        (Need::Count(0), Need::Count(0)) => match worst.days_until_below(goal).ok()? {
            Need::Count(days) if days > 0 && days <= window => {
                say("below", "calc_window_below", &[&per_day_text, &new_text, &days.to_string(), &target])
            }
            _ => say("stays", "calc_window_stays", &[&per_day_text, &new_text, &target]),
        },
        (Need::Count(low), Need::Count(high)) => {
            say("reach", "calc_window_reach", &[&per_day_text, &new_text, &span(low, high), &target])
        }
        _ => say("never", "calc_window_never", &[&per_day_text, &new_text, &target]),
    }
    Some(Moves { best, worst, days })
}

fn rated_a_day(shop: chance::Shop) -> Option<PerDay> {
    let per_day = shop.rated.exact().times(shop.orders?.exact()).ok()?;
    Some(PerDay::of(per_day))
}

/// Says where the target is out of reach in the time there is, or where time alone brings it.
pub fn warn(
    sheet: &mut Sheet,
    locale: Locale,
    shop: Option<chance::Shop>,
    need: (Need, Option<Need>),
    moves: Option<&Moves>,
) {
    let Some(moves) = moves.filter(|_| sheet.state == "need") else { return };
    let mut say =
        |id: &'static str, key: &str, args: &[&str]| sheet.warnings.push(Line { id, text: text(locale, key, args) });
    let window = moves.worst.window;
    let taken = |ratings: u64| {
        shop.and_then(|shop| chance::days_for(&shop, ratings)).or_else(|| {
            Exact::whole(ratings)
                .over(moves.worst.new_per_day.exact())
                .ok()
                .and_then(|days| u64::try_from(days.ceil()).ok())
        })
    };
    let worst = need.1.and_then(Need::number).and_then(taken);
    match (moves.days, worst) {
        ((_, Need::Impossible), _) => say("mend", "calc_warn_mend", &[]),
        ((_, Need::Count(days)), Some(taken)) if days < taken => {
            say("wait", "calc_warn_wait", &[&days.to_string(), &taken.to_string()])
        }
        (_, Some(taken)) if taken > window => {
            say("too_slow", "calc_warn_slow", &[&taken.to_string(), &window.to_string()])
        }
        _ => {}
    }
}

impl Moves {
    /// The picture.
    #[must_use]
    pub fn plot(&self, goal: Exact, locale: Locale) -> Option<Plot> {
        plot::against_days(&self.best, &self.worst, goal, locale)
    }
}
