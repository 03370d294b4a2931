//! Harm to the buyer's other things: where the words tell of it, and what was harmed.

use std::sync::OnceLock;

use super::telling;
use crate::issue::{self, lexicon::Lexicon};
use crate::pack::Script;
use crate::review::goods;
use crate::review::topics::{build, cue};

fn hurt_lexicon() -> &'static Lexicon {
    static BUILT: OnceLock<Lexicon> = OnceLock::new();
    BUILT.get_or_init(|| build(Vec::new(), vec![cue("hurt", None, telling().hurt)]).0)
}

/// Where the text tells of harm to the buyer's other things, in code points.
#[must_use]
pub fn hurt_places(text: &str) -> Vec<usize> {
    issue::asserted(hurt_lexicon(), text).into_iter().filter(|hit| !hit.quoted).map(|hit| hit.start).collect()
}

/// What of the buyer's was harmed, by a clause that says so: a thing that is not the goods; `None` where none is named.
#[must_use]
pub fn harmed(clause: &str, item: Option<&str>, title: Option<&str>, script: Script) -> Option<String> {
    let own = |noun: &String| {
        // "鞋子" are the "登山鞋" of the title.
        let stem = noun.strip_suffix('子').filter(|stem| !stem.is_empty()).unwrap_or(noun);
        let known = [item, title].into_iter().flatten().any(|name| name.to_lowercase().contains(stem));
        !known
            && !telling().boxes.contains(&noun.as_str())
            && (script != Script::En || item.is_none_or(|item| !noun.contains(item)))
    };
    let mut nouns: Vec<String> = goods::nouns_of(clause, script);
    if script == Script::En {
        compound(&mut nouns, &clause.to_lowercase());
    }
    nouns.retain(own);
    nouns.dedup();
    let and = match script {
        Script::En => " and ",
        Script::Hans | Script::Hant => "和",
    };
    nouns.truncate(2);
    (!nouns.is_empty()).then(|| nouns.join(and))
}

/// Nouns that stand side by side are one thing: a laptop bag is no laptop.
fn compound(nouns: &mut Vec<String>, lower: &str) {
    let mut whole: Vec<String> = Vec::with_capacity(nouns.len());
    for noun in nouns.drain(..) {
        let joined = whole.last().map(|last| format!("{last} {noun}")).filter(|joined| lower.contains(joined.as_str()));
        match (joined, whole.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ => whole.push(noun),
        }
    }
    *nouns = whole;
}
