//! The sentences of `packs/frames`, compiled once a script: templates with slots, in the language of the agent's own snippets.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use minijinja::{Environment, Value};

use crate::pack::Script;
use crate::review::input::Fault;
use crate::review::pack::{Texts, texts};
use crate::review::telling::Ways;
use crate::text::packed::{Packed, files};

const FRAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/frames.packed"));

/// What a sentence does in a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Names what is wrong, and regrets it.
    Open,
    /// Offers ways to settle it.
    Act,
    /// Asks for a detail first.
    Ask,
    /// Offers them in one breath.
    Brief,
    /// One modest line for the next reader.
    Note,
    /// The size on the order.
    Size,
    /// What page or agent know of the order.
    Fact,
    /// What was complained of besides the goods.
    Beside,
    /// What was complained of besides a danger.
    Rest,
    /// What of the buyer's other things was harmed.
    Hurt,
    /// What did not come is sent after, beside what settles the rest.
    Short,
    /// A whole reply to a danger.
    Danger,
    /// The same, short.
    DangerBrief,
    /// The same, asking for photos.
    DangerAsk,
    /// A whole reply where the review looks malicious.
    Calm,
    /// A whole reply to pictures without words.
    Pictures,
    /// A whole reply to stars without words.
    Wordless,
}

const ROLES: usize = 17;

/// The frames of one script.
#[derive(Debug)]
pub struct Frames {
    environment: Environment<'static>,
    counts: [[usize; 5]; ROLES],
    /// Times a promise names.
    pub when: Texts,
    /// The same late in the day.
    pub late: Texts,
    /// Who acts.
    pub who: Texts,
    /// Two ways to settle what is eaten and cannot be exchanged.
    food: Texts,
    /// Ways to settle a fault of what nobody repairs.
    regular: Texts,
    /// Ways to settle a wrong size of what is not worn.
    measured: Texts,
    /// Ways to settle what was made to the buyer's own order.
    made: Texts,
    /// What goods without a name are called.
    pub item: &'static str,
    /// Who answers the buyer in the channel.
    pub agent: &'static str,
    /// What they are called where the channel has their name.
    pub us: &'static str,
    /// What leads to the buyer's words.
    pub leads: Texts,
    /// What leads to what else was harmed.
    pub harmed: &'static str,
    /// What is thanked for.
    pub liked: &'static str,
    /// Answers to praise.
    pub thanks: Texts,
}

/// The values of a sentence's slots.
pub type Slots = BTreeMap<&'static str, String>;

/// The frames of a script; compiled when first asked for.
#[must_use]
pub fn frames(script: Script) -> &'static Frames {
    static READ: [OnceLock<Frames>; 3] = [const { OnceLock::new() }; 3];
    let [hans, hant, en] = &READ;
    let (slot, name) = match script {
        Script::Hans => (hans, "hans"),
        Script::Hant => (hant, "hant"),
        Script::En => (en, "en"),
    };
    slot.get_or_init(|| {
        let mut found = files(FRAMES).find(|(id, _)| *id == name).map(|(_, fields)| fields);
        Frames::read(found.as_mut())
    })
}

impl Frames {
    fn read(from: Option<&mut Packed>) -> Self {
        let mut frames = Self {
            environment: Environment::new(),
            counts: [[0; 5]; ROLES],
            when: Vec::new(),
            late: Vec::new(),
            who: Vec::new(),
            food: Vec::new(),
            regular: Vec::new(),
            measured: Vec::new(),
            made: Vec::new(),
            item: "",
            agent: "",
            us: "",
            leads: Vec::new(),
            harmed: "",
            liked: "",
            thanks: Vec::new(),
        };
        let Some(from) = from else { return frames };
        frames.when = texts(from);
        frames.late = texts(from);
        frames.who = texts(from);
        frames.food = texts(from);
        frames.regular = texts(from);
        frames.measured = texts(from);
        frames.made = texts(from);
        frames.item = from.text();
        frames.agent = from.text();
        frames.us = from.text();
        frames.leads = texts(from);
        frames.harmed = from.text();
        frames.liked = from.text();
        frames.thanks = texts(from);
        for (role, counts) in frames.counts.iter_mut().enumerate() {
            for (group, count) in counts.iter_mut().enumerate() {
                for (number, text) in texts(from).into_iter().enumerate() {
                    // What does not compile is left out; a test compiles them all.
                    if frames.environment.add_template_owned(name(role, group, number), text).is_ok() {
                        *count = number.saturating_add(1);
                    }
                }
            }
        }
        frames
    }

