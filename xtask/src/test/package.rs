//! What the stores are handed, looked at as their reviewers do. Without the time that the best packing takes.

use std::path::Path;

use crate::build::BROWSERS;
use crate::package::{linter, rebuild, sources, unpacked};
use crate::project::Project;
use crate::test::machine;
use crate::test::section::Outcome;
use crate::zip::{Effort, Packer, look};
use crate::{Result, files};

/// Checks of our packages and of those that were built again from the source package, which lie in `rebuilt`.
pub fn run(project: &Project, rebuilt: &Path) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    outcome.check(
        "the source package, built in another folder, gives the same bytes",
        rebuild::differences(project, rebuilt)?,
    );
    outcome.check(
        "packages are the same bytes from two folders and tell nothing of this machine",
        packages(project, rebuilt)?,
    );
    outcome.check("the source package holds what it was made from", source_package(project)?);
    outcome.check(
        "addons-linter finds neither errors nor warnings",
        linter::findings(project, &project.extension("firefox"))?,
    );
    Ok(outcome)
}

fn packages(project: &Project, rebuilt: &Path) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for browser in BROWSERS {
        let pack = |folder: &Path| Packer::new(Effort::Least).pack(unpacked(folder)?);
        let package = pack(&project.extension(browser))?;
        findings.extend(machine::told_by(project, browser, &package)?);
        if package != pack(&rebuilt.join(browser))? {
            findings.push(format!("the package of {browser} depends on the folder"));
        }
    }
    Ok(findings)
}

fn source_package(project: &Project) -> Result<Vec<String>> {
    let sources = sources::with_new(project)?;
    let package = Packer::new(Effort::Least).pack(sources.clone())?;
    let mut findings = machine::told_by(project, "source", &package)?;
    if look::unpack(&package)? != sources {
        findings.push("what comes out is not what went in".into());
    }
    for needed in ["Cargo.lock", "package-lock.json", "docs/store/reviewer-notes.md"] {
        if !sources.iter().any(|(name, _)| name == needed) {
            findings.push(format!("{needed} is not in it"));
        }
    }
    // What is built is no source: neither reviewers nor the comparison could trust it.
    let built = |name: &&String| files::ends_with(Path::new(name), &[".wasm"]) || name.starts_with("node_modules/");
    findings.extend(
        sources.iter().map(|(name, _)| name).filter(built).map(|name| format!("{name} is in it, but it is built")),
    );
    Ok(findings)
}
