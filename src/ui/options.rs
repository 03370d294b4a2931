//! The options page: hands every control to the view model and carries out its effects.

mod about;
mod data;
mod judgement;
mod keys;
mod look;
mod parts;
mod replies;
mod sites;
mod targets;

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::{Component, Context, Html, Properties, classes, html};

use super::host::OptionsHost;
use super::parts::{Scene, brand};
use crate::desk::options::keys::Pressed;
use crate::desk::options::{Effect, Purpose, SECTIONS, View};
use crate::desk::stroke::stroke;
use crate::ui::parts::steady;
use crate::words::Locale;
use parts::Page;

/// What the page is started with.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub host: OptionsHost,
    pub locale: Locale,
}

/// What a control does to the view.
pub type Act = Box<dyn FnOnce(&mut View, Locale) -> Vec<Effect>>;

/// The text of a file; else the line that is no text, where that is why.
type FileText = Result<String, Option<usize>>;

/// What had the focus.
type Focused = Option<web_sys::Element>;

/// All that can happen to the page.
pub enum Msg {
    /// A control was changed for good.
    Do(Act),
    /// The field of this id holds this text, which is not sent yet.
    Typing(String, String),
    /// The answer, and what had the focus when it was asked for.
    Answered(Purpose, String, Focused),
    Stored,
    Key(KeyboardEvent),
    Granted(String, bool, Focused),
    TakenBack(String, bool, Focused),
    File(HtmlInputElement),
    FileRead(Option<(f64, FileText)>),
}

/// The options component.
pub struct Options {
    view: View,
    /// The field that is being typed into, and its text: the page may be drawn anew meanwhile.
    typing: Option<(String, String)>,
    /// Which element takes the focus after drawing.
    focus_next: Option<String>,
    /// Changes, and questions for what holds, that are not answered yet: until then lists show what was chosen.
    under_way: usize,
    _on_change: Closure<dyn FnMut()>,
}

