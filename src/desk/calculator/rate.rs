//! Answers for a rate of bad orders: clean orders until the target, bad ones that still fit.

use super::entry::Entries;
use super::form::{Field, Form};
use super::{Line, Sheet};
use crate::score::decimal::Decimal;
use crate::score::exact::Exact;
use crate::score::parse::Counted;
use crate::score::rate::{self, Bad, Fits, Percent};
use crate::score::say::{self, Said, span};
use crate::score::stars::Need;
use crate::words::{Locale, text};

/// Bad orders among all, as few and as many as may be.
struct Range {
    low: Bad,
    high: Bad,
    base: Option<Counted>,
}

/// Fills the sheet.
pub fn answer(form: &Form, entries: &mut Entries<'_>, sheet: &mut Sheet, locale: Locale) {
    let percent = |value: Decimal| Percent::new("rate", value).ok();
    let shown = entries.percent(Field::Rate).and_then(percent);
    let target = entries.percent(Field::Target).and_then(percent);
    let (bad, base) = (entries.whole(Field::Bad), entries.whole(Field::Base));
    let extra = entries.whole(Field::Extra).unwrap_or_default();
    let orders = entries.per_day(Field::Orders);
    let window = entries.whole(Field::Window);
    let Some(range) = range(form, entries, shown, bad, base) else {
        if form.state == "unreadable" && shown.is_none() {
            entries.problem(Field::Rate, "calc_bad_font", &[]);
        }
        let empty = [Field::Rate, Field::Bad, Field::Base].iter().all(|field| form.get(*field).trim().is_empty());
        if form.get(Field::Base).trim().is_empty() && !empty {
            entries.problem(Field::Base, "calc_ask_base", &[]);
        } else if form.get(Field::Bad).trim().is_empty() && form.get(Field::Rate).trim().is_empty() && !empty {
            entries.problem(Field::Bad, "calc_ask_bad", &[]);
        }
        sheet.answer = text(locale, if empty { "calc_start_rate" } else { "calc_wait" }, &[]);
        return;
    };
    let Some(target) = target else {
        entries.problem(Field::Target, "calc_ask_target", &[]);
        sheet.answer = text(locale, "calc_wait", &[]);
        return;
    };
    let (Ok(best), Ok(worst)) = (range.low.clean_orders(target), range.high.clean_orders(target)) else {
        sheet.answer = text(locale, "calc_bad_large", &[]);
        return;
    };
    let wanted = target.decimal().to_string();
    (sheet.state, sheet.answer) = match (best, worst) {
        (Need::Count(0), Need::Count(0)) => ("met", text(locale, "calc_rate_met", &[&wanted])),
        (Need::Impossible, _) => ("impossible", text(locale, "calc_rate_impossible", &[&wanted])),
        _ => ("need", text(locale, "calc_rate_need", &[&wanted])),
    };
    if let (true, Some(low)) = (sheet.state == "need", best.number()) {
        sheet.figure = worst.number().map_or_else(|| low.to_string(), |high| span(low, high));
    }
    let value = shown.map_or_else(String::new, |shown| format!("{}%", shown.decimal()));
    let said = Said {
        label: &form.label,
        value: &value,
        count: range.base,
        target: target.decimal(),
        best,
        worst: Some(worst),
    };
    if shown.is_some() {
        sheet.sentence = say::rate(&said, locale);
    }
    if let (Ok(few), Ok(many)) = (range.high.budget(target, extra), range.low.budget(target, extra)) {
        let key = if extra > 0 { "calc_rate_budget_extra" } else { "calc_rate_budget" };
        sheet
            .ifs
            .push(Line { id: "budget", text: text(locale, key, &[&span(few, many), &wanted, &extra.to_string()]) });
    }
    days(sheet, locale, (best, worst), orders, window);
}

/// Days until so many orders, all of them clean; where the window is over before, waiting does as well.
fn days(sheet: &mut Sheet, locale: Locale, (best, worst): (Need, Need), orders: Option<Decimal>, window: Option<u64>) {
    let Some(orders) = orders.map(Decimal::exact).filter(|orders| *orders > Exact::ZERO && sheet.state == "need")
    else {
        return;
    };
    let days = |need: Need| {
        let days = Exact::whole(need.number()?).over(orders).ok()?.ceil();
        u64::try_from(days).ok()
    };
    let (Some(low), Some(high)) = (days(best), days(worst)) else { return };
    sheet.time.push(Line { id: "days", text: text(locale, "calc_rate_days", &[&span(low, high)]) });
    if let Some(window) = window.filter(|window| high > *window) {
        sheet
            .warnings
            .push(Line { id: "wait", text: text(locale, "calc_rate_wait", &[&high.to_string(), &window.to_string()]) });
    }
}

/// From what is there: two of rate, bad orders, all orders.
fn range(
    form: &Form,
    entries: &mut Entries<'_>,
    shown: Option<Percent>,
    bad: Option<u64>,
    base: Option<u64>,
) -> Option<Range> {
    let counted = |min: u64, max: u64| Some(Counted { min, max: Some(max), point: (min == max).then_some(min) });
    match (bad, base, shown) {
        (Some(bad), Some(base), _) => {
            let both = Bad::new(bad, base).ok();
            if both.is_none() {
                entries.problem(Field::Bad, "calc_bad_more", &[&base.to_string()]);
            }
            both.map(|both| Range { low: both, high: both, base: counted(base, base) })
        }
        (None, Some(base), Some(shown)) => match rate::count(base, shown, form.rounding) {
            Ok(Fits { min, max }) => {
                let (low, high) = (Bad::new(min, base).ok()?, Bad::new(max.unwrap_or(base), base).ok()?);
                entries.notes.insert(Field::Bad, text_of(entries, "calc_note_bad", min, max));
                Some(Range { low, high, base: counted(base, base) })
            }
            Err(_) => {
                entries.problem(Field::Base, "calc_bad_base", &[&base.to_string()]);
                None
            }
        },
        (Some(bad), None, Some(shown)) => match rate::base(bad, shown, form.rounding) {
            Ok(Fits { min, max: Some(max) }) => {
                let (low, high) = (Bad::new(bad, max).ok()?, Bad::new(bad, min).ok()?);
                entries.notes.insert(Field::Base, text_of(entries, "calc_note_base", min, Some(max)));
                Some(Range { low, high, base: counted(min, max) })
            }
            Ok(_) => None,
            Err(_) => {
                entries.problem(Field::Bad, "calc_bad_count_for_rate", &[]);
                None
            }
        },
        _ => None,
    }
}

fn text_of(entries: &Entries<'_>, key: &str, min: u64, max: Option<u64>) -> String {
    entries.say(key, &[&max.map_or_else(|| format!("{min}+"), |max| span(min, max))])
}
