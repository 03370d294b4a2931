//! The native command line: `radar COMMAND < in.jsonl > out.jsonl`.
//!
//! One JSON object a line in, one out, in order, in constant memory. A bad line is answered with an error and the run goes on.

mod arguments;
mod classify;
mod evaluate;
mod explain;
mod fields;
mod json;
mod lines;
pub mod lint;
pub mod refund;
pub mod reply;
mod run;
pub mod target;
mod write;

use std::io::{self, Write};
use std::process::ExitCode;

use arguments::Request;
use serde_json::Value;

/// Runs `radar` with the arguments after the program's name.
///
/// Exit status: 0 all lines answered, 1 some line was an error or the output could not be written, 2 wrong usage.
#[must_use]
pub fn main(arguments: impl IntoIterator<Item = String>) -> ExitCode {
    let request = match arguments::parse(arguments) {
        Ok(request) => request,
        Err(usage) => {
            let _ = writeln!(io::stderr(), "radar: {usage}\nTry 'radar --help'.");
            return ExitCode::from(2);
        }
    };
    let done = match request {
        Request::Show(text) => write!(io::stdout(), "{text}").map(|()| run::Outcome::AllAnswered),
        Request::Run(command, options) => run::stream(command, &options),
    };
    match done {
        Ok(run::Outcome::AllAnswered) => ExitCode::SUCCESS,
        Ok(run::Outcome::SomeErrors) => ExitCode::from(1),
        // The reader of our output has seen enough ("radar … | head").
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "radar: {error}");
            ExitCode::from(1)
        }
    }
}

/// What kind of JSON value this is, for error messages.
#[must_use]
pub(crate) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
