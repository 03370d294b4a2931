//! A score as the page side reports it (`docs/protocol.md`, section 4).

use serde::Deserialize;

/// A number of ratings or orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Count {
    /// Exact.
    Sure(u64),
    /// Known to lie between two; without an end where `max` is `None`.
    Between {
        /// At least.
        min: u64,
        /// At most.
        max: Option<u64>,
    },
}

impl Count {
    /// As it is typed into a field: `1000`, `11500-12499`, `999+`.
    #[must_use]
    pub fn typed(self) -> String {
        match self {
            Self::Sure(number) => number.to_string(),
            Self::Between { min, max: Some(max) } => format!("{min}-{max}"),
            Self::Between { min, max: None } => format!("{min}+"),
        }
    }
}

/// One figure of the page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Figure {
    /// Unique in the tab.
    pub key: String,
    /// Its name on the page.
    pub label: String,
    /// Its id among the platform's scores.
    pub metric: String,
    /// `mean`, `rate`, `banded`, `rank` or `duration`.
    pub kind: String,
    /// As shown; `None` where there is none or it cannot be read.
    pub value: Option<String>,
    /// What it counts in.
    pub unit: String,
    /// Ratings behind a mean.
    pub count: Option<Count>,
    /// Orders behind a rate.
    pub base: Option<Count>,
    /// Bad ones among them.
    pub bad: Option<Count>,
    /// Ratings with one to five stars.
    pub histogram: Option<[u64; 5]>,
    /// The target it is measured by.
    pub target: Option<String>,
    /// How it stands, see the protocol's chips.
    pub state: String,
    /// Days it covers.
    pub window: Option<u32>,
}

impl Figure {
    /// The first figure that something can be worked out of, else the first.
    #[must_use]
    pub fn telling(figures: &[Self]) -> Option<&Self> {
        figures.iter().find(|figure| matches!(figure.kind.as_str(), "mean" | "rate")).or_else(|| figures.first())
    }
}
