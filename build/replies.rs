//! The order of the fields of the packs that replies are made from; `src/review/pack.rs` and its neighbours read them in this order.

use crate::packed::Shape::{self, Flag, Many, Map, Maybe, Name, Number, Table, Text};
use crate::shapes::{ANSWER, EVIDENCE, ISSUE, LOCAL};

const FAULT: Shape = Name(&["ours", "carrier", "expectation", "unclear"]);
const ABOUT: Shape = Name(&["goods", "parcel", "service", "price", "order"]);
const TEXTS: Shape = Many(&Text);

/// How a topic is spoken of; what it leaves out is taken from its issue.
const TOPIC_LINES: Shape = Table(&[("say", Text), ("fix", TEXTS), ("ask", TEXTS)]);

/// How an issue is spoken of.
const ISSUE_LINES: Shape = Table(&[("say", Text), ("fix", TEXTS), ("ask", TEXTS), ("feel", TEXTS), ("note", TEXTS)]);

/// `packs/replies/*.toml`.
pub const REPLIES: Shape = Table(&[
    ("issue", ISSUE),
    ("about", ABOUT),
    ("fault", FAULT),
    ("faulty", Maybe(&FAULT)),
    ("goods", TEXTS),
    ("hans", ISSUE_LINES),
    ("hant", ISSUE_LINES),
    ("en", ISSUE_LINES),
    ("class", Map(&Text, &Text)),
    (
        "topic",
        Many(&Table(&[
            ("id", Text),
            ("goods", TEXTS),
            ("vague", Flag),
            ("about", ABOUT),
            ("fault", Maybe(&FAULT)),
            ("bare", Flag),
            ("echo", Flag),
            ("firm", Flag),
            ("settles", Flag),
            ("words", Text),
            ("hans", TOPIC_LINES),
            ("hant", TOPIC_LINES),
            ("en", TOPIC_LINES),
        ])),
    ),
]);

const BY_FAULT: Shape =
    Table(&[("any", TEXTS), ("ours", TEXTS), ("carrier", TEXTS), ("expectation", TEXTS), ("unclear", TEXTS)]);

/// `packs/frames/*.toml`.
pub const FRAMES: Shape = Table(&[
    ("when", TEXTS),
    ("late", TEXTS),
    ("who", TEXTS),
    ("food", TEXTS),
    ("regular", TEXTS),
    ("measured", TEXTS),
    ("made", TEXTS),
    ("item", Text),
    ("agent", Text),
    ("us", Text),
    ("leads", TEXTS),
    ("harmed", Text),
    ("liked", Text),
    ("thanks", TEXTS),
    ("open", BY_FAULT),
    ("act", BY_FAULT),
    ("ask", BY_FAULT),
    ("brief", BY_FAULT),
    ("say_note", BY_FAULT),
    ("say_size", BY_FAULT),
    ("say_fact", BY_FAULT),
    ("say_beside", BY_FAULT),
    ("say_rest", BY_FAULT),
    ("say_hurt", BY_FAULT),
    ("say_short", BY_FAULT),
    ("danger", BY_FAULT),
    ("danger_brief", BY_FAULT),
    ("danger_ask", BY_FAULT),
    ("calm", BY_FAULT),
    ("pictures", BY_FAULT),
    ("wordless", BY_FAULT),
]);

const DANGER_LINES: Shape = Table(&[("say", Text), ("stop", Text), ("care", Text), ("keep", Text), ("check", Text)]);

/// Kind of goods → the danger that is meant there by the same words.
const READ_AS: Shape = Map(&Text, &Text);

/// `packs/dangers/*.toml`.
pub const DANGERS: Shape = Table(&[
    ("words", Text),
    ("of_people", Flag),
    ("read_as", READ_AS),
    ("vague", Flag),
    ("hans", DANGER_LINES),
    ("hant", DANGER_LINES),
    ("en", DANGER_LINES),
]);

/// `packs/malice/*.toml`.
pub const MALICE: Shape = Table(&[("words", Text), ("used", TEXTS)]);

/// `packs/goods/*.toml`.
pub const GOODS: Shape = Table(&[("hans", Text), ("hant", Text), ("en", Text)]);

/// Ways of `packs/frames` that stand in for others.
const WAYS: Shape = Name(&["food", "regular", "measured", "made"]);

/// Who speaks to whom.
const PERSON_WORDS: Shape = Table(&[
    ("turned", Text),
    ("me", Text),
    ("you", Text),
    ("untold", Text),
    ("turned_en", Text),
    ("me_en", Text),
    ("after_me_en", Text),
    ("untold_en", Text),
]);

/// How use shows.
const USE_WORDS: Shape = Table(&[("uses", Text), ("after", Text), ("times", Text)]);

