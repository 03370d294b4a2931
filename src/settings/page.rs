//! What one page is told of the settings: flat, as the engine's other rooms read them from a request.

use std::collections::BTreeMap;

use serde::Serialize;

use super::model::{Dock, Keys, MarkFrom, Settings, Target, Theme};
use crate::keys::{COMMANDS, Overrides, Sequence};
use crate::pack::{Own, Script};
use crate::page::pack::of_host;
use crate::refund::Tone;
use crate::teach::Taught;
use crate::words::Locale;

/// The settings of one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ForPage {
    /// The language to speak.
    pub locale: Locale,
    /// A refund's deadline within this many hours is close.
    pub close_hours: u32,
    /// That of an answer to a review.
    pub reply_close_hours: u32,
    /// From which level on records are marked.
    pub mark_from: MarkFrom,
    /// Up to so many stars a review is a bad one.
    pub bad_stars: u8,
    /// How messages sound.
    pub tone: Tone,
    /// The script of messages, where one is chosen.
    pub script: Option<Script>,
    /// The shop's name.
    pub shop: Option<String>,
    /// Are promised times kept as reminders?
    pub promises: bool,
    /// What the shop knows better, by platform.
    pub packs: Own,
    /// Chosen keys; for this host, and without bare keys where those are off.
    pub keys: Overrides,
    /// May signs alone be keys? What hears some that are not in the key map asks.
    pub bare: bool,
    /// What the agent has said of scores, by platform and metric.
    pub targets: BTreeMap<String, Target>,
    /// The pages of this host that were taught.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub taught: Vec<Taught>,
    /// Light or dark.
    pub theme: Theme,
    /// Where the panel stands.
    pub dock: Dock,
    /// Does the product work here?
    pub on: bool,
}

/// The settings for a page of `host` in a browser whose language is `browser`.
#[must_use]
pub fn for_page(settings: &Settings, host: &str, browser: &str) -> ForPage {
    let name = host.split(':').next().unwrap_or_default();
    let platform = of_host(name).map(|page| page.platform.id());
    let taught = settings.pages.taught.values().filter(|page| page.host == name).cloned().collect();
    ForPage {
        locale: locale(settings, browser),
        close_hours: settings.judgement.close_hours,
        reply_close_hours: settings.judgement.reply_close_hours,
        mark_from: settings.judgement.mark_from,
        bad_stars: settings.judgement.bad_stars,
        tone: settings.replies.tone,
        script: settings.replies.script,
        shop: settings.replies.shop.clone(),
        promises: settings.replies.promises,
        packs: settings.judgement.packs(),
        keys: keys(&settings.keys, host),
        bare: settings.keys.bare,
        targets: settings.targets.scores.clone(),
        taught,
        theme: settings.look.theme,
        dock: settings.look.dock.clone(),
        on: settings.sites.on(host, platform),
    }
}

/// The chosen language, else the closest to the browser's.
#[must_use]
pub fn locale(settings: &Settings, browser: &str) -> Locale {
    settings.look.locale.unwrap_or_else(|| Locale::from_tag(browser))
}

/// The keys chosen for `host`.
#[must_use]
pub fn keys(keys: &Keys, host: &str) -> Overrides {
    let mut chosen = keys.chosen.clone();
    chosen.extend(keys.sites.get(host).cloned().unwrap_or_default());
    if !keys.bare {
        for command in COMMANDS {
            let default = || command.keys.iter().map(|keys| (*keys).to_owned()).collect();
            let sequences = chosen.remove(command.id).unwrap_or_else(default);
            chosen.insert(command.id.to_owned(), sequences.into_iter().filter(|keys| !is_bare(keys)).collect());
        }
    }
    chosen
}

/// Is the sequence made of signs alone, so that speaking or a slip of the hand can type it (WCAG 2.1.4)?
#[must_use]
pub fn is_bare(keys: &str) -> bool {
    Sequence::parse(keys).is_ok_and(|sequence| sequence.strokes().iter().all(|stroke| stroke.chars().count() == 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn settings(json: Value) -> Settings {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn the_judgement_reads_what_a_page_is_told() {
        let settings = settings(json!({
            "judgement": { "close_hours": 9, "own": { "jd": { "basis": "final", "since": "2026-03-01",
                "reasons": { "our_case": { "class": "neutral", "spellings": ["店铺约定退款"], "note": "自定义" } } } } },
            "replies": { "tone": "brief", "script": "hant" } }));
        let told = serde_json::to_value(for_page(&settings, "shop.jd.com", "zh-HK")).unwrap();
        let judge: crate::refund::JudgeSettings = serde_json::from_value(told).unwrap();
        assert_eq!(
            (judge.close_hours, judge.tone, judge.script, judge.locale),
            (9, Tone::Brief, Some(Script::Hant), Locale::ZhTw)
        );
        assert_eq!(judge.packs["jd"].since.as_deref(), Some("2026-03-01"));
        assert_eq!(judge.packs["jd"].reasons[0].note.as_deref(), Some("自定义"));
    }

    #[test]
    fn nothing_set_tells_the_defaults() {
        let told = serde_json::to_value(for_page(&Settings::default(), "shop.jd.com", "en-GB")).unwrap();
        let judge: crate::refund::JudgeSettings = serde_json::from_value(told).unwrap();
        assert_eq!(judge, crate::refund::JudgeSettings { locale: Locale::En, ..Default::default() });
        let told = serde_json::to_value(for_page(&Settings::default(), "", "")).unwrap();
        assert_eq!(crate::plan::Thresholds::of(&told), crate::plan::Thresholds::default());
    }

    #[test]
    fn a_host_goes_before_its_platform_and_both_before_nothing() {
        let settings = settings(
            json!({ "sites": { "platforms": { "jd": false }, "hosts": { "shop.jd.com": true, "qn.taobao.com": false } } }),
        );
        let on = |host: &str| for_page(&settings, host, "").on;
        assert!(on("shop.jd.com") && !on("other.jd.com") && !on("other.jd.com:8443"));
        assert!(!on("qn.taobao.com") && on("myseller.taobao.com") && on("localhost:4000"));
    }

    #[test]
    fn without_bare_keys_only_chords_and_named_keys_are_left() {
        let keys = settings(
            json!({ "keys": { "bare": false, "chosen": { "refund.next": ["n", "Alt+j"], "refund.open": ["F8"] } } }),
        )
        .keys;
        let chosen = super::keys(&keys, "shop.jd.com");
        assert_eq!(
            (&chosen["refund.next"][..], &chosen["refund.open"][..]),
            (&["Alt+j".to_owned()][..], &["F8".to_owned()][..])
        );
        assert!(chosen["site.pause"].is_empty() && chosen["help.toggle"].is_empty());
        let map = crate::keys::start(Locale::En, &chosen);
        assert_eq!(map.problems, []);
        let left: Vec<&str> = map.commands.iter().flat_map(|command| &command.keys).map(String::as_str).collect();
        assert_eq!(left, ["Alt+j", "F8", "Escape"]);
    }

    #[test]
    fn a_site_may_have_keys_of_its_own() {
        let keys = settings(json!({ "keys": { "chosen": { "refund.next": ["n"], "refund.open": ["y"] }, "sites": { "shop.jd.com": { "refund.next": ["x"] } } } })).keys;
        let (here, there) = (super::keys(&keys, "shop.jd.com"), super::keys(&keys, "mms.pinduoduo.com"));
        assert_eq!(
            (&here["refund.next"][0], &here["refund.open"][0], &there["refund.next"][0]),
            (&"x".to_owned(), &"y".to_owned(), &"n".to_owned())
        );
    }
}
