//! What the agent saves of a review that looks malicious: its words, when and where they stood, and a sum that shows that they were not changed.

use serde_json::json;
use sha2::{Digest, Sha256};

use super::answer::Malicious;
use super::message::{Card, Desk};
use crate::text::moment::{Moment, SHANGHAI};
use crate::words::Locale;

/// A file to save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The evidence of one review, saved at `now` (ms since 1970 UTC).
#[must_use]
pub fn evidence(card: &Card, malicious: Option<&Malicious>, desk: &Desk, now: f64, locale: Locale) -> Option<Evidence> {
    let review = card.review.as_ref()?;
    let words =
        [Some(review.text.as_str()), review.added.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("\n");
    let sum: String = Sha256::digest(words.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    #[allow(clippy::cast_possible_truncation, reason = "a time in ms")]
    let saved = Moment::from_unix_ms(now as i64, SHANGHAI).map(Moment::to_rfc3339);
    let file = json!({
        "platform": desk.platform,
        "page": desk.address,
        "saved_at": saved,
        "order": card.ids.order,
        "review": card.ids.review,
        "product": card.goods,
        "reviewed_at": review.time,
        "stars": review.stars,
        "text": review.text,
        "added": review.added,
        "sha256": sum,
        "sha256_of": "text and added, joined by a line feed, UTF-8",
        "class": malicious.map(|malicious| malicious.class.clone()),
        "cues": malicious.map(|malicious| malicious.evidence.clone()),
        "note": crate::words::text(locale, "panel_evidence_note", &[]),
    });
    let id = card.ids.review.as_deref().or(card.ids.order.as_deref()).unwrap_or("review");
    let safe: String = id.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').take(40).collect();
    Some(Evidence { name: format!("evidence-{safe}.json"), text: serde_json::to_string_pretty(&file).ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_place_time_and_sum() {
        let desk: Desk = serde_json::from_value(json!({
            "platform": "jd", "address": "https://shop.jd.com/a", "cards": [{ "key": "k", "level": "at_risk", "ids": { "order": "30/../1" }, "review": { "text": "a", "stars": 1 } }],
        }))
        .unwrap();
        let found = evidence(&desk.cards[0], None, &desk, 1_795_140_000_000.0, Locale::ZhCn).unwrap();
        let file: serde_json::Value = serde_json::from_str(&found.text).unwrap();
        assert_eq!(file["sha256"], "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
        assert_eq!((found.name.as_str(), &file["page"]), ("evidence-301.json", &json!("https://shop.jd.com/a")));
        assert!(file["saved_at"].as_str().is_some_and(|at| at.ends_with("+08:00")), "{file}");
    }
}
