//! The order of the fields of each kind of pack. `src/pack/packed.rs`, `src/issue/packed.rs` and `src/refund/message.rs` read them in
//! this order; names of enums stand in the order of their `ALL`.

use super::packed::Shape::{self, Aside, Flag, Kinds, Many, Map, Maybe, Name, Number, Share, Table, Text};

pub const ANSWER: Shape = Name(&["yes", "no", "unknown"]);
const CLASS: Shape = Name(&[
    "allergy",
    "changed_mind",
    "colour",
    "counterfeit",
    "damage",
    "description",
    "effect",
    "logistics",
    "material",
    "missing",
    "neutral",
    "no_reason",
    "price",
    "quality",
    "size_as_described",
    "size_fit",
    "smell",
    "spoiled",
    "wrong_item",
]);
pub const ISSUE: Shape = Name(&[
    "colour_difference",
    "size_fit",
    "material",
    "workmanship_defect",
    "damaged_in_transit",
    "wrong_item",
    "missing_item",
    "counterfeit",
    "smell",
    "function_failure",
    "slow_logistics",
    "courier_service",
    "seller_service",
    "changed_mind",
    "price_drop",
    "not_as_described",
    "expired_spoiled",
    "adverse_reaction",
    "packaging",
    "malicious_abuse",
    "praise",
    "other",
]);
const SIGNAL: Shape = Name(&[
    "safety",
    "own_mistake",
    "goods_are_fine",
    "refuses_change",
    "seller_induced",
    "wants_exchange",
    "wants_repair",
    "wants_resend",
    "points_at_picture",
]);
pub const LOCAL: Shape = Table(&[("hans", Text), ("hant", Text), ("en", Text)]);
pub const EVIDENCE: Shape =
    Table(&[("since", Text), ("source", Text), ("confidence", Name(&["official", "secondary", "unverified", "own"]))]);

/// `packs/platforms/*.toml`.
pub const PLATFORM: Shape = Table(&[
    (
        "about",
        Table(&[
            ("name", LOCAL),
            ("metric", LOCAL),
            ("channel", LOCAL),
            ("greeting", LOCAL),
            ("zone_minutes", Number),
            ("script", Name(&["hans", "hant", "en"])),
            ("reads_text", ANSWER),
            ("may_ask", Flag),
            ("evidence", EVIDENCE),
        ]),
    ),
    (
        "basis",
        Table(&[
            ("rule", Text),
            ("kind", Name(&["first", "final", "unknown"])),
            ("change_helps", ANSWER),
            ("text", LOCAL),
            ("evidence", EVIDENCE),
        ]),
    ),
    ("categories", Map(&Text, &Table(&[("words", Many(&Text))]))),
    ("suffixes", Many(&Table(&[("text", Text), ("counts", ANSWER), ("class", CLASS), ("evidence", EVIDENCE)]))),
    ("classes", Map(&CLASS, &Table(&[("counts", ANSWER), ("evidence", EVIDENCE)]))),
    (
        "reasons",
        Many(&Table(&[
            ("id", Text),
            ("class", CLASS),
            ("counts", Maybe(&ANSWER)),
            ("by_category", Map(&Text, &ANSWER)),
            ("spellings", Many(&Text)),
            ("evidence", EVIDENCE),
        ])),
    ),
    (
        "services",
        Maybe(&Table(&[
            ("never_count", Many(&Name(&["refund_only", "return_refund", "exchange", "resend", "repair"]))),
            ("evidence", EVIDENCE),
        ])),
    ),
    (
        "exemptions",
        Many(&Table(&[
            ("id", Text),
            (
                "when",
                Kinds(&[
                    ("window", Table(&[("days", Number)])),
                    ("unsigned", Table(&[])),
                    ("signed_after", Table(&[("hours", Number)])),
                    ("smooth", Table(&[("category_words", Many(&Text))])),
                ]),
            ),
            ("text", LOCAL),
            ("evidence", EVIDENCE),
        ])),
    ),
    (
        "report",
        Maybe(&Table(&[
            ("id", Text),
            ("path", LOCAL),
            ("text", LOCAL),
            ("limit", Number),
            ("malice_only", Flag),
            ("helps", ANSWER),
            ("evidence", EVIDENCE),
        ])),
    ),
    (
        "deadlines",
        Many(&Table(&[
            ("id", Text),
            ("stage", Name(&["review", "review_unshipped"])),
            ("hours", Number),
            ("evidence", EVIDENCE),
        ])),
    ),
    ("fits", Map(&ISSUE, &Text)),
]);

/// `packs/reasons/*.toml`.
pub const REASONS: Shape = Table(&[
    ("danger", Many(&Text)),
    ("reasons", Many(&Table(&[("id", Text), ("class", CLASS), ("spellings", Many(&Text))]))),
    ("words", Many(&Table(&[("id", Text), ("class", CLASS), ("any", Many(&Text))]))),
]);

const TONES: Shape = Table(&[("warm", Text), ("plain", Text), ("brief", Text)]);

/// `packs/messages/*.toml`.
pub const MESSAGES: Shape = Table(&[("hans", TONES), ("hant", TONES), ("en", TONES)]);

/// `packs/sources/*.toml`.
pub const SOURCES: Shape =
    Table(&[("source", Many(&Table(&[("marks", Text), ("zh-CN", Text), ("zh-TW", Text), ("en", Text)])))]);

/// `packs/issues/*.toml`; the cues' names are for people and stay out of the shipped engine.
pub const ISSUES: Shape = Table(&[
    ("issue", Maybe(&ISSUE)),
    ("class", Map(&Text, &Text)),
    (
        "cue",
        Many(&Table(&[
            ("id", Aside),
            ("issue", Maybe(&ISSUE)),
            ("in_food", Maybe(&ISSUE)),
            ("in_device", Maybe(&ISSUE)),
            ("weight", Share),
            ("quality", Name(&["yes", "no", "unknown"])),
            ("signal", Maybe(&SIGNAL)),
            ("firm", Flag),
            ("bare", Flag),
            ("covers", Flag),
            ("words", Aside),
        ])),
    ),
]);

/// `packs/lint/*.toml`.
pub const LINT: Shape = Table(&[
    ("evidence", EVIDENCE),
    ("class", Map(&Text, &Text)),
    ("list", Map(&Text, &Text)),
    (
        "mark",
        Many(&Table(&[
            ("id", Text),
            ("rule", Maybe(&Text)),
            ("words", Text),
            ("except", Maybe(&Text)),
            ("quiet", Maybe(&Text)),
            ("needs", Maybe(&Text)),
            ("negatable", Flag),
        ])),
    ),
]);

/// `packs/scores/*.toml`.
pub const SCORES: Shape = Table(&[
    ("platform", Text),
    ("words", Map(&Text, &Many(&Text))),
    (
        "metric",
        Many(&Table(&[
            ("id", Text),
            ("kind", Name(&["mean", "rate", "banded", "rank", "duration"])),
            ("labels", Many(&Text)),
            ("window", Maybe(&Number)),
            ("base", Many(&Text)),
            ("bad", Many(&Text)),
            ("evidence", EVIDENCE),
        ])),
    ),
]);
