//! `cargo xtask build`: the unpacked extensions and the demo shop.

mod extension;
pub mod manifest;
mod order;
mod script;
mod site;
pub mod wasm;

use std::path::PathBuf;

pub use script::TARGETS;

use crate::cli::Options;
use crate::project::{self, Project};
use crate::tools::BuildTools;
use crate::{Result, stamp};

/// The browsers we build for: the name of the folder and what differs in the manifest.
pub const BROWSERS: [&str; 2] = ["chrome", "firefox"];

/// What puts the extensions and the demo shop together, as it runs: the files may be newer.
const CODE: [&str; 4] =
    [include_str!("extension.rs"), include_str!("manifest.rs"), include_str!("script.rs"), include_str!("site.rs")];

/// Where the built things lie.
impl Project {
    pub fn extension(&self, browser: &str) -> PathBuf {
        self.target.join("extension").join(browser)
    }

    /// The extension that also runs on the demo shop at localhost; never packed.
    pub fn demo_extension(&self) -> PathBuf {
        self.target.join("extension-demo").join("chrome")
    }

    pub fn site(&self) -> PathBuf {
        self.target.join("www")
    }

    /// The test pages made with the real UI kits.
    pub fn kits(&self) -> PathBuf {
        self.target.join("kits")
    }

    pub fn wasm(&self, name: &str) -> PathBuf {
        self.target.join("wasm").join(name)
    }
}

pub fn run(project: &Project, _options: &Options) -> Result<bool> {
    let tools = BuildTools::ensure(project)?;
    all(project, &tools)?;
    for browser in BROWSERS {
        println!("Extension for {browser}: {}", project.extension(browser).display());
    }
    println!("Demo shop: {}", project.site().display());
    Ok(true)
}

/// Builds whatever changed since the last build.
pub fn all(project: &Project, tools: &BuildTools) -> Result<()> {
    let _lock = project::lock(&project.target, "build")?;
    let below = |names: &[&str]| names.iter().map(|it| project.root.join(it)).collect::<Vec<_>>();
    let rust = below(&wasm::INPUTS);
    let with = wasm::versions(project)?;
    for wasm in wasm::BUILDS {
        let name = format!("wasm-{}", wasm.name);
        stamp::step(project, &name, &rust, &format!("{wasm:?} {with}"), &[project.wasm(wasm.name)], || {
            println!("Building the {} wasm", wasm.name);
            wasm::build(project, tools, wasm)
        })?;
    }
    let mut scripts = below(&["extension", "www", "package-lock.json", "Cargo.toml"]);
    scripts.extend(below(&extension::LICENCES));
    scripts.extend(wasm::BUILDS.iter().map(|it| project.wasm(it.name)));
    let outputs = [project.extension("chrome"), project.extension("firefox"), project.demo_extension(), project.site()];
    stamp::step(project, "extension", &scripts, &CODE.concat(), &outputs, || {
        println!("Bundling the scripts and putting the extensions and the demo shop together");
        script::bundle(project, tools)?;
        extension::assemble(project)?;
        site::assemble(project, tools)
    })?;
    let kits = below(&["tests/kits", "www", "package-lock.json"]);
    stamp::step(project, "kits", &kits, "", &[project.kits()], || site::assemble_kits(project, tools))?;
    Ok(())
}
