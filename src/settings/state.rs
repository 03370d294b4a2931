//! What the options page is told: the settings that hold, what fixes or breaks them, and what is stored.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::model::Settings;
use super::page::locale;
use super::policy::is_locked;
use super::schema::PARTS;
use super::store::{Loaded, Place, Stored, bytes, load};
use crate::pack::{Packs, Platform};
use crate::page::pack::of_host;
use crate::text::order;
use crate::words::{Locale, text};

/// All that the options page shows of the settings.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct State {
    /// The language to speak.
    pub locale: Locale,
    /// What holds, policy and defaults included.
    pub settings: Settings,
    /// JSON pointers of the settings that a policy fixes.
    pub locked: Vec<String>,
    /// What could not be used of storage and policy, a sentence each.
    pub problems: Vec<String>,
    /// What is stored, and how big.
    pub stored: Vec<StoredPart>,
    /// Platforms with their hosts, those the product works on first.
    pub sites: Vec<Site>,
}

/// Something that is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredPart {
    /// A part of the settings, or the first word of other items' names: `paused`.
    pub name: String,
    /// As the browser counts.
    pub bytes: usize,
    /// Where it lies.
    pub place: Place,
    /// How many items it is.
    pub items: usize,
}

/// A platform on the options page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// Its id; of hosts that belong to none, nothing.
    pub platform: Option<String>,
    /// Its name.
    pub name: String,
    /// Is it switched on?
    pub on: bool,
    /// Does a policy fix that?
    pub locked: bool,
    /// Its hosts.
    pub hosts: Vec<Host>,
}

/// A host on the options page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Host {
    /// Its name.
    pub host: String,
    /// Does the product work there?
    pub on: bool,
    /// Does a policy fix that?
    pub locked: bool,
    /// Is it to work there, were it granted?
    pub wanted: bool,
    /// May the extension read its pages? What is not granted is asked for when the host is switched on.
    pub granted: bool,
    /// Is the permission one that a person gives, and can take back?
    pub optional: bool,
    /// Has the agent switched or paused it by its own name?
    pub switched: bool,
    /// Has a page of it been taught?
    pub taught: bool,
}

/// A host of the manifest, as the background tells it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Known {
    /// Its name.
    pub host: String,
    /// May the extension read its pages?
    pub granted: bool,
    /// Is it one of those that are asked for?
    pub optional: bool,
}

/// What the options page is told of `stored`.
#[must_use]
pub fn state(stored: &Stored, hosts: &[Known], browser: &str) -> State {
    let loaded = load(stored);
    let settings = settings(&loaded);
    let locale = locale(&settings, browser);
    // Defaults that nobody explains would look as if all that was set had been lost.
    let unread =
        (stored.sync.is_none() || stored.local.is_none()).then(|| text(locale, "settings_storage_unread", &[]));
    let problems = loaded.problems.iter().chain(&loaded.governed.problems).map(|problem| problem.text(locale));
    let problems = unread.into_iter().chain(problems).collect();
    let nothing = Map::new();
    let local = stored.local.as_ref().unwrap_or(&nothing);
    State {
        sites: sites(&settings, &loaded.governed.locked, hosts, local, locale),
        stored: parts(&loaded, local),
        locked: loaded.governed.locked,
        problems,
        settings,
        locale,
    }
}

/// The settings that hold. What was loaded is sound, so it can be read.
#[must_use]
pub fn settings(loaded: &Loaded) -> Settings {
    serde_json::from_value(Value::Object(loaded.governed.document.clone())).unwrap_or_default()
}

fn parts(loaded: &Loaded, local: &Map<String, Value>) -> Vec<StoredPart> {
    let known = PARTS.iter().filter_map(|part| {
        let (place, bytes) = *loaded.places.get(part.name)?;
        Some(StoredPart { name: part.name.to_owned(), bytes, place, items: 1 })
    });
    let mut others: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (key, value) in local.iter().filter(|(key, _)| *key != "settings") {
        let (items, size) = others.entry(key.split(':').next().unwrap_or(key)).or_default();
        *items = items.saturating_add(1);
        *size = size.saturating_add(bytes(key, value));
    }
    let others = others.into_iter().map(|(name, (items, bytes))| StoredPart {
        name: name.to_owned(),
        bytes,
        place: Place::Local,
        items,
    });
    known.chain(others).collect()
}

