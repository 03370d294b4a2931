//! What a reply speaks of, as one clause: the goods and all their problems.

use super::compose::Writer;
use crate::pack::Script;
use crate::review::pack::About;

impl Writer<'_> {
    /// Do the complaints go beyond one subject?
    pub(super) fn mixed(&self) -> bool {
        let first = self.matter.about();
        self.matter.topics.iter().any(|found| found.topic.about != first)
            || self.matter.others.iter().any(|pack| pack.about != first)
    }

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

    /// All the problems in one clause; the goods are its subject where the first of them is about the goods.
    pub(super) fn says(&self) -> String {
        let matter = self.matter;
        let script = matter.script;
        let first = matter.about();
        let topics = matter.topics.iter().map(|found| (found.topic.about, found.topic.lines(script).say));
        let others = matter.others.iter().map(|pack| (pack.about, pack.lines(script).lines.say));
        let all: Vec<(About, &str)> = topics.chain(others).collect();
        if all.is_empty() {
            return matter.pack().map(|pack| pack.lines(script).lines.say).unwrap_or_default().to_owned();
        }
        let own: Vec<&str> = all.iter().filter(|(about, _)| *about == first).map(|(_, say)| *say).collect();
        let rest: Vec<&(About, &str)> = all.iter().filter(|(about, _)| *about != first).collect();
        if script == Script::En {
            let mut all = own;
            all.extend(rest.iter().map(|(_, say)| *say));
            return english_list(&all);
        }
        let mut text = if first == About::Goods { own.join("、") } else { own.join("，") };
        let mut goods = false;
        for (about, say) in rest {
            text.push('，');
            if *about == About::Goods && !goods {
                text.push_str(&self.item());
                goods = true;
            }
            text.push_str(say);
        }
        text
    }

    /// The problems named without a verdict, for replies that take no side.
    pub(super) fn plainly(&self) -> String {
        let says = self.says();
        match self.matter.script {
            Script::Hans => format!("关于{says}"),
            Script::Hant => format!("關於{says}"),
            Script::En => says,
        }
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
