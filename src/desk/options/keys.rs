//! Every command with its keys; a key is chosen by pressing it.

use serde_json::{Value, json};

use super::{Effect, View};
use crate::keys::{COMMANDS, Overrides, one_more, start};
use crate::settings::kind::escaped;
use crate::settings::model::Keys;
use crate::settings::page::{is_bare, keys};
use crate::words::{Locale, text};

/// A key that is being chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    /// For which command.
    pub command: String,
    /// What was pressed so far.
    pub strokes: Vec<String>,
}

/// One command on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its id.
    pub id: &'static str,
    /// What it does.
    pub title: String,
    /// The keys that lead to it.
    pub keys: Vec<String>,
    /// Were they chosen for what is shown?
    pub chosen: bool,
    /// Does a policy fix them?
    pub locked: bool,
}

/// What a press means while a key is chosen.
#[derive(Debug, Clone, PartialEq)]
pub enum Pressed {
    /// It is ours; these are the effects.
    Taken(Vec<Effect>),
    /// It goes on to the page: Tab leaves.
    Left,
}

impl View {
    fn overrides(&self) -> Overrides {
        let keys_set = self.state.as_ref().map(|state| &state.settings.keys);
        keys_set.map(|set| keys(set, self.scope.as_deref().unwrap_or_default())).unwrap_or_default()
    }

    fn key_path(&self, command: &str) -> String {
        match &self.scope {
            Some(host) => format!("/keys/sites/{}/{}", escaped(host), escaped(command)),
            None => format!("/keys/chosen/{}", escaped(command)),
        }
    }

