//! The header, the list of marked refunds, and the blank page.

use yew::html::Scope;
use yew::{Callback, Html, MouseEvent, classes, html};

use super::panel::{Msg, Panel};
use super::parts::{self, Scene, on_click};
use crate::desk::message::{Card, Level, Review};
use crate::desk::queue;
use crate::desk::state::{self, Blank, Connection};
use crate::desk::view::View;
use crate::words::exists;

/// Title, what was read, buttons, notices.
pub fn header(scene: Scene, link: &Scope<Panel>, view: &View) -> Html {
    let desk = &view.desk;
    let open = view.connection == Connection::Open && !desk.paused;
    let platform = desk.platform.as_ref().map(|platform| format!("platform_{platform}")).filter(|key| exists(key));
    let (help, close, scores) = (link.clone(), link.clone(), link.clone());
    html! {
        <header class="top">
            <div class="top-line">
                { parts::brand() }
                <p class="name" aria-hidden="true">{ scene.say("app_name") }</p>
                { for platform.map(|key| html! { <span class="platform">{ scene.say(&key) }</span> }) }
                <span class="spring" />
                { for (!desk.scores.is_empty()).then(|| parts::icon_button(scene.say("calc_open"), parts::PATH_SCORES, on_click(move || scores.send_message(Msg::Command("score.open"))))) }
                { parts::icon_button(scene.say("panel_help"), parts::PATH_HELP, on_click(move || help.send_message(Msg::Command("help.toggle")))) }
                { parts::icon_button(scene.say("panel_close"), parts::PATH_CLOSE, on_click(move || close.send_message(Msg::Command("panel.toggle")))) }
            </div>
            { for (open && desk.read > 0).then(|| html! { <p class="read">{ state::read_line(&desk.page, desk.read, desk.total, scene.locale) }</p> }) }
            { for (open && !desk.cards.is_empty() && !desk.notices.is_empty()).then(|| html! {
                <ul class="notices">{ for desk.notices.iter().map(|notice| html! { <li data-kind={notice.kind.clone()}>{ &notice.text }</li> }) }</ul>
            }) }
        </header>
    }
}

/// The list with its filter.
pub fn draw(scene: Scene, link: &Scope<Panel>, view: &View) -> Html {
    let rows = view.rows();
    let in_focus = view.focus.as_deref().filter(|focus| rows.iter().any(|card| card.key == *focus));
    let stop = in_focus.or_else(|| rows.first().map(|card| card.key.as_str()));
    let safe = queue::count(&view.desk, Level::Safe);
    html! {
        <section class="queue" aria-label={scene.say("panel_queue")}>
            { filter(scene, link, view) }
            <ul class="rows" aria-label={scene.say("panel_queue")}>
                { for rows.iter().map(|card| row(scene, link, card, in_focus, stop)) }
            </ul>
            { for (safe > 0).then(|| html! { <p class="more">{ scene.say_with(if view.desk.page == "reviews" { "panel_safe_reviews" } else { "panel_safe_more" }, &[&safe.to_string()]) }</p> }) }
            { hints(view) }
        </section>
    }
}

fn filter(scene: Scene, link: &Scope<Panel>, view: &View) -> Html {
    let choice = |only: Option<Level>, label: String, count: usize| {
        let link = link.clone();
        let chosen = view.only == only;
        html! {
            <button type="button" class="choice" data-level={only.map(Level::id)} aria-pressed={chosen.to_string()} disabled={count == 0 && only.is_some()}
                onclick={on_click(move || link.send_message(Msg::Narrow(only)))}>
                { for only.map(parts::level_mark) }<span>{ label }</span><span class="count">{ count }</span>
            </button>
        }
    };
    let all = queue::rows(&view.desk, None).len();
    let reviews = view.desk.page == "reviews";
    let label = |level: Level| match level {
        Level::AtRisk if reviews => scene.say("panel_filter_bad"),
        Level::Watch if reviews => scene.say("panel_filter_other"),
        level => scene.say(&format!("badge_{}", level.id())),
    };
    // Nothing counts on a page of reviews.
    let levels = Level::MARKED.into_iter().filter(|level| !reviews || *level != Level::Counted);
    html! {
        <div class="filter" role="group" aria-label={scene.say("panel_filter")}>
            { choice(None, scene.say("panel_filter_all"), all) }
            { for levels.map(|level| choice(Some(level), label(level), queue::count(&view.desk, level))) }
        </div>
    }
}

