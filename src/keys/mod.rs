//! The command table and the key map compiled from it: one place feeds the dispatch on the page, the help and the options.
//!
//! A **stroke** is one key press as `keydown` names it: `j`, `G`, `?`, `Escape`, `Ctrl+k`. Shift is only named with keys that type nothing
//! (`Shift+F6`). A **sequence** is one or two strokes separated by a space: `z p`.

mod command;
mod conflict;
mod sequence;
mod trie;

use std::collections::BTreeMap;

use serde::Serialize;

pub use command::{COMMANDS, Command, Context, Group, Guard};
pub use conflict::Problem;
pub use sequence::Sequence;
pub use trie::Trie;

use crate::words::{Locale, text};

/// Keys chosen by the agent: command id → its sequences. An empty list switches the command's keys off.
pub type Overrides = BTreeMap<String, Vec<String>>;

/// What the page side and the panel get.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KeyMap {
    /// The strokes of all commands, to be walked key by key.
    pub trie: Trie,
    /// The commands in the order of the help.
    pub commands: Vec<Described>,
    /// Chosen keys that were refused, and why; the default stays in their place.
    pub problems: Vec<Refused>,
}

/// A command with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Described {
    /// The command's id.
    pub id: &'static str,
    /// The heading of its group, in the agent's language.
    pub group: String,
    /// What it does, in the agent's language.
    pub title: String,
    /// Its sequences.
    pub keys: Vec<String>,
    /// Where its keys are heard.
    #[serde(rename = "where")]
    pub context: Context,
}

/// A chosen key that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// The command it was meant for.
    pub command: String,
    /// The sequence as written.
    pub keys: String,
    /// Why not, in the agent's language.
    pub text: String,
}

/// Compiles the key map: the agent's choices where they are sound, the defaults elsewhere.
#[must_use]
pub fn start(locale: Locale, overrides: &Overrides) -> KeyMap {
    let mut problems = Vec::new();
    let bound = bind(overrides, |command, keys, problem| {
        problems.push(Refused { command: command.to_owned(), keys: keys.to_owned(), text: problem.text(locale) });
    });
    KeyMap {
        trie: Trie::of(bound.iter().map(|(command, sequence)| (sequence, command.id))),
        commands: COMMANDS.iter().map(|command| described(command, &bound, locale)).collect(),
        problems,
    }
}

/// Reads `keys` as one more sequence of the command `id`, beside all that `overrides` leave bound.
///
/// # Errors
/// When the keys cannot be used; the error says why.
pub fn one_more(id: &str, keys: &str, overrides: &Overrides) -> Result<Sequence, Problem> {
    let command = COMMANDS.iter().find(|command| command.id == id);
    let command = command.ok_or_else(|| Problem::UnknownCommand(id.to_owned()))?;
    conflict::check(command, keys, &bind(overrides, |_, _, _| ()))
}

/// What leads where; `refuse` is told of each choice that cannot be used.
fn bind(overrides: &Overrides, mut refuse: impl FnMut(&str, &str, Problem)) -> Vec<(&'static Command, Sequence)> {
    let mut bound: Vec<(&Command, Sequence)> = Vec::new();
    // Choices first, so that a default gives way to them and not the other way round.
    let (chosen, standing): (Vec<&Command>, Vec<&Command>) =
        COMMANDS.iter().partition(|command| overrides.contains_key(command.id));
    for command in chosen {
        let mut sound = 0_usize;
        let wanted = overrides.get(command.id).map(Vec::as_slice).unwrap_or_default();
        for keys in wanted {
            match conflict::check(command, keys, &bound) {
                Ok(sequence) => {
                    bound.push((command, sequence));
                    sound = sound.saturating_add(1);
                }
                Err(problem) => refuse(command.id, keys, problem),
            }
        }
        if sound == 0 && !wanted.is_empty() {
            bind_defaults(command, &mut bound);
        }
    }
    for command in standing {
        bind_defaults(command, &mut bound);
    }
    for id in overrides.keys().filter(|id| COMMANDS.iter().all(|command| command.id != id.as_str())) {
        refuse(id, "", Problem::UnknownCommand(id.clone()));
    }
    bound
}

fn bind_defaults<'a>(command: &'a Command, bound: &mut Vec<(&'a Command, Sequence)>) {
    for keys in command.keys {
        if let Ok(sequence) = conflict::check(command, keys, bound) {
            bound.push((command, sequence));
        }
    }
}

fn described(command: &Command, bound: &[(&Command, Sequence)], locale: Locale) -> Described {
    Described {
        id: command.id,
        group: text(locale, command.group.title(), &[]),
        title: text(locale, command.title, &[]),
        keys: bound.iter().filter(|(owner, _)| owner.id == command.id).map(|(_, it)| it.to_string()).collect(),
        context: command.context,
    }
}

#[cfg(test)]
mod tests;
