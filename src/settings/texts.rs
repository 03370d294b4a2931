//! The agent's own texts as they are used: found by a search, their slots filled, and looked at before they are saved.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::model::{Settings, Use};
use crate::lint::{Finding, Kind, LintInput, LintReport, Rule, Severity, lint};
use crate::pack::Platform;
use crate::review::snippet::{Snippet, SnippetError, Snippets, slots};
use crate::text::order;
use crate::words::{Locale, text};

/// As many are shown at once.
const MOST: usize = 12;

/// A text with its slots filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ready {
    /// Its id in the settings.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The text; a slot without a value stands in it as `{{name}}`.
    pub text: String,
    /// The slots without a value.
    #[serde(default)]
    pub unfilled: Vec<String>,
    /// Why it cannot be used, in the agent's language.
    #[serde(default)]
    pub trouble: Option<String>,
    /// Of a message: why it should not go out as it is. A reply is looked at in the field it is put into.
    #[serde(default)]
    pub warning: Option<String>,
}

/// A text that is being written, as it would come out.
#[derive(Debug, Serialize)]
pub struct Preview {
    /// With every slot filled by its own name in brackets.
    pub text: String,
    /// Its slots.
    pub slots: Vec<String>,
    /// Why it cannot be used, in the agent's language.
    pub trouble: Option<String>,
    /// What the lint says of it.
    pub lint: LintReport,
}

/// One slot has several names: what the agent writes, and what the product calls it.
const NAMES: [&[&str]; 3] =
    [&["product", "商品", "宝贝", "寶貝"], &["shop", "店铺", "店鋪", "店名"], &["buyer_issue", "问题", "問題"]];

/// The agent's texts of this use that a search finds (by title, by words, by the initials of the title's pinyin), with the values in their slots.
#[must_use]
pub fn ready(
    settings: &Settings,
    used_for: Use,
    search: &str,
    values: &BTreeMap<String, String>,
    locale: Locale,
) -> Vec<Ready> {
    let mut own: Vec<_> = settings.snippets.own.iter().filter(|(_, text)| text.used_for == used_for).collect();
    order::by_key(&mut own, |(_, text)| u64::from(text.order));
    let mut all = Snippets::new();
    let mut broken = BTreeMap::new();
    for (id, written) in &own {
        // Found by its id afterwards, searched by its title.
        if let Err(error) =
            all.put(Snippet { id: (*id).clone(), name: written.title.clone(), text: written.text.clone() })
        {
            broken.insert(id.as_str(), error);
        }
    }
    let values = spelled(values);
    let found: Vec<&str> = all.search(search).iter().map(|snippet| snippet.id.as_str()).collect();
    let all = own.iter().filter_map(|(id, written)| {
        let ready = |text: String, unfilled, trouble| Ready {
            id: (*id).clone(),
            title: written.title.clone(),
            warning: (used_for == Use::Message).then(|| warning(&text, locale)).flatten(),
            text,
            unfilled,
            trouble,
        };
        if let Some(error) = broken.get(id.as_str()) {
            return search.trim().is_empty().then(|| ready(String::new(), Vec::new(), Some(said(error, locale))));
        }
        if !found.contains(&id.as_str()) {
            return None;
        }
        Some(match all.fill(id, &values)? {
            Ok(filled) => ready(filled.text, filled.unfilled, None),
            Err(error) => ready(String::new(), Vec::new(), Some(said(&error, locale))),
        })
    });
    all.take(MOST).collect()
}

/// What the lint blocks in a message; that a slot is empty is told beside it anyway.
fn warning(message: &str, locale: Locale) -> Option<String> {
    let mut input = LintInput::new(Platform::Unknown, Kind::Message, message);
    input.locale = locale;
    let blocks = |finding: &Finding| finding.severity == Severity::Block && finding.rule != Rule::UnfilledSlot;
    lint(&input).findings.into_iter().find(blocks).map(|finding| finding.why)
}

/// How a text would come out.
#[must_use]
pub fn preview(written: &str, used_for: Use, locale: Locale) -> Preview {
    let slots = slots(written);
    let values: BTreeMap<String, String> = slots.iter().map(|slot| (slot.clone(), format!("〔{slot}〕"))).collect();
    let mut all = Snippets::new();
    let put = all.put(Snippet { id: String::new(), name: String::new(), text: written.to_owned() });
    let filled = put.and_then(|()| all.fill("", &values).transpose());
    let (text, trouble) = match filled {
        Ok(filled) => (filled.map(|filled| filled.text).unwrap_or_default(), None),
        Err(error) => (String::new(), Some(said(&error, locale))),
    };
    let kind = match used_for {
        Use::Reply => Kind::Reply,
        Use::Message => Kind::Message,
    };
    let mut input = LintInput::new(Platform::Unknown, kind, &text);
    input.locale = locale;
    let lint = lint(&input);
    Preview { lint, text, slots, trouble }
}

