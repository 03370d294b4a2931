//! The agent's own texts on a card: on a review's a click puts one into the field, on a refund's it copies it.

use wasm_bindgen::JsCast;
use yew::{Html, InputEvent, html};

use super::card::Sheet;
use super::panel::Msg;
use super::parts;
use super::review::does;
use crate::desk::answering::Act;
use crate::desk::message::Answer;
use crate::desk::texts::kind;
use crate::settings::texts::Ready;
use crate::ui::parts::steady;

/// Nothing is shown to who has none.
pub fn draw(sheet: &Sheet<'_>) -> Html {
    let scene = sheet.scene;
    let shelf = &sheet.view.shelf;
    if !shelf.any(sheet.card) {
        return Html::default();
    }
    let link = sheet.link.clone();
    let typed = move |event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(field) = field {
            link.send_message(Msg::Act(Act::FindText(field.value())));
        }
    };
    let found = shelf.found.as_deref().unwrap_or_default();
    html! {
        <details class="own-texts">
            <summary>{ scene.say("panel_texts") }</summary>
            { steady(sheet.card.review.is_none().then(|| html! { <p class="missing">{ scene.say("panel_texts_copy_hint") }</p> })) }
            <input type="search" class="own-search" value={shelf.search.clone()} placeholder={scene.say("panel_texts_search")} aria-label={scene.say("panel_texts_search")} autocomplete="off" spellcheck="false" oninput={typed} />
            if found.is_empty() {
                <p class="missing" role="status">{ scene.say(if shelf.is_stocked(sheet.card) { "panel_texts_none" } else { "panel_texts_empty" }) }</p>
            } else {
                <ul>{ steady(found.iter().enumerate().map(|(place, ready)| row(sheet, place, ready))) }</ul>
            }
        </details>
    }
}

fn row(sheet: &Sheet<'_>, place: usize, ready: &Ready) -> Html {
    let scene = sheet.scene;
    let copied = sheet.copied.filter(|copied| copied.key == sheet.card.key && copied.advice == kind(&ready.id));
    let done = copied.is_some_and(|copied| copied.done);
    let bad = ready.trouble.as_ref().or(ready.warning.as_ref());
    let unfilled = || {
        let slots = ready.unfilled.iter().map(|slot| format!("{{{{{slot}}}}}")).collect::<Vec<_>>().join(" ");
        (!slots.is_empty()).then(|| scene.say_with("panel_texts_unfilled", &[&slots]))
    };
    let refused = copied.filter(|copied| !copied.done).map(|_| scene.say("panel_copy_refused"));
    html! {
        <li key={ready.id.clone()}>
            <button type="button" class="own-text" disabled={ready.trouble.is_some()} data-done={done.then_some("true")} onclick={does(sheet, Act::TakeText(place))}>
                <b>{ &ready.title }{ steady(done.then(|| html! { <>{ " " }{ parts::answer_mark(Answer::Yes) }{ scene.say("panel_copied") }</> })) }</b>
                { steady(refused.map(|refused| html! { <span class="own-note" data-bad="true">{ refused }</span> })) }
                { steady(bad.map(|why| html! { <span class="own-note" data-bad="true">{ why }</span> })) }
                { steady(unfilled().map(|note| html! { <span class="own-note">{ note }</span> })) }
                <span class="own-words" data-advice={kind(&ready.id)}>{ &ready.text }</span>
            </button>
        </li>
    }
}
