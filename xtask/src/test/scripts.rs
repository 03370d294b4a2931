//! The tests written in TypeScript: bundled by esbuild, run by node's own test runner.

use std::path::{Path, PathBuf};

use crate::project::Project;
use crate::test::section::{Outcome, Section};
use crate::tools::{BrowserTools, BuildTools};
use crate::{Result, files};

/// Tests that need no browser: every `*.test.ts` outside `tests/e2e`.
pub fn unit(project: &Project, tools: &BuildTools) -> Result<Outcome> {
    let mut entries = Vec::new();
    for folder in ["extension", "www", "tests"] {
        entries.extend(files::walk(&project.root.join(folder))?);
    }
    entries.retain(|it| files::ends_with(it, &[".test.ts"]) && !it.starts_with(project.root.join("tests/e2e")));
    let outputs = bundle(project, tools, "unit", &entries)?;
    if outputs.is_empty() { Ok(Outcome::default()) } else { Section::node_test(node(tools).args(outputs)) }
}

/// Bundles the tests of `tests/e2e`; answers the files to run. What stands in a folder below is imported by a file above, and is a file of
/// its own only when it is asked for by name.
pub fn bundle_end_to_end(project: &Project, tools: &BuildTools, only: Option<&str>) -> Result<Vec<PathBuf>> {
    let folder = project.root.join("tests/e2e");
    let mut entries = files::walk(&folder)?;
    entries.retain(|it| files::ends_with(it, &[".test.ts"]));
    entries.retain(|it| match only {
        None => it.parent() == Some(&folder),
        Some(only) => it.file_name().unwrap_or_default().to_string_lossy().contains(only),
    });
    bundle(project, tools, "e2e", &entries)
}

/// Runs a bundled file in one browser, which it has for itself.
pub fn end_to_end(tools: &BuildTools, browsers: &BrowserTools, file: &Path, browser: &str) -> Result<Outcome> {
    let run = node(tools).arg(file).env("RADAR_BROWSER", browser);
    let run = browsers.variables().into_iter().fold(run, |run, (name, path)| run.env(name, path));
    Section::node_test(run)
}

fn node(tools: &BuildTools) -> crate::run::Run {
    tools.run("node").args(["--enable-source-maps", "--test", "--test-reporter=spec"])
}

fn bundle(project: &Project, tools: &BuildTools, name: &str, entries: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let out = project.target.join("tests").join(name);
    files::remove(&out)?;
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let outdir = format!("--outdir={}", out.display());
    let outbase = format!("--outbase={}", project.root.display());
    let options =
        ["--bundle", "--format=esm", "--platform=node", "--target=node20", "--packages=external", "--sourcemap"];
    tools.run("esbuild").args(entries).args(options).args([&outdir, &outbase]).arg("--log-level=warning").quiet()?;
    let built = files::walk(&out)?;
    Ok(built.into_iter().filter(|it| files::ends_with(it, &[".test.js"])).collect())
}
