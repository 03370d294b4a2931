//! The panel: receives the desk, hands keys and clicks to the view model, carries out its effects.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::KeyboardEvent;
use yew::{Component, Context, Html, Properties};

mod dom;
mod draw;
mod edge;
mod effects;
mod focus;
mod keys;
mod msg;

pub use msg::{Copied, Msg};

use super::calculator::Kept;
use super::host::{PanelHost, ToPage};
use crate::desk::clock;
use crate::desk::day::Ask;
use crate::desk::message::FromPage;
use crate::desk::state::Connection;
use crate::desk::stroke::Walker;
use crate::desk::view::{Effect, Export, View};
use crate::words::Locale;
use dom::{document, select_in_text, shown};

/// The narrowest panel in CSS pixels; the page side says how wide it may be.
const NARROWEST: i32 = 320;
/// By how much an arrow key moves the edge.
const WIDTH_STEP: i32 = 40;

/// What the panel is started with.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub host: PanelHost,
    pub locale: Locale,
}

/// The panel component.
pub struct Panel {
    view: View,
    walker: Walker,
    now: f64,
    /// What the live region says; an invisible sign is added to say the same thing twice.
    said: String,
    /// It tells what went wrong, and is shown as well.
    wrong: bool,
    copied: Option<Copied>,
    timer: Option<(Timeout, f64)>,
    /// Where the edge was taken hold of: pointer and width.
    grabbed: Option<(i32, i32)>,
    /// Which element takes the focus after drawing.
    focus_next: Option<&'static str>,
    /// The field that the agent has asked for and that is not there yet, and when they did.
    field_awaited: Option<(&'static str, f64)>,
    /// Which element a key has chosen and has to be seen after drawing; the focus stays where it is.
    show_next: Option<&'static str>,
    /// How many promises were near their time when that was last looked at.
    near: usize,
    /// What the calculator was last told to save, and the how-manieth time it is told.
    export: Option<(u32, Export)>,
    /// Which place of the text field is to be selected after drawing, in code points.
    select_next: Option<(usize, usize)>,
    _listeners: Vec<EventListener>,
    _on_message: Closure<dyn FnMut(JsValue)>,
    _on_close: Closure<dyn FnMut()>,
}

impl Component for Panel {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        let arrived: Closure<dyn FnMut(JsValue)> = {
            let link = link.clone();
            Closure::new(move |message| link.send_message(Msg::Arrived(message)))
        };
        let lost: Closure<dyn FnMut()> = {
            let link = link.clone();
            Closure::new(move || link.send_message(Msg::Lost))
        };
        let host = &ctx.props().host;
        host.on_close(lost.as_ref().unchecked_ref());
        host.on_message(arrived.as_ref().unchecked_ref());
        let mut listeners = Vec::new();
        if let Some(window) = web_sys::window() {
            let to_keys = link.clone();
            listeners.push(EventListener::new_with_options(
                &window,
                "keydown",
                EventListenerOptions::enable_prevent_default(),
                move |event| {
                    if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                        to_keys.send_message(Msg::Key(event.clone()));
                    }
                },
            ));
            if let Some(document) = window.document() {
                let seen = link.clone();
                listeners
                    .push(EventListener::new(&document, "visibilitychange", move |_| seen.send_message(Msg::Seen)));
            }
        }
        Self {
            view: View::of_machine(offset()),
            walker: Walker::default(),
            now: js_sys::Date::now(),
            said: String::new(),
            wrong: false,
            copied: None,
            timer: None,
            grabbed: None,
            focus_next: None,
            field_awaited: None,
            show_next: None,
            near: 0,
            export: None,
            select_next: None,
            _listeners: listeners,
            _on_message: arrived,
            _on_close: lost,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        self.now = js_sys::Date::now();
        self.view.now = self.now;
        let tab = self.view.tab();
        let (face, focus, locale) = (self.view.face, self.view.focus.clone(), self.locale(ctx));
        let advice = self.view.advice;
        if msg.is_by_hand() {
            self.field_awaited = None;
        }
        let effects = match msg {
            Msg::Arrived(message) => match serde_wasm_bindgen::from_value::<FromPage>(message) {
                Ok(message) => {
                    if matches!(message, FromPage::Command { .. }) {
                        self.field_awaited = None;
                    }
                    self.view.receive(message)
                }
                Err(_) => self.unconnected(Connection::Garbled),
            },
            Msg::Lost => self.unconnected(Connection::Lost),
            Msg::Key(event) => self.key(&event),
            Msg::Command(id) => self.view.command(id),
            Msg::Open(key) => self.view.open_card(&key),
            Msg::Queue => self.view.show_queue(),
            Msg::Do(doing) => self.view.carry_out(doing),
            Msg::TabKey(event) => self.tab_key(&event),
            Msg::Told(ask, answer) => self.told(ctx, &ask, answer.as_deref()),
            Msg::Went(there) => {
                if there {
                    Vec::new()
                } else {
                    vec![Effect::Say("panel_said_elsewhere")]
                }
            }
            Msg::Seen if document().is_some_and(|document| !document.hidden()) => vec![Effect::Day(Ask::Read)],
            Msg::Seen => Vec::new(),
            Msg::Copy(effect) => vec![effect],
            Msg::Act(act) => self.view.act(act, self.now),
            Msg::Answered(question, text) => self.view.answered(&question, text.as_deref()),
            Msg::Stocked(key, search, answer) => self.view.stocked(&key, &search, answer.as_deref()),
            Msg::CopyDone(copied) => {
                self.copy_done(ctx, copied);
                Vec::new()
            }
            Msg::Tick => Vec::new(),
            Msg::Grab(event) => self.grab(&event),
            Msg::Drag(event) => self.drag(ctx, &event),
            Msg::Drop => self.drop_edge(ctx),
            Msg::EdgeKey(event) => self.edge_key(ctx, &event),
            Msg::Exported(done) => vec![Effect::Say(if done { "panel_said_saved" } else { "panel_said_no_picture" })],
            Msg::Keep(Kept { key, field, value }) => {
                ctx.props().host.send(&ToPage::Keep { key: &key, field, value: value.as_deref() });
                return false;
            }
        };
        for effect in effects {
            self.carry_out(ctx, effect);
        }
        let near = self.view.day.promises_near(self.now);
        if near > self.near {
            self.say(ctx, "panel_promises_near");
        }
        self.near = near;
        for effect in self.view.prepare() {
            self.carry_out(ctx, effect);
        }
        if self.view.focus != focus {
            self.copied = None;
        }
        if self.locale(ctx) != locale {
            super::dress(self.locale(ctx), "panel_label");
        }
        self.aim(face, tab, focus.as_deref());
        if self.view.advice != advice && self.view.advice.is_some() {
            self.show_next = Some(".advice > [aria-current]");
        }
        self.schedule(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.draw(ctx)
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        // Attributes do not move what a browser shows as chosen once the agent or a key has chosen something else.
        dom::choose("#queue-platform", self.view.filter.platform.as_deref().unwrap_or_default());
        self.move_focus();
        self.show_next.take().and_then(shown);
        if let Some((start, end)) = self.select_next.take() {
            select_in_text(start, end);
        }
    }
}

impl Panel {
    /// The page side's language where it told one.
    fn locale(&self, ctx: &Context<Self>) -> Locale {
        self.view.desk.locale.unwrap_or(ctx.props().locale)
    }

