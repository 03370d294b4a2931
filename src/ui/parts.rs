//! Small pieces that several faces use.

use yew::{AttrValue, Callback, Html, MouseEvent, classes, html};

use crate::desk::clock::{Countdown, countdown};
use crate::desk::message::{Answer, Deadline, KeyMap, Level};
use crate::words::{Locale, text};

/// What every drawing function needs to know.
#[derive(Clone, Copy)]
pub struct Scene {
    pub locale: Locale,
    pub now: f64,
}

impl Scene {
    pub fn say(self, key: &str) -> String {
        text(self.locale, key, &[])
    }

    pub fn say_with(self, key: &str, args: &[&str]) -> String {
        text(self.locale, key, args)
    }
}

/// Parts that come and go, in one place of their own among their neighbours. Yew matches the children of an element from the last to the first:
/// without this, a line that came at the end would make everything before it anew, and a field there would lose the focus.
pub fn steady(parts: impl IntoIterator<Item: Into<Html>>) -> Html {
    parts.into_iter().collect()
}

/// A listener for clicks that a person made; synthetic ones are ignored.
pub fn on_click(act: impl Fn() + 'static) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        if event.is_trusted() {
            act();
        }
    })
}

/// The level's shape, the same as on the badges in the page; the word beside it carries the name.
pub fn level_mark(level: Level) -> Html {
    let path = match level {
        Level::Counted => "M1 1h10v10H1z",
        Level::AtRisk => "M6 .8 11.7 11H.3z",
        Level::Watch => "M6 .8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 6 .8z",
        Level::Safe => "M4.7 10.2.8 6.3l1.4-1.4 2.5 2.5 5.1-5.1 1.4 1.4z",
    };
    icon("mark", "0 0 12 12", path)
}

/// Yes, no, unknown as a shape.
pub fn answer_mark(answer: Answer) -> Html {
    let path = match answer {
        Answer::Yes => "M4.7 10.2.8 6.3l1.4-1.4 2.5 2.5 5.1-5.1 1.4 1.4z",
        Answer::No => "M2.6 1.2 6 4.6l3.4-3.4 1.4 1.4L7.4 6l3.4 3.4-1.4 1.4L6 7.4l-3.4 3.4-1.4-1.4L4.6 6 1.2 2.6z",
        Answer::Unknown => "M1 5h10v2H1z",
    };
    icon("mark", "0 0 12 12", path)
}

/// A picture without meaning of its own.
pub fn icon(class: &'static str, view_box: &'static str, path: &'static str) -> Html {
    html! { <svg class={class} viewBox={view_box} aria-hidden="true" focusable="false"><path d={path} fill-rule="evenodd" /></svg> }
}

/// A button with a picture; `label` is its name and tool tip.
pub fn icon_button(label: String, path: &'static str, act: Callback<MouseEvent>) -> Html {
    let label = AttrValue::from(label);
    html! {
        <button type="button" class="icon-button" aria-label={label.clone()} title={label} onclick={act}>{ icon("icon", "0 0 16 16", path) }</button>
    }
}

pub const PATH_CLOSE: &str =
    "M3.3 2.2 8 6.9l4.7-4.7 1.1 1.1L9.1 8l4.7 4.7-1.1 1.1L8 9.1l-4.7 4.7-1.1-1.1L6.9 8 2.2 3.3z";
