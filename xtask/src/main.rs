//! `cargo xtask`: the one command surface of this project. `cargo xtask --help` lists the commands.

mod bench;
mod build;
mod cli;
mod demo;
mod files;
mod fix;
mod package;
mod project;
mod run;
mod stamp;
mod test;
mod tools;
mod zip;

use std::process::ExitCode;

/// What a step answers: its value, or one message for the person at the terminal.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match cli::parse(&arguments) {
        cli::Parsed::Help(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        cli::Parsed::Usage(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
        cli::Parsed::Run(command, options) => {
            match project::Project::find().and_then(|it| (command.run)(&it, &options)) {
                Ok(true) => ExitCode::SUCCESS,
                Ok(false) => ExitCode::FAILURE,
                Err(message) => {
                    eprintln!("error: {message}");
                    ExitCode::FAILURE
                }
            }
        }
    }
}
