//! The panel's left edge: dragged, or moved by the arrow keys.

use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, PointerEvent};
use yew::{Context, Html, classes, html};

use super::{Msg, Panel, WIDTH_STEP, WIDTHS};
use crate::desk::view::Effect;
use crate::ui::host::ToPage;
use crate::ui::parts::Scene;

impl Panel {
    pub(super) fn edge(&self, scene: Scene, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let width = window_width();
        html! {
            <div class={classes!("edge", self.grabbed.map(|_| "grabbed"))} role="separator" aria-orientation="vertical" tabindex="0"
                aria-label={scene.say("panel_resize")} title={scene.say("panel_resize")}
                aria-valuemin={WIDTHS.0.to_string()} aria-valuemax={WIDTHS.1.to_string()} aria-valuenow={width.to_string()}
                onpointerdown={link.callback(Msg::Grab)} onpointermove={link.batch_callback(|event: PointerEvent| (event.buttons() != 0).then_some(Msg::Drag(event)))}
                onpointerup={link.callback(|_| Msg::Drop)} onpointercancel={link.callback(|_| Msg::Drop)} onkeydown={link.callback(Msg::EdgeKey)} />
        }
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
            let px = width.saturating_add(from.saturating_sub(event.screen_x())).clamp(WIDTHS.0, WIDTHS.1);
            ctx.props().host.send(&ToPage::Width { px });
        }
        Vec::new()
    }
}

/// The panel is docked at the right: the left arrow makes it wider.
pub(super) fn edge_key(ctx: &Context<Panel>, event: &KeyboardEvent) -> Vec<Effect> {
    let step = match event.key().as_str() {
        "ArrowLeft" => WIDTH_STEP,
        "ArrowRight" => WIDTH_STEP.saturating_neg(),
        _ => return Vec::new(),
    };
    if event.is_trusted() {
        event.prevent_default();
        let px = window_width().saturating_add(step).clamp(WIDTHS.0, WIDTHS.1);
        ctx.props().host.send(&ToPage::Width { px });
    }
    Vec::new()
}

#[allow(clippy::cast_possible_truncation, reason = "a window's width in whole pixels")]
fn window_width() -> i32 {
    web_sys::window()
        .and_then(|window| window.inner_width().ok())
        .and_then(|width| width.as_f64())
        .map_or(WIDTHS.0, |width| width as i32)
}
