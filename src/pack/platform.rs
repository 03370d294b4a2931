//! The platforms the packs speak about.

use serde::{Deserialize, Serialize};

/// A marketplace. Ids are those of the contract and never renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names are the platforms' own")]
pub enum Platform {
    Taobao,
    Douyin,
    Pinduoduo,
    Jd,
    Kuaishou,
    Weixin,
    Xiaohongshu,
    #[serde(rename = "1688")]
    Alibaba1688,
    Suning,
    Amazon,
    Shopee,
    Lazada,
    Aliexpress,
    Tiktok,
    Shopify,
    /// One of which nothing is known: a page that was taught. It has no place in [`Self::ALL`] and no pack.
    Unknown,
}

impl Platform {
    /// All of them, in the contract's order.
    pub const ALL: [Self; 15] = [
        Self::Taobao,
        Self::Douyin,
        Self::Pinduoduo,
        Self::Jd,
        Self::Kuaishou,
        Self::Weixin,
        Self::Xiaohongshu,
        Self::Alibaba1688,
        Self::Suning,
        Self::Amazon,
        Self::Shopee,
        Self::Lazada,
        Self::Aliexpress,
        Self::Tiktok,
        Self::Shopify,
    ];

    /// The id of the contract, which is also the name of its pack file.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Taobao => "taobao",
            Self::Douyin => "douyin",
            Self::Pinduoduo => "pinduoduo",
            Self::Jd => "jd",
            Self::Kuaishou => "kuaishou",
            Self::Weixin => "weixin",
            Self::Xiaohongshu => "xiaohongshu",
            Self::Alibaba1688 => "1688",
            Self::Suning => "suning",
            Self::Amazon => "amazon",
            Self::Shopee => "shopee",
            Self::Lazada => "lazada",
            Self::Aliexpress => "aliexpress",
            Self::Tiktok => "tiktok",
            Self::Shopify => "shopify",
            Self::Unknown => "unknown",
        }
    }

    /// The platform of an id; `None` when there is none of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|platform| platform.id() == id)
    }

    /// The place in [`Self::ALL`].
    #[must_use]
    pub const fn place(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_places_and_json_agree() {
        for (place, platform) in Platform::ALL.into_iter().enumerate() {
            assert_eq!(platform.place(), place);
            assert_eq!(Platform::from_id(platform.id()), Some(platform));
            assert_eq!(serde_json::to_value(platform).unwrap(), platform.id());
        }
        assert_eq!(Platform::from_id("ebay"), None);
    }
}
