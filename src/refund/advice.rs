//! What helps, most helpful first.

use serde::{Deserialize, Serialize};

use super::exemption::Standing;
use super::state::Turn;
use super::verdict::{Advice, Level, Match};
use super::{Case, gate, message};
use crate::issue::{Issue, Signal};
use crate::pack::{Answer, Service};
use crate::words;

/// The kinds of advice of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Ask the buyer once to correct a reason that contradicts the buyer's own words.
    AskReasonChange,
    /// Ask the buyer what the matter is.
    ClarifyReason,
    /// Offer another piece instead.
    OfferExchange,
    /// Offer a repair.
    OfferRepair,
    /// Offer to send what is missing or broken.
    OfferResend,
    /// Settle a real fault.
    ResolveDefect,
    /// Use the platform's channel for a reason that contradicts the facts.
    ReportMismatch,
    /// Get pictures, receipts, the chat.
    CollectEvidence,
    /// Answer before the clock runs out.
    AnswerBeforeDeadline,
    /// Use a condition under which the refund does not count.
    ClaimExemption,
    /// People or animals may be in danger: bring it up at once.
    EscalateSafety,
    /// Nothing to do.
    None,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::AskReasonChange,
        Self::ClarifyReason,
        Self::OfferExchange,
        Self::OfferRepair,
        Self::OfferResend,
        Self::ResolveDefect,
        Self::ReportMismatch,
        Self::CollectEvidence,
        Self::AnswerBeforeDeadline,
        Self::ClaimExemption,
        Self::EscalateSafety,
        Self::None,
    ];

    /// The id of the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::AskReasonChange => "ask_reason_change",
            Self::ClarifyReason => "clarify_reason",
            Self::OfferExchange => "offer_exchange",
            Self::OfferRepair => "offer_repair",
            Self::OfferResend => "offer_resend",
            Self::ResolveDefect => "resolve_defect",
            Self::ReportMismatch => "report_mismatch",
            Self::CollectEvidence => "collect_evidence",
            Self::AnswerBeforeDeadline => "answer_before_deadline",
            Self::ClaimExemption => "claim_exemption",
            Self::EscalateSafety => "escalate_safety",
            Self::None => "none",
        }
    }
}

/// A piece of advice before it has words: kind, whether it helps, the variant of its why line.
type Plan = (Kind, Answer, &'static str);

/// Nothing to do, yet not nothing to see.
const NONE_WATCH: &str = "refund_why_none_watch";
/// The buyer has been asked once; what is left is to wait.
const NONE_ASKED: &str = "refund_why_none_asked";

/// All advice for a case, most helpful first.
pub(super) fn all(case: &Case<'_>, level: Level) -> Vec<Advice> {
    let mut plans = plans(case, level);
    if plans.is_empty() {
        let variant = match level {
            _ if gate::asked_before(case) => NONE_ASKED,
            Level::Safe => "refund_why_none_safe",
            _ => NONE_WATCH,
        };
        plans.push((Kind::None, Answer::Yes, variant));
    }
    plans.into_iter().map(|plan| written(case, plan)).collect()
}

fn plans(case: &Case<'_>, level: Level) -> Vec<Plan> {
    let closed = case.turn == Turn::Closed;
    let mut plans: Vec<Plan> = Vec::new();
    let mut add = |holds: bool, kind, helps, why| {
        if holds {
            plans.push((kind, helps, why));
        }
    };
    let fault = case.has_fault();
    let ask = gate::may_ask(case);
    let ask_helps = asking_helps(case, closed);
    let report = gate::may_report(case);

    add(case.is_unsafe(), Kind::EscalateSafety, Answer::Yes, "refund_why_escalate_safety");
    add(case.deadline_is_close(), Kind::AnswerBeforeDeadline, Answer::Yes, "refund_why_answer_before_deadline");
    add(ask && ask_helps == Answer::Yes, Kind::AskReasonChange, ask_helps, "refund_why_ask_helps");
    match case.exemption.map(|(_, standing)| standing) {
        Some(Standing::Met) => add(true, Kind::ClaimExemption, Answer::Yes, "refund_why_exemption_met"),
        Some(Standing::Open) => add(true, Kind::ClaimExemption, Answer::Yes, "refund_why_exemption_open"),
        _ => {}
    }
    let report_helps = case.book.pack.report.as_ref().map(|report| report.helps).unwrap_or_default();
    add(report, Kind::ReportMismatch, report_helps, "refund_why_report_mismatch");
    remedies(case, level, &mut add);
    // Where asking is forbidden a contradiction is brought forward with evidence.
    let dispute = gate::is_misfiled(case) && !case.book.pack.about.may_ask;
    let lost_goods = case.cause.has(Issue::DamagedInTransit) || case.cause.has(Issue::Counterfeit);
    add(
        report || dispute || (lost_goods && !closed),
        Kind::CollectEvidence,
        Answer::Yes,
        if report { "refund_why_evidence_report" } else { "refund_why_evidence" },
    );
    if matches!(case.exemption, Some((_, Standing::Possible))) {
        add(true, Kind::ClaimExemption, Answer::Unknown, "refund_why_exemption_possible");
    }
    let open = case.matched != Match::Contradicts && case.cause.said.quality_cause.is_none();
    let silent = (case.matched == Match::Silent || open) && !fault && !case.input.reason.trim().is_empty();
    let clarify = silent && (case.counts == Answer::Yes || case.blames_goods) && !case.cause.sellers_error();
    add(
        clarify,
        Kind::ClarifyReason,
        Answer::Unknown,
        if closed { "refund_why_clarify_closed" } else { "refund_why_clarify" },
    );
    let why = match ask_helps {
        _ if closed => "refund_why_ask_closed",
        Answer::No if case.never_counts => "refund_why_ask_service",
        Answer::No => "refund_why_ask_no",
        _ => "refund_why_ask_unknown",
    };
    add(ask && ask_helps != Answer::Yes, Kind::AskReasonChange, ask_helps, why);
    plans
}

/// What sets the matter itself right.
fn remedies(case: &Case<'_>, level: Level, add: &mut impl FnMut(bool, Kind, Answer, &'static str)) {
    if case.turn == Turn::Closed && !case.is_unsafe() {
        return;
    }
    let cause = &case.cause;
    let service = case.input.service;
    let broken = case.has_fault();
    let wanted = |signal| cause.signals(signal);
    let resend = cause.sellers_error() || wanted(Signal::WantsResend) || service == Some(Service::Resend);
    let repair = wanted(Signal::WantsRepair) || service == Some(Service::Repair);
    let fits_badly = cause.has(Issue::SizeFit) && !broken && level != Level::Safe;
    let exchange = wanted(Signal::WantsExchange) || service == Some(Service::Exchange) || fits_badly;
    add(broken, Kind::ResolveDefect, Answer::Yes, "refund_why_resolve_defect");
    // Not as described, the wrong colour: no fault of the piece, yet the buyer is right by the reason and the shop's own words.
    let right = case.matched == Match::Agrees && cause.said.quality_cause == Some(false) && !cause.sellers_error();
    let complaint = case.counts == Answer::Yes || case.blames_goods;
    add(!broken && right && complaint, Kind::ResolveDefect, Answer::Yes, "refund_why_resolve_complaint");
    add(resend, Kind::OfferResend, Answer::Yes, "refund_why_offer_resend");
    add(repair, Kind::OfferRepair, Answer::Yes, "refund_why_offer_repair");
    let exchange = exchange || cause.has(Issue::WrongItem);
    let helps = if case.never_counts || broken || cause.has(Issue::WrongItem) { Answer::Yes } else { Answer::Unknown };
    let why = if case.never_counts { "refund_why_offer_exchange_service" } else { "refund_why_offer_exchange" };
    add(exchange, Kind::OfferExchange, helps, why);
}

