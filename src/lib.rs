//! The core of Aftersales Radar: from what a back-office page shows to what an agent should know and do.
//!
//! This file is the map of the house. Each room has one job and knows only the rooms above it in this list:
//!
//! | room | job |
//! |---|---|
//! | [`text`] | normal form, numbers, durations, moments, cue matching |
//! | [`words`] | the product's own words in zh-CN, zh-TW and en, from `extension/_locales` |
//! | [`pack`] | types and loader of the knowledge in `packs/` |
//! | [`issue`] | what a buyer's words complain about: 22 issues, quality cause, signals |
//! | [`refund`] | reason, match, verdict, truth gate, advice, messages |
//! | [`lint`] | what must not stand in a reply or message |
//! | [`score`] | exact arithmetic of targets, rates and windows |
//! | [`page`] | snapshot, list finding, column meaning, records |
//! | [`teach`] | pages that an agent has taught: proposed, stored, read |
//! | [`review`] | what to answer a review: drafts, malicious reviews, windows, the agent's snippets |
//! | [`keys`] | command table and the compiled key map |
//! | [`plan`] | what the page is told to show |
//! | [`settings`] | what the agent has set: schema, storage, import and export, policy |
//! | `cli` | the native command line, not part of the wasm |
//! | [`engine`] | `evaluate`: a page in, a plan out; no state |
//! | [`writer`] | its answers to what may wait: drafts, lint, settings |
//! | [`desk`] | the view model of panel and popup |
//! | `ui` | panel and popup, drawn with Yew (wasm only, feature `ui`) |
//!
//! Nothing here touches a page, a clock, randomness or the network.

#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod cli;
pub mod desk;
pub mod engine;
pub mod issue;
pub mod keys;
pub mod lint;
pub mod pack;
pub mod page;
pub mod plan;
pub mod refund;
pub mod review;
pub mod score;
pub mod settings;
pub mod teach;
pub mod text;
pub mod words;
pub mod writer;

#[cfg(all(target_arch = "wasm32", feature = "engine"))]
mod bindings;
#[cfg(all(target_arch = "wasm32", feature = "ui"))]
mod ui;
