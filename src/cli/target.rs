//! `radar target`: what a score needs to reach its target.

mod fields;

use serde_json::{Map, Value, json};

use crate::score::error::ScoreError;
use crate::score::ones;
use crate::score::orders::{self, PerDay, Share};
use crate::score::rate::{self, Bad, Fits, Percent};
use crate::score::rolling::Rolling;
use crate::score::shown::{self, Span};
use crate::score::stars::{Mean, Need, Stars, mix};
use crate::score::{confident, parse, window};
use crate::text::moment::date_text;
use fields::Fields;

const MODES: [&str; 23] = [
    "point",
    "histogram",
    "display_interval",
    "displayed_target",
    "mixed",
    "remove_1star",
    "revise_1_to_5",
    "remove_then_add",
    "headroom_1star",
    "recover_after_1star",
    "orders_days",
    "orders_confident",
    "rolling_days",
    "rolling_days_until_below",
    "rate_clean_orders",
    "rate_budget",
    "back_solve_base",
    "back_solve_count",
    "display_tie",
    "first_quality_window",
    "parse_count",
    "parse_score",
    "parse_rate",
];

/// Answers one line: `mode` and its fields in, `result` out.
///
/// # Errors
/// A sentence naming the field that is missing or wrong.
pub fn answer(line: Map<String, Value>) -> Result<Map<String, Value>, String> {
    let fields = Fields(line);
    let mode = fields.text("mode")?.ok_or("mode: missing (expected point, histogram, …)")?;
    let mut answer = Map::new();
    answer.insert("result".to_owned(), result(mode, &fields)?);
    Ok(answer)
}

fn result(mode: &str, fields: &Fields) -> Result<Value, String> {
    match mode {
        // `invalid` is a question that is expected to be refused; one that is not gets its answer.
        "point" | "histogram" | "invalid" => reviews(fields),
        "display_interval" => display_interval(fields),
        "displayed_target" => displayed_target(fields),
        "mixed" | "remove_1star" | "revise_1_to_5" | "remove_then_add" | "headroom_1star" | "recover_after_1star" => {
            of_stars(mode, fields)
        }
        "orders_days" => {
            let (ratings, rate) = (fields.count("x")?, fields.share("rate")?);
            let days = match fields.decimal_if("orders_per_day")? {
                Some(value) => {
                    said(PerDay::new("orders_per_day", value).and_then(|a_day| orders::days(ratings, rate, a_day)))?
                }
                None => Value::Null,
            };
            Ok(json!({ "orders": said(orders::orders(ratings, rate))?, "days": days }))
        }
        "orders_confident" => {
            said(confident::orders(fields.count("x")?, fields.share("rate")?, fields.share("confidence")?))
        }
        "rolling_days" => {
            let target = fields.mean("target")?;
            said(rolling(fields)?.days(target))
        }
        "rolling_days_until_below" => {
            let target = fields.mean("target")?;
            said(rolling(fields)?.days_until_below(target))
        }
        "rate_clean_orders" => said(bad(fields)?.clean_orders(fields.percent("target_pct")?)),
        "rate_budget" => {
            let extra = fields.count_if("extra_orders")?.unwrap_or(0);
            bad(fields)?.budget(fields.percent("target_pct")?, extra).map(Value::from).map_err(text)
        }
        "back_solve_base" => fits(rate::base(fields.count("count")?, fields.percent("shown_pct")?, fields.rounding()?)),
        "back_solve_count" => {
            fits(rate::count(fields.count("base")?, fields.percent("shown_pct")?, fields.rounding()?))
        }
        "display_tie" => {
            let (line, shop) = (fields.percent("line_pct")?, fields.percent("shop_pct")?);
            let places = u32::try_from(fields.count("decimals")?).ok().filter(|places| *places <= 18);
            let places = places.ok_or("decimals out of range: more than 18 places (expected 0 to 18)")?;
            let tie = shown::tie(line.decimal(), shop.decimal(), places, fields.rounding()?).map_err(text)?;
            Ok(json!({ "shown_equal": tie.shown_equal, "passes": tie.passes }))
        }
        "first_quality_window" => {
            let paid = fields.date("paid")?.ok_or("paid: missing (expected a date such as 2026-06-01)")?;
            let days = window::first_quality(paid, fields.date("refund_filed")?).map_err(text)?;
            let of = |day: fn(&window::Days) -> time::Date| days.as_ref().map(|days| date_text(day(days)));
            Ok(json!({ "first": of(|days| days.first), "last": of(|days| days.last), "drops": of(|days| days.drops) }))
        }
        "parse_count" => {
            let found = parse::count(fields.said("text")?, fields.rounding()?).map_err(text)?;
            Ok(found.map_or(Value::Null, |count| json!({ "min": count.min, "max": count.max, "point": count.point })))
        }
        "parse_score" => {
            let found = parse::score(fields.said("text")?).map_err(text)?;
            Ok(found.map_or(Value::Null, |score| Value::from(score.to_string())))
        }
        "parse_rate" => {
            let found = parse::rate(fields.said("text")?).map_err(text)?;
            Ok(found.map_or(Value::Null, |rate| Value::from(rate.decimal().to_string())))
        }
        other => Err(format!("mode: {other:?} is not known (expected one of {})", MODES.join(" "))),
    }
}

