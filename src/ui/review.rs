//! One review's card: what the buyer said, and the desk on which the answer is written.

use wasm_bindgen::JsCast;
use yew::{Html, InputEvent, html};

use super::card::{Sheet, quote};
use super::panel::Msg;
use super::parts::{self, Scene, on_click};
use super::{texts, work};
use crate::desk::answer::Finding;
use crate::desk::answering::Act;
use crate::desk::clock;
use crate::desk::message::{Answer, Level, Review};
use crate::desk::reply::{self, FAULTS, TONES};
use crate::ui::parts::steady;
use crate::words::exists;

/// The whole card.
pub fn whole(sheet: &Sheet<'_>, review: &Review) -> Html {
    let &Sheet { scene, card, .. } = sheet;
    html! {
        <article key={card.key.clone()} class="sheet sheet-review" data-level={card.level.id()} aria-labelledby="card-level">
            <div class="verdict">
                { parts::level_mark(card.level) }
                <h2 id="card-level" tabindex="-1">{ &card.level_text }</h2>
                { steady(review.reply_by.as_ref().map(|due| parts::time_left(scene, due))) }
                { steady(card.why.iter().map(|why| html! { <p>{ why }</p> })) }
            </div>
            { steady((card.level != Level::Safe).then(|| work::bar(scene, sheet.link, sheet.view, &card.key))) }
            { words(sheet, review) }
            { if review.answered == Some(true) { answered(scene, review) } else { desk(sheet, review) } }
            { facts(scene, sheet, review) }
            <p class="promise">{ scene.say("panel_reply_nothing_sent") }</p>
        </article>
    }
}

fn words(sheet: &Sheet<'_>, review: &Review) -> Html {
    let &Sheet { scene, card, .. } = sheet;
    let several = card.words.len() > 1;
    html! {
        <section class="part">
            <h3>{ scene.say("panel_review_words") }</h3>
            { steady(card.words.iter().map(|words| {
                let from = if words.from == "added" { "panel_review_added" } else { "panel_review_words" };
                quote(words, several.then(|| scene.say(from)))
            })) }
            { steady(card.words.is_empty().then(|| html! { <p class="missing">{ scene.say("panel_review_no_words") }</p> })) }
            { steady((review.pictures && !card.words.is_empty()).then(|| html! { <p class="rule-source">{ scene.say("panel_review_pictures") }</p> })) }
            { steady((!card.issues.is_empty()).then(|| html! {
                <ul class="issues" aria-label={scene.say("panel_issues")}>{ steady(card.issues.iter().map(|issue| html! { <li>{ &issue.label }</li> })) }</ul>
            })) }
        </section>
    }
}

fn answered(scene: Scene, review: &Review) -> Html {
    review.reply.as_ref().map_or_else(Html::default, |reply| {
        html! {
            <section class="part">
                <h3>{ scene.say("panel_review_reply") }</h3>
                <figure class="quote"><blockquote dir="auto">{ reply }</blockquote></figure>
            </section>
        }
    })
}

fn desk(sheet: &Sheet<'_>, review: &Review) -> Html {
    let scene = sheet.scene;
    let Some(open) = sheet.view.replies.sheet(&sheet.card.key) else { return Html::default() };
    let answer = open.answer.as_ref();
    let fault = open.writing.fault.as_deref().or(answer.map(|answer| answer.fault.as_str())).unwrap_or_default();
    let tone = reply::tone_of(&open.writing, &sheet.view.desk);
    let waiting = answer.is_none() && !open.trouble;
    html! {
        <section class="part part-reply" aria-label={scene.say("panel_reply")}>
            <h3>{ scene.say("panel_reply") }</h3>
            { steady(answer.iter().flat_map(|answer| &answer.notes).map(|note| html! { <p class="honest" data-kind={note.kind.clone()}>{ &note.text }</p> })) }
            { malicious(sheet) }
            { drafts(sheet) }
            { steady(waiting.then(|| html! { <p class="missing" role="status">{ scene.say("panel_draft_waiting") }</p> })) }
            { steady((answer.is_none() && open.trouble).then(|| trouble(sheet))) }
            { texts::draw(sheet) }
            { field(sheet, review) }
            { lint(sheet) }
            { buttons(sheet) }
            // The text is what the agent has come for; what it rests on stands below it.
            { switch(sheet, "panel_fault", &FAULTS, fault, Act::Fault) }
            { switch(sheet, "panel_tone", &TONES, tone, Act::Tone) }
        </section>
    }
}

/// A row of choices of which one is set.
fn switch(sheet: &Sheet<'_>, name: &str, ids: &[&'static str], chosen: &str, act: fn(&'static str) -> Act) -> Html {
    let scene = sheet.scene;
    html! {
        <div class="switch" role="group" aria-label={scene.say(name)}>
            <span class="switch-name" aria-hidden="true">{ scene.say(name) }</span>
            { steady(ids.iter().copied().map(|id| html! {
                <button type="button" class="choice" data-id={id} aria-pressed={(id == chosen).to_string()} onclick={does(sheet, act(id))}>{ scene.say(&format!("{name}_{id}")) }</button>
            })) }
        </div>
    }
}

