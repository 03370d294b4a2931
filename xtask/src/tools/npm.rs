//! The npm packages of package-lock.json.

use crate::project::Project;
use crate::run::{Run, which};
use crate::{Result, stamp};

/// Runs `npm ci` unless node_modules was made from the same lock file.
pub fn ensure(project: &Project) -> Result<()> {
    let npm = which("npm").ok_or("npm is missing: install Node.js 20 or newer, then run this again")?;
    let inputs = [project.root.join("package.json"), project.root.join("package-lock.json")];
    let outputs = [project.root.join("node_modules/.package-lock.json")];
    stamp::step(project, "npm", &inputs, "", &outputs, || {
        println!("Installing the npm packages of package-lock.json into node_modules/");
        // No package of ours needs an install script, so none gets to run one.
        Run::new(npm)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            .dir(&project.root)
            .show()
    })?;
    Ok(())
}
