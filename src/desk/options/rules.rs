//! The shop's own rules: what it knows better of a platform, since when, and where from.

use serde_json::{Value, json};

use super::{Effect, Purpose, View};
use crate::pack::{Answer, BasisKind, Platform, Stage};
use crate::settings::about::ReasonAbout;
use crate::settings::edit::Edit;
use crate::settings::kind::escaped;
use crate::settings::model::OwnRules;
use crate::words::{Locale, text};

/// What a rule of one's own can be about.
pub const SUBJECTS: [&str; 5] = ["reason", "basis", "change_helps", "review", "review_unshipped"];
/// The classes offered for a reason that no pack knows.
pub const CLASSES: [&str; 5] = ["quality", "description", "logistics", "changed_mind", "neutral"];

/// A rule that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The platform's id.
    pub platform: String,
    /// One of [`SUBJECTS`].
    pub subject: String,
    /// `first`, `final`, `yes`, `no` or hours, by subject.
    pub value: String,
    /// The reason as the page writes it.
    pub label: String,
    /// What the reason says; empty where the packs are to tell.
    pub class: String,
    /// Since when, `YYYY-MM-DD`.
    pub since: String,
    /// Where the shop has it from.
    pub note: String,
    /// Was it sent and not answered yet?
    pub sent: bool,
}

impl Default for Form {
    fn default() -> Self {
        let empty = String::new;
        Self {
            platform: Platform::Taobao.id().to_owned(),
            subject: "reason".to_owned(),
            value: "no".to_owned(),
            label: empty(),
            class: empty(),
            since: empty(),
            note: empty(),
            sent: false,
        }
    }
}

/// A rule of the shop's own, as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What deleting it takes away: JSON pointers.
    pub paths: Vec<String>,
    /// The platform's name.
    pub platform: String,
    /// What it says.
    pub text: String,
    /// Since when.
    pub since: Option<String>,
    /// Where from.
    pub note: Option<String>,
}

impl Form {
    /// Changes one field; another subject brings a value that fits it.
    pub fn set(&mut self, field: &str, value: String) {
        match field {
            "platform" => self.platform = value,
            "subject" => {
                self.value = Self::values(&value).first().copied().unwrap_or("48").to_owned();
                self.subject = value;
            }
            "value" => self.value = value,
            "label" => self.label = value,
            "class" => self.class = value,
            "since" => self.since = value,
            "note" => self.note = value,
            _ => {}
        }
    }

    /// The values to choose from; none where a number of hours is typed.
    #[must_use]
    pub fn values(subject: &str) -> &'static [&'static str] {
        match subject {
            "basis" => &["first", "final", "unknown"],
            "change_helps" | "reason" => &["no", "yes", "unknown"],
            _ => &[],
        }
    }

    fn base(&self) -> String {
        format!("/judgement/own/{}", escaped(&self.platform))
    }

    fn evidence(&self, base: &str) -> impl Iterator<Item = Edit> + use<> {
        let given = |text: &str| if text.trim().is_empty() { Value::Null } else { Value::from(text.trim()) };
        let edits = [("since", given(&self.since)), ("note", given(&self.note))];
        let base = base.to_owned();
        edits.into_iter().map(move |(name, value)| Edit { path: format!("{base}/{name}"), value })
    }
}

impl View {
    /// Sends the rule that was written; a reason is looked up first.
    pub fn save_rule(&mut self, browser: Locale) -> Vec<Effect> {
        let locale = self.locale(browser);
        let form = self.rule.clone();
        if form.subject == "reason" {
            let label = form.label.trim();
            if label.is_empty() {
                self.say_bad(text(locale, "options_rule_label_missing", &[]));
                return vec![Effect::Focus("rule-label".to_owned())];
            }
            let ask = json!({ "kind": "settings.reason", "platform": form.platform, "label": label });
            let number = self.asked.0.saturating_add(1);
            self.asked = (number, form);
            return vec![Effect::Ask(Purpose::Reason(number), ask)];
        }
        let (name, value) = match form.subject.as_str() {
            stage @ ("review" | "review_unshipped") => {
                let hours = form.value.trim();
                (format!("deadlines/{stage}"), hours.parse::<i64>().map_or_else(|_| Value::from(hours), Value::from))
            }
            subject => (subject.to_owned(), Value::from(form.value.as_str())),
        };
        let base = form.base();
        let edits = [Edit { path: format!("{base}/{name}"), value }].into_iter().chain(form.evidence(&base)).collect();
        self.rule.sent = true;
        self.edit_all(edits)
    }