    /// The commands under their headings, and what could not be used of the chosen keys.
    #[must_use]
    pub fn key_rows(&self, browser: Locale) -> (Vec<(String, Vec<Row>)>, Vec<String>) {
        let map = start(self.locale(browser), &self.overrides());
        let mut groups: Vec<(String, Vec<Row>)> = Vec::new();
        for command in map.commands {
            let row = Row {
                id: command.id,
                title: command.title,
                keys: command.keys,
                chosen: self.is_chosen(command.id),
                locked: self.locked(&self.key_path(command.id)),
            };
            match groups.iter_mut().find(|(group, _)| *group == command.group) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((command.group, vec![row])),
            }
        }
        let problem = |refused: crate::keys::Refused| format!("{} {}: {}", refused.command, refused.keys, refused.text);
        (groups, map.problems.into_iter().map(problem).collect())
    }

    fn is_chosen(&self, command: &str) -> bool {
        let Some(state) = &self.state else {
            return false;
        };
        let set = &state.settings.keys;
        let chosen = match &self.scope {
            Some(host) => set.sites.get(host),
            None => Some(&set.chosen),
        };
        chosen.is_some_and(|chosen| chosen.contains_key(command))
    }

    /// Begins to choose a key for `command`.
    pub fn record(&mut self, command: &str, browser: Locale) -> Vec<Effect> {
        self.recording = Some(Recording { command: command.to_owned(), strokes: Vec::new() });
        let locale = self.locale(browser);
        self.say(locale, "options_keys_press");
        vec![Effect::Focus("recording".to_owned())]
    }

    /// Ends choosing without a change; the focus goes back to the button that began it.
    pub fn stop_recording(&mut self) -> Vec<Effect> {
        self.said = super::Said::default();
        self.recording.take().map(|recording| back_to(&recording.command)).into_iter().collect()
    }

    /// A key was pressed while one is chosen. Escape ends, Enter takes a single stroke, Tab goes on.
    pub fn pressed(&mut self, stroke: &str, browser: Locale) -> Pressed {
        let locale = self.locale(browser);
        let Some(recording) = &mut self.recording else {
            return Pressed::Left;
        };
        match stroke {
            "Tab" | "Shift+Tab" => {
                self.recording = None;
                return Pressed::Left;
            }
            "Escape" => return Pressed::Taken(self.stop_recording()),
            "Enter" => {
                let done = !recording.strokes.is_empty();
                return Pressed::Taken(if done { self.finish(locale) } else { Vec::new() });
            }
            stroke => recording.strokes.push(stroke.to_owned()),
        }
        // A chord stands alone; a plain key may be the first of two.
        let whole = recording.strokes.len() > 1 || !is_bare(stroke);
        if whole {
            return Pressed::Taken(self.finish(locale));
        }
        let said = text(locale, "options_keys_more", &[stroke]);
        self.said = super::Said { text: said, bad: false };
        Pressed::Taken(Vec::new())
    }

    /// Checks what was pressed and sends it.
    fn finish(&mut self, locale: Locale) -> Vec<Effect> {
        let Some(recording) = &mut self.recording else {
            return Vec::new();
        };
        let pressed = std::mem::take(&mut recording.strokes).join(" ");
        let command = recording.command.clone();
        let overrides = self.overrides();
        let bare_off = self.state.as_ref().is_some_and(|state| !state.settings.keys.bare);
        if bare_off && is_bare(&pressed) {
            self.say_bad(text(locale, "options_keys_bare_is_off", &[&pressed]));
            return Vec::new();
        }
        match one_more(&command, &pressed, &overrides) {
            Ok(sequence) => {
                self.recording = None;
                let mut wanted = self.wanted(&command);
                wanted.push(sequence.to_string());
                let mut effects = self.edit(&self.key_path(&command), json!(wanted));
                effects.push(back_to(&command));
                effects
            }
            Err(problem) => {
                let said = text(locale, "options_keys_again", &[&pressed, &problem.text(locale)]);
                self.say_bad(said);
                Vec::new()
            }
        }
    }

    /// The command's keys in what is shown, those included that are off while bare keys are.
    fn wanted(&self, command: &str) -> Vec<String> {
        let Some(state) = &self.state else {
            return Vec::new();
        };
        let all = Keys { bare: true, ..state.settings.keys.clone() };
        let map = start(Locale::En, &keys(&all, self.scope.as_deref().unwrap_or_default()));
        map.commands.into_iter().find(|it| it.id == command).map(|it| it.keys).unwrap_or_default()
    }

    /// Takes one of the command's keys away.
    pub fn drop_key(&mut self, command: &str, keys: &str) -> Vec<Effect> {
        let left: Vec<String> = self.wanted(command).into_iter().filter(|it| it != keys).collect();
        let mut effects = self.edit(&self.key_path(command), json!(left));
        effects.push(back_to(command));
        effects
    }

    /// Gives a command its default keys back; in the scope of a host those of all hosts.
    pub fn reset_keys(&mut self, command: &str) -> Vec<Effect> {
        let mut effects = self.edit(&self.key_path(command), Value::Null);
        effects.push(back_to(command));
        effects
    }

    /// Gives all commands of what is shown their keys back.
    pub fn reset_all_keys(&mut self) -> Vec<Effect> {
        match &self.scope {
            Some(host) => self.edit(&format!("/keys/sites/{}", escaped(host)), Value::Null),
            None => self.edit("/keys/chosen", Value::Null),
        }
    }

    /// The hosts whose keys can be chosen.
    #[must_use]
    pub fn scopes(&self) -> Vec<String> {
        let hosts = self.state.iter().flat_map(|state| &state.sites).flat_map(|site| &site.hosts);
        hosts.map(|host| host.host.clone()).collect()
    }
}

/// The button that changes a command's keys.
#[must_use]
pub fn button(command: &str) -> String {
    format!("key-{}", command.replace('.', "-"))
}

fn back_to(command: &str) -> Effect {
    Effect::Focus(button(command))
}

/// The title of a command.
#[must_use]
pub fn title(command: &str, locale: Locale) -> String {
    COMMANDS.iter().find(|it| it.id == command).map(|it| text(locale, it.title, &[])).unwrap_or_default()
}
