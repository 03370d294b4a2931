//! The stores' screenshots, taken of the real extension on the demo shop.

use std::path::Path;

use crate::demo;
use crate::project::Project;
use crate::tools::{BrowserTools, BuildTools};
use crate::{Result, files};

/// The languages of the listings.
const LANGUAGES: [&str; 3] = ["zh-CN", "zh-TW", "en"];

/// What the stores ask for, in pixels, and how many they take.
const SIZE: (u32, u32) = (1280, 800);
const MOST: usize = 5;

/// Writes `dist/screenshots/<language>/*.png` and looks whether they are what the stores take.
pub fn take(project: &Project, tools: &BuildTools) -> Result<()> {
    let browsers = BrowserTools::ensure_chromium(project)?;
    let server = demo::server::start(project.site(), demo::PORT)?;
    let folder = project.root.join("dist/screenshots");
    files::remove(&folder)?;
    for language in LANGUAGES {
        let shots = folder.join(language);
        demo::script(project, tools, &browsers, "shots")?.arg(&server.address).arg(&shots).arg(language).show()?;
        let findings = unfit(&shots)?;
        if !findings.is_empty() {
            return Err(findings.join("\n"));
        }
    }
    Ok(())
}

/// What is wrong with the pictures in a folder.
fn unfit(folder: &Path) -> Result<Vec<String>> {
    let pictures = files::walk(folder)?;
    let mut findings = Vec::new();
    if !(1..=MOST).contains(&pictures.len()) {
        findings.push(format!("{} has {} pictures, 1 to {MOST} are taken", folder.display(), pictures.len()));
    }
    for path in pictures {
        let size = size_of_png(&files::read_bytes(&path)?);
        if size != Some(SIZE) {
            findings.push(format!("{} is {size:?}, {SIZE:?} is asked for", path.display()));
        }
    }
    Ok(findings)
}

/// Width and height as the head of a PNG file has them; none where it is no PNG.
pub fn size_of_png(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")?;
    let (width, rest) = head.split_first_chunk()?;
    Some((u32::from_be_bytes(*width), u32::from_be_bytes(*rest.first_chunk()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes(), &[8, 6]].concat()
    }

    #[test]
    fn pictures_of_another_size_kind_or_number_are_told() {
        let folder = std::env::temp_dir().join(format!("radar-shots-{}", std::process::id()));
        assert_eq!(unfit(&folder).unwrap().len(), 1, "none at all");
        files::write(&folder.join("1.png"), png(1280, 800)).unwrap();
        assert_eq!(unfit(&folder).unwrap(), [""; 0]);
        files::write(&folder.join("2.png"), png(1280, 720)).unwrap();
        files::write(&folder.join("3.png"), "GIF89a").unwrap();
        let found = unfit(&folder).unwrap();
        assert!(found.len() == 2 && found[0].contains("(1280, 720)") && found[1].contains("None"), "{found:?}");
        for more in ["4.png", "5.png", "6.png"] {
            files::write(&folder.join(more), png(1280, 800)).unwrap();
        }
        assert_eq!(unfit(&folder).unwrap().len(), 3);
        files::remove(&folder).unwrap();
    }
}