fn row(scene: Scene, link: &Scope<Panel>, card: &Card, in_focus: Option<&str>, stop: Option<&str>) -> Html {
    let open = {
        let (link, key) = (link.clone(), card.key.clone());
        on_click(move || link.send_message(Msg::Open(key.clone())))
    };
    let focused = in_focus == Some(card.key.as_str());
    if let Some(review) = &card.review {
        return review_row(scene, card, review, focused, stop == Some(card.key.as_str()), open);
    }
    let reason = if card.reason.raw.is_empty() { scene.say("panel_reason_none") } else { card.reason.raw.clone() };
    html! {
        <li key={card.key.clone()} class="row" data-level={card.level.id()}>
            <button type="button" class="row-open" aria-current={focused.then_some("true")} tabindex={if stop == Some(card.key.as_str()) { "0" } else { "-1" }} onclick={open}>
                { parts::level_mark(card.level) }
                <span class={classes!("row-reason", card.reason.raw.is_empty().then_some("missing"))}>{ reason }</span>
                { for card.deadline.as_ref().map(|deadline| parts::time_left(scene, deadline)) }
                { for card.why.first().map(|why| html! { <span class="row-why">{ why }</span> }) }
                <span class="row-facts">
                    <span class="row-level">{ scene.say(&format!("badge_{}", card.level.id())) }</span>
                    { for (!card.id.is_empty()).then(|| html! { <span>{ scene.say_with("panel_tail", &[&queue::tail(&card.id)]) }</span> }) }
                    { for card.amount.as_ref().map(|amount| html! { <span class="amount">{ amount }</span> }) }
                </span>
            </button>
        </li>
    }
}

fn review_row(
    scene: Scene,
    card: &Card,
    review: &Review,
    focused: bool,
    stop: bool,
    open: Callback<MouseEvent>,
) -> Html {
    let said = card.words.first().map_or_else(|| scene.say("panel_review_no_words"), |words| words.text.clone());
    html! {
        <li key={card.key.clone()} class="row" data-level={card.level.id()}>
            <button type="button" class="row-open" aria-current={focused.then_some("true")} tabindex={if stop { "0" } else { "-1" }} onclick={open}>
                { parts::level_mark(card.level) }
                <span class={classes!("row-reason", "row-said", card.words.is_empty().then_some("missing"))}>{ said }</span>
                { for review.reply_by.as_ref().map(|due| parts::time_left(scene, due)) }
                <span class="row-facts">
                    <span class="row-level">{ &review.stars_text }</span>
                    { for card.issues.iter().take(2).map(|issue| html! { <span>{ &issue.label }</span> }) }
                    { for (!card.id.is_empty()).then(|| html! { <span>{ scene.say_with("panel_tail", &[&queue::tail(&card.id)]) }</span> }) }
                </span>
            </button>
        </li>
    }
}

/// The keys that matter here, with the words of the key map.
fn hints(view: &View) -> Html {
    let hint = |id: &str| {
        let command = view.desk.keymap.commands.iter().find(|command| command.id == id)?;
        let keys = parts::key_of(&view.desk.keymap, id)?;
        Some(html! { <span class="hint">{ keys }<span>{ &command.title }</span></span> })
    };
    html! { <footer class="hints" aria-hidden="true">{ for ["refund.next", "refund.previous", "refund.open", "help.toggle"].into_iter().filter_map(hint) }</footer> }
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
            { for action }
            { for teach }
        </div>
    }
}

/// The way back to the list, and to the neighbours.
pub fn card_bar(scene: Scene, link: &Scope<Panel>, view: &View) -> Html {
    let rows = view.rows();
    let place = rows.iter().position(|card| Some(card.key.as_str()) == view.focus.as_deref());
    let (back, up, down, close) = (link.clone(), link.clone(), link.clone(), link.clone());
    html! {
        <nav class="card-bar">
            <button type="button" class="button quiet back" onclick={on_click(move || back.send_message(Msg::Queue))}>
                { parts::icon("icon", "0 0 16 16", parts::PATH_BACK) }{ scene.say("panel_back") }
            </button>
            <span class="spring" />
            { for place.map(|place| html! {
                <span class="position">{ scene.say_with("panel_position", &[&place.saturating_add(1).to_string(), &rows.len().to_string()]) }</span>
            }) }
            { parts::icon_button(scene.say("panel_previous"), parts::PATH_UP, on_click(move || up.send_message(Msg::Command("refund.previous")))) }
            { parts::icon_button(scene.say("panel_next"), parts::PATH_DOWN, on_click(move || down.send_message(Msg::Command("refund.next")))) }
            <span class="card-close">
                { parts::icon_button(scene.say("panel_close"), parts::PATH_CLOSE, on_click(move || close.send_message(Msg::Command("panel.toggle")))) }
            </span>
        </nav>
    }
}
