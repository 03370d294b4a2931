//! Shop name, tone, script, and the agent's own texts.

use yew::{Html, html};

use super::parts::{Page, choices};
use crate::desk::options::texts::{Draft, Shown, use_id};
use crate::pack::Script;
use crate::refund::Tone;
use crate::settings::model::Snippet;
use crate::ui::parts::steady;

const SHOP: &str = "/replies/shop";
const TONE: &str = "/replies/tone";
const SCRIPT: &str = "/replies/script";
const PROMISES: &str = "/replies/promises";

pub fn draw(page: &Page<'_>) -> Html {
    let replies = page.settings().replies;
    let locked = |path| page.view.locked(path);
    let typed = |path: &'static str| page.on_change(move |view, _, value| view.typed(path, &value));
    let tone = match replies.tone {
        Tone::Warm => "warm",
        Tone::Plain => "plain",
        Tone::Brief => "brief",
    };
    let script = match replies.script {
        None => "",
        Some(Script::Hans) => "hans",
        Some(Script::Hant) => "hant",
        Some(Script::En) => "en",
    };
    let scripts: Vec<(String, String)> = [(String::new(), page.say("options_script_auto"))]
        .into_iter()
        .chain(choices(page.scene, "options_script_", &["hans", "hant", "en"]))
        .collect();
    let tones = choices(page.scene, "options_tone_", &["warm", "plain", "brief"]);
    let kept = replies.promises;
    let promises = page.on_click(move |view, _| view.edit(PROMISES, serde_json::Value::Bool(!kept)));
    let texts = page.view.text_rows();
    let new = page.on_click(|view, _| view.new_text(js_sys::Date::now()));
    html! {
        <>
            { page.field("shop", "options_shop", Some("options_shop_note"), locked(SHOP), page.input("shop", "text", replies.shop.unwrap_or_default(), locked(SHOP), typed(SHOP))) }
            { page.field("tone", "options_tone", None, locked(TONE), page.select("tone", &tones, tone, locked(TONE), typed(TONE))) }
            { page.field("script", "options_script", None, locked(SCRIPT), page.select("script", &scripts, script, locked(SCRIPT), typed(SCRIPT))) }
            { page.switch("promises".to_owned(), html! { { page.say("options_promises") } }, replies.promises, locked(PROMISES), promises) }
            <p class="note">{ page.say("options_promises_note") }</p>
            <h3>{ page.say("options_texts") }</h3>
            { steady(texts.is_empty().then(|| html! { <p class="missing">{ page.say("options_texts_none") }</p> })) }
            <ul class="rows">{ steady(texts.into_iter().map(|(id, snippet)| row(page, &id, &snippet))) }</ul>
            { match &page.view.draft {
                Some(draft) => form(page, draft),
                None => page.button(Some("text-new".to_owned()), "quiet", page.say("options_texts_new"), new),
            } }
        </>
    }
}

fn row(page: &Page<'_>, id: &str, snippet: &Snippet) -> Html {
    let path = format!("/snippets/own/{id}");
    let held = page.view.held(&path);
    let (open, drop) = (id.to_owned(), id.to_owned());
    let open = page.on_click(move |view, _| view.open_text(&open));
    let delete = page.on_click(move |view, browser| view.drop_text(&drop, browser));
    let name = format!("{}: {}", page.say("options_text_edit"), snippet.title);
    html! {
        <li class="row">
            <div>
                <p><b>{ &snippet.title }</b>{ " " }<span class="note">{ page.say(&format!("options_text_use_{}", use_id(snippet.used_for))) }</span></p>
                <p class="said-text">{ &snippet.text }</p>
            </div>
            { page.fixed(held) }
            { steady((!held).then(|| html! { <>
                <button type="button" class="button quiet" aria-label={name} onclick={open}>{ page.say("options_text_edit") }</button>
                { page.sure(&path, "options_delete", "options_delete_sure", Some(snippet.title.clone()), delete) }
            </> })) }
        </li>
    }
}

fn form(page: &Page<'_>, draft: &Draft) -> Html {
    let set = |field: &'static str| {
        page.on_change(move |view, _, value| {
            if let Some(draft) = &mut view.draft {
                draft.set(field, value);
            }
            Vec::new()
        })
    };
    let uses = choices(page.scene, "options_text_use_", &["reply", "message"]);
    let save = page.on_click(|view, browser| view.save_text(browser));
    let leave = page.on_click(|view, _| {
        view.draft = None;
        Vec::new()
    });
    html! {
        <fieldset class="form">
            <legend>{ page.say("options_texts_new") }</legend>
            { page.field("text-title", "options_text_title", None, false, page.input("text-title", "text", draft.title.clone(), false, set("title"))) }
            { page.field("text-text", "options_text_text", Some("options_text_slots_note"), false, html! {
                <textarea id="text-text" rows="5" maxlength="1000" value={page.shown("text-text", draft.text.clone())} aria-describedby="text-text-note" oninput={page.on_typing("text-text")} onchange={set("text")} />
            }) }
            // Always one child: a list that gets longer would have the fields before it made anew while they are typed into.
            if let Some(shown) = &draft.shown {
                { preview(page, shown) }
            }
            { page.field("text-use", "options_text_use", None, false, page.select("text-use", &uses, &draft.used_for, false, set("use"))) }
            <div class="buttons">
                { page.button(Some("text-save".to_owned()), "primary", page.say("options_save"), save) }
                { page.button(None, "quiet", page.say("options_cancel"), leave) }
            </div>
        </fieldset>
    }
}

/// How the text comes out, and what must not be said.
fn preview(page: &Page<'_>, shown: &Shown) -> Html {
    let bad = shown.trouble.clone();
    html! {
        <div class="preview" role="status">
            <p class="note">{ page.say("options_text_preview") }</p>
            { steady(bad.iter().map(|trouble| html! { <p class="trouble">{ trouble }</p> })) }
            { steady(bad.is_none().then(|| html! { <p class="said-text">{ &shown.text }</p> })) }
            <ul class="findings">{ steady(shown.lint.findings.iter().map(|finding| html! {
                <li data-severity={finding.severity.clone()}><b>{ &finding.found }</b>{ " " }{ &finding.why }</li>
            })) }</ul>
        </div>
    }
}
