//! Mozilla's own check of a Firefox package, with its version pinned by `xtask/linter/package-lock.json`.

use std::path::Path;

use serde_json::Value;

use crate::project::{self, Project};
use crate::run::{Run, which};
use crate::{Result, files};

/// The errors and warnings that the linter finds; says how many.
pub fn findings(project: &Project, folder: &Path) -> Result<Vec<String>> {
    let home = install(project)?;
    let linter = home.join("node_modules/addons-linter/bin/addons-linter");
    let answer = Run::new("node").arg(linter).args(["--output", "json"]).arg(folder).capture()?;
    let report = parse(&answer.text)?;
    println!("addons-linter: {} errors, {} warnings", report.errors, report.warnings);
    let mut findings = report.findings;
    if findings.is_empty() && report.errors + report.warnings > 0 {
        findings.push(format!("{} errors, {} warnings", report.errors, report.warnings));
    }
    Ok(findings)
}

/// Installs the linter once per user and lock file.
fn install(project: &Project) -> Result<std::path::PathBuf> {
    let _lock = project::lock(&project.cache, "linter")?;
    let home = project.cache.join("linter");
    let source = project.root.join("xtask/linter");
    let lock = files::read(&source.join("package-lock.json"))?;
    let installed = files::read(&home.join("installed-lock.json")).unwrap_or_default();
    if installed != lock {
        println!("Installing addons-linter (once per user)");
        files::remove(&home)?;
        files::copy_tree(&source, &home, |_| true)?;
        let npm = which("npm").ok_or("npm is missing: install Node.js 20 or newer, then run this again")?;
        Run::new(npm)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            .dir(&home)
            .show()?;
        files::write(&home.join("installed-lock.json"), lock)?;
    }
    Ok(home)
}

#[derive(Debug, PartialEq, Eq)]
struct Report {
    errors: u64,
    warnings: u64,
    findings: Vec<String>,
}

/// Reads the linter's JSON, which may follow lines of Node's own warnings.
fn parse(text: &str) -> Result<Report> {
    let json = text.lines().find(|line| line.starts_with("{\"count\""));
    let json = json.ok_or_else(|| format!("addons-linter gave no report:\n{text}"))?;
    let report: Value = serde_json::from_str(json).map_err(|error| format!("addons-linter's report: {error}"))?;
    let count = |kind: &str| {
        report["summary"][kind].as_u64().ok_or_else(|| format!("addons-linter's report has no count of {kind}"))
    };
    let findings = ["errors", "warnings"].iter().filter_map(|kind| report[kind].as_array()).flatten();
    let shown =
        |it: &Value| format!("{}: {}", it["file"].as_str().unwrap_or("?"), it["message"].as_str().unwrap_or("?"));
    Ok(Report { errors: count("errors")?, warnings: count("warnings")?, findings: findings.map(shown).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_named_and_a_missing_report_is_no_pass() {
        let text = "(node:1) Warning: x\n{\"count\":1,\"summary\":{\"errors\":0,\"notices\":0,\"warnings\":1},\"errors\":[],\"warnings\":[{\"file\":\"a.js\",\"message\":\"Unsafe\"}]}\n";
        let report = parse(text).unwrap();
        assert_eq!(report, Report { errors: 0, warnings: 1, findings: vec!["a.js: Unsafe".into()] });
        assert!(parse("").is_err());
        assert!(parse("{\"count\":0}").is_err());
    }
}
