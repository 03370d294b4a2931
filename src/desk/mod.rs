//! What lies on the agent's desk: the view model of panel and popup. Pure: no page, no clock; the Yew components in `ui` only draw it.
//!
//! | file | job |
//! |---|---|
//! | [`calculator`] | what a score needs, as the agent types |
//! | [`message`] | the messages of `docs/protocol.md` section 3 and 4, as they come in |
//! | [`queue`] | which refunds are shown, in which order, with which figures |
//! | [`answer`] | what the engine says of a review and of a text |
//! | [`answering`] | what keys and clicks do on a review's card |
//! | [`reply`] | drafts, the agent's own text and what the lint says, for each review |
//! | [`evidence`] | what is saved of a review that looks malicious |
//! | [`state`] | the sentence when there is nothing to show |
//! | [`clock`] | countdowns and dates |
//! | [`quote`] | the buyer's words, cut at the cues |
//! | [`stroke`] | key presses to command ids |
//! | [`view`] | what the panel shows and how commands change it |
//! | [`summary`] | what the popup shows |
//! | [`options`] | what the options page shows and changes |

pub mod answer;
pub mod answering;
pub mod calculator;
pub mod clock;
pub mod evidence;
pub mod message;
pub mod options;
pub mod queue;
pub mod quote;
pub mod reply;
pub mod state;
pub mod stroke;
pub mod summary;
pub mod view;
