//! What lies on the agent's desk: the view model of panel and popup. Pure: no page, no clock; the Yew components in `ui` only draw it.
//!
//! | file | job |
//! |---|---|
//! | [`calculator`] | what a score needs, as the agent types |
//! | [`message`] | the messages of `docs/protocol.md` section 3 and 4, as they come in |
//! | [`queue`] | which records are listed and in which order |
//! | [`narrow`] | what the queue is narrowed to |
//! | [`tabs`] | the panel's tabs |
//! | [`day`] | the working day: what was seen, done, put off, promised, counted |
//! | [`working`] | what keys and clicks do to queue, tabs and day |
//! | [`promise`] | what a message promises, and until when |
//! | [`answer`] | what the engine says of a review and of a text |
//! | [`answering`] | what keys and clicks do on a review's card |
//! | [`reply`] | drafts, the agent's own text and what the lint says, for each review |
//! | [`evidence`] | what is saved of a review that looks malicious |
//! | [`state`] | the sentence when there is nothing to show |
//! | [`clock`] | countdowns and dates |
//! | [`quote`] | the buyer's words, cut at the cues |
//! | [`stroke`] | key presses to command ids |
//! | [`texts`] | the agent's own texts on a review's card |
//! | [`view`] | what the panel shows and how commands change it |
//! | [`welcome`] | the steps of the welcome page |
//! | [`news`] | what has changed since the last version |
//! | [`summary`] | what the popup shows |
//! | [`options`] | what the options page shows and changes |

pub mod answer;
pub mod answering;
pub mod calculator;
pub mod clock;
pub mod day;
pub mod evidence;
pub mod message;
pub mod narrow;
pub mod news;
pub mod options;
pub mod promise;
pub mod queue;
pub mod quote;
pub mod reply;
pub mod state;
pub mod stroke;
pub mod summary;
pub mod tabs;
pub mod texts;
pub mod view;
pub mod welcome;
pub mod working;
