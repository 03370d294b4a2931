//! One after-sales record as the page shows it.

use std::collections::BTreeSet;

use time::UtcOffset;

use super::label::Meaning;
use super::node::NodeId;
use super::times::first_time;
use super::values::{is_placeholder, service};
use crate::text::duration::{Countdown, countdown, without_countdown};
use crate::text::moment::Moment;
use crate::text::number::{Figure, figures, has_private_use};

/// Longest value that is kept, in characters.
const LONGEST: usize = 4000;

/// A text and the element that shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What it says.
    pub text: String,
    /// Where.
    pub node: NodeId,
}

/// What a page says about one refund. What it does not say stays `None`; what it says unreadably stands in `unreadable`.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// Stable over re-rendering and paging.
    pub key: String,
    /// The order's number.
    pub order_id: Option<String>,
    /// The after-sales number.
    pub refund_id: Option<String>,
    /// Numbers of the record of which nothing says what they number.
    pub other_ids: Vec<String>,
    /// The stated reason.
    pub reason: Option<Shown>,
    /// The buyer's note.
    pub note: Option<Shown>,
    /// The buyer's own lines in the chat.
    pub chat: Option<Shown>,
    /// What the buyer asks for, as shown.
    pub service: Option<Shown>,
    /// State of the record, without its countdown.
    pub status: Option<String>,
    /// State of the parcel.
    pub shipping: Option<String>,
    /// Category of the goods.
    pub category: Option<String>,
    /// Title of the goods.
    pub goods: Option<String>,
    /// What was paid.
    pub paid: Option<Figure>,
    /// What is to be refunded.
    pub refund: Option<Figure>,
    /// When the refund was applied for.
    pub applied_at: Option<Moment>,
    /// When the order was paid.
    pub paid_at: Option<Moment>,
    /// When the parcel was signed for.
    pub signed_at: Option<Moment>,
    /// When the parcel was sent.
    pub shipped_at: Option<Moment>,
    /// Until when the seller must act, as the page says.
    pub deadline: Option<Moment>,
    /// What stood there and could not be read.
    pub unreadable: BTreeSet<Meaning>,
    /// The pieces of the record in the page's order.
    pub pieces: Vec<NodeId>,
}

/// The clock of the message.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    /// Now; `None` where the message does not say or says nonsense.
    pub now: Option<Moment>,
    /// Zone of times on the page.
    pub zone: UtcOffset,
}

impl Clock {
    /// No clock, for values that are no times.
    const NONE: Self = Self { now: None, zone: UtcOffset::UTC };
}

impl Record {
    /// Takes in a value of known meaning. The first value of a meaning stays.
    pub fn take(&mut self, meaning: Meaning, text: &str, node: NodeId, clock: Clock) {
        let text = clean(text);
        if is_placeholder(&text) {
            return;
        }
        if has_private_use(&text) && !matches!(meaning, Meaning::Operation | Meaning::Other | Meaning::Buyer) {
            let icons_only = !text.chars().any(char::is_alphanumeric) || figures(&text).is_empty();
            if icons_only || is_figure(meaning) {
                self.unreadable.insert(meaning);
                return;
            }
        }
        let text = without_private_use(text);
        let shown = || Some(Shown { text: text.clone(), node });
        match meaning {
            Meaning::OrderId => fill(&mut self.order_id, first_id(&text)),
            Meaning::RefundId => fill(&mut self.refund_id, first_id(&text)),
            Meaning::Reason => fill(&mut self.reason, shown()),
            Meaning::Note => fill(&mut self.note, shown()),
            Meaning::Chat => fill(&mut self.chat, shown()),
            Meaning::Service => {
                if service(&text).is_some() {
                    fill(&mut self.service, shown());
                }
            }
            Meaning::Status => {
                self.take_deadline(&text, false, clock);
                fill(
                    &mut self.status,
                    Some(without_brackets(&without_countdown(&text))).filter(|text| !text.is_empty()),
                );
            }
            Meaning::Shipping => fill(&mut self.shipping, Some(text)),
            Meaning::Category => fill(&mut self.category, Some(text)),
            Meaning::Goods => fill(&mut self.goods, Some(text)),
            Meaning::PaidAmount | Meaning::RefundAmount | Meaning::Amount | Meaning::Amounts => {
                self.take_amounts(meaning, &text)
            }
            Meaning::AppliedAt | Meaning::PaidAt | Meaning::SignedAt | Meaning::ShippedAt => {
                self.take_time(meaning, &text, clock)
            }
            Meaning::Deadline => self.take_deadline(&text, true, clock),
            Meaning::Buyer | Meaning::Operation | Meaning::Other | Meaning::Statistic | Meaning::NotARefund => {}
        }
    }

    /// Two amounts in one cell, in the order of its header.
    pub fn take_both(&mut self, text: &str, refund_first: bool) {
        let fresh = self.paid.is_none() && self.refund.is_none();
        self.take(Meaning::Amounts, text, 0, Clock::NONE);
        if refund_first && fresh {
            std::mem::swap(&mut self.paid, &mut self.refund);
        }
    }

