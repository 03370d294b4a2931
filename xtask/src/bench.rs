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

/// One line of the table.
struct Row {
    name: &'static str,
    /// What is at least to be reached, and what we aim at.
    least: f64,
    aim: f64,
    unit: &'static str,
    /// Is a smaller figure the better one?
    less: bool,
    measured: Option<f64>,
}

impl Row {
    /// A figure that is to stay below its bounds.
    fn below(name: &'static str, unit: &'static str, (least, aim): (f64, f64), measured: Option<f64>) -> Self {
        Self { name, least, aim, unit, less: true, measured }
    }

    /// A figure that is to reach its bounds.
    fn above(name: &'static str, unit: &'static str, bounds: (f64, f64), measured: Option<f64>) -> Self {
        Self { less: false, ..Self::below(name, unit, bounds, measured) }
    }

    fn verdict(&self) -> &'static str {
        let reaches = |bound: f64| self.measured.is_some_and(|it| if self.less { it <= bound } else { it >= bound });
        match self.measured {
            None => "not measured",
            Some(_) if reaches(self.aim) => "ok, aim reached",
            Some(_) if reaches(self.least) => "ok",
            Some(_) => "short",
        }
    }

    fn line(&self) -> String {
        let shown = |value: f64| format!("{} {}", short(value), self.unit).trim_end().to_owned();
        let measured = self.measured.map_or_else(String::new, shown);
        format!(
            "{:<46} {:>13} {:>13} {:>13}  {}",
            self.name,
            shown(self.least),
            shown(self.aim),
            measured,
            self.verdict()
        )
    }
}

/// Three figures that count, without a tail of noughts.
fn short(value: f64) -> String {
    let decimals = match value.abs() {
        it if it >= 100.0 => 0,
        it if it >= 10.0 => 1,
        it if it >= 1.0 => 2,
        _ => 4,
    };
    let text = format!("{value:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// Figures by name, as the measuring programs print them.
struct Figures(Vec<(String, String)>);

impl Figures {
    /// Reads lines of name, tab, value.
    fn read(text: &str) -> Self {
        let pairs = text.lines().filter_map(|line| line.split_once('\t'));
        Self(pairs.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect())
    }

    fn number(&self, name: &str) -> Option<f64> {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.and_then(|(_, value)| value.parse().ok())
    }
}

pub fn run(project: &Project, options: &Options) -> Result<bool> {
    if options.word("gold") {
        let gold = ["test", "--quiet", "--release", "--test", "gold", "--", "--nocapture"];
        Run::new("cargo").args(gold).dir(&project.root).show()?;
        return Ok(true);
    }
    if options.word("replies") {
        let replies = ["test", "--quiet", "--release", "--test", "replies", "--", "--nocapture", "--test-threads=1"];
        Run::new("cargo").args(replies).dir(&project.root).show()?;
        return Ok(true);
    }
    let wants = |part: &str| options.words.is_empty() || options.word(part);
    let tools = BuildTools::ensure(project)?;
    build::all(project, &tools)?;
    let mut rows = Vec::new();
    if wants("size") {
        rows.extend(sizes(project)?);
    }
    // The page's figures come first: the native ones are taken with the snapshot they leave behind.
    let mut figures = Figures(Vec::new());
    if wants("page") {
        figures.0.extend(page(project, &tools)?.0);
        rows.extend(page_rows(&figures));
    }
    if wants("native") {
        figures.0.extend(native(project)?.0);
        rows.extend(native_rows(&figures));
    }
    let (wasm, native) = (figures.number("wasm_evaluate_milliseconds"), figures.number("evaluate_milliseconds"));
    if let Some((wasm, native)) = wasm.zip(native) {
        rows.push(Row::below("evaluate, wasm ÷ native", "", (3.0, 2.3), Some(wasm / native)));
    }
    print(&rows, &figures);
    Ok(true)
}

fn page_rows(page: &Figures) -> Vec<Row> {
    let figure = |name: &str| page.number(name);
    vec![
        Row::below("first read of 1,000 rows ÷ bare text pass", "", (2.0, 1.3), figure("read_over_text")),
        Row::below("longest slice of that read", "ms", (8.0, 4.0), figure("longest_slice")),
        Row::below("one changed row ÷ full read", "", (0.02, 0.005), figure("row_over_read")),
        Row::below("100 marks painted", "ms", (5.0, 2.0), figure("paint_milliseconds")),
        Row::below("background stopped → marks painted, p95", "ms", (200.0, 120.0), figure("stopped_to_marks_p95")),
        Row::below("draft of a reply, p95", "ms", (5.0, 5.0), figure("draft_p95_milliseconds")),
        Row::below("drafts of a page of 50 reviews", "ms", (150.0, 150.0), figure("draft_page_milliseconds")),
        Row::below("calculator, key → figure, Chromium, p95", "ms", (16.0, 8.0), figure("keystroke_chromium_p95")),
        Row::below("calculator, key → figure, Firefox, p95", "ms", (16.0, 8.0), figure("keystroke_firefox_p95")),
    ]
}

fn native_rows(native: &Figures) -> Vec<Row> {
    let figure = |name: &str| native.number(name);
    vec![
        Row::below("classify ÷ bare scan with the same words", "", (4.0, 2.0), figure("classify_over_scan")),
        Row::above("radar refund", "records/s", (100_000.0, 300_000.0), figure("refund_per_second")),
    ]
}

fn sizes(project: &Project) -> Result<Vec<Row>> {
    let extension = project.extension("chrome");
    let size = |name: &str| -> Result<Option<f64>> { Ok(Some(zipped(&extension.join(name))? as f64 / 1024.0)) };
    Ok(vec![
        Row::below("engine wasm, gz", "KB", (200.0, 120.0), size("engine/aftersales_radar_bg.wasm")?),
        Row::below("panel wasm, gz", "KB", (320.0, 220.0), size("ui/aftersales_radar_bg.wasm")?),
        Row::below("content bundle, gz", "KB", (14.0, 10.0), size("content.js")?),
    ])
}

fn zipped(path: &Path) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&files::read_bytes(path)?).map_err(|error| error.to_string())?;
    Ok(encoder.finish().map_err(|error| error.to_string())?.len())
}

