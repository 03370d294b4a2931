//! Short words beside a review: what can be pressed, whether it has been answered, its verdict in words, until when it can be answered.

use super::pack::words;
use super::record::Mood;
use crate::page::label::normal;
use crate::page::record::Clock;
use crate::page::times::first_time;
use crate::text::duration::{Countdown, countdown};
use crate::text::moment::Moment;

/// What pressing something would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Answer the review.
    Reply,
    /// Change or see the answer that is there.
    Answered,
    /// Anything else.
    Other,
}

/// What a text says that is something to press.
#[must_use]
pub fn action(text: &str) -> Option<Action> {
    let text = short(text)?;
    // 回复(2) and 回复 > are the same button; brackets fall away in the normal form.
    let text = text.trim_end_matches(['>', '›', '»']).trim();
    let actions = &words().actions;
    let is = |list: &[String]| list.iter().any(|word| word == text);
    if is(&actions.answered) {
        Some(Action::Answered)
    } else if is(&actions.reply) {
        Some(Action::Reply)
    } else {
        is(&actions.other).then_some(Action::Other)
    }
}

/// Whether the whole text says that the review has, or has not, been answered.
#[must_use]
pub fn state(text: &str) -> Option<bool> {
    let text = short(text)?;
    let states = &words().states;
    if states.unanswered.contains(&text) {
        return Some(false);
    }
    states.answered.contains(&text).then_some(true)
}

/// A verdict in words.
#[must_use]
pub fn mood(text: &str) -> Option<Mood> {
    let text = short(text)?;
    let moods = &words().moods;
    let is = |list: &[String]| list.contains(&text);
    if is(&moods.bad) {
        Some(Mood::Bad)
    } else if is(&moods.neutral) {
        Some(Mood::Neutral)
    } else {
        is(&moods.good).then_some(Mood::Good)
    }
}

/// Whether the platform put the text where the buyer wrote none.
#[must_use]
pub fn is_default(text: &str) -> bool {
    let text = normal(text);
    let text = text.trim_end_matches(['。', '.', '!', '！', '~']);
    words().states.defaults.iter().any(|word| word == text)
}

/// Until when the text says that the review can be answered. `column` says that nothing else can stand there.
#[must_use]
pub fn reply_by(text: &str, column: bool, clock: Clock) -> Option<Moment> {
    if text.chars().count() > 60 || !(column || words().states.window.iter().any(|cue| text.contains(cue.as_str()))) {
        return None;
    }
    let left = countdown(text, true).map(|found| match found.says {
        Countdown::Left(seconds) => seconds,
        Countdown::Over(seconds) => seconds.saturating_neg(),
    });
    let until = || column || ["前", "截止", "截至", "until", "before", "by "].iter().any(|cue| text.contains(cue));
    let telling = column || ["剩", "截止", "前", "内", "left", "until", "before"].iter().any(|cue| text.contains(cue));
    let counted = left.filter(|_| telling).zip(clock.now).and_then(|(seconds, now)| now.plus_seconds(seconds));
    let fixed = || until().then(|| first_time(text, clock.zone)).flatten();
    fixed().or(counted)
}

fn short(text: &str) -> Option<String> {
    (text.len() <= 80).then(|| normal(text)).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests;
