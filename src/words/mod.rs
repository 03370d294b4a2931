//! The product's own words, from `extension/_locales`: one source for the extension, the demo, the command line.
//!
//! The three files are embedded and read once. A message is `{"key": {"message": "…"}}`; `$1` to `$9` in it stand for arguments,
//! `$$` for a dollar sign, as the browsers' own `i18n` does it.

mod locale;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

pub use locale::Locale;

const ZH_CN: &str = include_str!("../../extension/_locales/zh_CN/messages.json");
const ZH_TW: &str = include_str!("../../extension/_locales/zh_TW/messages.json");
const EN: &str = include_str!("../../extension/_locales/en/messages.json");

type Messages = BTreeMap<String, String>;

#[derive(Deserialize)]
struct Message {
    message: String,
}

/// The message `key` in `locale` with `$1`, `$2` … replaced by `args`. A key that does not exist is given back as it is; a test sees to
/// it that none is used. An argument that is missing leaves nothing behind.
#[must_use]
pub fn text(locale: Locale, key: &str, args: &[&str]) -> String {
    messages(locale)
        .get(key)
        .map_or_else(|| key.to_owned(), |message| filled(message, args))
}

/// Is there a message of this name?
#[must_use]
pub fn exists(key: &str) -> bool {
    messages(Locale::ZhCn).contains_key(key)
}

/// All messages of `locale` whose key begins with `prefix`, as they stand (placeholders unfilled), sorted by key.
pub fn starting_with(locale: Locale, prefix: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    messages(locale)
        .iter()
        .filter(move |(key, _)| key.starts_with(prefix))
        .map(|(key, message)| (key.as_str(), message.as_str()))
}

/// Names in a row, as the language writes lists: `甲、乙` or `a, b`.
#[must_use]
pub fn list(locale: Locale, items: &[String]) -> String {
    items.join(if locale == Locale::En { ", " } else { "、" })
}

fn messages(locale: Locale) -> &'static Messages {
    static READ: [OnceLock<Messages>; 3] = [const { OnceLock::new() }; 3];
    let [zh_cn, zh_tw, en] = &READ;
    match locale {
        Locale::ZhCn => zh_cn.get_or_init(|| parsed(ZH_CN)),
        Locale::ZhTw => zh_tw.get_or_init(|| parsed(ZH_TW)),
        Locale::En => en.get_or_init(|| parsed(EN)),
    }
}

/// A broken file yields no words; a test reads all three, so that such a file is never shipped.
fn parsed(json: &str) -> Messages {
    let raw: BTreeMap<String, Message> = serde_json::from_str(json).unwrap_or_default();
    raw.into_iter().map(|(key, value)| (key, value.message)).collect()
}

/// One pass from left to right, so that a `$2` inside an argument stays what the buyer wrote.
fn filled(message: &str, args: &[&str]) -> String {
    let mut result = String::with_capacity(message.len());
    let mut letters = message.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '$' {
            result.push(letter);
            continue;
        }
        match letters.peek().copied() {
            Some('$') => {
                letters.next();
                result.push('$');
            }
            Some(digit @ '1'..='9') => {
                letters.next();
                let place = digit.to_digit(10).unwrap_or(1).saturating_sub(1);
                let argument = usize::try_from(place).ok().and_then(|place| args.get(place));
                result.push_str(argument.copied().unwrap_or_default());
            }
            _ => result.push('$'),
        }
    }
    result
}
