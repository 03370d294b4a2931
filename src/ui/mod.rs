//! The panel and the popup, drawn with Yew.
use wasm_bindgen::prelude::*;
use yew::prelude::*;
#[component]
fn App() -> Html {
    html! { <p>{"x"}</p> }
}
/// x
#[wasm_bindgen]
pub fn start_panel(host: JsValue) {
    let _ = host;
    yew::Renderer::<App>::new().render();
}
