//! The Rust side: the wasm target, rustfmt and clippy through rustup; programs through `cargo install`.

use std::path::{Path, PathBuf};

use crate::Result;
use crate::project::Project;
use crate::run::{Run, which};

pub const WASM_PACK: &str = "0.15.1";
pub const GECKODRIVER: &str = "0.37.1";

/// Makes sure of the wasm32 target, rustfmt and clippy.
pub fn ensure_components() -> Result<()> {
    let sysroot = PathBuf::from(Run::new("rustc").args(["--print", "sysroot"]).quiet()?.trim());
    if !sysroot.join("lib/rustlib/wasm32-unknown-unknown").is_dir() {
        rustup("wasm32 target", &["target", "add", "wasm32-unknown-unknown"])?;
    }
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
        if !sysroot.join("bin").join(name).is_file() && which(program).is_none() {
            rustup(component, &["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(what: &str, arguments: &[&str]) -> Result<()> {
    println!("Installing the {what} with rustup");
    if which("rustup").is_none() {
        return Err(format!("rustup is missing: install the {what} for your Rust, or use rustup's cargo"));
    }
    Run::new("rustup").args(arguments).show()
}

/// Compiles a program into the user's cache unless it is there; answers the folder it lies in.
pub fn ensure_crate(project: &Project, name: &str, version: &str) -> Result<PathBuf> {
    let home = project.cache.join("tools").join(format!("{name}-{version}"));
    // cargo writes this file last, so half an installation is never taken for a whole one.
    if !home.join(".crates.toml").is_file() {
        println!("Compiling {name} {version} into {} (once per user)", home.display());
        let build = project.cache.join("build");
        install(name, version, &home, &build, true).or_else(|_| install(name, version, &home, &build, false))?;
        crate::files::remove(&build)?;
    }
    Ok(home.join("bin"))
}

fn install(name: &str, version: &str, home: &Path, build: &Path, locked: bool) -> Result<()> {
    let run = Run::new("cargo").args(["install", name, "--version", version, "--quiet"]).arg("--root").arg(home);
    let run = run.arg("--target-dir").arg(build).dir(std::env::temp_dir().as_path());
    if locked { run.arg("--locked").show() } else { run.show() }
}