/// What the buyer never could eat.
const ALLERGY_WORDS: Shape =
    Table(&[("words", Text), ("to", Text), ("this", Text), ("happened", Text), ("instead", Text)]);

/// How a buyer's clauses are cut and judged.
const CLAUSE_WORDS: Shape = Table(&[
    ("joins", Text),
    ("cuts_en", Text),
    ("half", Text),
    ("leads", Text),
    ("openings", Text),
    ("openings_not", Text),
    ("it", Text),
    ("more", Text),
    ("numbers", Text),
    ("turns", Text),
    ("praises", Text),
    ("finds", Text),
    ("finds_not", Text),
    ("begins_en", Text),
    ("had_en", Text),
    ("parts_en", Text),
    ("claims", Text),
    ("particular", Text),
    ("marks", Text),
    ("marks_en", Text),
    ("time_from", Text),
    ("time_to", Text),
    ("just", Text),
    ("all_over", Text),
    ("common", Text),
    ("still", Text),
    ("still_not", Text),
    ("also", Text),
    ("also_not", Text),
    ("kept_after", Text),
    ("scenes", Text),
    ("grips_not", Text),
    ("leaning", Text),
    ("parts", Text),
    ("joins_on", Text),
]);

/// How what was ordered and what came are told.
const SWAP_WORDS: Shape = Table(&[
    ("ordered", Text),
    ("came", Text),
    ("starts", Text),
    ("not", Text),
    ("ends", Text),
    ("never", Text),
    ("hans", Text),
    ("hant", Text),
    ("shown", Text),
    ("measured", Text),
    ("hans_shown", Text),
    ("hant_shown", Text),
    ("colours", Text),
    ("units", Text),
]);

/// How the name of the goods is read from a title.
const NAMING_WORDS: Shape = Table(&[
    ("for_it", Text),
    ("shells", Text),
    ("stands", Text),
    ("boxes", Text),
    ("covers", Text),
    ("covers_not", Text),
    ("tools", Text),
    ("heads", Text),
    ("head_ends", Text),
    ("whose", Text),
    ("plain", Text),
    ("kinds", Table(&[("food", Text), ("wear", Text), ("beauty", Text), ("home", Text), ("device", Text)])),
]);

/// `packs/telling/words.toml`.
pub const TELLING: Shape = Table(&[
    ("unfit", Text),
    ("unfit_en", Text),
    ("near", Text),
    ("fresh", Text),
    ("measures", Text),
    ("used", Text),
    ("worn", Text),
    ("several", Text),
    ("advice", Text),
    ("fused", Text),
    ("pets", Text),
    ("eaten", Text),
    ("spoilt", Text),
    ("sent", Text),
    ("not_yet", Text),
    ("larger", Text),
    ("smaller", Text),
    ("shops", Text),
    ("size_facts", Text),
    ("colour_facts", Text),
    ("colour_ends", Text),
    ("makes", Text),
    ("likened", Text),
    ("likeness", Text),
    ("unlike", Text),
    ("likened_not", Text),
    ("paid", Text),
    ("money", Text),
    ("amounts", Text),
    ("somebody", Text),
    ("hurt", Text),
    ("boxes", Text),
    ("subjects_en", Text),
    ("verbs_en", Text),
    ("persons", PERSON_WORDS),
    ("use", USE_WORDS),
    ("allergy", ALLERGY_WORDS),
    ("clause", CLAUSE_WORDS),
    ("swap", SWAP_WORDS),
    ("naming", NAMING_WORDS),
    ("instead", Many(&Table(&[("of", TEXTS), ("but", TEXTS), ("said", Text), ("words", Text), ("ways", WAYS)]))),
]);

/// `packs/reviews/*.toml`.
pub const REVIEWS: Shape = Table(&[
    ("channel", LOCAL),
    ("limit", Number),
    ("once", ANSWER),
    ("editable", ANSWER),
    ("days", Number),
    ("from", Name(&["review", "signed"])),
    ("closed_by_added", ANSWER),
    ("evidence", EVIDENCE),
    ("report", Table(&[("proof", LOCAL), ("path", LOCAL), ("once", ANSWER), ("evidence", EVIDENCE)])),
]);

/// `packs/rubric/words.toml`.
pub const RUBRIC: Shape = Table(&[
    ("apology", Text),
    ("denial", Text),
    ("stock", Text),
    ("begging", Text),
    ("benefit", Text),
    ("check", Text),
    ("act", Text),
    ("who", Text),
    ("when", Text),
    ("choice", Text),
    ("read", Text),
    ("vague_channel", Text),
    ("stop", Text),
    ("escalate", Text),
    ("generic", Text),
    ("done", Text),
    ("contact", Text),
    ("threat", Text),
    ("insult", Text),
    ("asks", Text),
    ("you_say", Text),
    ("ways", Text),
    ("dear", Text),
    ("promise", Text),
    ("units", Text),
]);
