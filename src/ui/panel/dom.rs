//! Small questions to the document of the panel.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::desk::reply::utf16_at;

pub(super) fn target(event: &KeyboardEvent) -> Option<web_sys::Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

pub(super) fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// The element, unfolded and scrolled into sight.
pub(super) fn shown(selector: &str) -> Option<HtmlElement> {
    let element: HtmlElement = document()?.query_selector(selector).ok()??.dyn_into().ok()?;
    if let Ok(Some(fold)) = element.closest("details:not([open])") {
        let _ = fold.set_attribute("open", "");
    }
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    Some(element)
}

/// Has a list of choices show the one with this value.
pub(super) fn choose(selector: &str, value: &str) {
    let list = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(list) = list {
        // A list of choices takes any value; one that it does not have shows none.
        let _ = js_sys::Reflect::set(&list, &"value".into(), &value.into());
    }
}

/// Unfolds all that was set aside, or folds it where all is unfolded; true where there is something to see now.
pub(super) fn turn_aside() -> bool {
    let Some(folds) = document().and_then(|document| document.query_selector_all(".aside").ok()) else { return false };
    let folds: Vec<web_sys::Element> =
        (0..folds.length()).filter_map(|place| folds.item(place)?.dyn_into().ok()).collect();
    let unfold = folds.iter().any(|fold| !fold.has_attribute("open"));
    for fold in &folds {
        let _ = if unfold { fold.set_attribute("open", "") } else { fold.remove_attribute("open") };
    }
    unfold
}

pub(super) fn active() -> Option<web_sys::Element> {
    document()?.active_element()
}

/// Whether the agent is writing there: no key of ours is heard then.
pub(super) fn on_text(element: Option<&web_sys::Element>) -> bool {
    let search = |element: &web_sys::Element| element.get_attribute("type").as_deref() == Some("search");
    element.is_some_and(|element| matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT") || search(element))
}

/// The text field with the focus in it and a place selected, in code points.
pub(super) fn select_in_text(start: usize, end: usize) {
    let field = document().and_then(|document| document.query_selector(".draft-text").ok().flatten());
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) {
        let text = field.value();
        let _ = field.focus();
        let _ = field.set_selection_range(utf16_at(&text, start), utf16_at(&text, end));
    }
}

pub(super) fn on_control(element: Option<&web_sys::Element>) -> bool {
    element.is_some_and(|element| matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY" | "INPUT"))
}
