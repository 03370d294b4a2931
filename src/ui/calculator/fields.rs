//! The fields: what is typed, what is wrong with it.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Callback, Event, Html, KeyboardEvent, html};

use super::{Msg, Page, answer};
use crate::desk::calculator::Line;
use crate::desk::calculator::export::label;
use crate::desk::calculator::form::{Field, Kind};
use crate::score::shown::Rounding;
use crate::score::step::Way;
use crate::ui::parts::steady;

/// What stands in the field that an event comes from.
pub fn value_of(event: &Event) -> Option<String> {
    let target = event.target()?;
    let input = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    input.or_else(|| target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value))
}

/// Which score of the page, or which kind of one's own.
pub fn source(page: &Page<'_>) -> Html {
    let props = page.ctx.props();
    let own = page.form.key.is_none();
    html! {
        <>
            { steady((!props.figures.is_empty()).then(|| pick(page))) }
            { steady(own.then(|| html! {
                <div class="calc-kinds" role="group" aria-label={page.scene.say("calc_kind")}>
                    { kind(page, Kind::Mean, "calc_kind_mean") }
                    { kind(page, Kind::Rate, "calc_kind_rate") }
                </div>
            })) }
        </>
    }
}

fn kind(page: &Page<'_>, kind: Kind, key: &str) -> Html {
    let pressed = (page.form.kind == kind).to_string();
    html! { <button type="button" class="choice" aria-pressed={pressed} onclick={page.click(move || Msg::Kind(kind))}>{ page.scene.say(key) }</button> }
}

fn pick(page: &Page<'_>) -> Html {
    let link = page.ctx.link().clone();
    let act = Callback::from(move |event: Event| {
        if event.is_trusted()
            && let Some(key) = value_of(&event)
        {
            link.send_message(Msg::Pick(Some(key).filter(|key| !key.is_empty())));
        }
    });
    let chosen = page.form.key.clone().unwrap_or_default();
    let name = |label: &str, value: &Option<String>| format!("{label} {}", value.as_deref().unwrap_or("--"));
    html! {
        <label class="calc-pick"><span>{ page.scene.say("calc_score_pick") }</span>
            <select id="calc-pick" onchange={act}>
                { steady(page.ctx.props().figures.iter().map(|it| html! { <option value={it.key.clone()} selected={it.key == chosen}>{ name(&it.label, &it.value) }</option> })) }
                <option value="" selected={chosen.is_empty()}>{ page.scene.say("calc_score_own") }</option>
            </select>
        </label>
    }
}

/// Score, count, target, and how the score is cut.
pub fn main(page: &Page<'_>) -> Html {
    match page.form.kind {
        Kind::Mean => html! {
            <div class="calc-main">
                { field(page, Field::Score) }{ field(page, Field::Count) }{ target(page) }
                { rounding(page) }
            </div>
        },
        Kind::Rate => html! {
            <div class="calc-main">
                { field(page, Field::Rate) }{ field(page, Field::Bad) }{ field(page, Field::Base) }{ target(page) }
            </div>
        },
        Kind::Other => Html::default(),
    }
}

/// One field with what is wrong with it.
pub fn field(page: &Page<'_>, field: Field) -> Html {
    html! { <div class="calc-field">{ bare(page, field) }</div> }
}

fn bare(page: &Page<'_>, field: Field) -> Html {
    let id = format!("calc-{}", field.id().replace('_', "-"));
    let note_id = format!("{id}-note");
    let problem = page.sheet.problems.get(&field);
    let asked = page.form.get(field).trim().is_empty();
    let wrong = problem.is_some() && !asked;
    let said = problem.or_else(|| page.sheet.notes.get(&field));
    let link = page.ctx.link().clone();
    let commit = Callback::from(move |event: Event| {
        if event.is_trusted() {
            link.send_message(Msg::Committed(field));
        }
    });
    html! {
        <>
            <label for={id.clone()}>{ label(field, page.scene.locale) }</label>
            <input id={id} type="text" inputmode={if field.whole() { "numeric" } else { "decimal" }} autocomplete="off" spellcheck="false" maxlength="40"
                value={page.form.get(field).to_owned()} aria-invalid={wrong.then_some("true")}
                aria-describedby={said.map(|_| note_id.clone())} oninput={page.typing(field)} onchange={commit}
                onkeydown={(field == Field::Target).then(|| arrows(page))} />
            { steady(said.map(|said| html! { <p id={note_id.clone()} class="calc-note" data-wrong={wrong.then_some("true")}>{ said }</p> })) }
        </>
    }
}