    /// The ways that stand in for such as do not suit the goods.
    #[must_use]
    pub const fn ways(&self, ways: Ways) -> &Texts {
        match ways {
            Ways::Food => &self.food,
            Ways::Regular => &self.regular,
            Ways::Measured => &self.measured,
            Ways::Made => &self.made,
        }
    }

    /// How many sentences there are for a role and a fault, those for any fault among them.
    #[must_use]
    pub fn count(&self, role: Role, fault: Option<Fault>) -> usize {
        let of =
            |group: usize| self.counts.get(role as usize).and_then(|counts| counts.get(group)).copied().unwrap_or(0);
        of(0).saturating_add(fault.map_or(0, |fault| of(group(fault))))
    }

    /// The sentence of this number, its slots filled; empty where there is none.
    #[must_use]
    pub fn render(&self, role: Role, fault: Option<Fault>, number: usize, slots: &Slots) -> String {
        let common = self.count(role, None);
        let name = match fault.filter(|_| number >= common) {
            Some(fault) => name(role as usize, group(fault), number.saturating_sub(common)),
            None => name(role as usize, 0, number),
        };
        let template = self.environment.get_template(&name);
        template.and_then(|template| template.render(values(slots))).unwrap_or_default()
    }

    /// One of the answers to praise.
    #[must_use]
    pub fn thank(&self, number: usize, slots: &Slots) -> String {
        let text = self.thanks.get(number).copied().unwrap_or_default();
        self.environment.render_str(text, values(slots)).unwrap_or_default()
    }
}

fn values(slots: &Slots) -> Value {
    let values: BTreeMap<&'static str, Value> =
        slots.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
    Value::from(values)
}

fn group(fault: Fault) -> usize {
    (fault as usize).saturating_add(1)
}

fn name(role: usize, group: usize, number: usize) -> String {
    format!("{role}.{group}.{number}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::draft::compose::SLOTS;

    #[test]
    fn every_frame_compiles_and_asks_only_for_slots_we_fill() {
        for script in [Script::Hans, Script::Hant, Script::En] {
            let frames = frames(script);
            let slots: Slots = SLOTS.iter().map(|slot| (*slot, "x".to_owned())).collect();
            for (role, counts) in frames.counts.iter().enumerate() {
                assert!(counts[0] > 0, "{script:?}: nothing for role {role}");
                for (group, count) in counts.iter().enumerate() {
                    for number in 0..*count {
                        let name = name(role, group, number);
                        let template = frames.environment.get_template(&name).unwrap();
                        let text = template.render(values(&slots)).unwrap();
                        assert!(!text.is_empty() && !text.contains("{{"), "{name}: {text}");
                        for slot in template.source().split("{{").skip(1) {
                            let slot = slot.split("}}").next().unwrap().trim();
                            assert!(SLOTS.contains(&slot), "{name} wants {slot}");
                        }
                    }
                }
            }
            let named = frames.environment.templates().any(|(_, template)| template.source().contains("{{agent}}"));
            assert_eq!(named, !frames.agent.is_empty(), "{script:?}: who answers is named where sentences ask for it");
            assert_eq!(frames.agent.is_empty(), frames.us.is_empty());
            assert!(![frames.item, frames.liked].contains(&"") && !frames.leads.is_empty());
            assert_eq!(frames.harmed.is_empty(), script == Script::En);
            assert!(frames.thanks.len() >= 3 && frames.when.len() >= 2 && !frames.who.is_empty());
        }
    }
}
