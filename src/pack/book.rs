//! A platform's pack with its labels indexed: from the text in the reason cell to what is known of it.

use super::class::Class;
use super::evidence::{Answer, Confidence, Evidence};
use super::finder::Finder;
use super::schema::{CommonReasons, Pack, Service};
use super::spelling;
use crate::text::fnv::WordMap;

/// A pack, ready to be asked.
#[derive(Debug, Clone)]
pub struct Book {
    /// The pack itself.
    pub pack: Pack,
    by_label: WordMap<usize>,
    /// By reason of the pack: does it tell of danger to people?
    dangers: Vec<bool>,
    /// Keys of the suffixes, in the pack's order.
    suffixes: Vec<String>,
    /// Flat words of the categories with the category's id.
    categories: Vec<(String, String)>,
    common: &'static CommonIndex,
}

/// The reasons that mean the same on every platform, indexed.
#[derive(Debug, Default)]
pub struct CommonIndex {
    by_label: WordMap<(String, Class)>,
    words: Finder,
    /// By word: the reason it gives away.
    given_away: Vec<(String, Class)>,
    danger: Finder,
}

/// What is known of a stated reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// Its id; `None` when nobody has listed it and no word gives it away.
    pub id: Option<&'a str>,
    /// Its class; `None` likewise.
    pub class: Option<Class>,
    /// Does it count, by itself, for this category?
    pub counts: Answer,
    /// Where the answer comes from.
    pub evidence: Option<&'a Evidence>,
    /// The platform's own mark stood behind the reason.
    pub marked: bool,
    /// The reason itself tells of danger to people.
    pub danger: bool,
}

impl Found<'_> {
    /// Nothing is known.
    pub const NOTHING: Self =
        Self { id: None, class: None, counts: Answer::Unknown, evidence: None, marked: false, danger: false };
}

impl CommonIndex {
    /// Takes in a common list; the first to claim a label keeps it.
    pub fn add(&mut self, list: CommonReasons) {
        for reason in list.reasons {
            for label in &reason.spellings {
                self.by_label.entry(spelling::key(label)).or_insert_with(|| (reason.id.clone(), reason.class));
            }
        }
        for word in &list.danger {
            self.danger.push(spelling::flat(word));
        }
        for words in list.words {
            for word in &words.any {
                self.words.push(spelling::flat(word));
                self.given_away.push((words.id.clone(), words.class));
            }
        }
    }

    /// Does a label, flat, tell of danger to people?
    fn is_danger(&self, flat: &str) -> bool {
        self.danger.first_in(flat).is_some()
    }

    fn find(&self, key: &str, flat: &str) -> Option<(&str, Class)> {
        let known = self.by_label.get(key);
        let (id, class) = known.or_else(|| self.given_away.get(self.words.first_in(flat)?))?;
        Some((id, *class))
    }
}

impl Book {
    /// Indexes `pack`.
    #[must_use]
    pub fn new(pack: Pack, common: &'static CommonIndex) -> Self {
        let mut by_label = WordMap::default();
        for (place, reason) in pack.reasons.iter().enumerate() {
            for label in &reason.spellings {
                by_label.entry(spelling::key(label)).or_insert(place);
                // The label as it stands saves the way over the key for nearly every row.
                by_label.entry(label.clone()).or_insert(place);
            }
        }
        let danger = |label: &String| common.is_danger(&spelling::flat(label));
        let dangers = pack.reasons.iter().map(|reason| reason.spellings.iter().any(danger)).collect();
        let suffixes = pack.suffixes.iter().map(|suffix| spelling::key(&suffix.text)).collect();
        let flat = |(id, category): (&String, &super::schema::Category)| -> Vec<(String, String)> {
            category.words.iter().map(|word| (spelling::flat(word), id.clone())).collect()
        };
        let categories = pack.categories.iter().flat_map(flat).collect();
        Self { pack, by_label, dangers, suffixes, categories, common }
    }

