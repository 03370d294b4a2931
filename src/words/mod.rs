//! The product's own words, from `extension/_locales`: one source for the extension, the demo, the command line.
//!
//! The three files are laid out as lists by the build. A message is `{"key": {"message": "…"}}`; `$1` to `$9` in it stand for arguments,
//! `$$` for a dollar sign, as the browsers' own `i18n` does it.

mod locale;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::OnceLock;

pub use locale::Locale;

/// What `build/words.rs` makes of the language files: an entry a line, all in the order of the keys.
const KEYS: &str = include_str!(concat!(env!("OUT_DIR"), "/words_keys.txt"));
const ZH_CN: &str = include_str!(concat!(env!("OUT_DIR"), "/words_zh_CN.txt"));
const ZH_TW: &str = include_str!(concat!(env!("OUT_DIR"), "/words_zh_TW.txt"));
const EN: &str = include_str!(concat!(env!("OUT_DIR"), "/words_en.txt"));

/// The message `key` in `locale` with `$1`, `$2` … replaced by `args`. A key that does not exist is given back as it is; a test sees to
/// it that none is used. An argument that is missing leaves nothing behind.
#[must_use]
pub fn text(locale: Locale, key: &str, args: &[&str]) -> String {
    match place(key).and_then(|place| messages(locale).get(place)) {
        Some(message) => filled(message, args),
        None => key.to_owned(),
    }
}

/// [`text`], as it lies in the program where nothing in it has to be filled.
#[must_use]
pub fn line(locale: Locale, key: &'static str, args: &[&str]) -> Cow<'static, str> {
    match place(key).and_then(|place| messages(locale).get(place)) {
        Some(message) if message.contains('$') => Cow::Owned(filled(message, args)),
        Some(message) => Cow::Borrowed(message),
        None => Cow::Borrowed(key),
    }
}

/// Is there a message of this name?
#[must_use]
pub fn exists(key: &str) -> bool {
    place(key).is_some()
}

/// All messages of `locale` whose key begins with `prefix`, as they stand (placeholders unfilled), sorted by key.
pub fn starting_with(locale: Locale, prefix: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let all = keys().names.iter().zip(messages(locale));
    all.map(|(key, message)| (*key, *message)).filter(move |(key, _)| key.starts_with(prefix))
}

/// Names in a row, as the language writes lists: `甲、乙` or `a, b`.
#[must_use]
pub fn list(locale: Locale, items: &[String]) -> String {
    items.join(if locale == Locale::En { ", " } else { "、" })
}

/// The keys, and where each stands: an open hash table with 0 for a free slot, one more than the place otherwise.
struct Keys {
    names: Vec<&'static str>,
    slots: Vec<u16>,
}

fn keys() -> &'static Keys {
    static READ: OnceLock<Keys> = OnceLock::new();
    READ.get_or_init(|| {
        let mut names = Vec::new();
        for name in KEYS.split('\n') {
            names.push(name);
        }
        let mut slots = vec![0; names.len().saturating_mul(3).next_power_of_two()];
        for (place, name) in (1..).zip(&names) {
            let mut slot = hash(name, slots.len());
            while slots.get(slot).is_some_and(|taken| *taken != 0) {
                slot = slot.wrapping_add(1) & slots.len().wrapping_sub(1);
            }
            if let Some(free) = slots.get_mut(slot) {
                *free = place;
            }
        }
        Keys { names, slots }
    })
}

/// Where a key stands among the keys.
fn place(key: &str) -> Option<usize> {
    let keys = keys();
    let mut slot = hash(key, keys.slots.len());
    loop {
        let place = usize::from(*keys.slots.get(slot)?).checked_sub(1)?;
        if *keys.names.get(place)? == key {
            return Some(place);
        }
        slot = slot.wrapping_add(1) & keys.slots.len().wrapping_sub(1);
    }
}

/// A slot of a table of `size`, a power of two.
fn hash(key: &str, size: usize) -> usize {
    let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let hash = key.bytes().fold(0x811C_9DC5, mix);
    (hash ^ (hash >> 15)) as usize & size.wrapping_sub(1)
}

fn messages(locale: Locale) -> &'static [&'static str] {
    static READ: [OnceLock<Vec<&'static str>>; 3] = [const { OnceLock::new() }; 3];
    let [zh_cn, zh_tw, en] = &READ;
    let (read, text) = match locale {
        Locale::ZhCn => (zh_cn, ZH_CN),
        Locale::ZhTw => (zh_tw, ZH_TW),
        Locale::En => (en, EN),
    };
    read.get_or_init(|| {
        let mut messages = Vec::with_capacity(keys().names.len());
        for message in text.split('\n') {
            messages.push(message);
        }
        messages
    })
}

/// One pass from left to right, so that a `$2` inside an argument stays what the buyer wrote.
fn filled(message: &str, args: &[&str]) -> String {
    let mut result = String::with_capacity(args.iter().fold(message.len(), |sum, arg| sum.saturating_add(arg.len())));
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('$') {
        result.push_str(before);
        rest = after;
        match after.as_bytes().first() {
            Some(b'$') => result.push('$'),
            Some(digit @ b'1'..=b'9') => {
                let argument = args.get(usize::from(digit.wrapping_sub(b'1')));
                result.push_str(argument.copied().unwrap_or_default());
            }
            _ => {
                result.push('$');
                continue;
            }
        }
        rest = after.get(1..).unwrap_or_default();
    }
    result.push_str(rest);
    result
}
