//! Structure in one line of text, for taught pages: how an element looks among its siblings, and how to get to it.
//!
//! A step is a tag, its role in brackets, names that a person chose, and where no name tells it apart its place among the siblings of its tag
//! with their number: `tr`, `div[row].line`, `p:1of4` (the second of four). `#3` is the fourth cell of a row. Steps are joined by `/`; `.` is no step.

use super::names::{bears, can_be_kept, names};
use crate::page::header::cells;
use crate::page::node::{NodeId, Tree};

/// The longest path, in characters.
pub const LONGEST: usize = 300;
/// The most steps.
const MOST_STEPS: usize = 16;

/// How an element looks, without its place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Look {
    /// Its tag.
    pub tag: String,
    /// Its role, where it has one.
    pub role: Option<String>,
    /// Names it must bear.
    pub names: Vec<String>,
}

/// A step down.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Step {
    /// To a cell of a row.
    Cell(usize),
    /// To a child: how it looks, and its place among the children of its tag with their number.
    Child(Look, Option<(usize, usize)>),
}

/// A way down from an element.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Path(pub Vec<Step>);

impl Look {
    /// How an element looks; `shared` says which of its names count.
    #[must_use]
    pub fn of(tree: &Tree<'_>, id: NodeId, shared: impl Fn(&str) -> bool) -> Self {
        let role = tree.attr(id, "role").filter(|role| is_word(role)).map(str::to_owned);
        let names = names(tree, id).filter(|name| shared(name)).take(3).map(str::to_owned).collect();
        Self { tag: tree.node(id).tag.to_string(), role, names }
    }

    /// Whether an element looks so.
    #[must_use]
    pub fn fits(&self, tree: &Tree<'_>, id: NodeId) -> bool {
        tree.node(id).tag == self.tag
            && tree.attr(id, "role").filter(|role| is_word(role)) == self.role.as_deref()
            && self.names.iter().all(|name| bears(tree, id, name))
    }

    /// Reads what [`Self::text`] writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (head, names) = text.split_once('.').map_or((text, None), |(head, names)| (head, Some(names)));
        let (tag, role) = match head.strip_suffix(']').and_then(|head| head.split_once('[')) {
            Some((tag, role)) => (tag, Some(role.to_owned())),
            None => (head, None),
        };
        let names: Vec<String> = names.map(|names| names.split('.').map(str::to_owned).collect()).unwrap_or_default();
        let sound = is_tag(tag)
            && role.as_deref().is_none_or(is_word)
            && names.len() <= 3
            && names.iter().all(|name| can_be_kept(name));
        sound.then(|| Self { tag: tag.to_owned(), role, names })
    }

    /// In text.
    #[must_use]
    pub fn text(&self) -> String {
        let role = self.role.as_ref().map(|role| format!("[{role}]")).unwrap_or_default();
        let names: String = self.names.iter().map(|name| format!(".{name}")).collect();
        format!("{}{role}{names}", self.tag)
    }
}

impl Path {
    /// Reads what [`Self::text`] writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "." {
            return Some(Self::default());
        }
        if text.len() > LONGEST.saturating_mul(4) {
            return None;
        }
        let steps: Vec<Step> = text.split('/').map(step).collect::<Option<_>>()?;
        let cells_first = steps.iter().skip(1).all(|step| matches!(step, Step::Child(..)));
        (steps.len() <= MOST_STEPS && cells_first).then_some(Self(steps))
    }

    /// In text.
    #[must_use]
    pub fn text(&self) -> String {
        if self.0.is_empty() {
            return ".".to_owned();
        }
        let step = |step: &Step| match step {
            Step::Cell(cell) => format!("#{cell}"),
            Step::Child(look, Some((place, number))) => format!("{}:{place}of{number}", look.text()),
            Step::Child(look, None) => look.text(),
        };
        self.0.iter().map(step).collect::<Vec<_>>().join("/")
    }

    /// The way from `from` down to `to`, which lies inside; by names where they tell an element apart, else by places. `None` where it is too far.
    #[must_use]
    pub fn between(tree: &Tree<'_>, from: NodeId, to: NodeId) -> Option<Self> {
        let mut steps = Vec::new();
        let mut at = to;
        while at != from {
            let parent = tree.node(at).parent.filter(|parent| tree.contains(from, *parent))?;
            steps.push(child_step(tree, parent, at));
            at = parent;
        }
        steps.reverse();
        (steps.len() < MOST_STEPS).then_some(Self(steps))
    }

    /// Where the way leads from `from`; `None` where the page has no such element, or more than one.
    #[must_use]
    pub fn follow(&self, tree: &Tree<'_>, from: NodeId) -> Option<NodeId> {
        let mut at = from;
        for step in &self.0 {
            at = match step {
                Step::Cell(cell) => cells(tree, at).get(*cell).copied()?,
                Step::Child(look, place) => child(tree, at, look, *place)?,
            };
        }
        Some(at)
    }

    /// The cell it begins with, and the rest of the way.
    #[must_use]
    pub fn split_cell(&self) -> (Option<usize>, Self) {
        match self.0.split_first() {
            Some((Step::Cell(cell), rest)) => (Some(*cell), Self(rest.to_vec())),
            _ => (None, self.clone()),
        }
    }

    /// How the element at its end looks.
    #[must_use]
    pub fn end(&self) -> Option<&Look> {
        match self.0.last() {
            Some(Step::Child(look, _)) => Some(look),
            _ => None,
        }
    }
}

