//! The panel's tabs.

use super::day::Kind;
use super::message::Face;

/// What a tab shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The refunds to work on.
    Refunds,
    /// The reviews to answer.
    Reviews,
    /// What scores need.
    Scores,
    /// Everything with a deadline.
    Deadlines,
}

impl Tab {
    /// In their order.
    pub const ALL: [Self; 4] = [Self::Refunds, Self::Reviews, Self::Scores, Self::Deadlines];

    /// The id in commands, elements and words.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Refunds => "refunds",
            Self::Reviews => "reviews",
            Self::Scores => "scores",
            Self::Deadlines => "deadlines",
        }
    }

    /// The command that turns to it.
    #[must_use]
    pub const fn command(self) -> &'static str {
        match self {
            Self::Refunds => "tab.refunds",
            Self::Reviews => "tab.reviews",
            Self::Scores => "tab.scores",
            Self::Deadlines => "tab.deadlines",
        }
    }

    /// The tab that a command turns to.
    #[must_use]
    pub fn of_command(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.command() == id)
    }

    /// The face it shows.
    #[must_use]
    pub const fn face(self) -> Face {
        match self {
            Self::Refunds | Self::Reviews => Face::Queue,
            Self::Scores => Face::Calculator,
            Self::Deadlines => Face::Deadlines,
        }
    }

    /// The tab of a list.
    #[must_use]
    pub const fn of_kind(kind: Kind) -> Self {
        match kind {
            Kind::Refund => Self::Refunds,
            Kind::Review => Self::Reviews,
        }
    }

    /// The tab that an arrow key leads to from here, round at the ends; `None` for other keys.
    #[must_use]
    pub fn by_key(self, key: &str) -> Option<Self> {
        by_key(&Self::ALL, self, key)
    }
}

/// Which of `all` an arrow key leads to from `now`.
pub(super) fn by_key<T: Copy + PartialEq>(all: &[T], now: T, key: &str) -> Option<T> {
    let place = all.iter().position(|one| *one == now)?;
    let last = all.len().saturating_sub(1);
    let to = match key {
        "ArrowRight" => place.checked_add(1).filter(|to| *to <= last).unwrap_or(0),
        "ArrowLeft" => place.checked_sub(1).unwrap_or(last),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    all.get(to).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tab_has_a_command_in_the_table_and_words() {
        for tab in Tab::ALL {
            assert!(crate::keys::COMMANDS.iter().any(|command| command.id == tab.command()), "{}", tab.id());
            assert_eq!(Tab::of_command(tab.command()), Some(tab));
            assert!(crate::words::exists(&format!("panel_tab_{}", tab.id())));
        }
    }

    #[test]
    fn arrows_go_round() {
        assert_eq!(Tab::Deadlines.by_key("ArrowRight"), Some(Tab::Refunds));
        assert_eq!(Tab::Refunds.by_key("ArrowLeft"), Some(Tab::Deadlines));
        assert_eq!(Tab::Reviews.by_key("End"), Some(Tab::Deadlines));
        assert_eq!(Tab::Reviews.by_key("j"), None);
    }
}
