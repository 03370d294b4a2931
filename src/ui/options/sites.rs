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
    let export = page.on_click(move |view, _| view.export_page(&name));
    let forget = page.on_click(move |view, browser| view.forget_page(&own, browser));
    html! {
        <div class="rule">
            <p><b>{ &taught.title }</b></p>
            <p class="note">{ &taught.host }{ &taught.place }</p>
            <p class="note">{ page.scene.say_with("options_taught_fields", &[&list(page.scene.locale, &fields)]) }</p>
            <div class="buttons">
                { page.button(Some(format!("export-{id}")), "quiet", page.say("options_export_page"), export) }
                { page.sure(&format!("forget {id}"), "options_taught_forget", "options_taught_forget_sure", Some(taught.title.clone()), forget) }
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
    let (name, on) = (host.host.clone(), host.on);
    let act = if !on && !host.granted {
        page.on_grant(name.clone())
    } else {
        page.on_click(move |view, _| view.host(&name, !on))
    };
    let label = html! {
        <>{ &host.host }{ steady((!host.granted).then(|| html! { <span class="note">{ " " }{ page.say("options_site_ask") }{ " " }{ page.say("options_reload") }</span> })) }</>
    };
    page.switch(format!("host-{}", host.host), label, on, host.locked, act)
}