    /// The packs have told what they know of the reason that was asked for; the form may be about another by now.
    pub(super) fn reason_known(&mut self, known: &ReasonAbout, locale: Locale) -> Vec<Effect> {
        let form = self.asked.1.clone();
        let class = match (form.class.as_str(), known.class) {
            ("", None) => {
                self.say_bad(text(locale, "options_rule_class_missing", &[form.label.trim()]));
                return vec![Effect::Focus("rule-class".to_owned())];
            }
            ("", Some(class)) => json!(class),
            (class, _) => json!(class),
        };
        let own = self.state.as_ref().and_then(|state| state.settings.judgement.own.get(&form.platform));
        let label = form.label.trim().to_owned();
        let reasons = own.map(|own| &own.reasons);
        // A reason that has this spelling already is changed, not doubled.
        let same = reasons
            .and_then(|reasons| reasons.iter().find(|(_, it)| it.spellings.contains(&label)).map(|(id, _)| id.clone()));
        let free = || {
            let taken = |id: &String| reasons.is_some_and(|reasons| reasons.contains_key(id));
            (1_u32..).map(|number| format!("own.{number}")).find(|id| !taken(id)).unwrap_or_default()
        };
        let id = same.or_else(|| known.id.clone()).unwrap_or_else(free);
        let mut spellings =
            reasons.and_then(|reasons| reasons.get(&id)).map(|it| it.spellings.clone()).unwrap_or_default();
        if !spellings.contains(&label) {
            spellings.push(label);
        }
        let base = format!("{}/reasons/{}", form.base(), escaped(&id));
        let fields = [("class", class), ("counts", json!(form.value)), ("spellings", json!(spellings))];
        let edits = fields.into_iter().map(|(name, value)| Edit { path: format!("{base}/{name}"), value });
        let edits = edits.chain(form.evidence(&base)).collect();
        self.rule.sent = self.rule == form;
        self.edit_all(edits)
    }

    /// The shop's own rules.
    #[must_use]
    pub fn rule_rows(&self, browser: Locale) -> Vec<Row> {
        let locale = self.locale(browser);
        let Some(state) = &self.state else {
            return Vec::new();
        };
        state
            .settings
            .judgement
            .own
            .iter()
            .flat_map(|(id, own)| rows(id, &self.platform_name(id), own, locale))
            .collect()
    }

    /// A platform's name, by the packs.
    #[must_use]
    pub fn platform_name(&self, id: &str) -> String {
        self.about.iter().find(|pack| pack.id == id).map_or_else(|| id.to_owned(), |pack| pack.name.clone())
    }

    /// Takes a rule away, at the second press.
    pub fn drop_rule(&mut self, row: &Row, browser: Locale) -> Vec<Effect> {
        let first = row.paths.first().cloned().unwrap_or_default();
        if !self.confirmed(&first, browser) {
            return Vec::new();
        }
        self.edit_all(row.paths.iter().map(|path| Edit { path: path.clone(), value: Value::Null }).collect())
    }
}

/// The word of an answer or basis.
#[must_use]
pub fn value_text(subject: &str, value: &str, locale: Locale) -> String {
    text(locale, &format!("options_rule_{subject}_{value}"), &[])
}

fn rows(id: &str, platform: &str, own: &OwnRules, locale: Locale) -> Vec<Row> {
    let base = format!("/judgement/own/{}", escaped(id));
    let row = |path: String, text: String, since: &Option<String>, note: &Option<String>| Row {
        paths: vec![path],
        platform: platform.to_owned(),
        text,
        since: since.clone(),
        note: note.clone(),
    };
    let basis = |kind| match kind {
        BasisKind::First => "first",
        BasisKind::Final => "final",
        BasisKind::Unknown => "unknown",
    };
    let mut rows = Vec::new();
    if let Some(kind) = own.basis {
        let said = value_text("basis", basis(kind), locale);
        rows.push(row(format!("{base}/basis"), said, &own.since, &own.note));
    }
    if let Some(helps) = own.change_helps {
        let said = value_text("change_helps", answer(helps), locale);
        rows.push(row(format!("{base}/change_helps"), said, &own.since, &own.note));
    }
    for (stage, hours) in &own.deadlines {
        let stage = match stage {
            Stage::Review => "review",
            Stage::ReviewUnshipped => "review_unshipped",
        };
        let said = text(locale, &format!("options_rule_{stage}_hours"), &[&hours.to_string()]);
        rows.push(row(format!("{base}/deadlines/{stage}"), said, &own.since, &own.note));
    }
    // Date and note of these three go with the last of them.
    if let [last] = rows.as_mut_slice() {
        last.paths.extend(["since", "note"].map(|name| format!("{base}/{name}")));
    }
    for (reason, rule) in &own.reasons {
        let label = rule.spellings.first().unwrap_or(reason);
        let counts = rule.counts.map(|counts| value_text("reason", answer(counts), locale)).unwrap_or_default();
        let said = text(locale, "options_rule_reason_row", &[label, &counts]);
        rows.push(row(format!("{base}/reasons/{}", escaped(reason)), said, &rule.since, &rule.note));
    }
    rows
}

const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Unknown => "unknown",
    }
}
