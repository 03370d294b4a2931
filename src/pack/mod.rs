//! Types and loader of the knowledge in `packs/`: platforms, their reasons and rules, what a shop lays over them.

mod book;
mod check;
mod class;
mod evidence;
mod load;
mod own;
mod platform;
mod schema;
mod spelling;
#[cfg(test)]
mod tests;

use std::sync::{Arc, OnceLock};

pub use book::{Book, CommonIndex, Found};
pub use class::Class;
pub use evidence::{Answer, Confidence, Evidence, Local};
pub use load::PackProblem;
pub use own::{Own, OwnPack, OwnReason};
pub use platform::Platform;
pub use schema::*;
pub(crate) use spelling::flat as flat_label;

pub(crate) const PLATFORMS_JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/platforms.json"));
const REASONS_JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/reasons.json"));

/// All packs, indexed.
#[derive(Debug, Clone)]
pub struct Packs {
    books: [Option<Arc<Book>>; Platform::ALL.len()],
    problems: Vec<PackProblem>,
}

impl Packs {
    /// The packs this build was made with; read once.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Packs> = OnceLock::new();
        EMBEDDED.get_or_init(|| Self::read(PLATFORMS_JSON))
    }

    /// The packs with the shop's own entries laid over them. Platforms without such entries are shared, not copied.
    #[must_use]
    pub fn with_own(own: &Own) -> Self {
        let mut packs = Self::embedded().clone();
        for (id, entries) in own {
            let found = Platform::from_id(id);
            let Some((platform, slot)) = found.and_then(|found| Some((found, packs.books.get_mut(found.place())?)))
            else {
                let what = "no platform of this name".to_owned();
                packs.problems.push(PackProblem {
                    file: "settings".to_owned(),
                    key: id.clone(),
                    what,
                });
                continue;
            };
            if let Some(book) = slot {
                let mut pack = book.pack.clone();
                own::lay_over(&mut pack, platform, entries, &mut packs.problems);
                *slot = Some(Arc::new(Book::new(pack, common().clone())));
            }
        }
        packs
    }

    fn read(platforms: &str) -> Self {
        let mut problems = Vec::new();
        let mut books = [const { None }; Platform::ALL.len()];
        for (platform, pack) in load::folder(platforms, &mut problems) {
            if let Some(slot) = books.get_mut(platform.place()) {
                *slot = Some(Arc::new(Book::new(pack, common().clone())));
            }
        }
        Self { books, problems }
    }

    /// What is known of a platform; `None` when its pack could not be read.
    #[must_use]
    pub fn book(&self, platform: Platform) -> Option<&Book> {
        self.books.get(platform.place())?.as_deref()
    }

    /// What could not be used, for the options page.
    #[must_use]
    pub fn problems(&self) -> &[PackProblem] {
        &self.problems
    }
}

/// The reasons every platform shares; read once.
fn common() -> &'static Arc<CommonIndex> {
    static COMMON: OnceLock<Arc<CommonIndex>> = OnceLock::new();
    COMMON.get_or_init(|| {
        let files: serde_json::Map<String, serde_json::Value> = serde_json::from_str(REASONS_JSON).unwrap_or_default();
        let mut problems = Vec::new();
        let read = files
            .iter()
            .map(|(stem, value)| load::common(&format!("packs/reasons/{stem}.toml"), value, &mut problems));
        Arc::new(CommonIndex::new(read.collect()))
    })
}
