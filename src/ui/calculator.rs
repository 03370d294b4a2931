//! The calculator, in the panel and in the popup: draws [`crate::desk::calculator`] anew at every keystroke.

use js_sys::Promise;
use yew::{Callback, Component, Context, Html, InputEvent, KeyboardEvent, Properties, html};

mod answer;
mod fields;
mod picture;
mod save;

use super::host::{PanelHost, PopupHost};
use super::parts::{self, Scene};
use crate::desk::calculator::export::csv;
use crate::desk::calculator::figure::Figure;
use crate::desk::calculator::form::{Field, Form, Kind};
use crate::desk::calculator::{Sheet, sheet};
use crate::desk::view::Export;
use crate::score::shown::Rounding;
use crate::score::step::Way;
use crate::words::Locale;

/// Who gives us the clipboard.
#[derive(Clone, PartialEq)]
pub enum Host {
    Panel(PanelHost),
    Popup(PopupHost),
}

impl Host {
    fn copy(&self, text: &str) -> Promise {
        match self {
            Self::Panel(host) => host.copy(text),
            Self::Popup(host) => host.copy(text),
        }
    }
}

/// Something typed that is kept for this figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub key: String,
    pub field: &'static str,
    pub value: Option<String>,
}

/// What the calculator is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub locale: Locale,
    pub host: Host,
    /// The figures of the page; empty in the popup.
    #[prop_or_default]
    pub figures: Vec<Figure>,
    /// The key of the one that the agent came from.
    #[prop_or_default]
    pub chosen: Option<String>,
    #[prop_or_default]
    pub on_keep: Callback<Kept>,
    /// What a key has asked to save, under a new number each time.
    #[prop_or_default]
    pub export: Option<(u32, Export)>,
    /// Whether there was such a thing to save.
    #[prop_or_default]
    pub on_export: Callback<bool>,
}

/// All that can happen to it.
pub enum Msg {
    Typed(Field, String),
    Committed(Field),
    Step(Way),
    Kind(Kind),
    Rounding(Rounding),
    Pick(Option<String>),
    Copy,
    Copied(bool),
    Save(Export),
}

/// The component.
pub struct Calculator {
    form: Form,
    sheet: Sheet,
    copied: Option<bool>,
}

impl Component for Calculator {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let mut made = Self { form: Form::empty(Kind::Mean), sheet: Sheet::default(), copied: None };
        let Props { figures, chosen, .. } = ctx.props();
        if let Some(figure) =
            figures.iter().find(|it| Some(&it.key) == chosen.as_ref()).or_else(|| Figure::telling(figures))
        {
            made.form.fill(figure);
        }
        made.work(ctx);
        made
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let Props { figures, chosen, .. } = ctx.props();
        let find =
            |figures: &[Figure], key: &Option<String>| figures.iter().find(|it| Some(&it.key) == key.as_ref()).cloned();
        if chosen != &old.chosen && chosen.is_some() {
            if let Some(figure) = find(figures, chosen) {
                self.form.fill(&figure);
            }
        } else if let Some(new) = find(figures, &self.form.key) {
            match find(&old.figures, &self.form.key) {
                Some(was) if was != new => self.form.refill(&was, &new),
                _ => {}
            }
        } else if old.figures.is_empty()
            && self.form.untouched()
            && let Some(figure) = Figure::telling(figures)
        {
            self.form.fill(figure);
        }
        self.work(ctx);
        if let Some((_, export)) = ctx.props().export.filter(|_| ctx.props().export != old.export) {
            ctx.props().on_export.emit(self.save(ctx, export));
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Typed(field, typed) => self.form.set(field, &typed),
            Msg::Committed(field) => {
                self.keep(ctx, field);
                return false;
            }
            Msg::Step(way) => {
                if self.form.step_target(way) {
                    self.work(ctx);
                    self.keep(ctx, Field::Target);
                }
            }
            Msg::Kind(kind) => {
                self.form = Form::empty(kind);
            }
            Msg::Rounding(rounding) => self.form.rounding = rounding,
            Msg::Pick(key) => match ctx.props().figures.iter().find(|it| Some(&it.key) == key.as_ref()) {
                Some(figure) => self.form.fill(figure),
                None => self.form = Form::empty(Kind::Mean),
            },
            Msg::Copy => {
                let promise = ctx.props().host.copy(&self.sheet.sentence);
                ctx.link().send_future(async move {
                    let answer = wasm_bindgen_futures::JsFuture::from(promise).await;
                    Msg::Copied(answer.is_ok_and(|value| value.is_truthy()))
                });
                return false;
            }
            Msg::Copied(done) => {
                self.copied = Some(done);
                return true;
            }
            Msg::Save(export) => {
                self.save(ctx, export);
                return false;
            }
        }
        self.work(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let page =
            Page { scene: Scene { locale: ctx.props().locale, now: 0.0 }, ctx, form: &self.form, sheet: &self.sheet };
        let say = |key: &str| page.scene.say(key);
        html! {
            <section class="calc" aria-labelledby="calc-title" onkeydown={Callback::from(hold_keys)}>
                <h2 id="calc-title" tabindex="-1">{ say("calc_title") }</h2>
                { fields::source(&page) }
                { fields::main(&page) }
                { answer::draw(&page, self.copied) }
                { picture::draw_all(&page) }
                { fields::parts(&page) }
                <p class="calc-actions">
                    <button type="button" class="button quiet" data-act="csv" onclick={page.click(|| Msg::Save(Export::Csv))}>{ say("calc_save_csv") }</button>
                </p>
            </section>
        }
    }
}

