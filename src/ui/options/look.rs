//! Language and looks.

use yew::{Html, html};

use super::parts::{Page, choices};
use crate::settings::model::Theme;
use crate::words::Locale;

const LOCALE: &str = "/look/locale";
const THEME: &str = "/look/theme";

pub fn draw(page: &Page<'_>) -> Html {
    let look = page.settings().look;
    let locales: Vec<(String, String)> = [(String::new(), page.say("options_locale_auto"))]
        .into_iter()
        .chain(Locale::ALL.map(|locale| (locale.tag().to_owned(), own_name(locale).to_owned())))
        .collect();
    let themes = choices(page.scene, "options_theme_", &["system", "light", "dark"]);
    let typed = |path: &'static str| page.on_change(move |view, _, value| view.typed(path, &value));
    let (locale, theme) = (page.view.locked(LOCALE), page.view.locked(THEME));
    let now = look.locale.map(Locale::tag).unwrap_or_default();
    html! {
        <>
            { page.field("locale", "options_locale", None, locale, page.select("locale", &locales, now, locale, typed(LOCALE))) }
            { page.field("theme", "options_theme", None, theme, page.select("theme", &themes, theme_id(look.theme), theme, typed(THEME))) }
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