/// What browsers measure: the reader in a page, the engine as the background runs it, the calculator in the panel.
fn page(project: &Project, tools: &BuildTools) -> Result<Figures> {
    let browsers = BrowserTools::ensure_all(project)?;
    let out = project.target.join("bench");
    let outfile = |name: &str| format!("--outfile={}", out.join(name).display());
    let esbuild = |entry: &str| tools.run("esbuild").args([entry, "--bundle", "--log-level=warning"]);
    esbuild("tests/bench/reader.ts")
        .args(["--format=iife", "--global-name=RadarBench", &outfile("reader.js")])
        .quiet()?;
    let options = ["--format=esm", "--platform=node", "--target=node20", "--packages=external"];
    let measure = |name: &str| {
        esbuild(&format!("tests/bench/{name}.ts")).args(options).arg(outfile(&format!("{name}.js"))).quiet()?;
        let run = tools.run("node").arg(out.join(format!("{name}.js")));
        let variables = browsers.variables();
        Ok(variables.into_iter().fold(run, |run, (name, path)| run.env(name, path)))
    };
    let of_page: Result<Run> = measure("page");
    let text = of_page?.arg(out.join("reader.js")).arg(project.wasm("engine")).arg(&out).quiet()?;
    let of_engine: Result<Run> = measure("engine");
    let of_drafts: Result<Run> = measure("drafts");
    let mut text = text + &of_engine?.quiet()? + &of_drafts?.arg(project.wasm("engine")).quiet()?;
    for browser in ["chromium", "firefox"] {
        let of_calculator: Result<Run> = measure("calculator");
        text += &of_calculator?.arg(browser).quiet()?;
    }
    Ok(Figures::read(&text))
}

fn native(project: &Project) -> Result<Figures> {
    let text = Run::new("cargo").args(["bench", "--quiet", "--bench", "native"]).dir(&project.root).quiet()?;
    Ok(Figures::read(&text))
}

fn print(rows: &[Row], figures: &Figures) {
    println!("{:<46} {:>13} {:>13} {:>13}", "figure", "at least", "aim", "measured");
    for row in rows {
        println!("{}", row.line());
    }
    let others = [
        ("classify_lines_per_second", "buyer lines classified a second"),
        ("evaluate_milliseconds", "milliseconds to evaluate 1,000 rows, native"),
        ("wasm_evaluate_milliseconds", "milliseconds to evaluate 1,000 rows, in Chromium"),
        ("draft_first_milliseconds", "milliseconds to the first draft of a background just started"),
        ("stopped_to_marks_p50", "milliseconds from a stopped background to marks, median"),
    ];
    for (name, meaning) in others {
        if let Some(value) = figures.number(name) {
            println!("{:<46} {:>41}", meaning, short(value));
        }
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
        assert_eq!(figures.number("c"), None);
    }

    #[test]
    fn a_figure_is_held_against_both_bounds() {
        let verdict = |measured| Row::below("size", "KB", (200.0, 120.0), measured).verdict();
        assert_eq!(verdict(Some(119.0)), "ok, aim reached");
        assert_eq!(verdict(Some(200.0)), "ok");
        assert_eq!(verdict(Some(200.1)), "short");
        assert_eq!(verdict(None), "not measured");
        let verdict = |measured| Row::above("speed", "", (100.0, 300.0), Some(measured)).verdict();
        assert_eq!((verdict(300.0), verdict(100.0), verdict(99.0)), ("ok, aim reached", "ok", "short"));
    }

    #[test]
    fn figures_are_written_shortly() {
        assert_eq!([0.005, 1.3, 14.0, 123.4, 300_000.0].map(short), ["0.005", "1.3", "14", "123", "300000"]);
    }
}
