//! The command table and how a command line is read.

use crate::project::Project;
use crate::{Result, bench, build, demo, fix, package, test};

/// One command of `cargo xtask`.
pub struct Command {
    pub name: &'static str,
    pub summary: &'static str,
    /// What `--help` adds to the summary.
    pub details: &'static str,
    /// Options that stand alone, such as `--headless`.
    pub flags: &'static [&'static str],
    /// Options that take a value, such as `--port 8000`.
    pub values: &'static [&'static str],
    /// Words that may follow the command, such as `gold` after `bench`.
    pub words: &'static [&'static str],
    /// Answers whether all went well.
    pub run: fn(&Project, &Options) -> Result<bool>,
}

/// What the user wrote after the command.
#[derive(Debug, Default)]
pub struct Options {
    pub flags: Vec<String>,
    pub values: Vec<(String, String)>,
    pub words: Vec<String>,
}

impl Options {
    pub fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|it| it == flag)
    }

    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn word(&self, word: &str) -> bool {
        self.words.iter().any(|it| it == word)
    }
}

/// What a command line means.
pub enum Parsed {
    Help(String),
    Usage(String),
    Run(&'static Command, Options),
}

const COMMANDS: &[Command] = &[
    Command {
        name: "demo",
        summary: "Build everything, serve the demo shop on localhost and open a browser with the extension in it.",
        details: "\
  --headless      Open no window: print the report of each demo page and write a screenshot of each
                  (this is what happens by itself where there is no display)
  --serve         Only serve; open no browser
  --port NUMBER   Port of the demo shop (default 4180, or the next free one)",
        flags: &["--headless", "--serve"],
        values: &["--port"],
        words: &[],
        run: demo::run,
    },
    Command {
        name: "test",
        summary: "Run every check and every test; the last line is the count.",
        details: "\
  rust            Only formatting, clippy and the native tests
  script          Only types, script tests and repository checks
  package         Only what the stores are handed: the source package is built again in another folder and compared
  e2e             Only the tests in real browsers
  --browser NAME  chromium or firefox: only that browser
  --only TEXT     Only the e2e files whose name contains TEXT",
        flags: &[],
        values: &["--browser", "--only"],
        words: &["rust", "script", "package", "e2e"],
        run: test::run,
    },
    Command {
        name: "build",
        summary: "Build the extension for Chromium and Firefox and the demo shop.",
        details: "\
Writes target/extension/chrome/, target/extension/firefox/ and target/www/. Steps whose inputs did not change are skipped.",
        flags: &[],
        values: &[],
        words: &[],
        run: build::run,
    },
    Command {
        name: "bench",
        summary: "Print the benchmark table: sizes, ratios, throughput.",
        details: "\
  gold            Only the scores on the labelled texts (needs ../shared/gold)
  replies         Only the drafts of replies: score, likeness, time
  size            Only the sizes
  native          Only the native figures
  page            Only the figures taken in Chromium",
        flags: &[],
        values: &[],
        words: &["gold", "replies", "size", "native", "page"],
        run: bench::run,
    },
    Command {
        name: "package",
        summary: "Write what the stores get to dist/: one zip per store and one of the sources, checked by addons-linter.",
        details: "\
  --screenshots   Also take the stores' screenshots, 1280 x 800, in three languages
  --rebuild       Also build the source package in a second folder and compare every byte, as `cargo xtask test package` does",
        flags: &["--screenshots", "--rebuild"],
        values: &[],
        words: &[],
        run: package::run,
    },
    Command {
        name: "fix",
        summary: "Format all Rust code and apply the fixes that clippy is sure of.",
        details: "",
        flags: &[],
        values: &[],
        words: &[],
        run: fix::run,
    },
];

/// Reads the words after `cargo xtask`.
pub fn parse(arguments: &[String]) -> Parsed {
    let Some((name, rest)) = arguments.split_first() else {
        return Parsed::Usage(usage());
    };
    if matches!(name.as_str(), "--help" | "-h" | "help") {
        return Parsed::Help(usage());
    }
    let Some(command) = COMMANDS.iter().find(|it| it.name == name) else {
        return Parsed::Usage(format!("unknown command: {name}\n\n{}", usage()));
    };
    if rest.iter().any(|it| it == "--help" || it == "-h") {
        return Parsed::Help(help(command));
    }
    match options(command, rest) {
        Ok(options) => Parsed::Run(command, options),
        Err(message) => Parsed::Usage(format!("{message}\n\n{}", help(command))),
    }
}

fn options(command: &Command, arguments: &[String]) -> Result<Options> {
    let mut options = Options::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if command.flags.contains(&argument.as_str()) {
            options.flags.push(argument.clone());
        } else if command.values.contains(&argument.as_str()) {
            let value = rest.next().ok_or_else(|| format!("{argument} needs a value"))?;
            options.values.push((argument.clone(), value.clone()));
        } else if command.words.contains(&argument.as_str()) {
            options.words.push(argument.clone());
        } else {
            return Err(format!("{} does not know: {argument}", command.name));
        }
    }
    Ok(options)
}

fn usage() -> String {
    let mut text = String::from("Usage: cargo xtask COMMAND [OPTIONS]\n\nCommands:\n");
    for command in COMMANDS {
        text.push_str(&format!("  {:<8} {}\n", command.name, command.summary));
    }
    text.push_str("\nEach command installs the tools it misses and says so. `cargo xtask COMMAND --help` tells more.");
    text
}

fn help(command: &Command) -> String {
    let options = if command.details.is_empty() { "" } else { " [OPTIONS]" };
    format!("Usage: cargo xtask {}{options}\n\n{}\n\n{}", command.name, command.summary, command.details)
        .trim_end()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn every_command_has_help() {
        for command in COMMANDS {
            let Parsed::Help(text) = parse(&words(&format!("{} --help", command.name))) else {
                panic!("{}", command.name)
            };
            assert!(text.contains(command.summary));
            for option in command.flags.iter().chain(command.values).chain(command.words) {
                assert!(text.contains(option), "{} --help does not tell about {option}", command.name);
            }
        }
    }

    #[test]
    fn unknown_words_are_wrong_usage() {
        for line in ["", "dance", "test --fast", "demo --port", "build e2e"] {
            assert!(matches!(parse(&words(line)), Parsed::Usage(_)), "{line:?}");
        }
    }

    #[test]
    fn options_are_read() {
        let Parsed::Run(command, options) = parse(&words("test e2e --browser firefox")) else { panic!("runs") };
        assert_eq!(command.name, "test");
        assert!(options.word("e2e"));
        assert_eq!(options.value("--browser"), Some("firefox"));
    }
}
