//! Keys pressed in the panel.

use web_sys::KeyboardEvent;

use super::Panel;
use super::dom::{on_control, on_text, target};
use crate::desk::answering::Act;
use crate::desk::stroke::{Outcome, stroke};
use crate::desk::view::Effect;
use crate::desk::working::Do;

impl Panel {
    pub(super) fn key(&mut self, event: &KeyboardEvent) -> Vec<Effect> {
        // 229: an input method is at work, whatever the key says.
        if !event.is_trusted() || event.default_prevented() || event.is_composing() || event.key_code() == 229 {
            return Vec::new();
        }
        let held = [event.ctrl_key(), event.alt_key(), event.meta_key()];
        let name = stroke(&event.key(), &event.code(), held, event.shift_key());
        let Some(name) = name else { return Vec::new() };
        // Who is writing writes; only the way out of the field is ours.
        if on_text(target(event).as_ref()) {
            // Who has found a text of their own takes it.
            if name == "Enter" && target(event).is_some_and(|element| element.class_name() == "own-search") {
                event.prevent_default();
                return self.view.act(Act::TakeFirst, self.now);
            }
            if name == "Escape" {
                event.prevent_default();
                let searching = target(event).is_some_and(|element| element.id() == "queue-search");
                if searching && !self.view.filter.text.is_empty() {
                    return self.view.carry_out(Do::Search(String::new()));
                }
                self.focus_next = Some(if searching { ".row-open[tabindex='0']" } else { ".card h2" });
            }
            return Vec::new();
        }
        // A focused button or edge keeps its own keys.
        let native = matches!(name.as_str(), "Enter" | "Space") && on_control(target(event).as_ref());
        if native {
            return Vec::new();
        }
        match self.walker.press(&name, event.time_stamp(), &self.view.desk.keymap.trie) {
            Outcome::Command(id) => {
                event.prevent_default();
                self.view.command(&id)
            }
            Outcome::Pending => {
                event.prevent_default();
                Vec::new()
            }
            // Without a key map (not connected) there must still be a way out.
            Outcome::Nothing if name == "Escape" && self.view.desk.keymap.commands.is_empty() => self.view.back(),
            Outcome::Nothing => Vec::new(),
        }
    }

    /// Arrow keys on the tabs.
    pub(super) fn tab_key(&mut self, event: &KeyboardEvent) -> Vec<Effect> {
        let plain = event.is_trusted() && !event.ctrl_key() && !event.alt_key() && !event.meta_key();
        let Some(tab) = self.view.tab().by_key(&event.key()).filter(|_| plain) else { return Vec::new() };
        event.prevent_default();
        self.view.carry_out(Do::Tab(tab))
    }
}
