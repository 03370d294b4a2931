//! Do the buyer's own words agree with the stated reason?

use super::cause::Cause;
use super::verdict::Match;
use crate::issue::{Issue, Signal};
use crate::pack::Class;

/// Words against reason. A reason that is empty or that nobody has listed cannot be contradicted; `label` is the reason as the page shows
/// it, which may name more than its class.
#[must_use]
pub fn compare(class: Option<Class>, label: &str, cause: &Cause) -> Match {
    let Some(class) = class else { return Match::Silent };
    let own = cause.signals(Signal::OwnMistake) || cause.signals(Signal::SellerInduced);
    // Sound goods may still differ from their description or be the wrong ones.
    let owns_up = own || (cause.signals(Signal::GoodsAreFine) && (class.blames_goods() && class != Class::Description));
    if cause.is_silent() && !owns_up {
        return Match::Silent;
    }
    match class {
        Class::Neutral => Match::Silent,
        Class::Logistics => against_logistics(cause),
        buyers if buyers.is_buyers_own() => against_buyers_own(buyers, cause),
        fault => against_fault(fault, label, cause, owns_up),
    }
}

/// A reason that blames goods, description, packing or shop.
fn against_fault(class: Class, label: &str, cause: &Cause, owns_up: bool) -> Match {
    let fits = fitting(class).iter().any(|issue| cause.has(*issue)) || named(label, cause);
    match cause.said.quality_cause {
        Some(true) if fits || class.blames_goods() => Match::Agrees,
        Some(true) => Match::Contradicts,
        // The buyer's own side of the same matter is no fault: "too big for me" under "size not as described".
        _ if fits && !owns_up => Match::Agrees,
        // Something is told that may be a fault.
        _ if cause.signals(Signal::FaultSuspected) => Match::Silent,
        _ if owns_up => Match::Contradicts,
        Some(false) if cause.said.issues.iter().all(|found| explains_nothing(found.issue)) => Match::Silent,
        Some(false) => Match::Contradicts,
        None if cause.sellers_error() => Match::Contradicts,
        // Open means that a fault is suspected: a buyer with one is never asked.
        None => Match::Silent,
    }
}

/// A reason on the buyer's own side.
fn against_buyers_own(class: Class, cause: &Cause) -> Match {
    let late = matches!(cause.said.primary, Issue::SlowLogistics | Issue::CourierService | Issue::SellerService);
    if cause.grave() || cause.sellers_error() {
        Match::Contradicts
    } else if late || cause.said.primary == Issue::MaliciousAbuse {
        if cause.has(Issue::ChangedMind) { Match::Agrees } else { Match::Silent }
    } else if class == Class::Price && !cause.has(Issue::PriceDrop) {
        Match::Silent
    } else {
        Match::Agrees
    }
}

fn against_logistics(cause: &Cause) -> Match {
    if cause.has(Issue::SlowLogistics) || cause.has(Issue::CourierService) {
        Match::Agrees
    } else if explains_nothing(cause.said.primary) {
        Match::Silent
    } else {
        Match::Contradicts
    }
}

/// The issues a reason of this class names.
fn fitting(class: Class) -> &'static [Issue] {
    match class {
        Class::Allergy => &[Issue::AdverseReaction],
        Class::Colour => &[Issue::ColourDifference, Issue::NotAsDescribed, Issue::WrongItem],
        Class::Counterfeit => &[Issue::Counterfeit],
        Class::Damage => &[Issue::DamagedInTransit, Issue::WorkmanshipDefect, Issue::MissingItem, Issue::Packaging],
        Class::Description => &[Issue::NotAsDescribed, Issue::ColourDifference, Issue::WrongItem, Issue::MissingItem],
        Class::Effect => &[Issue::FunctionFailure, Issue::NotAsDescribed],
        Class::Material => &[Issue::Material, Issue::NotAsDescribed],
        Class::Missing => &[Issue::MissingItem],
        Class::Quality => &[Issue::WorkmanshipDefect, Issue::FunctionFailure, Issue::Material, Issue::Counterfeit],
        Class::SizeAsDescribed => &[Issue::SizeFit, Issue::NotAsDescribed, Issue::MissingItem],
        Class::Smell => &[Issue::Smell],
        Class::Spoiled => &[Issue::ExpiredSpoiled],
        Class::WrongItem => &[Issue::WrongItem, Issue::NotAsDescribed],
        Class::ChangedMind | Class::Logistics | Class::Neutral | Class::NoReason | Class::Price | Class::SizeFit => &[],
    }
}

/// "材质/颜色/款式与描述不符" names colour as well as material: does a label of a mismatch name what was said?
fn named(label: &str, cause: &Cause) -> bool {
    let label = crate::pack::flat_label(label);
    let has = |issues: &[Issue]| issues.iter().any(|issue| cause.has(*issue));
    label.contains("不符")
        && NAMED.iter().any(|(words, issues)| words.iter().any(|word| label.contains(word)) && has(issues))
}

/// Words of labels, and what they name besides the label's class.
const NAMED: &[(&[&str], &[Issue])] = &[
    (&["颜色", "款式", "图案", "外观", "图片"], &[Issue::ColourDifference, Issue::NotAsDescribed]),
    (&["材质", "面料", "成分"], &[Issue::Material]),
    (&["重量", "数量", "容量"], &[Issue::MissingItem, Issue::SizeFit]),
    (&["大小", "尺寸", "规格"], &[Issue::SizeFit, Issue::NotAsDescribed]),
    (&["包装"], &[Issue::Packaging]),
];

