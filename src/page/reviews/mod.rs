//! Review pages: finding the list, and what each review says.
//!
//! The search is that of refunds (rows under a header, elements around what each record has once, cells of a grid); only what a column or a
//! label means differs, and that is data: `packs/pages/reviews.toml`.

mod answered;
mod field;
mod find;
mod gather;
mod hint;
mod pack;
mod record;
mod regions;
mod score;
mod seats;
mod settle;
mod spoken;
mod star_text;
mod stars;
#[cfg(test)]
mod tests;
mod told;

pub use field::Field;
pub use find::{ReviewList, find};
pub use record::{Mood, Review, Stars};
pub use stars::{Widget, widgets};
pub use told::{Told, told};
