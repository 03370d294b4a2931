//! The panel drawn: the header, and below it the face that is shown or why there is nothing to show.

use yew::{Context, Html, classes, html};

use super::{Msg, Panel};
use crate::desk::message::Face;
use crate::desk::state::{self, Connection};
use crate::ui::calculator::{self, Calculator};
use crate::ui::parts::Scene;
use crate::ui::{card, deadlines, header, help, queue};

impl Panel {
    pub(super) fn draw(&self, ctx: &Context<Self>) -> Html {
        let scene = Scene { locale: self.locale(ctx), now: self.now };
        let link = ctx.link();
        let face = match self.view.face {
            Face::Queue => "queue",
            Face::Card => "card",
            Face::Help => "help",
            Face::Calculator => "calculator",
            Face::Deadlines => "deadlines",
        };
        let tab = self.view.tab();
        let open = self.view.connection == Connection::Open;
        let blank = state::blank(self.view.connection, &self.view.desk, tab, self.view.is_listed(), scene.locale);
        let whole = blank.as_ref().is_some_and(state::Blank::is_whole);
        let (kind, body) = match blank {
            _ if self.view.face == Face::Help => ("help", help::draw(scene, &self.view.desk.keymap)),
            _ if self.view.face == Face::Calculator && open => ("", self.calculator(ctx)),
            _ if self.view.face == Face::Deadlines && !whole => ("desk", deadlines::draw(scene, link, &self.view)),
            Some(blank) if self.view.card().is_none_or(|_| blank.kind != "clear") => {
                ("blank", queue::blank(scene, link, &blank))
            }
            _ => (
                "desk",
                html! {
                    <>
                        { queue::draw(scene, link, &self.view) }
                        { card::draw(scene, link, &self.view, self.copied.as_ref()) }
                    </>
                },
            ),
        };
        let body = match kind {
            "help" => html! { <div class="body body-help">{ body }</div> },
            _ => html! {
                <div class={classes!("body", (!kind.is_empty()).then(|| format!("body-{kind}")))} id="tab-panel" role="tabpanel" aria-labelledby={format!("tab-{}", tab.id())}>{ body }</div>
            },
        };
        html! {
            <div class={classes!("panel", format!("face-{face}"), format!("dock-{}", self.view.desk.dock.side))}>
                { header::draw(scene, link, &self.view) }
                <main class="main">{ self.frame(scene, ctx) }{ body }</main>
                <p class={if self.wrong { "wrong" } else { "only-heard" }} role="status" aria-live="polite">{ &self.said }</p>
            </div>
        }
    }

    fn calculator(&self, ctx: &Context<Self>) -> Html {
        let desk = &self.view.desk;
        html! {
            <Calculator locale={self.locale(ctx)} host={calculator::Host::Panel(ctx.props().host.clone())} figures={desk.scores.clone()}
                chosen={desk.score.clone()} on_keep={ctx.link().callback(Msg::Keep)} export={self.export} on_export={ctx.link().callback(Msg::Exported)} />
        }
    }

    /// The heading for those who hear the page (a narrow card hides the header), and the edge.
    fn frame(&self, scene: Scene, ctx: &Context<Self>) -> Html {
        html! { <><h1 class="only-heard">{ scene.say("app_name") }</h1>{ self.edge(scene, ctx) }</> }
    }
}
