//! Until when the seller has to answer: from the page first, from the platform's rule second.

use super::input::RefundInput;
use super::state::{Parcel, Turn};
use super::verdict::{Deadline, DeadlineSource};
use crate::pack::{Pack, Stage};
use crate::text::moment::Moment;

const HOUR: i64 = 3600;

/// The deadline of an open refund; `None` when it is over, paused, not the seller's turn, or no clock is known.
#[must_use]
pub fn of(pack: &Pack, input: &RefundInput, turn: Turn, parcel: Parcel, close_hours: u32) -> Option<Deadline> {
    if turn == Turn::Closed {
        return None;
    }
    let (at, source) = match input.deadline_at {
        Some(at) => (at, DeadlineSource::Page),
        None => (by_rule(pack, input, turn, parcel)?, DeadlineSource::Rule),
    };
    Some(at_moment(at, source, input, turn, close_hours))
}

/// The deadline that the page itself shows, where no rule of the platform is known.
#[must_use]
pub fn on_page(input: &RefundInput, turn: Turn, close_hours: u32) -> Option<Deadline> {
    let at = input.deadline_at.filter(|_| turn != Turn::Closed)?;
    Some(at_moment(at, DeadlineSource::Page, input, turn, close_hours))
}

fn at_moment(at: Moment, source: DeadlineSource, input: &RefundInput, turn: Turn, close_hours: u32) -> Deadline {
    let seconds_left = input.now.map(|now| at.seconds_since(now));
    let close = i64::from(close_hours).saturating_mul(HOUR);
    let sellers_turn = !matches!(turn, Turn::Buyer | Turn::Platform);
    let is_close = sellers_turn && seconds_left.is_some_and(|left| (0..=close).contains(&left));
    Deadline { at: at.to_rfc3339(), source, seconds_left, is_close, at_ms: at.unix_ms() }
}

/// The clock of the rule runs from the application, and only while the seller has to answer it.
fn by_rule(pack: &Pack, input: &RefundInput, turn: Turn, parcel: Parcel) -> Option<Moment> {
    if !matches!(turn, Turn::Seller | Turn::Unknown) {
        return None;
    }
    let stage = if parcel == Parcel::Unshipped { Stage::ReviewUnshipped } else { Stage::Review };
    let hours = pack.deadlines.iter().find(|rule| rule.stage == stage)?.hours;
    let at = input.filed_at?.plus_seconds(hours.saturating_mul(HOUR))?;
    // Without a status nobody knows whether the answer has been given: a clock that has run out says nothing then.
    let over = input.now.is_some_and(|now| at.seconds_since(now) < 0);
    (turn == Turn::Seller || !over).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::super::state;
    use super::super::tests::{at, input};
    use super::*;
    use crate::pack::{Packs, Platform};

    fn deadline(input: &RefundInput) -> Option<Deadline> {
        let pack = &Packs::embedded().book(input.platform).unwrap().pack;
        let turn = state::turn(input.status.as_deref());
        of(pack, input, turn, state::parcel(input.shipping.as_deref()), 4)
    }

    fn open() -> RefundInput {
        RefundInput {
            status: Some("待商家处理".to_owned()),
            filed_at: Some(at("2026-11-13T16:00:00+08:00")),
            now: Some(at("2026-11-15T15:00:00+08:00")),
            ..input(Platform::Douyin, "功能故障")
        }
    }

    #[test]
    fn the_rule_runs_from_the_application() {
        let found = deadline(&open()).unwrap();
        assert_eq!(found.at, "2026-11-15T16:00:00+08:00");
        assert_eq!((found.source, found.seconds_left, found.is_close), (DeadlineSource::Rule, Some(3600), true));
    }

    #[test]
    fn the_page_goes_before_the_rule() {
        let refund = RefundInput { deadline_at: Some(at("2026-11-16T15:00:00+08:00")), ..open() };
        let found = deadline(&refund).unwrap();
        assert_eq!((found.source, found.is_close), (DeadlineSource::Page, false));
    }

    #[test]
    fn closed_refunds_and_the_buyers_turn_have_no_rush() {
        for status in ["退款成功", "售后关闭"] {
            let page = Some(at("2026-11-15T16:00:00+08:00"));
            let refund = RefundInput { status: Some(status.to_owned()), deadline_at: page, ..open() };
            assert_eq!(deadline(&refund), None, "{status}");
        }
        for status in ["待买家退货", "平台介入中"] {
            let refund = RefundInput { status: Some(status.to_owned()), ..open() };
            assert_eq!(deadline(&refund), None, "{status}");
        }
    }

    #[test]
    fn without_a_present_nothing_is_close_and_what_is_over_is_not_close() {
        let refund = RefundInput { now: None, ..open() };
        let found = deadline(&refund).unwrap();
        assert_eq!((found.seconds_left, found.is_close), (None, false));
        let refund = RefundInput { now: Some(at("2026-11-20T15:00:00+08:00")), ..open() };
        assert!(!deadline(&refund).unwrap().is_close);
        let refund = RefundInput { status: None, ..refund };
        assert_eq!(deadline(&refund), None, "nobody knows whether it was answered");
    }

    #[test]
    fn a_platform_without_a_known_clock_has_none() {
        assert_eq!(deadline(&RefundInput { platform: Platform::Xiaohongshu, ..open() }), None);
    }
}
