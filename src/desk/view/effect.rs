//! What the panel must do after a message, a key or a click: the component carries it out.

use crate::desk::day::Ask;
use crate::desk::evidence::Evidence;
use crate::desk::message::Face;
use crate::desk::reply::{Kept, Question};

/// What the calculator can save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// Its figures as a table.
    Csv,
    /// The picture at this place.
    Picture(usize),
}

impl Export {
    /// What a command saves.
    #[must_use]
    pub fn of_command(id: &str) -> Option<Self> {
        Some(match id {
            "score.csv" => Self::Csv,
            "score.picture" => Self::Picture(0),
            "score.days" => Self::Picture(1),
            _ => return None,
        })
    }
}

/// Something the component must do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Tell the page side which refund is in focus; it scrolls to it.
    Focus(String),
    /// Tell the page side which face is shown.
    Face(Face),
    /// Tell the page side to take the panel away.
    Close,
    /// A command that is the page side's to carry out.
    Forward(String),
    /// Put this message of the refund on the clipboard.
    Copy {
        /// The refund.
        key: String,
        /// The advice kind it belongs to.
        advice: String,
        /// The text.
        text: String,
    },
    /// Ask the background about the working day, or tell it something.
    Day(Ask),
    /// Show a record that lies in another tab.
    Go(String),
    /// Go to the field for searching.
    Search,
    /// Ask the engine.
    Ask(Question),
    /// Ask the background for the agent's own texts.
    Texts {
        /// The review they are for.
        key: String,
        /// The request of docs/protocol.md.
        request: serde_json::Value,
    },
    /// Tell the page side what stands in the field, so that it is there when the panel comes back.
    Keep(Kept),
    /// Have the page side put this text into the reply box.
    Insert {
        /// The review.
        key: String,
        /// The text.
        text: String,
    },
    /// Save a file.
    Save(Evidence),
    /// Go to the text field.
    Write,
    /// Go to the text field and select a place in it, in code points.
    Select {
        /// First code point.
        start: usize,
        /// One past the last.
        end: usize,
    },
    /// Say something; the key of the words.
    Say(&'static str),
    /// Say this.
    Tell(String),
    /// Go to the search of the agent's own texts.
    FindText,
    /// Unfold what is done or put off, or fold it again.
    Aside,
    /// Have the calculator save a file.
    Export(Export),
    /// Show and say that the page side has copied a message.
    Copied {
        /// The refund.
        key: String,
        /// The advice kind.
        advice: String,
    },
}
