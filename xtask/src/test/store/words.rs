//! PRIVACY.md and the notes for reviewers say what is so.

use super::{HOSTS, browsers, permissions};
use crate::build::manifest;
use crate::project::Project;
use crate::{Result, files};

/// Ways to keep something in a browser, as scripts write them.
const KEEPS: [&str; 9] = [
    "storage.local",
    "storage.sync",
    "storage.session",
    "storage.managed",
    "sessionStorage",
    "localStorage",
    "indexedDB",
    "document.cookie",
    "caches.open",
];

/// PRIVACY.md names every permission and every place where something is kept, and none that is not used.
pub fn privacy(project: &Project) -> Result<Vec<String>> {
    let mut scripts = files::walk(&project.root.join("extension"))?;
    scripts.retain(|it| files::ends_with(it, &[".ts"]));
    let mut sources = String::new();
    for path in scripts {
        let text = files::read(&path)?;
        sources.extend(text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]));
    }
    Ok(privacy_of(&files::read(&project.root.join("PRIVACY.md"))?, &sources, &permissions(project)?))
}

fn privacy_of(text: &str, sources: &str, asked: &[String]) -> Vec<String> {
    let mut findings = Vec::new();
    // A point goes on in the indented lines after it.
    let text = text.replace("\n  ", " ");
    let line = |head: &str| text.lines().find(|it| it.starts_with(&format!("- **{head}"))).unwrap_or_default();
    let named = |head: &str| line(head).split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let used: Vec<String> = KEEPS.iter().filter(|it| sources.contains(**it)).map(|it| (*it).to_owned()).collect();
    for (head, wanted) in [("Permissions", asked), ("Where it is kept", &used)] {
        let named = named(head);
        findings
            .extend(wanted.iter().filter(|it| !named.contains(it)).map(|it| format!("{head}: `{it}` is not named")));
        findings.extend(named.iter().filter(|it| !wanted.contains(it)).map(|it| format!("{head}: `{it}` is not used")));
    }
    findings
}

/// The notes tell a reviewer how to build, with what, what is asked for and why, and for which browsers.
pub fn reviewer_notes(project: &Project) -> Result<Vec<String>> {
    let text = files::read(&project.root.join("docs/store/reviewer-notes.md"))?;
    let package = manifest::parse(&project.root.join("package.json"))?;
    let of_npm = |name: &str| package["devDependencies"][name].as_str().unwrap_or("?").to_owned();
    let rust = files::read(&project.root.join("xtask/Cargo.toml"))?;
    let rust =
        rust.lines().find_map(|it| it.strip_prefix("rust-version = ")).unwrap_or("?").trim_matches('"').to_owned();
    let node = package["engines"]["node"].as_str().unwrap_or("?").trim_start_matches(">=").to_owned();
    let mut wanted = vec![
        "\ncargo xtask build ".to_owned(),
        format!("Rust {rust} or newer"),
        format!("Node.js {node} or newer"),
        format!("wasm-pack {}", crate::tools::WASM_PACK),
        format!("wasm-bindgen {}", project.locked_version("wasm-bindgen")?),
        format!("binaryen {}", of_npm("binaryen")),
        format!("esbuild {}", of_npm("esbuild")),
    ];
    wanted.extend(permissions(project)?.into_iter().filter(|it| it != HOSTS).map(|it| format!("`{it}`")));
    wanted.push("Host permissions".into());
    wanted.push(browsers::oldest(project)?.0);
    Ok(wanted
        .iter()
        .filter(|it| !text.contains(it.as_str()))
        .map(|it| format!("the notes lack: {}", it.trim()))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_named_and_what_is_not_used_are_told() {
        let text =
            "- **Permissions:** `storage`, and `tabs`.\n- **Where it is kept:** `storage.local`,\n  `storage.sync`.\n";
        let asked = ["storage", "scripting"].map(str::to_owned);
        let found = privacy_of(text, "chrome.storage.local.get(); indexedDB.open()", &asked);
        let wanted = [
            "Permissions: `scripting` is not named",
            "Permissions: `tabs` is not used",
            "Where it is kept: `indexedDB` is not named",
            "Where it is kept: `storage.sync` is not used",
        ];
        assert_eq!(found, wanted);
    }
}
