//! What a reply speaks of, as one clause: the goods and all their problems.

use super::compose::{Plan, Writer};
use super::draw::Draw;
use crate::pack::Script;
use crate::review::pack::About;

impl Writer<'_> {
    /// What the goods are called in a sentence.
    pub(super) fn item(&self) -> String {
        let matter = self.matter;
        let generic = match matter.script {
            Script::Hans => "这件商品",
            Script::Hant => "這件商品",
            Script::En => "item",
        };
        let name = matter.item.clone().unwrap_or_else(|| generic.to_owned());
        let colour = ["colour", "color", "颜色", "顏色"].iter().find_map(|key| matter.input.facts.get(*key));
        match colour.map(|colour| colour.trim()) {
            Some(colour)
                if matter.item.is_some()
                    && colour.ends_with('色')
                    && colour.chars().count() <= 4
                    && matter.script != Script::En =>
            {
                format!("{colour}{name}")
            }
            _ => name,
        }
    }

    /// All the problems in one clause: the first in our words where they say as much as the buyer's, the others as the buyer says them.
    pub(super) fn what(&self, plan: Plan, draw: &mut Draw) -> String {
        let matter = self.matter;
        let script = matter.script;
        let mut says: Vec<(About, &str)> = Vec::new();
        let mut quotes: Vec<&str> = Vec::new();
        // The drafts differ in whose words lead.
        let own = matter.problems.len() > 1 || plan != Plan::Verify || draw.below(2) == 0;
        let most = if matches!(plan, Plan::Brief) { 3 } else { 4 };
        for problem in matter.problems.iter().take(most) {
            let lead = says.is_empty() && quotes.is_empty();
            match (problem.topic, problem.quote.as_deref()) {
                (Some(found), None) => says.push((found.topic.about, found.topic.lines(script).say)),
                (Some(found), Some(_)) if lead && own && !found.topic.vague => {
                    says.push((found.topic.about, found.topic.lines(script).say));
                }
                (_, Some(quote)) => quotes.push(quote),
                (None, None) => {}
            }
        }
        if says.is_empty() && quotes.is_empty() {
            says.extend(matter.pack().map(|pack| (pack.about, pack.lines(script).lines.say)));
        }
        match script {
            Script::En => english(&says, &quotes),
            Script::Hans | Script::Hant => self.chinese(&says, &quotes, draw),
        }
    }

    /// Our words first, then the buyer's, told on without quotation marks as people do.
    fn chinese(&self, says: &[(About, &str)], quotes: &[&str], draw: &mut Draw) -> String {
        let hant = self.matter.script == Script::Hant;
        let (alone, further) = if hant {
            (["您說", "您提到", "您反映"], ["您還提到", "另外您說", "您還說"])
        } else {
            (["您说", "您提到", "您反映"], ["您还提到", "另外您说", "您还说"])
        };
        let told = draw.one(if says.is_empty() { &alone } else { &further }).unwrap_or_default();
        let mut text = String::new();
        let mut goods = false;
        for (place, (about, say)) in says.iter().enumerate() {
            if place > 0 {
                text.push('，');
            }
            if *about == About::Goods && !goods {
                text.push_str(&self.item());
                goods = true;
            }
            text.push_str(say);
        }
        for (place, quote) in quotes.iter().enumerate() {
            match (place, says.is_empty()) {
                (0, true) => {
                    text.push_str(told);
                    let named = self.matter.item.as_deref().filter(|item| !speaks_of(quote, item));
                    if self.matter.about() == About::Goods
                        && let Some(item) = named
                    {
                        text.push_str(item);
                    }
                }
                (0, false) => {
                    text.push('，');
                    text.push_str(told);
                }
                _ => text.push('、'),
            }
            text.push_str(quote);
        }
        text
    }
}

/// Do the buyer's words name the goods themselves, wholly or by their last letter ("虾都臭了" of crayfish)? Then the name is not said twice.
fn speaks_of(quote: &str, item: &str) -> bool {
    let letters: Vec<char> = item.chars().collect();
    let two = letters.windows(2).any(|two| quote.contains(&String::from_iter(two)));
    two || letters.last().is_some_and(|last| quote.contains(*last))
}

/// The same in English: our words as sentences, the buyer's after them.
fn english(says: &[(About, &str)], quotes: &[&str]) -> String {
    let quoted: Vec<String> = quotes.iter().map(|quote| format!("“{}”", uncapital(quote))).collect();
    let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
    let says: Vec<&str> = says.iter().map(|(_, say)| *say).collect();
    match (says.is_empty(), quoted.is_empty()) {
        (false, true) => english_list(&says),
        (true, _) => format!("you mentioned {}", english_list(&quoted)),
        (false, false) => format!("{}, and you also mentioned {}", english_list(&says), english_list(&quoted)),
    }
}

/// Without the capital a sentence began with; names and "I" keep theirs.
fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// `a, b and c`.
fn english_list(items: &[&str]) -> String {
    match items.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
        None => String::new(),
    }
}
