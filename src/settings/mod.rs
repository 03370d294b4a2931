//! What the agent and the team lead have set: one schema for storage, files, policy and options page. Pure: the background does the
//! storage calls, and only those.
//!
//! | file | job |
//! |---|---|
//! | [`schema`], [`kind`] | every setting there is, and what its value may be |
//! | [`check`] | a value against its kind; what is wrong is named with its place |
//! | [`model`] | the settings with their defaults, as the program uses them |
//! | [`store`] | storage items to document and back, sizes |
//! | [`migrate`] | older versions |
//! | [`policy`] | what is fixed by `storage.managed` |
//! | [`edit`] | single changes |
//! | [`import`], [`lines`] | files: written, and read whole or not at all, with the line that is wrong |
//! | [`page`], [`state`] | what a shop's page and the options page are told |
//! | [`about`] | what the rule packs know, with its evidence |
//! | [`answer`] | the engine's requests |

pub mod about;
pub mod answer;
pub mod check;
pub mod edit;
pub mod import;
pub mod kind;
pub mod lines;
pub mod migrate;
pub mod model;
pub mod page;
pub mod policy;
pub mod schema;
pub mod state;
pub mod store;
pub mod texts;

pub use model::Settings;
