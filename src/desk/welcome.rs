//! The steps of the welcome page.

/// One ability to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Finding quality refunds.
    Refunds,
    /// Advice and messages.
    Messages,
    /// Answers to reviews.
    Reviews,
    /// What scores need.
    Scores,
}

impl Step {
    /// In their order.
    pub const ALL: [Self; 4] = [Self::Refunds, Self::Messages, Self::Reviews, Self::Scores];

    /// The id in elements and words.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Refunds => "refunds",
            Self::Messages => "messages",
            Self::Reviews => "reviews",
            Self::Scores => "scores",
        }
    }

    /// The page of the demo shop it is tried on.
    #[must_use]
    pub const fn page(self) -> &'static str {
        match self {
            Self::Refunds | Self::Messages => "refunds",
            Self::Reviews => "reviews",
            Self::Scores => "scores",
        }
    }

    /// The step that an arrow key leads to from here, round at the ends; `None` for other keys.
    #[must_use]
    pub fn by_key(self, key: &str) -> Option<Self> {
        super::tabs::by_key(&Self::ALL, self, key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::exists;

    #[test]
    fn every_step_has_words() {
        for step in Step::ALL {
            assert!(exists(&format!("welcome_{}", step.id())) && exists(&format!("welcome_{}_1", step.id())));
        }
    }

    #[test]
    fn arrows_lead_from_step_to_step() {
        assert_eq!(Step::Refunds.by_key("ArrowRight"), Some(Step::Messages));
        assert_eq!(Step::Refunds.by_key("ArrowLeft"), Some(Step::Scores));
    }
}
