//! The list of records to work on, with its search and its filters, and the blank page.

use wasm_bindgen::JsCast;
use yew::html::Scope;
use yew::{Event, Html, InputEvent, classes, html};

use super::panel::{Msg, Panel};
use super::parts::{self, Scene, on_click};
use super::work;
use crate::desk::day::{Kind, Standing};
use crate::desk::message::{Card, Level, Review};
use crate::desk::queue::{self, Item};
use crate::desk::state::Blank;
use crate::desk::view::View;
use crate::desk::working::Do;
use crate::ui::parts::steady;
use crate::words::exists;

/// How many records make a search worth its room unasked.
const SEARCHED_FROM: usize = 6;

/// The list with its filter.
pub fn draw(scene: Scene, link: &Scope<Panel>, view: &View) -> Html {
    let rows = view.rows();
    let stop = stop_of(view, &rows);
    let all = view.items(view.list).len();
    let narrowed = view.filter.is_set() || view.filter.only.is_some();
    let safe = queue::count(&view.desk, Level::Safe);
    let mine = (view.desk.page == "reviews") == (view.list == Kind::Review);
    let safe_text = if view.list == Kind::Review { "panel_safe_reviews" } else { "panel_safe_more" };
    html! {
        <section class="queue" aria-label={scene.say("panel_queue")}>
            { steady((all >= SEARCHED_FROM || view.filter.is_set() || view.searching).then(|| search(scene, link, view))) }
            { steady((all > 0).then(|| filter(scene, link, view))) }
            <div class="lists">
                <ul class="rows" aria-label={scene.say("panel_queue")}>
                    { steady(rows.iter().map(|item| row(scene, link, view, *item, stop))) }
                </ul>
                { steady((rows.is_empty() && narrowed && all > 0).then(|| html! { <p class="none-found" role="status">{ scene.say("panel_none_found") }</p> })) }
                { steady((all == 0).then(|| html! { <p class="none-found all-done" role="status">{ parts::icon("mark", "0 0 12 12", parts::PATH_CHECK) }{ scene.say("panel_all_done") }</p> })) }
                { work::aside(scene, link, view) }
            </div>
            { steady((safe > 0 && mine).then(|| html! { <p class="more">{ scene.say_with(safe_text, &[&safe.to_string()]) }</p> })) }
            { work::tally(scene, view) }
            { hints(view) }
        </section>
    }
}

/// The row that the Tab key stops at: the one in focus, else the first.
pub fn stop_of<'a>(view: &View, rows: &[Item<'a>]) -> Option<&'a str> {
    let in_focus = rows.iter().find(|item| Some(item.key()) == view.focus.as_deref());
    in_focus.or_else(|| rows.first()).map(|item| item.key())
}

fn search(scene: Scene, link: &Scope<Panel>, view: &View) -> Html {
    let typed = link.batch_callback(|event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())?;
        Some(Msg::Do(Do::Search(field.value())))
    });
    let chosen = link.batch_callback(|event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok())?;
        Some(Msg::Do(Do::Platform(Some(field.value()).filter(|value| !value.is_empty()))))
    });
    let platforms: Vec<String> = view.platforms().into_iter().map(str::to_owned).collect();
    let label = scene.say("panel_search");
    html! {
        <div class="search" role="search">
            <input id="queue-search" type="search" value={view.filter.text.clone()} placeholder={label.clone()} aria-label={label} autocomplete="off" spellcheck="false" oninput={typed} />
            { steady((platforms.len() > 1).then(|| html! {
                <select id="queue-platform" aria-label={scene.say("panel_platform")} onchange={chosen}>
                    <option value="" selected={view.filter.platform.is_none()}>{ scene.say("panel_platform_all") }</option>
                    { steady(platforms.iter().map(|platform| html! {
                        <option value={platform.clone()} selected={view.filter.platform.as_ref() == Some(platform)}>{ platform_name(scene, platform) }</option>
                    })) }
                </select>
            })) }
        </div>
    }
}

/// The platform's name, where there is one.
pub fn platform_name(scene: Scene, platform: &str) -> String {
    let key = format!("platform_{platform}");
    if exists(&key) { scene.say(&key) } else { platform.to_owned() }
}

fn filter(scene: Scene, link: &Scope<Panel>, view: &View) -> Html {
    let found = view.found();
    let count = |only: Level| found.iter().filter(|item| item.level() == only).count();
    let choice = |only: Option<Level>, label: String, count: usize| {
        let link = link.clone();
        let chosen = view.filter.only == only;
        html! {
            <button type="button" class="choice" data-level={only.map(Level::id)} aria-pressed={chosen.to_string()} disabled={count == 0 && only.is_some() && !chosen}
                onclick={on_click(move || link.send_message(Msg::Do(Do::Narrow(only))))}>
                { steady(only.map(parts::level_mark)) }<span>{ label }</span><span class="count">{ count }</span>
            </button>
        }
    };
    html! {
        <div class="filter" role="group" aria-label={scene.say("panel_filter")}>
            { choice(None, scene.say("panel_filter_all"), found.len()) }
            { steady(view.levels().into_iter().map(|level| choice(Some(level), scene.say(&view.level_word(level)), count(level)))) }
        </div>
    }
}

