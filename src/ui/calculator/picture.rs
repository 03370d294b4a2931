//! The pictures: an SVG with title and description, and the same as a table.

use yew::{Html, html};

use super::{Msg, Page};
use crate::desk::calculator::plot::{HIGH, Plot, WIDE};
use crate::desk::view::Export;
use crate::ui::parts::steady;

/// All pictures there are.
pub fn draw_all(page: &Page<'_>) -> Html {
    html! { <>{ steady(page.sheet.plots.iter().enumerate().map(|(place, plot)| draw(page, place, plot))) }</> }
}

fn draw(page: &Page<'_>, place: usize, plot: &Plot) -> Html {
    let (title, desc) = (format!("calc-{}-title", plot.id), format!("calc-{}-desc", plot.id));
    let line = |points: &[(i64, i64)]| points.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ");
    let grid = |y: i64| html! { <line class="plot-grid" x1="34" y1={y.to_string()} x2={(WIDE.saturating_sub(8)).to_string()} y2={y.to_string()} /> };
    let base = HIGH.saturating_sub(8).to_string();
    let wide = plot.curves.len() > 1;
    html! {
        <figure class="calc-plot" data-plot={plot.id}>
            <svg viewBox={format!("0 0 {WIDE} {HIGH}")} role="img" aria-labelledby={title.clone()} aria-describedby={desc.clone()}>
                <title id={title}>{ &plot.title }</title>
                <desc id={desc}>{ &plot.desc }</desc>
                { steady(plot.side.iter().map(|tick| html! { <>{ grid(tick.at) }<text class="plot-text" x="29" y={tick.at.saturating_add(3).to_string()} text-anchor="end">{ &tick.text }</text></> })) }
                <line class="plot-target" x1="34" y1={plot.target.at.to_string()} x2={(WIDE.saturating_sub(8)).to_string()} y2={plot.target.at.to_string()} />
                { steady(plot.curves.iter().map(|curve| html! { <polyline class="plot-curve" data-curve={curve.id} points={line(&curve.points)} /> })) }
                { steady(plot.below.iter().enumerate().map(|(at, tick)| {
                    let anchor = match at { 0 => "start", 1 => "middle", _ => "end" };
                    html! { <text class="plot-text" x={tick.at.to_string()} y={base.clone()} text-anchor={anchor}>{ &tick.text }</text> }
                })) }
            </svg>
            <figcaption>
                <span class="plot-title">{ &plot.title }</span>
                <span class="plot-key" data-curve="target">{ page.scene.say_with("calc_plot_target", &[&plot.target.text]) }</span>
                { steady(plot.curves.iter().filter(|_| wide).map(|curve| html! { <span class="plot-key" data-curve={curve.id}>{ page.scene.say(&format!("calc_plot_{}", curve.id)) }</span> })) }
            </figcaption>
            <details class="plot-table">
                <summary>{ page.scene.say("calc_plot_table") }</summary>
                <table>
                    <caption class="only-heard">{ &plot.title }</caption>
                    <thead><tr>{ steady(plot.heads.iter().map(|head| html! { <th scope="col">{ head }</th> })) }</tr></thead>
                    <tbody>{ steady(plot.rows.iter().map(|row| html! { <tr>{ steady(row.iter().map(|cell| html! { <td>{ cell }</td> })) }</tr> })) }</tbody>
                </table>
            </details>
            <button type="button" class="button quiet" data-act="png" onclick={page.click(move || Msg::Save(Export::Picture(place)))}>{ page.scene.say("calc_save_png") }</button>
        </figure>
    }
}
