//! Where things lie: the checkout, its build folder, the user's cache.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::Result;

/// The folders a command works with.
#[derive(Debug, Clone)]
pub struct Project {
    /// The checkout.
    pub root: PathBuf,
    /// `target/` of the checkout: everything this program writes lies below it.
    pub target: PathBuf,
    /// Tools compiled once per user, shared by all checkouts.
    pub cache: PathBuf,
}

impl Project {
    /// Finds the checkout that `cargo xtask` was called in.
    pub fn find() -> Result<Self> {
        let manifest =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().ok_or("xtask has no parent folder")?.to_path_buf();
        let target = root.join("target");
        let cache = user_cache()?.join("aftersales-radar");
        for folder in [&target, &cache] {
            fs::create_dir_all(folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
        }
        Ok(Self { root, target, cache })
    }

    /// The version all packages of this workspace share.
    pub fn version(&self) -> Result<String> {
        let manifest = crate::files::read(&self.root.join("Cargo.toml"))?;
        let line = manifest.lines().find_map(|line| line.strip_prefix("version = "));
        line.map(|version| version.trim_matches('"').to_owned()).ok_or_else(|| "Cargo.toml names no version".into())
    }

    /// The version of a package in Cargo.lock.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let lock = crate::files::read(&self.root.join("Cargo.lock"))?;
        locked_version(&lock, package).ok_or_else(|| format!("Cargo.lock has no package {package}"))
    }
}

/// Holds a file lock until it is dropped, so that two runs do not build into the same folder at once.
pub fn lock(folder: &Path, name: &str) -> Result<File> {
    let path = folder.join(format!("{name}.lock"));
    let file = File::create(&path).map_err(|error| format!("cannot create {}: {error}", path.display()))?;
    if file.try_lock().is_err() {
        println!("Waiting for another run that holds {} …", path.display());
        file.lock().map_err(|error| format!("cannot lock {}: {error}", path.display()))?;
    }
    Ok(file)
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines();
    lines.find(|line| *line == format!("name = \"{package}\""))?;
    Some(lines.next()?.strip_prefix("version = ")?.trim_matches('"').to_owned())
}

fn user_cache() -> Result<PathBuf> {
    let home = || env::var_os("HOME").map(PathBuf::from).ok_or("HOME is not set, so there is no place for tools");
    if cfg!(windows) {
        return env::var_os("LOCALAPPDATA").map(PathBuf::from).ok_or_else(|| "LOCALAPPDATA is not set".into());
    }
    if let Some(cache) = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|it| it.is_absolute()) {
        return Ok(cache);
    }
    Ok(home()?.join(if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_version_is_found_by_its_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
