//! The demo shop, `target/www/`: its own pages with the same content code, engine and panel as the extension.

use crate::build::{script, wasm};
use crate::project::Project;
use crate::tools::BuildTools;
use crate::{Result, files};

/// Bundles every script that lies directly in `www/` and copies what the browser takes as it stands.
pub fn assemble(project: &Project, tools: &BuildTools) -> Result<()> {
    let www = project.root.join("www");
    let out = project.site();
    files::remove(&out)?;
    std::fs::create_dir_all(&out).map_err(|error| format!("cannot create {}: {error}", out.display()))?;
    let is_script = |path: &std::path::Path| files::ends_with(path, &[".ts", ".tsx"]);
    let entries: Vec<_> = files::walk(&www)?
        .into_iter()
        .filter(|it| it.parent() == Some(www.as_path()) && is_script(it))
        .collect();
    if !entries.is_empty() {
        let outdir = format!("--outdir={}", out.display());
        let production = "--define:process.env.NODE_ENV=\"production\"";
        let externals = ["--external:./engine/*", "--external:../ui/*"];
        script::esbuild(
            project,
            tools,
            &entries,
            &[
                "--format=esm",
                "--splitting",
                "--minify",
                "--jsx=automatic",
                production,
                externals[0],
                externals[1],
                &outdir,
            ],
        )?;
    }
    files::copy_tree(&www, &out, |it| {
        !is_script(it) && !files::ends_with(it, &[".json", ".md"])
    })?;
    for wasm in wasm::BUILDS {
        files::copy_tree(&project.wasm(wasm.name), &out.join(wasm.name), |it| {
            files::ends_with(it, &[".js", ".wasm"])
        })?;
    }
    files::copy_tree(&project.extension("chrome").join("pages"), &out.join("pages"), |_| true)?;
    files::copy_tree(
        &project.extension("chrome").join("_locales"),
        &out.join("_locales"),
        |_| true,
    )
}