fn drafts(sheet: &Sheet<'_>) -> Html {
    let scene = sheet.scene;
    let Some(open) = sheet.view.replies.sheet(&sheet.card.key) else { return Html::default() };
    let drafts = open.answer.as_ref().map(|answer| answer.drafts.as_slice()).unwrap_or_default();
    if open.answer.is_some() && drafts.is_empty() {
        return html! { <p class="missing">{ scene.say("panel_draft_none") }</p> };
    }
    let name = |place: usize, variant: &str| {
        let number = scene.say_with("panel_draft", &[&place.saturating_add(1).to_string()]);
        let key = format!("panel_variant_{variant}");
        if exists(&key) { format!("{number} · {}", scene.say(&key)) } else { number }
    };
    let tab = |place: Option<usize>, label: String| {
        html! {
            <button type="button" class="choice draft" aria-pressed={(open.writing.chosen == place).to_string()} onclick={does(sheet, Act::Choose(place))}>{ label }</button>
        }
    };
    html! {
        <div class="switch drafts" role="group" aria-label={scene.say("panel_reply")}>
            { steady(drafts.iter().enumerate().map(|(place, draft)| tab(Some(place), name(place, &draft.variant)))) }
            { steady(open.writing.own.is_some().then(|| tab(None, scene.say("panel_draft_own")))) }
        </div>
    }
}

fn trouble(sheet: &Sheet<'_>) -> Html {
    let scene = sheet.scene;
    html! {
        <p class="missing">{ scene.say("panel_draft_trouble") }
            <button type="button" class="button quiet" onclick={does(sheet, Act::Again)}>{ scene.say("panel_draft_again") }</button>
        </p>
    }
}

fn field(sheet: &Sheet<'_>, review: &Review) -> Html {
    let scene = sheet.scene;
    let open = sheet.view.replies.sheet(&sheet.card.key);
    let text = open.map(|open| open.writing.text.clone()).unwrap_or_default();
    // The box on the page is right before any rule.
    let limit = review.limit.or_else(|| open.and_then(|open| open.answer.as_ref()?.limit));
    let (points, units) = reply::count(&text);
    let over = limit.and_then(|limit| usize::try_from(limit).ok()).is_some_and(|limit| units.max(points) > limit);
    let counted = match limit {
        Some(limit) => scene.say_with("panel_count_of", &[&points.to_string(), &limit.to_string()]),
        None => scene.say_with("panel_count", &[&points.to_string()]),
    };
    let link = sheet.link.clone();
    let typed = move |event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
        if let Some(field) = field {
            link.send_message(Msg::Act(Act::Edit(field.value())));
        }
    };
    html! {
        <div class="writing">
            <textarea class="draft-text" rows="5" dir="auto" spellcheck="false" aria-label={scene.say("panel_text")} aria-describedby="draft-count" value={text} oninput={typed} />
            <p id="draft-count" class="count-line" data-over={over.then_some("true")}>
                <span>{ counted }</span>
                { steady((units != points).then(|| html! { <span>{ scene.say_with("panel_count_units", &[&units.to_string()]) }</span> })) }
            </p>
        </div>
    }
}

fn lint(sheet: &Sheet<'_>) -> Html {
    let scene = sheet.scene;
    let Some(open) = sheet.view.replies.sheet(&sheet.card.key).filter(|open| !open.writing.text.trim().is_empty())
    else {
        return Html::default();
    };
    let line = |key: &str, state: &'static str| html! { <p class="lint-line" data-state={state}>{ steady((state == "clear").then(|| parts::answer_mark(Answer::Yes))) }{ scene.say(key) }</p> };
    match &open.lint {
        None if open.trouble => line("panel_lint_silent", "silent"),
        None => line("panel_lint_waiting", "waiting"),
        Some(report) if report.findings.is_empty() => line("panel_lint_clear", "clear"),
        Some(report) => html! {
            <ul class="findings">{ steady(report.findings.iter().enumerate().map(|(place, finding)| found(sheet, place, finding))) }</ul>
        },
    }
}

fn found(sheet: &Sheet<'_>, place: usize, finding: &Finding) -> Html {
    let scene = sheet.scene;
    let grave = if finding.severity == "block" { "panel_lint_block" } else { "panel_lint_warn" };
    let fix = finding.fix.as_ref().map(|fix| {
        let label = if fix.is_empty() { scene.say("panel_fix_remove") } else { scene.say_with("panel_fix", &[fix]) };
        html! { <button type="button" class="button quiet fix" onclick={does(sheet, Act::Fix(place))}>{ label }</button> }
    });
    html! {
        <li data-rule={finding.rule.clone()} data-severity={finding.severity.clone()}>
            <span class="grave">{ scene.say(grave) }</span>
            { steady((!finding.found.is_empty()).then(|| html! {
                <button type="button" class="found" title={scene.say("panel_look")} onclick={does(sheet, Act::Look(place))}>{ &finding.found }</button>
            })) }
            <span class="finding-why">{ &finding.why }</span>
            { steady(fix) }
        </li>
    }
}

