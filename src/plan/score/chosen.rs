//! What the agent has said about a figure: its target, and what the page does not show.

use serde_json::Value;

use crate::score::decimal::Decimal;
use crate::score::parse::{self, Counted};
use crate::score::shown::Rounding;

/// The agent's own words on one figure. What cannot be understood counts as not said: a setting must not cost the agent the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// Where the figure should be.
    pub target: Option<Decimal>,
    /// The number of ratings.
    pub count: Option<Counted>,
    /// The number of orders that count.
    pub base: Option<u64>,
    /// The number of bad ones.
    pub bad: Option<u64>,
    /// How the platform rounds what it shows.
    pub rounding: Rounding,
    /// Ratings the shop gets a day.
    pub per_day: Option<Decimal>,
}

impl Chosen {
    /// From `settings.targets`, by platform and metric: `{"taobao.dsr_service": {"target": "4.8", "count": 2345}}`. What the settings room keeps,
    /// `{"wanted": {"taobao/dsr_service": "4.8"}, "counts": {"taobao/dsr_service": 2345}}`, is taken as well.
    #[must_use]
    pub fn of(settings: &Value, platform: &str, metric: &str) -> Self {
        let targets = settings.get("targets");
        let entry = targets.and_then(|targets| targets.get(format!("{platform}.{metric}")));
        let kept = |name: &str| -> Option<&Value> {
            let list = targets?.get(name)?;
            list.get(format!("{platform}/{metric}")).or_else(|| list.get(format!("{platform}.{metric}")))
        };
        let said = |name: &str| -> Option<String> {
            let kept = || match name {
                "target" => kept("wanted"),
                "count" | "base" => kept("counts"),
                _ => None,
            };
            match entry.and_then(|entry| entry.get(name)).or_else(kept)? {
                Value::String(text) => Some(text.clone()),
                Value::Number(number) if number.is_u64() => Some(number.to_string()),
                _ => None,
            }
        };
        let rounding = match said("rounding").as_deref() {
            Some("truncate") => Rounding::Truncate,
            Some("unknown") => Rounding::Unknown,
            _ => Rounding::HalfUp,
        };
        let decimal = |name| said(name).and_then(|text| Decimal::parse("setting", &text).ok());
        let count = |name| said(name).and_then(|text| parse::count(&text, Rounding::Unknown).ok().flatten());
        Self {
            target: decimal("target"),
            count: count("count"),
            base: count("base").and_then(Counted::sure),
            bad: count("bad").and_then(Counted::sure),
            rounding,
            per_day: decimal("per_day"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_said_and_what_is_nonsense() {
        let settings = json!({ "targets": {
            "taobao.dsr_service": { "target": "4.85", "count": 2345, "rounding": "unknown", "per_day": "2.5" },
            "taobao.first_quality_refund_rate": { "target": "0.2", "base": "12,000", "bad": 3 },
            "jd.shop_rating": { "target": 4.8, "count": -1, "base": "many", "rounding": 7 },
            "jd.experience": "4.8",
            "wanted": { "douyin/product_rating": "4.85", "taobao/dsr_service": "4.9" },
            "counts": { "douyin/product_rating": 120, "jd/shop_rating": [] },
        } });
        let of = |platform, metric| Chosen::of(&settings, platform, metric);
        let service = of("taobao", "dsr_service");
        assert_eq!(service.target.unwrap().to_string(), "4.85");
        assert_eq!((service.count.unwrap().sure(), service.rounding), (Some(2345), Rounding::Unknown));
        assert_eq!(of("taobao", "first_quality_refund_rate").base, Some(12_000));
        let kept = of("douyin", "product_rating");
        assert_eq!((kept.target.unwrap().to_string(), kept.count.unwrap().sure()), ("4.85".to_owned(), Some(120)));
        for (platform, metric) in [("jd", "shop_rating"), ("jd", "experience"), ("douyin", "none")] {
            assert_eq!(of(platform, metric), Chosen::default(), "{metric}");
        }
        assert_eq!(Chosen::of(&Value::Null, "jd", "x"), Chosen::default());
    }
}