impl Component for Options {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let on_change: Closure<dyn FnMut()> = Closure::new(move || link.send_message(Msg::Stored));
        ctx.props().host.on_change(on_change.as_ref().unchecked_ref::<Function>());
        ctx.link().send_message(Msg::Stored);
        Self { view: View::default(), typing: None, focus_next: None, under_way: 0, _on_change: on_change }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let browser = ctx.props().locale;
        // Who has gone on before an answer comes is left where they are.
        let gone_on = match &msg {
            Msg::Answered(_, _, from) | Msg::Granted(_, _, from) | Msg::TakenBack(_, _, from) => has_gone_on(from),
            _ => false,
        };
        let effects = match msg {
            Msg::Do(act) => {
                self.typing = None;
                act(&mut self.view, browser)
            }
            Msg::Typing(id, text) => {
                let effects = if id == "text-text" { self.view.preview_text(Some(&text)) } else { Vec::new() };
                self.typing = Some((id, text));
                for effect in effects {
                    self.carry_out(ctx, effect);
                }
                return false;
            }
            Msg::Answered(purpose, answer, _) => {
                if matters(purpose) {
                    self.under_way = self.under_way.saturating_sub(1);
                }
                self.view.answered(purpose, &answer, browser)
            }
            Msg::Stored => self.view.begin(),
            Msg::Key(event) => self.key(&event, browser),
            Msg::Granted(host, granted, _) => self.view.granted(&host, granted, browser),
            Msg::TakenBack(host, done, _) => self.view.taken_back(&host, done, browser),
            Msg::File(input) => {
                let read = ctx.props().host.read(&input, f64::from(MOST));
                ctx.link().send_future(async move { Msg::FileRead(JsFuture::from(read).await.ok().and_then(file)) });
                Vec::new()
            }
            Msg::FileRead(Some((bytes, text))) => self.view.file_chosen(bytes, text, browser),
            Msg::FileRead(None) => Vec::new(),
        };
        for effect in effects {
            if !gone_on || !matches!(effect, Effect::Focus(_)) {
                self.carry_out(ctx, effect);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { host, locale } = ctx.props();
        let page = Page::new(ctx, &self.view, self.typing.as_ref(), self.view.locale(*locale));
        let scene = page.scene;
        let said = &self.view.said;
        html! {
            <div class="options" lang={scene.locale.tag()}>
                <header class="top-line">{ brand() }<h1>{ scene.say("options_label") }</h1></header>
                <nav aria-label={scene.say("options_nav")}>
                    <ul>{ steady(SECTIONS.iter().map(|name| html! { <li><a href={format!("#{name}")}>{ scene.say(&format!("options_{name}")) }</a></li> })) }</ul>
                </nav>
                <main>
                    if self.view.state.is_some() {
                        { page.problems() }
                        { steady(SECTIONS.iter().map(|name| section(&page, name, &host.version()))) }
                    } else {
                        <p class="missing">{ scene.say("options_loading") }</p>
                    }
                </main>
                <p class={classes!("said", said.bad.then_some("bad"), said.text.is_empty().then_some("none"))} role="status">{ &said.text }</p>
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        super::dress(self.view.locale(ctx.props().locale), "options_label");
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(state) = &self.view.state {
            ctx.props().host.wear(look::theme_id(state.settings.look.theme));
        }
        if self.under_way == 0 {
            ctx.props().host.settle();
        }
        if let Some(id) = self.focus_next.take()
            && let Some(element) = document.and_then(|document| document.get_element_by_id(&id))
            && let Ok(element) = element.dyn_into::<HtmlElement>()
        {
            let _ = element.focus();
        }
    }
}

/// The biggest file whose text is read at all.
const MOST: u32 = 1_048_576;

impl Options {
    fn carry_out(&mut self, ctx: &Context<Self>, effect: Effect) {
        let host = &ctx.props().host;
        let from = active();
        match effect {
            Effect::Ask(purpose, request) => {
                if matters(purpose) {
                    self.under_way = self.under_way.saturating_add(1);
                }
                let asked = host.ask(&request.to_string());
                ctx.link().send_future(async move {
                    let answer = JsFuture::from(asked).await.ok().and_then(|answer| answer.as_string());
                    Msg::Answered(purpose, answer.unwrap_or_default(), from)
                });
            }
            Effect::Save { name, text } => host.save(name, &text),
            Effect::Focus(id) => self.focus_next = Some(id),
            // The browser only asks while it handles the click, and that is now.
            Effect::Grant(site, patterns) => {
                let asked = host.grant(&patterns.join(" "));
                ctx.link().send_future(async move { Msg::Granted(site, agreed(asked).await, from) });
            }
            Effect::Revoke(site, patterns) => {
                let asked = host.revoke(&patterns.join(" "));
                ctx.link().send_future(async move { Msg::TakenBack(site, agreed(asked).await, from) });
            }
        }
    }

    fn key(&mut self, event: &KeyboardEvent, browser: Locale) -> Vec<Effect> {
        if !event.is_trusted() || event.is_composing() || event.key_code() == 229 {
            return Vec::new();
        }
        let held = [event.ctrl_key(), event.alt_key(), event.meta_key()];
        let Some(stroke) = stroke(&event.key(), &event.code(), held, event.shift_key()) else {
            return Vec::new();
        };
        match self.view.pressed(&stroke, browser) {
            Pressed::Taken(effects) => effects,
            Pressed::Left => Vec::new(),
        }
    }
}

fn section(page: &Page<'_>, name: &'static str, version: &str) -> Html {
    let heading = format!("{name}-heading");
    html! {
        <section id={name} class="section" aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ page.scene.say(&format!("options_{name}")) }</h2>
            { match name {
                "sites" => sites::draw(page),
                "judgement" => judgement::draw(page),
                "replies" => replies::draw(page),
                "targets" => targets::draw(page),
                "keys" => keys::draw(page),
                "look" => look::draw(page),
                "data" => data::draw(page),
                _ => about::draw(page, version),
            } }
        </section>
    }
}

/// Is the agent on another control than the one from which they asked?
fn has_gone_on(from: &Focused) -> bool {
    active().is_some_and(|now| now.tag_name() != "BODY" && Some(&now) != from.as_ref())
}

fn active() -> Focused {
    web_sys::window()?.document()?.active_element()
}

/// Does the answer change what holds, or tell it?
const fn matters(purpose: Purpose) -> bool {
    matches!(purpose, Purpose::Change | Purpose::Read)
}

async fn agreed(asked: js_sys::Promise) -> bool {
    JsFuture::from(asked).await.is_ok_and(|answer| answer.is_truthy())
}

/// What the bridge tells of a file: its size and, where it is small enough, its text or the line that is none.
fn file(answer: JsValue) -> Option<(f64, FileText)> {
    let list = answer.dyn_into::<js_sys::Array>().ok()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a line's number")]
    let line = list.get(2).as_f64().map(|line| line as usize);
    Some((list.get(0).as_f64()?, list.get(1).as_string().ok_or(line)))
}
