//! Done and later: their buttons, what was set aside, and the day's tally.

use yew::html::Scope;
use yew::{Html, html};

use super::panel::{Msg, Panel};
use super::parts::{self, Scene, on_click};
use crate::desk::clock;
use crate::desk::day::{Mark, Standing};
use crate::desk::queue::Item;
use crate::desk::view::View;
use crate::desk::working::Do;
use crate::ui::parts::steady;

fn marks(link: &Scope<Panel>, key: &str, mark: Mark) -> yew::Callback<yew::MouseEvent> {
    let (link, key) = (link.clone(), key.to_owned());
    on_click(move || link.send_message(Msg::Do(Do::Mark(key.clone(), mark))))
}

/// `明天 09:00再看`.
pub fn until(scene: Scene, view: &View, until: f64) -> String {
    scene.say_with("panel_later_until", &[&clock::local_clock(until, view.now, view.offset, scene.locale)])
}

/// The small button at the end of a row.
pub fn row_button(scene: Scene, link: &Scope<Panel>, key: &str, standing: Standing, stops: &'static str) -> Html {
    let (word, path, mark) = match standing {
        Standing::Open => ("panel_done", parts::PATH_CHECK_16, Mark::Done),
        _ => ("panel_undo", parts::PATH_UNDO, Mark::Open),
    };
    let label = scene.say(word);
    html! {
        <button type="button" class="icon-button row-done" tabindex={stops} aria-label={label.clone()} title={label} onclick={marks(link, key, mark)}>
            { parts::icon("icon", "0 0 16 16", path) }
        </button>
    }
}

/// What the agent says of the record on the card.
pub fn bar(scene: Scene, link: &Scope<Panel>, view: &View, key: &str) -> Html {
    let button = |mark: Mark, word: &str, class: &'static str| {
        html! { <button type="button" class={class} data-mark={mark.id()} onclick={marks(link, key, mark)}>{ scene.say(word) }</button> }
    };
    match view.day.standing(key, view.now) {
        Standing::Open => {
            let done = marks(link, key, Mark::Done);
            let word = |mark: Mark| match mark {
                Mark::Hour => "panel_later_hour",
                Mark::Hours => "panel_later_hours",
                _ => "panel_later_tomorrow",
            };
            html! {
                <div class="work">
                    <button type="button" class="choice work-done" data-mark="done" onclick={done}>{ parts::icon("mark", "0 0 12 12", parts::PATH_CHECK) }{ scene.say("panel_done") }</button>
                    <span class="spring" />
                    <span class="work-later" role="group" aria-label={scene.say("panel_later")}>
                        <span class="work-name" aria-hidden="true">{ scene.say("panel_later") }</span>
                        { steady(Mark::LATER.map(|mark| button(mark, word(mark), "choice"))) }
                    </span>
                </div>
            }
        }
        standing => {
            let said =
                if let Standing::Snoozed(at) = standing { until(scene, view, at) } else { scene.say("panel_done") };
            html! {
                <div class="work" data-standing={if standing == Standing::Done { "done" } else { "later" }}>
                    { parts::icon("mark", "0 0 12 12", parts::PATH_CHECK) }<span>{ said }</span>
                    <span class="spring" />
                    { button(Mark::Open, "panel_undo", "choice") }
                </div>
            }
        }
    }
}

/// What was put off and what is done, folded.
pub fn aside(scene: Scene, link: &Scope<Panel>, view: &View) -> Html {
    let (done, later) = view.aside();
    let fold = |word: &str, class: &'static str, items: Vec<Item<'_>>| {
        (!items.is_empty()).then(|| html! {
            <details class={yew::classes!("aside", class)}>
                <summary>{ scene.say_with(word, &[&items.len().to_string()]) }</summary>
                <ul>{ steady(items.iter().map(|item| super::queue::row(scene, link, view, *item, Some(item.key())))) }</ul>
            </details>
        })
    };
    html! { <>{ steady(fold("panel_later_count", "aside-later", later)) }{ steady(fold("panel_done_count", "aside-done", done)) }</> }
}

/// What was done today, in one line; nothing before the first deed.
pub fn tally(scene: Scene, view: &View) -> Html {
    let day = view.day.tally;
    let counts = [day.looked, day.done, day.copied, day.inserted];
    if counts.iter().all(|count| *count == 0) {
        return Html::default();
    }
    let counts = counts.map(|count| count.to_string());
    let [looked, done, copied, inserted] = &counts;
    html! { <p class="more tally">{ scene.say_with("panel_tally", &[looked, done, copied, inserted]) }</p> }
}
