//! What a store's reviewer does: unpacks the sources somewhere else, builds, and compares.

use std::path::Path;

use crate::build::BROWSERS;
use crate::project::Project;
use crate::run::Run;
use crate::{Result, files, zip};

/// Builds the source package in a folder of its own and compares every file of both extensions byte for byte.
pub fn gives_the_same(project: &Project, source: &Path) -> Result<bool> {
    let folder = project.target.join("rebuild").join("sources of a reviewer");
    println!("Building the source package again in {}", folder.display());
    files::remove(&folder)?;
    for (name, content) in zip::unpack(&files::read_bytes(source)?)? {
        files::write(&folder.join(name), content)?;
    }
    Run::new("cargo").args(["xtask", "build"]).dir(&folder).show()?;
    let mut different = Vec::new();
    for browser in BROWSERS {
        let ours = project.extension(browser);
        different.extend(differences(&ours, &folder.join("target/extension").join(browser))?);
    }
    for name in &different {
        println!("  differs: {name}");
    }
    println!(
        "Rebuilt from the source package: {}",
        if different.is_empty() { "the same bytes" } else { "not the same" }
    );
    Ok(different.is_empty())
}

/// Names of files that are not the same in both folders, or only in one.
fn differences(one: &Path, other: &Path) -> Result<Vec<String>> {
    let names = |folder: &Path| -> Result<Vec<String>> {
        files::walk(folder)?.iter().map(|path| super::relative(folder, path)).collect()
    };
    let mut all = names(one)?;
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
        for (path, content) in [("same", "1"), ("changed", "1"), ("sub/only", "1")] {
            files::write(&one.join(path), content).unwrap();
        }
        files::write(&other.join("same"), "1").unwrap();
        files::write(&other.join("changed"), "2").unwrap();
        assert_eq!(differences(&one, &other).unwrap(), ["changed", "sub/only"]);
        files::remove(&folder).unwrap();
    }
}
