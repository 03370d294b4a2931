//! What a reviewer would check by hand in sources and artefacts, each as one test.

use std::path::{Path, PathBuf};

use crate::build::{BROWSERS, manifest};
use crate::project::Project;
use crate::test::machine;
use crate::test::section::Outcome;
use crate::test::store;
use crate::{Result, files};

/// One check: what must hold, and what breaks it.
type Check = (&'static str, fn(&Project) -> Result<Vec<String>>);

const CHECKS: &[Check] = &[
    ("artefacts hold no path of this machine", machine::paths_in_artefacts),
    ("page text never becomes HTML or code", no_html_from_text),
    ("no script that ships can set raw HTML", no_html_in_artefacts),
    ("what we wrote opens no connection", no_connection),
    ("no script asks the browser for words, which do not ship", no_words_of_the_browser),
    ("parts of a face that come and go are drawn by `steady`", no_shifting_parts),
    ("manifests ask for no more than named", modest_manifests),
    ("every message the manifest names exists", manifest_messages),
    ("icons have the sizes they are named for", store::icons),
    ("listings fit the stores and name the permissions", store::listings),
    ("PRIVACY.md names what is asked for and where something is kept", store::privacy),
    ("the reviewer's notes name how and with what to build", store::reviewer_notes),
    ("the oldest browsers are the same everywhere, and justified", store::oldest_browsers),
    ("files stay small", small_files),
];

/// Runs all checks.
pub fn run(project: &Project) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    for (name, check) in CHECKS {
        outcome.check(name, check(project)?);
    }
    Ok(outcome)
}

fn no_html_from_text(project: &Project) -> Result<Vec<String>> {
    let words = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "createContextualFragment",
    ];
    words_in(project, &own_scripts(project)?, &words)
}

/// What ships, the glue of wasm-bindgen included.
fn no_html_in_artefacts(project: &Project) -> Result<Vec<String>> {
    let mut scripts = Vec::new();
    for browser in BROWSERS {
        scripts.extend(files::walk(&project.extension(browser))?);
    }
    scripts.retain(|it| files::ends_with(it, &[".js"]));
    words_in(project, &scripts, &[".innerHTML =", ".outerHTML =", ".insertAdjacentHTML("])
}

fn no_connection(project: &Project) -> Result<Vec<String>> {
    let words = ["XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "RTCPeerConnection", "importScripts"];
    words_in(project, &own_scripts(project)?, &words)
}

/// Of the languages only the manifest's words are in the package (`build/extension.rs`).
fn no_words_of_the_browser(project: &Project) -> Result<Vec<String>> {
    words_in(project, &own_scripts(project)?, &["getMessage("])
}

/// `{ for … }` puts parts beside their neighbours, which are made anew when one comes or goes (`src/ui/parts.rs`). A loop of Rust has no brace before it.
fn no_shifting_parts(project: &Project) -> Result<Vec<String>> {
    let mut paths = files::walk(&project.root.join("src/ui"))?;
    paths.retain(|it| files::ends_with(it, &[".rs"]));
    words_in(project, &paths, &["{ for "])
}

/// The sources of what runs in the shop's pages and in the background.
fn own_scripts(project: &Project) -> Result<Vec<PathBuf>> {
    let mut paths = files::walk(&project.root.join("extension"))?;
    paths.retain(|it| files::ends_with(it, &[".ts"]) && !files::ends_with(it, &[".test.ts"]));
    Ok(paths)
}

fn words_in(project: &Project, paths: &[PathBuf], words: &[&str]) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for path in paths {
        for (number, line) in files::read(path)?.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if let Some(word) = words.iter().find(|it| code.contains(**it)) {
                findings.push(format!("{}:{} uses {word}", shown(project, path), number + 1));
            }
        }
    }
    Ok(findings)
}

fn modest_manifests(project: &Project) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for browser in BROWSERS {
        let manifest = manifest::of(project, browser)?;
        let list = |path: &str| {
            let items = manifest.pointer(path).and_then(|it| it.as_array()).cloned().unwrap_or_default();
            items.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect::<Vec<_>>()
        };
        let asked = list("/permissions");
        findings.extend(
            asked
                .iter()
                .filter(|it| !matches!(it.as_str(), "storage" | "scripting" | "activeTab"))
                .map(|it| format!("{browser} asks for {it}")),
        );
        let hosts = ["/host_permissions", "/content_scripts/0/matches"].map(list).concat();
        let unnamed =
            |it: &&String| !it.starts_with("https://") || it.starts_with("https://*/") || it.contains("localhost");
        findings.extend(hosts.iter().filter(unnamed).map(|it| format!("{browser} matches {it}")));
        let policy =
            manifest.pointer("/content_security_policy/extension_pages").and_then(|it| it.as_str()).unwrap_or_default();
        for part in ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'"] {
            if !policy.contains(part) {
                findings.push(format!("the policy of {browser} lacks {part}: {policy}"));
            }
        }
        for part in ["http:", "https:", "unsafe-inline", "'unsafe-eval'"] {
            if policy.contains(part) {
                findings.push(format!("the policy of {browser} allows {part}"));
            }
        }
    }
    Ok(findings)
}

/// In what ships, which holds no others.
fn manifest_messages(project: &Project) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for browser in BROWSERS {
        let manifest = manifest::of(project, browser)?.to_string();
        for language in ["zh_CN", "zh_TW", "en"] {
            let path = project.extension(browser).join("_locales").join(language).join("messages.json");
            let messages = manifest::parse(&path)?;
            for key in manifest.split("__MSG_").skip(1).filter_map(|it| it.split("__").next()) {
                if messages.get(key).is_none() {
                    findings.push(format!("{language} of {browser} has no {key}"));
                }
            }
        }
    }
    Ok(findings)
}

/// Lines a file may have, and what half of the files may have.
fn small_files(project: &Project) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    let rust = ["src", "xtask/src", "tests"].map(|it| project.root.join(it));
    let script = ["extension", "www", "tests"].map(|it| project.root.join(it));
    for (folders, ending, most) in [(rust, ".rs", 400), (script, ".ts", 300)] {
        let mut lengths = Vec::new();
        for folder in folders {
            for path in files::walk(&folder)?.into_iter().filter(|it| files::ends_with(it, &[ending])) {
                let lines = files::read(&path)?.lines().count();
                if lines > most {
                    findings.push(format!("{} has {lines} lines, {most} at most", shown(project, &path)));
                }
                lengths.push(lines);
            }
        }
        lengths.sort_unstable();
        let median = lengths.get(lengths.len() / 2).copied().unwrap_or(0);
        if median > 120 {
            findings.push(format!("half of the {ending} files have more than {median} lines, 120 wanted"));
        }
    }
    Ok(findings)
}

fn shown(project: &Project, path: &Path) -> String {
    path.strip_prefix(&project.root).unwrap_or(path).display().to_string()
}
