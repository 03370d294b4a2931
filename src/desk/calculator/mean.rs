//! Answers for a mean of stars: what it takes, what if, with which mix.

use super::entry::Entries;
use super::form::{Field, Form};
use super::plot::{self, Reach};
use super::{Line, Sheet, chance, window};
use crate::score::decimal::Decimal;
use crate::score::error::ScoreError;
use crate::score::exact::Exact;
use crate::score::ones;
use crate::score::parse::Counted;
use crate::score::say::{self, Said, span};
use crate::score::shown;
use crate::score::stars::{Mean, Need, Stars, mix};
use crate::words::{Locale, text};

/// The ratings so far, as good and as bad as what is shown allows; the worst is `None` where their number has no end.
#[derive(Debug, Clone, Copy)]
pub struct Ends {
    /// As good as may be.
    pub best: Stars,
    /// As bad as may be.
    pub worst: Option<Stars>,
}

impl Ends {
    /// Both, changed in the same way.
    fn map(self, change: impl Fn(Stars) -> Result<Stars, ScoreError>) -> Result<Self, ScoreError> {
        Ok(Self { best: change(self.best)?, worst: self.worst.map(change).transpose()? })
    }

    fn need(self, target: Exact, gain: Exact) -> Result<(Need, Option<Need>), ScoreError> {
        Ok((self.best.need(target, gain)?, self.worst.map(|stars| stars.need(target, gain)).transpose()?))
    }
}

/// `255–750`, `至少 255`, or that it cannot be.
#[must_use]
pub fn need_text((best, worst): (Need, Option<Need>), locale: Locale) -> Option<String> {
    match (best.number()?, worst) {
        (best, Some(Need::Count(worst))) => Some(span(best, worst)),
        (best, _) => Some(text(locale, "calc_from", &[&best.to_string()])),
    }
}

/// Fills the sheet.
pub fn answer(form: &Form, entries: &mut Entries<'_>, sheet: &mut Sheet, locale: Locale) {
    let (score, count, target) =
        (entries.stars(Field::Score), entries.counted(Field::Count), entries.stars(Field::Target));
    let ratings = histogram(entries);
    let shop = chance::shop(entries);
    let new_mean = mixed(entries, form);
    let Some(ends) = ends(form, entries, score, count, ratings) else {
        missing(form, entries, sheet, locale);
        return;
    };
    let Some(target) = target else {
        if !entries.problems.contains_key(&Field::Target) {
            entries.problem(Field::Target, "calc_ask_target", &[]);
        }
        sheet.answer = text(locale, "calc_wait", &[]);
        return;
    };
    let worked = work(form, entries, sheet, locale, Asked { ends, score, count, target, ratings, new_mean, shop });
    if worked.is_err() {
        sheet.answer = text(locale, "calc_bad_large", &[]);
    }
}

struct Asked {
    ends: Ends,
    score: Option<Decimal>,
    count: Option<Counted>,
    target: Decimal,
    ratings: Option<[u64; 5]>,
    new_mean: Option<Mean>,
    shop: Option<chance::Shop>,
}