    fn take_amounts(&mut self, meaning: Meaning, text: &str) {
        let mut found = figures(text).into_iter().filter(|figure| !figure.percent).collect::<Vec<_>>();
        if found.iter().any(|figure| figure.money) {
            found.retain(|figure| figure.money);
        }
        let mut found = found.into_iter();
        let Some(first) = found.next() else {
            if text.chars().any(|letter| letter.is_numeric() || matches!(letter, '¥' | '￥' | '*')) {
                self.unreadable.insert(meaning);
            }
            return;
        };
        match (meaning, found.next()) {
            (Meaning::PaidAmount, _) => fill(&mut self.paid, Some(first)),
            (Meaning::RefundAmount, _) | (Meaning::Amount, None) => fill(&mut self.refund, Some(first)),
            (Meaning::Amounts, Some(second)) => {
                fill(&mut self.paid, Some(first));
                fill(&mut self.refund, Some(second));
            }
            // Two amounts and nothing that tells them apart: neither is taken for the other.
            _ => {}
        }
    }

    fn take_time(&mut self, meaning: Meaning, text: &str, clock: Clock) {
        let found = first_time(text, clock.zone);
        if found.is_none() && text.chars().any(|letter| letter.is_ascii_digit()) {
            self.unreadable.insert(meaning);
        }
        let slot = match meaning {
            Meaning::AppliedAt => &mut self.applied_at,
            Meaning::PaidAt => &mut self.paid_at,
            Meaning::SignedAt => &mut self.signed_at,
            _ => &mut self.shipped_at,
        };
        fill(slot, found);
    }

    /// A countdown, or in a column for deadlines also a point in time. `column` says that nothing else can stand there.
    pub fn take_deadline(&mut self, text: &str, column: bool, clock: Clock) {
        // A date and a time alone count nothing down.
        let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b':' | b'.' | b' ');
        if !column && text.bytes().all(plain) {
            return;
        }
        let left = countdown(text, column).map(|found| match found.says {
            Countdown::Left(seconds) => seconds,
            Countdown::Over(seconds) => seconds.saturating_neg(),
        });
        let counted = left.zip(clock.now).and_then(|(seconds, now)| now.plus_seconds(seconds));
        let fixed = || {
            let cued = column
                || ["前处理", "前回复", "后系统", "后自动", "截止", "超时时间"].iter().any(|cue| text.contains(cue));
            cued.then(|| first_time(text, clock.zone)).flatten()
        };
        fill(&mut self.deadline, counted.or_else(fixed));
    }

    /// The number by which the report knows the record.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        let other = self.other_ids.first();
        self.refund_id.as_deref().or(self.order_id.as_deref()).or(other.map(String::as_str))
    }

    /// Every number of the record.
    #[must_use]
    pub fn ids(&self) -> Vec<&str> {
        let named = self.refund_id.iter().chain(&self.order_id).map(String::as_str);
        named.chain(self.other_ids.iter().map(String::as_str)).collect()
    }

    /// What the record says that does not tick, for a key where it has no number.
    #[must_use]
    pub fn content(&self) -> String {
        let shown = |shown: &Option<Shown>| shown.as_ref().map(|shown| shown.text.clone()).unwrap_or_default();
        let figure = |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.value.clone()).unwrap_or_default();
        let moment = |moment: Option<Moment>| moment.map(Moment::to_rfc3339).unwrap_or_default();
        [
            shown(&self.reason),
            shown(&self.note),
            shown(&self.service),
            self.goods.clone().unwrap_or_default(),
            figure(&self.paid),
            figure(&self.refund),
            moment(self.applied_at),
            moment(self.paid_at),
        ]
        .join("\u{1F}")
    }
}

const fn is_figure(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::PaidAmount
            | Meaning::RefundAmount
            | Meaning::Amount
            | Meaning::Amounts
            | Meaning::AppliedAt
            | Meaning::PaidAt
            | Meaning::SignedAt
            | Meaning::ShippedAt
            | Meaning::Deadline
            | Meaning::OrderId
            | Meaning::RefundId
    )
}

fn fill<T>(slot: &mut Option<T>, value: Option<T>) {
    if slot.is_none() {
        *slot = value;
    }
}

/// Without direction marks, zero-width and control characters; cut at a length no honest value reaches.
pub(crate) fn clean(text: &str) -> String {
    let invisible = |letter: &char| matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}');
    let kept: String = text
        .chars()
        .take(LONGEST)
        .filter(|letter| !invisible(letter))
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    kept.trim().to_owned()
}

/// Icon glyphs beside readable words.
fn without_private_use(text: String) -> String {
    if has_private_use(&text) {
        text.chars().filter(|letter| !matches!(letter, '\u{E000}'..='\u{F8FF}')).collect::<String>().trim().to_owned()
    } else {
        text
    }
}

/// A state without what its countdown left behind.
fn without_brackets(text: &str) -> String {
    let start = text.find(['（', '(']).filter(|at| *at > 0);
    start.and_then(|at| text.get(..at)).unwrap_or(text).trim().to_owned()
}

/// The first run of letters and digits that can be a number of a record.
pub(in crate::page) fn first_id(text: &str) -> Option<String> {
    text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'))
        .map(|run| run.trim_matches('-'))
        .find(|run| run.len() >= 6 && run.len() <= 40 && run.bytes().filter(u8::is_ascii_digit).count() >= 5)
        .map(str::to_owned)
}
