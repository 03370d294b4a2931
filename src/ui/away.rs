//! A record of another page: what is known of it here.

use yew::html::Scope;
use yew::{Html, classes, html};

use super::panel::{Msg, Panel};
use super::parts::{self, Scene, on_click};
use super::queue::platform_name;
use super::work;
use crate::desk::message::Level;
use crate::desk::queue::{self, Item};
use crate::desk::view::View;
use crate::ui::parts::steady;

/// What a row says of it.
pub fn facts(scene: Scene, item: Item<'_>) -> Html {
    let Item::Away(seen) = item else { return Html::default() };
    let reason = if seen.reason.is_empty() { scene.say("panel_reason_none") } else { seen.reason.clone() };
    html! {
        <>
            <span class={classes!("row-reason", seen.reason.is_empty().then_some("missing"))}>{ reason }</span>
            { steady(seen.due.as_ref().map(|due| parts::time_left(scene, due))) }
            { steady((!seen.goods.is_empty()).then(|| html! { <span class="row-why">{ &seen.goods }</span> })) }
            <span class="row-facts">
                { steady((seen.level != Level::Safe).then(|| html! { <span class="row-level">{ scene.say(&format!("badge_{}", seen.level.id())) }</span> })) }
                { steady((!item.id().is_empty()).then(|| html! { <span>{ scene.say_with("panel_tail", &[&queue::tail(item.id())]) }</span> })) }
                <span class="elsewhere">{ scene.say("panel_away") }{ steady(seen.platform.as_ref().map(|id| format!(" · {}", platform_name(scene, id)))) }</span>
                { steady((!seen.amount.is_empty()).then(|| html! { <span class="amount">{ &seen.amount }</span> })) }
            </span>
        </>
    }
}

/// Beside the list, where a card would stand.
pub fn sheet(scene: Scene, link: &Scope<Panel>, view: &View, item: Item<'_>) -> Html {
    let (go, key) = (link.clone(), item.key().to_owned());
    html! {
        <div class="blank away">
            <h2 tabindex="-1">{ scene.say("panel_away_text") }</h2>
            <p class="away-id">{ item.id() }</p>
            <button type="button" class="button primary" onclick={on_click(move || go.send_message(Msg::Open(key.clone())))}>{ scene.say("panel_away_go") }</button>
            { work::bar(scene, link, view, item.key()) }
        </div>
    }
}
