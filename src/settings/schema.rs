//! Every setting there is, by part. A part is kept as one item, and what the options page shows as one section.

use super::kind::Kind::{self, Choice, Date, Decimal, Keys, List, Look, Map, Object, Switch, Text, Way, Whole};
use super::kind::{Field, Name};
use crate::teach::kind::{NAMES, PAGES};

/// The name that exported files carry.
pub const SCHEMA: &str = "aftersales-radar/settings";
/// The version of the shape below. A change of it needs a step in `migrate.rs`.
pub const VERSION: u32 = 1;

/// The name that files with taught pages carry.
pub const PAGES_SCHEMA: &str = "aftersales-radar/pages";
/// Parts that stay on the machine they were made on, whatever their size.
pub const HERE: &[&str] = &["pages"];

/// The stages of a refund that have a deadline (`pack::Stage`).
pub const STAGES: &[&str] = &["review", "review_unshipped"];
/// `pack::Class`.
pub const CLASSES: &[&str] = &[
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
];
const ANSWERS: &[&str] = &["yes", "no", "unknown"];

const fn field(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, needed: false }
}

const fn needed(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, needed: true }
}

/// A reason of the shop's own (`pack::OwnReason`), by its id.
const REASON: Kind = Object(&[
    field("class", Choice(CLASSES)),
    field("counts", Choice(ANSWERS)),
    field("spellings", List { of: &Text { most: 60 }, most: 20 }),
    field("since", Date),
    field("note", Text { most: 200 }),
]);

/// What a shop knows better of a platform (`pack::OwnPack`).
const OWN: Kind = Object(&[
    field("basis", Choice(&["first", "final", "unknown"])),
    field("change_helps", Choice(ANSWERS)),
    field("deadlines", Map { names: Name::Stage, of: &Whole { least: 1, most: 1440 }, most: 2 }),
    field("reasons", Map { names: Name::Id, of: &REASON, most: 60 }),
    field("since", Date),
    field("note", Text { most: 200 }),
]);

const SNIPPET: Kind = Object(&[
    needed("title", Text { most: 60 }),
    needed("text", Text { most: 1000 }),
    field("use", Choice(&["reply", "message"])),
    field("order", Whole { least: 0, most: 100_000 }),
]);

/// What the agent has said of one score (`plan::score`), by platform and metric.
const TARGET: Kind = Object(&[
    field("target", Decimal),
    field("count", Whole { least: 0, most: MOST_COUNTED }),
    field("base", Whole { least: 0, most: MOST_COUNTED }),
    field("bad", Whole { least: 0, most: MOST_COUNTED }),
    field("rounding", Choice(&["half_up", "truncate", "unknown"])),
    field("per_day", Decimal),
]);
const MOST_COUNTED: i64 = 1_000_000_000_000;

/// A page that the agent has taught (`teach::Taught`), by the name of its list.
const TAUGHT: Kind = Object(&[
    needed("title", Text { most: 80 }),
    needed("host", Kind::Name(Name::Host)),
    needed("place", Text { most: 300 }),
    needed("page", Choice(PAGES)),
    needed("record", Look),
    field("under", Look),
    field("width", Whole { least: 0, most: 200 }),
    needed("columns", List { of: &COLUMN, most: 24 }),
]);
const COLUMN: Kind = Object(&[
    needed("meaning", Choice(NAMES)),
    needed("at", Way),
    field("head", Text { most: 60 }),
    field("lead", Text { most: 60 }),
    field("line", Whole { least: 1, most: 40 }),
    field("always", Switch),
]);
/// Taught pages as they are stored, and as a file has them.
pub const TAUGHT_PAGES: Kind = Object(&[field("taught", Map { names: Name::Id, of: &TAUGHT, most: 40 })]);

const CHOSEN: Kind = Map { names: Name::Command, of: &List { of: &Keys, most: 8 }, most: 200 };

/// The whole document. Every part is an object; what is not set is the default of `model.rs`.
pub const DOCUMENT: Kind = Object(PARTS);

/// The parts of the document.
pub const PARTS: &[Field] = &[
    field(
        "look",
        Object(&[
            field("locale", Choice(&["zh-CN", "zh-TW", "en"])),
            field("theme", Choice(&["system", "light", "dark"])),
            field(
                "dock",
                Object(&[field("side", Choice(&["left", "right"])), field("width", Whole { least: 320, most: 960 })]),
            ),
        ]),
    ),
    field(
        "sites",
        Object(&[
            field("platforms", Map { names: Name::Platform, of: &Switch, most: 40 }),
            field("hosts", Map { names: Name::Host, of: &Switch, most: 60 }),
        ]),
    ),
    field(
        "judgement",
        Object(&[
            field("close_hours", Whole { least: 1, most: 72 }),
            field("reply_close_hours", Whole { least: 1, most: 720 }),
            field("mark_from", Choice(&["watch", "at_risk"])),
            field("bad_stars", Whole { least: 1, most: 3 }),
            field("own", Map { names: Name::Platform, of: &OWN, most: 40 }),
        ]),
    ),
    field(
        "replies",
        Object(&[
            field("shop", Text { most: 40 }),
            field("tone", Choice(&["warm", "plain", "brief"])),
            field("script", Choice(&["hans", "hant", "en"])),
            field("promises", Switch),
        ]),
    ),
    field("snippets", Object(&[field("own", Map { names: Name::Id, of: &SNIPPET, most: 300 })])),
    field(
        "keys",
        Object(&[
            field("chosen", CHOSEN),
            field("bare", Switch),
            field("sites", Map { names: Name::Host, of: &CHOSEN, most: 40 }),
        ]),
    ),
    field("pages", TAUGHT_PAGES),
    field("targets", Object(&[field("scores", Map { names: Name::Id, of: &TARGET, most: 120 })])),
];

/// How a part's storage item is called in the synchronised storage.
#[must_use]
pub fn item(part: &str) -> String {
    format!("settings.{part}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{Class, Stage};
    use crate::refund::Tone;

    fn written<T: serde::Serialize>(all: &[T]) -> Vec<String> {
        all.iter().map(|one| serde_json::to_value(one).unwrap().as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn choices_are_those_of_the_rooms_that_use_them() {
        assert_eq!(CLASSES, written(&Class::ALL));
        assert_eq!(STAGES, written(&[Stage::Review, Stage::ReviewUnshipped]));
        let Some(Choice(tones)) = DOCUMENT.at("/replies/tone") else { panic!("no choice") };
        assert_eq!(tones, written(&Tone::ALL));
        let Some(Choice(locales)) = DOCUMENT.at("/look/locale") else { panic!("no choice") };
        assert_eq!(locales, written(&crate::words::Locale::ALL));
    }

    #[test]
    fn names_are_unique_and_every_part_is_an_object() {
        for (at, part) in PARTS.iter().enumerate() {
            assert!(matches!(part.kind, Object(_)), "{}", part.name);
            assert!(PARTS.iter().skip(at + 1).all(|other| other.name != part.name));
        }
    }
}
