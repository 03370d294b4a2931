//! Every command with its keys.

use yew::{Html, html};

use super::parts::Page;
use crate::desk::options::keys::{Recording, Row, button};
use crate::ui::parts::steady;
use crate::ui::parts::{PATH_CLOSE, icon, keys};

const BARE: &str = "/keys/bare";

pub fn draw(page: &Page<'_>) -> Html {
    let (groups, problems) = page.view.key_rows(page.scene.locale);
    let bare = page.settings().keys.bare;
    let scopes: Vec<(String, String)> = [(String::new(), page.say("options_keys_scope_all"))]
        .into_iter()
        .chain(page.view.scopes().into_iter().map(|host| (host.clone(), host)))
        .collect();
    let scope = page.view.scope.clone().unwrap_or_default();
    let choose = page.on_change(|view, _, host| {
        view.scope = Some(host).filter(|host| !host.is_empty());
        view.stop_recording()
    });
    let switch = page.on_click(move |view, _| view.edit(BARE, serde_json::Value::Bool(!bare)));
    let reset =
        page.on_click(|view, browser| if view.confirmed("keys", browser) { view.reset_all_keys() } else { Vec::new() });
    html! {
        <>
            { page.switch("bare".to_owned(), html! { { page.say("options_keys_bare") } }, bare, page.view.locked(BARE), switch) }
            <p class="note">{ page.say("options_keys_bare_note") }</p>
            { page.field("scope", "options_keys_scope", None, false, page.select("scope", &scopes, &scope, false, choose)) }
            { steady((!problems.is_empty()).then(|| html! {
                <div class="problems"><p>{ page.say("options_keys_problems") }</p><ul>{ steady(problems.iter().map(|it| html! { <li>{ it }</li> })) }</ul></div>
            })) }
            { steady(groups.into_iter().map(|(title, rows)| html! {
                <section class="key-group"><h3>{ title }</h3><ul class="rows">{ steady(rows.iter().map(|it| row(page, it))) }</ul></section>
            })) }
            { page.sure("keys", "options_keys_reset_all", "options_reset_sure", None, reset) }
        </>
    }
}

fn row(page: &Page<'_>, row: &Row) -> Html {
    let id = row.id;
    let recording = page.view.recording.as_ref().filter(|recording| recording.command == id);
    let add = page.on_click(move |view, browser| view.record(id, browser));
    let reset = page.on_click(move |view, _| view.reset_keys(id));
    html! {
        <li class="row" data-command={id}>
            <span class="title">{ &row.title }</span>
            <span class="chosen">
                { steady(row.keys.is_empty().then(|| html! { <span class="missing">{ page.say("options_keys_none") }</span> })) }
                { steady(row.keys.iter().map(|sequence| one(page, row, sequence))) }
                { page.fixed(row.locked) }
            </span>
            if let Some(recording) = recording {
                { field(page, row, recording) }
            } else if !row.locked {
                // Keyed, or the one that has the focus would be drawn anew as the other.
                <button key="add" type="button" id={button(id)} class="button quiet" aria-label={page.scene.say_with("options_keys_add", &[&row.title])} onclick={add}>{ "＋" }</button>
                { steady(row.chosen.then(|| html! {
                    <button key="reset" type="button" class="button quiet" aria-label={format!("{}: {}", page.say("options_reset_part"), row.title)} onclick={reset}>{ page.say("options_reset_part") }</button>
                })) }
            }
        </li>
    }
}

fn one(page: &Page<'_>, row: &Row, sequence: &str) -> Html {
    let (id, gone) = (row.id, sequence.to_owned());
    let drop = page.on_click(move |view, _| view.drop_key(id, &gone));
    let label = page.scene.say_with("options_keys_drop", &[&row.title, sequence]);
    html! {
        <span class="key">
            { keys(sequence) }
            { steady((!row.locked).then(|| html! {
                <button type="button" class="icon-button small" aria-label={label.clone()} title={label} onclick={drop}>{ icon("icon", "0 0 16 16", PATH_CLOSE) }</button>
            })) }
        </span>
    }
}

/// The field that takes the keys. Tab leaves it.
fn field(page: &Page<'_>, row: &Row, recording: &Recording) -> Html {
    html! {
        <input id="recording" class="recording" readonly=true aria-label={page.scene.say_with("options_keys_add", &[&row.title])}
            value={recording.strokes.join(" ")} placeholder={page.say("options_keys_press")} onkeydown={page.on_key()} />
    }
}
