//! A mean over the last W days, whose oldest ratings leave while new ones come.
//!
//! Source: N ratings with mean A leave evenly, N ÷ W a day, while `a` a day come with mean m. After d ≤ W days the mean is
//! `(A·(N − N·d ÷ W) + m·a·d) ÷ ((N − N·d ÷ W) + a·d)`, which moves from A to m without turning back.
//! Windows: Taobao's DSR is the mean of six months, Pinduoduo's user score of 90 days.

use super::error::ScoreError;
use super::exact::Exact;
use super::orders::PerDay;
use super::stars::{Mean, Need};

/// A mean over a window, and what comes in.
#[derive(Debug, Clone, Copy)]
pub struct Rolling {
    /// Ratings in the window now.
    pub count: u64,
    /// Their mean.
    pub mean: Mean,
    /// Length of the window in days, at least 1.
    pub window: u64,
    /// New ratings a day.
    pub new_per_day: PerDay,
    /// The mean of the new ones.
    pub new_mean: Mean,
}

impl Rolling {
    /// Days until the mean is at least `target`: `⌈N(T − A) ÷ (a(m − T) + (N ÷ W)(T − A))⌉`.
    /// Impossible where the new ratings are worse than the target, for after W days only they are left.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn days(&self, target: Mean) -> Result<Need, ScoreError> {
        let target = target.exact();
        let reaches = self.new_mean.exact() >= target && self.new_per_day.exact() > Exact::ZERO;
        if self.count > 0 && self.mean.exact() >= target {
            return Ok(Need::Count(0));
        }
        if !reaches {
            return Ok(Need::Impossible);
        }
        if self.count == 0 {
            return self.first();
        }
        Need::of(self.crossing(target)?.ceil())
    }

    /// Days until the mean is below `target` for the first time. Impossible where the new ratings are as good as the target.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn days_until_below(&self, target: Mean) -> Result<Need, ScoreError> {
        let target = target.exact();
        if self.count > 0 && self.mean.exact() < target {
            return Ok(Need::Count(0));
        }
        if self.new_mean.exact() >= target || self.new_per_day.exact() <= Exact::ZERO {
            return Ok(Need::Impossible);
        }
        if self.count == 0 {
            return self.first();
        }
        // At the crossing itself the target is still met.
        Need::of(self.crossing(target)?.floor().saturating_add(1))
    }

    /// The mean after `days` days, at most as many as the window has; `None` where no rating is left in it.
    ///
    /// # Errors
    /// [`ScoreError::TooLarge`].
    pub fn mean_after(&self, days: u64) -> Result<Option<Exact>, ScoreError> {
        let days = Exact::whole(days.min(self.window));
        let left = Exact::whole(self.count).minus(self.leaving()?.times(days)?)?;
        let come = self.new_per_day.exact().times(days)?;
        let all = left.plus(come)?;
        if all <= Exact::ZERO {
            return Ok(None);
        }
        self.mean.exact().times(left)?.plus(self.new_mean.exact().times(come)?)?.over(all).map(Some)
    }

    /// When the first rating has come into an empty window.
    fn first(&self) -> Result<Need, ScoreError> {
        Need::of(Exact::ONE.over(self.new_per_day.exact())?.ceil())
    }

    fn leaving(&self) -> Result<Exact, ScoreError> {
        Exact::whole(self.count).over(Exact::whole(self.window.max(1)))
    }

    /// The day at which the mean is the target, where old and new mean lie on different sides of it.
    fn crossing(&self, target: Exact) -> Result<Exact, ScoreError> {
        let gap = target.minus(self.mean.exact())?;
        let come = self.new_per_day.exact().times(self.new_mean.exact().minus(target)?)?;
        let moved = come.plus(self.leaving()?.times(gap)?)?;
        if moved == Exact::ZERO {
            return Ok(Exact::ZERO);
        }
        Exact::whole(self.count).times(gap)?.over(moved)
    }
}
