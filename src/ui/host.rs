//! What the pages' bridges (`extension/pages/bridge/`) give us: the port, the clipboard, the tab. The demo gives the same over a channel.

use js_sys::{Function, Promise};
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The panel's bridge.
    #[derive(Clone, PartialEq)]
    pub type PanelHost;
    #[wasm_bindgen(method, getter)]
    pub fn locale(this: &PanelHost) -> String;
    #[wasm_bindgen(method)]
    pub fn post(this: &PanelHost, message: &JsValue);
    #[wasm_bindgen(method, js_name = onMessage)]
    pub fn on_message(this: &PanelHost, receive: &Function);
    #[wasm_bindgen(method, js_name = onClose)]
    pub fn on_close(this: &PanelHost, closed: &Function);
    #[wasm_bindgen(method)]
    pub fn copy(this: &PanelHost, text: &str) -> Promise;
    #[wasm_bindgen(method)]
    pub fn write(this: &PanelHost, request: &str) -> Promise;
    #[wasm_bindgen(method)]
    pub fn day(this: &PanelHost, request: &str) -> Promise;
    #[wasm_bindgen(method)]
    pub fn save(this: &PanelHost, name: &str, text: &str);

    /// The popup's bridge.
    #[derive(Clone, PartialEq)]
    pub type PopupHost;
    #[wasm_bindgen(method, getter)]
    pub fn locale(this: &PopupHost) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn version(this: &PopupHost) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn ours(this: &PopupHost) -> bool;
    #[wasm_bindgen(method, getter)]
    pub fn told(this: &PopupHost) -> Option<String>;
    #[wasm_bindgen(method)]
    pub fn report(this: &PopupHost) -> Promise;
    #[wasm_bindgen(method)]
    pub fn pause(this: &PopupHost, paused: bool) -> Promise;
    #[wasm_bindgen(method, getter)]
    pub fn teachable(this: &PopupHost) -> bool;
    #[wasm_bindgen(method)]
    pub fn teach(this: &PopupHost) -> Promise;
    #[wasm_bindgen(method, js_name = openPanel)]
    pub fn open_panel(this: &PopupHost) -> Promise;
    #[wasm_bindgen(method)]
    pub fn copy(this: &PopupHost, text: &str) -> Promise;

    /// The welcome page's bridge.
    #[derive(Clone, PartialEq)]
    pub type WelcomeHost;
    #[wasm_bindgen(method, getter)]
    pub fn locale(this: &WelcomeHost) -> String;

    /// The options page's bridge.
    #[derive(Clone, PartialEq)]
    pub type OptionsHost;
    #[wasm_bindgen(method, getter)]
    pub fn locale(this: &OptionsHost) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn version(this: &OptionsHost) -> String;
    #[wasm_bindgen(method)]
    pub fn ask(this: &OptionsHost, request: &str) -> Promise;
    #[wasm_bindgen(method, js_name = onChange)]
    pub fn on_change(this: &OptionsHost, changed: &Function);
    #[wasm_bindgen(method)]
    pub fn wear(this: &OptionsHost, theme: &str);
    #[wasm_bindgen(method)]
    pub fn settle(this: &OptionsHost);
    #[wasm_bindgen(method)]
    pub fn grant(this: &OptionsHost, patterns: &str) -> Promise;
    #[wasm_bindgen(method)]
    pub fn revoke(this: &OptionsHost, patterns: &str) -> Promise;
    #[wasm_bindgen(method)]
    pub fn save(this: &OptionsHost, name: &str, text: &str);
    #[wasm_bindgen(method)]
    pub fn read(this: &OptionsHost, input: &web_sys::HtmlInputElement, most: f64) -> Promise;
}

/// What the panel says to the page side.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ToPage<'a> {
    Focus { key: &'a str, n: u32 },
    View { view: crate::desk::message::Face, n: u32 },
    Close,
    Command { id: &'a str, n: u32 },
    Copied { key: &'a str, advice: &'a str },
    Width { px: i32, kept: bool },
    Keep { key: &'a str, field: &'a str, value: Option<&'a str> },
    Draft { key: &'a str, text: &'a str, clear: bool, state: &'a str },
    Insert { key: &'a str, text: &'a str },
}

impl PanelHost {
    /// Sends a message over the port.
    pub fn send(&self, message: &ToPage<'_>) {
        if let Ok(value) = serde_wasm_bindgen::to_value(message) {
            self.post(&value);
        }
    }
}