/// A text that is to be stored must be one that can be used; the old one stays where it is none.
///
/// # Errors
/// [`SnippetError`] with line and column.
pub fn compiles(stored: &Value) -> Result<(), SnippetError> {
    let part = |name: &str| stored.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    Snippets::new().put(Snippet { id: String::new(), name: part("title"), text: part("text") })
}

/// Where the template is wrong, in words.
#[must_use]
pub fn said(error: &SnippetError, locale: Locale) -> String {
    text(locale, "settings_text_syntax", &[&error.line.to_string(), &error.column.to_string(), &error.what])
}

/// Every value under all names of its slot.
fn spelled(values: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut all = values.clone();
    for names in NAMES {
        if let Some(value) = names.iter().find_map(|name| values.get(*name)) {
            for name in names {
                all.entry((*name).to_owned()).or_insert_with(|| value.clone());
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn settings() -> Settings {
        serde_json::from_value(json!({ "snippets": { "own": {
            "b": { "title": "尺码偏小", "text": "您好，{{商品}}可以换大一码，{{店铺}}承担运费。", "use": "reply", "order": 1 },
            "a": { "title": "催件", "text": "{{ 单号 }}已经催了快递", "use": "reply", "order": 0 },
            "c": { "title": "坏的", "text": "第一行\n您好{{ 商品 }", "use": "reply", "order": 2 },
            "d": { "title": "私信", "text": "亲，在的", "use": "message", "order": 3 } } } }))
        .unwrap()
    }

    fn found(search: &str) -> Vec<Ready> {
        let values =
            BTreeMap::from([("product".to_owned(), "卫衣".to_owned()), ("shop".to_owned(), "小满".to_owned())]);
        ready(&settings(), Use::Reply, search, &values, Locale::ZhCn)
    }

    #[test]
    fn texts_come_in_their_order_with_what_is_known_in_their_slots() {
        let all = found("");
        assert_eq!(all.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(all[1].text, "您好，卫衣可以换大一码，小满承担运费。");
        assert_eq!(
            (all[0].text.as_str(), all[0].unfilled.as_slice()),
            ("{{单号}}已经催了快递", ["单号".to_owned()].as_slice())
        );
    }

    #[test]
    fn they_are_found_by_title_words_and_initials() {
        for (search, wanted) in
            [("尺码", vec!["b"]), ("快递", vec!["a"]), ("cmpx", vec!["b"]), ("没有的", vec![]), ("私信", vec![])]
        {
            assert_eq!(found(search).iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), wanted, "{search}");
        }
    }

    #[test]
    fn messages_are_those_of_that_use_and_say_what_must_not_go_out() {
        let mut all = settings();
        let own = json!({ "title": "返现", "text": "加我微信，{{单号}}退差价", "use": "message", "order": 4 });
        all.snippets.own.insert("e".to_owned(), serde_json::from_value(own).unwrap());
        let found = ready(&all, Use::Message, "", &BTreeMap::new(), Locale::ZhCn);
        assert_eq!(found.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["d", "e"]);
        assert_eq!(found[0].warning, None);
        assert!(found[1].warning.as_deref().is_some_and(|why| !why.is_empty()), "{found:?}");
        assert_eq!(found[1].unfilled, ["单号"]);
        let replies = ready(&all, Use::Reply, "", &BTreeMap::new(), Locale::ZhCn);
        assert!(replies.iter().all(|it| it.warning.is_none()), "a reply is looked at where it is written");
    }

    #[test]
    fn a_broken_one_says_line_and_column_and_the_others_work() {
        let broken = found("").remove(2);
        let said = broken.trouble.unwrap();
        assert!(said.contains('2') && broken.text.is_empty(), "{said}");
        assert!(preview("第一行\n您好{{ 商品 }", Use::Reply, Locale::ZhCn).trouble.is_some());
    }

    #[test]
    fn a_broken_text_is_not_stored() {
        assert_eq!(compiles(&json!({ "title": "甲", "text": "好的{{商品}}" })), Ok(()));
        assert_eq!(compiles(&json!({ "title": "甲", "text": "好的\n{{商品" })).map_err(|error| error.line), Err(2));
    }

    #[test]
    fn a_preview_shows_slots_by_name_and_what_may_not_be_said() {
        let good = preview("您好，{{商品}}的事我们看到了。", Use::Reply, Locale::ZhCn);
        assert_eq!((good.text.as_str(), good.trouble.as_deref()), ("您好，〔商品〕的事我们看到了。", None));
        assert!(!good.lint.blocked, "{:?}", good.lint);
        assert!(preview("加微信返现两元，{{商品}}", Use::Reply, Locale::ZhCn).lint.blocked);
        assert_eq!(preview("", Use::Message, Locale::En).text, "");
    }
}
