//! How many orders and days it takes until so many ratings have come: on average, and with a chosen confidence.

use super::Line;
use super::entry::Entries;
use super::form::Field;
use crate::score::confident;
use crate::score::decimal::Decimal;
use crate::score::orders::{PerDay, Share, days, orders};
use crate::score::stars::Need;
use crate::words::{Locale, text};

/// More than this many ratings would make typing stutter, and no shop plans on them by the day.
const MOST: u64 = 20_000;

/// What the agent said of the shop.
#[derive(Debug, Clone, Copy)]
pub struct Shop {
    /// Share of orders that get a rating.
    pub rated: Share,
    /// Orders a day.
    pub orders: Option<PerDay>,
    /// How sure.
    pub sure: Option<Share>,
}

/// Reads the shop's figures; `None` without the share, for which there is no default.
pub fn shop(entries: &mut Entries<'_>) -> Option<Shop> {
    let share = |value: Decimal| Share::new("rate", value.hundredth()).ok();
    let (rated, orders, sure) =
        (entries.percent(Field::Rated), entries.per_day(Field::Orders), entries.percent(Field::Sure));
    if rated.is_some_and(|rated| rated.exact() == crate::score::exact::Exact::ZERO) {
        entries.problem(Field::Rated, "calc_bad_rated", &[]);
        return None;
    }
    if sure.is_some_and(|sure| {
        sure.hundredth().exact() >= crate::score::exact::Exact::ONE || sure.exact() <= crate::score::exact::Exact::ZERO
    }) {
        entries.problem(Field::Sure, "calc_bad_sure", &[]);
    }
    let sure = sure.filter(|_| !entries.problems.contains_key(&Field::Sure));
    Some(Shop {
        rated: share(rated?)?,
        orders: orders.and_then(|orders| PerDay::new("orders", orders).ok()),
        sure: sure.and_then(share),
    })
}

/// Days until `ratings` have come on average.
#[must_use]
pub fn days_for(shop: &Shop, ratings: u64) -> Option<u64> {
    days(ratings, shop.rated, shop.orders?).ok()?.number()
}

/// The lines on `best` to `worst` ratings.
#[must_use]
pub fn lines(shop: &Shop, best: u64, worst: Option<u64>, locale: Locale) -> Vec<Line> {
    let range = |of: &dyn Fn(u64) -> Option<u64>| -> Option<String> {
        let low = of(best)?;
        let high = worst.and_then(of);
        Some(match high {
            Some(high) => crate::score::say::span(low, high),
            None => text(locale, "calc_from", &[&low.to_string()]),
        })
    };
    let mut lines = Vec::new();
    let mut say = |id: &'static str, key: &str, args: &[&str]| lines.push(Line { id, text: text(locale, key, args) });
    let expected = |ratings: u64| orders(ratings, shop.rated).ok().and_then(Need::number);
    if let Some(found) = range(&expected) {
        match range(&|ratings| days_for(shop, ratings)) {
            Some(days) => say("expected", "calc_time_expected_days", &[&found, &days]),
            None => say("expected", "calc_time_expected", &[&found]),
        }
    }
    let Some(sure) = shop.sure else { return lines };
    let percent = sure
        .exact()
        .times(crate::score::exact::Exact::whole(100))
        .map(|it| super::plot::rounded(it, 2))
        .unwrap_or_default();
    let percent = super::plot::short(&percent);
    if best > MOST || worst.is_some_and(|worst| worst > MOST) {
        say("confident", "calc_time_too_many", &[&MOST.to_string()]);
        return lines;
    }
    let confident = |ratings: u64| confident::orders(ratings, shop.rated, sure).ok().and_then(Need::number);
    if let Some(found) = range(&confident) {
        let days = |ratings: u64| -> Option<u64> {
            let all = Share::new("rate", Decimal::whole(1)).ok()?;
            days(confident(ratings)?, all, shop.orders?).ok()?.number()
        };
        match range(&days) {
            Some(days) => say("confident", "calc_time_confident_days", &[&percent, &found, &days]),
            None => say("confident", "calc_time_confident", &[&percent, &found]),
        }
    }
    lines
}
