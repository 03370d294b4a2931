//! The demo shop, `target/www/`: its own pages with the same content code, engine and panel as the extension.

use crate::build::wasm;
use crate::project::Project;
use crate::tools::BuildTools;
use crate::{Result, files};

/// Builds the pages with the UI kits and puts engine and panel beside them.
pub fn assemble(project: &Project, tools: &BuildTools) -> Result<()> {
    let out = project.site();
    files::remove(&out)?;
    tools.run("node").arg("www/build.mjs").arg(&out).quiet()?;
    for wasm in wasm::BUILDS {
        files::copy_tree(&project.wasm(wasm.name), &out.join(wasm.name), |it| files::ends_with(it, &[".js", ".wasm"]))?;
    }
    for folder in ["pages", "icons"] {
        files::copy_tree(&project.extension("chrome").join(folder), &out.join(folder), |_| true)?;
    }
    Ok(())
}

/// Builds the test pages of `tests/kits` into `target/kits/`.
pub fn assemble_kits(project: &Project, tools: &BuildTools) -> Result<()> {
    let out = project.kits();
    files::remove(&out)?;
    tools.run("node").arg("tests/kits/build.mjs").arg(&out).quiet()?;
    Ok(())
}
