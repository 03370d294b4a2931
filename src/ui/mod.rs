//! The panel, the popup and the options page, drawn with Yew. Thin: what is shown and how keys change it is decided in [`crate::desk`].

mod advice;
mod away;
mod calculator;
mod card;
mod deadlines;
mod header;
mod help;
mod host;
mod options;
mod panel;
mod parts;
mod popup;
mod queue;
mod review;
mod texts;
mod welcome;
mod work;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::words::{Locale, text};
use host::{OptionsHost, PanelHost, PopupHost, WelcomeHost};

/// Draws the panel into the page's body. `host` is the bridge's object, see `extension/pages/bridge/host.ts`.
#[wasm_bindgen]
pub fn start_panel(host: JsValue) {
    let host: PanelHost = host.unchecked_into();
    let locale = Locale::from_tag(&host.locale());
    dress(locale, "panel_label");
    yew::Renderer::<panel::Panel>::with_props(panel::Props { host, locale }).render();
}

/// Draws the popup into the page's body. `host` is the bridge's object, see `extension/pages/bridge/host.ts`.
#[wasm_bindgen]
pub fn start_popup(host: JsValue) {
    let host: PopupHost = host.unchecked_into();
    let locale = Locale::from_tag(&host.locale());
    dress(locale, "popup_label");
    yew::Renderer::<popup::Popup>::with_props(popup::Props { host, locale }).render();
}

/// Draws the options page into the page's body. `host` is the bridge's object, see `extension/pages/bridge/host.ts`.
#[wasm_bindgen]
pub fn start_options(host: JsValue) {
    let host: OptionsHost = host.unchecked_into();
    let locale = Locale::from_tag(&host.locale());
    dress(locale, "options_label");
    yew::Renderer::<options::Options>::with_props(options::Props { host, locale }).render();
}

/// Draws the welcome page into the page's body. `host` is the bridge's object, see `extension/pages/bridge/host.ts`.
#[wasm_bindgen]
pub fn start_welcome(host: JsValue) {
    let host: WelcomeHost = host.unchecked_into();
    let locale = Locale::from_tag(&host.locale());
    dress(locale, "welcome_label");
    yew::Renderer::<welcome::Welcome>::with_props(welcome::Props { locale }).render();
}

/// Gives the document its language and title.
fn dress(locale: Locale, title: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    document.set_title(&text(locale, title, &[]));
    if let Some(root) = document.document_element() {
        // Only fails for names that are no attribute name.
        let _ = root.set_attribute("lang", locale.tag());
    }
}
