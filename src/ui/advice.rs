//! What to do, what helps most first, each with its message.

use yew::{Html, html};

use super::card::{Sheet, copy_message};
use super::{parts, texts};
use crate::desk::message::{Advice, Answer};
use crate::ui::parts::steady;

/// The list of advice.
pub fn draw(sheet: &Sheet<'_>) -> Html {
    let scene = sheet.scene;
    let advice = &sheet.card.advice;
    let with_message = |place: &usize| advice.get(*place).is_some_and(|advice| advice.message.is_some());
    let copied_by_key = sheet.view.advice.filter(with_message).or_else(|| (0..advice.len()).find(with_message));
    let real = advice.iter().enumerate().filter(|(_, advice)| advice.kind != "none" || !advice.why.is_empty());
    let items: Vec<Html> =
        real.map(|(place, advice)| one(sheet, place, advice, copied_by_key == Some(place))).collect();
    html! {
        <section class="part part-advice">
            <h3>{ scene.say("panel_advice") }</h3>
            { steady(items.is_empty().then(|| html! { <p class="missing">{ scene.say("panel_advice_none") }</p> })) }
            <ol class="advice">{ steady(items) }</ol>
            { texts::draw(sheet) }
        </section>
    }
}

fn one(sheet: &Sheet<'_>, place: usize, advice: &Advice, by_key: bool) -> Html {
    let scene = sheet.scene;
    let helps = match advice.helps_text.as_str() {
        "" => scene.say(&format!("panel_helps_{}", advice.helps.id())),
        helps => helps.to_owned(),
    };
    let honest = (advice.kind == "ask_reason_change" && advice.helps == Answer::No).then(|| {
        let first = sheet.card.reason.basis == "first";
        scene.say(if first { "panel_ask_no_help_first" } else { "panel_ask_no_help" })
    });
    let chosen = sheet.view.advice == Some(place);
    html! {
        <li data-kind={advice.kind.clone()} data-helps={advice.helps.id()} aria-current={chosen.then_some("true")}>
            <h4>{ &advice.title }</h4>
            <p class="helps">{ parts::answer_mark(advice.helps) }<span>{ helps }</span></p>
            { steady(honest.map(|honest| html! { <p class="honest">{ honest }</p> })) }
            { steady((!advice.why.is_empty()).then(|| html! { <p class="advice-why">{ &advice.why }</p> })) }
            { steady(advice.message.as_ref().map(|message| message_box(sheet, advice, message, by_key))) }
        </li>
    }
}

fn message_box(sheet: &Sheet<'_>, advice: &Advice, message: &str, by_key: bool) -> Html {
    let scene = sheet.scene;
    let copied = sheet.copied.filter(|copied| copied.key == sheet.card.key && copied.advice == advice.kind);
    let done = copied.is_some_and(|copied| copied.done);
    let refused = copied.is_some_and(|copied| !copied.done);
    let key = parts::key_of(&sheet.view.desk.keymap, "message.copy").filter(|_| by_key && !done);
    html! {
        <div class="message">
            <p class="message-text" data-advice={advice.kind.clone()} tabindex="0" role="group"
                aria-label={scene.say("panel_message")} dir="auto">{ message }</p>
            <div class="message-foot">
                <span class="message-note">{ steady(refused.then(|| scene.say("panel_copy_refused"))) }</span>
                <button type="button" class="button primary" data-done={done.then_some("true")}
                    onclick={copy_message(sheet, advice)}>
                    { steady(done.then(|| parts::answer_mark(Answer::Yes))) }
                    { scene.say(if done { "panel_copied" } else { "panel_copy" }) }
                    { steady(key) }
                </button>
            </div>
        </div>
    }
}