impl Calculator {
    fn work(&mut self, ctx: &Context<Self>) {
        self.sheet = sheet(&self.form, ctx.props().locale);
        self.copied = None;
    }

    /// Offers a file to the agent; false where there is no such picture.
    fn save(&self, ctx: &Context<Self>, export: Export) -> bool {
        let locale = ctx.props().locale;
        match export {
            Export::Csv => save::text("scores.csv", &csv(&self.form, &self.sheet, locale)),
            Export::Picture(place) => {
                let Some(plot) = self.sheet.plots.get(place) else { return false };
                save::picture(plot, &self.form.label, locale);
            }
        }
        true
    }

    /// Targets and counts are kept for their figure, as far as they are sound.
    fn keep(&self, ctx: &Context<Self>, field: Field) {
        let (Some(key), Some(name)) = (self.form.key.clone(), field.kept()) else { return };
        if self.sheet.problems.contains_key(&field) && !self.form.get(field).trim().is_empty() {
            return;
        }
        let value = Some(self.form.kept(field)).filter(|value| !value.is_empty());
        ctx.props().on_keep.emit(Kept { key, field: name, value });
    }
}

/// What the drawing functions need.
pub struct Page<'a> {
    pub scene: Scene,
    pub ctx: &'a Context<Calculator>,
    pub form: &'a Form,
    pub sheet: &'a Sheet,
}

impl Page<'_> {
    /// A click of a person.
    pub fn click(&self, make: impl Fn() -> Msg + 'static) -> Callback<yew::MouseEvent> {
        let link = self.ctx.link().clone();
        parts::on_click(move || link.send_message(make()))
    }

    /// Typing of a person.
    pub fn typing(&self, field: Field) -> Callback<InputEvent> {
        let link = self.ctx.link().clone();
        Callback::from(move |event: InputEvent| {
            if event.is_trusted()
                && let Some(typed) = fields::value_of(&event)
            {
                link.send_message(Msg::Typed(field, typed));
            }
        })
    }
}

/// What is typed into a field is no command of the panel; Escape leads out as everywhere.
fn hold_keys(event: KeyboardEvent) {
    let tag = event
        .target()
        .and_then(|target| wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(target).ok())
        .map(|it| it.tag_name());
    if event.key() != "Escape" && tag.is_some_and(|tag| matches!(tag.as_str(), "INPUT" | "SELECT")) {
        event.stop_propagation();
    }
}
