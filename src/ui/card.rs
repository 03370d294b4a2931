//! One refund: what it is, what the buyer said, what helps.

use wasm_bindgen::JsCast;
use yew::html::Scope;
use yew::{Callback, Html, MouseEvent, html};

use super::panel::{Copied, Msg, Panel};
use super::parts::{self, Scene};
use super::{advice, away, queue, review, work};
use crate::desk::clock;
use crate::desk::message::{Advice, Card, Deadline, Face, Level, Words};
use crate::desk::queue::Item;
use crate::desk::quote::pieces;
use crate::desk::view::{View, copy};
use crate::ui::parts::steady;
use crate::words::{exists, list};

/// What the drawing of one card needs.
pub struct Sheet<'a> {
    pub scene: Scene,
    pub link: &'a Scope<Panel>,
    pub view: &'a View,
    pub card: &'a Card,
    pub copied: Option<&'a Copied>,
}

/// The card in focus, or a hint to choose one.
pub fn draw(scene: Scene, link: &Scope<Panel>, view: &View, copied: Option<&Copied>) -> Html {
    let body = match view.card() {
        Some(card) => {
            let sheet = Sheet { scene, link, view, card, copied };
            card.review.as_ref().map_or_else(|| whole(&sheet), |said| review::whole(&sheet, said))
        }
        None if view.face == Face::Queue && elsewhere(view).is_some() => {
            elsewhere(view).map_or_else(Html::default, |item| away::sheet(scene, link, view, item))
        }
        None if view.face == Face::Card && view.focus.is_some() => html! {
            <div class="blank">
                <h2 tabindex="-1">{ scene.say("panel_gone_title") }</h2>
                <p>{ scene.say("panel_gone_text") }</p>
            </div>
        },
        None => html! { <div class="blank"><p>{ scene.say("panel_no_focus") }</p></div> },
    };
    html! { <section class="card">{ queue::card_bar(scene, link, view) }{ body }</section> }
}

/// The record in focus, where it lies on another page.
fn elsewhere(view: &View) -> Option<Item<'_>> {
    view.rows().into_iter().find(|item| Some(item.key()) == view.focus.as_deref())
}

fn whole(sheet: &Sheet<'_>) -> Html {
    let &Sheet { scene, card, .. } = sheet;
    html! {
        <article key={card.key.clone()} class="sheet" data-level={card.level.id()} aria-labelledby="card-level">
            <div class="verdict">
                { parts::level_mark(card.level) }
                <h2 id="card-level" tabindex="-1">{ &card.level_text }</h2>
                { steady(card.deadline.as_ref().map(|deadline| parts::time_left(scene, deadline))) }
                <p>{ scene.say(&format!("panel_meaning_{}", card.level.id())) }</p>
                { steady(card.deadline.as_ref().map(|due| deadline(scene, due))) }
            </div>
            { steady((card.level != Level::Safe).then(|| work::bar(scene, sheet.link, sheet.view, &card.key))) }
            { reason(scene, card) }
            { words(scene, card) }
            { advice::draw(sheet) }
            { why(scene, card) }
            { facts(scene, card) }
            <p class="promise">{ scene.say("panel_nothing_sent") }</p>
        </article>
    }
}

fn deadline(scene: Scene, deadline: &Deadline) -> Html {
    let source = if deadline.source == "page" { "panel_deadline_page" } else { "panel_deadline_rule" };
    html! {
        <p class="due">
            { steady((!deadline.at.is_empty()).then(|| html! { <span>{ clock::wall_clock(&deadline.at, scene.now, scene.locale) }</span> })) }
            { steady((deadline.at.is_empty() && !deadline.text.is_empty()).then(|| html! { <span>{ &deadline.text }</span> })) }
            <span>{ scene.say(source) }</span>
        </p>
    }
}

fn reason(scene: Scene, card: &Card) -> Html {
    let reason = &card.reason;
    let basis = match reason.basis.as_str() {
        "first" => "panel_basis_first",
        "final" => "panel_basis_final",
        _ => "panel_basis_unknown",
    };
    let rule = reason.rule.as_ref().map(|rule| {
        html! {
            <p class="rule">
                <span>{ &rule.text }</span>
                <span class="rule-source">
                    { steady(rule.since.as_ref().filter(|since| since.starts_with(|first: char| first.is_ascii_digit())).map(|since| html! { <span>{ scene.say_with("panel_rule_since", &[&clock::date(since, scene.now, scene.locale)]) }</span> })) }
                    { steady(rule.source.as_ref().filter(|source| !source.is_empty() && *source != "not found").map(|source| html! { <span>{ scene.say_with("panel_rule_source", &[source]) }</span> })) }
                    { steady((!rule.confidence_text.is_empty()).then(|| html! { <span data-confidence={rule.confidence.clone()}>{ &rule.confidence_text }</span> })) }
                </span>
            </p>
        }
    });
    let leaves = card
        .leaves_window
        .as_ref()
        .map(|day| scene.say_with("panel_leaves_window", &[&clock::date(day, scene.now, scene.locale)]));
    html! {
        <section class="part">
            <h3>{ scene.say("panel_reason") }</h3>
            <p class="reason">
                <strong>{ if reason.raw.is_empty() { scene.say("panel_reason_none") } else { reason.raw.clone() } }</strong>
                { steady((!reason.counts_text.is_empty()).then(|| html! { <span class="tag" data-counts={reason.counts.id()}>{ &reason.counts_text }</span> })) }
            </p>
            { rule.unwrap_or_else(|| html! { <p class="rule">{ scene.say(basis) }</p> }) }
            { steady(leaves.map(|leaves| html! { <p class="rule-source">{ leaves }</p> })) }
        </section>
    }
}