/// How many ratings of five stars (or of `stars`) a mean or a histogram needs.
fn reviews(fields: &Fields) -> Result<Value, String> {
    let gain = match fields.decimal_if("stars")? {
        Some(value) => Mean::new("stars", value).map_err(text)?,
        None => Mean::FIVE,
    };
    if let (Some(range), None) = (fields.count_range("count")?, fields.0.get("hist")) {
        // A count such as "1.2万+" is a range, and so is the answer.
        let (score, target) = (fields.mean("score")?.exact(), fields.mean("target")?.exact());
        let need = |count| Stars::none().with(score, count).and_then(|stars| stars.need(target, gain.exact()));
        let (best, worst) = (need(range.0).map_err(text)?, need(range.1).map_err(text)?);
        return Ok(json!({ "best": need_value(best), "worst": need_value(worst) }));
    }
    let stars = fields.stars()?;
    said(stars.need(fields.mean("target")?.exact(), gain.exact()))
}

fn display_interval(fields: &Fields) -> Result<Value, String> {
    let shown = fields.decimal("shown")?;
    let rounding = fields.rounding()?;
    let range = match fields.count_range("count")? {
        Some(range) => range,
        None => fields.count("count").map(|count| (count, count))?,
    };
    Mean::new("shown", shown).map_err(text)?;
    let target = match fields.decimal_if("target_shown")? {
        Some(target) => {
            Mean::new("target_shown", target).map_err(text)?;
            shown::displayed(target, rounding).map_err(text)?
        }
        None => fields.mean("target")?.exact(),
    };
    span(shown::need_between(shown, range, rounding, target))
}

fn displayed_target(fields: &Fields) -> Result<Value, String> {
    let target = fields.decimal("target_shown")?;
    Mean::new("target_shown", target).map_err(text)?;
    let stars = fields.stars()?;
    let need = |rounding| {
        let from = shown::displayed(target, rounding)?;
        stars.need(from, Mean::FIVE.exact())
    };
    match fields.rounding()? {
        shown::Rounding::Unknown => {
            let (best, worst) = (need(shown::Rounding::HalfUp), need(shown::Rounding::Truncate));
            span(best.and_then(|best| Ok(Span { best, worst: worst? })))
        }
        rounding => said(need(rounding)),
    }
}

fn of_stars(mode: &str, fields: &Fields) -> Result<Value, String> {
    let stars = fields.stars()?;
    let target = fields.mean("target")?.exact();
    let ones = fields.ones()?;
    match mode {
        "mixed" => {
            let gain = mix(fields.mix()?).map_err(text)?;
            said(stars.need(target, gain.exact()))
        }
        "remove_1star" => said(ones::remove(stars, target, ones)),
        "revise_1_to_5" => said(ones::revise(stars, target, ones)),
        "remove_then_add" => {
            let left = ones::without(stars, fields.count("removed")?, ones).map_err(text)?;
            said(left.need(target, Mean::FIVE.exact()))
        }
        "headroom_1star" => {
            let room = ones::headroom(stars, target).map_err(text)?;
            Ok(room.map_or_else(|| Value::from("unlimited"), Value::from))
        }
        _ => said(ones::recover(stars, fields.count_if("added")?.unwrap_or(1), target)),
    }
}

fn rolling(fields: &Fields) -> Result<Rolling, String> {
    let window = fields.count("window")?;
    if window == 0 {
        return Err(text(ScoreError::range("window", window, "1 day or more")));
    }
    Ok(Rolling {
        count: fields.count("count")?,
        mean: fields.mean("avg")?,
        window,
        new_per_day: PerDay::new("new_per_day", fields.decimal("new_per_day")?).map_err(text)?,
        new_mean: fields.mean("new_mean")?,
    })
}

fn bad(fields: &Fields) -> Result<Bad, String> {
    Bad::new(fields.count("bad")?, fields.count("base")?).map_err(text)
}

fn fits(found: Result<Fits, ScoreError>) -> Result<Value, String> {
    found.map(|fits| json!({ "min": fits.min, "max": fits.max })).map_err(text)
}

fn span(found: Result<Span, ScoreError>) -> Result<Value, String> {
    found.map(|span| json!({ "best": need_value(span.best), "worst": need_value(span.worst) })).map_err(text)
}

fn said(need: Result<Need, ScoreError>) -> Result<Value, String> {
    need.map(need_value).map_err(text)
}

fn need_value(need: Need) -> Value {
    need.number().map_or_else(|| Value::from("impossible"), Value::from)
}

fn text(error: ScoreError) -> String {
    error.to_string()
}

impl Fields {
    fn mean(&self, name: &'static str) -> Result<Mean, String> {
        Mean::new(name, self.decimal(name)?).map_err(text)
    }

    fn percent(&self, name: &'static str) -> Result<Percent, String> {
        Percent::new(name, self.decimal(name)?).map_err(text)
    }

    fn share(&self, name: &'static str) -> Result<Share, String> {
        Share::new(name, self.decimal(name)?).map_err(text)
    }

    /// The ratings so far: from `hist`, from `sum` and `count`, or from `score` and `count`. Without ratings the score is not needed.
    fn stars(&self) -> Result<Stars, String> {
        if let Some(ratings) = self.histogram()? {
            return Stars::of_histogram(ratings).map_err(text);
        }
        let score = self.decimal_if("score")?;
        let mean = score.map(|score| Mean::new("score", score)).transpose().map_err(text)?;
        let count = self.count("count")?;
        if let Some(sum) = self.decimal_if("sum")? {
            return Stars::of_sum(sum, count).map_err(text);
        }
        match mean {
            Some(mean) => Stars::of_mean(mean, count).map_err(text),
            None if count == 0 => Ok(Stars::none()),
            None => Err("score: missing (expected a decimal such as \"4.7\")".to_owned()),
        }
    }

    /// How many one-stars there are, where that is known.
    fn ones(&self) -> Result<Option<u64>, String> {
        match self.histogram()? {
            Some([ones, ..]) => Ok(Some(ones)),
            None => self.count_if("ones"),
        }
    }
}

#[cfg(test)]
mod tests;
