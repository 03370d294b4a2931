//! Texts of a review: which are labels, times, people, and which are the buyer's own words.

use time::UtcOffset;

use super::field::Field;
use super::hint::Hint;
use crate::page::node::{NodeId, Tree};
use crate::page::record::clean;
use crate::page::times::first_time;
use crate::page::values::is_placeholder;
use crate::text::moment::Moment;

/// A text that no label claimed.
#[derive(Debug, Clone)]
pub struct Said {
    /// What it says.
    pub text: String,
    /// Where.
    pub node: NodeId,
    /// The block it is part of.
    pub place: NodeId,
    /// What the page's names suggest.
    pub hint: Option<Hint>,
    /// Whether it stands behind the mark of an added review.
    pub added: bool,
    /// Whether a column stands over it.
    pub columned: bool,
    /// Whether it stands in the column of reviews.
    pub content: bool,
}

/// The full text where the page shows a shortened one.
#[must_use]
pub fn whole(tree: &Tree<'_>, node: NodeId, text: &str, region: NodeId) -> String {
    let text = text.trim();
    let short = text.strip_suffix("...").or_else(|| text.strip_suffix('…')).unwrap_or(text).trim();
    if short.chars().count() < 4 {
        return text.to_owned();
    }
    let up = std::iter::once(node).chain(tree.ancestors(node)).take(4).take_while(|at| tree.contains(region, *at));
    let full = up
        .filter_map(|at| tree.attr(at, "title").or_else(|| tree.attr(at, "aria-label")))
        .find(|full| full.len() > short.len() && full.trim().starts_with(short));
    full.map_or_else(|| text.to_owned(), |full| full.trim().to_owned())
}

/// A labelled value `评价时间：2026-…`; an empty rest where the value is a text of its own.
#[must_use]
pub fn label(text: &str) -> Option<(Field, String)> {
    let (label, rest) = text.split_once(['：', ':'])?;
    let label = label.trim().trim_start_matches(['[', '【', '·', '•']);
    if label.chars().count() > 14 {
        return None;
    }
    let field = Field::exactly(label).or_else(|| Field::of(label).filter(|_| label.chars().count() >= 4))?;
    (field != Field::Operation).then(|| (field, rest.trim().to_owned()))
}

/// The element in which the value of a label stands that is a text of its own: the nearest one with more in it.
#[must_use]
pub fn beside(tree: &Tree<'_>, node: NodeId, region: NodeId) -> Option<NodeId> {
    let own = tree.texts(node).len();
    let mut up = tree.ancestors(node).take(3).take_while(|at| tree.contains(region, *at));
    let around = if own > 1 { Some(node) } else { up.find(|at| tree.texts(*at).len() > own) }?;
    // What follows must be part of it, and the label must stand first: else it is a word among others.
    let first = tree.texts(around).iter().position(|text| text.node == node)?;
    (first.saturating_add(1) < tree.texts(around).len() && first <= 1).then_some(around)
}

/// The text just before a widget, near enough to be its label.
#[must_use]
pub fn label_before(tree: &Tree<'_>, widget: NodeId, region: NodeId) -> Option<String> {
    let start = tree.node(widget).text_start;
    let before = tree.all_texts().get(start.checked_sub(1)?)?;
    let near = tree
        .ancestors(widget)
        .take(2)
        .take_while(|at| tree.contains(region, *at))
        .any(|at| tree.contains(at, before.node));
    near.then(|| before.value.trim().to_owned())
}

/// The block that a text is part of: emphasis and line breaks do not end it.
#[must_use]
pub fn block(tree: &Tree<'_>, node: NodeId) -> NodeId {
    let mut at = node;
    for _ in 0..4 {
        let Some(parent) = tree.node(at).parent else { break };
        let inline = match tree.node(at).tag.as_ref() {
            "em" | "b" | "strong" | "mark" | "font" | "i" | "u" => true,
            "span" | "a" => tree.has_own_text(parent),
            _ => false,
        };
        if !inline {
            break;
        }
        at = parent;
    }
    at
}

