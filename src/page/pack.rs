//! The knowledge about pages from `packs/pages/`: hosts, id shapes, header words, values, hints.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::label::Meaning;
use super::naming::Naming;
use crate::pack::Platform;

const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/pages.json"));

/// Everything `packs/pages/` says.
#[derive(Debug, Default)]
pub struct PagePacks {
    /// Meanings of header words, the more particular first.
    pub meanings: Vec<Naming<Meaning>>,
    /// Whole labels, for looking them up at once.
    pub exact: HashMap<String, Meaning>,
    /// Whole labels of cells that hold the most different things.
    pub compounds: HashMap<String, Vec<Meaning>>,
    /// Last characters of labels that are not Latin.
    pub endings: HashSet<char>,
    /// Last characters of the names of services.
    pub service_ends: HashSet<char>,
    /// Traditional to Simplified, for the characters of header words.
    pub fold: HashMap<char, char>,
    /// What stands in cells and on pages without a list.
    pub values: Values,
    /// One per platform.
    pub platforms: Vec<PlatformPage>,
}

/// See `packs/pages/values.toml`.
#[derive(Debug, Default, Deserialize)]
pub struct Values {
    /// What the buyer asks for, tried in order.
    pub service: Vec<ServiceWords>,
    /// Words that tell the state of a record or a page.
    pub states: States,
    /// Parts of reasons.
    pub reasons: Reasons,
    /// How pages call the title of the goods.
    pub goods: GoodsNames,
}

/// How pages call the title of the goods.
#[derive(Debug, Default, Deserialize)]
pub struct GoodsNames {
    /// Parts of class names and `prop` values, lower case.
    pub names: Vec<String>,
}

/// Words for one kind of service.
#[derive(Debug, Deserialize)]
pub struct ServiceWords {
    /// Its id in the contract.
    pub id: String,
    /// The words, in normal form.
    pub words: Vec<String>,
    /// Words that name it only where nothing stands with them.
    #[serde(default)]
    pub whole: Vec<String>,
}

/// Words that tell the state of a record or a page.
#[derive(Debug, Default, Deserialize)]
pub struct States {
    /// Records that are over.
    pub closed: Vec<String>,
    /// Records that are under way.
    pub open: Vec<String>,
    /// States of a parcel.
    pub parcel: Vec<String>,
    /// A list without records.
    pub empty: Vec<String>,
    /// A list that is on its way.
    pub loading: Vec<String>,
    /// A page that asks to log in.
    pub login: Vec<String>,
    /// Parts of class names of placeholders.
    pub loading_classes: Vec<String>,
}

/// Parts of reasons.
#[derive(Debug, Default, Deserialize)]
pub struct Reasons {
    /// Each stands in some platform's list of reasons.
    pub parts: Vec<String>,
}

/// What is known about one platform's pages. Everything but the host is a hint that what is on the page can overrule.
#[derive(Debug, Deserialize)]
pub struct PlatformPage {
    /// Whose pages.
    pub platform: Platform,
    /// Domains, subdomains included.
    pub hosts: Vec<String>,
    /// Parts of addresses of refund lists.
    pub list_paths: Vec<String>,
    /// Parts of addresses of a single refund.
    pub detail_paths: Vec<String>,
    /// Shapes of order numbers: literals and `d{from,to}`.
    pub order_ids: Vec<String>,
    /// Shapes of after-sales numbers.
    pub refund_ids: Vec<String>,
    /// Stable parts of the class names of a record.
    pub records: Vec<String>,
    /// Parts of addresses of review lists.
    #[serde(default)]
    pub review_paths: Vec<String>,
    /// Meaning of the cells of a record where the page has no header words.
    pub cells: Vec<Meaning>,
}

#[derive(Deserialize)]
struct Columns {
    fold: String,
    meaning: Vec<Naming<Meaning>>,
    compound: Vec<Compound>,
}

#[derive(Deserialize)]
struct Compound {
    exact: Vec<String>,
    meanings: Vec<Meaning>,
}

/// The embedded packs. A test reads them, so that broken ones are never shipped.
#[must_use]
pub fn packs() -> &'static PagePacks {
    static READ: OnceLock<PagePacks> = OnceLock::new();
    READ.get_or_init(|| read(JSON).unwrap_or_default())
}

fn read(json: &str) -> Result<PagePacks, serde_json::Error> {
    let mut files: BTreeMap<String, serde_json::Value> = serde_json::from_str(json)?;
    let columns: Columns = serde_json::from_value(files.remove("columns").unwrap_or_default())?;
    let values: Values = serde_json::from_value(files.remove("values").unwrap_or_default())?;
    // Read where they are used: `reviews::pack`.
    files.remove("reviews");
    let words = values.service.iter().flat_map(|kind| &kind.words);
    let service_ends = words.filter_map(|word| word.chars().rev().find(|letter| letter.is_alphanumeric())).collect();
    let platforms = files.into_values().map(serde_json::from_value).collect::<Result<_, _>>()?;
    let letters: Vec<char> = columns.fold.chars().collect();
    let fold = letters.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect();
    let mut compounds = HashMap::new();
    for compound in &columns.compound {
        for word in &compound.exact {
            compounds.insert(word.clone(), compound.meanings.clone());
        }
    }
    let mut exact = HashMap::new();
    let mut endings = HashSet::new();
    for words in &columns.meaning {
        for word in &words.exact {
            exact.entry(word.clone()).or_insert(words.id);
        }
        endings.extend(words.nouns.iter().filter_map(|noun| noun.chars().next_back()));
    }
    Ok(PagePacks { meanings: columns.meaning, exact, compounds, service_ends, endings, fold, values, platforms })
}

/// The platform whose back office `host` belongs to.
#[must_use]
pub fn of_host(host: &str) -> Option<&'static PlatformPage> {
    let host = host.to_ascii_lowercase();
    let belongs =
        |domain: &String| host.strip_suffix(domain.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    packs().platforms.iter().find(|page| page.hosts.iter().any(belongs))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packs_are_whole() {
        let packs = read(JSON).unwrap();
        assert!(packs.platforms.len() >= 4 && packs.meanings.len() > 15 && packs.fold.len() > 80);
        for page in &packs.platforms {
            assert!(!page.hosts.is_empty() && !page.order_ids.is_empty() && !page.refund_ids.is_empty());
        }
    }

    #[test]
    fn hosts_with_their_subdomains_only() {
        assert_eq!(of_host("myseller.taobao.com").unwrap().platform, Platform::Taobao);
        assert_eq!(of_host("MMS.pinduoduo.com").unwrap().platform, Platform::Pinduoduo);
        for host in ["nottaobao.com", "taobao.com.evil.cn", "", "localhost"] {
            assert!(of_host(host).is_none(), "{host}");
        }
    }
}
