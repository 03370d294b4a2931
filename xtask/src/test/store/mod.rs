//! What the stores ask for beside the packages: icons, listings, notes, and words that say what the manifests say.

mod browsers;
mod listing;
mod words;

pub use browsers::oldest_browsers;
pub use listing::listings;
pub use words::{privacy, reviewer_notes};

use serde_json::Value;

use crate::build::{BROWSERS, manifest};
use crate::package::screenshots::size_of_png;
use crate::project::Project;
use crate::{Result, files};

/// All sites that a manifest names, as one.
const HOSTS: &str = "host_permissions";

/// The sizes that stores and browsers show.
const ICONS: [&str; 4] = ["16", "32", "48", "128"];

/// Every icon that a manifest names has the size it is named for, and none is missing.
pub fn icons(project: &Project) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for browser in BROWSERS {
        let manifest = manifest::of(project, browser)?;
        let named = |place: &str| manifest.pointer(place).and_then(Value::as_object).cloned().unwrap_or_default();
        let icons = named("/icons");
        let missing = ICONS.iter().filter(|size| !icons.contains_key(**size));
        findings.extend(missing.map(|size| format!("{browser} has no icon of {size} pixels")));
        for (size, path) in icons.iter().chain(&named("/action/default_icon")) {
            let path = path.as_str().unwrap_or_default();
            let found = size_of_png(&files::read_bytes(&project.extension(browser).join(path))?);
            if found.is_none_or(|(width, height)| width.to_string() != *size || height != width) {
                findings.push(format!("{path} of {browser} should be {size} pixels, but is {found:?}"));
            }
        }
    }
    Ok(findings)
}

/// What the manifests ask for, each once: the browser's powers, and the sites as one.
fn permissions(project: &Project) -> Result<Vec<String>> {
    let mut asked = Vec::new();
    for browser in BROWSERS {
        let manifest = manifest::of(project, browser)?;
        for kind in ["permissions", "optional_permissions"] {
            let list = manifest[kind].as_array().cloned().unwrap_or_default();
            asked.extend(list.iter().filter_map(|it| it.as_str().map(str::to_owned)));
        }
        if ["host_permissions", "optional_host_permissions"].iter().any(|it| manifest.get(it).is_some()) {
            asked.push(HOSTS.into());
        }
    }
    asked.sort();
    asked.dedup();
    Ok(asked)
}