fn child_step(tree: &Tree<'_>, parent: NodeId, id: NodeId) -> Step {
    let tag = tree.node(id).tag.as_ref();
    let alike: Vec<NodeId> = tree.children(parent).filter(|child| tree.node(*child).tag == tag).collect();
    let own = |name: &str| alike.iter().filter(|child| bears(tree, **child, name)).count() == 1;
    // A name with a number may say how many (`star-3`), and another record has another.
    let own = |name: &str| !name.bytes().any(|byte| byte.is_ascii_digit()) && own(name);
    // One name that no sibling bears is enough, and the first is the one that says what the element is.
    let mut taken = false;
    let look = Look::of(tree, id, |name| !taken && own(name));
    taken = !look.names.is_empty();
    let look = Look { names: look.names.into_iter().take(1).collect(), ..look };
    let place = alike.iter().position(|child| *child == id).unwrap_or_default();
    Step::Child(look, (!taken).then_some((place, alike.len())))
}

fn child(tree: &Tree<'_>, parent: NodeId, look: &Look, place: Option<(usize, usize)>) -> Option<NodeId> {
    match place {
        Some((place, number)) => {
            let alike: Vec<NodeId> = tree.children(parent).filter(|child| tree.node(*child).tag == look.tag).collect();
            alike.get(place).copied().filter(|child| alike.len() == number && look.fits(tree, *child))
        }
        None => {
            let mut fitting = tree.children(parent).filter(|child| look.fits(tree, *child));
            let first = fitting.next()?;
            fitting.next().is_none().then_some(first)
        }
    }
}

fn step(text: &str) -> Option<Step> {
    if let Some(cell) = text.strip_prefix('#').filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit())) {
        return cell.parse().ok().filter(|cell| *cell < 200).map(Step::Cell);
    }
    let Some((look, place)) = text.rsplit_once(':') else {
        return Look::parse(text).filter(|look| !look.names.is_empty()).map(|look| Step::Child(look, None));
    };
    let (place, number) = place.split_once("of")?;
    let (place, number): (usize, usize) = (place.parse().ok()?, number.parse().ok()?);
    (place < number && number <= 5000).then_some(())?;
    Look::parse(look).map(|look| Step::Child(look, Some((place, number))))
}

fn is_tag(tag: &str) -> bool {
    matches!(tag, "#shadow" | "#frame")
        || ((1..=60).contains(&tag.len())
            && tag.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'))
}

fn is_word(word: &str) -> bool {
    (1..=20).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::parse::parse_into;

    #[test]
    fn what_is_written_is_read_again() {
        for text in [
            ".",
            "#3",
            "#0/span.why",
            "div.card-body/p:1of4",
            "div[row]:0of2/span[cell].amount",
            "#shadow:0of1/b:0of1",
            "x-item:0of1",
        ] {
            assert_eq!(Path::parse(text).map(|path| path.text()).as_deref(), Some(text));
        }
        for text in [
            "",
            "/",
            "div",
            "p:4of4",
            "p:1",
            "#x",
            "a/#3",
            "#3/#3",
            "div.css-1q2w3e",
            "DIV.card",
            "p:-1of3",
            "div[Row].x",
            &"p:0of1/".repeat(40),
        ] {
            assert_eq!(Path::parse(text), None, "{text}");
        }
    }

    #[test]
    fn names_lead_past_what_is_missing_and_places_do_not() {
        let json = r#"["div","card",0,["p","no",0,"1"],["p","",0,"a"],["p","",0,"b"],["p","sum css-1q2w3e",0,"¥3"]]"#;
        let short = r#"["div","card",0,["p","no",0,"1"],["p","",0,"b"],["p","sum css-9z8y7x",0,"¥3"]]"#;
        let (mut tree, mut other) = (Tree::default(), Tree::default());
        parse_into(&mut tree, json).unwrap();
        parse_into(&mut other, short).unwrap();
        let sum = Path::between(&tree, 0, 4).unwrap();
        assert_eq!((sum.text().as_str(), sum.follow(&other, 0)), ("p.sum", Some(3)));
        let second = Path::between(&tree, 0, 3).unwrap();
        assert_eq!(
            (second.text().as_str(), second.follow(&tree, 0), second.follow(&other, 0)),
            ("p:2of4", Some(3), None)
        );
    }
}
