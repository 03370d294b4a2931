//! The oldest browsers we run in.

use serde_json::Value;

use crate::build::manifest;
use crate::project::Project;
use crate::{Result, files};

/// The oldest browsers are the same in the manifests, for the bundler and in the decision, whose table says what needs them.
pub fn oldest_browsers(project: &Project) -> Result<Vec<String>> {
    let (named, [chrome, firefox]) = oldest(project)?;
    let text = files::read(&project.root.join("docs/decisions/browser-versions.md"))?;
    let mut findings = needs(&text, [chrome, firefox]);
    if !text.contains(&named) {
        findings.push(format!("the manifests say: {named}"));
    }
    let target = format!("--target=chrome{chrome},firefox{firefox}");
    if crate::build::TARGETS != target {
        findings.push(format!("the bundler has {}, the manifests {target}", crate::build::TARGETS));
    }
    Ok(findings)
}

/// As words, and the versions of Chrome and Firefox.
pub fn oldest(project: &Project) -> Result<(String, [u32; 2])> {
    let version = |browser: &str, place: &str| -> Result<u32> {
        let manifest = manifest::of(project, browser)?;
        let text = manifest.pointer(place).and_then(Value::as_str).unwrap_or_default();
        text.trim_end_matches(".0").parse().map_err(|_| format!("{browser} has no {place}"))
    };
    let chrome = version("chrome", "/minimum_chrome_version")?;
    let firefox = version("firefox", "/browser_specific_settings/gecko/strict_min_version")?;
    Ok((format!("Chrome and Edge {chrome}, Firefox {firefox}"), [chrome, firefox]))
}

/// A version is justified when the newest of what is needed came with it.
fn needs(text: &str, versions: [u32; 2]) -> Vec<String> {
    let rows = text.lines().filter(|it| it.starts_with('|')).map(|it| it.split('|').map(str::trim).collect::<Vec<_>>());
    let rows: Vec<_> = rows.collect();
    let newest = |column: usize| rows.iter().filter_map(|row| row.get(column)?.parse::<u32>().ok()).max();
    let columns = [("Chrome", 2, versions[0]), ("Firefox", 3, versions[1])];
    let wrong = columns.into_iter().filter(|(_, column, version)| newest(*column) != Some(*version));
    wrong
        .map(|(name, column, version)| {
            format!("{name} {version} is asked for, what is needed came with {:?}", newest(column))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_that_nothing_needs_is_told() {
        let table = "| need | Chrome, Edge | Firefox |\n|---|---|---|\n| this | 105 | 140 |\n| that | 121 | – |\n";
        assert_eq!(needs(table, [121, 140]), [""; 0]);
        assert_eq!(needs(table, [122, 139]).len(), 2);
        assert_eq!(needs("", [121, 140]).len(), 2);
    }
}
