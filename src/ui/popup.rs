//! The popup: what was read in the current tab, the site's switch, the way to the panel.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::{Component, Context, Html, Properties, html};

use super::calculator::{self, Calculator};
use super::host::PopupHost;
use super::parts::{self, Scene, on_click};
use crate::desk::message::{Level, Report};
use crate::desk::news::{NEWS, since};
use crate::desk::summary::{Summary, Tab, summary};
use crate::ui::parts::steady;
use crate::words::Locale;

/// What the popup is started with.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub host: PopupHost,
    pub locale: Locale,
}

/// All that can happen to the popup.
pub enum Msg {
    Ask,
    Answered(Result<JsValue, JsValue>),
    Pause(bool),
    OpenPanel,
    Teach,
    Failed,
    Calculate(bool),
}

/// The popup component.
pub struct Popup {
    tab: Tab,
    failed: bool,
    calculates: bool,
}

impl Component for Popup {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        ctx.link().send_message(Msg::Ask);
        Self { tab: Tab::Asking, failed: false, calculates: false }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let host = &ctx.props().host;
        match msg {
            Msg::Ask => {
                let promise = host.report();
                ctx.link().send_future(async move { Msg::Answered(JsFuture::from(promise).await) });
            }
            Msg::Answered(answer) => {
                let report = answer
                    .ok()
                    .filter(|value| value.is_object())
                    .and_then(|value| serde_wasm_bindgen::from_value::<Report>(value).ok());
                self.tab = report.map_or_else(|| Tab::Silent { ours: host.ours() }, Tab::Reports);
            }
            Msg::Pause(paused) => {
                let promise = host.pause(paused);
                ctx.link().send_future(async move {
                    if JsFuture::from(promise).await.is_ok() { Msg::Ask } else { Msg::Failed }
                });
            }
            Msg::OpenPanel => {
                let promise = host.open_panel();
                ctx.link().send_future_batch(async move { JsFuture::from(promise).await.err().map(|_| Msg::Failed) });
            }
            Msg::Teach => {
                // The browser only asks while it handles the click.
                let promise = host.teach();
                ctx.link().send_future_batch(async move { JsFuture::from(promise).await.err().map(|_| Msg::Failed) });
            }
            Msg::Failed => self.failed = true,
            Msg::Calculate(calculates) => self.calculates = calculates,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { host, locale } = ctx.props();
        let scene = Scene { locale: *locale, now: 0.0 };
        let shown = summary(&self.tab, *locale);
        let link = ctx.link().clone();
        if self.calculates {
            return self.calculator(scene, ctx);
        }
        let (calculate, teach) = (ctx.link().clone(), ctx.link().clone());
        html! {
            <main class="popup">
                <header class="top-line">
                    { parts::brand() }
                    <h1>{ scene.say("app_name") }</h1>
                    <span class="spring" />
                    <span class="version">{ host.version() }</span>
                </header>
                <section class="tab" role="status">
                    <h2>{ &shown.title }</h2>
                    <p>{ &shown.line }</p>
                    { counts(scene, &shown) }
                    { steady((!shown.notices.is_empty()).then(|| html! {
                        <ul class="notices">{ steady(shown.notices.iter().map(|notice| html! { <li>{ notice }</li> })) }</ul>
                    })) }
                    { steady(self.failed.then(|| html! { <p class="failed">{ scene.say("popup_failed") }</p> })) }
                </section>
                { news(scene, host) }
                { self.switch(scene, ctx, &shown) }
                { steady(shown.panel.then(|| html! {
                    <button type="button" class="button primary wide" onclick={on_click(move || link.send_message(Msg::OpenPanel))}>{ scene.say("popup_open_panel") }</button>
                })) }
                { steady((shown.teach && host.teachable()).then(|| html! {
                    <>
                        { steady((!shown.panel).then(|| html! { <p class="note">{ scene.say("popup_foreign_teach") }</p> })) }
                        <button type="button" class="button quiet wide" data-act="teach" onclick={on_click(move || teach.send_message(Msg::Teach))}>{ scene.say("popup_teach") }</button>
                    </>
                })) }
                <button type="button" class="button quiet wide" data-act="calculator" onclick={on_click(move || calculate.send_message(Msg::Calculate(true)))}>{ scene.say("calc_open") }</button>
                <p class="promise">{ scene.say("popup_private") }{ " " }<a href="welcome.html" target="_blank">{ scene.say("welcome_open") }</a></p>
            </main>
        }
    }
}

impl Popup {
    fn calculator(&self, scene: Scene, ctx: &Context<Self>) -> Html {
        let link = ctx.link().clone();
        html! {
            <main class="popup popup-calc">
                <header class="top-line">
                    { parts::icon_button(scene.say("panel_back"), parts::PATH_BACK, on_click(move || link.send_message(Msg::Calculate(false)))) }
                    <h1>{ scene.say("app_name") }</h1>
                </header>
                <Calculator locale={scene.locale} host={calculator::Host::Popup(ctx.props().host.clone())} />
            </main>
        }
    }

    fn switch(&self, scene: Scene, ctx: &Context<Self>, shown: &Summary) -> Html {
        let Some(active) = shown.active else {
            return Html::default();
        };
        let link = ctx.link().clone();
        html! {
            <button type="button" class="switch" role="switch" aria-checked={active.to_string()} onclick={on_click(move || link.send_message(Msg::Pause(active)))}>
                <span>{ scene.say("popup_switch") }</span><span class="track" aria-hidden="true"><span class="thumb" /></span>
            </button>
        }
    }
}

/// What this version brings; the bridge remembers that it was shown.
fn news(scene: Scene, host: &PopupHost) -> Html {
    let news = since(NEWS, host.told().as_deref(), &host.version());
    if news.is_empty() {
        return Html::default();
    }
    html! {
        <section class="news" aria-label={scene.say("popup_news")}>
            <ul class="notices">{ steady(news.into_iter().map(|key| html! { <li>{ scene.say(key) }</li> })) }</ul>
        </section>
    }
}

fn counts(scene: Scene, shown: &Summary) -> Html {
    if shown.counts.is_empty() {
        return Html::default();
    }
    let cell = |(level, count): &(Level, usize)| {
        html! {
            <li data-level={level.id()} data-none={(*count == 0).then_some("true")}>
                <span class="figure">{ count }</span>
                <span class="name">{ parts::level_mark(*level) }{ scene.say(&format!("badge_{}", level.id())) }</span>
            </li>
        }
    };
    html! { <ul class="counts" aria-label={scene.say("popup_counts")}>{ steady(shown.counts.iter().map(cell)) }</ul> }
}
