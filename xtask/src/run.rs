//! Runs other programs: says what it runs, and what went wrong in one line.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Result;

/// A program to run.
pub struct Run {
    command: Command,
    shown: String,
}

/// What a captured program answered.
pub struct Captured {
    pub success: bool,
    /// Standard output and standard error, one after the other.
    pub text: String,
}

impl Run {
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let name = Path::new(program.as_ref()).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Self { command: Command::new(program), shown: name }
    }

    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.shown.push(' ');
        self.shown.push_str(&argument.as_ref().to_string_lossy());
        self.command.arg(argument);
        self
    }

    pub fn args<A: AsRef<OsStr>>(self, arguments: impl IntoIterator<Item = A>) -> Self {
        arguments.into_iter().fold(self, Self::arg)
    }

    pub fn dir(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it with its output on this terminal.
    pub fn show(mut self) -> Result<()> {
        println!("  $ {}", self.shown);
        let status = self
            .command
            .stdin(Stdio::null())
            .status()
            .map_err(|error| format!("cannot run {}: {error}", self.shown))?;
        if status.success() { Ok(()) } else { Err(format!("failed ({status}): {}", self.shown)) }
    }

    /// Runs it and keeps its output.
    pub fn capture(mut self) -> Result<Captured> {
        let output = self
            .command
            .stdin(Stdio::null())
            .output()
            .map_err(|error| format!("cannot run {}: {error}", self.shown))?;
        let text = [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned()).concat();
        Ok(Captured { success: output.status.success(), text })
    }

    /// Runs it quietly; its output is part of the message if it fails.
    pub fn quiet(self) -> Result<String> {
        let shown = self.shown.clone();
        let captured = self.capture()?;
        if captured.success { Ok(captured.text) } else { Err(format!("failed: {shown}\n{}", captured.text)) }
    }

    /// Starts it and answers the running child.
    pub fn spawn(mut self) -> Result<std::process::Child> {
        println!("  $ {}", self.shown);
        self.command.stdin(Stdio::null()).spawn().map_err(|error| format!("cannot run {}: {error}", self.shown))
    }
}

/// The program's full path, if it is on the PATH.
pub fn which(program: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names =
        if cfg!(windows) { vec![format!("{program}.exe"), format!("{program}.cmd")] } else { vec![program.to_owned()] };
    std::env::split_paths(&path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|it| it.is_file())
}
