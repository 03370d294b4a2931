//! The controls of the options page: each has a label, its note and what a policy says of it.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};
use yew::html::Scope;
use yew::{AttrValue, Callback, Context, Html, InputEvent, MouseEvent, html};

use super::{Msg, Options, Scene};
use crate::desk::options::{Effect, View};
use crate::settings::Settings;
use crate::ui::parts::steady;
use crate::words::Locale;

/// What every section needs to draw itself.
pub struct Page<'a> {
    pub view: &'a View,
    pub scene: Scene,
    typing: Option<&'a (String, String)>,
    link: Scope<Options>,
}

impl<'a> Page<'a> {
    /// `typing`: the field that is being typed into, and its text.
    pub fn new(ctx: &Context<Options>, view: &'a View, typing: Option<&'a (String, String)>, locale: Locale) -> Self {
        Self { view, scene: Scene { locale, now: 0.0 }, typing, link: ctx.link().clone() }
    }

    /// The settings that hold; the defaults before the first answer.
    pub fn settings(&self) -> Settings {
        self.view.state.as_ref().map(|state| state.settings.clone()).unwrap_or_default()
    }

    /// A click of a person.
    pub fn on_click(&self, act: impl Fn(&mut View, Locale) -> Vec<Effect> + Clone + 'static) -> Callback<MouseEvent> {
        let link = self.link.clone();
        crate::ui::parts::on_click(move || link.send_message(Msg::Do(Box::new(act.clone()))))
    }

    /// Enter in a field of one line, with what stands in it.
    pub fn on_enter(
        &self,
        act: impl Fn(&mut View, Locale, String) -> Vec<Effect> + Clone + 'static,
    ) -> Callback<KeyboardEvent> {
        let link = self.link.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_trusted() && event.key() == "Enter" && !event.is_composing() {
                let (act, value) = (act.clone(), value_of(&event));
                link.send_message(Msg::Do(Box::new(move |view, browser| act(view, browser, value))));
            }
        })
    }

    /// A change of a field.
    pub fn on_change(
        &self,
        act: impl Fn(&mut View, Locale, String) -> Vec<Effect> + Clone + 'static,
    ) -> Callback<Event> {
        let link = self.link.clone();
        Callback::from(move |event: Event| {
            let (act, value) = (act.clone(), value_of(&event));
            link.send_message(Msg::Do(Box::new(move |view, browser| act(view, browser, value))));
        })
    }

    /// What a field shows: what is being typed into it, else what holds.
    pub fn shown(&self, id: &str, now: String) -> AttrValue {
        self.typing.filter(|(field, _)| field == id).map_or(now, |(_, text)| text.clone()).into()
    }

    /// Remembers what is typed, so that an answer that draws the page anew takes nothing back.
    pub fn on_typing(&self, id: &'static str) -> Callback<InputEvent> {
        let link = self.link.clone();
        Callback::from(move |event: InputEvent| link.send_message(Msg::Typing(id.to_owned(), value_of(&event))))
    }

    /// Keys pressed while one is chosen. Tab is left to the browser.
    pub fn on_key(&self) -> Callback<KeyboardEvent> {
        let link = self.link.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() != "Tab" {
                event.prevent_default();
                event.stop_propagation();
            }
            link.send_message(Msg::Key(event));
        })
    }

    /// A file was chosen.
    pub fn on_file(&self) -> Callback<Event> {
        let link = self.link.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                link.send_message(Msg::File(input));
            }
        })
    }

    pub fn say(&self, key: &str) -> String {
        self.scene.say(key)
    }

    /// What could not be used of storage and policy.
    pub fn problems(&self) -> Html {
        let problems = self.view.state.as_ref().map(|state| state.problems.as_slice()).unwrap_or_default();
        if problems.is_empty() {
            return Html::default();
        }
        html! { <div class="problems"><p>{ self.say("options_problems") }</p><ul>{ steady(problems.iter().map(|it| html! { <li>{ it }</li> })) }</ul></div> }
    }

    /// That a policy fixes a setting.
    pub fn fixed(&self, locked: bool) -> Html {
        if locked {
            html! { <span class="fixed">{ self.say("options_fixed") }</span> }
        } else {
            Html::default()
        }
    }

    /// A switch with its name.
    pub fn switch(&self, id: String, label: Html, on: bool, locked: bool, act: Callback<MouseEvent>) -> Html {
        let name = format!("{id}-name");
        html! {
            <div class="switch-line">
                <button type="button" {id} class="switch" role="switch" aria-checked={on.to_string()} aria-labelledby={name.clone()} disabled={locked} onclick={act}>
                    <span class="track" aria-hidden="true"><span class="thumb" /></span>
                </button>
                <span id={name}>{ label }</span>
                { self.fixed(locked) }
            </div>
        }
    }

    /// A field under its label; `note` says what fits.
    pub fn field(&self, id: &'static str, label: &str, note: Option<&str>, locked: bool, control: Html) -> Html {
        html! {
            <div class="field">
                <label for={id}>{ self.say(label) }</label>
                { control }
                { self.fixed(locked) }
                { steady(note.map(|note| html! { <p id={format!("{id}-note")} class="note">{ self.say(note) }</p> })) }
            </div>
        }
    }

    /// A choice of the values with their words.
    pub fn select(
        &self,
        id: &'static str,
        values: &[(String, String)],
        now: &str,
        locked: bool,
        act: Callback<Event>,
    ) -> Html {
        let option = |(value, word): &(String, String)| html! { <option value={value.clone()} selected={value == now}>{ word }</option> };
        html! { <select {id} data-now={now.to_owned()} disabled={locked} onchange={act}>{ steady(values.iter().map(option)) }</select> }
    }

    /// A one-line field. `kind` is an input type.
    pub fn input(&self, id: &'static str, kind: &'static str, now: String, locked: bool, act: Callback<Event>) -> Html {
        html! { <input {id} type={kind} value={self.shown(id, now)} disabled={locked} autocomplete="off" oninput={self.on_typing(id)} onchange={act} /> }
    }

    /// A button; `class` adds to its looks.
    pub fn button(&self, id: Option<String>, class: &'static str, label: String, act: Callback<MouseEvent>) -> Html {
        html! { <button type="button" {id} class={yew::classes!("button", class)} onclick={act}>{ label }</button> }
    }

    /// A button whose second press confirms `what`.
    pub fn sure(&self, what: &str, label: &str, again: &str, name: Option<String>, act: Callback<MouseEvent>) -> Html {
        let asked = self.view.confirm.as_deref() == Some(what);
        let word = self.say(if asked { again } else { label });
        let name = name.map(|name| format!("{word}: {name}"));
        html! { <button type="button" class={yew::classes!("button", "quiet", asked.then_some("danger"))} aria-label={name} onclick={act}>{ word }</button> }
    }
}

fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    let input = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let select = || target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    let area = || target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    input.or_else(select).or_else(area).unwrap_or_default()
}

/// Values with words that begin with `prefix`.
pub fn choices(scene: Scene, prefix: &str, values: &[&str]) -> Vec<(String, String)> {
    values.iter().map(|value| ((*value).to_owned(), scene.say(&format!("{prefix}{value}")))).collect()
}
