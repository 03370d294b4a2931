//! `radar refund`: what a refund means for the shop's quality figures, and what helps.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::arguments::Options;
use super::fields::{self, Fields};
use super::{explain, write};
use crate::pack::{Packs, Platform, Service};
use crate::refund::{Judge, JudgeSettings, RefundInput, Verdict};
use crate::text::moment::{Moment, SHANGHAI};

/// The judgement made ready for many lines.
pub struct Refunds {
    judge: Judge,
    explain: bool,
    options: Options,
}

impl Refunds {
    /// With the options of the command line.
    #[must_use]
    pub fn new(options: &Options) -> Self {
        let settings = JudgeSettings { locale: options.locale, ..JudgeSettings::default() };
        Self { judge: Judge::new(&settings), explain: options.explain, options: *options }
    }

    /// Writes the answer as JSON text, or for people.
    ///
    /// # Errors
    /// A sentence naming the field that is missing or wrong.
    pub fn answer_into(&self, line: Fields<'_>, answer: &mut Vec<u8>) -> Result<(), String> {
        let input = read(line)?;
        let verdict = self.judge.judge(&input);
        if self.explain {
            answer.extend_from_slice(explain::text(&input, &verdict, self.options.locale).as_bytes());
            return Ok(());
        }
        write::verdict(&verdict, answer)
    }
}

/// Answers one line: a refund in, its verdict out.
///
/// # Errors
/// A sentence naming the field that is missing or wrong.
pub fn answer(input: Map<String, Value>) -> Result<Map<String, Value>, String> {
    let line = Value::Object(input).to_string();
    let verdict: Verdict = Judge::new(&JudgeSettings::default()).judge(&read(fields::parse(&line)?)?);
    match serde_json::to_value(verdict) {
        Ok(Value::Object(answer)) => Ok(answer),
        Ok(_) | Err(_) => Err("the verdict could not be written as JSON".to_owned()),
    }
}

/// Reads the fields of a refund; a missing one stays missing, one of the wrong kind is an error.
fn read(mut line: Fields<'_>) -> Result<RefundInput, String> {
    let line = &mut line;
    let name = line.text("platform")?.ok_or("platform: missing (expected taobao, douyin, …)")?;
    let platform = Platform::from_id(&name).ok_or_else(|| {
        let known: Vec<&str> = Platform::ALL.iter().map(|platform| platform.id()).collect();
        format!("platform: {name:?} is not known (expected one of {})", known.join(" "))
    })?;
    // A shop without a pack has no zone of its own; the Chinese platforms' is the best guess then.
    let zone = Packs::embedded().book(platform).map_or(SHANGHAI, |book| book.zone());
    let text = |line: &mut Fields<'_>, key: &str| Ok::<_, String>(line.text(key)?.map(Cow::into_owned));
    let time = |line: &mut Fields<'_>, key: &str| -> Result<Option<Moment>, String> {
        let Some(found) = line.text(key)?.filter(|found| !found.trim().is_empty()) else {
            return Ok(None);
        };
        Moment::parse(&found, zone).map(Some).map_err(|error| format!("{key}: {error}"))
    };
    Ok(RefundInput {
        platform,
        reason: text(line, "reason")?.unwrap_or_default(),
        note: text(line, "note")?,
        chat: text(line, "chat")?,
        service: service(line)?,
        status: text(line, "status")?,
        shipping: text(line, "shipping")?,
        category: text(line, "category")?,
        // Amounts are shown, not reckoned with: a number is taken as it is written.
        amount: line.text_or_number("amount")?.map(Cow::into_owned),
        paid_at: time(line, "paid_at")?,
        signed_at: time(line, "signed_at")?,
        filed_at: time(line, "filed_at")?,
        deadline_at: time(line, "deadline_at")?,
        now: time(line, "now")?,
        asked: line.flag("asked")? || time(line, "asked_at")?.is_some(),
    })
}

fn service(line: &mut Fields<'_>) -> Result<Option<Service>, String> {
    let Some(name) = line.text("service")? else {
        return Ok(None);
    };
    Ok(Some(match name.as_ref() {
        "refund_only" => Service::RefundOnly,
        "return_refund" => Service::ReturnRefund,
        "exchange" => Service::Exchange,
        "resend" => Service::Resend,
        "repair" => Service::Repair,
        other => {
            let known = "refund_only return_refund exchange resend repair";
            return Err(format!("service: {other:?} is not known (expected one of {known})"));
        }
    }))
}

#[cfg(test)]
mod tests;
