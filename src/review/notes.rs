//! What the agent should know before replying.

use super::answer::Note;
use super::matter::Matter;
use super::telling::telling;
use super::window;
use crate::words;

/// All notes, the most pressing first.
#[must_use]
pub fn all(matter: &Matter<'_>, malicious: bool) -> Vec<Note> {
    let locale = matter.input.locale;
    let mut notes = Vec::new();
    let mut note = |kind: &'static str, key: &str| notes.push(Note { kind, text: words::text(locale, key, &[]) });
    if matter.unsafe_goods {
        note("safety", "reply_safety");
    }
    if malicious {
        note("malicious", "reply_malicious");
    }
    if matter.is_wordless() {
        note("look_at_pictures", "reply_look_at_pictures");
    }
    if matter.is_praise() {
        note("leave_alone", "reply_leave_alone");
    }
    if names_other_shop(matter) {
        note("other_shop", "reply_other_shop");
    }
    notes.extend(window::notes(matter));
    notes
}

fn names_other_shop(matter: &Matter<'_>) -> bool {
    let own = matter.input.shop.as_deref().filter(|shop| !shop.is_empty());
    let words = own.map_or_else(|| matter.words.clone(), |shop| matter.words.replace(shop, ""));
    telling().shops.iter().any(|shop| words.contains(shop.as_str()))
}