    fn unconnected(&mut self, connection: Connection) -> Vec<Effect> {
        self.view.connection = connection;
        Vec::new()
    }

    /// One timer at most, set to the moment at which the next countdown changes; none while hidden or when nothing counts down.
    fn schedule(&mut self, ctx: &Context<Self>) {
        let hidden = web_sys::window().and_then(|window| window.document()).is_none_or(|document| document.hidden());
        let waits =
            [clock::next_change(self.view.moments().into_iter(), self.now), self.view.next_promise().map(whole)];
        let wait = waits.into_iter().flatten().min().filter(|_| !hidden);
        self.timer = wait.and_then(|wait| u32::try_from(wait).ok()).map(|wait| {
            let due = self.now + f64::from(wait);
            match self.timer.take() {
                Some((timer, when)) if when.total_cmp(&due).is_eq() && when > self.now => (timer, when),
                _ => {
                    let link = ctx.link().clone();
                    (Timeout::new(wait, move || link.send_message(Msg::Tick)), due)
                }
            }
        });
    }
}

/// A wait in ms, rounded up: a timer that comes early would find nothing changed.
#[allow(clippy::cast_possible_truncation, reason = "a week at most")]
fn whole(wait: f64) -> i64 {
    wait.ceil() as i64
}

/// This machine's minutes east of UTC.
#[allow(clippy::cast_possible_truncation, reason = "whole minutes of a day")]
fn offset() -> i32 {
    -js_sys::Date::new_0().get_timezone_offset() as i32
}
