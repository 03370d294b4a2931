//! Where the focus goes: to what a key has asked for, else along with the face and the record.

use super::Panel;
use super::dom::{active, document, on_control, on_text, shown};
use crate::desk::message::Face;
use crate::desk::tabs::Tab;

/// The fields that a command goes to.
const FIELDS: [&str; 3] = ["#queue-search", ".draft-text", ".own-search"];
/// So long the agent still means a field that was not there when they asked for it: drafts take a moment. Ms; the bridge keeps what they
/// type as long (`extension/pages/bridge/typed.ts`).
const MEANT_MS: f64 = 4500.0;

impl Panel {
    /// Says where the focus goes after an update; `face`, `tab` and `focus` are those before it.
    pub(super) fn aim(&mut self, face: Face, tab: Tab, focus: Option<&str>) {
        if self.focus_next.is_some() {
            // A key has said where it goes.
        } else if self.view.face != face || self.view.tab() != tab {
            // Who walks along the tabs stays on them.
            let on_tab = active().is_some_and(|element| element.get_attribute("role").as_deref() == Some("tab"));
            self.focus_next = Some(match self.view.face {
                _ if on_tab => "[role='tab'][aria-selected='true']",
                Face::Queue | Face::Deadlines => ".row-open[tabindex='0']",
                Face::Card => ".card h2",
                Face::Help => ".help h2",
                Face::Calculator => ".calc h2",
            });
        } else if self.view.focus.as_deref() != focus {
            self.focus_next = match self.view.face {
                Face::Card => (!on_control(active().as_ref())).then_some(".card h2"),
                // Who is searching goes on, whatever the page turns to.
                _ => (!on_text(active().as_ref())).then_some(".row-open[tabindex='0']"),
            };
        }
    }

    /// Moves the focus after drawing, only inside the panel; it is never taken away from the shop's page. Where the agent has asked for a
    /// field, the page side gives the focus here, which may take a moment, as the field may.
    pub(super) fn move_focus(&mut self) {
        let awaited = self.field_awaited.take().filter(|(_, since)| self.now - since <= MEANT_MS);
        let asked = self.focus_next.take();
        let field = asked.filter(|selector| FIELDS.contains(selector));
        let wanted = field.map(|field| (field, self.now)).or(awaited);
        let there = wanted.and_then(|(field, _)| shown(field));
        self.field_awaited = wanted.filter(|_| there.is_none());
        let in_panel = || document().is_some_and(|document| document.has_focus().unwrap_or(false));
        let other = || asked.filter(|_| field.is_none()).and_then(shown).filter(|_| in_panel());
        if let Some(element) = there.or_else(other) {
            let _ = element.focus();
        }
    }
}
