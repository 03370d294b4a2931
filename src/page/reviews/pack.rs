//! What `packs/pages/reviews.toml` says.

use std::sync::OnceLock;

use serde::Deserialize;

use super::field::Field;
use crate::page::naming::Naming;

const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/pages.json"));

/// The words of review pages.
#[derive(Debug, Default, Deserialize)]
pub struct Words {
    /// Header words and labels, the more particular first.
    pub field: Vec<Naming<Field>>,
    /// What is pressed beside a review.
    pub actions: Actions,
    /// Words for the state of a review.
    pub states: States,
    /// Verdicts in words.
    pub moods: Moods,
    /// How variants call what differs.
    pub specs: Vec<String>,
    /// Parts of class names.
    pub classes: Classes,
    /// Kits that show stars by the width of a strip.
    pub overlays: Vec<Overlay>,
}

/// What is pressed beside a review.
#[derive(Debug, Default, Deserialize)]
pub struct Actions {
    /// To answer it.
    pub reply: Vec<String>,
    /// Only where it has been answered.
    pub answered: Vec<String>,
    /// Anything else.
    pub other: Vec<String>,
}

/// Words for the state of a review.
#[derive(Debug, Default, Deserialize)]
pub struct States {
    /// It has been answered.
    pub answered: Vec<String>,
    /// It has not.
    pub unanswered: Vec<String>,
    /// What stands in place of a text.
    pub defaults: Vec<String>,
    /// Cues of a time until when an answer is possible.
    pub window: Vec<String>,
}

/// Verdicts in words.
#[derive(Debug, Default, Deserialize)]
pub struct Moods {
    /// Good.
    pub good: Vec<String>,
    /// Neither.
    pub neutral: Vec<String>,
    /// Bad.
    pub bad: Vec<String>,
}

/// Parts of class names.
#[derive(Debug, Default, Deserialize)]
#[allow(missing_docs, reason = "named after what the elements hold; see the pack")]
pub struct Classes {
    pub stars: Vec<String>,
    pub no_stars: Vec<String>,
    pub full: Vec<String>,
    pub empty: Vec<String>,
    pub overlay: Vec<String>,
    pub content: Vec<String>,
    pub added: Vec<String>,
    pub reply: Vec<String>,
    pub product: Vec<String>,
    pub buyer: Vec<String>,
    pub spec: Vec<String>,
    pub tags: Vec<String>,
    pub time: Vec<String>,
    pub pictures: Vec<String>,
    pub button: Vec<String>,
    pub records: Vec<String>,
}

/// A kit whose strip of k stars is (icon + space) · k + space pixels wide.
#[derive(Debug, Deserialize)]
pub struct Overlay {
    /// Class name of the widget.
    pub class: String,
    /// Width of a star in px.
    pub icon: f64,
    /// Space around it in px.
    pub space: f64,
}

/// The embedded words. A test reads them, so that a broken pack is never shipped.
pub fn words() -> &'static Words {
    static READ: OnceLock<Words> = OnceLock::new();
    READ.get_or_init(|| read().unwrap_or_default())
}

fn read() -> Result<Words, serde_json::Error> {
    #[derive(Deserialize)]
    struct Files {
        reviews: Words,
    }
    serde_json::from_str::<Files>(JSON).map(|files| files.reviews)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_pack_is_whole() {
        let words = super::read().unwrap();
        assert!(words.field.len() >= 12 && words.overlays.len() == 3 && !words.states.defaults.is_empty());
    }
}
