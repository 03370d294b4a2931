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
}
