//! Platforms and hosts, on and off.

use yew::{Html, html};

use super::parts::Page;
use crate::settings::state::{Host, Site};

pub fn draw(page: &Page<'_>) -> Html {
    let sites = page.view.state.as_ref().map(|state| state.sites.as_slice()).unwrap_or_default();
    html! {
        <>
            <p class="note">{ page.say("options_sites_note") }</p>
            { for sites.iter().map(|site| platform(page, site)) }
        </>
    }
}

fn platform(page: &Page<'_>, site: &Site) -> Html {
    let hosts =
        html! { <ul class="hosts">{ for site.hosts.iter().map(|it| html! { <li>{ host(page, it) }</li> }) }</ul> };
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
        <>{ &host.host }{ for (!host.granted).then(|| html! { <span class="note">{ " " }{ page.say("options_site_ask") }{ " " }{ page.say("options_reload") }</span> }) }</>
    };
    page.switch(format!("host-{}", host.host), label, on, host.locked, act)
}
