//! What scores should reach. Mostly set beside the score on the page; here they are looked over, set and taken away.

use serde_json::Value;

use super::{Effect, View};
use crate::settings::about::ScoreAbout;
use crate::settings::edit::Edit;
use crate::settings::kind::escaped;
use crate::words::Locale;

/// A target that is being written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    /// Platform and figure: `taobao.dsr_service`.
    pub score: String,
    /// As typed.
    pub target: String,
    /// Was it sent and not answered yet?
    pub sent: bool,
}

/// What the agent has said of one score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its setting.
    pub path: String,
    /// Platform and figure, in words.
    pub name: String,
    /// The target, with its unit.
    pub target: Option<String>,
    /// The count of ratings or orders that the page does not show.
    pub count: Option<u64>,
}

impl View {
    /// Every score that something has been said of.
    #[must_use]
    pub fn target_rows(&self) -> Vec<Row> {
        let kept = self.state.iter().flat_map(|state| &state.settings.targets.scores);
        kept.map(|(id, said)| {
            let rate = self.score(id).is_some_and(|(_, score)| score.rate);
            Row {
                path: path_of(id),
                name: self.score_name(id),
                target: said.target.as_ref().map(|target| if rate { format!("{target}%") } else { target.clone() }),
                count: said.count.or(said.base),
            }
        })
        .collect()
    }

    /// Scores that can have a target, with their names; the first is the one that a new form offers.
    #[must_use]
    pub fn score_choices(&self) -> Vec<(String, String)> {
        let scores = self.about.iter().flat_map(|pack| pack.scores.iter().map(move |score| (pack, score)));
        scores.map(|(pack, score)| (format!("{}.{}", pack.id, score.id), worded(&pack.name, score))).collect()
    }

    /// Sends the target that was written. What is no number is refused by the one who stores it, in words.
    pub fn save_target(&mut self) -> Vec<Effect> {
        let first = || self.score_choices().into_iter().next().map(|(id, _)| id);
        let score = Some(self.target.score.clone()).filter(|id| !id.is_empty()).or_else(first).unwrap_or_default();
        let typed = self.target.target.trim().trim_end_matches(['%', '％']).trim_end().to_owned();
        self.target.sent = true;
        self.edit(&format!("{}/target", path_of(&score)), Value::from(typed))
    }

    /// Forgets what was said of a score, at the second press.
    pub fn drop_target(&mut self, path: &str, browser: Locale) -> Vec<Effect> {
        if !self.confirmed(path, browser) {
            return Vec::new();
        }
        self.edit_all(vec![Edit { path: path.to_owned(), value: Value::Null }])
    }

    /// A score's platform name and what its pack knows.
    fn score(&self, id: &str) -> Option<(&str, &ScoreAbout)> {
        let (platform, score) = id.split_once('.')?;
        let pack = self.about.iter().find(|pack| pack.id == platform)?;
        Some((&pack.name, pack.scores.iter().find(|known| known.id == score)?))
    }

    fn score_name(&self, id: &str) -> String {
        self.score(id).map_or_else(|| id.to_owned(), |(platform, score)| worded(platform, score))
    }
}

fn path_of(id: &str) -> String {
    format!("/targets/scores/{}", escaped(id))
}

fn worded(platform: &str, score: &ScoreAbout) -> String {
    let unit = if score.rate { " (%)" } else { "" };
    format!("{platform} · {}{unit}", score.name)
}
