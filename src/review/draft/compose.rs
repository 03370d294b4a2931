//! One reply out of parts: what is wrong, what is checked, what is offered, what helps the next reader.

use super::draw::Draw;
use super::frames::{Frames, Role, Slots, frames};
use crate::issue::Issue;
use crate::pack::Script;
use crate::review::input::{Fault, Tone};
use crate::review::matter::{Matter, Problem};
use crate::review::pack::{Danger, DangerLines};
use crate::review::telling::{begins_with_somebody, telling};

/// What a reply does, which is what drafts differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plan {
    /// Offers a way out at once.
    Resolve,
    /// Asks for a detail and looks into it first.
    Verify,
    /// Explains what was missing on the page, then offers.
    Explain,
    /// In two sentences.
    Brief,
}

impl Plan {
    /// The id of a draft's variant.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Resolve => "resolve",
            Self::Verify => "verify",
            Self::Explain => "explain",
            Self::Brief => "brief",
        }
    }

    /// What follows the opening.
    const fn parts(self) -> &'static [Role] {
        match self {
            Self::Resolve => &[Role::Act, Role::Note],
            Self::Verify => &[Role::Ask, Role::Note],
            Self::Explain => &[Role::Note, Role::Act],
            Self::Brief => &[Role::Brief],
        }
    }
}

/// The slots a frame may ask for.
#[cfg(test)]
pub const SLOTS: [&str; 25] = [
    "agent", "item", "what", "What", "feel", "a", "A", "b", "channel", "who", "when", "ask", "note", "size", "fact",
    "say", "Say", "stop", "care", "keep", "check", "beside", "done", "rest", "hurt",
];

/// Writes replies about one matter.
pub struct Writer<'a> {
    pub(super) matter: &'a Matter<'a>,
    pub(super) frames: &'static Frames,
}

impl<'a> Writer<'a> {
    /// For a matter.
    #[must_use]
    pub fn new(matter: &'a Matter<'a>) -> Self {
        Self { matter, frames: frames(matter.script) }
    }

    /// One reply of a kind; `draw` chooses among its parts, `most` is the longest it should be.
    #[must_use]
    pub fn reply(&self, plan: Plan, draw: &mut Draw, most: usize) -> String {
        let mut slots = self.slots(plan, draw);
        let mut parts: Vec<(u8, String)> = vec![(0, self.sentence(Role::Open, &slots, draw))]; // the higher, the sooner left out
        let brief = self.matter.input.tone == Tone::Brief;
        for role in plan.parts() {
            let rank = if *role == Role::Note { 2 } else { 0 };
            parts.push((rank, self.sentence(*role, &slots, draw)));
        }
        for (slot, role, rank) in [("size", Role::Size, 3), ("fact", Role::Fact, 0)] {
            if slots.contains_key(slot) {
                parts.insert(1, (rank, self.sentence(role, &slots, draw)));
            }
        }
        // What was complained of besides is answered in its own sentence, and then stands for the modest line.
        if slots.contains_key("beside") {
            if plan != Plan::Explain {
                parts.retain(|(rank, _)| *rank != 2);
            }
            parts.push((1, self.sentence(Role::Beside, &slots, draw)));
        }
        if self.is_short() {
            parts.push((1, self.sentence(Role::Short, &slots, draw)));
        }
        if let Some(harmed) = &self.matter.harmed {
            slots.insert("hurt", harmed.clone());
            parts.retain(|(rank, _)| *rank != 2);
            parts.push((1, self.sentence(Role::Hurt, &slots, draw)));
        }
        parts.retain(|(_, text)| !text.is_empty());
        let band = if brief { self.short() } else { most };
        let joined = |parts: &[(u8, String)]| self.joined(parts.iter().map(|(_, text)| text.as_str()));
        let mut text = joined(&parts);
        while text.chars().count() > band {
            let Some(worst) = parts.iter().map(|(rank, _)| *rank).max().filter(|rank| *rank > 0) else { break };
            if let Some(place) = parts.iter().rposition(|(rank, _)| *rank == worst) {
                parts.remove(place);
            }
            text = joined(&parts);
        }
        text
    }

    /// How long a short reply may be.
    fn short(&self) -> usize {
        if self.matter.script == Script::En { 320 } else { 100 }
    }

    /// A whole reply of one of the kinds that are one frame.
    #[must_use]
    pub fn whole(&self, role: Role, draw: &mut Draw) -> String {
        let slots = self.slots(Plan::Brief, draw);
        self.sentence(role, &slots, draw)
    }

