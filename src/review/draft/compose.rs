//! One reply out of parts: what is wrong, what is checked, what is offered, what helps the next reader.

use super::draw::Draw;
use super::frames::{Frames, Role, Slots, frames};
use crate::issue::Issue;
use crate::pack::Script;
use crate::review::input::Tone;
use crate::review::matter::Matter;
use crate::review::pack::{About, Danger, DangerLines, Knowledge, Texts, TopicLines};

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
}

/// The slots a frame may ask for.
#[cfg(test)]
pub const SLOTS: [&str; 27] = [
    "agent",
    "item",
    "says",
    "Says",
    "feel",
    "quote",
    "a",
    "A",
    "b",
    "channel",
    "who",
    "when",
    "ask",
    "check",
    "read",
    "also",
    "size",
    "fact",
    "say",
    "Say",
    "stop",
    "care",
    "keep",
    "liked",
    "says_plain",
    "B",
    "many",
];

/// Writes replies about one matter.
pub struct Writer<'a> {
    pub(super) matter: &'a Matter<'a>,
    frames: &'static Frames,
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
        let mut slots = self.slots(draw);
        let open = self.open(&mut slots, draw);
        let mut parts: Vec<(u8, String)> = vec![(0, open)]; // the higher the number, the sooner it is left out
        let act = |role: Role, draw: &mut Draw| (0, self.sentence(role, &slots, draw));
        let extra = |role: Role, rank: u8, draw: &mut Draw| (rank, self.sentence(role, &slots, draw));
        let brief = self.matter.input.tone == Tone::Brief;
        match plan {
            Plan::Brief => parts.push(act(Role::Brief, draw)),
            Plan::Resolve => {
                let late = draw.below(3) == 0;
                if !late {
                    parts.push(extra(Role::Check, 2, draw));
                }
                parts.push(act(Role::Act, draw));
                if late {
                    parts.push(extra(Role::Check, 2, draw));
                }
                parts.push(extra(Role::Read, 4, draw));
            }
            Plan::Verify => {
                parts.push(act(Role::Ask, draw));
                parts.push(extra(Role::Check, 2, draw));
                parts.push(extra(Role::Read, 4, draw));
            }
            Plan::Explain => {
                parts.push(extra(Role::Check, 2, draw));
                parts.push(extra(Role::Read, 3, draw));
                parts.push(act(Role::Act, draw));
            }
        }
        for (slot, role, rank) in [("also", Role::Also, 3), ("size", Role::Size, 5), ("fact", Role::Fact, 0)] {
            if slots.contains_key(slot) {
                let place = if role == Role::Fact { 1 } else { 2.min(parts.len()) };
                parts.insert(place, (rank, self.sentence(role, &slots, draw)));
            }
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
        let mut slots = self.slots(draw);
        slots.insert("says_plain", self.plainly());
        self.sentence(role, &slots, draw)
    }

    /// A whole reply to a danger.
    #[must_use]
    pub fn danger(&self, danger: &'static Danger, role: Role, draw: &mut Draw) -> String {
        let mut slots = self.slots(draw);
        let DangerLines { say, stop, care, keep, check } = *danger.lines(self.matter.script);
        for (slot, text) in [("say", say), ("stop", stop), ("care", care), ("keep", keep), ("check", check)] {
            slots.insert(slot, text.to_owned());
        }
        if self.matter.script == Script::En {
            slots.insert("Say", capital(say));
            slots.insert("check", capital(check));
        }
        self.sentence(role, &slots, draw)
    }

    /// An answer to praise.
    #[must_use]
    pub fn thanks(&self, number: usize, draw: &mut Draw) -> String {
        let mut slots = self.slots(draw);
        let liked = match self.matter.script {
            Script::Hans => "的认可",
            Script::Hant => "的肯定",
            Script::En => "your kind words",
        };
        slots.insert("liked", liked.to_owned());
        self.frames.thank(number, &slots)
    }

    fn sentence(&self, role: Role, slots: &Slots, draw: &mut Draw) -> String {
        let needed = match role {
            Role::Check => slots.get("check"),
            Role::Read => slots.get("read"),
            _ => None,
        };
        if matches!(role, Role::Check | Role::Read) && needed.is_none_or(String::is_empty) {
            return String::new();
        }
        let fault = Some(self.matter.fault);
        let number = draw.below(self.frames.count(role, fault));
        self.frames.render(role, fault, number, slots)
    }

    fn open(&self, slots: &mut Slots, draw: &mut Draw) -> String {
        let matter = self.matter;
        let role = match (&matter.quote, matter.about()) {
            (Some(quote), _) => {
                slots.insert("quote", quote.clone());
                Role::OpenQuote
            }
            (None, About::Goods) => Role::OpenGoods,
            (None, _) => Role::OpenOther,
        };
        self.sentence(role, slots, draw)
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

    /// The texts of the leading topic, the issue's where it has none.
    fn choose(&self, draw: &mut Draw, of: impl Fn(&TopicLines) -> &Texts) -> String {
        let script = self.matter.script;
        let topic =
            self.matter.topics.first().map(|found| of(found.topic.lines(script))).filter(|texts| !texts.is_empty());
        let issue = self.matter.pack().map(|pack| of(&pack.lines(script).lines));
        let Some(texts) = topic.or(issue) else { return String::new() };
        draw.one(texts).unwrap_or_default().to_owned()
    }

    fn slots(&self, draw: &mut Draw) -> Slots {
        let matter = self.matter;
        let script = matter.script;
        let mut slots = Slots::new();
        let says = self.says();
        let several = matter.topics.len().saturating_add(matter.others.len()) >= 2;
        let many = several && (draw.below(2) == 0 || self.mixed());
        let feel = if many {
            draw.one(&self.frames.many).unwrap_or_default().to_owned()
        } else {
            self.choose(draw, |lines| &lines.feel)
        };
        let (a, b) = self.ways(draw);
        slots.insert("Says", capital(&says));
        slots.insert("says", says);
        slots.insert("feel", feel);
        slots.insert("item", self.item());
        slots.insert("A", capital(&a));
        slots.insert("B", capital(&b));
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
        let named = channel.contains("客服");
        slots.insert("agent", if named { self.us() } else { "客服".to_owned() });
        let ask = self.choose(draw, |lines| &lines.ask);
        slots.insert("ask", if named { ask.replace("客服", &self.us()) } else { ask });
        slots.insert("channel", channel.clone());
        slots.insert("check", self.check(draw));
        slots.insert("read", self.choose(draw, |lines| &lines.read));
        self.facts(&mut slots, draw);
        slots
    }

    fn us(&self) -> String {
        if self.matter.script == Script::Hant { "我們" } else { "我们" }.to_owned()
    }

    /// What is known or checked: the topic's own, else the issue's by fault.
    fn check(&self, draw: &mut Draw) -> String {
        let script = self.matter.script;
        let own = self.matter.topics.first().map(|found| &found.topic.lines(script).check);
        if let Some(text) = own.and_then(|own| draw.one(own)) {
            return text.to_owned();
        }
        let pack = self.matter.pack().map(|pack| pack.lines(script));
        let of = |fault: usize| pack.and_then(|pack| pack.by_fault.get(fault)).filter(|texts| !texts.is_empty());
        let texts = of(self.matter.fault as usize).or_else(|| (0..4).find_map(of));
        texts.and_then(|texts| draw.one(texts)).unwrap_or_default().to_owned()
    }

    /// Two ways to settle it.
    fn ways(&self, draw: &mut Draw) -> (String, String) {
        let script = self.matter.script;
        let topic = self.matter.topics.first().map(|found| &found.topic.lines(script).fix).filter(|fix| fix.len() > 1);
        let fix = topic.or_else(|| self.matter.pack().map(|pack| &pack.lines(script).lines.fix));
        let at = |place: usize| fix.and_then(|fix| fix.get(place)).copied().unwrap_or_default().to_owned();
        // The better way stands first.
        let _ = draw.next();
        (at(0), at(1))
    }

    /// The size on the order, a second issue, what is known of the order.
    fn facts(&self, slots: &mut Slots, draw: &mut Draw) {
        let matter = self.matter;
        let facts = &matter.input.facts;
        let fact = |names: &[&str]| {
            names.iter().find_map(|name| facts.get(*name)).map(|text| text.trim()).filter(|text| !text.is_empty())
        };
        if matter.primary() == Issue::SizeFit
            && let Some(size) = fact(&["size", "尺码", "sku_size"]).filter(|size| size.chars().count() <= 8)
        {
            slots.insert("size", size.to_owned());
        }
        let settled = fact(&["decision", "resend", "after_sale", "refund", "exchange", "repair"]);
        if let Some(settled) = settled.filter(|text| text.chars().count() <= 60) {
            slots.insert("fact", settled.trim_end_matches(['。', '.', '；', ';']).to_owned());
        }
        let second = matter.topics.iter().map(|found| found.topic.issue).find(|issue| *issue != matter.primary());
        let second =
            second.or_else(|| matter.others.iter().map(|pack| pack.issue).find(|issue| *issue != matter.primary()));
        if let Some(pack) = second.and_then(|issue| Knowledge::embedded().issue(issue))
            && let Some(also) = draw.one(&pack.lines(matter.script).also)
        {
            slots.insert("also", also.to_owned());
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