    /// What is known of the reason `raw` for goods of `category`.
    #[must_use]
    pub fn find(&self, raw: &str, category: Option<&str>) -> Found<'_> {
        let raw = raw.trim();
        if let Some(place) = self.by_label.get(raw) {
            return self.listed(*place, category);
        }
        let (head, suffix) = spelling::split_suffix(raw);
        let suffix = suffix.and_then(|text| {
            let key = spelling::key(text);
            let place = self.suffixes.iter().position(|suffix| *suffix == key)?;
            self.pack.suffixes.get(place)
        });
        let mut found = self.unmarked(if suffix.is_some() { head } else { raw }, category);
        if found.id.is_none() && suffix.is_none() && head != raw {
            found = self.unmarked(head, category);
        }
        if let Some(suffix) = suffix {
            found.marked = true;
            found.counts = suffix.counts;
            found.evidence = Some(&suffix.evidence);
            if found.class.is_none()
                || (suffix.counts == Answer::Yes && found.class.is_some_and(|class| !class.blames_goods()))
            {
                found.class = Some(suffix.class);
            }
        }
        found
    }

    fn unmarked(&self, label: &str, category: Option<&str>) -> Found<'_> {
        let flat = spelling::flat(label);
        let key = spelling::sorted(&flat);
        if let Some(place) = self.by_label.get(&*key) {
            return self.listed(*place, category);
        }
        match self.common.find(&key, &flat) {
            Some((id, class)) => {
                // The platform may list the same reason under other labels: what is known of it holds here too.
                let danger = self.common.is_danger(&flat);
                if let Some(place) = self.pack.reasons.iter().position(|reason| reason.id == id) {
                    let listed = self.listed(place, category);
                    return Found { danger: danger || listed.danger, ..listed };
                }
                let rule = self.pack.classes.get(&class);
                Found {
                    id: Some(id),
                    class: Some(class),
                    counts: rule.map(|rule| rule.counts).unwrap_or_default(),
                    evidence: rule.map(|rule| &rule.evidence),
                    marked: false,
                    danger,
                }
            }
            None => Found { danger: self.common.is_danger(&flat), ..Found::NOTHING },
        }
    }

    fn listed(&self, place: usize, category: Option<&str>) -> Found<'_> {
        let Some(reason) = self.pack.reasons.get(place) else {
            return Found::NOTHING;
        };
        let rule = self.pack.classes.get(&reason.class);
        let by_category = category
            .filter(|_| !reason.by_category.is_empty())
            .and_then(|name| self.category(name))
            .and_then(|id| reason.by_category.get(id))
            .copied();
        let counts = by_category.or(reason.counts).or(rule.map(|rule| rule.counts)).unwrap_or_default();
        let own = by_category.is_some() || reason.counts.is_some() || rule.is_none();
        let evidence = if own { Some(&reason.evidence) } else { rule.map(|rule| &rule.evidence) };
        let danger = self.dangers.get(place).copied().unwrap_or(false);
        Found { id: Some(&reason.id), class: Some(reason.class), counts, evidence, marked: false, danger }
    }

    /// The kind of goods a category's name on the page belongs to; the longest of the matching words decides.
    #[must_use]
    pub fn category(&self, name: &str) -> Option<&str> {
        let name = spelling::flat(name);
        let hits = self.categories.iter().filter(|(word, _)| name.contains(word.as_str()));
        hits.max_by_key(|(word, _)| word.chars().count()).map(|(_, id)| id.as_str())
    }

    /// Does this type of service never count here?
    #[must_use]
    pub fn never_counts(&self, service: Option<Service>) -> bool {
        let services = self.pack.services.as_ref();
        services.zip(service).is_some_and(|(known, service)| known.never_count.contains(&service))
    }

    /// The zone in which times without a zone are meant, and in which the platform's days begin.
    #[must_use]
    pub fn zone(&self) -> time::UtcOffset {
        self.pack.about.zone()
    }

    /// Is any piece of this book the shop's own?
    #[must_use]
    pub fn has_own(&self) -> bool {
        self.pack.basis.evidence.confidence == Confidence::Own
            || self.pack.reasons.iter().any(|reason| reason.evidence.confidence == Confidence::Own)
    }
}
