//! `cargo xtask package`: what is handed to the stores, checked as the stores check it.

pub mod linter;
pub mod rebuild;
pub mod screenshots;
pub mod sources;

use std::path::Path;

use crate::build;
use crate::cli::Options;
use crate::project::Project;
use crate::run::Run;
use crate::test::machine;
use crate::tools::BuildTools;
use crate::zip::{Effort, Packer, look};
use crate::{Result, files};

/// The stores, and the build each of them gets. Edge takes the Chromium build as it is.
const STORES: [(&str, &str); 3] = [("chrome", "chrome"), ("edge", "chrome"), ("firefox", "firefox")];

/// Largest package, in bytes: agents install it over the shop's slow line.
const LARGEST: usize = 900 * 1024;

pub fn run(project: &Project, options: &Options) -> Result<bool> {
    let tools = BuildTools::ensure(project)?;
    build::all(project, &tools)?;
    if options.has("--screenshots") {
        screenshots::take(project, &tools)?;
    }
    let mut findings = machine::paths_in_artefacts(project)?;
    let sources = sources::kept(project)?;
    let new = sources::unknown(project)?;
    findings.extend(new.iter().map(|name| format!("{name} is not under version control, so no reviewer gets it")));

    let mut packer = Packer::new(Effort::Most);
    let mut small_enough = true;
    for (store, browser) in STORES {
        let package = packer.pack(unpacked(&project.extension(browser))?)?;
        findings.extend(write(project, store, &package)?);
        if package.len() > LARGEST {
            println!("  too large: {} bytes, at most {LARGEST}", package.len());
            small_enough = false;
        }
    }
    // Nobody waits for the sources; packed best they would take longer than all else together.
    let package = Packer::new(Effort::Least).pack(sources)?;
    findings.extend(write(project, "source", &package)?);
    files::write(
        &project.root.join("dist").join(format!("aftersales-radar-{}-build.txt", project.version()?)),
        versions()?,
    )?;
    findings.extend(linter::findings(project, &project.extension("firefox"))?);
    if options.has("--rebuild") {
        println!("Building the source package again in another folder");
        let rebuilt = rebuild::build(project, &look::unpack(&package)?)?;
        let different = rebuild::differences(project, &rebuilt)?;
        println!(
            "Rebuilt from the source package: {}",
            if different.is_empty() { "the same bytes" } else { "not the same" }
        );
        findings.extend(different);
    }
    for finding in &findings {
        println!("  {finding}");
    }
    Ok(small_enough && findings.is_empty())
}

/// What the packages were built with: another compiler writes other wasm.
fn versions() -> Result<String> {
    let of = |program: &str| Run::new(program).arg("--version").quiet().map(|it| format!("{program}: {}\n", it.trim()));
    Ok([of("rustc")?, of("cargo")?, of("node")?].concat())
}

/// The files of a built extension, by name.
pub fn unpacked(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    files::walk(folder)?.into_iter().map(|path| Ok((relative(folder, &path)?, files::read_bytes(&path)?))).collect()
}

/// Writes a package to `dist/` and says how big it is; answers what it tells of this machine.
fn write(project: &Project, store: &str, package: &[u8]) -> Result<Vec<String>> {
    let name = format!("aftersales-radar-{}-{store}.zip", project.version()?);
    let path = project.root.join("dist").join(&name);
    files::write(&path, package)?;
    println!("{} ({} KB)", path.display(), package.len().div_ceil(1024));
    machine::told_by(project, &name, package)
}

fn relative(folder: &Path, path: &Path) -> Result<String> {
    let path = path.strip_prefix(folder).map_err(|error| error.to_string())?;
    Ok(path.to_string_lossy().replace('\\', "/"))
}
