//! Version, licences, and what the rule packs know.

use yew::{Html, html};

use super::parts::Page;
use crate::settings::about::{PackAbout, RuleAbout};
use crate::ui::parts::steady;

pub fn draw(page: &Page<'_>, version: &str) -> Html {
    html! {
        <>
            <p>{ page.scene.say_with("options_version", &[version]) }</p>
            <p>
                { page.say("options_licence") }{ " " }{ page.say("options_licence_text") }{ " " }
                <a href="../LICENSE-MIT">{ "MIT" }</a>{ " · " }<a href="../LICENSE-APACHE">{ "Apache-2.0" }</a>
            </p>
            <h3>{ page.say("options_packs") }</h3>
            <p class="note">{ page.say("options_packs_note") }</p>
            { steady(page.view.about.iter().map(|it| pack(page, it))) }
        </>
    }
}

fn pack(page: &Page<'_>, pack: &PackAbout) -> Html {
    let reasons = page.scene.say_with("options_pack_reasons", &[&pack.reasons.to_string()]);
    html! {
        <details class="pack" data-pack={pack.id.clone()}>
            <summary><b>{ &pack.name }</b>{ " " }<span class="note">{ &pack.metric }{ " · " }{ reasons }</span></summary>
            <ul>{ steady(pack.rules.iter().map(|it| rule(page, it))) }</ul>
        </details>
    }
}

fn rule(page: &Page<'_>, rule: &RuleAbout) -> Html {
    html! {
        <li>
            <p>{ &rule.text }</p>
            <p class="note">
                { steady(rule.since.as_ref().map(|since| html! { <>{ page.scene.say_with("options_rule_since_note", &[since]) }{ " · " }</> })) }
                { page.scene.say_with("options_rule_source", &[&rule.source, &rule.confidence]) }
            </p>
        </li>
    }
}
