//! What the agent saves to report a malicious review: the words, when, where, and a fingerprint. The screenshot is the agent's.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::pack::{Confidence, Platform};
use crate::review::answer::Malicious;
use crate::review::rules::rules;
use crate::text::moment::Moment;
use crate::words::{self, Locale};

/// What is to be kept.
#[derive(Debug, Clone)]
pub struct EvidenceInput<'a> {
    /// Where the shop is.
    pub platform: Platform,
    /// The review as the page shows it.
    pub text: &'a str,
    /// What in it speaks for malice.
    pub malicious: Option<&'a Malicious>,
    /// The page's address; query and fragment are left out.
    pub address: &'a str,
    /// When the review was written, where the page says so.
    pub reviewed_at: Option<Moment>,
    /// The present.
    pub now: Option<Moment>,
    /// Language of the sentences.
    pub locale: Locale,
}

#[derive(Serialize)]
struct Pack<'a> {
    platform: &'static str,
    review: &'a str,
    sha256: String,
    #[serde(flatten)]
    malicious: Option<&'a Malicious>,
    address: &'a str,
    reviewed_at: Option<String>,
    saved_at: Option<String>,
    proof: &'a str,
    path: &'a str,
    source: &'a str,
    since: &'a str,
    confidence: Confidence,
    add: String,
    law: String,
}

/// The pack as JSON text, to be saved as a file.
#[must_use]
pub fn pack(input: &EvidenceInput<'_>) -> String {
    let report = &rules(input.platform).report;
    let pack = Pack {
        platform: input.platform.id(),
        review: input.text,
        sha256: sha256(input.text),
        malicious: input.malicious,
        address: bare(input.address),
        reviewed_at: input.reviewed_at.map(Moment::to_rfc3339),
        saved_at: input.now.map(Moment::to_rfc3339),
        proof: report.proof.get(input.locale),
        path: report.path.get(input.locale),
        source: &report.evidence.source,
        since: &report.evidence.since,
        confidence: report.evidence.confidence,
        add: words::text(input.locale, "reply_add_screenshot", &[]),
        law: words::text(input.locale, "reply_law", &[]),
    };
    serde_json::to_string_pretty(&pack).unwrap_or_default()
}

/// The SHA-256 of a text's UTF-8 bytes, in hexadecimal.
#[must_use]
pub fn sha256(text: &str) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        for half in [byte >> 4, byte & 15] {
            hex.extend(char::from_digit(u32::from(half), 16));
        }
    }
    hex
}

/// An address without query and fragment, which may name people and sessions.
fn bare(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn the_fingerprint_is_that_of_the_standard() {
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn the_pack_tells_what_where_and_how_sure_and_no_query() {
        for locale in Locale::ALL {
            let input = EvidenceInput {
                platform: Platform::Pinduoduo,
                text: "不退款就给差评",
                malicious: None,
                address: "https://mms.pinduoduo.com/goods/evaluation/index?order=1&token=x#top",
                reviewed_at: None,
                now: Some(Moment::parse("2026-11-22T10:00:00+08:00", crate::text::moment::SHANGHAI).unwrap()),
                locale,
            };
            let pack: Value = serde_json::from_str(&pack(&input)).unwrap();
            assert_eq!(pack["address"], "https://mms.pinduoduo.com/goods/evaluation/index");
            assert_eq!(pack["saved_at"], "2026-11-22T10:00:00+08:00");
            assert_eq!(pack["confidence"], "secondary");
            assert_eq!(pack["reviewed_at"], Value::Null);
            let law = pack["law"].as_str().unwrap();
            assert!(law.contains("39") && !law.contains("38"), "{law}");
        }
    }
}
