//! Teaching: a page that no pack knows becomes one, by what an agent points at.
//!
//! A taught page is data in the manner of `packs/pages`: host and path, the words over or before the values, and the structure of record and
//! fields. It is read with the parts of [`crate::page`] and by nothing else: what nobody named is not read, and where the page has changed so
//! that what was taught cannot be found, it says so and reads nothing.
//!
//! | file | job |
//! |---|---|
//! | [`path`] | structure in one line of text: `div.card`, `#3/span.why`, `p:1of4` |
//! | [`names`] | class names that a page's maker chose, without those that a build makes |
//! | [`place`] | which address a taught page stands for |
//! | [`kind`] | refunds or reviews, and what their columns may be named |
//! | [`page`] | a taught page as it is stored and exchanged |
//! | [`list`] | its records on a page as it is now |
//! | [`value`] | what one field of one record says |
//! | [`read`] | taught pages and a structure to records |
//! | [`over`] | what was taught, laid over what the packs read |
//! | [`record`] | from an element that was pointed at to the records of its list |
//! | [`seats`] | what stands in these records, with the words over and before it |
//! | [`look`] | the dialogue: a structure, what was pointed at so far, and what that reads |
//! | [`answer`] | the engine's request |

pub mod answer;
pub mod kind;
pub mod list;
pub mod look;
pub mod names;
mod over;
pub mod page;
pub mod path;
pub mod place;
pub mod read;
pub mod record;
pub mod seats;
#[cfg(test)]
mod tests;
pub mod value;

pub use page::{Column, Taught};
