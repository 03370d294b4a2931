//! Skips a step whose inputs are the same as when it last went well.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::project::Project;
use crate::{Result, files};

/// Runs `action` unless the content of `inputs` and `outputs` and the words in `settings` are as they were. Answers whether it ran.
pub fn step(
    project: &Project,
    name: &str,
    inputs: &[PathBuf],
    settings: &str,
    outputs: &[PathBuf],
    action: impl FnOnce() -> Result<()>,
) -> Result<bool> {
    let stamp = project.target.join("stamps").join(name);
    let given = fingerprint(&project.root, inputs, settings)?;
    let state = || Ok::<_, String>(format!("{given:016x} {:016x}", fingerprint(&project.root, outputs, "")?));
    if outputs.iter().all(|it| it.exists())
        && std::fs::read_to_string(&stamp).is_ok_and(|it| state().is_ok_and(|now| now == it))
    {
        return Ok(false);
    }
    // A step that stops halfway must not look done.
    let _ = std::fs::remove_file(&stamp);
    action()?;
    files::write(&stamp, state()?)?;
    Ok(true)
}

fn fingerprint(root: &Path, inputs: &[PathBuf], settings: &str) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    settings.hash(&mut hasher);
    for input in inputs {
        for path in files::walk(input)? {
            path.strip_prefix(root).unwrap_or(&path).hash(&mut hasher);
            files::read_bytes(&path)?.hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_runs_again_only_when_something_changed() {
        let root = std::env::temp_dir().join(format!("radar-stamp-{}", std::process::id()));
        let project = Project { root: root.clone(), target: root.join("target"), cache: root.join("cache") };
        let input = root.join("input");
        let output = root.join("output");
        files::write(&input, "one").unwrap();
        let run = |settings: &str| {
            step(&project, "s", std::slice::from_ref(&input), settings, std::slice::from_ref(&output), || {
                files::write(&output, "")
            })
            .unwrap()
        };
        assert!(run("a"));
        assert!(!run("a"));
        assert!(run("b"), "other settings");
        files::write(&input, "two").unwrap();
        assert!(run("b"), "other content");
        std::fs::remove_file(&output).unwrap();
        assert!(run("b"), "output gone");
        files::write(&output, "damaged").unwrap();
        assert!(run("b"), "output damaged");
        assert!(!run("b"));
        files::remove(&root).unwrap();
    }

    #[test]
    fn a_failed_step_leaves_no_stamp() {
        let root = std::env::temp_dir().join(format!("radar-stamp-failed-{}", std::process::id()));
        let project = Project { root: root.clone(), target: root.join("target"), cache: root.join("cache") };
        assert!(step(&project, "s", &[], "", &[], || Err("no".into())).is_err());
        assert!(step(&project, "s", &[], "", &[], || Ok(())).unwrap());
        files::remove(&root).unwrap();
    }
}
