//! Thresholds and the shop's own rules.

use yew::{Html, html};

use super::parts::{Page, choices};
use crate::desk::options::rules::{CLASSES, Form, Row, SUBJECTS};
use crate::settings::model::MarkFrom;
use crate::ui::parts::steady;

const MARK_FROM: &str = "/judgement/mark_from";
const BAD_STARS: &str = "/judgement/bad_stars";

pub fn draw(page: &Page<'_>) -> Html {
    let judgement = page.settings().judgement;
    let from = match judgement.mark_from {
        MarkFrom::Watch => "watch",
        MarkFrom::AtRisk => "at_risk",
    };
    let levels = choices(page.scene, "options_mark_from_", &["watch", "at_risk"]);
    let stars = choices(page.scene, "options_bad_stars_", &["1", "2", "3"]);
    let (from_locked, stars_locked) = (page.view.locked(MARK_FROM), page.view.locked(BAD_STARS));
    let choose = page.on_change(|view, _, value| view.typed(MARK_FROM, &value));
    let count = page.on_change(|view, _, value| view.number(BAD_STARS, &value));
    let rows = page.view.rule_rows(page.scene.locale);
    html! {
        <>
            { page.field("mark-from", "options_mark_from", Some("options_mark_from_note"), from_locked, page.select("mark-from", &levels, from, from_locked, choose)) }
            { page.field("bad-stars", "options_bad_stars", Some("options_bad_stars_note"), stars_locked, page.select("bad-stars", &stars, &judgement.bad_stars.to_string(), stars_locked, count)) }
            { hours(page, ["close-hours", "options_close_hours", "options_close_hours_note", "/judgement/close_hours"], judgement.close_hours, 72) }
            { hours(page, ["reply-close-hours", "options_reply_close_hours", "options_reply_close_hours_note", "/judgement/reply_close_hours"], judgement.reply_close_hours, 720) }
            <h3>{ page.say("options_rules") }</h3>
            <p class="note">{ page.say("options_rules_note") }</p>
            { steady(rows.is_empty().then(|| html! { <p class="missing">{ page.say("options_rules_none") }</p> })) }
            <ul class="rows">{ steady(rows.into_iter().map(|it| row(page, it))) }</ul>
            { form(page, &page.view.rule) }
        </>
    }
}

/// How many hours before a deadline it is close: field, label, note, setting.
fn hours(page: &Page<'_>, [id, label, note, path]: [&'static str; 4], now: u32, most: u32) -> Html {
    let locked = page.view.locked(path);
    let act = page.on_change(move |view, _, typed| view.number(path, &typed));
    page.field(id, label, Some(note), locked, html! {
        <input {id} type="number" min="1" max={most.to_string()} step="1" value={page.shown(id, now.to_string())} oninput={page.on_typing(id)} disabled={locked} aria-describedby={format!("{id}-note")} onchange={act} />
    })
}

fn row(page: &Page<'_>, row: Row) -> Html {
    let what = row.paths.first().cloned().unwrap_or_default();
    let name = format!("{} {}", row.platform, row.text);
    let held = page.view.held(&what);
    let drop = row.clone();
    let delete = page.on_click(move |view, browser| view.drop_rule(&drop, browser));
    html! {
        <li class="row">
            <div>
                <p><b>{ &row.platform }</b>{ " " }{ &row.text }</p>
                <p class="note">{ steady(row.since.map(|since| page.scene.say_with("options_rule_since_note", &[&since]))) }{ " " }{ row.note }</p>
            </div>
            { page.fixed(held) }
            { steady((!held).then(|| page.sure(&what, "options_delete", "options_delete_sure", Some(name), delete))) }
        </li>
    }
}

fn form(page: &Page<'_>, form: &Form) -> Html {
    let set = |field: &'static str| {
        page.on_change(move |view, _, value| {
            view.rule.set(field, value);
            Vec::new()
        })
    };
    let platforms: Vec<(String, String)> =
        page.view.about.iter().map(|pack| (pack.id.clone(), pack.name.clone())).collect();
    let subjects = choices(page.scene, "options_rule_", &SUBJECTS);
    let values = choices(page.scene, &format!("options_rule_{}_", form.subject), Form::values(&form.subject));
    let save = page.on_click(|view, browser| view.save_rule(browser));
    let text = |id, field, now: &String| page.input(id, "text", now.clone(), false, set(field));
    html! {
        <fieldset class="form">
            <legend>{ page.say("options_rules_new") }</legend>
            { page.field("rule-platform", "options_rule_platform", None, false, page.select("rule-platform", &platforms, &form.platform, false, set("platform"))) }
            { page.field("rule-subject", "options_rule_subject", None, false, page.select("rule-subject", &subjects, &form.subject, false, set("subject"))) }
            if form.subject == "reason" {
                { page.field("rule-label", "options_rule_label", None, false, text("rule-label", "label", &form.label)) }
            }
            if values.is_empty() {
                { page.field("rule-value", "options_rule_hours", None, false, page.input("rule-value", "number", form.value.clone(), false, set("value"))) }
            } else {
                { page.field("rule-value", "options_rule_value", None, false, page.select("rule-value", &values, &form.value, false, set("value"))) }
            }
            if form.subject == "reason" {
                { page.field("rule-class", "options_rule_class", None, false, page.select("rule-class", &classes(page), &form.class, false, set("class"))) }
            }
            { page.field("rule-since", "options_rule_since", None, false, page.input("rule-since", "date", form.since.clone(), false, set("since"))) }
            { page.field("rule-note", "options_rule_note", None, false, text("rule-note", "note", &form.note)) }
            { page.button(Some("rule-save".to_owned()), "primary", page.say("options_save"), save) }
        </fieldset>
    }
}

fn classes(page: &Page<'_>) -> Vec<(String, String)> {
    let auto = [(String::new(), page.say("options_rule_class_auto"))];
    auto.into_iter().chain(choices(page.scene, "options_class_", &CLASSES)).collect()
}