/// Issues that leave open whether the goods are at fault.
fn explains_nothing(issue: Issue) -> bool {
    matches!(issue, Issue::SellerService | Issue::Packaging | Issue::Praise | Issue::Other | Issue::MaliciousAbuse)
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use super::*;

    fn compared(class: Class, issues: &[Issue], quality: Option<bool>, signals: &[Signal]) -> Match {
        let cause = Cause::with("", Some("…"), None, |_| said(issues, quality, signals));
        compare(Some(class), "", &cause)
    }

    #[test]
    fn a_fault_agrees_with_quality_and_contradicts_the_buyers_own() {
        let fault = [Issue::WorkmanshipDefect];
        assert_eq!(compared(Class::Quality, &fault, Some(true), &[]), Match::Agrees);
        assert_eq!(compared(Class::ChangedMind, &fault, Some(true), &[]), Match::Contradicts);
        assert_eq!(compared(Class::SizeFit, &fault, Some(true), &[]), Match::Contradicts);
        assert_eq!(compared(Class::Missing, &fault, Some(true), &[]), Match::Contradicts);
        assert_eq!(compared(Class::Neutral, &fault, Some(true), &[]), Match::Silent);
    }

    #[test]
    fn the_buyers_side_contradicts_quality() {
        for issue in
            [Issue::SizeFit, Issue::ChangedMind, Issue::PriceDrop, Issue::SlowLogistics, Issue::ColourDifference]
        {
            assert_eq!(compared(Class::Quality, &[issue], Some(false), &[]), Match::Contradicts, "{issue:?}");
        }
        // Not where a fault may be told beside it, whatever the likelier reading.
        let doubt = [Signal::OwnMistake, Signal::FaultSuspected];
        assert_eq!(compared(Class::Quality, &[Issue::SizeFit], Some(false), &doubt), Match::Silent);
        assert_eq!(compared(Class::ChangedMind, &[Issue::ChangedMind], Some(false), &[]), Match::Agrees);
        assert_eq!(compared(Class::NoReason, &[Issue::SizeFit], Some(false), &[]), Match::Agrees);
    }

    #[test]
    fn the_named_matter_agrees_unless_the_buyer_owns_up() {
        let colour = [Issue::ColourDifference];
        assert_eq!(compared(Class::Colour, &colour, Some(false), &[]), Match::Agrees);
        assert_eq!(compared(Class::Description, &colour, Some(false), &[]), Match::Agrees);
        assert_eq!(compared(Class::SizeAsDescribed, &[Issue::SizeFit], Some(false), &[]), Match::Agrees);
        let own = [Signal::OwnMistake];
        assert_eq!(compared(Class::SizeAsDescribed, &[Issue::SizeFit], Some(false), &own), Match::Contradicts);
        assert_eq!(compared(Class::Description, &[Issue::ChangedMind], Some(false), &own), Match::Contradicts);
    }

    #[test]
    fn a_label_may_name_more_than_its_class() {
        let compared = |label: &str, issue: Issue, signals: &[Signal]| {
            compare(
                Some(Class::Material),
                label,
                &Cause::with("", Some("…"), None, |_| said(&[issue], Some(false), signals)),
            )
        };
        assert_eq!(compared("材质/颜色/款式与描述不符", Issue::ColourDifference, &[]), Match::Agrees);
        assert_eq!(compared("材質 / 顏色 / 款式與描述不符", Issue::ColourDifference, &[]), Match::Agrees);
        assert_eq!(compared("材质/面料与商品描述不符", Issue::ColourDifference, &[]), Match::Contradicts);
        assert_eq!(compared("材质/颜色/款式与描述不符", Issue::SizeFit, &[]), Match::Contradicts);
        let own = [Signal::OwnMistake];
        assert_eq!(compared("材质/颜色/款式与描述不符", Issue::ColourDifference, &own), Match::Contradicts);
    }

    #[test]
    fn words_that_tell_no_cause_are_silent() {
        assert_eq!(compared(Class::Quality, &[Issue::Praise], Some(false), &[]), Match::Silent);
        let also_small = [Issue::SellerService, Issue::SizeFit];
        assert_eq!(compared(Class::Quality, &also_small, Some(false), &[]), Match::Contradicts);
        assert_eq!(
            compared(Class::Quality, &[Issue::Praise], Some(false), &[Signal::GoodsAreFine]),
            Match::Contradicts
        );
        assert_eq!(compared(Class::Quality, &[], None, &[]), Match::Silent);
        assert_eq!(compared(Class::Quality, &[Issue::Other], None, &[Signal::PointsAtPicture]), Match::Silent);
        assert_eq!(compared(Class::Quality, &[Issue::SellerService], Some(false), &[]), Match::Silent);
        assert_eq!(
            compared(Class::Quality, &[Issue::SellerService], Some(false), &[Signal::GoodsAreFine]),
            Match::Contradicts
        );
        assert_eq!(
            compare(None, "", &Cause::with("", Some("…"), None, |_| said(&[Issue::SizeFit], Some(false), &[]))),
            Match::Silent
        );
    }

    #[test]
    fn the_shops_own_error_contradicts_a_buyers_reason() {
        assert_eq!(compared(Class::ChangedMind, &[Issue::WrongItem], Some(false), &[]), Match::Contradicts);
        assert_eq!(compared(Class::WrongItem, &[Issue::WrongItem], Some(false), &[]), Match::Agrees);
        assert_eq!(compared(Class::Logistics, &[Issue::SlowLogistics], Some(false), &[]), Match::Agrees);
        assert_eq!(compared(Class::Logistics, &[Issue::WorkmanshipDefect], Some(true), &[]), Match::Contradicts);
    }
}