fn work(
    form: &Form,
    entries: &mut Entries<'_>,
    sheet: &mut Sheet,
    locale: Locale,
    asked: Asked,
) -> Result<(), ScoreError> {
    let Asked { ends, target, .. } = asked;
    let goal = target.exact();
    let (best, worst) = ends.need(goal, Exact::FIVE)?;
    let shown = target.to_string();
    (sheet.state, sheet.answer) = match (best, worst) {
        (Need::Count(0), Some(Need::Count(0))) => ("met", text(locale, "calc_met", &[&shown])),
        (Need::Impossible, _) => ("impossible", text(locale, "calc_impossible", &[&shown])),
        _ => ("need", text(locale, "calc_need", &[&shown])),
    };
    if sheet.state == "need" {
        sheet.figure = need_text((best, worst), locale).unwrap_or_default();
        if worst == Some(Need::Impossible) {
            sheet.warnings.push(Line { id: "perhaps_never", text: text(locale, "calc_perhaps_never", &[&shown]) });
        }
    }
    let count = asked.count.filter(|_| asked.ratings.is_none()).or_else(|| exact(ends.best.count()));
    let value = asked.score.map_or_else(|| mean_text(ends.best), |score| score.to_string());
    let worst_said = worst.filter(|worst| worst.number().is_some() || best == Need::Impossible);
    sheet.sentence =
        say::stars(&Said { label: &form.label, value: &value, count, target, best, worst: worst_said }, locale);
    what_if(entries, sheet, locale, &asked)?;
    if let Some(mean) = asked.new_mean {
        let key = match need_text(ends.need(goal, mean.exact())?, locale) {
            Some(need) => text(locale, "calc_mix_need", &[&plot::mean_text(mean.exact()), &need, &shown]),
            None => text(locale, "calc_mix_never", &[&plot::mean_text(mean.exact()), &shown]),
        };
        sheet.mix.push(Line { id: "mix", text: key });
    }
    if let (Some(shop), Some(low)) = (asked.shop, best.number()) {
        sheet.time = chance::lines(&shop, low, worst.and_then(Need::number), locale);
    }
    let moves = window::answer(entries, sheet, locale, ends, target, asked.new_mean, asked.shop);
    window::warn(sheet, locale, asked.shop, (best, worst), moves.as_ref());
    sheet.plots.extend(plot::against_ratings(ends, goal, Reach { best, worst }, locale));
    sheet.plots.extend(moves.and_then(|moves| moves.plot(goal, locale)));
    Ok(())
}

fn exact(number: u64) -> Option<Counted> {
    Some(Counted { min: number, max: Some(number), point: Some(number) })
}

fn mean_text(stars: Stars) -> String {
    Mean::of(stars).map(|mean| plot::mean_text(mean.exact())).unwrap_or_default()
}

/// What is missing for an answer; never a number in its place.
fn missing(form: &Form, entries: &mut Entries<'_>, sheet: &mut Sheet, locale: Locale) {
    if form.state == "unreadable" && form.get(Field::Score).trim().is_empty() {
        entries.problem(Field::Score, "calc_bad_font", &[]);
    } else if form.get(Field::Score).trim().is_empty() && form.label.is_empty() {
        sheet.answer = text(locale, "calc_start", &[]);
        return;
    } else if form.get(Field::Score).trim().is_empty() {
        entries.problem(Field::Score, "calc_ask_score", &[]);
    }
    if form.get(Field::Count).trim().is_empty() {
        entries.problem(Field::Count, "calc_ask_count", &[]);
    }
    sheet.answer = text(locale, "calc_wait", &[]);
}

fn ends(
    form: &Form,
    entries: &mut Entries<'_>,
    score: Option<Decimal>,
    count: Option<Counted>,
    ratings: Option<[u64; 5]>,
) -> Option<Ends> {
    if let Some(ratings) = ratings {
        let stars = Stars::of_histogram(ratings).ok()?;
        return Some(Ends { best: stars, worst: Some(stars) });
    }
    let count = count?;
    if count.sure() == Some(0) {
        return Some(Ends { best: Stars::none(), worst: Some(Stars::none()) });
    }
    let score = score?;
    let found = match count.max {
        Some(most) => shown::extremes(score, (count.min, most), form.rounding)
            .map(|(best, worst)| Ends { best, worst: Some(worst) }),
        None => shown::extremes(score, (count.min, count.min.saturating_add(1)), form.rounding)
            .map(|(best, _)| Ends { best, worst: None }),
    };
    match found {
        Ok(ends) => Some(ends),
        Err(ScoreError::TooLarge { .. }) => {
            entries.problem(Field::Count, "calc_bad_large", &[]);
            None
        }
        Err(_) => {
            entries.problem(Field::Count, "calc_bad_together", &[&count.min.to_string(), &score.to_string()]);
            None
        }
    }
}

