//! All that can happen to the panel.

use wasm_bindgen::prelude::JsValue;
use web_sys::{KeyboardEvent, PointerEvent};

use crate::desk::answering::Act;
use crate::desk::day::Ask;
use crate::desk::reply::Question;
use crate::desk::view::Effect;
use crate::desk::working::Do;
use crate::ui::calculator::Kept;

/// All that can happen to the panel.
pub enum Msg {
    Arrived(JsValue),
    Lost,
    Key(KeyboardEvent),
    Command(&'static str),
    Open(String),
    Queue,
    Do(Do),
    TabKey(KeyboardEvent),
    /// The background's answer about the day.
    Told(Ask, Option<String>),
    /// Whether another page shows the record that was to be gone to.
    Went(bool),
    /// The panel is seen again.
    Seen,
    Copy(Effect),
    Act(Act),
    Answered(Question, Option<String>),
    /// The own texts for a review and a search.
    Stocked(String, String, Option<String>),
    CopyDone(Copied),
    Tick,
    Grab(PointerEvent),
    Drag(PointerEvent),
    Drop,
    EdgeKey(KeyboardEvent),
    Keep(Kept),
    /// Whether the calculator had what it was told to save.
    Exported(bool),
}

impl Msg {
    /// Is it what the agent has just done in the panel?
    pub(super) const fn is_by_hand(&self) -> bool {
        matches!(
            self,
            Self::Key(_)
                | Self::Command(_)
                | Self::Open(_)
                | Self::Queue
                | Self::Do(_)
                | Self::TabKey(_)
                | Self::Act(_)
        )
    }
}

/// The message copied last, or that the browser refused to.
pub struct Copied {
    pub key: String,
    pub advice: String,
    pub done: bool,
}
