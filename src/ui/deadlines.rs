//! Everything with a deadline, the nearest first, and what was promised.

use yew::html::Scope;
use yew::{Html, classes, html};

use super::panel::{Msg, Panel};
use super::parts::{self, Scene, on_click};
use super::queue::{platform_name, row, stop_of};
use super::work;
use crate::desk::clock::{Countdown, countdown, local_clock};
use crate::desk::day::Promised;
use crate::desk::queue;
use crate::desk::view::View;
use crate::desk::working::Do;
use crate::ui::parts::steady;

/// The tab.
pub fn draw(scene: Scene, link: &Scope<Panel>, view: &View) -> Html {
    let due = view.due();
    let stop = stop_of(view, &due);
    let mut promises: Vec<&Promised> = view.day.promises.iter().collect();
    promises.sort_by(|a, b| a.at.total_cmp(&b.at));
    if due.is_empty() && promises.is_empty() {
        return html! {
            <section class="queue due-list">
                <div class="blank" data-kind="no_deadlines">
                    { parts::brand() }
                    <h2>{ scene.say("panel_due_none_title") }</h2>
                    <p>{ scene.say("panel_due_none_text") }</p>
                </div>
                { work::tally(scene, view) }
            </section>
        };
    }
    html! {
        <section class="queue due-list" aria-label={scene.say("panel_due_list")}>
            <div class="lists">
                { steady((!promises.is_empty()).then(|| html! {
                    <section class="promises" aria-labelledby="promises-title">
                        <h2 id="promises-title">{ scene.say("panel_promises") }</h2>
                        <ul>{ steady(promises.iter().map(|promise| promised(scene, link, view, promise))) }</ul>
                    </section>
                })) }
                <ul class="rows" aria-label={scene.say("panel_due_list")}>{ steady(due.iter().map(|item| row(scene, link, view, *item, stop))) }</ul>
            </div>
            { work::tally(scene, view) }
        </section>
    }
}

fn promised(scene: Scene, link: &Scope<Panel>, view: &View, promise: &Promised) -> Html {
    let Countdown { text, urgent, over, .. } = countdown(promise.at, scene.now, scene.locale);
    let items = queue::all(&view.desk, &view.day);
    let item = items.iter().find(|item| promise.key.as_deref() == Some(item.key()));
    let what = view.whose(promise);
    let (kept, id) = (link.clone(), promise.id.clone());
    let open = item.map(|item| {
        let (link, key) = (link.clone(), item.key().to_owned());
        on_click(move || link.send_message(Msg::Open(key.clone())))
    });
    let exact = local_clock(promise.at, view.now, view.offset, scene.locale);
    html! {
        <li key={promise.id.clone()} class="promised">
            <span class="promised-what">
                { match open {
                    Some(open) => html! { <button type="button" class="found" onclick={open}>{ what }</button> },
                    None => html! { <span>{ what }</span> },
                } }
                { steady(promise.platform.as_ref().map(|id| html! { <span class="elsewhere">{ platform_name(scene, id) }</span> })) }
                <span class="elsewhere">{ exact }</span>
            </span>
            <span class={classes!("left", urgent.then_some("urgent"), over.then_some("over"))}>{ text }</span>
            <button type="button" class="choice" onclick={on_click(move || kept.send_message(Msg::Do(Do::Kept(id.clone()))))}>{ scene.say("panel_promise_kept") }</button>
        </li>
    }
}