/// Texts of one block in one; line breaks become spaces.
#[must_use]
pub fn joined(tree: &Tree<'_>, said: Vec<Said>) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    let mut last_node: Option<NodeId> = None;
    for next in said {
        if let Some(last) = all.last_mut().filter(|last| last.place == next.place && last.added == next.added) {
            let broken = tree.children(next.place).any(|child| tree.node(child).tag == "br")
                || !last.text.ends_with(is_wide) && !next.text.starts_with(is_wide);
            if broken || last_node == Some(next.node) && next.node == next.place {
                last.text.push(' ');
            }
            last.text.push_str(&next.text);
            last.node = last.place;
        } else {
            all.push(next.clone());
        }
        last_node = Some(next.node);
    }
    all
}

fn is_wide(letter: char) -> bool {
    u32::from(letter) > 0x2E7F
}

/// Which of the texts are the buyer's words: what the page calls so, else the longest text that nothing calls otherwise.
#[must_use]
pub fn content(said: &[Said], column: bool) -> Option<&Said> {
    let own = |said: &&Said| {
        !said.added && !is_placeholder(&said.text) && said.text.chars().any(|letter| !letter.is_ascii_punctuation())
    };
    let longest = |test: &dyn Fn(&Said) -> bool| {
        // Of equally long ones the first.
        said.iter().filter(own).filter(|said| test(said)).rev().max_by_key(|said| said.text.chars().count())
    };
    let in_column = |said: &Said| said.content && matches!(said.hint, None | Some(Hint::Content));
    longest(&|said| said.hint == Some(Hint::Content) && (said.content || !column))
        .or_else(|| longest(&in_column))
        .or_else(|| {
            longest(&|said| said.content && matches!(said.hint, Some(Hint::Spec | Hint::Tag))).filter(|_| false)
        })
        .or_else(|| longest(&|said| !column && !said.columned && said.hint.is_none()))
}

/// Whether the text says when something was, and little else.
#[must_use]
pub fn is_time(text: &str, zone: UtcOffset) -> bool {
    let letters = text.chars().filter(|letter| letter.is_alphabetic() && !"年月日时分秒".contains(*letter)).count();
    (text.chars().count() <= 40 && letters <= 8 && first_time(text, zone).is_some())
        || (text.chars().count() <= 80
            && english_date(text).is_some()
            && (text.chars().count() <= 24 || ["Review", "Posted", "Rated"].iter().any(|word| text.starts_with(word))))
}

/// `November 20, 2026`, `20 Nov 2026`, somewhere in the text.
#[must_use]
pub fn english_date(text: &str) -> Option<Moment> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = text.to_ascii_lowercase();
    let words: Vec<&str> =
        lower.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(3).find_map(|three| {
        let [first, second, year] = three else { return None };
        let month = |word: &str| {
            MONTHS
                .iter()
                .position(|month| word.starts_with(month) && word.bytes().all(|byte| byte.is_ascii_lowercase()))
        };
        let (month, day) = match (month(first), month(second)) {
            (Some(month), None) => (month, *second),
            (None, Some(month)) => (month, *first),
            _ => return None,
        };
        let day: u8 = day.parse().ok()?;
        let year: u16 = year.parse().ok().filter(|year| (2000..2100).contains(year))?;
        Moment::parse(&format!("{year}-{:02}-{day:02}", month.saturating_add(1)), crate::text::moment::SHANGHAI).ok()
    })
}

/// A masked or nameless buyer.
#[must_use]
pub fn is_person(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() <= 14
        && (text.contains("**")
            || matches!(
                text,
                "匿名" | "匿名用户" | "匿名买家" | "匿名評價" | "匿名评价" | "Anonymous" | "Amazon Customer"
            ))
        || text.len() <= 20 && text.chars().count() <= 4 && text.contains('*')
}

