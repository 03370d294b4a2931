//! The wasm builds, by wasm-pack.

use std::path::{Path, PathBuf};

use crate::build::order;
use crate::project::Project;
use crate::tools::BuildTools;
use crate::{Result, files};

/// One wasm build: a set of features of the one package.
#[derive(Debug)]
pub struct Wasm {
    /// Folder below `target/wasm/` and in the extension.
    pub name: &'static str,
    pub feature: &'static str,
    /// What the compiler is asked for.
    opt_level: &'static str,
}

/// A stopped background's first answer is what the agent waits for, and most of that is the browser compiling what it runs: measured against
/// `3`, `s` answers first in 0.6 times the time, later in 1.35 times, and weighs 0.85 times as much. `z` weighs 0.9 times as much again and
/// answers no sooner, later in 1.25 times: good for the pages, which wait for the agent, not for the engine.
pub const BUILDS: &[Wasm] =
    &[Wasm { name: "engine", feature: "engine", opt_level: "s" }, Wasm { name: "ui", feature: "ui", opt_level: "z" }];

/// What the bytes depend on in the checkout; npm's lock file says which wasm-opt it is.
pub const INPUTS: [&str; 8] = [
    "src",
    "packs",
    "build.rs",
    "build",
    "Cargo.toml",
    "Cargo.lock",
    "extension/_locales",
    "node_modules/binaryen/package.json",
];

/// What they depend on besides: the compiler, wasm-pack, a profile that was changed in the environment, and this code as it runs, which may be
/// older than the file.
pub fn versions(project: &Project) -> Result<String> {
    let compiler = crate::run::Run::new("rustc").arg("-vV").dir(&project.root).quiet()?;
    let mut changed: Vec<_> = std::env::vars().filter(|(name, _)| name.starts_with("CARGO_PROFILE_")).collect();
    changed.sort();
    let code = [include_str!("wasm.rs"), include_str!("order.rs")].concat();
    Ok(format!("{compiler} wasm-pack {} {changed:?} {code}", crate::tools::WASM_PACK))
}

/// Builds one; wasm-pack finds the wasm-bindgen CLI and wasm-opt on the PATH that the tools set.
pub fn build(project: &Project, tools: &BuildTools, wasm: &Wasm) -> Result<()> {
    let out = project.wasm(wasm.name);
    files::remove(&out)?;
    let run =
        tools.run("wasm-pack").args(["--quiet", "build", ".", "--release", "--target", "web", "--mode", "no-install"]);
    let run = run.args(["--no-pack", "--no-gitignore", "--out-name", "aftersales_radar", "--out-dir"]).arg(&out);
    run.args(["--", "--locked", "--no-default-features", "--features", wasm.feature])
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", wasm.opt_level)
        .env("CARGO_ENCODED_RUSTFLAGS", remapped_paths(project)?.join("\u{1f}"))
        .quiet()?;
    lay_alike_together(tools, &out.join("aftersales_radar_bg.wasm"))?;
    refuse_raw_html(&out.join("aftersales_radar.js"))
}

/// Puts functions that resemble each other beside each other: the file zips to 0.93 times what it did.
fn lay_alike_together(tools: &BuildTools, wasm: &Path) -> Result<()> {
    let named = order::named(&files::read_bytes(wasm)?).ok_or_else(|| format!("{} is no wasm", wasm.display()))?;
    files::write(wasm, named)?;
    // Without `-g` the names are gone again.
    tools.run("wasm-opt").arg("--reorder-functions-by-name").arg(wasm).arg("-o").arg(wasm).quiet()?;
    Ok(())
}

/// Yew can set raw HTML and so its glue holds the call, though no page of ours uses it. It is made to refuse: text stays text
/// whatever somebody writes later, and the stores' reviewers need not wonder.
fn refuse_raw_html(glue: &Path) -> Result<()> {
    let text = files::read(glue)?;
    let lines = text.lines().map(|line| match line.split_once("arg0.innerHTML =") {
        Some((indent, _)) => format!("{indent}throw new Error(\"raw HTML is refused\");"),
        None => line.to_owned(),
    });
    files::write(glue, lines.collect::<Vec<_>>().join("\n") + "\n")
}

/// Flags that keep this machine's folders out of the artefacts, so that they are the same wherever they are built.
fn remapped_paths(project: &Project) -> Result<Vec<String>> {
    let sysroot = crate::run::Run::new("rustc").args(["--print", "sysroot"]).quiet()?;
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).ok_or("no CARGO_HOME")?;
    let pairs = [(cargo, "cargo"), (PathBuf::from(sysroot.trim()), "rust"), (project.root.clone(), ".")];
    Ok(pairs.iter().map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())).collect())
}
