//! The panel: receives the desk, hands keys and clicks to the view model, carries out its effects.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{KeyboardEvent, PointerEvent};
use yew::{Component, Context, Html, Properties, classes, html};

mod dom;
mod edge;

use super::calculator::{self, Calculator, Kept};
use super::host::{PanelHost, ToPage};
use super::parts::Scene;
use super::{card, help, queue};
use crate::desk::answering::Act;
use crate::desk::clock;
use crate::desk::message::{Card, Face, FromPage, Level};
use crate::desk::reply::Question;
use crate::desk::state::{self, Connection};
use crate::desk::stroke::{self, Outcome, Walker};
use crate::desk::view::{Effect, View};
use crate::words::Locale;
use dom::{active, document, on_control, on_text, select_in_text, shown, target};
use edge::edge_key;

/// The narrowest and widest panel in CSS pixels.
const WIDTHS: (i32, i32) = (320, 960);
/// By how much an arrow key moves the edge.
const WIDTH_STEP: i32 = 40;

/// What the panel is started with.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub host: PanelHost,
    pub locale: Locale,
}

/// All that can happen to the panel.
pub enum Msg {
    Arrived(JsValue),
    Lost,
    Key(KeyboardEvent),
    Command(&'static str),
    Open(String),
    Queue,
    Narrow(Option<Level>),
    Copy(Effect),
    Act(Act),
    Answered(Question, Option<String>),
    CopyDone(Copied),
    Tick,
    Grab(PointerEvent),
    Drag(PointerEvent),
    Drop,
    EdgeKey(KeyboardEvent),
    Keep(Kept),
}

/// The message copied last, or that the browser refused to.
pub struct Copied {
    pub key: String,
    pub advice: String,
    pub done: bool,
}

/// The panel component.
pub struct Panel {
    view: View,
    walker: Walker,
    now: f64,
    /// What the live region says; an invisible sign is added to say the same thing twice.
    said: String,
    copied: Option<Copied>,
    timer: Option<(Timeout, f64)>,
    /// Where the edge was taken hold of: pointer and width.
    grabbed: Option<(i32, i32)>,
    /// Which element takes the focus after drawing.
    focus_next: Option<&'static str>,
    /// Which element a key has chosen and has to be seen after drawing; the focus stays where it is.
    show_next: Option<&'static str>,
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
                let tick = link.clone();
                listeners
                    .push(EventListener::new(&document, "visibilitychange", move |_| tick.send_message(Msg::Tick)));
            }
        }
        Self {
            view: View::default(),
            walker: Walker::default(),
            now: js_sys::Date::now(),
            said: String::new(),
            copied: None,
            timer: None,
            grabbed: None,
            focus_next: None,
            show_next: None,
            select_next: None,
            _listeners: listeners,
            _on_message: arrived,
            _on_close: lost,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        self.now = js_sys::Date::now();
        let (face, focus, locale) = (self.view.face, self.view.focus.clone(), self.locale(ctx));
        let advice = self.view.advice;
        let effects = match msg {
            Msg::Arrived(message) => match serde_wasm_bindgen::from_value::<FromPage>(message) {
                Ok(message) => self.view.receive(message),
                Err(_) => self.unconnected(Connection::Garbled),
            },
            Msg::Lost => self.unconnected(Connection::Lost),
            Msg::Key(event) => self.key(&event),
            Msg::Command(id) => self.view.command(id),
            Msg::Open(key) => self.view.open_card(&key),
            Msg::Queue => self.view.show_queue(),
            Msg::Narrow(only) => {
                self.view.narrow(only);
                Vec::new()
            }
            Msg::Copy(effect) => vec![effect],
            Msg::Act(act) => self.view.act(act, self.now),
            Msg::Answered(question, text) => self.view.answered(&question, text.as_deref()),
            Msg::CopyDone(copied) => {
                self.copy_done(ctx, copied);
                Vec::new()
            }
            Msg::Tick => Vec::new(),
            Msg::Grab(event) => self.grab(&event),
            Msg::Drag(event) => self.drag(ctx, &event),
            Msg::Drop => {
                self.grabbed = None;
                Vec::new()
            }
            Msg::EdgeKey(event) => edge_key(ctx, &event),
            Msg::Keep(Kept { key, field, value }) => {
                ctx.props().host.send(&ToPage::Keep { key: &key, field, value: value.as_deref() });
                return false;
            }
        };
        for effect in effects {
            self.carry_out(ctx, effect);
        }
        for effect in self.view.prepare() {
            self.carry_out(ctx, effect);
        }
        if self.view.focus != focus {
            self.copied = None;
        }
        if self.locale(ctx) != locale {
            super::dress(self.locale(ctx), "panel_label");
        }
        if self.view.face != face {
            self.focus_next = Some(match self.view.face {
                Face::Queue => ".row-open[tabindex='0']",
                Face::Card => ".card h2",
                Face::Help => ".help h2",
                Face::Calculator => ".calc h2",
            });
        } else if self.view.focus != focus {
            self.focus_next = match self.view.face {
                Face::Card => (!on_control(active().as_ref())).then_some(".card h2"),
                _ => Some(".row-open[tabindex='0']"),
            };
        }
        if self.view.advice != advice && self.view.advice.is_some() {
            self.show_next = Some(".advice > [aria-current]");
        }
        self.schedule(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let scene = Scene { locale: self.locale(ctx), now: self.now };
        let link = ctx.link();
        let face = match self.view.face {
            Face::Queue => "queue",
            Face::Card => "card",
            Face::Help => "help",
            Face::Calculator => "calculator",
        };
        let calculates = self.view.face == Face::Calculator && self.view.connection == Connection::Open;
        let body = match state::blank(self.view.connection, &self.view.desk, scene.locale) {
            _ if calculates => html! { <main class="body">{ self.frame(scene, ctx) }{ self.calculator(ctx) }</main> },
            Some(blank) if self.view.face != Face::Help && self.view.card().is_none_or(|_| blank.kind != "clear") => {
                html! { <main class="body body-blank">{ self.frame(scene, ctx) }{ queue::blank(scene, link, &blank) }</main> }
            }
            _ if self.view.face == Face::Help => {
                html! { <main class="body body-help">{ self.frame(scene, ctx) }{ help::draw(scene, &self.view.desk.keymap) }</main> }
            }
            _ => html! {
                <main class="body body-desk">
                    { self.frame(scene, ctx) }
                    { queue::draw(scene, link, &self.view) }
                    { card::draw(scene, link, &self.view, self.copied.as_ref()) }
                </main>
            },
        };
        html! {
            <div class={classes!("panel", format!("face-{face}"))}>
                { queue::header(scene, link, &self.view) }
                { body }
                <p class="only-heard" role="status" aria-live="polite">{ &self.said }</p>
            </div>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        // The focus moves only inside the panel; it is never taken away from the shop's page.
        if let Some(element) = self.focus_next.take().and_then(shown)
            && document().is_some_and(|document| document.has_focus().unwrap_or(false))
        {
            let _ = element.focus();
        }
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

    fn key(&mut self, event: &KeyboardEvent) -> Vec<Effect> {
        if !event.is_trusted() || event.default_prevented() || event.is_composing() {
            return Vec::new();
        }
        let name = stroke::name(&event.key(), event.ctrl_key(), event.alt_key(), event.meta_key(), event.shift_key());
        let Some(name) = name else { return Vec::new() };
        // Who is writing writes; only the way out of the field is ours.
        if on_text(target(event).as_ref()) {
            if name == "Escape" {
                event.prevent_default();
                self.focus_next = Some(".card h2");
            }
            return Vec::new();
        }
        // A focused button or edge keeps its own keys.
        let native = matches!(name.as_str(), "Enter" | "Space") && on_control(target(event).as_ref());
        if native {
            return Vec::new();
        }
        match self.walker.press(&name, &self.view.desk.keymap) {
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

    fn carry_out(&mut self, ctx: &Context<Self>, effect: Effect) {
        let host = &ctx.props().host;
        match effect {
            Effect::Focus(key) => host.send(&ToPage::Focus { key: &key }),
            Effect::Face(view) => host.send(&ToPage::View { view }),
            Effect::Close => host.send(&ToPage::Close),
            Effect::Forward(id) => host.send(&ToPage::Command { id: &id }),
            Effect::Keep(kept) => {
                let (key, text, state) = (&kept.key, &kept.text, &kept.state);
                host.send(&ToPage::Draft { key, text, clear: kept.clear, state });
            }
            Effect::Insert { key, text } => host.send(&ToPage::Insert { key: &key, text: &text }),
            Effect::Save(file) => host.save(&file.name, &file.text),
            Effect::Write => self.focus_next = Some(".draft-text"),
            Effect::Select { start, end } => self.select_next = Some((start, end)),
            Effect::Say(key) => self.say(ctx, key),
            Effect::Ask(question) => {
                let promise = host.write(&question.request);
                ctx.link().send_future(async move {
                    let answer = wasm_bindgen_futures::JsFuture::from(promise).await;
                    Msg::Answered(question, answer.ok().and_then(|value| value.as_string()))
                });
            }
            Effect::Copied { key, advice } => {
                self.copied = Some(Copied { key, advice, done: true });
                // Pressed in the page: the agent may not have scrolled to the message.
                self.show_next = Some(".message:has([data-done])");
                self.say(ctx, "panel_copied");
            }
            Effect::Copy { key, advice, text } => {
                let promise = host.copy(&text);
                ctx.link().send_future(async move {
                    let answer = wasm_bindgen_futures::JsFuture::from(promise).await;
                    Msg::CopyDone(Copied { key, advice, done: answer.is_ok_and(|value| value.is_truthy()) })
                });
            }
        }
    }

    fn copy_done(&mut self, ctx: &Context<Self>, copied: Copied) {
        if copied.done {
            ctx.props().host.send(&ToPage::Copied { key: &copied.key, advice: &copied.advice });
            self.say(ctx, "panel_copied");
        } else {
            card::select_message(&copied.advice);
            self.say(ctx, "panel_copy_refused");
        }
        self.copied = Some(copied);
    }

    fn say(&mut self, ctx: &Context<Self>, key: &str) {
        let text = crate::words::text(self.locale(ctx), key, &[]);
        self.said = if self.said == text { format!("{text}\u{200b}") } else { text };
    }

    /// One timer at most, set to the moment at which the next countdown changes; none while hidden or when nothing counts down.
    fn schedule(&mut self, ctx: &Context<Self>) {
        let hidden = web_sys::window().and_then(|window| window.document()).is_none_or(|document| document.hidden());
        let open = self.view.connection == Connection::Open && !self.view.desk.paused && self.view.face != Face::Help;
        let shown = self.view.rows().into_iter().chain(self.view.card());
        let reply_by = |card: &Card| card.review.as_ref().and_then(|review| review.reply_by.clone());
        let deadlines =
            shown.filter_map(|card| card.deadline.clone().or_else(|| reply_by(card))).map(|deadline| deadline.at_ms);
        let wait = if hidden || !open { None } else { clock::next_change(deadlines, self.now) };
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

    fn calculator(&self, ctx: &Context<Self>) -> Html {
        let desk = &self.view.desk;
        html! {
            <Calculator locale={self.locale(ctx)} host={calculator::Host::Panel(ctx.props().host.clone())} figures={desk.scores.clone()}
                chosen={desk.score.clone()} on_keep={ctx.link().callback(Msg::Keep)} />
        }
    }

    /// The heading for those who hear the page (a narrow card hides the header), and the edge.
    fn frame(&self, scene: Scene, ctx: &Context<Self>) -> Html {
        html! { <><h1 class="only-heard">{ scene.say("app_name") }</h1>{ self.edge(scene, ctx) }</> }
    }
}