fn buttons(sheet: &Sheet<'_>) -> Html {
    let scene = sheet.scene;
    let Some(open) = sheet.view.replies.sheet(&sheet.card.key) else { return Html::default() };
    let empty = open.writing.text.trim().is_empty();
    let blocked = open.lint.as_ref().is_some_and(|lint| lint.blocked);
    let copied =
        sheet.copied.is_some_and(|copied| copied.key == sheet.card.key && copied.advice == "reply" && copied.done);
    let outcome = open.outcome.as_ref().map(|outcome| format!("panel_insert_{outcome}")).filter(|key| exists(key));
    let keymap = &sheet.view.desk.keymap;
    html! {
        <div class="reply-foot">
            { steady(outcome.map(|key| html! { <p class="outcome" role="status" data-outcome={open.outcome.clone()}>{ scene.say(&key) }</p> })) }
            <button type="button" class="button copy-reply" disabled={empty} data-done={copied.then_some("true")} onclick={does(sheet, Act::Copy)}>
                { scene.say(if copied { "panel_copied" } else { "panel_copy" }) }{ steady(parts::key_of(keymap, "message.copy")) }
            </button>
            <button type="button" class="button primary insert" disabled={empty} aria-disabled={blocked.then_some("true")} onclick={does(sheet, Act::Insert)}>
                { scene.say("panel_insert") }{ steady(parts::key_of(keymap, "reply.insert")) }
            </button>
        </div>
    }
}

fn malicious(sheet: &Sheet<'_>) -> Html {
    let scene = sheet.scene;
    let answer = sheet.view.replies.sheet(&sheet.card.key).and_then(|open| open.answer.as_ref());
    let Some(found) = answer.and_then(|answer| answer.malicious.as_ref()) else { return Html::default() };
    let report = answer.and_then(|answer| answer.report.as_ref());
    let key = format!("panel_malicious_{}", found.class);
    html! {
        <aside class="malicious" aria-label={scene.say("panel_malicious")}>
            <h4>{ scene.say("panel_malicious") }{ steady(exists(&key).then(|| html! { <span>{ scene.say(&key) }</span> })) }</h4>
            { steady((!found.evidence.is_empty()).then(|| html! {
                <p>{ scene.say_with("panel_malicious_cues", &[&crate::words::list(scene.locale, &found.evidence)]) }</p>
            })) }
            { steady(report.into_iter().flat_map(|report| [report.proof.clone(), report.path.clone()]).filter(|line| !line.is_empty()).map(|line| html! { <p>{ line }</p> })) }
            { steady(report.filter(|report| report.once == Answer::Yes).map(|_| html! { <p class="honest">{ scene.say("panel_report_once") }</p> })) }
            <button type="button" class="button quiet save-evidence" onclick={does(sheet, Act::Evidence)}>{ scene.say("panel_evidence") }</button>
        </aside>
    }
}

fn facts(scene: Scene, sheet: &Sheet<'_>, review: &Review) -> Html {
    let card = sheet.card;
    let time = review.time.as_ref().map(|at| clock::wall_clock(at, scene.now, scene.locale));
    let rule = || sheet.view.replies.sheet(&card.key).and_then(|open| open.answer.as_ref()?.reply_by.clone());
    let by = review.reply_by.as_ref().map(|due| due.at.clone()).or_else(rule);
    let by = by.map(|at| clock::wall_clock(&at, scene.now, scene.locale));
    let facts = [
        ("panel_goods", card.goods.clone()),
        ("panel_review_stars", Some(review.stars_text.clone())),
        ("panel_review_time", time),
        ("panel_reply_by", by),
        ("panel_order_id", card.ids.order.clone()),
        ("panel_review_id", card.ids.review.clone()),
    ];
    let shown =
        facts.into_iter().filter_map(|(key, value)| value.filter(|value| !value.is_empty()).map(|value| (key, value)));
    html! {
        <section class="part">
            <h3>{ scene.say("panel_facts") }</h3>
            <dl class="facts">{ steady(shown.map(|(key, value)| html! { <><dt>{ scene.say(key) }</dt><dd>{ value }</dd></> })) }</dl>
        </section>
    }
}

/// A click that does something on the card.
pub fn does(sheet: &Sheet<'_>, act: Act) -> yew::Callback<yew::MouseEvent> {
    let link = sheet.link.clone();
    on_click(move || link.send_message(Msg::Act(act.clone())))
}
