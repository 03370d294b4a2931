//! The fields of the calculator, as typed.

use std::collections::BTreeMap;

use super::figure::Figure;
use crate::score::decimal::Decimal;
use crate::score::parse;
use crate::score::shown::Rounding;
use crate::score::step::{Scale, Way, step};

/// What is calculated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// A mean of stars.
    #[default]
    Mean,
    /// A share of bad orders.
    Rate,
    /// A score of which nothing can be derived.
    Other,
}

/// A field. The id names it in the page, in words and in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The score as shown.
    Score,
    /// Ratings behind it.
    Count,
    /// Where it should be; for a rate in per cent.
    Target,
    /// Ratings so far with so many stars.
    Stars(u8),
    /// Among a hundred new ratings, so many with so many stars.
    Mix(u8),
    /// What if: further one-stars.
    Added,
    /// What if: one-stars that the platform takes out.
    Removed,
    /// What if: one-stars that their buyers turn into five on their own.
    Revised,
    /// Per cent of the orders that get a rating somebody wrote.
    Rated,
    /// Orders a day.
    Orders,
    /// How sure, in per cent.
    Sure,
    /// Days that the score covers.
    Window,
    /// New ratings a day.
    PerDay,
    /// Their mean.
    NewMean,
    /// The rate as shown.
    Rate,
    /// Bad orders.
    Bad,
    /// All orders that count.
    Base,
    /// Further orders.
    Extra,
}

impl Field {
    /// Its id.
    #[must_use]
    pub fn id(self) -> String {
        let name = match self {
            Self::Score => "score",
            Self::Count => "count",
            Self::Target => "target",
            Self::Stars(stars) => return format!("stars_{stars}"),
            Self::Mix(stars) => return format!("mix_{stars}"),
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Revised => "revised",
            Self::Rated => "rated",
            Self::Orders => "orders",
            Self::Sure => "sure",
            Self::Window => "window",
            Self::PerDay => "per_day",
            Self::NewMean => "new_mean",
            Self::Rate => "rate",
            Self::Bad => "bad",
            Self::Base => "base",
            Self::Extra => "extra",
        };
        name.to_owned()
    }

    /// The setting it is kept as, for those that are kept.
    #[must_use]
    pub const fn kept(self) -> Option<&'static str> {
        match self {
            Self::Target => Some("target"),
            Self::Count => Some("count"),
            Self::Base => Some("base"),
            Self::Bad => Some("bad"),
            Self::PerDay => Some("per_day"),
            _ => None,
        }
    }

    /// Numbers of things, which have no digits after the point.
    #[must_use]
    pub fn whole(self) -> bool {
        !matches!(
            self,
            Self::Score
                | Self::Target
                | Self::Mix(_)
                | Self::Rated
                | Self::Orders
                | Self::Sure
                | Self::PerDay
                | Self::NewMean
                | Self::Rate
        )
    }
}

/// All fields, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    /// What is calculated.
    pub kind: Kind,
    /// How the platform cuts the shown figure.
    pub rounding: Rounding,
    /// The name of the figure; empty where the agent types everything.
    pub label: String,
    /// The key of the figure that filled the form.
    pub key: Option<String>,
    /// Its metric, under which target and counts are kept.
    pub metric: String,
    /// What is known of the figure itself: `unreadable` and the like.
    pub state: String,
    texts: BTreeMap<Field, String>,
}

impl Form {
    /// The text of a field.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// Types into a field.
    pub fn set(&mut self, field: Field, typed: &str) {
        self.texts.insert(field, typed.chars().take(40).collect());
    }

    /// The text under which a field is kept: the bare number; empty where it cannot be kept exactly.
    #[must_use]
    pub fn kept(&self, field: Field) -> String {
        let typed = self.get(field).trim();
        match field {
            Field::Count | Field::Base | Field::Bad => {
                let sure = parse::count(typed, self.rounding).ok().flatten().and_then(parse::Counted::sure);
                sure.map(|number| number.to_string()).unwrap_or_default()
            }
            Field::Target if self.kind == Kind::Mean => {
                parse::score(typed).ok().flatten().map(|score| score.to_string()).unwrap_or_default()
            }
            _ => Decimal::parse("value", typed.trim_end_matches(['%', '％', ' ']))
                .map(|it| it.to_string())
                .unwrap_or_default(),
        }
    }

    /// Nothing has been typed and no figure has filled it.
    #[must_use]
    pub fn untouched(&self) -> bool {
        self.key.is_none() && self.texts.values().all(String::is_empty)
    }

    /// The figure has changed in the page: what changed there changes here, what was typed over the rest stays.
    pub fn refill(&mut self, was: &Figure, new: &Figure) {
        let filled = |figure: &Figure| {
            let mut form = Self::default();
            form.fill(figure);
            form
        };
        let (was, new) = (filled(was), filled(new));
        for (field, text) in &new.texts {
            if was.get(*field) != text {
                self.texts.insert(*field, text.clone());
            }
        }
        (self.kind, self.label, self.state) = (new.kind, new.label, new.state);
    }

    /// An empty form for typing everything.
    #[must_use]
    pub fn empty(kind: Kind) -> Self {
        Self { kind, ..Self::default() }
    }

    /// The form for a figure of the page. What the agent has said of the shop stays: its rating rate, orders a day, confidence.
    pub fn fill(&mut self, figure: &Figure) {
        let mut texts: BTreeMap<Field, String> = BTreeMap::new();
        for field in [Field::Rated, Field::Orders, Field::Sure] {
            texts.insert(field, self.get(field).to_owned());
        }
        self.kind = match figure.kind.as_str() {
            "mean" => Kind::Mean,
            "rate" => Kind::Rate,
            _ => Kind::Other,
        };
        self.label.clone_from(&figure.label);
        self.metric.clone_from(&figure.metric);
        self.state.clone_from(&figure.state);
        self.key = Some(figure.key.clone());
        let value = figure.value.clone().unwrap_or_default();
        texts.insert(if self.kind == Kind::Rate { Field::Rate } else { Field::Score }, value);
        texts.insert(Field::Target, figure.target.clone().unwrap_or_default());
        let counts = [(Field::Count, figure.count), (Field::Base, figure.base), (Field::Bad, figure.bad)];
        for (field, count) in counts {
            texts.insert(field, count.map(super::figure::Count::typed).unwrap_or_default());
        }
        for (stars, number) in (1..).zip(figure.histogram.iter().flatten()) {
            texts.insert(Field::Stars(stars), number.to_string());
        }
        texts.insert(Field::Window, figure.window.map(|days| days.to_string()).unwrap_or_default());
        self.texts = texts;
    }

    /// The target one step up or down; without one, from the figure as shown. False where the scale ends.
    pub fn step_target(&mut self, way: Way) -> bool {
        let (scale, shown) = match self.kind {
            Kind::Rate => (Scale::Percent, Field::Rate),
            _ => (Scale::Stars, Field::Score),
        };
        let typed = Some(self.get(Field::Target)).filter(|typed| !typed.trim().is_empty());
        let from = Decimal::parse("target", typed.unwrap_or_else(|| self.get(shown))).ok();
        let Some(next) = from.and_then(|from| step(from, scale, way)) else { return false };
        self.set(Field::Target, &next.to_string());
        true
    }
}
