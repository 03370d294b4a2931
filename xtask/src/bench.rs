//! later
use crate::{Result, cli::Options, project::Project};
pub fn run(_: &Project, _: &Options) -> Result<bool> {
    Ok(true)
}
