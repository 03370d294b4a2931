//! `cargo xtask bench`: the table of figures we hold ourselves to. Tests never time; this does.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::build;
use crate::cli::Options;
use crate::project::Project;
use crate::run::Run;
use crate::tools::{BrowserTools, BuildTools};
use crate::{Result, files};

/// One line of the table: figure, what is at least to be reached, what we aim at, and what was measured.
struct Row(&'static str, &'static str, &'static str, String);

/// Figures by name, as the measuring programs print them.
struct Figures(Vec<(String, String)>);

impl Figures {
    /// Reads lines of name, tab, value.
    fn read(text: &str) -> Self {
        let pairs = text.lines().filter_map(|line| line.split_once('\t'));
        Self(
            pairs
                .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
                .collect(),
        )
    }

    fn text(&self, name: &str) -> String {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map_or_else(|| "not measured".to_owned(), |(_, value)| value.clone())
    }

    fn number(&self, name: &str) -> Option<f64> {
        self.text(name).parse().ok()
    }
}

pub fn run(project: &Project, options: &Options) -> Result<bool> {
    if options.word("gold") {
        let gold = ["test", "--quiet", "--release", "--test", "gold", "--", "--nocapture"];
        Run::new("cargo").args(gold).dir(&project.root).show()?;
        return Ok(true);
    }
    let wants = |part: &str| options.words.is_empty() || options.word(part);
    let tools = BuildTools::ensure(project)?;
    build::all(project, &tools)?;
    let mut rows = Vec::new();
    if wants("size") {
        rows.extend(sizes(project)?);
    }
    let page = if wants("page") {
        page(project, &tools)?
    } else {
        Figures(Vec::new())
    };
    if wants("page") {
        rows.push(Row(
            "first read of 1,000 rows ÷ bare text pass",
            "2.0",
            "1.3",
            page.text("read_over_text"),
        ));
        rows.push(Row(
            "one changed row ÷ full read",
            "0.02",
            "0.005",
            page.text("row_over_read"),
        ));
    }
    if wants("native") {
        let native = native(project)?;
        rows.push(Row(
            "classify ÷ bare scan with the same words",
            "4",
            "2",
            native.text("classify_over_scan"),
        ));
        rows.push(Row(
            "radar refund, records a second",
            "100000",
            "300000",
            native.text("refund_per_second"),
        ));
        let ratio = page
            .number("wasm_evaluate_milliseconds")
            .zip(native.number("evaluate_milliseconds"));
        let ratio = ratio.map_or_else(
            || "not measured".to_owned(),
            |(wasm, native)| format!("{:.2}", wasm / native),
        );
        rows.push(Row("evaluate, wasm ÷ native", "3.0", "2.3", ratio));
    }
    print(&rows);
    Ok(true)
}

fn sizes(project: &Project) -> Result<Vec<Row>> {
    let extension = project.extension("chrome");
    let size =
        |name: &str| -> Result<String> { Ok(format!("{:.1} KB", zipped(&extension.join(name))? as f64 / 1024.0)) };
    Ok(vec![
        Row(
            "engine wasm, gz",
            "200 KB",
            "120 KB",
            size("engine/aftersales_radar_bg.wasm")?,
        ),
        Row(
            "panel wasm, gz",
            "320 KB",
            "220 KB",
            size("ui/aftersales_radar_bg.wasm")?,
        ),
        Row("content bundle, gz", "14 KB", "10 KB", size("content.js")?),
    ])
}

fn zipped(path: &Path) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(&files::read_bytes(path)?)
        .map_err(|error| error.to_string())?;
    Ok(encoder.finish().map_err(|error| error.to_string())?.len())
}

/// What Chromium measures: the reader in a page, and the engine as the background runs it.
fn page(project: &Project, tools: &BuildTools) -> Result<Figures> {
    let browsers = BrowserTools::ensure_chromium(project)?;
    let out = project.target.join("bench");
    let outfile = |name: &str| format!("--outfile={}", out.join(name).display());
    let esbuild = |entry: &str| tools.run("esbuild").args([entry, "--bundle", "--log-level=warning"]);
    esbuild("tests/bench/reader.ts")
        .args(["--format=iife", "--global-name=RadarBench", &outfile("reader.js")])
        .quiet()?;
    let options = [
        "--format=esm",
        "--platform=node",
        "--target=node20",
        "--packages=external",
    ];
    esbuild("tests/bench/page.ts")
        .args(options)
        .arg(outfile("page.js"))
        .quiet()?;
    let run = tools
        .run("node")
        .arg(out.join("page.js"))
        .arg(out.join("reader.js"))
        .arg(project.wasm("engine"))
        .arg(&out);
    let run = browsers
        .variables()
        .into_iter()
        .fold(run, |run, (name, path)| run.env(name, path));
    run.quiet().map(|text| Figures::read(&text))
}

fn native(project: &Project) -> Result<Figures> {
    let text = Run::new("cargo")
        .args(["bench", "--quiet", "--bench", "native"])
        .dir(&project.root)
        .quiet()?;
    Ok(Figures::read(&text))
}

fn print(rows: &[Row]) {
    println!("{:<44} {:>10} {:>10} {:>14}", "figure", "at least", "aim", "measured");
    for Row(name, least, aim, measured) in rows {
        println!("{name:<44} {least:>10} {aim:>10} {measured:>14}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_found_by_name() {
        let figures = Figures::read("noise\na\t1.5\nb\tx\n");
        assert_eq!(figures.number("a"), Some(1.5));
        assert_eq!(figures.number("b"), None);
        assert_eq!(figures.text("c"), "not measured");
    }
}
