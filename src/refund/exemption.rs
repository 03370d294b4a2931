//! Conditions under which a counting reason does not count, and whether they hold for this refund.

use super::input::RefundInput;
use super::state::{Parcel, Turn};
use super::window;
use crate::pack::{Condition, Confidence, Exemption, Pack};

const HOUR: i64 = 3600;

/// How an exemption stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It holds: the refund does not count.
    Met,
    /// It holds by a rule that is too unsure to rely on, or it may still come to hold.
    Open,
    /// Whether it applies depends on something that is not known here.
    Possible,
}

/// The exemption that matters most, with its standing.
#[must_use]
pub fn best<'a>(pack: &'a Pack, input: &RefundInput, turn: Turn, parcel: Parcel) -> Option<(&'a Exemption, Standing)> {
    let rank = |standing: Standing| match standing {
        Standing::Met => 0,
        Standing::Open => 1,
        Standing::Possible => 2,
    };
    let standing = |exemption: &'a Exemption| Some((exemption, stands(exemption, pack, input, turn, parcel)?));
    pack.exemptions.iter().filter_map(standing).min_by_key(|(_, standing)| rank(*standing))
}

fn stands(exemption: &Exemption, pack: &Pack, input: &RefundInput, turn: Turn, parcel: Parcel) -> Option<Standing> {
    match &exemption.when {
        Condition::Window { days } => {
            let leaves = window::leaves(input.paid_at?, *days, pack.about.zone())?;
            (input.now?.date_in(pack.about.zone()) >= leaves).then_some(Standing::Met)
        }
        Condition::Unsigned => {
            let after =
                input.signed_at.zip(input.filed_at).is_some_and(|(signed, filed)| signed.seconds_since(filed) > 0);
            let unsigned = input.signed_at.is_none() && matches!(parcel, Parcel::Unshipped | Parcel::Travelling);
            let sure = exemption.evidence.confidence == Confidence::Official;
            (after || unsigned).then_some(if sure { Standing::Met } else { Standing::Open })
        }
        Condition::SignedAfter { hours } => signed_after(hours.saturating_mul(HOUR), input, parcel),
        Condition::Smooth { category_words } => {
            if matches!(turn, Turn::Refused | Turn::Platform)
                || matches!(parcel, Parcel::Unshipped | Parcel::Travelling)
            {
                return None;
            }
            let listed = input.category.as_deref().is_some_and(|name| {
                let name = crate::pack::flat_label(name);
                category_words.iter().any(|word| name.contains(&crate::pack::flat_label(word)))
            });
            Some(if listed { Standing::Open } else { Standing::Possible })
        }
    }
}

/// Counted only when signed for before the application, or less than `limit` seconds after it.
fn signed_after(limit: i64, input: &RefundInput, parcel: Parcel) -> Option<Standing> {
    // A signing that lies in the future has not happened yet.
    let signed = input.signed_at.filter(|signed| input.now.is_none_or(|now| now.seconds_since(*signed) >= 0));
    match (signed, input.filed_at) {
        (Some(signed), Some(filed)) => (signed.seconds_since(filed) >= limit).then_some(Standing::Met),
        (Some(_), None) => None,
        (None, _) if parcel == Parcel::Signed => None,
        (None, filed) => {
            let waited = input.now.zip(filed).map(|(now, filed)| now.seconds_since(filed));
            let said = matches!(parcel, Parcel::Unshipped | Parcel::Travelling);
            // Only a page that says so makes "unsigned" certain; a missing time is a missing time.
            Some(if said && waited.is_some_and(|waited| waited >= limit) { Standing::Met } else { Standing::Open })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::state;
    use super::super::tests::{at, input};
    use super::*;
    use crate::pack::{Packs, Platform};

    fn standing(input: &RefundInput) -> Option<Standing> {
        let pack = &Packs::embedded().book(input.platform).unwrap().pack;
        let turn = state::turn(input.status.as_deref());
        best(pack, input, turn, state::parcel(input.shipping.as_deref())).map(|(_, standing)| standing)
    }

    #[test]
    fn pinduoduo_eighteen_hours() {
        let filed = Some(at("2026-11-06T09:00:00+08:00"));
        let mut refund = RefundInput { filed_at: filed, ..input(Platform::Pinduoduo, "质量问题") };
        assert_eq!(standing(&refund), Some(Standing::Open), "unsigned as far as we know");
        for (signed, wanted) in [
            ("2026-11-05T09:00:00+08:00", None),
            ("2026-11-07T02:59:59+08:00", None),
            ("2026-11-07T03:00:00+08:00", Some(Standing::Met)),
            ("2026-11-07T16:00:00+08:00", Some(Standing::Met)),
        ] {
            refund.signed_at = Some(at(signed));
            assert_eq!(standing(&refund), wanted, "{signed}");
        }
        refund.signed_at = None;
        refund.shipping = Some("运输中".to_owned());
        refund.now = Some(at("2026-11-07T03:00:00+08:00"));
        assert_eq!(standing(&refund), Some(Standing::Met), "18 hours on the way since");
        refund.shipping = Some("已签收".to_owned());
        assert_eq!(standing(&refund), None);
    }

    #[test]
    fn taobao_window_and_unsigned() {
        let mut refund = RefundInput {
            paid_at: Some(at("2026-10-01")),
            now: Some(at("2026-11-01T23:59:59+08:00")),
            ..input(Platform::Taobao, "质量问题")
        };
        assert_eq!(standing(&refund), None);
        refund.now = Some(at("2026-11-02T00:00:00+08:00"));
        assert_eq!(standing(&refund), Some(Standing::Met));
        refund.now = None;
        assert_eq!(standing(&refund), None, "no present, no answer");
        refund.shipping = Some("买家未收到货".to_owned());
        assert_eq!(standing(&refund), Some(Standing::Open), "the unsigned rule is too unsure to rely on");
    }

    #[test]
    fn kuaishou_smooth_handling() {
        let mut refund = input(Platform::Kuaishou, "质量问题");
        assert_eq!(standing(&refund), Some(Standing::Possible));
        refund.category = Some("水果/苹果".to_owned());
        assert_eq!(standing(&refund), Some(Standing::Open));
        refund.status = Some("平台介入中".to_owned());
        assert_eq!(standing(&refund), None, "forfeited");
        refund.status = Some("商家已拒绝".to_owned());
        assert_eq!(standing(&refund), None, "forfeited");
    }

    #[test]
    fn platforms_without_known_exemptions_have_none() {
        assert_eq!(standing(&input(Platform::Jd, "质量问题")), None);
        assert_eq!(standing(&input(Platform::Douyin, "质量不好")), None);
    }
}
