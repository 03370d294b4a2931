//! `cargo xtask test`: every check and every test, in sections; the last line is the count.

mod checks;
mod lanes;
pub mod machine;
mod package;
mod scripts;
mod section;
mod store;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;

use crate::Result;
use crate::build;
use crate::cli::Options;
use crate::package::{rebuild, sources};
use crate::project::Project;
use crate::run::Run;
use crate::tools::{BrowserTools, BuildTools};
use section::{Outcome, Section, Tally};

pub fn run(project: &Project, options: &Options) -> Result<bool> {
    let wants = |part: &str| options.words.is_empty() || options.word(part);
    let (wants_rust, wants_script, wants_e2e, wants_package) =
        (wants("rust"), wants("script"), wants("e2e"), wants("package"));
    let tally = Tally::default();
    let again = Again::default();
    // The two lanes keep two cores busy: one compiles natively, the other installs, builds and checks what ships. The one that is through first
    // builds the source package, too.
    let browsers = thread::scope(|scope| {
        scope.spawn(|| {
            if wants_rust {
                rust(project, &tally);
            }
            if wants_package {
                again.build(project, &tally);
            }
        });
        let browsers = wants_e2e.then(|| scope.spawn(|| BrowserTools::ensure_all(project)));
        if wants_script || wants_e2e || wants_package {
            script(project, &tally, wants_script);
        }
        if wants_package {
            again.build(project, &tally);
        }
        browsers.map(|it| it.join().unwrap_or_else(|_| Err("the browser installation stopped".into())))
    });
    if let Some(rebuilt) = again.folder() {
        tally.run("Package", |_| package::run(project, rebuilt));
    }
    if let Some(browsers) = browsers {
        end_to_end(project, &tally, options, browsers);
    }
    println!("{}", tally.line());
    Ok(tally.all_passed())
}

/// The source package, built once in another folder by whoever comes first; the other waits.
#[derive(Default)]
struct Again(OnceLock<Option<PathBuf>>);

impl Again {
    fn build(&self, project: &Project, tally: &Tally) {
        self.0.get_or_init(|| {
            let mut folder = None;
            tally.run("Build of the source package in another folder", |_| {
                folder = Some(rebuild::build(project, &sources::with_new(project)?)?);
                Ok(Outcome::default())
            });
            folder
        });
    }

    fn folder(&self) -> Option<&Path> {
        self.0.get()?.as_deref()
    }
}

/// Formatting, lints and tests of the native side.
fn rust(project: &Project, tally: &Tally) {
    let cargo =
        |arguments: &[&str]| Run::new("cargo").args(arguments).dir(&project.root).env("CARGO_TERM_COLOR", "never");
    tally.run("Formatting", |_| Section::gate(cargo(&["fmt", "--all", "--check"])));
    tally.run("Native tests", |_| Section::cargo_test(cargo(&["test", "--workspace", "--no-fail-fast", "--quiet"])));
    tally.run("Clippy", |_| {
        Section::gate(cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    });
    for wasm in build::wasm::BUILDS {
        tally.run(&format!("Clippy of the {} wasm", wasm.name), |_| {
            let target = ["clippy", "--quiet", "--lib", "--target", "wasm32-unknown-unknown", "--no-default-features"];
            Section::gate(cargo(&target).args(["--features", wasm.feature, "--", "-D", "warnings"]))
        });
    }
}

/// The build, and the checks of what was built.
fn script(project: &Project, tally: &Tally, with_checks: bool) {
    let mut tools = None;
    tally.run("Build", |_| {
        let built = BuildTools::ensure(project)?;
        build::all(project, &built)?;
        tools = Some(built);
        Ok(Outcome::default())
    });
    let (Some(tools), true) = (tools, with_checks) else {
        return;
    };
    for (name, configuration) in
        [("Types of the extension", "tsconfig.json"), ("Types of the shop", "www/tsconfig.json")]
    {
        tally.run(name, |_| Section::gate(tools.run("tsc").args(["--project", configuration])));
    }
    tally.run("Script tests", |_| scripts::unit(project, &tools));
    tally.run("Repository checks", |_| checks::run(project));
}

/// The browsers that every test file is run in.
const BROWSERS: [(&str, &str); 2] = [("Chromium", "chromium"), ("Firefox", "firefox")];

/// The tests in real browsers, two files at once.
fn end_to_end(project: &Project, tally: &Tally, options: &Options, browsers: Result<BrowserTools>) {
    let prepared = browsers.and_then(|browsers| {
        let tools = BuildTools::ensure(project)?;
        let files = scripts::bundle_end_to_end(project, &tools, options.value("--only"))?;
        Ok((browsers, tools, files))
    });
    let (browsers, tools, files) = match prepared {
        Err(message) => return tally.run("Browsers", |_| Err(message)),
        Ok(prepared) => prepared,
    };
    let wanted = BROWSERS.iter().filter(|(_, browser)| options.value("--browser").is_none_or(|it| it == *browser));
    // One browser's files stand in a row, so that as a rule each lane has a browser of its own.
    let jobs = wanted.flat_map(|browser| files.iter().map(move |file| (browser, file)));
    lanes::both_ends(jobs, |((name, browser), file)| {
        let stem = file.file_name().unwrap_or_default().to_string_lossy();
        let part = stem.split('.').next().unwrap_or_default();
        tally.run(&format!("{name}, {part}"), |_| scripts::end_to_end(&tools, &browsers, file, browser));
    });
}
