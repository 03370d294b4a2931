//! `cargo xtask package`: what is handed to the stores, checked as the stores check it.

mod linter;
mod rebuild;
mod screenshots;

use std::path::{Path, PathBuf};

use crate::build;
use crate::cli::Options;
use crate::project::Project;
use crate::run::Run;
use crate::test::checks::no_machine_paths;
use crate::tools::BuildTools;
use crate::{Result, files, zip};

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
    let paths = no_machine_paths(project)?;
    for path in &paths {
        println!("  {path}");
    }
    let mut small_enough = true;
    for (store, browser) in STORES {
        let size = write(&archive(project, store)?, &unpacked(project, browser)?)?;
        if size > LARGEST {
            println!("  too large: {size} bytes, at most {LARGEST}");
            small_enough = false;
        }
    }
    let source = archive(project, "source")?;
    write(&source, &committed(project)?)?;
    files::write(
        &project.root.join("dist").join(format!("aftersales-radar-{}-build.txt", project.version()?)),
        versions()?,
    )?;
    let clean = linter::passes(project, &project.extension("firefox"))?;
    let same = !options.has("--rebuild") || rebuild::gives_the_same(project, &source)?;
    Ok(small_enough && paths.is_empty() && clean && same)
}

/// What the packages were built with: another compiler writes other wasm.
fn versions() -> Result<String> {
    let of = |program: &str| Run::new(program).arg("--version").quiet().map(|it| format!("{program}: {}\n", it.trim()));
    Ok([of("rustc")?, of("cargo")?, of("node")?].concat())
}

fn archive(project: &Project, store: &str) -> Result<PathBuf> {
    Ok(project.root.join("dist").join(format!("aftersales-radar-{}-{store}.zip", project.version()?)))
}

/// The files of a built extension, by name.
fn unpacked(project: &Project, browser: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let folder = project.extension(browser);
    files::walk(&folder)?.into_iter().map(|path| Ok((relative(&folder, &path)?, files::read_bytes(&path)?))).collect()
}

/// The files that are committed: reviewers build from exactly these.
fn committed(project: &Project) -> Result<Vec<(String, Vec<u8>)>> {
    let tracked = Run::new("git").args(["ls-files", "-z"]).dir(&project.root).quiet()?;
    let names = tracked.split('\0').filter(|it| !it.is_empty());
    names.map(|name| Ok((name.to_owned(), files::read_bytes(&project.root.join(name))?))).collect()
}

/// Writes a zip file; answers its size in bytes.
fn write(to: &Path, content: &[(String, Vec<u8>)]) -> Result<usize> {
    let bytes = zip::pack(content.to_vec())?;
    files::write(to, &bytes)?;
    println!("{} ({} KB)", to.display(), bytes.len().div_ceil(1024));
    Ok(bytes.len())
}

fn relative(folder: &Path, path: &Path) -> Result<String> {
    let path = path.strip_prefix(folder).map_err(|error| error.to_string())?;
    Ok(path.to_string_lossy().replace('\\', "/"))
}
