//! The stores' screenshots, taken of the real extension on the demo shop.

use crate::demo;
use crate::project::Project;
use crate::tools::{BrowserTools, BuildTools};
use crate::{Result, files};

/// The languages of the listings.
const LANGUAGES: [&str; 3] = ["zh-CN", "zh-TW", "en"];

/// Writes `dist/screenshots/<language>/*.png`, 1280 x 800 pixels as the stores ask.
pub fn take(project: &Project, tools: &BuildTools) -> Result<()> {
    let browsers = BrowserTools::ensure_chromium(project)?;
    let server = demo::server::start(project.site(), demo::PORT)?;
    let folder = project.root.join("dist/screenshots");
    files::remove(&folder)?;
    for language in LANGUAGES {
        let shots = folder.join(language);
        demo::script(project, tools, &browsers, "shots")?.arg(&server.address).arg(&shots).arg(language).show()?;
    }
    Ok(())
}