/// Whether the text is the variant that was bought: `颜色:墨绿;容量:500ml`.
#[must_use]
pub fn is_spec(text: &str) -> bool {
    let names = &super::pack::words().specs;
    let pair = |part: &str| {
        part.split_once([':', '：']).is_some_and(|(name, _)| {
            let name = name.trim();
            name.chars().count() <= 6 && names.iter().any(|word| name.contains(word.as_str()))
        })
    };
    text.chars().count() <= 60
        && text.split([';', '；', ',', '，', ' ']).filter(|part| !part.trim().is_empty()).all(pair)
}

/// Whether the text announces an added review: `追评`, `确认收货后3天后追加评论`.
#[must_use]
pub fn marks_added(text: &str) -> bool {
    let short = text.chars().take(24).collect::<String>();
    let days = short.contains('天') && ["追加", "追评", "追評"].iter().any(|word| short.contains(word));
    days || ["追评", "追評", "【追", "[追", "追加评", "追加評", "追："].iter().any(|word| short.starts_with(word))
}

/// The added words without what announces them.
#[must_use]
pub fn without_added_mark(text: &str) -> String {
    if !marks_added(text) {
        return text.trim().to_owned();
    }
    let cut = |mark: &str| text.find(mark).and_then(|at| text.get(at.saturating_add(mark.len())..));
    let rest = ["追加评论", "追加評論", "追加评价", "追加評價", "追评", "追評", "追加", "追"]
        .iter()
        .find_map(|mark| cut(mark));
    let rest = rest.unwrap_or(text).trim_start_matches([':', '：', ']', '】', ' ', '|', '内', '容']);
    clean(rest)
}

/// The limit that a counter `12/500` shows.
#[must_use]
pub fn counter(text: &str) -> Option<u32> {
    let compact: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '字').collect();
    let (used, limit) = compact.split_once('/')?;
    let (used, limit): (u32, u32) = (used.parse().ok()?, limit.parse().ok()?);
    (used <= limit && (20..=10_000).contains(&limit)).then_some(limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::moment::SHANGHAI;

    #[test]
    fn labels_and_counters() {
        assert_eq!(label("评价时间：2026-11-20"), Some((Field::ReviewedAt, "2026-11-20".to_owned())));
        assert_eq!(label("商家回复："), Some((Field::Reply, String::new())));
        assert_eq!(label("总之一句话：别买"), None);
        assert_eq!(
            (counter("0/500"), counter("12 / 150字"), counter("3/5"), counter("600/500")),
            (Some(500), Some(150), None, None)
        );
    }

    #[test]
    fn added_reviews() {
        assert_eq!(without_added_mark("确认收货后3天后追加评论：又坏了"), "又坏了");
        assert_eq!(without_added_mark("追评 用了一周起球"), "用了一周起球");
        assert!(marks_added("[追评]") && !marks_added("追着客服问了三回") && !marks_added("三天就坏"));
    }

    #[test]
    fn times_and_people() {
        assert!(is_time("2026-11-20 10:00:00", SHANGHAI) && is_time("评价于2026.11.20", SHANGHAI));
        assert!(
            is_time("Reviewed by J. Doe on November 20, 2026", SHANGHAI)
                && !is_time("It broke on November 20, 2026, a day later.", SHANGHAI)
        );
        assert!(!is_time("2026-11-20 买的，到 11-25 才到，等得花儿都谢了真的是", SHANGHAI));
        assert_eq!(
            english_date("Review by J. on November 20, 2026").map(|at| at.to_rfc3339()).as_deref(),
            Some("2026-11-20T00:00:00+08:00")
        );
        assert!(
            is_spec("颜色:墨绿;容量:500ml")
                && is_spec("尺码：M")
                && !is_spec("颜色:跟图差远了，还掉色")
                && !is_spec("质量差")
        );
        assert!(is_person("w**") && is_person("匿名用户") && is_person("阿***") && !is_person("太差了"));
    }
}
