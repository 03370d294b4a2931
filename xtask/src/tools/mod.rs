//! Installs what a command needs and is not there yet, and says what it does.

mod browser;
mod npm;
mod rust;

use std::ffi::OsString;
use std::path::PathBuf;

use crate::project::{self, Project};
use crate::run::Run;
use crate::{Result, tools::browser::Browsers};

pub use rust::WASM_PACK;

/// The tools a build needs.
pub struct BuildTools {
    root: PathBuf,
    path: OsString,
}

impl BuildTools {
    /// Installs what a build misses: the wasm target, wasm-pack, the wasm-bindgen CLI, the npm packages.
    pub fn ensure(project: &Project) -> Result<Self> {
        let _lock = project::lock(&project.cache, "tools")?;
        npm::ensure(project)?;
        rust::ensure_components()?;
        let bins = [
            rust::ensure_crate(project, "wasm-pack", rust::WASM_PACK)?,
            rust::ensure_crate(project, "wasm-bindgen-cli", &project.locked_version("wasm-bindgen")?)?,
            project.root.join("node_modules/.bin"),
        ];
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(bins.into_iter().chain(std::env::split_paths(&inherited)))
            .map_err(|error| format!("PATH cannot hold the tools: {error}"))?;
        Ok(Self { root: project.root.clone(), path })
    }

    /// A program with the build tools on its PATH, in the checkout.
    pub fn run(&self, program: &str) -> Run {
        Run::new(self.locate(program)).env("PATH", &self.path).dir(&self.root)
    }

    fn locate(&self, program: &str) -> PathBuf {
        let names = if cfg!(windows) {
            vec![format!("{program}.exe"), format!("{program}.cmd")]
        } else {
            vec![program.to_owned()]
        };
        std::env::split_paths(&self.path)
            .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
            .find(|it| it.is_file())
            .unwrap_or_else(|| PathBuf::from(program))
    }
}

/// The browsers of the demo and the tests, with the driver of Firefox.
pub struct BrowserTools {
    pub browsers: Browsers,
    pub geckodriver: Option<PathBuf>,
}

impl BrowserTools {
    /// Installs what the demo misses: a Chromium and Chinese fonts.
    pub fn ensure_chromium(project: &Project) -> Result<Self> {
        let _lock = project::lock(&project.cache, "browsers")?;
        Ok(Self { browsers: browser::ensure(&[browser::CHROMIUM])?, geckodriver: None })
    }

    /// Installs what the tests miss: Chromium, Firefox, geckodriver and Chinese fonts.
    pub fn ensure_all(project: &Project) -> Result<Self> {
        let browsers = {
            let _lock = project::lock(&project.cache, "browsers")?;
            browser::ensure(&[browser::CHROMIUM, browser::FIREFOX])?
        };
        let _lock = project::lock(&project.cache, "tools")?;
        let bin = rust::ensure_crate(project, "geckodriver", rust::GECKODRIVER)?;
        Ok(Self { browsers, geckodriver: Some(bin.join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX))) })
    }

    /// The paths as environment variables for the scripts in `tests/e2e`.
    pub fn variables(&self) -> Vec<(&'static str, PathBuf)> {
        let found = [
            ("RADAR_CHROMIUM", self.browsers.chromium.clone()),
            ("RADAR_FIREFOX", self.browsers.firefox.clone()),
            ("RADAR_GECKODRIVER", self.geckodriver.clone()),
        ];
        found.into_iter().filter_map(|(name, path)| Some((name, path?))).collect()
    }
}
