//! What the source package holds: reviewers build from exactly these files.

use std::path::Path;

use crate::project::Project;
use crate::run::Run;
use crate::{Result, files};

/// The files under version control as they lie in the checkout, by name.
pub fn kept(project: &Project) -> Result<Vec<(String, Vec<u8>)>> {
    read(&project.root, listed(&project.root, &[])?)
}

/// The same as if all that is new were committed, too: what a test in the middle of work builds from. An unpacked source package has no version
/// control; there it is every file.
pub fn with_new(project: &Project) -> Result<Vec<(String, Vec<u8>)>> {
    let root = &project.root;
    if root.join(".git").exists() {
        return read(root, listed(root, &["--cached", "--others", "--exclude-standard"])?);
    }
    let all = files::walk(root)?;
    read(root, all.iter().map(|path| super::relative(root, path)).collect::<Result<_>>()?)
}

/// Files that no version control knows, and that so are not in the source package.
pub fn unknown(project: &Project) -> Result<Vec<String>> {
    listed(&project.root, &["--others", "--exclude-standard"])
}

fn listed(root: &Path, which: &[&str]) -> Result<Vec<String>> {
    let listed = Run::new("git").args(["ls-files", "-z"]).args(which).dir(root).quiet()?;
    let mut names: Vec<String> = listed.split('\0').filter(|it| !it.is_empty()).map(str::to_owned).collect();
    // A file that was deleted and not yet committed is still listed.
    names.retain(|name| root.join(name).is_file());
    names.sort();
    names.dedup();
    Ok(names)
}

fn read(root: &Path, names: Vec<String>) -> Result<Vec<(String, Vec<u8>)>> {
    names.into_iter().map(|name| files::read_bytes(&root.join(&name)).map(|content| (name, content))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_files_count_and_deleted_or_ignored_ones_do_not() {
        let root = std::env::temp_dir().join(format!("radar-sources-{}", std::process::id()));
        let project = Project { root: root.clone(), target: root.join("target"), cache: root.join("cache") };
        for name in ["kept", "deleted", "售后/kept", "target/built"] {
            files::write(&root.join(name), name).unwrap();
        }
        let names = |files: Vec<(String, Vec<u8>)>| files.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names(with_new(&project).unwrap()), ["deleted", "kept", "售后/kept"], "no version control");

        let git = |arguments: &[&str]| Run::new("git").args(arguments).dir(&root).quiet().unwrap();
        git(&["init", "--quiet"]);
        files::write(&root.join(".gitignore"), "/target\n").unwrap();
        git(&["add", "."]);
        std::fs::remove_file(root.join("deleted")).unwrap();
        files::write(&root.join("kept"), "changed").unwrap();
        files::write(&root.join("new"), "new").unwrap();
        assert_eq!(names(with_new(&project).unwrap()), [".gitignore", "kept", "new", "售后/kept"]);
        assert_eq!(names(kept(&project).unwrap()), [".gitignore", "kept", "售后/kept"]);
        assert_eq!(kept(&project).unwrap()[1].1, b"changed");
        assert_eq!(unknown(&project).unwrap(), ["new"]);
        files::remove(&root).unwrap();
    }
}