pub const PATH_BACK: &str = "M10.3 2.3 11.4 3.4 6.8 8l4.6 4.6-1.1 1.1L4.6 8z";
pub const PATH_UP: &str = "M8 4.6l5.7 5.7-1.1 1.1L8 6.8l-4.6 4.6-1.1-1.1z";
pub const PATH_DOWN: &str = "M8 11.4 2.3 5.7l1.1-1.1L8 9.2l4.6-4.6 1.1 1.1z";
pub const PATH_CHECK: &str = "M4.7 10.2.8 6.3l1.4-1.4 2.5 2.5 5.1-5.1 1.4 1.4z";
pub const PATH_CHECK_16: &str = "M6.3 13.1 1.6 8.4l1.2-1.2 3.5 3.5 6.9-6.9 1.2 1.2z";
pub const PATH_UNDO: &str = "M6.2 2.4 2 6.6l4.2 4.2V8h3a2.6 2.6 0 0 1 0 5.2H5v1.5h4.2a4.1 4.1 0 0 0 0-8.2h-3z";
pub const PATH_DOCK_LEFT: &str = "M1 2.5h14v11H1zM7 4v8h6.5V4z";
pub const PATH_DOCK_RIGHT: &str = "M1 2.5h14v11H1zM2.5 4v8H9V4z";
pub const PATH_EYE: &str = "M8 3C4.4 3 1.7 5.5.6 8c1.1 2.5 3.8 5 7.4 5s6.3-2.5 7.4-5C14.3 5.5 11.6 3 8 3zm0 1.5c2.6 0 4.7 1.6 5.8 3.5-1.1 1.9-3.2 3.5-5.8 3.5S3.3 9.9 2.2 8C3.3 6.1 5.4 4.5 8 4.5zM8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z";
pub const PATH_EYE_SHUT: &str = "M2.6 1.3 1.4 2.5l2 2C2.1 5.5 1.1 6.8.6 8c1.1 2.5 3.8 5 7.4 5 1.3 0 2.5-.3 3.5-.8l2 2 1.2-1.2zM4.5 5.6l1.5 1.5a2.2 2.2 0 0 0 2.9 2.9l1.4 1.4c-.7.2-1.5.4-2.3.4-2.6 0-4.7-1.7-5.8-3.8.5-.9 1.3-1.7 2.3-2.4zM8 3c-.7 0-1.3.1-1.9.3l1.3 1.3.6-.1c2.6 0 4.7 1.6 5.8 3.5-.4.7-.9 1.3-1.5 1.8l1.1 1.1c.9-.9 1.6-1.9 2-2.9C14.3 5.5 11.6 3 8 3z";
pub const PATH_OPTIONS: &str = "M1 3.3h5.2a2 2 0 0 1 3.6 0H15v1.4H9.8a2 2 0 0 1-3.6 0H1zM1 11.3h2.2a2 2 0 0 1 3.6 0H15v1.4H6.8a2 2 0 0 1-3.6 0H1zM1 7.3h8.2a2 2 0 0 1 3.6 0H15v1.4h-2.2a2 2 0 0 1-3.6 0H1z";
pub const PATH_HELP: &str =
    "M1 3.5h14v9H1zM2.5 5v6h11V5zM4 6h1.5v1.5H4zM7.2 6h1.6v1.5H7.2zM10.5 6H12v1.5h-1.5zM4.6 8.6h6.8v1.5H4.6z";

/// Moves the focus to the first element of a selector.
pub fn focus(selector: &str) {
    use wasm_bindgen::JsCast;
    let found =
        web_sys::window().and_then(|window| window.document()).and_then(|it| it.query_selector(selector).ok()?);
    if let Some(element) = found.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The product's mark.
pub fn brand() -> Html {
    html! {
        <svg class="brand" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <circle class="brand-disc" cx="8" cy="8" r="8" />
            <path class="brand-ring" d="M8 3.4A4.6 4.6 0 1 0 12.6 8" />
            <path class="brand-sweep" d="M8 8l3-3" />
            <circle class="brand-blip" cx="11.3" cy="4.7" r="2.3" />
        </svg>
    }
}

/// The time left, with the exact time as its tool tip.
pub fn time_left(scene: Scene, deadline: &Deadline) -> Html {
    let Countdown { text, over, .. } = countdown(deadline.at_ms, scene.now, scene.locale);
    let urgent = deadline.is_close(scene.now);
    let exact = crate::desk::clock::wall_clock(&deadline.at, scene.now, scene.locale);
    html! {
        <time class={classes!("left", urgent.then_some("urgent"), over.then_some("over"))} datetime={deadline.at.clone()} title={exact}>{ text }</time>
    }
}

/// One key sequence.
pub fn keys(sequence: &str) -> Html {
    html! { <span class="keys">{ steady(sequence.split_whitespace().map(|stroke| html! { <kbd>{ pretty(stroke) }</kbd> })) }</span> }
}

/// The first key of a command, where the key map has one.
pub fn key_of(keymap: &KeyMap, id: &str) -> Option<Html> {
    let command = keymap.commands.iter().find(|command| command.id == id)?;
    command.keys.first().map(|sequence| keys(sequence))
}

fn pretty(stroke: &str) -> String {
    stroke.replace("Escape", "Esc").replace("ArrowDown", "↓").replace("ArrowUp", "↑").replace("Space", "␣")
}