/// Arrow keys step the target.
fn arrows(page: &Page<'_>) -> Callback<KeyboardEvent> {
    let link = page.ctx.link().clone();
    Callback::from(move |event: KeyboardEvent| {
        let way = match event.key().as_str() {
            "ArrowUp" => Way::Up,
            "ArrowDown" => Way::Down,
            _ => return,
        };
        if event.is_trusted() {
            event.prevent_default();
            link.send_message(Msg::Step(way));
        }
    })
}

fn target(page: &Page<'_>) -> Html {
    let step = |way: Way, key: &str, sign: &'static str| {
        let name = page.scene.say(key);
        html! { <button type="button" class="calc-step" aria-label={name.clone()} title={name} onclick={page.click(move || Msg::Step(way))}>{ sign }</button> }
    };
    html! {
        <div class="calc-field calc-target">
            { bare(page, Field::Target) }
            <span class="calc-steps">{ step(Way::Down, "calc_down", "−") }{ step(Way::Up, "calc_up", "+") }</span>
        </div>
    }
}

fn rounding(page: &Page<'_>) -> Html {
    const WAYS: [(&str, Rounding); 3] =
        [("half_up", Rounding::HalfUp), ("truncate", Rounding::Truncate), ("unknown", Rounding::Unknown)];
    let link = page.ctx.link().clone();
    let act = Callback::from(move |event: Event| {
        let chosen = value_of(&event).and_then(|id| WAYS.iter().find(|(way, _)| *way == id).map(|(_, way)| *way));
        if let Some(way) = chosen.filter(|_| event.is_trusted()) {
            link.send_message(Msg::Rounding(way));
        }
    });
    html! {
        <div class="calc-field">
            <label for="calc-rounding">{ page.scene.say("calc_rounding") }</label>
            <select id="calc-rounding" onchange={act}>
                { steady(WAYS.iter().map(|(id, way)| html! { <option value={*id} selected={page.form.rounding == *way}>{ page.scene.say(&format!("calc_rounding_{id}")) }</option> })) }
            </select>
        </div>
    }
}

/// The further questions, each closed until it is asked.
pub fn parts(page: &Page<'_>) -> Html {
    let stars = |of: fn(u8) -> Field| [5, 4, 3, 2, 1].map(of).to_vec();
    let sheet = page.sheet;
    match page.form.kind {
        Kind::Mean => html! {
            <>
                { part(page, "if", &[Field::Added, Field::Removed, Field::Revised], &sheet.ifs, false) }
                { part(page, "mix", &stars(Field::Mix), &sheet.mix, false) }
                { part(page, "chance", &[Field::Rated, Field::Orders, Field::Sure], &sheet.time, true) }
                { part(page, "window", &[Field::Window, Field::PerDay, Field::NewMean], &sheet.window, true) }
                { part(page, "histogram", &stars(Field::Stars), &[], true) }
            </>
        },
        Kind::Rate => html! {
            <>
                { part(page, "rate_if", &[Field::Extra], &sheet.ifs, false) }
                { part(page, "rate_chance", &[Field::Orders, Field::Window], &sheet.time, false) }
            </>
        },
        Kind::Other => Html::default(),
    }
}

fn part(page: &Page<'_>, id: &'static str, fields: &[Field], lines: &[Line], noted: bool) -> Html {
    let five = fields.len() == 5;
    html! {
        <details class="calc-part" data-part={id}>
            <summary>{ page.scene.say(&format!("calc_part_{id}")) }</summary>
            { steady(noted.then(|| html! { <p class="calc-hint">{ page.scene.say(&format!("calc_part_{id}_note")) }</p> })) }
            <div class="calc-main" data-five={five.then_some("true")}>{ steady(fields.iter().map(|it| field(page, *it))) }</div>
            { answer::lines(lines, "calc-lines") }
        </details>
    }
}
