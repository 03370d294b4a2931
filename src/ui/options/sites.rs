//! Platforms and hosts, on and off.

use yew::{Html, html};

use super::parts::Page;
use crate::settings::state::{Host, Site};
use crate::teach::Taught;
use crate::teach::answer::field_name;
use crate::ui::parts::steady;
use crate::words::list;

pub fn draw(page: &Page<'_>) -> Html {
    let sites = page.view.state.as_ref().map(|state| state.sites.as_slice()).unwrap_or_default();
    html! {
        <>
            <p class="note">{ page.say("options_sites_note") }</p>
            { steady(sites.iter().map(|site| platform(page, site))) }
            { another(page) }
            { taught(page) }
        </>
    }
}

/// The pages that were taught: what each reads, to give away and to forget.
fn taught(page: &Page<'_>) -> Html {
    let pages = page.view.state.as_ref().map(|state| &state.settings.pages.taught);
    html! {
        <div class="taught">
            <h3 id="taught-heading">{ page.say("options_taught") }</h3>
            { match pages.filter(|pages| !pages.is_empty()) {
                None => html! { <p class="missing">{ page.say("options_taught_none") }</p> },
                Some(pages) => html! {
                    <>
                        <p class="note">{ page.say("options_taught_note") }</p>
                        <ul class="hosts" aria-labelledby="taught-heading">{ steady(pages.iter().map(|(id, taught)| html! { <li>{ one_taught(page, id, taught) }</li> })) }</ul>
                    </>
                },
            } }
        </div>
    }
}

fn one_taught(page: &Page<'_>, id: &str, taught: &Taught) -> Html {
    let named = taught.columns.iter().filter_map(|column| serde_json::to_value(column.meaning?).ok());
    let fields: Vec<String> = named.filter_map(|name| Some(field_name(name.as_str()?, page.scene.locale))).collect();
    let (name, own) = (id.to_owned(), id.to_owned());
    let held = page.view.held(&format!("/pages/taught/{id}"));
    let export = page.on_click(move |view, _| view.export_page(&name));
    let forget = page.on_click(move |view, browser| view.forget_page(&own, browser));
    html! {
        <div class="rule">
            <p><b>{ &taught.title }</b></p>
            <p class="note">{ &taught.host }{ &taught.place }</p>
            <p class="note">{ page.scene.say_with("options_taught_fields", &[&list(page.scene.locale, &fields)]) }</p>
            <div class="buttons">
                { page.button(Some(format!("export-{id}")), "quiet", page.say("options_export_page"), export) }
                { page.fixed(held) }
                { steady((!held).then(|| page.sure(&format!("forget {id}"), "options_taught_forget", "options_taught_forget_sure", Some(taught.title.clone()), forget))) }
            </div>
        </div>
    }
}

fn platform(page: &Page<'_>, site: &Site) -> Html {
    let hosts =
        html! { <ul class="hosts">{ steady(site.hosts.iter().map(|it| html! { <li>{ host(page, it) }</li> })) }</ul> };
    let Some(id) = site.platform.clone() else {
        return html! { <div class="platform"><h3>{ page.say("options_sites_other") }</h3>{ hosts }</div> };
    };
    let (on, key) = (site.on, format!("platform-{id}"));
    let label = html! { { page.scene.say_with("options_sites_all", &[&site.name]) } };
    let act = page.on_click(move |view, _| view.platform(&id, !on));
    html! { <div class="platform"><h3>{ &site.name }</h3>{ page.switch(key, label, on, site.locked, act) }{ hosts }</div> }
}

fn host(page: &Page<'_>, host: &Host) -> Html {
    let (switched, on) = (host.clone(), host.on);
    let act = page.on_click(move |view, _| view.host(&switched, !on));
    let label = html! {
        <>{ &host.host }{ steady((!host.granted).then(|| html! { <span class="note">{ " " }{ page.say("options_site_ask") }{ " " }{ page.say("options_reload") }</span> })) }</>
    };
    html! {
        <div class="site">
            { page.switch(format!("host-{}", host.host), label, on, host.locked, act) }
            { steady(permission(page, host)) }
        </div>
    }
}

/// What a person can do about the permission beside the switch: take it back, or give it where a policy holds the switch.
fn permission(page: &Page<'_>, host: &Host) -> Option<Html> {
    let (of, name) = (host.clone(), &host.host);
    let button = |id: &str, word: &str, act| {
        let label = format!("{}: {name}", page.say(word));
        html! { <button type="button" id={format!("{id}-{name}")} class="button quiet" aria-label={label} onclick={act}>{ page.say(word) }</button> }
    };
    if host.locked && host.wanted && !host.granted {
        return Some(button("allow", "options_site_allow", page.on_click(move |view, _| view.host(&of, true))));
    }
    let take = page.on_click(move |view, _| view.take_back(&of));
    match (host.optional, host.granted, host.switched) {
        (true, true, _) => Some(button("take-back", "options_site_take_back", take)),
        (true, false, true) => Some(button("take-back", "options_site_drop", take)),
        _ => None,
    }
}

/// A host that no pack knows, or another one of a platform.
fn another(page: &Page<'_>) -> Html {
    let form = &page.view.site;
    let typed = page.on_change(|view, _, value| {
        view.site.typed = value;
        Vec::new()
    });
    let enter = page.on_enter(|view, browser, value| {
        view.site.typed = value;
        view.add_site(browser)
    });
    let add = page.on_click(|view, browser| view.add_site(browser));
    let wrong = form.trouble.is_some();
    html! {
        <fieldset class="form">
            <legend>{ page.say("options_site_new") }</legend>
            { page.field("site-new", "options_site_address", Some("options_site_new_note"), false, html! {
                <>
                    <input id="site-new" type="text" inputmode="url" value={page.shown("site-new", form.typed.clone())} placeholder="erp.example.com" autocomplete="off" autocapitalize="off" spellcheck="false"
                        aria-invalid={wrong.then_some("true")} aria-describedby="site-new-trouble site-new-note" oninput={page.on_typing("site-new")} onchange={typed} onkeydown={enter} />
                    <p id="site-new-trouble" class="trouble" role="alert">{ form.trouble.clone().unwrap_or_default() }</p>
                </>
            }) }
            { page.button(Some("site-add".to_owned()), "primary", page.say("options_site_add"), add) }
        </fieldset>
    }
}
