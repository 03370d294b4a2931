//! Platforms and hosts, on and off. What lies beyond the manifest is asked for host by host, at the click.

use serde_json::{Value, json};
use thiserror::Error;

use super::{Effect, Purpose, View};
use crate::page::pack::of_host;
use crate::settings::kind::{Name, escaped};
use crate::settings::state::Host;
use crate::words::{Locale, text};

/// A further host that is being added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    /// As typed.
    pub typed: String,
    /// Why it was not added.
    pub trouble: Option<String>,
    /// The host that the browser is being asked for.
    asked: Option<String>,
    /// What is said once a change of a host is stored.
    pub(super) news: Option<String>,
}

/// Why what was typed is no host that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoSite {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// An address of another kind.
    #[error("{0}: neither http nor https")]
    Scheme(String),
    /// A pattern of many hosts.
    #[error("{0}: one host at a time")]
    Many(String),
    /// No name that a host can have.
    #[error("{0}: not a host")]
    Name(String),
}

impl NoSite {
    fn text(&self, locale: Locale) -> String {
        match self {
            Self::Empty => text(locale, "options_site_empty", &[]),
            Self::Scheme(found) => text(locale, "options_site_scheme", &[found]),
            Self::Many(found) => text(locale, "options_site_many", &[found]),
            Self::Name(found) => text(locale, "options_site_wrong", &[found]),
        }
    }
}

/// The host of what was typed, an address or a bare name, and its scheme where one stands there.
///
/// # Errors
/// When it is no host of the web.
pub fn host_of(typed: &str) -> Result<(String, Option<&'static str>), NoSite> {
    let typed = typed.trim();
    let (scheme, rest) = match typed.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => (Some("https"), rest),
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => (Some("http"), rest),
        Some((scheme, _)) => return Err(NoSite::Scheme(shortened(scheme))),
        None => (None, typed),
    };
    let name = rest.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    if name.is_empty() {
        return Err(if typed.is_empty() { NoSite::Empty } else { NoSite::Name(shortened(typed)) });
    }
    if name.contains('*') {
        return Err(NoSite::Many(shortened(&name)));
    }
    let host = name.split(':').next().unwrap_or_default();
    let hyphened = |label: &str| label.starts_with('-') || label.ends_with('-') || label.len() > 63;
    // A last part of digits makes an address of the whole, which has four.
    let number = |label: &str| !label.is_empty() && label.bytes().all(|it| it.is_ascii_digit());
    let octets = || host.split('.').count() == 4 && host.split('.').all(|part| part.parse::<u8>().is_ok());
    let sound = Name::Host.fits(&name)
        && !host.split('.').any(hyphened)
        && (!host.rsplit('.').next().is_some_and(number) || octets());
    if sound { Ok((host.to_owned(), scheme)) } else { Err(NoSite::Name(shortened(&name))) }
}

fn shortened(found: &str) -> String {
    found.chars().take(40).collect()
}

/// What the browser is asked for: all pages of the host. A shop's own back office is never without encryption.
fn patterns(host: &str, scheme: Option<&str>) -> Vec<String> {
    let name = host.split(':').next().unwrap_or_default();
    let schemes = match scheme {
        Some(scheme) => vec![scheme],
        None if of_host(name).is_some() => vec!["https"],
        None => vec!["https", "http"],
    };
    schemes.into_iter().map(|scheme| format!("{scheme}://{name}/*")).collect()
}

fn wake(host: &str) -> Effect {
    Effect::Ask(Purpose::Change, json!({ "kind": "site.wake", "host": host }))
}

impl View {
    /// Switches a platform.
    pub fn platform(&mut self, id: &str, on: bool) -> Vec<Effect> {
        self.edit(&format!("/sites/platforms/{}", escaped(id)), if on { Value::Null } else { Value::Bool(false) })
    }

    /// Switches a host. Before one that is not granted is switched on, the browser asks the person.
    pub fn host(&mut self, host: &Host, on: bool) -> Vec<Effect> {
        self.confirm = None;
        match (on, host.granted) {
            (true, true) => vec![wake(&host.host)],
            (true, false) => vec![Effect::Grant(host.host.clone(), patterns(&host.host, None))],
            (false, _) => self.edit(&format!("/sites/hosts/{}", escaped(&host.host)), Value::Bool(false)),
        }
    }

    /// Asks the browser for the host that was typed.
    pub fn add_site(&mut self, browser: Locale) -> Vec<Effect> {
        let locale = self.locale(browser);
        self.confirm = None;
        self.site.trouble = None;
        let (host, scheme) = match host_of(&self.site.typed) {
            Ok(found) => found,
            Err(error) => {
                self.site.trouble = Some(error.text(locale));
                return vec![Effect::Focus("site-new".to_owned())];
            }
        };
        let mut all = self.state.iter().flat_map(|state| &state.sites).flat_map(|site| &site.hosts);
        if all.any(|known| known.host == host && known.granted && scheme != Some("http")) {
            self.site.trouble = Some(text(locale, "options_site_known", &[&host]));
            return vec![Effect::Focus(format!("host-{host}"))];
        }
        self.site.asked = Some(host.clone());
        vec![Effect::Grant(host.clone(), patterns(&host, scheme))]
    }

    /// The browser has answered whether we may read the pages of `host`.
    pub fn granted(&mut self, host: &str, granted: bool, browser: Locale) -> Vec<Effect> {
        let locale = self.locale(browser);
        let typed = self.site.asked.take().is_some_and(|asked| asked == host);
        if granted {
            if typed {
                self.site = Form::default();
            }
            self.site.news = Some(text(locale, "options_site_allowed", &[host]));
            return vec![wake(host)];
        }
        let said = text(locale, "options_not_granted", &[host]);
        if typed {
            self.site.trouble = Some(said);
            return vec![Effect::Focus("site-new".to_owned())];
        }
        self.say_bad(said);
        self.begin()
    }

    /// Takes back that the pages of a host may be read, and forgets how it was switched.
    pub fn take_back(&mut self, host: &Host) -> Vec<Effect> {
        self.confirm = None;
        if host.granted {
            return vec![Effect::Revoke(host.host.clone(), patterns(&host.host, None))];
        }
        self.forget_site(&host.host)
    }

    /// The browser has taken the permission back, or has not.
    pub fn taken_back(&mut self, host: &str, done: bool, browser: Locale) -> Vec<Effect> {
        let locale = self.locale(browser);
        if !done {
            self.say_bad(text(locale, "options_site_kept", &[host]));
            return self.begin();
        }
        let said = text(locale, "options_site_taken_back", &[host]);
        let effects = self.forget_site(host);
        if effects.is_empty() {
            self.said = super::Said { text: said, bad: false };
            return self.begin();
        }
        self.site.news = Some(said);
        effects
    }

    /// The switch of its own and the pause; nothing where it has neither.
    fn forget_site(&mut self, host: &str) -> Vec<Effect> {
        let mut all = self.state.iter().flat_map(|state| &state.sites).flat_map(|site| &site.hosts);
        if !all.any(|known| known.host == host && known.switched) {
            return Vec::new();
        }
        vec![Effect::Ask(Purpose::Change, json!({ "kind": "site.forget", "host": host }))]
    }
}
