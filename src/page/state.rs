//! What a page without records shows instead of them.

use super::node::Tree;
use super::pack::packs;

/// Why there is nothing to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The list says that it has no records.
    Empty,
    /// The list is still on its way.
    Loading,
    /// The page asks to log in.
    LoggedOut,
    /// No list that we know.
    NoList,
}

/// Tells the state of a page without records.
#[must_use]
pub fn state(tree: &Tree<'_>) -> State {
    let states = &packs().values.states;
    let says = |words: &[String], longest: usize| {
        tree.all_texts().iter().take(20_000).any(|text| {
            let said = text.value.trim();
            said.len() <= longest
                && words.iter().any(|word| said.contains(word.as_str()) || said.eq_ignore_ascii_case(word))
        })
    };
    if says(&states.login, 60) {
        return State::LoggedOut;
    }
    let waits = (0..tree.len()).take(50_000).any(|id| {
        let class = tree.node(id).class.as_ref();
        !class.is_empty() && states.loading_classes.iter().any(|part| class.contains(part.as_str()))
    });
    if waits || says(&states.loading, 30) {
        return State::Loading;
    }
    if says(&states.empty, 90) {
        return State::Empty;
    }
    State::NoList
}
