//! The panel's inner edge: dragged, or moved by the arrow keys. The width is kept when it is let go.

use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, PointerEvent};
use yew::{Context, Html, classes, html};

use super::{Msg, NARROWEST, Panel, WIDTH_STEP};
use crate::desk::view::Effect;
use crate::ui::host::ToPage;
use crate::ui::parts::Scene;

impl Panel {
    pub(super) fn edge(&self, scene: Scene, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let width = window_width();
        let most = self.view.desk.dock.most.max(NARROWEST).max(width);
        html! {
            <div class={classes!("edge", self.grabbed.map(|_| "grabbed"))} role="separator" aria-orientation="vertical" tabindex="0"
                aria-label={scene.say("panel_resize")} title={scene.say("panel_resize")}
                aria-valuemin={NARROWEST.min(width).to_string()} aria-valuemax={most.to_string()} aria-valuenow={width.to_string()}
                onpointerdown={link.callback(Msg::Grab)} onpointermove={link.batch_callback(|event: PointerEvent| (event.buttons() != 0).then_some(Msg::Drag(event)))}
                onpointerup={link.callback(|_| Msg::Drop)} onpointercancel={link.callback(|_| Msg::Drop)} onkeydown={link.callback(Msg::EdgeKey)} />
        }
    }

    fn on_left(&self) -> bool {
        self.view.desk.dock.side == "left"
    }

    fn fits(&self, px: i32) -> i32 {
        px.clamp(NARROWEST, self.view.desk.dock.most.max(NARROWEST))
    }

    pub(super) fn grab(&mut self, event: &PointerEvent) -> Vec<Effect> {
        if event.is_trusted() {
            self.grabbed = Some((event.screen_x(), window_width()));
            if let Some(edge) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) {
                // Without capture the edge only follows while the pointer is above it.
                let _ = edge.set_pointer_capture(event.pointer_id());
            }
        }
        Vec::new()
    }

    pub(super) fn drag(&self, ctx: &Context<Self>, event: &PointerEvent) -> Vec<Effect> {
        if let Some((from, width)) = self.grabbed.filter(|_| event.is_trusted()) {
            let moved = event.screen_x().saturating_sub(from);
            let moved = if self.on_left() { moved } else { moved.saturating_neg() };
            ctx.props().host.send(&ToPage::Width { px: self.fits(width.saturating_add(moved)), kept: false });
        }
        Vec::new()
    }

    pub(super) fn drop_edge(&mut self, ctx: &Context<Self>) -> Vec<Effect> {
        if self.grabbed.take().is_some_and(|(_, width)| width != window_width()) {
            ctx.props().host.send(&ToPage::Width { px: self.fits(window_width()), kept: true });
        }
        Vec::new()
    }

    /// Away from the window's edge makes it wider.
    pub(super) fn edge_key(&self, ctx: &Context<Self>, event: &KeyboardEvent) -> Vec<Effect> {
        let step = match event.key().as_str() {
            "ArrowLeft" => WIDTH_STEP,
            "ArrowRight" => WIDTH_STEP.saturating_neg(),
            _ => return Vec::new(),
        };
        let step = if self.on_left() { step.saturating_neg() } else { step };
        if event.is_trusted() {
            event.prevent_default();
            ctx.props().host.send(&ToPage::Width { px: self.fits(window_width().saturating_add(step)), kept: true });
        }
        Vec::new()
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a window's width in whole pixels")]
fn window_width() -> i32 {
    web_sys::window()
        .and_then(|window| window.inner_width().ok())
        .and_then(|width| width.as_f64())
        .map_or(NARROWEST, |width| width as i32)
}