fn without_port(host: &str) -> &str {
    host.split(':').next().unwrap_or_default()
}

/// Hosts that the browser does not tell of: switched or paused once, fixed by policy, or of a page that a colleague has taught.
fn others(settings: &Settings, hosts: &[Known], local: &Map<String, Value>) -> Vec<Known> {
    let paused = local.keys().filter_map(|key| key.strip_prefix("paused:"));
    let named: BTreeSet<&str> = settings.sites.hosts.keys().map(String::as_str).chain(paused).collect();
    let taught = settings.pages.taught.values().map(|page| page.host.as_str());
    let taught = taught.filter(|host| named.iter().all(|name| without_port(name) != *host));
    let all: BTreeSet<&str> = named.iter().copied().chain(taught).collect();
    all.into_iter()
        .filter(|host| hosts.iter().all(|known| known.host != *host))
        .map(|host| Known {
            host: host.to_owned(),
            // A permission is for all ports of a host.
            granted: hosts.iter().any(|known| known.granted && known.host == without_port(host)),
            optional: true,
        })
        .collect()
}

fn sites(
    settings: &Settings,
    locked: &[String],
    hosts: &[Known],
    local: &Map<String, Value>,
    locale: Locale,
) -> Vec<Site> {
    let mut found: Vec<Site> = Vec::new();
    for known in hosts.iter().chain(&others(settings, hosts, local)) {
        let name = without_port(&known.host);
        let platform = of_host(name).map(|page| page.platform);
        let id = platform.map(Platform::id);
        let paused = local.get(&format!("paused:{}", known.host)).is_some();
        let locked_here = is_locked(&format!("/sites/hosts/{}", known.host), locked);
        let wanted = settings.sites.on(&known.host, id);
        let host = Host {
            host: known.host.clone(),
            on: wanted && known.granted && !paused,
            locked: locked_here,
            wanted,
            granted: known.granted,
            optional: known.optional,
            switched: paused || (settings.sites.hosts.contains_key(&known.host) && !locked_here),
            taught: settings.pages.taught.values().any(|page| page.host == name),
        };
        match found.iter_mut().find(|site| site.platform.as_deref() == id) {
            Some(site) => site.hosts.push(host),
            None => found.push(Site {
                platform: id.map(str::to_owned),
                name: platform
                    .and_then(|it| Packs::embedded().book(it))
                    .map(|it| it.pack.about.name.get(locale).to_owned())
                    .unwrap_or_default(),
                on: id.is_none_or(|id| settings.sites.platforms.get(id).copied().unwrap_or(true)),
                locked: id.is_some_and(|id| is_locked(&format!("/sites/platforms/{id}"), locked)),
                hosts: vec![host],
            }),
        }
    }
    order::by_key(&mut found, |site| u64::from(site.platform.is_none()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn stored(json: Value) -> Stored {
        serde_json::from_value(json).unwrap()
    }

    fn known(host: &str, granted: bool) -> Known {
        Known { host: host.to_owned(), granted, optional: !granted }
    }

    #[test]
    fn platforms_have_their_hosts_and_what_switches_them() {
        let stored = stored(json!({
            "sync": { "settings.sites": { "version": 1, "value": { "platforms": { "jd": false } } } },
            "local": { "paused:qn.taobao.com": true },
            "managed": { "sites": { "hosts": { "mms.pinduoduo.com": false } } } }));
        let hosts = ["localhost", "myseller.taobao.com", "qn.taobao.com", "mms.pinduoduo.com", "shop.jd.com"]
            .map(|host| known(host, true));
        let state = state(&stored, &hosts, "en");
        let seen: Vec<_> = state
            .sites
            .iter()
            .map(|site| {
                (
                    site.platform.as_deref(),
                    site.on,
                    site.hosts.iter().map(|host| (host.on, host.locked)).collect::<Vec<_>>(),
                )
            })
            .collect();
        assert_eq!(
            seen,
            [
                (Some("taobao"), true, vec![(true, false), (false, false)]),
                (Some("pinduoduo"), true, vec![(false, true)]),
                (Some("jd"), false, vec![(false, false)]),
                (None, true, vec![(true, false)]),
            ]
        );
        assert_eq!(state.sites[0].name, "Taobao/Tmall");
        assert!(!super::state(&stored, &[known("shop.jd.com", false)], "en").sites[0].hosts[0].on);
    }

    #[test]
    fn every_host_that_was_switched_paused_or_taught_is_listed_once() {
        let page = |host: &str| json!({ "title": "x", "host": host, "place": "/", "page": "refunds", "record": "tr", "columns": [] });
        let stored = stored(json!({
            "sync": { "settings.sites": { "version": 1, "value": { "hosts": { "erp.example:8080": false, "old.example": true } } } },
            "local": { "paused:oms.example": true, "paused:shop.jd.com": true,
                "settings": { "pages": { "version": 1, "value": { "taught": { "a": page("erp.example"), "b": page("wms.example") } } } } },
            "managed": { "sites": { "hosts": { "team.example": true } } } }));
        let hosts = [known("shop.jd.com", true), known("oms.example", true), known("erp.example", true)];
        let state = state(&stored, &hosts, "en");
        let seen: Vec<_> = state
            .sites
            .iter()
            .flat_map(|site| &site.hosts)
            .map(|it| (it.host.as_str(), it.granted, it.on, it.switched, it.taught))
            .collect();
        assert_eq!(
            seen,
            [
                ("shop.jd.com", true, false, true, false),
                ("oms.example", true, false, true, false),
                ("erp.example", true, true, false, true),
                ("erp.example:8080", true, false, true, true),
                ("old.example", false, false, true, false),
                ("team.example", false, false, false, false),
                ("wms.example", false, false, false, true),
            ]
        );
        let team = state.sites.iter().flat_map(|site| &site.hosts).find(|it| it.host == "team.example").unwrap();
        assert!(
            team.locked && team.wanted && team.optional,
            "a policy cannot give the browser's permission: it is asked for"
        );
    }

    #[test]
    fn what_is_stored_is_told_by_part_with_its_size() {
        let stored = stored(json!({
            "sync": { "settings.look": { "version": 1, "value": { "locale": "zh-TW" } } },
            "local": { "paused:a.cn": true, "paused:b.cn": true, "settings": { "snippets": { "version": 1, "value": {} } } } }));
        let state = state(&stored, &[], "en");
        assert_eq!(state.locale, Locale::ZhTw);
        let seen: Vec<_> = state.stored.iter().map(|it| (it.name.as_str(), it.place, it.items)).collect();
        assert_eq!(seen, [("look", Place::Sync, 1), ("snippets", Place::Local, 1), ("paused", Place::Local, 2)]);
        assert_eq!(state.stored[2].bytes, 2 * ("paused:a.cn".len() + 4));
    }

    #[test]
    fn a_storage_that_cannot_be_read_is_said_and_not_taken_for_an_empty_one() {
        let empty = stored(json!({ "sync": {}, "local": {} }));
        assert_eq!(state(&empty, &[], "zh-CN").problems, Vec::<String>::new());
        for lost in [json!({ "sync": null, "local": {} }), json!({ "sync": {}, "local": null })] {
            let told = state(&stored(lost), &[], "zh-CN").problems;
            assert_eq!(told, [text(Locale::ZhCn, "settings_storage_unread", &[])]);
        }
    }

    #[test]
    fn problems_speak_the_agents_language() {
        let stored = stored(
            json!({ "sync": { "settings.look": { "version": 1, "value": { "theme": "blue", "locale": "en" } } }, "local": {}, "managed": { "keys": 1 } }),
        );
        let state = state(&stored, &[], "zh-CN");
        assert_eq!(state.problems.len(), 2);
        assert!(state.problems[0].starts_with("/look/theme: "), "{:?}", state.problems);
        assert_eq!(serde_json::from_value::<State>(serde_json::to_value(&state).unwrap()).unwrap(), state);
    }
}
