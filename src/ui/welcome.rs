//! The welcome page: the four abilities, each with a few words and a demo shop to try it on.

use yew::html::Scope;
use yew::{Component, Context, Html, KeyboardEvent, Properties, html};

use super::parts::{self, Scene, on_click};
use crate::desk::welcome::Step;
use crate::ui::parts::steady;
use crate::words::{Locale, exists};

/// What the page is started with.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub locale: Locale,
}

/// All that can happen to it.
pub enum Msg {
    Turn(Step),
    Key(KeyboardEvent),
}

/// The component.
pub struct Welcome {
    step: Step,
    /// A key has turned: the tab takes the focus.
    turned: bool,
}

impl Component for Welcome {
    type Message = Msg;
    type Properties = Props;

    fn create(_ctx: &Context<Self>) -> Self {
        Self { step: Step::Refunds, turned: false }
    }

    fn update(&mut self, _ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Turn(step) => self.step = step,
            Msg::Key(event) => {
                let Some(step) = self.step.by_key(&event.key()).filter(|_| event.is_trusted()) else { return false };
                event.prevent_default();
                (self.step, self.turned) = (step, true);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let scene = Scene { locale: ctx.props().locale, now: 0.0 };
        let shop = format!("demo.html#{}/{}", self.step.page(), scene.locale.tag());
        let name = self.step.id();
        let lines = (1..=4).map(|line| format!("welcome_{name}_{line}")).filter(|key| exists(key));
        html! {
            <main class="welcome">
                <header class="welcome-head">
                    { parts::brand() }
                    <h1>{ scene.say("welcome_title") }</h1>
                    <p class="lead">{ scene.say("welcome_lead") }</p>
                </header>
                { self.steps(scene, ctx.link()) }
                <section class="try" role="tabpanel" id="try" aria-labelledby={format!("step-{name}")}>
                    <div>
                        <h2>{ scene.say(&format!("welcome_{name}")) }</h2>
                        <ol>{ steady(lines.map(|key| html! { <li>{ scene.say(&key) }</li> })) }</ol>
                        <p class="promise">{ scene.say("welcome_keys") }</p>
                    </div>
                    <iframe key={shop.clone()} class="shop" src={shop} title={scene.say("welcome_shop")} allow="clipboard-write" />
                </section>
                <footer class="next">
                    <span>{ scene.say("welcome_next") }</span>
                    <a href="options.html">{ scene.say("welcome_options") }</a>
                </footer>
            </main>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        if std::mem::take(&mut self.turned) {
            parts::focus("[role='tab'][aria-selected='true']");
        }
    }
}

impl Welcome {
    fn steps(&self, scene: Scene, link: &Scope<Self>) -> Html {
        let step = |(place, step): (usize, Step)| {
            let (now, act) = (step == self.step, link.clone());
            html! {
                <button type="button" role="tab" class="step" id={format!("step-{}", step.id())} aria-selected={now.to_string()} aria-controls="try"
                    tabindex={if now { "0" } else { "-1" }} onclick={on_click(move || act.send_message(Msg::Turn(step)))}>
                    <b aria-hidden="true">{ place.saturating_add(1) }</b>{ scene.say(&format!("welcome_{}", step.id())) }
                </button>
            }
        };
        html! {
            <div class="steps" role="tablist" aria-label={scene.say("welcome_steps")} onkeydown={link.callback(Msg::Key)}>
                { steady(Step::ALL.into_iter().enumerate().map(step)) }
            </div>
        }
    }
}
