use super::*;
use crate::settings::schema::DOCUMENT;
use serde_json::json;

fn checked(value: &Value) -> (Option<Value>, Vec<String>) {
    let mut problems = Vec::new();
    let sound = check(&DOCUMENT, value, "", &mut problems);
    (sound, problems.into_iter().map(|problem| problem.path).collect())
}

#[test]
fn what_is_sound_stays_as_it_is() {
    let document = json!({
        "look": { "locale": "zh-TW", "theme": "dark", "dock": { "side": "left", "width": 480 } },
        "sites": { "platforms": { "jd": false }, "hosts": { "shop.jd.com": true } },
        "judgement": { "close_hours": 6, "reply_close_hours": 48, "mark_from": "at_risk", "bad_stars": 3, "own": { "jd": {
            "basis": "final", "change_helps": "yes", "deadlines": { "review": 12 }, "since": "2026-02-28", "note": "类目经理电话确认",
            "reasons": { "our_case": { "class": "neutral", "counts": "no", "spellings": ["店铺约定退款"], "since": "2024-02-29", "note": "自定义" } } } } },
        "replies": { "shop": "小满家居", "tone": "brief", "script": "hant", "promises": true },
        "snippets": { "own": { "a1": { "title": "催件", "text": "已联系快递", "use": "message", "order": 3 } } },
        "keys": { "chosen": { "refund.next": ["n", "g n"], "help.toggle": [] }, "bare": false, "sites": { "mms.pinduoduo.com": { "refund.open": ["Alt+o"] } } },
        "pages": { "taught": { "p0123456789abcdef": { "title": "售后工单", "host": "erp.example", "place": "/list", "page": "refunds", "record": "tr.row", "width": 5,
            "columns": [{ "meaning": "reason", "at": "#1", "head": "客诉大类", "always": true }] } } },
        "targets": { "scores": { "taobao.dsr_service": { "target": "4.80", "count": 12345, "rounding": "unknown" } } },
    });
    assert_eq!(checked(&document), (Some(document.clone()), Vec::new()));
    let settings: crate::settings::Settings = serde_json::from_value(document.clone()).unwrap();
    let again = serde_json::to_value(settings).unwrap();
    assert_eq!(again, document, "every field there is arrives in the program");
}

#[test]
fn what_is_not_is_left_out_field_by_field_and_named() {
    let (sound, problems) = checked(&json!({
        "look": { "locale": "fr", "theme": "dark", "colour": 1 },
        "judgement": { "close_hours": 73, "own": { "ebay": {}, "jd": { "deadlines": { "review": 12.5 }, "since": "2026-02-30" } } },
        "snippets": { "own": { "a": { "title": "x" }, "b": { "title": "b", "text": "b" }, "c": 7 } },
        "keys": { "chosen": { "refund.next": ["j", 7, "Hyper+x"], "launch": ["x"] } },
        "targets": [],
    }));
    let mut problems = problems;
    problems.sort();
    assert_eq!(
        problems,
        [
            "/judgement/close_hours",
            "/judgement/own/ebay",
            "/judgement/own/jd/deadlines/review",
            "/judgement/own/jd/since",
            "/keys/chosen/launch",
            "/keys/chosen/refund.next/1",
            "/keys/chosen/refund.next/2",
            "/look/colour",
            "/look/locale",
            "/snippets/own/a",
            "/snippets/own/c",
            "/targets",
        ]
    );
    assert_eq!(
        sound,
        Some(json!({
            "look": { "theme": "dark" },
            "judgement": { "own": { "jd": { "deadlines": {} } } },
            "snippets": { "own": { "b": { "title": "b", "text": "b" } } },
            "keys": { "chosen": { "refund.next": ["j"] } },
        }))
    );
}

#[test]
fn decimals_and_dates_have_one_form() {
    for (text, sound) in [
        ("4.8", true),
        ("5", true),
        ("0.05", true),
        ("", false),
        ("4.", false),
        (".5", false),
        ("4,8", false),
        ("-1", false),
        ("1e3", false),
        ("４.8", false),
    ] {
        assert_eq!(is_decimal(text), sound, "{text}");
    }
    for (text, sound) in [
        ("2024-02-29", true),
        ("2025-02-29", false),
        ("2025-2-9", false),
        ("2025-13-01", false),
        ("25-01-01", false),
        ("2025-01-01T", false),
    ] {
        assert_eq!(is_date(text), sound, "{text}");
    }
}

#[test]
fn a_problem_says_place_find_and_expectation_in_every_language() {
    let mut problems = Vec::new();
    check(&DOCUMENT, &json!({ "judgement": { "close_hours": "4" } }), "", &mut problems);
    assert_eq!(problems[0].to_string(), "/judgement/close_hours: found \"4\", expected a whole number from 1 to 72");
    for locale in Locale::ALL {
        let said = problems[0].text(locale);
        assert!(["/judgement/close_hours", "\"4\"", "72"].iter().all(|part| said.contains(part)), "{said}");
    }
}
