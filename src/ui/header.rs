//! The header: name, buttons, what was read, and the tabs.

use yew::html::Scope;
use yew::{Html, html};

use super::panel::{Msg, Panel};
use super::parts::{self, Scene, on_click};
use super::queue::platform_name;
use crate::desk::day::Kind;
use crate::desk::message::Face;
use crate::desk::state::{self, Connection};
use crate::desk::tabs::Tab;
use crate::desk::view::View;
use crate::desk::working::Do;
use crate::ui::parts::steady;

/// Title, buttons, notices, tabs.
pub fn draw(scene: Scene, link: &Scope<Panel>, view: &View) -> Html {
    let desk = &view.desk;
    let open = view.connection == Connection::Open && !desk.paused;
    let left = desk.dock.side == "left";
    let (side, path) =
        if left { ("panel_side_right", parts::PATH_DOCK_RIGHT) } else { ("panel_side_left", parts::PATH_DOCK_LEFT) };
    let (marks, eye) =
        if desk.hidden { ("panel_marks_show", parts::PATH_EYE_SHUT) } else { ("panel_marks_hide", parts::PATH_EYE) };
    let command = |id: &'static str| {
        let link = link.clone();
        on_click(move || link.send_message(Msg::Command(id)))
    };
    html! {
        <header class="top">
            <div class="top-line">
                { parts::brand() }
                <p class="name" aria-hidden="true">{ scene.say("app_name") }</p>
                { steady(desk.platform.as_ref().map(|id| html! { <span class="platform">{ platform_name(scene, id) }</span> })) }
                <span class="spring" />
                { steady((open && view.is_marked()).then(|| parts::icon_button(scene.say(marks), eye, command("marks.toggle")))) }
                { steady(open.then(|| parts::icon_button(scene.say(side), path, command("panel.side")))) }
                { steady(open.then(|| parts::icon_button(scene.say("panel_options"), parts::PATH_OPTIONS, command("options.open")))) }
                { parts::icon_button(scene.say("panel_help"), parts::PATH_HELP, command("help.toggle")) }
                { parts::icon_button(scene.say("panel_close"), parts::PATH_CLOSE, command("panel.toggle")) }
            </div>
            { steady((open && desk.read > 0).then(|| html! { <p class="read">{ state::read_line(&desk.page, desk.read, desk.total, scene.locale) }</p> })) }
            { steady((open && !desk.cards.is_empty() && !desk.notices.is_empty()).then(|| html! {
                <ul class="notices">{ steady(desk.notices.iter().map(|notice| html! { <li data-kind={notice.kind.clone()}>{ &notice.text }</li> })) }</ul>
            })) }
            { steady((open && view.face != Face::Help).then(|| tabs(scene, link, view))) }
        </header>
    }
}

fn tabs(scene: Scene, link: &Scope<Panel>, view: &View) -> Html {
    let now = view.tab();
    let tab = |tab: Tab| {
        let act = link.clone();
        let count = match tab {
            Tab::Refunds => view.items(Kind::Refund).len(),
            Tab::Reviews => view.items(Kind::Review).len(),
            Tab::Scores => view.desk.scores.len(),
            Tab::Deadlines => view.due().len().saturating_add(view.day.promises.len()),
        };
        let near = tab == Tab::Deadlines && view.day.promises_near(scene.now) > 0;
        html! {
            <button type="button" role="tab" id={format!("tab-{}", tab.id())} class="tab" aria-selected={(tab == now).to_string()} aria-controls="tab-panel"
                tabindex={if tab == now { "0" } else { "-1" }} onclick={on_click(move || act.send_message(Msg::Do(Do::Tab(tab))))}>
                { scene.say(&format!("panel_tab_{}", tab.id())) }
                { steady((count > 0).then(|| html! { <>{ " " }<span class="count" data-near={near.then_some("true")}>{ count }</span></> })) }
                { steady(near.then(|| html! { <span class="only-heard">{ scene.say("panel_promises_near") }</span> })) }
            </button>
        }
    };
    html! {
        <div class="tabs" role="tablist" aria-label={scene.say("panel_tabs")} onkeydown={link.callback(Msg::TabKey)}>{ steady(Tab::ALL.map(tab)) }</div>
    }
}
