//! Files for the agent: a table as text, a picture drawn on a canvas of the page. Nothing leaves the machine.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Document, HtmlAnchorElement, HtmlCanvasElement};

use crate::desk::calculator::plot::{HIGH, Plot, WIDE};
use crate::words::{Locale, text as word};

/// Pixels of the picture to one of the page.
const SCALE: u32 = 3;
const HEAD: i32 = 40;
const FOOT: i32 = 20;
/// The light colours of `tokens.css`: a picture is pasted into white documents.
const GROUND: &str = "#ffffff";
const INK: &str = "#1b2028";
const FAINT: &str = "#626c7b";
const GRID: &str = "#e2e5ea";
const FACE: &str =
    "system-ui, -apple-system, \"Segoe UI\", \"PingFang SC\", \"Microsoft YaHei\", \"Noto Sans CJK SC\", sans-serif";

/// The colour of a line.
const fn colour(best: bool) -> &'static str {
    if best { "#1d56c9" } else { "#8f4a00" }
}

/// Offers a text as a file.
pub fn text(name: &str, content: &str) {
    let encoded = String::from(js_sys::encode_uri_component(content));
    offer(name, &format!("data:text/csv;charset=utf-8,{encoded}"));
}

/// Offers a picture as a file.
pub fn picture(plot: &Plot, label: &str, locale: Locale) {
    if let Some(address) = drawn(plot, label, locale) {
        offer(&format!("score-{}.png", plot.id), &address);
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn offer(name: &str, address: &str) {
    let link = document().and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(address);
        link.set_download(name);
        link.click();
    }
}

fn number(pixels: i64) -> f64 {
    i32::try_from(pixels).map_or(0.0, f64::from)
}

fn drawn(plot: &Plot, label: &str, locale: Locale) -> Option<String> {
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    let (wide, high) = (u32::try_from(WIDE).ok()?, u32::try_from(HIGH).ok()?);
    let frame = u32::try_from(HEAD.saturating_add(FOOT)).ok()?;
    canvas.set_width(wide.saturating_mul(SCALE));
    canvas.set_height(high.saturating_add(frame).saturating_mul(SCALE));
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    pen.scale(f64::from(SCALE), f64::from(SCALE)).ok()?;
    pen.set_fill_style_str(GROUND);
    pen.fill_rect(0.0, 0.0, f64::from(wide), f64::from(high.saturating_add(frame)));
    let write = |text: &str, x: f64, y: f64, size: u32, colour: &str, align: &str| {
        pen.set_font(&format!("{size}px {FACE}"));
        pen.set_fill_style_str(colour);
        pen.set_text_align(align);
        // Only fails for a place that is no number.
        let _ = pen.fill_text(text, x, y);
    };
    let heading = if label.is_empty() { plot.title.clone() } else { format!("{label} · {}", plot.title) };
    write(&heading, 8.0, 16.0, 12, INK, "left");
    write(&word(locale, "calc_plot_target", &[&plot.target.text]), 8.0, 32.0, 10, FAINT, "left");
    pen.translate(0.0, f64::from(HEAD)).ok()?;
    let (left, right) = (34.0, number(WIDE) - 8.0);
    let stroke = |from: (f64, f64), to: (f64, f64)| {
        pen.begin_path();
        pen.move_to(from.0, from.1);
        pen.line_to(to.0, to.1);
        pen.stroke();
    };
    pen.set_stroke_style_str(GRID);
    pen.set_line_width(1.0);
    for tick in &plot.side {
        let y = number(tick.at);
        stroke((left, y), (right, y));
        write(&tick.text, 29.0, y + 3.0, 10, FAINT, "right");
    }
    for (tick, align) in plot.below.iter().zip(["left", "center", "right"]) {
        write(&tick.text, number(tick.at), number(HIGH) - 8.0, 10, FAINT, align);
    }
    write(&plot.axis, right, number(HIGH) + 8.0, 10, FAINT, "right");
    pen.set_stroke_style_str(FAINT);
    dashes(&pen, &[4.0, 3.0]);
    stroke((left, number(plot.target.at)), (right, number(plot.target.at)));
    pen.set_line_width(2.0);
    let several = plot.curves.len() > 1;
    for (place, curve) in (0_u8..).zip(&plot.curves) {
        let best = curve.id == "best";
        dashes(&pen, if best { &[] } else { &[6.0, 3.0] });
        pen.set_stroke_style_str(colour(best));
        pen.begin_path();
        for (x, y) in &curve.points {
            pen.line_to(number(*x), number(*y));
        }
        pen.stroke();
        if several {
            let name = word(locale, &format!("calc_plot_{}", curve.id), &[]);
            write(&name, left + 80.0 * f64::from(place), number(HIGH) + 8.0, 10, colour(best), "left");
        }
    }
    canvas.to_data_url().ok()
}

fn dashes(pen: &CanvasRenderingContext2d, lengths: &[f64]) {
    let list: js_sys::Array = lengths.iter().map(|it| wasm_bindgen::JsValue::from_f64(*it)).collect();
    // Only fails for a list that holds no numbers.
    let _ = pen.set_line_dash(&list);
}
