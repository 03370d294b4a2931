//! `cargo xtask package`: what is handed to the stores.

use std::path::Path;

use crate::build::{self, BROWSERS};
use crate::cli::Options;
use crate::project::Project;
use crate::run::Run;
use crate::tools::BuildTools;
use crate::{Result, files, zip};

pub fn run(project: &Project, _options: &Options) -> Result<bool> {
    let tools = BuildTools::ensure(project)?;
    build::all(project, &tools)?;
    let version = project.version()?;
    let dist = project.root.join("dist");
    for browser in BROWSERS {
        let folder = project.extension(browser);
        let names =
            files::walk(&folder)?.into_iter().map(|path| relative(&folder, &path)).collect::<Result<Vec<_>>>()?;
        write(&dist.join(format!("aftersales-radar-{version}-{browser}.zip")), &folder, names)?;
    }
    // Reviewers build from exactly what is committed.
    let tracked = Run::new("git").args(["ls-files", "-z"]).dir(&project.root).quiet()?;
    let names = tracked.split('\0').filter(|it| !it.is_empty()).map(str::to_owned).collect();
    write(&dist.join(format!("aftersales-radar-{version}-source.zip")), &project.root, names)?;
    Ok(true)
}

fn write(to: &Path, folder: &Path, names: Vec<String>) -> Result<()> {
    let content = names.into_iter().map(|name| Ok((name.clone(), files::read_bytes(&folder.join(&name))?)));
    let bytes = zip::pack(content.collect::<Result<_>>()?)?;
    files::write(to, &bytes)?;
    println!("{} ({} KB)", to.display(), bytes.len().div_ceil(1024));
    Ok(())
}

fn relative(folder: &Path, path: &Path) -> Result<String> {
    let path = path.strip_prefix(folder).map_err(|error| error.to_string())?;
    Ok(path.to_string_lossy().replace('\\', "/"))
}
