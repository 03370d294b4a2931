//! The languages of the interface, and how a browser's language tag leads to one of them.

use serde::{Deserialize, Serialize};

/// The languages of the interface. Read from any BCP 47 tag, written as `zh-CN`, `zh-TW`, `en`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(from = "String")]
pub enum Locale {
    /// Simplified Chinese.
    #[default]
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// Traditional Chinese.
    #[serde(rename = "zh-TW")]
    ZhTw,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Locale {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::ZhCn, Self::ZhTw, Self::En];

    /// The closest language to a BCP 47 tag such as `zh-Hant-HK`, `zh_TW` or `en-GB`. The script, where the tag names one, decides before
    /// the region. A language we do not have gets English, an empty tag Simplified Chinese.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let tag = tag.trim().to_ascii_lowercase().replace('_', "-");
        let mut parts = tag.split('-');
        match parts.next() {
            None | Some("") => Self::ZhCn,
            Some("zh" | "cmn" | "yue") => {
                let rest: Vec<&str> = parts.collect();
                let has = |part: &str| rest.contains(&part);
                if !has("hans") && (has("hant") || has("tw") || has("hk") || has("mo")) {
                    Self::ZhTw
                } else {
                    Self::ZhCn
                }
            }
            Some(_) => Self::En,
        }
    }

    /// The tag for `lang` attributes and the browser's own formatters.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::ZhTw => "zh-TW",
            Self::En => "en",
        }
    }
}

impl From<String> for Locale {
    fn from(tag: String) -> Self {
        Self::from_tag(&tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_lead_to_the_closest_language() {
        for tag in ["zh-CN", "zh", "ZH_cn", "zh-Hans", "zh-Hans-HK", "zh-SG", "cmn-CN", ""] {
            assert_eq!(Locale::from_tag(tag), Locale::ZhCn, "{tag}");
        }
        for tag in ["zh-TW", "zh_TW", "zh-Hant", "zh-HK", "zh-MO", "zh-Hant-CN", "yue-HK"] {
            assert_eq!(Locale::from_tag(tag), Locale::ZhTw, "{tag}");
        }
        for tag in ["en", "en-GB", "ja-JP", "fr", "x"] {
            assert_eq!(Locale::from_tag(tag), Locale::En, "{tag}");
        }
    }

    #[test]
    fn travels_as_a_tag() {
        for locale in Locale::ALL {
            let json = serde_json::to_string(&locale).unwrap();
            assert_eq!(json, format!("\"{}\"", locale.tag()));
            assert_eq!(serde_json::from_str::<Locale>(&json).unwrap(), locale);
        }
        assert_eq!(serde_json::from_str::<Locale>("\"zh-HK\"").unwrap(), Locale::ZhTw);
    }
}
