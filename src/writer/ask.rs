//! Questions about one text: what to answer a review (`reply`), what must not stand in an answer (`lint`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::lint::{Kind, LintInput, lint};
use crate::pack::{Platform, Script};
use crate::page::record::Clock;
use crate::review::rules::rules;
use crate::review::{Answer, Fault, ReviewInput, Tone, answer};
use crate::text::moment::{Moment, SHANGHAI};
use crate::words::Locale;

/// Longest text that is looked at, in characters; no review and no reply box is longer.
const LONGEST: usize = 20_000;

/// What both questions may say.
#[derive(Debug, Deserialize)]
struct Asked {
    platform: Platform,
    #[serde(default)]
    text: String,
    #[serde(default)]
    added: Option<String>,
    #[serde(default)]
    stars: Option<f64>,
    #[serde(default)]
    product: Option<String>,
    #[serde(default)]
    facts: BTreeMap<String, String>,
    #[serde(default)]
    fault: Option<Fault>,
    #[serde(default)]
    tone: Tone,
    #[serde(default)]
    shop: Option<String>,
    #[serde(default)]
    previous: Vec<String>,
    #[serde(default)]
    limit: Option<u32>,
    #[serde(default)]
    script: Option<Script>,
    #[serde(default)]
    reviewed_at: Option<String>,
    #[serde(default)]
    review: Option<String>,
    #[serde(default)]
    locale: Locale,
}

fn asked(request: &str) -> Result<Asked, serde_json::Error> {
    let mut asked: Asked = serde_json::from_str(request)?;
    for text in [Some(&mut asked.text), asked.added.as_mut(), asked.review.as_mut()].into_iter().flatten() {
        if let Some((at, _)) = text.char_indices().nth(LONGEST) {
            text.truncate(at);
        }
    }
    asked.previous.truncate(50);
    Ok(asked)
}

/// Drafts for one review.
///
/// # Errors
/// Where the request has another shape.
pub fn reply(request: &str, clock: Clock) -> Result<String, serde_json::Error> {
    let asked = asked(request)?;
    let mut input = ReviewInput::new(asked.platform, &asked.text);
    input.added = asked.added;
    input.stars = asked.stars.and_then(whole_stars);
    input.product = asked.product;
    input.facts = asked.facts;
    input.fault = asked.fault;
    input.shop = asked.shop;
    input.previous = asked.previous;
    input.limit = asked.limit.and_then(|limit| usize::try_from(limit).ok());
    input.script = asked.script;
    input.tone = asked.tone;
    input.reviewed_at = asked.reviewed_at.and_then(|at| Moment::parse(&at, SHANGHAI).ok());
    input.now = clock.now;
    input.locale = asked.locale;
    let rules = rules(asked.platform);
    let answer = answer(&input);
    let report = answer.malicious.is_some().then(|| Report {
        proof: rules.report.proof.get(asked.locale),
        path: rules.report.path.get(asked.locale),
        once: rules.report.once,
    });
    serde_json::to_string(&Told { limit: input.limit.or(rules.limit), report, answer })
}

/// The answer with what the platform's rules add to it.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    answer: Answer,
    limit: Option<usize>,
    report: Option<Report<'a>>,
}

/// How a malicious review is reported on the platform.
#[derive(Serialize)]
struct Report<'a> {
    proof: &'a str,
    path: &'a str,
    once: crate::pack::Answer,
}

/// What must not stand in an answer.
///
/// # Errors
/// Where the request has another shape.
pub fn look(request: &str) -> Result<String, serde_json::Error> {
    let asked = asked(request)?;
    let mut input = LintInput::new(asked.platform, Kind::Reply, &asked.text);
    input.review = asked.review.as_deref();
    input.facts = asked.facts;
    input.limit = asked.limit;
    input.previous = &asked.previous;
    input.shop = asked.shop.as_deref();
    input.script = asked.script;
    input.locale = asked.locale;
    serde_json::to_string(&lint(&input))
}

/// Half a star less than a whole one is not given to the shop.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie between 1 and 5")]
fn whole_stars(stars: f64) -> Option<u8> {
    (1.0..=5.0).contains(&stars).then(|| stars.floor() as u8)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::engine::evaluate;

    fn ask(request: &Value) -> Value {
        serde_json::from_str(&evaluate(&request.to_string())).unwrap()
    }

    #[test]
    fn a_review_gets_its_issues() {
        let answer = ask(
            &json!({ "kind": "reply", "v": 1, "platform": "taobao", "text": "衣服穿两次就起球了", "stars": 1, "now": 1_795_140_000_000_i64 }),
        );
        assert!(answer["issues"].as_array().is_some_and(|issues| !issues.is_empty()), "{answer}");
        assert!(answer["fault"].is_string() && answer["drafts"].is_array());
    }

    #[test]
    fn a_review_of_a_taught_page_gets_drafts_that_promise_nothing_of_a_platform() {
        let asked = json!({ "kind": "reply", "v": 1, "platform": "unknown", "text": "衣服穿两次就起球了", "stars": 1, "now": 1_795_140_000_000_i64 });
        let answer = ask(&asked);
        let drafts: Vec<&str> =
            answer["drafts"].as_array().unwrap().iter().filter_map(|one| one["text"].as_str()).collect();
        assert!(drafts.len() >= 3 && drafts.iter().any(|text| text.contains("聊天窗口")), "{answer}");
        assert_eq!((&answer["reply_by"], &answer["limit"]), (&Value::Null, &Value::Null), "{answer}");
        let lint = ask(&json!({ "kind": "lint", "platform": "unknown", "text": drafts[0] }));
        assert_eq!(lint["blocked"], false, "{lint}");
    }

    #[test]
    fn a_slot_left_open_blocks() {
        let report = ask(&json!({ "kind": "lint", "platform": "taobao", "text": "您好，{收货时间}给您补寄。" }));
        assert_eq!(report["blocked"], true, "{report}");
        let clean = ask(
            &json!({ "kind": "lint", "platform": "taobao", "text": "您好，起球的事让您添堵了，请在店铺客服里发张照片。" }),
        );
        assert_eq!(clean["blocked"], false, "{clean}");
    }

    #[test]
    fn a_question_of_another_shape_is_an_error() {
        for request in [
            json!({ "kind": "reply" }),
            json!({ "kind": "lint", "platform": "moon" }),
            json!({ "kind": "reply", "platform": "jd", "stars": "two" }),
        ] {
            assert!(ask(&request)["error"].is_string(), "{request}");
        }
    }
}
