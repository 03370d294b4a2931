//! Language and looks.

use yew::{Html, html};

use super::parts::{Page, choices};
use crate::settings::model::{Side, Theme};
use crate::words::Locale;

const LOCALE: &str = "/look/locale";
const THEME: &str = "/look/theme";
const SIDE: &str = "/look/dock/side";
const WIDTH: &str = "/look/dock/width";

pub fn draw(page: &Page<'_>) -> Html {
    let look = page.settings().look;
    let locales: Vec<(String, String)> = [(String::new(), page.say("options_locale_auto"))]
        .into_iter()
        .chain(Locale::ALL.map(|locale| (locale.tag().to_owned(), own_name(locale).to_owned())))
        .collect();
    let themes = choices(page.scene, "options_theme_", &["system", "light", "dark"]);
    let typed = |path: &'static str| page.on_change(move |view, _, value| view.typed(path, &value));
    let (locale, theme) = (page.view.locked(LOCALE), page.view.locked(THEME));
    let sides = choices(page.scene, "options_dock_side_", &["right", "left"]);
    let side = if look.dock.side == Side::Left { "left" } else { "right" };
    let (side_locked, width_locked) = (page.view.locked(SIDE), page.view.locked(WIDTH));
    let wide = page.on_change(|view, _, typed| view.number(WIDTH, &typed));
    let now = look.locale.map(Locale::tag).unwrap_or_default();
    html! {
        <>
            { page.field("locale", "options_locale", None, locale, page.select("locale", &locales, now, locale, typed(LOCALE))) }
            { page.field("theme", "options_theme", None, theme, page.select("theme", &themes, theme_id(look.theme), theme, typed(THEME))) }
            { page.field("dock-side", "options_dock_side", None, side_locked, page.select("dock-side", &sides, side, side_locked, typed(SIDE))) }
            { page.field("dock-width", "options_dock_width", Some("options_dock_width_note"), width_locked, html! {
                <input id="dock-width" type="number" min="320" max="960" step="10" value={page.shown("dock-width", look.dock.width.to_string())} oninput={page.on_typing("dock-width")} disabled={width_locked} aria-describedby="dock-width-note" onchange={wide} />
            }) }
        </>
    }
}

/// The language in itself: who cannot read the others finds it.
const fn own_name(locale: Locale) -> &'static str {
    match locale {
        Locale::ZhCn => "简体中文",
        Locale::ZhTw => "繁體中文",
        Locale::En => "English",
    }
}

/// The id of a theme.
pub const fn theme_id(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}
