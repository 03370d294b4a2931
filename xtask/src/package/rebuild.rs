//! What a store's reviewer does: unpacks the sources somewhere else, builds, and compares.

use std::path::{Path, PathBuf};

use crate::build::BROWSERS;
use crate::project::{self, Project};
use crate::run::Run;
use crate::{Result, files};

/// Builds these sources in another folder, which is kept in the user's cache: what they need is compiled once per machine, and a step whose
/// inputs are the same as when it was last done there is not done again (`stamp.rs` looks at what came out, too). Answers the folder.
pub fn build(project: &Project, sources: &[(String, Vec<u8>)]) -> Result<PathBuf> {
    let _lock = project::lock(&project.cache, "rebuild")?;
    let folder = project.cache.join("rebuild").join("sources of a reviewer");
    let known = folder.exists();
    let once = || {
        lay_out(&folder, sources)?;
        Run::new("cargo").args(["xtask", "build"]).dir(&folder).quiet()
    };
    // That something does not build says nothing yet where an earlier run may have been cut off: then from nothing, as a reviewer does.
    once().or_else(|error| if known { files::remove(&folder).and_then(|()| once()) } else { Err(error) })?;
    let built = project.target.join("rebuilt");
    files::remove(&built)?;
    // Another checkout may build in that folder next.
    files::copy_tree(&folder.join("target/extension"), &built, |_| true)?;
    Ok(built)
}

/// Puts exactly these files into the folder, beside what was built there. A file that is the same is left alone, for cargo goes by its time.
fn lay_out(folder: &Path, sources: &[(String, Vec<u8>)]) -> Result<()> {
    for path in files::walk(folder)? {
        let name = super::relative(folder, &path)?;
        if sources.binary_search_by(|(it, _)| it.cmp(&name)).is_err() {
            std::fs::remove_file(&path).map_err(|error| format!("cannot remove {}: {error}", path.display()))?;
        }
    }
    for (name, content) in sources {
        let path = folder.join(name);
        if !files::read_bytes(&path).is_ok_and(|it| it == *content) {
            files::write(&path, content)?;
        }
    }
    Ok(())
}

/// What is not the same in our extensions and in those that were built again.
pub fn differences(project: &Project, rebuilt: &Path) -> Result<Vec<String>> {
    let mut different = Vec::new();
    for browser in BROWSERS {
        let names = unlike(&project.extension(browser), &rebuilt.join(browser))?;
        different.extend(names.iter().map(|name| format!("{browser}/{name} is not the same in both folders")));
    }
    Ok(different)
}

/// Names of files that are not the same in both folders, or only in one.
fn unlike(one: &Path, other: &Path) -> Result<Vec<String>> {
    let names = |folder: &Path| -> Result<Vec<String>> {
        files::walk(folder)?.iter().map(|path| super::relative(folder, path)).collect()
    };
    let mut all = names(one)?;
    if all.is_empty() {
        return Err(format!("there is nothing in {}", one.display()));
    }
    all.extend(names(other)?);
    all.sort();
    all.dedup();
    let same = |name: &String| matches!((files::read_bytes(&one.join(name)), files::read_bytes(&other.join(name))), (Ok(a), Ok(b)) if a == b);
    Ok(all.into_iter().filter(|name| !same(name)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_and_a_missing_file_differ() {
        let folder = std::env::temp_dir().join(format!("radar-rebuild-{}", std::process::id()));
        let (one, other) = (folder.join("one"), folder.join("other"));
        assert!(unlike(&one, &other).is_err(), "nothing is not the same as nothing");
        for (path, content) in [("same", "1"), ("changed", "1"), ("sub/only", "1")] {
            files::write(&one.join(path), content).unwrap();
        }
        files::write(&other.join("same"), "1").unwrap();
        files::write(&other.join("changed"), "2").unwrap();
        assert_eq!(unlike(&one, &other).unwrap(), ["changed", "sub/only"]);
        files::remove(&folder).unwrap();
    }

    #[test]
    fn sources_are_laid_out_anew_but_what_is_the_same_keeps_its_time() {
        let folder = std::env::temp_dir().join(format!("radar-sources-again-{}", std::process::id()));
        for (name, content) in [("a", "1"), ("b/c", "1"), ("gone", "1"), ("target/built", "1")] {
            files::write(&folder.join(name), content).unwrap();
        }
        let time = |name: &str| std::fs::metadata(folder.join(name)).unwrap().modified().unwrap();
        let before = time("a");
        let sources = [("a", "1"), ("b/c", "2"), ("new", "1")].map(|(name, text)| (name.to_owned(), text.into()));
        lay_out(&folder, &sources).unwrap();
        let read = |name: &str| files::read(&folder.join(name)).ok();
        assert_eq!(["a", "b/c", "new", "target/built"].map(|it| read(it).unwrap()), ["1", "2", "1", "1"]);
        assert_eq!(read("gone"), None);
        assert_eq!(time("a"), before);
        files::remove(&folder).unwrap();
    }
}
