//! Types and loader of the knowledge in `packs/`: platforms, their reasons and rules, what a shop lays over them.

mod book;
#[cfg(test)]
mod check;
mod class;
mod evidence;
mod finder;
#[cfg(test)]
mod load;
mod own;
mod packed;
mod platform;
mod schema;
pub mod source;
mod spelling;
#[cfg(test)]
mod tests;

use std::sync::{Arc, OnceLock};

pub use book::{Book, CommonIndex, Found};
pub use class::Class;
pub use evidence::{Answer, Confidence, Evidence, Local, Text};
pub use own::{Own, OwnPack, OwnReason, PackProblem};
pub use platform::Platform;
pub use schema::*;
pub(crate) use spelling::flat as flat_label;

use crate::text::packed::files;

const PLATFORMS: &str = include_str!(concat!(env!("OUT_DIR"), "/platforms.packed"));
const REASONS: &str = include_str!(concat!(env!("OUT_DIR"), "/reasons.packed"));
#[cfg(test)]
const PLATFORMS_JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/platforms.json"));
#[cfg(test)]
const REASONS_JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/reasons.json"));

/// All packs, indexed.
#[derive(Debug, Clone)]
pub struct Packs {
    /// Platforms that the shop has entries for; the others are those of the build.
    own: [Option<Arc<Book>>; Platform::ALL.len()],
    problems: Vec<PackProblem>,
}

impl Packs {
    /// The packs this build was made with; each is read when it is first asked for.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: Packs = Packs { own: [const { None }; Platform::ALL.len()], problems: Vec::new() };
        &EMBEDDED
    }

    /// The packs with the shop's own entries laid over them. Platforms without such entries are shared, not copied.
    #[must_use]
    pub fn with_own(own: &Own) -> Self {
        let mut packs = Self::embedded().clone();
        for (id, entries) in own {
            let found = Platform::from_id(id);
            let Some((platform, slot)) = found.and_then(|found| Some((found, packs.own.get_mut(found.place())?)))
            else {
                let what = "no platform of this name".to_owned();
                packs.problems.push(PackProblem { file: "settings".to_owned(), key: id.clone(), what });
                continue;
            };
            if let Some(book) = shipped(platform) {
                let mut pack = book.pack.clone();
                own::lay_over(&mut pack, platform, entries, &mut packs.problems);
                *slot = Some(Arc::new(Book::new(pack, common())));
            }
        }
        packs
    }

    /// What is known of a platform; `None` when there is no pack for it.
    #[must_use]
    pub fn book(&self, platform: Platform) -> Option<&Book> {
        match self.own.get(platform.place()) {
            Some(Some(book)) => Some(book),
            _ => shipped(platform),
        }
    }

    /// What could not be used, for the options page.
    #[must_use]
    pub fn problems(&self) -> &[PackProblem] {
        &self.problems
    }
}

/// The book of a platform as shipped; read once.
fn shipped(platform: Platform) -> Option<&'static Book> {
    static BOOKS: [OnceLock<Option<Book>>; Platform::ALL.len()] = [const { OnceLock::new() }; Platform::ALL.len()];
    let read = || {
        let (_, mut fields) = files(PLATFORMS).find(|(id, _)| *id == platform.id())?;
        Some(Book::new(packed::platform(&mut fields), common()))
    };
    BOOKS.get(platform.place())?.get_or_init(read).as_ref()
}

/// The reasons every platform shares; read once.
fn common() -> &'static CommonIndex {
    static COMMON: OnceLock<CommonIndex> = OnceLock::new();
    COMMON.get_or_init(|| {
        let mut index = CommonIndex::default();
        for (_, mut fields) in files(REASONS) {
            index.add(packed::common(&mut fields));
        }
        index
    })
}
