//! What a reply speaks of, as one clause: the goods and all their problems.

use super::beside::{begins_with_goods, fuses, repeats, speaks_of};
use super::compose::{Plan, Writer};
use super::draw::Draw;
use super::english::{english, english_list, is_sentence, uncapital, with_subject};
use crate::pack::Script;
use crate::review::matter::Problem;
use crate::review::pack::{About, Knowledge};
use crate::review::telling::{alone, begins_with_somebody, telling};
use crate::review::topics::TopicFound;

/// So many letters may be the buyer's in one run.
const RUN: usize = 19;

impl Writer<'_> {
    /// What the goods are called in a sentence.
    pub(super) fn item(&self) -> String {
        let matter = self.matter;
        let name = matter.item.clone().unwrap_or_else(|| self.frames.item.to_owned());
        let colour = telling().colour_facts.iter().find_map(|key| matter.input.facts.get(*key));
        match colour.map(|colour| colour.trim()) {
            Some(colour)
                if matter.item.is_some()
                    && colour.ends_with(|last| telling().colour_ends.contains(last))
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
        let mut quotes: Vec<(usize, bool, &str)> = Vec::new();
        // The drafts differ in whose words lead.
        let own = matter.problems.len() > 1 || plan != Plan::Verify || draw.below(2) == 0;
        // "有色差" beside "照片是奶茶色，收到是土黄色" says nothing more.
        let detailed = matter.problems.iter().skip(1).any(|one| one.quote.is_some());
        let most = if matches!(plan, Plan::Brief) { 3 } else { 4 };
        for problem in matter.problems.iter().filter(|one| !self.is_beside(one)).take(most) {
            let lead = says.is_empty() && quotes.is_empty();
            match (problem.topic, problem.quote.as_deref()) {
                (Some(found), None) if lead && found.topic.bare && detailed => {}
                // Two topics of one thing ("材质和描述对不上", "材质和写的对不上") are told once.
                (Some(found), None) if script != Script::En && repeats(&says, found.topic.lines(script).say) => {}
                (Some(found), None) => says.push((found.topic.about, found.topic.lines(script).say)),
                // Scraps of English are told better in our words.
                (Some(found), Some(quote)) if script == Script::En && !is_sentence(quote) => {
                    says.push((found.topic.about, found.topic.lines(script).say));
                }
                (Some(found), Some(_))
                    if lead && own && !found.topic.vague && !found.topic.bare && !problem.is_particular() =>
                {
                    says.push((found.topic.about, found.topic.lines(script).say));
                }
                (_, Some(quote)) => quotes.push((problem.start, problem.harms, quote)),
                (None, None) => {}
            }
        }
        // Told on in the buyer's order: "灯也有两颗不亮" leans on what stood before it.
        crate::text::order::by_key(&mut quotes, |(start, _, _)| *start as u64);
        if script != Script::En {
            self.break_runs(&mut says, &mut quotes);
        }
        let quotes: Vec<(bool, &str)> = quotes.into_iter().map(|(_, harms, quote)| (harms, quote)).collect();
        if says.is_empty() && quotes.is_empty() {
            says.extend(matter.pack().map(|pack| (pack.about, pack.lines(script).lines.say)));
        }
        match script {
            Script::En => english(&says, &quotes, self.frames.leads.first().copied().unwrap_or_default()),
            Script::Hans | Script::Hant => self.chinese(&says, &quotes, draw),
        }
    }

    /// Where clauses that follow each other would be copied at length, the later is told in our words, or before the other.
    fn break_runs(&self, says: &mut Vec<(About, &'static str)>, quotes: &mut Vec<(usize, bool, &str)>) {
        // A turned person makes no other words of it.
        let turned = |letter: char| telling().persons.turned_letter(letter);
        let plain = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).map(turned).collect::<String>();
        let review = plain(&self.matter.words);
        let mut run = String::new();
        let mut kept = Vec::with_capacity(quotes.len());
        for (start, harms, quote) in quotes.drain(..) {
            let longer = format!("{run}{}", plain(quote));
            let follows = !run.is_empty() && review.contains(&longer);
            if follows && longer.chars().count() > RUN {
                let problem = self.matter.problems.iter().find(|one| one.start == start);
                let topic = problem.and_then(|one| one.topic);
                match topic.filter(|found| !found.topic.bare && !found.topic.vague) {
                    // Enough is told without what nobody knows.
                    None if topic.is_none() && kept.len() > 1 => {}
                    Some(found) => says.push((found.topic.about, found.topic.lines(self.matter.script).say)),
                    // Told in another order it is no copy; but what was harmed is never told before what harmed it.
                    None if harms
                        || kept.len() < 2
                        || telling().clause.leaning.iter().any(|lean| quote.starts_with(lean)) =>
                    {
                        kept.push((start, harms, quote));
                    }
                    None => kept.insert(kept.len().saturating_sub(1), (start, harms, quote)),
                }
                run.clear();
            } else {
                run = if follows { longer } else { plain(quote) };
                kept.push((start, harms, quote));
            }
        }
        *quotes = kept;
    }

    /// Is it told in a sentence of its own, beside what the reply is about?
    pub(super) fn is_beside(&self, problem: &Problem) -> bool {
        let about = self.matter.about();
        problem.is_aside() && problem.topic.is_some_and(|found| found.topic.about != about)
    }

    /// What stands beside the matter, as one clause, and what is done about it; `None` where nothing does.
    pub(super) fn beside(&self) -> Option<(String, String)> {
        let script = self.matter.script;
        let found = self.matter.problems.iter().filter(|one| self.is_beside(one)).filter_map(|one| one.topic);
        let found: Vec<TopicFound> = found.collect();
        let says: Vec<&str> = found.iter().map(|found| found.topic.lines(script).say).collect();
        let mut done: Vec<&str> = Vec::new();
        for one in &found {
            let note = Knowledge::embedded().issue(one.topic.issue)?.lines(script).note.first().copied()?;
            let note = note.trim_end_matches('.');
            if !done.contains(&note) {
                done.push(note);
            }
        }
        let (says, done) = match script {
            Script::En => (english_list(&says), done.join(". ")),
            Script::Hans | Script::Hant => (says.join("，"), done.join("，")),
        };
        (!says.is_empty()).then_some((says, done))
    }

    /// What a review of a danger complains of besides; `None` where nothing else is said.
    pub(super) fn rest(&self) -> Option<String> {
        let script = self.matter.script;
        // Without a danger of its own the first problem is the danger, unless the words tell of it elsewhere.
        let told = self.matter.danger_told.as_ref().filter(|_| script != Script::En);
        let first = told.is_none() && (self.matter.dangers.is_empty() || self.told_danger().is_some());
        let skip = usize::from(first);
        let other = |problem: &&Problem| told.is_none() || problem.quote.as_ref() != told;
        let said = self.matter.problems.iter().skip(skip).filter(other).filter_map(|problem| {
            match (problem.topic, &problem.quote) {
                (Some(found), None) => Some(found.topic.lines(script).say.to_owned()),
                (Some(found), Some(quote)) if script == Script::En && !is_sentence(quote) || !found.topic.vague => {
                    Some(found.topic.lines(script).say.to_owned())
                }
                (Some(_), Some(quote)) if script == Script::En => Some(uncapital(&with_subject(quote))),
                (Some(_), Some(quote)) => Some(quote.clone()),
                (None, _) => None,
            }
        });
        // "刹车失灵" beside a fall is told by the buyer only.
        let named = self.matter.dangers.first().is_some_and(|danger| !danger.vague);
        let also = told.cloned().filter(|_| named);
        let said: Vec<String> = also.into_iter().chain(said).take(3).collect();
        // "您还提到让您怀疑…" is not said.
        let makes = |letter: char| telling().makes.contains(letter);
        let you = |letter: char| telling().persons.you.contains(letter);
        let told = |text: &'_ str| text.trim_start_matches(makes).trim_start_matches(you).to_owned();
        let said: Vec<String> =
            said.iter().map(|text| if text.starts_with(makes) { told(text) } else { text.clone() }).collect();
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        let list = if script == Script::En { english_list(&said) } else { said.join("、") };
        (!list.is_empty()).then_some(list)
    }

    /// What happened in the buyer's words, where the danger's own say little.
    pub(super) fn told_danger(&self) -> Option<String> {
        let vague = self.matter.dangers.first().is_some_and(|danger| danger.vague);
        let chinese = self.matter.script != Script::En;
        let first = || self.matter.problems.first()?.quote.clone();
        self.matter.danger_told.clone().or_else(first).filter(|_| vague && chinese)
    }

    /// The danger in the words of what is wrong, where none of the packs' is named.
    pub(super) fn likely_danger(&self) -> Option<String> {
        let script = self.matter.script;
        let problem = self.matter.problems.first().filter(|_| self.matter.dangers.is_empty());
        if let Some(told) =
            self.matter.danger_told.clone().filter(|_| self.matter.dangers.is_empty() && script != Script::En)
        {
            return Some(told);
        }
        let problem = problem?;
        match (problem.topic, &problem.quote) {
            (Some(found), quote) if quote.is_none() || !found.topic.vague => {
                Some(found.topic.lines(script).say.to_owned())
            }
            (_, Some(quote)) if script != Script::En => Some(quote.clone()),
            _ => None,
        }
    }

    /// Our words first, then the buyer's, told on without quotation marks and in one breath, as people do.
    fn chinese(&self, says: &[(About, &str)], quotes: &[(bool, &str)], draw: &mut Draw) -> String {
        let lead = draw.one(&self.frames.leads).filter(|_| !quotes.is_empty()).unwrap_or_default();
        let mut text = lead.to_owned();
        let mut named = self.matter.about() != About::Goods;
        let mut told: Vec<String> = Vec::new();
        for (about, say) in says {
            let item = self.item();
            // "书" of "书角…" and "锅" of "粘锅" are said by the words themselves.
            let begins = item.chars().last().is_some_and(|last| say.starts_with(last)) || say.contains(&item);
            let before = if *about == About::Goods && !named && !begins { item.as_str() } else { "" };
            told.push(format!("{before}{say}"));
            named |= *about == About::Goods;
        }
        for (place, (harms, quote)) in quotes.iter().enumerate() {
            // What is told first links on to nothing.
            let quote = if place == 0 && told.is_empty() { alone(quote) } else { (*quote).to_owned() };
            let quote = quote.as_str();
            // What was harmed is the subject already.
            // A name of one letter melts into any word ("梨箱底").
            let apart = |item: &&str| {
                item.chars().count() > 1
                    && !speaks_of(quote, item)
                    && !fuses(item, quote)
                    && !begins_with_somebody(quote)
                    && !begins_with_goods(quote, self.matter.script)
            };
            let item = self.matter.item.as_deref().filter(|item| !named && !harms && apart(item));
            told.push(format!("{}{quote}", item.unwrap_or_default()));
            named = true;
        }
        if let Some(harmed) = &self.matter.harmed
            && !told.iter().any(|one| one.contains(harmed.split('和').next().unwrap_or_default()))
        {
            told.push(format!("{}{harmed}", self.frames.harmed));
        }
        text.push_str(&told.join("，"));
        text
    }
}
