//! Texts of the agent's own, with slots: `您说的{{buyer_issue}}我们看到了`. Written in minijinja's template language.

use std::collections::BTreeMap;

use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value};
use serde::{Deserialize, Serialize};

use super::pinyin;

/// A snippet as the agent saves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snippet {
    /// What it is filled by, unique.
    pub id: String,
    /// What it is searched by.
    pub name: String,
    /// The template.
    pub text: String,
}

/// A template that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("{name}: line {line}, column {column}: {what}")]
pub struct SnippetError {
    /// The snippet's name.
    pub name: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters; 1 where only the line is known.
    pub column: usize,
    /// What was found.
    pub what: String,
}

/// A snippet with its slots filled, and those that nothing is known for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Filled {
    /// The text; a slot without a value stands in it as `{{name}}`.
    pub text: String,
    /// Names of the slots without a value, in the order of the text. While there are any, the text is not to be inserted.
    pub unfilled: Vec<String>,
}

/// The agent's snippets, compiled.
#[derive(Debug, Default)]
pub struct Snippets {
    environment: Environment<'static>,
    entries: Vec<(Snippet, String)>,
}

impl Snippets {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Lenient);
        Self { environment, entries: Vec::new() }
    }

    /// Adds a snippet, or puts it in the place of the one with its id. Where it does not compile the old one stays in use.
    ///
    /// # Errors
    /// [`SnippetError`] with line and column.
    pub fn put(&mut self, snippet: Snippet) -> Result<(), SnippetError> {
        let added = self.environment.add_template_owned(snippet.id.clone(), snippet.text.clone());
        added.map_err(|error| told(&snippet, &error))?;
        let initials = pinyin::initials(&snippet.name);
        match self.entries.iter_mut().find(|(known, _)| known.id == snippet.id) {
            Some(entry) => *entry = (snippet, initials),
            None => self.entries.push((snippet, initials)),
        }
        Ok(())
    }

    /// Those that a search finds, in their order: by name, by words of the text, or by the initials of the name's pinyin.
    #[must_use]
    pub fn search(&self, wanted: &str) -> Vec<&Snippet> {
        let wanted = wanted.trim().to_lowercase();
        let fits = |(snippet, initials): &&(Snippet, String)| {
            let typed = !wanted.is_empty() && wanted.chars().all(|letter| letter.is_ascii_alphanumeric());
            snippet.name.to_lowercase().contains(&wanted)
                || snippet.text.to_lowercase().contains(&wanted)
                || typed && initials.contains(&wanted)
        };
        self.entries.iter().filter(fits).map(|(snippet, _)| snippet).collect()
    }

    /// A snippet with these values in its slots; `None` when there is none of that id, an error where it cannot be rendered.
    ///
    /// # Errors
    /// [`SnippetError`] with line and column.
    pub fn fill(&self, id: &str, values: &BTreeMap<String, String>) -> Option<Result<Filled, SnippetError>> {
        let (snippet, _) = self.entries.iter().find(|(known, _)| known.id == id)?;
        let known = |slot: &str| values.get(slot).is_some_and(|value| !value.trim().is_empty());
        let unfilled: Vec<String> = slots(&snippet.text).into_iter().filter(|slot| !known(slot)).collect();
        let mut context: BTreeMap<String, Value> =
            values.iter().map(|(slot, value)| (slot.clone(), Value::from(value.as_str()))).collect();
        for slot in &unfilled {
            context.insert(slot.clone(), Value::from(format!("{{{{{slot}}}}}")));
        }
        let rendered = self.environment.get_template(id).and_then(|template| template.render(Value::from(context)));
        Some(rendered.map(|text| Filled { text, unfilled }).map_err(|error| told(snippet, &error)))
    }
}

/// The names of a template's slots, each once, in the order of the text.
#[must_use]
pub fn slots(template: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for piece in template.split("{{").skip(1) {
        let inside = piece.split("}}").next().unwrap_or_default();
        let name: String = inside
            .trim()
            .trim_start_matches('-')
            .trim_start()
            .chars()
            .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect();
        if !name.is_empty() && !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

fn told(snippet: &Snippet, error: &minijinja::Error) -> SnippetError {
    let line = error.line().unwrap_or(1).max(1);
    let start = error.range().map_or(0, |range| range.start);
    let before = snippet.text.get(..start).unwrap_or_default();
    let column = match error.range() {
        Some(_) => before.rsplit('\n').next().unwrap_or_default().chars().count().saturating_add(1),
        None => 1,
    };
    let what = match error.kind() {
        ErrorKind::SyntaxError => error.detail().unwrap_or("syntax error").to_owned(),
        _ => error.to_string(),
    };
    SnippetError { name: snippet.name.clone(), line, column, what }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snippet(name: &str, text: &str) -> Snippet {
        Snippet { id: name.to_owned(), name: name.to_owned(), text: text.to_owned() }
    }

    fn values(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn slots_are_filled_and_the_rest_reported() {
        let mut snippets = Snippets::new();
        snippets.put(snippet("尺码", "您说的{{ buyer_issue }}，{{product}}可以换码，{{ when }}办好。")).unwrap();
        let filled = snippets
            .fill("尺码", &values(&[("buyer_issue", "腰紧"), ("product", "牛仔裤"), ("when", " ")]))
            .unwrap()
            .unwrap();
        assert_eq!(filled.text, "您说的腰紧，牛仔裤可以换码，{{when}}办好。");
        assert_eq!(filled.unfilled, ["when"]);
        let filled = snippets
            .fill("尺码", &values(&[("buyer_issue", "腰紧"), ("product", "牛仔裤"), ("when", "今天")]))
            .unwrap()
            .unwrap();
        assert!(filled.unfilled.is_empty() && filled.text.ends_with("今天办好。"));
        assert!(snippets.fill("没有", &values(&[])).is_none());
    }

    #[test]
    fn a_syntax_error_names_its_place_and_the_old_one_stays() {
        let mut snippets = Snippets::new();
        snippets.put(snippet("退货", "好的{{product}}")).unwrap();
        let error = snippets.put(snippet("退货", "第一行\n请寄回{{ product }")).unwrap_err();
        assert_eq!((error.line, error.name.as_str()), (2, "退货"));
        assert!(error.column > 1 && !error.what.is_empty(), "{error}");
        let filled = snippets.fill("退货", &values(&[("product", "杯子")])).unwrap().unwrap();
        assert_eq!(filled.text, "好的杯子");
    }

    #[test]
    fn found_by_name_words_and_initials() {
        let mut snippets = Snippets::new();
        snippets.put(snippet("尺码偏小", "可以换大一码")).unwrap();
        snippets.put(snippet("物流慢", "我们去催")).unwrap();
        let names = |wanted: &str| snippets.search(wanted).iter().map(|found| found.name.clone()).collect::<Vec<_>>();
        assert_eq!(names("cmpx"), ["尺码偏小"]);
        assert_eq!(names("WLM"), ["物流慢"]);
        assert_eq!(names("换大"), ["尺码偏小"]);
        assert_eq!(names(""), ["尺码偏小", "物流慢"]);
        assert!(names("zzz").is_empty());
    }
}
