//! Verdicts and classifications as JSON text, field by field as their `Serialize` would have it.

use super::json::Json;
use crate::issue::{Classification, Cue, IssueFound};
use crate::refund::{Advice, Verdict};

/// Writes `verdict` behind what `to` holds.
///
/// # Errors
/// What `serde_json` reports of a small value.
pub fn verdict(verdict: &Verdict, to: &mut Vec<u8>) -> Result<(), String> {
    let mut json = Json(to);
    let reason = &verdict.reason;
    json.raw("{\"reason\":{\"id\":").text_or_null(reason.id.as_deref());
    json.raw(",\"raw\":").text(&reason.raw);
    json.raw(",\"counts\":").value(&reason.counts)?.raw(",\"basis\":").value(&reason.basis)?;
    json.raw(",\"rule\":").text_or_null(reason.rule.as_deref());
    json.raw("},\"cause\":");
    classification(&mut json, &verdict.cause)?;
    json.raw(",\"match\":").value(&verdict.r#match)?.raw(",\"level\":").value(&verdict.level)?;
    json.raw(",\"score\":").value(&verdict.score)?.raw(",\"why\":");
    json.list(&verdict.why, |json, line| {
        json.text(line);
        Ok(())
    })?;
    json.raw(",\"advice\":").list(&verdict.advice, advice)?;
    json.raw(",\"deadline\":");
    match &verdict.deadline {
        Some(deadline) => json.raw("{\"at\":").text(&deadline.at).raw(",\"source\":").value(&deadline.source)?.raw("}"),
        None => json.raw("null"),
    };
    json.raw(",\"leaves_window\":").text_or_null(verdict.leaves_window.as_deref()).raw("}");
    Ok(())
}

fn advice(json: &mut Json<'_>, advice: &Advice) -> Result<(), String> {
    json.raw("{\"kind\":").value(&advice.kind)?.raw(",\"title\":").text(&advice.title);
    json.raw(",\"helps\":").value(&advice.helps)?.raw(",\"why\":").text(&advice.why);
    json.raw(",\"message\":").text_or_null(advice.message.as_deref()).raw("}");
    Ok(())
}

/// Writes what a text says.
///
/// # Errors
/// What `serde_json` reports of a small value.
pub fn classification(json: &mut Json<'_>, said: &Classification) -> Result<(), String> {
    json.raw("{\"issues\":").list(&said.issues, issue)?;
    json.raw(",\"primary\":").value(&said.primary)?.raw(",\"quality_cause\":").value(&said.quality_cause)?.raw("}");
    Ok(())
}

fn issue(json: &mut Json<'_>, found: &IssueFound) -> Result<(), String> {
    json.raw("{\"issue\":").value(&found.issue)?;
    json.raw(",\"weight\":").value(&found.shown_weight())?.raw(",\"cues\":").list(&found.cues, cue)?.raw("}");
    Ok(())
}

fn cue(json: &mut Json<'_>, cue: &Cue) -> Result<(), String> {
    json.raw("{\"text\":").text(&cue.text).raw(",\"start\":").value(&cue.start)?;
    json.raw(",\"end\":").value(&cue.end)?.raw("}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::Platform;
    use crate::refund::{RefundInput, judge};
    use crate::text::moment::{Moment, SHANGHAI};

    #[test]
    fn a_verdict_reads_as_serde_writes_it() {
        let at = |text: &str| Moment::parse(text, SHANGHAI).ok();
        let notes = ["", "太小了\n\"退\"", "充不进电，盒子也压扁了", "👎\u{1}", "seam ripped, too \\ small"];
        for platform in Platform::ALL {
            for (note, reason) in
                notes.iter().zip(["质量问题", "", "不喜欢/\"不想要\"", "质量不好（商品品质原因）", "?"])
            {
                let input = RefundInput {
                    note: Some((*note).to_owned()),
                    filed_at: at("2026-11-20T10:00:00+08:00"),
                    paid_at: at("2026-11-10"),
                    now: at("2026-11-21T10:00:00+08:00"),
                    ..RefundInput::new(platform, reason)
                };
                let found = judge(&input, &Default::default());
                let mut written = Vec::new();
                verdict(&found, &mut written).unwrap();
                assert_eq!(String::from_utf8(written).unwrap(), serde_json::to_string(&found).unwrap());
            }
        }
    }
}
