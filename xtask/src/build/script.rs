//! The TypeScript side: one esbuild call per kind of output. Nothing is minified: what ships can be read.

use std::path::{Path, PathBuf};

use crate::project::Project;
use crate::tools::BuildTools;
use crate::{Result, files};

/// The oldest browsers we run in, as the manifests have it: docs/decisions/browser-versions.md.
pub const TARGETS: &str = "--target=chrome121,firefox142";

/// Where the bundles wait until the extension is put together.
pub fn folder(project: &Project) -> PathBuf {
    project.target.join("scripts")
}

/// Bundles content script, background and the extension's pages.
pub fn bundle(project: &Project, tools: &BuildTools) -> Result<()> {
    let out = folder(project);
    files::remove(&out)?;
    let extension = project.root.join("extension");
    let content = extension.join("content/main.ts");
    // A content script is a classic script: one function scope, no imports.
    esbuild(project, tools, &[content], &["--format=iife", &outfile(&out, "content.js")])?;
    let background = extension.join("background.ts");
    esbuild(
        project,
        tools,
        &[background],
        &["--format=esm", "--external:./engine/*", &outfile(&out, "background.js")],
    )?;
    let pages: Vec<PathBuf> = files::walk(&extension.join("pages"))?
        .into_iter()
        .filter(|it| is_entry(it, &extension.join("pages")))
        .collect();
    if !pages.is_empty() {
        let outdir = format!("--outdir={}", out.join("pages").display());
        esbuild(project, tools, &pages, &["--format=esm", "--external:../ui/*", &outdir])?;
    }
    Ok(())
}

/// Bundles the given entries with esbuild.
pub fn esbuild(project: &Project, tools: &BuildTools, entries: &[PathBuf], options: &[&str]) -> Result<()> {
    let common = ["--bundle", "--charset=utf8", "--legal-comments=inline", "--log-level=warning", TARGETS];
    tools.run("esbuild").args(entries).args(common).args(options).dir(&project.root).show()
}

/// A page's script lies directly in `pages/`; what it imports lies deeper or is no `.ts` of its own page.
fn is_entry(path: &Path, pages: &Path) -> bool {
    let has_page = path.with_extension("html").is_file();
    path.parent() == Some(pages) && has_page && files::ends_with(path, &[".ts"])
}

fn outfile(folder: &Path, name: &str) -> String {
    format!("--outfile={}", folder.join(name).display())
}
