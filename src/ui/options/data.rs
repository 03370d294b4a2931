//! Export, import, reset, and what is stored.

use yew::{Html, html};

use super::parts::Page;
use crate::desk::options::data::size;
use crate::settings::state::StoredPart;
use crate::settings::store::Place;
use crate::ui::parts::steady;
use crate::words::exists;

pub fn draw(page: &Page<'_>) -> Html {
    let export = page.on_click(|view, _| view.export());
    let take = page.on_click(|view, _| view.import());
    let leave = page.on_click(|view, _| view.leave_file());
    let reset = page.on_click(|view, browser| view.reset(None, browser));
    html! {
        <>
            { page.button(Some("export".to_owned()), "quiet", page.say("options_export"), export) }
            { page.field("import-file", "options_import", Some("options_import_note"), false, html! {
                <input id="import-file" type="file" accept="application/json,.json" aria-describedby="import-file-note" onchange={page.on_file()} />
            }) }
            { steady(page.view.file.is_some().then(|| html! {
                <div class="buttons">
                    { page.button(Some("import-take".to_owned()), "primary", page.say("options_import_take"), take) }
                    { page.button(None, "quiet", page.say("options_cancel"), leave) }
                </div>
            })) }
            <h3 id="stored-heading">{ page.say("options_stored") }</h3>
            <p class="note">{ page.say("options_stored_note") }</p>
            { stored(page) }
            { page.sure("reset all", "options_reset", "options_reset_sure", None, reset) }
        </>
    }
}

fn stored(page: &Page<'_>) -> Html {
    let parts = page.view.state.as_ref().map(|state| state.stored.as_slice()).unwrap_or_default();
    if parts.is_empty() {
        return html! { <p class="missing">{ page.say("options_stored_none") }</p> };
    }
    let head = |key: &str| html! { <th scope="col">{ page.say(key) }</th> };
    html! {
        <table aria-labelledby="stored-heading">
            <thead><tr>{ head("options_stored_name") }{ head("options_stored_size") }{ head("options_stored_place") }<td /></tr></thead>
            <tbody>{ steady(parts.iter().map(|part| row(page, part))) }</tbody>
        </table>
    }
}

fn row(page: &Page<'_>, part: &StoredPart) -> Html {
    let key = format!("options_part_{}", part.name);
    let name = if exists(&key) { page.say(&key) } else { page.scene.say_with("options_part_other", &[&part.name]) };
    let place = match part.place {
        Place::Sync => "options_place_sync",
        Place::Local => "options_place_local",
    };
    // What is no part of the settings belongs to other pages of ours.
    let ours = crate::settings::schema::PARTS.iter().any(|it| it.name == part.name);
    let (what, id) = (format!("reset {}", part.name), part.name.clone());
    let reset = page.on_click(move |view, browser| view.reset(Some(&id), browser));
    html! {
        <tr>
            <th scope="row">{ &name }</th><td>{ size(part.bytes) }</td><td>{ page.say(place) }</td>
            <td>{ steady(ours.then(|| page.sure(&what, "options_reset_part", "options_reset_sure", Some(name.clone()), reset))) }</td>
        </tr>
    }
}
