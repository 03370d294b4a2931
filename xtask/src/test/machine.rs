//! Whether something tells of the machine it was made on.

use std::path::Path;

use crate::build::BROWSERS;
use crate::project::Project;
use crate::zip::look;
use crate::{Result, files};

/// Where an artefact holds a folder of this machine.
pub fn paths_in_artefacts(project: &Project) -> Result<Vec<String>> {
    let mut paths = files::walk(&project.site())?;
    for browser in BROWSERS {
        paths.extend(files::walk(&project.extension(browser))?);
    }
    let folders = folders(project);
    let mut findings = Vec::new();
    for path in paths {
        let name = path.strip_prefix(&project.root).unwrap_or(&path).display().to_string();
        findings.extend(held(&name, &files::read_bytes(&path)?, &folders));
    }
    Ok(findings)
}

/// What a package's own fields, or the files in it, tell of the machine and the hour it was made.
pub fn told_by(project: &Project, name: &str, package: &[u8]) -> Result<Vec<String>> {
    let mut findings: Vec<String> = look::faults(package).into_iter().map(|it| format!("{name}: {it}")).collect();
    let folders = folders(project);
    for (file, content) in look::unpack(package)? {
        findings.extend(held(&format!("{file} in {name}"), &content, &folders));
    }
    Ok(findings)
}

fn folders(project: &Project) -> Vec<String> {
    let mut folders = vec![shown(&project.root), shown(&project.cache)];
    folders.extend(["HOME", "CARGO_HOME", "RUSTUP_HOME"].iter().filter_map(|it| std::env::var(it).ok()));
    folders.retain(|it| it.len() > 1);
    folders.iter().map(|it| it.trim_end_matches('/').to_owned()).collect()
}

fn held(name: &str, bytes: &[u8], folders: &[String]) -> Vec<String> {
    // A longer name that begins alike is another folder.
    let goes_on = |it: &u8| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'-' | b'.');
    let holds = |folder: &&String| {
        let mut places = bytes.windows(folder.len()).enumerate().filter(|(_, it)| *it == folder.as_bytes());
        places.any(|(at, it)| !bytes.get(at + it.len()).is_some_and(goes_on))
    };
    folders.iter().filter(holds).map(|folder| format!("{name} holds {folder}")).collect()
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zip::{Effort, Packer};

    #[test]
    fn a_path_within_a_packed_file_is_found() {
        let root = std::env::temp_dir().join("radar-machine");
        let project = Project { root: root.clone(), target: root.join("target"), cache: root.join("cache") };
        let told = |text: String| {
            let package = Packer::new(Effort::Least).pack(vec![("a.js".to_owned(), text.into_bytes())]).unwrap();
            told_by(&project, "chrome.zip", &package).unwrap()
        };
        assert_eq!(told("src/engine.rs".into()), [""; 0]);
        assert_eq!(told(format!("{}-2/src", root.display())), [""; 0], "another folder");
        for text in [format!("at {}/src/engine.rs", root.display()), format!("built in {}", root.display())] {
            let found = told(text);
            assert!(found.iter().any(|it| it.starts_with("a.js in chrome.zip holds ")), "{found:?}");
        }
    }
}
