//! How many lines are understood, and in which way the others go wrong.

use std::collections::BTreeMap;

use aftersales_radar::cli::refund;
use aftersales_radar::issue::lexicon::Lexicon;
use aftersales_radar::issue::{Issue, classify_with};

use crate::lines::Line;

#[derive(Default)]
pub(super) struct Figures {
    pub(super) all: usize,
    pub(super) strict: usize,
    pub(super) lenient: usize,
    pub(super) judged: usize,
    pub(super) quality_right: usize,
    pub(super) faulty: usize,
    pub(super) faulty_asked: usize,
    pub(super) sound: usize,
    pub(super) sound_asked: usize,
    pub(super) per_issue: BTreeMap<String, (usize, usize)>,
    pub(super) confused: BTreeMap<String, usize>,
}

impl Figures {
    pub(super) fn share(part: usize, whole: usize) -> f64 {
        100.0 * part as f64 / whole.max(1) as f64
    }

    pub(super) fn print(&self, name: &str) {
        println!(
            "{name}: {} lines · primary strict {:.1} % · lenient {:.1} % · quality_cause {:.1} % of {} · would ask at a real fault {:.1} % of {} · at a sound unit {:.1} % of {}",
            self.all,
            Self::share(self.strict, self.all),
            Self::share(self.lenient, self.all),
            Self::share(self.quality_right, self.judged),
            self.judged,
            Self::share(self.faulty_asked, self.faulty),
            self.faulty,
            Self::share(self.sound_asked, self.sound),
            self.sound,
        );
    }
}

pub(super) fn name(issue: Issue) -> String {
    serde_json::to_value(issue).unwrap().as_str().unwrap().to_owned()
}

/// Would the buyer of this text be asked for another reason than "quality", by the built-in cues?
fn is_asked(text: &str) -> bool {
    let record = serde_json::json!({ "id": "1", "platform": "jd", "reason": "质量问题", "note": text });
    let verdict = refund::answer(record.as_object().cloned().unwrap()).unwrap();
    verdict["advice"].as_array().unwrap().iter().any(|advice| advice["kind"] == "ask_reason_change")
}

pub(super) fn score(lexicon: &Lexicon, lines: &[Line], show: bool) -> Figures {
    let mut figures = Figures::default();
    for line in lines {
        let found = classify_with(lexicon, &line.text);
        let strict = found.primary == line.issues[0];
        let lenient = line.issues.contains(&found.primary);
        figures.all += 1;
        figures.strict += usize::from(strict);
        figures.lenient += usize::from(lenient);
        let entry = figures.per_issue.entry(name(line.issues[0])).or_default();
        entry.0 += 1;
        entry.1 += usize::from(strict);
        if !lenient {
            *figures
                .confused
                .entry(format!("{} taken for {}", name(line.issues[0]), name(found.primary)))
                .or_default() += 1;
        }
        let quality_right = line.quality.is_none() || found.quality_cause == line.quality;
        if let Some(quality) = line.quality {
            figures.judged += 1;
            figures.quality_right += usize::from(quality_right);
            let asked = is_asked(&line.text);
            if quality {
                figures.faulty += 1;
                figures.faulty_asked += usize::from(asked);
            } else if !matches!(line.issues[0], Issue::Praise | Issue::Other | Issue::SellerService | Issue::Packaging)
            {
                figures.sound += 1;
                figures.sound_asked += usize::from(asked);
            }
        }
        if show && (!lenient || !quality_right) {
            let cues: Vec<String> = found
                .issues
                .iter()
                .map(|found| {
                    format!(
                        "{} {}: {}",
                        name(found.issue),
                        found.weight,
                        found.cues.iter().map(|cue| cue.text.clone()).collect::<Vec<_>>().join("|")
                    )
                })
                .collect();
            println!(
                "{} {} {:?} → {} {:?}{} | {} | {}",
                line.id,
                line.issues.iter().map(|issue| name(*issue)).collect::<Vec<_>>().join(","),
                line.quality,
                name(found.primary),
                found.quality_cause,
                if line.quality == Some(true) && found.quality_cause == Some(false) { " !!" } else { "" },
                line.text.chars().take(160).collect::<String>(),
                cues.join("; ")
            );
        }
    }
    figures
}
