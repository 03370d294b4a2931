//! `cargo xtask demo`: the demo shop on localhost, in a Chromium that has the extension.

pub mod server;

use crate::build;
use crate::cli::Options;
use crate::project::Project;
use crate::run::Run;
use crate::tools::{BrowserTools, BuildTools};
use crate::{Result, files};

/// Where the demo shop is served if nothing else is there.
pub const PORT: u16 = 4180;

pub fn run(project: &Project, options: &Options) -> Result<bool> {
    let port = match options.value("--port") {
        Some(text) => text.parse().map_err(|_| format!("--port: {text} is no port number"))?,
        None => PORT,
    };
    let tools = BuildTools::ensure(project)?;
    build::all(project, &tools)?;
    let server = server::start(project.site(), port)?;
    println!("The demo shop is at {}", server.address);
    if options.has("--serve") {
        println!("Press Ctrl-C to stop.");
        return server.wait();
    }
    let browsers = BrowserTools::ensure_chromium(project)?;
    if options.has("--headless") || !has_display() {
        return headless(project, &tools, &browsers, &server.address);
    }
    window(project, &browsers, &server.address)
}

fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|it| std::env::var_os(it).is_some_and(|it| !it.is_empty()))
}

/// Opens a window and waits until it is closed.
fn window(project: &Project, browsers: &BrowserTools, address: &str) -> Result<bool> {
    let chromium = browsers.browsers.chromium.as_ref().ok_or("no Chromium")?;
    let extension = project.demo_extension();
    let profile = project.target.join("demo-profile");
    let run = Run::new(chromium)
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("--load-extension={}", extension.display()))
        .args([
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-features=DisableLoadExtensionCommandLineSwitch",
        ]);
    // Chromium refuses its sandbox to the superuser.
    let run = if is_superuser() { run.arg("--no-sandbox") } else { run };
    println!("Close the browser window to stop.");
    let status = run.arg(address).spawn()?.wait().map_err(|error| format!("Chromium stopped: {error}"))?;
    Ok(status.success())
}

fn is_superuser() -> bool {
    cfg!(unix) && Run::new("id").arg("-u").capture().is_ok_and(|it| it.text.trim() == "0")
}

/// Prints the report of each demo page and writes a screenshot of each.
fn headless(project: &Project, tools: &BuildTools, browsers: &BrowserTools, address: &str) -> Result<bool> {
    println!("There is no display: reports and screenshots instead of a window.");
    let shots = project.target.join("demo");
    files::remove(&shots)?;
    script(project, tools, browsers, "demo")?.arg(address).arg(&shots).show()?;
    Ok(true)
}

/// A script of `tests/e2e` that is no test, ready to run: it drives a Chromium that has the demo's extension.
pub fn script(project: &Project, tools: &BuildTools, browsers: &BrowserTools, name: &str) -> Result<Run> {
    let script = project.target.join(format!("tests/demo/{name}.js"));
    let options = [
        "--bundle",
        "--format=esm",
        "--platform=node",
        "--target=node20",
        "--packages=external",
        "--log-level=warning",
    ];
    let source = project.root.join(format!("tests/e2e/{name}.ts"));
    tools.run("esbuild").arg(source).args(options).arg(format!("--outfile={}", script.display())).quiet()?;
    let run = tools.run("node").arg(script).env("RADAR_EXTENSION", project.demo_extension());
    Ok(browsers.variables().into_iter().fold(run, |run, (name, path)| run.env(name, path)))
}
