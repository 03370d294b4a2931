//! What scores should reach.

use yew::{Html, html};

use super::parts::Page;
use crate::desk::options::targets::Row;
use crate::ui::parts::steady;

pub fn draw(page: &Page<'_>) -> Html {
    let rows = page.view.target_rows();
    let form = &page.view.target;
    let score = page.on_change(|view, _, value| {
        view.target.score = value;
        Vec::new()
    });
    let typed = page.on_change(|view, _, value| {
        view.target.target = value;
        Vec::new()
    });
    let save = page.on_click(|view, _| view.save_target());
    let choices = page.view.score_choices();
    html! {
        <>
            <p class="note">{ page.say("options_targets_note") }</p>
            { steady(rows.is_empty().then(|| html! { <p class="missing">{ page.say("options_targets_none") }</p> })) }
            <ul class="rows">{ steady(rows.into_iter().map(|it| row(page, it))) }</ul>
            <fieldset class="form">
                <legend>{ page.say("options_targets_new") }</legend>
                { page.field("target-score", "options_target_score", None, false, page.select("target-score", &choices, &form.score, false, score)) }
                { page.field("target-value", "options_target_value", Some("options_target_value_note"), false, html! {
                    <input id="target-value" type="text" inputmode="decimal" value={page.shown("target-value", form.target.clone())} oninput={page.on_typing("target-value")} autocomplete="off" aria-describedby="target-value-note" onchange={typed} />
                }) }
                { page.button(Some("target-save".to_owned()), "primary", page.say("options_save"), save) }
            </fieldset>
        </>
    }
}

fn row(page: &Page<'_>, row: Row) -> Html {
    let what = row.path.clone();
    let delete = page.on_click(move |view, browser| view.drop_target(&what, browser));
    let count = row.count.map(|count| page.scene.say_with("options_target_count", &[&count.to_string()]));
    let locked = page.view.held(&row.path);
    html! {
        <li class="row">
            <div>
                <p><b>{ &row.name }</b>{ steady(row.target.iter().map(|target| html! { <>{ " → " }{ target }</> })) }</p>
                { steady(count.map(|count| html! { <p class="note">{ count }</p> })) }
            </div>
            { page.fixed(locked) }
            { steady((!locked).then(|| page.sure(&row.path, "options_delete", "options_delete_sure", Some(row.name.clone()), delete))) }
        </li>
    }
}