/// One record of a list.
pub fn row(scene: Scene, link: &Scope<Panel>, view: &View, item: Item<'_>, stop: Option<&str>) -> Html {
    let key = item.key();
    let open = {
        let (link, key) = (link.clone(), key.to_owned());
        on_click(move || link.send_message(Msg::Open(key.clone())))
    };
    let focused = view.focus.as_deref() == Some(key);
    let stops = if stop == Some(key) { "0" } else { "-1" };
    let inside = match item {
        Item::Here(card) => card.review.as_ref().map_or_else(|| refund(scene, card), |said| review(scene, card, said)),
        Item::Away(_) => super::away::facts(scene, item),
    };
    let standing = view.day.standing(key, view.now);
    let until = if let Standing::Snoozed(until) = standing { Some(work::until(scene, view, until)) } else { None };
    html! {
        <li key={key.to_owned()} class="row" data-level={item.level().id()} data-away={matches!(item, Item::Away(_)).then_some("true")}>
            <button type="button" class="row-open" aria-current={focused.then_some("true")} tabindex={stops} onclick={open}>
                { parts::level_mark(item.level()) }
                { inside }
                { steady(until.map(|until| html! { <span class="row-why">{ until }</span> })) }
            </button>
            { steady((item.level() != Level::Safe).then(|| work::row_button(scene, link, key, standing, stops))) }
        </li>
    }
}

fn refund(scene: Scene, card: &Card) -> Html {
    let reason = if card.reason.raw.is_empty() { scene.say("panel_reason_none") } else { card.reason.raw.clone() };
    html! {
        <>
            <span class={classes!("row-reason", card.reason.raw.is_empty().then_some("missing"))}>{ reason }</span>
            { steady(card.deadline.as_ref().map(|deadline| parts::time_left(scene, deadline))) }
            { steady(card.why.first().map(|why| html! { <span class="row-why">{ why }</span> })) }
            <span class="row-facts">
                { steady((card.level != Level::Safe).then(|| html! { <span class="row-level">{ scene.say(&format!("badge_{}", card.level.id())) }</span> })) }
                { steady((!card.id.is_empty()).then(|| html! { <span>{ scene.say_with("panel_tail", &[&queue::tail(&card.id)]) }</span> })) }
                { steady(card.amount.as_ref().map(|amount| html! { <span class="amount">{ amount }</span> })) }
            </span>
        </>
    }
}

fn review(scene: Scene, card: &Card, review: &Review) -> Html {
    let said = card.words.first().map_or_else(|| scene.say("panel_review_no_words"), |words| words.text.clone());
    html! {
        <>
            <span class={classes!("row-reason", "row-said", card.words.is_empty().then_some("missing"))}>{ said }</span>
            { steady(review.reply_by.as_ref().map(|due| parts::time_left(scene, due))) }
            <span class="row-facts">
                <span class="row-level">{ &review.stars_text }</span>
                { steady(card.issues.iter().take(2).map(|issue| html! { <span>{ &issue.label }</span> })) }
                { steady((!card.id.is_empty()).then(|| html! { <span>{ scene.say_with("panel_tail", &[&queue::tail(&card.id)]) }</span> })) }
            </span>
        </>
    }
}

/// The keys that matter here, with the words of the key map.
fn hints(view: &View) -> Html {
    let hint = |id: &str| {
        let command = view.desk.keymap.commands.iter().find(|command| command.id == id)?;
        let keys = parts::key_of(&view.desk.keymap, id)?;
        Some(html! { <span class="hint">{ keys }<span>{ &command.title }</span></span> })
    };
    html! { <footer class="hints" aria-hidden="true">{ steady(["refund.next", "refund.previous", "refund.open", "help.toggle"].into_iter().filter_map(hint)) }</footer> }
}

/// The page without refunds.
pub fn blank(scene: Scene, link: &Scope<Panel>, blank: &Blank) -> Html {
    let action = (blank.kind == "paused").then(|| {
        let link = link.clone();
        html! {
            <button type="button" class="button primary" onclick={on_click(move || link.send_message(Msg::Command("site.pause")))}>{ scene.say("panel_resume") }</button>
        }
    });
    let teach = matches!(blank.kind, "unknown" | "notice").then(|| {
        let link = link.clone();
        html! {
            <button type="button" class="button quiet" data-act="teach" onclick={on_click(move || link.send_message(Msg::Command("page.teach")))}>{ scene.say("popup_teach") }</button>
        }
    });
    html! {
        <div class="blank" data-kind={blank.kind} role="status">
            { parts::brand() }
            <h2>{ &blank.title }</h2>
            <p>{ &blank.text }</p>
            { steady(action) }
            { steady(teach) }
        </div>
    }
}

/// The way back to the list, and to the neighbours.
pub fn card_bar(scene: Scene, link: &Scope<Panel>, view: &View) -> Html {
    let mut rows = view.rows();
    // Only what is on the page has a card.
    rows.retain(|item| matches!(item, Item::Here(_)));
    let place = rows.iter().position(|item| Some(item.key()) == view.focus.as_deref());
    let (back, up, down, close) = (link.clone(), link.clone(), link.clone(), link.clone());
    html! {
        <nav class="card-bar">
            <button type="button" class="button quiet back" onclick={on_click(move || back.send_message(Msg::Queue))}>
                { parts::icon("icon", "0 0 16 16", parts::PATH_BACK) }{ scene.say("panel_back") }
            </button>
            <span class="spring" />
            { steady(place.map(|place| html! {
                <span class="position">{ scene.say_with("panel_position", &[&place.saturating_add(1).to_string(), &rows.len().to_string()]) }</span>
            })) }
            { parts::icon_button(scene.say("panel_previous"), parts::PATH_UP, on_click(move || up.send_message(Msg::Command("refund.previous")))) }
            { parts::icon_button(scene.say("panel_next"), parts::PATH_DOWN, on_click(move || down.send_message(Msg::Command("refund.next")))) }
            <span class="card-close">
                { parts::icon_button(scene.say("panel_close"), parts::PATH_CLOSE, on_click(move || close.send_message(Msg::Command("panel.toggle")))) }
            </span>
        </nav>
    }
}