/// Does a changed reason move the figure today, for this refund?
fn asking_helps(case: &Case<'_>, closed: bool) -> Answer {
    if closed || case.never_counts || matches!(case.exemption, Some((_, Standing::Met))) {
        Answer::No
    } else {
        case.book.pack.basis.change_helps
    }
}

fn written(case: &Case<'_>, (kind, helps, variant): Plan) -> Advice {
    let locale = case.settings.locale;
    let about = &case.book.pack.about;
    let say = |args: &[&str]| words::line(locale, variant, args);
    let why = match (kind, case.exemption, &case.book.pack.report) {
        (Kind::ClaimExemption, Some((exemption, _)), _) => say(&[exemption.text.get(locale)]),
        (Kind::ReportMismatch, _, Some(report)) => say(&[report.path.get(locale), report.text.get(locale)]),
        (Kind::AnswerBeforeDeadline, _, _) => say(&[&super::why::time_left(case)]),
        _ => say(&[about.metric.get(locale), about.name.get(locale)]),
    };
    let title = match variant {
        NONE_WATCH => "refund_advice_none_watch",
        NONE_ASKED => "refund_advice_none_asked",
        _ => title_key(kind),
    };
    let title = words::line(locale, title, &[]);
    Advice { kind, title, helps, why, message: message::of(case, kind) }
}

/// The key of a kind's title.
fn title_key(kind: Kind) -> &'static str {
    match kind {
        Kind::AskReasonChange => "refund_advice_ask_reason_change",
        Kind::ClarifyReason => "refund_advice_clarify_reason",
        Kind::OfferExchange => "refund_advice_offer_exchange",
        Kind::OfferRepair => "refund_advice_offer_repair",
        Kind::OfferResend => "refund_advice_offer_resend",
        Kind::ResolveDefect => "refund_advice_resolve_defect",
        Kind::ReportMismatch => "refund_advice_report_mismatch",
        Kind::CollectEvidence => "refund_advice_collect_evidence",
        Kind::AnswerBeforeDeadline => "refund_advice_answer_before_deadline",
        Kind::ClaimExemption => "refund_advice_claim_exemption",
        Kind::EscalateSafety => "refund_advice_escalate_safety",
        Kind::None => "refund_advice_none",
    }
}