/// The stars so far one by one, where any are given; they go before score and count.
fn histogram(entries: &mut Entries<'_>) -> Option<[u64; 5]> {
    let all = [1, 2, 3, 4, 5].map(|stars| entries.whole(Field::Stars(stars)));
    if all.iter().all(Option::is_none) || (1..=5).any(|stars| entries.problems.contains_key(&Field::Stars(stars))) {
        return None;
    }
    let all = all.map(Option::unwrap_or_default);
    (all.iter().any(|number| *number > 0)).then_some(all)
}

/// The mean of new ratings from their mix in per cent; five stars where none is given.
fn mixed(entries: &mut Entries<'_>, form: &Form) -> Option<Mean> {
    let fields = [1, 2, 3, 4, 5].map(Field::Mix);
    let shares = fields.map(|field| entries.percent(field));
    if fields.iter().all(|field| form.get(*field).trim().is_empty())
        || fields.iter().any(|field| entries.problems.contains_key(field))
    {
        return None;
    }
    let found = mix(shares.map(|share| share.map_or(Decimal::whole(0), Decimal::hundredth)));
    if found.is_err() {
        let total = shares.iter().flatten().try_fold(Exact::ZERO, |sum, share| sum.plus(share.exact()));
        let total = total.map(|total| plot::short(&plot::rounded(total, 2))).unwrap_or_default();
        entries.problem(Field::Mix(5), "calc_bad_mix", &[&total]);
    }
    found.ok()
}

fn what_if(entries: &mut Entries<'_>, sheet: &mut Sheet, locale: Locale, asked: &Asked) -> Result<(), ScoreError> {
    let goal = asked.target.exact();
    let shown = asked.target.to_string();
    let [added, removed, revised] = [Field::Added, Field::Removed, Field::Revised].map(|field| entries.whole(field));
    let mut say =
        |id: &'static str, key: &str, args: &[&str]| sheet.ifs.push(Line { id, text: text(locale, key, args) });
    let ones_known = asked.ratings.map(|[ones, ..]| ones);
    if [added, removed, revised].iter().flatten().any(|number| *number > 0) {
        let gone = removed.unwrap_or_default();
        let turned = revised.unwrap_or_default();
        let changed = asked.ends.map(|stars| {
            let left = ones::without(stars, gone.saturating_add(turned), ones_known)?;
            left.with(Exact::FIVE, turned)?.with(Exact::ONE, added.unwrap_or_default())
        });
        match changed {
            Ok(ends) => {
                let mean = mean_span(ends);
                match need_text(ends.need(goal, Exact::FIVE)?, locale) {
                    Some(need) => say("if", "calc_if_need", &[&mean, &need, &shown]),
                    None => say("if", "calc_if_never", &[&mean, &shown]),
                }
            }
            Err(ScoreError::OutOfRange { .. }) => {
                let field = if gone > 0 { Field::Removed } else { Field::Revised };
                entries.problem(field, "calc_bad_ones", &[]);
            }
            Err(error) => return Err(error),
        }
    }
    if let Some(price) = ones::price(goal)? {
        say("price", "calc_price", &[&shown, &plot::short(&plot::rounded(price, 1))]);
    }
    let low = asked.ends.worst.unwrap_or(asked.ends.best);
    if sheet.state == "met"
        && let Some(room) = ones::headroom(low, goal)?
    {
        say("headroom", "calc_headroom", &[&room.to_string(), &shown]);
    }
    if sheet.state == "need" {
        let remove = (ones::remove(asked.ends.best, goal, ones_known)?, Some(ones::remove(low, goal, ones_known)?));
        if let (Need::Count(_), Some(need)) = (remove.0, need_text(remove, locale)) {
            say("remove", "calc_if_removed", &[&need, &shown]);
        }
    }
    Ok(())
}

fn mean_span(ends: Ends) -> String {
    let (best, worst) = (mean_text(ends.best), ends.worst.map(mean_text));
    match worst {
        Some(worst) if worst != best => format!("{worst}–{best}"),
        _ => best,
    }
}