    /// A whole reply to a danger.
    #[must_use]
    pub fn danger(&self, danger: &'static Danger, role: Role, draw: &mut Draw) -> String {
        let mut slots = self.slots(Plan::Brief, draw);
        let DangerLines { say, stop, care, keep, check } = *danger.lines(self.matter.script);
        for (slot, text) in [("say", say), ("stop", stop), ("care", care), ("keep", keep), ("check", check)] {
            slots.insert(slot, text.to_owned());
        }
        if self.matter.script == Script::En {
            slots.insert("Say", capital(say));
            slots.insert("check", capital(check));
        }
        if let Some(likely) = self.told_danger().or_else(|| self.likely_danger()) {
            let named = self.matter.item.as_deref().is_some_and(|item| super::beside::names_it(&likely, item));
            if named || begins_with_somebody(&likely) {
                slots.insert("item", String::new());
            }
            slots.insert("Say", capital(&likely));
            slots.insert("say", likely);
        }
        let mut text = self.sentence(role, &slots, draw);
        if let Some(rest) = self.rest() {
            slots.insert("rest", rest);
            if self.matter.script == Script::En {
                text.push(' ');
            }
            text.push_str(&self.sentence(Role::Rest, &slots, draw));
        }
        text
    }

    /// An answer to praise.
    #[must_use]
    pub fn thanks(&self, number: usize, draw: &mut Draw) -> String {
        let mut slots = self.slots(Plan::Brief, draw);
        slots.insert("liked", self.frames.liked.to_owned());
        self.frames.thank(number, &slots)
    }

    fn sentence(&self, role: Role, slots: &Slots, draw: &mut Draw) -> String {
        let fault = Some(self.matter.fault);
        let number = draw.below(self.frames.count(role, fault));
        if role == Role::Note && slots.get("note").is_none_or(String::is_empty) {
            return String::new();
        }
        self.frames.render(role, fault, number, slots)
    }

    fn joined<'b>(&self, parts: impl Iterator<Item = &'b str>) -> String {
        let mut text = String::new();
        for part in parts {
            if self.matter.script == Script::En && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(part.trim());
        }
        text
    }

    fn slots(&self, plan: Plan, draw: &mut Draw) -> Slots {
        let matter = self.matter;
        let script = matter.script;
        let mut slots = Slots::new();
        let what = self.what(plan, draw);
        let feel = self.feel(draw);
        let (a, b) = self.ways(draw);
        slots.insert("What", capital(&what));
        slots.insert("what", what);
        slots.insert("feel", feel);
        slots.insert("item", self.item());
        slots.insert("A", capital(&a));
        slots.insert("a", a);
        slots.insert("b", b);
        let times = if self.is_late() { &self.frames.late } else { &self.frames.when };
        slots.insert("when", draw.one(times).unwrap_or_default().to_owned());
        slots.insert("who", draw.one(&self.frames.who).unwrap_or_default().to_owned());
        let channel = match script {
            Script::Hans => &matter.rules.channel.hans,
            Script::Hant => &matter.rules.channel.hant,
            Script::En => &matter.rules.channel.en,
        };
        // "Ask the service in the service window" is not what people say.
        let (agent, us) = (self.frames.agent, self.frames.us);
        let named = !agent.is_empty() && channel.contains(agent);
        slots.insert("agent", if named { us } else { agent }.to_owned());
        let ask = self.asked(draw);
        slots.insert("ask", if named { ask.replace(agent, us) } else { ask });
        slots.insert("channel", channel.clone().into_owned());
        let note = self.of_issue(draw, |lines| &lines.note);
        // How to choose a size says nothing of what was made to the buyer's own, or wrongly.
        let by_us = |problem: &Problem| {
            problem
                .topic
                .is_some_and(|found| found.topic.fault == Some(Fault::Ours) || found.topic.issue == Issue::WrongItem)
        };
        let ours = self.is_made() || self.matter.problems.iter().any(by_us);
        let note = if ours && matter.primary() == Issue::SizeFit { String::new() } else { note };
        slots.insert("note", note);
        if let Some((says, done)) = self.beside() {
            slots.insert("beside", says);
            slots.insert("done", done);
        }
        self.facts(&mut slots);
        slots
    }

    /// The size on the order, what is known of the order.
    fn facts(&self, slots: &mut Slots) {
        let matter = self.matter;
        let facts = &matter.input.facts;
        let fact = |names: &[&str]| {
            names.iter().find_map(|name| facts.get(*name)).map(|text| text.trim()).filter(|text| !text.is_empty())
        };
        if matter.primary() == Issue::SizeFit
            && let Some(size) = fact(&telling().size_facts).filter(|size| size.chars().count() <= 8)
        {
            slots.insert("size", size.to_owned());
        }
        let settled = fact(&["decision", "resend", "after_sale", "refund", "exchange", "repair"]);
        if let Some(settled) = settled.filter(|text| text.chars().count() <= 60) {
            slots.insert("fact", settled.trim_end_matches(['。', '.', '；', ';']).to_owned());
        }
    }

    /// Late in the platform's day "before we close" is no promise.
    fn is_late(&self) -> bool {
        let hour = |now: crate::text::moment::Moment| now.hour_in(self.matter.rules.zone);
        self.matter.input.now.is_some_and(|now| hour(now) >= 16)
    }
}

/// With a capital, as a sentence begins.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
