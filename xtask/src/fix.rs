//! `cargo xtask fix`: formatting and the fixes that clippy is sure of.

use crate::Result;
use crate::cli::Options;
use crate::project::Project;
use crate::run::Run;

pub fn run(project: &Project, _options: &Options) -> Result<bool> {
    let clippy = ["clippy", "--fix", "--allow-dirty", "--allow-staged", "--workspace", "--all-targets"];
    Run::new("cargo").args(clippy).dir(&project.root).show()?;
    Run::new("cargo").args(["fmt", "--all"]).dir(&project.root).show()?;
    Ok(true)
}
