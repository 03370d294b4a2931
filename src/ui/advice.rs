//! What to do, what helps most first, each with its message.

use yew::html::Scope;
use yew::{Html, html};

use super::card::copy_message;
use super::panel::Panel;
use super::parts::{self, Scene};
use crate::desk::message::{Advice, Answer, Card, KeyMap};

/// The list of advice.
pub fn draw(
    scene: Scene,
    link: &Scope<Panel>,
    keymap: &KeyMap,
    card: &Card,
    copied: Option<&(String, String)>,
) -> Html {
    let first_message = card
        .advice
        .iter()
        .find(|advice| advice.message.is_some())
        .map(|advice| advice.kind.as_str());
    let real: Vec<&Advice> = card
        .advice
        .iter()
        .filter(|advice| advice.kind != "none" || !advice.why.is_empty())
        .collect();
    html! {
        <section class="part part-advice">
            <h3>{ scene.say("panel_advice") }</h3>
            { for real.is_empty().then(|| html! { <p class="missing">{ scene.say("panel_advice_none") }</p> }) }
            <ol class="advice">
                { for real.into_iter().map(|advice| one(scene, link, card, advice, copied, parts::key_of(keymap, "message.copy").filter(|_| first_message == Some(&advice.kind)))) }
            </ol>
        </section>
    }
}

fn one(
    scene: Scene,
    link: &Scope<Panel>,
    card: &Card,
    advice: &Advice,
    copied: Option<&(String, String)>,
    key: Option<Html>,
) -> Html {
    let helps = if advice.helps_text.is_empty() {
        scene.say(&format!("panel_helps_{}", advice.helps.id()))
    } else {
        advice.helps_text.clone()
    };
    let honest = (advice.kind == "ask_reason_change" && advice.helps == Answer::No).then(|| {
        scene.say(if card.reason.basis == "first" {
            "panel_ask_no_help_first"
        } else {
            "panel_ask_no_help"
        })
    });
    html! {
        <li data-kind={advice.kind.clone()} data-helps={advice.helps.id()}>
            <h4>{ &advice.title }</h4>
            <p class="helps">{ parts::answer_mark(advice.helps) }<span>{ helps }</span></p>
            { for honest.map(|honest| html! { <p class="honest">{ honest }</p> }) }
            { for (!advice.why.is_empty()).then(|| html! { <p class="advice-why">{ &advice.why }</p> }) }
            { for advice.message.as_ref().map(|message| message_box(scene, link, card, advice, message, copied, key)) }
        </li>
    }
}

fn message_box(
    scene: Scene,
    link: &Scope<Panel>,
    card: &Card,
    advice: &Advice,
    message: &str,
    copied: Option<&(String, String)>,
    key: Option<Html>,
) -> Html {
    let state = copied
        .filter(|(key, _)| *key == card.key)
        .map(|(_, kind)| kind.as_str());
    let done = state == Some(advice.kind.as_str());
    let refused = state.is_some_and(|state| state.strip_suffix('!') == Some(&advice.kind));
    html! {
        <div class="message">
            <p class="message-text" data-advice={advice.kind.clone()} tabindex="0" role="group" aria-label={scene.say("panel_message")} dir="auto">{ message }</p>
            <div class="message-foot">
                <span class="message-note">{ if refused { scene.say("panel_copy_refused") } else { String::new() } }</span>
                <button type="button" class="button primary" data-done={done.then_some("true")} onclick={copy_message(link, card, advice)}>
                    { for done.then(|| parts::answer_mark(Answer::Yes)) }
                    { scene.say(if done { "panel_copied" } else { "panel_copy" }) }
                    { for key.filter(|_| !done) }
                </button>
            </div>
        </div>
    }
}
