//! The sentence that an agent passes on: figure, number behind it, target, what it takes. Facts only; it proposes nobody to be asked.

use super::decimal::Decimal;
use super::parse::Counted;
use super::stars::Need;
use crate::words::{Locale, text};

/// What the sentence speaks of.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// The name of the figure; may be empty.
    pub label: &'a str,
    /// The figure as shown, with its unit.
    pub value: &'a str,
    /// The ratings or orders behind it.
    pub count: Option<Counted>,
    /// The target.
    pub target: Decimal,
    /// What is needed if the figure is as good as it may be.
    pub best: Need,
    /// If it is as bad; `None` where nothing bounds it.
    pub worst: Option<Need>,
}

/// A number of ratings as a text: `1000`, `11500–12499`, `999+`.
#[must_use]
pub fn counted(count: Counted) -> String {
    match (count.sure(), count.max) {
        (Some(number), _) => number.to_string(),
        (None, Some(most)) => format!("{}–{most}", count.min),
        (None, None) => format!("{}+", count.min),
    }
}

/// `255–750`, or one number.
#[must_use]
pub fn span(best: u64, worst: u64) -> String {
    let (low, high) = (best.min(worst), best.max(worst));
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}

/// The sentence on a mean of stars.
#[must_use]
pub fn stars(said: &Said<'_>, locale: Locale) -> String {
    sentence(said, locale, &said.target.to_string(), "")
}

/// The sentence on a rate.
#[must_use]
pub fn rate(said: &Said<'_>, locale: Locale) -> String {
    sentence(said, locale, &format!("{}%", said.target), "_rate")
}

fn sentence(said: &Said<'_>, locale: Locale, target: &str, kind: &str) -> String {
    let say = |key: &str, args: &[&str]| text(locale, key, args);
    let unnamed = say(&format!("score_say_unnamed{kind}"), &[]);
    let label = if said.label.is_empty() { unnamed.as_str() } else { said.label };
    let now = match said.count {
        Some(count) => say(&format!("score_say_now{kind}"), &[label, said.value, &counted(count)]),
        None => say("score_say_now_alone", &[label, said.value]),
    };
    let wanted = match (said.best, said.worst) {
        (Need::Count(0), Some(Need::Count(0))) => say(&format!("score_say_met{kind}"), &[target]),
        (Need::Impossible, _) => say(&format!("score_say_impossible{kind}"), &[target]),
        (Need::Count(best), Some(Need::Count(worst))) if best == worst => {
            say(&format!("score_say_need{kind}"), &[target, &best.to_string()])
        }
        (Need::Count(best), Some(Need::Count(worst))) => {
            say(&format!("score_say_range{kind}"), &[target, &span(best, worst)])
        }
        (Need::Count(best), _) => say(&format!("score_say_from{kind}"), &[target, &best.to_string()]),
    };
    if locale == Locale::En { format!("{now} {wanted}") } else { format!("{now}{wanted}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::parse;
    use crate::score::shown::Rounding;

    fn said(best: Need, worst: Option<Need>) -> String {
        let count = parse::count("1.2万", Rounding::HalfUp).unwrap();
        let target = Decimal::parse("target", "4.8").unwrap();
        stars(&Said { label: "描述相符", value: "4.7", count, target, best, worst }, Locale::ZhCn)
    }

    #[test]
    fn each_state_has_its_sentence() {
        let range = said(Need::Count(255), Some(Need::Count(750)));
        for part in ["描述相符", "4.7", "11500–12499", "4.8", "255–750", "真实五星"] {
            assert!(range.contains(part), "{part} in {range}");
        }
        assert!(said(Need::Count(35), Some(Need::Count(35))).contains("35"));
        assert!(said(Need::Count(9), None).contains("至少"));
        assert!(said(Need::Impossible, Some(Need::Impossible)).contains("到不了"));
        assert!(said(Need::Count(0), Some(Need::Count(0))).contains("已"));
    }

    #[test]
    fn nobody_is_to_be_asked_and_nothing_bought() {
        for locale in [Locale::ZhCn, Locale::ZhTw, Locale::En] {
            for (key, words) in crate::words::starting_with(locale, "score_say_") {
                for banned in ["补单", "補單", "刷", "返现", "好评返", "邀", "ask your", "invite", "incentive"]
                {
                    assert!(!words.contains(banned), "{key}: {banned}");
                }
            }
        }
    }
}
