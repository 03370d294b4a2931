//! The judgement as a whole, on hand-made classifications.

use super::*;
use crate::issue::{Classification, IssueFound};
use crate::pack::Platform;
use crate::text::moment::{Moment, SHANGHAI};

pub(super) fn at(text: &str) -> Moment {
    Moment::parse(text, SHANGHAI).unwrap()
}

pub(super) fn input(platform: Platform, reason: &str) -> RefundInput {
    RefundInput::new(platform, reason)
}

pub(super) fn said(issues: &[Issue], quality_cause: Option<bool>, signals: &[Signal]) -> Classification {
    let found = |(place, issue): (usize, &Issue)| IssueFound {
        issue: *issue,
        weight: 0.9 - 0.1 * place as f32,
        cues: Vec::new(),
    };
    Classification {
        issues: issues.iter().enumerate().map(found).collect(),
        primary: issues.first().copied().unwrap_or(Issue::Other),
        quality_cause,
        signals: signals.to_vec(),
    }
}

mod asking;
mod danger;
mod messages;
mod verdicts;

/// A verdict on a hand-made classification.
pub(super) fn judged(input: &RefundInput, said: Classification) -> Verdict {
    judged_with(input, said, &JudgeSettings::default())
}

pub(super) fn judged_with(input: &RefundInput, said: Classification, settings: &JudgeSettings) -> Verdict {
    let note = input.note.clone().or_else(|| (!said.issues.is_empty()).then(|| "买家的话".to_owned()));
    let cause = Cause::with(&input.reason, note.as_deref(), None, |_| said.clone());
    Case::new(input, settings, Packs::embedded().book(input.platform).unwrap(), cause).verdict()
}

pub(super) fn kinds(verdict: &Verdict) -> Vec<Kind> {
    verdict.advice.iter().map(|advice| advice.kind).collect()
}

pub(super) const FIT: [Issue; 1] = [Issue::SizeFit];

const FAULT: [Issue; 1] = [Issue::WorkmanshipDefect];

pub(super) fn misfit() -> Classification {
    said(&FIT, Some(false), &[])
}

pub(super) fn fault() -> Classification {
    said(&FAULT, Some(true), &[])
}

/// A reason that blames the goods, as each platform writes it.
pub(super) fn quality_reason(platform: Platform) -> &'static str {
    match platform {
        Platform::Amazon | Platform::Shopify => "DEFECTIVE",
        Platform::Tiktok => "Defective",
        Platform::Shopee => "FUNCTIONAL_DMG",
        Platform::Lazada | Platform::Aliexpress => "Quality problem",
        Platform::Douyin => "质量不好（商品品质原因）",
        _ => "质量问题",
    }
}
