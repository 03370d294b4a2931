//! The answer in large, warnings, and the sentence to pass on.

use yew::{Html, html};

use super::{Msg, Page};
use crate::desk::calculator::Line;
use crate::desk::message::Answer;
use crate::ui::parts;
use crate::ui::parts::steady;

/// Answer and sentence.
pub fn draw(page: &Page<'_>, copied: Option<bool>) -> Html {
    let sheet = page.sheet;
    html! {
        <>
            <div class="calc-answer" role="status" aria-label={page.scene.say("calc_answer_label")} data-state={sheet.state}>
                { steady((!sheet.figure.is_empty()).then(|| html! { <strong>{ &sheet.figure }</strong> })) }
                <span>{ &sheet.answer }</span>
            </div>
            { lines(&sheet.warnings, "calc-warnings") }
            { steady((!sheet.sentence.is_empty()).then(|| sentence(page, copied))) }
        </>
    }
}

fn sentence(page: &Page<'_>, copied: Option<bool>) -> Html {
    let done = copied == Some(true);
    html! {
        <div class="calc-sentence">
            <h3 id="calc-sentence-title">{ page.scene.say("calc_sentence") }</h3>
            <p class="calc-said" tabindex="0" role="group" aria-labelledby="calc-sentence-title">{ &page.sheet.sentence }</p>
            <div class="message-foot">
                <span class="message-note" role="status">{ steady((copied == Some(false)).then(|| page.scene.say("calc_copy_refused"))) }</span>
                <button type="button" class="button primary" data-act="copy" data-done={done.then_some("true")} onclick={page.click(|| Msg::Copy)}>
                    { steady(done.then(|| parts::answer_mark(Answer::Yes))) }
                    { page.scene.say(if done { "calc_copied" } else { "calc_copy" }) }
                </button>
            </div>
        </div>
    }
}

/// Lines of an answer.
pub fn lines(lines: &[Line], class: &'static str) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! { <ul class={class}>{ steady(lines.iter().map(|line| html! { <li data-line={line.id}>{ &line.text }</li> })) }</ul> }
}
