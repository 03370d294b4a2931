//! Puts the unpacked extensions together.

use std::path::Path;

use crate::build::{BROWSERS, manifest, script, wasm};
use crate::project::Project;
use crate::{Result, files};

/// Writes `target/extension/{chrome,firefox}/` and the demo's copy.
pub fn assemble(project: &Project) -> Result<()> {
    for browser in BROWSERS {
        let out = project.extension(browser);
        files::remove(&out)?;
        lay_out(project, &out)?;
        let manifest = manifest::of(project, browser)?;
        // Only Chromium reads the shape of policies from a file.
        if let Some(name) = manifest.pointer("/storage/managed_schema").and_then(|name| name.as_str()) {
            files::copy(&project.root.join("extension").join(name), &out.join(name))?;
        }
        write_manifest(&out, &manifest)?;
    }
    let demo = project.demo_extension();
    files::remove(&demo)?;
    files::copy_tree(&project.extension("chrome"), &demo, |_| true)?;
    write_manifest(&demo, &manifest::with_demo(manifest::of(project, "chrome")?))
}

fn lay_out(project: &Project, out: &Path) -> Result<()> {
    let extension = project.root.join("extension");
    files::copy_tree(&script::folder(project), out, |_| true)?;
    files::copy_tree(&extension.join("pages"), &out.join("pages"), |it| files::ends_with(it, &[".html", ".css"]))?;
    files::copy_tree(&extension.join("content"), out, |it| files::ends_with(it, &[".css"]))?;
    files::copy_tree(&extension.join("_locales"), &out.join("_locales"), |_| true)?;
    files::copy_tree(&extension.join("icons"), &out.join("icons"), |it| files::ends_with(it, &[".png", ".svg"]))?;
    for wasm in wasm::BUILDS {
        let runs = |it: &Path| files::ends_with(it, &[".js", ".wasm"]);
        files::copy_tree(&project.wasm(wasm.name), &out.join(wasm.name), runs)?;
    }
    for licence in ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"] {
        files::copy(&project.root.join(licence), &out.join(licence))?;
    }
    Ok(())
}

fn write_manifest(out: &Path, manifest: &serde_json::Value) -> Result<()> {
    let text = serde_json::to_string_pretty(manifest).map_err(|error| error.to_string())?;
    files::write(&out.join("manifest.json"), text + "\n")
}
