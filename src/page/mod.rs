//! From a page's structure to records: snapshot, list finding, column meaning.

pub mod absorb;
pub mod anchor;
pub mod body;
pub mod columns;
pub mod find;
pub mod goods;
pub mod header;
pub mod ids;
pub mod infer;
pub mod label;
pub mod list;
pub mod naming;
pub mod node;
pub mod pack;
pub mod pairs;
pub mod panes;
pub mod parse;
pub mod read;
pub mod record;
pub mod reviews;
pub mod said;
pub mod scores;
pub mod snapshot;
pub mod split;
pub mod state;
#[cfg(test)]
mod tests;
pub mod times;
pub mod totals;
pub mod values;
pub mod weigh;
