//! Which records the panel lists and in which order: worst level first, then the nearest deadline, then the higher score, then the page's
//! own order; those of other pages of this session stand among those of the page.

use super::day::{Day, Kind, Seen};
use super::message::{Card, Deadline, Desk, Level};

/// A record: on the page before the agent, or on one seen before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Item<'a> {
    /// On the page.
    Here(&'a Card),
    /// On another page of this session.
    Away(&'a Seen),
}

impl<'a> Item<'a> {
    /// Its key.
    #[must_use]
    pub fn key(self) -> &'a str {
        match self {
            Self::Here(card) => &card.key,
            Self::Away(seen) => &seen.key,
        }
    }

    /// How much it hurts.
    #[must_use]
    pub const fn level(self) -> Level {
        match self {
            Self::Here(card) => card.level,
            Self::Away(seen) => seen.level,
        }
    }

    /// Refund or review.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Here(Card { review: Some(_), .. }) => Kind::Review,
            Self::Here(_) => Kind::Refund,
            Self::Away(seen) => seen.kind,
        }
    }

    /// Until when something must be done.
    #[must_use]
    pub fn due(self) -> Option<&'a Deadline> {
        match self {
            Self::Here(card) => card.due(),
            Self::Away(seen) => seen.due.as_ref(),
        }
    }

    /// The number to show.
    #[must_use]
    pub fn id(self) -> &'a str {
        match self {
            Self::Here(card) => &card.id,
            Self::Away(seen) => seen.ids.first().map_or("", String::as_str),
        }
    }

    /// The platform's id; `desk` is the one that the page's own records lie on.
    #[must_use]
    pub fn platform(self, desk: &'a Desk) -> Option<&'a str> {
        match self {
            Self::Here(_) => desk.platform.as_deref(),
            Self::Away(seen) => seen.platform.as_deref(),
        }
    }

    const fn score(self) -> f64 {
        match self {
            Self::Here(card) => card.score,
            Self::Away(seen) => seen.score,
        }
    }

    /// Do numbers, reason or goods contain each word that is searched?
    #[must_use]
    pub fn found(self, words: &[String]) -> bool {
        if words.is_empty() {
            return true;
        }
        let text = match self {
            Self::Here(card) => {
                let ids = [&card.ids.order, &card.ids.refund, &card.ids.review];
                let ids = ids.into_iter().flatten().map(String::as_str);
                let stars = card.review.as_ref().map(|review| review.stars_text.as_str());
                let texts = [card.id.as_str(), card.reason.raw.as_str()].into_iter().chain(card.goods.as_deref());
                texts.chain(stars).chain(ids).collect::<Vec<_>>().join("\n")
            }
            Self::Away(seen) => format!("{}\n{}\n{}", seen.ids.join("\n"), seen.reason, seen.goods),
        };
        let text = plain(&text);
        words.iter().all(|word| text.contains(word))
    }
}

/// What the agent narrows the queue to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// One level.
    pub only: Option<Level>,
    /// One platform.
    pub platform: Option<String>,
    /// What is searched, as typed.
    pub text: String,
}

impl Filter {
    /// The words to look for.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        plain(&self.text).split_whitespace().map(str::to_owned).collect()
    }

    /// Is anything narrowed but the level?
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.platform.is_some() || !self.text.trim().is_empty()
    }
}

/// Lower case and half width, as people type numbers and names.
fn plain(text: &str) -> String {
    let half = |letter: char| match letter {
        '\u{FF01}'..='\u{FF5E}' => u32::from(letter).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(letter),
        '\u{3000}' => ' ',
        _ => letter,
    };
    text.chars().map(half).flat_map(char::to_lowercase).collect()
}

/// All records, of the page and of the session, in no order but the page's. What the page shows now goes before what was seen.
#[must_use]
pub fn all<'a>(desk: &'a Desk, day: &'a Day) -> Vec<Item<'a>> {
    let here = desk.cards.iter().map(Item::Here);
    let away = day.rows.iter().filter(|seen| desk.cards.iter().all(|card| card.key != seen.key)).map(Item::Away);
    here.chain(away).collect()
}

/// Puts what hurts most first.
pub fn sort(items: &mut [Item<'_>]) {
    let due = |item: &Item<'_>| item.due().map_or(f64::INFINITY, |due| due.at_ms);
    items.sort_by(|a, b| {
        a.level().cmp(&b.level()).then(due(a).total_cmp(&due(b))).then(b.score().total_cmp(&a.score()))
    });
}

/// How many of the page's cards have this level.
#[must_use]
pub fn count(desk: &Desk, level: Level) -> usize {
    desk.cards.iter().filter(|card| card.level == level).count()
}

/// The last four signs of a number, which is how agents tell numbers apart.
#[must_use]
pub fn tail(id: &str) -> String {
    let letters = id.chars().count();
    id.chars().skip(letters.saturating_sub(4)).collect()
}

/// The neighbour of `key` in `rows`, `step` places away, stopping at both ends; the first row when `key` is not among them.
#[must_use]
pub fn neighbour<'a>(rows: &[Item<'a>], key: Option<&str>, step: isize) -> Option<&'a str> {
    let place = key.and_then(|key| rows.iter().position(|item| item.key() == key));
    let wanted = place.map_or(0, |place| place.saturating_add_signed(step).min(rows.len().saturating_sub(1)));
    rows.get(wanted).map(|item| item.key())
}

#[cfg(test)]
mod tests;
