//! What a setting's value may be. One description serves reading, import, policy and the policy's schema.

/// What a value may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    Switch,
    /// A whole number between two bounds, both included.
    Whole {
        /// The smallest.
        least: i64,
        /// The biggest.
        most: i64,
    },
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// A text of at most so many characters, not empty.
    Text {
        /// The most characters.
        most: usize,
    },
    /// A decimal number written as text, `4.80`: it never passes through binary floating point.
    Decimal,
    /// A day, `2026-03-01`.
    Date,
    /// A key sequence as `keys::Sequence` reads it.
    Keys,
    /// A name of this sort.
    Name(Name),
    /// How an element of a page looks, as `teach::path::Look` reads it.
    Look,
    /// A way in a page's structure, as `teach::path::Path` reads it.
    Way,
    /// Several values of one kind.
    List {
        /// What they are.
        of: &'static Kind,
        /// How many there may be.
        most: usize,
    },
    /// Values by name.
    Map {
        /// What the names are.
        names: Name,
        /// What the values are.
        of: &'static Kind,
        /// How many there may be.
        most: usize,
    },
    /// Named fields, each of its own kind.
    Object(&'static [Field]),
}

/// A field of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it may be.
    pub kind: Kind,
    /// Is the object of no use without it?
    pub needed: bool,
}

/// What the names of a map are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// A platform's id.
    Platform,
    /// A host, with its port where it has one.
    Host,
    /// A command's id.
    Command,
    /// A stage of a refund.
    Stage,
    /// A name of one's own: letters, digits and `._-/:`, at most 60.
    Id,
}

impl Kind {
    /// What stands at the end of `path`, a JSON pointer, below a value of this kind; `None` where no setting has this path.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<Self> {
        let Some(rest) = path.strip_prefix('/') else {
            return path.is_empty().then_some(*self);
        };
        let (step, deeper) = match rest.find('/') {
            Some(end) => rest.split_at(end),
            None => (rest, ""),
        };
        match self {
            Self::Object(fields) => fields.iter().find(|field| field.name == step)?.kind.at(deeper),
            Self::Map { names, of, .. } => names.fits(&unescaped(step)).then(|| of.at(deeper))?,
            _ => None,
        }
    }
}

impl Name {
    /// Is `name` one of them?
    #[must_use]
    pub fn fits(self, name: &str) -> bool {
        match self {
            Self::Platform => crate::pack::Platform::from_id(name).is_some(),
            Self::Command => crate::keys::COMMANDS.iter().any(|command| command.id == name),
            Self::Stage => super::schema::STAGES.contains(&name),
            Self::Host => is_host(name),
            Self::Id => {
                (1..=60).contains(&name.len())
                    && name.bytes().all(|it| it.is_ascii_alphanumeric() || b"._-/:".contains(&it))
            }
        }
    }
}

/// Letters of a host as browsers write it, with a port or without.
fn is_host(name: &str) -> bool {
    let (host, port) = name.split_once(':').unwrap_or((name, "0"));
    let label = |label: &str| {
        !label.is_empty() && label.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
    };
    host.len() <= 253 && host.split('.').all(label) && port.parse::<u16>().is_ok()
}

/// A step of a JSON pointer as the name it stands for (RFC 6901).
#[must_use]
pub fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// A name as a step of a JSON pointer (RFC 6901).
#[must_use]
pub fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::schema::DOCUMENT;

    #[test]
    fn paths_lead_to_kinds() {
        assert_eq!(DOCUMENT.at("/judgement/close_hours"), Some(Kind::Whole { least: 1, most: 72 }));
        assert_eq!(DOCUMENT.at("/sites/hosts/shop.jd.com"), Some(Kind::Switch));
        assert_eq!(DOCUMENT.at("/targets/scores/taobao.dsr_service/target"), Some(Kind::Decimal));
        for wrong in [
            "/judgement/colour",
            "/nothing",
            "judgement",
            "/sites/hosts/NOT A HOST",
            "/sites/platforms/ebay",
            "/look/theme/x",
        ] {
            assert_eq!(DOCUMENT.at(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn names_are_told_from_look_alikes() {
        for host in ["shop.jd.com", "localhost:8080", "127.0.0.1", "xn--fiq228c.cn"] {
            assert!(Name::Host.fits(host), "{host}");
        }
        for no_host in [
            "",
            "https://shop.jd.com",
            "shop.jd.com/",
            "Shop.JD.com",
            "a..b",
            "*.jd.com",
            "jd.com:port",
            "jd.com:99999",
        ] {
            assert!(!Name::Host.fits(no_host), "{no_host}");
        }
        assert!(Name::Command.fits("refund.next") && !Name::Command.fits("refund.agree"));
    }
}