fn words(scene: Scene, card: &Card) -> Html {
    let spoken: Vec<&Words> = card.words.iter().filter(|words| !words.text.is_empty()).collect();
    let several = spoken.len() > 1 || spoken.iter().any(|words| words.from != "note");
    let name = |words: &Words| scene.say(if words.from == "chat" { "panel_from_chat" } else { "panel_from_note" });
    html! {
        <section class="part">
            <h3>{ scene.say("panel_words") }</h3>
            { steady(spoken.iter().map(|words| quote(words, several.then(|| name(words))))) }
            { steady(spoken.is_empty().then(|| html! { <p class="missing">{ scene.say("panel_words_none") }</p> })) }
            { steady((!card.issues.is_empty()).then(|| html! {
                <ul class="issues" aria-label={scene.say("panel_issues")}>{ steady(card.issues.iter().map(|issue| html! { <li>{ &issue.label }</li> })) }</ul>
            })) }
            { steady((!card.match_text.is_empty()).then(|| html! { <p class="match" data-match={card.matching.clone()}>{ &card.match_text }</p> })) }
        </section>
    }
}

/// A text of the buyer with its cues, under a heading where there are several.
pub fn quote(words: &Words, heading: Option<String>) -> Html {
    html! {
        <figure class="quote">
            { steady(heading.map(|heading| html! { <figcaption>{ heading }</figcaption> })) }
            <blockquote dir="auto">{ steady(pieces(words).into_iter().map(|piece| match piece.label {
                Some(label) => html! { <mark title={label}>{ piece.text }</mark> },
                None => html! { { piece.text } },
            })) }</blockquote>
        </figure>
    }
}

fn why(scene: Scene, card: &Card) -> Html {
    if card.why.is_empty() {
        return Html::default();
    }
    html! {
        <section class="part">
            <h3>{ scene.say("panel_why") }</h3>
            <ul class="why">{ steady(card.why.iter().map(|why| html! { <li>{ why }</li> })) }</ul>
        </section>
    }
}

fn facts(scene: Scene, card: &Card) -> Html {
    let service = card.service.as_ref().map(|service| service.text.clone());
    let refund = card
        .ids
        .refund
        .clone()
        .or_else(|| (!card.id.is_empty() && card.ids.order.as_ref() != Some(&card.id)).then(|| card.id.clone()));
    let facts = [
        ("panel_goods", card.goods.clone()),
        ("panel_amount", card.amount.clone()),
        ("panel_paid", card.paid.clone()),
        ("panel_service", service),
        ("panel_status", card.status.clone()),
        ("panel_shipping", card.shipping.clone()),
        ("panel_refund_id", refund),
        ("panel_order_id", card.ids.order.clone()),
    ];
    let shown: Vec<_> = facts
        .into_iter()
        .filter_map(|(key, value)| value.filter(|value| !value.is_empty()).map(|value| (key, value)))
        .collect();
    let field = |name: &String| {
        let key = format!("panel_field_{name}");
        if exists(&key) { scene.say(&key) } else { name.clone() }
    };
    let unreadable: Vec<String> = card.unreadable.iter().map(field).collect();
    html! {
        <section class="part">
            <h3>{ scene.say("panel_facts") }</h3>
            <dl class="facts">{ steady(shown.into_iter().map(|(key, value)| html! { <><dt>{ scene.say(key) }</dt><dd>{ value }</dd></> })) }</dl>
            { steady((!unreadable.is_empty()).then(|| html! {
                <p class="unreadable">{ scene.say_with("panel_unreadable", &[&list(scene.locale, &unreadable)]) }</p>
            })) }
        </section>
    }
}

/// Selects a message in the card, so that the agent can copy it by hand.
pub fn select_message(kind: &str) {
    let Some(window) = web_sys::window() else { return };
    let boxes = window.document().and_then(|document| document.query_selector_all("[data-advice]").ok());
    let Some(boxes) = boxes else { return };
    for index in 0..boxes.length() {
        let element = boxes.item(index).and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(element) = element.filter(|element| element.get_attribute("data-advice").as_deref() == Some(kind)) {
            let _ = element.focus();
            if let Ok(Some(selection)) = window.get_selection() {
                // A node without children cannot be selected; then there is nothing to copy either.
                let _ = selection.select_all_children(&element);
            }
        }
    }
}

/// What a click on a copy button asks for.
pub fn copy_message(sheet: &Sheet<'_>, advice: &Advice) -> Option<Callback<MouseEvent>> {
    let effect = copy(sheet.card, advice)?;
    let link = sheet.link.clone();
    Some(parts::on_click(move || link.send_message(Msg::Copy(effect.clone()))))
}
