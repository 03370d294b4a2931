//! Puts the unpacked extensions together.

use std::path::Path;

use serde_json::Value;

use crate::build::{BROWSERS, manifest, script, wasm};
use crate::project::Project;
use crate::{Result, files};

/// The words under which it may be used go with it.
pub const LICENCES: [&str; 3] = ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"];

/// Writes `target/extension/{chrome,firefox}/` and the demo's copy.
pub fn assemble(project: &Project) -> Result<()> {
    for browser in BROWSERS {
        let out = project.extension(browser);
        files::remove(&out)?;
        let manifest = manifest::of(project, browser)?;
        lay_out(project, &out)?;
        words_of(project, &manifest, &out)?;
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
    files::copy_tree(&extension.join("icons"), &out.join("icons"), |it| files::ends_with(it, &[".png"]))?;
    for wasm in wasm::BUILDS {
        let runs = |it: &Path| files::ends_with(it, &[".js", ".wasm"]);
        files::copy_tree(&project.wasm(wasm.name), &out.join(wasm.name), runs)?;
    }
    for licence in LICENCES {
        files::copy(&project.root.join(licence), &out.join(licence))?;
    }
    Ok(())
}

/// Only the browser reads these files, and only for the manifest: both wasm builds carry the words they say.
fn words_of(project: &Project, asking: &Value, out: &Path) -> Result<()> {
    let text = asking.to_string();
    let keys: Vec<&str> = text.split("__MSG_").skip(1).filter_map(|it| it.split("__").next()).collect();
    let folder = project.root.join("extension/_locales");
    for path in files::walk(&folder)? {
        let name = path.strip_prefix(&folder).map_err(|error| error.to_string())?;
        let mut words = manifest::parse(&path)?;
        if let Some(words) = words.as_object_mut() {
            words.retain(|key, _| keys.contains(&key.as_str()));
        }
        write_json(&out.join("_locales").join(name), &words)?;
    }
    Ok(())
}

fn write_manifest(out: &Path, manifest: &Value) -> Result<()> {
    write_json(&out.join("manifest.json"), manifest)
}

fn write_json(path: &Path, value: &Value) -> Result<()> {
    let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    files::write(path, text + "\n")
}
